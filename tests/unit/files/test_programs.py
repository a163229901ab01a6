"""Files handed to a browser or a printer: found where they are, given one path and no shell."""

from __future__ import annotations

import errno
import os
import tempfile
from typing import TYPE_CHECKING

import pytest

from companion import system
from companion.files import programs

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.stand_ins import StandIns

NAMES = ("page.html", "my page; rm -rf $(HOME) 'x' \"y\".html", "-o raw.html", "50%.html")


@pytest.mark.parametrize("name", NAMES)
def test_the_browser_that_was_chosen_is_given_the_path_as_one_word(
    stand_ins: StandIns, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    monkeypatch.setenv("BROWSER", f"{stand_ins.add('surf')} --new")
    started = programs.open_file(str(tmp_path / name))
    stand_ins.ended()
    assert started is not None
    assert started.ended() == 0
    assert stand_ins.given("surf") == ["--new", str(tmp_path / name)]


@pytest.mark.parametrize("name", ["My Browser", "it's one"])
def test_the_browser_that_was_chosen_may_stand_in_a_folder_of_any_name(
    stand_ins: StandIns, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("BROWSER", stand_ins.add(name))
    assert programs.open_file("/page.html") is not None
    stand_ins.ended()
    assert stand_ins.given(name) == ["/page.html"]


def test_a_command_that_asks_to_run_beside_the_terminal_is_given_the_address_alone(
    stand_ins: StandIns, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER", f"{stand_ins.add('surf')} %s &")
    assert programs.open_file("/page.html") is not None
    stand_ins.ended()
    assert stand_ins.given("surf") == ["file:///page.html"]


def test_a_place_for_the_address_is_filled_in(
    stand_ins: StandIns, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BROWSER", f"missing{os.pathsep}{stand_ins.add('surf')} --at=%s")
    assert programs.open_file(str(tmp_path / "a b.html")) is not None
    stand_ins.ended()
    assert stand_ins.given("surf") == [f"--at=file://{tmp_path}/a%20b.html"]


@pytest.mark.parametrize("chosen", ["w3m", "lynx %s", "missing", "'", ""])
def test_a_browser_for_the_terminal_is_never_started_nor_one_that_is_not_there(
    stand_ins: StandIns, monkeypatch: pytest.MonkeyPatch, chosen: str
) -> None:
    monkeypatch.setattr(system, "IS_MAC", False)
    stand_ins.add("w3m")
    stand_ins.add("lynx")
    stand_ins.add("xdg-open")
    monkeypatch.setenv("BROWSER", chosen)
    assert not programs.can_open()
    assert programs.open_file("/page.html") is None
    monkeypatch.setenv("DISPLAY", ":0")
    assert programs.can_open()
    assert programs.open_file("/page.html") is not None
    stand_ins.ended()
    assert stand_ins.given("xdg-open") == ["/page.html"]


@pytest.mark.parametrize("name", NAMES)
def test_the_printer_is_given_the_file_and_no_name_that_others_could_read(
    stand_ins: StandIns, name: str
) -> None:
    assert not programs.can_print()
    assert programs.print_file(f"/home/{name}") is None
    stand_ins.add("lp")
    assert programs.can_print()
    assert programs.print_file(f"/home/{name}") is not None
    stand_ins.ended()
    assert stand_ins.given("lp") == ["-t", "Companion", "--", f"/home/{name}"]


def test_the_printer_reads_words(stand_ins: StandIns) -> None:
    stand_ins.add("lp")
    assert programs.print_words("Grüße\n".encode()) is not None
    stand_ins.ended()
    assert stand_ins.read("lp") == "Grüße\n"
    assert stand_ins.given("lp") == ["-t", "Companion"]


def test_where_words_for_the_printer_find_no_room_nothing_is_printed(
    stand_ins: StandIns, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    stand_ins.add("lp")
    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    assert programs.print_words(b"words") is None
    assert not stand_ins.read("lp")


def test_where_the_system_has_verbs_for_files_these_are_used(
    stand_ins: StandIns, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr(os, "startfile", lambda *words: asked.append(words), raising=False)
    assert programs.can_open()
    assert programs.can_print()
    assert not programs.takes_words()
    for act in (programs.open_file, programs.print_file):
        started = act("C:/page.html")
        assert started is not None
        assert started.ended() == 0
    assert asked == [("C:/page.html", "open"), ("C:/page.html", "print")]
