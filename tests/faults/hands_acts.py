"""What other programs do to a data folder, each one act, chosen and aimed at random."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tests.faults.hands_laptop import Laptop

PARTS: Final = ("", ".journal", ".prev", ".journal.prev")
"""What follows the name of a store."""
_SETS: Final = (
    ("",),
    ("",),
    (".journal",),
    (".prev",),
    (".journal.prev",),
    ("", ".journal"),
    (".prev", ".journal.prev"),
    PARTS,
    PARTS,
)


@dataclass
class Scene:
    """Two laptops and what other programs have of them."""

    chance: random.Random
    """Where every choice comes from."""
    here: Laptop
    """The laptop that is worked on."""
    there: Laptop
    """The other one."""
    place: Path
    """Where copies may be put."""
    copies: list[Path] = field(default_factory=list)
    """Earlier copies of the data folder here, the oldest first."""
    undo: list[Callable[[], None]] = field(default_factory=list)
    """What is put back at the end: modes, names."""

    def store(self) -> str:
        """One of the stores of the case."""
        names = ["case.json", *(f"visit-{each}.json" for each in self.here.visits)]
        return self.chance.choice([*names, *names[1:]])

    def source(self) -> tuple[str, Path]:
        """Another state of the case's folder: in words, and where it lies."""
        if self.copies and self.chance.random() < 0.5:
            number = self.chance.randrange(len(self.copies))
            return f"the copy {number}", self.copies[number] / "cases" / self.here.case
        return "the other laptop's", self.there.folder

    def file(self) -> Path | None:
        """A file of a store here."""
        found = [path for path in self.here.files() if ".draft-" not in path.name]
        return self.chance.choice(found) if found else None


def put(scene: Scene, source: Path, target: Path) -> str:
    """Put the bytes of a file in place, in one of the ways of other programs."""
    way = scene.chance.choice(("renamed over", "renamed over", "written in place", "made anew"))
    if not target.parent.is_dir():
        return "no folder to put it in"
    data = source.read_bytes()
    if way == "renamed over":
        beside = target.with_name(f".{target.name}.x")
        beside.write_bytes(data)
        os.replace(beside, target)
    elif way == "written in place":
        with target.open("wb") as file:
            file.write(data)
    else:
        target.unlink(missing_ok=True)
        target.write_bytes(data)
    return way


def another_state(scene: Scene) -> str | None:
    """Files of a store are replaced by another state's."""
    what, folder = scene.source()
    store, parts = scene.store(), scene.chance.choice(_SETS)
    ways = []
    for name in (store + part for part in parts):
        if (folder / name).is_file():
            how = put(scene, folder / name, scene.here.folder / name)
            ways.append(f"{name.removeprefix(store) or 'checkpoint'} {how}")
    return f"{store}: {', '.join(ways)} from {what}" if ways else None


def the_same_again(scene: Scene) -> str | None:
    """A file is replaced by its equal: the bytes are the same, the file is another."""
    if (path := scene.file()) is None:
        return None
    beside = path.with_name(f".{path.name}.x")
    try:
        shutil.copy2(path, beside)
        os.replace(beside, path)
    except FileNotFoundError:
        return None
    return f"{path.name} replaced by its equal"


def many_the_same_again(scene: Scene) -> str | None:
    """Every file is replaced by its equal, as a sync program does at its first run."""
    for path in scene.here.files():
        beside = path.with_name(f".{path.name}.x")
        try:
            shutil.copy2(path, beside)
            os.replace(beside, path)
        except FileNotFoundError:
            continue
    return "every file replaced by its equal"


def renamed_away(scene: Scene) -> str | None:
    """A file is taken out of the folder."""
    if (path := scene.file()) is None:
        return None
    away = scene.place / f"away-{scene.chance.randrange(10**6)}"
    try:
        os.rename(path, away)
    except FileNotFoundError:
        return None
    return f"{path.name} moved away"


def unlinked(scene: Scene) -> str | None:
    """A file is deleted."""
    if (path := scene.file()) is None:
        return None
    path.unlink(missing_ok=True)
    return f"{path.name} deleted"


