"""The ways on: choosing one, and making what it makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.choosing import is_planned
from companion.domain.columns import columns
from companion.domain.comparison import ChosenPath, Step
from companion.domain.gathering import name_of
from companion.domain.outcome import short_id
from companion.domain.progress import earlier_opinion
from companion.domain.steps import all_steps
from companion.domain.tables import added, altered, live
from companion.services.drafting import Draft, into_case
from companion.services.planning import NewVisit, plan_visit
from companion.services.reflecting import Reflecting
from companion.services.shelf import field_of, fields_of, texts_of_kind
from companion.words import comparing as words

if TYPE_CHECKING:
    from companion.domain.case import CaseFile, CopiedText
    from companion.services.session import Session

TALK_MINUTES = 10
"""Minutes asked for when an opinion is taken back to the present doctor."""
QUESTIONS_OF_A_TALK = 3
"""Questions for both that fit such a talk; those with a reason stand first in the packs."""
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


def _path(text: CopiedText) -> Path:
    return Path(
        id=short_id(text.source),
        text=text.text,
        means=field_of(text, "means"),
        say=field_of(text, "say").strip('"'),
        makes=field_of(text, "makes"),
        steps=fields_of(text, "step"),
    )


def paths(file: CaseFile) -> tuple[Path, ...]:
    """The ways on in the order of the packs; plain ones when the case has no copies."""
    own = tuple(_path(text) for text in texts_of_kind(file.texts, "paths"))
    return own or tuple(Path(name, text, makes=makes) for name, text, makes in words.PATHS_OWN)


def present_doctor(session: Session) -> str:
    """The name of the doctor whose opinion was there first."""
    opinion = earlier_opinion(session.file)
    if opinion is not None:
        return name_of(session.case, opinion.clinician_id)
    first = next(iter(columns(session.case)), None)
    return first.doctor if first is not None else ""


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
        return Made(steps=self._make_steps(path))

    def _make_visit(self, path: Path) -> Made:
        back = path.id == PRESENT
        doctor = present_doctor(self.session) if back else ""
        for visit in self.session.case.visits:
            name = name_of(self.session.case, visit.head.clinician_id)
            if is_planned(visit.head) and name == doctor:
                return Made(visit.id, doctor, already=True)
        talk = self.session.file.texts
        questions = tuple(text.text for text in texts_of_kind(talk, "ask-both"))
        visit_id = plan_visit(
            self.session,
            NewVisit(
                clinician=doctor,
                minutes=TALK_MINUTES if back else None,
                phone=back,
                say_first=path.say,
                questions=questions[:QUESTIONS_OF_A_TALK] if back else questions,
            ),
        )
        return Made(visit_id, doctor)

    def _make_steps(self, path: Path) -> int:
        have = {step.text for step in all_steps(self.session.case)}
        new = tuple(Step(**self.new_ids(), text=text) for text in path.steps if text not in have)
        if new:
            self.session.change_case(words.UNDO_STEPS, lambda file: added(file, "steps", *new))
        return len(new)
