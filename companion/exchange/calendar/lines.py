"""The lines of a calendar file, and the components they belong to.

RFC 5545 and vCalendar 1.0 alike: folded lines, quoted-printable, several calendars in one file. A
line that cannot be read is skipped, and named.
"""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from companion.domain.text import AT_THE_START, clean, decode, encoding_of
from companion.exchange.calendar.values import can_be_read, read_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LINE_END = re.compile(r"\r\n|\r|\n")
_BEGIN = re.compile(r"(?:^|[\r\n])([> \t]*)BEGIN[ \t]*:[ \t]*VCALENDAR\b", re.IGNORECASE)
_SIMPLE = re.compile(r"(?:[\w-]+\.)?([A-Za-z0-9-]+)[ \t]*((?:;[^:;\"]*)*):(.*)\Z", re.DOTALL)
_QUOTED = re.compile(
    r"(?:[\w-]+\.)?([A-Za-z0-9-]+)[ \t]*((?:;(?:[^:;\"]|\"[^\"]*\")*)*):(.*)\Z", re.DOTALL
)
_LOOSE = re.compile(r"(?:[\w-]+\.)?([A-Za-z0-9-]+)[ \t]*(;[^:]*)?:(.*)\Z", re.DOTALL)
"""A quotation mark without a second one."""
_PARAMETER = re.compile(r";((?:[^;\"]|\"[^\"]*\")*)")
_SOFT_END = re.compile(r"[^:]*QUOTED-PRINTABLE[^:]*:.*=\Z", re.IGNORECASE | re.DOTALL)
_ESCAPED = re.compile(r"\\([\\;,:\"nN])")
_WORDS_FIELD = frozenset({"DESCRIPTION", "COMMENT"})
# fmt: off
_NAMES = frozenset({
    "ACTION", "ATTACH", "ATTENDEE", "BEGIN", "CALSCALE", "CATEGORIES", "CLASS", "COLOR",
    "COMMENT", "COMPLETED", "CONFERENCE", "CONTACT", "CREATED", "DAYLIGHT", "DCREATED",
    "DESCRIPTION", "DTEND", "DTSTAMP", "DTSTART", "DUE", "DURATION", "END", "EXDATE", "EXRULE",
    "FREEBUSY", "GEO", "IMAGE", "LAST-MODIFIED", "LOCATION", "METHOD", "NAME", "ORGANIZER",
    "PERCENT-COMPLETE", "PRIORITY", "PRODID", "RDATE", "RECURRENCE-ID", "REFRESH-INTERVAL",
    "RELATED-TO", "REPEAT", "REQUEST-STATUS", "RESOURCES", "RRULE", "SEQUENCE", "SOURCE",
    "STATUS", "SUMMARY", "TRANSP", "TRIGGER", "TZ", "TZID", "TZNAME", "TZOFFSETFROM",
    "TZOFFSETTO", "TZURL", "UID", "URL", "VERSION", "DALARM", "AALARM", "MALARM", "PALARM",
    "RNUM", "ACKNOWLEDGED", "BUSYTYPE", "CALENDAR-ADDRESS", "CONCEPT", "DEFAULT-ALARM", "LINK",
    "LOCATION-TYPE", "PARTICIPANT-TYPE", "POLL-ITEM-ID", "PROXIMITY", "REFID", "RESOURCE-TYPE",
    "STRUCTURED-DATA", "STYLED-DESCRIPTION", "TZID-ALIAS-OF", "TZUNTIL",
})
# fmt: on
"""Names that a line may have; `Bring:` and `NOTE:` are words of a person."""


@dataclass(frozen=True, slots=True)
class PropertyLine:
    """One property of a component."""

    name: str
    """In capitals."""
    parameters: Mapping[str, str]
    """By name in capitals, without quotation marks."""
    value: str
    """Its value, without quoted-printable and base64."""
    number: int
    """Number of the line, from 1."""
    raw: str

    @property
    def text(self) -> str:
        r"""The value as text, with `\,` and `\n` unescaped."""
        return clean(_ESCAPED.sub(_unescaped, self.value))


@dataclass(slots=True)
class Component:
    """Everything between BEGIN and END."""

    name: str
    """In capitals."""
    lines: list[PropertyLine] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)

    def every(self, *names: str) -> Iterator[PropertyLine]:
        """Return the properties of these names, in the order of the file."""
        return (line for line in self.lines if line.name in names)

    def first(self, *names: str) -> PropertyLine | None:
        """Return the first property of these names, one with words before one without."""
        found = list(self.every(*names))
        return next((line for line in found if line.value.strip()), found[0] if found else None)

    def text(self, *names: str) -> str:
        """Return the text of that property; empty when there is none."""
        line = self.first(*names)
        return line.text if line is not None else ""

    def walk(self, *names: str) -> Iterator[Component]:
        """Yield the components of these names, at any depth, in the order of the file."""
        waiting = [self]
        while waiting:
            part = waiting.pop()
            if part.name in names:
                yield part
            waiting.extend(reversed(part.parts))


@dataclass(frozen=True, slots=True)
class CalendarLines:
    """A calendar file, parsed."""

    calendars: tuple[Component, ...]
    """Its calendars; lines outside of them form one more, at the end."""
    skipped: tuple[tuple[int, str], ...]
    """Number and text of each line that could not be read."""
    cut_off: bool
    """Whether the file ends before the calendar does."""


def _unescaped(found: re.Match[str]) -> str:
    letter = found[1]
    return "\n" if letter in "nN" else letter


def _whole_text(data: bytes) -> str:
    """Return the file as text; bytes that are not UTF-8 become surrogates."""
    name, mark = encoding_of(data[:AT_THE_START])
    text = data[mark:]
    return text.decode(name, "surrogateescape" if name == "utf-8" else "replace")


