"""Every promise to those who rely on us is shown by a test that says so."""

from __future__ import annotations

import re
from functools import cache

import pytest

from tests.contracts.promises import PROMISES
from tests.contracts.source import ROOT

MARKER = re.compile(r'^@pytest\.mark\.promise\("([^"]+)"\)$', re.MULTILINE)


@cache
def shown() -> frozenset[str]:
    """The names of the promises that some test bears."""
    files = (ROOT / "tests").rglob("test_*.py")
    return frozenset(name for file in files for name in MARKER.findall(file.read_text("utf-8")))


@pytest.mark.parametrize("name", PROMISES)
def test_every_promise_is_shown_by_a_test(name: str) -> None:
    assert name in shown()


def test_no_test_shows_a_promise_that_nobody_makes() -> None:
    assert shown() - set(PROMISES) == set()
