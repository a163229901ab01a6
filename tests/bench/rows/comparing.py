"""Goal 22: opening Compare and judging a row, with as much in it as anybody will have."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from tests.bench import programs
from tests.bench.finding import Finding, at_most, ratio
from tests.bench.homes import CASE, Home, make_home, sentence
from tests.bench.measures.leaving import leave
from tests.bench.rounds import Entrant, Figures, always, interleave

if TYPE_CHECKING:
    from tests.bench.instrument.session import Session
    from tests.bench.setting import Setting

OPINIONS, ROWS, NOTES = 5, 30, 500
"""The large comparison; the small one has as many opinions and rows, and a note."""
OPENS, JUDGES = 150.0, 20.0
"""Milliseconds."""
_VERDICTS = ("2", "1", "3", "1", "2", "1", "3", "1")
_CHOSEN = {"1": r"\(x\) 1 same", "2": r"\(x\) 2 same", "3": r"\(x\) 3 different"}


def _visit(number: int, notes: int, chance: Random) -> dict[str, Any]:
    at = datetime(2026, 3, 1 + number, 9, tzinfo=UTC)
    made = [
        {
            "id": f"note{number:03}x{each:05}",
            "at": (at + timedelta(seconds=each)).isoformat(),
            "text": sentence(chance),
            "question_id": f"question{each % ROWS:03}",
        }
        for each in range(notes)
    ]
    return {
        "id": f"visit{number:06}",
        "clinician_id": f"doctor{number:03}",
        "at": at.isoformat(),
        "started_at": at.isoformat(),
        "ended_at": (at + timedelta(hours=1)).isoformat(),
        "questions": [{"question_id": f"question{each:03}"} for each in range(ROWS)],
        "notes": made,
    }


def comparison(notes: int) -> dict[str, Any]:
    """A case as JSON: five opinions on thirty rows, and that many notes.

    Of every other row the notes stand in the cells; for the rest they propose themselves.
    """
    chance = Random(notes)  # noqa: S311 - to be repeated, not to be secret
    shares = [notes // OPINIONS + (each < notes % OPINIONS) for each in range(OPINIONS)]
    visits = [_visit(number, share, chance) for number, share in enumerate(shares)]
    return {
        "format": "companion-case",
        "version": 1,
        "id": CASE,
        "title": "Measured",
        "people": [{"id": f"doctor{n:03}", "name": f"Dr {n}"} for n in range(OPINIONS)],
        "aspects": [
            {
                "id": f"aspect{each:04}",
                "text": f"Topic {each}",
                "source": f"made-up/topic-{each}",
                "position": each,
            }
            for each in range(ROWS)
        ],
        "texts": [
            {
                "id": f"text{each:06}",
                "source": f"made-up/ask-{each}",
                "kind": "questions",
                "text": f"What about topic {each}?",
                "fields": [{"name": "aspect", "value": f"topic-{each}"}],
            }
            for each in range(ROWS)
        ],
        "questions": [
            {
                "id": f"question{n:03}",
                "text": f"What about topic {n}?",
                "source": f"made-up/ask-{n}",
            }
            for n in range(ROWS)
        ],
        "visits": visits,
        "opinions": [
            {
                "id": f"opinion{number:03}",
                "visit_id": visit["id"],
                "clinician_id": visit["clinician_id"],
                "cells": [
                    {"aspect_id": f"aspect{each:04}", "note_ids": behind}
                    for each in range(0, ROWS, 2)
                    if (behind := [note["id"] for note in visit["notes"][each::ROWS]])
                ],
            }
            for number, visit in enumerate(visits)
        ],
    }


def _home(setting: Setting, notes: int) -> Home:
    path = os.path.join(setting.scratch, f"compared-{notes}")
    setting.say(f"a home: {OPINIONS} opinions, {ROWS} rows, {notes} notes")
    return make_home(setting.python, path, comparison(notes))


def _opened_and_judged(session: Session, number: int) -> Figures:
    del number
    session.wait_for(session.program.ready)
    session.settle(1.0)
    session.press("ctrl+g")
    session.wait_for("Go to:")
    session.settle()
    began = session.press("3")
    opened = session.wait_for(r"topic \d+ of")
    session.settle(0.5)
    times = []
    for key in _VERDICTS:
        at = session.press(key)
        times.append(session.wait_for(_CHOSEN[key]) - at)
        session.settle(0.1)
    leave(session)
    return {"opens": (opened - began) * 1000, "judges": sorted(times)[len(times) // 2] * 1000}


def compare(setting: Setting) -> list[Finding]:
    """Row 22: from the key to the first row, and from a verdict's key to its mark."""
    homes = {"large": _home(setting, NOTES), "small": _home(setting, 1)}
    entrants = [
        Entrant(name, always(programs.in_prepare(setting.python, home)), _opened_and_judged)
        for name, home in homes.items()
    ]
    results = interleave(entrants, setting.rounds, setting.say)
    goal = f"Compare with {OPINIONS} opinions, {ROWS} rows, {NOTES} notes"
    findings = [
        ratio(
            results, 22, f"{goal}: opens, to the same with 1 note", ("large", "small"), ("opens", 2)
        )
    ]
    if results.has("large"):
        findings += [
            at_most(22, f"{goal}: opens", results.of("large", "opens"), OPENS, "ms"),
            at_most(22, f"{goal}: a verdict", results.of("large", "judges"), JUDGES, "ms"),
        ]
    return findings
