"""The panes of the room: lists of questions, notes and card lines that never take the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from companion.domain.folded_text import places_of
from companion.domain.value import replace
from companion.ui.terminal.output_filter import visible
from companion.ui.visit.question_rows import ANYTHING_ELSE, LEGEND
from companion.ui.widgets.line_list import LineList
from companion.ui.widgets.rule_title import rule_title
from companion.words import visit as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events

    from companion.ui.widgets.line_list import Row


UNDERLINED = Style(bold=True, underline=True)


class Pane(LineList, can_focus=False):
    """A list with a title."""


class QuestionPane(Pane):
    """The questions; the cursor marks the one that the next note goes under."""

    DEFAULT_CSS = "QuestionPane { width: 42%; max-width: 50; margin-right: 1; }"

    def __init__(self) -> None:
        super().__init__(id="questions", classes="ruled")
        self.border_title = rule_title(words.QUESTIONS)
        self._whole: tuple[Row, ...] = ()
        self._weight: tuple[str, ...] = ()

    def has_room_for(self, rows: Iterable[Row]) -> bool:
        """Return whether all of these rows would be in view, with a line for each question."""
        needed = sum(row.key != LEGEND for row in rows)
        return self.size.height <= 0 or needed <= self.size.height

    def show_weighed(self, rows: Iterable[Row], weight: tuple[str, ...], *, cursor: str) -> None:
        """Show the questions, each with a line; more where there is room.

        Args:
            rows: The rows.
            weight: Keys of rows; the first has the first lines that are left.
            cursor: Key of the current one.
        """
        self._whole, self._weight = tuple(rows), weight
        self.show(self._shortened(), cursor=cursor)

    def on_resize(self, event: events.Resize) -> None:
        """Give each row as many lines as there is room for now."""
        shown = self._shortened()
        if shown != self.rows:
            self._placed.rows = shown
        super().on_resize(event)

    def _shortened(self) -> tuple[Row, ...]:
        width, room = self.scrollable_content_region.width - 1, self.size.height
        if width <= 0 or room <= 0:
            return self._whole
        rows = self._whole
        for least in (LEGEND, ANYTHING_ELSE):
            # Only where all others are in view then; a longer list scrolls.
            if room < len(rows) <= room + 2 and self._weight[:1] != (least,):
                rows = tuple(row for row in rows if row.key != least)
        needs = {row.key: len(self._placed.lines_of(row, width)) for row in rows}
        if sum(needs.values()) <= room:
            return rows
        left, gets = max(0, room - len(needs)), dict.fromkeys(needs, 1)
        for key in (*self._weight, *needs):
            more = min(left, needs.get(key, 0) - gets.get(key, 0))
            if more > 0:
                gets[key] += more
                left -= more
        return tuple(
            row if gets[row.key] == needs[row.key] else replace(row, most=gets[row.key])
            for row in rows
        )


class NotePane(Pane):
    """The notes; the newest stays in view unless the user looks back."""

    DEFAULT_CSS = "NotePane { width: 1fr; }"

    def __init__(self) -> None:
        super().__init__(id="notes", classes="ruled")
        self._title = ""
        self._be_titled(words.NOTES)
        self._finding = False
        self._sought = ""

    @property
    def pointed(self) -> str | None:
        """Id of the note that is marked; None while none is."""
        return self.cursor_key

    def show_newest(self, rows: Iterable[Row]) -> None:
        """Show the notes; scroll to the end when they changed."""
        new, old = tuple(rows), self.rows
        if new == old and not self._finding:
            return
        self._finding, self._sought, self._cursor = False, "", -1
        self._be_titled(words.NOTES)
        width = self.scrollable_content_region.width - 1
        if width > 0 and self._placed and new[: len(old)] == old:
            self._add(new, width)
        else:
            self.show(new)
        self.to_the_end()

    def show_found(self, title: str, rows: Iterable[Row], at: str | None, sought: str = "") -> None:
        """Show the notes found, one of them marked, the words looked for underlined."""
        new = tuple(rows)
        self._finding, self._sought = True, sought
        self._be_titled(title)
        if new != self.rows:
            self.show(new)
        self.point_at(at)

    def line(self, y: int) -> Strip:
        """Return one line in view; the words looked for are underlined in it."""
        strip = super().line(y)
        row = self.row_at(y)
        if not self._sought or row is None:
            return strip
        lead, right = (cell_len(visible(part)) for part in (row.lead, row.right))
        return underlined(strip, self._sought, (lead + 1, strip.cell_length - right - 1))

    def _be_titled(self, title: str) -> None:
        if title != self._title:
            self._title = title
            self.border_title = rule_title(title)

    def point_at(self, key: str | None) -> None:
        """Mark a note and scroll it to the middle; None marks none."""
        self._cursor = next((n for n, row in enumerate(self.rows) if row.key == key), -1)
        if self._placed.has(self._cursor):
            above = (self.size.height - len(self._placed.parts(self._cursor))) // 2
            top = self.line_of(self._cursor) - max(0, above)
            self.scroll_to(y=top, animate=False, force=True, immediate=True)
        self.refresh()

    def let_go(self) -> None:
        """Mark no note any more; scroll to the newest."""
        if self._cursor >= 0:
            self.point_at(None)
            self.to_the_end()

    def _add(self, new: tuple[Row, ...], width: int) -> None:
        """Lay out only what came at the end: an hour's notes above cost nothing."""
        self._placed.rows = new
        self._place_rest(width)
        self.refresh(self.size.region)

    def look(self, by: int) -> bool:
        """Scroll most of a page back or on; return whether there was anything more."""
        page, before = max(1, self.size.height - 2), self.scroll_y
        self.scroll_to(y=before + by * page, animate=False, immediate=True)
        return self.scroll_y != before

    def to_the_end(self) -> None:
        """Scroll to the newest note."""
        self.scroll_end(animate=False, force=True, immediate=True)

    def on_resize(self, event: events.Resize) -> None:
        """Wrap to the new width; the newest note stays in view."""
        super().on_resize(event)
        self.stay()

    def stay(self) -> None:
        """Scroll to the marked note, else to the newest."""
        if self._cursor >= 0:
            self.point_at(self.pointed)
        else:
            self.to_the_end()


class CardPane(Pane):
    """The lines of the open card."""

    def __init__(self) -> None:
        super().__init__(id="card", classes="boxed")


def underlined(strip: Strip, sought: str, within: tuple[int, int]) -> Strip:
    """Return the line with the words looked for underlined.

    Args:
        strip: The line.
        sought: The words, folded for comparing.
        within: The first cell in which they may begin, and the one before which they end.
    """
    text, cuts = strip.text, [0]
    for begin, end in places_of(text, sought):
        first, last = cell_len(text[:begin]), cell_len(text[:end])
        if within[0] <= first and last <= within[1]:
            cuts += [first, last]
    parts = strip.divide([*cuts[1:], strip.cell_length])
    return Strip.join(
        part.apply_style(UNDERLINED) if place % 2 else part for place, part in enumerate(parts)
    )
