"""What is refused at the way in and out.

ExchangeError
├── ImportRefusedError   a file that is not taken in
└── ExportRefusedError   a paper that cannot be written
"""

from __future__ import annotations


class ExchangeError(ValueError):
    """Something that cannot come in or go out; its text is a sentence for people.

    Attributes:
        sentence: What is wrong, where, and what to do.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class ImportRefusedError(ExchangeError):
    """A file that is not taken in; nothing was imported."""


class ExportRefusedError(ExchangeError):
    """A paper that cannot be written."""
