"""Papers of a case and their content."""
