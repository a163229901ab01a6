"""A command is declared once and gives key, palette entry, help and README row."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from companion.commands.catalogue import BY_ID, COMMANDS, EVERY_ROOM, Command, of_room
from companion.commands.keymap import is_key, read_keymap
from companion.packs.catalogue import Catalogue
from companion.services.case.library import CaseLibrary
from companion.services.example.case import make_example
from companion.services.settings import SettingsFile
from companion.ui.app import Companion, CompanionApp, Provided, Start
from companion.ui.rooms.room import Room
from companion.words import command_help
from tests.journeys.conftest import StandingClock, new_context

PROMISED = [
    "app.help",
    "app.quit",
    "app.palette",
    "app.undo",
    "app.redo",
    "room.home",
    "room.prepare",
    "room.visit",
    "room.compare",
    "room.guide",
    "visit.go_to_question",
    "visit.next_question",
    "visit.previous_question",
    "visit.mark_answered",
    "visit.set_state",
    "visit.new_question",
    "visit.say_it_back",
    "visit.number_card",
    "visit.before_you_leave",
    "visit.moment",
    "visit.hide_screen",
    "visit.hand_over",
    "visit.cover",
    "visit.unexpected_news",
    "visit.doctor_is_here",
    "visit.more_time",
    "visit.change_author",
    "visit.end",
    "visit.read_back",
    "note.edit_last",
    "note.change_mark",
    "note.delete",
    "note.move",
]
PROMISED_KEYS = {
    "app.help": ["f1"],
    "app.palette": ["ctrl+p"],
    "visit.go_to_question": ["tab"],
    "visit.mark_answered": ["f2", "ctrl+r"],
    "visit.say_it_back": ["f3", "ctrl+x"],
    "visit.moment": ["f4", "ctrl+e"],
    "visit.doctor_is_here": ["f5", "ctrl+k"],
    "visit.cover": ["f6", "ctrl+d"],
    "visit.new_question": ["f8", "ctrl+n"],
    "visit.before_you_leave": ["f9", "ctrl+u"],
    "visit.hide_screen": ["f12", "ctrl+l"],
    "visit.change_author": ["ctrl+t"],
    "app.go": ["ctrl+g"],
    "app.quit": ["ctrl+q"],
    "app.undo": ["ctrl+z"],
    "app.redo": ["ctrl+y"],
}
TAKEN_BY_TERMINALS = {"f10", "f11", *(f"ctrl+{letter}" for letter in "abjo")} | {
    f"alt+{digit}" for digit in range(10)
}
ANYWHERE = {"app.help", "app.take_over"}
"""Reached by Ctrl+P, the list of everything, too."""
LONGEST_SENTENCE = 90
"""Characters; one row of help."""
LONGEST_TITLE, LONGEST_TITLE_IN_A_VISIT = 28, 24
"""Characters; the keys stand beside it."""


@pytest.mark.promise("keys.ids-and-keys")
def test_every_promised_command_is_there() -> None:
    assert [each for each in PROMISED if each not in BY_ID] == []


@pytest.mark.promise("keys.ids-and-keys")
def test_the_promised_keys_are_the_default_ones() -> None:
    assert {name: list(BY_ID[name].keys) for name in PROMISED_KEYS} == PROMISED_KEYS


def test_every_function_key_of_the_visit_has_a_second_key_that_arrives_everywhere() -> None:
    alone = [
        each.id
        for each in COMMANDS
        if "visit" in each.rooms and each.id not in ANYWHERE
        if any(key.startswith("f") for key in each.keys)
        if all(key.startswith("f") or key in TAKEN_BY_TERMINALS for key in each.keys)
    ]
    assert alone == []


def test_every_command_has_its_own_id() -> None:
    assert [name for name, n in Counter(each.id for each in COMMANDS).items() if n > 1] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each.id)
def test_every_command_has_a_title_and_one_plain_sentence(command: Command) -> None:
    title, sentence = command_help.title(command.id), command_help.sentence(command.id)
    assert title[0].isupper()
    assert not title.endswith(".")
    assert len(title) <= (LONGEST_TITLE_IN_A_VISIT if "visit" in command.rooms else LONGEST_TITLE)
    assert sentence.endswith(".")
    assert len(sentence) <= LONGEST_SENTENCE
    assert set(command.rooms) <= set(EVERY_ROOM)
    assert command.rooms


@pytest.mark.parametrize("room", EVERY_ROOM)
def test_no_two_commands_of_a_room_share_a_key(room: str) -> None:
    taken = Counter(key for command in of_room(room) for key in command.keys)
    assert {key: n for key, n in taken.items() if n > 1} == {}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each.id)
def test_no_command_rests_on_a_key_that_a_terminal_may_keep(command: Command) -> None:
    assert all(is_key(key) for key in command.keys)
    assert not command.keys or set(command.keys) - TAKEN_BY_TERMINALS


@pytest.mark.promise("keys.cards")
@pytest.mark.parametrize("room", EVERY_ROOM)
async def test_every_command_has_its_act_in_its_room(room: str) -> None:
    context = new_context(StandingClock())
    library = CaseLibrary(context)
    case_id = make_example(library, Catalogue())
    provided = Provided(
        library=library,
        example=lambda: library,
        catalogue=Catalogue,
        keymap=read_keymap(""),
        settings=SettingsFile(context),
    )
    visit_id = context.visit_ids(case_id)[0] if room == "visit" else None
    app = CompanionApp(Companion(provided, Start(room, case_id, visit_id)))
    async with app.run_test() as pilot:
        await pilot.pause()
        shown = app.screen
        assert isinstance(shown, Room)
        assert room == shown.NAME
        assert set(shown.commands()) == {each.id for each in of_room(room)}
    context.syncer.stop()


def test_the_list_of_keys_is_plain_data() -> None:
    rows = [
        {
            "id": each.id,
            "keys": each.keys,
            "rooms": each.rooms,
            "sentence": command_help.sentence(each.id),
        }
        for each in COMMANDS
    ]
    assert json.loads(json.dumps(rows))[0]["id"] == COMMANDS[0].id
