"""Events of a calendar file (VEVENT), what their properties say, and what words in them mean."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from companion.exchange.calendar.values import OUR_UIDS, read_length, read_number, read_time
from companion.words import exchange as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.exchange.calendar.lines import Component, PropertyLine
    from companion.exchange.calendar.zones import Setting, Zones

MOST_MINUTES = 7 * 24 * 60
"""The longest appointment whose length is kept."""
MOST_DETAILS = 100_000
"""Characters of a description that are kept."""
_LINKS = (
    "URL",
    "CONFERENCE",
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
    "X-ZOOM-MEETING-URL",
)
_MEANT_FOR_PEOPLE = ("COMMENT", "CONTACT")
"""Further text for people: who will call is often a contact."""
_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One VEVENT as it stands in a file."""

    component: Component
    name: str
    """SUMMARY."""
    uid: str
    """UID, or a hash in its place."""
    version: tuple[int, datetime, datetime]
    """Greater is newer."""
    off: bool
    """Whether it is called off."""
    wall: datetime | None = None
    """Its start as a clock of its zone shows it."""
    setting: Setting | None = None
    """The zone of its start, and how it is written."""
    slot: date | datetime | None = None
    """RECURRENCE-ID, in its own zone where it names one."""
    why_not: str = ""
    """Why it cannot be a visit; empty if it can."""

    @property
    def start_key(self) -> str:
        """Its start as it is kept; empty where it has none."""
        if self.wall is None or self.setting is None:
            return ""
        return self.setting.kept(self.wall)[0]

    @property
    def slot_key(self) -> object:
        """The key that tells the times of one series apart; None where it has no RECURRENCE-ID."""
        if self.slot is None:
            return None
        if self.setting is not None and isinstance(self.slot, datetime) and not self.setting.whole:
            return self.setting.instant(self.setting.wall(self.slot)).astimezone(UTC)
        return basic_form(self.slot)

    def wall_slot(self, setting: Setting) -> date | datetime:
        """Return the time of a series that it stands for, by the clocks of the series."""
        slot = self.slot or date.min
        if not isinstance(slot, datetime):
            return slot
        if slot.tzinfo is None and self.setting is not None and not self.setting.whole:
            slot = self.setting.instant(slot)
        return setting.wall(slot)

    def has_lines_of(self, other: CalendarEvent) -> bool:
        """Whether it is the same, line by line."""
        return [line.raw for line in self.component.lines] == [
            line.raw for line in other.component.lines
        ]


def parameter_of(line: PropertyLine | None, name: str) -> str:
    """Return a parameter of a property; empty where there is none."""
    return line.parameters.get(name, "") if line is not None else ""


def time_of(line: PropertyLine | None) -> date | datetime | None:
    """Return the day or time of a property."""
    if line is None:
        return None
    at = read_time(line.value)
    whole = line.parameters.get("VALUE", "").upper() == "DATE"
    return at.date() if whole and isinstance(at, datetime) else at


def version_of(event: Component) -> tuple[int, datetime, datetime]:
    """Return SEQUENCE, then LAST-MODIFIED or DTSTAMP; the greater, the newer."""
    stamped = _instant(event.first("DTSTAMP"))
    changed = _instant(event.first("LAST-MODIFIED"))
    sequence = event.first("SEQUENCE")
    number = read_number(sequence.value) if sequence is not None else 0
    return number, max(changed, stamped), stamped


def _instant(line: PropertyLine | None) -> datetime:
    at = read_time(line.value) if line is not None else None
    if not isinstance(at, datetime):
        return _LONG_AGO
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


def is_called_off(event: Component, calendar: Component, name: str) -> bool:
    """Whether method, status or summary say that an event is called off."""
    methods = (*calendar.every("METHOD"), *event.every("METHOD"))
    return (
        any(line.value.strip().upper().startswith("CANCEL") for line in methods)
        or any(means_called_off(line.text.strip()) for line in event.every("STATUS"))
        or says_called_off(name.strip())
    )


def minutes_of(event: Component, wall: datetime, setting: Setting, zones: Zones) -> int | None:
    """Return how many minutes an event lasts; None for a length that cannot be meant."""
    lasts = None if setting.whole else length_of(event, wall, setting, zones)
    if lasts is None:
        return None
    minutes = lasts // timedelta(minutes=1)
    return minutes if 0 < minutes <= MOST_MINUTES else None


def length_of(event: Component, wall: datetime, setting: Setting, zones: Zones) -> timedelta | None:
    """Return how long an event says that it lasts, whether that can be or not."""
    line = event.first("DTEND")
    end, length = time_of(line), event.first("DURATION")
    lasts = read_length(length.value) if length is not None else None
    if isinstance(end, datetime) and line is not None:
        zone = zones.find(line.parameters["TZID"]) if line.parameters.get("TZID") else None
        if end.tzinfo is None and zone is not None:
            end = end.replace(tzinfo=zone)
        if end.tzinfo is None:
            lasts = end - wall
        else:
            lasts = end.astimezone(UTC) - setting.instant(wall).astimezone(UTC)
    elif end is not None and setting.whole:
        lasts = setting.wall(end) - wall
    return lasts


