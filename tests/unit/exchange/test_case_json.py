from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import jsonschema
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from companion.domain.case import Case, CaseFile
from companion.domain.changes import not_deleted, with_changed
from companion.domain.comparison import Step
from companion.domain.entity import BOOKKEEPING
from companion.domain.value import replace
from companion.domain.visit import VisitFile
from companion.exchange.json.case_import import first_look, read_case
from companion.exchange.json.import_merge import joined
from companion.exchange.json.model import json_schema
from companion.exchange.redaction import Audience
from tests.support.case_json import export_json
from tests.support.example_case import example_case
from tests.unit.exchange.cases import whole_cases

if TYPE_CHECKING:
    from companion.exchange.json.case_import import Imported

PHASES = (Phase.explicit, Phase.generate)
"""Without shrinking: a whole case is too large to be made small in time."""
SCHEMA = jsonschema.Draft202012Validator(json_schema())


def imported(data: bytes) -> Imported:
    return read_case(first_look(data))


def again(data: bytes) -> bytes:
    """The export of a case that was imported into an empty home."""
    found = imported(data)
    return export_json(Case(file=found.file, visits=found.visits))


def first_difference(one: bytes, other: bytes) -> tuple[str, str] | None:
    pairs = zip(one.decode().split("\n"), other.decode().split("\n"), strict=False)
    return None if one == other else next((pair for pair in pairs if pair[0] != pair[1]), ("", ""))


def loaded(case: Case, audience: Audience = Audience.ME) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(export_json(case, audience))
    return found


def test_a_case_goes_out_and_comes_in_without_losing_a_byte() -> None:
    data = export_json(example_case())
    assert again(data) == data


@pytest.mark.promise("json.round-trip")
@settings(max_examples=25, suppress_health_check=list(HealthCheck), phases=PHASES)
@given(case=whole_cases())
def test_any_case_goes_out_and_comes_in_without_losing_a_byte(case: Case) -> None:
    data = export_json(case)
    SCHEMA.validate(json.loads(data))
    assert first_difference(again(data), data) is None


@pytest.mark.promise("import.foreign-ids")
@settings(max_examples=10, suppress_health_check=list(HealthCheck), phases=PHASES)
@given(case=whole_cases())
def test_a_second_import_adds_nothing(case: Case) -> None:
    data = export_json(case)
    first = imported(data)
    result = joined(Case(file=first.file, visits=first.visits), imported(data))
    assert (result.added, result.differing, result.new, result.changed) == (0, 0, (), ())


@pytest.mark.promise("import.into-a-case")
def test_ones_own_export_adds_nothing_to_ones_own_case() -> None:
    case = example_case()
    result = joined(case, imported(export_json(case)))
    assert (result.added, result.differing) == (0, 0)
    assert result.file is case.file


@pytest.mark.promise("import.into-a-case")
def test_what_differs_stays_as_it_is_and_is_counted() -> None:
    case = example_case()
    data = export_json(case)
    file = with_changed(case.file, "reasons", "reason01", text="Put otherwise here")
    visit = with_changed(case.visits[0], "notes", "note00002", deleted=True)
    case = replace(case, file=file, visits=(visit, *case.visits[1:]))
    result = joined(case, imported(data))
    assert (result.added, result.differing) == (0, 1)
    assert result.file.reasons[0].text == "Put otherwise here"


def test_new_notes_of_a_known_visit_are_added_at_the_end() -> None:
    case = example_case()
    data = export_json(case)
    visit = replace(case.visits[0], notes=case.visits[0].notes[:5])
    result = joined(replace(case, visits=(visit, case.visits[1])), imported(data))
    assert result.added == 7
    assert [note.id for note in result.changed[0].notes] == [
        note.id for note in case.visits[0].notes
    ]


@pytest.mark.promise("json.schema")
def test_keys_stand_in_the_order_of_the_contract() -> None:
    case = loaded(example_case())
    assert list(case)[:9] == [
        *("format", "version", "id", "title", "packs", "created_at", "decide_by"),
        *("unreadable", "people"),
    ]
    assert list(case["visits"][0]["notes"][0])[:8] == [
        *("id", "at", "author_id", "speaker", "kind", "text", "question_id", "edited_at")
    ]


@pytest.mark.promise("json.schema")
def test_the_bytes_are_utf8_with_an_indent_of_two_and_one_line_end() -> None:
    data = export_json(example_case())
    assert data.startswith(b'{\n  "format": "companion-case",\n  "version": 1,\n')
    assert data.endswith(b"\n}\n")
    assert b"\r" not in data


