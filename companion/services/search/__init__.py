"""Search in all cases, and the index that makes it fast."""
