"""The table of figures in the README, between two marks."""

from __future__ import annotations

import importlib.metadata
import os
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bench.finding import Finding

README = Path(__file__).parents[2] / "README.md"
BEGIN = "<!-- figures: made by `python -m tests.bench --write` -->\n"
END = "<!-- end of figures -->\n"


def machine(disk: str) -> str:
    """What it was measured on, in one line.

    Args:
        disk: The kind of file system.
    """
    processor = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        lines = cpuinfo.read_text(encoding="utf-8").splitlines()
        names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
        processor = names[0] if names else processor
    return (
        f"{processor}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, {disk}; "
        f"Python {platform.python_version()}, Textual {importlib.metadata.version('textual')}; "
        f"{datetime.now(UTC):%Y-%m-%d}"
    )


def table(findings: list[Finding]) -> str:
    """One line a goal."""
    ordered = sorted(findings, key=lambda each: each.row)
    rows = "\n".join(
        f"| {each.row} | {each.goal} | {each.measured} | {each.bound} | {each.verdict} |"
        for each in ordered
    )
    return f"| | goal | median [least–most] | bound | |\n|---|---|---|---|---|\n{rows}\n"


def around_figures(text: str) -> tuple[str, str, str]:
    """The README before its figures, the figures, and what follows."""
    before, _, rest = text.partition(BEGIN)
    figures, _, after = rest.partition(END)
    return before, figures, after


def write(findings: list[Finding], told: str, command: str) -> None:
    """Put the table into the README.

    Args:
        findings: All rows.
        told: The machine.
        command: What made it.
    """
    before, _, after = around_figures(README.read_text(encoding="utf-8"))
    met = sum(each.met is True for each in findings)
    missed = sum(each.met is False for each in findings)
    said = f"`{command}` on {told}. Met: {met}; not yet: {missed}."
    block = f"{BEGIN}\n{said}\n\n{table(findings)}\n{END}"
    README.write_text(f"{before}{block}{after}", encoding="utf-8")
