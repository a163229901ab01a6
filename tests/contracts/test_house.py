"""The house inside: shallow classes, plain names, arrows without circles."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections import defaultdict
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

import pytest

from tests.contracts.source import sources

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_ANCESTORS: Final = 2
"""Classes of ours that one class of ours may stand on."""
MOST_METHODS: Final = 60
"""Methods of one class, those of its own ancestors counted."""
UNREAD: Final = {"companion/ui/terminal/unread.py"}
"""Leaves Textual's palette unread; DECISIONS 20 tells what that saves."""
NOUNS_IN_ING: Final = {"rating", "painting", "string", "setting", "listing", "meaning", "thing"}
"""Words that end as a gerund does and are none."""


def _module_name(path: str) -> str:
    parts = Path(path).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def modules() -> frozenset[str]:
    """The dotted name of every module of the program."""
    return frozenset(_module_name(source.name) for source in sources())


def is_ours(kind: type) -> bool:
    """Whether a class is the program's own."""
    return kind.__module__.partition(".")[0] == "companion"


@cache
def classes() -> tuple[type, ...]:
    """Every class of the program, each once."""
    found: dict[str, type] = {}
    for name in sorted(modules() - {"companion.__main__"}):
        for kind in vars(importlib.import_module(name)).values():
            if inspect.isclass(kind) and kind.__module__ == name:
                found[f"{name}.{kind.__qualname__}"] = kind
    return tuple(found.values())


def own_ancestors(kind: type) -> list[type]:
    """The classes of ours that a class stands on; interfaces and kinds of values aside."""
    return [
        each for each in kind.__mro__[1:] if is_ours(each) and not getattr(each, "_is_protocol", 0)
    ]


def _is_free(kind: type) -> bool:
    """Whether a class stands in a tree that is one by its nature: errors."""
    return issubclass(kind, BaseException)


@cache
def names_called() -> frozenset[str]:
    """The names of everything that is called anywhere in the program."""
    called = set()
    for source in sources():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call):
                kind = node.func.value if isinstance(node.func, ast.Subscript) else node.func
                called.add(getattr(kind, "id", getattr(kind, "attr", "")))
    return frozenset(called)


def imports_of(tree: ast.Module) -> Iterator[str]:
    """The modules of the program that a module reads, at any time and for types alone too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full in modules() else node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def circle_in(graph: dict[str, set[str]]) -> list[str]:
    """Modules that lead back to each other; empty where none do."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return sorted(set(error.args[1]))
    return []


def test_no_class_stands_on_more_than_two_of_ours() -> None:
    deep = {
        kind.__name__: [each.__name__ for each in own_ancestors(kind)]
        for kind in classes()
        if not _is_free(kind) and len(own_ancestors(kind)) > MOST_ANCESTORS
    }
    assert deep == {}


def test_no_class_has_more_than_sixty_methods_its_ancestors_counted() -> None:
    sizes = {
        kind.__name__: len(
            {
                name
                for each in (kind, *own_ancestors(kind))
                for name, value in vars(each).items()
                if inspect.isfunction(value) or isinstance(value, property | classmethod)
            }
        )
        for kind in classes()
    }
    assert {name: size for name, size in sizes.items() if size > MOST_METHODS} == {}


def test_no_class_is_only_there_to_be_inherited_once() -> None:
    heirs: dict[type, set[type]] = defaultdict(set)
    for kind in classes():
        for base in kind.__bases__:
            heirs[base].add(kind)
    alone = [
        kind.__name__
        for kind in classes()
        if len(heirs[kind]) == 1
        and kind.__name__ not in names_called()
        and not _is_free(kind)
        and Protocol not in kind.__bases__
    ]
    assert alone == []


def test_a_class_name_stands_for_one_thing() -> None:
    places = defaultdict(list)
    for source in sources():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(source.name)
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def test_modules_are_nouns() -> None:
    gerunds = set()
    for name in modules():
        last = name.rpartition(".")[2].rpartition("_")[2]
        if last.endswith("ing") and last not in NOUNS_IN_ING:
            gerunds.add(name)
    assert gerunds == set()


def test_no_module_leads_back_to_itself() -> None:
    graph = {
        _module_name(source.name): {name for name in imports_of(source.tree) if name in modules()}
        - {_module_name(source.name)}
        for source in sources()
    }
    assert circle_in(graph) == []


def test_the_search_for_circles_finds_one() -> None:
    graph = {"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": set()}
    assert circle_in(graph) == ["b", "c"]


@pytest.mark.parametrize("module", ["dataclasses", "typing", "asyncio", "sys.modules"])
def test_nothing_outside_our_own_modules_is_replaced(module: str) -> None:
    replaced = {
        source.name
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Attribute | ast.Subscript) and ast.unparse(target.value) == module
    }
    assert replaced - UNREAD == set()


def test_no_part_reaches_for_what_another_slice_may_have() -> None:
    """A part is given what it needs: it neither feels for it nor promises what others add."""
    reaching = [
        f"{source.name}:{number}"
        for source in sources()
        for number, line in enumerate(source.text.splitlines(), 1)
        if "hasattr(self" in line
        or "raise NotImplementedError" in line
        or "type: ignore[attr-defined]" in line
    ]
    assert reaching == []
