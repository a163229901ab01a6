"""What the Visit room looks like: glance bar, list, notes, card, label, composer, curtain."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import Horizontal
from textual.widgets import Static

from companion.domain.clock import in_last_third
from companion.domain.preparation import Covered
from companion.domain.question_rows import folds, in_view
from companion.services.visit.people import display_name
from companion.ui.rooms.bindings import bindings_for
from companion.ui.terminal.output_filter import verbatim
from companion.ui.visit.note_rows import NoteRowContext, NoteRows
from companion.ui.visit.panes import CardPane, NotePane, QuestionPane
from companion.ui.visit.question_rows import Made, QuestionListView, key_of, question_rows
from companion.ui.visit.view import VisitLines
from companion.ui.widgets.one_line import OneLine
from companion.words import visit_ends as words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from companion.domain.question_rows import NumberedQuestion
    from companion.ui.visit.composer import Composer

MINUTE = 60.0


class VisitFrame(VisitLines):
    """The Visit room as it looks; `NoteLine` types in it, `VisitScreen` acts in it."""

    NAME = "visit"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("visit")]
    AUTO_FOCUS = "#composer"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-tall")]
    DEFAULT_CSS = """
    VisitFrame {
        layers: room curtain;
        #panes { height: 1fr; min-height: 1; }
        #say-first { height: auto; max-height: 4; padding: 0 1; display: none; }
        #label { text-style: bold; }
        #line { height: 3; }
        #prompt { width: 3; height: 1; }
        #card { display: none; }
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
        super().__init__(visit_id)
        self._notebook = NoteRows()
        self._listed: Made = {}
        self._seen: QuestionListView | None = None
        self._folded = False
        self._minute: Timer | None = None

    # Widgets

    def compose_body(self) -> ComposeResult:
        """List beside notes, or a card; below them the line."""
        self.first_card()
        said = f"{words.BEFORE_SAY_FIRST} {self.visit.head.say_first}"
        yield Static(verbatim(said), id="say-first")
        with Horizontal(id="panes"):
            yield QuestionPane()
            yield NotePane()
        yield CardPane()
        yield OneLine(*self.label(), id="label")
        with Horizontal(id="line"):
            yield Static(verbatim(" > "), id="prompt")
            yield self.make_composer()

    def make_composer(self) -> Composer:
        """The line, with what was left unfinished in it."""
        raise NotImplementedError

    def first_card(self) -> None:
        """Open the card that stands in the room as it opens, if there is one."""

    def opened(self) -> None:
        """From now on the minutes move by themselves."""
        self._next_minute()

    def on_screen_resume(self) -> None:
        """The line has the focus whenever the room is in front; the first time, show it all."""
        self.composer.focus()
        self.call_later(self.call_later, self.show_first_frame)

    def show_first_frame(self) -> None:
        """Show it all, the newest note in view, or the one that was gone to."""
        if self.host.session is None:
            # A timer that comes after the room was left.
            return
        self.query_one(NotePane).stay()
        super().show_first_frame()
        if self.session.covering.choice is not Covered.SHOW:
            # Beside the keys: the first letter should not have to wait for it.
            Thread(target=self.session.covering.get_ready, daemon=True).start()

    # Showing

    def show_all(self) -> None:
        """Show everything again."""
        super().show_all()
        self.show_label()

    def show_body(self) -> None:
        """Show the list and the notes, and the card if there is one."""
        view = self.view()
        is_card = view is not None and not (self.card and self.card.shows_panes)
        # Not by a class: every style of the room would be looked up again, longer than Escape has.
        self.query_one("#panes").display = not is_card
        self.query_one("#card").display = is_card
        # The words a call begins with stay until the first note of it is kept.
        begins = bool(self.visit.head.say_first) and not self.visit.notes
        self.query_one("#say-first").display = begins and not is_card
        self.set_class(self.choosing is not None, "-choosing", update=self.has_class("-narrow"))
        self.show_questions()
        self.show_notes()
        if view is not None:
            cards = self.query_one(CardPane)
            cards.border_title = verbatim(view.title)
            cards.show(view.rows, cursor=view.cursor)

    def show_notes(self) -> None:
        """Show the notes, or those that a card leaves in view."""
        numbers = {row.listed.question_id: row.number for row in self.question_rows()}
        names = tuple((one.id, display_name(one)) for one in self.editor.people.writers())
        beside = NoteRowContext(numbers, self.clinician(), names, self.session.covering)
        notes = self.query_one(NotePane)
        note_filter = self.card.note_filter() if self.card is not None else None
        if note_filter is not None and note_filter.notes is not None:
            some = self._notebook.some(note_filter.notes, note_filter.below, self.visit, beside)
            notes.show_found(note_filter.title, some, note_filter.at, note_filter.words)
            return
        rows = self._notebook.rows(self.visit, beside)
        if note_filter is not None:
            notes.show_found(note_filter.title, rows, note_filter.at)
        else:
            notes.show_newest(rows)

    def show_questions(self) -> None:
        """Show the question list; it folds only while nothing stands in the line."""
        rows, visit, current = self.question_rows(), self.visit, self.line.question_id
        news = visit.head.news_at is not None
        if self.composer.is_blank:
            self._folded = self._should_fold(rows, current)
        companions = self.editor.people.companions()
        seen = QuestionListView(
            rows,
            current,
            after=(
                frozenset(one.id for one in companions),
                self.editor.people.patient_name(),
            ),
            news=news,
            folded=self._folded and self.choosing is None,
        )
        if seen != self._seen:
            self._seen = seen
            rows_shown = question_rows(seen, self._listed)
            self.query_one(QuestionPane).show(rows_shown, cursor=key_of(current))

    def _should_fold(self, rows: tuple[NumberedQuestion, ...], current: str | None) -> bool:
        head = self.visit.head
        if head.ended_at is not None or not in_last_third(head, self.session.now()):
            return False
        shown = in_view(rows, news=head.news_at is not None)
        if not any(folds(row, current) for row in shown):
            return False
        if self._folded:
            return True
        whole = question_rows(QuestionListView(rows, current, news=head.news_at is not None))
        return not self.query_one(QuestionPane).has_room_for(whole)

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
        """The glance bar and a card use the width there is."""
        del event
        if self.is_mounted and self.host.session is not None:
            self.show_top()
        if self.card is not None and self.is_mounted:
            self.call_after_refresh(self.show_body)
