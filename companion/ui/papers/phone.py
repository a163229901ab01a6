"""What a phone can take from the screen: a list of three texts, and one as a QR code.

The code is painted in half blocks: two modules in each cell, dark on light in every theme.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from companion.services.transfer.phone import how_it_fits, shown_code
from companion.ui.rooms.host import HelpTopic
from companion.ui.rooms.modal_list import ChoiceList
from companion.ui.terminal.output_filter import PICTURE
from companion.ui.widgets.one_line import HintLine
from companion.ui.widgets.reader import Reader
from companion.ui.widgets.row import Row
from companion.words import phone as words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Size

    from companion.exchange.render.qr_code import QrCode
    from companion.services.transfer.phone import PhoneText, PhoneTexts, ShownCode


_CELLS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
"""The sign for what is dark in the upper and the lower half of a cell."""


def code_lines(code: QrCode) -> tuple[str, ...]:
    """Return the lines of a code; below an odd last row all is light."""
    light = (False,) * code.side
    rows = (*code.rows, light)
    return tuple(
        "".join(_CELLS[pair] for pair in zip(rows[at], rows[at + 1], strict=True))
        for at in range(0, code.side, 2)
    )


class CodePicture(Widget):
    """The code; nothing of it can be focused."""

    DEFAULT_CSS = "CodePicture { width: auto; height: auto; }"

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[str, ...] = ()

    def show(self, code: QrCode | None) -> None:
        """Show a code, or none."""
        self._lines = code_lines(code) if code is not None else ()
        self.display = bool(self._lines)
        self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Return the width of the code."""
        del container, viewport
        return len(self._lines[0]) if self._lines else 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the height of the code."""
        del container, viewport, width
        return len(self._lines)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        if y >= len(self._lines):
            return Strip.blank(self.size.width)
        return Strip([Segment(self._lines[y], PICTURE)])


def side_in(window: Size) -> int:
    """Return how many modules a code may be wide and high; the last line stays free."""
    return min(window.width, (window.height - 1) * 2)


class PhoneList(ChoiceList):
    """The texts; Enter shows the code of one."""

    def __init__(self, texts: PhoneTexts) -> None:
        self._texts = {text.name: text for text in texts.listed()}
        super().__init__(words.TITLE, (), words.LIST_HINT)

    def rows(self) -> list[Row]:
        """Return the texts, and whether all of each fits."""
        side = side_in(self.app.size)
        none = Row("none", words.NONE, lead=" ", selectable=False)
        return [
            Row(name, text.title, lead="   ", right=how_it_fits(text, side))
            for name, text in self._texts.items()
        ] or [none]

    def choose(self, key: str) -> None:
        """Show the code; the list waits behind it."""
        if key in self._texts:
            self.app.push_screen(CodeScreen(self._texts[key]))


class CodeScreen(ModalScreen[None]):
    """One code, as large as the window lets it be, and the words that are in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    CodeScreen { background: $background; }
    CodeScreen > Horizontal { height: 1fr; }
    CodeScreen Reader { width: 1fr; height: 1fr; }
    """

    def __init__(self, text: PhoneText) -> None:
        super().__init__()
        self._text = text
        self._shorter = False
        self._picture = CodePicture()
        self._reader = Reader(marker=False)
        self._reader.chosen = self._less
        self._last = HintLine()

    def compose(self) -> ComposeResult:
        """Lay out the code, the words beside it, and what can be done."""
        with Horizontal():
            yield self._picture
            yield self._reader
        yield self._last

    def on_mount(self) -> None:
        """Let the arrows scroll the words."""
        self.set_focus(self._reader)

    def on_resize(self) -> None:
        """Show the code for the window as it now is."""
        self._show()

    def help_topic(self) -> HelpTopic:
        """Return what can be done here."""
        return HelpTopic(self._text.title, self._hint)

    @property
    def _hint(self) -> str:
        shown = self._shown()
        if shown.code is not None:
            return words.CODE_HINT
        return words.LONG_HINT if shown.text else words.NO_CODE_HINT

    def _shown(self) -> ShownCode:
        return shown_code(self._text, side_in(self.app.size), shorter=self._shorter)

    def _less(self, _: str = "") -> None:
        """Go on to the shorter text, where the whole one does not fit."""
        if self._shown().code is None:
            self._shorter = True
            self._show()

    def _show(self) -> None:
        shown = self._shown()
        self._picture.show(shown.code)
        about = [(self._text.title, "heading"), (shown.sentence, "strong"), ("", "")]
        about += [(words.HOW, ""), ("", "")] if shown.code is not None else []
        if shown.text:
            head = words.SAYS if shown.code is not None else words.SHORTER_SAYS
            about += [(head, "heading"), *((each, "") for each in shown.text.split("\n")), ("", "")]
        about += [(each, "muted") for each in self._text.remarks]
        self._reader.show(
            Row(f"line/{at}", text, lead=" ", mood=mood, selectable=False)
            for at, (text, mood) in enumerate(about)
        )
        self._last.show(self._hint)
