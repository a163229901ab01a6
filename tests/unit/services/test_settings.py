"""What is remembered between starts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from companion.domain.value import replace
from companion.files import join
from companion.services.settings import THEMES, SettingsFile
from companion.ui import themes

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary


def test_a_report_lies_where_it_says(library: CaseLibrary) -> None:
    context = replace(library.context, in_memory=False)
    where = SettingsFile(context).keep_crash_report("what went wrong")
    assert where is not None
    assert context.files.read(where, limit=100) == b"what went wrong"


def test_of_the_made_up_example_no_report_is_said_to_be_anywhere(library: CaseLibrary) -> None:
    assert SettingsFile(library.context).keep_crash_report("what went wrong") is None


BROKEN = [b"{bad", b"[1]", b"\xff\xfe", b"", b"null", b"[" * 50_000, b'"text"', b"x" * 70_000]


@pytest.fixture
def settings(library: CaseLibrary) -> Callable[[], SettingsFile]:
    """Reads the settings anew, as a start does."""
    library.context.files.make_folder(library.context.home)
    return lambda: SettingsFile(library.context)


def put(library: CaseLibrary, name: str, data: bytes) -> str:
    path = join(library.context.home, name)
    library.context.files.write_new(path, data)
    return path


@pytest.mark.promise("files.settings")
@pytest.mark.parametrize("data", BROKEN, ids=range(len(BROKEN)))
def test_broken_settings_are_told_and_put_aside_once_something_is_chosen(
    library: CaseLibrary, settings: Callable[[], SettingsFile], data: bytes
) -> None:
    path = put(library, "settings.json", data)
    found = settings()
    assert found.theme is None
    assert len(found.problems) == 1
    assert path in found.problems[0]
    assert library.context.files.read(path) == data
    found.keep_theme("companion-light")
    assert library.context.files.read(f"{path}.kept-1") == data
    again = settings()
    assert (again.theme, again.problems) == ("companion-light", ())
    again.keep_theme("companion-dark")
    assert (
        library.context.files.list_folder(library.context.home).count("settings.json.kept-2") == 0
    )


@pytest.mark.parametrize("theme", ["5", '"sepia"', "[]", "{}", "true", '""'])
def test_colors_that_there_are_not_are_told_and_what_else_stands_there_stays(
    library: CaseLibrary, settings: Callable[[], SettingsFile], theme: str
) -> None:
    path = put(library, "settings.json", f'{{"theme": {theme}, "later": 1}}'.encode())
    found = settings()
    assert found.theme is None
    assert len(found.problems) == 1
    found.keep_theme("companion-light")
    kept = json.loads(library.context.files.read(path))
    assert kept == {"theme": "companion-light", "later": 1}


@pytest.mark.parametrize(
    "data",
    [b"{}", b'{"theme": "companion-light"}', b'\xef\xbb\xbf{"theme": null}', b'{"later": [1]}'],
)
def test_settings_that_can_be_used_are_no_problem(
    library: CaseLibrary, settings: Callable[[], SettingsFile], data: bytes
) -> None:
    put(library, "settings.json", data)
    assert settings().problems == ()


def test_no_settings_and_no_keys_are_no_problem(settings: Callable[[], SettingsFile]) -> None:
    found = settings()
    assert (found.theme, found.keymap_text(), found.problems) == (None, "", ())


@pytest.mark.parametrize("name", ["settings.json", "keymap.txt"])
def test_a_file_that_the_disk_does_not_give_is_told_with_the_reason(
    library: CaseLibrary, settings: Callable[[], SettingsFile], name: str
) -> None:
    library.context.files.make_folder(join(library.context.home, name))
    (problem,) = settings().problems
    assert "it's a folder" in problem
    settings().keep_theme("companion-light")
    assert library.context.files.exists(
        join(library.context.home, "settings.json.kept-1" if name[0] == "s" else name)
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_keys_are_read_however_an_editor_writes_them(
    library: CaseLibrary, settings: Callable[[], SettingsFile], encoding: str
) -> None:
    put(library, "keymap.txt", "visit.new_question: f9\n# für mich\n".encode(encoding))
    assert settings().keymap_text() == "visit.new_question: f9\n# für mich\n"


def test_the_colors_that_settings_may_name_are_those_there_are() -> None:
    assert THEMES == themes.NAMES


@pytest.mark.parametrize("locale", ['"no country"', "24", "null", '["en_US"]'])
def test_a_locale_without_a_country_is_told(
    locale: str, settings: Callable[[], SettingsFile], library: CaseLibrary
) -> None:
    path = put(library, "settings.json", f'{{"locale": {locale}}}'.encode())
    found = settings()
    assert not found.locale
    (problem,) = found.problems
    assert problem.startswith(f"{path} names a locale")
