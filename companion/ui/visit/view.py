"""The lines of the Visit room that stand alone: glance bar, label, last line."""

from __future__ import annotations

from companion.domain.changes import found
from companion.ui.rooms.bindings import footer
from companion.ui.rooms.shown_question import shown_question
from companion.ui.visit.glance_bar import GlanceFacts, clock_words, glance, is_quiet
from companion.ui.visit.state import VisitValues
from companion.ui.visit.times import stamp_of
from companion.ui.widgets.one_line import OneLine
from companion.words import visit as words
from companion.words.rooms import BETWEEN


class VisitLines(VisitValues):
    """What is said above the lists, above the composer and below it."""

    from_memory = False
    """Whether somebody writes here who was there already."""

    def top_line(self) -> tuple[str, str]:
        """The glance bar, or the card's own line."""
        view = self.view()
        if view is not None and view.top is not None:
            return view.top
        return self.glance_line()

    def glance_line(self) -> tuple[str, str]:
        """What must still be asked, and how long is left."""
        visit, now = self.visit, self.session.now()
        curtain = self.has_class("-curtain")
        return glance(
            GlanceFacts(
                visit,
                self.question_rows(),
                self.clinician(),
                now,
                page=self.session.file.prepare.page_printed_at is not None,
                quiet=self.card is not None or curtain or is_quiet(visit, now),
                from_memory=self.from_memory,
                leave_key=self.key_of_command("visit.before_you_leave"),
                width=self.top_width,
            )
        )

    def clock_line(self) -> str:
        """How long is left; empty when the clock is not shown."""
        return clock_words(self.visit, self.session.now())

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
            return self.card.label(), self.card.label_right() or right
        note = found(self.visit.notes, self.line.editing_note_id)
        if note is not None:
            under = self.row_of(note.question_id)
            return words.changing(
                stamp_of(note.at, self.visit.head), under.number if under else 0
            ), right
        if row is not None and row.covered:
            return f"{number}  {words.question_covered(self.key_of_command('visit.cover'))}", right
        text = shown_question(row) if row else words.ANYTHING_ELSE
        return f"{number}  {text}", right

    def _beside_label(self) -> str:
        line = self.line
        writer = self.writer_name()
        parts = [
            words.MARK_WORDS[self.mark] if self.mark is not None and not line.field else "",
            self._cover_words(),
            words.AFTER_THE_VISIT if self.visit.head.ended_at is not None else "",
            words.writes(writer) if writer else "",
        ]
        return BETWEEN.join(part for part in parts if part)

    def _cover_words(self) -> str:
        """That the line is covered, or will be."""
        if self.line.field:
            return ""
        if self.line.covered:
            return words.COVERED_WHILE_TYPED
        if self.will_be_covered and not self.shown_by_hand:
            return words.covered_on_enter(self.key_of_command("visit.cover"))
        return ""

    def hint(self) -> str:
        """What Enter and a few keys do now."""
        if self.choosing is not None:
            row = self.row_of(self.line.question_id)
            return words.WHICH_HINT + words.esc_stays(row.number if row else 0)
        view = self.view()
        if view is not None:
            return view.hint
        if self.line.editing_note_id is not None:
            return words.EDIT_HINT
        return footer("visit", self.host.keys, words.ENTER_SAVE)
