"""The paths that lead on from a comparison: choosing one, and making its visit or its steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from companion.domain.case_queries import name_of
from companion.domain.changes import not_deleted, with_added, with_changed
from companion.domain.comparison import ChosenPath, Step
from companion.domain.comparison_table import present_doctor_id
from companion.domain.date_input import day_of
from companion.domain.outcome import short_id
from companion.domain.question import Priority
from companion.domain.question_rows import musts_that_fit
from companion.domain.shared_questions import questions_of_a_talk
from companion.domain.steps import all_steps
from companion.domain.visit_selection import is_planned
from companion.services.compare.reflection import Reflection
from companion.services.compare.steps import Steps
from companion.services.draft import Draft, into_case
from companion.services.prepare.appointment import Appointment
from companion.services.visit.plan import NewVisit
from companion.words import comparison as words
from companion.words.days import short_day

if TYPE_CHECKING:
    from companion.domain.case import CaseFile, CopiedText
    from companion.domain.visit import VisitFile
    from companion.services.case.session import CaseSession

TALK_MINUTES = 10
"""Minutes asked for when an opinion is taken back to the present doctor."""
PRESENT = "take-back"
"""The path that leads back to the present doctor."""


@dataclass(frozen=True, slots=True)
class Path:
    """A path that leads on, as the packs describe it."""

    id: str
    """stay, take-back, together …"""
    text: str
    """The sentence that names it."""
    means: str = ""
    """A sentence that explains it."""
    say: str = ""
    """Words to say to the doctor."""
    front_desk: str = ""
    """Words for the person who answers the phone."""
    makes: str = ""
    """visit, message, sheet, steps or date."""
    steps: tuple[str, ...] = ()
    """Steps that belong to it."""


@dataclass(frozen=True, slots=True)
class PathResult:
    """The visit or the steps that came of following a path."""

    visit_id: str | None = None
    """The visit that was made, or is there already."""
    doctor: str = ""
    """The doctor of that visit; empty where it is not known."""
    already: bool = False
    """Whether the visit was there before."""
    fits: int = 0
    """How many of its questions fit its minutes."""
    more: int = 0
    """How many others wait until there is time."""
    steps: int = 0
    """How many steps were made."""
    to_date: Step | None = None
    """The step that wants a day."""


def _path(text: CopiedText) -> Path:
    return Path(
        id=short_id(text.source),
        text=text.text,
        means=text.first("means"),
        say=text.first("say").strip('"'),
        front_desk=text.first("front desk").strip('"'),
        makes=text.first("makes"),
        steps=text.every("step"),
    )


def paths(file: CaseFile) -> tuple[Path, ...]:
    """Return the paths in the order of the packs; plain ones when the case has no copies."""
    own = tuple(_path(text) for text in file.guidance("paths"))
    return own or tuple(Path(name, text, makes=makes) for name, text, makes in words.PATHS_OWN)


def present_doctor(session: CaseSession) -> str:
    """Return the name of the doctor whose opinion was there first."""
    return name_of(session.case, present_doctor_id(session.case))


class NextSteps:
    """The paths, the steps of the case, and what the users write about themselves.

    Each change is one of a single file.
    """

    def __init__(self, session: CaseSession) -> None:
        self.session = session
        self.steps = Steps(session)
        self.reflection = Reflection(session)

    @property
    def chosen(self) -> ChosenPath | None:
        """The path that was chosen last."""
        every = not_deleted(self.session.file.paths)
        return every[-1] if every else None

    def choose(self, path: Path) -> None:
        """Choose a path, dated; an earlier choice stays in the log."""
        if self.chosen is None or self.chosen.path != path.id:
            made = self.session.new(ChosenPath, path=path.id, at=self.session.now())
            self.session.change_case(words.UNDO_PATH, lambda file: with_added(file, "paths", made))

    def path_why_draft(self, chosen: ChosenPath) -> Draft:
        """Return a field for the reason of a choice."""

        def change(file: CaseFile, text: str) -> CaseFile:
            return with_changed(file, "paths", chosen.id, why=text)

        write = into_case(self.session, change)
        return Draft(words.PATH_WHY_FIELD, chosen.why, write, words.UNDO_PATH_WHY)

    def follow(self, path: Path) -> PathResult:
        """Make what a path makes: a visit for a talk, steps for all others."""
        if path.makes == "visit":
            return self._make_visit(path)
        return self._make_steps(path)

    def visit_of(self, path: Path) -> VisitFile | None:
        """Return the visit that a path made, or one planned already with the present doctor."""
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

    def _make_visit(self, path: Path) -> PathResult:
        back = path.id == PRESENT
        have = self.visit_of(path)
        if have is not None and is_planned(have.head):
            return PathResult(have.id, self._doctor(have), already=True)
        doctor = present_doctor(self.session) if back else ""
        minutes = TALK_MINUTES if back else None
        differ, others = questions_of_a_talk(self.session.case)
        visit_id = Appointment(self.session).another(
            NewVisit(
                clinician=doctor,
                minutes=minutes,
                phone=back,
                say_first=words.say_first(path.say, path.front_desk),
                questions=differ,
                later=others,
                fits=musts_that_fit(minutes)[1],
            ),
        )
        listed = not_deleted(self.session.visit(visit_id).listed)
        fits = sum(entry.priority is Priority.MUST for entry in listed)
        return PathResult(visit_id, doctor, fits=fits, more=len(listed) - fits)

    def visit_draft(self, visit_id: str, *, with_whom: bool) -> Draft:
        """Return a field for the day of a new visit; before it one for the doctor, if wanted."""
        appointment = Appointment(self.session, visit_id)
        when = appointment.when_draft()
        return replace(appointment.clinician_draft(), then=lambda: when) if with_whom else when

    def steps_of(self, path: Path) -> tuple[Step, ...]:
        """Return the steps in the list that belong to a path."""
        return tuple(step for step in self.steps.listed() if step.text in path.steps)

    def look_again_draft(self, step: Step) -> Draft:
        """Return a field for the day on which the plan is looked at again."""
        by = day_of(self.session.file.head.decide_by)
        day = short_day(by, self.session.context.today()) if by is not None else ""
        return replace(self.steps.day_draft(step), label=words.look_again(day))

    def _make_steps(self, path: Path) -> PathResult:
        have = {step.text: step for step in all_steps(self.session.case)}
        new = tuple(self.session.new(Step, text=text) for text in path.steps if text not in have)
        if new:
            self.session.change_case(words.UNDO_STEPS, lambda file: with_added(file, "steps", *new))
        every = {**have, **{step.text: step for step in new}}
        dated = next((every[text] for text in self._dated(path)), None)
        return PathResult(steps=len(new), to_date=dated)

    @staticmethod
    def _dated(path: Path) -> tuple[str, ...]:
        """Return the text of the step that wants a day, for a path that makes one."""
        if path.makes != "date":
            return ()
        named = tuple(
            text for text in path.steps if any(word in text.casefold() for word in words.DAY_WORDS)
        )
        return (*named, *path.steps)[:1]
