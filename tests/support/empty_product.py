"""A program that shows nothing and saves nothing, for tests of the app that runs one."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from textual import events
    from textual.screen import Screen

    from companion.ui.terminal.terminal_app import TerminalApp


class EmptyProduct:
    """A product that leaves everything to the app."""

    lost = False
    """Whether something that was typed is in no file, and nothing will put it there any more."""
    theme: str | None = None
    """The colours to begin with."""
    changed_keys: Mapping[str, str] = MappingProxyType({})
    """Keys that the user chose, by the id of the binding, separated by commas."""

    def first_screen(self) -> Screen[Any] | None:
        """Return the first screen; None for an empty one."""
        return None

    def run_in(self, app: TerminalApp[Any]) -> None:
        """Take the app that runs this; called once, before anything else."""

    def started(self) -> None:
        """Called once, when the first screen stands."""

    async def use_in_list(self, event: events.Key, act: Callable[[], Awaitable[bool]]) -> bool:
        """Use a key that was pressed in a list; `act` does what it is bound to."""
        del event
        return await act()

    def key_unused(self, event: events.Key) -> None:
        """Called with a key that neither wrote nor did anything."""

    async def help(self) -> None:
        """Show what can be done (F1)."""

    def takes(self, text: str) -> bool:
        """Return whether a text that is pasted can be kept."""
        del text
        return True

    def paste_refused(self) -> None:
        """Called after a paste that cannot be kept."""

    async def close(self) -> bool:
        """Return whether the app may end, as the user asks for it (Ctrl+Q)."""
        return True

    def say_how_to_close(self) -> None:
        """Called when the user pressed Ctrl+C, which closes nothing."""

    def save_all(self) -> None:
        """Bring everything to the disk, now; called before every end of the program."""

    def last_sentence(self) -> str:
        """Return the sentence for an end that comes before everything could be closed."""
        return ""

    def again(self) -> str:
        """Return the command that opens the program again."""
        return "companion"

    def keep_crash_report(self, report: str) -> str | None:
        """Keep a report without the user's words, in a file only its owner reads.

        Returns:
            Its path, for the sentence on the screen; None if it was not kept.
        """
        del report
        return None
