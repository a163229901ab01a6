"""Checked front matter of `pack.md` and of the other files."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from companion.domain.pack import PackHead, Problem, Situation, Source
from companion.packs import file_kinds
from companion.packs.front_matter import YamlFields, YamlSequence, YamlText
from companion.words import packs as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.packs.front_matter import Value

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
