"""Whatever the user's own keys say, help and quit stay reachable, and nothing is lost silently."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from companion.commands.catalogue import BY_ID, COMMANDS
from companion.commands.keymap import DEFAULTS, NEEDED, clash, is_key, read_keymap

ids = some.sampled_from([each.id for each in COMMANDS])
keys = some.sampled_from(["f1", "f2", "f8", "ctrl+q", "ctrl+n", "ctrl+p", "tab", "x", "escape"])
lines = some.one_of(
    some.builds("{}: {}".format, ids, keys),
    some.builds("{}: {}, {}".format, ids, keys, keys),
    some.builds("{}:".format, ids),
    some.builds("{}: {}".format, some.sampled_from(NEEDED), keys),
    some.builds("{}: {}".format, some.text(max_size=12), keys),
    some.builds("{}: {}".format, ids, some.text(max_size=8)),
    some.text(max_size=30),
)
files = some.lists(lines, max_size=12).map("\n".join)


@pytest.mark.promise("keys.own-keys")
@given(files)
@settings(max_examples=300)
def test_help_and_quit_stay_reachable_whatever_the_file_says(text: str) -> None:
    keymap = read_keymap(text)
    for name in NEEDED:
        assert keymap.keys[name]
        assert all(is_key(key) for key in keymap.keys[name])


@given(files)
@settings(max_examples=300)
def test_no_two_commands_of_a_room_get_one_key(text: str) -> None:
    keymap = read_keymap(text)
    assert clash(keymap.keys) is None
    assert set(keymap.keys) == set(BY_ID)


@given(files)
@settings(max_examples=300)
def test_every_line_is_applied_or_reported_with_its_number(text: str) -> None:
    keymap = read_keymap(text)
    reported = {problem.line for problem in keymap.problems}
    for number, line in enumerate(text.splitlines(), 1):
        name, colon, wanted = (part.strip() for part in line.partition(":"))
        if not line.strip() or line.strip().startswith("#") or number in reported:
            continue
        assert colon
        assert name in BY_ID
        later = text.splitlines()[number:]
        if all(each.partition(":")[0].strip() != name for each in later):
            asked = tuple(key.strip() for key in wanted.split(",") if key.strip())
            assert keymap.keys[name] == asked


def test_a_wrong_line_does_not_spoil_the_right_ones() -> None:
    text = "visit.new_question: f13\nno such thing\nvisit.gone: f3\napp.help:\nvisit.end: f99\n"
    keymap = read_keymap(text)
    assert keymap.keys["visit.new_question"] == ("f13",)
    assert [problem.line for problem in keymap.problems] == [2, 3, 4, 5]
    assert all(problem.sentence for problem in keymap.problems)


def test_a_clash_is_reported_and_the_usual_key_stays() -> None:
    keymap = read_keymap("visit.new_question: f1\n")
    assert [problem.line for problem in keymap.problems] == [1]
    assert keymap.keys["visit.new_question"] == DEFAULTS["visit.new_question"]
    assert keymap.keys["app.help"] == DEFAULTS["app.help"]


def test_two_commands_can_swap_their_keys() -> None:
    keymap = read_keymap("visit.say_it_back: f4\nvisit.moment: f3\n")
    assert keymap.problems == ()
    assert keymap.keys["visit.say_it_back"] == ("f4",)
