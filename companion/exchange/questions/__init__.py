"""Question lists from files."""
