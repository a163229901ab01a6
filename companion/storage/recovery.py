"""Reading a store: which generation counts, which journals go on from it, and what was found.

Nothing is written here. A good checkpoint wins; a damaged one is made again from the generation
before and the journals; what is empty, damaged beyond that or foreign is refused, never taken for
a new store. Where another program put one file of another state among ours (a sync program, a
restored backup), the files hold two states: the one that the checkpoint leads to counts, and the
other is put together from what is left of it and given back beside it (`Loaded.others`).
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, field

from companion.domain.value import replace
from companion.storage import errors
from companion.storage.checkpoint import (
    Checkpoint,
    NotOursError,
    NotReadableError,
    decode,
    encode,
    serialise,
)
from companion.storage.findings import Finding, FindingKind
from companion.storage.journal import Journal, checkpoint_led_to, parse
from companion.storage.plain_json import FAR
from companion.storage.replay import Replay

if TYPE_CHECKING:
    from companion.files import Files, Info
    from companion.storage.checkpoint import Tables
    from companion.storage.layout import StoreFiles


class Loaded(Struct):
    """A store as it was read."""

    tables: Tables = field(default_factory=dict)
    generation: int = 0
    """The generation of the checkpoint that counts; 0 for a new store."""
    highest: int = 0
    """The highest generation that any of the files names."""
    schema: int = 0
    """The schema the checkpoint was written with; 0 for a new store."""
    crc32: str = ""
    """The checksum of the checkpoint."""
    number: int = 0
    """The last change."""
    journal_size: int = 0
    """Bytes of the journal that is appended to."""
    records: int = 0
    """Transactions that are in journals only."""
    clean: bool = False
    """Whether the journal may be appended to; otherwise the next write makes a generation."""
    main_bad: bool = False
    """Whether the checkpoint is set aside before another takes its place."""
    journal_bad: bool = False
    """Whether the journal is set aside before another takes its place."""
    others: list[Tables] = field(default_factory=list)
    """Other states that lie in the store's files and do not lead to the one that counts."""
    aside: list[str] = field(default_factory=list)
    """Files that hold other states: set aside once their state is kept elsewhere."""
    unread: list[str] = field(default_factory=list)
    """Unreadable files that nothing needs: set aside before others take their place."""
    read_only: bool = False
    """Whether it was written by a newer version."""
    findings: list[Finding] = field(default_factory=list)
    """Problems to tell the user."""
    main_info: Info | None = None
    """Identifies the checkpoint, to notice its replacement."""
    journal_info: Info | None = None
    """Identifies the journal."""
    moved_info: Info | None = None
    """The journal at the previous one's place, where a crash left it half-way to a new one."""


def load(layout: StoreFiles, files: Files, schema: int, *, careful: bool = False) -> Loaded:
    """Read a store without writing; `generation` 0 and no tables when there is none at all.

    Args:
        layout: Where it is.
        files: The interface to files.
        schema: The newest schema that is known.
        careful: Look at the previous generation also where nothing needs it, as another program may
            have put it there.

    Raises:
        StoreError: `Empty`, `Damaged`, `Foreign` or `Unreadable`.
    """
    return _Reading(layout, files, schema, careful=careful).result()


