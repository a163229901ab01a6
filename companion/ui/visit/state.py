"""What the Visit room knows while it shows itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain import composer
from companion.domain.question_rows import in_view
from companion.services.visit.editor import VisitEditor
from companion.services.visit.people import display_name
from companion.ui.rooms.key_names import key_name
from companion.ui.rooms.room import Room
from companion.ui.terminal.first_frame import WholeFirstFrame
from companion.ui.visit.composer import Composer

if TYPE_CHECKING:
    from companion.domain.marks import NoteKind
    from companion.domain.note import ComposerLine as Line
    from companion.domain.question_rows import NumberedQuestion
    from companion.domain.visit import VisitFile
    from companion.ui.visit.card import Card, CardView
    from companion.ui.visit.number_entry import NumberEntry


class VisitValues(WholeFirstFrame, Room):
    """The visit and its line as they are kept, and what is open in the room."""

    @property
    def visit_here(self) -> str | None:
        """Its visit: only what belongs there is taken back."""
        return self.visit_id

    def __init__(self, visit_id: str) -> None:
        super().__init__()
        self.visit_id = visit_id
        self._editor: VisitEditor | None = None
        self.card: Card | None = None
        self.choosing: NumberEntry | None = None
        self.mark: NoteKind | None = None
        self.will_be_covered = False
        """Whether the line speaks of what the patient wants covered."""
        self.shown_by_hand = False
        """Whether the typist said that the line need not be covered."""
        self.just_covered = ""
        """The note that was covered for its words just now; nothing else was done since."""

    @property
    def editor(self) -> VisitEditor:
        """The acts of the visit."""
        if self._editor is None:
            self._editor = VisitEditor(self.session, self.visit_id)
        return self._editor

    @property
    def visit(self) -> VisitFile:
        """The visit as it stands."""
        return self.session.visit(self.visit_id)

    @property
    def line(self) -> Line:
        """The unfinished line as it is kept."""
        return composer.line_of(self.visit)

    @property
    def composer(self) -> Composer:
        """Where one types."""
        return self.query_one(Composer)

    def question_rows(self) -> tuple[NumberedQuestion, ...]:
        """The questions with numbers and states."""
        return self.editor.questions.rows()

    def shown_rows(self) -> tuple[NumberedQuestion, ...]:
        """The questions on the screen: the prepared ones, or those that always fit."""
        return in_view(self.question_rows(), news=self.visit.head.news_at is not None)

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
        writer = self.editor.people.writer()
        return display_name(writer) if writer is not None else ""

    def key_of_command(self, command_id: str) -> str:
        """The first key of a command, as it stands on the keyboard."""
        keys = self.host.keys.get(command_id, ())
        return key_name(keys[0]) if keys else ""

    def view(self) -> CardView | None:
        """The card as it looks now; None when the list and the notes are in view."""
        return self.card.view() if self.card is not None else None
