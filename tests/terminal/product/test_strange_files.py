"""Files that are newer, empty, foreign or damaged: one sentence, nothing changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pytest

from companion.storage.codec import SCHEMA
from tests.terminal.product.desk import CTRL_Q, DOWN, F2, F8, LONG, Desk
from tests.terminal.product.walks import READY, enter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def newer(raw: bytes) -> bytes:
    """As a later version would have written it; the checksum leaves the version out."""
    here = b'"schema":%d' % SCHEMA
    assert raw.count(here) == 1
    return raw.replace(here, b'"schema":%d' % (SCHEMA + 1))


UNREADABLE: Final[dict[str, Callable[[bytes], bytes]]] = {
    "empty": lambda _: b"",
    "foreign": lambda _: b'{"a": 1}\n',
    "text": lambda _: b"hello\n",
    "damaged": lambda raw: raw[: len(raw) // 2] + b"\0\0\0" + raw[len(raw) // 2 + 3 :],
}


@dataclass
class Strange:
    """A case with a visit and a note, and another case; one file of the first is strange."""

    desk: Desk
    case: str
    path: Path

    def make(self, how: Callable[[bytes], bytes]) -> None:
        """Make the file strange, with no earlier state beside it."""
        raw = self.path.read_bytes()
        for beside in self.path.parent.glob(f"{self.path.name}.*"):
            beside.unlink()
        self.path.write_bytes(how(raw))

    @property
    def bytes(self) -> dict[str, bytes]:
        """Every store of the case; what was typed where none can be written lies beside them."""
        found = self.path.parent.glob("*.json*")
        return {path.name: path.read_bytes() for path in found if ".draft-" not in path.name}


@pytest.fixture(params=["case", "visit"])
def strange(tmp_path: Path, request: pytest.FixtureRequest) -> Strange:
    """The file of the case, or that of its visit."""
    desk = Desk(tmp_path)
    desk.case("Right elbow")
    case = desk.case("Left knee")
    visit = desk.out("plan", case, "--with", "Dr Okafor", "--at", "2026-11-20T14:00")
    desk.out("note", case, "--visit", visit, typed="a note of old\n")
    name = "case.json" if request.param == "case" else f"visit-{visit}.json"
    return Strange(desk, case, desk.data / "cases" / case / name)


def visit_of(strange: Strange) -> str:
    """The visit of the case, from the name of its file."""
    every = strange.path.parent.glob("visit-*.json")
    found = next(path for path in every if ".draft-" not in path.name)
    return found.stem.removeprefix("visit-")


def test_a_newer_file_is_read_and_never_written(strange: Strange) -> None:
    strange.make(newer)
    before, desk = strange.bytes, strange.desk
    words = ("open", strange.case, "--visit", visit_of(strange))
    with desk.start(*words) as terminal:
        terminal.wait_for("a note of old")
        terminal.wait_for("From a newer Companion: you can read it")
        terminal.wait_for(lambda: terminal.lines[-1].endswith("read only"))
        for key in ("typed", "\r", "\x1bOQ", "\x1b[19~", "\x1b[20~", "\x1b[18~", "\x1b"):
            terminal.send(key)
            terminal.settle(0.05)
        terminal.wait_for(lambda: " > typed" in terminal.lines)
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    done = desk.do("note", strange.case, "--visit", visit_of(strange), typed="x\n")
    assert done.returncode == 1
    assert "newer Companion" in done.stderr
    assert strange.bytes == before
    (draft,) = strange.path.parent.glob("*.draft-????????.json")
    assert b"typed" in draft.read_bytes()


@pytest.mark.parametrize("room", ["prepare", "compare"])
def test_a_newer_file_is_never_written_from_another_room(tmp_path: Path, room: str) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    path = desk.data / "cases" / case / "case.json"
    path.with_name("case.json.journal").unlink()
    path.write_bytes(newer(path.read_bytes()))
    before = path.read_bytes()
    with enter(desk, case, room) as terminal:
        for key in ("\r", "x", "\r", " ", DOWN, "\r", F2, "1", "*", F8, "n", "\x1a", "\x19"):
            terminal.send(key)
            terminal.settle(0.05)
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    assert [each.name for each in path.parent.glob("case.json*")] == ["case.json"]
    assert path.read_bytes() == before


@pytest.mark.parametrize("kind", UNREADABLE if LONG else ["empty", "damaged"])
def test_an_unreadable_file_is_named_and_left_and_the_rest_goes_on(
    strange: Strange, kind: str
) -> None:
    strange.make(UNREADABLE[kind])
    before, desk, of_case = strange.bytes, strange.desk, strange.path.name == "case.json"
    listed = desk.do("list")
    assert listed.returncode == 0
    assert "Right elbow" in listed.stdout
    assert strange.path.name in listed.stderr
    assert listed.stderr.count("\n") == 1
    for words in (("show", strange.case), ("export", strange.case, "--format", "text")):
        done = desk.do(*words)
        assert done.returncode == (1 if of_case else 0)
        assert done.stderr.count("\n") == 1
    with desk.start() as terminal:
        terminal.wait_for(READY["home"])
        terminal.wait_for("Right elbow")
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    assert strange.bytes == before


@pytest.mark.parametrize("room", ["prepare", "visit", "compare", "guide"])
def test_opening_an_unreadable_case_says_one_sentence(tmp_path: Path, room: str) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    (desk.data / "cases" / case / "case.json").write_bytes(b"")
    with desk.start("open", case, "--room", room) as terminal:
        assert terminal.wait_for_end() == 1
        assert terminal.left_on == set()
        assert "is empty" in terminal.after_the_end.replace("\r\n", " ")
        assert "went wrong" not in terminal.after_the_end
