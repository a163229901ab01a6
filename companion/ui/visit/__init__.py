"""The Visit room: a list of questions beside the notes, above the line one types in."""
