from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any

import pytest

from companion.domain.case import Case
from companion.domain.entity import is_id
from companion.exchange.errors import ImportRefusedError
from companion.exchange.json.case_import import first_look, read_case
from companion.exchange.json.import_merge import joined
from tests.support.case_json import export_json
from tests.support.corpora import corpora, each_of

if TYPE_CHECKING:
    from pathlib import Path

    from companion.exchange.json.case_import import Imported

HEAD: dict[str, Any] = {"format": "companion-case", "version": 1, "title": "A title"}


def read(**values: object) -> Imported:
    return read_case(first_look(json.dumps({**HEAD, **values}).encode()))


def refusal(data: bytes | dict[str, Any]) -> str:
    raw = data if isinstance(data, bytes) else json.dumps({**HEAD, **data}).encode()
    with pytest.raises(ImportRefusedError) as caught:
        read_case(first_look(raw))
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert len(sentence) < 300
    return sentence


@pytest.mark.promise("import.foreign-ids")
def test_format_version_and_title_are_enough() -> None:
    found = read()
    assert found.file.head.title == "A title"
    assert is_id(found.file.id)
    assert read().file.id == found.file.id


def test_null_means_missing_everywhere_else() -> None:
    data = json.loads(export_json(Case(file=read(id="case0001").file)))
    nulls = {name: None for name in data if name not in {"format", "version", "title"}}
    assert read(**nulls).file.head.title == "A title"


@pytest.mark.parametrize("missing", ["format", "version", "title"])
def test_without_one_of_the_three_nothing_is_imported(missing: str) -> None:
    refusal(json.dumps({key: value for key, value in HEAD.items() if key != missing}).encode())


def test_a_future_version_is_refused() -> None:
    assert "version 2" in refusal({"version": 2})


@pytest.mark.promise("import.wrong-files")
@pytest.mark.parametrize(
    ("values", "path"),
    [
        ({"visits": [{"notes": [{}, {"text": 5}]}]}, "$.visits[0].notes[1].text"),
        ({"visits": [{"notes": [{"author_id": "nobody01"}]}]}, "$.visits[0].notes[0].author_id"),
        ({"visits": {}}, "$.visits"),
        ({"people": [1]}, "$.people[0]"),
        ({"people": [{"role": "king"}]}, "$.people[0].role"),
        ({"visits": [{"at": "soon"}]}, "$.visits[0].at"),
        ({"visits": [{"minutes": "20"}]}, "$.visits[0].minutes"),
        ({"visits": [{"minutes": True}]}, "$.visits[0].minutes"),
        ({"visits": [{"started_at": "2026-12-03T14:00:00"}]}, "$.visits[0].started_at"),
        ({"decide_by": "2026-13-01"}, "$.decide_by"),
        ({"aspects": [{"position": 10**400}]}, "$.aspects[0].position"),
        ({"priorities": [{"stars": 9}]}, "$.priorities[0].stars"),
        (
            {"comparison": {"confidence": [{"answers": [True]}]}},
            "$.comparison.confidence[0].answers",
        ),
        ({"people": [{"id": "same0001"}, {"id": "same0001"}]}, "$.people[1].id"),
        ({"prepare": {"medicines": "one"}}, "$.prepare.medicines"),
        ({"title": 5}, "$.title"),
        ({"title": ""}, "$.title"),
        ({"reasons": [{"text": "x" * 1_048_577}]}, "$.reasons[0].text"),
    ],
)
def test_what_is_wrong_is_named_with_its_path(values: dict[str, Any], path: str) -> None:
    assert f" {path} " in refusal(values)


@pytest.mark.promise("import.wrong-files")
@pytest.mark.parametrize("day", ["0001-01-01", "1799-12-31", "3000-01-01", "9999-12-31"])
def test_a_year_that_no_one_can_mean_is_refused_for_its_years(day: str) -> None:
    for values in (
        {"decide_by": day},
        {"visits": [{"at": f"{day}T00:00:00+05:00"}]},
        {"visits": [{"started_at": f"{day}T23:00:00-05:00"}]},
    ):
        assert "must be in a year from 1800 to 2999" in refusal(values)


@pytest.mark.promise("import.wrong-files")
def test_more_than_a_hundred_thousand_things_are_refused() -> None:
    assert "$.reasons[100000]" in refusal({"reasons": [{}] * 100_001})


@pytest.mark.promise("import.foreign-ids")
def test_ids_of_another_form_are_replaced_everywhere() -> None:
    values: dict[str, object] = {
        "id": "My case!",
        "people": [{"id": "p1", "name": "Alva"}],
        "questions": [{"id": "q", "text": "Why?"}],
        "visits": [
            {"id": "v", "clinician_id": "p1", "notes": [{"id": "n", "question_id": "q"}]},
        ],
    }
    found = read(**values)
    visit = found.visits[0]
    assert visit.head.clinician_id == found.file.people[0].id
    assert visit.notes[0].question_id == found.file.questions[0].id
    assert all(is_id(each) for each in (found.file.id, visit.id, visit.notes[0].id))
    result = joined(Case(file=found.file, visits=found.visits), read(**values))
    assert (result.added, result.differing) == (0, 0)


