from __future__ import annotations

from companion.domain.case import Case, CaseAbout, CaseFile
from companion.domain.comparison import Decision
from companion.domain.note import Note
from companion.domain.preparation import Preparation
from companion.domain.visit import BeforeYouLeave, VisitAbout, VisitFile
from companion.services.searching import search

CASE = Case(
    file=CaseFile(
        id="case0001",
        about=(CaseAbout(id="case0001", title="Straße"),),
        preparation=(Preparation(id="case0001", insurance="The insurer pays"),),
        decision=(Decision(id="decision", text="We wait for the gene report"),),
    ),
    visits=(
        VisitFile(
            id="visit001",
            about=(VisitAbout(id="visit001"),),
            notes=(
                Note(id="note0001", text="Levels fall by day three"),
                Note(id="note0002", text="5 in 100 gene", covered=True),
                Note(id="note0003", text="gene, deleted", deleted=True),
            ),
            before_you_leave=(BeforeYouLeave(id="visit001", call="Gene clinic, mornings"),),
        ),
    ),
)


def found(words: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.text) for hit in search((CASE,), words)]


def test_parts_of_words_are_found_in_any_case() -> None:
    assert found("EVELS  fall") == [("note", "Levels fall by day three")]
    assert found("STRASSE") == [("title", "Straße")]


def test_answers_and_decisions_are_found_and_covered_or_deleted_notes_are_not() -> None:
    assert found("gene") == [
        ("door", "Gene clinic, mornings"),
        ("decision", "We wait for the gene report"),
    ]
    assert found("insurer") == [("answer", "The insurer pays")]


def test_nothing_typed_finds_nothing() -> None:
    assert found("  ") == []
