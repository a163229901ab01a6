"""Other programs at the files; the long form does two thousand schedules."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zlib
from typing import TYPE_CHECKING

import pytest

from tests.faults.hands_laptop import FalseError, Laptop, words_kept
from tests.terminal.screen import ROOT

if TYPE_CHECKING:
    from pathlib import Path

LONG = os.environ.get("COMPANION_LONG") == "1"
SCHEDULES = "2000" if LONG else "40"

pytestmark = pytest.mark.skipif(
    not hasattr(os, "pidfd_open"), reason="this system cannot wait for a process by a handle"
)


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.faults.hands", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.timeout(14400 if LONG else 600)
def test_every_acknowledged_word_is_readable_whatever_others_do_to_the_files() -> None:
    """A seed repeats what is done, not when: what goes wrong once is tried by itself again."""
    done = _run(SCHEDULES)
    if done.returncode == 0:
        return
    wrong = re.findall(r"^seed (\d+)$", done.stderr, re.MULTILINE)
    assert wrong, done.stdout + done.stderr
    again = [_run("1", "--seed", seed) for seed in wrong]
    still = [each.stderr for each in again if each.returncode != 0]
    assert not still, done.stderr + "".join(still)


def test_a_word_that_no_command_reads_is_noticed(tmp_path: Path) -> None:
    class Forgetful(Laptop):
        def readable(self, home: Path | None = None) -> set[str]:
            return set()

        def set_aside(self, home: Path | None = None) -> set[str]:
            return set()

    laptop = Forgetful("here", tmp_path, "abcdefgh", ["bcdefghi"], {"kw00001abc"})
    laptop.folder.mkdir(parents=True)
    (laptop.folder / "visit-bcdefghi.json").write_text('"kw00001abc"', "utf-8")
    with pytest.raises(FalseError, match="kw00001abc"):
        laptop.check()


def test_a_word_that_another_program_destroyed_is_asked_for_no_more(tmp_path: Path) -> None:
    laptop = Laptop("here", tmp_path, "abcdefgh", ["bcdefghi"], {"kw00001abc", "kw00002abc"})
    laptop.folder.mkdir(parents=True)
    (laptop.folder / "visit-bcdefghi.json").write_text('"kw00002abc"', "utf-8")
    laptop.after_a_hand()
    assert laptop.needed == {"kw00002abc"}


def test_half_a_line_of_a_journal_holds_no_word(tmp_path: Path) -> None:
    first, second = (_line(b'"kw00001abc"'), _line(b'"kw00002abc"'))
    path = tmp_path / "case.json.journal"
    path.write_bytes(first + second[:-1])
    assert words_kept(path) == {"kw00001abc"}
    aside = tmp_path / "case.json.journal.damaged-1"
    aside.write_bytes(first + second[:-1])
    assert words_kept(aside) == {"kw00001abc", "kw00002abc"}


def _line(text: bytes) -> bytes:
    return b"%08x %s\n" % (zlib.crc32(text), text)
