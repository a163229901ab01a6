"""What a person reads of a day or an hour is made in `words/days`, and nowhere else."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from tests.contracts.source import Source, sources

if TYPE_CHECKING:
    from collections.abc import Iterator

TELLS = "companion/words/days.py"
"""Makes every day and hour that is read."""
KNOWS_THE_CLOCKS = "companion/domain/moments.py"
"""Asks the system which clocks are in use here: only there the years that Windows lacks count."""
NAMES_FILES = frozenset({"companion/storage/trash.py"})
"""Days in the names of folders, which other programs sort."""
FOR_PROGRAMS = "%Y%m%d"
"""So begins the form in which calendars and names of files have a day; nobody reads it."""
KEEPS_TIMES = frozenset(
    {
        # Values of `--json`.
        *(
            "companion/cli/commands/list.py",
            "companion/cli/commands/search.py",
            "companion/cli/case_status.py",
        ),
        # What is kept or exchanged, or orders things.
        *(
            "companion/cli/times.py",
            "companion/domain/visit_selection.py",
            "companion/domain/date_input.py",
        ),
        "companion/exchange/calendar/read.py",
        *("companion/exchange/calendar/zones.py", "companion/exchange/json/case_export.py"),
        "companion/exchange/json/readers.py",
        *("companion/services/example/case.py", "companion/services/example/preparation.py"),
        *("companion/services/home/case_list.py", "companion/services/home/case_list.py"),
        *("companion/services/visit/plan.py", "companion/services/prepare/record_board.py"),
        "companion/services/prepare/result_board.py",
        *("companion/services/example/story.py", "companion/services/prepare/preparation.py"),
        "companion/services/transfer/papers.py",
        *("companion/packs/check.py", "companion/cli/commands/new_pack.py"),
        *("companion/storage/trash.py", "companion/ui/home/case_actions.py"),
    }
)
"""Where ISO 8601 is written for programs; a new one needs a reason like these."""
OF_A_TIME = frozenset({"year", "month", "day", "hour", "minute"})
_DATE_CODE = re.compile(r"%-?[aAbBcdHIjmMpSxXyYZ]")


def _calls(tree: ast.Module, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            if called == name:
                yield node


def _printed(tree: ast.Module) -> Iterator[ast.FormattedValue]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FormattedValue))


def _formats_a_time(value: ast.FormattedValue) -> bool:
    spec = ast.unparse(value.format_spec)[2:] if value.format_spec is not None else ""
    if spec.startswith(FOR_PROGRAMS):
        return False
    part = isinstance(value.value, ast.Attribute) and value.value.attr in OF_A_TIME
    return bool(_DATE_CODE.search(spec)) or part


def formatted(source: Source) -> list[str]:
    """Places where a module makes words of a time by itself."""
    nodes: list[ast.expr] = [each for each in _printed(source.tree) if _formats_a_time(each)]
    for name in ("strftime", "ctime", "asctime"):
        nodes += _calls(source.tree, name)
    return [f"{source.name}:{node.lineno}" for node in nodes]


def iso(source: Source) -> list[str]:
    """Places where a module writes a time for programs."""
    return [f"{source.name}:{node.lineno}" for node in _calls(source.tree, "isoformat")]


def asked_the_system(source: Source) -> list[str]:
    """Places where a module asks for the clocks in use here."""
    naked = (call for call in _calls(source.tree, "astimezone") if not call.args)
    found = [*naked, *_calls(source.tree, "localtime"), *_calls(source.tree, "mktime")]
    return [f"{source.name}:{node.lineno}" for node in found]


def _outside(finds: object, allowed: frozenset[str]) -> list[str]:
    assert callable(finds)
    return [place for each in sources() if each.name not in allowed for place in finds(each)]


@pytest.mark.promise("command.visit-times")
def test_no_other_module_makes_words_of_a_time() -> None:
    assert _outside(formatted, NAMES_FILES | {TELLS}) == []


def test_times_for_programs_are_written_where_they_are_kept() -> None:
    assert _outside(iso, KEEPS_TIMES) == []


def test_one_module_knows_the_clocks_here() -> None:
    assert _outside(asked_the_system, frozenset({KNOWS_THE_CLOCKS})) == []


@pytest.mark.parametrize("name", sorted(KEEPS_TIMES))
def test_every_exception_is_needed(name: str) -> None:
    assert any(iso(source) for source in sources() if source.name == name)


@pytest.mark.parametrize(
    "line",
    [
        'text = at.strftime("%H:%M")',
        'text = f"{at:%H:%M}"',
        'text = f"{at:%-d %B}"',
        'text = f"{at.day}. {at.month}."',
        'text = f"{at.hour:02}:{at.minute:02}"',
        "text = time.ctime(at)",
    ],
)
def test_other_formatting_is_found(line: str) -> None:
    source = sources()[0]
    assert formatted(Source(source.path, line))
