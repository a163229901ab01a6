"""The calendar in a mail is found, however the mail packs it."""

from __future__ import annotations

import base64
from email.message import EmailMessage

import pytest

from companion.exchange.calendar.mail import calendar_in
from companion.exchange.file_kinds import FileKind, kind_of
from tests.unit.exchange.calendar_text import calendar, event, read

INVITATION = calendar(
    *event("UID:u1", "SUMMARY:Dr Müller", "DTSTART:20261203T130000Z", "DESCRIPTION:" + "a" * 200)
)


def mail(*, method: str = "REQUEST", cte: str = "base64", charset: str = "utf-8") -> EmailMessage:
    """An invitation as mail programs send it: text, page, calendar, and the calendar as a file."""
    message = EmailMessage()
    message["From"] = "Front desk <desk@example.org>"
    message["To"] = "alva@example.org"
    message["Subject"] = "Invitation: Dr Müller"
    message.set_content("You are invited.")
    message.add_alternative("<p>You are invited.</p>", subtype="html")
    text = INVITATION.decode()
    message.add_alternative(
        text, subtype="calendar", cte=cte, charset=charset, params={"method": method}
    )
    message.add_attachment(INVITATION, maintype="application", subtype="ics", filename="invite.ics")
    return message


@pytest.mark.promise("import.other-kinds")
@pytest.mark.parametrize("cte", ["base64", "quoted-printable", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_the_calendar_in_a_mail_is_read_once(cte: str, charset: str, end: bytes) -> None:
    data = mail(cte=cte, charset=charset).as_bytes().replace(b"\n", end)
    assert kind_of("a.eml", data) is kind_of("a.txt", data) is FileKind.MAIL
    found = read(calendar_in(data) or b"")
    assert [each.name for each in found.appointments] == ["Dr Müller"]


@pytest.mark.parametrize(
    "before", [b"", b"From desk@example.org Mon Nov 30\n", b"12345\n", b"\xef\xbb\xbf", b"\n\n"]
)
def test_what_mailboxes_write_before_a_mail_is_passed_over(before: bytes) -> None:
    data = before + mail().as_bytes()
    assert kind_of("", data) is FileKind.MAIL
    assert len(read(calendar_in(data) or b"").appointments) == 1


def test_a_mail_may_call_off_what_its_calendar_does_not() -> None:
    message = EmailMessage()
    message["Subject"] = "Canceled"
    message["From"] = "desk@example.org"
    message.set_content(INVITATION.decode(), subtype="calendar", params={"method": "CANCEL"})
    found = read(calendar_in(message.as_bytes()) or b"")
    assert (len(found.appointments), len(found.called_off)) == (0, 1)


def test_a_mail_in_a_mail_is_looked_through() -> None:
    outer = EmailMessage()
    outer["Subject"] = "Fwd"
    outer["From"] = "sam@example.org"
    outer.set_content("See below.")
    outer.add_attachment(mail())
    assert len(read(calendar_in(outer.as_bytes()) or b"").appointments) == 1


def test_a_calendar_that_is_written_into_a_mail_is_found() -> None:
    data = b"From: a@example.org\nSubject: x\nDate: Mon\n\nHello\n" + INVITATION + b"\nBye\n"
    assert kind_of("", data) is FileKind.MAIL
    assert len(read(calendar_in(data) or b"").appointments) == 1


@pytest.mark.parametrize("cut", range(0, 1400, 97))
def test_a_mail_that_is_cut_is_no_trouble(cut: int) -> None:
    calendar_in(mail().as_bytes()[:cut])


def test_a_mail_without_a_calendar_has_none() -> None:
    message = EmailMessage()
    message["From"] = "a@example.org"
    message.set_content("BEGIN:VCALENDAR is a word of calendars.")
    assert calendar_in(message.as_bytes()) is None


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "utf-32"])
def test_a_calendar_in_another_encoding_of_unicode_is_found(encoding: str) -> None:
    message = EmailMessage()
    message["From"] = "desk@example.org"
    message.set_content("See below.")
    attached = INVITATION.decode().encode(encoding)
    message.add_attachment(attached, maintype="application", subtype="ics", filename="a.ics")
    assert len(read(calendar_in(message.as_bytes()) or b"").appointments) == 1


@pytest.mark.parametrize("kind", ["message/rfc822", "application/octet-stream"])
def test_a_mail_that_is_packed_into_a_mail_is_looked_through(kind: str) -> None:
    packed = base64.encodebytes(mail().as_bytes()).decode()
    data = (
        "From: sam@example.org\nSubject: Fwd\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="out"\n\n--out\n'
        f'Content-Type: {kind}; name="Termin.eml"\nContent-Transfer-Encoding: base64\n\n'
        f"{packed}\n--out--\n"
    )
    assert len(read(calendar_in(data.encode()) or b"").appointments) == 1
