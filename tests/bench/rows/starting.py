"""Goals 1 to 4 and 15: from the command to the first letter, and out again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.bench import programs
from tests.bench.finding import Finding, at_most, ratio
from tests.bench.homes import stored
from tests.bench.instrument.session import Session
from tests.bench.measures import leaving, starting
from tests.bench.rounds import Entrant, Figures, always, interleave, spread

if TYPE_CHECKING:
    from tests.bench.homes import Home
    from tests.bench.setting import Setting

MANY, MOST = 1000, 10_000
EARLY = {"30 ms after the command": 0.03, "after 150 ms": 0.15, "at the first paint": None}
EARLY_TEXT = "zebras quietly jump"
"""No two letters of it stand side by side on any first screen."""
EACH_MOMENT = 20
"""Runs for each of the three moments."""


def _typed(session: Session, _: int) -> Figures:
    figures = starting.start(session)
    leaving.leave(session)
    return figures


def _watched(session: Session, _: int) -> Figures:
    return starting.start(session, typed=False)


def start(setting: Setting) -> list[Finding]:
    """Rows 1, 2 and 3."""
    python, companion = setting.python, programs.companion
    entrants = [Entrant("textarea", always(programs.textarea(python)), _typed)]
    entrants += [Entrant("hello", always(programs.hello(python)), _watched)]
    for count in (1, MANY, MOST):
        entrants.append(
            Entrant(f"{count}", partial(companion, python, setting.home(count)), _typed)
        )
    entrants += [
        Entrant(each.name, always(each), _watched) for each in programs.peers(setting.scratch)
    ]
    results = interleave(entrants, setting.rounds * 3, setting.say)
    compared = partial(ratio, results)
    first = "start to the first letter on the screen"
    findings = [
        compared(1, f"{first}, 1,000 visits stored, to a bare text area's", (f"{MANY}", "textarea"),
                 ("first_key", 1.10)),
        compared(1, "the same in processor time", (f"{MANY}", "textarea"), ("processor", 1.20)),
        compared(2, f"{first}, 10,000 visits to one", (f"{MOST}", "1"), ("first_key", 1.05)),
        compared(2, "the same in processor time", (f"{MOST}", "1"), ("processor", 1.05)),
    ]  # fmt: skip
    for name, bound in (("posting", 0.3), ("harlequin", 0.3), ("frogmouth", 0.6)):
        goal = f"start until ready, 1,000 visits stored, to {name}'s"
        findings.append(compared(3, goal, (f"{MANY}", name), ("ready", bound)))
    return findings


def early_keys(setting: Setting) -> list[Finding]:
    """Row 4."""
    findings = []
    for moment, after in EARLY.items():
        kept = 0
        for number in range(EACH_MOMENT):
            program = programs.companion(setting.python, setting.fresh())
            with Session(program) as session:
                kept += starting.typed_early(session, EARLY_TEXT, after)
            setting.say(f"{moment}: {kept} of {number + 1} kept")
        goal = f"letters typed {moment} are all kept, in order"
        measured = f"{kept} of {EACH_MOMENT}"
        findings.append(
            Finding(4, goal, f"{EACH_MOMENT} of {EACH_MOMENT}", measured, kept == EACH_MOMENT)
        )
    return findings


def quit_programs(setting: Setting) -> list[Finding]:
    """Row 15."""
    homes: list[Home] = []
    saved: list[bool] = []

    def companion() -> programs.Program:
        homes.append(setting.fresh())
        return programs.companion(setting.python, homes[-1])

    def left(session: Session, _: int) -> Figures:
        session.wait_for(session.program.ready)
        session.settle()
        return {"quit": leaving.leave(session)}

    def typed_and_left(session: Session, _: int) -> Figures:
        session.wait_for(session.program.ready)
        session.settle()
        session.write(b"the last word")
        session.wait_for("the last word")
        figures = {"quit": leaving.leave(session)}
        visits = stored(setting.python, homes[-1])["visits"]
        saved.append(visits[-1]["composer"]["text"] == "the last word")
        return figures

    hello = Entrant("hello", always(programs.hello(setting.python)), left)
    entrants = [hello, Entrant("companion", companion, typed_and_left)]
    results = interleave(entrants, setting.rounds * 2, setting.say)
    goal = "Ctrl+Q until the program is gone, to the smallest Textual program's"
    said = f"{sum(saved)} of {len(saved)}"
    return [
        ratio(results, 15, goal, ("companion", "hello"), ("quit", 0.25)),
        at_most(15, "the same", results.of("companion", "quit"), 60, "ms")
        if results.has("companion")
        else Finding(15, "the same", "≤ 60 ms", "failed", met=False),
        Finding(15, "what was typed last is saved then", "all", said, bool(saved) and all(saved)),
    ]


def escape_key(setting: Setting) -> list[Finding]:
    """Row 14, in a terminal without kitty's keys."""
    note: list[float] = []
    more: list[float] = []
    count, whole = 0, True
    for number in range(setting.rounds):
        home = setting.fresh(notes=1)
        with Session(programs.companion(setting.python, home, modern=False)) as session:
            session.wait_for(session.program.ready)
            session.settle()
            note += leaving.escape(session, "up", leaving.CHANGING, 10)
            more += leaving.escape(session, "f1", leaving.MORE, 10)
            if number == 0:
                count, whole = leaving.split_sequences(session)
        setting.say(f"Escape: {spread(note):.1f} ms, from the list behind F1 {spread(more):.1f} ms")
    goal = "an escape sequence cut at every byte for 5 to 90 ms never becomes text"
    return [
        at_most(14, "Escape until a note that was opened is left", spread(note), 15, "ms"),
        at_most(14, "Escape until the list behind F1 is gone", spread(more), 15, "ms"),
        Finding(14, goal, "none", f"{'none' if whole else 'some'} of {count}", whole),
    ]
