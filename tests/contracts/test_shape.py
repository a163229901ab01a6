"""Small rooms: how long a module, a function and a class may be, and what names they bear."""

from __future__ import annotations

import ast
from statistics import median
from typing import TYPE_CHECKING

from tests.contracts.source import is_dataclass, length, length_of_code, sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.contracts.source import Source

MODULE_LINES = 300
FUNCTION_LINES = 40
MEDIAN_FUNCTION_LINES = 8
CLASS_LINES = 230
CLASS_METHODS = 24
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}
HAND_TO_THE_LAST_WORDS = {"companion/cli/entry.py", "companion/ui/terminal/driver.py"}
"""The end of the command line, and the thread that reads keys."""
Function = ast.FunctionDef | ast.AsyncFunctionDef


def _functions() -> Iterator[tuple[Source, Function]]:
    for source in sources():
        for node in ast.walk(source.tree):
            if isinstance(node, Function):
                yield source, node


def _classes() -> Iterator[tuple[Source, ast.ClassDef]]:
    for source in sources():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.ClassDef):
                yield source, node


def test_no_module_is_longer_than_two_hundred_and_fifty_lines() -> None:
    assert [f"{each.name}: {each.lines}" for each in sources() if each.lines > MODULE_LINES] == []


def test_no_function_is_longer_than_forty_lines() -> None:
    too_long = [
        f"{source.name}:{node.lineno} {node.name}: {length_of_code(node)}"
        for source, node in _functions()
        if length_of_code(node) > FUNCTION_LINES
    ]
    assert too_long == []


def test_half_of_the_functions_have_eight_lines_or_fewer() -> None:
    assert median(length_of_code(node) for _, node in _functions()) <= MEDIAN_FUNCTION_LINES


def test_no_class_is_longer_than_two_hundred_lines() -> None:
    too_long = [
        f"{source.name}:{node.lineno} {node.name}: {length(node)}"
        for source, node in _classes()
        if length(node) > CLASS_LINES
    ]
    assert too_long == []


def test_no_class_has_more_than_twenty_methods() -> None:
    """A room answers each of its commands with a one-line action; those are its list of acts."""
    too_many = []
    for source, node in _classes():
        methods = [
            each.name
            for each in node.body
            if isinstance(each, Function) and not each.name.startswith("action_")
        ]
        if len(methods) > CLASS_METHODS:
            too_many.append(f"{source.name}:{node.lineno} {node.name}: {len(methods)}")
    assert too_many == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    names = {part for source in sources() for part in source.name.removesuffix(".py").split("/")}
    assert names & NAMES_THAT_SAY_NOTHING == set()


def test_every_field_of_a_value_says_what_it_is() -> None:
    silent = []
    for source, node in _classes():
        if not is_dataclass(node):
            continue
        for field, follower in zip(node.body, [*node.body[1:], None], strict=True):
            if not isinstance(field, ast.AnnAssign) or "ClassVar" in ast.unparse(field.annotation):
                continue
            if ast.unparse(field.target).startswith("_"):
                continue
            if not (isinstance(follower, ast.Expr) and isinstance(follower.value, ast.Constant)):
                silent.append(f"{source.name}:{field.lineno} {ast.unparse(field.target)}")
    assert silent == []


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
