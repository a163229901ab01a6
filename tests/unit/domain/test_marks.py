"""The six marks a line may begin with; everything else is text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from companion.domain.marks import MARKS, NoteKind, read_mark, write_mark

texts = some.text(max_size=40) | some.text('"=?!#~\\ \n5mg', max_size=8)


@pytest.mark.promise("text.marks")
@pytest.mark.parametrize(("mark", "kind"), MARKS.items())
def test_a_mark_followed_by_a_blank_is_no_part_of_the_text(mark: str, kind: NoteKind) -> None:
    assert read_mark(f"{mark} words") == (kind, "words")
    assert read_mark(f"{mark}  words ") == (kind, " words ")


@pytest.mark.promise("text.marks")
@pytest.mark.parametrize(("mark", "kind"), MARKS.items())
def test_a_mark_alone_is_kept_as_a_moment(mark: str, kind: NoteKind) -> None:
    assert read_mark(mark) == (kind, "")
    assert read_mark(f"{mark} ") == (kind, "")


@pytest.mark.promise("text.marks")
@pytest.mark.parametrize(
    "line",
    ["~50 mg", "#3", '"No," she said', "?what", " # 2 in 100", "5 mg", "-", "a # b", ""],
)
def test_anything_else_is_text_and_kept_whole(line: str) -> None:
    assert read_mark(line) == (NoteKind.PLAIN, line)


@pytest.mark.promise("text.marks")
@pytest.mark.parametrize("first", [*MARKS, "\\"])
def test_a_backslash_before_a_mark_is_dropped_once_and_makes_a_plain_note(first: str) -> None:
    assert read_mark(f"\\{first} words") == (NoteKind.PLAIN, f"{first} words")


@pytest.mark.promise("text.marks")
@pytest.mark.parametrize("line", ["\\", "\\n", "C:\\temp", "a\\# b"])
def test_any_other_backslash_is_text(line: str) -> None:
    assert read_mark(line) == (NoteKind.PLAIN, line)


@pytest.mark.promise("text.marks")
def test_a_paste_is_marked_only_by_its_first_line() -> None:
    assert read_mark("? one\n! two") == (NoteKind.UNCLEAR, "one\n! two")


@given(some.sampled_from(NoteKind), texts)
def test_every_note_can_be_typed_again_as_it_is(kind: NoteKind, text: str) -> None:
    assert read_mark(write_mark(kind, text)) == (kind, text)
