"""What is remembered between starts."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from companion.files import join
from companion.services.settings import THEMES, SettingsFile
from companion.ui import themes

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary


def test_a_report_lies_where_it_says(shelf: CaseLibrary) -> None:
    around = replace(shelf.surroundings, in_memory=False)
    where = SettingsFile(around).keep_crash_report("what went wrong")
    assert where is not None
    assert around.files.read(where, limit=100) == b"what went wrong"


def test_of_the_made_up_example_no_report_is_said_to_be_anywhere(shelf: CaseLibrary) -> None:
    assert SettingsFile(shelf.surroundings).keep_crash_report("what went wrong") is None


BROKEN = [b"{bad", b"[1]", b"\xff\xfe", b"", b"null", b"[" * 50_000, b'"text"', b"x" * 70_000]


@pytest.fixture
def settings(shelf: CaseLibrary) -> Callable[[], SettingsFile]:
    """Reads the settings anew, as a start does."""
    shelf.surroundings.files.make_folder(shelf.surroundings.home)
    return lambda: SettingsFile(shelf.surroundings)


def put(shelf: CaseLibrary, name: str, data: bytes) -> str:
    path = join(shelf.surroundings.home, name)
    shelf.surroundings.files.write_new(path, data)
    return path


@pytest.mark.parametrize("data", BROKEN, ids=range(len(BROKEN)))
def test_broken_settings_are_told_and_put_aside_once_something_is_chosen(
    shelf: CaseLibrary, settings: Callable[[], SettingsFile], data: bytes
) -> None:
    path = put(shelf, "settings.json", data)
    found = settings()
    assert found.theme is None
    assert len(found.problems) == 1
    assert path in found.problems[0]
    assert shelf.surroundings.files.read(path) == data
    found.keep_theme("companion-light")
    assert shelf.surroundings.files.read(f"{path}.kept-1") == data
    again = settings()
    assert (again.theme, again.problems) == ("companion-light", ())
    again.keep_theme("companion-dark")
    assert (
        shelf.surroundings.files.list_folder(shelf.surroundings.home).count("settings.json.kept-2")
        == 0
    )


@pytest.mark.parametrize("theme", ["5", '"sepia"', "[]", "{}", "true", '""'])
def test_colors_that_there_are_not_are_told_and_what_else_stands_there_stays(
    shelf: CaseLibrary, settings: Callable[[], SettingsFile], theme: str
) -> None:
    path = put(shelf, "settings.json", f'{{"theme": {theme}, "later": 1}}'.encode())
    found = settings()
    assert found.theme is None
    assert len(found.problems) == 1
    found.keep_theme("companion-light")
    kept = json.loads(shelf.surroundings.files.read(path))
    assert kept == {"theme": "companion-light", "later": 1}


@pytest.mark.parametrize(
    "data",
    [b"{}", b'{"theme": "companion-light"}', b'\xef\xbb\xbf{"theme": null}', b'{"later": [1]}'],
)
def test_settings_that_can_be_used_are_no_problem(
    shelf: CaseLibrary, settings: Callable[[], SettingsFile], data: bytes
) -> None:
    put(shelf, "settings.json", data)
    assert settings().problems == ()


def test_no_settings_and_no_keys_are_no_problem(settings: Callable[[], SettingsFile]) -> None:
    found = settings()
    assert (found.theme, found.keymap_text(), found.problems) == (None, "", ())


@pytest.mark.parametrize("name", ["settings.json", "keymap.txt"])
def test_a_file_that_the_disk_does_not_give_is_told_with_the_reason(
    shelf: CaseLibrary, settings: Callable[[], SettingsFile], name: str
) -> None:
    shelf.surroundings.files.make_folder(join(shelf.surroundings.home, name))
    (problem,) = settings().problems
    assert "it is a folder" in problem
    settings().keep_theme("companion-light")
    assert shelf.surroundings.files.exists(
        join(shelf.surroundings.home, "settings.json.kept-1" if name[0] == "s" else name)
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_keys_are_read_however_an_editor_writes_them(
    shelf: CaseLibrary, settings: Callable[[], SettingsFile], encoding: str
) -> None:
    put(shelf, "keymap.txt", "visit.new_question: f9\n# für mich\n".encode(encoding))
    assert settings().keymap_text() == "visit.new_question: f9\n# für mich\n"


def test_the_colors_that_settings_may_name_are_those_there_are() -> None:
    assert THEMES == themes.NAMES


@pytest.mark.parametrize("locale", ['"no country"', "24", "null", '["en_US"]'])
def test_a_locale_without_a_country_is_told(
    locale: str, settings: Callable[[], SettingsFile], shelf: CaseLibrary
) -> None:
    path = put(shelf, "settings.json", f'{{"locale": {locale}}}'.encode())
    found = settings()
    assert not found.locale
    (problem,) = found.problems
    assert problem.startswith(f"{path} names a locale")
