"""Finds the kind of a file to import: by its content, then by its name."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
import zlib
from enum import StrEnum

from companion.domain.text import AT_THE_START, decode_file
from companion.exchange.calendar.mail import is_mail


class FileKind(StrEnum):
    """Kind of a file; the first four can be imported."""

    CASE = "case"
    """JSON."""
    CALENDAR = "calendar"
    """Appointments."""
    MAIL = "mail"
    """A mail; it may contain a calendar."""
    TEXT = "text"
    """A list of questions."""
    EMPTY = "empty"
    """Nothing, or white space."""
    BACKUP = "backup"
    """A backup of this program."""
    PDF = "pdf"
    RTF = "rtf"
    WORD = "word"
    """A document of Word or of a similar program."""
    TABLE = "table"
    CSV = "csv"
    """A table as text."""
    SLIDES = "slides"
    BOOK = "book"
    OUTLOOK = "outlook"
    """A mail in Outlook's own format."""
    CONTACTS = "contacts"
    PAGE = "page"
    """A web page."""
    XML = "xml"
    LINK = "link"
    """A file that only points to an address."""
    PICTURE = "picture"
    """A picture, or a scan."""
    RECORDING = "recording"
    """Sound or video."""
    PACKED = "packed"
    DATABASE = "database"
    PROGRAM = "program"
    LOCKED = "locked"
    """Something encrypted."""
    OTHER = "other"
    """Not a text, and of no known kind."""


