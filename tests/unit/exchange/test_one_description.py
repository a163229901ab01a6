"""A field stands in its entity alone: store, export, import, schema and references follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_type_hints

import pytest

from companion.domain import preparation
from companion.domain.field_types import Day, PersonId, Stars, references
from companion.domain.preparation import Preparation
from companion.exchange.errors import ImportRefusedError
from companion.exchange.json import model
from companion.exchange.json.from_json import made
from companion.exchange.json.readers import ImportContext, shape_reader

if TYPE_CHECKING:
    from companion.exchange.json.model import ShapeType


class WithMore(Preparation, kw_only=True):
    """The answers of Prepare and some that there are not."""

    parking: str = ""
    booked_on: Day | None = None
    booked_by: PersonId | None = None
    hopes: Stars | None = None


@pytest.fixture(scope="module")
def shape() -> ShapeType:
    return model._shape("PrepareShape", WithMore, last=("where_to_go", "page_printed_at"))


GIVEN = {"parking": "behind the house", "booked_on": "2026-12-03", "hopes": 4}


def test_a_new_field_goes_out_and_comes_in_again(shape: ShapeType) -> None:
    context = ImportContext("case0001")
    read = shape_reader(shape)({**GIVEN, "booked_by": "person01"}, None, context)
    answers = made(WithMore, read, id="case0001")
    assert (answers.parking, answers.booked_on, answers.hopes) == tuple(GIVEN.values())
    assert context.references[0][:2] == ("people", "person01")
    assert context.unknown == 0


@pytest.mark.parametrize("wrong", [{"booked_on": "soon"}, {"hopes": 6}, {"parking": 1}])
def test_a_new_field_is_checked_as_what_it_means(
    shape: ShapeType, wrong: dict[str, object]
) -> None:
    with pytest.raises(ImportRefusedError, match=next(iter(wrong))):
        shape_reader(shape)(wrong, None, ImportContext("case0001"))


def test_a_new_reference_is_known_as_one() -> None:
    assert references(WithMore) == {"booked_by": "people"}
    assert references(Preparation) == {}


def test_every_text_of_the_answers_is_searched() -> None:
    kept = {name for name, hint in get_type_hints(Preparation).items() if hint is str}
    assert set(preparation.ANSWERS) == kept - {"id", "created_by"}
