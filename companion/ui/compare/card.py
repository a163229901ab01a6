"""Cards over the Compare room: a list of things to tick, drawn again after every act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from companion.domain.case_queries import visit_with
from companion.ui.rooms.here import Here
from companion.ui.rooms.host import host_of
from companion.ui.rooms.room import Room
from companion.ui.rooms.typed_words import TakesWords
from companion.ui.terminal.output_filter import verbatim
from companion.ui.widgets.line_list import LineList
from companion.ui.widgets.notice import Notice
from companion.ui.widgets.one_line import HintLine, OneLine
from companion.words import compare as words
from companion.words import compare_cards as card_words
from companion.words import rooms as room_words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.services.case.session import CaseSession
    from companion.ui.widgets.row import Row


EVERYWHERE: list[BindingType] = [
    Binding("ctrl+g", "go", show=False, priority=True, id="app.go"),
    Binding("f7,ctrl+o", "take_over", show=False, priority=True, id="app.take_over"),
]
"""What works in a card as it does in every room."""


class Card(ModalScreen[None], TakesWords):
    """A list in a frame; Space or Enter acts on the row at the cursor."""

    INHERIT_BINDINGS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *EVERYWHERE,
        Binding("escape", "dismiss(None)", show=False, priority=True),
        Binding("space", "tick", show=False),
        Binding("ctrl+z", "undo", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    Card { background: $background; }
    Card > Vertical {
        height: 1fr; border: round $border; border-title-color: $foreground;
        background: $background;
    }
    Card > #card-notice { color: $foreground; }
    Card > #card-last { color: $text-muted; }
    """
    HINT: ClassVar[str] = card_words.HINT_CARD
    """What can be done here."""

    def compose(self) -> ComposeResult:
        """The list, what just happened, what can be done."""
        yield OneLine(id="card-top")
        with Vertical() as frame:
            frame.border_title = verbatim(self.heading())
            yield LineList()
        yield from self.compose_foot()
        yield Notice(id="card-notice")
        yield HintLine(id="card-last")

    def compose_foot(self) -> ComposeResult:
        """What stands between the list and the last two lines."""
        yield from ()

    def on_mount(self) -> None:
        """Show the list."""
        lines = self.query_one(LineList)
        lines.chosen = self._act
        self.set_focus(lines)
        self.show()

    @property
    def session(self) -> CaseSession:
        """The case that is open."""
        session = host_of(self).session
        if session is None:
            raise RuntimeError(room_words.NEEDS_A_CASE)
        return session

    def show(self) -> None:
        """Draw everything again."""
        self.query_one("#card-top", OneLine).show(*self.top_line())
        self.query_one(LineList).show(self.rows())
        saved = room_words.SAVED if self.session.save_error is None else room_words.NOT_SAVED
        if self.session.read_only:
            saved = room_words.READ_ONLY
        self.query_one("#card-last", OneLine).show(self.hint(), saved)

    def say(self, sentence: str) -> None:
        """Say in one line what just happened."""
        self.query_one("#card-notice", Notice).show(sentence)

    def here(self) -> Here:
        """Return what can be done here."""
        return Here(self.heading(), self.hint())

    # What a card gives.

    def heading(self) -> str:
        """What stands in the frame."""
        return ""

    def top_line(self) -> tuple[str, str]:
        """Words at the left and right of the top line."""
        return words.top(self.session.file.head.title), ""

    def hint(self) -> str:
        """What can be done now."""
        return self.HINT

    def rows(self) -> list[Row]:
        """The rows as they now are."""
        return []

    def act(self, key: str) -> None:
        """Act on a row."""

    # Keys

    def action_tick(self) -> None:
        """Space on a row."""
        lines = self.query_one(LineList)
        if lines.cursor_key is not None and not lines.brings_cursor():
            self._act(lines.cursor_key)

    def may_change(self) -> bool:
        """Whether anything can be changed here; says so when not."""
        if self.session.read_only:
            self.say(room_words.only_reading(self.session.why_read_only))
            return False
        return True

    def _act(self, key: str) -> None:
        if self.may_change():
            self.act(key)
            self.show()

    def action_undo(self) -> None:
        """Take back the last change."""
        if not self.may_change():
            return
        room = self._room()
        past = self.session.undo(room.NAME)
        self.say(room_words.undone(past.sentence) if past else room.case_control.nothing_to_undo())
        self.show()

    def place(self) -> object:
        """The row, and how far the case had come."""
        return self.query_one(LineList).cursor_key, self.session.so_far

    def go_back_to(self, place: Any) -> None:  # noqa: ANN401 - what `place` gave
        """Be at that row again; whatever was changed since is taken back."""
        row, so_far = place
        if not self.session.read_only:
            self.session.back_to(so_far)
        self.show()
        if row is not None:
            self.query_one(LineList).go_to(row)

    def leave(self) -> None:
        """Keep what stands in a field before the card goes."""

    def _room(self) -> Room:
        """The room that the card lies over."""
        return next(each for each in reversed(self.app.screen_stack) if isinstance(each, Room))

    def action_go(self) -> None:
        """Put the card away and ask which room."""
        self.leave()
        self.dismiss(None)
        self._room().navigation.choose_room()

    def go_to_note(self, note_id: str) -> None:
        """Put the card away and go to a note where it was written; one that is gone is missing."""
        visit = visit_with(self.session.case, note_id)
        if visit is None:
            self.say(card_words.NOTE_GONE)
            return
        room = self._room()
        self.leave()
        self.dismiss(None)
        room.navigation.open_at("visit", f"note/{note_id}", visit.id)

    def action_take_over(self) -> None:
        """Write in this window when the other has gone."""
        self._room().case_control.take_over()
        self.show()
        session = self.session
        still = room_words.still_reading(session.why_read_only) if session.read_only else ""
        self.say(still or room_words.TAKEN_OVER)
