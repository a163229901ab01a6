"""Every promise to those who rely on us is shown by tests that exist."""

from __future__ import annotations

import re
from functools import cache

import pytest

from tests.contracts.contract_table import TABLE, Promise
from tests.contracts.source import ROOT

SECTIONS = ("text", "files", "command line", "keys and screen", "import", "JSON export")
TEST = re.compile(r"^(?:async )?def (test_\w+)", re.MULTILINE)


@cache
def names_of_tests() -> frozenset[str]:
    """The name of every test there is."""
    files = (ROOT / "tests").rglob("test_*.py")
    return frozenset(
        name for file in files for name in TEST.findall(file.read_text(encoding="utf-8"))
    )


@pytest.mark.parametrize("promise", TABLE, ids=lambda each: each.what)
def test_every_promise_is_shown_by_tests_that_are_there(promise: Promise) -> None:
    assert promise.tests
    assert set(promise.tests) - names_of_tests() == set()


def test_every_part_of_the_contract_has_promises_in_the_table() -> None:
    assert list(dict.fromkeys(promise.section for promise in TABLE)) == list(SECTIONS)


def test_no_promise_stands_in_the_table_twice() -> None:
    assert len({promise.what for promise in TABLE}) == len(TABLE)