def why_no_length(lasts: timedelta | None, setting: Setting) -> str:
    """Return why a length was not taken; empty where it was, or none is named."""
    if lasts is None:
        return ""
    if lasts < timedelta():
        return words.ENDS_BEFORE
    if setting.whole:
        return words.several_days(lasts.days) if lasts.days > 1 else ""
    return words.TOO_LONG if lasts > timedelta(minutes=MOST_MINUTES) else ""


def said_twice(event: Component) -> Iterator[str]:
    """Name the properties that an event gives twice, of which one was taken."""
    for name in words.SAID_ONCE:
        taken = event.text(name)
        for line in event.every(name):
            if line.text.strip() not in ("", taken.strip()):
                yield words.said_twice(name, taken, line.text)


def description_of(event: Component) -> str:
    """Return what an event says to people, as plain text."""
    text = event.text("DESCRIPTION", "STYLED-DESCRIPTION") or event.text("X-ALT-DESC")
    if is_html(text):
        text = words_of_html(text)
    parts = [text]
    for line in event.every(*_MEANT_FOR_PEOPLE):
        said = words_of_html(line.text) if is_html(line.text) else line.text
        if said.strip() and said.strip() not in text:
            parts.append(words.contact(said) if line.name == "CONTACT" else said)
    whole = "\n".join(part for part in parts if part.strip())
    return whole if len(whole) <= MOST_DETAILS else f"{whole[:MOST_DETAILS]}…"


def organizer_of(event: Component) -> str:
    """Return who invites: name and address."""
    line = event.first("ORGANIZER")
    name = parameter_of(line, "CN").strip()
    address = line.value.strip() if line is not None else ""
    if address.lower().startswith("mailto:"):
        address = address[len("mailto:") :]
    if "@" not in address or address == name or address.endswith(OUR_UIDS):
        address = ""
    return f"{name} ({address})" if name and address else name or address


def link_of(event: Component) -> str:
    """Return its URL, else the link of a video call; empty where there is none."""
    return next((found for name in _LINKS if (found := event.text(name).strip())), "")


def basic_form(at: date | datetime) -> str:
    """Write a day or time as calendars do: `20261203T140000Z`."""
    if not isinstance(at, datetime):
        return f"{at:%Y%m%d}"
    if at.tzinfo is None:
        return f"{at:%Y%m%dT%H%M%S}"
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%S}Z"


_OFF = (
    r"cancell?ed|cancell?ation|called off|abgesagt|storniert|annul(?:é|ée|ed|eret|erat|lato|lata)|"
    r"cancelad[oa]|geannuleerd|avlyst|inställd|inställt|aflyst|peruutettu|odwołan[oey]|zrušeno|"
    r"отменено|отменена|iptal edildi"
)
_KIND = r"event|appointment|visit|meeting|call|invitation|updated?|termin|besök|avtale|cita"
_OFF_FIRST = re.compile(
    rf"[\W_]*(?:(?:{_KIND})\s+){{0,2}}(?:{_OFF})(?:\s+(?:{_KIND})){{0,2}}"
    r"\s*(?:[:\])*!|–—-]|/(?=\s)|\Z)",
    re.IGNORECASE,
)
_OFF_LAST = re.compile(rf".*[\[(:–—*!|-]\s*(?:{_OFF})[\W_]*\Z", re.IGNORECASE | re.DOTALL)
_OFF_STATES = re.compile(rf"\W*(?:{_OFF}|cancell?)\W*\Z", re.IGNORECASE)

