"""Input that the user is asked for, and everything that is printed.

No other module prints. Control characters are made visible on their way to a terminal; a document
that the user asked for is written byte for byte.
"""

from __future__ import annotations

import errno
import json
import os
import re
import sys
from itertools import islice
from typing import TYPE_CHECKING

from companion.cli.errors import RefusedError
from companion.domain.text import (
    AT_THE_START,
    LineSplitter,
    clean,
    encoding_of,
    from_argument,
    one_line,
)
from companion.domain.visible_text import visible, visible_json, visible_on_a_line
from companion.storage.errors import reason
from companion.words import commands as words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

AT_A_TIME = 500
"""Lines of a long result that are printed in one go."""
MOST_ASKED = 1_000_000
"""Characters of a title, a name or words to look for."""
_CONTROL_BYTE = re.compile("[\udc80-\udc9f]")
"""A byte of a name that is not UTF-8, and that an 8-bit terminal obeys."""


# Input


def given_or_asked(given: str | None, question: str) -> str:
    """Return what was given; else ask for it, or read the first line of standard input.

    Raises:
        RefusedError: It is too long, or cannot be read.
    """
    if given is not None and given != "-":
        text = typed_text(given)
    elif sys.stdin is not None and sys.stdin.isatty():
        from click import prompt

        text = clean(prompt(question, default="", show_default=False, err=True))
    else:
        text = _first_line()
    if len(text) > MOST_ASKED:
        raise RefusedError(words.too_long(MOST_ASKED))
    return text


def typed_text(given: str) -> str:
    """Return an argument of the command line as text is kept."""
    return clean(from_argument(given))


def _first_line() -> str:
    """Read the first line of standard input; a CR ends one too, as in old files."""
    if sys.stdin is None:
        return ""
    lines = LineSplitter()
    try:
        data = sys.stdin.buffer.readline()
        if encoding_of(data[:AT_THE_START])[0] != "utf-8":
            # Other characters hold the bytes of a line's end too: read on, up to what is allowed.
            data += sys.stdin.buffer.read(MOST_ASKED * 4)
    except OSError as error:
        raise RefusedError(words.cannot_read(words.STANDARD_INPUT, reason(error))) from error
    return next(iter([*lines.take(data), *lines.end()]), "")


def read_standard_input(limit: int) -> bytes:
    """Read the whole of standard input.

    Raises:
        RefusedError: It is longer than the limit, or cannot be read.
    """
    if sys.stdin is None:
        return b""
    try:
        data = sys.stdin.buffer.read(limit + 1)
    except OSError as error:
        raise RefusedError(words.cannot_read(words.STANDARD_INPUT, reason(error))) from error
    if len(data) > limit:
        raise RefusedError(words.cannot_read(words.STANDARD_INPUT, words.input_too_large(limit)))
    return data


# Output


def say(sentence: str) -> None:
    """Print a remark on stderr; where stderr is closed, nothing."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{visible(from_argument(sentence))}\n")
        sys.stderr.flush()
    except OSError:
        _silence(sys.stderr)


def write_out(data: bytes) -> None:
    """Write a result to stdout, byte for byte; a closed pipe ends the command silently.

    Raises:
        RefusedError: It cannot be printed.
    """
    error = _try_to_print(data)
    if error is not None:
        raise RefusedError(words.not_printed(_why(error))) from error


def print_id(its_id: str) -> None:
    """Print the id of what was made; where stdout takes nothing, say it, as it must not be lost."""
    error = _try_to_print(f"{its_id}\n".encode())
    if error is not None:
        say(words.made_not_printed(its_id, _why(error)))


def _try_to_print(data: bytes) -> OSError | None:
    """Write to stdout; return why that failed, or None."""
    if sys.stdout is None:
        return OSError(errno.EBADF, os.strerror(errno.EBADF))
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _silence(sys.stdout)
        raise SystemExit(0) from None
    except OSError as error:
        _silence(sys.stdout)
        return error
    return None


def _why(error: OSError) -> str:
    return words.OUTPUT_CLOSED if error.errno == errno.EBADF else reason(error)


def _silence(stream: TextIO | None) -> None:
    """Send the rest of a stream nowhere: Python would complain once more while closing it."""
    if stream is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def print_line(text: str) -> None:
    """Print one line of a result."""
    write_out(f"{visible_on_a_line(from_argument(text))}\n".encode())


def print_path(path: str) -> None:
    """Print a path; bytes that are not UTF-8 stay what they are, as a shell needs them."""
    letters = from_argument(path)
    shown = visible_on_a_line(letters)
    acts = shown != letters or _CONTROL_BYTE.search(path) is not None
    write_out((shown.encode() if acts else os.fsencode(path)) + b"\n")


def print_lines(texts: Iterable[str]) -> None:
    """Print the lines of a result that may be long, many at a time."""
    lines = (f"{visible_on_a_line(text)}\n" for text in texts)
    while part := "".join(islice(lines, AT_A_TIME)):
        write_out(part.encode())


def print_text(data: bytes) -> None:
    """Print a document of many lines, to be read at once."""
    write_out(visible(data.decode()).encode())


def print_json(value: object) -> None:
    """Print a value as JSON."""
    print_json_text(json.dumps(value, ensure_ascii=False, indent=2))
    write_out(b"\n")


def print_json_text(text: str) -> None:
    """Print JSON that is written already, or a part of it."""
    write_out(visible_json(text).encode())


def on_one_line(text: str) -> str:
    """Return text on one line, without anything that acts on a terminal."""
    return visible_on_a_line(one_line(text))
