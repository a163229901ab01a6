"""The view of the visit: glance bar, panes or card, the label above the line, the footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.containers import Horizontal
from textual.widgets import Static

from companion.domain.changes import find_by_id
from companion.domain.clock import in_last_third
from companion.domain.question_rows import beyond_the_minutes, can_fold
from companion.services.visit.people import display_name
from companion.ui.rooms.bindings import footer
from companion.ui.rooms.shown_question import shown_question
from companion.ui.terminal.output_filter import verbatim
from companion.ui.visit.glance_bar import GlanceFacts, glance, is_quiet
from companion.ui.visit.note_rows import NoteRowContext, NoteRows, between
from companion.ui.visit.panes import CardPane, NotePane, QuestionPane
from companion.ui.visit.question_rows import (
    Made,
    QuestionListView,
    by_weight,
    key_of,
    question_rows,
)
from companion.ui.widgets.one_line import RuleLine
from companion.ui.widgets.row import Row, wrap_row
from companion.words import recall as recall_words
from companion.words import visit as words
from companion.words import visit_ends as end_words
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from companion.domain.note import Note
    from companion.domain.question_rows import NumberedQuestion
    from companion.ui.rooms.chrome import Chrome
    from companion.ui.visit.card import Card, CardView
    from companion.ui.visit.composer import Composer
    from companion.ui.visit.number_entry import NumberEntry
    from companion.ui.visit.state import VisitState


_ROOMY = 66
"""Columns of the top line from which the label has room for what that line says too."""

TALL = 30
"""Lines of a window in which a card is as tall as its words."""
AROUND = 7
"""Lines that are no room for panes or a card: the top, the line with its label, the last two."""
FRAME = 2
LEFT = 8
"""Lines that questions and notes need above a card."""


class VisitView:
    """Turns the state into words and rows; owns the widgets between top line and composer."""

    def __init__(self, state: VisitState, composer: Composer, chrome: Chrome) -> None:
        self._state = state
        self._composer = composer
        self._chrome = chrome
        said = f"{end_words.BEFORE_SAY_FIRST} {state.visit.head.say_first}"
        self.say_first = Static(verbatim(said), id="say-first")
        self.questions = QuestionPane()
        self.notes = NotePane()
        self.panes = Horizontal(self.questions, self.notes, id="panes")
        self.card_pane = CardPane()
        self.label_line = RuleLine(id="label")
        self.card: Card | None = None
        """The open card."""
        self.number: NumberEntry | None = None
        """The number of a question, while its digits are typed."""
        self._note_rows = NoteRows()
        self._made: Made = {}
        self._listed: QuestionListView | None = None
        self._folded = False
        self._waits: frozenset[str | None] = frozenset()

    @property
    def card_field(self) -> str:
        """The line that the open card has of its own; empty while typing goes to the note."""
        return self.card.field if self.card is not None else ""

    # The lines

    def _card_view(self) -> CardView | None:
        card = self.card
        return card.view() if card is not None else None

    def top_line(self) -> tuple[str, str]:
        """Return the glance bar, or the card's own line."""
        view = self._card_view()
        if view is not None and view.top is not None:
            return view.top
        state = self._state
        visit, now = state.visit, state.session.now()
        return glance(
            GlanceFacts(
                visit,
                state.rows(),
                state.clinician(),
                now,
                page=state.session.file.prepare.page_printed_at is not None,
                quiet=self.card is not None or state.hidden or is_quiet(visit, now),
                leave_key=state.key_of("visit.before_you_leave"),
                width=self._chrome.top_width,
            )
        )

    def show_label(self) -> None:
        """Show the label above the line."""
        self.label_line.show(*self._label())

    def _label(self) -> tuple[str, str]:
        """Return the question at the left and the writer at the right."""
        state = self._state
        line, card = state.line, self.card
        row = state.row_of(line.question_id)
        number = row.number if row else 0
        if self.number is not None:
            asked = words.WHICH_QUESTION if line.editing_note_id is None else words.MOVE_WHICH
            digits = self.number.digits
            return (words.so_far(digits) if digits else asked), words.now_at(number)
        right = self._beside_label()
        if card is not None and card.label():
            return card.label(), card.label_right() or right
        note = find_by_id(state.visit.notes, line.editing_note_id)
        if note is not None:
            under = state.number_of(note.question_id)
            return words.changing(state.stamp(note.at), under), right
        if row is not None and row.covered:
            return f"{number}  {words.question_covered(state.key_of('visit.cover'))}", right
        text = shown_question(row) if row else words.OTHER_NOTES
        return f"{number}  {text}", right

    def _beside_label(self) -> str:
        state = self._state
        line, writer = state.line, state.writer_name()
        parts = [
            words.MARK_WORDS[state.mark] if state.mark is not None and not line.field else "",
            self._cover_words(),
            self._after_the_visit(),
            words.writes(writer) if writer else "",
        ]
        return BETWEEN.join(part for part in parts if part)

    def _after_the_visit(self) -> str:
        """Return that the visit is over; where there is little room, the top line alone says so."""
        over, card = self._state.visit.head.ended_at is not None, self.card
        # What a card asks is longer than the name of a question.
        room = self._chrome.top_width - (cell_len(card.label()) if card is not None else 0)
        return words.AFTER_THE_VISIT if over and room >= _ROOMY else ""

    def _cover_words(self) -> str:
        """Return that the line is covered, or will be."""
        state = self._state
        if state.line.field:
            return ""
        if state.line.covered:
            return words.COVERED_WHILE_TYPED
        if state.will_be_covered and not state.shown_by_hand:
            return words.covered_on_enter(state.key_of("visit.cover"))
        return ""

    def hint(self) -> str:
        """Return what Enter and a few keys do now."""
        state = self._state
        if self.number is not None:
            return words.WHICH_HINT + words.esc_stays(state.number_of(state.line.question_id))
        view = self._card_view()
        if view is not None:
            return view.hint
        if state.line.editing_note_id is not None:
            return words.EDIT_HINT
        none = {} if state.shown_rows() else recall_words.LABELS_WITHOUT_QUESTIONS
        return footer("visit", state.keys, words.ENTER_SAVE, none)

    # The body

    def show_body(self) -> None:
        """Show the questions and the notes, and the card if there is one."""
        state, view = self._state, self._card_view()
        self._place_card(view)
        # The words a call begins with stay until the first note of it is kept; the first card has
        # them too.
        begins = bool(state.visit.head.say_first) and not state.visit.notes
        self.say_first.display = begins and not self.card_pane.display
        narrow = self.panes.screen.has_class("-narrow")
        self.panes.set_class(self.number is not None, "-choosing", update=narrow)
        self.show_questions()
        self.show_notes()
        # There is one cursor: in the card that has one, or among the notes that are gone through.
        elsewhere = view is not None and (view.cursor is not None or self._finds())
        self.questions.mark_cursor(marked=not elsewhere)
        if view is not None:
            self.card_pane.border_title = verbatim(view.title)
            self.card_pane.show(view.rows, cursor=view.cursor)

    def _place_card(self, view: CardView | None) -> None:
        """Give a card its place, over the panes or below them.

        Not by a class: every style of the room would be looked up again, longer than Escape has.
        """
        card, pane = self.card, self.card_pane
        shown = view is not None and card is not None and not card.shows_panes
        height = self._card_height(view, card) if shown and view and card else 0
        self.panes.display = not shown or height > 0
        pane.display = shown
        if shown:
            pane.styles.height = height or "1fr"

    def _card_height(self, view: CardView, card: Card) -> int:
        """Return the lines of a card that leaves questions and notes in view; 0 without room."""
        columns, lines = self.panes.screen.size
        room = lines - AROUND
        if lines < TALL:
            return 0
        width = columns - FRAME - 2
        needed = FRAME + sum(len(wrap_row(row, width)) for row in view.rows)
        if card.is_long:
            needed = min(needed, room * 3 // 5)
        return needed if room - needed >= LEFT else 0

    def _finds(self) -> bool:
        return self.card is not None and self.card.note_filter() is not None

    def show_notes(self) -> None:
        """Show the notes, or those that a card leaves in view."""
        state = self._state
        numbers = {row.listed.question_id: row.number for row in state.rows()}
        people = state.editor.people
        names = tuple((one.id, display_name(one)) for one in people.writers())
        context = NoteRowContext(
            numbers, state.clinician(), names, people.patient_name(), state.session.covering
        )
        kept = self.card.note_filter() if self.card is not None else None
        if kept is not None and kept.notes is not None:
            some = self._note_rows.some(kept.notes, kept.below, state.visit, context)
            self.notes.show_found(kept.title, some, kept.at, kept.words)
            return
        rows = (*self._offer_above(), *self._note_rows.rows(state.visit, context))
        if kept is not None:
            self.notes.show_found(kept.title, rows, kept.at)
        else:
            self.notes.show_newest(rows)

    def _offer_above(self) -> tuple[Row, ...]:
        """Return the offer of questions for above the notes, where no list stands beside them."""
        state = self._state
        if state.rows() or not self.panes.screen.has_class("-narrow"):
            return ()
        offer = recall_words.five_offered(state.key_of("visit.mark_answered"))
        return (between("offer", offer),)

    def show_questions(self) -> None:
        """Show the question list; it folds only while nothing stands in the line."""
        state = self._state
        rows, current = state.rows(), state.line.question_id
        news = state.visit.head.news_at is not None
        if self._composer.is_blank:
            self._folded = self._should_fold(rows, current)
            self._waits = self._waiting(rows)
        people = state.editor.people
        listed = QuestionListView(
            rows,
            current,
            after=(frozenset(one.id for one in people.companions()), people.patient_name()),
            news=news,
            folded=self._folded and self.number is None,
            offer="" if rows else recall_words.five_in_list(state.key_of("visit.mark_answered")),
            waits=self._waits if self.number is None else frozenset(),
        )
        if listed != self._listed:
            self._listed = listed
            rows_shown = question_rows(listed, self._made)
            self.questions.show_weighed(rows_shown, by_weight(listed), cursor=key_of(current))

    def _waiting(self, rows: tuple[NumberedQuestion, ...]) -> frozenset[str | None]:
        """Return the questions that a talk has no minutes for; none once it is over."""
        head = self._state.visit.head
        return beyond_the_minutes(rows, head) if head.ended_at is None else frozenset()

    def _should_fold(self, rows: tuple[NumberedQuestion, ...], current: str | None) -> bool:
        state = self._state
        head = state.visit.head
        if head.ended_at is not None:
            return False
        asks = any(row.still_to_ask for row in state.shown_rows())
        if not asks and not in_last_third(head, state.session.now()):
            return False
        if not any(can_fold(row, current) for row in state.shown_rows()):
            return False
        whole = question_rows(
            QuestionListView(
                rows, current, news=head.news_at is not None, waits=self._waiting(rows)
            )
        )
        return not self.questions.has_room_for(whole)

    def show_line(self) -> None:
        """Show what goes with the line: the question list, the label, the footer."""
        self.show_questions()
        self.show_label()
        self._chrome.show_last()

    def show_filter(self) -> None:
        """Show the notes that the card leaves in view, and what it says of them."""
        self.show_notes()
        self.show_label()
        self._chrome.show_last()

    # The note the user went to

    def note_gone_to(self) -> Note | None:
        """Return the note that was found and is marked in its place, if any."""
        return self._state.note(self.notes.pointed)
