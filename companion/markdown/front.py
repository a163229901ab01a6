"""Front matter of a text."""

from __future__ import annotations

from companion.markdown.parser import parse


def front_matter(text: str) -> tuple[str, int]:
    """Return the YAML between the first two lines of dashes, and the body's first line, from 1.

    Without front matter the YAML is empty and the body begins at line 1.

    Raises:
        TextRefusedError: The text is too large, or takes too long.
    """
    parsed = parse(text)
    return parsed.front, parsed.body_line
