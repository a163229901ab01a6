"""Every sentence the program can say, one module a room or area."""
