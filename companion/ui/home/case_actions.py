"""The acts of Home: a new case, a visit to write in, the example, a search, the trash."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from companion.domain.moments import here
from companion.domain.people import Role
from companion.files.zone import local_zone
from companion.services.case.library import NewCase
from companion.services.case.trash import bring_back, discard_case, in_trash
from companion.services.visit.plan import NewVisit, plan_visit
from companion.storage.codec import UnreadableDocumentError
from companion.storage.errors import StoreError
from companion.ui.home.case_form import CaseFormScreen
from companion.ui.home.search_screen import SearchScreen
from companion.ui.home.trash import TrashForm, trash_list
from companion.ui.rooms.host import RoomView
from companion.words import home as words
from companion.words import rooms as room_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.services.home.case_list import CaseLine
    from companion.services.search.fields import Hit


class CaseLister(RoomView, Protocol):
    """Home, as far as it lists cases to act on."""

    def line_at_cursor(self) -> CaseLine | None:
        """Return what is listed of the case that the keys act on."""

    def read_again(self) -> None:
        """Read the cases again, and show them."""

    def stop_reading(self) -> None:
        """Stop reading visits for the list."""

    def go_on_reading(self) -> None:
        """Read the visits that were left."""


class CaseActions:
    """Opens, makes, changes, finds and discards cases."""

    def __init__(self, home: CaseLister) -> None:
        self._home = home

    def open(
        self, case_id: str, room: str, visit_id: str | None = None, *, thing: str = ""
    ) -> None:
        """Open a case; where it cannot be read, say why and stay at Home.

        Args:
            case_id: The case.
            room: The room.
            visit_id: The visit, for the Visit room.
            thing: The thing to go to there, as `kind/id`: a note, a row, a step, a record.
        """
        try:
            self._home.host.open_case(case_id, room, visit_id=visit_id)
        except (StoreError, UnreadableDocumentError) as error:
            self._home.say(error.notice)
            return
        if thing:
            self._home.host.once_shown(lambda opened: opened.arrive(thing))

    def new_case(self) -> None:
        """Fill in what a new case is about."""
        self._home.host.push_screen(CaseFormScreen(), self._case_made)

    def _case_made(self, room: str | None) -> None:
        if self._home.host.session is not None:
            self._home.host.enter(room or "home")

    def change_case(self) -> None:
        """Fill in again what the case at the cursor is about."""
        line = self._home.line_at_cursor()
        if line is None:
            self._home.say(words.CASE_FIRST)
            return
        case_id, host = line.case.file.id, self._home.host
        try:
            session = host.library.open(case_id)
        except (StoreError, UnreadableDocumentError) as error:
            self._home.say(error.notice)
            return
        if session.read_only:
            self._home.say(room_words.NEWER_VERSION if session.has_lock else words.CHANGE_BUSY)
            session.close()
            return
        host.session = session
        host.push_screen(CaseFormScreen(session), lambda _: self._case_changed(case_id))

    def _case_changed(self, case_id: str) -> None:
        self._home.host.enter("home")
        self._home.host.once_shown(lambda home: home.arrive(case_id))

    def write_now(self) -> None:
        """Make a case and a visit, and begin to type."""
        self._write_in_new(at_once=True)

    def was_there(self) -> None:
        """Make a case with a visit to write down from memory."""
        self._write_in_new(at_once=False)
        self._home.host.once_shown(_to_the_line)

    def _write_in_new(self, *, at_once: bool) -> None:
        """Make a case with a visit, now or one that was, and go there."""
        host = self._home.host
        packs = host.catalogue().chosen(())
        try:
            session = host.library.create(NewCase(packs=packs, writer=Role.PATIENT))
            now = here(session.now())
            at = now.isoformat(timespec="minutes") if at_once else ""
            zone = local_zone() if at_once else None
            visit_id = plan_visit(session, NewVisit(at=at, zone=zone, over=not at_once))
            session.finish()
        except StoreError as error:
            self._home.say(error.notice)
            return
        self.open(session.case_id, "visit", visit_id)

    def search(self) -> None:
        """Search all cases; what reads visits for the list gives way to it."""
        self._home.stop_reading()
        self._home.host.push_screen(SearchScreen(self._home.host.library), self._found)

    def _found(self, hit: Hit | None) -> None:
        if hit is None:
            self._home.go_on_reading()
        else:
            self.open(hit.case_id, hit.room, hit.visit_id, thing=hit.thing)
            self._home.host.once_shown(lambda room: room.say(words.here(hit.text)))

    def discard(self) -> None:
        """Ask for the title of the case at the cursor; then it goes to the trash."""
        line = self._home.line_at_cursor()
        if line is None:
            self._home.say(words.CASE_FIRST)
            return
        file = line.case.file
        self._home.host.push_screen(
            TrashForm(file.head.title),
            lambda yes: self._move(discard_case, file.id, words.TRASHED) if yes else None,
        )

    def _move(self, move: Callable[[CaseLibrary, str], object], case_id: str, moved: str) -> None:
        """Move a case into the trash or out of it, and say so; where it stays, say why."""
        try:
            move(self._home.host.library, case_id)
        except StoreError as error:
            self._home.say(error.notice)
            return
        self._home.read_again()
        self._home.say(moved)

    def bring_back(self) -> None:
        """Show the cases in the trash."""
        discarded = in_trash(self._home.host.library)
        if discarded:
            self._home.host.push_screen(trash_list(discarded), self._bring_back)
        else:
            self._home.say(words.TRASH_EMPTY)

    def _bring_back(self, case_id: str | None) -> None:
        if case_id is not None:
            self._move(bring_back, case_id, words.BROUGHT_BACK)


def _to_the_line(room: RoomView) -> None:
    """Ask who, when and what: the card before a visit is not for one that is over."""
    room.arrive("memory")
