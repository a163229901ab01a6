"""Markdown as text with line numbers: list items, blocks, front matter.

The only user of markdown-it-py. HTML and images stay text, no address is ever opened, and a text
that would take too long is refused.
"""

from __future__ import annotations

from companion.markdown.blocks import Block, blocks
from companion.markdown.items import ListItem, ListItems, Outside, list_items
from companion.markdown.parser import MAXIMUM_BYTES, MAXIMUM_LINES, TextRefusedError

__all__ = [
    "MAXIMUM_BYTES",
    "MAXIMUM_LINES",
    "Block",
    "ListItem",
    "ListItems",
    "Outside",
    "TextRefusedError",
    "blocks",
    "list_items",
]
