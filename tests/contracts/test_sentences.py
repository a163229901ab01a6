"""Every sentence the program says stands in `words`; commands say nothing themselves."""

from __future__ import annotations

import ast
import re

from tests.contracts.source import PACKAGE, Source, doc_strings, sources

WORDS = "companion.words"
SENTENCE = re.compile(r"[A-Z\"'].* .*[.?!]['\"]?\Z", re.DOTALL)
"""Begins with a capital, holds a blank, ends as a sentence does."""
STYLE_SHEETS = {"CSS", "DEFAULT_CSS"}
TITLE = re.compile(r"[A-Z].*[ a-z?]")
"""Begins with a capital, and is no name of a constant."""


def _constants_of_style(tree: ast.Module) -> set[int]:
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and node.value is not None
        and any(
            ast.unparse(target) in STYLE_SHEETS
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        )
    }


def sentences(source: Source) -> list[str]:
    """The sentences in a module's code, with their places."""
    passed_over = doc_strings(source.tree) | _constants_of_style(source.tree)
    return [
        f"{source.name}:{node.lineno} {node.value!r}"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in passed_over
        and SENTENCE.match(node.value)
    ]


def test_no_sentence_stands_outside_of_words() -> None:
    elsewhere = [
        source for source in sources() if source.path.relative_to(PACKAGE).parts[0] != "words"
    ]
    assert [found for source in elsewhere for found in sentences(source)] == []


def test_the_declarations_of_commands_hold_no_title_either() -> None:
    declared = [source for source in sources() if source.path.parent.name == "commands"]
    ours = [source for source in declared if "/cli/" not in source.name]
    assert "catalogue.py" in {source.path.name for source in ours}
    titles = [
        f"{source.name}:{node.lineno} {node.value!r}"
        for source in ours
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in doc_strings(source.tree)
        and TITLE.match(node.value)
    ]
    assert titles == []


def test_a_sentence_in_code_would_be_found() -> None:
    code = 'def f():\n    """This is a docstring."""\n    say("All is lost. Or is it?")\n'
    source = Source(PACKAGE / "made_up.py", code)
    assert [each.partition(" ")[2] for each in sentences(source)] == ["'All is lost. Or is it?'"]


def _names_of(source: Source) -> set[str]:
    """What a module of words gives to others."""
    names: set[str] = set()
    for node in source.tree.body:
        if isinstance(node, ast.FunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= {
                each.id
                for target in targets
                for each in ast.walk(target)
                if isinstance(each, ast.Name)
            }
    return names


def _said_by(source: Source) -> set[tuple[str, str]]:
    """Module and name of all the words that a module uses."""
    known: dict[str, str] = {}
    said: set[tuple[str, str]] = set()
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and node.module == WORDS:
            known |= {each.asname or each.name: each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{WORDS}."):
            module = (node.module or "").rpartition(".")[2]
            said |= {(module, each.name) for each in node.names}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            said.add((known.get(node.value.id, ""), node.attr))
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            said.add((source.path.stem, node.id))
    return said


def test_all_words_are_said_somewhere() -> None:
    said = set().union(*(_said_by(source) for source in sources()))
    silent = [
        f"{source.path.stem}.{name}"
        for source in sources()
        if source.path.parent.name == "words"
        for name in sorted(_names_of(source))
        if (source.path.stem, name) not in said
    ]
    assert silent == []
