"""The command line; no other package prints errors or exits."""
