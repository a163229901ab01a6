"""The ways on: choosing one, and making what it makes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from companion.domain.case_queries import name_of
from companion.domain.changes import added, altered, live
from companion.domain.comparison import ChosenPath, Step
from companion.domain.date_input import day_of
from companion.domain.doctors import present_doctor_id
from companion.domain.outcome import short_id
from companion.domain.shared_questions import questions_for_both
from companion.domain.steps import all_steps
from companion.domain.visit_selection import is_planned
from companion.services.case.library import field_of, fields_of, texts_of_kind
from companion.services.compare.reflection import Reflecting
from companion.services.draft import Draft, into_case
from companion.services.prepare.appointment import Appointment
from companion.services.visit.plan import NewVisit
from companion.words import comparing as words
from companion.words.days import short_day

if TYPE_CHECKING:
    from companion.domain.case import CaseFile, CopiedText
    from companion.domain.visit import VisitFile
    from companion.services.case.session import CaseSession

TALK_MINUTES = 10
"""Minutes asked for when an opinion is taken back to the present doctor."""
QUESTIONS_OF_A_TALK = 3
"""Questions that are must-asks in such a talk; the others are asked if there is time."""
PRESENT = "take-back"
"""The path that leads back to the present doctor."""


@dataclass(frozen=True, slots=True)
class Path:
    """A way on."""

    id: str
    """stay, take-back, together …"""
    text: str
    """Its words."""
    means: str = ""
    """What it is."""
    say: str = ""
    """Words to use."""
    front_desk: str = ""
    """Words for the one who answers the phone."""
    makes: str = ""
    """visit, message, sheet, steps or date."""
    steps: tuple[str, ...] = ()
    """Steps that belong to it."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of going a way."""

    visit_id: str | None = None
    """The visit that was made, or is there already."""
    doctor: str = ""
    """With whom."""
    already: bool = False
    """Whether the visit was there before."""
    steps: int = 0
    """How many steps were made."""
    to_date: Step | None = None
    """The step that wants a day."""


def _path(text: CopiedText) -> Path:
    return Path(
        id=short_id(text.source),
        text=text.text,
        means=field_of(text, "means"),
        say=field_of(text, "say").strip('"'),
        front_desk=field_of(text, "front desk").strip('"'),
        makes=field_of(text, "makes"),
        steps=fields_of(text, "step"),
    )


def paths(file: CaseFile) -> tuple[Path, ...]:
    """The ways on in the order of the packs; plain ones when the case has no copies."""
    own = tuple(_path(text) for text in texts_of_kind(file.texts, "paths"))
    return own or tuple(Path(name, text, makes=makes) for name, text, makes in words.PATHS_OWN)


def present_doctor(session: CaseSession) -> str:
    """The name of the doctor whose opinion was there first."""
    return name_of(session.case, present_doctor_id(session.case))


class Deciding(Reflecting):
    """What is done about a comparison. Each act changes one file."""

    @property
    def chosen(self) -> ChosenPath | None:
        """The way chosen last."""
        every = live(self.file.paths)
        return every[-1] if every else None

    def choose(self, path: Path) -> None:
        """Choose a way on, dated; an earlier choice stays in the log."""
        if self.chosen is None or self.chosen.path != path.id:
            made = ChosenPath(**self.new_ids(), path=path.id, at=self.session.now())
            self.session.change_case(words.UNDO_PATH, lambda file: added(file, "paths", made))

    def path_why_draft(self, chosen: ChosenPath) -> Draft:
        """Why this way, as a field."""

        def change(file: CaseFile, text: str) -> CaseFile:
            return altered(file, "paths", chosen.id, why=text)

        write = into_case(self.session, change)
        return Draft(words.PATH_WHY_FIELD, chosen.why, write, words.UNDO_PATH_WHY)

    def go(self, path: Path) -> Made:
        """Make what a way on makes: a visit for a talk, steps for all others."""
        if path.makes == "visit":
            return self._make_visit(path)
        return self._make_steps(path)

    def visit_of(self, path: Path) -> VisitFile | None:
        """The visit that a way on made, or that is planned already with the present doctor."""
        if path.makes != "visit":
            return None
        say = words.say_first(path.say, path.front_desk)
        doctor = present_doctor(self.session) if path.id == PRESENT else ""
        fits = [
            visit
            for visit in self.session.case.visits
            if not (visit.head.deleted or visit.head.cancelled_at)
            and (
                (say and visit.head.say_first == say)
                or (doctor and is_planned(visit.head) and self._doctor(visit) == doctor)
            )
        ]
        return max(fits, key=lambda visit: is_planned(visit.head), default=None)

    def _doctor(self, visit: VisitFile) -> str:
        return name_of(self.session.case, visit.head.clinician_id)

    def _make_visit(self, path: Path) -> Made:
        back = path.id == PRESENT
        have = self.visit_of(path)
        if have is not None and is_planned(have.head):
            return Made(have.id, self._doctor(have), already=True)
        doctor = present_doctor(self.session) if back else ""
        visit_id = Appointment(self.session).another(
            NewVisit(
                clinician=doctor,
                minutes=TALK_MINUTES if back else None,
                phone=back,
                say_first=words.say_first(path.say, path.front_desk),
                questions=tuple(each.text for each in questions_for_both(self.session.case)),
                musts=QUESTIONS_OF_A_TALK if back else None,
            ),
        )
        return Made(visit_id, doctor)

    def visit_draft(self, visit_id: str, *, with_whom: bool) -> Draft:
        """When the visit that was made is, as a field; before it with whom, where nobody knows."""
        appointment = Appointment(self.session, visit_id)
        when = appointment.when_draft()
        return replace(appointment.clinician_draft(), then=lambda: when) if with_whom else when

    def made_of(self, path: Path) -> tuple[Step, ...]:
        """The steps in the list that belong to a way on."""
        return tuple(step for step in self.steps() if step.text in path.steps)

    def look_again_draft(self, step: Step) -> Draft:
        """The day on which one looks at the plan again, as a field."""
        by = day_of(self.file.head.decide_by)
        day = short_day(by, self.today()) if by is not None else ""
        return replace(self.day_draft(step), label=words.look_again(day))

    def _make_steps(self, path: Path) -> Made:
        have = {step.text: step for step in all_steps(self.session.case)}
        new = tuple(Step(**self.new_ids(), text=text) for text in path.steps if text not in have)
        if new:
            self.session.change_case(words.UNDO_STEPS, lambda file: added(file, "steps", *new))
        every = {**have, **{step.text: step for step in new}}
        dated = next((every[text] for text in self._dated(path)), None)
        return Made(steps=len(new), to_date=dated)

    @staticmethod
    def _dated(path: Path) -> tuple[str, ...]:
        """The step that wants a day, for a way that makes one: the one that speaks of it."""
        if path.makes != "date":
            return ()
        named = tuple(text for text in path.steps if words.DAY_WORD in text.casefold())
        return (*named, *path.steps)[:1]
