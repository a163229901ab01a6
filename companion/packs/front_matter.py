"""Front matter of `pack.md` and of the other files: read from YAML, and checked.

Only the parser's events are used, nothing is constructed: no aliases, tags or types. So `no` stays
a word and a bomb stays small.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, cast

import yaml

from companion.domain.pack import PackHead, Problem, Situation, Source
from companion.packs import file_kinds
from companion.words import packs as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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


# Checked values

PACK_ID = re.compile(r"[a-z][a-z0-9-]{0,63}")
SITUATION_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
"""Ids of situations; a sentence never looks like one."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_ITEM = re.compile(r"[a-z][a-z0-9-]{0,63}/[a-z0-9-]{1,80}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SOURCE_NAME = re.compile(r"[A-Z][^\d();]*(?:19|20)\d\d[a-z]?")
_PAPER = re.compile(r"[a-z][a-z-]{0,23}")
_POSITION = re.compile(r"\d{1,3}")
UNPLACED = 1000
"""Position of a file that names none: after all others."""


@dataclass(slots=True)
class Head:
    """Front matter of one file, and the faults in it."""

    file: str
    """Name of the file in its pack."""
    fields: YamlFields
    problems: list[Problem] = field(default_factory=list)
    """Added to while values are asked for."""

    def note(self, line: int, rule: str, sentence: str) -> None:
        """Add a problem."""
        self.problems.append(Problem(self.file, line, rule, sentence))

    def only(self, known: Iterable[str], fields: YamlFields | None = None) -> None:
        """Report every field that is not known."""
        fields = fields or self.fields
        for name, value in fields.values.items():
            if name not in known:
                self.note(value.line, "unknown-key", words.unknown_key(name, known))

    def text(self, name: str, fields: YamlFields | None = None) -> str:
        """Return a value as text; empty when it is missing or not text."""
        value = (fields or self.fields).values.get(name)
        if value is None or isinstance(value, YamlText):
            return value.value if value else ""
        self.note(value.line, "bad-value", words.not_text(name))
        return ""

    def needed(self, name: str) -> str:
        """Return a value as text; report it when it is missing."""
        found = self.text(name)
        if not found and not isinstance(self.fields.values.get(name), YamlSequence | YamlFields):
            self.note(self.line(name), f"missing-{name}", words.missing_key(name))
        return found

    def line(self, name: str) -> int:
        """Return the line of a value; the front matter's own when it is missing."""
        value = self.fields.values.get(name)
        return value.line if value else 1

    def day(self, name: str, fields: YamlFields | None = None) -> date | None:
        """Return a value as a date; report it when it is not one."""
        fields = fields or self.fields
        written = self.text(name, fields)
        if not written:
            return None
        try:
            # Other forms, such as 20261120, are read by some systems and not by others.
            found = date.fromisoformat(written) if _DATE.fullmatch(written) else None
        except ValueError:
            found = None
        if found is None:
            self.note(fields.values[name].line, "bad-date", words.BAD_DATE)
        return found

    def names(self, name: str, form: str) -> tuple[YamlText, ...]:
        """Return the texts of a list; report what is not a list of texts.

        Args:
            name: The value.
            form: What to say of another form.
        """
        value = self.fields.values.get(name)
        if value is None or (isinstance(value, YamlText) and not value.value):
            return ()
        values = value.values if isinstance(value, YamlSequence) else (value,)
        found = tuple(each for each in values if isinstance(each, YamlText))
        if len(found) != len(values) or isinstance(value, YamlText):
            self.note(value.line, "bad-value", form)
        return found

    def listed(self, name: str, rule: str, form: str) -> tuple[Value, ...]:
        """Return the values of a list; report, by that rule and sentence, what is no list."""
        value = self.fields.values.get(name)
        if isinstance(value, YamlSequence):
            return value.values
        if value is not None and not (isinstance(value, YamlText) and not value.value):
            self.note(value.line, rule, form)
        return ()

    def paper(self, *, letter: bool) -> str:
        """Return the paper of a letter; empty when it names none, or is not a letter."""
        written = self.text("paper")
        if written and not letter:
            self.note(self.line("paper"), "unknown-key", words.PAPER_LETTERS_ONLY)
        elif written and not _PAPER.fullmatch(written):
            self.note(self.line("paper"), "bad-value", words.BAD_PAPER)
        else:
            return written
        return ""

    def position(self) -> int:
        """Return the file's position among the others."""
        written = self.text("position")
        if _POSITION.fullmatch(written):
            return int(written)
        if written:
            self.note(self.line("position"), "bad-value", words.BAD_POSITION)
        return UNPLACED


