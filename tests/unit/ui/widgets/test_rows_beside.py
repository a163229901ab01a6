"""Rows that stand beside each other, cells of a table, and open rules within a list."""

from __future__ import annotations

from companion.ui.widgets.row import Row, TableCell, spans, wrap_row
from companion.ui.widgets.row_layout import RowLayout, columns_of


def laid_out(*rows: Row, width: int = 40) -> RowLayout:
    layout = RowLayout()
    layout.rows = rows
    layout.extend(width)
    return layout


def half(key: str, text: str, *, selectable: bool = True) -> Row:
    return Row(key, text, beside=2, parted=True, selectable=selectable)


def test_rows_beside_each_other_stand_on_the_same_lines_and_are_as_tall() -> None:
    layout = laid_out(half("a", "one"), half("b", "word " * 9), Row("c", "below"))
    assert layout.begins(0) == layout.begins(1) == 0
    assert len(layout.parts(0)) == len(layout.parts(1)) == layout.begins(2) == 3
    assert list(layout.beside(1)) == [0, 1]
    assert list(layout.beside(2)) == [2]


def test_a_blank_stands_between_words_and_the_line_at_their_right() -> None:
    each = (41 - 1) // 2 - 1
    layout = laid_out(half("a", "x" * (each - 1) + " end"), half("b", "y" * each))
    assert [line.strip() for line in layout.parts(0)] == ["x" * (each - 1), "end"]
    assert [line.strip() for line in layout.parts(1)] == ["y" * each, ""]
    assert layout.room_of(0) == each - 1
    assert layout.room_of(1) == each


def test_columns_and_the_lines_between_them_take_all_the_room_there_is() -> None:
    assert columns_of(41, half("a", "")) == (20, 20)
    assert columns_of(42, half("a", "")) == (20, 21)
    assert columns_of(41, Row("a", "", beside=2)) == (20, 21)


def test_a_place_on_the_screen_leads_to_the_half_that_is_there() -> None:
    layout = laid_out(half("a", "one"), half("b", "two"), Row("c", "below"))
    assert [layout.place_at(0, x) for x in (0, 19, 21, 40)] == [0, 0, 1, 1]
    assert layout.place_at(1, 30) == 2
    assert (layout.column_of(0), layout.column_of(1), layout.column_of(2)) == (0, 21, 0)


def test_a_row_without_a_neighbor_stands_alone_in_its_half() -> None:
    layout = laid_out(half("a", "one"), Row("b", "two"), Row("c", "x", beside=2))
    assert [layout.begins(n) for n in range(3)] == [0, 1, 2]


def test_keys_go_left_right_and_on_and_the_heads_above_come_with_the_row() -> None:
    heads = half("x", "Dr A", selectable=False), half("y", "Dr B", selectable=False)
    layout = laid_out(Row("top", "top"), *heads, half("a", "one"), half("b", "two"), Row("c", ""))
    assert layout.next_selectable(3, 1) == 4
    assert layout.next_selectable(4, 1) == 5
    assert layout.top_for(4, 2, 3) == layout.begins(1)


def test_cells_are_wrapped_each_in_its_own_column_and_none_is_cut() -> None:
    cells = (
        TableCell("Plan", 6, "strong"),
        TableCell("Factor when needed", 10),
        TableCell("****", 4, "mark", 0),
    )
    row = Row("plan", "", cells=(*cells, TableCell("·", 1, "muted", 0)))
    assert wrap_row(row, 40) == (
        "Plan    Factor      ****·",
        "        when",
        "        needed",
    )
    marks = spans(row, " Plan    Factor      ****·", 1)
    assert marks == [(1, 7, "strong"), (21, 25, "mark"), (25, 26, "muted")]


def test_wide_signs_move_no_cell_beside_them() -> None:
    row = Row("plan", "", cells=(TableCell("漢字", 6), TableCell("same", 6, "good")))
    (line,) = wrap_row(row, 40)
    ((begins, ends, _),) = spans(row, f" {line}  ", 1)
    assert f" {line}"[begins:ends].strip() == "same"


def test_words_in_a_rule_fill_the_line_and_stand_below_it_where_there_is_no_room() -> None:
    row = Row("rule", "How do these compare?", right="based on 5 notes", rule=True)
    (line,) = wrap_row(row, 50)
    assert len(line) == 50
    assert line == " How do these compare? ──────── based on 5 notes ─"
    narrow = wrap_row(row, 38)
    assert narrow[0] == " How do these compare? " + "─" * 15
    assert narrow[1].strip() == "based on 5 notes"
    assert all(len(each) <= 38 for each in (*narrow, *wrap_row(row, 16)))


def test_prose_ends_where_the_eye_still_finds_the_next_line() -> None:
    lines = wrap_row(Row("a", "word " * 40, prose=True), 120)
    assert max(len(line) for line in lines) <= 76


def test_more_about_a_cell_stands_below_its_words_and_may_be_passed_over() -> None:
    row = Row("plan", "", cells=(TableCell("different", 12, "mark", below="2 notes"),))
    first, second = wrap_row(row, 20)
    assert (first.strip(), second.strip()) == ("different", "2 notes")
    assert [mood for *_, mood in spans(row, f" {first}", 1)] == ["mark"]
    assert [mood for *_, mood in spans(row, f" {second}", 1)] == ["muted"]
