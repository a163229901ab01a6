"""The cases as Home lists them, and the form of a case."""
