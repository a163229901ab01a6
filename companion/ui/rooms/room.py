"""The base of the five rooms: one screen that owns parts.

A room is a subclass of `Room`, and this is all that it may give or replace:

- `NAME`, and `BINDINGS` with `*bindings_for(NAME)` in it;
- `compose_body` (the widgets between the top line and the last two lines) and `show_body`;
- `opened`: called once, when the widgets are there and before anything is shown. Parts are
  wired and the focus is set here. No room has an `on_mount`;
- `commands`: the table `{**super().commands(), "home.search": self.search}`, from the id of each
  command of the room to the function that carries it out; a coroutine is awaited. An entry replaces
  that of every room: `"app.undo": self.undo`;
- `allows`: whether a command can be given now;
- `top_line`, `hint`, `saved_word`, `standing`: the words of the lines around the body;
- `draft_field`: its one field; undo, redo, leaving and closing ask that first;
- `may_leave`, `typed_instead`, `holds_unread`, `arrive`, `help_topic`, `visit_here` and
  `case_changed`.

Its parts: `chrome` (top line, notice, last line), `navigation` (its commands, to another room or
visit, quit) and `case_control` (undo, redo, take over, whether anything may be changed). A part
never knows the room: it is given a protocol (`RoomView`), or functions.

A key, the list of commands (F1) and the search for a command (Ctrl+P) all lead to `action_run`.
"""

from __future__ import annotations

from functools import partial
from inspect import isawaitable
from typing import TYPE_CHECKING, ClassVar

from textual.reactive import Reactive
from textual.screen import Screen

from companion.commands.catalogue import EVERY_ROOM
from companion.storage.errors import reason
from companion.storage.findings import LASTING, gravest
from companion.ui.rooms.bindings import footer
from companion.ui.rooms.case_control import CaseControl
from companion.ui.rooms.chrome import Chrome
from companion.ui.rooms.host import HelpTopic, host_of
from companion.ui.rooms.navigation import Navigation
from companion.words import rooms as words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult
    from textual.widget import Widget

    from companion.services.case.session import CaseSession
    from companion.ui.rooms.draft_field import DraftField
    from companion.ui.rooms.host import Host

SAVED_AGAIN_SECONDS = 1.0
"""Seconds after which a window that only reads looks again whether the other has written."""


