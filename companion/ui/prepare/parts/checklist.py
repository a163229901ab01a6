"""Parts in which guidance is ticked, or lines are added in the patient's own words.

These are the reasons for another opinion, and the priorities: what matters to the patient.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from companion.domain.changes import find_by_id
from companion.domain.preparation import Matter, Reason
from companion.services.prepare.checklist import Checklist
from companion.services.prepare.preparation import short
from companion.ui.prepare.part import DONE, NOT_HERE, Part, PartResult, with_headings
from companion.ui.prepare.rows import TICKED, add_row, heading, kind_of, tick_row
from companion.words import prepare as words
from companion.words.compare import star_word
from companion.words.rooms import taken_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.case import CopiedText
    from companion.services.case.session import CaseSession
    from companion.ui.widgets.line_list import Row

FIRST = 8
"""Reasons that are offered without being asked for."""


def choice_rows(chosen: tuple[Reason | Matter, ...], offered: tuple[CopiedText, ...]) -> list[Row]:
    """Return what was chosen, in the patient's own words first, then all that is offered."""
    by_source = {each.source: each for each in chosen if each.source}
    known = {text.source for text in offered}
    rows = [
        tick_row(f"own:{each.id}", each.text, ticked=True, right=_stars_of(each))
        for each in chosen
        if each.source not in known
    ]
    group = ""
    for name, text in with_headings(offered):
        if name != group:
            group = name
            rows.append(heading(text.source, group))
        have = by_source.get(text.source)
        rows.append(
            tick_row(
                f"tick:{text.source}",
                have.text if have else text.text,
                ticked=have is not None,
                right=_stars_of(have),
            )
        )
    return rows


def _stars_of(one: Reason | Matter | None) -> str:
    return star_word(one.stars) if isinstance(one, Matter) and one.stars else ""


class ChecklistPart(Part):
    """A part whose lines are ticked."""

    TAKES_WORDS = True
    TABLE: ClassVar[str] = ""
    """Table of the case's own file in which the chosen lines are kept."""
    LABEL: ClassVar[str] = ""
    """Label of the field for a line in the patient's own words."""

    def __init__(self, session: CaseSession) -> None:
        super().__init__(session)
        self.checklist = Checklist(session, self.TABLE)

    def rows(self) -> tuple[Row, ...]:
        """Return the row for own words, then what was chosen and what is offered."""
        offered = self.preparation.guidance(self.TABLE)
        return (add_row("add:", words.OWN_WORDS), *choice_rows(self.checklist.chosen(), offered))

    def key_of(self, name: str, at: str) -> str:
        """Return the key of a chosen line: of the guidance it was taken from, else its own."""
        del at
        offered = {text.source for text in self.preparation.guidance(self.TABLE)}
        one = find_by_id(self.checklist.chosen(), name)
        return f"tick:{one.source}" if one and one.source in offered else f"own:{name}"

    def _chosen(self, key: str) -> str | None:
        """Return the id of the line that was chosen with a row."""
        kind, which = kind_of(key)
        if kind == "own":
            return which
        return next((one.id for one in self.checklist.chosen() if one.source == which), None)

    def activate(self, key: str) -> PartResult:
        """Tick a line, write a new one, or change an own one."""
        kind, which = kind_of(key)
        if kind == "add":
            return self.add(key)
        if kind == "own":
            return self.reword(key)
        text = self.guidance_of(which)
        if text is not None:
            self.checklist.tick(text)
        return DONE

    def add(self, key: str) -> PartResult:
        """Add a line in the patient's own words."""
        del key
        return PartResult(draft=self.checklist.own_draft(self.LABEL))

    def reword(self, key: str) -> PartResult:
        """Change the words of what was chosen."""
        chosen = self._chosen(key)
        if chosen is None:
            return NOT_HERE
        return PartResult(draft=self.checklist.own_draft(self.LABEL, chosen))

    def take_away(self, key: str) -> PartResult:
        """Let a chosen line go."""
        chosen = self._chosen(key)
        if chosen is None:
            return NOT_HERE
        name = next(short(one.text) for one in self.checklist.chosen() if one.id == chosen)
        self.checklist.take_away(chosen)
        return PartResult(taken_out(name))

    def tick(self, key: str) -> PartResult:
        """Do what Space does: tick, or let go."""
        return self.take_away(key) if kind_of(key)[0] == "own" else self.activate(key)

    def actions(self) -> dict[str, Callable[[str], PartResult]]:
        """Return what the keys of the room do here."""
        return {
            "tick": self.tick,
            "add": self.add,
            "reword": self.reword,
            "take_away": self.take_away,
        }


class ReasonsPart(ChecklistPart):
    """Why another opinion: a few reasons, and the others when they are asked for."""

    NAME = "reasons"
    TABLE = "reasons"
    KIND = "reason"
    LABEL = words.REASON_LABEL

    def __init__(self, session: CaseSession) -> None:
        super().__init__(session)
        self._all = False

    def rows(self) -> tuple[Row, ...]:
        """Return the row for own words, what was chosen, the first that are offered."""
        rows = super().rows()
        shown = rows if self._all else first_of(rows, FIRST)
        more = len(_offered(rows)) - len(_offered(shown))
        return (*shown, *([add_row("more:", words.more_reasons(more))] if more else []))

    def activate(self, key: str) -> PartResult:
        """Tick a reason, write one, or show those that were not shown yet."""
        if kind_of(key)[0] != "more":
            return super().activate(key)
        before = {row.key for row in self.rows()}
        self._all = True
        new = (row.key for row in self.rows() if row.selectable and row.key not in before)
        return PartResult(cursor=next(new))


def _offered(rows: tuple[Row, ...]) -> list[str]:
    return [row.key for row in rows if kind_of(row.key)[0] == "tick"]


def first_of(rows: tuple[Row, ...], most: int) -> tuple[Row, ...]:
    """Return the rows without what is offered after the first few; what is ticked stays."""
    first = frozenset(_offered(rows)[:most])
    kept = [
        row
        for row in rows
        if kind_of(row.key)[0] != "tick" or row.key in first or TICKED in row.lead
    ]
    # A heading with nothing left below it goes too.
    below = [*kept[1:], None]
    return tuple(
        row
        for row, after in zip(kept, below, strict=True)
        if row.selectable or (after is not None and after.selectable)
    )


class PrioritiesPart(ChecklistPart):
    """Things that matter to the patient, with stars."""

    NAME = "matters"
    TABLE = "priorities"
    KIND = "priority"
    LABEL = words.PRIORITY_LABEL
    HINT = words.PRIORITY_HINT

    def stars(self, key: str) -> PartResult:
        """Give one star more, none after five."""
        if self._chosen(key) is None:
            self.tick(key)
        chosen = self._chosen(key)
        if chosen is None:
            return NOT_HERE
        self.checklist.more_stars(chosen)
        return DONE

    def actions(self) -> dict[str, Callable[[str], PartResult]]:
        """Return what the keys of the room do here."""
        return {**super().actions(), "stars": self.stars}
