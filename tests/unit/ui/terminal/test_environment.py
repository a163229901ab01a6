from __future__ import annotations

import os
import resource

import pytest

from companion.ui.terminal import environment


@pytest.fixture(autouse=True)
def _process_as_before() -> object:
    mask = os.umask(0o022)
    os.umask(mask)
    limit = resource.getrlimit(resource.RLIMIT_CORE)
    yield
    os.umask(mask)
    resource.setrlimit(resource.RLIMIT_CORE, limit)


def test_nothing_textual_could_write_is_left_on() -> None:
    surroundings = {
        "TEXTUAL": "devtools",
        "TEXTUAL_LOG": "x",
        "TEXTUAL_DEBUG": "1",
        "TERM": "xterm",
    }
    environment.prepare(surroundings)
    assert surroundings == {"TERM": "xterm"}


def test_files_are_for_their_owner_alone_and_no_core_is_written() -> None:
    os.umask(0)
    environment.prepare({})
    assert os.umask(0o077) == 0o077
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0


@pytest.mark.parametrize(("value", "wanted"), [("1", True), ("yes", True), ("", False)])
def test_an_empty_no_color_asks_for_nothing(value: str, *, wanted: bool) -> None:
    surroundings = {"NO_COLOR": value}
    environment.prepare(surroundings)
    assert environment.no_colour(surroundings) is wanted
    assert ("NO_COLOR" in surroundings) is wanted


@pytest.mark.parametrize("value", ["", "0", "-5", "²", " 80", "1", "80", "100000", "9" * 5000])
def test_the_terminal_itself_says_how_large_it_is(value: str) -> None:
    surroundings = {"COLUMNS": value, "LINES": value}
    environment.prepare(surroundings)
    assert surroundings == {}


@pytest.mark.parametrize("sign", ["SSH_CONNECTION", "TMUX", "STY"])
def test_escape_waits_longer_over_a_network_or_a_multiplexer(sign: str) -> None:
    assert 0.005 <= environment.escape_wait({}) <= 0.010
    assert environment.escape_wait({sign: ""}) == environment.escape_wait({})
    assert environment.escape_wait({sign: "x"}) == pytest.approx(0.100)
