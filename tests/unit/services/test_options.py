"""The options of a case: always one to stay as it is, every cell as it was written, no winner."""

from __future__ import annotations

import csv
import io
import json
from functools import partial
from typing import TYPE_CHECKING

import pytest

from companion.domain.changes import with_added
from companion.domain.merge import merge
from companion.domain.options_table import GIVEN_CRITERIA, WAIT_ID, OptionsTable, notes_about
from companion.domain.preparation import Covered
from companion.domain.value import replace
from companion.exchange.papers.catalogue import ExportRequest
from companion.exchange.papers.csv_tables import FORMULA
from companion.exchange.redaction import Audience, for_audience, on_screen
from companion.exchange.render.document import with_colon
from companion.files.memory import MemoryFiles
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.compare.options import OptionsEditor
from companion.services.prepare.preparation import PreparationEditor
from companion.services.transfer.exports import export
from companion.services.transfer.imports import import_file
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from companion.words.letters import BLANK
from companion.words.options import WAIT
from tests.support.corpora import each_of
from tests.support.decision_table import NAME, made_up_table, table_files, table_in
from tests.unit.services.test_decision_tables import Cells, markdown_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.case import Case
    from companion.domain.note import Note
    from companion.domain.option import CareOption
    from companion.services.case.session import CaseSession
    from tests.support.decision_table import DecisionTable

TABLES: dict[str, Callable[[], DecisionTable]] = {
    "made up": made_up_table,
    "made up, two options": partial(made_up_table, 4),
}
PUBLISHED = {file.stem: partial(table_in, file) for file in table_files()}
FIRST = GIVEN_CRITERIA[0]


@pytest.fixture(params=[*TABLES, *each_of(NAME, PUBLISHED)])
def table(request: pytest.FixtureRequest) -> DecisionTable:
    return (TABLES | PUBLISHED)[request.param]()


@pytest.fixture
def imported(library: CaseLibrary, table: DecisionTable) -> Case:
    report = import_file(library, "table.json", table.as_options())
    return library.open_readonly(report.case_id).case


def written(case: Case, form: str, paper: str = "options", *, raw: bool = False) -> str:
    return export(case, ExportRequest(format=form, paper=paper, raw=raw)).data.decode("utf-8-sig")


def names(table: DecisionTable) -> list[str]:
    return [*table.options, WAIT]


def joined(rows: list[list[str]]) -> tuple[list[str], dict[str, list[str]]]:
    """The header and the rows of tables that stand one after the other."""
    header: list[str] = []
    cells: dict[str, list[str]] = {}
    for first, *rest in rows:
        if first == "":
            header += rest
        else:
            cells.setdefault(first, []).extend(rest)
    return header, cells


def assert_whole(rows: list[list[str]], table: DecisionTable) -> None:
    header, cells = joined(rows)
    assert header == names(table)
    assert cells == {
        criterion: [*(table.text(each, criterion) or BLANK for each in table.options), BLANK]
        for criterion in table.criteria
    }


# An imported table


def test_a_page_shows_every_cell_as_it_came(imported: Case, table: DecisionTable) -> None:
    page = Cells()
    page.feed(written(imported, "html"))
    page.close()
    assert_whole(page.rows, table)


def test_markdown_shows_every_cell_as_it_came(imported: Case, table: DecisionTable) -> None:
    assert_whole(markdown_rows(written(imported, "markdown")), table)


def test_plain_text_tells_every_cell_under_its_option(imported: Case, table: DecisionTable) -> None:
    text = written(imported, "text")
    for (option, _), said in table.texts.items():
        told = f"  {with_colon(option, said)} {said}".replace("\n", "\n  ")
        assert not said or f"{told}\n" in text
    assert text.count(with_colon(WAIT, BLANK)) == len(table.criteria)


def test_a_spreadsheet_has_a_row_for_each_topic(imported: Case, table: DecisionTable) -> None:
    header, *rows = csv.reader(io.StringIO(written(imported, "csv", raw=True), newline=""))
    assert header == ["", *names(table)]
    assert rows == [
        [criterion, *(table.text(each, criterion) for each in table.options), ""]
        for criterion in table.criteria
    ]
    guarded = written(imported, "csv")
    assert [
        cell.startswith("'")
        for row in csv.reader(io.StringIO(guarded, newline=""))
        for cell in row
        if cell.removeprefix("'").startswith(FORMULA)
    ] == [True for row in [header, *rows] for cell in row if cell.startswith(FORMULA)]


