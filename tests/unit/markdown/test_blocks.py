"""A text comes as plain blocks, ready to be drawn line by line."""

from __future__ import annotations

from companion.markdown import blocks
from companion.markdown.parser import parse


def front_matter(text: str) -> tuple[str, int]:
    parsed = parse(text)
    return parsed.front, parsed.body_line


def test_a_text_becomes_blocks_with_lines_and_levels() -> None:
    text = (
        "---\ntitle: x\n---\n# Head *line* <!-- id -->\n\nOne\ntwo **bold**.\n\n- item\n"
        "  1. inner\n\n     more\n\n> quote\n\n    code\n      here\n\n***\n<!-- gone -->\n"
    )
    found = [(b.kind, b.text, b.line, b.level, b.marker) for b in blocks(text)]
    assert found == [
        ("heading", "Head line", 4, 1, ""),
        ("paragraph", "One two bold.", 6, 0, ""),
        ("item", "item", 9, 0, "-"),
        ("item", "inner", 10, 1, "1."),
        ("item", "more", 12, 1, ""),
        ("quote", "quote", 14, 0, ""),
        ("code", "code\n  here", 16, 0, ""),
        ("rule", "", 19, 0, ""),
    ]


def test_markup_of_another_kind_stays_text() -> None:
    (block,) = blocks("<script>alert(1)</script> [@click=app.quit]x[/] $y")
    assert block.text == "<script>alert(1)</script> [@click=app.quit]x[/] $y"


def test_front_matter_comes_with_the_line_after_it() -> None:
    assert front_matter("---\na: b\nc: d\n---\nbody\n") == ("a: b\nc: d", 5)
    assert front_matter("body\n") == ("", 1)
    assert front_matter("---\nnever closed\n") == ("", 1)
    assert front_matter("---\n   ") == ("", 1)
    assert front_matter("---") == ("", 1)
    assert front_matter("") == ("", 1)
