"""What is refused at the way in."""

from __future__ import annotations


class ImportRefusedError(ValueError):
    """A file that is not taken in; nothing was imported.

    Attributes:
        sentence: What is wrong, where, and what to do.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
