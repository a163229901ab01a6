"""The acts after comparing: a way on, steps, how sure, leaning, why we decided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from companion.domain.choosing import is_planned
from companion.domain.columns import columns
from companion.domain.comparison import ChosenPath, Confidence, Decision, Leaning, Step
from companion.domain.gathering import name_of
from companion.domain.outcome import short_id
from companion.domain.progress import earlier_opinion
from companion.domain.rating import raters
from companion.domain.steps import all_steps
from companion.domain.tables import added, altered, found, live
from companion.domain.text import is_blank
from companion.domain.when import read_day
from companion.services.drafting import Draft, into_case
from companion.services.planning import NewVisit, plan_visit
from companion.services.shelf import field_of, fields_of, texts_of_kind
from companion.words import compare as words

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


class Deciding:
    """What is done about a comparison. Each act changes one file."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @property
    def file(self) -> CaseFile:
        """The case's own file."""
        return self.session.file

    def _ids(self) -> dict[str, Any]:
        return {"id": self.session.surroundings.new_id(), "created_at": self.session.now()}

    # The way on

    @property
    def chosen(self) -> ChosenPath | None:
        """The way chosen last."""
        every = live(self.file.paths)
        return every[-1] if every else None

    def choose(self, path: Path) -> None:
        """Choose a way on, dated; an earlier choice stays in the log."""
        if self.chosen is None or self.chosen.path != path.id:
            made = ChosenPath(**self._ids(), path=path.id, at=self.session.now())
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
        new = tuple(Step(**self._ids(), text=text) for text in path.steps if text not in have)
        if new:
            self.session.change_case(words.UNDO_STEPS, lambda file: added(file, "steps", *new))
        return len(new)

    # Steps

    def steps(self) -> tuple[Step, ...]:
        """What is not done first, by day; then what is done."""
        every = all_steps(self.session.case)
        return tuple(sorted(every, key=lambda step: (step.done_at is not None, step.due or "9999")))

    def _keep_step(self, sentence: str, step: Step, **values: Any) -> None:  # noqa: ANN401
        """Change a step; one that only stood in a visit is kept in the case from here on."""

        def change(file: CaseFile) -> CaseFile:
            if found(file.steps, step.id) is not None:
                return altered(file, "steps", step.id, **{"deleted": False, **values})
            return added(file, "steps", replace(step, stamps={}, **values))

        self.session.change_case(sentence, change)

    def toggle_done(self, step: Step) -> None:
        """Done, or not done after all."""
        at = None if step.done_at is not None else self.session.now()
        self._keep_step(words.UNDO_STEP, step, done_at=at)

    def next_owner(self, step: Step) -> None:
        """Patient, companion, nobody yet: the next of them."""
        owners = [*(one.id for one in raters(self.session.case)), None]
        at = owners.index(step.owner_id) if step.owner_id in owners else -1
        self._keep_step(words.UNDO_STEP, step, owner_id=owners[(at + 1) % len(owners)])

    def day_draft(self, step: Step) -> Draft:
        """By when, as a field."""
        today = self.session.now().astimezone().date()

        def read(text: str) -> str | None:
            return "" if is_blank(text) else read_day(text, today)

        def write(sentence: str, text: str) -> None:
            self._keep_step(sentence, step, due=text or None)

        return Draft(
            words.DAY_FIELD,
            step.due or "",
            write,
            words.UNDO_STEP,
            read=read,
            unread=words.NOT_A_DAY,
        )

    def text_draft(self, step: Step) -> Draft:
        """What is to be done, as a field; an emptied one stays as it was."""

        def write(sentence: str, text: str) -> None:
            if not is_blank(text):
                self._keep_step(sentence, step, text=text)

        return Draft(words.STEP_FIELD, step.text, write, words.UNDO_STEP)

    def new_step_draft(self) -> Draft:
        """A step of one's own, as a field."""
        made = Step(**self._ids())

        def change(file: CaseFile, text: str) -> CaseFile:
            if found(file.steps, made.id) is not None:
                return altered(file, "steps", made.id, text=text, deleted=is_blank(text))
            return file if is_blank(text) else added(file, "steps", replace(made, text=text))

        return Draft(words.STEP_FIELD, "", into_case(self.session, change), words.UNDO_NEW_STEP)

    def drop_step(self, step: Step) -> None:
        """Take a step out; undo brings it back."""
        self._keep_step(words.UNDO_STEP, step, deleted=True)

    # How sure, which way, why

    def sure_questions(self) -> tuple[str, ...]:
        """The four questions."""
        own = tuple(text.text for text in texts_of_kind(self.file.texts, "confidence"))
        return (own + words.SURE_OWN)[:4] if len(own) < len(words.SURE_OWN) else own[:4]

    @property
    def sure(self) -> Confidence | None:
        """The answers given last."""
        every = live(self.file.confidence)
        return every[-1] if every else None

    def answer(self, place: int, *, yes: bool | None) -> None:
        """Answer one of the four; the answers of another day stay in the log."""
        now = self.session.now()
        today = now.astimezone().date()
        last = self.sure
        same_day = last is not None and last.at is not None and last.at.astimezone().date() == today
        answers: list[bool | None] = [None] * len(words.SURE_OWN)
        if last is not None and same_day:
            answers = list(last.answers)
        answers[place] = yes
        if last is not None and same_day:
            known = last.id
            self.session.change_case(
                words.UNDO_SURE,
                lambda file: altered(file, "confidence", known, answers=tuple(answers)),
            )
            return
        by_id = self.file.head.writer_id
        made = Confidence(**self._ids(), at=now, by_id=by_id, answers=tuple(answers))
        self.session.change_case(words.UNDO_SURE, lambda file: added(file, "confidence", made))

    def leaning_draft(self) -> Draft:
        """Which way we lean today, as a field; earlier entries stay."""
        now = self.session.now()
        made = Leaning(**self._ids(), at=now, by_id=self.file.head.writer_id)

        def change(file: CaseFile, text: str) -> CaseFile:
            if found(file.leaning, made.id) is not None:
                return altered(file, "leaning", made.id, text=text, deleted=is_blank(text))
            return file if is_blank(text) else added(file, "leaning", replace(made, text=text))

        return Draft(words.LEANING_FIELD, "", into_case(self.session, change), words.UNDO_LEANING)

    @property
    def decision(self) -> Decision | None:
        """What was decided and why."""
        return next(iter(live(self.file.decision)), None)

    def decision_draft(self) -> Draft:
        """Why we decided, as a field."""
        have = self.decision
        now = self.session.now()
        made = have or Decision(**self._ids(), at=now, by_id=self.file.head.writer_id)

        def change(file: CaseFile, text: str) -> CaseFile:
            if found(file.decision, made.id) is not None:
                gone = is_blank(text)
                return altered(file, "decision", made.id, text=text, at=now, deleted=gone)
            return file if is_blank(text) else added(file, "decision", replace(made, text=text))

        text = have.text if have is not None else ""
        return Draft(words.DECIDED_FIELD, text, into_case(self.session, change), words.UNDO_DECIDED)
