"""Changes reach the disk itself soon, by a thread that sleeps while nothing changes."""

from __future__ import annotations

import errno
import threading

from companion.files import MemoryFiles
from companion.storage.store import Edit, Store
from companion.storage.sync_thread import Syncer
from tests.faults.failing import FOR_EVER, FailingFiles

PATH = "/d/case.json"


class WatchedFiles(FailingFiles):
    """Says when a sync happened."""

    def __init__(self) -> None:
        super().__init__()
        self.synced = threading.Event()
        self.threads: set[str] = set()
        MemoryFiles.make_folder(self, "/d")

    def datasync(self, handle: int) -> None:
        self.threads.add(threading.current_thread().name)
        super().datasync(handle)
        self.synced.set()


def opened(files: MemoryFiles) -> Store:
    database = Store.open(PATH, files, schema=1, create=True)
    database.apply([Edit("notes", 1, {"text": "first"})])
    return database


def test_a_touched_database_is_synced_by_another_thread() -> None:
    files, syncer = WatchedFiles(), Syncer()
    database = opened(files)
    database.apply([Edit("notes", 1, {"text": "second"})])
    assert database.unsynced_since is not None
    syncer.touch(database)
    assert files.synced.wait(10)
    syncer.stop()
    assert database.unsynced_since is None
    assert files.threads == {"syncer"}


def test_flush_returns_when_everything_is_on_the_disk_itself() -> None:
    files, syncer = WatchedFiles(), Syncer()
    database = opened(files)
    for number in range(50):
        database.apply([Edit("notes", 2, {"text": "x" * number})])
        syncer.touch(database)
    syncer.flush()
    assert database.unsynced_since is None
    syncer.stop()


def test_a_long_journal_becomes_a_generation_in_the_thread_and_not_in_the_edit() -> None:
    files, syncer = WatchedFiles(), Syncer()
    database = opened(files)
    syncer.touch(database)
    before = database.generation
    for number in range(300):
        database.apply([Edit("notes", number + 2, {"text": "a long note " * 90})])
    assert database.generation == before
    syncer.touch(database)
    syncer.flush()
    assert database.generation == before + 1
    syncer.stop()


def test_a_change_of_state_is_told() -> None:
    files = WatchedFiles()
    told: list[str] = []
    syncer = Syncer(lambda database: told.append(database.state))
    database = opened(files)
    files.fail_from(1, FOR_EVER, errno.ENOSPC)
    database.apply([Edit("notes", 1, {"text": "in memory only"})])
    assert database.state == "not_saved"
    files.count = 0
    syncer.touch(database)
    syncer.flush()
    assert told == ["saved"]
    syncer.stop()


def test_a_forgotten_database_is_not_touched_again() -> None:
    files, syncer = WatchedFiles(), Syncer()
    database = opened(files)
    syncer.touch(database)
    syncer.forget(database)
    database.close()
    before = {path: files.read(path) for path in files.names}
    syncer.flush()
    syncer.stop()
    assert {path: files.read(path) for path in files.names} == before


def test_edits_and_generations_in_two_threads_lose_nothing() -> None:
    files, syncer = MemoryFiles(), Syncer()
    files.make_folder("/d")
    database = opened(files)
    syncer.touch(database)
    ended = threading.Event()

    def generations() -> None:
        while not ended.is_set():
            database.checkpoint()

    other = threading.Thread(target=generations)
    other.start()
    for number in range(3000):
        database.apply([Edit("notes", 1, {"n": number}), Edit("notes", number + 2, {"n": number})])
    ended.set()
    other.join()
    again = Store.open(PATH, files, schema=1)
    assert again.tables() == database.tables()
    assert len(again.tables()["notes"]) == 3001
    assert not again.findings
    syncer.stop()
