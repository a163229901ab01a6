# ruff: noqa: ANN401 - strategies are built from annotations while the tests run
"""Any case, for property tests."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from hypothesis import strategies as st

from companion.domain.case import Case, CaseFile
from companion.domain.changes import table_names
from companion.domain.comparison import Rated
from companion.domain.field_types import references
from companion.domain.note import NumberCard, TeachBack
from companion.domain.question import Origin, QuestionState
from companion.domain.text import clean
from companion.domain.value import replace
from companion.domain.visit import VisitFile

if TYPE_CHECKING:
    from companion.domain.entity import Entity

TEXTS = st.text(max_size=12).map(clean)
IDS = st.uuids(version=4).map(lambda each: each.hex)
TIMES = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)).map(  # noqa: DTZ001
    lambda at: at.replace(microsecond=at.microsecond // 1000 * 1000, tzinfo=UTC)
)
DAYS = st.dates(datetime(2020, 1, 1).date(), datetime(2030, 1, 1).date()).map(str)  # noqa: DTZ001
DAY_FIELDS = frozenset(
    {"due", "decide_by", "asked_at", "sent_at", "arrived_at", "chase_on", "page_printed_at"}
    | {"taken_on", "expected_by", "arrived_on"}
)
BOOKKEPT = frozenset({"id", "created_at", "created_by", "stamps", "base", "versions", "deleted"})
SINGLE = frozenset({"about", "preparation", "composer", "before_you_leave", "decision"})
OWN_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "at": TIMES,
    "what": st.sampled_from([str(each) for each in Rated]),
    "stars": st.none() | st.integers(1, 5),
    "minutes": st.none() | st.integers(0, 600),
    "added_minutes": st.integers(0, 60),
    # None is at 0: that is what a file without positions says.
    "position": st.floats(1, 100),
    "answers": st.tuples(*[st.none() | st.booleans()] * 4),
    "number": st.none() | st.builds(NumberCard, what=TEXTS, count=TEXTS),
    "teach_back": st.none() | st.builds(TeachBack, at=TIMES, text=TEXTS),
    # `asked` is worked out, never kept.
    "state": st.sampled_from([each for each in QuestionState if each is not QuestionState.ASKED]),
    "origin": st.none() | st.builds(Origin, kind=st.just("import"), key=TEXTS),
    "fields": st.lists(st.tuples(TEXTS, TEXTS), max_size=2).map(tuple),
    "asides": st.lists(st.tuples(TEXTS, TEXTS), max_size=2).map(tuple),
}


def _value(name: str, hint: Any) -> st.SearchStrategy[Any]:  # noqa: PLR0911
    if name in DAY_FIELDS:
        return st.none() | DAYS
    if name in OWN_FIELDS:
        return OWN_FIELDS[name]
    if str(hint).startswith("tuple"):
        return st.lists(_value("", get_args(hint)[0]), max_size=2).map(tuple)
    kinds = [each for each in (hint, *get_args(hint)) if isinstance(each, type)]
    optional = type(None) in kinds
    if datetime in kinds:
        return st.none() | TIMES
    for kind in kinds:
        if issubclass(kind, StrEnum):
            return st.sampled_from(list(kind)) | (st.none() if optional else st.nothing())
    if bool in kinds:
        return st.booleans()
    return st.none() | TEXTS if optional else TEXTS


@st.composite
def entities(draw: st.DrawFn, kind: type[Entity], pool: list[str]) -> Entity:
    """An entity whose references lead somewhere, nowhere, or are empty."""
    hints = get_type_hints(kind)
    values: dict[str, Any] = {
        "id": draw(IDS),
        "deleted": draw(st.integers(0, 5)) == 0,
        "created_at": draw(st.none() | TIMES),
    }
    for name in kind.__struct_fields__:
        if name in BOOKKEPT:
            continue
        if name in references(kind) or name == "opinion_id":
            one = st.sampled_from([*pool, "nowhere1"])
            many = str(hints[name]).startswith("tuple")
            strategy = st.lists(one, max_size=2).map(tuple) if many else one
            values[name] = draw(strategy)
        else:
            values[name] = draw(_value(name, hints[name]))
    return kind(**values)


@st.composite
def files(draw: st.DrawFn, kind: type[Any], pool: list[str]) -> Any:
    """A case file or visit file."""
    own = draw(IDS)
    hints = get_type_hints(kind)
    tables: dict[str, Any] = {}
    for name in table_names(kind):
        entity = get_args(hints[name])[0]
        most = 1 if name in SINGLE else 3
        least = 1 if name == "about" else 0
        made = draw(st.lists(entities(entity, pool), min_size=least, max_size=most))
        tables[name] = tuple(made)
        pool += [each.id for each in made]
    file = kind(id=own, **tables)
    return _settled(draw, file)


def _settled(draw: st.DrawFn, file: Any) -> Any:
    head = file.about[0]
    if isinstance(file, VisitFile):
        when = st.just("") | DAYS | TIMES.map(lambda at: at.isoformat())
        head = replace(head, id=file.id, at=draw(when), deleted=False)
        opinions = tuple(replace(each, visit_id=file.id) for each in file.opinions)
        file = replace(file, opinions=opinions)
        file = replace(
            file,
            composer=tuple(replace(each, deleted=False) for each in file.composer),
            before_you_leave=tuple(replace(each, deleted=False) for each in file.before_you_leave),
        )
    else:
        head = replace(head, id=file.id, deleted=False)
        file = replace(
            file,
            opinions=tuple(replace(each, visit_id=None) for each in file.opinions),
            # An own step that was deleted is simply gone.
            steps=tuple(replace(each, deleted=False) for each in file.steps),
        )
    return replace(file, about=(head,))


@st.composite
def whole_cases(draw: st.DrawFn) -> Case:
    """A case with up to three visits."""
    pool: list[str] = [draw(IDS)]
    case_file = draw(files(CaseFile, pool))
    visits = draw(st.lists(files(VisitFile, pool), max_size=3))
    return Case(file=case_file, visits=tuple(visits))
