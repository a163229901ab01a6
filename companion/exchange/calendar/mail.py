"""Finds the calendar in a mail that was saved: an invitation with all that is around it."""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

from companion.domain.text import AT_THE_START, decode_file, encoding_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage

_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]*):(?:[ \t]|$)")
_PEOPLE = frozenset({"from", "to", "cc", "subject", "date", "sender", "reply-to"})
_POST = frozenset(
    {
        *("mime-version", "content-type", "content-transfer-encoding", "message-id", "received"),
        *("return-path", "delivered-to", "dkim-signature", "thread-index", "thread-topic"),
        *("x-mailer", "user-agent", "in-reply-to", "references", "authentication-results"),
    }
)
_FEW = 3
_MOST_LINES = 200
_CALENDARS = frozenset({"text/calendar", "application/ics", "text/x-vcalendar"})
_ENDINGS = (".ics", ".ical", ".vcs", ".icalendar")
_BEGIN = re.compile(rb"BEGIN:VCALENDAR[ \t]*\r?\n", re.IGNORECASE)
_METHOD = re.compile(r"[A-Za-z]{1,20}\Z")
_MOST_PARTS = 1000


def is_mail(text: str, *, named: bool = False) -> bool:
    """Whether a text begins like a mail.

    Args:
        text: Its first lines.
        named: Whether its name says that it is one; then a single header is enough.
    """
    people: set[str] = set()
    post = False
    for line in _head(text).splitlines()[:_MOST_LINES]:
        found = _HEADER.match(line)
        if not line.strip():
            break
        if found is not None:
            name = found[1].lower()
            post = post or name in _POST
            people |= {name} & _PEOPLE
        elif line[0] not in " \t":
            break
    return (bool(people) and (post or named or len(people) >= _FEW)) or (post and named)


def _head(text: str) -> str:
    """Return a mail without what mailboxes put before it: `From …`, or the number of its bytes."""
    first, end, rest = text.lstrip("\ufeff\r\n").partition("\n")
    mailbox = first.startswith(("From ", ">From ")) or first.strip().isdecimal()
    return rest if mailbox else f"{first}{end}{rest}"


def calendar_in(data: bytes) -> bytes | None:
    """Return the calendars in a mail, one after the other, in UTF-8; None when there is none."""
    if encoding_of(data[:AT_THE_START])[0] != "utf-8":
        data = decode_file(data).encode()
    data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    text = _head(data.decode("utf-8", "surrogateescape"))
    mail = message_from_bytes(text.encode("utf-8", "surrogateescape"), policy=policy.default)
    found = dict.fromkeys(_parts(mail))
    return b"\r\n".join(found) if found else None


def _parts(mail: EmailMessage) -> Iterator[bytes]:
    """Return the calendars among the parts of a mail, each once."""
    for number, part in enumerate(mail.walk()):
        if number > _MOST_PARTS:
            return
        kind = part.get_content_type().lower()
        name = _name_of(part).lower()
        if kind == "message/rfc822" or name.endswith(".eml"):
            inner = calendar_in(_packed(part))
            if inner is not None:
                yield inner
        if part.is_multipart():
            continue
        content = _content(part)
        if kind in _CALENDARS or name.endswith(_ENDINGS) or _BEGIN.search(content):
            if _BEGIN.search(content) is None:
                continue
            yield _with_method(content, _parameter(part, "method"))


def _packed(part: EmailMessage) -> bytes:
    """Return a mail that is attached in a transfer encoding, and so was not parsed yet."""
    how = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    if how not in {"base64", "quoted-printable"}:
        return b""
    if not part.is_multipart():
        return _content(part)
    text = b"".join(each.as_bytes() for each in part.iter_parts())
    try:
        return base64.b64decode(text) if how == "base64" else quopri.decodestring(text)
    except binascii.Error:
        return b""


def _content(part: EmailMessage) -> bytes:
    """Return the content of a part, decoded, in UTF-8."""
    try:
        found = part.get_payload(decode=True)
    except (ValueError, LookupError, AttributeError):
        return b""
    if not isinstance(found, bytes):
        return b""
    if encoding_of(found[:AT_THE_START])[0] != "utf-8":
        return decode_file(found).encode()
    charset = _parameter(part, "charset")
    if charset and charset.lower() not in {"utf-8", "utf8", "us-ascii", "ascii"}:
        try:
            return found.decode(charset).encode()
        except (LookupError, UnicodeError):
            return found
    return found


def _parameter(part: EmailMessage, name: str) -> str:
    try:
        value = part.get_param(name)
    except (ValueError, LookupError, AttributeError, IndexError):
        return ""
    return value if isinstance(value, str) else ""


def _name_of(part: EmailMessage) -> str:
    try:
        return part.get_filename() or ""
    except (ValueError, LookupError, AttributeError, IndexError):
        return ""


def _with_method(content: bytes, method: str) -> bytes:
    """Add the method that a part names to its calendar: some mails name it only there."""
    if not _METHOD.match(method):
        return content
    return _BEGIN.sub(lambda found: found[0] + f"METHOD:{method}\r\n".encode(), content)
