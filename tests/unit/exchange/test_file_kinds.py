"""A file of another kind is refused by what it is, whatever its name; a question stays one."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as some

from companion.exchange.file_kinds import FileKind, kind_of
from companion.words import exchange as words

if TYPE_CHECKING:
    from pathlib import Path


def packed(*names: str, mimetype: str = "") -> bytes:
    """A zip with files of these names."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as target:
        if mimetype:
            target.writestr("mimetype", mimetype)
        for name in names:
            target.writestr(name, "x")
    return data.getvalue()


ODT = "application/vnd.oasis.opendocument.text"
FILES: list[tuple[FileKind, bytes]] = [
    (FileKind.PDF, b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"),
    (FileKind.PDF, b"\n%PDF-1.4\nall of it text"),
    (FileKind.RTF, b"{\\rtf1\\ansi Is it bad?}"),
    (FileKind.WORD, packed("[Content_Types].xml", "word/document.xml")),
    (FileKind.TABLE, packed("[Content_Types].xml", "xl/workbook.xml")),
    (FileKind.SLIDES, packed("ppt/presentation.xml")),
    (FileKind.WORD, packed("content.xml", mimetype=ODT)),
    (FileKind.TABLE, packed("content.xml", mimetype=ODT.replace("text", "spreadsheet"))),
    (FileKind.BOOK, packed("META-INF/container.xml", mimetype="application/epub+zip")),
    (FileKind.WORD, packed("Index/Document.iwa")),
    (FileKind.BACKUP, packed("manifest.json", "cases/abcdefgh/case.json")),
    (FileKind.BACKUP, packed("old/manifest.json", "old/cases/abcdefgh/case.json")),
    (FileKind.PACKED, packed("a.ics")),
    (FileKind.PACKED, packed("word/document.xml")[:10]),
    (FileKind.WORD, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 40),
    (FileKind.PACKED, b"\x1f\x8b\x08\0\0"),
    (FileKind.PICTURE, b"\x89PNG\r\n\x1a\n\0\0"),
    (FileKind.PICTURE, b"\xff\xd8\xff\xe0\0\x10JFIF"),
    (FileKind.PICTURE, b"\0\0\0\x18ftypheic\0\0"),
    (FileKind.PICTURE, b"RIFF\0\0\0\0WEBPVP8 "),
    (FileKind.RECORDING, b"\0\0\0\x18ftypM4A \0\0"),
    (FileKind.RECORDING, b"ID3\x04\0\0"),
    (FileKind.DATABASE, b"SQLite format 3\0\x10"),
    (FileKind.CONTACTS, b"BEGIN:VCARD\r\nFN:Dr Lind\r\nEND:VCARD\r\n"),
    (FileKind.PAGE, b"<!DOCTYPE html>\n<html><body><ul><li>Is it bad?</li></ul></body></html>"),
    (FileKind.PAGE, b"<!-- saved -->\n<HTML lang=en>"),
    (FileKind.XML, b'<?xml version="1.0"?><list/>'),
    (FileKind.LINK, b"[InternetShortcut]\r\nURL=https://example.org\r\n"),
    (FileKind.CSV, b"question,answer\nIs it bad?,no\n"),
    (FileKind.CSV, b'"question";"answer"\n"Is it bad, really?";"no"\n'),
    (FileKind.CSV, b"question\tanswer\tday\nIs it bad?\tno\t3\n"),
    (FileKind.OUTLOOK, b"\x78\x9f\x3e\x22\x01\0"),
    (FileKind.LOCKED, b"-----BEGIN PGP MESSAGE-----\n\nabc\n"),
    (
        FileKind.MAIL,
        b"From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\nHello",
    ),
    (FileKind.MAIL, b"From a@example.org Mon\nReceived: x\nTo: b@example.org\n\nhello"),
    (FileKind.OTHER, b"\x01\x02\x03\x04\0\xff" * 9),
    (FileKind.OTHER, bytes(range(1, 27)) * 4),
    (FileKind.EMPTY, b""),
    (FileKind.EMPTY, b"\xef\xbb\xbf \r\n\t"),
    (FileKind.EMPTY, "\ufeff \n".encode("utf-16-le")),
    (FileKind.CASE, b'{"format": "companion-case"}'),
    (FileKind.CASE, '{"format": "companion-case"}'.encode("utf-16")),
    (FileKind.CASE, b'\xef\xbb\xbf\n{\n"a": 1}'),
    (FileKind.CASE, b"[1, 2]"),
    (FileKind.CALENDAR, b"\r\n  BEGIN:VCALENDAR\r\nEND:VCALENDAR"),
    (FileKind.CALENDAR, "BEGIN:VCALENDAR\r\n".encode("utf-16")),
    (FileKind.CALENDAR, b"BEGIN:VEVENT\nSUMMARY:x\n"),
]
NAMES = ("a.txt", "a.md", "", "a.dat")


@pytest.mark.promise("import.other-kinds")
@pytest.mark.parametrize(("kind", "data"), FILES, ids=lambda each: str(each)[:12])
def test_content_tells_what_a_file_is_under_any_name(kind: FileKind, data: bytes) -> None:
    assert [kind_of(name, data) for name in NAMES] == [kind] * len(NAMES)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.csv", b"Is it bad?\n", FileKind.CSV),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", FileKind.TABLE),
        ("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", FileKind.OUTLOOK),
        ("a.eml", b"Subject: x\n\nhello\n", FileKind.MAIL),
        ("a.json", b"hello", FileKind.CASE),
        ("a.ics", b"hello", FileKind.CALENDAR),
        ("a.txt", b"<p>Is it bad?</p>\n<p>Will it hurt?</p>\n", FileKind.PAGE),
        ("a.ics", b"%PDF-1.4\n", FileKind.PDF),
        ("a.ics", b"<!DOCTYPE html><html><body>Sign in</body></html>", FileKind.PAGE),
        ("a.ics", b"BEGIN:VCARD\r\nFN:Dr Lind\r\nEND:VCARD\r\n", FileKind.CONTACTS),
        ("a.ics", b'<?xml version="1.0"?><icalendar/>', FileKind.XML),
        ("a.txt", b"Is it b\x07ad?\nWill it hurt?\0\n", FileKind.TEXT),
        ("a.ics", b"BEGIN:VCALENDAR\r\nSUMMARY:Dr\0 Lind\r\n", FileKind.CALENDAR),
        ("a.md", b"<h1 align=center>Title</h1>\n\n- Is it bad?\n", FileKind.TEXT),
        ("a.pdf", b"- Is it bad?\n", FileKind.TEXT),
    ],
)
def test_a_name_has_a_say_where_content_does_not_tell(
    name: str, data: bytes, kind: FileKind
) -> None:
    assert kind_of(name, data) is kind


