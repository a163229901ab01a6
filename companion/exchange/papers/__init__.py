"""Papers: which there are, and what each says."""
