"""A stream of edits as a visit makes them, the same for the same seed, and its states."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from companion.storage.layout import OpenOptions
from companion.storage.store import Edit, Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from companion.files import Files

State = dict[str, dict[int, dict[str, Any]]]
WORDS = ("doctor", "said", "dose 5 mg", "[TODO]", "weeks", "é", "日本", "\\", '"', "\u2028", "🙂")


def edits_of(seed: int, large: int = 0) -> Iterator[list[Edit]]:
    """Typing into the composer, now and then Enter, a change to a note, a note removed."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    notes: list[int] = []
    text, start = "", "x" * large
    while True:
        roll = chance.random()
        if roll < 0.06:
            notes.append(len(notes) + 1 + chance.randrange(2))
            note = Edit("notes", notes[-1], {"id": f"n{notes[-1]}", "text": text})
            text = ""
            yield [note, Edit("composer", 1, {"text": start + text, "question_id": None})]
        elif roll < 0.09 and notes:
            changed = {"id": "changed", "text": chance.choice(WORDS) * 9}
            yield [Edit("notes", chance.choice(notes), changed)]
        elif roll < 0.1 and notes:
            yield [Edit("notes", notes.pop(chance.randrange(len(notes))), None)]
        else:
            text += chance.choice(WORDS)
            yield [Edit("composer", 1, {"text": start + text, "question_id": None})]


def after(state: State, edits: list[Edit]) -> State:
    """The model: plain dictionaries."""
    result = {table: dict(rows) for table, rows in state.items()}
    for edit in edits:
        if edit.document is None:
            result.get(edit.table, {}).pop(edit.doc_id, None)
        else:
            result.setdefault(edit.table, {})[edit.doc_id] = edit.document
    return result


def shown(tables: State) -> State:
    """Tables without the empty ones, which say nothing."""
    return {table: rows for table, rows in tables.items() if rows}


def opened(
    path: str,
    files: Files,
    limit: int = 256 * 1024,
    clock: Callable[[], float] = lambda: 0.0,
    schema: int = 1,
) -> Store:
    """A store that makes generations often."""
    opening = OpenOptions(schema=schema, create=True, limit=limit, clock=clock)
    return Store(path, files, opening)
