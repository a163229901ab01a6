"""Reads the YAML at the head of a file: text, lists and one level of fields.

Only the parser's events are used, nothing is constructed: no aliases, tags or types. So `no` stays
a word and a bomb stays small.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import yaml

from companion.words import packs as words

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST_LINE = 2
"""The line of the file that front matter begins at, from 1."""
MAXIMUM_CHARACTERS = 64 * 1024
MAXIMUM_EVENTS = 20_000
"""Most values, starts and ends."""
MAXIMUM_DEPTH = 4
"""A source is at depth three."""
SECONDS = 0.8
"""Longest work on one front matter, in processor seconds of this thread."""


class FrontMatterError(ValueError):
    """Front matter that is not read.

    Attributes:
        rule: Short stable name of the rule.
        sentence: What is wrong and what to do.
        line: The line in the file, from 1.
    """

    def __init__(self, rule: str, sentence: str, line: int) -> None:
        super().__init__(sentence)
        self.rule = rule
        self.sentence = sentence
        self.line = line


@dataclass(frozen=True, slots=True)
class YamlText:
    """A value, always text."""

    value: str
    """Its text without quotes."""
    line: int
    """Line in the file, from 1."""


@dataclass(frozen=True, slots=True)
class YamlSequence:
    """A list of values."""

    values: tuple[Value, ...]
    line: int
    """Line in the file, from 1."""


@dataclass(frozen=True, slots=True)
class YamlFields:
    """Values by name."""

    values: dict[str, Value]
    """Each name once."""
    line: int
    """Line in the file, from 1."""


Value = YamlText | YamlSequence | YamlFields

_CLOSING = (yaml.SequenceEndEvent, yaml.MappingEndEvent)
_FRAME = (
    yaml.StreamStartEvent,
    yaml.StreamEndEvent,
    yaml.DocumentStartEvent,
    yaml.DocumentEndEvent,
)


class _FrontMatterReader:
    """Reads YAML from the parser's events."""

    def __init__(self, text: str) -> None:
        self._ends_at = time.thread_time() + SECONDS
        self._events = self._watched(text)

    def read(self) -> YamlFields:
        """Read the whole front matter."""
        value: Value = YamlFields({}, _FIRST_LINE)
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._error("bad-front-matter", words.NOT_YAML, event)
            elif not isinstance(event, _FRAME):
                value = self._value(event, 1)
        if isinstance(value, YamlText) and not value.value:
            return YamlFields({}, _FIRST_LINE)
        if not isinstance(value, YamlFields):
            raise FrontMatterError("bad-front-matter", words.NOT_NAMED, value.line)
        return value

    def _watched(self, text: str) -> Iterator[Any]:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            for count, event in enumerate(yaml.parse(text, Loader=cast("Any", loader))):
                self._check(event, count)
                yield event
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = _FIRST_LINE + (mark.line if mark else 0)
            raise FrontMatterError("bad-front-matter", words.NOT_YAML, line) from None

    def _check(self, event: Any, count: int) -> None:  # noqa: ANN401
        if count > MAXIMUM_EVENTS or time.thread_time() > self._ends_at:
            raise self._error("bad-front-matter", words.TOO_MUCH_FRONT_MATTER, event)
        explicit = getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or explicit:
            raise self._error("bad-front-matter", words.NO_ALIASES, event)

    def _value(self, event: Any, depth: int) -> Value:  # noqa: ANN401
        if depth > MAXIMUM_DEPTH:
            raise self._error("bad-front-matter", words.TOO_DEEP, event)
        line = self._line(event)
        if isinstance(event, yaml.ScalarEvent):
            return YamlText(event.value.strip(), line)
        if isinstance(event, yaml.SequenceStartEvent):
            return YamlSequence(tuple(self._sequence(depth)), line)
        return YamlFields(self._fields(depth), line)

    def _sequence(self, depth: int) -> Iterator[Value]:
        while not isinstance(event := next(self._events), _CLOSING):
            yield self._value(event, depth + 1)

    def _fields(self, depth: int) -> dict[str, Value]:
        values: dict[str, Value] = {}
        while not isinstance(event := next(self._events), _CLOSING):
            name = self._value(event, depth + 1)
            if not isinstance(name, YamlText):
                raise self._error("bad-front-matter", words.NOT_YAML, event)
            if name.value in values:
                raise self._error("repeated-key", words.repeated_key(name.value), event)
            values[name.value] = self._value(next(self._events), depth + 1)
        return values

    def _line(self, event: Any) -> int:  # noqa: ANN401
        return _FIRST_LINE + int(event.start_mark.line)

    def _error(self, rule: str, sentence: str, event: Any) -> FrontMatterError:  # noqa: ANN401
        return FrontMatterError(rule, sentence, self._line(event))


def read_front_matter(text: str) -> YamlFields:
    """Parse YAML front matter: the lines between the two lines of dashes.

    Raises:
        FrontMatterError: It is not YAML, or holds more than a pack needs.
    """
    if len(text) > MAXIMUM_CHARACTERS:
        raise FrontMatterError("bad-front-matter", words.TOO_MUCH_FRONT_MATTER, _FIRST_LINE)
    return _FrontMatterReader(text).read()
