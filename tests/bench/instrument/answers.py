"""What a terminal answers when a program asks it something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bench.instrument.emulator import Emulator

_QUERY = re.compile(
    rb"\x1b\[\?(?P<mode>\d+)\$p|\x1b\[(?P<attributes>[>=]?)0?c|(?P<kitty>\x1b\[\?u)"
    rb"|(?P<alive>\x1b\[5n)|\x1b\[(?P<where>\??)6n|(?P<version>\x1b\[>0?q)"
    rb"|\x1b\[(?P<size>1[468])t|\x1b\](?P<color>1[012]|4;\d+);\?(?P<end>\x07|\x1b\\)"
    rb"|(?P<capability>\x1bP\+q[0-9A-Fa-f;]*\x1b\\)|(?P<setting>\x1bP\$q[^\x1b]*\x1b\\)"
)
_FINISHED = re.compile(rb"\x1b(\[[0-?]*[ -/]*[@-~]|[^\[\]P_^X])")
_MODERN_MODES = ("2026", "2048")
_ON = ("25", "7")
_OFF = ("1000", "1002", "1003", "1004", "1006", "1049", "2004", "1", "12")
_ATTRIBUTES = {
    b"": b"\x1b[?62;22c",
    b">": b"\x1b[>1;10;0c",
    b"=": b"\x1bP!|00000000\x1b\\",
}
_LONGEST_QUERY = 64


class Answers:
    """Finds the queries in what is written, also where a read cut one in two."""

    def __init__(self, emulator: Emulator, *, modern: bool) -> None:
        self._emulator = emulator
        self._modern = modern
        """Whether it has kitty's keys, synchronized output and in-band resizing."""
        self._rest = b""

    def to(self, data: bytes) -> list[bytes]:
        """The replies to what was asked."""
        if b"\x1b" not in data and not self._rest:
            return []
        text = self._rest + data
        end = 0
        replies = []
        for query in _QUERY.finditer(text):
            end = query.end()
            replies.append(self._reply(query))
        rest = text[end:]
        begin = rest.rfind(b"\x1b")
        unfinished = begin >= 0 and len(rest) - begin < _LONGEST_QUERY
        finished = unfinished and _FINISHED.match(rest[begin:])
        self._rest = rest[begin:] if unfinished and not finished else b""
        return [each for each in replies if each]

    def _reply(self, query: re.Match[bytes]) -> bytes:
        kind = query.lastgroup
        if kind == "mode":
            return self._mode(query["mode"].decode())
        if kind in ("kitty", "version") and not self._modern:
            return b""
        if kind == "size":
            return self._size(query["size"])
        if kind == "where":
            grid = self._emulator.grid
            place = f"{grid.row + 1};{grid.column + 1}R".encode()
            return b"\x1b[" + query["where"] + place
        if kind == "end":
            return b"\x1b]" + query["color"] + b";rgb:1e1e/1e1e/2e2e" + query["end"]
        pushed = self._emulator.kitty[-1] if self._emulator.kitty else 0
        return {
            "kitty": f"\x1b[?{pushed}u".encode(),
            "version": b"\x1bP>|bench 1\x1b\\",
            "alive": b"\x1b[0n",
            "capability": b"\x1bP0+r\x1b\\",
            "attributes": _ATTRIBUTES.get(query["attributes"], b""),
            "setting": b"\x1bP0$r\x1b\\",
        }[str(kind)]

    def _mode(self, mode: str) -> bytes:
        if mode in _MODERN_MODES and not self._modern:
            return b""
        state = 0
        if mode in _MODERN_MODES:
            state = 1 if mode in self._emulator.modes else 2
        elif mode in _ON:
            state = 1
        elif mode in _OFF:
            state = 2
        return f"\x1b[?{mode};{state}$y".encode()

    def _size(self, what: bytes) -> bytes:
        rows, columns = self._emulator.grid.rows, self._emulator.grid.columns
        return {
            b"18": f"\x1b[8;{rows};{columns}t",
            b"14": f"\x1b[4;{rows * 18};{columns * 9}t",
            b"16": "\x1b[6;18;9t",
        }[what].encode()
