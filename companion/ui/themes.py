"""The colours: dark, light and high contrast. No other module names a colour.

Ratios between every pair that is used are asserted by a test (WCAG 2: 4.5 for text, 3 for borders,
7 throughout for high contrast). Colour never carries a meaning by itself.
"""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

from companion.domain.value import Value


class _Palette(Value):
    """The few colours a theme is made of."""

    background: str
    """Behind everything."""
    raised: str
    """Behind footers, menus and cards."""
    text: str
    """Running text."""
    muted: str
    """Text that may be passed over; still readable."""
    accent: str
    """Keys, focused borders, the cursor row."""
    on_accent: str
    """Text on the accent."""
    quiet_border: str
    """Borders of what has no focus."""
    selection: str
    """Behind selected text."""
    warning: str
    """Text that asks for a look."""
    error: str
    """Text that says what failed."""
    success: str
    """Text that says what is done."""


def _theme(name: str, palette: _Palette, *, dark: bool) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        primary=palette.accent,
        secondary=palette.muted,
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
    "secondary": "muted",
    "accent": "accent",
    "warning": "warning",
    "error": "error",
    "success": "success",
    "surface": "background",
    "panel": "raised",
    "boost": "raised",
}
"""Colours that Textual makes lighter and darker by itself, and what stands in for them all."""
_NAMED: Final = {
    "text": "text",
    "text-muted": "muted",
    "text-disabled": "muted",
    "text-primary": "accent",
    "text-secondary": "muted",
    "text-accent": "accent",
    "text-warning": "warning",
    "text-error": "error",
    "text-success": "success",
    "foreground-muted": "muted",
    "foreground-disabled": "muted",
    "primary-muted": "raised",
    "secondary-muted": "raised",
    "accent-muted": "raised",
    "warning-muted": "raised",
    "error-muted": "raised",
    "success-muted": "raised",
    "border": "accent",
    "border-blurred": "quiet_border",
    "surface-active": "raised",
    "block-cursor-foreground": "on_accent",
    "block-cursor-background": "accent",
    "block-cursor-blurred-foreground": "text",
    "block-cursor-blurred-background": "raised",
    "block-hover-background": "raised",
    "input-cursor-foreground": "background",
    "input-cursor-background": "text",
    "input-selection-foreground": "text",
    "input-selection-background": "selection",
    "screen-selection-foreground": "text",
    "screen-selection-background": "selection",
    "footer-foreground": "text",
    "footer-background": "raised",
    "footer-key-foreground": "accent",
    "footer-key-background": "raised",
    "footer-description-foreground": "text",
    "footer-description-background": "raised",
    "footer-item-background": "raised",
    "scrollbar": "quiet_border",
    "scrollbar-hover": "accent",
    "scrollbar-active": "accent",
    "scrollbar-background": "background",
    "scrollbar-background-hover": "background",
    "scrollbar-background-active": "background",
    "scrollbar-corner-color": "background",
    "link-color": "text",
    "link-color-hover": "on_accent",
    "link-background-hover": "accent",
    "button-foreground": "text",
    "button-color-foreground": "on_accent",
}
"""Variables of Textual, and the colour of ours each has."""
_PLAIN: Final = {
    "block-cursor-text-style": "bold",
    "block-cursor-blurred-text-style": "bold",
    "input-cursor-text-style": "none",
    "link-style": "none",
    "link-style-hover": "none",
    "button-focus-text-style": "bold reverse",
    **{f"markdown-h{level}-background": "transparent" for level in range(1, 7)},
}
"""Variables that are no colour of ours."""


def _variables(palette: _Palette) -> dict[str, str]:
    """Every variable that Textual would otherwise blend into something less readable."""
    shades = {
        f"{name}-{way}-{step}": getattr(palette, field)
        for name, field in _SHADED.items()
        for way in ("lighten", "darken")
        for step in (1, 2, 3)
    }
    named = {name: getattr(palette, field) for name, field in _NAMED.items()}
    headings = {f"markdown-h{level}-color": palette.text for level in range(1, 7)}
    return shades | named | headings | _PLAIN


DARK: Final = _theme(
    "companion-dark",
    _Palette(
        background="#15191d",
        raised="#222930",
        text="#e4e7ea",
        muted="#a9b4be",
        accent="#8ec7d2",
        on_accent="#10161a",
        quiet_border="#6f7d8a",
        selection="#35566a",
        warning="#e6c279",
        error="#f0a99b",
        success="#a5cfa0",
    ),
    dark=True,
)
LIGHT: Final = _theme(
    "companion-light",
    _Palette(
        background="#fbfaf7",
        raised="#edebe4",
        text="#22272b",
        muted="#4f5a63",
        accent="#1d5f74",
        on_accent="#ffffff",
        quiet_border="#7a858d",
        selection="#bcd9e4",
        warning="#744c00",
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
        accent="#ffe566",
        on_accent="#000000",
        quiet_border="#bdbdbd",
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
        on_accent="#ffffff",
        quiet_border="#4a4a4a",
        selection="#ffe08a",
        warning="#5c3a00",
        error="#7a0f00",
        success="#0b4a10",
    ),
    dark=False,
)

ALL: Final = (DARK, LIGHT, HIGH_CONTRAST, HIGH_CONTRAST_LIGHT)
"""Every theme, the one to begin with first."""
NAMES: Final = tuple(theme.name for theme in ALL)
"""Their names, as settings keep them."""
