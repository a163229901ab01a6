"""What can be asked of one running program."""
