"""A new pack is written with one example in each file, passes the check, and harms nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from companion.cli.commands.new_pack import skeleton, write_skeleton
from companion.files import DiskFiles
from companion.packs import folders
from companion.packs.catalogue import load
from companion.packs.check import check, due
from tests.unit.cli.program import Program

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 30)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "home")


@pytest.mark.parametrize("identity", ["x", "my-condition", "a1-" + "long-" * 12 + "z"])
def test_a_new_pack_passes_the_check_and_can_be_used(tmp_path: Path, identity: str) -> None:
    folder = str(tmp_path / identity)
    write_skeleton(DiskFiles(), folder, identity, TODAY)
    ours = folders.roots(DiskFiles(), None)
    assert check(DiskFiles(), folder, roots=ours) == ()
    assert due(DiskFiles(), folder, TODAY) == ()
    found = load(DiskFiles(), [str(tmp_path), *ours]).pack(identity)
    assert found is not None
    assert {item.file for item in found.items} == set(skeleton(identity, TODAY))
    (question,) = found.of_kind("questions")
    assert question.first("situation") == "You have just been told what you have."


def test_it_stands_where_the_command_is_run_or_among_ones_own(
    program: Program, tmp_path: Path
) -> None:
    made = program.run("new-pack", "my-condition", at=tmp_path)
    assert made.line == "my-condition"
    assert "companion check my-condition" in made.err
    assert (tmp_path / "my-condition/pack.md").exists()
    own = program.run("new-pack", "lupus", "--own").line
    assert own == str(program.home / "packs/lupus")
    assert program.run("check", own).code == 0
    assert "lupus" in [pack["id"] for pack in program.run("packs", "--json").json]


def test_nothing_is_written_over(program: Program, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/pack.md").write_text("My words.", "utf-8")
    refused = program.run("new-pack", "mine", at=tmp_path)
    assert (refused.code, refused.out) == (1, "")
    assert "there already" in refused.err
    assert (tmp_path / "mine/pack.md").read_text("utf-8") == "My words."
    assert [each.name for each in (tmp_path / "mine").iterdir()] == ["pack.md"]


@pytest.mark.parametrize(
    ("name", "code"), [("hemophilia", 1), ("My Pack", 2), ("../up", 2), ("", 2), ("1st", 2)]
)
def test_a_name_that_is_taken_or_no_id_is_refused(
    program: Program, tmp_path: Path, name: str, code: int
) -> None:
    refused = program.run("new-pack", name, at=tmp_path)
    assert (refused.code, refused.out, refused.err.count("\n")) == (code, "", 1)
    assert [each.name for each in tmp_path.iterdir() if each.name != "home"] == []
