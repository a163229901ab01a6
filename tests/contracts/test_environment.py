"""The suite says the same wherever it runs: in any zone, language, terminal, under `nohup`."""

from __future__ import annotations

import ast
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.contracts.source import ROOT
from tests.support.corpora import each_of, missing

if TYPE_CHECKING:
    from collections.abc import Iterator

TELLS = (
    "import signal, time; from tests.support import environment; environment.put_in_order();"
    "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]], check=True)"
)
"""Does as the suite does, and then starts a program."""
SAID = (
    "import os, signal, time;"
    "print(signal.getsignal(signal.SIGINT) is signal.default_int_handler,"
    " signal.getsignal(signal.SIGHUP) is signal.SIG_DFL,"
    " time.tzname[0], os.environ.get('NO_COLOR'))"
)


@pytest.mark.starts_the_program
@pytest.mark.parametrize("before", ["", "trap '' INT; ", "trap '' HUP; ", "trap '' INT HUP TERM; "])
@pytest.mark.parametrize("zone", ["UTC", "Pacific/Apia", "America/St_Johns"])
def test_a_program_that_a_test_starts_ends_on_signals_and_stands_in_utc(
    before: str, zone: str
) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'{before}exec "$@"', "sh", sys.executable, "-c", TELLS, SAID],
        cwd=ROOT,
        env={**os.environ, "TZ": zone, "LC_ALL": "C", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == "True True UTC None\n"


def test_the_zone_is_stated_for_the_tests_themselves() -> None:
    assert time.tzname[0] == "UTC"
    assert signal.getsignal(signal.SIGINT) is not signal.SIG_IGN


def test_no_property_is_held_to_a_time_or_kept_in_the_checkout() -> None:
    assert settings().deadline is None
    assert settings().database is None


def test_a_collection_that_is_not_here_leaves_a_test_that_is_skipped_and_says_why() -> None:
    (gone,) = each_of("no-such-collection", [])
    (mark,) = gone.marks
    assert (gone.id, mark.name) == ("without no-such-collection", "skip")
    assert mark.kwargs["reason"] == missing("no-such-collection")
    assert each_of("any", [1, 2]) == [1, 2]


def _left_to_the_locale(tree: ast.AST) -> Iterator[int]:
    """The lines on which text is read or written in whatever the locale says."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        named = {each.arg for each in node.keywords}
        name = ast.unparse(node.func).rpartition(".")[2]
        method = isinstance(node.func, ast.Attribute)
        fewest = {"read_text": 1, "write_text": 2}.get(name, 0) if method else 0
        if fewest > len(node.args) and "encoding" not in named:
            yield node.lineno
        starts = ast.unparse(node.func).startswith("subprocess.")
        if starts and named & {"text", "universal_newlines"} and "encoding" not in named:
            yield node.lineno
        if ast.unparse(node.func) in {"open", "os.fdopen", "io.open"}:
            modes = [*node.args[1:2], *(each.value for each in node.keywords if each.arg == "mode")]
            if "encoding" not in named and not any("b" in ast.unparse(each) for each in modes):
                yield node.lineno


def test_no_file_is_read_in_what_the_locale_says() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for folder in ("companion", "tests")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for line in _left_to_the_locale(ast.parse(path.read_text("utf-8")))
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "path.read_text()",
        "path.write_text('a')",
        "subprocess.run(a, text=True)",
        "open(path)",
        "open(path, 'w')",
        "os.fdopen(handle)",
    ],
)
def test_a_line_that_leaves_it_to_the_locale_would_be_seen(line: str) -> None:
    assert list(_left_to_the_locale(ast.parse(line))) == [1]
