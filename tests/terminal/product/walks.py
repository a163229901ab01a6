"""Ways through the rooms that show most of what can be seen in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tests.terminal.product.desk import (
    CTRL_G,
    CTRL_P,
    CTRL_Q,
    DOWN,
    ESCAPE,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F8,
    F9,
    F12,
    PAGE_DOWN,
    UP,
)

if TYPE_CHECKING:
    from tests.terminal.product.desk import Desk
    from tests.terminal.screen import Terminal

READY: Final = {
    "home": "Ctrl+Q close",
    "prepare": "F1 more",
    "visit": "Enter save",
    "compare": "F1",
    "guide": "F1 more",
}
"""What stands on the screen as soon as a room can be used."""
TOP: Final = {
    "home": "Companion",
    "prepare": "Prepare",
    "visit": "",
    "compare": "Compare",
    "guide": "Guide",
}
"""How the top line of a room begins."""


def named(command: str) -> tuple[str, ...]:
    """Keys that do what is found by a name."""
    return (CTRL_P, command, "\r")


EVERYWHERE: Final = (F1, DOWN, ESCAPE, CTRL_P, "what", ESCAPE, "\x13", "\x03", CTRL_G, ESCAPE)
WALKS: Final = {
    "home": ("\t", DOWN, "\t", "/", "e", DOWN, ESCAPE, "n", "\t", "\t", DOWN, ESCAPE),
    "prepare": (*("\r", DOWN, PAGE_DOWN, ESCAPE, DOWN) * 18, F9, PAGE_DOWN, ESCAPE, "n", "\r"),
    "visit": (
        *("\t", DOWN, ESCAPE, PAGE_DOWN, PAGE_DOWN, F2, F3, ESCAPE, F4, ESCAPE, F5, F6, ESCAPE),
        *(F8, ESCAPE, F9, DOWN, DOWN, ESCAPE, F12, F12, UP, "x", ESCAPE),
        *(*named("Number card"), DOWN, ESCAPE, *named("Status of a question"), ESCAPE),
        *(*named("Mark a note"), DOWN, ESCAPE, *named("Unexpected"), *named("Unexpected")),
        *(
            *named("Go over the answers"),
            PAGE_DOWN,
            ESCAPE,
            *named("End the visit"),
            PAGE_DOWN,
            "\r",
        ),
        *(DOWN, "\r", DOWN, ESCAPE),
    ),
    "compare": (
        *(PAGE_DOWN, F4, DOWN, ESCAPE, F5, DOWN, ESCAPE, F9, DOWN, ESCAPE, F2, "x", ESCAPE),
        *("t", DOWN, ESCAPE, "n", PAGE_DOWN, PAGE_DOWN, ESCAPE, *named("how sure"), DOWN, ESCAPE),
        *(*named("leaning"), ESCAPE, *named("what we decided"), ESCAPE, F8, ESCAPE),
    ),
    "guide": (DOWN, DOWN, "\r", PAGE_DOWN, ESCAPE, "e", "x", DOWN, "\r", ESCAPE, ESCAPE),
}


def enter(desk: Desk, case: str, room: str, **options: Any) -> Terminal:  # noqa: ANN401
    """A terminal in a room, ready to be used."""
    words = () if room == "home" else ("open", case, "--room", room)
    terminal = desk.start(*words, **options)
    terminal.wait_for(READY[room])
    return terminal


def walk(terminal: Terminal, room: str) -> None:
    """Press all keys of a room, each when the one before has been painted."""
    for key in (*WALKS[room], *EVERYWHERE):
        terminal.send(key)
        terminal.settle(0.05)


def walked(desk: Desk, case: str, room: str, **options: Any) -> bytes:  # noqa: ANN401
    """Every byte that was painted on a way through a room, which ends in order."""
    with enter(desk, case, room, **options) as terminal:
        walk(terminal, room)
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0, terminal.after_the_end
        assert terminal.left_on == set()
        return bytes(terminal.raw)
