"""What a store must survive, in its short form; the long forms are the commands named in each."""

from __future__ import annotations

import errno
import os
import subprocess
import sys

import pytest

from tests.faults import damage, failing, power

LONG = bool(os.environ.get("COMPANION_LONG"))
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


@pytest.mark.promise("text.survives")
@pytest.mark.parametrize("mode", ["ordered", "weak"])
@pytest.mark.parametrize("shape", power.SHAPES)
def test_a_power_cut_never_takes_what_was_synced_and_never_tears(
    mode: str, shape: tuple[int, int, int]
) -> None:
    visit = power.Visit().type(7, *shape)
    found = power.judge(visit, mode, 40 if LONG else 2, 7)
    assert set(found) == {"whole"}
    assert found.total() > 50


@pytest.mark.parametrize("mode", ["ordered", "weak"])
def test_a_second_power_cut_while_going_on_takes_nothing_either(mode: str) -> None:
    visit = power.Visit().type(11, 25, 600)
    assert set(power.judge_twice(visit, mode, 100 if LONG else 8, 11)) == {"whole"}


@pytest.mark.parametrize("mode", ["ordered", "weak"])
def test_a_disk_without_hard_links_is_as_safe(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))

    monkeypatch.setattr(power.TracedFiles, "link", refused)
    visit = power.Visit().type(5, 30, 500)
    assert set(power.judge(visit, mode, 2, 5)) == {"whole"}


def test_the_simulated_power_cut_finds_a_folder_that_is_not_synced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(power.TracedFiles, "sync_folder", lambda _self, _path: None)
    found = power.judge(power.Visit().type(7, 25, 400), "weak", 2, 7)
    assert set(found) != {"whole"}


@pytest.mark.parametrize("half_done", [False, True])
@pytest.mark.parametrize("count", failing.HOW_LONG)
def test_a_failing_disk_never_raises_and_never_loses_what_was_told_as_saved(
    count: int, half_done: bool
) -> None:
    edits = 40 if LONG else 9
    found = failing.run_some(edits, count, half_done=half_done, short=not half_done)
    assert set(found) <= {"whole", "refused to open"}
    assert found.total() >= 5 * failing.calls_of_a_visit(edits)


@pytest.mark.promise("files.damaged")
def test_damage_to_any_byte_is_repaired_or_told() -> None:
    found = damage.run(1 if LONG else 7)
    for (ending, _), counts in found.items():
        assert not [said for said in counts if said[:2].isupper()]
        if ending != ".journal":
            assert set(counts) <= {"exact", "exact, read-only"}


@pytest.mark.parametrize("ending", ["", ".journal"])
def test_a_disk_that_fails_while_damage_is_repaired_loses_nothing(ending: str) -> None:
    disk, _ = damage.a_store()
    broken = bytearray(disk[power.PATH + ending])
    broken[len(broken) // 2] ^= 0xFF
    disk[power.PATH + ending] = bytes(broken)
    for first in range(1, 60):
        assert failing.going_on(disk, first) == "whole", first


@pytest.mark.promise("text.survives")
@needs_fork
def test_a_killed_program_loses_nothing_it_called_saved() -> None:
    kills = "10000" if LONG else "60"
    command = [sys.executable, "-m", "tests.faults.kills", kills]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
