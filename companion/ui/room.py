"""What every room has: a top line, a body, a line for what just happened, the last line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.storage.findings import gravest
from companion.ui.here import Explained, Here
from companion.ui.lines import RoomLines
from companion.words import rooms as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from companion.services.case.session import CaseSession

SAVED_AGAIN_SECONDS = 1.0
"""How often a window that only reads looks whether the other has written."""


class Room(RoomLines):
    """A room of a case. Subclasses give `NAME`, a body, and methods for their commands."""

    INHERIT_BINDINGS = False
    DEFAULT_CSS = """
    Room { background: $background; color: $foreground; }
    Room > #top { text-style: bold; }
    Room > #notice { color: $foreground; }
    Room > #last { color: $text-muted; }
    """

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._unsubscribe: Callable[[], None] | None = None
        self._warned = False
        self._free = False

    def on_mount(self) -> None:
        """Show the room, and again after every change.

        Textual calls this by itself after that of a subclass; a subclass may call it sooner.
        """
        if self._unsubscribe is not None:
            return
        session = self.host.session
        if session is not None:
            self._unsubscribe = session.subscribe(self.case_changed)
            if session.read_only:
                self.set_interval(SAVED_AGAIN_SECONDS, self._follow)
        self.show_all()
        self._tell_how_it_opened(session)

    def why_not_written(self) -> str:
        """Why nothing can be changed in this window."""
        kept = self.session.saved_state.can_keep
        return words.only_reading(self.session.why_read_only, kept=kept)

    def _tell_how_it_opened(self, session: CaseSession | None) -> None:
        """Say what is unusual about the files of the case, or else of the settings, if anything."""
        if session is not None and session.read_only:
            self.say(self.why_not_written())
        elif self.standing():
            self.say("")
        elif session is not None and (found := gravest(session.findings)) is not None:
            self.say(found.notice)
        elif said := self.host.first_words():
            self.say(said)

    def on_unmount(self) -> None:
        """Stop listening."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    def case_changed(self) -> None:
        """Called after every change of the case but typing."""
        self.show_all()

    def arrive(self, thing: str) -> None:
        """Go to something in the room, such as a note that was found."""

    def enter_at(self, room: str, thing: str, visit_id: str | None = None) -> None:
        """Go to something in another room.

        Args:
            room: The room.
            thing: What to go to there, as `kind/id`.
            visit_id: The visit, for the Visit room.
        """
        self.host.enter(room, visit_id=visit_id)
        self.then(lambda opened: opened.arrive(thing))

    def then(self, act: Callable[[Room], None]) -> None:
        """Do something in the room that was opened, once it is shown."""
        app = self.app

        def later() -> None:
            if isinstance(app.screen, Room):
                act(app.screen)

        app.call_after_refresh(later)

    def _follow(self) -> None:
        session = self.host.session
        if session is None or not session.read_only:
            # The case may have been let go while the room is still being left.
            return
        if session.reload_if_changed():
            self.show_all()
        free = session.may_take_over
        if free and not self._free:
            self.say(words.FREE_NOW)
        self._free = free

    # What every room can do

    def action_app_help(self) -> None:
        """Show what can be done in this room."""
        from companion.ui.more import More

        self.app.push_screen(More(self.NAME, self.host.keys, self.here()), self.run_command)

    def explain(self, screen: Screen[Any]) -> None:
        """Show what can be done in a form or a card that lies over this room.

        The list itself has none: there the key takes it away.
        """
        from companion.ui.more import More

        if isinstance(screen, Explained):
            self.app.push_screen(More("", self.host.keys, screen.here()), self.run_command)
        else:
            screen.dismiss(None)

    def here(self) -> Here:
        """Return what is in front in this room, for the head of the list of commands."""
        return Here("")

    def action_app_palette(self) -> None:
        """Find a command by name."""
        from companion.ui.more import Find

        self.app.push_screen(Find(self.NAME, self.host.keys), self.run_command)

    async def run_command(self, command_id: str | None) -> None:
        """Do what a command says."""
        if command_id is not None:
            await self.run_action(f"screen.{command_id.replace('.', '_')}")

    def action_app_papers(self) -> None:
        """Show the papers of the case."""
        self.open_paper("")

    def open_paper(self, name: str) -> None:
        """Show one paper, or all of them when none is named."""
        if self.host.session is None:
            self.say(words.NEEDS_A_CASE)
            return
        from companion.services.transfer.papers import PaperMaking
        from companion.ui.papers.listing import Papers
        from companion.ui.papers.preview import Preview

        making = PaperMaking(self.session, self.host.packs())
        self.app.push_screen(Preview(making, making.paper(name)) if name else Papers(making))

    def action_app_quit(self) -> None:
        """Close; while something is not on disk, only when asked a second time."""
        session = self.host.session
        unkept = session is not None and session.saved_state.error is not None
        if (unkept or self.holds_unread()) and not self._warned:
            self._warned = True
            self.say(words.CLOSE_UNSAVED if unkept else words.CLOSE_UNREAD)
            return
        self.app.exit()

    def holds_unread(self) -> bool:
        """Whether a field holds text that is in no file, as it cannot be read as what it asks."""
        return self.host.library.holds_unread()

    def action_app_saved(self) -> None:
        """Say whether all is saved."""
        session = self.host.session
        if session is None or session.saved_state.all_saved:
            self.say(words.ALL_IS_SAVED)
        elif session.saved_state.error is None:
            self.say(words.WAITS)
        else:
            self.saving_changed()

    def action_app_undo(self) -> None:
        """Take back the last change that this room shows."""
        if not self.may_change():
            return
        session = self.host.session
        past = session.undo(self.NAME, self.visit_here) if session is not None else None
        self.say(words.undone(past.sentence) if past else self.nothing_to_undo())

    @property
    def visit_here(self) -> str | None:
        """The visit of the room, where it has one."""
        return None

    def nothing_to_undo(self) -> str:
        """That nothing of this room can be taken back, and where the last change was made."""
        last = self.host.session.last_change() if self.host.session is not None else None
        if last is None:
            return words.NOTHING_TO_UNDO
        past, room = last
        return words.undo_elsewhere(past.sentence, room, same=room == self.NAME)

    def action_app_redo(self) -> None:
        """Do again what was taken back."""
        if not self.may_change():
            return
        session = self.host.session
        past = session.redo(self.NAME, self.visit_here) if session is not None else None
        self.say(words.redone(past.sentence) if past else words.NOTHING_TO_REDO)

    def may_change(self) -> bool:
        """Whether anything can be changed here; says so when not."""
        if self.host.session is not None and self.session.read_only:
            self.say(self.why_not_written())
            return False
        return True

    def action_app_theme(self) -> None:
        """Change the colours."""
        self.say(words.theme_is(self.host.next_theme()))

    def action_app_take_over(self) -> None:
        """Write in this window when the other has gone."""
        if self.host.session is None:
            self.say(words.NEEDS_A_CASE)
            return
        taken = self.session.take_over()
        kept = self.session.saved_state.can_keep
        still = words.still_reading(self.session.why_read_only, kept=kept)
        self.say(words.TAKEN_OVER if taken else still)
        self.show_all()
