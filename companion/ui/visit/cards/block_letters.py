"""Block letters of three rows each, to be read across a desk."""

from __future__ import annotations

_SHAPES = {
    "A": ("▄▀▄", "█▀█", "▀ ▀"),
    "B": ("█▀▄", "█▀▄", "▀▀ "),
    "C": ("▄▀▀", "█  ", " ▀▀"),
    "D": ("█▀▄", "█ █", "▀▀ "),
    "E": ("█▀▀", "█▀▀", "▀▀▀"),
    "F": ("█▀▀", "█▀ ", "▀  "),
    "G": ("▄▀▀", "█ █", " ▀▀"),
    "H": ("█ █", "█▀█", "▀ ▀"),
    "I": ("█", "█", "▀"),
    "J": ("  █", "▄ █", " ▀ "),
    "K": ("█ █", "█▀▄", "▀ ▀"),
    "L": ("█  ", "█  ", "▀▀▀"),
    "M": ("█▄ ▄█", "█ ▀ █", "▀   ▀"),
    "N": ("█▄ █", "█ ▀█", "▀  ▀"),
    "O": ("▄▀▄", "█ █", " ▀ "),
    "P": ("█▀▄", "█▀ ", "▀  "),
    "Q": ("▄▀▄", "█ █", " ▀▄"),
    "R": ("█▀▄", "█▀▄", "▀ ▀"),
    "S": ("▄▀▀", " ▀▄", "▀▀ "),
    "T": ("▀█▀", " █ ", " ▀ "),
    "U": ("█ █", "█ █", " ▀ "),
    "V": ("█ █", "█ █", " ▀ "),
    "W": ("█   █", "█ ▄ █", " ▀ ▀ "),
    "X": ("█ █", " █ ", "▀ ▀"),
    "Y": ("█ █", " █ ", " ▀ "),
    "Z": ("▀▀█", "▄▀ ", "▀▀▀"),
    ".": (" ", " ", "▀"),
    ",": (" ", " ", "█"),
    "?": ("▀▀▄", " ▄▀", " ▀ "),
    "'": ("▀", " ", " "),
    "-": ("  ", "▀▀", "  "),
}
"""Capital letters and the few signs that sentences need."""
ROWS = 3
BETWEEN_WORDS = "   "


def _word(word: str) -> tuple[str, ...] | None:
    shapes = [_SHAPES.get(letter) for letter in word.upper()]
    if any(shape is None for shape in shapes):
        return None
    known = [shape for shape in shapes if shape is not None]
    return tuple(" ".join(shape[row] for shape in known) for row in range(ROWS))


def large(sentence: str, width: int) -> tuple[str, ...]:
    """Return the rows of a sentence in block letters, wrapped to a width in cells.

    A sentence with a sign that has no block letter, or with a word too long for the width, comes
    back as it is: the user's own words are never left out for their looks.
    """
    words = [_word(word) for word in sentence.split()]
    lines: list[list[tuple[str, ...]]] = [[]]
    room = width
    for word in words:
        if word is None or len(word[0]) > width:
            return (sentence,)
        if lines[-1] and len(word[0]) + len(BETWEEN_WORDS) > room:
            lines.append([])
            room = width
        room -= len(word[0]) + (len(BETWEEN_WORDS) if lines[-1] else 0)
        lines[-1].append(word)
    drawn: list[str] = []
    for line in lines:
        drawn += [BETWEEN_WORDS.join(word[row] for word in line) for row in range(ROWS)] + [""]
    return tuple(drawn[:-1])
