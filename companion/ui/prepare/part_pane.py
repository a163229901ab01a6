"""The pane of the part that is open: its rows, words beside a row, the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Container, Vertical

from companion.domain.value import replace
from companion.ui.prepare.rows import is_thing
from companion.ui.rooms.draft_field import DraftField
from companion.ui.widgets.line_list import LineList, Row
from companion.ui.widgets.row import PROSE
from companion.ui.widgets.rule_title import rule_title
from companion.words import prepare as words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Size

    from companion.ui.prepare.part import Part


_AROUND = 5
"""Lines of the screen that are not the rows'."""

_LEAST = 18
"""Lines of the screen from which there is room for the fields as well."""


class PartRows(LineList):
    """The rows of a part; they take as many lines as they have, where the styles let them."""

    fresh = False
    """Whether the rows were opened and no key has moved since: as many of them are shown as can."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines that the rows take."""
        del container, viewport
        return self.lines_in(width)

    def _lay_out(self, *, same: bool = True) -> None:
        before = self._placed.height
        super()._lay_out(same=same)
        if self.fresh:
            self._show_from(0)
            self._show_cursor()
        if self._placed.height != before:
            self.refresh(layout=True)

    def bring(self, key: str) -> None:
        """Show another row, too, as long as the one the keys act on stays in view."""
        place = next((at for at, row in enumerate(self.rows) if row.key == key), -1)
        top = self._view_of(place) if self._placed.has(place) else self.scroll_offset.y
        if self._placed.shows(self._cursor, top, self.size.height):
            self._show_from(top)

    def _set_cursor(self, index: int) -> None:
        self.fresh = False
        super()._set_cursor(index)


class WordsBeside(LineList, can_focus=False):
    """Words about the row the keys act on."""


class FieldsInView(LineList, can_focus=False):
    """Fields of the part that are out of view; Enter leads there from every row above them."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines that the rows take."""
        del container, viewport
        return self.lines_in(width)


class PartPane(Vertical):
    """Shows one part at a time, and remembers the row at which the user was in each."""

    DEFAULT_CSS = """
    PartPane { width: 1fr; }
    PartPane #reading { height: 1fr; layout: vertical; }
    PartPane PartRows { height: 1fr; }
    PartPane WordsBeside {
        display: none; height: 1fr; border-top: solid $border-blurred; color: $foreground;
    }
    PartPane.-tells PartRows { height: auto; max-height: 70%; }
    PartPane.-tells WordsBeside { display: block; }
    PartPane.-silent PartRows { max-height: 100%; }
    PartPane.-silent WordsBeside { display: none; }
    PartPane.-tells.-editing PartRows { height: 1fr; max-height: 100%; }
    PartPane.-tells.-editing WordsBeside { display: none; }
    PartPane FieldsInView {
        display: none; height: auto; max-height: 5; border-top: solid $border-blurred;
    }
    PartPane.-keeps FieldsInView { display: block; }
    PartPane.-editing FieldsInView { display: none; }
    PartPane DraftField { height: 6; border-top: solid $border; }
    """

    def __init__(self, part: Part) -> None:
        super().__init__(id="right", classes="ruled")
        self.part = part
        self.rows = PartRows(id="rows", away="bold", measure=PROSE)
        self.field = DraftField()
        self._beside = WordsBeside(id="beside", marker=False, measure=PROSE)
        self._fields = FieldsInView(id="in-view", marker=False, measure=PROSE)
        self._cursors: dict[tuple[str, str], str] = {}

    def compose(self) -> ComposeResult:
        """Lay out the rows, the words beside one of them, the field."""
        with Container(id="reading"):
            yield self.rows
            yield self._beside
        yield self._fields
        yield self.field

    @property
    def cursor_key(self) -> str:
        """The key of the row the keys act on; empty when there is none."""
        return self.rows.cursor_key or ""

    def focus_rows(self) -> None:
        """Let the keys act on the rows."""
        self.screen.set_focus(self.rows)

    def open(self, part: Part) -> None:
        """Show another part, or another page of it, at the row where the user was, else the top."""
        self.part = part
        first = next((row.key for row in part.rows() if row.selectable), None)
        self.rows.scroll_home(animate=False)
        self.rows.fresh = True
        self.show(self._cursors.get((part.NAME, part.subpage), first))

    def show(self, cursor: str | None = None) -> None:
        """Show the part again.

        Args:
            cursor: Key of the row to go to; the cursor stays on its row when none is named.
        """
        self.border_title = rule_title(self.part.title)
        rows = self.part.rows()
        tells = any(any(self.part.beside(row.key)) for row in rows if row.selectable)
        self.set_class(tells, "-tells")
        self.rows.show(rows, cursor=cursor)
        self._show_beside()

    def _show_fields(self) -> None:
        """Keep the fields in view where the rows do not fit and the cursor is on none of them."""
        fields = self.part.in_view()
        on_one = any(row.key == self.cursor_key for row in fields)
        height = self.app.size.height
        out = self.rows.lines_in(self.size.width or PROSE) > height - _AROUND
        out = out and height >= _LEAST
        self.set_class(bool(fields) and out and not on_one, "-keeps")
        if on_one:
            # Once the rows have the room that the fields below them had.
            self.call_after_refresh(self.rows.bring, fields[-1].key)
        self._fields.show([replace(row, selectable=False, most=1) for row in fields])

    def _show_beside(self) -> None:
        self._show_fields()
        lines = [line for line in self.part.beside(self.cursor_key) if line]
        self.set_class(not lines, "-silent")
        self._beside.show(_beside_row(at, line) for at, line in enumerate(lines))

    @on(LineList.Moved, "#rows")
    def _another_row(self) -> None:
        if self.rows.cursor_key is not None:
            self._cursors[self.part.NAME, self.part.subpage] = self.rows.cursor_key
        self._show_beside()

    def things(self) -> tuple[str, ...]:
        """Return the keys of the rows that stand for things made in the part."""
        return tuple(row.key for row in self.rows.rows if row.selectable and is_thing(row.key))


def _beside_row(at: int, line: str) -> Row:
    """Return words about a row; what can be said aloud begins in bold."""
    strong = words.SAY if line.startswith(words.SAY) else ""
    mood = "quote" if strong else ""
    return Row(str(at), line, strong=strong, mood=mood, selectable=False)
