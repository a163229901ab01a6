"""The program with one mistake in it: asking whether all is saved fails, quoting what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli.entry import main

if TYPE_CHECKING:
    from companion.ui.room import Room


def fail(room: Room) -> None:
    """Fail with somebody's words in the error and in a local variable."""
    words = [str(getattr(widget, "text", "")) for widget in room.query("*")]
    raise ValueError(words, room.host.session and room.host.session.case)


if __name__ == "__main__":
    from companion.ui.room import Room

    Room.action_app_saved = fail  # type: ignore[assignment,method-assign]
    main()
