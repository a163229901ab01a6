from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events

from companion.ui.terminal.editing_keys import digit_of, is_press, names
from companion.ui.terminal.key_reader import KeyReader

MODIFYING = (*range(57358, 57364), *range(57428, 57455))
"""Locks, Print Screen, Pause, Menu, media keys, and all keys that only modify."""


def pressed(*reads: str) -> list[events.Key]:
    reader = KeyReader(0.01)
    now, found = 0.0, []
    for raw in reads:
        found += list(reader.feed(raw.encode(), now))
        now += 0.001
    while reader.due_at is not None:
        found += list(reader.tick(reader.due_at))
    return [event for event in found if isinstance(event, events.Key)]


def text_of(*reads: str) -> str:
    return "".join(event.character or "" for event in pressed(*reads))


@pytest.mark.parametrize(
    ("sequence", "text"),
    [
        ("97;2", "A"),
        ("97;2;65", "A"),
        ("97:65;2", "A"),
        ("97:65;2;65", "A"),
        ("38:49;2", "1"),
        ("38:49:49;2;49", "1"),
        ("233::50;;233", "é"),
        ("97;65", "A"),
        ("97;66", "a"),
        ("97;129", "a"),
        ("97;193", "A"),
        ("49;65", "1"),
        ("38;129", "&"),
        ("32", " "),
        ("32;2", " "),
        ("59:58;2", ":"),
        ("0;;229", "å"),
        ("0;;101:769", "e\u0301"),
        ("0;;128104:8205:128105:8205:128103:8205:128102:8205:128118", "👨‍👩‍👧‍👦‍👶"),
        ("97;;229", "å"),
        ("97;3;229", "å"),
        ("113;7;64", "@"),
        ("1090::110;;1090", "т"),
        ("1090:1058:110;2", "Т"),
        ("223;2", "ß"),
        ("97;1:2;97", "a"),
        ("57399", "0"),
        ("57404;129;53", "5"),
        ("57409", "."),
        ("57413;1", "+"),
        ("57416", ","),
    ],
)
def test_a_key_writes_what_it_writes(sequence: str, text: str) -> None:
    assert text_of(f"\x1b[{sequence}u") == text


@pytest.mark.parametrize(
    ("sequence", "text"),
    [("27;2;65~", "A"), ("27;2;33~", "!"), ("27;1;97~", "a"), ("27;65;97~", "A")],
)
def test_a_key_as_xterm_tells_it_writes_what_it_writes(sequence: str, text: str) -> None:
    assert text_of(f"\x1b[{sequence}") == text


@pytest.mark.parametrize(
    ("sequence", "key"),
    [
        ("97;5u", "ctrl+a"),
        ("97;5;97u", "ctrl+a"),
        ("97;69u", "ctrl+a"),
        ("97;133u", "ctrl+a"),
        ("122;6u", "ctrl+shift+z"),
        ("27;6;90~", "ctrl+shift+z"),
        ("1103::122;5u", "ctrl+z"),
        ("1049::113;5u", "ctrl+q"),
        ("97;3u", "alt+a"),
        ("97;3;97u", "alt+a"),
        ("97;9u", "super+a"),
        ("97;17u", "hyper+a"),
        ("97;33u", "meta+a"),
        ("32;5u", "ctrl+space"),
        ("13u", "enter"),
        ("13;65u", "enter"),
        ("13;2u", "enter"),
        ("13;;13u", "enter"),
        ("27;5;13~", "ctrl+enter"),
        ("127;2u", "backspace"),
        ("127;5u", "ctrl+backspace"),
        ("27;2u", "escape"),
        ("27;129u", "escape"),
        ("9;2u", "shift+tab"),
        ("9;130u", "shift+tab"),
        ("57414u", "enter"),
        ("57414;129u", "enter"),
        ("57417u", "left"),
        ("57418;2u", "shift+right"),
        ("57419;5u", "ctrl+up"),
        ("57421u", "pageup"),
        ("57424u", "end"),
        ("57426u", "delete"),
        ("57400;5u", "ctrl+1"),
        ("1;129A", "up"),
        ("1;66B", "shift+down"),
        ("1;1:2C", "right"),
        ("5;129~", "pageup"),
        ("15;65~", "f5"),
        ("1;65P", "f1"),
        ("1;2R", "shift+f3"),
        ("57376u", "f13"),
    ],
)
def test_a_key_that_writes_nothing_has_the_name_the_bindings_use(sequence: str, key: str) -> None:
    (event,) = pressed(f"\x1b[{sequence}")
    assert event.key == key
    assert not event.is_printable


@pytest.mark.promise("keys.modifiers")
@pytest.mark.parametrize("code", MODIFYING)
def test_a_key_that_only_modifies_is_no_key(code: int) -> None:
    ways = ("", ";2", ";1:1", ";2:2", ";2:3", ";65", ";130", ";256:3", ":;2", ";;")
    assert [way for way in ways if pressed(f"\x1b[{code}{way}u")] == []


