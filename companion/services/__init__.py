"""Open a case, change it, save it, undo it, recover it, search it."""
