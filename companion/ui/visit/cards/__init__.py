"""Panes in place of the list and the notes, fed by the keys of the composer."""
