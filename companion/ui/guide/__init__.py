"""The Guide: what others know about this, with sources."""
