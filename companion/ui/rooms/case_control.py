"""The open case, as every room acts on it: undo, redo, take over, whether it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.undo_scope import VISIT
from companion.storage.findings import gravest
from companion.words import rooms as words

if TYPE_CHECKING:
    from companion.services.case.session import CaseSession
    from companion.ui.rooms.host import RoomView


class CaseControl:
    """Changes of the case that do not depend on the room, and what stands in their way."""

    def __init__(self, view: RoomView, room: str) -> None:
        self._view = view
        self._room = room
        self._was_free = False

    @property
    def _session(self) -> CaseSession | None:
        return self._view.host.session

    def tell_how_it_opened(self) -> None:
        """Say what is unusual about the files of the case, or else of the settings, if anything."""
        session = self._session
        if session is not None and session.read_only:
            self._view.warn(self.why_not_written(session))
        elif self._view.standing():
            self._view.say("")
        elif session is not None and (found := gravest(session.findings)) is not None:
            self._view.say(found.notice)
        elif said := self._view.host.first_words():
            self._view.say(said)

    def follow(self) -> None:
        """Show what the other window has written, and say when it is gone; only while reading."""
        session = self._session
        if session is None or not session.read_only:
            # The case may have been let go while the room is still being left.
            return
        if session.reload_if_changed():
            self._view.show_all()
        free = session.can_take_over
        if free and not self._was_free:
            self._view.say(words.FREE_NOW)
        self._was_free = free

    def why_not_written(self, session: CaseSession) -> str:
        """Return why nothing can be changed in this window."""
        return words.only_reading(session.why_read_only, kept=self._kept(session))

    def _kept(self, session: CaseSession) -> bool | None:
        """Return whether what is typed is in a file; None in a room without a line to type in."""
        return session.saved_state.can_keep if self._room == VISIT else None

    def undo(self) -> None:
        """Take back typing in the field while there is some, else the last change shown here."""
        field = self._view.draft_field
        if field is not None and field.undo():
            return
        self._view.close_field()
        if not self._view.may_change():
            return
        session = self._session
        past = session.undo(self._room, self._view.visit_here) if session is not None else None
        self._view.say(words.undone(past.sentence) if past else self.nothing_to_undo())

    def nothing_to_undo(self) -> str:
        """Return that nothing can be taken back here, and where the last change was made."""
        last = self._session.last_change() if self._session is not None else None
        if last is None:
            return words.NOTHING_TO_UNDO
        past, room = last
        return words.undo_elsewhere(past.sentence, room, same=room == self._room)

    def redo(self) -> None:
        """Type again what was taken back in the field, else do the last change again."""
        field = self._view.draft_field
        if field is not None and field.redo():
            return
        self._view.close_field()
        if not self._view.may_change():
            return
        session = self._session
        past = session.redo(self._room, self._view.visit_here) if session is not None else None
        self._view.say(words.redone(past.sentence) if past else words.NOTHING_TO_REDO)

    def tell_saved(self) -> None:
        """Say whether all is saved."""
        session = self._session
        if session is None or session.saved_state.all_saved:
            self._view.say(words.ALL_IS_SAVED)
        elif session.saved_state.error is None:
            self._view.say(words.WAITS)
        else:
            self._view.saving_changed()

    def take_over(self) -> None:
        """Write in this window when the other has gone."""
        session = self._session
        if session is None:
            self._view.say(words.NEEDS_A_CASE)
            return
        taken = session.take_over()
        still = words.still_reading(session.why_read_only, kept=self._kept(session))
        self._view.say(words.TAKEN_OVER if taken else still)
        self._view.show_all()
