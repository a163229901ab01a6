"""A store of any shape with a right checksum is its own trouble, and nobody else's."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.bootstrap import search_indexer
from companion.files.memory import MemoryFiles
from companion.services.case.library import CaseLibrary
from companion.services.context import AppContext
from companion.storage.cases import new_id
from companion.storage.codec import SCHEMA
from companion.storage.findings import FindingKind
from companion.storage.sync_thread import Syncer
from tests.unit.services.odd_stores import OddHome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.services.case.session import CaseSession

HUGE, DIGITS = 10**30, "9" * 5000
NEWER = "from a newer version"
"""What is not known here was understood as far as it goes, and nothing is written over it."""
READ = "as if it were damaged"
"""What is wrong was left out, and the rest can be written to."""


@pytest.fixture(scope="module")
def home() -> Iterator[OddHome]:
    """One data folder for all tests of this module: each puts its own store in place."""
    syncer = Syncer()
    context = AppContext(
        home="/home",
        files=MemoryFiles(),
        device="laptop0001",
        clock=lambda: datetime(2026, 12, 1, 9, 0, tzinfo=UTC),
        new_id=new_id,
        syncer=syncer,
        indexer=search_indexer,
        in_memory=True,
    )
    yield OddHome(CaseLibrary(context))
    syncer.stop()


def _note(text: str, **more: object) -> dict[str, Any]:
    return {"id": "oddnote00001", "text": text, **more}


def _opened(home: OddHome) -> CaseSession:
    session = home.library.open_readonly(home.case_id)
    session.visit(home.visit_id)
    return session


def _op(*parts: object) -> list[object]:
    return ["notes", *parts]


SPLICE = {"after": 1, "set": {}, "drop": [], "text": {}}
OPERATIONS = {
    "with a fifth part": _op("9", None, None, None),
    "with two parts": _op("9"),
    "no list": "notes",
    "a number": 7,
    "empty": [],
    "table no text": [7, "9", _note("x")],
    "table the head": ["_meta", "1", {"schema": 9, "generation": 9, "crc32": ""}],
    "key a number": _op(9, _note("x")),
    "key without end": _op(DIGITS, _note("x")),
    "key no number": _op("²", _note("x")),
    "key with a nought before it": _op("09", _note("x")),
    "key negative": _op("-1", _note("x")),
    "key true": _op(True, _note("x")),
    "document a list": _op("9", [1, 2]),
    "document a text": _op("9", "x"),
    "document true": _op("9", True),
    "table with a document": _op(None, _note("x")),
    "table made with a splice": _op(None, None, SPLICE),
    "splice a list": _op("1", None, [1]),
    "splice without its fields": _op("1", None, {"after": 1}),
    "splice with another field": _op("1", None, {**SPLICE, "move": 1}),
    "splice after a text": _op("1", None, {**SPLICE, "after": "1"}),
    "splice that cuts before the start": _op("1", None, {**SPLICE, "text": {"text": [-1, 2, ""]}}),
    "splice that cuts text by text": _op("1", None, {**SPLICE, "text": {"text": ["0", 1, ""]}}),
    "splice that puts in a number": _op("1", None, {**SPLICE, "text": {"text": [0, 1, 7]}}),
    "splice that drops numbers": _op("1", None, {**SPLICE, "drop": [1]}),
    "splice and document": _op("1", _note("x"), SPLICE),
}


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)
def test_an_operation_of_a_later_form_is_read_around_and_never_written_over(
    home: OddHome, operation: object
) -> None:
    before = home.generation(home.visit)
    known = ["notes", "8", _note("understood all the same")]
    home.put_journal(home.visit, [{"s": 1, "g": before, "ops": [known, operation]}])
    kept = home.files.read(f"{home.visit}.journal")
    home.goes_on()
    assert home.sister_is_readable()
    session = home.library.open_readonly(home.case_id)
    notes = [note.text for note in session.visit(home.visit_id).live_notes]
    assert notes == ["the first note", "understood all the same"]
    assert FindingKind.NEWER in [finding.kind for finding in session.findings]
    assert not home.write()
    assert home.files.read(f"{home.visit}.journal") == kept


LINES: dict[str, tuple[object, str]] = {
    "of another kind": ({"later": 1}, NEWER),
    "empty": ({}, NEWER),
    "change with one field more": ({"s": 1, "g": 1, "ops": [], "by": "x"}, NEWER),
    "mark with one field more": ({"d": 0, "g": 1, "by": "x"}, NEWER),
    "a list": ([1, 2], READ),
    "a text": ('"x"', READ),
    "null": ("null", READ),
    "not a number": ('{"s":NaN,"g":1,"ops":[]}', READ),
    "change without number": ({"ops": []}, READ),
    "change with a text for number": ({"s": "1", "g": 1, "ops": []}, READ),
    "change true": ({"s": True, "g": 1, "ops": []}, READ),
    "change negative": ({"s": -5, "g": 1, "ops": []}, READ),
    "change huge": ({"s": HUGE, "g": 1, "ops": []}, READ),
    "change with half a number": ({"s": 1.5, "g": 1, "ops": []}, READ),
    "change with operations for a text": ({"s": 1, "g": 1, "ops": "x"}, READ),
    "change without operations": ({"s": 1, "g": 1, "ops": None}, READ),
    "change of a generation in words": ({"s": 1, "g": "one", "ops": []}, READ),
    "mark a text": ({"d": "1", "g": 1}, READ),
    "mark huge": ({"d": HUGE, "g": 1}, READ),
    "mark true": ({"d": True, "g": 1}, READ),
    "mark nothing": ({"d": None, "g": None}, READ),
    "mark far ahead": ({"d": 10**6, "g": 1}, READ),
    "digits without end": (f'{{"d":{DIGITS},"g":1}}', READ),
    "deep": ("[" * 5000 + "]" * 5000, READ),
    "deep inside": ('{"s":1,"g":1,"ops":' + "[" * 900 + "]" * 900 + "}", NEWER),
}


@pytest.mark.parametrize(("line", "how"), LINES.values(), ids=LINES)
def test_a_line_with_a_right_checksum_and_a_wrong_shape_costs_no_other_line(
    home: OddHome, line: object, how: str
) -> None:
    generation = home.generation(home.visit)
    good = {"s": 1, "g": generation, "ops": [["notes", "8", _note("before it")]]}
    home.put_journal(home.visit, [good, line])
    kept = home.files.read(f"{home.visit}.journal")
    home.goes_on()
    assert home.sister_is_readable()
    notes = home.library.open_readonly(home.case_id).visit(home.visit_id).live_notes
    assert [note.text for note in notes] == ["the first note", "before it"]
    told = {finding.kind for finding in _opened(home).findings}
    assert told & {FindingKind.NEWER, FindingKind.GAPS}
    assert home.write() is (how is READ)
    where = home.visit + (".journal.damaged-1" if how is READ else ".journal")
    assert home.files.read(where) == kept
    assert home.later_note_is_there() is (how is READ)


HEADS: list[object] = [
    {"base": "7", "crc32": "x", "s": 0},
    {"base": True, "crc32": "x", "s": 0},
    {"base": -1, "crc32": "x", "s": 0},
    {"base": HUGE, "crc32": "x", "s": 0},
    {"base": 1, "crc32": 7, "s": 0},
    {"base": 1, "crc32": None, "s": None},
    {"base": 1, "crc32": "x", "s": "0"},
    {"base": 1, "crc32": "x", "s": -3},
    {"base": [], "crc32": {}, "s": []},
    {"base": 2**53 - 1, "crc32": "x", "s": 2**53 - 1},
    {"base": 1},
    {"later": 1},
    [],
]


@pytest.mark.parametrize("head", HEADS, ids=str)
@pytest.mark.parametrize("line", [{"s": 1, "g": 1, "ops": []}, {"d": 0, "g": 1}, {"d": 1, "g": []}])
def test_a_journal_that_begins_oddly_stops_nothing(
    home: OddHome, head: object, line: object
) -> None:
    home.put_journal(home.visit, [line], head=head)
    home.goes_on()
    assert home.sister_is_readable()
    if home.write():
        assert home.later_note_is_there()


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["notes", "composer", "_history", "_meta", "1", "9", "\ud800", DIGITS])
    | st.sampled_from(["base", "crc32", "s", "g", "d", "ops"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=4) | st.sampled_from(["id", "text", "s"]), inner)
    ),
    max_leaves=8,
)
OPS = st.lists(
    st.lists(JSON, max_size=5)
    | st.tuples(
        st.sampled_from(["notes", "about", "people", "_history", "composer"]),
        st.integers(1, 3).map(str) | JSON,
        JSON,
    )
    | st.tuples(
        st.just("notes"),
        st.just("1"),
        st.none(),
        st.fixed_dictionaries(
            {
                "after": st.integers(0, 3),
                "set": st.dictionaries(st.sampled_from(["text", "id"]), JSON, max_size=1),
                "drop": st.lists(st.sampled_from(["text", "id"]), max_size=1),
                "text": st.dictionaries(
                    st.sampled_from(["text", "id", "at"]),
                    st.tuples(st.integers(-2, 9), st.integers(-2, 9), st.text(max_size=3)),
                    max_size=1,
                ),
            }
        ),
    )
    | JSON,
    max_size=3,
)
ANY_LINE = st.one_of(
    JSON,
    st.fixed_dictionaries({"s": st.integers(0, 4) | JSON, "g": st.just(1) | JSON, "ops": OPS}),
    st.fixed_dictionaries({"d": st.integers(-1, 4) | JSON, "g": st.just(1) | JSON}),
    st.fixed_dictionaries({"base": st.integers(0, 4) | JSON, "crc32": JSON, "s": JSON}),
)
SLOW = settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@SLOW
@given(st.lists(ANY_LINE, max_size=5), st.booleans())
def test_any_journal_is_its_own_trouble(
    home: OddHome, lines: list[object], in_the_case: bool
) -> None:
    home.put_raw(home.case, home._first[home.case])
    home.put_raw(home.visit, home._first[home.visit])
    home.put_journal(home.case if in_the_case else home.visit, lines)
    home.goes_on()
    assert in_the_case or home.sister_is_readable()
    if home.write():
        assert home.later_note_is_there()
    home.put_raw(home.case, home._first[home.case])


ODD_VALUES: st.SearchStrategy[Any] = (
    st.sampled_from(
        [
            "0001-01-01T00:00:00+14:00",
            "9999-12-31T23:59:59.999-14:00",
            "9999-12-31T23:59:59.999+14:00",
            "9999-12-31",
            "0001-01-01",
            "2026-12-03T13:00:00",
            "2026-12-03 13:00:00Z",
            "2026-W49-4",
            "20261203",
            "a\ud800b\x1b]52;c;x\x07\u202e",
            "../../etc/passwd",
            {"*": [2**60, "x", 2**60]},
            {"*": [-1, "x", 0]},
            {"*": [4_000_000_000_000, "x", 0]},
            HUGE,
            -HUGE,
            True,
            None,
            [],
        ]
    )
    | JSON
)


@SLOW
@given(st.data())
def test_any_field_of_any_document_is_its_own_trouble(home: OddHome, data: st.DataObject) -> None:
    home.put_raw(home.case, home._first[home.case])
    home.put_raw(home.visit, home._first[home.visit])
    path = data.draw(st.sampled_from([home.case, home.visit]))
    tables = home.tables(path)
    table = data.draw(st.sampled_from(sorted(tables)))
    key = data.draw(st.sampled_from(sorted(tables[table])))
    document = tables[table][key]
    names = [*document, "at", "minutes", "zone", "started_at", "stars", "later", "number"]
    document[data.draw(st.sampled_from(names))] = data.draw(ODD_VALUES)
    home.put(path, tables)
    home.goes_on()
    assert path == home.case or home.sister_is_readable()
    if home.write():
        assert home.later_note_is_there()
    home.put_raw(home.case, home._first[home.case])


@SLOW
@given(st.dictionaries(st.sampled_from(["notes", "about", "_history", "x", "_meta"]), JSON))
def test_any_tables_are_their_own_trouble(home: OddHome, tables: dict[str, Any]) -> None:
    home.put(home.visit, tables)
    home.goes_on()
    assert home.sister_is_readable()


@pytest.mark.parametrize(
    "meta",
    [
        {"schema": True},
        {"schema": -1},
        {"schema": HUGE},
        {"generation": HUGE},
        {"generation": "1"},
        {"generation": 1.0},
        {"generation": 2**53 - 1},
        {"generation": 2**52},
        {"crc32": 7},
        {"schema": SCHEMA + 1},
        {"more": [[[]]]},
    ],
    ids=str,
)
def test_any_head_of_a_store_is_its_own_trouble(home: OddHome, meta: dict[str, object]) -> None:
    home.put(home.visit, home.tables(home.visit), **meta)
    home.goes_on()
    assert home.sister_is_readable()
    if home.write():
        assert home.later_note_is_there()


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"id": 1},
        {"id": "x", "at": "now", "n": 0, "sentence": "s", "undone": False, "edits": []},
        {"id": "x", "at": HUGE, "n": 0, "sentence": "s", "undone": False, "edits": []},
        {"id": "x", "at": 1, "n": 0, "sentence": "\ud800", "undone": False, "edits": []},
        {"id": "x", "at": 1, "n": 0, "sentence": "s", "undone": 0, "edits": []},
        {"id": "x", "at": 1, "n": 0, "sentence": "s", "undone": False, "edits": None},
        {"id": "x", "at": 1, "n": 0, "sentence": "s", "undone": False, "edits": [1]},
        {
            "id": "x",
            "at": 1,
            "n": 0,
            "sentence": "s",
            "undone": False,
            "edits": [{"table": "later"}],
        },
        {
            "id": "x",
            "at": 1,
            "n": 0,
            "sentence": "s",
            "undone": False,
            "edits": [{"table": "notes", "id": "x", "fields": {"later": 1}}],
        },
        {
            "id": "x",
            "at": 1,
            "n": 0,
            "sentence": "s",
            "undone": False,
            "edits": [{"table": "notes", "id": "x", "fields": {"id": "another0001"}}],
        },
        {
            "id": "x",
            "at": 1,
            "n": 0,
            "sentence": "s",
            "undone": False,
            "edits": [{"table": "notes", "id": "x", "fields": {"text": 7}}],
        },
        {"id": "x", "at": 1, "n": 0, "sentence": "s", "undone": False, "edits": [], "later": 1},
    ],
    ids=str,
)
def test_a_history_changed_by_hand_costs_only_the_undo_of_what_it_tells(
    home: OddHome, document: dict[str, Any]
) -> None:
    tables = home.tables(home.visit)
    number = str(max(map(int, tables["_history"])) + 1)
    tables["_history"][number] = document
    home.put(home.visit, tables)
    home.goes_on()
    assert home.write()
    assert home.later_note_is_there()
    history = json.loads(home.files.read(home.visit))["_history"]
    if document.get("sentence") != "\ud800":
        assert history[number] == document


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Pacific/Kiritimati", "", "No/Where", "\x00"])
@pytest.mark.parametrize(
    "at",
    [
        "0001-01-01",
        "0001-01-01T00:00:00+14:00",
        "0001-01-01T00:00:00-14:00",
        "9999-12-31",
        "9999-12-31T23:59:59.999+14:00",
        "9999-12-31T23:59:59.999-14:00",
        "9999-12-31T23:59:59.999",
        "1950-12-03T14:00:00+01:00",
    ],
)
def test_a_visit_at_either_end_of_the_calendar_is_shown_and_sorted(
    home: OddHome, at: str, zone: str
) -> None:
    tables = home.tables(home.visit)
    (about,) = tables["about"].values()
    about |= {"at": at, "zone": zone, "minutes": 90, "added_minutes": 60}
    home.put(home.visit, tables)
    home.goes_on()
    case = home.library.open_readonly(home.case_id).case
    assert not case.unreadable
    ids = [visit.id for visit in case.visits]
    assert (ids[-1] == home.visit_id) is at.startswith("9999")
    about |= {"started_at": f"{at[:10]}T00:00:00+00:00", "ended_at": f"{at[:10]}T23:59:59+00:00"}
    home.put(home.visit, tables)
    home.goes_on()
    assert not home.library.open_readonly(home.case_id).case.unreadable


def test_a_clock_that_was_years_ahead_elsewhere_is_followed_and_breaks_nothing(
    home: OddHome,
) -> None:
    tables = home.tables(home.visit)
    for document in tables["notes"].values():
        document["stamps"] = {"*": [253_000_000_000_000, "laptop0002", 7]}
    home.put(home.visit, tables)
    home.goes_on()
    assert home.write()
    assert home.later_note_is_there()


def test_half_a_character_is_shown_as_a_mark_and_stays_in_the_file(home: OddHome) -> None:
    tables = home.tables(home.visit)
    (note,) = tables["notes"].values()
    note["text"] = "a\ud800b"
    home.put(home.visit, tables)
    home.goes_on()
    assert home.write()
    (first, later) = home.library.open_readonly(home.case_id).visit(home.visit_id).live_notes
    assert (first.text, later.text) == ("a\ufffdb", "a later note")
    assert b"a\\ud800b" in home.files.read(home.visit)
