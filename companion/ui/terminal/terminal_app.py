"""The Textual app that runs a product in a terminal: safe input, safe output, and a quiet end."""

from __future__ import annotations

import gc
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, Protocol, TypeVar

from textual.app import App
from textual.binding import Binding
from textual.css.stylesheet import Stylesheet

from companion.ui import styles, themes
from companion.ui.terminal import crash_report, cursor, driver, environment, shutdown
from companion.ui.terminal.key_order import KeyOrder
from companion.ui.terminal.output_filter import Colourless, OutputFilter
from companion.words import terminal as words

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping

    from rich.console import RenderableType
    from textual import events
    from textual.app import SystemCommand
    from textual.binding import BindingType
    from textual.screen import Screen

SETTLED: Final = 0.2
"""Seconds after the first screen until its objects are taken out of garbage collection."""


class Product(Protocol):
    """The program that runs in a terminal app."""

    @property
    def lost(self) -> bool:
        """Whether something that was typed is in no file, and will never be."""

    @property
    def theme(self) -> str | None:
        """The colours to begin with."""

    @property
    def changed_keys(self) -> Mapping[str, str]:
        """Keys that the user chose, by the id of the binding, separated by commas."""

    def run_in(self, app: TerminalApp[Any]) -> None:
        """Take the app that runs this; called once, before anything else."""

    def first_screen(self) -> Screen[Any] | None:
        """Return the first screen; None for an empty one."""

    def started(self) -> None:
        """Called once, when the first screen stands."""

    async def use_in_list(self, event: events.Key, act: Callable[[], Awaitable[bool]]) -> bool:
        """Use a key that was pressed in a list; `act` does what it is bound to."""

    def key_unused(self, event: events.Key) -> None:
        """Called with a key that neither wrote nor did anything."""

    async def help(self) -> None:
        """Show what can be done (F1)."""

    def takes(self, text: str) -> bool:
        """Return whether a text that is pasted can be kept."""

    def paste_refused(self) -> None:
        """Called after a paste that cannot be kept."""

    async def close(self) -> bool:
        """Return whether the app may end, as the user asks for it (Ctrl+Q)."""

    def say_how_to_close(self) -> None:
        """Called when the user pressed Ctrl+C, which closes nothing."""

    def save_all(self) -> None:
        """Bring everything to the disk, now; called before every end of the program."""

    def last_sentence(self) -> str:
        """Return the sentence for an end that comes before everything could be closed."""

    def again(self) -> str:
        """Return the command that opens the program again."""

    def keep_crash_report(self, report: str) -> str | None:
        """Keep a report without the user's words, in a file only its owner reads.

        Returns:
            Its path, for the sentence on the screen; None if it was not kept.
        """


P = TypeVar("P", bound=Product)


SIXTEEN = "standard"
"""What rich calls a terminal with sixteen colors."""


