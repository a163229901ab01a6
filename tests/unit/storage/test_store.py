"""A store keeps what it is told, whatever happens around it."""

from __future__ import annotations

import errno
import json
import os
import stat
import threading
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from tinydb import TinyDB

from companion.files import DiskFiles, join
from companion.files.memory import MemoryFiles
from companion.storage.checkpoint import encode
from companion.storage.errors import ReadOnly
from companion.storage.findings import FindingKind
from companion.storage.layout import OpenOptions
from companion.storage.store import Edit, Store, read_store
from tests.faults.failing import FOR_EVER, FailingFiles

if TYPE_CHECKING:
    from pathlib import Path

PATH = "/d/visit-abcdefgh.json"


def files_in_memory() -> MemoryFiles:
    files = MemoryFiles()
    files.make_folder("/d")
    return files


def new(files: MemoryFiles, path: str = PATH) -> Store:
    return Store(path, files, OpenOptions(create=True))


def note(text: str, number: int = 1) -> Edit:
    return Edit("notes", number, {"text": text})


def test_opening_a_new_store_makes_no_file_until_something_is_written() -> None:
    files = files_in_memory()
    store = new(files)
    assert not files.names
    store.apply([note("first")])
    assert sorted(files.names) == [PATH, PATH + ".journal"]


@pytest.mark.promise("files.checkpoint")
def test_stock_tinydb_opens_a_checkpoint(tmp_path: Path) -> None:
    path = str(tmp_path / "case.json")
    store = Store(path, DiskFiles(), OpenOptions(create=True))
    store.apply([note("naïve 日本 🙂 \u2028"), note("two", 2)])
    store.close()
    with TinyDB(path) as stock:
        assert [row["text"] for row in stock.table("notes").all()] == [
            "naïve 日本 🙂 \u2028",
            "two",
        ]
    with open(path, encoding="utf-8") as file:
        meta = json.load(file)["_meta"]
    assert set(meta) == {"1"}
    assert set(meta["1"]) == {"schema", "generation", "crc32"}


@pytest.mark.promise("files.private")
def test_files_are_private_under_any_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        files, folder = DiskFiles(), str(tmp_path / "home" / "cases" / "abcdefgh")
        files.make_folder(folder)
        store = Store(join(folder, "case.json"), files, OpenOptions(create=True))
        for number in range(3):
            store.apply([note("x" * number)])
            store.writer.checkpoint()
        store.close()
    finally:
        os.umask(before)
    modes = {stat.S_IMODE((tmp_path / "home").stat().st_mode)}
    for name in files.list_folder(folder):
        assert stat.S_IMODE(os.stat(join(folder, name)).st_mode) == 0o600
    assert len(files.list_folder(folder)) == 4
    assert modes == {0o700}


def test_one_transaction_is_one_write_of_one_line() -> None:
    files = files_in_memory()
    store = new(files)
    store.apply([note("first")])
    before = files.read(PATH + ".journal")
    store.apply([note("second"), Edit("composer", 1, {"text": ""}), Edit("x", 1, {"a": None})])
    assert files.read(PATH + ".journal")[len(before) :].count(b"\n") == 1


def test_an_edit_that_changes_nothing_writes_nothing() -> None:
    files = files_in_memory()
    store = new(files)
    store.apply([note("same")])
    before = dict(files.names)
    raw = files.read(PATH + ".journal")
    store.apply([note("same"), Edit("notes", 7, None)])
    assert files.read(PATH + ".journal") == raw
    assert files.names == before


def test_what_is_no_json_is_refused_and_nothing_of_it_is_kept() -> None:
    files = files_in_memory()
    store = new(files)
    store.apply([note("kept")])
    for bad in (float("nan"), object()):
        with pytest.raises((TypeError, ValueError)):
            store.apply([note("gone"), Edit("notes", 2, {"text": bad})])
    assert store.tables() == {"notes": {1: {"text": "kept"}}}
    assert new(files).tables() == {"notes": {1: {"text": "kept"}}}


def test_closing_leaves_nothing_in_the_journal() -> None:
    files = files_in_memory()
    store = new(files)
    store.apply([note("first")])
    store.apply([note("second")])
    store.close()
    assert json.loads(files.read(PATH))["notes"] == {"1": {"text": "second"}}
    assert files.read(PATH + ".journal").count(b"\n") == 1


def test_opening_and_closing_without_a_change_touches_nothing() -> None:
    files = files_in_memory()
    store = new(files)
    store.apply([note("first")])
    store.close()
    before = {path: (inode.number, bytes(inode.content)) for path, inode in files.names.items()}
    new(files).close()
    read_store(PATH, files, 1)
    assert before == {
        path: (inode.number, bytes(inode.content)) for path, inode in files.names.items()
    }


