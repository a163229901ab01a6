"""Finding in a visit: whatever keys are pressed, the visit stays as it was."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.domain.changes import with_changed
from companion.services.case.library import CaseLibrary, NewCase
from companion.ui.visit.card import KeyPress, KeyResult
from companion.ui.visit.cards.find import FindCard
from companion.ui.visit.state import VisitState
from tests.journeys.conftest import StandingClock, new_context
from tests.journeys.long_case import six_notes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.ui.rooms.host import Host
    from companion.ui.visit.card import CardContext

NAMED = ("up", "down", "pageup", "pagedown", "tab", "f2", "ctrl+t", "escape", "backspace", "enter")
KEYS = st.lists(st.sampled_from(NAMED) | st.sampled_from("0123 elv?!"), max_size=25)


class FakeContext:
    """What a card may ask for, without a room; what it was told is kept."""

    def __init__(self, state: VisitState) -> None:
        self.state = state
        self.told: list[str] = []

    def show_filter(self) -> None:
        """Nothing is shown here."""

    def say(self, sentence: str) -> None:
        """Keep it."""
        self.told.append(sentence)

    def go_to_note(self, note_id: str) -> None:
        """Keep it."""
        self.told.append(note_id)

    def keep_as_note(self, text: str) -> None:
        """Keep it."""
        self.told.append(f"kept: {text}")


@pytest.fixture
def context() -> Iterator[FakeContext]:
    app_context = new_context(StandingClock())
    library = CaseLibrary(app_context)
    session = library.create(NewCase(title="T", packs=(), patient="Alva", companion="Sam"))
    session.close()
    visit_id = six_notes(library, session.case_id)
    open_session = library.open(session.case_id)
    yield FakeContext(
        VisitState(cast("Host", SimpleNamespace(session=open_session, keys={})), visit_id)
    )
    open_session.close()
    app_context.syncer.stop()


def press(card: FindCard, line: str, key: str) -> str:
    """Give the card a key as the room does; the line after it."""
    if key == "enter":
        card.enter(line)
        return line
    written = key if len(key) == 1 else ""
    reply = card.press(KeyPress(key if not written.isspace() else "space", written))
    if reply is KeyResult.PASSED:
        assert written or key in ("backspace", "escape"), "the room would act on it"
        line = line + written if written else line[:-1] if key == "backspace" else line
        card.text_changed(line)
    return line


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(KEYS)
def test_no_key_of_finding_changes_the_visit(context: FakeContext, keys: list[str]) -> None:
    visit = context.state.visit
    card, line = FindCard(cast("CardContext", context)), ""
    for key in keys:
        line = press(card, line, key)
        found, narrowed = card.found(), card.note_filter()
        assert found.of == len(visit.live_notes)
        assert (narrowed.notes is None) != card.wanted.narrows
        assert narrowed.at in {None, *(note.id for note in found.notes)}
        assert card.label()
        assert card.label_right()
        assert card.view().hint
    assert context.state.visit is visit


def test_the_second_enter_keeps_words_that_no_note_holds(context: FakeContext) -> None:
    card, line = FindCard(cast("CardContext", context)), ""
    for key in [*"nowhere", "enter", "enter"]:
        line = press(card, line, key)
    assert context.told[1:] == ["kept: nowhere"]


def test_a_key_between_makes_the_first_enter_the_first_again(context: FakeContext) -> None:
    card, line = FindCard(cast("CardContext", context)), ""
    for key in [*"nowhere", "enter", "l", "enter"]:
        line = press(card, line, key)
    assert len(context.told) == 2
    assert context.told[0] == context.told[1]


def test_a_writer_without_a_name_is_called_what_they_are(context: FakeContext) -> None:
    patient = context.state.editor.people.patient()
    assert patient is not None
    context.state.session.change_case(
        "", lambda file: with_changed(file, "people", patient.id, name="")
    )
    card = FindCard(cast("CardContext", context))
    press(card, "", "ctrl+t")
    assert card.label() == "Find only: the patient wrote"
