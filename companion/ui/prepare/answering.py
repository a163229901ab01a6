"""Parts with fields and guidance: time, telling, people."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from companion.domain.date_input import day_of
from companion.domain.people import Role
from companion.ui.prepare.part import (
    DONE,
    SEPARATOR,
    URGENT,
    Acted,
    Part,
    answer_row,
    beside,
    blank,
    choice_row,
    heading,
    kind_of,
    origin,
    paper_row,
    tick_row,
)
from companion.words import appointment as planning
from companion.words import prepare as words
from companion.words.days import long_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.ui.widgets.line_list import Row


class Answering(Part):
    """A part whose rows are fields; `answer:NAME` opens the one of that name."""

    LABELS: ClassVar[dict[str, str]] = {}
    """Name of each single answer and what its field is called."""

    def choose(self, key: str) -> Acted:
        """Write an answer."""
        kind, name = kind_of(key)
        if kind == "answer" and name in self.LABELS:
            return Acted(draft=self.preparation.answer_draft(name, self.LABELS[name]))
        if kind == "choose":
            name, _, text = name.partition(SEPARATOR)
            same = self.preparation.answer(name) == text
            self.preparation.set_answer(name, "" if same else text)
        return DONE

    def acts(self) -> dict[str, Callable[[str], Acted]]:
        """Enter, Space and the key for changing words do the same here."""
        return {"tick": self.choose, "reword": self.choose}

    def answers(self) -> tuple[Row, ...]:
        """The fields with what stands in them."""
        return tuple(
            answer_row(f"answer:{name}", label, self.preparation.answer(name))
            for name, label in self.LABELS.items()
        )

    def choices(self, name: str, texts: tuple[str, ...]) -> tuple[Row, ...]:
        """Sentences one of which can stand as the answer."""
        now = self.preparation.answer(name)
        return tuple(
            choice_row(f"choose:{name}:{text}", text, chosen=text == now) for text in texts
        )


TIME_ANSWER = "answer:time_check"
"""The row on which the doctor's answer stands."""


class Time(Answering):
    """Is there time? Urgent things first."""

    NAME = "time"
    HINT = words.TIME_HINT
    LABELS: ClassVar[dict[str, str]] = {"time_check": words.TIME_ANSWER}

    def rows(self) -> tuple[Row, ...]:
        """Urgent lines of every pack, the question to put, the answer, the rest."""
        first, rest = _parted(self.guidance_rows("time"))
        day = day_of(self.session.file.head.decide_by)
        decide = long_day(day, self.session.context.today()) if day else ""
        return (
            *first,
            blank("answer"),
            *self.answers(),
            answer_row("decide:", planning.DECIDE_BY, decide),
            blank("rest"),
            *rest,
        )

    def choose(self, key: str) -> Acted:
        """Write what the doctor says, or the day to decide by."""
        if kind_of(key)[0] == "decide":
            return Acted(draft=self.appointment.decide_by_draft())
        acted = super().choose(TIME_ANSWER)
        return Acted(draft=acted.draft, cursor=TIME_ANSWER)


def _parted(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Urgent rows with the group after them (the question to put), and the others."""
    last = max((at for at, row in enumerate(rows) if row.lead == URGENT), default=-1)
    headings = [at for at, row in enumerate(rows) if not row.selectable and at > last]
    end = headings[1] if len(headings) > 1 else len(rows)
    return rows[:end], rows[end:]


WORDS_FOR = {
    "telling": "general/tell-openly",
    "referral": "general/tell-referral",
    "insurance": "general/tell-insurer",
    "where_to_go": "general/tell-ask-name",
}
"""Each field of telling with the line of guidance whose words stand beside it."""


class Telling(Answering):
    """Telling the present doctor, referral, insurer, where to go."""

    NAME = "telling"
    LABELS = words.TELLING

    def rows(self) -> tuple[Row, ...]:
        """The fields, letters, then what can be said."""
        letters = (paper_row(name, text) for name, text in words.TELLING_PAPERS.items())
        return (*self.answers(), *letters, *self.guidance_rows("telling"))

    def beside(self, key: str) -> tuple[str, ...]:
        """Words to use, also beside a field."""
        text = self.guidance_of(WORDS_FOR.get(kind_of(key)[1], ""))
        return (*beside(text), origin(text)) if text else self.guidance_beside(key)


class People(Answering):
    """Who comes, and what job they have."""

    NAME = "people"
    LABELS: ClassVar[dict[str, str]] = {"companion_job": words.JOB}

    def rows(self) -> tuple[Row, ...]:
        """Names, the job, and jobs to choose from."""
        lines = self.preparation.answer("companion_job").split("\n")
        jobs = self.preparation.guidance("roles")
        return (
            answer_row("name:patient", words.PATIENT, self._name(Role.PATIENT)),
            answer_row("name:companion", words.COMPANION, self._name(Role.COMPANION)),
            *self.answers(),
            choice_row(
                f"choose:companion_job:{words.ALONE}", words.ALONE, chosen=words.ALONE in lines
            ),
            heading("jobs", words.JOBS),
            *(
                tick_row(f"tick:{text.source}", text.text, ticked=text.text in lines)
                for text in jobs
            ),
        )

    def _name(self, role: Role) -> str:
        one = self.appointment.person(role)
        return one.name if one else ""

    def choose(self, key: str) -> Acted:
        """Write a name or a job, or tick one."""
        kind, which = kind_of(key)
        if kind == "name":
            label = words.PATIENT if which == "patient" else words.COMPANION
            return Acted(draft=self.appointment.name_draft(Role(which), label))
        text = self.guidance_of(which) if kind == "tick" else None
        if text is not None:
            self.preparation.tick_line("companion_job", text.text)
            return DONE
        return super().choose(key)
