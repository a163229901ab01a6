"""A list in a frame that lies over a room; with a field above it, typing makes it shorter.

`ChoiceList(title, rows, hint)` is whole: Enter closes it with the key of a row, Esc with None. A
subclass may replace `heading`, `rows` and `hint` where they change, `choose` where Enter does
something else, and lay out more with `compose_head`, `compose_in_frame` and `compose_foot`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.screen import ModalScreen

from companion.ui.rooms.host import HelpTopic
from companion.ui.terminal.line_input import LineInput
from companion.ui.terminal.output_filter import verbatim
from companion.ui.widgets.line_list import LineList
from companion.ui.widgets.one_line import HintLine
from companion.ui.widgets.row import natural_width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.widget import Widget

    from companion.ui.widgets.row import Row

ResultT = TypeVar("ResultT")
FRAME = 2
"""Lines, and columns, that a frame takes."""
NARROWEST, WIDEST = 80, 100
"""Columns of a frame that ends with its rows: what stands at their right belongs to them."""
_AROUND_WORDS = FRAME + 3
"""Columns beside the words of a row: the frame, the cursor's mark, the bar, a blank at its left."""


class ModalList(ModalScreen[ResultT]):
    """A title, rows, and what can be done; the result is the key of the row that was taken."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    ModalList { background: $background; }
    ModalList > #place { height: 1fr; }
    ModalList .boxed { height: 1fr; max-height: 100%; }
    """
    HUGS: ClassVar[bool] = False
    """Whether its frame is no taller than its rows; one that typing makes shorter stays as tall."""

    def __init__(self, title: str = "", rows: Iterable[Row] = (), hint: str = "") -> None:
        super().__init__()
        self._heading, self._rows, self._hint = title, rows, hint
        self.lines = LineList()
        self.lines.chosen = self.choose
        self._frame = Vertical(classes="boxed")
        self._widest = NARROWEST
        """Columns of the frame: as many as its longest row has needed so far."""
        self.last = HintLine()
        self.first_focus: Widget = self.lines

    def compose(self) -> ComposeResult:
        """Lay out the list in its frame, and the last line."""
        yield from self.compose_head()
        with Container(id="place"), self._frame:
            self._frame.border_title = verbatim(self.heading())
            yield from self.compose_in_frame()
        yield from self.compose_foot()
        yield self.last

    def compose_head(self) -> ComposeResult:
        """Lay out what stands above the frame."""
        yield from ()

    def compose_in_frame(self) -> ComposeResult:
        """Lay out the list, and what stands around it in the frame."""
        yield self.lines

    def compose_foot(self) -> ComposeResult:
        """Lay out what stands between the frame and the last line."""
        yield from ()

    def on_mount(self) -> None:
        """Fill the list; the keys act on it, or on the field above it."""
        self.opened()
        self.show()
        self.set_focus(self.first_focus)

    def opened(self) -> None:
        """Get ready: the widgets are there, nothing is shown yet. Called once."""

    def heading(self) -> str:
        """Return the title of the frame."""
        return self._heading

    def rows(self) -> Iterable[Row]:
        """Return the rows as they now are."""
        return self._rows

    def hint(self) -> str:
        """Return what can be done now."""
        return self._hint

    def show(self) -> None:
        """Show everything again."""
        self.lines.show(self.rows())
        self.last.show(self.hint())
        self._fit()

    def on_resize(self) -> None:
        """Lay the rows out, and frame them, for another width."""
        if self.is_mounted:
            self.show()

    def _fit(self) -> None:
        """Let the frame end with its rows."""
        if not self.HUGS:
            return
        rows = self.lines.rows
        needed = max((natural_width(row) for row in rows), default=0) + _AROUND_WORDS
        self._widest = max(self._widest, min(needed, WIDEST))
        together = any(row.beside > 1 for row in rows)
        widest = self.app.size.width if together else min(self.app.size.width, self._widest)
        self._frame.styles.height = max(1, self.lines.lines_in(widest - FRAME)) + FRAME
        self._frame.styles.max_width = widest

    def dismiss(self, result: ResultT | None = None) -> AwaitComplete:
        """Close; not again, and not what lies in front by now: clicks come later than keys."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def choose(self, key: str) -> None:
        """Take a row: close the list with its key."""
        self.dismiss(key)  # type: ignore[arg-type]  # a list with another result says itself which


class ChoiceList(ModalList[str | None]):
    """A list that says in its last line what just happened, until the user moves on."""

    HUGS = True

    def help_topic(self) -> HelpTopic:
        """Return what can be done here."""
        return HelpTopic(self.heading(), self.hint())

    def say(self, sentence: str) -> None:
        """Say in one line what just happened."""
        self.last.show(sentence or self.hint())

    @on(LineList.Moved)
    def _moved(self) -> None:
        self.say("")


class ModalFinder(ModalList[ResultT]):
    """A list with a field above it, which makes the list shorter at every key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
    ]

    def __init__(self, title: str, placeholder: str, hint: str) -> None:
        super().__init__(title, hint=hint)
        self.field = self.first_focus = LineInput(placeholder=placeholder)
        self.field.entered = self.lines.chosen = self._take
        self.lines.beside_field = True
        self.looked_for = ""

    def compose_in_frame(self) -> ComposeResult:
        """Lay out the field above the list."""
        yield self.field
        yield self.lines

    def look(self) -> None:
        """Show what the words in `looked_for` find. Called when they have changed."""
        self.show()

    def action_move(self, by: int) -> None:
        """Move up or down in the list."""
        self.lines.action_move(by)

    @on(LineInput.Changed)
    def _typed(self) -> None:
        if self.field.text != self.looked_for:
            self.looked_for = self.field.text
            self.look()

    def _take(self, _: str = "") -> None:
        """Take the row at the cursor, for all that was typed before Enter."""
        self._typed()
        if self.lines.cursor_key is not None:
            self.choose(self.lines.cursor_key)
