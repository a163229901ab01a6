"""Standard streams that are closed, full or gone: the exit code says whether the work was done."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.unit.cli.program import Ended, Program

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
PROGRAM = f"{shlex.quote(sys.executable)} -m companion"


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "home")


@pytest.fixture
def at_shell(program: Program, tmp_path: Path) -> Callable[..., Ended]:
    """Runs a command with redirections of a shell."""

    def run(words: str, *, given: bytes = b"", before: str = "") -> Ended:
        done = subprocess.run(
            ["sh", "-c", f"{before} {PROGRAM} {words}"],
            input=given,
            capture_output=True,
            env={**os.environ, "COMPANION_HOME": str(program.home)},
            cwd=tmp_path,
            timeout=60,
            check=False,
        )
        err = done.stderr.decode()
        assert "bug in Companion" not in err
        assert "Traceback" not in err
        assert "Exception" not in err
        assert done.returncode != 120
        return Ended(done.returncode, done.stdout.decode(), err)

    return run


NOWHERE = [">&-", ">/dev/full"]
QUESTIONS = "questions.md"


@pytest.mark.parametrize("where", NOWHERE)
@pytest.mark.parametrize(
    "words",
    ["new --title twice", "plan 1 --with Lind --at 2026-12-03T14:00", f"import {QUESTIONS}"],
)
def test_what_was_made_is_done_and_its_id_is_said_where_it_cannot_be_printed(
    program: Program, at_shell: Callable[..., Ended], tmp_path: Path, words: str, where: str
) -> None:
    program.case("the first")
    (tmp_path / QUESTIONS).write_text("- twice\n", "utf-8")
    done = at_shell(f"{words} {where}")
    assert done.code == 0
    assert "don't do it again" in done.err
    its_id = done.err.split()[-1]
    listed = program.run("list")
    assert its_id in listed.out
    assert listed.out.count(its_id) == 1


@pytest.mark.parametrize("where", NOWHERE)
@pytest.mark.parametrize(
    "words",
    [
        *("list", "list --json", "show 1", "show 1 --json", "search knee", "search --json knee"),
        *("export 1 --format json", "export 1 --format text", "export --schema", "where"),
        *("packs", "packs --json", "keys", "keys --json", "--help", "list --help", "--version"),
        *("check nothing.md", "check --json nothing.md"),
    ],
)
def test_a_result_that_cannot_be_printed_is_told_in_one_sentence(
    program: Program, at_shell: Callable[..., Ended], words: str, where: str
) -> None:
    program.case("Left knee")
    done = at_shell(f"{words} {where}")
    assert done.code == 1
    assert done.err.count("\n") == 1
    assert "can't be printed" in done.err
    assert ("disk full" in done.err) is (where == ">/dev/full")


@pytest.mark.parametrize("where", NOWHERE)
@pytest.mark.parametrize(
    "asked", ["_COMPANION_COMPLETE=bash_source", "COMP_WORDS='companion ex' COMP_CWORD=1"]
)
def test_a_completion_that_cannot_be_printed_is_told_in_one_sentence(
    at_shell: Callable[..., Ended], asked: str, where: str
) -> None:
    done = at_shell(where, before=f"_COMPANION_COMPLETE=bash_complete {asked}")
    assert done.code == 1
    assert done.err.count("\n") == 1
    assert "can't be printed" in done.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("list <&-", 0),
        ("new <&-", 0),
        ("note 1 <&-", 0),
        ("search <&-", 0),
        ("plan 1 --at 2026-12-03 <&-", 0),
        ("erase 1 <&-", 1),
        ("<&-", 2),
        ("open 1 <&-", 2),
        ("demo <&- >&-", 2),
        ("<&- >&- 2>&-", 2),
        ("list 2>&-", 0),
        ("list 2>/dev/full", 0),
        ("list >/dev/full 2>/dev/full", 1),
        ("list >&- 2>&-", 1),
        ("new --title x >&- 2>&- <&-", 0),
        ("note 1 2>/dev/full <&-", 0),
        ("bogus 2>&-", 2),
        ("bogus 2>/dev/full", 2),
        ("self-check >/dev/full", 0),
        ("note 1 >&-", 0),
        ("undo 1 >&- 2>/dev/full", 1),
        ("backup b.zip >&-", 0),
        ("list | true", 0),
    ],
)
def test_a_closed_or_full_stream_is_no_mistake_of_the_program(
    program: Program, at_shell: Callable[..., Ended], words: str, code: int
) -> None:
    program.case("Left knee")
    assert at_shell(words).code == code


def test_no_file_of_ours_takes_the_place_of_a_closed_stream(
    program: Program, at_shell: Callable[..., Ended]
) -> None:
    case = program.case("Left knee")
    for closed in (">&-", "2>&-", "<&- >&- 2>&-"):
        at_shell(f"change {case} --title 'Right knee {closed}' {closed}")
        at_shell(f"new --title 'x {closed}' {closed}")
    assert program.run("self-check").err == "Everything can be read.\n"
    assert len(program.run("list", "--json").json) == 4
