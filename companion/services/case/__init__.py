"""One case that is open: its files, its session, undo, what is set aside, the trash."""
