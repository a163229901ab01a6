"""The commands of the rooms, each declared once: id, keys, rooms, sentence."""
