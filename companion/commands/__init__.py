"""The commands of the rooms, each declared once: id, rooms, keys."""