@pytest.mark.promise("files.newer-schema")
def test_a_file_of_a_newer_version_is_read_only_and_kept_byte_for_byte() -> None:
    files = files_in_memory()
    newer = Store(PATH, files, OpenOptions(schema=2, create=True))
    newer.apply([note("from the future")])
    newer.apply([note("and its journal")])
    before = {path: files.read(path) for path in files.names}
    store = Store(PATH, files, OpenOptions(create=True))
    assert store.state == "read_only"
    assert [finding.kind for finding in store.findings] == [FindingKind.NEWER]
    assert store.tables()["notes"][1]["text"] == "and its journal"
    with pytest.raises(ReadOnly):
        store.apply([note("never")])
    store.writer.sync()
    store.writer.maintain()
    store.writer.checkpoint()
    store.close()
    assert {path: files.read(path) for path in files.names} == before


def test_an_edit_in_another_program_is_opened_and_told() -> None:
    files = files_in_memory()
    store = new(files)
    store.apply([note("mine")])
    store.close()
    tables = json.loads(files.read(PATH))
    tables["notes"]["1"]["text"] = "changed by hand"
    files.names[PATH].content[:] = json.dumps(tables, indent=1).encode()
    again = new(files)
    assert again.tables()["notes"][1]["text"] == "changed by hand"
    assert [finding.kind for finding in again.findings] == [FindingKind.EDITED]


def test_a_full_disk_keeps_the_text_and_the_next_edit_tries_again() -> None:
    files = FailingFiles()
    files.make_folder("/d")
    store = new(files)
    store.apply([note("one")])
    files.fail_from(1, FOR_EVER, errno.ENOSPC)
    store.apply([note("two")])
    assert (store.state, store.error is not None) == ("not_saved", True)
    assert store.tables()["notes"][1]["text"] == "two"
    files.count = 0
    store.apply([note("three")])
    assert (store.state, store.error) == ("saved", None)
    assert new(files).tables()["notes"][1]["text"] == "three"


def test_a_failing_sync_is_never_trusted_again() -> None:
    files = FailingFiles()
    files.make_folder("/d")
    store = new(files)
    store.apply([note("one")])
    before = files.names[PATH + ".journal"].number
    store.apply([note("two")])
    files.fail_from(1, 1, errno.EIO)
    store.writer.sync()
    assert files.names[PATH + ".journal"].number != before
    assert (store.state, store.writer.unsynced_since) == ("saved", None)


def test_a_file_put_in_place_by_a_sync_tool_is_left_alone_and_ours_goes_on_in_a_copy() -> None:
    files = files_in_memory()
    store = new(files)
    store.apply([note("ours")])
    theirs, _ = encode({"notes": {"1": '{"text":"theirs"}'}}, 1, 9)
    other = MemoryFiles()
    other.make_folder("/d")
    handle = other.create(PATH)
    other.write(handle, theirs)
    files.names[PATH] = other.names[PATH]
    store.apply([note("ours, later")])
    store.writer.checkpoint()
    store.apply([note("ours, last")])
    store.close()
    copy = "/d/visit-abcdefgh.conflict-1.json"
    assert files.read(PATH) == theirs
    assert store.path == copy
    assert [(each.kind, each.copy) for each in store.findings] == [
        (FindingKind.CONFLICT, "visit-abcdefgh.conflict-1.json")
    ]
    assert new(files).tables()["notes"][1]["text"] == "theirs"
    assert not new(files).findings
    assert new(files, copy).tables()["notes"][1]["text"] == "ours, last"


def test_a_follower_sees_what_the_writer_wrote() -> None:
    files = files_in_memory()
    writer = new(files)
    writer.apply([note("one")])
    follower = Store(PATH, files, OpenOptions(read_only=True))
    assert not follower.refresh()
    writer.apply([note("two")])
    assert follower.refresh()
    assert follower.tables() == {"notes": {1: {"text": "two"}}}
    writer.close()
    assert follower.refresh()
    assert follower.tables() == {"notes": {1: {"text": "two"}}}
    assert follower.state == "read_only"


def test_a_reader_never_meets_a_writer_half_way(tmp_path: Path) -> None:
    path, files = str(tmp_path / "case.json"), DiskFiles()
    opening = OpenOptions(create=True, limit=2000)
    store = Store(path, files, opening)
    store.apply([note("0"), note("0", 2)])
    ended = threading.Event()

    def write() -> None:
        for number in range(1, 400):
            store.apply([note(f"{number}"), note(f"{number}", 2)])
        ended.set()

    writer = threading.Thread(target=write)
    writer.start()
    last = 0
    while not ended.is_set():
        tables, findings = read_store(path, files, 1)
        one, two = (int(tables["notes"][number]["text"]) for number in (1, 2))
        assert one == two >= last
        assert not [each for each in findings if each.kind is not FindingKind.TORN]
        last = one
    writer.join()
    store.close()
    assert read_store(path, files, 1)[0]["notes"][1]["text"] == "399"


