"""Errors of imports and exports; the text of each is a sentence for the user."""

from __future__ import annotations


class ImportRefusedError(ValueError):
    """A file that is not imported; nothing was changed."""


class ExportRefusedError(ValueError):
    """A paper that cannot be written."""
