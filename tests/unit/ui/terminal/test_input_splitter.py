from __future__ import annotations

import itertools

import pytest

from companion.ui.terminal.input_splitter import (
    JOIN_WAIT,
    PASTE_END,
    PASTE_START,
    PASTE_WAIT,
    ControlSequence,
    Escape,
    InputSplitter,
    Pasted,
    Piece,
    Typed,
    forgiving_decoder,
)

LOCAL = 0.01
KEYS = (
    "\x1b[A",
    "\x1bOA",
    "\x1bOP",
    "\x1b[1;5D",
    "\x1b[15~",
    "\x1b[97;5u",
    "\x1b[97;;97u",
    "\x1b[[A",
    "\x1b[<35;10;5M",
    "\x1b[M !!",
    "\x1b[?2026;2$y",
    "\x1b[I",
)


def cut(*reads: tuple[float, str], until: float = 10.0) -> list[Piece]:
    """Everything that comes of these reads at these times, and of the waiting after them."""
    cutter = InputSplitter(LOCAL)
    pieces: list[Piece] = []
    for at, text in reads:
        while cutter.due_at is not None and cutter.due_at <= at:
            pieces += cutter.tick(cutter.due_at)
        pieces += cutter.feed(text, at)
    while cutter.due_at is not None and cutter.due_at <= until:
        pieces += cutter.tick(cutter.due_at)
    return pieces


def texts(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, Typed))


@pytest.mark.parametrize("key", KEYS)
def test_a_key_in_one_piece_is_one_sequence(key: str) -> None:
    assert cut((0, key)) == [ControlSequence(key)]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("gap", [0.001, 0.009])
def test_a_key_torn_at_every_byte_is_still_one_key(key: str, gap: float) -> None:
    assert cut(*((index * gap, byte) for index, byte in enumerate(key))) == [ControlSequence(key)]


@pytest.mark.promise("keys.escape")
@pytest.mark.parametrize("key", [key for key in KEYS if key[1] == "[" or key[2] in "AP"])
@pytest.mark.parametrize("gap", [0.02, 0.05, 0.09])
def test_a_key_torn_after_esc_acted_never_becomes_text(key: str, gap: float) -> None:
    pieces = cut((0, "\x1b"), (gap, key[1:]))
    assert pieces == [Escape(), ControlSequence(key)]


def test_bytes_of_a_key_torn_slowly_at_every_place_never_become_text() -> None:
    for key, place in itertools.product(KEYS, range(1, 8)):
        if place < len(key):
            pieces = cut((0, key[:place]), (0.05, key[place:]))
            assert texts(pieces) == "", (key, place, pieces)


@pytest.mark.promise("keys.escape")
def test_escape_alone_acts_after_ten_milliseconds() -> None:
    cutter = InputSplitter(LOCAL)
    assert list(cutter.feed("\x1b", 5.0)) == []
    assert cutter.due_at == pytest.approx(5.01)
    assert list(cutter.tick(5.005)) == []
    assert list(cutter.tick(5.01)) == [Escape()]
    assert cutter.due_at is None


def test_a_bracket_typed_after_escape_is_text() -> None:
    assert cut((0, "\x1b"), (0.05, "[")) == [Escape(), Typed("[")]
    assert cut((0, "\x1b"), (0.02 + JOIN_WAIT, "[x")) == [Escape(), Typed("[x")]


def test_words_typed_right_after_escape_stay_words() -> None:
    assert texts(cut((0, "\x1b"), (0.05, "Oh no"))) == "Oh no"
    assert texts(cut((0, "\x1b"), (0.05, "O"))) == "O"
    assert texts(cut((0, "\x1b"), (0.05, "yes"))) == "yes"


def test_escape_twice_is_two_escapes() -> None:
    assert cut((0, "\x1b\x1b")) == [Escape(), Escape()]
    assert cut((0, "\x1b\x1b[A")) == [Escape(), ControlSequence("\x1b[A")]


def test_alt_and_a_letter_is_one_key() -> None:
    assert cut((0, "\x1bf")) == [ControlSequence("\x1bf", broken=True)]
    assert cut((0, "\x1b[")) == [ControlSequence("\x1b[", broken=True)]


def test_letters_after_a_sequence_no_terminal_sends_are_kept() -> None:
    assert texts(cut((0, "\x1b[12é"))) == "é"
    assert texts(cut((0, "abc\x1b[1;5Ddef"))) == "abcdef"


def test_a_paste_is_one_piece_with_its_controls() -> None:
    text = "a\x1b[31mb\x1b]52;c;x\x07\nc"
    assert cut((0, f"x{PASTE_START}{text}{PASTE_END}y")) == [Typed("x"), Pasted(text), Typed("y")]


def test_a_paste_torn_at_every_byte_is_one_piece() -> None:
    whole = f"{PASTE_START}on\x1b[20e\x1b\ntwo{PASTE_END}"
    assert cut(*((index * 0.001, byte) for index, byte in enumerate(whole))) == [
        Pasted("on\x1b[20e\x1b\ntwo")
    ]


@pytest.mark.parametrize("rest", ["", "\x1b", "\x1b[20"])
def test_a_lost_end_of_paste_heals(rest: str) -> None:
    pieces = cut((0, f"{PASTE_START}pasted{rest}"), (PASTE_WAIT + 0.1, "typed"))
    assert pieces == [Pasted(f"pasted{rest}"), Typed("typed")]


def test_typing_on_after_a_lost_end_of_paste_does_not_put_off_the_healing() -> None:
    typed = [(0.2 + 0.2 * index, letter) for index, letter in enumerate("abcdefghijklmnop")]
    pieces = cut((0, f"{PASTE_START}pasted "), *typed)
    assert pieces[0] == Pasted("pasted abcdefghi")
    assert texts(pieces) == "jklmnop"


def test_a_long_paste_in_slow_pieces_stays_whole() -> None:
    reads = [(float(index), f"part {index} ") for index in range(6)]
    pieces = cut((0, PASTE_START), *reads, (6.0, PASTE_END))
    assert pieces == [Pasted("".join(text for _, text in reads))]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"caf\xe9", "café"),
        (b"caf\xc3\xa9", "café"),
        (b"\x93quoted\x94", "“quoted”"),
        (b"\x81", "\ufffd"),
        (b"\xed\xa0\x80", "í\xa0€"),
        (b"\xc0\xaf", "À¯"),
        (b"\xf0\x9f\x98\x80", "\U0001f600"),
    ],
)
def test_a_wrong_byte_becomes_its_western_character(raw: bytes, text: str) -> None:
    decoder = forgiving_decoder()
    assert decoder.decode(raw) + decoder.decode(b"", final=True) == text


def test_a_character_torn_between_two_reads_is_one_character() -> None:
    decoder = forgiving_decoder()
    raw = "né\U0001f600".encode()
    assert "".join(decoder.decode(raw[i : i + 1]) for i in range(len(raw))) == "né\U0001f600"