_MAGIC: dict[FileKind, tuple[bytes, ...]] = {
    FileKind.PDF: (b"%PDF-", b"%!PS-Adobe"),
    FileKind.RTF: (b"{\\rtf",),
    FileKind.PICTURE: (
        *(b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a"),
        *(b"II*\0", b"MM\0*", b"8BPS\0"),
    ),
    FileKind.DATABASE: (b"SQLite format 3\0",),
    FileKind.PACKED: (
        *(b"\x1f\x8b", b"BZh9", b"BZh6", b"\xfd7zXZ\0", b"7z\xbc\xaf\x27\x1c"),
        *(b"Rar!\x1a\x07", b"\x28\xb5\x2f\xfd"),
    ),
    FileKind.RECORDING: (b"ID3\x03", b"ID3\x04", b"OggS\0", b"fLaC\0", b"\x1aE\xdf\xa3", b"#!AMR"),
    FileKind.PROGRAM: (b"\x7fELF", b"MZ\x90\0", b"\xcf\xfa\xed\xfe"),
    FileKind.LINK: (b"bplist00",),
    FileKind.OUTLOOK: (b"\x78\x9f\x3e\x22",),
    FileKind.LOCKED: (
        *(b"age-encryption.org/", b"-----BEGIN PGP MESSAGE", b"-----BEGIN AGE ENCRYPTED"),
        b"Salted__",
    ),
}
"""First bytes of a file, by kind."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_BY_ENDING: dict[str, FileKind] = {
    **dict.fromkeys((".xls", ".xlt", ".numbers", ".ods"), FileKind.TABLE),
    **dict.fromkeys((".ppt", ".pps", ".key", ".odp"), FileKind.SLIDES),
    ".msg": FileKind.OUTLOOK,
}
_IN_ZIP: tuple[tuple[str, FileKind], ...] = (
    ("word/", FileKind.WORD),
    ("xl/", FileKind.TABLE),
    ("ppt/", FileKind.SLIDES),
    ("META-INF/container.xml", FileKind.BOOK),
    ("Index/Document.iwa", FileKind.WORD),
    ("Index.zip", FileKind.WORD),
)
_MIMETYPES: tuple[tuple[str, FileKind], ...] = (
    ("opendocument.text", FileKind.WORD),
    ("opendocument.spreadsheet", FileKind.TABLE),
    ("opendocument.presentation", FileKind.SLIDES),
    ("epub", FileKind.BOOK),
)
_MEDIA = re.compile(rb".{4}ftyp(.{4})", re.DOTALL)
_PICTURES = frozenset({b"heic", b"heix", b"heif", b"mif1", b"msf1", b"avif", b"avis", b"hevc"})
_RIFF = re.compile(rb"RIFF.{4}(WEBP|WAVE|AVI )", re.DOTALL)
_TAR = slice(257, 262)

CALENDAR_ENDINGS = (".ics", ".ical", ".icalendar", ".vcs", ".ifb")
_CALENDAR = re.compile(r"(?:^|[\r\n])[> \t]*BEGIN[ \t]*:[ \t]*VCALENDAR\b", re.IGNORECASE)
_EVENT = re.compile(r"\s*BEGIN:VEVENT\b", re.IGNORECASE)
_CONTACT = re.compile(r"\s*BEGIN:VCARD\b", re.IGNORECASE)
_WHOLE_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head)\b",
    re.IGNORECASE | re.DOTALL,
)
_PIECE_OF_PAGE = re.compile(
    r"\s*<(?:body|p|div|ul|ol|table|h[1-6]|span|br|a|b|i|font|center|meta|title|style|script)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_TAG_END = re.compile(r"</[a-z][a-z0-9]{0,10}\s*>|<br\s*/?>", re.IGNORECASE)
_ITEM = re.compile(r"^[ \t]{0,12}(?:[-*+]|\d{1,9}[.)])[ \t]", re.MULTILINE)
_XML = re.compile(r"\s*<\?xml\b|\s*<(?:svg|plist|rss|feed)\b[^<>]{0,2000}>", re.IGNORECASE)
_SHORTCUT = re.compile(r"\s*\[InternetShortcut\]", re.IGNORECASE)
_OBJECT = re.compile(r'\s*\{\s*(?:"|\}\s*\Z)')
_LIST = re.compile(r'\s*\[\s*(?:[\[\{"\]]|-?\d|true|false|null)')
_MARKDOWN_ENDINGS = (".md", ".markdown", ".mdown")
_NUMBER = re.compile(r"(?:[-*+•]|\d{1,9}[.)]?|\[[ xX]\])\Z")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LOOKED_AT = 64 * 1024
_FEWEST_ROWS = 2
_A_FEW = 3
"""Control characters that any text may contain."""
_ONE_IN = 50
"""A text has fewer control characters than one in so many."""


def kind_of(name: str, data: bytes) -> FileKind:
    """Return the kind of a file; its name counts only where its content does not tell.

    Args:
        name: The file's name; empty for standard input.
        data: Its content.
    """
    ending = name.lower()
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:AT_THE_START]
    if not start:
        return FileKind.EMPTY
    return _by_first_bytes(ending, data) or _by_text(ending, data)


def _by_first_bytes(ending: str, data: bytes) -> FileKind | None:
    begins = data.lstrip()[:32]
    for kind, magic in _MAGIC.items():
        if begins.startswith(magic) or data.startswith(magic):
            return kind
    if data.startswith(_ZIP):
        return _of_zip(ending, data)
    if data.startswith(_OLD_OFFICE):
        return _by_ending(ending) or FileKind.WORD
    return _of_media(data) or (FileKind.PACKED if data[_TAR] == b"ustar" else None)


def _of_media(data: bytes) -> FileKind | None:
    media, riff = _MEDIA.match(data), _RIFF.match(data)
    if media is not None:
        return FileKind.PICTURE if media[1] in _PICTURES else FileKind.RECORDING
    if riff is not None:
        return FileKind.PICTURE if riff[1] == b"WEBP" else FileKind.RECORDING
    return FileKind.PICTURE if data.startswith(b"BM") and b"\0" in data[:32] else None


def _by_ending(ending: str) -> FileKind | None:
    return next((kind for end, kind in _BY_ENDING.items() if ending.endswith(end)), None)


def _of_zip(ending: str, data: bytes) -> FileKind:
    """Return the kind of a zip: a backup of ours, a document, or an archive."""
    names, said = _contents(data)
    ours = any(each.endswith("manifest.json") for each in names)
    if ours and any("cases/" in each for each in names):
        return FileKind.BACKUP
    found = next((kind for part, kind in _MIMETYPES if part in said), None)
    for part, kind in _IN_ZIP:
        if any(each.startswith(part) for each in names):
            found = found or kind
    return _by_ending(ending) or found or FileKind.PACKED


def _contents(data: bytes) -> tuple[list[str], str]:
    """Return the names in a zip, and the kind that it names itself."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = packed.namelist()
            if "mimetype" not in names:
                return names, ""
            with packed.open("mimetype") as said:
                return names, said.read(200).decode("ascii", "replace")
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError):
        return _names_in(data), ""


