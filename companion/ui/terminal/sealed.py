"""An app out of which nothing leaks: no picture, no clipboard, no address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App

from companion.words import terminal as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import SystemCommand
    from textual.screen import Screen


class SealedApp(App[None]):
    """Textual's app without the ways in which it hands words to others."""

    def copy_to_clipboard(self, text: str) -> None:
        """Keep the text for pasting inside the program; other programs never see it."""
        self._clipboard = text

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """None of Textual's own: one of them writes a picture of the screen to a file."""
        del screen
        return ()

    def deliver_screenshot(self, *_: object, **__: object) -> str | None:
        """Nothing: a picture of the screen would show notes to everybody."""
        return None

    def save_screenshot(self, *_: object, **__: object) -> str:
        """Nothing, as `deliver_screenshot`."""
        return ""

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Nothing: opening an address tells somebody about the visit."""
        del url, new_tab

    def _set_pointer_shape(self, shape: str) -> None:
        """Nothing: the shape of the mouse pointer would stay so after the end."""
        del shape

    def action_suspend_process(self) -> None:
        """Nothing: a program that has gone into the background is lost for most people."""

    def action_help_quit(self) -> None:
        """Say how to close."""
        self.notify(words.HOW_TO_CLOSE, markup=False)
