"""Counts over many real consultations are exact; with COMPANION_LONG=1 over ten thousand."""

from __future__ import annotations

import json
import os
import random
import time
from typing import TYPE_CHECKING

import pytest

from companion.services.search.index import SearchIndex
from companion.services.transfer.imports import import_file
from tests.support.corpora import LINES, consultations, needed
from tests.unit.services.test_session import shelf_in

if TYPE_CHECKING:
    from pathlib import Path

LONG = os.environ.get("COMPANION_LONG") == "1"
VISITS = 10_000 if LONG else 300
PARTS = 3
"""Files they are imported from; one file may not be so large."""
NOTES = 4
"""Of each visit: what was said, in so many parts."""
WORDS = (
    *("no", "pain", "it's", "second opinion", "shortness of breath", "side effects", "5 mg"),
    *("I don't know", "BIOPSY", "chemotherapy", "covid", "oncolog", "zzzz-not-there", "e"),
)
PATIENCE = 1.0
"""Seconds until there are results, at most."""


def _talks() -> list[list[str]]:
    found = [talk.texts for name in LINES for talk in consultations(name)]
    random.Random(57).shuffle(found)  # noqa: S311 - to be repeated, not to be secret
    return found


def _visit(number: int, said: list[str]) -> dict[str, object]:
    step = -(-len(said) // NOTES)
    parts = [said[at : at + step] for at in range(0, len(said), step)]
    notes = [
        {"id": f"note{number:05}x{place}", "text": "\n".join(part)}
        for place, part in enumerate(parts)
    ]
    return {"id": f"visit{number:05}", "ended_at": "2026-01-01T10:00:00+00:00", "notes": notes}


@pytest.mark.parametrize("cases", [1, 3])
@pytest.mark.timeout(900)
def test_every_visit_that_holds_the_words_is_counted_once(tmp_path: Path, cases: int) -> None:
    for corpus in LINES:
        needed(corpus)
    talks = _talks()
    said = {f"visit{number:05}": talks[number % len(talks)] for number in range(VISITS)}
    library = shelf_in(tmp_path / "home")
    for part in range(PARTS):
        numbers = range(part, VISITS, PARTS)
        visits = [_visit(number, said[f"visit{number:05}"]) for number in numbers]
        case_id = f"case{part % cases:04}"
        head = {"format": "companion-case", "version": 1, "id": case_id, "title": "Many"}
        import_file(library, "case.json", json.dumps(head | {"visits": visits}).encode())

    whole = {visit_id: "\n".join(texts).lower() for visit_id, texts in said.items()}
    began = time.monotonic()
    index = SearchIndex(library)
    assert index.stale == 0
    assert index.read()
    ready = time.monotonic() - began
    for words in WORDS:
        began = time.monotonic()
        found = index.find(words)
        first = found.first(200)
        took = ready + time.monotonic() - began
        expected = {visit_id for visit_id, text in whole.items() if words.lower() in text}
        every = tuple(found.hits())
        assert {hit.visit_id for hit in every} == expected, words
        assert (found.visits, found.count) == (len(expected), len(every)), words
        assert first == every[:200], words
        assert not LONG or took < PATIENCE, words