def _in_charset(raw: bytes, charset: str) -> str:
    try:
        return raw.decode(charset or "utf-8")
    except (LookupError, UnicodeError):
        return decode(raw)


def _decoded(value: str, parameters: Mapping[str, str]) -> str:
    """Return the value without its transfer encoding, in the charset that the line names."""
    how = parameters.get("ENCODING", "").upper()
    charset = parameters.get("CHARSET", "")
    raw = value.encode("utf-8", "surrogateescape")
    if how == "QUOTED-PRINTABLE":
        return _in_charset(quopri.decodestring(raw), charset)
    if how in {"BASE64", "B"} and parameters.get("VALUE", "").upper() != "BINARY":
        try:
            return _in_charset(base64.b64decode(raw, validate=False), charset)
        except binascii.Error:
            return value
    if value.isascii():
        return value
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return _in_charset(raw, charset)
    return value


def _parameters(written: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in _PARAMETER.findall(written):
        name, equals, value = part.partition("=")
        name = name.strip().upper()
        if not equals:
            # vCalendar 1.0 lets a value stand alone: `SUMMARY;QUOTED-PRINTABLE:`.
            name, value = ("ENCODING" if name in {"QUOTED-PRINTABLE", "BASE64"} else "TYPE"), name
        found.setdefault(name, value.strip().strip('"'))
    return found


def _line(written: str, number: int) -> PropertyLine | None:
    """Parse a whole line; None for words that are not a property."""
    found = _SIMPLE.match(written) or _QUOTED.match(written) or _LOOSE.match(written)
    if found is None:
        return None
    name = found[1].upper()
    if name not in _NAMES and not name.startswith("X-"):
        return None
    parameters = _parameters(found[2] or "") if found[2] else {}
    value = found[3]
    if ":" in value and "TZID" in parameters and read_time(value) is None:
        # The name of a zone that holds a colon and has no quotation marks.
        more, _, value = value.rpartition(":")
        parameters["TZID"] += ":" + more.rstrip('"')
    return PropertyLine(name, parameters, _decoded(value, parameters), number, written)


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Return the unfolded lines of a file, with their numbers."""
    begun = _BEGIN.search(text)
    before = begun[1] if begun else ""
    parts: list[str] = []
    first = 0
    soft = False
    for number, written in enumerate(_LINE_END.split(text), 1):
        line = written.removeprefix(before) if before else written
        if parts and (soft or (line[:1] in {" ", "\t"} and line.strip())):
            if soft:
                parts[-1] = parts[-1][:-1]
            parts.append(line if soft else line[1:])
        elif line.strip():
            if parts:
                yield first, "".join(parts)
            parts, first = [line], number
        soft = line.endswith("=") and _SOFT_END.match("".join(parts)) is not None
    if parts:
        yield first, "".join(parts)


class _Builder:
    """Puts properties into components."""

    def __init__(self) -> None:
        self.outside = Component("VCALENDAR")
        self.calendars: list[Component] = []
        self.skipped: list[tuple[int, str]] = []
        self._open: list[Component] = []
        self.ended = True

    def take(self, number: int, written: str) -> None:
        """Add one whole line."""
        line = _line(written, number)
        if line is None:
            self._take_words(number, written)
        elif line.name == "BEGIN":
            self._begin(line.value.strip().upper())
        elif line.name == "END":
            self._end(line)
        elif self._open:
            if not can_be_read(line.name, line.value):
                self.skipped.append((number, written))
            self._open[-1].lines.append(line)
        elif self.calendars:
            self.skipped.append((number, written))

    def _take_words(self, number: int, written: str) -> None:
        """Add words without a name: more of a description that was not folded, else nothing."""
        part = self._open[-1] if self._open else None
        last = part.lines[-1] if part is not None and part.lines else None
        strange = any(written.upper().startswith(name) for name in _NAMES)
        described = last is not None and last.name in _WORDS_FIELD and not strange
        if part is not None and part.name == "VEVENT" and last is not None and described:
            more = f"{last.value}\\n{_decoded(written, {})}"
            part.lines[-1] = PropertyLine(last.name, last.parameters, more, last.number, last.raw)
        elif self._open:
            self.skipped.append((number, written))

    def _begin(self, name: str) -> None:
        names = [each.name for each in self._open]
        if name == "VCALENDAR":
            self._open.clear()
        elif name in {"VEVENT", "VTODO", "VJOURNAL", "VTIMEZONE"}:
            # The END of what was before is missing: these stand in a calendar alone.
            del self._open[1 if names[:1] == ["VCALENDAR"] else 0 :]
        part = Component(name)
        if name == "VCALENDAR":
            self.calendars.append(part)
        else:
            (self._open[-1] if self._open else self.outside).parts.append(part)
        self._open.append(part)
        self.ended = False

    def _end(self, line: PropertyLine) -> None:
        name = line.value.strip().upper()
        names = [each.name for each in self._open]
        if name not in names:
            self.skipped.append((line.number, line.raw))
            return
        del self._open[len(names) - 1 - names[::-1].index(name) :]
        self.ended = not self._open


def read_lines(data: bytes) -> CalendarLines:
    """Parse a calendar file.

    Args:
        data: The file, in UTF-8, UTF-16 or the charset that its lines name.
    """
    text = _whole_text(data)
    builder = _Builder()
    for number, written in _unfolded(text):
        builder.take(number, written)
    outside = (builder.outside,) if builder.outside.parts else ()
    return CalendarLines(
        (*builder.calendars, *outside),
        tuple((number, clean(_in_charset(_bytes(text), ""))) for number, text in builder.skipped),
        not builder.ended,
    )


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
