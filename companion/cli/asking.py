"""Words of a person that need not stand on the command line, and what is printed."""

from __future__ import annotations

import json
import os
import sys
from itertools import islice
from typing import TYPE_CHECKING

import click

from companion.domain.lines import BYTE_ORDER_MARK
from companion.domain.text import clean, decode, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

AT_A_TIME = 500
"""Lines of a long result that are printed in one go."""


def asked(given: str | None, question: str) -> str:
    """What was given, else what is typed or stands on the first line of standard input."""
    if given is not None and given != "-":
        return clean(given)
    if sys.stdin.isatty():
        return clean(click.prompt(question, default="", show_default=False, err=True))
    line = decode(sys.stdin.buffer.readline()).removeprefix(BYTE_ORDER_MARK)
    return clean(line.rstrip("\r\n"))


def say(sentence: str) -> None:
    """A remark, on stderr."""
    click.echo(sentence, err=True)


def say_if_heard(sentence: str) -> None:
    """A remark at the very end of a command that was told to end; its terminal may have gone."""
    try:
        say(sentence)
    except OSError:
        # Python would try once more while closing what nobody reads.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def write_out(data: bytes) -> None:
    """A result, byte for byte, on stdout; a reader who has gone ends the command silently."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Python would complain once more while closing what nobody reads.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(0) from None


def print_line(text: str) -> None:
    """One line of a result."""
    write_out(f"{text}\n".encode())


def print_lines(texts: Iterable[str]) -> None:
    """The lines of a result that may be long, many at a time."""
    lines = (f"{printable(text)}\n" for text in texts)
    while part := "".join(islice(lines, AT_A_TIME)):
        write_out(part.encode())


def print_json(value: object) -> None:
    """A result as JSON."""
    write_out(f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode())


def on_one_line(text: str) -> str:
    """A person's words on one line, without anything that acts on a terminal."""
    return printable(one_line(text))


def printable(text: str) -> str:
    """A line without anything that acts on a terminal."""
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else "\ufffd" for character in text)
