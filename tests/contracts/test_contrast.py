"""Every pair of colours that is painted can be read: WCAG 2, 4.5 text, 3 borders, 7 throughout."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import pytest
from textual.app import App
from textual.color import Color
from textual.widgets import Footer, Label, OptionList, Static
from textual.widgets._footer import FooterKey
from textual.widgets._toast import Toast
from textual.widgets._tooltip import Tooltip
from textual.widgets.option_list import Option

from companion.ui import themes
from companion.ui.terminal.line_input import LineInput
from companion.ui.terminal.note_area import NoteArea
from companion.ui.terminal.output_filter import verbatim
from companion.ui.terminal.terminal_app import TerminalApp
from tests.support.empty_product import EmptyProduct

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.theme import Theme

TEXT: Final = 4.5
BORDER: Final = 3.0
HIGH: Final = 7.0
TEXT_PAIRS: Final = (
    ("foreground", "background"),
    ("foreground", "surface"),
    ("foreground", "panel"),
    ("text", "background"),
    ("text", "panel"),
    ("text-muted", "background"),
    ("text-muted", "panel"),
    ("text-disabled", "background"),
    ("text-disabled", "panel"),
    ("text-accent", "background"),
    ("text-primary", "background"),
    ("text-warning", "background"),
    ("text-warning", "panel"),
    ("text-error", "background"),
    ("text-error", "panel"),
    ("text-success", "background"),
    ("text-success", "panel"),
    ("warning", "background"),
    ("error", "background"),
    ("success", "background"),
    ("accent", "background"),
    ("accent", "panel"),
    ("foreground-muted", "background"),
    ("foreground-disabled", "background"),
    ("footer-foreground", "footer-background"),
    ("footer-key-foreground", "footer-key-background"),
    ("footer-description-foreground", "footer-description-background"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("input-selection-foreground", "input-selection-background"),
    ("screen-selection-foreground", "screen-selection-background"),
    ("button-foreground", "surface"),
    ("button-color-foreground", "primary"),
    ("link-color-hover", "link-background-hover"),
    ("markdown-h1-color", "background"),
    ("markdown-h6-color", "background"),
)
BORDER_PAIRS: Final = (
    ("border", "background"),
    ("border", "panel"),
    ("border-blurred", "background"),
    ("border-blurred", "panel"),
    ("scrollbar", "scrollbar-background"),
    ("scrollbar-hover", "scrollbar-background-hover"),
    ("scrollbar-active", "scrollbar-background-active"),
)
BORDERS: Final = re.compile(r"^[\u2500-\u259f\s]+$")
STATES: Final = ("success", "warning", "error")
NEVER_A_COLOUR: Final = {"ansi-background", "ansi-foreground", "link-background"}


def luminance(colour: Color) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [part / 255 for part in colour.rgb]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: Color, other: Color) -> float:
    """Contrast ratio, WCAG 2.2: 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def least(theme: Theme, wanted: float) -> float:
    return HIGH if "high-contrast" in theme.name else wanted


def test_the_ratio_is_the_one_of_the_guidelines() -> None:
    assert ratio(Color(0, 0, 0), Color(255, 255, 255)) == pytest.approx(21)
    assert ratio(Color.parse("#777777"), Color(255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", themes.ALL, ids=themes.NAMES)
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids=" on ".join)
def test_text_can_be_read(theme: Theme, pair: tuple[str, str]) -> None:
    colours = theme.to_color_system().generate()
    one, other = (Color.parse(colours[name]) for name in pair)
    assert one.a == other.a == 1
    assert ratio(one, other) >= least(theme, TEXT)


@pytest.mark.parametrize("theme", themes.ALL, ids=themes.NAMES)
@pytest.mark.parametrize("pair", BORDER_PAIRS, ids=" on ".join)
def test_borders_can_be_seen(theme: Theme, pair: tuple[str, str]) -> None:
    colours = theme.to_color_system().generate()
    one, other = (Color.parse(colours[name]) for name in pair)
    assert ratio(one, other) >= least(theme, BORDER)


@pytest.mark.parametrize("theme", themes.ALL, ids=themes.NAMES)
def test_a_focused_border_differs_from_a_quiet_one_by_more_than_hue(theme: Theme) -> None:
    colours = theme.to_color_system().generate()
    focused, quiet = Color.parse(colours["border"]), Color.parse(colours["border-blurred"])
    assert ratio(focused, quiet) >= 1.4


@pytest.mark.parametrize("theme", themes.ALL, ids=themes.NAMES)
def test_no_colour_of_a_widget_is_left_to_be_blended(theme: Theme) -> None:
    own = set(theme.variables) | {
        *("primary", "secondary", "accent", "warning", "error", "success"),
        *("foreground", "background", "surface", "panel", "boost"),
    }
    used: set[str] = set()
    kinds: tuple[type[Any], ...] = (
        *(TerminalApp, Static, Label, OptionList, NoteArea, LineInput),
        *(Footer, FooterKey, Toast, Tooltip),
    )
    for kind in kinds:
        for part in kind.__mro__:
            used |= set(re.findall(r"\$([a-z0-9-]+)", getattr(part, "DEFAULT_CSS", "") or ""))
    assert used - own - NEVER_A_COLOUR == set()


class Palette(TerminalApp[EmptyProduct], inherit_bindings=False):
    """One of everything, some of it in focus."""

    BINDINGS = [*App.BINDINGS, ("f1", "app.bell", "more"), ("f2", "app.bell", "answered")]
    CSS = """
    #framed { border: round $border-blurred; height: 3; }
    OptionList { height: 6; }
    NoteArea { height: 5; }
    """

    def compose(self) -> ComposeResult:
        yield Static(verbatim("plain text"), id="framed")
        for state in STATES:
            yield Static(verbatim(f"state {state}"), classes=state)
        yield OptionList(Option("one"), Option("two", disabled=True), Option("three"), id="first")
        yield OptionList(Option("four"), Option("five"), id="second")
        yield NoteArea("some selected text", id="area")
        yield NoteArea(placeholder="just type", id="empty")
        yield LineInput(placeholder="a field")
        yield Footer(show_command_palette=False)


@pytest.mark.parametrize("theme", themes.ALL, ids=themes.NAMES)
@pytest.mark.parametrize("focus", ["first", "area", "empty"])
async def test_everything_that_is_painted_can_be_read(theme: Theme, focus: str) -> None:
    product = EmptyProduct()
    product.theme = theme.name
    app = Palette(product)
    async with app.run_test(size=(60, 40), notifications=True) as pilot:
        app.query_one(f"#{focus}").focus()
        app.query_one("#second", OptionList).highlighted = 0
        app.query_one("#area", NoteArea).select_all()
        app.notify("a message", timeout=60)
        while not (app.query("FooterKey") and app.query("Toast")):
            await pilot.pause()
        await pilot.pause()
        assert app.current_theme is theme
        seen = ""
        for strip in app.screen._compositor.render_strips():
            for segment in strip:
                style = segment.style
                if not segment.text.strip() or style is None or style.color is None:
                    continue
                seen += segment.text
                assert style.bgcolor is not None
                assert not style.dim
                colours = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
                wanted = BORDER if BORDERS.match(segment.text) else TEXT
                found = ratio(*(reversed(colours) if style.reverse else colours))
                assert found >= least(theme, wanted), (segment.text, style)
    for text in ("plain text", "three", "some selected text", "just type", "a message", "more"):
        assert text in seen
