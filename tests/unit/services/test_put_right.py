"""Wherever a note is shown, printed or was made into something, its correction stands first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from companion.domain.agenda import agenda_of
from companion.domain.comparison_table import ComparisonTable
from companion.domain.note import TeachBack, TeachBackResult
from companion.domain.question import CarryTo
from companion.domain.value import replace
from companion.exchange.papers.catalogue import FORMS, PAPERS, ExportRequest
from companion.exchange.redaction import Audience
from companion.services.home.case_list import read_cases_by_index
from companion.services.search.index import SearchIndex
from companion.services.transfer.exports import export
from companion.services.transfer.imports import import_file
from companion.ui.compare.aspect_view import aspect_rows
from companion.ui.compare.cards.notes import note_line, note_rows
from companion.ui.compare.table_view import table_rows
from companion.ui.visit.cards.end_of_visit import open_items
from companion.ui.visit.note_rows import note_row
from tests.support.example_case import example_case
from tests.support.example_visits import at
from tests.support.guidance import letters_at_hand
from tests.unit.services.test_session import shelf_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from companion.domain.case import Case
    from companion.domain.note import Note

FIRST, RIGHT = "trough below 1 percent after 48 h", "trough below 2 percent after 48 h"
NOW = at(12, 0, day=8)


def put_right(first: str = FIRST, right: str = RIGHT) -> Case:
    """The example, with a doctor who put every note right, and all that was made of them."""
    case = example_case()
    visit, *others = case.visits
    answer = TeachBack(at(13, 20), TeachBackResult.CORRECTED, right)

    def corrected(note: Note) -> Note:
        more = {} if note.covered else {"text": first, "carried_to": CarryTo.MESSAGE}
        return replace(note, teach_back=answer, **more)  # type: ignore[arg-type]

    quoting, resting, *rest = visit.cells
    file = case.file
    visit = replace(
        visit,
        notes=tuple(map(corrected, visit.notes)),
        cells=(
            replace(quoting, text=f"he says: {first}"),
            replace(resting, text="", note_ids=("note00002", "note00003")),
            *rest,
        ),
        composer=(),
    )
    step, *own = file.steps
    steps = (replace(step, text=first, due="2026-12-09"), *own)
    return replace(case, file=replace(file, steps=steps), visits=(visit, *others))


def written(case: Case) -> Iterator[tuple[str, str]]:
    """Every paper, form and audience, by name."""
    for audience in Audience:
        for form in FORMS:
            for paper in PAPERS:
                wanted = ExportRequest(
                    format=form,
                    paper=paper,
                    audience=audience,
                    letters=letters_at_hand("leukemia"),
                    now=NOW,
                )
                yield f"{paper} {form} {audience}", export(case, wanted).data.decode()
        for form, paper in (("csv", "case"), ("csv", "comparison"), ("ics", "case")):
            wanted = ExportRequest(format=form, paper=paper, audience=audience, now=NOW)
            yield f"{paper} {form} {audience}", export(case, wanted).data.decode()


def shown(case: Case) -> Iterator[tuple[str, str]]:
    """What the rooms show of it."""
    visit, table = case.visits[0], ComparisonTable(case)
    for note in visit.live_notes:
        if not note.covered:
            row = note_row(note, 1, "Dr Okafor", visit.head)
            yield f"visit {note.id}", row.text
            yield f"notes behind {note.id}", note_line(note)
    yield (
        "notes of compare",
        "\n".join(row.text for row in note_rows(ComparisonTable(case), visit, ())),
    )
    for aspect in table.aspects:
        yield f"row {aspect.id}", "\n".join(row.text for row in aspect_rows(table, aspect))
    for width in (76, 96, 150):
        yield f"table {width}", "\n".join(row.text for row in table_rows(table, width))
    for matter in open_items(visit, ()):
        yield f"end {matter.key}", matter.text
    yield from ((f"home {due.id}", due.text) for due in agenda_of(case, NOW))


def plain(text: str) -> str:
    """The text as it is read: without the signs of a form, on one line."""
    return " ".join(text.replace("\\", "").replace("\r\n ", "").split()).casefold()


def stands_first(text: str, first: str, right: str) -> bool:
    """Whether the right words come before the first ones, each time these are met."""
    *before, _ = plain(text).split(plain(first))
    return all(plain(right) in each for each in before)


@pytest.mark.promise("keys.corrections")
def test_no_paper_shows_the_first_value_before_the_right_one() -> None:
    case = put_right()
    every = dict(written(case))
    assert [name for name, text in every.items() if not stands_first(text, FIRST, RIGHT)] == []
    for paper in ("case", "summary", "comparison", "message"):
        assert RIGHT in plain(every[f"{paper} text me"])


@pytest.mark.promise("keys.corrections")
def test_no_room_shows_the_first_value_before_the_right_one() -> None:
    every = dict(shown(put_right()))
    assert [name for name, text in every.items() if not stands_first(text, FIRST, RIGHT)] == []
    assert RIGHT in plain(every["row aspectplan"])


@pytest.mark.promise("keys.corrections")
def test_what_was_written_first_stays_to_be_seen() -> None:
    every = dict(written(put_right()))
    for name in ("case text me", "summary html doctor", "case csv family"):
        assert f"first written: {FIRST}" in plain(every[name].replace("</b> <bdi>", " "))


PARTS = st.text(alphabet="abcdefgh 0123456789", min_size=4, max_size=12).map(
    lambda text: " ".join(text.split())
)


@given(first=PARTS, right=PARTS)
@settings(max_examples=8, deadline=None)
def test_whatever_was_written_and_put_right_the_right_words_come_first(
    first: str, right: str
) -> None:
    first, right = f"we heard {first} first", f"no it is {right} then"
    assume(plain(first) not in plain(right))
    case = put_right(first, right)
    for _, text in (*written(case), *shown(case)):
        assert stands_first(text, first, right)


def test_a_covered_note_stays_covered_with_its_correction() -> None:
    case = put_right()
    visit = case.visits[0]
    hidden = tuple(replace(note, covered=True) for note in visit.notes)
    case = replace(case, visits=(replace(visit, notes=hidden), *case.visits[1:]))
    for name, text in shown(case):
        assert RIGHT not in plain(text), name
    for name, text in written(case):
        if not name.endswith(" me"):
            assert RIGHT not in plain(text), name


@pytest.fixture
def kept(tmp_path: Path) -> SearchIndex:
    library = shelf_in(tmp_path)
    case = put_right()
    import_file(library, "c.json", export(case, ExportRequest(format="json")).data)
    index = SearchIndex(library)
    index.read()
    return index


@pytest.mark.promise("keys.corrections")
@pytest.mark.parametrize("words", [FIRST, RIGHT, "percent after"])
def test_a_search_tells_the_right_words_first(kept: SearchIndex, words: str) -> None:
    hits = list(kept.find(words).hits())
    assert {hit.kind for hit in hits} >= {"note", "opinion"}
    assert [
        (hit.kind, hit.id, hit.text) for hit in hits if not stands_first(hit.text, FIRST, RIGHT)
    ] == []


def test_home_reads_the_visit_in_which_a_step_was_put_right(tmp_path: Path) -> None:
    library = shelf_in(tmp_path)
    import_file(library, "c.json", export(put_right(), ExportRequest(format="json")).data)
    (line,) = read_cases_by_index(library).lines
    texts = [due.text for due in line.due if due.text.startswith("trough")]
    assert texts == [f"{RIGHT} (first written: {FIRST})"]
