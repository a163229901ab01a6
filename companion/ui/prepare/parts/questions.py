"""The questions: the list for the visit, and what the guidance offers for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.people import Role
from companion.domain.question import Priority, QuestionState
from companion.domain.question_rows import beyond_the_minutes, musts_that_fit
from companion.services.draft import Draft
from companion.services.prepare.question_list import QuestionEditor
from companion.ui.prepare.part import DONE, NOT_HERE, Part, PartResult
from companion.ui.prepare.parts.offered_questions import CHOOSE, FIND, chosen_rows, one_back
from companion.ui.prepare.rows import add_row, blank, kind_of, words_row
from companion.ui.rooms.shown_question import shown_question
from companion.ui.widgets.line_list import Row
from companion.words import prepare as general
from companion.words import questions as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from companion.domain.question import ListedQuestion
    from companion.domain.question_rows import NumberedQuestion
    from companion.services.case.session import CaseSession

NEXT_PRIORITY = {
    Priority.MUST: Priority.SHOULD,
    Priority.SHOULD: Priority.COULD,
    Priority.COULD: Priority.MUST,
}
"""The priority that Space gives after each."""
MUST = "*"
"""After the number of a question that must be asked."""
_PRIORITY_WIDTH = max(len(word) for word in words.PRIORITY.values())


def asker_words(entry: ListedQuestion, names: Mapping[str, tuple[Role, str]], patient: str) -> str:
    """Return who asks, as it stands at the right of a question."""
    role, name = names.get(entry.asker_id or "", (None, ""))
    if role is None:
        return ""
    if role is Role.COMPANION and entry.priority is Priority.MUST:
        return words.asks_after(name, patient)
    return words.asks(name)


def list_rows(
    rows: Iterable[NumberedQuestion],
    names: Mapping[str, tuple[Role, str]],
    patient: str,
    fits: tuple[int | None, int] | None = None,
) -> list[Row]:
    """Return the questions with number, priority and who asks.

    Args:
        rows: The questions.
        names: Role and name of everybody who can ask, by id.
        patient: The patient's name.
        fits: Minutes planned and how many must-asks fit them; a line shows how far that reaches.
    """
    shown = []
    musts = 0
    for row in rows:
        if fits is not None and row.must and musts == fits[1]:
            shown.append(words_row("fits", words.fits_so_far(*fits)))
        musts += row.must
        shown.append(_list_row(row, names, patient))
    return shown


def _list_row(row: NumberedQuestion, names: Mapping[str, tuple[Role, str]], patient: str) -> Row:
    priority = words.PRIORITY[row.listed.priority.value]
    who = asker_words(row.listed, names, patient)
    if row.question is not None and row.question.alone:
        who = words.alone(names.get(row.listed.asker_id or "", (None, ""))[1])
    if row.state is QuestionState.DROPPED:
        who = words.DROPPED
    return Row(
        f"question:{row.listed.question_id}",
        shown_question(row, general.BLANK),
        lead=f"{row.number:>2}{MUST if row.must else ' '} {priority:<{_PRIORITY_WIDTH}}  ",
        right=f" {who}" if who else "",
        right_mood="muted",
        tints=((MUST, "mark"), (priority, "mark")) if row.must else (),
    )


class QuestionsPart(Part):
    """The question list of the visit that is prepared for."""

    NAME = "questions"
    TAKES_WORDS = True
    KIND = "question"
    WIDE = True

    def __init__(self, session: CaseSession) -> None:
        super().__init__(session)
        self.list = QuestionEditor(session)
        self._every = False
        """Whether the questions of a talk that wait are shown; so from the first change on, as no
        line may go from under the cursor.
        """

    @property
    def title(self) -> str:
        """The words over the part: for whom the list is."""
        return words.list_title(self.appointment.clinician_name())

    @property
    def hint(self) -> str:
        """The last line."""
        if self.subpage:
            return general.CHOOSING_HINT
        return words.HINT if self.list.rows() else general.PART_HINT

    @property
    def short_hint(self) -> str:
        """The last line where there is less room."""
        return words.SHORT_HINT if self.list.rows() and not self.subpage else self.hint

    def names(self) -> dict[str, tuple[Role, str]]:
        """Return role and name of everybody who can ask, by id."""
        people = [one for one in self.session.file.people if one.role is not Role.CLINICIAN]
        return {one.id: (one.role, self.appointment.name_of(one.role)) for one in people}

    def rows(self) -> tuple[Row, ...]:
        """Return the list, or what the guidance offers."""
        if self.subpage:
            taken = frozenset(self.list.taken())
            return tuple(chosen_rows(self.subpage, self.list.offered(), taken))
        every = self.list.rows()
        visit = self.preparation.visit
        waits = beyond_the_minutes(every, visit.head) if visit and not self._every else frozenset()
        questions = [row for row in every if row.listed.question_id not in waits]
        minutes = visit.head.minutes if visit else None
        fit = musts_that_fit(minutes)
        musts = sum(row.must for row in questions)
        patient = self.appointment.name_of(Role.PATIENT)
        return (
            words_row("musts", words.musts(minutes, fit, musts)),
            *([] if questions else [words_row("empty", words.EMPTY)]),
            *list_rows(questions, self.names(), patient, (minutes, fit[1])),
            *([add_row("rest:", words.more_if_time(len(waits)))] if waits else []),
            blank("more"),
            add_row("choose:", words.FROM_LIST),
            add_row("add:", words.ADD_OWN),
        )

    def key_of(self, name: str, at: str) -> str:
        """Return the key of the row of a question, and show those that wait: it may be one."""
        self._every = True
        return super().key_of(name, at)

    def back(self) -> bool:
        """Go one page back: to the overview of what is offered, then to the list."""
        inside = bool(self.subpage)
        self.subpage = one_back(self.subpage)
        return inside

    def beside(self, key: str) -> tuple[str, ...]:
        """Return why to ask a question, and what can be asked with it."""
        kind, which = kind_of(key)
        if kind != "question":
            return self.guidance_beside(key)
        row = next((row for row in self.list.rows() if row.listed.question_id == which), None)
        if row is None or row.question is None:
            return ()
        if row.covered:
            return (words.COVERED_MEANS,)
        why = words.why(row.number, row.question.why) if row.question.why else ""
        also = words.also(row.question.follow_ups) if row.question.follow_ups else ""
        return tuple(line for line in (why, also) if line)

    # Keys

    def activate(self, key: str) -> PartResult:
        """Reword a question, open the guidance's list or a page of it, or take one from it."""
        kind, which = kind_of(key)
        if kind == "tick":
            text = self.guidance_of(which)
            if text is not None:
                self.list.tick(text)
        elif kind == "choose":
            return self.from_list(key)
        elif kind in ("show", "rest"):
            self.subpage, self._every = which, self._every or kind == "rest"
        elif kind == "find":
            return PartResult(draft=self._find_draft())
        elif kind == "add":
            return self.add(key)
        elif kind == "question":
            return self.reword(key)
        return DONE

    def _find_draft(self) -> Draft:
        """Return a field for words to look for in what is offered; nothing of it is kept."""

        def look(sentence: str, wanted: str) -> None:
            if sentence and wanted.strip():
                self.subpage = f"{FIND}{wanted.strip()}"

        return Draft(words.FIND_LABEL, "", look, words.FIND_LABEL, hint=words.FIND_HINT)

    def add(self, key: str) -> PartResult:
        """Add a question in the patient's own words."""
        del key
        self.subpage, self._every = "", True
        return PartResult(draft=self.list.own_draft())

    def from_list(self, key: str) -> PartResult:
        """Choose from the guidance."""
        del key
        self.subpage, self._every = CHOOSE, True
        return DONE

    def _on(self, key: str, act: Callable[[str], object]) -> PartResult:
        """Do something with the question the keys act on, if they act on one."""
        kind, which = kind_of(key)
        if kind != "question":
            return PartResult(words.CHOOSE_FIRST)
        self._every = True
        act(which)
        return DONE

    def reword(self, key: str) -> PartResult:
        """Change a question's words; a covered one is shown first."""
        kind, which = kind_of(key)
        if kind != "question":
            return PartResult(words.CHOOSE_FIRST)
        if self.list.is_covered(which):
            self.list.show(which)
            return PartResult(words.OF_A_NOTE if self.list.is_covered(which) else words.SHOWN)
        return PartResult(draft=self.list.reword_draft(which))

    def take_away(self, key: str) -> PartResult:
        """Take a question out of the list."""
        kind, which = kind_of(key)
        return PartResult(self.list.take_away(which) if kind == "question" else words.CHOOSE_FIRST)

    def _set_priority(self, priority: Priority) -> Callable[[str], PartResult]:
        """Return the action that marks a question must, should or could."""
        return lambda key: self._on(key, lambda which: self.list.set_priority(which, priority))

    def tick(self, key: str) -> PartResult:
        """Tick what is offered; go on to the next priority of a question in the list."""
        kind, which = kind_of(key)
        if kind == "tick":
            return self.activate(key)
        entry = self.list.entry(which) if kind == "question" else None
        if entry is None:
            return NOT_HERE
        self._every = True
        self.list.set_priority(which, NEXT_PRIORITY[entry.priority])
        return DONE

    def move(self, key: str, by: int) -> PartResult:
        """Move a question up (-1) or down (+1)."""
        kind, which = kind_of(key)
        if kind != "question":
            return PartResult(words.CHOOSE_FIRST)
        if self.list.frozen():
            return PartResult(words.NUMBERS_STAY)
        self._every = True
        if self.list.move(which, by):
            return DONE
        return PartResult(words.AT_THE_TOP if by < 0 else words.AT_THE_END)

    def actions(self) -> dict[str, Callable[[str], PartResult]]:
        """Return what the keys of the room do here."""
        return {
            "tick": self.tick,
            "add": self.add,
            "choose": self.from_list,
            "reword": self.reword,
            "take_away": self.take_away,
            "must": self._set_priority(Priority.MUST),
            "should": self._set_priority(Priority.SHOULD),
            "could": self._set_priority(Priority.COULD),
            "move_up": lambda key: self.move(key, -1),
            "move_down": lambda key: self.move(key, 1),
            "who_asks": lambda key: self._on(key, self.list.next_asker),
            "alone": lambda key: self._on(key, self.list.toggle_alone),
        }
