"""The shapes of the JSON export and its schema, made from the entities they hold.

A shape has the fields of its entity in their order, without the bookkeeping. What an export says
otherwise stands here: its own names and sentences, fields that are worked out or nested, and the
places of fields that came later, for the order within a version never changes.
"""

from __future__ import annotations

from datetime import datetime
from functools import reduce
from operator import or_
from types import GenericAlias
from typing import Annotated, Any, Final, Literal, get_args, get_origin, get_type_hints

import msgspec

from companion.domain import field_types
from companion.domain.case import CaseAbout, CopiedText
from companion.domain.comparison import (
    Addition,
    Aspect,
    Cell,
    ChosenPath,
    ComparisonRow,
    Confidence,
    Decision,
    Leaning,
    Opinion,
    Rating,
    Step,
)
from companion.domain.entity import BOOKKEEPING, Entity
from companion.domain.note import ComposerLine, Note, NumberCard, TeachBack, TeachBackResult
from companion.domain.option import CareOption, Criterion, OptionCell, OptionStars
from companion.domain.people import Person
from companion.domain.preparation import AwaitedResult, Matter, Preparation, Reason, Record
from companion.domain.question import ListedQuestion, Origin, Question
from companion.domain.value import Value
from companion.domain.visit import BeforeYouLeave, Debrief, SaidText, VisitAbout
from companion.words import json_schema as words

FORMAT = "companion-case"
"""The format that the file states."""
VERSION = 1
"""Within a version things are added, never changed or removed."""

Shape = Any
"""A value of one of the shapes below."""
ShapeType = type[Any]
"""One of the shapes below."""


class Own(Value):
    """The id of the thing itself."""

    table: str = ""
    """The list it stands in; that of its shape's name when empty."""
    grows: bool = False
    """Whether its content grows: without an id, its place in the list is what stays."""


_IN_SCHEMA: Final[dict[Any, msgspec.Meta]] = {
    field_types.Timed(day=False, time=True): msgspec.Meta(
        extra_json_schema={"format": "date-time"}
    ),
    field_types.Timed(day=True, time=False): msgspec.Meta(extra_json_schema={"format": "date"}),
    field_types.Within(1, 5): msgspec.Meta(ge=1, le=5),
    field_types.Within(0, 100_000): msgspec.Meta(ge=0, le=100_000),
}
"""Return the schema of a marked text or number."""
Moment = Annotated[
    str,
    field_types.Timed(day=False, time=True),
    _IN_SCHEMA[field_types.Timed(day=False, time=True)],
]
"""ISO 8601 with offset, to the millisecond."""

Field = tuple[Any, Any]
"""Type and default of a field."""
More = dict[str, tuple[tuple[str, Any, Any], ...]]
"""Name, type and default of fields that only the export has, by the field they stand after."""
_PARTS: dict[type[Any], ShapeType] = {}
"""The shapes of values that are a part of an entity."""


def _many(kind: Any) -> GenericAlias:  # noqa: ANN401
    """Return the type of a list of one kind."""
    return GenericAlias(tuple, (kind, ...))


def _exported(hint: Any) -> Any:  # noqa: ANN401
    """Return the type of a field as an export has it."""
    if hint is datetime:
        return Moment
    if get_origin(hint) is Annotated:
        plain, *marks = get_args(hint)
        return Annotated[
            (plain, *marks, *(_IN_SCHEMA[each] for each in marks if each in _IN_SCHEMA))
        ]
    if hint == tuple[tuple[str, str], ...]:
        return _many(FieldShape)
    if get_origin(hint) is tuple:
        return _many(_exported(get_args(hint)[0]))
    if parts := get_args(hint):
        return reduce(or_, (_exported(part) for part in parts))
    return _PARTS.get(hint, hint)


def _field(hint: Any, default: object) -> Field:  # noqa: ANN401
    """Return the type and default of a field; an empty reference and an empty time are null."""
    exported = _exported(hint)
    if default == "" and any(field_types.markers(hint)):
        return exported | None, None
    # Ids are made from what stands in a field: a word of a choice has to be plain text there.
    return exported, str(default) if exported is str else default


