"""What could not be read back is not written."""

from __future__ import annotations

import errno

import pytest
from tinydb import TinyDB

from companion.files import READ_LIMIT
from companion.files.memory import MemoryFiles
from companion.storage import checkpoint
from companion.storage.layout import OpenOptions
from companion.storage.store import (
    MOST_IN_A_STORE,
    MOST_IN_A_TEXT,
    Edit,
    Store,
    fits_a_text,
    read_store,
)

PATH = "/d/visit-abcdefgh.json"


def new(files: MemoryFiles) -> Store:
    files.make_folder("/d")
    return Store(PATH, files, OpenOptions(create=True))


@pytest.mark.parametrize("character", ["a", "é", "漢", "🙂", "\x00", "\\", '"', "\n"])
def test_a_text_is_measured_as_it_stands_in_the_file(character: str) -> None:
    files = MemoryFiles()
    store = new(files)
    before = store.size
    text = character * 1000
    store.apply([Edit("notes", 1, {"text": text})])
    assert store.size - before == len(checkpoint.dump(text)) + len('{"text":}')
    store.close()
    assert len(files.read(PATH)) >= store.size


def test_any_megabyte_that_is_pasted_fits_a_text() -> None:
    for character in ("a", "é", "漢", "🙂"):
        assert fits_a_text(character * (1_000_000 // len(character.encode())))


def test_what_takes_more_than_four_megabytes_is_no_text() -> None:
    assert fits_a_text("a" * (MOST_IN_A_TEXT - 2))
    assert not fits_a_text("a" * MOST_IN_A_TEXT)
    assert not fits_a_text("é" * (MOST_IN_A_TEXT // 6 + 1))


def test_the_size_of_a_store_follows_what_is_written_and_taken_away() -> None:
    store = new(MemoryFiles())
    store.apply([Edit("notes", 1, {"text": "x" * 50_000}), Edit("notes", 2, {"text": "y"})])
    full = store.size
    store.apply([Edit("notes", 1, {"text": "x" * 50_000 + "z"})])
    assert store.size == full + 1
    store.apply([Edit("notes", 1, None)])
    assert store.size == full - 50_000 - len('{"text":""}')
    TinyDB(storage=lambda: store).drop_tables()
    assert store.size == 0
    store.close()


def test_a_store_that_is_nearly_full_takes_no_more() -> None:
    store = new(MemoryFiles())
    part = "x" * (MOST_IN_A_TEXT - 100)
    number = 0
    while store.has_room(part):
        number += 1
        store.apply([Edit("notes", number, {"text": part})])
    assert MOST_IN_A_STORE - MOST_IN_A_TEXT < store.size <= MOST_IN_A_STORE + 1000
    store.close()


def test_beneath_all_that_the_disk_itself_refuses_and_what_is_there_stays_readable(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(checkpoint, "READ_LIMIT", 50_000)
    files = MemoryFiles()
    store = new(files)
    store.apply([Edit("notes", 1, {"text": "first"})])
    store.apply([Edit("notes", 2, {"text": "x" * 60_000})])
    assert store.state == "not_saved"
    assert store.error is not None
    assert store.error.errno == errno.EFBIG
    tables, _ = read_store(PATH, files, 1)
    assert tables["notes"] == {1: {"text": "first"}}
    store.apply([Edit("notes", 2, None)])
    assert store.error is None
    store.close()
    assert all(len(inode) <= 50_000 for inode in map(files.read, files.names))


def test_a_journal_never_grows_past_what_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkpoint, "READ_LIMIT", 50_000)
    files = MemoryFiles()
    store = new(files)
    store.writer.background = True
    for number in range(200):
        store.apply([Edit("notes", 1, {"text": f"{number} " + "x" * 1000})])
        store.writer.maintain()
        assert len(files.read(f"{PATH}.journal")) <= 50_000
    store.close()
    tables, _ = read_store(PATH, files, 1)
    assert tables["notes"][1]["text"].startswith("199 ")
    assert READ_LIMIT > 50_000
