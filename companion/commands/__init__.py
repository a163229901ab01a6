"""Every act once: id, keys, rooms, sentence. No library."""
