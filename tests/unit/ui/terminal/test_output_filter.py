from __future__ import annotations

import unicodedata

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from companion.ui.terminal.output_filter import Colourless, OutputFilter, verbatim, visible

HOSTILE = "AA\x1b]52;c;UFdORUQ=\x1b\\BB\x9b31mCC\x0eDD\x00EE\x7fFF\u202eGG\u200bHH\u2066II\ud800"


@pytest.mark.promise("text.hidden-characters")
def test_every_hidden_character_becomes_one_visible_mark() -> None:
    shown = visible(HOSTILE)
    assert len(shown) == len(HOSTILE)
    assert all(unicodedata.category(character) not in ("Cc", "Cf", "Cs") for character in shown)


def test_the_mark_says_whether_direction_or_width_is_hidden() -> None:
    assert visible("5\u202e0 mg") == "5↔0 mg"
    assert visible("a\u200bb\u00adc") == "a¦b¦c"
    assert visible("a\x1bb") == "a\ufffdb"


def test_tabs_line_ends_and_every_script_stay() -> None:
    text = "a\tb\nc é ü 漢字 עברית 😀 e\u0301 \u00a0 \u3000"
    assert visible(text) is text


@pytest.mark.parametrize(
    "text", ["[x]", "[TODO]", "[b]x[/b]", "[/", "[@click=app.quit]tap[/]", "$x", "\\[x]\\", "[red]"]
)
def test_brackets_are_shown_as_they_are(text: str) -> None:
    content = verbatim(text)
    assert content.plain == text
    assert content.spans == []


def test_the_guard_keeps_controls_and_links_from_the_terminal() -> None:
    style = Style(bold=True, link="http://a/\x1b]52;c;x\x07")
    (segment,) = OutputFilter().apply([Segment(HOSTILE + "\t\n", style)], Color(0, 0, 0))
    assert "\x1b" not in segment.text
    assert "\n" not in segment.text
    assert segment.style is not None
    assert segment.style.link is None
    assert segment.style.bold


def test_the_guard_lets_ordinary_text_through_untouched() -> None:
    segment = Segment("plain", Style(bold=True))
    assert OutputFilter().apply([segment], Color(0, 0, 0))[0] is segment


def test_without_colour_only_weight_and_reverse_are_left() -> None:
    style = Style(color="red", bgcolor="#123456", bold=True, reverse=True)
    (segment,) = Colourless().apply([Segment("a", style)], Color(0, 0, 0))
    assert segment.style == Style(bold=True, reverse=True)