def test_the_case_as_a_spreadsheet_has_a_row_for_each_cell(
    imported: Case, table: DecisionTable
) -> None:
    rows = csv.DictReader(io.StringIO(written(imported, "csv", "case", raw=True), newline=""))
    found = {
        (row["more"], row["kind"]): row["text"] for row in rows if row["part"] == "option topic"
    }
    assert found == {place: text for place, text in table.texts.items() if text}


def test_json_holds_every_cell_and_comes_in_as_the_same_case(
    library: CaseLibrary, imported: Case, table: DecisionTable
) -> None:
    data = written(imported, "json", "case")
    value = json.loads(data)
    topics = {each["id"]: each["text"] for each in value["criteria"]}
    assert list(topics.values()) == list(table.criteria)
    assert [each["text"] for each in value["options"]] == names(table)
    found = {
        (option["text"], topics[cell["criterion_id"]]): cell["text"]
        for option in value["options"]
        for cell in option["cells"]
    }
    assert found == table.texts
    report = import_file(library, "again.json", data.encode(), imported.file.id)
    assert report.remarks[0].startswith("0 added")
    assert "0 differ" in report.remarks[0]
    assert written(library.open_readonly(imported.file.id).case, "json", "case") == data


# To stay as it is


@pytest.fixture
def session(library: CaseLibrary) -> CaseSession:
    return library.create(NewCase("Our case", (), patient="Alva", companion="Sam"))


def add(session: CaseSession, name: str) -> CareOption:
    editor = OptionsEditor(session)
    draft = editor.new_option_draft()
    draft.finish(name)
    return next(each for each in editor.table.options if each.id == draft.key)


def wait_of(session: CaseSession) -> CareOption:
    found = OptionsEditor(session).table.option(WAIT_ID)
    assert found is not None
    return found


def test_a_case_without_options_exports_none(session: CaseSession) -> None:
    value = json.loads(written(session.case, "json", "case"))
    assert (value["options"], value["criteria"]) == ([], [])
    assert "options" not in written(session.case, "text", "case").lower()


def test_staying_as_it_is_stands_beside_the_first_option(session: CaseSession) -> None:
    add(session, "Gene therapy")
    value = json.loads(written(session.case, "json", "case"))
    assert [(each["text"], each["wait"]) for each in value["options"]] == [
        ("Gene therapy", False),
        (WAIT, True),
    ]
    assert [each["text"] for each in value["criteria"]] == [each.text for each in GIVEN_CRITERIA]


def test_staying_as_it_is_is_never_taken_out(session: CaseSession) -> None:
    editor = OptionsEditor(session)
    editor.cell_draft(wait_of(session), FIRST).finish("Nothing new to learn")
    assert not editor.drop_option(wait_of(session))
    assert editor.table.said(wait_of(session), FIRST).text == "Nothing new to learn"
    while session.undo() is not None:
        pass
    assert wait_of(session).text == WAIT


def test_a_file_may_say_which_option_is_to_stay_as_it_is(library: CaseLibrary) -> None:
    head = {"format": "companion-case", "version": 1, "title": "T"}
    options = [{"text": "No medicine", "wait": True}, {"text": "Pills"}]
    data = json.dumps({**head, "options": options}).encode()
    case_id = import_file(library, "table.json", data).case_id
    table = OptionsTable(library.open_readonly(case_id).case)
    assert [each.text for each in table.options] == ["No medicine", "Pills"]
    opened = library.open(case_id)
    assert not OptionsEditor(opened).drop_option(table.options[0])
    assert OptionsEditor(opened).drop_option(table.options[1])


def test_a_topic_that_does_not_exist_is_refused_by_its_path(library: CaseLibrary) -> None:
    head = {"format": "companion-case", "version": 1, "title": "T"}
    options = [{"text": "Pills", "cells": [{"criterion_id": "nowhere", "text": "x"}]}]
    data = json.dumps({**head, "options": options}).encode()
    with pytest.raises(Exception, match=r"\$\.options\[0\]\.cells\[0\]\.criterion_id"):
        import_file(library, "table.json", data)


# Writing