_ENTRY = re.compile(rb"PK\x03\x04.{22}(..)..", re.DOTALL)


def _names_in(data: bytes) -> list[str]:
    """Return the names in a damaged zip, read from its entries."""
    return [
        data[found.end() : found.end() + int.from_bytes(found[1], "little")].decode(
            "utf-8", "replace"
        )
        for found in _ENTRY.finditer(data)
    ]


def _by_text(ending: str, data: bytes) -> FileKind:
    text = decode_file(data[:_LOOKED_AT])
    if _has_controls(text):
        return FileKind.OTHER
    if not text.strip():
        return FileKind.EMPTY
    if is_mail(text, named=ending.endswith((".eml", ".emlx", ".mht", ".mhtml"))):
        return FileKind.MAIL
    whole = decode_file(data) if len(data) > _LOOKED_AT else text
    if _CALENDAR.search(whole) or _EVENT.match(text):
        return FileKind.CALENDAR
    if _CONTACT.match(text):
        return FileKind.CONTACTS
    named = FileKind.CALENDAR if ending.endswith(CALENDAR_ENDINGS) else None
    return _marked_up(ending, text) or named or _data(ending, whole)


def _has_controls(text: str) -> bool:
    found = len(_CONTROL.findall(text))
    return found > _A_FEW and found * _ONE_IN > len(text)


def _marked_up(ending: str, text: str) -> FileKind | None:
    if _WHOLE_PAGE.match(text):
        return FileKind.PAGE
    if _XML.match(text):
        return FileKind.LINK if ending.endswith(".webloc") else FileKind.XML
    if _SHORTCUT.match(text):
        return FileKind.LINK
    piece = _PIECE_OF_PAGE.match(text) and _TAG_END.search(text)
    if piece and not ending.endswith(_MARKDOWN_ENDINGS) and not _ITEM.search(text):
        return FileKind.PAGE
    return None


def _data(ending: str, text: str) -> FileKind:
    if ending.endswith(".json") or _is_json(text):
        return FileKind.CASE
    if ending.endswith((".csv", ".tsv")) or _is_table(text):
        return FileKind.CSV
    return FileKind.TEXT


def _is_json(text: str) -> bool:
    """Whether a text is JSON; a question may begin with the same character."""
    if _OBJECT.match(text):
        return True
    if not _LIST.match(text):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _is_table(text: str) -> bool:
    """Whether every line has the same number of cells; in sentences a space follows a comma."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < _FEWEST_ROWS or all(line.endswith("?") for line in lines):
        return False
    return any(_has_cells(lines, mark) for mark in ",;\t|")


def _has_cells(lines: list[str], mark: str) -> bool:
    bare = [re.sub(r'"[^"]*"', '""', line) for line in lines]
    if any(mark not in line for line in bare):
        return False
    in_words = re.compile(rf"{re.escape(mark)}\s|\d{re.escape(mark)}\d")
    if mark in ",;" and any(in_words.search(line) for line in bare):
        return False
    if mark == "|" and all(line.startswith("|") for line in lines):
        return False
    try:
        rows = list(csv.reader(lines, delimiter=mark))
    except csv.Error:
        return False
    numbered = mark == "\t" and all(_NUMBER.match(row[0]) for row in rows)
    return len({len(row) for row in rows}) == 1 and not numbered
