"""Textual without the part of it that is never shown: its command palette, a tenth of the wait.

Reading `textual.app` reads the palette and the five widgets it is made of. Our own *Find by name*
stands in its place (`App.ENABLE_COMMAND_PALETTE` is off), so an empty module does for it.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Final

PALETTE: Final = "textual.command"
"""The module that stays unread."""


class _NotShown:
    """Stands for anything the palette is made of."""


class _Unread(ModuleType):
    """A module that has every name and holds nothing."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return _NotShown


def read_textual() -> None:
    """Read Textual from disk without its palette; all of it, where it cannot do without."""
    if "textual.app" in sys.modules:
        return
    sys.modules[PALETTE] = _Unread(PALETTE)
    try:
        importlib.import_module("textual.app")
    except (ImportError, AttributeError, TypeError):
        for name in [name for name in sys.modules if name.partition(".")[0] == "textual"]:
            del sys.modules[name]
        importlib.import_module("textual.app")