@pytest.mark.promise("json.numbers")
def test_a_question_with_a_note_is_asked_and_numbers_follow_the_room() -> None:
    entries = loaded(example_case())["visits"][0]["questions"]
    assert [(each["number"], each["state"]) for each in entries] == [
        (1, "answered"),
        (2, "asked"),
        (3, "carried"),
        (4, "asked"),
    ]


@pytest.mark.promise("json.notes")
def test_note_times_have_an_offset_and_milliseconds_and_speakers_are_named() -> None:
    note = loaded(example_case())["visits"][0]["notes"][0]
    assert note["at"] == "2026-12-03T13:01:01.123+00:00"
    assert note["speaker"] == "Dr Okafor"


@pytest.mark.promise("json.audience")
def test_nothing_deleted_is_exported() -> None:
    case = example_case()
    file = with_changed(case.file, "questions", "question1", deleted=True, text="gone for good")
    visit = with_changed(case.visits[0], "notes", "note00004", deleted=True, text="gone for good")
    data = export_json(replace(case, file=file, visits=(visit, *case.visits[1:])))
    assert b"gone for good" not in data
    assert again(data) == data


def test_a_todo_note_that_is_no_step_any_more_stays_none() -> None:
    case = example_case()
    gone = Step(id="note00012", deleted=True)
    case = replace(case, file=replace(case.file, steps=(*case.file.steps, gone)))
    data = export_json(case)
    assert json.loads(data)["steps_dropped"] == ["note00012"]
    assert again(data) == data


@pytest.mark.promise("json.numbers")
def test_a_plan_is_kept_only_while_there_is_no_visit() -> None:
    case = example_case()
    listed = case.visits[1].listed
    planned = replace(case.file, listed=listed, questions=case.visits[0].questions)
    alone = loaded(Case(file=planned))
    assert [each["question_id"] for each in alone["plan_questions"]] == ["question3"]
    assert loaded(replace(case, file=replace(case.file, listed=listed)))["plan_questions"] == []


@pytest.mark.promise("json.audience")
@pytest.mark.parametrize("audience", [Audience.DOCTOR, Audience.FAMILY])
def test_others_get_no_covered_note_and_none_that_is_for_its_writer_only(
    audience: Audience,
) -> None:
    data = export_json(example_case(), audience)
    assert b"covered words" not in data
    assert b"only for Sam" not in data
    assert b"half a li" not in data
    SCHEMA.validate(json.loads(data))
    imported(data)


def test_the_family_gets_no_question_that_is_to_be_asked_alone() -> None:
    case = loaded(example_case(), Audience.FAMILY)
    assert "question4" not in json.dumps(case)
    assert "in private" not in json.dumps(case)
    assert [each["number"] for each in case["visits"][0]["questions"]] == [1, 2, 3]


@pytest.mark.promise("json.audience")
def test_i_get_everything() -> None:
    data = export_json(example_case()).decode()
    for words in ("covered words", "only for Sam", "half a li", "listened", "towards waiting"):
        assert words in data


@pytest.mark.promise("json.unreadable")
def test_an_unreadable_visit_is_named() -> None:
    case = replace(example_case(), unreadable=("visit009",))
    assert loaded(case)["unreadable"] == ["visit009"]


def test_a_case_without_a_title_still_has_one_in_its_export() -> None:
    case = loaded(
        Case(file=CaseFile(id="empty001", about=(replace(example_case().file.head, title=""),)))
    )
    assert case["title"]


def test_every_kept_field_goes_out_or_is_bookkeeping() -> None:
    worked_out = {"deleted", "opinion_id", "option_id"}
    data = export_json(example_case()).decode()
    for kind in (CaseFile, VisitFile):
        for hint in list(get_type_hints(kind).values())[1:]:
            for name in get_args(hint)[0].__struct_fields__:
                if name not in BOOKKEEPING | worked_out:
                    assert f'"{name}"' in data, name


@pytest.mark.promise("json.schema")
def test_the_schema_is_one_and_every_example_fits_it() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    SCHEMA.validate(loaded(example_case()))
    required = json_schema()["$defs"]["CaseShape"]["required"]
    assert required == ["format", "version", "id", "title"]


def test_a_file_of_four_fields_fits_the_schema() -> None:
    SCHEMA.validate({"format": "companion-case", "version": 1, "id": "", "title": "T"})
    bad = {"format": "companion-case", "version": 1, "id": "", "title": "T", "visits": 5}
    with pytest.raises(jsonschema.ValidationError):
        SCHEMA.validate(bad)


def test_deleted_things_can_be_told_from_live_ones_in_the_example() -> None:
    assert len(not_deleted(example_case().visits[0].notes)) == 12