class Room(Screen[None]):
    """A room of a case."""

    NAME: ClassVar[str] = ""
    draft_field: DraftField | None = None
    """The field at its foot, where the room has one; it is closed before anything else is done."""
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """The widget that has the keys. Both that change paint themselves; Textual would send the whole
    screen once more."""
    DEFAULT_CSS = """
    Room { background: $background; color: $foreground; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.chrome = Chrome(self)
        self.navigation = Navigation(self)
        self.case_control = CaseControl(self, self.NAME)
        self._stop_listening: Callable[[], None] | None = None
        self._was_unsaved = False
        """Whether saving failed when it was last looked at."""

    @property
    def host(self) -> Host:
        """The app, as far as rooms know it."""
        return host_of(self)

    @property
    def session(self) -> CaseSession:
        """The case that is open."""
        session = self.host.session
        if session is None:
            raise RuntimeError(words.NEEDS_A_CASE)
        return session

    # The life of the room

    def compose(self) -> ComposeResult:
        """Lay out the top line, the body, what just happened, the last line."""
        yield self.chrome.top
        yield from self.compose_body()
        yield self.chrome.notice
        yield self.chrome.last

    def compose_body(self) -> ComposeResult:
        """Lay out what stands between the top line and the last two."""
        yield from ()

    def on_mount(self) -> None:
        """Show the room, and again after every change."""
        self.opened()
        session = self.host.session
        if session is not None:
            self._stop_listening = session.subscribe(self.case_changed)
            if session.read_only:
                self.set_interval(SAVED_AGAIN_SECONDS, self.case_control.follow)
        self.show_all()
        self.case_control.tell_how_it_opened()

    def opened(self) -> None:
        """Get ready: the widgets are there, nothing is shown yet. Called once."""

    def on_unmount(self) -> None:
        """Stop listening to the case."""
        if self._stop_listening is not None:
            self._stop_listening()

    # Commands

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what carries out each command of the room, by the command's id."""
        return {
            "app.help": self.navigation.list_commands,
            "app.palette": self.navigation.find_command,
            "app.go": self.navigation.choose_room,
            "app.visits": self.navigation.choose_visit,
            "app.papers": self.open_paper,
            "app.values": self.navigation.show_values,
            "app.undo": self.case_control.undo,
            "app.redo": self.case_control.redo,
            "app.saved": self.case_control.tell_saved,
            "app.take_over": self.case_control.take_over,
            "app.theme": lambda: self.say(words.theme_is(self.host.next_theme())),
            "app.quit": self.navigation.quit,
            **{f"room.{room}": partial(self.navigation.leave_for, room) for room in EVERY_ROOM},
        }

    def allows(self, command_id: str) -> bool:
        """Return whether a command can be given now."""
        del command_id
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Ask `allows` about commands; Textual asks here before it runs a binding."""
        return self.allows(str(parameters[0])) if action == "run" else True

    async def action_run(self, command_id: str | None) -> None:
        """Carry out a command, if it can be given now; nothing for None."""
        if command_id is None or not self.allows(command_id):
            return
        done = self.commands()[command_id]()
        if isawaitable(done):
            await done

    def help_topic(self) -> HelpTopic:
        """Return what is in front in this room, for the head of the list of commands."""
        return HelpTopic("")

    # Lines

    def show_all(self) -> None:
        """Show everything again."""
        self.chrome.show_top()
        self.show_body()
        self.chrome.show_last()

    def show_body(self) -> None:
        """Show the body again from the values of the case."""

    def top_line(self) -> tuple[str, str]:
        """Return the words at the left and right of the top line."""
        return words.NAMES[self.NAME], ""

    def hint(self) -> str:
        """Return what can be done now, for the last line."""
        return footer(self.NAME, self.host.keys)

    def saved_word(self) -> str:
        """Return `saved`, `not saved` or `read only`."""
        session = self.host.session
        if session is None:
            return words.NOT_SAVED if self.host.lost else words.NOTHING_TO_SAVE
        if session.saved_state.error is not None:
            return words.NOT_SAVED
        return words.READ_ONLY if session.read_only else words.SAVED

    def say(self, sentence: str) -> None:
        """Say in one line what just happened; it stays until something else does.

        That another program has changed the files stands there whenever there is nothing else, and
        saying nothing does not wipe out that something is not saved.
        """
        if sentence:
            self.chrome.notice.show(sentence)
        elif not self._was_unsaved:
            self.warn(self.standing())

    def warn(self, sentence: str) -> None:
        """Say what has to be known: something is not saved, or cannot be."""
        self.chrome.notice.warn(sentence)
        if sentence:
            self.host.say_in_front(sentence)

    def standing(self) -> str:
        """Return what has to be known as long as the room is open; empty when nothing has."""
        session = self.host.session
        found = session.findings if session is not None else ()
        stands = gravest(each for each in found if each.kind in LASTING)
        return stands.notice if stands is not None else ""

    # The case

    @property
    def visit_here(self) -> str | None:
        """The visit of the room, where it has one."""
        return None

    def may_change(self) -> bool:
        """Return whether anything can be changed here; says so when not."""
        session = self.host.session
        if session is not None and session.read_only:
            self.warn(self.case_control.why_not_written(session))
            return False
        return True

    def case_changed(self) -> None:
        """Show what changed; called after every change of the case but typing."""
        self.show_all()

    def saving_changed(self) -> None:
        """Say that saving failed, or works again and nothing was lost."""
        session = self.host.session
        trouble = session.saved_state.error if session is not None else None
        if trouble is not None:
            self.warn(words.not_on_disk(reason(trouble)))
        elif self._was_unsaved:
            self.say(words.SAVED_NOW)
            self.host.say_in_front(words.SAVED_NOW)
        self._was_unsaved = trouble is not None
        self.chrome.show_last()

    def open_paper(self, name: str = "") -> None:
        """Show one paper of the case, or all of them when none is named."""
        if self.host.session is None:
            self.say(words.NEEDS_A_CASE)
        else:
            self.host.show_papers(self.session, name)

    # Arriving and leaving

    def arrive(self, thing: str) -> None:
        """Go to something in the room, such as a note that was found."""

    def may_leave(self, room: str) -> bool:
        """Return whether the room can be left for another one now; keep first what has to be."""
        del room
        self.close_field()
        return True

    def typed_instead(self, text: str) -> None:
        """Take what was typed where a digit was asked for; it goes on in a field that is open."""
        if self.draft_field is None or not self.draft_field.paste(text):
            self.say(words.NO_LINE_HERE)

    # The field

    def close_field(self) -> None:
        """Keep the text of the field and close it, if one is open."""
        if self.draft_field is not None:
            self.draft_field.close()

    def holds_unread(self) -> bool:
        """Return whether a field holds text that is in no file, as it cannot be read as asked."""
        here = self.draft_field is not None and self.draft_field.holds_unread()
        return here or self.host.library.holds_unread()
