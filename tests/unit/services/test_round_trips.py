"""Marks, backslashes and bracketed text survive every way out of the room and back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from markdown_it import MarkdownIt

from companion.domain.marks import read_mark
from companion.domain.text import clean, is_blank
from companion.exchange.json.case_import import first_look, read_case
from companion.exchange.papers.catalogue import ExportRequest
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.transfer.exports import export
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from tests.journeys.conftest import StandingClock, new_context

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECES = (
    *('"', "=", "?", "!", "#", "~", "\\", " ", "\n", "\t"),
    *("[", "]", "[x]", "[/b]", "[bold]", "[@click=app.quit]", "(", ")", "*", "_", "`", "<", ">"),
    *("&amp;", "1. ", "- ", "> ", "|", "---", "5 mg", "Dr Okafor: ", "é", "\u200b", "\u202e"),
)
LINES = (
    some.lists(some.sampled_from(PIECES), max_size=12).map("".join) | some.text(max_size=30)
).map(lambda text: clean(text.encode("utf-8", "replace").decode()))
"""What a person may type or paste, as the line keeps it."""
OFTEN = settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def editor() -> Iterator[VisitEditor]:
    context = new_context(StandingClock(datetime(2026, 12, 3, 14, 0, tzinfo=UTC)))
    session = CaseLibrary(context).create(NewCase(title="t", patient="Alva", companion="Sam"))
    visit_id = plan_visit(session, NewVisit("Dr Okafor", minutes=30, questions=("One?",)))
    yield VisitEditor(session, visit_id)
    session.close()
    context.syncer.stop()


@given(line=LINES)
@OFTEN
def test_a_note_opened_and_kept_as_it_was_is_the_same_note(editor: VisitEditor, line: str) -> None:
    editor.line.type(line)
    note = editor.line.save(line)
    if note is None:
        assert is_blank(line)
        return
    assert (note.kind, note.text) == read_mark(line)
    before = editor.visit.live_notes[-1]
    editor.line.edit_note(note.id)
    in_the_line = editor.visit.composer[0].text
    editor.line.save(in_the_line)
    assert not is_blank(in_the_line)
    assert editor.visit.live_notes[-1] == before


@given(lines=some.lists(LINES, max_size=6))
@OFTEN
def test_notes_come_back_from_json_sign_for_sign(editor: VisitEditor, lines: list[str]) -> None:
    for line in lines:
        editor.line.save(line)
    editor.line.type("".join(lines))
    case = editor.session.case
    again = read_case(first_look(export(case, ExportRequest(format="json")).data)).visits[0]
    kept = case.visits[0]
    assert [(each.kind, each.text) for each in again.notes] == [
        (each.kind, each.text) for each in kept.live_notes
    ]
    assert again.composer[0].text == kept.composer[0].text
    for note in kept.live_notes:
        editor.notes.delete(note.id)


@given(line=LINES)
@OFTEN
def test_a_note_reads_in_markdown_as_it_was_typed(editor: VisitEditor, line: str) -> None:
    note = editor.line.save(line)
    if note is None or is_blank(note.text):
        return
    data = export(editor.session.case, ExportRequest(format="markdown")).data
    tokens = MarkdownIt("commonmark", {"html": False}).parse(data.decode())
    shown = [
        "".join("\n" if child.type == "hardbreak" else child.content for child in token.children)
        for token in tokens
        if token.type == "inline" and token.children is not None
    ]
    assert any(note.text in each for each in shown)
    editor.notes.delete(note.id)
