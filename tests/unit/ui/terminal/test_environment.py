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


@pytest.mark.promise("keys.no-color")
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


@pytest.mark.parametrize("name", ["dumb", "", "unknown", "dumb-emacs-ansi", "emacs", "unknown-x"])
def test_a_terminal_that_can_place_nothing_is_told_by_its_name(name: str) -> None:
    assert not environment.can_draw({"TERM": name})
    assert not environment.can_draw({})


@pytest.mark.parametrize(
    "name",
    ["xterm", "xterm-256color", "xterm-kitty", "screen", "tmux-256color", "linux", "rxvt", "vt100"],
)
def test_the_usual_terminals_are_not_looked_up(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "_moves_its_cursor", None)
    assert environment.can_draw({"TERM": name})


@pytest.mark.parametrize("moves", [True, False])
def test_what_the_system_knows_of_a_seldom_terminal_decides(
    monkeypatch: pytest.MonkeyPatch, *, moves: bool
) -> None:
    monkeypatch.setattr(environment, "_moves_its_cursor", lambda name: moves)
    assert environment.can_draw({"TERM": "teletype"}) is moves


def test_where_no_terminal_has_a_name_each_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("companion.system.HAS_UNIX_TERMINAL", False)
    assert environment.can_draw({})
