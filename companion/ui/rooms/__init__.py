"""The base of every room and its parts, and the screens that can lie over any room."""
