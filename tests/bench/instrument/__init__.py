"""A terminal that measures: it starts a program, drains it without pause and notes when."""
