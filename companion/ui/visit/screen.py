"""The Visit room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container

from companion.domain.visit_selection import is_under_way
from companion.ui.rooms.key_names import key_name
from companion.ui.visit.find import VisitFinding
from companion.ui.visit.panes import CardPane
from companion.ui.widgets.one_line import OneLine
from companion.words import rooms as room_words
from companion.words import visit as words

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget

ALWAYS = frozenset({"visit.hide_screen", "app.quit"})
"""What can be done while the screen is hidden."""


class VisitScreen(VisitFinding):
    """List beside notes, above the line one types in."""

    _unhide: OneLine | None = None
    """How the screen comes back; there once it was hidden."""

    def allows(self, command_id: str) -> bool:
        """While the screen is hidden only one key brings it back."""
        return command_id in ALWAYS or not self.has_class("-curtain")

    async def on_key(self, event: events.Key) -> None:
        """A key that reached nobody goes to the line."""
        if not self.composer.has_focus and self.is_current:
            event.stop()
            self.composer.focus()
            await self.composer.use_key(event)

    def keys_act_on(self) -> Widget:
        """Return the rows of a card while keys act on them, else the line."""
        over = self.card is not None and self.card.has_the_arrows
        return self.query_one(CardPane) if over else self.composer

    def standing(self) -> str:
        """What has to be known; first of all whence words come that stand in the line."""
        if self.offered and not self.composer.is_blank:
            return room_words.OFFERED
        return super().standing()

    # The curtain

    def action_visit_hide_screen(self) -> None:
        """Hide everything, or show it again; what is typed meanwhile is kept."""
        keys = self.host.keys.get("visit.hide_screen", ())
        named = " · ".join(key_name(key) for key in keys)
        if self.card is not None and self.card.goes_when_hidden:
            self.close_card()
        hint = words.curtain_hint(named), self.saved_word()
        if self._unhide is None:
            # Made when it is first drawn: the room opens sooner without it.
            self._unhide = OneLine(id="unhide")
            self.mount(Container(OneLine(words.CURTAIN), self._unhide, id="curtain"))
        self._unhide.show(*hint)
        self.toggle_class("-curtain")
        self.show_all()

    # Taking back

    def action_app_undo(self) -> None:
        """Take back typing while there is some, else the last change."""
        composer = self.composer
        if not composer.is_blank:
            if composer.history.undo_stack:
                composer.undo()
            else:
                self.say(words.NO_MORE_TYPING_TO_UNDO)
            return
        self.close_card()
        super().action_app_undo()
        self._after_turning()

    def action_app_redo(self) -> None:
        """Do typing again, else what was taken back."""
        composer = self.composer
        if composer.history.redo_stack:
            composer.redo()
            return
        super().action_app_redo()
        self._after_turning()

    def _after_turning(self) -> None:
        if not self.session.read_only:
            self.go_to_known()

    def action_app_take_over(self) -> None:
        """Write in this window; what was typed here is saved now."""
        waited = self.session.read_only
        if waited:
            self.close_card()
        super().action_app_take_over()
        if self.session.read_only or not waited:
            return
        self.first_card()
        self.show_line()
        if waits := self.session.texts_that_wait(self.visit_id):
            self.composer.show(self._offered(self.composer.text, waits))

    # Leaving

    def typed_instead(self, text: str) -> None:
        """Type what came where a digit was asked for."""
        printable = "".join(letter for letter in text if letter.isprintable())
        if printable:
            self.composer.paste(printable)

    def may_leave(self, room: str) -> bool:
        """A visit under way asks a second time."""
        if self.leaving != room:
            unkept = self.session.saved_state.error is not None
            if unkept or is_under_way(self.visit.head):
                self.say(room_words.LEAVE_UNSAVED if unkept else room_words.LEAVE_VISIT)
                self.leaving = room
                return False
        return True
