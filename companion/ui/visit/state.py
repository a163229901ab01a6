"""The state of the Visit room: the visit as it is kept, and what is open on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from companion.domain import composer
from companion.domain.changes import find_by_id
from companion.domain.question_rows import visible_questions
from companion.services.visit.editor import VisitEditor
from companion.services.visit.people import display_name
from companion.ui.rooms.bindings import key_name
from companion.ui.visit.glance_bar import clock_words
from companion.ui.visit.note_rows import stamp_of
from companion.words import rooms as room_words
from companion.words import visit as words

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.case import CopiedText
    from companion.domain.marks import NoteKind
    from companion.domain.note import ComposerLine, Note
    from companion.domain.question_rows import NumberedQuestion
    from companion.domain.visit import VisitFile
    from companion.services.case.session import CaseSession
    from companion.ui.rooms.host import Host


class VisitSurface(Protocol):
    """The screen, as far as its parts act on it."""

    def say(self, sentence: str) -> None:
        """Say in one line what just happened."""

    def show_all(self) -> None:
        """Show everything again."""

    def show_page(self, name: str) -> None:
        """Show a paper of this visit over the room."""

    def may_change(self) -> bool:
        """Return whether the visit can be changed; say why not."""

    def saving_changed(self) -> None:
        """Show that saving failed, or works again."""


class VisitState:
    """One visit and what is open on its screen; every part of the room is given it."""

    def __init__(self, host: Host, visit_id: str) -> None:
        if host.session is None:
            raise RuntimeError(room_words.NEEDS_A_CASE)
        self._host = host
        self.session: CaseSession = host.session
        self.editor = VisitEditor(self.session, visit_id)
        self.keys = host.keys
        """The keys in force, by command id."""
        self.mark: NoteKind | None = None
        """The mark that the line begins with."""
        self.will_be_covered = False
        """Whether the line will be covered for its words when it is saved."""
        self.shown_by_hand = False
        """Whether the user said that the line need not be covered."""
        self.just_covered = ""
        """The note that was covered for its words just now, if nothing else was done since."""
        self.hidden = False
        """Whether the curtain hides the screen."""
        self.holds_offered = False
        """Whether the line holds what was typed in a window that could not write."""
        self.unsaved = False
        """Whether the user was told that something is not saved."""
        self.leaving = ""
        """The room that was asked for once while the visit is under way."""

    @property
    def is_left(self) -> bool:
        """Whether the case was closed or another one opened: nothing here may be written."""
        return self._host.session is not self.session

    @property
    def visit(self) -> VisitFile:
        """The visit as it is kept."""
        return self.session.visit(self.editor.visit_id)

    @property
    def line(self) -> ComposerLine:
        """The unfinished line as it is kept."""
        return composer.line_of(self.visit)

    @property
    def may_write(self) -> bool:
        """Whether this window may write."""
        return not self.session.read_only

    def kept_text(self) -> str:
        """Return the text of the line that is typed in: the note's, or the card's own."""
        line = self.line
        return composer.card_text(self.visit, line.field) if line.field else line.text

    def note(self, note_id: str | None) -> Note | None:
        """Return a note that is not deleted."""
        return find_by_id(self.visit.live_notes, note_id) if note_id else None

    # Questions

    def rows(self) -> tuple[NumberedQuestion, ...]:
        """Return all questions with their numbers and states."""
        return self.editor.questions.rows()

    def shown_rows(self) -> tuple[NumberedQuestion, ...]:
        """Return the questions on the screen: the prepared ones, or those that always fit."""
        return visible_questions(self.rows(), news=self.visit.head.news_at is not None)

    def row_of(self, question_id: str | None) -> NumberedQuestion | None:
        """Return the row of a question; None for *anything else*."""
        return next((row for row in self.rows() if row.listed.question_id == question_id), None)

    def number_of(self, question_id: str | None) -> int:
        """Return the number of a question; 0 for *anything else*."""
        row = self.row_of(question_id)
        return row.number if row is not None else 0

    # Words

    def clinician(self) -> str:
        """Return the doctor's name; empty when not known."""
        visit = self.visit
        return self.session.person_name(visit.head.clinician_id, visit)

    def writer_name(self) -> str:
        """Return the name of the person who writes, or their part; empty when not known."""
        writer = self.editor.people.writer()
        return display_name(writer) if writer is not None else ""

    def key_of(self, command_id: str) -> str:
        """Return the first key of a command, as it is printed on the keyboard."""
        keys = self.keys.get(command_id, ())
        return key_name(keys[0]) if keys else ""

    def stamp(self, at: datetime | None) -> str:
        """Return a time as it stands beside a note."""
        return stamp_of(at, self.visit.head)

    def clock_line(self) -> str:
        """Return how long is left; empty while the clock is not shown."""
        return clock_words(self.visit, self.session.now())

    def shown(self, answer: str) -> str:
        """Return an answer, or that it is covered for what it says."""
        return words.COVERED if self.session.covering.takes_text(answer) else answer

    def guidance(self, kind: str) -> tuple[CopiedText, ...]:
        """Return the case's own copies of one kind of guidance."""
        return self.session.file.guidance(kind)