@pytest.mark.promise("import.other-kinds")
@pytest.mark.parametrize(
    "question",
    [
        "<5 mg: is that enough?",
        "< 5 years?",
        "<b is what?",
        "%DV: what is that?",
        "% of people who get better?",
        "{ward 3}: who is there?",
        "{} what is that?",
        "[ ] Is it bad?",
        "[x] marks the spot?",
        "[1] Is it bad?",
        "BM: what is that?",
        "MZ and PK: what do they mean?",
        "II* or not?",
        "GIF or JPEG?",
        "ID3?",
        "BEGIN: when?",
        "From whom?",
        "To: the doctor. Is it bad?",
        "-----BEGIN what?",
        "#!what?",
        '"quoted, and more"?',
        "| or ||?",
    ],
)
def test_a_question_that_only_begins_like_a_file_stays_a_question(question: str) -> None:
    for data in (question, f"{question}\n{question}\n", f"{question}\nIs it bad, really?\n"):
        assert kind_of("a.txt", data.encode()) is FileKind.TEXT


WORDS = some.text(
    some.characters(min_codepoint=32, max_codepoint=0x2FF, categories=("L", "N", "P", "S", "Zs")),
    min_size=1,
    max_size=30,
)


@given(some.lists(WORDS, min_size=1, max_size=5))
def test_questions_that_begin_with_a_letter_are_never_taken_for_another_kind(
    lines: list[str],
) -> None:
    text = "\n".join(f"Is {line}, yes?" for line in lines)
    assert kind_of("a.txt", text.encode()) is FileKind.TEXT


def test_a_real_database_is_told(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db")) as database:
        database.execute("CREATE TABLE a (b)")
    assert kind_of("a.txt", (tmp_path / "a.db").read_bytes()) is FileKind.DATABASE


def test_each_kind_is_told_in_one_sentence_with_what_to_do() -> None:
    taken = {FileKind.CASE, FileKind.CALENDAR, FileKind.TEXT}
    for kind in set(FileKind) - taken:
        sentence = words.of_another_kind(kind)
        assert sentence.startswith("The file is ")
        assert "so nothing was imported; " in sentence
        assert sentence.count(". ") == 0