def test_one_undo_takes_back_one_cell(session: CaseSession) -> None:
    editor, option = OptionsEditor(session), add(session, "Gene therapy")
    draft = editor.cell_draft(option, FIRST)
    for typed in ("O", "On", "Onc"):
        draft.keep(typed)
    draft.finish("Once, for years")
    assert editor.table.said(option, FIRST).text == "Once, for years"
    session.undo("compare")
    assert editor.table.said(option, FIRST).empty
    assert editor.table.option(option.id) is not None
    session.redo("compare")
    assert editor.table.said(option, FIRST).text == "Once, for years"


def test_a_topic_of_ones_own_stands_below_the_others(session: CaseSession) -> None:
    editor = OptionsEditor(session)
    editor.new_criterion_draft().finish("Can I swim?")
    assert [each.text for each in editor.table.criteria] == [
        *(each.text for each in GIVEN_CRITERIA),
        "Can I swim?",
    ]


def test_a_topic_with_words_on_it_is_not_taken_out(session: CaseSession) -> None:
    editor, option = OptionsEditor(session), add(session, "Gene therapy")
    editor.cell_draft(option, FIRST).finish("Once")
    assert not editor.drop_criterion(FIRST)
    editor.clear_cell(option, FIRST)
    assert editor.drop_criterion(FIRST)
    assert FIRST.text not in written(session.case, "text")


def test_stars_are_each_persons_own_until_both_gave_some(session: CaseSession) -> None:
    editor, option = OptionsEditor(session), add(session, "Gene therapy")
    patient, companion = (one.id for one in session.file.people[:2])
    for _ in range(3):
        editor.add_star(option, FIRST, patient)

    def seen(by_id: str) -> list[tuple[str | None, int | None]]:
        stars = editor.table.said(option, FIRST, by_id).stars
        return [(each.by_id, each.stars) for each in stars]

    assert (seen(patient), seen(companion)) == ([(patient, 3)], [])
    assert not on_screen(for_audience(session.case)).case.file.option_stars
    assert not for_audience(session.case, Audience.DOCTOR).case.file.option_stars
    editor.add_star(option, FIRST, companion)
    assert seen(companion) == seen(patient) == [(patient, 3), (companion, 1)]
    for _ in range(5):
        editor.add_star(option, FIRST, companion)
    assert seen(companion) == []


def test_two_laptops_keep_the_words_of_both(library: CaseLibrary, session: CaseSession) -> None:
    option = add(session, "Gene therapy")
    elsewhere = CaseLibrary(replace(library.context, device="laptop0002", files=MemoryFiles()))
    data = written(session.case, "json", "case").encode()
    other = elsewhere.open(import_file(elsewhere, "case.json", data).case_id)
    OptionsEditor(session).cell_draft(option, FIRST).finish("Once")
    OptionsEditor(other).cell_draft(option, FIRST).finish("A long wait")
    session.change_case("", lambda file: merge(file, other.file))
    editor = OptionsEditor(session)
    shown = editor.table.said(option, FIRST)
    assert set(shown.text.split("\n")) == {"Once", "A long wait"}
    assert [each.text for each in editor.table.options] == ["Gene therapy", WAIT]
    editor.cell_draft(option, FIRST).finish("One text now")
    assert editor.table.said(option, FIRST).text == "One text now"


def test_a_spreadsheet_has_the_stars_of_each_person_below_their_topic(
    session: CaseSession,
) -> None:
    editor, option = OptionsEditor(session), add(session, "Gene therapy")
    for number, one in enumerate(session.file.people[:2], 2):
        for _ in range(number):
            editor.add_star(option, FIRST, one.id)
    rows = [*csv.reader(io.StringIO(written(session.case, "csv"), newline=""))]
    assert [row[1:] for row in rows[1:4]] == [["", ""], ["2", ""], ["3", ""]]
    assert [name in row[0] for name, row in zip(("Alva", "Sam"), rows[2:4], strict=True)] == [
        True,
        True,
    ]
    assert "★★ (2 of 5), Alva" in written(session.case, "text")


def test_stars_that_one_person_gave_on_two_laptops_become_one_with_the_next(
    session: CaseSession,
) -> None:
    editor, option = OptionsEditor(session), add(session, "Gene therapy")
    patient = session.file.people[0].id
    editor.add_star(option, FIRST, patient)
    (given,) = session.file.option_stars
    elsewhere = replace(given, id="another00001", stars=3)
    session.change_case("", lambda file: with_added(file, "option_stars", elsewhere))
    editor.add_star(option, FIRST, patient)
    assert [each.stars for each in editor.table.given(option, FIRST)] == [4]


