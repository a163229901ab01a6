"""Checks a file, a pack or a folder of packs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.pack import Problem
from companion.files import bare, file_name, folder_of, join
from companion.packs.file_kinds import NOT_PACK_FILES, PACK_FILE
from companion.packs.folders import (
    is_folder,
    is_pack,
    pack_folders,
    read_bytes,
    read_folder,
    with_folder,
)
from companion.packs.lint import lint
from companion.packs.lint.subject import Subject, all_below
from companion.packs.pack_files import read_pack
from companion.words import packs as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from companion.files import Files
    from companion.packs.pack_files import PackReading

_REFUSED = frozenset(
    {"too-big", "not-utf8", "too-tangled", "not-a-file", "unreadable", "no-front-matter"}
)


def check(files: Files, path: str, *, roots: Sequence[str] = ()) -> tuple[Problem, ...]:
    """Return everything wrong with a file, a pack or a folder of packs.

    Args:
        files: The file system.
        path: What to check; `README.md` and `COVERAGE.md` are ignored.
        roots: Folders whose packs may be built on, besides those that lie beside `path`.

    Returns:
        The problems by file and line; the files as paths that begin with `path`.
    """
    path = bare(path)
    if not is_folder(files, path, through_link=True):
        return _ordered(_check_file(files, path, roots))
    if is_pack(files, path):
        return _ordered(_check_packs(files, (path,), roots))
    folders = pack_folders(files, path)
    if not folders:
        return (Problem(path, 1, "no-pack", words.NO_PACK),)
    return _ordered([*_check_packs(files, folders, roots), *_without_pack_file(files, path)])


def due(files: Files, path: str, today: date) -> tuple[Problem, ...]:
    """Return the packs at a path that were to be gone over again before today.

    Such a pack is as good as it was: this is a remark, not a fault.

    Args:
        files: The file system.
        path: A pack or a folder of packs; a single file says nothing about it.
        today: The day it is.
    """
    path = bare(path)
    found = []
    for folder in (path,) if is_pack(files, path) else pack_folders(files, path):
        reading = read_folder(files, folder)
        day = reading.head.next_review if reading.head else None
        if reading.head and day and day < today:
            sentence = words.review_is_due(day.isoformat())
            line = reading.head.next_review_line
            found.append(Problem(join(folder, PACK_FILE), line, "review-due", sentence))
    return tuple(found)


def _check_packs(files: Files, folders: Sequence[str], roots: Sequence[str]) -> list[Problem]:
    checked = [read_folder(files, folder) for folder in folders]
    nearby = [*checked, *_parents(files, checked, roots)]
    problems = list(_repeated_packs(checked))
    for each in checked:
        found = lint(_subject(each, nearby))
        refused = {problem.file for problem in each.problems if problem.rule in _REFUSED}
        kept = (problem for problem in found if problem.file not in refused)
        problems.extend(with_folder(each.path, (*each.problems, *kept)))
    return problems


def _check_file(files: Files, path: str, roots: Sequence[str]) -> Iterable[Problem]:
    name, folder = file_name(path), folder_of(path)
    if name in NOT_PACK_FILES:
        return ()
    data = read_bytes(files, path, path)
    if isinstance(data, Problem):
        return (data,)
    for pack in (folder, folder_of(folder)):
        if is_pack(files, pack):
            inner = {join(pack, name), join(pack, file_name(folder), name)}
            found = _check_packs(files, (pack,), roots)
            problems = [problem for problem in found if problem.file in inner]
            return [Problem(path, each.line, each.rule, each.sentence) for each in problems]
    return _check_alone(path, name, data)


def _check_alone(path: str, name: str, data: bytes) -> Iterable[Problem]:
    found = read_pack(folder_of(path), {name: data}).problems
    own = [each for each in found if each.file == name and each.rule != "no-pack"]
    if not own:
        return (Problem(path, 1, "no-pack", words.NO_PACK),)
    return (Problem(path, each.line, each.rule, each.sentence) for each in own)


def _parents(
    files: Files, checked: Sequence[PackReading], roots: Sequence[str]
) -> list[PackReading]:
    """Read the packs beside those checked and in the roots, if something builds on one."""
    wanted = {parent for each in checked if each.head for parent in each.head.extends}
    if wanted <= {each.id for each in checked}:
        return []
    known = {each.path for each in checked}
    places = dict.fromkeys([*(folder_of(each.path) for each in checked), *roots])
    folders = [folder for place in places for folder in pack_folders(files, place)]
    return [read_folder(files, folder) for folder in folders if folder not in known]


def _subject(each: PackReading, nearby: Sequence[PackReading]) -> Subject:
    parents: dict[str, tuple[str, ...]] = {}
    for other in nearby:
        if other.head and other.id:
            parents.setdefault(other.id, other.head.extends)
    below = all_below(each.head.extends if each.head else (), parents)
    packs = (other.pack for other in nearby if other.id in below)
    return Subject(each, parents, tuple(pack for pack in packs if pack))


def _repeated_packs(checked: Sequence[PackReading]) -> Iterable[Problem]:
    first: dict[str, PackReading] = {}
    for each in checked:
        other = first.setdefault(each.id, each)
        if each.id and other is not each:
            sentence = words.repeated_pack(each.id, other.path)
            yield Problem(join(each.path, PACK_FILE), 1, "repeated-pack", sentence)


def _without_pack_file(files: Files, path: str) -> Iterable[Problem]:
    for name in files.list_folder(path):
        folder = join(path, name)
        if name.startswith(".") or not is_folder(files, folder) or is_pack(files, folder):
            continue
        yield Problem(join(folder, PACK_FILE), 1, "no-pack", words.NO_PACK)


def _ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems), key=lambda each: (each.file, each.line)))
