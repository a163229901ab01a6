"""Papers: the list of those a case has, and one of them before it is made as a file."""
