"""The driver for a real terminal: it sleeps until a key comes and survives any input."""

from __future__ import annotations

import os
import selectors
import signal
import threading
import time
from typing import TYPE_CHECKING, Any

from companion import system
from companion.ui.terminal import environment, textual_internals, tty_mode
from companion.ui.terminal.key_reader import KeyReader
from companion.ui.terminal.terminal_writer import TerminalWriter

if TYPE_CHECKING:
    from textual.app import App
    from textual.driver import Driver
    from textual.drivers.linux_driver import LinuxDriver as _Stock
    from textual.message import Message
else:
    try:
        from textual.drivers.linux_driver import LinuxDriver as _Stock
    except ImportError:
        # Windows has no termios; Textual's own driver runs there.
        _Stock = object

_KEYBOARD = "\x1b[=29u"
"""Every key told by its number, with its text, and with its place on an English keyboard.

Textual asks for all but the last, without which no command could be given in another alphabet.
"""
_OURS_AGAIN = f"\x1b[?1049h\x1b[?25l\x1b[?1004h{_KEYBOARD}"
"""The other screen, no cursor, a word when the window loses the focus, the keyboard as it was."""
_SAME_MOMENT = 0.05
"""Seconds within which SIGTSTP and SIGCONT may arrive in either order."""
_MOST_READ = 65536


def _selector() -> selectors.BaseSelector:
    """The selector that waits for keys; macOS's fastest refuses a terminal opened by its name."""
    return selectors.SelectSelector() if system.IS_MAC else selectors.DefaultSelector()


def driver_class() -> type[Driver] | None:
    """Return this driver where it fits, or None to let Textual choose its own."""
    if not system.HAS_UNIX_TERMINAL or environment.display_descriptor() is None:
        return None
    return None if textual_internals.missing(textual_internals.DRIVER) else TerminalDriver


class TerminalDriver(_Stock):
    """Textual's driver for Linux and macOS with its own way of reading."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        display = environment.display_descriptor()
        self._shows_on = 2 if display is None else display
        self._file = TerminalWriter(self._shows_on)  # type: ignore[assignment]
        self._wake_reader, self._wake_writer = os.pipe()
        self._leaving = threading.Event()
        self._continued_at = -1.0
        self._stop_asked = False
        self._away = False
        self._painting_thread = threading.get_ident()
        self._frame: list[str] = []
        self._ours: list[Any] | None = None

    def send_message(self, message: Message) -> None:
        """Hand an event over to the app without a task of its own."""
        try:
            self._loop.call_soon_threadsafe(self._app.post_message, message)
        except RuntimeError:
            # The loop has closed: the program is ending and takes no more keys.
            return

    def write(self, data: str) -> None:
        """Take bytes for the terminal; a whole frame goes to the writing thread in one piece.

        Textual hands it over in three, and wakes the thread for each.
        """
        if threading.get_ident() != self._painting_thread:
            super().write(data)
        elif data == textual_internals.SYNC_START:
            self._frame = [data]
        elif not self._frame:
            super().write(data)
        else:
            self._frame.append(data)
            if data == textual_internals.SYNC_END:
                frame, self._frame = "".join(self._frame), []
                super().write(frame)

    def start_application_mode(self) -> None:
        """Take the terminal over and begin to read."""
        self._leaving.clear()
        before = tty_mode.initial_mode()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.write(_KEYBOARD)
        # Not as it is while nothing typed ahead is shown, but as the shell left it.
        self.attrs_before = before
        self._ours = tty_mode.current_mode()
        self._tell("terminal_opened")

    def disable_input(self) -> None:
        """Stop reading at once; keys typed during a suspend stay in the terminal for later."""
        self._leaving.set()
        os.write(self._wake_writer, b".")
        if not self._away:
            super().disable_input()
            return
        self._disable_mouse_support()
        if self._key_thread is not None:
            self._key_thread.join()

    def _sigtstp_application(self, *arguments: object) -> None:
        """Suspend on SIGTSTP; a second signal during suspend or resume is ignored.

        Otherwise two readers would share the keys between them.
        """
        del arguments
        # Python tells of signals that came together by their number: CONT first, then TSTP. Who
        # stopped then would stop for ever.
        if time.monotonic() - self._continued_at <= _SAME_MOMENT:
            return
        self._stop_asked = True
        if self._away:
            return
        self._away = True
        while self._stop_asked:
            self.suspend_application_mode()
            self._must_signal_resume = True
            if self._stop_asked:
                self._stop_asked = False
                os.kill(os.getpid(), signal.SIGSTOP)
            self._come_again()
        self._away = False

    def _sigcont_application(self, *arguments: object) -> None:
        """Resume on SIGCONT: after a suspend of our own, or after SIGSTOP."""
        del arguments
        self._continued_at = time.monotonic()
        self._stop_asked = False
        if self._away:
            return
        if self._must_signal_resume:
            self._come_again()
        else:
            self._loop.call_soon_threadsafe(self._take_terminal_again)

    def _come_again(self) -> None:
        """Reclaim the terminal; in the background this fails and the process is stopped again."""
        tried = None
        while self._must_signal_resume and tried != self._continued_at:
            tried = self._continued_at
            self.resume_application_mode()

    def _take_terminal_again(self) -> None:
        """Set the terminal to our mode; the mode it had at first is remembered."""
        if self._leaving.is_set() or self._writer_thread is None:
            return
        tty_mode.restore(self._ours)
        self.write(_OURS_AGAIN)
        self._enable_mouse_support()
        self._enable_bracketed_paste()
        self._disable_line_wrap()
        self._app.screen.refresh()

    def _get_terminal_size(self) -> tuple[int, int]:
        # The terminal is asked itself: COLUMNS and LINES may have been exported long ago.
        try:
            columns, lines = os.get_terminal_size(self._shows_on)
        except OSError:
            columns, lines = 0, 0
        return columns or 80, lines or 24

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 - handed to the last-words handler
            self._loop.call_soon_threadsafe(self._app._handle_exception, error)  # noqa: SLF001

    def run_input_thread(self) -> None:
        """Read keys until told to stop or until the terminal has gone."""
        reader = KeyReader(environment.escape_wait())
        with _selector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._wake_reader, selectors.EVENT_READ)
            while not self._leaving.is_set() and self._read_once(selector, reader):
                pass

    def _read_once(self, selector: selectors.BaseSelector, reader: KeyReader) -> bool:
        """Wait for bytes or the end of a sequence; return False when the terminal has gone."""
        due_at = reader.due_at
        wait = None if due_at is None else max(0.0, due_at - time.monotonic())
        for key, _ in selector.select(wait):
            if key.fd == self._wake_reader:
                os.read(self._wake_reader, 16)
                continue
            raw = self._read()
            if not raw:
                self._say_it_is_gone()
                return False
            for message in reader.feed(raw, time.monotonic()):
                self.process_message(message)
        for message in reader.tick(time.monotonic()):
            self.process_message(message)
        return True

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _MOST_READ)
        except OSError:
            return b""

    def _say_it_is_gone(self) -> None:
        self._loop.call_soon_threadsafe(self._tell, "terminal_gone")

    def _tell(self, what: str) -> None:
        """Call a method of our own app; a plain Textual app has none and needs none."""
        method = getattr(self._app, what, None)
        if method is not None:
            method()
