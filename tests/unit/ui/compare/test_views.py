"""The pages of Compare as rows, without a terminal."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from companion.domain.case import Case, CaseAbout, CaseFile
from companion.domain.changes import with_added
from companion.domain.comparison import Cell, Opinion, Verdict
from companion.domain.comparison_table import Column, ComparisonTable
from companion.domain.note import Note
from companion.domain.option import CareOption
from companion.domain.options_table import OptionsTable
from companion.domain.people import Person, Role
from companion.domain.value import replace
from companion.services.compare.next_steps import NextSteps, paths
from companion.ui.compare.aspect_view import (
    TOGETHER,
    air,
    aspect_rows,
    aspect_title,
    title_of,
    verdict_lines,
)
from companion.ui.compare.now_view import PATH, doing_rows
from companion.ui.compare.options_view import Looking, rows_of
from companion.ui.compare.rating_view import rating_rows
from companion.ui.compare.table_view import FRAME, table_rows
from companion.ui.compare.view import ROOM_LINES, TALL, fitting
from companion.ui.widgets.row import Row
from companion.ui.widgets.row_layout import RowLayout
from tests.unit.domain.test_outcome import table
from tests.unit.services.preparing_case import new_session

GIVEN = datetime(2026, 10, 12, 9, tzinfo=UTC)


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


def test_in_a_window_of_a_hundred_columns_all_verdicts_stand_on_one_line() -> None:
    for verdict in (None, *Verdict):
        (line,) = verdict_lines(verdict, 98)
        assert len(line) <= 95
        assert all(f") {number} " in line for number in range(1, 6))


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


def test_opinions_that_do_not_all_fit_beside_each_other_stand_in_rows_of_as_many_as_do() -> None:
    made = table(Verdict.SAME)
    for count, width, each in ((3, 98, 2), (3, 148, 3), (5, 98, 2), (5, 118, 2)):
        made.columns = tuple(
            Column(Opinion(id=f"opinion{number}"), None, f"Dr {number}", None)
            for number in range(count)
        )
        made._lines.clear()
        rows = aspect_rows(made, made.aspects[0], width)
        beside = [row for row in rows if row.beside == each]
        heads = [row.text for row in beside if row.key.startswith("title/") and row.text]
        assert [head.partition(",")[0] for head in heads] == [f"Dr {n}" for n in range(count)]
        tight = [row for row in rows if not row.key.startswith("air/")]
        for shown in (rows, tight):
            layout = RowLayout()
            layout.rows = tuple(shown)
            layout.extend(width)
            for column in made.columns:
                place = [row.key for row in shown].index(f"cell/{column.key}")
                assert len(layout.beside(place)) == each
        assert len({row.key for row in rows if row.selectable}) == sum(
            row.selectable for row in rows
        )


def test_two_opinions_fit_into_the_table_at_eighty_columns_and_none_is_cut() -> None:
    made = table(Verdict.SAME)
    head, *rows = table_rows(made, 78)
    assert [cell.text.partition(",")[0] for cell in head.cells[1:3]] == [
        "Dr Lindqvist",
        "Dr Okafor",
    ]
    assert not [row for row in rows if row.key == "more"]


def test_three_opinions_are_in_the_table_of_a_window_of_a_hundred_columns() -> None:
    made = table(Verdict.SAME)
    made.columns = (*made.columns, made.columns[0])
    assert not [row for row in table_rows(made, 98) if row.key == "more"]


def test_every_note_behind_words_of_ones_own_stands_beside_them() -> None:
    notes = tuple(Note(id=f"note000{n}", text=text) for n, text in enumerate(("One", "Two")))
    cell = Cell(
        id="cell0001",
        opinion_id="opinion2",
        aspect_id="aspect00",
        text="In short",
        note_ids=tuple(note.id for note in notes),
    )
    made = table(Verdict.SAME, notes=notes, cells=(cell,))
    (row,) = (
        row
        for row in aspect_rows(made, made.aspects[0])
        if row.key.startswith("cell/") and "In short" in row.text
    )
    assert row.text.split("\n") == ["In short", "One", "Two"]
    shown = " ".join(row.text for row in table_rows(made, 118))
    assert all(text in shown for text in ("In short", "One", "Two"))


def test_where_not_all_blank_lines_have_room_those_between_opinions_stay_longest() -> None:
    made = table(Verdict.DIFFERS)
    rows = aspect_rows(made, made.aspects[0])
    layout = RowLayout()
    layout.rows = tuple(rows)
    layout.extend(78)
    for less in range(layout.height):
        shown = fitting(layout, rows, 78, layout.height - less)
        blank = {row.key.split("/")[1] for row in shown if row.key.startswith("air/")}
        opinions = {column.key for column in made.columns}
        assert opinions <= blank or not blank
    assert not blank


def test_how_to_rate_is_said_once_above_all_opinions() -> None:
    made = table(Verdict.SAME)
    alva = Person(id="alva0000", name="Alva", role=Role.PATIENT)
    made.case = replace(made.case, file=replace(made.case.file, people=(alva,)))
    for beside in (1, 2):
        rows = rating_rows(made, alva.id, beside=beside)
        assert [row.key for row in rows if row.key.startswith("about/")] == [rows[0].key]
        assert rows[-1].text


@pytest.mark.parametrize("opinions", range(2, 7))
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (120, 36), (160, 45)])
def test_the_answers_to_how_they_compare_stand_with_the_question_for_any_number_of_opinions(
    opinions: int, size: tuple[int, int]
) -> None:
    judged = ComparisonTable(with_opinions(opinions))
    width, room = size[0] - FRAME, size[1] - ROOM_LINES
    rows = aspect_rows(judged, judged.aspects[0], width)
    layout = RowLayout()
    layout.rows = tuple(fitting(RowLayout(), rows, width, room))
    layout.extend(width)
    keys = [row.key for row in layout.rows]
    for at in range(max(1, layout.height - room + 1)):
        top = layout.top_for(keys.index(TOGETHER), at, room)
        shown = {keys[n] for n in range(len(keys)) if layout.shows(n, top, room)}
        assert {key for key in keys if key.startswith(("verdicts/", "why/"))} <= shown


@pytest.mark.parametrize("room", [10, 20, 32])
def test_what_a_chosen_path_sets_up_comes_into_view_with_it(room: int) -> None:
    session = new_session()
    next_steps = NextSteps(session)
    opinion = Opinion(id="opinion1", clinician_id="doctor01", frozen_at=GIVEN)
    session.change_case("", lambda file: with_added(file, "opinions", opinion))
    for path in paths(session.file):
        next_steps.choose(path)
        layout = RowLayout()
        layout.rows = tuple(doing_rows(ComparisonTable(session.case), next_steps, 78))
        layout.extend(78)
        keys = [row.key for row in layout.rows]
        place = keys.index(f"{PATH}/{path.id}")
        told = [n for n, key in enumerate(keys) if key.endswith(f"/{path.id}") and n >= place]
        for at in (0, max(0, layout.height - room)):
            top = layout.top_for(place, at, room)
            assert all(layout.shows(n, top, room) for n in told)


def with_opinions(number: int) -> Case:
    """A case with so many opinions, which differ on its first row."""
    case = table(Verdict.DIFFERS).case
    opinions = tuple(
        Opinion(id=f"opinion{n}", clinician_id="doctor01", frozen_at=GIVEN) for n in range(number)
    )
    cells = tuple(
        Cell(id=f"cell{n:04}", opinion_id=each.id, aspect_id="aspect00", text="words " * 20 * n)
        for n, each in enumerate(opinions)
    )
    return Case(file=replace(case.file, opinions=opinions, cells=cells))


def spaced(lines: int) -> list[Row]:
    rows = (Row(f"row/{number}", "words") for number in range(lines))
    return [each for row in rows for each in (row, air(row.key))]


@pytest.mark.parametrize(
    ("lines", "height", "stay"),
    [(5, 10, True), (8, 10, False), (30, 10, False), (30, TALL, True), (TALL, TALL, False)],
)
def test_blank_lines_go_where_that_brings_all_into_view_or_the_page_is_low(
    lines: int, height: int, *, stay: bool
) -> None:
    shown = fitting(RowLayout(), spaced(lines), 40, height)
    assert len(shown) == lines * (2 if stay else 1)


def test_options_beside_each_other_are_parted_on_every_line() -> None:
    file = CaseFile(
        id="case0001", about=(CaseAbout(id="case0001"),), options=(CareOption(id="optionab"),)
    )
    options = OptionsTable(Case(file=file))
    rows = rows_of(options, Looking("optionab", None), 120)
    beside = [row for row in rows if row.key.split("/")[0] in {"air", "topic", "cell", "option"}]
    assert {(row.beside, row.parted) for row in beside[:-1]} == {(2, True)}
    alone = rows_of(options, Looking("optionab", None), 80)
    assert {(row.beside, row.parted) for row in alone} == {(1, False)}
