"""Comparing opinions: the table, ratings, next steps."""
