"""A case as JSON, written and read."""
