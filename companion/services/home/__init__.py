"""What Home lists, and the form of a new case."""
