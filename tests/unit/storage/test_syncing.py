"""Changes reach the disk itself soon, by a thread that sleeps while nothing changes."""

from __future__ import annotations

import errno
import threading

from companion.files.memory import MemoryFiles
from companion.storage.layout import OpenOptions
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
    store = Store(PATH, files, OpenOptions(create=True))
    store.apply([Edit("notes", 1, {"text": "first"})])
    return store


def test_a_touched_store_is_synced_by_another_thread() -> None:
    files, syncer = WatchedFiles(), Syncer()
    store = opened(files)
    store.apply([Edit("notes", 1, {"text": "second"})])
    assert store.writer.unsynced_since is not None
    syncer.touch(store)
    assert files.synced.wait(10)
    syncer.stop()
    assert store.writer.unsynced_since is None
    assert files.threads == {"syncer"}


def test_flush_returns_when_everything_is_on_the_disk_itself() -> None:
    files, syncer = WatchedFiles(), Syncer()
    store = opened(files)
    for number in range(50):
        store.apply([Edit("notes", 2, {"text": "x" * number})])
        syncer.touch(store)
    syncer.flush()
    assert store.writer.unsynced_since is None
    syncer.stop()


def test_a_long_journal_becomes_a_generation_in_the_thread_and_not_in_the_edit() -> None:
    files, syncer = WatchedFiles(), Syncer()
    store = opened(files)
    syncer.touch(store)
    before = store.writer.generation
    for number in range(300):
        store.apply([Edit("notes", number + 2, {"text": "a long note " * 90})])
    assert store.writer.generation == before
    syncer.touch(store)
    syncer.flush()
    assert store.writer.generation == before + 1
    syncer.stop()


def test_that_the_disk_refuses_a_change_and_takes_it_later_is_told_once_each() -> None:
    files = WatchedFiles()
    told: list[str] = []
    syncer = Syncer()
    syncer.listen(lambda: told.append(store.state))
    store = opened(files)
    files.fail_from(1, FOR_EVER, errno.ENOSPC)
    store.apply([Edit("notes", 1, {"text": "in memory only"})])
    assert store.state == "not_saved"
    syncer.touch(store)
    syncer.touch(store)
    assert told == ["not_saved"]
    files.count = 0
    syncer.touch(store)
    syncer.flush()
    assert told == ["not_saved", "saved"]
    syncer.stop()


def test_a_forgotten_store_is_not_touched_again() -> None:
    files, syncer = WatchedFiles(), Syncer()
    store = opened(files)
    syncer.touch(store)
    syncer.forget(store)
    store.close()
    before = {path: files.read(path) for path in files.names}
    syncer.flush()
    syncer.stop()
    assert {path: files.read(path) for path in files.names} == before


def test_edits_and_generations_in_two_threads_lose_nothing() -> None:
    files, syncer = MemoryFiles(), Syncer()
    files.make_folder("/d")
    store = opened(files)
    syncer.touch(store)
    ended = threading.Event()

    def generations() -> None:
        while not ended.is_set():
            store.writer.checkpoint()

    other = threading.Thread(target=generations)
    other.start()
    for number in range(3000):
        store.apply([Edit("notes", 1, {"n": number}), Edit("notes", number + 2, {"n": number})])
    ended.set()
    other.join()
    again = Store(PATH, files, OpenOptions())
    assert again.tables() == store.tables()
    assert len(again.tables()["notes"]) == 3001
    assert not again.findings
    syncer.stop()