class TerminalApp(App[None], Generic[P], inherit_css=False):
    """A Textual app that loses no key, leaks no word, and ends saved; run by `open_in_terminal`."""

    TITLE = "Companion"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", show=False, priority=True, id="app.help"),
    ]
    ENABLE_COMMAND_PALETTE = False
    DEFAULT_CSS = f"""{styles.SHARED}
    TerminalApp {{ background: $background; color: $foreground; }}
    TerminalApp:ansi {{ background: ansi_default; color: ansi_default; }}
    *:disabled:can-focus {{ opacity: 0.7; }}
    OptionList:nocolor > .option-list--option-highlighted {{ text-style: bold; }}
    OptionList:nocolor:focus > .option-list--option-highlighted {{ text-style: reverse; }}
    Button:nocolor:focus {{ text-style: reverse; }}
    """

    def __init__(self, product: P) -> None:
        colourless = environment.no_colour()
        super().__init__(
            driver_class=driver.driver_class(),
            # Textual's styles for sixteen colours mark focus and selection by reverse and bold.
            ansi_color=True if colourless else None,
        )
        # Textual's own filters are not needed: our themes name no colour of the terminal's, and
        # its NO_COLOR leaves greys.
        self._filters = [OutputFilter(), *([Colourless()] if colourless else [])]
        self.product = product
        """The program that runs here."""
        product.run_in(self)
        self.set_keymap(product.changed_keys)
        # Screens say things in a line of their own; widgets for anything else are not built.
        self._disable_notifications = self._disable_tooltips = True
        self._begin_with(product.theme or themes.DARK.name)
        self._ending = shutdown.Shutdown(
            self._leave, environment.display_descriptor(), product.last_sentence
        )
        self._keys = KeyOrder(self, product)
        self._last_words: str | None = None

    def _begin_with(self, theme: str) -> None:
        for own in themes.SIXTEEN if self.console.color_system == SIXTEEN else themes.ALL:
            self.register_theme(own)
        # Nothing has been read into the first stylesheet yet: a new one costs nothing, changing
        # the theme later would read all of it twice.
        self.set_reactive(App.theme, theme)
        self.stylesheet = Stylesheet(variables=self.get_css_variables())
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)

    # Keys.

    async def on_event(self, event: events.Event) -> None:
        """Use keys and pastes in order; leave everything else to Textual."""
        if not await self._keys.take(event):
            await super().on_event(event)

    async def on_key(self, event: events.Key) -> None:
        """Use a key that came up from the widget it was pressed in."""
        await self._keys.take_late(event)

    async def action_help(self) -> None:
        """Let F1 explain the screen in front, whatever it is."""
        await self.product.help()

    def takes(self, text: str) -> bool:
        """Return whether a text that is pasted can be kept."""
        return self.product.takes(text)

    def on_note_area_too_much(self) -> None:
        """Tell the product of a paste that was not taken."""
        self.product.paste_refused()

    # Nothing leaks: no picture, no clipboard, no address.

    def copy_to_clipboard(self, text: str) -> None:
        """Keep the text for pasting inside the program; other programs never see it."""
        self._clipboard = text

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Return no commands of Textual's: one of them writes a picture of the screen to a file."""
        del screen
        return ()

    def deliver_screenshot(self, *_: object, **__: object) -> str | None:
        """Do nothing: a picture of the screen would show notes to others."""
        return None

    def save_screenshot(self, *_: object, **__: object) -> str:
        """Do nothing, as `deliver_screenshot`."""
        return ""

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Do nothing: opening an address would tell others about the visit."""
        del url, new_tab

    def _set_pointer_shape(self, shape: str) -> None:
        """Do nothing: the shape of the mouse pointer would stay after the end."""
        del shape

    def action_suspend_process(self) -> None:
        """Do nothing: most users could not bring a suspended program back."""

    def action_help_quit(self) -> None:
        """Say how to close: Ctrl+C without a selection ends nothing."""
        self.product.say_how_to_close()

    # Beginning.

    def get_default_screen(self) -> Screen[Any]:
        """Return the product's first screen; an empty one before it would only cost time."""
        screen = self.product.first_screen()
        if screen is None:
            return super().get_default_screen()
        # A screen that is switched away from gives up a place for a result; this one has one too.
        screen._push_result_callback(self, None)  # noqa: SLF001
        return screen

    def on_mount(self) -> None:
        """Tell the product that it runs."""
        self.product.started()

    def open_in_terminal(self) -> int:
        """Run until the end; return the exit code."""
        with crash_report.hooks(self._fail):
            self.run()
        return self.return_code or 0

    def terminal_opened(self) -> None:
        """Called once the terminal is ours: from now on, an end has to give it back."""
        self._ending.install()
        crash_report.watch_loop(self._fail)

    def on_ready(self) -> None:
        """Take the objects of the first screen out of garbage collection once it stands."""
        if not self.is_headless:
            # Once more: Textual's own driver, where it runs, does not say when it begins.
            self.terminal_opened()
        self.set_timer(SETTLED, _settle)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        place = cursor.place_of(self.screen)
        if place is not None:
            self.cursor_position = place
        super()._display(screen, renderable)

    # Ending.

    async def put_away(self) -> None:
        """Close the screen in front; whoever waits for its answer hears that nothing was chosen."""
        self.screen.dismiss(None)
        await self._flush_next_callbacks()

    async def action_quit(self) -> None:
        """Close, if the product may end; Ctrl+Q comes here first, whatever is in front."""
        if await self.product.close():
            self.exit()

    def exit(
        self,
        result: None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """Save everything and end."""
        self.product.save_all()
        super().exit(result, return_code, message)

    def terminal_gone(self) -> None:
        """Called when the terminal has gone: its window was closed, or the line dropped."""
        self._ending.begin(shutdown.HUNG_UP)

    def _leave(self, code: int) -> None:
        """End after a signal, wherever the program is."""
        loop = self._loop
        if loop is None:
            raise SystemExit(code)
        loop.call_soon_threadsafe(lambda: self.exit(return_code=code))

    def _fail(self, error: BaseException) -> None:
        """End because of an uncaught error of any thread."""
        if self._loop is None or self._thread_id == threading.get_ident():
            self._end_with(error)
        else:
            self._loop.call_soon_threadsafe(self._end_with, error)

    def _end_with(self, error: BaseException) -> None:
        self._return_code = 1
        if self._last_words is None:
            kept: str | None = None
            saved = False
            with suppress(Exception):
                self.product.save_all()
                saved = not self.product.lost
            with suppress(Exception):
                kept = self.product.keep_crash_report(crash_report.report(error))
            self._last_words = words.last_words(kept, saved=saved, command=self.product.again())
        self._close_messages_no_wait()

    def _handle_exception(self, error: Exception) -> None:
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._end_with(error)

    def _fatal_error(self) -> None:
        self._end_with(sys.exception() or RuntimeError())

    def panic(self, *renderables: RenderableType) -> None:
        """End because of an error; what Textual would print about it is not printed."""
        del renderables
        self._fatal_error()

    def _print_error_renderables(self) -> None:
        super()._print_error_renderables()
        stream = sys.__stderr__
        if self._last_words is None or self.is_headless or stream is None:
            return
        with suppress(OSError):
            stream.write(f"{self._last_words}\n")
            stream.flush()


def _settle() -> None:
    gc.freeze()
    gc.enable()
