"""The app: one case open at a time, one room on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from companion.domain.value import Value
from companion.services.visit.plan import find_or_plan_visit
from companion.storage.findings import FindingKind
from companion.ui import themes
from companion.ui.room_factory import make_room
from companion.ui.rooms.bindings import key_name
from companion.ui.rooms.room import Room
from companion.ui.rooms.typed_words import TypedWords
from companion.ui.terminal.editing_keys import is_foreign, is_text
from companion.ui.terminal.terminal_app import SETTLED, TerminalApp
from companion.words import rooms as words
from companion.words import settings as settings_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.events import Key
    from textual.screen import Screen

    from companion.commands.keymap import Keymap
    from companion.packs.catalogue import Catalogue
    from companion.services.case.library import CaseLibrary
    from companion.services.case.session import CaseSession
    from companion.services.settings import SettingsFile
    from companion.ui.rooms.host import RoomView


class Start(Value):
    """The place where the program opens."""

    room: str = "home"
    case_id: str | None = None
    """The case; None at Home."""
    visit_id: str | None = None
    """The visit, for the Visit room."""
    session: CaseSession | None = None
    """The case, when it is open already."""


class Provided(Value):
    """The things that the app is built with."""

    library: CaseLibrary
    example: Callable[[], CaseLibrary]
    """A library in memory that holds the made-up example."""
    catalogue: Callable[[], Catalogue]
    """Every pack there is."""
    keymap: Keymap
    settings: SettingsFile
    again: Callable[[], str] = lambda: "companion"
    """The command that opens the program again."""


@runtime_checkable
class Says(Protocol):
    """A screen with a line of its own for what just happened."""

    def say(self, sentence: str) -> None:
        """Say in one line what just happened."""


class Companion:
    """Companion in a terminal; rooms know it as their `Host`."""

    def __init__(self, provided: Provided, start: Start) -> None:
        self.provided = provided
        self.library = provided.library
        self.lost = False
        self.session: CaseSession | None = None
        """The case that is open."""
        self.memory: dict[str, object] = {}
        """Where the user was in each room of the open case, by the room's name."""
        self._entered: Room | None = None
        """The room that was opened last, after the first one."""
        self._waits = self._unread = False
        self._found: set[FindingKind] = set()
        self._in_example = False
        self.use_in_list = TypedWords(lambda: self.app.screen, self.key_unused).use
        """Lets a key act in a list; letters that are words are written."""
        unused = settings_words.UNUSED_KEYS if provided.keymap.problems else ""
        self._first_words = settings_words.UNUSED_SETTINGS if provided.settings.problems else unused
        self.theme = provided.settings.theme
        self.keys: Mapping[str, tuple[str, ...]] = provided.keymap.keys
        self.changed_keys = {name: ",".join(keys) for name, keys in provided.keymap.changed.items()}
        self._start = start

    def run_in(self, app: TerminalApp[Companion]) -> None:
        """Take the app that runs this."""
        self.app = app

    def first_screen(self) -> Room:
        """Return the first room."""
        start = self._start
        if start.case_id is None:
            return make_room("home", None)
        self.session = start.session or self.library.open(start.case_id)
        return self._room(start.room, start.visit_id)

    def started(self) -> None:
        """Hear when saving fails in the background."""
        self.library.context.syncer.listen(self._saving_changed)
        self._watch_soon()

    def _watch_soon(self) -> None:
        """Watch what other programs do to the files of the case, once its room is shown."""
        self.app.set_timer(SETTLED, self._watch)

    def _watch(self) -> None:
        if self.session is not None:
            self.session.watch()

    # What rooms ask for

    def catalogue(self) -> Catalogue:
        """Return every pack there is."""
        return self.provided.catalogue()

    def open_case(self, case_id: str, room: str, *, visit_id: str | None = None) -> None:
        """Open a case, in a room; the case open before is saved and let go.

        Raises:
            StoreError: The case cannot be read.
        """
        if self.session is None or self.session.case_id != case_id:
            session = self.library.open(case_id)
            self.let_go()
            self.session = session
            self._watch_soon()
        self.enter(room, visit_id=visit_id)

    def enter(self, room: str, *, visit_id: str | None = None) -> None:
        """Go to a room; Home lets the case go."""
        if room == "home":
            self.let_go()
        self._entered = self._room(room, visit_id)
        self.app.switch_screen(self._entered)

    def _room(self, room: str, visit_id: str | None) -> Room:
        """Return a room; Prepare, where there is no visit to write in."""
        if room == "visit" and visit_id is None and self.session is not None:
            visit_id = find_or_plan_visit(self.session)
            room = room if visit_id is not None else "prepare"
        return make_room(room, visit_id)

    def once_shown(self, act: Callable[[RoomView], None]) -> None:
        """Do something in the room that was just opened, once it is shown, unless it is left."""
        room = self._entered

        def later() -> None:
            if room is not None and self.app.screen is room:
                act(room)

        self.app.call_after_refresh(later)

    def show_papers(self, session: CaseSession, name: str, visit_id: str | None = None) -> None:
        """Show one paper of the case, or of one visit; all of them when none is named."""
        from companion.services.transfer.papers import PaperMaker
        from companion.ui.papers.preview import PaperList, Preview

        maker = PaperMaker(session, self.catalogue())
        paper = Preview(maker, maker.paper(name, visit_id)) if name else PaperList(maker)
        self.app.push_screen(paper)

    def first_words(self) -> str:
        """Return what has to be known of settings and keys; empty once a room has asked."""
        said, self._first_words = self._first_words, ""
        return said

    def look_around(self) -> None:
        """Open the made-up example; it is never mixed with real cases."""
        self.let_go()
        self.library = self.provided.example()
        self.session = self.library.open(self.library.case_ids()[0])
        self.enter("prepare")

    def try_keys(self) -> None:
        """Open a visit in memory, to try the keys in; Home lets it go again."""
        from companion.services.example.practice import practice_session

        self.let_go()
        self.session = practice_session(self.library.context)
        self.enter("try_keys", visit_id=self.session.case.visits[0].id)

    def let_go(self) -> None:
        """Save and close the case that is open; the made-up example ends with it."""
        if self.session is not None:
            self.session.close()
            state = self.session.saved_state
            self.lost = self.lost or state.error is not None
            self._waits = self._waits or state.waits
            self._found |= {finding.kind for finding in self.session.findings}
            self.session = None
        self.memory.clear()
        self.library = self.provided.library

    def push_screen(
        self, screen: Screen[Any], callback: Callable[[Any], Any] | None = None
    ) -> object:
        """Lay a form, a card or a list over the room."""
        return self.app.push_screen(screen, callback)

    def exit(self) -> None:
        """Save everything and end."""
        self.app.exit()

    def next_theme(self) -> str:
        """Change the colours; return the name of the new ones."""
        names = [theme.name for theme in themes.ALL]
        self.app.theme = names[(names.index(self.app.theme) + 1) % len(names)]
        self.provided.settings.keep_theme(self.app.theme)
        return self.app.theme

    # What the terminal asks for

    @property
    def _rooms(self) -> list[Room]:
        """The rooms among the screens, the one in front last."""
        return [screen for screen in self.app.screen_stack if isinstance(screen, Room)]

    async def help(self) -> None:
        """Show what can be done with the screen in front."""
        screen = self.app.screen
        if isinstance(screen, Room):
            await screen.action_run("app.help")
        else:
            self._rooms[-1].navigation.explain(screen)

    async def close(self) -> bool:
        """Let the room close the app: it says first what is not saved."""
        if not self._rooms:
            return True
        while not isinstance(self.app.screen, Says):
            # What the room says would stand behind it.
            await self.app.put_away()
        await self._rooms[-1].action_run("app.quit")
        return False

    def say_in_front(self, sentence: str) -> None:
        """Say what a room says on the card that lies over it too, if there is one."""
        front = self.app.screen
        if isinstance(front, Says) and not isinstance(front, Room):
            front.say(sentence)

    def say_how_to_close(self) -> None:
        """Say how to close, and whether all is saved."""
        room = self._rooms[-1]
        if self.session is not None and not self.session.saved_state.all_saved:
            room.case_control.tell_saved()
        else:
            room.say(words.COPY_OR_CLOSE)

    def key_unused(self, event: Key) -> None:
        """Say of a letter, a sign or an F key that it does nothing, if the screen can speak."""
        written = event.character if is_text(event) else None
        if written is None and not (event.key[:1] == "f" and event.key[1:].isdecimal()):
            return
        screen = self.app.screen
        if not isinstance(screen, Says):
            return
        more = key_name(self.keys.get("app.help", ("f1",))[0])
        if written is not None and is_foreign(written):
            screen.say(words.letters_are_latin(more))
        else:
            screen.say(words.does_nothing(key_name(written or event.key), more))

    def takes(self, text: str) -> bool:
        """Return whether a text that is pasted can be kept."""
        return self.session is None or self.session.has_room(text)

    def paste_refused(self) -> None:
        """Say why a paste was not taken, where the screen in front speaks."""
        for screen in reversed(self.app.screen_stack):
            if isinstance(screen, Says):
                screen.say(words.PASTE_TOO_LARGE)
                return

    # Saving

    def save_all(self) -> None:
        """Bring everything to the disk; called before every end of the program."""
        if self.session is not None:
            self._in_example = self.session.context.made_up
        elif self.library.context.made_up:
            self._in_example = True
        self._unread = self._unread or any(room.holds_unread() for room in self._rooms)
        self.let_go()

    def again(self) -> str:
        """Return the command that opens the program again."""
        return self.provided.again()

    def keep_crash_report(self, report: str) -> str | None:
        """Keep a report without the user's words in the data folder; return its path."""
        return self.provided.settings.keep_crash_report(report)

    def _saving_changed(self) -> None:
        """Show that saving failed in the background, or works again.

        Never wait for the screen here: closing a case waits for the thread this runs in.
        """
        self.app.call_later(self._show_saving)

    def _show_saving(self) -> None:
        room = next(reversed(self._rooms), None)
        if self.session is not None and room is not None and room.is_mounted:
            room.saving_changed()

    def closing_words(self, *, asked_to: bool) -> str:
        """Return what is said after the program has closed; empty where there is nothing to say.

        Args:
            asked_to: Whether the user closed it, not a signal or a terminal that is gone.
        """
        said = [words.CLOSING_UNSAVED] if self.lost else []
        on = self.again()
        said += [words.to_go_on(words.CLOSING_WAITS, on)] if self._waits else []
        said += [words.to_go_on(words.CLOSING_UNREAD, on)] if self._unread else []
        said += [words.CLOSING_CONFLICT] if FindingKind.CONFLICT in self._found else []
        said += [words.CLOSING_REMOVED] if FindingKind.REMOVED in self._found else []
        if asked_to and not (self.lost or self._waits or self._unread):
            own = words.to_start_own(on) if self._in_example else None
            said.append(own or words.to_go_on(words.ALL_IS_SAVED, on))
        return "\n".join(said)

    def last_sentence(self) -> str:
        """Return what is said where the program has to end before everything could be closed."""
        session = self.session
        if session is None:
            return self.closing_words(asked_to=False)
        return words.CLOSING_UNSAVED if session.saved_state.error is not None else ""


CompanionApp = TerminalApp[Companion]
"""Companion in the app that runs it."""
