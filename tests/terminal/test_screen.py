"""What the terminal of the tests shows is what the terminals of people show."""

from __future__ import annotations

from tests.terminal.screen import Terminal

HALVES = (
    "stty -echo; printf 'before \\033[?2026hhalf'; read key;"
    "printf ' a frame\\033[?2026l'; read key; printf '\\033[?2026hunfinished'"
)


def test_half_a_frame_is_on_the_screen_when_the_other_half_is_there_or_none_can_come() -> None:
    with Terminal(("sh", "-c", HALVES)) as terminal:
        terminal.wait_for(lambda: b"half" in terminal.raw)
        assert terminal.text.strip() == "before"
        terminal.send("\r")
        terminal.wait_for("before half a frame")
        terminal.send("\r")
        terminal.wait_for("unfinished")
        assert terminal.wait_for_end() == 0