def test_two_options_of_one_name_stay_two(session: CaseSession) -> None:
    for number in ("1", "2"):
        option = add(session, "The same")
        OptionsEditor(session).cell_draft(option, FIRST).finish(number)
    header, first, *_ = csv.reader(io.StringIO(written(session.case, "csv"), newline=""))
    assert (header, first[1:]) == (["", "The same", "The same", WAIT], ["1", "2", ""])


# Notes


@pytest.fixture
def visit_id(session: CaseSession) -> str:
    visit = plan_visit(session, NewVisit(clinician="Dr Okafor"))
    editor = VisitEditor(session, visit)
    for line in ("Gene therapy is given once", "Wait until spring", '" once a week'):
        editor.line.save(line)
    return visit


def notes_of(session: CaseSession, visit_id: str) -> tuple[Note, ...]:
    return session.visit(visit_id).notes


def test_notes_that_name_an_option_come_first(session: CaseSession, visit_id: str) -> None:
    notes = notes_of(session, visit_id)
    assert notes_about(add(session, "gene-therapy, next year"), notes) == notes[:1]
    assert notes_about(wait_of(session), notes) == notes[1:2]
    assert notes_about(add(session, "To be"), notes) == ()


def test_a_cell_tells_its_notes_after_its_own_words(session: CaseSession, visit_id: str) -> None:
    editor, option = OptionsEditor(session), add(session, "Gene therapy")
    first, _, quote = notes_of(session, visit_id)
    editor.cell_draft(option, FIRST).finish("It holds for years")
    for note in (first, quote):
        assert editor.toggle_note(option, FIRST, note.id)
    assert editor.table.said(option, FIRST).text.split("\n") == [
        "It holds for years",
        "Gene therapy is given once",
        '"once a week"',
    ]
    editor.toggle_note(option, FIRST, first.id)
    assert editor.table.said(option, FIRST).note_ids == (quote.id,)


def test_what_rests_on_a_hidden_note_is_hidden_with_it(session: CaseSession, visit_id: str) -> None:
    editor, option = OptionsEditor(session), add(session, "Gene therapy")
    first, *_ = notes_of(session, visit_id)
    editor.cell_draft(option, FIRST).finish("Given once")
    editor.toggle_note(option, FIRST, first.id)
    VisitEditor(session, visit_id).notes.cover(first.id, covered=True)
    assert editor.hides(option, FIRST)
    assert editor.table.said(option, FIRST).text == ""
    assert not editor.toggle_note(option, FIRST, first.id)
    assert not on_screen(for_audience(session.case)).case.file.option_cells
    for audience in (Audience.DOCTOR, Audience.FAMILY):
        shared = for_audience(session.case, audience)
        assert not shared.case.file.option_cells
        assert "option" in " ".join(shared.remarks)
    assert "Given once" in written(session.case, "text")


def test_what_rests_on_a_note_not_for_copies_is_in_no_copy(
    session: CaseSession, visit_id: str
) -> None:
    editor, option = OptionsEditor(session), add(session, "Gene therapy")
    first, second, _ = notes_of(session, visit_id)
    for note in (first, second):
        editor.toggle_note(option, GIVEN_CRITERIA[note is first], note.id)
    VisitEditor(session, visit_id).notes.set_private(first.id, mine_only=True)
    for audience in (Audience.DOCTOR, Audience.FAMILY):
        (cell,) = for_audience(session.case, audience).case.file.option_cells
        assert cell.note_ids == (second.id,)
    assert len(for_audience(session.case).case.file.option_cells) == 2


def test_what_speaks_of_dying_is_hidden_where_the_patient_chose_that(session: CaseSession) -> None:
    PreparationEditor(session).cover(Covered.COVER)
    editor, option = OptionsEditor(session), add(session, "Gene therapy")
    editor.new_criterion_draft().finish("How many die of it?")
    topic = editor.table.criteria[-1]
    editor.cell_draft(option, topic).finish("2")
    editor.cell_draft(option, FIRST).finish("6 of 10 are alive after 5 years")
    assert editor.table.said(option, topic).hidden
    assert editor.table.said(option, FIRST).hidden
    assert editor.table.said(option, FIRST).text == ""
    assert editor.table.veil.hides(topic)
    assert not any(map(editor.table.veil.hides, GIVEN_CRITERIA))
    assert not any(map(editor.table.veil.hides, editor.table.options))
    assert not for_audience(session.case, Audience.FAMILY).case.file.option_cells
