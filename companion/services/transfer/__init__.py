"""Papers, exports, imports, backups."""
