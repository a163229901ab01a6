"""What the Visit room looks like: glance bar, list, notes, card, label, composer, curtain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import Container, Horizontal
from textual.widgets import Static

from companion.domain import writing
from companion.domain.asking import folds, in_view
from companion.domain.clock import in_last_third
from companion.domain.people import Role
from companion.domain.tables import found
from companion.services.visiting import Visiting
from companion.ui.bindings import BETWEEN, bindings_for, footer
from companion.ui.keys import key_name
from companion.ui.room import Room
from companion.ui.terminal.guard import verbatim
from companion.ui.visit.checklist import Checklist, checklist_rows, key_of
from companion.ui.visit.composer import Composer
from companion.ui.visit.glance import Glance, glance, is_quiet
from companion.ui.visit.lists import CardList, NoteList, QuestionList
from companion.ui.visit.notebook import Beside, Notebook
from companion.ui.visit.times import of_day
from companion.ui.widgets.one_line import OneLine
from companion.words import visit as words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from companion.domain.asking import NumberedQuestion
    from companion.domain.marks import NoteKind
    from companion.domain.note import Composer as Line
    from companion.domain.visit import VisitFile
    from companion.ui.visit.card import Card, Face
    from companion.ui.visit.choosing import Choosing

MINUTE = 60.0


class VisitFrame(Room):
    """The Visit room as it looks; `VisitLine` types in it, `VisitRoom` acts in it."""

    NAME = "visit"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("visit")]
    AUTO_FOCUS = "#composer"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-tall")]
    DEFAULT_CSS = """
    VisitFrame {
        layers: room curtain;
        #panes { height: 1fr; min-height: 1; }
        #label { text-style: bold; }
        #line { height: 3; }
        #prompt { width: 3; height: 1; }
        #card { display: none; }
        &.-card #panes { display: none; }
        &.-card #card { display: block; }
        &.-narrow #questions { display: none; }
        &.-narrow.-choosing #questions { display: block; width: 1fr; }
        &.-narrow.-choosing #notes { display: none; }
        &.-short #line, &.-short #composer { height: 1; }
        #curtain {
            layer: curtain; display: none; width: 100%; height: 100%;
            background: $background; align: center middle;
        }
        &.-curtain #curtain { display: block; }
    }
    """

    def __init__(self, visit_id: str) -> None:
        super().__init__()
        self.visit_id = visit_id
        self.card: Card | None = None
        self.choosing: Choosing | None = None
        self.mark: NoteKind | None = None
        self._notebook = Notebook()
        self._folded = False
        self._minute: Timer | None = None

    # Values

    @property
    def visiting(self) -> Visiting:
        """The acts of the visit."""
        return Visiting(self.session, self.visit_id)

    @property
    def visit(self) -> VisitFile:
        """The visit as it stands."""
        return self.session.visit(self.visit_id)

    @property
    def line(self) -> Line:
        """The unfinished line as it is kept."""
        return writing.line_of(self.visit)

    @property
    def composer(self) -> Composer:
        """Where one types."""
        return self.query_one(Composer)

    def question_rows(self) -> tuple[NumberedQuestion, ...]:
        """The questions with numbers and states."""
        return self.visiting.rows()

    def row_of(self, question_id: str | None) -> NumberedQuestion | None:
        """The row of one question; None for anything else."""
        rows = self.question_rows()
        return next((row for row in rows if row.listed.question_id == question_id), None)

    def number_of(self, question_id: str | None) -> int:
        """The number of a question; 0 for anything else."""
        row = self.row_of(question_id)
        return row.number if row is not None else 0

    def clinician(self) -> str:
        """The doctor's name; empty when not known."""
        visit = self.visit
        return self.session.person_name(visit.head.clinician_id, visit)

    def writer_name(self) -> str:
        """Who writes, by name or as what they are."""
        writer = self.visiting.writer()
        if writer is None:
            return ""
        unnamed = words.THE_PATIENT if writer.role is Role.PATIENT else words.THE_COMPANION
        return writer.name or unnamed

    # Widgets

    def compose_body(self) -> ComposeResult:
        """List beside notes, or a card; below them the line."""
        self.first_card()
        with Horizontal(id="panes"):
            yield QuestionList()
            yield NoteList()
        yield CardList()
        yield OneLine(*self.label(), id="label")
        with Horizontal(id="line"):
            yield Static(verbatim(" > "), id="prompt")
            yield self.make_composer()
        with Container(id="curtain"):
            yield OneLine(words.CURTAIN, id="hidden")
            yield OneLine(id="unhide")

    def make_composer(self) -> Composer:
        """The line, with what was left unfinished in it."""
        raise NotImplementedError

    def first_card(self) -> None:
        """Open the card that stands in the room as it opens, if there is one."""

    def on_mount(self) -> None:
        """Show the room; from then on the minutes move by themselves."""
        super().on_mount()
        self._next_minute()

    # Showing

    def show_all(self) -> None:
        """Show everything again."""
        super().show_all()
        self.show_label()

    def top_line(self) -> tuple[str, str]:
        """The glance bar, or the card's own line."""
        face = self.face()
        if face is not None and face.top is not None:
            return face.top
        return self.glance_line()

    def glance_line(self) -> tuple[str, str]:
        """What must still be asked, and how long is left."""
        visit, now = self.visit, self.session.now()
        curtain = self.has_class("-curtain")
        return glance(
            Glance(
                visit,
                self.question_rows(),
                self.clinician(),
                now,
                page=self.session.file.prepare.page_printed_at is not None,
                quiet=self.card is not None or curtain or is_quiet(visit, now),
                leave_key=self.key_of_command("visit.before_you_leave"),
            )
        )

    def key_of_command(self, command_id: str) -> str:
        """The first key of a command, as it stands on the keyboard."""
        keys = self.host.keys.get(command_id, ())
        return key_name(keys[0]) if keys else ""

    def face(self) -> Face | None:
        """The card as it looks now; None when the list and the notes are in view."""
        return self.card.face() if self.card is not None else None

    def show_body(self) -> None:
        """Show the list and the notes, and the card if there is one."""
        face = self.face()
        self.set_class(face is not None and not (self.card and self.card.shows_panes), "-card")
        self.set_class(self.choosing is not None, "-choosing")
        self.show_questions()
        visit = self.visit
        numbers = {row.listed.question_id: row.number for row in self.question_rows()}
        rows = self._notebook.rows(visit, Beside(numbers, self.clinician()))
        self.query_one(NoteList).show_newest(rows)
        if face is not None:
            cards = self.query_one(CardList)
            cards.border_title = verbatim(face.title)
            cards.show(face.rows, cursor=face.cursor)

    def show_questions(self) -> None:
        """Show the question list; it folds only while nothing stands in the line."""
        rows, visit, current = self.question_rows(), self.visit, self.line.question_id
        news = visit.head.news_at is not None
        if self.composer.is_blank:
            self._folded = self._should_fold(rows, current)
        patient = next((one for one in self.visiting.writers() if one.role is Role.PATIENT), None)
        companion = [one for one in self.visiting.writers() if one.role is Role.COMPANION]
        seen = Checklist(
            rows,
            current,
            after=(
                companion[0].id if companion else "",
                (patient.name if patient else "") or words.THE_PATIENT,
            ),
            news=news,
            folded=self._folded and self.choosing is None,
        )
        self.query_one(QuestionList).show(checklist_rows(seen), cursor=key_of(current))

    def _should_fold(self, rows: tuple[NumberedQuestion, ...], current: str | None) -> bool:
        head = self.visit.head
        if head.ended_at is not None or not in_last_third(head, self.session.now()):
            return False
        shown = in_view(rows, news=head.news_at is not None)
        if not any(folds(row, current) for row in shown):
            return False
        if self._folded:
            return True
        whole = checklist_rows(Checklist(rows, current, news=head.news_at is not None))
        return not self.query_one(QuestionList).has_room_for(whole)

    def show_label(self) -> None:
        """Show what stands above the line."""
        self.query_one("#label", OneLine).show(*self.label())

    def label(self) -> tuple[str, str]:
        """Question at the left, who writes at the right."""
        row = self.row_of(self.line.question_id)
        number = row.number if row else 0
        if self.choosing is not None:
            editing = self.line.editing_note_id is not None
            asked = words.MOVE_WHICH if editing else words.WHICH_QUESTION
            digits = self.choosing.digits
            return (words.so_far(digits) if digits else asked), words.now_at(number)
        right = self._beside_label()
        if self.card is not None and self.card.label():
            return self.card.label(), right
        note = found(self.visit.notes, self.line.editing_note_id)
        if note is not None:
            under = self.row_of(note.question_id)
            return words.changing(of_day(note.at), under.number if under else 0), right
        text = (row.text or words.MISSING_QUESTION) if row else words.ANYTHING_ELSE
        return f"{number}  {text}", right

    def _beside_label(self) -> str:
        line = self.line
        writer = self.writer_name()
        parts = [
            words.MARK_WORDS[self.mark] if self.mark is not None and not line.field else "",
            words.COVERED_WHILE_TYPED if line.covered and not line.field else "",
            words.AFTER_THE_VISIT if self.visit.head.ended_at is not None else "",
            words.writes(writer) if writer else "",
        ]
        return BETWEEN.join(part for part in parts if part)

    def hint(self) -> str:
        """What Enter and a few keys do now."""
        if self.choosing is not None:
            row = self.row_of(self.line.question_id)
            return words.WHICH_HINT + words.esc_stays(row.number if row else 0)
        face = self.face()
        if face is not None:
            return face.hint
        if self.line.editing_note_id is not None:
            return words.EDIT_HINT
        return footer("visit", self.host.keys, words.ENTER_SAVE)

    # The one thing that moves by itself

    def _next_minute(self) -> None:
        """Wait until the minutes left change; from the start of the clock, not from now."""
        if self._minute is not None:
            self._minute.stop()
        started = self.visit.head.started_at
        gone = (self.session.now() - started).total_seconds() if started is not None else 0.0
        self._minute = self.set_timer(MINUTE - gone % MINUTE, self._minute_passed)

    def _minute_passed(self) -> None:
        if self.host.session is None:
            return
        self.show_top()
        if self.card is None and self.composer.is_blank:
            self.show_questions()
        self._next_minute()

    def case_changed(self) -> None:
        """Show what changed; the clock may have begun."""
        self.show_all()
        self._next_minute()

    def on_resize(self, event: Any) -> None:  # noqa: ANN401
        """A card may use the width."""
        del event
        if self.card is not None and self.is_mounted:
            self.call_after_refresh(self.show_body)
