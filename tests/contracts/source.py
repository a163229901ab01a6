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


def doc_strings(tree: ast.Module) -> set[int]:
    """Ids of the constants that are docstrings, under a field included."""
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
