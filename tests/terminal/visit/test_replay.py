"""Real consultations, typed as fast as they were spoken and faster: every word, once, in order."""

from __future__ import annotations

import os
import random
import time
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from tests.faults.typing_kills import cells
from tests.faults.visit_screen import bare, seen
from tests.support.corpora import Consultation, consultations, each_of, rests_on, sha256_of
from tests.terminal.visit.room import as_typed, new_case, open_visit, visit_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.terminal.screen import Terminal

LONG = os.environ.get("COMPANION_LONG") == "1"
FACTOR = 10.0 if LONG else 60.0
"""How much faster than they were spoken the words are typed."""
KILLS = 6 if LONG else 3
"""How often the program is killed within one consultation."""
PRIMOCK = consultations("primock57")
REPLAYED = [
    *PRIMOCK[: 15 if LONG else 2],
    *consultations("fareez-osce", 5 if LONG else 1),
    *consultations("aci-bench", 5 if LONG else 1),
]
KILLED = [*PRIMOCK[:3], *consultations("fareez-osce", 1), *consultations("aci-bench", 1)]
CLOSE = "\x11"
AT_ONCE = 1.0
"""Seconds between an utterance and the time its note carries, at most."""

pytestmark = [
    rests_on("primock57"),
    pytest.mark.timeout(3600 if LONG else 300),
]


def named(talk: Consultation) -> str:
    return talk.name.replace("/", "-")


def wait_until(terminal: Terminal, moment: float) -> None:
    """Read the screen until a moment of the replay."""
    while time.monotonic() < moment:
        terminal.pump(min(0.02, max(0.0, moment - time.monotonic())))


@pytest.mark.promise("text.survives")
@pytest.mark.parametrize("talk", each_of("primock57", REPLAYED), ids=named)
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


def type_as_spoken(terminal: Terminal, talk: Consultation) -> float:
    """Type every utterance letter by letter, Enter as it is spoken; when it began (UTC)."""
    wall, begun, free_at = time.time(), time.monotonic(), 0.0
    for at, text in talk.utterances:
        letters = as_typed(text)
        gap = max(0.0, at - free_at) / (len(letters) + 1)
        for number, letter in enumerate(letters, 1):
            wait_until(terminal, begun + free_at + number * gap)
            terminal.send(letter)
        wait_until(terminal, begun + at)
        terminal.send("\r")
        free_at = max(at, time.monotonic() - begun)
    return wall


@pytest.mark.skipif(not LONG, reason="takes as long as the consultation took: COMPANION_LONG=1")
@pytest.mark.parametrize("talk", each_of("primock57", PRIMOCK[:1]), ids=named)
def test_at_the_speed_of_speech_each_note_carries_the_second_it_was_spoken(
    talk: Consultation, tmp_path: Path
) -> None:
    case_id = new_case(tmp_path)
    with open_visit(tmp_path, case_id) as terminal:
        began = type_as_spoken(terminal, talk)
        terminal.settle()
        terminal.send(CLOSE)
        assert terminal.wait_for_end(deadline=60) == 0
    notes = visit_of(tmp_path, case_id)["notes"]
    assert sha256_of([note["text"] for note in notes]) == talk.sha256
    late = [
        datetime.fromisoformat(note["at"]).timestamp() - began - at
        for note, (at, _) in zip(notes, talk.utterances, strict=True)
    ]
    assert all(abs(seconds) <= AT_ONCE for seconds in late), max(late, key=abs)


class Typist:
    """Types a talk, has the program killed under the fingers, looks what is there, goes on."""

    def __init__(self, home: Path, talk: Consultation) -> None:
        self.home, self.talk = home, talk
        self.case_id = new_case(home)
        self.entered = 0
        """How many lines were typed with their Enter."""
        self.shown = 0
        """How many of them stood in the list of notes when the program was killed, at the least."""
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
            for at, text in self.talk.utterances[self.entered :]:
                if killed_at is not None and at > killed_at:
                    break
                wait_until(terminal, begun + at / FACTOR)
                rest = as_typed(text)[len(self.half) :]
                self.half = ""
                terminal.send(f"{rest}\r")
                self.entered += 1
            if killed_at is None:
                terminal.settle()
                terminal.send(CLOSE)
                assert terminal.wait_for_end(deadline=60) == 0
                return
            self._kill_amid_a_line(terminal, killed_at)
        finally:
            terminal.stop()
        self.clock = killed_at

    def _kill_amid_a_line(self, terminal: Terminal, killed_at: float) -> None:
        if self.entered < len(self.talk.texts):
            next_line = as_typed(self.talk.texts[self.entered])
            rest = next_line[len(self.half) :]
            terminal.send(rest[: len(rest) // 2])
        wait_until(terminal, time.monotonic() + random.Random(killed_at).random() * 0.3)  # noqa: S311
        terminal.kill()
        terminal.wait_for_end()
        self.shown = max(self.shown, self._shown(terminal))
        self._compare()

    def _shown(self, terminal: Terminal) -> int:
        found = seen(cells(terminal))
        if found is None or not found.notes:
            return 0
        *before, last = (text for _, text, _ in found.notes)
        said = [bare(text) for text in self.talk.texts]
        for count in range(len(found.notes), len(said) + 1):
            *those, newest = said[count - len(found.notes) : count]
            if those == before and newest.startswith(last):
                return count
        return 0

    def _compare(self) -> None:
        visit = visit_of(self.home, self.case_id)
        notes = [note["text"] for note in visit["notes"]]
        assert self.shown <= len(notes) <= self.entered + 1
        assert notes == self.talk.texts[: len(notes)]
        self.half = (visit["composer"] or {}).get("text") or ""
        if len(notes) < len(self.talk.texts):
            assert as_typed(self.talk.texts[len(notes)]).startswith(self.half)
        self.entered = len(notes)


@pytest.mark.promise("text.survives")
@pytest.mark.parametrize("talk", each_of("primock57", KILLED[: None if LONG else 1]), ids=named)
def test_no_note_is_lost_or_doubled_when_the_program_is_killed(
    talk: Consultation, tmp_path: Path
) -> None:
    length = talk.utterances[-1][0]
    chance = random.Random(57)  # noqa: S311
    typist = Typist(tmp_path, talk)
    for moment in sorted(chance.uniform(0.02, 0.95) * length for _ in range(KILLS)):
        typist.type_until(moment)
    assert typist.shown > 0
    typist.type_until(None)
    notes = [note["text"] for note in visit_of(tmp_path, typist.case_id)["notes"]]
    assert sha256_of(notes) == talk.sha256