@pytest.mark.parametrize(
    "sequence",
    [
        *("97;1:3u", "97;1:3;97u", "13;1:3u", "1;1:3A", "5;1:3~", "57399;1:3u"),
        *("57500u", "57344u", "63743u", "0u", "u", "1u", "0;;57441u", "0;;7u", "0;;55296u"),
        *("99999999u", "1114112u", "0;;1114112u", "1;2;3;4u", "55296u", "57427u", "1;1E"),
        *("?25u", "?61;4c", "12;40R", ">1;2;3u"),
    ],
)
def test_a_key_let_go_or_one_nobody_knows_is_nothing(sequence: str) -> None:
    assert pressed(f"\x1b[{sequence}") == []


def test_what_a_press_carries_counts_without_the_numbers_protocols_use_for_keys() -> None:
    assert text_of("\x1b[0;;97:57441:98u") == "ab"


def _as_kitty(character: str, way: int) -> str:
    """One of the ways in which terminals tell that a character was typed."""
    code = ord(character)
    above = character.upper()
    is_shifted = character.isupper() and len(character.lower()) == 1
    own = ord(character.lower()) if is_shifted else code
    back = is_shifted and chr(own).upper() == character
    ways = [
        character if character > "\x1f" else f"\x1b[0;;{code}u",
        f"\x1b[0;;{code}u",
        f"\x1b[{code};;{code}u",
        f"\x1b[{own}:{code};2;{code}u" if back else f"\x1b[{own};;{code}u",
        f"\x1b[{own}:{code}:97;2:1;{code}u" if back else f"\x1b[{own}::97;129;{code}u",
        f"\x1b[{own};2u" if back and character.isalpha() else f"\x1b[{code};1u",
        f"\x1b[{own};65u" if back and character.isalpha() else f"\x1b[{code};129u",
        f"\x1b[27;2;{code}~" if above == character else f"\x1b[27;1;{code}~",
    ]
    return ways[way % len(ways)]


TYPED = st.characters(exclude_categories=("Cc", "Cs", "Co")) | st.sampled_from("aAzZ09éÉ1!тТ")
NOISE = st.builds(
    "\x1b[{}{}u".format,
    st.sampled_from(MODIFYING),
    st.sampled_from(("", ";2", ";1:1", ";2:2", ";1:3", ";65:3", ";130")),
) | st.sampled_from(("\x1b[97;1:3u", "\x1b[13;1:3u", "\x1b[1;1:3A", "\x1b[I"))


@pytest.mark.promise("keys.modifiers")
@settings(max_examples=300)
@given(
    pieces=st.lists(st.tuples(TYPED, st.integers(0, 7), st.lists(NOISE, max_size=2)), max_size=20),
    cuts=st.lists(st.integers(1, 40), max_size=20),
)
def test_what_was_typed_is_read_however_it_is_told_and_torn_and_whatever_else_is_held(
    pieces: list[tuple[str, int, list[str]]], cuts: list[int]
) -> None:
    stream = "".join(_as_kitty(character, way) + "".join(noise) for character, way, noise in pieces)
    reads, rest = [], stream
    for cut in cuts:
        reads.append(rest[:cut])
        rest = rest[cut:]
    assert text_of(*reads, rest) == "".join(character for character, _, _ in pieces)


@given(st.characters(codec="utf-8"))
def test_a_digit_is_a_number_or_nothing(character: str) -> None:
    digit = digit_of(character)
    assert (digit is not None) == (unicodedata.category(character) == "Nd")
    assert digit is None or digit == int(character)


@pytest.mark.parametrize(
    ("key", "character", "expected"),
    [
        ("n", "n", ["n"]),
        ("N", "N", ["N", "n"]),
        ("n", "т", ["т", "n"]),
        ("n", "Т", ["Т", "т", "n"]),
        ("т", "т", ["т"]),
        ("ｎ", "ｎ", ["ｎ", "n"]),
        ("٣", "٣", ["٣", "3"]),
        ("²", "²", ["²"]),
        ("slash", "/", ["slash"]),
        ("ctrl+n", None, ["ctrl+n"]),
    ],
)
def test_a_key_may_be_bound_under_these_names(
    key: str, character: str | None, expected: list[str]
) -> None:
    assert list(names(events.Key(key, character))) == expected


@pytest.mark.parametrize(
    "key", ["left_shift", "right_meta", "caps_lock", "ctrl+num_lock", "media_play", "mute_volume"]
)
def test_a_key_that_only_modifies_is_no_press_whoever_read_it(key: str) -> None:
    assert not is_press(events.Key(key, None))
    assert is_press(events.Key("m", None))
