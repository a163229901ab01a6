from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.color import Color

from companion.ui.widgets.notice import BAR, Notice
from companion.ui.widgets.one_line import (
    LEAST_RULE,
    RULE,
    HintLine,
    OneLine,
    RuleLine,
    fit,
    fit_hints,
    keys_in,
)
from companion.words.rooms import NOT_SAVED

if TYPE_CHECKING:
    from textual.app import ComposeResult

HINTS = "Space moves it on · a asked · Enter details · Esc list · F1 more"


class Line(App[None]):
    """One line."""

    def __init__(self, line: OneLine) -> None:
        super().__init__()
        self._line = line

    def compose(self) -> ComposeResult:
        yield self._line


def test_a_text_that_is_cut_says_so() -> None:
    assert fit("whole", 7) == "whole  "
    assert fit("too long", 5) == "too …"


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (64, "Space moves it on · a asked · Enter details · Esc list · F1 more"),
        (63, "Space moves it on · a asked · Esc list · F1 more"),
        (40, "Space moves it on · Esc list · F1 more"),
        (20, "Esc list · F1 more"),
        (17, "a asked · F1 more"),
        (16, "F1 more"),
    ],
)
def test_hints_go_whole_and_the_way_to_all_of_them_stays(width: int, shown: str) -> None:
    assert fit_hints(HINTS, width).rstrip() == shown


def test_a_hint_too_long_for_the_line_leaves_its_room_to_the_next() -> None:
    assert fit_hints("n next: Goal for this visit · Enter open · F1 more", 24).rstrip() == (
        "Enter open · F1 more"
    )


def test_a_hint_that_closes_goes_before_the_one_that_shows_more() -> None:
    assert fit_hints("Enter open · F1 more · Ctrl+Q close", 24).rstrip() == "Enter open · F1 more"


@pytest.mark.parametrize(
    ("hints", "keys"),
    [
        ("number or Enter choose · letter types on", ["number or Enter", "letter"]),
        ("Up/Down, PgUp/PgDn move · Esc back", ["Up/Down, PgUp/PgDn", "Esc"]),
        ("Press 1 to 5 · Ctrl+Q close", ["1 to 5", "Ctrl+Q"]),
        ("Ctrl+Up/Down move · / search · n new case", ["Ctrl+Up/Down", "/", "n"]),
        ("Enter next · answers become to-dos · Left/Right who", ["Enter", "Left/Right"]),
        ("a letter goes on typing", []),
    ],
)
def test_what_can_be_pressed_is_told_from_what_it_does(hints: str, keys: list[str]) -> None:
    assert [hints[begins:ends] for begins, ends in keys_in(hints)] == keys


@pytest.mark.parametrize("left", ["2  Is it working?", "What was the main thing the doctor said?"])
async def test_a_rule_goes_on_however_long_its_words_are(left: str) -> None:
    app: App[None] = Line(RuleLine(left, "writing: Sam"))
    async with app.run_test(size=(40, 3)):
        words = app.query_one(RuleLine).render().plain
    assert f"{RULE * LEAST_RULE} writing: Sam" in words
    assert len(words) == 40


async def test_a_warning_has_a_bar_and_goes_with_the_next_notice() -> None:
    app = Line(Notice())
    async with app.run_test(size=(40, 6)) as pilot:
        notice = app.query_one(Notice)
        notice.warn("Not on disk yet: the disk is full. Keep this open.")
        await pilot.pause()
        assert [line[0] for line in notice.render().plain.splitlines()] == [BAR, BAR]
        assert notice.text_style.bold
        assert notice.styles.background == Color.parse(app.get_css_variables()["panel"])
        notice.show("Saved now.")
        await pilot.pause()
        assert notice.render().plain.rstrip() == " Saved now."
        assert not notice.text_style.bold


async def test_that_something_is_not_saved_stands_out_in_the_last_line() -> None:
    app = Line(HintLine("F1 more", NOT_SAVED))
    async with app.run_test(size=(40, 3)):
        content = app.query_one(HintLine).render()
        bold = [
            content.plain[span.start : span.end]
            for span in content.spans
            if "bold" in str(span.style)
        ]
        assert bold == ["F1", NOT_SAVED]
