"""What was set aside is read as far as it can be made out, and nothing of it is believed."""

from __future__ import annotations

import errno
import random
from typing import Any

import pytest

from companion.files.memory import MemoryFiles
from companion.storage.errors import Unreadable
from companion.storage.layout import OpenOptions
from companion.storage.set_aside import is_damaged, is_set_aside, pieces_of, read_aside
from companion.storage.store import Edit, Store

PATH = "/cases/visit-visitbbbb.json"
TEXTS = ["take 50 mg", 'she said "no"', "é and ☂", "last words"]


def a_store() -> MemoryFiles:
    """A visit's store with a note each in its checkpoint and its journal."""
    files = MemoryFiles()
    files.make_folder("/cases")
    store = Store(PATH, files, OpenOptions(create=True))
    notes = [{"id": f"note{n:08}", "text": text} for n, text in enumerate(TEXTS)]
    store.apply([Edit("notes", n, note) for n, note in enumerate(notes[:2], 1)])
    store.writer.checkpoint()
    store.apply([Edit("notes", n, note) for n, note in enumerate(notes[2:], 3)])
    store.writer.sync()
    return files


def texts(raw: bytes) -> list[Any]:
    return [piece.fields.get("text") for piece in pieces_of(raw)]


def test_a_whole_checkpoint_and_a_whole_journal_are_read() -> None:
    files = a_store()
    assert texts(files.read(PATH)) == TEXTS[:2]
    assert texts(files.read(f"{PATH}.journal")) == TEXTS[2:]


@pytest.mark.parametrize("share", [0.3, 0.5, 0.8, 0.95])
def test_half_a_checkpoint_gives_the_words_in_it(share: float) -> None:
    raw = a_store().read(PATH)
    half = raw[: int(len(raw) * share)]
    found = "".join(str(text) for text in texts(half))
    for text in TEXTS[:2]:
        if text.replace('"', '\\"').encode("ascii") in half:
            assert text in found


def test_a_line_of_a_journal_is_read_whatever_its_checksum_says() -> None:
    raw = a_store().read(f"{PATH}.journal")
    wrong = b"\n".join(b"00000000" + line[8:] if line else line for line in raw.split(b"\n"))
    assert texts(wrong) == TEXTS[2:]
    torn = wrong[: wrong.rindex(b"words")]
    assert texts(torn)[1:] == [["last "]] or "last" in str(texts(torn))


def test_of_a_broken_document_the_strings_are_left_and_the_cover_is_seen() -> None:
    raw = b'{"notes":{"1":{"id":"noteaaaa","text":"one \\u00e9","covered":true,\x00}'
    (piece,) = pieces_of(raw)
    assert (piece.table, piece.fields["id"]) == ("notes", "noteaaaa")
    assert piece.fields["text"] == ["one é"]
    assert piece.fields["covered"] is True


def test_a_text_that_was_spliced_is_put_together_or_at_least_its_piece_is_given() -> None:
    long = "x" * 1500
    whole = f'1 {{"ops":[["composer","1",{{"id":"a","text":"{long}"}}]]}}'
    splice = '{"after":1,"set":{},"drop":[],"text":{"text":[1500,0,"put in"]}}'
    line = f'{{"ops":[["composer","1",null,{splice}]]}}'
    both = f"0000000{whole}\n00000000 {line}\n".encode()
    assert texts(both)[-1] == f"{long}put in"
    assert texts(f"00000000 {line}\n".encode()) == ["put in"]


@pytest.mark.parametrize("seed", range(60))
def test_whatever_happens_to_the_bytes_nothing_is_raised(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - damage, not a secret
    files = a_store()
    raw = bytearray(files.read(PATH if seed % 2 else f"{PATH}.journal"))
    for _ in range(chance.randrange(1, 12)):
        at = chance.randrange(len(raw))
        raw[at : at + chance.randrange(4)] = chance.randbytes(chance.randrange(4))
    list(pieces_of(bytes(raw)))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"null",
        b"[1,2]",
        b'{"notes":3}',
        b'{"notes":{"1":null}}',
        b'00000000 {"ops":[1,[2],["a","b",3],["notes",null,null]]}\n',
        b'00000000 {"ops":[["notes","1",null,{"text":{"text":3},"set":4,"drop":5}]]}\n',
        b"[" * 100_000,
        b'00000000 {"ops":' + b"[" * 100_000,
        bytes(range(256)),
    ],
)
def test_strange_bytes_hold_no_text_and_raise_nothing(raw: bytes) -> None:
    assert not any(text for text in texts(raw) if text)


def test_a_file_that_the_disk_refuses_is_named() -> None:
    class Refusing(MemoryFiles):
        def read(self, path: str, **more: int) -> bytes:
            raise OSError(errno.EIO, "Input/output error", path)

    aside = read_aside(Refusing(), PATH)
    assert isinstance(aside.error, Unreadable)
    assert PATH in str(aside.error)


def test_what_is_damaged_is_known_and_what_is_whole_is_not() -> None:
    files = a_store()
    for path in (PATH, f"{PATH}.journal", f"{PATH}.prev"):
        if files.exists(path):
            assert not is_damaged(files, path)
    for path, bad in ((PATH, b"{"), (f"{PATH}.journal", b'00000000 {"s":9}\n')):
        files.unlink(path)
        handle = files.create(path)
        files.write_all(handle, bad)
        files.close(handle)
        assert is_damaged(files, path)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("visit-visitbbbb.json", False),
        ("case.lock", False),
        ("visit-visitbbbb.json.tmp", True),
        ("visit-visitbbbb.json.damaged-1", True),
        ("visit-visitbbbb.json.kept-1", True),
        ("visit-visitbbbb.conflict-1.json.journal", True),
        ("visit-visitbbbb.draft-ab12cd34.json", True),
        ("visit-visitbbbb.draft-ab12cd34.json.lock", False),
        ("visit-visitbbbb copy.json", True),
        (".visit-visitbbbb.json.icloud", False),
        ("letter.pdf", False),
    ],
)
def test_which_files_are_set_aside(name: str, expected: bool) -> None:
    assert is_set_aside(name) is expected
