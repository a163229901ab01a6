"""The pages of Compare as rows, without a terminal."""

from __future__ import annotations

from datetime import date

from companion.domain.comparison import Verdict
from companion.domain.value import replace
from companion.ui.compare.aspect_view import aspect_rows, aspect_title, title_of, verdict_lines
from companion.ui.compare.table_view import table_rows
from tests.unit.domain.test_outcome import table


def test_the_chosen_verdict_has_a_mark_and_the_others_have_none() -> None:
    first, second = verdict_lines(Verdict.DIFFERS)
    assert first == "( ) 1 same   ( ) 2 same, more exact   (x) 3 different"
    assert second == "( ) 4 not discussed   ( ) 5 can't tell yet"


def test_reasons_are_asked_for_only_where_opinions_differ() -> None:
    for verdict in (Verdict.SAME, None):
        made = table(verdict)
        assert not [row for row in aspect_rows(made, made.aspects[0]) if row.key[:4] == "why/"]
    made = table(Verdict.DIFFERS)
    assert len([row for row in aspect_rows(made, made.aspects[0]) if row.key[:4] == "why/"]) == 6


def test_what_nobody_looked_at_says_so_in_words() -> None:
    made = table()
    texts = [row.right for row in aspect_rows(made, made.aspects[0])]
    assert "not compared yet" in texts


def test_an_opinion_of_another_year_says_so() -> None:
    made = table()
    given = replace(made.columns[0], day=date(2026, 10, 12))
    made.today = date(2026, 12, 3)
    assert title_of(made, given) == "Dr Lindqvist, 12 October"
    made.today = date(2027, 1, 1)
    assert title_of(made, given) == "Dr Lindqvist, 12 October 2026"


def test_no_line_of_the_table_is_wider_than_it_may_be() -> None:
    for width in (76, 96, 116):
        assert all(len(row.text) <= width for row in table_rows(table(Verdict.SAME), width))


def test_with_many_opinions_the_table_shows_what_fits_and_says_how_many_more() -> None:
    made = table(Verdict.SAME)
    made.columns = made.columns * 4
    rows = table_rows(made, 116)
    assert "Dr Lindqvist" in rows[0].text
    assert rows[1].text.startswith("Right: 5 more.")
    assert all(len(row.text) <= 116 for row in rows)
    others = table_rows(made, 116, first=2)
    assert others[1].text.startswith("Left: 2 more. Right: 3 more.")
    assert table_rows(made, 116, first=99)[1].text.startswith("Left: 5 more. Enter")


def test_a_visit_that_cannot_be_read_is_named_as_missing() -> None:
    made = table()
    made.case = replace(made.case, unreadable=("visit009",))
    assert "can't be read" in aspect_rows(made, made.aspects[0])[0].text


def test_in_a_narrow_window_no_verdict_is_broken_over_two_lines() -> None:
    lines = verdict_lines(Verdict.DIFFERS, 52)
    assert len(lines) == 3
    assert lines[1] == "(x) 3 different   ( ) 4 not discussed"


def test_a_long_name_of_a_row_is_cut_in_the_title_and_stands_whole_below_it() -> None:
    made = table(Verdict.SAME)
    long = replace(made.aspects[0], text="What each of them says about flying to Oslo by night")
    made.aspects = (long, *made.aspects[1:])
    for width in (56, 76):
        title, right = aspect_title(made, long, width)
        assert title.endswith("…")
        assert right.startswith("topic 1 of 5 · ")
        assert right.endswith(" ·····")
        assert len(title) + len(right) <= width
        assert aspect_rows(made, long, width)[0].text == long.text
    assert aspect_rows(made, made.aspects[1])[0].key.startswith("title/")


def test_what_stands_beside_a_name_gives_way_to_it() -> None:
    made = table(Verdict.SAME)
    name = made.aspects[0].text
    for width in (46, 56, 76):
        assert aspect_title(made, made.aspects[0], width)[0] == name


def test_heads_of_opinions_are_alike_at_every_width() -> None:
    made = table(Verdict.SAME)
    for width in (38, 50, 58, 66, 78, 97, 98, 118):
        rows = aspect_rows(made, made.aspects[0], width)
        heads = [row for row in rows if row.key.startswith("title/")]
        about = [row for row in rows if row.key.startswith("about/")]
        assert len(heads) == len(made.columns)
        assert len({(row.mood, row.beside) for row in heads}) == 1
        assert len(about) in (0, len(made.columns))


def test_opinions_and_reasons_stand_beside_each_other_where_there_is_room() -> None:
    made = table(Verdict.DIFFERS)
    for width, opinions, reasons in ((73, 1, 1), (74, 1, 2), (97, 1, 2), (98, 2, 2)):
        rows = aspect_rows(made, made.aspects[0], width)
        assert {row.beside for row in rows if row.key.startswith("cell/")} == {opinions}
        assert {row.beside for row in rows if row.key.startswith("why/")} == {reasons}
