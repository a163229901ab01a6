"""The texts of the Guide."""