class _Reading:
    """One reading of one store."""

    def __init__(self, layout: StoreFiles, files: Files, schema: int, *, careful: bool) -> None:
        self._layout = layout
        self._careful = careful
        self._files = files
        self._schema = schema
        self._loaded = Loaded()
        self._read: list[Journal] = []
        # The checkpoint is looked at first: whatever moves on while we read is newer than it.
        self._loaded.main_info = _info(self._files, layout.main)
        self._main, self._refusal = self._checkpoint(layout.main)
        self._loaded.journal_info = _info(self._files, layout.journal)
        self._journal = self._parsed(self._bytes(layout.journal))

    def result(self) -> Loaded:
        """Return the state that counts."""
        main, loaded = self._renumbered(self._main), self._loaded
        if main is not None and main.schema > self._schema:
            self._take(main, self._replay(main))
            self._only_read()
        elif main is not None and main.intact:
            replay = self._replay(main)
            self._take(main, replay)
            self._judge_journal()
            if not self._is_at_rest(main, replay):
                self._find_others(main, replay)
            if self._careful and self._previous is None and _holds(self._files, self._layout):
                loaded.unread.append(self._layout.previous)
        elif main is not None:
            self._changed(main)
        else:
            self._without_main()
        bases = [journal.base or 0 for journal in self._read]
        loaded.highest = max(loaded.highest, loaded.generation, *bases, 0)
        if self._holds_more() or max(loaded.highest, loaded.number) >= FAR:
            self._only_read()
        return loaded

    def _holds_more(self) -> bool:
        """Return whether the journal of this very state holds something that is not known here."""
        journal = self._journal
        if journal is None or not journal.newer:
            return False
        return journal.base in {None, self._loaded.generation}

    def _only_read(self) -> None:
        """Make the store read-only, so that nothing unknown is written over."""
        loaded = self._loaded
        if not loaded.read_only:
            loaded.read_only = True
            self._find(FindingKind.NEWER)

    @cached_property
    def _raw_journal_previous(self) -> bytes | None:
        """The bytes of the previous journal."""
        return self._bytes(self._layout.journal_previous)

    @cached_property
    def _journal_previous(self) -> Journal | None:
        """The previous journal; at rest only its closing line is needed."""
        return self._parsed(self._raw_journal_previous)

    def _replay(self, base: Checkpoint) -> Replay:
        """Return the state that follows from a checkpoint."""
        replay, journal = Replay(base), self._journal
        if journal is not None and replay.is_continued_by(journal):
            return replay.run([journal])
        found = (journal, self._journal_previous)
        return replay.run([each for each in found if each is not None])

    def _renumbered(self, main: Checkpoint | None) -> Checkpoint | None:
        """Return the checkpoint, with the number its journal gives it where its own was damaged.

        The checksum leaves `_meta` out. A journal left behind by a crash may name the same
        checksum, but then the previous generation has the journal's number.
        """
        journal = self._journal
        if main is None or journal is None or journal.base in {None, main.generation}:
            return main
        if not main.intact or journal.crc32 != main.crc32:
            return main
        before = self._previous
        if before is not None and before.generation >= journal.base:
            return main
        return replace(main, generation=journal.base)

    def _take(self, base: Checkpoint, replay: Replay) -> None:
        loaded = self._loaded
        loaded.tables, loaded.generation = replay.tables, base.generation
        loaded.schema, loaded.crc32 = base.schema, base.crc32
        loaded.number = max(replay.number, 0)
        loaded.records = sum(len(used.records) for used in replay.used)
        if len(replay.used) == 1:
            self._go_on(replay.used[0], replay)
        if replay.gaps:
            self._find(FindingKind.GAPS)
            loaded.journal_bad = True
        elif replay.torn:
            self._find(FindingKind.TORN)

    def _go_on(self, used: Journal, replay: Replay) -> None:
        """Note whether the one journal carried out may be appended to, and where it is."""
        loaded, journal = self._loaded, self._journal
        if not used.clean or replay.gaps:
            return
        if used is not journal:
            if journal is not None and journal.base is not None:
                return
            loaded.moved_info = _info(self._files, self._layout.journal_previous)
        loaded.clean, loaded.journal_size = True, used.size

    def _judge_journal(self) -> None:
        """Find a journal that should have gone on from a good checkpoint, and does not."""
        loaded, journal = self._loaded, self._journal
        if journal is None or journal.base is None:
            written = journal is not None and journal.size > 0
            if written or self._journal_is_gone():
                self._find(FindingKind.TORN)
            loaded.journal_bad = written

    def _journal_is_gone(self) -> bool:
        """Return whether the files are as at rest, all but the journal.

        After a crash in the middle of a new generation they are not: the previous journal is torn,
        or does not go on from the previous generation.
        """
        previous = self._journal_previous
        before = self._previous
        if previous is None or before is None or not previous.clean:
            return False
        return previous.base == before.generation < self._loaded.generation

    def _is_at_rest(self, main: Checkpoint, replay: Replay) -> bool:
        """Return whether every file is as we leave them: nothing here belongs to another state."""
        if self._journal is not None and not any(used is self._journal for used in replay.used):
            return False
        leads_to = checkpoint_led_to(self._raw_journal_previous or b"")
        if len(replay.used) > 1:
            return True
        if leads_to not in {None, (main.generation, main.crc32)}:
            return False
        return not self._careful or self._previous is None or self._went_on(main)

    @cached_property
    def _previous(self) -> Checkpoint | None:
        """The previous generation, if it can be read."""
        return self._checkpoint(self._layout.previous)[0]

    def _went_on(self, main: Checkpoint) -> bool:
        """Return whether the checkpoint was made of the previous generation, as the journals tell.

        After an error none may lead to the checkpoint; then one leads to the previous generation.
        """
        before = self._previous
        if before is None or before.generation >= main.generation:
            return False
        known = (before.generation, before.crc32)
        found = (self._journal, self._journal_previous)
        return any(
            journal is not None
            and (
                journal.leads_to == known
                or (
                    (journal.base, journal.crc32) == known
                    and journal.leads_to == (main.generation, main.crc32)
                )
            )
            for journal in found
        )

    def _find_others(self, main: Checkpoint | None, replay: Replay) -> None:
        """Put together what the files hold besides the state that counts."""
        layout, loaded = self._layout, self._loaded
        before = self._previous if main is not None else None
        found = {layout.journal: self._journal, layout.journal_previous: self._journal_previous}
        unused = {
            path: journal
            for path, journal in found.items()
            if journal is not None
            and not any(used is journal for used in replay.used)
            and not self._led_here(journal, main, before)
        }
        if before is not None and main is not None and before.schema <= self._schema:
            other = before.crc32 != main.crc32 and not self._went_on(main)
            side = Replay(before).run(list(unused.values()))
            if other or side.used:
                loaded.others.append(side.tables)
                loaded.aside += [layout.previous] if other else []
            for path in [path for path, each in unused.items() if each in side.used]:
                loaded.aside.append(path)
                del unused[path]
        for path, journal in unused.items():
            if journal.records:
                loaded.others.append(Replay.from_nothing(journal).tables)
                loaded.aside.append(path)

    def _led_here(
        self, journal: Journal, main: Checkpoint | None, before: Checkpoint | None
    ) -> bool:
        """Return whether a journal that is not carried out led to the checkpoint.

        After an error the whole state goes into a generation first: until the journal is moved, it
        goes on from the previous generation, and the one before it led there. Any other belongs to
        another state, whatever its number is; so does one without its last line where other
        programs may have been.
        """
        if main is None:
            return False
        if journal.leads_to == (main.generation, main.crc32):
            return True
        if before is None or before.generation >= main.generation:
            return False
        known = (before.generation, before.crc32)
        unended = journal.leads_to is None and (journal.base, journal.crc32) == known
        return journal.leads_to == known or (unended and not self._careful)

    def _changed(self, main: Checkpoint) -> None:
        """Take JSON of ours that does not agree with its checksum: damage, or another edit.

        Damage leaves the length as it was; an edit in another program hardly ever does. Where the
        previous generation leads to this one to the letter, that decides; otherwise it is opened.
        """
        before = self._previous
        if before is not None and before.intact and before.schema <= self._schema:
            previous = self._journal_previous
            replay = Replay(before).run([previous] if previous is not None else [])
            own = self._journal.base if self._journal is not None else None
            generation = own or before.generation + 1
            raw, crc32 = encode(serialise(replay.tables), main.schema, generation)
            if len(raw) == main.size and self._agrees(crc32):
                self._without_main()
                return
        self._take(main, self._replay(main))
        self._find(FindingKind.EDITED)

    def _agrees(self, crc32: str) -> bool:
        return self._journal is None or self._journal.crc32 in {crc32, None}

    def _without_main(self) -> None:
        """Take the previous generation and both journals: the checkpoint is missing or damaged."""
        loaded = self._loaded
        before = self._previous
        if before is None:
            self._refuse_or_new()
            return
        replay = self._replay(before)
        self._take(before, replay)
        loaded.clean, loaded.moved_info = False, None
        loaded.main_bad = loaded.main_info is not None
        self._find_others(None, replay)
        journal = self._journal
        whole = before.intact and not replay.gaps and bool(replay.used)
        exact = whole and journal is not None and replay.used[-1] is journal
        self._find(FindingKind.PREVIOUS if exact else FindingKind.OLDER)
        if before.schema > self._schema:
            self._only_read()

    def _refuse_or_new(self) -> None:
        if self._refusal is not None:
            raise self._refusal
        found = (self._journal, self._journal_previous)
        leftovers = any(journal.records for journal in found if journal is not None)
        if leftovers or _info(self._files, self._layout.previous) is not None:
            raise errors.Damaged(self._layout.main)

    def _checkpoint(self, path: str) -> tuple[Checkpoint | None, errors.StoreError | None]:
        """Return the checkpoint at a path, or why there is none; both None for no file."""
        try:
            raw = self._files.read(path)
        except FileNotFoundError:
            return None, None
        except OSError as error:
            raise errors.Unreadable(path, error) from error
        try:
            checkpoint = decode(raw)
        except NotReadableError:
            refusal = errors.Damaged if raw else errors.Empty
            return None, refusal(path)
        except NotOursError:
            return None, errors.Foreign(path)
        self._loaded.highest = max(self._loaded.highest, checkpoint.generation)
        return checkpoint, None

    def _bytes(self, path: str) -> bytes | None:
        try:
            return self._files.read(path)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise errors.Unreadable(path, error) from error

    def _parsed(self, raw: bytes | None) -> Journal | None:
        if raw is None:
            return None
        journal = parse(raw)
        self._read.append(journal)
        return journal

    def _find(self, kind: FindingKind) -> None:
        self._loaded.findings.append(Finding(kind, self._layout.name))


def _holds(files: Files, layout: StoreFiles) -> bool:
    """Return whether there is something at the previous generation's place."""
    info = _info(files, layout.previous)
    return info is not None and info.size > 0


def _info(files: Files, path: str) -> Info | None:
    """Return what is at a path; None when nothing is."""
    try:
        return files.info(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise errors.Unreadable(path, error) from error
