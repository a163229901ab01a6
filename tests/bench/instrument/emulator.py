"""What a program writes to its terminal, turned into letters on a grid.

Letters only, and quick enough to replay megabytes after a run. It knows what ncurses and Textual
write (repeated letters and scrolled parts too).
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from tests.bench.instrument.grid import Grid

if TYPE_CHECKING:
    from collections.abc import Callable

_TOKEN = re.compile(
    r"(?P<text>[^\x00-\x1f\x7f]+)"
    r"|\x1b\[(?P<numbers>[0-?]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|\x1b\](?:[^\x07\x1b]|\x1b(?!\\))*(?:\x07|\x1b\\)"
    r"|\x1b[PX^_](?:[^\x1b]|\x1b(?!\\))*\x1b\\"
    r"|\x1b(?P<escape>[ -/]*[0-OQ-WYZ`-~\\])"
    r"|(?P<control>[\x00-\x1a\x1c-\x1f\x7f])",
    re.DOTALL,
)
_LONGEST_SEQUENCE = 1 << 20
SYNCHRONIZED = "2026"


class Emulator:
    """A terminal's screen and modes."""

    def __init__(self, rows: int, columns: int) -> None:
        self.grid = Grid(rows, columns)
        self.modes: set[str] = set()
        self.kitty: list[int] = []
        """The keyboard flags the program has pushed."""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest = ""
        grid = self.grid
        self._moves: dict[str, Callable[[int], None]] = {
            "A": lambda n: grid.move(grid.row - n, grid.column),
            "B": lambda n: grid.move(grid.row + n, grid.column),
            "e": lambda n: grid.move(grid.row + n, grid.column),
            "C": lambda n: grid.move(grid.row, grid.column + n),
            "a": lambda n: grid.move(grid.row, grid.column + n),
            "D": lambda n: grid.move(grid.row, grid.column - n),
            "E": lambda n: grid.move(grid.row + n, 0),
            "F": lambda n: grid.move(grid.row - n, 0),
            "G": lambda n: grid.move(grid.row, n - 1),
            "`": lambda n: grid.move(grid.row, n - 1),
            "d": lambda n: grid.move(n - 1, grid.column),
            "X": lambda n: grid.erase(grid.row, grid.column, min(grid.columns, grid.column + n)),
            "P": grid.delete_cells,
            "@": grid.insert_cells,
            "L": grid.insert_lines,
            "M": grid.delete_lines,
            "S": grid.scroll_up,
            "T": grid.scroll_down,
            "b": lambda n: grid.draw(grid.last * n),
        }

    @property
    def is_between_frames(self) -> bool:
        """Whether no synchronized update is under way."""
        return SYNCHRONIZED not in self.modes

    def feed(self, data: bytes) -> None:
        """Take in bytes in the order they were written."""
        text = self._rest + self._decoder.decode(data)
        self._rest = ""
        place = 0
        while place < len(text):
            token = _TOKEN.match(text, place)
            if token is not None:
                place = token.end()
                self._take(token)
            elif text[place] == "\x1b" and len(text) - place < _LONGEST_SEQUENCE:
                self._rest = text[place:]
                return
            else:
                place += 1

    def _take(self, token: re.Match[str]) -> None:
        kind = token.lastgroup
        if kind == "text":
            self.grid.draw(token["text"])
        elif kind == "final":
            self._sequence(token["numbers"], token["between"], token["final"])
        elif kind == "escape":
            self._escape(token["escape"])
        elif kind == "control":
            self._control(token["control"])

    def _control(self, control: str) -> None:
        grid = self.grid
        if control == "\r":
            grid.move(grid.row, 0)
        elif control in "\n\x0b\x0c":
            grid.down()
            grid.at_edge = False
        elif control == "\b":
            grid.move(grid.row, grid.column - 1)
        elif control == "\t":
            grid.move(grid.row, (grid.column // 8 + 1) * 8)

    def _escape(self, escape: str) -> None:
        grid = self.grid
        if escape.startswith("("):
            grid.graphics = escape == "(0"
        elif escape == "7":
            grid.kept = (grid.row, grid.column)
        elif escape == "8":
            grid.move(*grid.kept)
        elif escape == "D":
            grid.down()
        elif escape == "E":
            grid.next_line()
        elif escape == "M":
            grid.up()
        elif escape == "c":
            grid.reset()

    def _sequence(self, numbers: str, between: str, final: str) -> None:
        prefix = numbers[:1] if numbers[:1] in tuple("<=>?") else ""
        if prefix or between:
            self._private(prefix, numbers[1:], between, final)
            return
        values = [int(each) if each.isdigit() else 0 for each in re.split("[;:]", numbers)]
        first = values[0]
        if final in self._moves:
            self._moves[final](first or 1)
        elif final in "Hf":
            column = values[1] if len(values) > 1 else 1
            self.grid.move((first or 1) - 1, (column or 1) - 1)
        elif final == "J":
            self.grid.erase_screen(first)
        elif final == "K":
            self.grid.erase_line(first)
        elif final == "r":
            self._scrolled_part(values)
        elif final in "su":
            self._keep_cursor(final)

    def _keep_cursor(self, final: str) -> None:
        if final == "s":
            self.grid.kept = (self.grid.row, self.grid.column)
        else:
            self.grid.move(*self.grid.kept)

    def _scrolled_part(self, values: list[int]) -> None:
        grid = self.grid
        top = (values[0] or 1) - 1
        bottom = ((values[1] if len(values) > 1 else 0) or grid.rows) - 1
        if top < bottom < grid.rows:
            grid.top, grid.bottom = top, bottom
            grid.move(0, 0)

    def _private(self, prefix: str, numbers: str, between: str, final: str) -> None:
        if prefix == "?" and final in "hl" and not between:
            for mode in numbers.split(";"):
                self._set_mode(mode, final == "h")
        elif final == "u" and not between:
            self._set_kitty(prefix, numbers)

    def _set_kitty(self, prefix: str, numbers: str) -> None:
        first = numbers.partition(";")[0]
        value = int(first) if first.isdigit() else 0
        if prefix == ">":
            self.kitty.append(value)
        elif prefix == "<" and self.kitty:
            del self.kitty[-max(1, value) :]
        elif prefix == "=":
            self.kitty[-1:] = [value]

    def _set_mode(self, mode: str, on: bool) -> None:
        (self.modes.add if on else self.modes.discard)(mode)
        if mode == "7":
            self.grid.wraps = on
        elif mode in ("1049", "1047", "47"):
            self.grid.other_screen(on)
