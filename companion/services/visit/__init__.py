"""Acts on one visit: its line, notes, questions, clock, and finding notes in it."""
