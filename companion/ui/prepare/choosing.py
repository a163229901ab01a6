"""Parts in which one ticks guidance or writes one's own: reasons, what matters, the goal."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from companion.domain.preparation import Matter, Reason
from companion.services.prepare.checklist import Checklist
from companion.services.prepare.preparation import short
from companion.ui.prepare.part import (
    DONE,
    NOT_HERE,
    Acted,
    Part,
    add_row,
    answer_row,
    blank,
    choice_row,
    heading,
    kind_of,
    tick_row,
    under_headings,
    words_row,
)
from companion.words import prepare as words
from companion.words.rooms import taken_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.case import CopiedText
    from companion.services.case.session import CaseSession
    from companion.ui.widgets.line_list import Row


def stars(count: int | None) -> str:
    """How much something matters."""
    return "*" * (count or 0)


def choice_rows(chosen: tuple[Reason | Matter, ...], offered: tuple[CopiedText, ...]) -> list[Row]:
    """What was chosen, in one's own words first, then all that is offered."""
    by_source = {each.source: each for each in chosen if each.source}
    known = {text.source for text in offered}
    rows = [
        tick_row(f"own:{each.id}", each.text, ticked=True, right=_stars_of(each))
        for each in chosen
        if each.source not in known
    ]
    group = ""
    for text in under_headings(offered):
        if text.group != group:
            group = text.group
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
    return stars(one.stars) if isinstance(one, Matter) else ""


class Choosing(Part):
    """A part whose lines are ticked."""

    TAKES_WORDS = True
    TABLE: ClassVar[str] = ""
    LABEL: ClassVar[str] = ""

    def __init__(self, session: CaseSession) -> None:
        super().__init__(session)
        self.choices = Checklist(session, self.TABLE)

    def rows(self) -> tuple[Row, ...]:
        """One's own line first, then what was chosen and what is offered."""
        offered = self.preparation.guidance(self.TABLE)
        return (
            add_row("add:", words.OWN_WORDS),
            *choice_rows(self.choices.chosen(), offered),
        )

    def _chosen(self, key: str) -> str | None:
        """The id of what was chosen with a row."""
        kind, which = kind_of(key)
        if kind == "own":
            return which
        return next((one.id for one in self.choices.chosen() if one.source == which), None)

    def choose(self, key: str) -> Acted:
        """Tick a line, write a new one, or change one's own."""
        kind, which = kind_of(key)
        if kind == "add":
            return self.add(key)
        if kind == "own":
            return self.reword(key)
        text = self.guidance_of(which)
        if text is not None:
            self.choices.tick(text)
        return DONE

    def add(self, key: str) -> Acted:
        """A line in one's own words."""
        del key
        return Acted(draft=self.choices.own_draft(self.LABEL))

    def reword(self, key: str) -> Acted:
        """Change the words of what was chosen."""
        chosen = self._chosen(key)
        return Acted(draft=self.choices.own_draft(self.LABEL, chosen)) if chosen else NOT_HERE

    def take_away(self, key: str) -> Acted:
        """Let it go."""
        chosen = self._chosen(key)
        if chosen is None:
            return NOT_HERE
        name = next(short(one.text) for one in self.choices.chosen() if one.id == chosen)
        self.choices.take_away(chosen)
        return Acted(taken_out(name))

    def tick(self, key: str) -> Acted:
        """Space: tick, or let go."""
        return self.take_away(key) if kind_of(key)[0] == "own" else self.choose(key)

    def acts(self) -> dict[str, Callable[[str], Acted]]:
        """The keys of the room that do something here."""
        return {
            "tick": self.tick,
            "add": self.add,
            "reword": self.reword,
            "take_away": self.take_away,
        }


class Reasons(Choosing):
    """Why another opinion."""

    NAME = "reasons"
    TABLE = "reasons"
    LABEL = words.REASON_LABEL


class Matters(Choosing):
    """What matters to me."""

    NAME = "matters"
    TABLE = "priorities"
    LABEL = words.MATTER_LABEL
    HINT = words.MATTER_HINT

    def stars(self, key: str) -> Acted:
        """One star more, none after five."""
        if self._chosen(key) is None:
            self.tick(key)
        chosen = self._chosen(key)
        if chosen is None:
            return NOT_HERE
        self.choices.more_stars(chosen)
        return DONE

    def acts(self) -> dict[str, Callable[[str], Acted]]:
        """The keys of the room that do something here."""
        return {**super().acts(), "stars": self.stars}


class Goal(Part):
    """One sentence: what this visit is for."""

    NAME = "goal"

    def rows(self) -> tuple[Row, ...]:
        """The goal, and examples."""
        visit = self.preparation.visit
        goal = visit.head.goal if visit else ""
        examples = self.preparation.guidance("goals")
        return (
            words_row("intro", words.GOAL_INTRO),
            answer_row("answer:goal", words.PARTS["goal"], goal),
            blank("examples"),
            words_row("examples", words.GOAL_EXAMPLES),
            *(
                choice_row(f"tick:{text.source}", text.text, chosen=text.text == goal)
                for text in examples
            ),
        )

    def choose(self, key: str) -> Acted:
        """Write the goal, or begin with an example."""
        kind, source = kind_of(key)
        text = self.guidance_of(source) if kind == "tick" else None
        if text is not None:
            self.appointment.set_goal(text.text)
            return Acted(cursor="answer:goal")
        return self.reword(key)

    def reword(self, key: str) -> Acted:
        """Write the goal."""
        del key
        return Acted(draft=self.appointment.text_draft("goal", words.GOAL_LABEL))

    def acts(self) -> dict[str, Callable[[str], Acted]]:
        """The keys of the room that do something here."""
        return {"tick": self.choose, "reword": self.reword, "add": self.reword}
