"""The program's own source, read as syntax trees."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "companion"


@dataclass(frozen=True)
class Source:
    """One module."""

    path: Path
    text: str

    @property
    def name(self) -> str:
        """Where it lies, seen from the repository."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)


@cache
def sources() -> tuple[Source, ...]:
    """Every module of the program."""
    found = sorted(PACKAGE.rglob("*.py"))
    return tuple(Source(path, path.read_text(encoding="utf-8")) for path in found)


def length_of_code(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function, without its decorators and docstrings."""
    texts = [
        each
        for each in ast.walk(node)
        if isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)
    ]
    return _lines(node) - sum(_lines(each) for each in texts)


def _lines(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def is_dataclass(node: ast.ClassDef) -> bool:
    """Whether a class is a dataclass, a named tuple or a domain value: its fields are data."""
    named = [ast.unparse(each) for each in (*node.decorator_list, *node.bases)]
    data = ("dataclass", "NamedTuple", "Value", "Entity")
    return any(each.startswith(data) for each in named)


def doc_strings(tree: ast.Module) -> set[int]:
    """Ids of the constants that are docstrings, under a field included."""
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
