"""The rooms, drawn with Textual."""