def test_after_closing_nothing_is_written_any_more() -> None:
    files = files_in_memory()
    store = new(files)
    store.apply([note("one")])
    store.close()
    before = {path: files.read(path) for path in files.names}
    store.apply([note("too late")])
    store.writer.maintain()
    assert store.state == "not_saved"
    assert {path: files.read(path) for path in files.names} == before


def test_a_key_after_a_large_paste_writes_little() -> None:
    files = files_in_memory()
    store = new(files)
    text = "word " * 200_000
    store.apply([Edit("composer", 1, {"text": text, "author": "a"})])
    store.writer.checkpoint()
    size = len(files.read(PATH + ".journal"))
    for number in range(1, 40):
        changed = f"{text[:500_000]}{'é' * number}{text[500_000:]}"
        store.apply([Edit("composer", 1, {"text": changed, "author": "a"})])
    assert len(files.read(PATH + ".journal")) - size < 20_000
    assert new(files).tables()["composer"][1] == {"text": changed, "author": "a"}


def test_tinydb_itself_works_on_the_storage() -> None:
    files = files_in_memory()
    storage = Store(PATH, files, OpenOptions(create=True))
    table = TinyDB(storage=lambda: storage).table("notes")
    ids = table.insert_multiple([{"n": number} for number in range(5)])
    table.update({"n": 50}, doc_ids=[ids[0]])
    table.update(lambda row: row.update(more=[1, {"a": "b"}]), doc_ids=[ids[1]])
    table.remove(doc_ids=[ids[2]])
    storage.close()
    expected = {1: {"n": 50}, 2: {"n": 1, "more": [1, {"a": "b"}]}, 4: {"n": 3}, 5: {"n": 4}}
    assert new(files).tables()["notes"] == expected
    again = TinyDB(storage=lambda: Store(PATH, files, OpenOptions(create=True)))
    again.drop_table("notes")
    assert new(files).tables() == {}


DOCUMENTS = st.dictionaries(
    st.text(max_size=4),
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(2**70), 2**70),
        st.floats(allow_nan=False, allow_infinity=False),
        st.text(),
        st.lists(st.text(max_size=3), max_size=3),
        st.text(min_size=1).map(lambda text: text * (3000 // len(text))),
    ),
    max_size=4,
)
EDITS = st.builds(
    Edit,
    st.sampled_from(["notes", "composer", "ünïcode table"]),
    st.integers(1, 5),
    st.one_of(st.none(), DOCUMENTS),
)


class KeepsWhatItIsTold(RuleBasedStateMachine):
    """A store against a plain dictionary, with ends and kills at any moment."""

    def __init__(self) -> None:
        super().__init__()
        self.files = FailingFiles()
        MemoryFiles.make_folder(self.files, "/d")
        self.model: dict[str, dict[int, dict[str, Any]]] = {}
        self.store = new(self.files)

    @rule(edits=st.lists(EDITS, max_size=4))
    def change(self, edits: list[Edit]) -> None:
        self.store.apply(edits)
        for edit in edits:
            if edit.document is None:
                self.model.get(edit.table, {}).pop(edit.doc_id, None)
            else:
                self.model.setdefault(edit.table, {})[edit.doc_id] = edit.document

    @rule()
    def sync(self) -> None:
        self.store.writer.maintain()

    @rule()
    def checkpoint(self) -> None:
        self.store.writer.checkpoint()

    @rule(first=st.integers(1, 12), edits=st.lists(EDITS, min_size=1, max_size=3))
    def change_on_a_failing_disk(self, first: int, edits: list[Edit]) -> None:
        self.files.fail_from(first, 1, errno.EIO)
        self.change(edits)
        self.store.writer.maintain()
        self.files.count = 0
        self.store.writer.maintain()

    @rule()
    def close_and_open(self) -> None:
        self.store.close()
        self.store = new(self.files)

    @rule()
    def killed_and_opened(self) -> None:
        if self.store.state == "saved":
            self.store = new(self.files)

    @invariant()
    def as_in_the_model(self) -> None:
        expected = {table: rows for table, rows in self.model.items() if rows}
        for tables in (self.store.tables(), self._on_disk()):
            assert {table: rows for table, rows in tables.items() if rows} == expected
        assert not self.store.findings

    def _on_disk(self) -> dict[str, dict[int, dict[str, Any]]]:
        if self.store.state != "saved" or PATH not in self.files.names:
            return self.store.tables()
        return read_store(PATH, self.files, 1)[0]


KeepsWhatItIsTold.TestCase.settings = settings(max_examples=40, stateful_step_count=25)
TestKeepsWhatItIsTold = KeepsWhatItIsTold.TestCase
