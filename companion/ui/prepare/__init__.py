"""The Prepare room: one next thing at a time."""
