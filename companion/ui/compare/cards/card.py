"""The base of the cards over the Compare room: a list that is drawn again after every change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType

from companion.domain.case_queries import visit_with
from companion.ui.rooms.host import HelpTopic
from companion.ui.rooms.modal_list import ModalList
from companion.ui.rooms.typed_words import WordReceiver
from companion.ui.widgets.notice import Notice
from companion.ui.widgets.one_line import OneLine
from companion.words import compare as words
from companion.words import compare_cards as card_words
from companion.words import rooms as room_words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.services.case.session import CaseSession
    from companion.ui.compare.context import CompareContext


class CompareCard(ModalList[None]):
    """A list in a frame; Space or Enter acts on the row at the cursor.

    A subclass gives `heading` and `rows`, and `act` where a row can be changed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+g", "go", show=False, priority=True, id="app.go"),
        Binding("f7,ctrl+o", "take_over", show=False, priority=True, id="app.take_over"),
        Binding("space", "tick", show=False),
        Binding("ctrl+z", "undo", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    CompareCard > Notice { color: $foreground; }
    CompareCard > HintLine { color: $text-muted; }
    """
    HUGS = True
    HINT: ClassVar[str] = card_words.HINT_CARD
    """The hint for the last line."""

    def __init__(self, room: CompareContext) -> None:
        super().__init__(hint=self.HINT)
        self.room = room
        self._top = OneLine(classes="band")
        self._notice = Notice()
        self.word_receiver = WordReceiver(self.say, place=self._place, go_back_to=self._go_back_to)

    def compose_head(self) -> ComposeResult:
        """Lay out the top line."""
        yield self._top

    def compose_foot(self) -> ComposeResult:
        """Lay out what just happened."""
        yield self._notice

    @property
    def session(self) -> CaseSession:
        """The case that is open."""
        return self.room.state.session

    def show(self) -> None:
        """Show everything again."""
        left, right = self.top_line()
        made_up = self.session.context.made_up
        self._top.show(room_words.of_example(left) if made_up else left, right)
        super().show()
        self._show_last()

    def _show_last(self) -> None:
        """Show what can be done now, and whether all is saved."""
        saved = room_words.SAVED if self.session.saved_state.error is None else room_words.NOT_SAVED
        if self.session.read_only:
            saved = room_words.READ_ONLY
        self.last.show(self.hint(), saved)

    def top_line(self) -> tuple[str, str]:
        """Return the words at the left and right of the top line."""
        return words.top(self.session.file.head.title), ""

    def say(self, sentence: str) -> None:
        """Say in one line what just happened, or nothing, unless something is not saved."""
        if sentence or self.session.saved_state.error is None:
            self._notice.show(sentence)
        self._show_last()

    def help_topic(self) -> HelpTopic:
        """Return what can be done here."""
        return HelpTopic(self.heading(), self.hint())

    # Acting

    def act(self, key: str) -> None:
        """Change what stands on a row."""

    def choose(self, key: str) -> None:
        """Act on a row, where anything can be changed."""
        if self.may_change():
            self.act(key)
            self.show()

    def action_tick(self) -> None:
        """Act on the row at the cursor, if it is in view."""
        if self.lines.cursor_key is not None and not self.lines.brings_cursor():
            self.choose(self.lines.cursor_key)

    def may_change(self) -> bool:
        """Return whether anything can be changed here; says so when not."""
        if self.session.read_only:
            self.say(room_words.only_reading(self.session.why_read_only))
            return False
        return True

    def action_undo(self) -> None:
        """Take back the last change that the room shows."""
        if self.may_change():
            past = self.session.undo("compare")
            nothing = self.room.case_control.nothing_to_undo
            self.say(room_words.undone(past.sentence) if past else nothing())
            self.show()

    def action_take_over(self) -> None:
        """Write in this window when the other has gone."""
        self.room.case_control.take_over()
        self.show()
        session = self.session
        still = room_words.still_reading(session.why_read_only) if session.read_only else ""
        self.say(still or room_words.TAKEN_OVER)

    # Words typed in the list

    def _place(self) -> object:
        """Return the row, and how far the case had come."""
        return self.lines.cursor_key, self.session.newest_change

    def _go_back_to(self, place: Any) -> None:  # noqa: ANN401 - what `place` gave
        """Go back to that row; what was changed since is taken back."""
        row, so_far = place
        if not self.session.read_only:
            self.session.undo_back_to(so_far)
        self.show()
        if row is not None:
            self.lines.go_to(row)

    # Leaving

    def leave(self) -> None:
        """Put the card away; keep first what stands in a field."""
        self.dismiss(None)

    def action_go(self) -> None:
        """Put the card away and ask which room."""
        self.leave()
        self.room.navigation.choose_room()

    def go_to_note(self, note_id: str) -> None:
        """Put the card away and go to a note where it was written; say when it is gone."""
        visit = visit_with(self.session.case, note_id)
        if visit is None:
            self.say(card_words.NOTE_GONE)
        else:
            self.go_to_visit(f"note/{note_id}", visit.id)

    def go_to_visit(self, thing: str, visit_id: str) -> None:
        """Put the card away and go to a note or an answer of a visit."""
        self.leave()
        self.room.navigation.open_at("visit", thing, visit_id)
