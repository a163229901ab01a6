"""A store whose files other programs touch: nothing that was taken goes to where nobody reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from companion.files import DiskFiles
from companion.files.memory import MemoryFiles
from companion.storage.conflict import set_copy_aside
from companion.storage.errors import StoreError
from companion.storage.findings import FindingKind
from companion.storage.journal import checkpoint_led_to, parse
from companion.storage.layout import OpenOptions
from companion.storage.lock import CaseLock
from companion.storage.store import Edit, Store, read_store, read_stray_journal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATH = "/d/visit-abcdefgh.json"
ENDINGS = ("", ".journal", ".prev", ".journal.prev")


class Disk(MemoryFiles):
    """A disk that other programs change too."""

    def __init__(self) -> None:
        super().__init__()
        self.make_folder("/d")

    def put(self, path: str, raw: bytes) -> None:
        """Put a file in place in one step, as sync programs do."""
        self.names.pop(path, None)
        self.write_new(path, raw)

    def in_place(self, path: str, raw: bytes) -> None:
        """Write a file anew in place, as simple editors do."""
        inode = self.names[path]
        inode.content[:] = raw
        inode.mtime_ns = self._next_number()

    def whole(self) -> dict[str, bytes]:
        """All that lies there."""
        return {path: bytes(inode.content) for path, inode in self.names.items()}


def edit(number: int, text: str) -> Edit:
    return Edit("notes", number, {"text": text})


def texts(tables: dict[str, dict[int, dict[str, Any]]]) -> set[str]:
    return {row["text"] for row in tables.get("notes", {}).values()}


def opened(disk: MemoryFiles) -> Store:
    return Store(PATH, disk, OpenOptions(create=True))


def readable(disk: Disk) -> set[str]:
    """Every text that a reader finds: in the store, in its other states, in copies beside it."""
    found: set[str] = set()
    for path in [PATH, *(path for path in disk.names if ".conflict-" in path)]:
        if path.endswith(".json") and path in disk.names:
            store = Store(path, disk, OpenOptions(read_only=True))
            found |= texts(store.tables()).union(*map(texts, store.others))
    return found


@pytest.fixture
def disk() -> Disk:
    """A store with three generations, each with a text of its own."""
    disk = Disk()
    store = opened(disk)
    for number in (1, 2, 3):
        store.apply([edit(number, f"generation {number}")])
        store.writer.checkpoint()
    store.close()
    return disk


def other_laptop(disk: Disk) -> dict[str, bytes]:
    """The files as another laptop left them, from the same state."""
    other = Disk()
    for path, raw in disk.whole().items():
        other.put(path, raw)
    store = opened(other)
    store.apply([edit(4, "theirs")])
    store.close()
    return other.whole()


# The journal's name


def replaced(disk: Disk) -> None:
    disk.put(f"{PATH}.journal", disk.whole()[f"{PATH}.journal"])


def replaced_by_an_older_one(disk: Disk) -> None:
    disk.put(f"{PATH}.journal", disk.whole()[f"{PATH}.journal.prev"])


def removed(disk: Disk) -> None:
    disk.unlink(f"{PATH}.journal")


def renamed_away(disk: Disk) -> None:
    disk.replace(f"{PATH}.journal", "/d/elsewhere")


def emptied(disk: Disk) -> None:
    disk.in_place(f"{PATH}.journal", b"")


def halved(disk: Disk) -> None:
    raw = disk.whole()[f"{PATH}.journal"]
    disk.in_place(f"{PATH}.journal", raw[: len(raw) // 2])


def written_to(disk: Disk) -> None:
    disk.in_place(f"{PATH}.journal", disk.whole()[f"{PATH}.journal"] + b"not ours\n")


HANDS = (
    replaced,
    replaced_by_an_older_one,
    removed,
    renamed_away,
    emptied,
    halved,
    written_to,
)


@pytest.mark.parametrize("hand", HANDS, ids=lambda each: each.__name__)
@pytest.mark.parametrize("typed_after", [True, False])
def test_words_are_where_they_are_read_whatever_became_of_the_journal(
    disk: Disk, hand: Callable[[Disk], None], *, typed_after: bool
) -> None:
    store = opened(disk)
    store.apply([edit(4, "before")])
    hand(disk)
    if typed_after:
        store.apply([edit(5, "after")])
    else:
        store.writer.repair()
    assert store.state == "saved"
    assert readable(disk) >= {"generation 1", "before", *(["after"] if typed_after else [])}


# The checkpoint


def test_another_state_put_in_place_is_kept_and_ours_goes_on_beside_it(disk: Disk) -> None:
    theirs = other_laptop(disk)
    store = opened(disk)
    store.apply([edit(4, "ours")])
    disk.put(PATH, theirs[PATH])
    store.writer.repair()
    assert store.state == "saved"
    assert [finding.kind for finding in store.findings] == [FindingKind.CONFLICT]
    store.apply([edit(5, "later")])
    assert readable(disk) >= {"theirs", "ours", "later"}
    assert disk.whole()[PATH] == theirs[PATH]


@pytest.mark.parametrize("whole", [False, True])
def test_another_state_put_in_place_and_a_kill_leave_both_readable(
    disk: Disk, *, whole: bool
) -> None:
    theirs = other_laptop(disk)
    store = opened(disk)
    store.apply([edit(4, "ours")])
    for ending in ENDINGS if whole else ("",):
        disk.put(PATH + ending, theirs[PATH + ending])
    if not whole:
        assert readable(disk) >= {"generation 1", "theirs", "ours"}
    again = opened(disk)
    again.apply([edit(6, "next")])
    again.close()
    assert readable(disk) >= {"theirs", "next", *([] if whole else ["ours"])}


def test_an_older_state_put_in_place_loses_nothing_that_lies_beside_it(disk: Disk) -> None:
    first = Disk()
    store = opened(first)
    store.apply([edit(1, "generation 1")])
    store.close()
    disk.put(PATH, first.whole()[PATH])
    assert readable(disk) >= {"generation 1", "generation 2", "generation 3"}
    again = opened(disk)
    again.apply([edit(7, "next")])
    again.close()
    opened(disk).close()
    assert readable(disk) >= {"generation 1", "generation 2", "generation 3", "next"}


@pytest.mark.parametrize("harm", ["removed", "emptied"])
def test_a_checkpoint_that_is_gone_or_damaged_is_written_again_at_once(
    disk: Disk, harm: str
) -> None:
    store = opened(disk)
    store.apply([edit(4, "typed")])
    if harm == "emptied":
        disk.in_place(PATH, b"")
    else:
        disk.unlink(PATH)
    store.writer.repair()
    assert store.state == "saved"
    assert texts(read_store(PATH, disk, 1)[0]) >= {"generation 3", "typed"}
    removed = [finding.kind for finding in store.findings if finding.kind is FindingKind.REMOVED]
    assert bool(removed) == (harm != "emptied")


def test_a_checkpoint_that_was_only_touched_is_left_alone(disk: Disk) -> None:
    store = opened(disk)
    before = disk.whole()[PATH]
    disk.put(PATH, before)
    store.writer.repair()
    assert not store.findings
    assert not [path for path in disk.names if "conflict" in path]
    store.apply([edit(4, "typed")])
    store.close()
    assert texts(read_store(PATH, disk, 1)[0]) >= {"typed"}


def test_looking_says_what_cannot_be_made_up_for(disk: Disk) -> None:
    store = opened(disk)
    store.apply([edit(4, "typed")])
    disk.unlink(f"{PATH}.journal")
    disk.create = _refused  # type: ignore[method-assign]
    store.writer.repair()
    assert store.state == "not_saved"
    assert store.error is not None
    del disk.create
    store.writer.maintain()
    assert store.error is None
    assert readable(disk) >= {"typed"}


def _refused(path: str) -> int:
    raise OSError(28, "no room", path)


# Two writers


class Contested(Disk):
    """A disk on which another program holds the journal."""

    taken = False

    def try_lock_open(self, handle: int) -> bool:
        return not self.taken


def test_a_journal_that_another_program_writes_to_is_never_written_to() -> None:
    disk = Contested()
    first = opened(disk)
    first.apply([edit(1, "first")])
    disk.taken = True
    second = opened(disk)
    second.apply([edit(2, "second")])
    assert second.state == "saved"
    disk.taken = False
    first.apply([edit(2, "first again")])
    assert readable(disk) >= {"first", "second", "first again"}
    first.close()
    second.close()
    assert readable(disk) >= {"first", "second", "first again"}


def test_a_state_put_in_place_while_ours_is_being_written_is_not_written_over(
    disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = other_laptop(disk)
    store = opened(disk)
    store.apply([edit(4, "ours")])
    sync = Disk.sync

    def and_theirs_comes(self: Disk, handle: int) -> None:
        sync(self, handle)
        if self.names.get(f"{PATH}.tmp") is self.inode_of(handle):
            self.put(PATH, theirs[PATH])

    monkeypatch.setattr(Disk, "sync", and_theirs_comes)
    store.writer.checkpoint()
    monkeypatch.undo()
    assert store.state == "saved"
    assert readable(disk) >= {"theirs", "ours"}
    store.apply([edit(5, "later")])
    store.close()
    assert readable(disk) >= {"theirs", "ours", "later"}
    assert disk.whole()[PATH] == theirs[PATH]


def test_two_writers_on_a_real_disk_keep_apart(tmp_path: Path) -> None:
    path = str(tmp_path / "visit-abcdefgh.json")
    first = Store(path, DiskFiles(), OpenOptions(create=True))
    first.apply([edit(1, "first")])
    second = Store(path, DiskFiles(), OpenOptions())
    second.apply([edit(2, "second")])
    first.apply([edit(3, "more")])
    assert first.state == second.state == "saved"
    first.close()
    second.close()
    assert texts(read_store(path, DiskFiles(), 1)[0]) == {"first", "more"}
    copy = str(tmp_path / "visit-abcdefgh.conflict-1.json")
    assert texts(read_store(copy, DiskFiles(), 1)[0]) == {"first", "second"}


def test_a_lock_whose_file_was_removed_is_taken_again(tmp_path: Path) -> None:
    path = tmp_path / "case.lock"
    mine, other = CaseLock(str(path), DiskFiles()), CaseLock(str(path), DiskFiles())
    assert mine.acquire()
    path.unlink()
    mine.renew()
    assert not other.acquire()
    path.unlink()
    assert other.acquire()
    mine.renew()
    assert mine.held
    assert other.held
    other.release()
    mine.renew()
    assert not other.acquire()


# What lies by itself


def test_a_journal_says_which_checkpoint_it_led_to(disk: Disk) -> None:
    raw = disk.whole()[f"{PATH}.journal.prev"]
    assert checkpoint_led_to(raw) == parse(raw).leads_to
    assert parse(raw).leads_to is not None
    assert checkpoint_led_to(disk.whole()[f"{PATH}.journal"]) is None
    assert checkpoint_led_to(raw.replace(b' {"next"', b' {"n3xt"')) is None
    assert checkpoint_led_to(raw.replace(b'"next":', b'"next":1')) is None


def test_a_text_that_looks_like_a_closing_line_is_none() -> None:
    disk = Disk()
    store = opened(disk)
    store.apply([edit(1, ' {"next":7,"crc32":"00000000"}')])
    assert checkpoint_led_to(disk.whole()[f"{PATH}.journal"]) is None


def test_a_journal_by_itself_is_read_as_far_as_its_documents_are_whole(disk: Disk) -> None:
    store = opened(disk)
    store.apply([edit(4, "typed")])
    disk.put("/d/stray", disk.whole()[f"{PATH}.journal"])
    assert texts(read_stray_journal("/d/stray", disk)) == {"typed"}
    disk.put("/d/stray", disk.whole()["/d/stray"][:-9])
    with pytest.raises(StoreError):
        read_stray_journal("/d/stray", disk)
    with pytest.raises(StoreError):
        read_stray_journal("/d/missing", disk)


def test_a_copy_that_changed_since_it_was_read_is_not_put_aside(disk: Disk) -> None:
    copy = "/d/visit-abcdefgh.conflict-1.json"
    disk.put(copy, disk.whole()[PATH])
    known = disk.info(copy)
    disk.put(copy, disk.whole()[PATH])
    set_copy_aside(disk, copy, known)
    assert copy in disk.names
    set_copy_aside(disk, copy, disk.info(copy))
    assert copy not in disk.names
    assert f"{copy}.kept-1" in disk.names
