"""The colors: paper by day, a lamp at night, and high contrast. No other module names a color.

Ratios between every pair that is used are asserted by a test (WCAG 2: 4.5 for text, 3 for borders,
7 throughout for high contrast). Color never carries a meaning by itself.
"""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

from companion.domain.value import Value


class _Palette(Value):
    """The few colors a theme is made of."""

    background: str
    """Behind everything."""
    raised: str
    """Behind the top line, fields and the composer; a rule or a mark always stands beside it."""
    text: str
    """Running text."""
    muted: str
    """Text that may be passed over; still readable."""
    accent: str
    """What can be done: keys, focused rules."""
    warm: str
    """What it is about: heads, what is next, what must be asked."""
    cursor: str
    """The bar over the row the keys act on."""
    on_cursor: str
    """Text on that bar."""
    quiet_border: str
    """Borders of what has no focus."""
    selection: str
    """Behind selected text."""
    warning: str
    """Text that asks for a look."""
    error: str
    """Text that says which file failed; never for a person."""
    success: str
    """Text that says what is done."""


def _theme(name: str, palette: _Palette, *, dark: bool) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        primary=palette.accent,
        secondary=palette.warm,
        accent=palette.accent,
        warning=palette.warning,
        error=palette.error,
        success=palette.success,
        foreground=palette.text,
        background=palette.background,
        surface=palette.background,
        panel=palette.raised,
        boost=palette.raised,
        variables=_variables(palette),
    )


_SHADED: Final = {
    "primary": "accent",
    "secondary": "warm",
    "accent": "accent",
    "warning": "warning",
    "error": "error",
    "success": "success",
    "surface": "background",
    "panel": "raised",
    "boost": "raised",
}
"""Colors that Textual makes lighter and darker by itself, and what stands in for them all."""
_OURS: Final = {
    "text": (
        *("text", "block-cursor-blurred-foreground", "input-cursor-background"),
        *("input-selection-foreground", "screen-selection-foreground", "footer-foreground"),
        *("footer-description-foreground", "link-color", "button-foreground"),
    ),
    "muted": ("text-muted", "text-disabled", "foreground-muted", "foreground-disabled"),
    "accent": (
        *("text-primary", "text-accent", "border", "footer-key-foreground", "scrollbar-hover"),
        *("scrollbar-active", "link-background-hover"),
    ),
    "warm": ("text-secondary",),
    "warning": ("text-warning",),
    "error": ("text-error",),
    "success": ("text-success",),
    "raised": (
        *("primary-muted", "secondary-muted", "accent-muted", "warning-muted", "error-muted"),
        *("success-muted", "surface-active", "block-hover-background", "footer-background"),
        *("footer-key-background", "footer-description-background", "footer-item-background"),
    ),
    "quiet_border": ("border-blurred", "scrollbar"),
    "on_cursor": ("block-cursor-foreground",),
    "cursor": ("block-cursor-background",),
    "background": (
        *("block-cursor-blurred-background", "input-cursor-foreground", "scrollbar-background"),
        *("scrollbar-background-hover", "scrollbar-background-active", "scrollbar-corner-color"),
        *("link-color-hover", "button-color-foreground"),
    ),
    "selection": ("input-selection-background", "screen-selection-background"),
}
"""Each color of ours, and the variables of Textual that have it."""
_PLAIN: Final = {
    "block-cursor-text-style": "bold",
    "block-cursor-blurred-text-style": "bold",
    "input-cursor-text-style": "none",
    "link-style": "none",
    "link-style-hover": "none",
    "button-focus-text-style": "bold reverse",
    **{f"markdown-h{level}-background": "transparent" for level in range(1, 7)},
}
"""Variables that are no color of ours."""


def _variables(palette: _Palette) -> dict[str, str]:
    """Every variable that Textual would otherwise blend into something less readable."""
    shades = {
        f"{name}-{way}-{step}": getattr(palette, field)
        for name, field in _SHADED.items()
        for way in ("lighten", "darken")
        for step in (1, 2, 3)
    }
    named = {name: getattr(palette, field) for field, names in _OURS.items() for name in names}
    headings = {f"markdown-h{level}-color": palette.text for level in range(1, 7)}
    return shades | named | headings | _PLAIN


DARK: Final = _theme(
    "companion-dark",
    _Palette(
        background="#1b1917",
        raised="#292521",
        text="#f0eae0",
        muted="#bfb5a7",
        accent="#8fd0c6",
        warm="#f2c07c",
        cursor="#2f7770",
        on_cursor="#ffffff",
        quiet_border="#877b6d",
        selection="#54492f",
        warning="#f2c07c",
        error="#f6ad97",
        success="#aed69f",
    ),
    dark=True,
)
LIGHT: Final = _theme(
    "companion-light",
    _Palette(
        background="#fbf8f2",
        raised="#f1ece1",
        text="#25211c",
        muted="#5a5248",
        accent="#0e5f69",
        warm="#85480a",
        cursor="#0e5f69",
        on_cursor="#ffffff",
        quiet_border="#837868",
        selection="#f3dfae",
        warning="#85480a",
        error="#96291b",
        success="#275f2c",
    ),
    dark=False,
)
HIGH_CONTRAST: Final = _theme(
    "companion-high-contrast",
    _Palette(
        background="#000000",
        raised="#000000",
        text="#ffffff",
        muted="#e6e6e6",
        accent="#8beaff",
        warm="#ffe566",
        cursor="#ffe566",
        on_cursor="#000000",
        quiet_border="#b0b0b0",
        selection="#00406b",
        warning="#ffd24d",
        error="#ffb3a6",
        success="#9cf09c",
    ),
    dark=True,
)
HIGH_CONTRAST_LIGHT: Final = _theme(
    "companion-high-contrast-light",
    _Palette(
        background="#ffffff",
        raised="#ffffff",
        text="#000000",
        muted="#262626",
        accent="#00364d",
        warm="#5c2d00",
        cursor="#00364d",
        on_cursor="#ffffff",
        quiet_border="#4a4a4a",
        selection="#ffe08a",
        warning="#5c3a00",
        error="#7a0f00",
        success="#0b4a10",
    ),
    dark=False,
)

_SIXTEEN_DARK: Final = _Palette(
    background="#000000",
    raised="#000000",
    text="#ffffff",
    muted="#aaaaaa",
    accent="#55ffff",
    warm="#ffff55",
    cursor="#00aaaa",
    on_cursor="#000000",
    quiet_border="#aaaaaa",
    selection="#555555",
    warning="#ffff55",
    error="#ffff55",
    success="#55ff55",
)
"""Colors that are the sixteen themselves: the nearest to others are hard to read on white."""
_SIXTEEN_LIGHT: Final = _Palette(
    background="#ffffff",
    raised="#ffffff",
    text="#000000",
    muted="#000000",
    accent="#0000aa",
    warm="#aa00aa",
    cursor="#0000aa",
    on_cursor="#ffffff",
    quiet_border="#555555",
    selection="#aaaaaa",
    warning="#aa00aa",
    error="#000000",
    success="#000000",
)

ALL: Final = (DARK, LIGHT, HIGH_CONTRAST, HIGH_CONTRAST_LIGHT)
"""Every theme, the one to begin with first."""
SIXTEEN: Final = tuple(
    _theme(each.name, _SIXTEEN_DARK if each.dark else _SIXTEEN_LIGHT, dark=each.dark)
    for each in ALL
)
"""The same themes for a terminal that has sixteen colors."""
NAMES: Final = tuple(theme.name for theme in ALL)
"""Their names, as settings keep them."""