def test_things_without_ids_come_in_once() -> None:
    values: dict[str, object] = {
        "id": "case0001",
        "reasons": [{"text": "a"}, {"text": "a"}, {"text": "b"}],
    }
    found = read(**values)
    assert len({each.id for each in found.file.reasons}) == 3
    assert joined(Case(file=found.file), read(**values)).added == 0


def test_several_cells_on_one_row_become_one_with_a_line_each() -> None:
    cells = [{"aspect_id": "aspect01", "text": text} for text in ("One", "", "Two", "One")]
    file = read(
        aspects=[{"id": "aspect01"}],
        opinions=[{"cells": [*cells, {"text": "nowhere"}, {"text": "nowhere"}]}],
    ).file
    assert [cell.text for cell in file.cells] == ["One\nTwo", "nowhere", "nowhere"]


@pytest.mark.promise("import.into-a-case")
def test_unknown_fields_are_counted() -> None:
    assert read(color="red", people=[{"shoe": 44, "name": "Sam"}]).unknown == 2


def test_control_characters_are_cleaned_on_the_way_in() -> None:
    raw = b'{"format":"companion-case","version":1,"title":"a\\u0000b\\ud800c\\u2028d"}'
    assert first_look(raw).title == "a\ufffdb\ufffdc\nd"


@pytest.mark.parametrize(
    "raw",
    [
        b'{"format":"companion-case","version":1,"title":"T","x":NaN}',
        b'{"format":"companion-case","version":1,"title":"T","title":"U"}',
        b'{"format":"companion-case","version":1,"title":"T","x":' + b"[" * 200_000,
        b'{"format":"companion-case","version":1,"title":"T","x":' + b"9" * 5_000 + b"}",
        b'{"format":"companion-case","version":1,"title":"T"',
        b"[1, 2]",
        b"\xff\xfe{\x00}\x00",
    ],
)
def test_strange_json_gets_one_sentence(raw: bytes) -> None:
    refusal(raw)


def test_a_byte_order_mark_does_no_harm() -> None:
    assert first_look(b"\xef\xbb\xbf" + json.dumps(HEAD).encode()).title == "A title"


def test_a_visit_under_an_opinion_goes_to_that_visits_file() -> None:
    found = read(
        visits=[{"id": "visit001"}],
        opinions=[{"id": "opinion1", "visit_id": "visit001"}, {"id": "opinion2"}],
    )
    assert [each.id for each in found.visits[0].opinions] == ["opinion1"]
    assert [each.id for each in found.file.opinions] == ["opinion2"]


@pytest.mark.promise("import.wrong-files")
@pytest.mark.parametrize(
    "file",
    each_of("jsontestsuite", sorted(corpora("jsontestsuite/raw").rglob("*.json"))),
    ids=lambda path: path.name,
)
def test_no_json_of_others_is_ever_a_traceback(file: Path) -> None:
    refusal(file.read_bytes())
    value = file.read_bytes()
    inside = b'{"format":"companion-case","version":1,"title":"T","reasons":' + value + b"}"
    with contextlib.suppress(ImportRefusedError):
        read_case(first_look(inside))


SPOKEN = {"id": "note00001", "text": "it is terminal"}


def covered_in(imported: Imported) -> list[bool]:
    return [note.covered for visit in imported.visits for note in visit.notes]


def one_visit(*notes: dict[str, Any]) -> dict[str, Any]:
    return {"id": "caseimp01", "visits": [{"id": "visit0001", "notes": list(notes)}]}


@pytest.mark.parametrize("choice", ["cover", "leave_out"])
def test_a_note_of_which_nothing_is_said_is_covered_as_the_patient_chose(choice: str) -> None:
    plain = {"id": "note00002", "text": "it hurts at night"}
    under = {"id": "note00003", "text": "fine words", "question_id": "quest0001"}
    shown = {**SPOKEN, "id": "note00004", "covered": False}
    found = read(
        prepare={"covered": choice},
        questions=[{"id": "quest0001", "text": "Where is the key?", "alone": True}],
        **one_visit(SPOKEN, plain, under, shown),
    )
    assert covered_in(found) == [True, False, True, False]


def test_who_chose_nothing_has_no_note_covered() -> None:
    assert covered_in(read(**one_visit(SPOKEN))) == [False]


def test_what_the_patient_of_the_case_here_chose_covers_what_comes_into_it() -> None:
    here = Case(file=read(id="caseimp01", prepare={"covered": "cover"}).file)
    data = json.dumps({**HEAD, **one_visit(SPOKEN)}).encode()
    assert covered_in(read_case(first_look(data), "caseimp01", None, here)) == [True]
