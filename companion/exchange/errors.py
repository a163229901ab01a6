"""Errors of imports and exports.

ExchangeError
├── ImportRefusedError   a file that is not imported
└── ExportRefusedError   a paper that cannot be written
"""

from __future__ import annotations


class ExchangeError(ValueError):
    """A file that is not imported or exported; its text is a sentence for the user.

    Attributes:
        sentence: What is wrong, where, and what to do.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class ImportRefusedError(ExchangeError):
    """A file that is not imported; nothing was changed."""


class ExportRefusedError(ExchangeError):
    """A paper that cannot be written."""
