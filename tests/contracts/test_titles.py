"""A title in a frame is shown as it was written, whoever wrote it."""

from __future__ import annotations

import ast

from tests.contracts.source import sources

BY = {"verbatim", "rule_title"}
"""`rule_title` is `verbatim` with a blank on each side."""
TITLES = {"border_title", "border_subtitle"}
"""Textual reads a plain string put here as markup, and fails where that is no markup."""


def _is_verbatim(value: ast.expr | None) -> bool:
    nothing = isinstance(value, ast.Constant) and value.value is None
    called = isinstance(value, ast.Call) and ast.unparse(value.func) in BY
    return nothing or called


def test_every_title_in_a_frame_goes_through_verbatim() -> None:
    given = [
        (f"{source.name}:{node.lineno}", _is_verbatim(node.value))
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Assign)
        and any(
            isinstance(target, ast.Attribute) and target.attr in TITLES for target in node.targets
        )
    ]
    assert given
    assert [place for place, verbatim in given if not verbatim] == []
