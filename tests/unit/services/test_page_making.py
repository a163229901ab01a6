"""The page for the doctor as a file: asked for, said, never over something else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from companion.files import DiskFiles
from companion.services.page_making import PageMaking
from companion.services.preparing import Preparing
from companion.words import page as words
from tests.unit.services.preparing_case import new_session

if TYPE_CHECKING:
    from pathlib import Path

    from companion.services.session import Session


@pytest.fixture
def session() -> Session:
    return new_session()


@pytest.fixture
def on_disk(session: Session) -> PageMaking:
    """The case stays in memory; files that are asked for go to the disk."""
    session.surroundings = replace(session.surroundings, files=DiskFiles(), in_memory=False)
    return PageMaking(session)


def test_the_page_says_what_was_written_in_the_other_parts(session: Session) -> None:
    Preparing(session).answer_draft("opening", "Opening").finish("I am Alva.")
    assert any("I am Alva." in line for line in PageMaking(session).lines())


def test_enter_makes_the_page_and_says_where_it_is(on_disk: PageMaking, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    draft = on_disk.draft()
    draft.keep("half a na")
    assert draft.finish(str(path))
    assert draft.said.endswith(str(path))
    assert path.read_bytes().startswith(b"<!")
    assert path.stat().st_mode & 0o777 == 0o600
    assert on_disk.session.file.prepare.page_printed_at == "2026-11-24"


def test_the_ending_of_the_name_chooses_the_form(on_disk: PageMaking, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    assert on_disk.draft().finish(str(path))
    assert b"<" not in path.read_bytes()


def test_esc_makes_no_file(on_disk: PageMaking, tmp_path: Path) -> None:
    assert on_disk.draft().leave(str(tmp_path / "page.html"))
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_stays_as_it_is(on_disk: PageMaking, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("mine")
    draft = on_disk.draft()
    assert not draft.finish(str(path))
    assert draft.unread == words.THERE_ALREADY
    assert path.read_text() == "mine"


def test_a_folder_that_is_not_there_is_said_in_a_sentence(
    on_disk: PageMaking, tmp_path: Path
) -> None:
    draft = on_disk.draft()
    assert not draft.finish(str(tmp_path / "nowhere" / "page.html"))
    assert draft.unread.startswith("The file could not be made: no such file")


def test_no_file_is_made_of_the_example(session: Session) -> None:
    draft = PageMaking(session).draft()
    assert not draft.finish("page.html")
    assert draft.unread == words.EXAMPLE
