"""What a room says fits the room it has: two lines, in a window of sixty columns too."""

from __future__ import annotations

import ast
import importlib
from itertools import product

import pytest

from companion.storage.findings import Finding, FindingKind, gravest
from companion.ui.widgets.notice import EDGES, MOST_LINES, broken
from companion.words import rooms, storage
from tests.contracts.source import Source, sources

NARROWEST = 60 - EDGES
USUAL = 80 - EDGES
SAYS_WHAT_STANDS = ("Nothing was changed", "kept", "saved", "is here", "missing", "safe")
SAYS_WHAT_TO_DO = ("Check", "you can read", "You see")
"""One of these stands in the first line of every sentence on files, so that no half frightens."""


def fits(sentence: str, width: int) -> bool:
    """Whether no word of a sentence is cut."""
    return " ".join(broken(sentence, width)) == " ".join(sentence.split())


REASONS = sorted({storage.reason(code) for code in (*storage._REASONS, "")})
SHORT = {name: text for name, text in vars(storage).items() if name.startswith("SHORT_")}


def on_files() -> list[str]:
    """Every sentence on files and the disk that a room can say."""
    texts = [text for text in SHORT.values() if isinstance(text, str)]
    filled = [text.format(reason=why) for text, why in product(texts, REASONS)]
    of_disk = [rooms.not_on_disk(why) for why in REASONS]
    return [*dict.fromkeys(filled), *storage.SHORT_FOUND.values(), *of_disk, storage.BUSY]


@pytest.mark.promise("keys.narrow-sentences")
def test_no_sentence_on_files_or_the_disk_is_cut() -> None:
    for width in (NARROWEST, USUAL):
        assert [text for text in on_files() if not fits(text, width)] == []


@pytest.mark.promise("keys.narrow-sentences")
def test_what_stands_or_what_to_do_is_said_in_the_first_line() -> None:
    texts = [*(text for text in SHORT.values() if isinstance(text, str))]
    begins = [broken(text, NARROWEST)[0] for text in (*texts, *storage.SHORT_FOUND.values())]
    wanted = (*SAYS_WHAT_STANDS, *SAYS_WHAT_TO_DO)
    assert [line for line in begins if not any(words in line for words in wanted)] == []


def test_every_finding_has_a_sentence_for_a_room_and_the_gravest_is_said() -> None:
    every = [Finding(kind, "case.json") for kind in FindingKind]
    assert all(each.notice for each in every)
    assert gravest(every) == Finding(FindingKind.REMOVED, "case.json")
    assert gravest([Finding(FindingKind.PREVIOUS, "a"), Finding(FindingKind.GAPS, "b")]) == Finding(
        FindingKind.GAPS, "b"
    )
    assert gravest([]) is None


def _modules(tree: ast.Module) -> dict[str, str]:
    """The modules of words that a module knows, by the names it has for them."""
    return {
        each.asname or each.name: f"companion.words.{each.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "companion.words"
        for each in node.names
    }


def _said(source: Source) -> dict[str, str]:
    """Name and text of every sentence of `words` that a module says."""
    modules = _modules(source.tree)
    given = (
        node.args[0]
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "say"
        and node.args
    )
    names = (
        (modules[each.value.id], each.attr)
        for argument in given
        for each in ast.walk(argument)
        if isinstance(each, ast.Attribute)
        and isinstance(each.value, ast.Name)
        and each.value.id in modules
    )
    found = {
        (module, name): getattr(importlib.import_module(module), name) for module, name in names
    }
    return {
        f"{module}.{name}": text for (module, name), text in found.items() if isinstance(text, str)
    }


def test_no_sentence_that_a_room_says_is_cut() -> None:
    said: dict[str, str] = {}
    for source in sources():
        said |= _said(source) if "/ui/" in source.name else {}
    assert len(said) > 40
    assert [name for name, text in said.items() if not fits(text, NARROWEST)] == []


@pytest.mark.parametrize("width", [20, 58, 78])
def test_a_sentence_that_is_too_long_says_so_at_its_end(width: int) -> None:
    lines = broken("one more word " * 40, width)
    assert len(lines) == MOST_LINES
    assert lines[-1].endswith("…")
    assert all(len(line) <= width for line in lines)
