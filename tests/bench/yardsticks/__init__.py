"""Small programs to compare with; each is started as a file of its own."""
