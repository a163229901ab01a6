"""The JSON export has the fields of version 1, in their order; later ones stand after them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.case_json import export_json
from tests.support.example_case import example_case

FIELDS = {
    "": "format version id title packs created_at decide_by unreadable people reasons priorities "
    "aspects records prepare questions plan_questions visits opinions comparison decision steps",
    "people": "id name role place",
    "reasons": "id text source",
    "priorities": "id text stars",
    "aspects": "id text source position",
    "records": "id text status holder spoken_to why asked_at sent_at arrived_at chase_on source",
    "prepare": "time_check opening telling referral insurance numbers_wanted role_wanted "
    "expectation companion_job covered medicines allergies timeline",
    "questions": "id text source origin alone group follow_ups",
    "visits": "id clinician_id at zone minutes place phone uid goal started_at ended_at "
    "handed_over_at cancelled_at questions notes before_you_leave debrief composer",
    "visits.questions": "question_id number priority asker_id state carried_to",
    "visits.notes": "id at author_id speaker kind text question_id edited_at pasted covered "
    "mine_only later number teach_back",
    "visits.before_you_leave": "call plan who results report",
    "visits.debrief": "prompt text at by_id",
    "visits.composer": "text question_id editing_note_id author_id changed_at",
    "opinions": "id visit_id clinician_id frozen_at cells records_seen other_opinion_known "
    "ratings additions",
    "opinions.cells": "aspect_id text note_ids",
    "opinions.ratings": "what by_id stars words note_id gut",
    "opinions.additions": "id at text",
    "comparison": "rows paths confidence leaning",
    "comparison.rows": "aspect_id verdict stars why",
    "comparison.paths": "path at why",
    "comparison.confidence": "at by_id answers",
    "comparison.leaning": "at by_id text",
    "decision": "text at by_id",
    "steps": "id text owner_id due done_at note_ids",
}
CARD = "what count out_of over for_whom with_treatment without_treatment said_by"


def things(value: dict[str, Any], path: str) -> list[dict[str, Any]]:
    """Everything that stands at a path."""
    found: list[Any] = [value]
    for name in filter(None, path.split(".")):
        inner = [each[name] for each in found if each is not None]
        found = [
            one for each in inner for one in (each if isinstance(each, list) else [each]) if one
        ]
    return found


@pytest.mark.promise("json.schema")
@pytest.mark.parametrize("path", FIELDS)
def test_fields_of_the_contract_come_first_and_in_its_order(path: str) -> None:
    wanted = FIELDS[path].split()
    found = things(json.loads(export_json(example_case())), path)
    assert found
    for each in found:
        assert list(each)[: len(wanted)] == wanted


@pytest.mark.promise("json.schema")
def test_cards_and_answers_on_notes_have_the_fields_of_the_contract() -> None:
    case = json.loads(export_json(example_case()))
    (card, *_) = things(case, "visits.notes.number")
    assert list(card) == CARD.split()
    (said, *_) = things(case, "visits.notes.teach_back")
    assert list(said) == ["at", "result", "text"]
