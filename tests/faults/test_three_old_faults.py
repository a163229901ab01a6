"""Three faults that a store of this kind falls into; each was once found by a simulated disk."""

from __future__ import annotations

import errno
import os

from tinydb import TinyDB, where

from companion.files.memory import MemoryFiles
from companion.storage.checkpoint import encode
from companion.storage.journal import head_line, record_line
from companion.storage.layout import OpenOptions
from companion.storage.store import Edit, Store
from tests.faults.failing import FOR_EVER, FailingFiles
from tests.faults.power import PATH, loaded
from tests.faults.typing_hour import opened

OLD = '[["notes","1",{"text":"first words"}]]'
NEW = {"notes": {"1": '{"text":"first words, and more"}'}}


def test_what_is_left_of_an_older_journal_never_moves_the_text_backwards() -> None:
    before, crc_before = encode({}, 1, 1)
    now, crc_now = encode(NEW, 1, 2)
    older = head_line(1, crc_before, 0) + record_line(1, 1, OLD)
    for torn in (older, older + record_line(2, 1, OLD)[:20]):
        files = loaded({PATH: now, PATH + ".prev": before, PATH + ".journal": torn})
        store = opened(PATH, files)
        assert store.tables() == {"notes": {1: {"text": "first words, and more"}}}
        store.apply([Edit("notes", 2, {"text": "later"})])
        assert opened(PATH, files).tables()["notes"][1]["text"] == "first words, and more"
    assert crc_now != crc_before


def test_a_generation_without_its_journal_loses_no_later_edit() -> None:
    for failing_call in range(1, 40):
        files = FailingFiles()
        files.make_folder("/d")
        store = opened(PATH, files)
        store.apply([Edit("notes", 1, {"text": "one"})])
        store.apply([Edit("notes", 1, {"text": "one two"})])
        files.fail_from(failing_call, 1, errno.EIO)
        store.writer.checkpoint()
        files.count = 0
        store.apply([Edit("notes", 1, {"text": "one two three"})])
        assert store.state == "saved"
        assert opened(PATH, files).tables()["notes"] == {1: {"text": "one two three"}}


def test_an_upsert_on_a_full_disk_keeps_the_document() -> None:
    files = FailingFiles()
    MemoryFiles.make_folder(files, "/d")
    storage = Store(PATH, files, OpenOptions(create=True))
    table = TinyDB(storage=lambda: storage).table("notes")
    table.insert({"name": "old"})
    files.fail_from(1, FOR_EVER, errno.ENOSPC)
    table.upsert({"name": "new"}, where("name") == "new")
    assert storage.error is not None
    assert os.strerror(errno.ENOSPC) in str(storage.error)
    assert len(table) == 2
    files.count = 0
    table.upsert({"name": "newer"}, where("name") == "newer")
    assert storage.error is None
    assert [row["name"] for row in opened(PATH, files).tables()["notes"].values()] == [
        "old",
        "new",
        "newer",
    ]
