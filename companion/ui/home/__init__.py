"""The list of cases and how to begin."""
