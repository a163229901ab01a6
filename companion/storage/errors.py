"""The errors of a store, as one tree.

```
StoreError
├── Missing      there is no such file, and none was to be made
├── Empty        a file of no bytes: never taken for a new store
├── Damaged      no generation of it can be read
├── Foreign      readable, but not one of ours
├── Unreadable   the disk refuses to give it
├── Unlockable   the disk refuses the lock, so the case can only be read
│   └── Lockless   it knows no locks at all
├── Unwritable   the disk refuses to make or move a folder
├── NotAllKept   a command is at its end, and not all it did is on the disk
├── NotAllErased something of a case that is being erased is still there
├── BadId        an id that no case or visit of ours has
├── ReadOnly     open for reading, and a change was asked
├── TooLarge     more than could be read back was to be written
└── Busy         another window has the case
```

A file of a newer version is not an error: it is opened read-only, with a finding.
"""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

from companion.words import storage as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class StoreError(Exception):
    """A store that cannot be opened; its text is one sentence for the user."""

    sentence = words.DAMAGED
    """The sentence; `{path}` is the file."""
    short = words.SHORT_DAMAGED
    """The same for a room, in two lines; without the file."""

    def __init__(self, path: str, error: OSError | None = None, **values: str) -> None:
        """Tell of a file.

        Args:
            path: The file.
            error: The disk's reason, where it has one.
            values: What else the sentence names.
        """
        if error is not None:
            values["reason"] = reason(error)
        super().__init__(self.sentence.format(path=path, **values))
        self.path = path
        self.error = error
        """The disk's reason, where it has one."""
        self.notice = self.short.format(**values)
        """The sentence for a room."""


class Missing(StoreError):  # noqa: N818 - the state it is in
    """There is no such file, and none was to be made."""

    sentence = words.MISSING
    short = words.SHORT_MISSING


class Empty(StoreError):  # noqa: N818 - the state it is in
    """A file of no bytes, as a crash or a full disk leaves it; never taken for a new store."""

    sentence = words.EMPTY
    short = words.SHORT_EMPTY


class Damaged(StoreError):  # noqa: N818 - the state it is in
    """No generation of the store can be read."""


class Foreign(StoreError):  # noqa: N818 - the state it is in
    """Readable JSON, but not one of ours."""

    sentence = words.FOREIGN
    short = words.SHORT_FOREIGN


class Unreadable(StoreError):  # noqa: N818 - the state it is in
    """The disk refuses to give the file; `error` says why."""

    sentence = words.UNREADABLE
    short = words.SHORT_UNREADABLE


class Unlockable(StoreError):  # noqa: N818 - the state it is in
    """The disk refuses the lock of a case, which can be read all the same."""

    sentence = words.UNLOCKABLE
    short = words.SHORT_UNWRITABLE
    why = "refused"
    """One word for why a case can only be read."""


class Lockless(Unlockable):
    """The disk knows no locks, so nothing keeps two windows from writing over each other."""

    sentence = words.LOCKLESS
    short = words.SHORT_LOCKLESS
    why = "lockless"


class Unwritable(StoreError):  # noqa: N818 - the state it is in
    """The disk refuses to make or move a folder of ours; `error` says why."""

    sentence = words.UNWRITABLE
    short = words.SHORT_UNWRITABLE


@contextmanager
def unwritable(path: str) -> Iterator[None]:
    """Tell an error of the disk as `Unwritable`."""
    try:
        yield
    except OSError as error:
        raise Unwritable(path, error) from error


class NotAllKept(Unwritable):
    """A command is at its end, and the disk has not taken all it did; `error` says why."""

    sentence = words.NOT_ALL_KEPT
    short = words.SHORT_NOT_ALL_KEPT


class NotAllErased(StoreError):  # noqa: N818 - the state it is in
    """Erasing began, and something is still there; erasing again goes on with it."""

    sentence = words.NOT_ALL_ERASED

    def __init__(self, case_id: str, gone: int, left: Sequence[tuple[str, str]]) -> None:
        super().__init__(left[0][0], case=case_id, gone=words.gone(gone), left=words.left(left))
        self.left = tuple(left)
        """The files that are still there, and why."""


class BadId(StoreError):  # noqa: N818 - the state it is in
    """An id that no case or visit of ours has, or one that could lead out of the folder."""

    sentence = words.BAD_ID

    def __init__(self, given: str) -> None:
        super().__init__("", given=given)


class ReadOnly(StoreError):  # noqa: N818 - the state it is in
    """A change was asked of a store that is open for reading."""

    sentence = words.READ_ONLY
    short = words.SHORT_READ_ONLY


class TooLarge(StoreError):  # noqa: N818 - the state it is in
    """The content could not be read back, so it was not written."""

    sentence = words.TOO_LARGE

    def __init__(self, sentence: str = words.TOO_LARGE) -> None:
        super().__init__("")
        self.args = (sentence,)
        self.notice = words.SHORT_TOO_LARGE


class Busy(StoreError):  # noqa: N818 - the state it is in
    """Another window has the case."""

    sentence = words.BUSY
    short = words.BUSY


def reason(error: OSError) -> str:
    """Return why the disk refused, in plain words."""
    return words.reason(errno.errorcode.get(error.errno or 0, ""))