def _fields_of(kind: type[Any]) -> dict[str, Field]:
    """Return the fields of an entity, or of a part of one, without bookkeeping."""
    hints = get_type_hints(kind, include_extras=True)
    own = {name for name in kind.__struct_fields__ if name not in BOOKKEEPING | {"deleted"}}
    defaults = kind(id="") if issubclass(kind, Entity) else None
    found: dict[str, Field] = {}
    for each in msgspec.structs.fields(kind):
        default = getattr(defaults, each.name) if defaults is not None else each.default
        if each.name in own and default is not msgspec.NODEFAULT:
            found[each.name] = _field(hints[each.name], default)
    return found


def _shape(
    name: str,
    kind: type[Any] | None = None,
    *,
    own: Own | None = None,
    without: tuple[str, ...] = (),
    last: tuple[str, ...] = (),
    more: More | None = None,
) -> ShapeType:
    """Make the shape of an entity.

    Args:
        name: Its name in the schema; `words.SHAPES` says what it is.
        kind: The entity, or a part of one.
        own: How it comes by its id; None when it has none.
        without: Fields that are not exported.
        last: Fields that came later, in the order they came.
        more: Fields that only the export has; those under the empty name stand first.
    """
    found: dict[str, Field] = {"id": (Annotated[str, own], "")} if own is not None else {}
    found |= {} if kind is None else _fields_of(kind)
    for each in without:
        del found[each]
    found |= {each: found.pop(each) for each in last}
    ordered = [(each, *field) for each, field in found.items()]
    for after, added in (more or {}).items():
        place = [each[0] for each in ordered].index(after) + 1 if after else 0
        ordered[place:place] = added
    shape = msgspec.defstruct(
        name,
        [each[:2] if each[2] is msgspec.NODEFAULT else each for each in ordered],
        namespace={"__doc__": words.SHAPES[name]},
        module=__name__,
        frozen=True,
        kw_only=True,
    )
    if kind is not None:
        _PARTS[kind] = shape
    return shape


FieldShape = _shape("FieldShape", more={"": (("name", str, ""), ("value", str, ""))})
PersonShape = _shape("PersonShape", Person, own=Own(field_types.PEOPLE))
ReasonShape = _shape("ReasonShape", Reason, own=Own())
PriorityShape = _shape("PriorityShape", Matter, own=Own())
AspectShape = _shape("AspectShape", Aspect, own=Own(field_types.ASPECTS))
RecordShape = _shape("RecordShape", Record, own=Own(field_types.RECORDS), last=("changes",))
ResultShape = _shape("ResultShape", AwaitedResult, own=Own())
PrepareShape = _shape(
    "PrepareShape",
    Preparation,
    last=("where_to_go", "page_printed_at"),
)
OriginShape = _shape(
    "OriginShape",
    Origin,
    more={"": (("kind", str, "import"), ("key", str, ""))},
)
QuestionShape = _shape("QuestionShape", Question, own=Own(field_types.QUESTIONS))
TextShape = _shape("TextShape", CopiedText, own=Own())

ListedShape = _shape(
    "Listed",
    ListedQuestion,
    without=("position",),
    more={"question_id": (("number", int | None, None),)},
)
NumberShape = _shape("Number", NumberCard)
TeachBackShape = _shape(
    "SaidBack",
    TeachBack,
    more={
        "": (
            ("at", Moment | None, None),
            ("result", TeachBackResult, TeachBackResult.CONFIRMED),
        )
    },
)
NoteShape = _shape(
    "NoteShape",
    Note,
    own=Own(field_types.NOTES),
    without=("covered",),
    more={
        "author_id": (("speaker", str | None, None),),
        # Where nothing is said, what the patient chose decides.
        "pasted": (("covered", bool | None, None),),
    },
)
BeforeYouLeaveShape = _shape("Door", BeforeYouLeave)
DebriefShape = _shape("Fresh", Debrief)
SaidShape = _shape("SaidShape", SaidText)
LineShape = _shape("LineShape", ComposerLine)
VisitShape = _shape(
    "VisitShape",
    VisitAbout,
    own=Own(field_types.VISITS, grows=True),
    last=(
        *("say_first", "clock", "added_minutes", "news_at"),
        *("description", "organizer", "url"),
    ),
    more={
        "cancelled_at": (
            ("questions", _many(ListedShape), ()),
            ("notes", _many(NoteShape), ()),
            ("before_you_leave", BeforeYouLeaveShape, BeforeYouLeaveShape()),
            ("debrief", _many(DebriefShape), ()),
            ("composer", LineShape | None, None),
            ("created_at", Moment | None, None),
        ),
        "url": (("said", _many(SaidShape), ()),),
    },
)

