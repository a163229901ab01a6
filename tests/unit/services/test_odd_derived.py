"""What is kept beside the stores is never the truth: what is wrong in it is made again."""

from __future__ import annotations

import json
import re
import zlib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.services.case.library import NewCase
from companion.services.home.case_list import read_cases_by_index
from companion.services.search.index import SearchIndex
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from tests.unit.services.test_session import shelf_in

if TYPE_CHECKING:
    from pathlib import Path

    from companion.services.case.library import CaseLibrary

HEAD = re.compile(rb"companion-search 3 [0-9a-f]{8} (\d+)\n")
_MARKS = ("size", "time", "journal", "its time", "generation", "written")
COLUMNS = ("name", *_MARKS, "facts", "texts", "shown")
FACTS, TEXTS, SHOWN = map(COLUMNS.index, ("facts", "texts", "shown"))


class Kept:
    """A data folder with a case, a visit and a note, and what is kept of them for searching."""

    def __init__(self, home: Path) -> None:
        self.library: CaseLibrary = shelf_in(home)
        session = self.library.create(NewCase(title="Left knee", patient="Alva", companion="Sam"))
        self.visit_id = plan_visit(session, NewVisit(clinician="Dr Okafor"))
        editor = VisitEditor(session, self.visit_id)
        editor.line.save("the meniscus is torn")
        session.close()
        SearchIndex(self.library).read()
        self.paths = sorted((home / "derived").glob("*.search"))
        self.first = {path: path.read_bytes() for path in self.paths}

    def hits(self) -> list[str]:
        index = SearchIndex(self.library)
        index.read()
        found = index.find("meniscus")
        assert found.count == 1
        return [hit.text for hit in found.hits()]

    def goes_on(self) -> None:
        """Search and list, and search again: what is kept now is right."""
        read_cases_by_index(self.library)
        assert self.hits() == ["the meniscus is torn"]
        read_cases_by_index(self.library)
        assert self.hits() == ["the meniscus is torn"]
        assert SearchIndex(self.library).stale == 0

    def put(self, path: Path, head: Any, rest: bytes) -> None:  # noqa: ANN401
        """Put a file in place with a right checksum."""
        raw = head if isinstance(head, bytes) else json.dumps(head).encode()
        body = raw + rest
        start = f"companion-search 3 {zlib.crc32(body):08x} {len(raw)}\n".encode("ascii")
        path.write_bytes(start + body)

    def parts(self, path: Path) -> tuple[Any, bytes]:
        """The head and the rest of a file as it was at first."""
        data = self.first[path]
        found = HEAD.match(data)
        assert found is not None
        end = found.end() + int(found[1])
        return json.loads(data[found.end() : end]), data[end:]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return Kept(tmp_path_factory.mktemp("derived") / "home")


ODD: list[Any] = [
    None,
    True,
    -1,
    10**30,
    1.5,
    "x",
    "\ud800",
    [],
    {},
    [[]],
    {"x": 1},
    "2026-12-03T13:00:00",
]


@pytest.mark.parametrize("value", ODD, ids=str)
@pytest.mark.parametrize("column", range(len(COLUMNS)), ids=COLUMNS)
def test_a_head_with_a_right_checksum_and_wrong_values_is_as_good_as_none(
    kept: Kept, column: int, value: object
) -> None:
    for path in kept.paths:
        rows, rest = kept.parts(path)
        for row in rows:
            row[column] = value
        kept.put(path, rows, rest)
    kept.goes_on()


@pytest.mark.parametrize("value", ODD, ids=str)
def test_facts_with_a_right_checksum_and_wrong_values_are_as_good_as_none(
    kept: Kept, value: object
) -> None:
    (count,) = {len(row[FACTS]) for path in kept.paths for row in kept.parts(path)[0]}
    for place in range(count):
        for path in kept.paths:
            rows, rest = kept.parts(path)
            for row in rows:
                row[FACTS][place] = value
            kept.put(path, rows, rest)
        read_cases_by_index(kept.library)
        assert kept.hits() == ["the meniscus is torn"]
        # Another title of a right kind cannot be told from the right one.
        read_cases_by_index(kept.library)


@pytest.mark.parametrize(
    "shown",
    [
        b"",
        b"[]",
        b"{}",
        b"7",
        b"null",
        b'[["note"]]',
        b"[[1,2,3,4,5]]",
        b'[["note","x","meniscus","soon",""]]',
        b'[["note","x","meniscus","2026-12-03T13:00:00",""]]',
        b'[["note","x","\xff","",""]]',
        b"[" * 100_000,
    ],
)
def test_places_with_a_right_checksum_that_are_none_are_read_from_the_store(
    kept: Kept, shown: bytes
) -> None:
    for path in kept.paths:
        rows, rest = kept.parts(path)
        blocks, at = b"", 0
        for row in rows:
            blocks += rest[at : at + row[TEXTS]] + shown
            at += row[TEXTS] + row[SHOWN]
            row[SHOWN] = len(shown)
        kept.put(path, rows, blocks)
    kept.goes_on()


def test_a_head_that_goes_deeper_than_anybody_can_follow_is_as_good_as_none(kept: Kept) -> None:
    for path in kept.paths:
        kept.put(path, b"[" * 100_000, b"")
    kept.goes_on()


@pytest.mark.parametrize(
    "text",
    ["", "[]", "7", "[" * 100_000, '{"form":"visits-not-over 2"}', '{"folder":1e999,"visits":[7]}'],
)
def test_a_strange_list_of_visits_is_as_good_as_none(kept: Kept, text: str) -> None:
    for path in kept.paths[0].parent.glob("*.visits"):
        path.write_text(text, "utf-8")
    kept.goes_on()
    assert kept.library.open_readonly(kept.library.case_ids()[0]).unfinished


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.binary(max_size=200), st.integers(0, 200))
def test_any_bytes_with_a_right_checksum_are_as_good_as_none(
    kept: Kept, body: bytes, length: int
) -> None:
    for path in kept.paths:
        start = f"companion-search 3 {zlib.crc32(body):08x} {length}\n".encode("ascii")
        path.write_bytes(start + body)
    kept.goes_on()
