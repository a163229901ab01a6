"""The rooms by name; each is read from disk when it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.ui.rooms.room import Room


def make_room(name: str, visit_id: str | None) -> Room:
    """Return a room.

    Args:
        name: home, prepare, visit, compare, guide, or try_keys.
        visit_id: The visit, for the Visit room and for trying the keys.
    """
    if name == "visit" and visit_id is not None:
        from companion.ui.visit.screen import VisitScreen

        return VisitScreen(visit_id)
    if name == "try_keys" and visit_id is not None:
        from companion.ui.visit.try_keys import TryKeysScreen

        return TryKeysScreen(visit_id)
    if name == "prepare":
        from companion.ui.prepare.screen import PrepareScreen

        return PrepareScreen()
    if name == "compare":
        from companion.ui.compare.screen import CompareScreen

        return CompareScreen()
    if name == "guide":
        from companion.ui.guide.screen import GuideScreen

        return GuideScreen()
    from companion.ui.home.screen import HomeScreen

    return HomeScreen()
