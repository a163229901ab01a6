from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.marks import NoteKind
from companion.domain.note import Note, NumberCard
from companion.domain.preparation import Record
from companion.domain.visit import VisitAbout
from companion.storage.codec import (
    UnreadableDocumentError,
    fields_from_builtins,
    fields_to_builtins,
    from_document,
    read_visit,
    to_document,
)

NOW = datetime(2026, 12, 3, 13, 5, 0, 123_000, tzinfo=UTC)
NOTES = st.builds(
    Note,
    id=st.just("note00000001"),
    created_at=st.just(NOW),
    stamps=st.just({"*": (1, "laptop0001", 0)}),
    at=st.none() | st.just(NOW),
    kind=st.sampled_from(NoteKind),
    text=st.text(alphabet=st.characters(exclude_categories=["Cs"])),
    covered=st.booleans(),
    number=st.none() | st.builds(NumberCard, what=st.text(max_size=5), count=st.text(max_size=3)),
)


@given(NOTES)
def test_a_note_comes_back_as_it_was_kept(note: Note) -> None:
    assert from_document(Note, to_document(note)) == note


@given(NOTES)
def test_the_values_that_undo_puts_back_come_back_as_they_were(note: Note) -> None:
    values = {"text": note.text, "kind": note.kind, "number": note.number, "at": note.at}
    assert fields_from_builtins(Note, fields_to_builtins(values)) == values


def test_fields_that_hold_nothing_take_no_room() -> None:
    assert to_document(Note(id="note00000001", text="weekly")) == {
        "id": "note00000001",
        "text": "weekly",
    }


@pytest.mark.parametrize(
    ("kind", "document"),
    [
        (Note, {"id": "note00000001", "surprise": 1}),
        (Note, {"id": "note00000001", "text": 7}),
        (Note, {"text": "no id"}),
        (VisitAbout, {"id": "visit00001", "at": "garbage"}),
        (Record, {"id": "record00001", "chase_on": "soon"}),
    ],
)
def test_a_document_that_does_not_fit_is_refused_in_one_sentence(
    kind: type[Note], document: dict[str, object]
) -> None:
    with pytest.raises(UnreadableDocumentError) as caught:
        from_document(kind, document)
    assert "\n" not in str(caught.value)
    assert str(caught.value).count(". ") == 0


def test_a_visit_without_a_head_gets_one() -> None:
    visit, places = read_visit("visit00001", {})
    assert visit.head == VisitAbout(id="visit00001")
    assert places == {}
