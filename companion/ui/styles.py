"""The styles that every room shares, on the colors of `themes`; no room frames anything by itself.

An open rule heads what stays. A closed box is a card, a list or a form: it goes away with Esc.
"""

from __future__ import annotations

from typing import Final

SHARED: Final = """
.ruled {
    border-top: solid $border-blurred; border-title-color: $secondary; border-title-style: bold;
    background: $background;
}
.ruled:focus, .ruled:focus-within { border-top: solid $border; }
.boxed {
    border: round $border; border-title-color: $secondary; border-title-style: bold;
    background: $background;
}
.band { background: $panel; color: $foreground; text-style: bold; }
"""
"""`ruled`: a pane. `boxed`: what Esc closes. `band`: the top line."""
