"""What Home leads to: a new case, a visit to write in, the example, a search, the trash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from companion.domain.moments import here
from companion.domain.people import Role
from companion.files.zone import local_zone
from companion.services.case.library import NewCase
from companion.services.case.trash import bring_back, discard_case, in_trash
from companion.services.home.case_form import general_first
from companion.services.home.case_list import (
    CaseList,
    heads,
    listing,
    listing_of_many,
    visits_to_read,
)
from companion.services.visit.plan import NewVisit, plan_visit
from companion.storage.codec import UnreadableDocumentError
from companion.storage.errors import StoreError
from companion.ui.home.bringing_back import trash_list
from companion.ui.home.case_form import CaseFormScreen
from companion.ui.home.practice import Practice
from companion.ui.home.search_screen import SearchScreen
from companion.ui.home.trash import TrashForm
from companion.ui.rooms.room import Room
from companion.words import home as words
from companion.words import rooms as room_words
from companion.words import search as search_words

if TYPE_CHECKING:
    from companion.services.search.fields import Hit
    from companion.ui.rooms.host import OpenedRoom


AT_ONCE = 100
"""Visits that are read before the room is shown."""


class Beginnings(Room):
    """The acts of Home."""

    listing: CaseList
    """The cases as they were read last."""
    stayed = False
    """Whether the line about a visit nobody ended was left for the cases."""

    def read(self) -> None:
        """Read the cases; many visits are read beside the room, in a thread of its own."""
        library = self.host.library
        if visits_to_read(library) <= AT_ONCE:
            self.listing = listing(library)
        else:
            self.listing = heads(library)
            self.run_worker(self._read_visits, thread=True)

    def _read_visits(self) -> None:
        worker = get_current_worker()
        whole = listing_of_many(self.host.library, lambda: not worker.is_cancelled)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_whole, whole)

    def _show_whole(self, whole: CaseList) -> None:
        """Show the cases with what their visits say; the keys stay where they are."""
        self.listing = whole
        self.show_all()
        if whole.open_visit is not None and not self.stayed:
            self.say(words.HINT_OPEN_VISIT_ABOVE)

    def open(
        self, case_id: str, room: str, visit_id: str | None = None, *, thing: str = ""
    ) -> None:
        """Open a case; one that cannot be read says so and Home stays.

        Args:
            case_id: The case.
            room: The room.
            visit_id: The visit, for the Visit room.
            thing: What to go to there, as `kind/id`: a note, a row, a step, a record.
        """
        try:
            self.host.open_case(case_id, room, visit_id=visit_id)
        except (StoreError, UnreadableDocumentError) as error:
            self.say(error.notice)
            return
        if thing:
            self.host.once_shown(lambda room: room.arrive(thing))

    def action_home_new_case(self) -> None:
        """Fill in what a new case is about."""
        self.app.push_screen(CaseFormScreen(), self._case_made)

    def _case_made(self, room: str | None) -> None:
        if self.host.session is not None:
            self.host.enter(room or "home")

    def action_home_change_case(self) -> None:
        """Fill in again what the case at the cursor is about."""
        case_id = self.case_at_cursor()
        if case_id is None:
            self.say(words.CASE_FIRST)
            return
        try:
            session = self.host.library.open(case_id)
        except (StoreError, UnreadableDocumentError) as error:
            self.say(error.notice)
            return
        if session.read_only:
            self.say(room_words.NEWER_VERSION if session.has_lock else words.CHANGE_BUSY)
            session.close()
            return
        self.host.session = session
        self.app.push_screen(CaseFormScreen(session), lambda _: self._case_changed(case_id))

    def _case_changed(self, case_id: str) -> None:
        self.host.enter("home")
        self.host.once_shown(lambda room: room.arrive(case_id))

    def action_home_write_now(self) -> None:
        """Make a case and a visit, and begin to type."""
        self._write_in_new(at_once=True)

    def action_home_was_there(self) -> None:
        """Make a case with a visit to write down from memory."""
        self._write_in_new(at_once=False)
        self.host.once_shown(_to_the_line)

    def _write_in_new(self, *, at_once: bool) -> None:
        """Make a case with a visit, now or one that was, and go there."""
        packs = general_first(self.host.packs(), frozenset())
        try:
            session = self.host.library.create(NewCase(packs=packs, writer=Role.PATIENT))
            now = here(session.now())
            at = now.isoformat(timespec="minutes") if at_once else ""
            visit_id = plan_visit(session, NewVisit(at=at, zone=local_zone() if at_once else None))
            session.finish()
        except StoreError as error:
            self.say(error.notice)
            return
        self.open(session.case_id, "visit", visit_id)

    def action_home_example(self) -> None:
        """Open the made-up case."""
        self.host.look_around()

    def action_home_practice(self) -> None:
        """Try the keys."""
        self.app.push_screen(Practice())

    def action_home_search(self) -> None:
        """Search all cases; what reads visits for the list gives way to it."""
        self.workers.cancel_node(self)
        self.app.push_screen(SearchScreen(self.host.library), self._found)

    def _found(self, hit: Hit | None) -> None:
        if hit is None and self.listing.reading:
            self.read()
            self.show_all()
        if hit is not None:
            self.open(hit.case_id, hit.room, hit.visit_id, thing=hit.thing)
            self.host.once_shown(lambda room: room.say(search_words.here(hit.text)))

    # The trash

    def case_at_cursor(self) -> str | None:
        """The case that the keys act on."""
        return None

    def action_home_trash(self) -> None:
        """Ask for the title of the case at the cursor; then it goes to the trash."""
        case_id = self.case_at_cursor()
        if case_id is None:
            self.say(words.CASE_FIRST)
            return
        line = next(one for one in self.listing.lines if one.case.file.id == case_id)
        title = line.case.file.head.title
        self.app.push_screen(TrashForm(title), lambda yes: self._discard(case_id, yes))

    def _discard(self, case_id: str, yes: bool | None) -> None:  # noqa: FBT001 - a card's answer
        if not yes:
            return
        try:
            discard_case(self.host.library, case_id)
        except StoreError as error:
            self.say(error.notice)
            return
        self.read()
        self.show_all()
        self.say(words.TRASHED)

    def action_home_bring_back(self) -> None:
        """Show the cases in the trash."""
        discarded = in_trash(self.host.library)
        if discarded:
            self.app.push_screen(trash_list(discarded), self._bring_back)
        else:
            self.say(words.TRASH_EMPTY)

    def _bring_back(self, case_id: str | None) -> None:
        if case_id is None:
            return
        try:
            bring_back(self.host.library, case_id)
        except StoreError as error:
            self.say(error.notice)
            return
        self.read()
        self.show_all()
        self.say(words.BROUGHT_BACK)


def _to_the_line(room: OpenedRoom) -> None:
    """Begin to write: what stands before a visit to come is not asked about one that was."""
    room.arrive("memory")
    room.say(words.WAS_THERE_HINT)
