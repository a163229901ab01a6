"""The made-up case."""
