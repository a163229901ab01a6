"""How fast it is, measured in a real terminal: `python -m tests.bench`.

It installs the program into a fresh environment, starts it and its yardsticks in turn in a
pseudo-terminal, and prints one line for each goal. Takes half an hour; `--rows 5` less.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from tests.bench import figures
from tests.bench.instrument import readings
from tests.bench.rows import comparing, resting, saving, searching, starting, typing
from tests.bench.setting import Setting, beside, file_system, installed, scratch_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.bench.finding import Finding

GROUPS: dict[Callable[[Setting], list[Finding]], set[int]] = {
    starting.start: {1, 2, 3},
    starting.early_keys: {4},
    typing.keys: {5, 6, 8, 9, 10},
    typing.long_visits: {7},
    typing.bursts: {11, 16},
    typing.pastes: {12},
    resting.rest: {13},
    starting.escape_key: {14},
    starting.quit_programs: {15},
    typing.memory: {16},
    saving.among_many: {17},
    saving.against_the_floor: {18},
    saving.blocking: {19},
    searching.search: {21},
    comparing.compare: {22},
}
"""What is measured together, and the goals it answers for."""
_QUICK_SWITCH = 0.0002
"""Seconds after which a busy thread gives way, so that no read is stamped late."""


def _rows(text: str) -> set[int]:
    rows = {int(each) for each in text.split(",")}
    unknown = rows - set().union(*GROUPS.values())
    if unknown:
        raise argparse.ArgumentTypeError(f"there is no goal {min(unknown)}")
    return rows


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each is started (5)")
    parser.add_argument("--rows", type=_rows, help="only these goals, as in 1,5,6")
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    parser.add_argument("--json", metavar="FILE", help="write the findings there too")
    parser.add_argument(
        "--python",
        metavar="PYTHON",
        help="measure what is installed beside this one; else a fresh environment is made",
    )
    arguments = parser.parse_args(given)
    if arguments.write and arguments.rows:
        parser.error("the README takes the whole table: leave out --rows or --write")
    return arguments


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def measured(setting: Setting, rows: set[int] | None) -> list[Finding]:
    """All findings on these goals; on every one without them."""
    findings: list[Finding] = []
    for group, numbers in GROUPS.items():
        if rows is None or rows & numbers:
            findings += group(setting)
    return [each for each in findings if rows is None or each.row in rows]


def main(given: Sequence[str] | None = None) -> int:
    """Measure and tell; the exit code is 1 when a goal is not met."""
    arguments = _arguments(given)
    if not readings.AVAILABLE:
        _say("This system has no /proc: processor time, wake-ups and memory are left out.")
    sys.setswitchinterval(_QUICK_SWITCH)
    scratch = scratch_folder()
    try:
        python = beside(arguments.python) if arguments.python else installed(scratch)
        setting = Setting(python, scratch, arguments.rounds, _say)
        findings = measured(setting, arguments.rows)
        told = figures.machine(file_system(scratch))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    sys.stdout.write(f"{told}\n\n{figures.table(findings)}")
    if arguments.json:
        with open(arguments.json, "w", encoding="utf-8") as file:
            json.dump({"on": told, "findings": [asdict(each) for each in findings]}, file, indent=1)
    if arguments.write:
        figures.write(findings, told, f"python -m tests.bench --rounds {arguments.rounds}")
    return int(any(each.met is False for each in findings))


if __name__ == "__main__":
    sys.exit(main())