_BY = r"by|over the|via|on the|per|through|using|am|por|par"
_PHONE = r"(?:tele)?phone|telefon(?:isch|samtal|möte|time)?|téléphone|tel[ée]fono"
_ROOMS = (
    r"zoom|webex|skype|facetime|whatsapp|google meet|jitsi|doxy\.me|teams|"
    r"microsoft teams|ms teams|teleconference"
)
_VIDEO = r"video|video-?sprechstunde|visio(?:conférence)?|videollamada|videosamtal|videomøte"
_AFAR = r"tele-?health|tele-?medicine|virtual|online|remote"
_MEETING = (
    r"calls?|visits?|appointments?|consult(?:ation|ations)?|meetings?|conferences?|"
    r"chat|check-?in|follow-?up|review|session|termin|sprechstunde|link|besök|samtal"
)
_A_CALL = (
    # How: "phone call", "video visit", "Zoom meeting", "by phone", "via Teams", "(Zoom)".
    rf"\b(?:{_PHONE}|{_VIDEO}|{_ROOMS}|{_AFAR})[\s-]+(?:{_MEETING})\b",
    rf"\b(?:{_BY})\s+(?:{_PHONE}|{_VIDEO}|{_ROOMS})\b",
    r"\b(?:video-?|tele-?)(?:calls?|conferences?|visits?|consult\w*|chat)\b",
    r"\btelefon(?:samtal|möte|time|isch\w*|termin|konsult\w*|sprechstunde)\b|\banruf\b",
    r"\bvideo-?sprechstunde\b|\bvidéo\b|\bvisioconférence\b|\bvideollamada\b|\bllamada\b",
    r"\bt[eé]l[eé]-?(?:consult\w*|visita|sprechstunde)\b|\bvideo(?:termin|beratung)\b",
    r"\btele-?health\b|\btele-?medicine\b|\bcalls? (?:with|from|by|to)\b|\bwill call\b",
    r"\bmicrosoft teams\b|\bms teams\b|\bgoogle meet\b|\bzoom\b|\bwebex\b|\bskype\b|\bfacetime\b",
    r"\b(?:zoom\.us|teams\.microsoft|teams\.live|meet\.google|webex\.com|doxy\.me|whereby\.com)\b",
    rf"[(\[]\s*(?:{_PHONE}|{_VIDEO}|{_ROOMS}|call|online|virtual)\s*[)\]]",
    rf"[-–—:|/,]\s*(?:{_PHONE}|{_VIDEO}|{_ROOMS})\s*\Z",
    rf"\A\W*(?:{_PHONE}|{_ROOMS}|call|tel(?=[.:]))\b",
    rf"\A\W*(?:virtual(?:ly)?|online|remote(?:ly)?|by call|{_VIDEO})\W*\Z",
    r"\A\W*(?:tel:|callto:|sip:|https?://\S*(?:zoom|teams|meet|webex|whereby|doxy|jitsi))",
)
_CALL = re.compile("|".join(_A_CALL), re.IGNORECASE)
_ON_CALL = re.compile(r"\b(?:on|off)[- ]call\b|\bteams? of\b", re.IGNORECASE)
"""A doctor on call is not a visit by phone."""

_HTML = re.compile(
    r"<(?:!doctype\s+html|html|body|br|p|div|span|b|i|u|a|ul|ol|li|table|font|strong|em|h[1-6])"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_NOT_READ = re.compile(
    r"<(script|style|head|title)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL
)
_LINK = re.compile(
    r"<a\b[^<>]*?\bhref\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s<>\"']+))[^<>]*>(.*?)</a\s*>",
    re.IGNORECASE | re.DOTALL,
)
_NEW_LINE = re.compile(
    r"\s*(?:<br\b[^<>]*>|</(?:p|div|tr|li|h[1-6]|table|ul|ol)\s*>)[ \t\r\n]*", re.IGNORECASE
)
_ITEM = re.compile(r"<li\b[^<>]*>\s*", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z!][^<>]{0,2000}>")
_BLANKS = re.compile(r"[ \t\u00a0]+")
_MANY_LINES = re.compile(r"[ \t]*\n(?:[ \t]*\n)+")


def says_called_off(summary: str) -> bool:
    """Whether a summary says that it is called off: `Canceled: Dr Lind`, `Dr Lind (cancelled)`."""
    return bool(_OFF_FIRST.match(summary) or _OFF_LAST.match(summary))


def means_called_off(status: str) -> bool:
    """Whether a status says that it is called off, in any spelling."""
    return _OFF_STATES.match(status) is not None


def says_a_call(text: str) -> bool:
    """Whether a place or a summary says that it is a call, by phone or video."""
    return _CALL.search(_ON_CALL.sub(" ", text)) is not None


def is_html(text: str) -> bool:
    """Whether a text is HTML."""
    return _HTML.search(text) is not None


def words_of_html(page: str) -> str:
    """Return the words of HTML, with its lines; links as `text (address)`."""
    text = _NOT_READ.sub(" ", page)
    text = _LINK.sub(_with_address, text)
    text = re.sub(r"[ \t]*\n[ \t]*", " ", text)
    text = _TAG.sub("", _ITEM.sub("- ", _NEW_LINE.sub("\n", text)))
    text = _BLANKS.sub(" ", html.unescape(text).replace("\r", ""))
    lines = "\n".join(line.strip() for line in text.split("\n"))
    return _MANY_LINES.sub("\n\n", lines).strip()


def _with_address(found: re.Match[str]) -> str:
    address = (found[1] or found[2] or found[3] or "").strip()
    label = _TAG.sub("", found[4]).strip()
    if not address or html.unescape(address).removeprefix("mailto:") in {
        label,
        html.unescape(label),
    }:
        return label or address
    return f"{label} ({address})" if label else address