CellShape = _shape("CellShape", Cell, without=("opinion_id",))
RatingShape = _shape(
    "RatingShape",
    Rating,
    without=("opinion_id",),
)
AdditionShape = _shape(
    "AdditionShape",
    Addition,
    own=Own(),
    without=("opinion_id",),
)
OpinionShape = _shape(
    "OpinionShape",
    Opinion,
    own=Own(grows=True),
    more={
        "frozen_at": (("cells", _many(CellShape), ()),),
        "other_opinion_known": (
            ("ratings", _many(RatingShape), ()),
            ("additions", _many(AdditionShape), ()),
        ),
    },
)
RowShape = _shape("RowShape", ComparisonRow)
PathShape = _shape("PathShape", ChosenPath)
ConfidenceShape = _shape("ConfidenceShape", Confidence)
LeaningShape = _shape("LeaningShape", Leaning)
ComparisonShape = _shape(
    "ComparisonShape",
    more={
        "": (
            ("rows", _many(RowShape), ()),
            ("paths", _many(PathShape), ()),
            ("confidence", _many(ConfidenceShape), ()),
            ("leaning", _many(LeaningShape), ()),
        )
    },
)
DecisionShape = _shape("DecisionShape", Decision)
StepShape = _shape("StepShape", Step, own=Own())

CriterionShape = _shape("CriterionShape", Criterion, own=Own(field_types.CRITERIA))
OptionCellShape = _shape("OptionCellShape", OptionCell, without=("option_id",))
OptionStarsShape = _shape("OptionStarsShape", OptionStars, without=("option_id",))
OptionShape = _shape(
    "OptionShape",
    CareOption,
    own=Own(grows=True),
    more={
        "text": (
            ("cells", _many(OptionCellShape), ()),
            ("stars", _many(OptionStarsShape), ()),
        )
    },
)

CaseShape = _shape(
    "CaseShape",
    CaseAbout,
    without=("title",),
    last=("writer_id",),
    more={
        "": (
            ("format", Literal["companion-case"], msgspec.NODEFAULT),
            ("version", Literal[1], msgspec.NODEFAULT),
            ("id", str, msgspec.NODEFAULT),
            ("title", str, msgspec.NODEFAULT),
        ),
        "packs": (("created_at", Moment | None, None),),
        "decide_by": (
            ("unreadable", tuple[str, ...], ()),
            ("people", _many(PersonShape), ()),
            ("reasons", _many(ReasonShape), ()),
            ("priorities", _many(PriorityShape), ()),
            ("aspects", _many(AspectShape), ()),
            ("records", _many(RecordShape), ()),
            ("prepare", PrepareShape, PrepareShape()),
            ("questions", _many(QuestionShape), ()),
            ("plan_questions", _many(ListedShape), ()),
            ("visits", _many(VisitShape), ()),
            ("opinions", _many(OpinionShape), ()),
            ("comparison", ComparisonShape, ComparisonShape()),
            ("decision", DecisionShape | None, None),
            ("steps", _many(StepShape), ()),
            ("steps_dropped", tuple[str, ...], ()),
        ),
        "writer_id": (
            ("texts", _many(TextShape), ()),
            ("criteria", _many(CriterionShape), ()),
            ("options", _many(OptionShape), ()),
            ("results", _many(ResultShape), ()),
        ),
    },
)


# The schema

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_NULL = {"type": "null"}


def _nullable(value: dict[str, Any]) -> dict[str, Any]:
    """Return the same, null allowed: every field but four may be null or missing."""
    value = {key: each for key, each in value.items() if key != "default"}
    choices = value.get("anyOf")
    if choices is None:
        return {"anyOf": [value, _NULL]}
    if _NULL not in choices:
        value["anyOf"] = [*choices, _NULL]
    return value


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) that every export fits."""
    schema = msgspec.json.schema(CaseShape)
    for shape in schema["$defs"].values():
        required = shape.get("required", [])
        for name, value in shape.get("properties", {}).items():
            if name not in required:
                shape["properties"][name] = _nullable(value)
    return {"$schema": DRAFT, "title": f"{FORMAT} {VERSION}", **schema}


def export_schema() -> bytes:
    """Return the JSON Schema as it is printed: UTF-8, LF at the end."""
    return msgspec.json.format(msgspec.json.encode(json_schema()), indent=2) + b"\n"
