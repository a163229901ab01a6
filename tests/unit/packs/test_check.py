"""The check takes a file, a pack or a folder of packs, and names each file by its path."""

from __future__ import annotations

import os
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from companion.files import DiskFiles
from companion.packs.check import check, due
from companion.packs.folders import MAXIMUM_FILES, read_folder
from tests.unit.packs.made import GOOD, PACK, QUESTIONS, file_of

if TYPE_CHECKING:
    from pathlib import Path

    from companion.domain.pack import Problem

CHILD = PACK.replace("id: made-up", "id: child\nextends: [made-up]")


def write(folder: Path, files: dict[str, str]) -> str:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return str(folder)


def found(problems: tuple[Problem, ...]) -> list[tuple[str, int, str]]:
    return [(each.file, each.line, each.rule) for each in problems]


@pytest.mark.promise("command.check")
def test_a_folder_of_packs_is_checked_whole(tmp_path: Path) -> None:
    write(tmp_path / "one", GOOD)
    write(tmp_path / "two", {"pack.md": CHILD, "goals.md": file_of("goals", "- x\n")})
    write(tmp_path / "three", {"questions.md": QUESTIONS})
    (tmp_path / "README.md").write_text("About packs.", "utf-8")
    assert found(check(DiskFiles(), f"{tmp_path}/")) == [
        (f"{tmp_path}/three/pack.md", 1, "no-pack"),
        (f"{tmp_path}/two/goals.md", 5, "missing-item-id"),
    ]


def test_a_pack_finds_its_parent_beside_it_or_among_ours(tmp_path: Path) -> None:
    child = write(tmp_path / "here/child", {"pack.md": CHILD})
    assert found(check(DiskFiles(), child)) == [(f"{child}/pack.md", 3, "unknown-parent")]
    write(tmp_path / "ours/made-up", GOOD)
    assert check(DiskFiles(), child, roots=[str(tmp_path / "ours")]) == ()
    write(tmp_path / "here/made-up", GOOD)
    assert check(DiskFiles(), child) == ()


def test_a_pack_hides_items_of_its_parents_that_are_not_urgent(tmp_path: Path) -> None:
    urgent = "- Now. <!-- now -->\n  - urgent: yes\n  - source: Soucie 2000\n"
    write(tmp_path / "made-up", GOOD | {"time.md": file_of("time", urgent)})
    hides = "hides: [made-up/right, made-up/now, made-up/gone]\ntitle"
    child = write(tmp_path / "child", {"pack.md": CHILD.replace("title", hides, 1)})
    assert found(check(DiskFiles(), child)) == [
        (f"{child}/pack.md", 4, "hides-urgent"),
        (f"{child}/pack.md", 4, "hides-nothing"),
    ]


def test_only_an_urgent_line_for_everyone_stands_for_an_urgent_one_of_a_parent(
    tmp_path: Path,
) -> None:
    source, instead = "  - source: Soucie 2000\n", "  - instead of: made-up/"
    urgent = f"- Now. <!-- now -->\n  - urgent: yes\n{source}- Wait. <!-- wait -->\n"
    write(tmp_path / "made-up", GOOD | {"time.md": file_of("time", urgent)})
    lines = (
        f"- Good. <!-- a -->\n  - urgent: yes\n{instead}now\n{source}",
        f"- Gone. <!-- b -->\n  - urgent: yes\n{instead}gone\n{source}",
        f"- Not urgent there. <!-- c -->\n  - urgent: yes\n{instead}wait\n{source}",
        f"- For some. <!-- d -->\n  - urgent: yes\n{instead}now\n  - situation: Ill.\n{source}",
        f"- Not urgent here. <!-- e -->\n{instead}now\n",
    )
    time = file_of("time", "".join(lines))
    child = write(tmp_path / "child", {"pack.md": CHILD, "time.md": time})
    said = [(line, rule) for _, line, rule in found(check(DiskFiles(), child)) if "instead" in rule]
    assert said == [
        (9, "instead-of-nothing"),
        (13, "not-instead-of"),
        (17, "not-instead-of"),
        (22, "not-instead-of"),
    ]


def test_an_item_may_name_a_situation_of_a_parent(tmp_path: Path) -> None:
    situations = "situations:\n  - id: child\n    title: It is a child.\ntitle"
    write(tmp_path / "made-up", GOOD | {"pack.md": PACK.replace("title", situations, 1)})
    aimed = file_of("records", "- Card <!-- card -->\n  - situation: child\n")
    child = write(tmp_path / "child", {"pack.md": CHILD, "records.md": aimed})
    assert check(DiskFiles(), child) == ()


@pytest.mark.parametrize(("day", "is_due"), [(30, False), (31, False), (32, True)])
def test_a_pack_that_was_to_be_gone_over_again_is_named_the_day_after(
    tmp_path: Path, day: int, *, is_due: bool
) -> None:
    head = PACK.replace("title", "next_review: 2027-05-31\ntitle", 1)
    write(tmp_path / "made-up", GOOD | {"pack.md": head})
    write(tmp_path / "other", GOOD | {"pack.md": PACK.replace("made-up", "other")})
    today = date(2027, 5, 1) + timedelta(days=day - 1)
    place = (f"{tmp_path}/made-up/pack.md", 3, "review-due")
    for path in (tmp_path, tmp_path / "made-up"):
        assert found(due(DiskFiles(), str(path), today)) == [place] * is_due
    assert check(DiskFiles(), str(tmp_path)) == ()


