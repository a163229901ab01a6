"""Titles in open rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.terminal.output_filter import verbatim

if TYPE_CHECKING:
    from textual.content import Content


def rule_title(text: str) -> Content:
    """Return a title as it stands in an open rule: with a blank on each side, as in a box."""
    return verbatim(f" {text} ")
