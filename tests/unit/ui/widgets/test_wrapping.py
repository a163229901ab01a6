"""Rows are broken into lines as Textual breaks them, only sooner."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from companion.ui.widgets.row import Row, wrap_row, wrapped

PLAIN = st.text(alphabet="ab,- ", max_size=80)
ANY = st.text(alphabet="ab é漢\u0301\t\n", max_size=40)


@given(PLAIN | ANY, st.integers(8, 30))
def test_every_text_is_broken_where_textual_breaks_it(text: str, width: int) -> None:
    lines = wrapped(text, width)
    by_textual = [line.plain for line in Content(text).wrap(width)] or [""]
    assert [line.rstrip() for line in lines] == [line.rstrip() for line in by_textual]


@given(PLAIN, st.integers(8, 30))
def test_no_word_is_lost_between_two_lines(text: str, width: int) -> None:
    assert "".join("".join(wrapped(text, width)).split()) == "".join(text.split())


def test_a_row_is_set_in_below_its_lead_and_its_end_is_never_cut() -> None:
    row = Row("note", "he would rather measure it again", lead="09:00 ? ", right="12 ")
    assert wrap_row(row, 30) == (
        "09:00 ? he would rather    12 ",
        "        measure it again",
    )


def test_what_takes_much_room_at_the_right_stands_below_rather_than_break_the_words() -> None:
    row = Row("a", "Questions with room to write", right="if you leave the laptop at home")
    assert wrap_row(row, 58) == (
        "Questions with room to write",
        "                           if you leave the laptop at home",
    )
    assert len(wrap_row(row, 62)) == 1
    short = Row("a", "Lab reports, with inhibitor tests", right="Wed 25 Nov")
    assert wrap_row(short, 40)[0].endswith("  Wed 25 Nov")


def test_words_that_belong_together_are_never_broken_at_the_end_of_a_row() -> None:
    row = Row("a", "Will you work with Dr Lindqvist?", lead="[ ] 5  ", tail="(after Alva)")
    for width in range(30, 60):
        lines = wrap_row(row, width)
        assert sum("(after Alva)" in line for line in lines) == 1, lines
        assert max(map(len, lines)) <= width
    assert len(wrap_row(row, 60)) == 1


def test_where_a_row_has_one_line_what_belongs_together_goes_as_a_whole() -> None:
    row = Row("a", "Will you work with Dr Lindqvist?", lead="[ ] 5  ", tail="(after Alva)", most=1)
    for width in range(30, 60):
        (line,) = wrap_row(row, width)
        assert len(line) <= width
        assert line.rstrip().endswith(("(after Alva)", "…"))
        assert "(after" not in line.replace("(after Alva)", "")
        assert "  " not in line.removeprefix("[ ] 5  ").strip()
