"""The cells of a screen: letters only, no colors."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

_GRAPHICS = "◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·"


class Cell(NamedTuple):
    """One cell that changed."""

    row: int
    column: int
    letter: str


def width(letter: str) -> int:
    """Cells a letter takes."""
    if letter < "\u0300":
        return 1
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


class Grid:
    """Rows of cells, a cursor and a part that scrolls."""

    def __init__(self, rows: int, columns: int) -> None:
        self.rows, self.columns = rows, columns
        self.changes: list[Cell] | None = None
        """Cells that changed, in order, while it is a list."""
        self.reset()

    def reset(self) -> None:
        """As a terminal is when it is switched on."""
        self.main = [self.blank_row() for _ in range(self.rows)]
        self.cells = self.main
        self.row = self.column = 0
        self.at_edge = False
        self.wraps = True
        self.top, self.bottom = 0, self.rows - 1
        self.kept = self.kept_main = (0, 0)
        self.last = " "
        self.graphics = False

    def blank_row(self) -> list[str]:
        """A row with nothing on it."""
        return [" "] * self.columns

    @property
    def text(self) -> str:
        """The screen as lines, without blanks at their ends."""
        return "\n".join("".join(row).rstrip() for row in self.cells)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is to be seen."""
        return not any(letter.strip() for row in self.cells for letter in row)

    def set(self, row: int, column: int, letter: str) -> None:
        """Put a letter into a cell."""
        line = self.cells[row]
        if self.changes is not None and line[column] != letter:
            self.changes.append(Cell(row, column, letter))
        line[column] = letter

    def draw(self, text: str) -> None:
        """Write letters where the cursor is."""
        for each in text:
            cells = width(each)
            if cells:
                drawn = _GRAPHICS[ord(each) - 96] if self.graphics and "`" <= each <= "~" else each
                self._draw_one(drawn, cells)
        self.last = text[-1]

    def _draw_one(self, letter: str, cells: int) -> None:
        if self.at_edge and self.wraps:
            self.next_line()
        self.at_edge = False
        if self.column + cells > self.columns:
            if self.wraps:
                self.next_line()
            else:
                self.column = self.columns - cells
        self.set(self.row, self.column, letter)
        if cells == 2 and self.column + 1 < self.columns:
            self.set(self.row, self.column + 1, "")
        self.column += cells
        if self.column >= self.columns:
            self.column, self.at_edge = self.columns - 1, True

    def next_line(self) -> None:
        """The beginning of the next line."""
        self.column = 0
        self.down()

    def down(self) -> None:
        """One row down, scrolling at the bottom."""
        if self.row == self.bottom:
            self.scroll_up(1)
        elif self.row < self.rows - 1:
            self.row += 1

    def up(self) -> None:
        """One row up, scrolling at the top."""
        if self.row == self.top:
            self.scroll_down(1)
        elif self.row > 0:
            self.row -= 1

    def move(self, row: int, column: int) -> None:
        """Put the cursor somewhere on the screen."""
        self.row = min(self.rows - 1, max(0, row))
        self.column = min(self.columns - 1, max(0, column))
        self.at_edge = False

    def scroll_up(self, count: int) -> None:
        """Take rows away at the top of the part that scrolls."""
        self._shift(self.top, self.bottom, count)

    def scroll_down(self, count: int) -> None:
        """Take rows away at the bottom of the part that scrolls."""
        self._shift(self.bottom, self.top, count)

    def delete_lines(self, count: int) -> None:
        """Take rows away at the cursor."""
        if self.top <= self.row <= self.bottom:
            self._shift(self.row, self.bottom, count)
            self.move(self.row, 0)

    def insert_lines(self, count: int) -> None:
        """Put empty rows in at the cursor."""
        if self.top <= self.row <= self.bottom:
            self._shift(self.bottom, self.row, count)
            self.move(self.row, 0)

    def _shift(self, away: int, new: int, count: int) -> None:
        for _ in range(min(count, abs(new - away) + 1)):
            del self.cells[away]
            self.cells.insert(new, self.blank_row())

    def erase(self, row: int, start: int, end: int) -> None:
        """Blank out cells of a row."""
        for column in range(start, end):
            self.set(row, column, " ")

    def erase_screen(self, how: int) -> None:
        """From the cursor on (0), up to the cursor (1), or all (2, 3)."""
        if how in (0, 1):
            self.erase_line(how)
        rows = {0: range(self.row + 1, self.rows), 1: range(self.row)}.get(how, range(self.rows))
        for row in rows:
            self.erase(row, 0, self.columns)

    def erase_line(self, how: int) -> None:
        """From the cursor on (0), up to the cursor (1), or all (2)."""
        start = self.column if how == 0 else 0
        end = self.column + 1 if how == 1 else self.columns
        self.erase(self.row, start, end)

    def delete_cells(self, count: int) -> None:
        """Pull the rest of the row to the left."""
        row = self.cells[self.row]
        del row[self.column : self.column + count]
        row.extend([" "] * (self.columns - len(row)))

    def insert_cells(self, count: int) -> None:
        """Push the rest of the row to the right."""
        row = self.cells[self.row]
        row[self.column : self.column] = [" "] * count
        del row[self.columns :]

    def other_screen(self, on: bool) -> None:
        """Change to the screen of full-screen programs, or back."""
        if on and self.cells is self.main:
            self.kept_main = (self.row, self.column)
            self.cells = [self.blank_row() for _ in range(self.rows)]
        elif not on and self.cells is not self.main:
            self.cells = self.main
            self.row, self.column = self.kept_main
