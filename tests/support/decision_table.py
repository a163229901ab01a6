"""Published comparisons of treatments as a case: an opinion an option, a row a criterion."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.support.corpora import corpora

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = corpora("decision-tables")
PROS, CONS = "Pros", "Cons"


@dataclass(frozen=True)
class DecisionTable:
    """Options side by side."""

    title: str
    """Its name."""
    options: tuple[str, ...]
    """The columns."""
    criteria: tuple[str, ...]
    """The rows, in order."""
    cells: tuple[tuple[str, str, str], ...]
    """Option, criterion, and what stands there, one after the other as the source has them."""
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    """What stands in each cell; several entries for one cell are one text, a line each."""

    def __post_init__(self) -> None:
        for option, criterion, text in self.cells:
            place = (option, criterion)
            before = f"{self.texts[place]}\n" if place in self.texts else ""
            self.texts[place] = before + text

    def text(self, option: str, criterion: str) -> str:
        """What stands in a cell; nothing where the source has none."""
        return self.texts.get((option, criterion), "")

    def as_case(self, *, visits: bool = False) -> bytes:
        """The table as a case that can be imported.

        Args:
            visits: Each opinion was given in a visit of its own, else before any visit.
        """
        doctors = {option: f"doctor{n:02}" for n, option in enumerate(self.options)}
        aspects = {criterion: f"aspect{n:02}" for n, criterion in enumerate(self.criteria)}
        met = {option: f"visit{n:03}" if visits else None for n, option in enumerate(self.options)}
        value: dict[str, Any] = {
            "format": "companion-case",
            "version": 1,
            "title": self.title,
            "people": [
                {"id": doctor, "name": option, "role": "clinician"}
                for option, doctor in doctors.items()
            ],
            "aspects": [
                {"id": aspect, "text": criterion, "position": n}
                for n, (criterion, aspect) in enumerate(aspects.items())
            ],
            "visits": [
                {"id": visit, "clinician_id": doctors[option], "at": f"2026-12-{day:02}T14:00Z"}
                for day, (option, visit) in enumerate(met.items(), 1)
                if visit is not None
            ],
            "opinions": [
                {
                    "id": f"opinion{n:02}",
                    "clinician_id": doctor,
                    "visit_id": met[option],
                    "cells": [
                        {"aspect_id": aspects[criterion], "text": text}
                        for one, criterion, text in self.cells
                        if one == option
                    ],
                }
                for n, (option, doctor) in enumerate(doctors.items())
            ],
        }
        return json.dumps(value, ensure_ascii=False).encode()

    def as_options(self) -> bytes:
        """The table as a case whose options it is, as it would be written by hand."""
        topics = {criterion: f"topic{n:03}" for n, criterion in enumerate(self.criteria)}
        value = {
            "format": "companion-case",
            "version": 1,
            "title": self.title,
            "criteria": [{"id": name, "text": text} for text, name in topics.items()],
            "options": [
                {
                    "text": option,
                    "cells": [
                        {"criterion_id": topics[criterion], "text": text}
                        for one, criterion, text in self.cells
                        if one == option
                    ],
                }
                for option in self.options
            ],
        }
        return json.dumps(value, ensure_ascii=False).encode()


def as_text(value: Any) -> str:  # noqa: ANN401
    """What stands in a cell as text: words as they are, all else as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def read_table(source: dict[str, Any]) -> DecisionTable:
    """A table from what its file holds."""
    cells = [
        (option, cell["criterion"], as_text(cell["text"] if "text" in cell else cell["value"]))
        for cell in source["cells"]
        for option in cell["options"]
    ]
    for option, each in (source.get("pros_cons") or {}).items():
        for criterion, lines in ((PROS, each.get("pros")), (CONS, each.get("cons"))):
            cells += [(option, criterion, as_text(line)) for line in lines or ()]
    named = (*source["criteria"], *(criterion for _, criterion, _ in cells))
    columns = (*source["options"], *(option for option, _, _ in cells))
    return DecisionTable(
        title=source.get("title") or "Options",
        options=tuple(dict.fromkeys(columns)),
        criteria=tuple(dict.fromkeys(named)),
        cells=tuple(cells),
    )


NAME = "decision-tables"
"""The collection they come from."""


def table_files() -> list[Path]:
    """The tables of options that lie beside the repository; none where they do not."""
    every = sorted(FOLDER.glob("*.json"))
    return [file for file in every if "options" in json.loads(file.read_text("utf-8"))]


def table_in(file: Path) -> DecisionTable:
    """The table of one file."""
    return read_table(json.loads(file.read_text("utf-8")))


LONG = " ".join(
    f"Sentence {n} tells a little more of what this way asks of you." for n in range(90)
)
"""Longer than any screen."""


def made_up_table(options: int = 5) -> DecisionTable:
    """A table with everything in it that cells can hold.

    Args:
        options: How many columns.
    """
    names = ["Twice a week", "Once a week", "When needed", "Gene therapy", "Wait", "Stay"][:options]
    first, second, third, *_, last = names
    rows: list[tuple[str, list[str], Any]] = [
        ("How often", names, "The same words for every one of them"),
        ("Effort", [first], LONG),
        ("Effort", [second], "Little"),
        ("Effort", [last], "Line one\nline two\n\n  line four, set in"),
        ("Chance | risk", [first], 0.35),
        ("Chance | risk", [second], 0),
        ("Chance | risk", [third], -3),
        ("Chance | risk", [last], 1e-05),
        ("Side effects", [first], ["Headache", "Tired | sleepy"]),
        ("Side effects", [second, third], [{"name": "Pain", "rate": "3 in 12"}, {"name": "Fever"}]),
        ("Side effects", [last], {"none": None, "known": True, "of": {"2026": [1, 2.5]}}),
        ("Cost", [first], "$"),
        ("Cost", [second], "=1+1"),
        ("Cost", [third], "-5 or +5 @home"),
        ("Cost", [last], "\tset in by a tab"),
        ("Signs", [first], "<b>bold</b> &amp; *stars* _under_ `code` [x](y) \\ # 1. ~~no~~"),
        ("Signs", [second], "| a | b |\n|---|---|\n- no list\n> no quote"),
        ("Signs", [third], "語 日本語の文章 é e\u0301 😀 \u202eturned\u202c \u200bzero"),
        ("Signs", [last], "  blanks at both ends  "),
        ("Nothing", [first], ""),
        ("Only one says it", [third], "A row on which only this one speaks"),
    ]
    source = {
        "title": "Ways to prevent bleeding",
        "options": names,
        "criteria": [*dict.fromkeys(criterion for criterion, _, _ in rows), "Nobody says it"],
        "cells": [
            {"criterion": criterion, "options": these, "text" if n % 2 else "value": value}
            for n, (criterion, these, value) in enumerate(rows)
        ],
        "pros_cons": {
            first: {"pros": ["Fewer bleeds", "You plan it"], "cons": ["Two needles a week"]},
            last: {"pros": [], "cons": ["You do not know yet", "It can get worse"]},
        },
    }
    return read_table(source)
