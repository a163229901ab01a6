"""The Visit room: the questions beside the notes, above the line that is typed in."""
