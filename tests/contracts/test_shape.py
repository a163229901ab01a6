"""Plain names, modules that say what they hold, and no error that is caught unread."""

from __future__ import annotations

import ast

from tests.contracts.source import sources

NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}
HAND_TO_THE_LAST_WORDS = {"companion/cli/entry.py", "companion/ui/terminal/driver.py"}
"""The end of the command line, and the thread that reads keys."""


def test_no_module_has_a_name_that_says_nothing() -> None:
    names = {part for source in sources() for part in source.name.removesuffix(".py").split("/")}
    assert names & NAMES_THAT_SAY_NOTHING == set()


def test_every_module_says_what_it_holds() -> None:
    assert [each.name for each in sources() if not ast.get_docstring(each.tree)] == []


def test_only_the_last_words_catch_everything() -> None:
    catching = [
        source.name
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or "Exception" in ast.unparse(node.type).split(", "))
    ]
    assert set(catching) - HAND_TO_THE_LAST_WORDS == set()
