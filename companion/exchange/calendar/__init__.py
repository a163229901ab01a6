"""Calendar files, read and written."""
