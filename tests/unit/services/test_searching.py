"""What a search finds, and what it leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.case import CaseAbout, CaseFile
from companion.domain.comparison import Decision
from companion.domain.note import Note
from companion.domain.preparation import Preparation
from companion.domain.visit import BeforeYouLeave, SaidText, VisitAbout, VisitFile
from companion.services.case.bulk_visits import make_visits
from companion.services.search.index import SearchIndex, SearchResult
from tests.unit.services.test_session import shelf_in

if TYPE_CHECKING:
    from pathlib import Path

    from companion.services.case.library import CaseLibrary

CASE = CaseFile(
    id="case0001",
    about=(CaseAbout(id="case0001", title="Straße"),),
    preparation=(Preparation(id="case0001", insurance="The insurer pays"),),
    decision=(Decision(id="decision", text="We wait for the gene report"),),
)
VISIT = VisitFile(
    id="visit001",
    about=(VisitAbout(id="visit001"),),
    notes=(
        Note(id="note0001", text="Levels fall\n\tby day three"),
        Note(id="note0002", text="5 in 100 gene", covered=True),
        Note(id="note0003", text="gene, deleted", deleted=True),
        Note(id="note0004", text="İstanbul, ﬁrst floor, 🩸 room"),
    ),
    before_you_leave=(BeforeYouLeave(id="visit001", call="Gene clinic, mornings"),),
    said=(
        SaidText(id="said0001", part="why", text="Sam told it as a pump", note_ids=("note0001",)),
        SaidText(id="said0002", part="who", text="hidden pump", note_ids=("note0002",)),
        SaidText(id="said0003", part="call", text="deleted pump", note_ids=("note0003",)),
    ),
)


@pytest.fixture
def library(tmp_path: Path) -> CaseLibrary:
    made = shelf_in(tmp_path / "home")
    session = made.create_from(CASE)
    make_visits(session, [VISIT])
    session.close()
    return made


def searched(library: CaseLibrary, words: str) -> SearchResult:
    index = SearchIndex(library)
    assert index.read()
    return index.find(words)


def found(library: CaseLibrary, words: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.text) for hit in searched(library, words).hits()]


def test_parts_of_words_are_found_in_any_case(library: CaseLibrary) -> None:
    assert found(library, "EVELS  fall") == [("note", "Levels fall by day three")]
    assert found(library, "STRASSE") == [("title", "Straße")]


def test_what_was_said_in_other_words_is_found_unless_a_note_behind_it_is_hidden(
    library: CaseLibrary,
) -> None:
    assert found(library, "pump") == [("said", "Sam told it as a pump")]


def test_what_grows_or_shrinks_when_its_case_is_taken_off_is_shown_as_written(
    library: CaseLibrary,
) -> None:
    written = [("note", "İstanbul, ﬁrst floor, 🩸 room")]
    for words in ("i\u0307stanbul", "FIRST", "🩸 ROOM", "l, ﬁr"):
        assert found(library, words) == written


def test_words_are_not_found_across_two_places(library: CaseLibrary) -> None:
    assert found(library, "three 5") == []
    assert found(library, "three\nİstanbul") == []


def test_answers_and_decisions_are_found_and_covered_or_deleted_notes_are_not(
    library: CaseLibrary,
) -> None:
    assert found(library, "gene") == [
        ("door", "Gene clinic, mornings"),
        ("decision", "We wait for the gene report"),
    ]
    assert found(library, "insurer") == [("answer", "The insurer pays")]


def test_nothing_typed_finds_nothing(library: CaseLibrary) -> None:
    assert searched(library, "  ") == SearchResult()


def test_all_is_counted_however_few_are_shown(library: CaseLibrary) -> None:
    found = searched(library, "e")
    assert (found.count, found.visits, len(found.first(1))) == (5, 1, 1)
    assert found.first(1) == tuple(found.hits())[:1]
