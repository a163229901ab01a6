"""Papers of a case: their list, and a preview of each before a file is made."""