class PackFrontMatter(PackHead, kw_only=True):
    """Front matter of `pack.md`, as far as it can be read, and the lines it stands on.

    A pack without an id has its folder's name, one without a language is English.
    """

    usable: bool
    """Whether it has an id and a review date."""
    extends_line: int
    next_review_line: int
    source_lines: dict[str, int]
    hides_lines: dict[str, int]


def folder_name(path: str) -> str:
    """Return the last part of the path of a folder, written as on any system."""
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2]


def pack_front_matter(head: Head, path: str) -> PackFrontMatter:
    """Read the front matter of the `pack.md` in a folder; faults are reported in `head`."""
    folder = folder_name(path)
    head.only(file_kinds.PACK_KEYS)
    pack_id = head.needed("id")
    if pack_id and not PACK_ID.fullmatch(pack_id):
        head.note(head.line("id"), "bad-id", words.BAD_ID)
        pack_id = ""
    title = head.needed("title")
    language = head.needed("language")
    if language and not _LANGUAGE.fullmatch(language):
        head.note(head.line("language"), "bad-value", words.BAD_LANGUAGE)
    if "reviewed" not in head.fields.values:
        head.note(1, "missing-review-date", words.MISSING_REVIEW)
    reviewed = head.day("reviewed")
    sources = _sources(head)
    hides = _of_form(head, "hides", _ITEM, words.HIDES_FORM)
    return PackFrontMatter(
        id=pack_id or folder,
        title=title or pack_id or folder,
        language=language or "en",
        extends=tuple(each.value for each in head.names("extends", words.EXTENDS_FORM)),
        reviewed=reviewed,
        path=path,
        sources=tuple(source for source, _ in sources),
        source_lines={source.name: line for source, line in reversed(sources)},
        extends_line=head.line("extends"),
        usable=bool(pack_id and reviewed),
        reviewer=head.text("reviewer"),
        next_review=head.day("next_review"),
        next_review_line=head.line("next_review"),
        funding=head.text("funding"),
        country=tuple(_of_form(head, "country", _COUNTRY, words.COUNTRY_FORM)),
        hides=tuple(hides),
        hides_lines=hides,
        situations=_situations(head),
    )


def _of_form(head: Head, name: str, form: re.Pattern[str], sentence: str) -> dict[str, int]:
    """Return the texts of a list that have a form, each with its line; report the others."""
    found = head.names(name, sentence)
    for each in found:
        if not form.fullmatch(each.value):
            head.note(each.line, "bad-value", sentence)
    return {each.value: each.line for each in found if form.fullmatch(each.value)}


def _situations(head: Head) -> tuple[Situation, ...]:
    found: dict[str, Situation] = {}
    for each in head.listed("situations", "bad-situation", words.SITUATIONS_FORM):
        if not isinstance(each, YamlFields):
            head.note(each.line, "bad-situation", words.SITUATIONS_FORM)
            continue
        head.only(file_kinds.SITUATION_KEYS, each)
        name, title = head.text("id", each), head.text("title", each)
        if not SITUATION_ID.fullmatch(name) or not title:
            head.note(each.line, "bad-situation", words.BAD_SITUATION)
        elif name in found:
            head.note(each.line, "repeated-situation", words.repeated_situation(name))
        else:
            found[name] = Situation(name, title)
    return tuple(found.values())


def _sources(head: Head) -> list[tuple[Source, int]]:
    found: list[tuple[Source, int]] = []
    for each in head.listed("sources", "bad-source", words.SOURCES_FORM):
        source = _source(head, each)
        if source and source.name in {other.name for other, _ in found}:
            head.note(each.line, "repeated-source", words.repeated_source(source.name))
        elif source:
            found.append((source, each.line))
    return found


def _source(head: Head, value: Value) -> Source | None:
    if not isinstance(value, YamlFields):
        head.note(value.line, "bad-source", words.SOURCES_FORM)
        return None
    head.only(file_kinds.SOURCE_KEYS, value)
    name = head.text("name", value)
    if not _SOURCE_NAME.fullmatch(name):
        head.note(value.line, "bad-source", words.BAD_SOURCE_NAME)
        return None
    for needed in ("title", "where", "year", "seen"):
        if not head.text(needed, value):
            sentence = words.source_incomplete(name, needed)
            head.note(value.line, "incomplete-source", sentence)
    year, seen = head.text("year", value), head.text("seen", value)
    if year and not _YEAR.fullmatch(year):
        head.note(value.line, "bad-source", words.BAD_YEAR)
        year = ""
    if seen and seen not in file_kinds.SEEN:
        head.note(value.line, "bad-source", words.unknown_seen(file_kinds.SEEN))
    title, where = head.text("title", value), head.text("where", value)
    caveat, read = head.text("caveat", value), head.day("read", value)
    return Source(name, title, where, int(year or 0), caveat, seen, read)
