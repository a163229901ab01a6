"""The end of a visit: answered questions, where each open item goes, steps and their days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.clock import is_from_memory
from companion.domain.correction import StepsTold, asks_spelling, told_in_one
from companion.domain.date_input import day_of
from companion.domain.marks import NoteKind
from companion.domain.number import number_of, still_to_ask
from companion.domain.question import CarryTo, QuestionState
from companion.domain.question_rows import visible_questions
from companion.domain.steps import all_steps
from companion.domain.value import Value, replace
from companion.services.compare.steps import Steps
from companion.ui.rooms.shown_question import shown_question
from companion.ui.visit.card import Card, CardView, KeyPress, KeyResult
from companion.ui.visit.cards.debrief import first_card, questions_of
from companion.ui.visit.cards.details import DetailsCard
from companion.ui.visit.cards.option_card import WIDE as WITH_ASIDES
from companion.ui.visit.cards.option_card import Option, line, option_rows
from companion.ui.visit.cards.read_back import ReadBackCard
from companion.ui.visit.cards.said import SaidCard
from companion.ui.widgets.line_list import Row
from companion.words import days
from companion.words import visit as room_words
from companion.words import visit_cards as card_words
from companion.words import visit_ends as words
from companion.words.days import short_day
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from companion.domain.comparison import Step
    from companion.domain.note import Note
    from companion.domain.question_rows import NumberedQuestion
    from companion.domain.visit import VisitFile
    from companion.services.visit.editor import VisitEditor
    from companion.ui.visit.card import CardContext


OPEN = (QuestionState.OPEN, QuestionState.CARRIED, QuestionState.DROPPED)


def is_open(row: NumberedQuestion) -> bool:
    """Return whether a question is open: it was not asked, or a must-ask was answered partly."""
    return row.state in OPEN or (row.must and row.state is QuestionState.PARTLY)


class OpenItem(Value):
    """A question, an unclear note, a spelling to check or an incomplete number card."""

    kind: str
    """`question` or `note`."""
    id: str
    lead: str
    """Number or mark."""
    text: str
    to: CarryTo
    """Where it goes; `later` until the user chooses."""

    @property
    def key(self) -> str:
        """The key of its row."""
        return f"{self.kind} {self.id}"


def open_items(visit: VisitFile, rows: tuple[NumberedQuestion, ...]) -> tuple[OpenItem, ...]:
    """Return open questions, unclear notes, spellings to check, incomplete number cards."""
    items = [
        OpenItem(
            "question",
            row.listed.question_id,
            f"{row.number:<2}{'*' if row.must else ' '}",
            _says(row),
            row.listed.carried_to or CarryTo.LATER,
        )
        for row in visible_questions(rows, news=False)
        if is_open(row)
    ]
    return (*items, *(each for note in visit.live_notes for each in _of_note(note)))


def _says(row: NumberedQuestion) -> str:
    text = shown_question(row)
    partly = row.state is QuestionState.PARTLY
    return f"{text}{BETWEEN}{room_words.STATES[row.state]}" if partly else text


def _of_note(note: Note) -> tuple[OpenItem, ...]:
    if note.covered:
        return ()
    to = CarryTo(note.carried_to) if note.carried_to else CarryTo.LATER
    if note.kind is NoteKind.UNCLEAR:
        return (OpenItem("note", note.id, "?  ", told_in_one(note) or room_words.MOMENT_HERE, to),)
    if note.kind is NoteKind.SPELLING:
        text = card_words.spelling(told_in_one(note))
        return (OpenItem("note", note.id, "~  ", text, to),) if asks_spelling(note) else ()
    number = number_of(note)
    if number is None:
        return ()
    missing = [card_words.NUMBER_ASK[name] for name in still_to_ask(number)]
    if not missing:
        return ()
    text = card_words.missing(told_in_one(note), missing[0], len(missing) - 1)
    return (OpenItem("note", note.id, "#  ", text, to),)


def steps_to_do(editor: VisitEditor) -> tuple[Step, ...]:
    """Return the steps that were written as notes in this visit, in order."""
    notes = {
        note.id
        for note in editor.visit.live_notes
        if note.kind is NoteKind.TODO and not note.covered
    }
    return tuple(step for step in all_steps(editor.session.case) if step.id in notes)


CHOICES = (CarryTo.NEXT, CarryTo.MESSAGE, CarryTo.DROP, CarryTo.LATER)
NOW = ("fresh", "said", "read", "stop")
DETAILS_ROW = "details"
"""Key of the row that leads to the doctor and the day, where the doctor is not known."""
AFTERWARDS = {CarryTo.MESSAGE: words.END_MESSAGE, CarryTo.LATER: words.END_LATER}
"""What is said below the choices of an item, by the choice made."""
LEAD = max(map(len, (words.END_ANSWERED, words.END_PARTLY, words.END_ASKED)))
"""Cells of the titles at the left."""
WIDE = 110
"""Cells from which each open item shows all its choices."""
IN_COLUMNS = 60
"""Cells from which titles, words, and whose and when stand in columns of their own."""


class EndOfVisitCard(Card):
    """The summary of a visit; no choice is made beforehand, and notes can still be written."""

    placeholder = words.END_PLACEHOLDER
    writing = False
    """Whether every key but Tab and Esc writes, digits too (after Tab)."""

    def __init__(self, context: CardContext) -> None:
        super().__init__(context)
        self.steps = Steps(self.state.session)
        self.at = next((at for at, key in enumerate(self._keys()) if key not in NOW), 0)

    # Its rows

    def _matters(self) -> tuple[OpenItem, ...]:
        return open_items(self.state.visit, self.state.rows())

    def _to_do(self) -> tuple[Step, ...]:
        return steps_to_do(self.state.editor)

    def _keys(self) -> tuple[str, ...]:
        steps = (f"step {step.id}" for step in self._to_do())
        unnamed = () if self.state.clinician() else (DETAILS_ROW,)
        items = (*(each.key for each in self._matters()), *steps, *unnamed)
        return (*NOW, *items) if self._now_stands_first() else (*items, *NOW)

    def _step(self) -> Step | None:
        here = self._keys()[self.at]
        return next((step for step in self._to_do() if here == f"step {step.id}"), None)

    def _lines(self) -> int:
        """Return how many lines the card has without those that can be left out."""
        items = len(self._matters())
        before = len(self._summary()) + 1 + items + bool(items) + len(self._after())
        return before + 1 + len(NOW) + self._is_narrow

    @property
    def _is_narrow(self) -> bool:
        """Whether what can be done now has one column: the option chosen says more below it."""
        return self.context.card_width < WITH_ASIDES

    def _has_room(self, more: int) -> bool:
        """Return whether so many lines more are in view with all others."""
        return self._lines() + more <= self.context.card_height

    def _now_stands_first(self) -> bool:
        """Return whether what can be done now would be out of view below everything else."""
        return not self._has_room(0)

    @property
    def _in_columns(self) -> bool:
        return self.context.card_width >= IN_COLUMNS

    def _lead(self, title: str) -> str:
        return f" {title:<{LEAD if self._in_columns else 0}}  "

    def _summary(self) -> list[Row]:
        rows = self.state.rows()
        result = []
        for title, state in (
            (words.END_ANSWERED, QuestionState.ANSWERED),
            (words.END_PARTLY, QuestionState.PARTLY),
            (words.END_ASKED, QuestionState.ASKED),
        ):
            here = [row for row in rows if row.state is state and not is_open(row)]
            if here:
                text = "     ".join(
                    f"{row.number} {'* ' if row.must else ''}{shown_question(row)}" for row in here
                )
                mood = "good" if state is QuestionState.ANSWERED else "mark"
                tints = ((title, mood),)
                result.append(Row(title, text, self._lead(title), tints=tints, selectable=False))
        return result

    def _matter_rows(self, here: str) -> list[Row]:
        items = self._matters()
        if not items:
            return [line("nothing", words.END_NOTHING)]
        return [
            line("where", words.END_OPEN, "strong"),
            *(self._matter(each, here) for each in items),
        ]

    def _matter(self, each: OpenItem, here: str) -> Row:
        """Return one open item: with its choices where the card is wide or the keys act on it."""
        lead = f" {each.lead} "
        chosen = "   ".join(
            f"({'x' if each.to is to else ' '}) {words.END_CHOICES[to]}" for to in CHOICES
        )
        wide, says = self.context.card_width >= WIDE, [each.text]
        if each.key == here:
            says += [] if wide else [chosen]
        right = chosen if wide else "" if each.key == here else words.END_CHOICES[each.to]
        # What comes of a choice has the whole line below it.
        under = AFTERWARDS.get(each.to, "") if each.key == here and self._has_room(2) else ""
        return Row(each.key, "\n".join(says), lead, f"{right} " if right else "", under)

    def _after(self) -> list[Row]:
        editor = self.state.editor
        result = [self._step_row(step) for step in self._to_do()]
        hidden = [note for note in editor.visit.live_notes if note.covered]
        out = sum(editor.notes.is_left_out(note) for note in hidden)
        for key, count, says in (
            ("hidden", len(hidden) - out, words.hidden_notes),
            ("off the screen", out, words.left_out_notes),
        ):
            if count:
                text = says(count, editor.people.patient_name())
                result.append(Row(key, text, self._lead(words.END_HIDDEN), selectable=False))
        if not self.state.clinician():
            result.append(Row(DETAILS_ROW, words.END_WHO, " "))
        return result

    def _step_row(self, step: Step) -> Row:
        owner = self.state.session.person_name(step.owner_id, self.state.visit)
        day = day_of(step.due)
        by = words.by_day(short_day(day, self.steps.session.context.today()) if day else "")
        right = "   ".join(part for part in (owner, by) if part)
        says = StepsTold(self.state.session.case)(step)
        tints = ((words.END_TO_DO, "mark"),)
        row = Row(f"step {step.id}", says, self._lead(words.END_TO_DO), f"{right} ", tints=tints)
        return row if self._in_columns else replace(row, right="", under=right)

    def _debrief_aside(self) -> str:
        return words.end_debrief_aside(len(questions_of(self.state)))

    def _now(self, here: str) -> list[Row]:
        """Return what can be done now."""
        options = (
            Option("fresh", words.END_DEBRIEF, self._debrief_aside(), 1),
            Option("said", words.END_SAID, words.END_SAID_ASIDE, 2),
            Option("read", words.END_READ, words.END_READ_ASIDE, 3),
            Option("stop", words.END_STOP, words.END_STOP_ASIDE, 4),
        )
        if self._is_narrow:
            under = {each.key: each.aside for each in options if each.key == here}
            titles = option_rows(tuple(replace(each, aside="") for each in options))
            rows = [replace(row, under=under.get(row.key, "")) for row in titles]
        else:
            rows = [*option_rows(options)]
        return [line("now", words.END_NOW, "heading"), *rows]

    def view(self) -> CardView:
        """Return answered and open questions, steps, covered notes, and what to do now."""
        head = self.state.visit.head
        notes = len(self.state.visit.live_notes)
        keys = self._keys()
        self.at = min(self.at, len(keys) - 1)
        here = keys[self.at]
        now = self._now(here)
        if self._now_stands_first():
            rows = [*now, *self._summary(), *self._matter_rows(here), *self._after()]
        else:
            space = [line("space", "")] if self._has_room(1) else []
            rows = [
                *(*self._summary(), *self._matter_rows(here), *self._after()),
                *(*space, *now),
            ]
        began = self.state.stamp(None if is_from_memory(head) else head.started_at)
        ended = self.state.stamp(head.ended_at)
        right = words.end_right(began, ended, notes)
        top = words.end_top(self.state.clinician()), right
        hint = words.END_STEP_HINT if here.startswith("step ") else words.END_HINT
        if self.writing:
            hint = words.END_WRITING_HINT
        return CardView(words.END_TITLE, tuple(rows), hint, here, top)

    # Keys

    def press(self, press: KeyPress) -> KeyResult:
        """Let the arrows choose while nothing is typed; everything else is typing."""
        if press.key == "tab":
            self.writing = not self.writing
        elif self.writing:
            return KeyResult.PASSED
        elif press.key in ("up", "down"):
            last = len(self._keys()) - 1
            self.at = min(max(0, self.at + (1 if press.key == "down" else -1)), last)
        elif not press.blank or not self._act(press):
            return KeyResult.PASSED
        return KeyResult.USED

    def _act(self, press: KeyPress) -> bool:
        """Act on a key pressed in an empty line; return False when it means nothing."""
        here = self._keys()[self.at]
        if press.key in ("left", "right", "space"):
            # A blank is no beginning of a note: it would only take the arrows away.
            self._change(here, -1 if press.key == "left" else 1)
        elif press.key == "enter":
            self._go_on(here)
        elif press.digit is not None and 1 <= press.digit <= len(NOW):
            self._go_on(NOW[press.digit - 1])
        else:
            return False
        return True

    def _change(self, here: str, by: int) -> None:
        """Change where an item goes, or who does a step."""
        step = self._step()
        if step is not None:
            self.steps.next_owner(step)
            return
        matter = next((each for each in self._matters() if each.key == here), None)
        if matter is None:
            return
        place = CHOICES.index(matter.to)
        to = CHOICES[min(max(0, place + by), len(CHOICES) - 1)]
        if matter.kind == "question":
            self.state.editor.questions.carry(matter.id, to)
        else:
            self.state.editor.notes.carry(matter.id, to)

    def _go_on(self, key: str) -> None:
        if key == "fresh":
            self.context.open_card(first_card(self.context))
        elif key == "said":
            self.context.open_card(SaidCard(self.context, self))
        elif key == "read":
            self.context.open_card(ReadBackCard(self.context, self))
        elif key == "stop":
            self.context.close_card()
            self.context.say(words.STOPPED)
        elif key == DETAILS_ROW:
            self.context.open_card(DetailsCard(self.context, back=self))
        elif key.startswith("step "):
            self.context.open_card(DueDateCard(self.context, key.removeprefix("step "), self))


class DueDateCard(Card):
    """The due date of one step, in a line of its own; then back to the card before."""

    placeholder = words.DAY_PLACEHOLDER

    def __init__(self, context: CardContext, step_id: str, back: Card) -> None:
        super().__init__(context)
        self.step_id = step_id
        self.back = back
        self.steps = Steps(self.state.session)

    @property
    def field(self) -> str:
        """The line of the step."""
        return f"due:{self.step_id}"

    def label(self) -> str:
        """Return what is asked."""
        return words.DAY_ASK

    def _step(self) -> Step | None:
        steps = steps_to_do(self.state.editor)
        return next((step for step in steps if step.id == self.step_id), None)

    def initial_text(self) -> str:
        """Return the day that is saved."""
        step = self._step()
        return days.told_text(step.due, days.plain_date) if step is not None else ""

    def view(self) -> CardView:
        """Return the step, and how a day can be typed."""
        step = self._step()
        says = StepsTold(self.state.session.case)
        rows = (
            line("space", ""),
            line("step", says(step) if step is not None else "", "strong"),
            line("space 2", ""),
            line("how", words.DAY_HOW, "muted"),
        )
        return CardView(words.DAY_ASK, rows, words.DAY_HINT)

    def press(self, press: KeyPress) -> KeyResult:
        """Let Esc leave the day as it was; the typed text stays in its line."""
        return KeyResult.USED if press.key in ("tab", "up", "down") else KeyResult.PASSED

    def enter(self, text: str) -> None:
        """Save the day; one that cannot be read stays in the line, with the reason."""
        step = self._step()
        draft = self.steps.day_draft(step) if step is not None else None
        if draft is not None and not draft.finish(text):
            self.context.say(draft.unread)
            return
        self._back()

    def _back(self) -> None:
        self.state.editor.line.type_in_card(self.field, "")
        self.context.say("")
        self.context.go_back()
