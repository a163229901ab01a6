"""Real consultations, typed as fast as they were spoken and faster: every word, once, in order."""

from __future__ import annotations

import hashlib
import json
import os
import random
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.terminal.screen import ROOT
from tests.terminal.visit.room import as_typed, new_case, open_visit, visit_of

if TYPE_CHECKING:
    from tests.terminal.screen import Terminal

CORPORA = Path(os.environ.get("COMPANION_CORPORA", Path(ROOT).parent / "shared" / "corpora"))
PRIMOCK = CORPORA / "primock57"
LONG = os.environ.get("COMPANION_LONG") == "1"
FACTOR = 10.0 if LONG else 60.0
"""How much faster than they were spoken the words are typed."""
KILLS = 30 if LONG else 3
CONSULTATIONS = None if LONG else 2
CLOSE = "\x11"
ACKNOWLEDGED = 1.0 if LONG else 5.0
"""Seconds after Enter from which on a note must be there; at sixty times the speed of speech the
keys of several seconds wait in the terminal on a busy machine."""

pytestmark = [
    pytest.mark.skipif(not PRIMOCK.exists(), reason="the corpus of consultations is not here"),
    pytest.mark.timeout(3600 if LONG else 300),
]


@dataclass(frozen=True)
class Consultation:
    """One talk between a doctor and a patient."""

    name: str
    utterances: tuple[tuple[float, str], ...]
    sha256: str

    @property
    def texts(self) -> list[str]:
        return [text for _, text in self.utterances]


def consultations() -> list[Consultation]:
    """Those that are there, in the order of the list of what is expected."""
    if not PRIMOCK.exists():
        return []
    rows = (PRIMOCK / "expected.tsv").read_text("utf-8").splitlines()[1:]
    expected = {row.split("\t")[0]: row.split("\t")[-1] for row in rows}
    found = []
    for line in (PRIMOCK / "primock57_lines.jsonl").read_text("utf-8").splitlines():
        talk = json.loads(line)
        said = tuple((float(each["t_seconds"]), each["text"]) for each in talk["lines"])
        found.append(Consultation(talk["id"], said, expected[talk["id"]]))
    return found[:CONSULTATIONS]


def sha256_of(texts: list[str]) -> str:
    return hashlib.sha256("".join(f"{text}\n" for text in texts).encode()).hexdigest()


def wait_until(terminal: Terminal, moment: float) -> None:
    """Read the screen until a moment of the replay."""
    while time.monotonic() < moment:
        terminal.pump(min(0.02, max(0.0, moment - time.monotonic())))


@pytest.mark.parametrize("talk", consultations(), ids=lambda talk: talk.name.rpartition("/")[2])
def test_a_consultation_is_kept_word_for_word(talk: Consultation, tmp_path: Path) -> None:
    case_id = new_case(tmp_path)
    terminal = open_visit(tmp_path, case_id)
    begun = time.monotonic()
    try:
        for at, text in talk.utterances:
            wait_until(terminal, begun + at / FACTOR)
            terminal.send(f"{as_typed(text)}\r")
        terminal.settle()
        terminal.send(CLOSE)
        assert terminal.wait_for_end(deadline=60) == 0
    finally:
        terminal.stop()
    notes = [note["text"] for note in visit_of(tmp_path, case_id)["notes"]]
    assert notes == talk.texts
    assert sha256_of(notes) == talk.sha256


class Typist:
    """Types a talk, has the program killed under the fingers, looks what is there, goes on."""

    def __init__(self, home: Path, talk: Consultation) -> None:
        self.home, self.talk = home, talk
        self.case_id = new_case(home)
        self.entered: list[float] = []
        self.half = ""
        self.clock = 0.0
        """Seconds of the talk gone by."""

    def type_until(self, killed_at: float | None) -> None:
        """Type on; at a moment of the talk, kill -9."""
        terminal = open_visit(self.home, self.case_id)
        begun = time.monotonic() - self.clock / FACTOR
        try:
            if self.half:
                terminal.wait_for(self.half.split()[-1])
            for at, text in self.talk.utterances[len(self.entered) :]:
                if killed_at is not None and at > killed_at:
                    break
                wait_until(terminal, begun + at / FACTOR)
                rest = as_typed(text)[len(self.half) :]
                self.half = ""
                self._send(terminal, rest)
            if killed_at is None:
                terminal.settle()
                terminal.send(CLOSE)
                assert terminal.wait_for_end(deadline=60) == 0
                return
            self._kill_amid_a_line(terminal, killed_at)
        finally:
            terminal.stop()
        self.clock = killed_at

    def _send(self, terminal: Terminal, text: str) -> None:
        terminal.send(f"{text}\r")
        self.entered.append(time.monotonic())

    def _kill_amid_a_line(self, terminal: Terminal, killed_at: float) -> None:
        if len(self.entered) < len(self.talk.texts):
            next_line = as_typed(self.talk.texts[len(self.entered)])
            rest = next_line[len(self.half) :]
            terminal.send(rest[: len(rest) // 2])
        wait_until(terminal, time.monotonic() + random.Random(killed_at).random() * 0.3)  # noqa: S311
        terminal.kill()
        now = time.monotonic()
        terminal.wait_for_end()
        self._compare(now)

    def _compare(self, killed: float) -> None:
        visit = visit_of(self.home, self.case_id)
        notes = [note["text"] for note in visit["notes"]]
        sure = sum(killed - at >= ACKNOWLEDGED for at in self.entered)
        assert sure <= len(notes) <= len(self.entered) + 1
        assert notes == self.talk.texts[: len(notes)]
        self.half = (visit["composer"] or {}).get("text") or ""
        if len(notes) < len(self.talk.texts):
            assert as_typed(self.talk.texts[len(notes)]).startswith(self.half)
        self.entered = [*self.entered, killed][: len(notes)]


@pytest.mark.parametrize("talk", consultations()[:1], ids=lambda talk: talk.name.rpartition("/")[2])
def test_no_note_is_lost_or_doubled_when_the_program_is_killed(
    talk: Consultation, tmp_path: Path
) -> None:
    length = talk.utterances[-1][0]
    chance = random.Random(57)  # noqa: S311
    typist = Typist(tmp_path, talk)
    for moment in sorted(chance.uniform(0.02, 0.95) * length for _ in range(KILLS)):
        typist.type_until(moment)
    typist.type_until(None)
    notes = [note["text"] for note in visit_of(tmp_path, typist.case_id)["notes"]]
    assert sha256_of(notes) == talk.sha256
