"""Decodes the files of a pack: what is removed, what is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass

from companion.domain.pack import Problem
from companion.domain.text import AT_THE_START, encoding_of
from companion.markdown import MAXIMUM_BYTES, MAXIMUM_LINES
from companion.words import packs as words

_BOM = "\ufeff"
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Control characters, direction marks and other invisible characters; a dose could be shown turned
round. The joiners U+200C and U+200D stay: Persian, Hindi and others need them.
"""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file's text, and the faults of its bytes."""

    text: str | None
    """The text with LF line ends and nothing hidden; None when it is refused."""
    problems: tuple[Problem, ...] = ()
    """At most one for each rule."""


def clean(name: str, data: bytes) -> Cleaned:
    """Decode a file's bytes, or refuse them in one sentence."""
    refused = _refusal(name, data)
    if refused:
        return Cleaned(None, (refused,))
    text, problems = _decoded(name, data)
    if text.startswith(_BOM):
        text = text.removeprefix(_BOM)
        problems.append(Problem(name, 1, "byte-order-mark", words.BYTE_ORDER_MARK))
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        problems.append(Problem(name, line, "line-ends", words.LINE_ENDS))
    hidden = _HIDDEN.findall(text)
    if hidden:
        line = text[: text.index(hidden[0])].count("\n") + 1
        text = _HIDDEN.sub("", text)
        sentence = words.hidden_characters(len(hidden), ord(hidden[0]))
        problems.append(Problem(name, line, "hidden-character", sentence))
    return Cleaned(text, tuple(problems))


def _decoded(name: str, data: bytes) -> tuple[str, list[Problem]]:
    """Decode a file; UTF-16 is read too and reported, since other editors may not read it."""
    encoding, mark = encoding_of(data[:AT_THE_START])
    if encoding == "utf-8":
        return data.decode("utf-8"), []
    text = data[mark:].decode(encoding, "replace")
    return text, [Problem(name, 1, "not-utf8", words.NOT_UTF8)]


def _refusal(name: str, data: bytes) -> Problem | None:
    if len(data) > MAXIMUM_BYTES:
        return Problem(name, 1, "too-big", words.too_big(MAXIMUM_BYTES // 1024))
    if max(data.count(b"\n"), data.count(b"\r")) > MAXIMUM_LINES:
        return Problem(name, MAXIMUM_LINES + 1, "too-big", words.too_many_lines(MAXIMUM_LINES))
    if encoding_of(data[:AT_THE_START])[0] != "utf-8" and len(data) > AT_THE_START:
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Problem(name, line, "not-utf8", words.NOT_UTF8)
    return None
