"""The program with one mistake in it: asking whether all is saved fails, quoting what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from companion.cli.entry import main

if TYPE_CHECKING:
    from companion.ui.rooms.case_control import CaseControl
    from companion.ui.rooms.room import Room


def fail(control: CaseControl) -> None:
    """Fail with somebody's words in the error and in a local variable."""
    room = cast("Room", control._view)
    words = [str(getattr(widget, "text", "")) for widget in room.query("*")]
    raise ValueError(words, room.host.session and room.host.session.case)


if __name__ == "__main__":
    from companion.ui.rooms.case_control import CaseControl

    CaseControl.tell_saved = fail  # type: ignore[assignment,method-assign]
    main()