def truncated(scene: Scene) -> str | None:
    """A file is cut off in place."""
    if (path := scene.file()) is None:
        return None
    try:
        size = path.stat().st_size
        to = scene.chance.choice((0, size // 2, max(0, size - 1)))
        if scene.chance.random() < 0.5:
            os.truncate(path, to)
        else:
            with path.open("r+b") as file:
                os.ftruncate(file.fileno(), to)
    except FileNotFoundError:
        return None
    return f"{path.name} cut off at {to} of {size}"


def appended(scene: Scene) -> str | None:
    """Foreign bytes, or a line of another journal, come to the end of a file."""
    if (path := scene.file()) is None:
        return None
    data = scene.chance.choice((b"\0" * 512, b"hello\n", b"\n", b"}"))
    what = repr(data[:8])
    if path.name.endswith(".journal") and scene.chance.random() < 0.5:
        other = scene.there.folder / path.name
        lines = other.read_bytes().splitlines(keepends=True) if other.is_file() else []
        if lines:
            data, what = lines[-1], "the last line of the other laptop's"
    try:
        with path.open("r+b") as file:
            file.seek(0, os.SEEK_END)
            file.write(data)
    except FileNotFoundError:
        return None
    return f"{what} appended to {path.name}"


def touched(scene: Scene) -> str | None:
    """A file gets another time."""
    if (path := scene.file()) is None:
        return None
    try:
        os.utime(path, (scene.chance.randrange(10**9), scene.chance.randrange(10**9)))
    except FileNotFoundError:
        return None
    return f"{path.name} touched"


def another_mode(scene: Scene) -> str | None:
    """A file or the folder gets another mode."""
    path = scene.chance.choice((scene.file(), scene.file(), scene.here.folder))
    if path is None:
        return None
    mode = scene.chance.choice((0o000, 0o400, 0o777))
    try:
        before = path.stat().st_mode
        path.chmod(mode)
    except FileNotFoundError:
        return None

    def back() -> None:
        if path.exists():
            path.chmod(before)

    scene.undo.append(back)
    return f"mode of {path.name} is {mode:o}"


def modes_back(scene: Scene) -> str | None:
    """Modes are as they were."""
    if not scene.undo:
        return None
    while scene.undo:
        scene.undo.pop()()
    return "modes put back"


def lock_removed(scene: Scene) -> str | None:
    """The lock's file is removed or replaced, and a command runs meanwhile."""
    lock = scene.here.folder / "case.lock"
    if not lock.exists():
        return None
    lock.unlink()
    if scene.chance.random() < 0.5:
        lock.write_bytes(b"")
        return "case.lock replaced"
    return "case.lock removed"


def folder_away(scene: Scene) -> str | None:
    """The case's folder is removed, or moved out of the data folder."""
    folder = scene.here.folder
    if not folder.is_dir():
        return None
    if scene.chance.random() < 0.4:
        shutil.rmtree(folder, ignore_errors=True)
        return "the case's folder removed"
    away = scene.place / f"folder-{scene.chance.randrange(10**6)}"
    os.rename(folder, away)
    if scene.chance.random() < 0.5:
        return "the case's folder moved away"
    if folder.is_dir():
        for path in away.iterdir():
            os.replace(path, folder / path.name)
        return "the case's folder moved away and its files put back"
    try:
        os.rename(away, folder)
    except OSError:
        return "the case's folder moved away"
    return "the case's folder moved away and back"


def folder_replaced(scene: Scene) -> str | None:
    """The case's folder is replaced by another state of it."""
    what, source = scene.source()
    if not source.is_dir():
        return None
    beside = scene.place / f"folder-{scene.chance.randrange(10**6)}"
    shutil.copytree(source, beside)
    if scene.here.folder.is_dir():
        os.rename(scene.here.folder, scene.place / f"old-{scene.chance.randrange(10**6)}")
    try:
        os.rename(beside, scene.here.folder)
    except OSError:
        return "the case's folder moved away"
    return f"the case's folder replaced by {what}"


def conflict_copy(scene: Scene) -> str | None:
    """A sync program puts another state of a store beside it."""
    what, source = scene.source()
    store = scene.store()
    part = scene.chance.choice(("", "", "", ".journal", ".prev"))
    if not (source / (store + part)).is_file() or not scene.here.folder.is_dir():
        return None
    stem = store.removesuffix(".json")
    end = part or ""
    names = (
        f"{stem}.sync-conflict-20261130-120000-ABCDEFG.json{end}"
        if not part
        else f"{store}.sync-conflict-20261130-120000-ABCDEFG{end}",
        f"{stem} (Laptop's conflicted copy 2026-11-30).json{end}",
        f"{stem} (conflicted copy 2026-11-30 120000).json{end}",
        f"{stem}-Laptop.json{end}",
    )
    name = scene.chance.choice(names)
    (scene.here.folder / name).write_bytes((source / (store + part)).read_bytes())
    return f"{what} {store}{part} put beside as {name}"


def loser_of_a_conflict(scene: Scene) -> str | None:
    """Syncthing: ours becomes the conflict copy, the other laptop's stands in its place."""
    store = scene.store()
    ours, theirs = scene.here.folder / store, scene.there.folder / store
    if not ours.is_file() or not theirs.is_file():
        return None
    name = f"{store.removesuffix('.json')}.sync-conflict-20261130-130000-HIJKLMN.json"
    try:
        os.replace(ours, ours.with_name(name))
    except FileNotFoundError:
        return None
    put(scene, theirs, ours)
    return f"{store} is now {name}, the other laptop's stands in its place"


def left_beside(scene: Scene) -> str | None:
    """A `.tmp` is left in the folder."""
    if not scene.here.folder.is_dir():
        return None
    store = scene.store()
    source = scene.there.folder / store
    data = source.read_bytes() if source.is_file() else b"{}"
    (scene.here.folder / f"{store}.tmp").write_bytes(data[: scene.chance.randrange(len(data) + 1)])
    return f"{store}.tmp left"


def line_ends(scene: Scene) -> str | None:
    """A tool gives the journals line ends of Windows."""
    done = []
    for path in scene.here.files():
        if ".journal" in path.name and scene.chance.random() < 0.7:
            try:
                raw = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
                path.write_bytes(raw)
            except FileNotFoundError:
                continue
            done.append(path.name)
    return f"CR LF in {', '.join(done)}" if done else None


def cleaned(scene: Scene) -> str | None:
    """A cleaner deletes what looks like leftovers."""
    pattern = scene.chance.choice(("*.prev", "*.tmp", "*.journal.prev", "*.kept-*"))
    for path in scene.here.folder.glob(pattern):
        path.unlink(missing_ok=True)
    shutil.rmtree(scene.here.home / "derived", ignore_errors=True)
    return f"{pattern} and derived deleted"


def home_restored(scene: Scene) -> str | None:
    """The whole data folder is made as an earlier copy of it, what is new deleted."""
    if not scene.copies:
        return None
    source = scene.chance.choice(scene.copies)
    wanted = {path.relative_to(source) for path in source.rglob("*") if path.is_file()}
    for path in [path for path in scene.here.home.rglob("*") if path.is_file()]:
        if path.relative_to(scene.here.home) not in wanted:
            path.unlink(missing_ok=True)
    for name in sorted(wanted):
        target = scene.here.home / name
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name}.x")
        shutil.copy2(source / name, beside)
        os.replace(beside, target)
    return f"the data folder restored from the copy {scene.copies.index(source)}"


def copied_away(scene: Scene) -> str | None:
    """A backup program takes a copy of the data folder."""
    target = scene.place / f"copy-{len(scene.copies)}"
    copy_home(scene.here.home, target)
    scene.copies.append(target)
    return f"copy {len(scene.copies) - 1} taken"


def copy_home(source: Path, target: Path) -> None:
    """Copy a data folder, however much it moves meanwhile."""
    for path in [source, *source.rglob("*")]:
        to = target / path.relative_to(source)
        if path.is_dir():
            to.mkdir(parents=True, exist_ok=True)
        else:
            try:
                to.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, to)
            except FileNotFoundError:
                continue


def synced(scene: Scene) -> str | None:
    """Files of both laptops are copied both ways, some of them."""
    said = []
    names = [path.name for each in (scene.here, scene.there) for path in each.files()]
    for name in dict.fromkeys(names):
        way = scene.chance.choice(("here", "there", "", ""))
        target, source = (scene.here, scene.there) if way == "here" else (scene.there, scene.here)
        if way and (source.folder / name).is_file() and target.folder.is_dir():
            put(scene, source.folder / name, target.folder / name)
            said.append(f"{name} to {target.name}")
    return f"synced: {', '.join(said)}" if said else None


HANDS: Final = (
    another_state,
    another_state,
    another_state,
    the_same_again,
    many_the_same_again,
    renamed_away,
    unlinked,
    truncated,
    appended,
    touched,
    another_mode,
    modes_back,
    lock_removed,
    folder_away,
    folder_replaced,
    conflict_copy,
    loser_of_a_conflict,
    left_beside,
    line_ends,
    cleaned,
    home_restored,
    copied_away,
    synced,
)
"""All of them; what happens most stands there more than once."""


def named(hands: Iterable[Callable[[Scene], str | None]]) -> list[str]:
    """What they are called."""
    return [hand.__name__ for hand in hands]