def test_two_packs_that_build_on_each_other_are_named(tmp_path: Path) -> None:
    write(tmp_path / "made-up", {"pack.md": PACK.replace("title", "extends: [child]\ntitle", 1)})
    write(tmp_path / "child", {"pack.md": CHILD})
    rules = [each.rule for each in check(DiskFiles(), str(tmp_path))]
    assert rules == ["parent-circle", "parent-circle"]


def test_two_packs_with_one_id_are_named(tmp_path: Path) -> None:
    write(tmp_path / "a", GOOD)
    write(tmp_path / "b", GOOD)
    assert found(check(DiskFiles(), str(tmp_path))) == [
        (f"{tmp_path}/b/pack.md", 1, "repeated-pack")
    ]


def test_one_file_is_checked_inside_its_pack(tmp_path: Path) -> None:
    hard = "1 in 2 do.\n"
    folder = write(tmp_path / "p", GOOD | {"articles/a.md": file_of("article", hard, "id: a\n")})
    assert check(DiskFiles(), f"{folder}/questions.md") == ()
    path = f"{folder}/articles/a.md"
    assert found(check(DiskFiles(), path)) == [(path, 6, "figure-without-source")]


def test_a_file_without_a_pack_says_so(tmp_path: Path) -> None:
    folder = write(tmp_path / "p", {"questions.md": QUESTIONS, "bad.md": "x"})
    assert found(check(DiskFiles(), f"{folder}/questions.md")) == [
        (f"{folder}/questions.md", 1, "no-pack")
    ]
    assert found(check(DiskFiles(), f"{folder}/bad.md")) == [
        (f"{folder}/bad.md", 1, "no-front-matter")
    ]
    assert found(check(DiskFiles(), folder)) == [(folder, 1, "no-pack")]


def test_readme_and_coverage_have_nothing_to_check(tmp_path: Path) -> None:
    folder = write(tmp_path / "p", GOOD | {"README.md": "x"})
    assert check(DiskFiles(), f"{folder}/README.md") == ()


def test_what_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    (problem,) = check(DiskFiles(), str(tmp_path / "nothing"))
    assert (problem.line, problem.rule) == (1, "unreadable")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipes_links_and_folders_in_place_of_a_file_give_one_line(tmp_path: Path) -> None:
    folder = write(tmp_path / "p", GOOD)
    os.mkfifo(f"{folder}/pipe.md")
    os.symlink(f"{folder}/questions.md", f"{folder}/link.md")
    os.symlink("/dev/zero", f"{folder}/zero.md")
    os.mkdir(f"{folder}/folder.md")
    names = ("folder.md", "link.md", "pipe.md", "zero.md")
    problems = [(f"{folder}/{name}", 1, "not-a-file") for name in names]
    assert found(check(DiskFiles(), folder)) == problems
    for problem in problems:
        if problem[0].endswith("folder.md"):
            continue
        assert found(check(DiskFiles(), problem[0])) == [problem]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on this system")
def test_a_link_to_a_pack_is_checked_as_the_pack(tmp_path: Path) -> None:
    os.symlink(write(tmp_path / "p", GOOD | {"goals.md": "x"}), f"{tmp_path}/link")
    link = f"{tmp_path}/link"
    assert found(check(DiskFiles(), link)) == [(f"{link}/goals.md", 1, "no-front-matter")]


def test_a_file_too_large_is_refused_without_being_read(tmp_path: Path) -> None:
    folder = write(tmp_path / "p", GOOD | {"big.md": "- x\n" * 2_500_000})
    assert found(check(DiskFiles(), folder)) == [(f"{folder}/big.md", 1, "too-big")]
    assert found(check(DiskFiles(), f"{folder}/big.md")) == [(f"{folder}/big.md", 1, "too-big")]


def test_a_broken_pack_file_is_one_line_and_the_rest_is_still_checked(tmp_path: Path) -> None:
    bad = {"pack.md": "\0" * 10, "goals.md": file_of("goals", "- x\n")}
    folder = write(tmp_path / "p", bad)
    assert found(check(DiskFiles(), folder)) == [
        (f"{folder}/goals.md", 5, "missing-item-id"),
        (f"{folder}/pack.md", 1, "no-front-matter"),
    ]


def test_a_folder_with_too_many_files_is_no_pack(tmp_path: Path) -> None:
    goals = {f"g{n:03}.md": file_of("goals", f"- x <!-- x{n} -->\n") for n in range(MAXIMUM_FILES)}
    folder = write(tmp_path / "p", GOOD | goals)
    assert [problem.rule for problem in read_folder(DiskFiles(), folder).problems] == ["too-big"]


def test_a_name_no_disk_takes_is_one_line() -> None:
    (problem,) = check(DiskFiles(), "a\0b")
    assert problem.rule == "unreadable"
