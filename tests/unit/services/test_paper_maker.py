"""Papers as files: asked for, said, 0600, never over something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.value import replace
from companion.exchange.redaction import Audience
from companion.files import DiskFiles
from companion.packs.catalogue import Catalogue
from companion.services.prepare.preparation import PreparationEditor
from companion.services.transfer.papers import PaperMaker
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from companion.words import letters as titles
from companion.words import paper_files as words
from tests.support.guidance import catalogue_at_hand
from tests.unit.services.preparing_case import new_session

if TYPE_CHECKING:
    from pathlib import Path

    from companion.services.case.session import CaseSession


@pytest.fixture
def session() -> CaseSession:
    return new_session()


@pytest.fixture
def making(session: CaseSession) -> PaperMaker:
    return PaperMaker(session, catalogue_at_hand())


@pytest.fixture
def on_disk(session: CaseSession, making: PaperMaker) -> PaperMaker:
    """The case stays in memory; files that are asked for go to the disk."""
    session.context = replace(session.context, files=DiskFiles(), in_memory=False)
    return making


def test_the_letter_of_the_illness_comes_before_the_one_for_everybody() -> None:
    everybody = catalogue_at_hand().letters(())
    of_the_illness = catalogue_at_hand().letters(("leukemia",))
    assert everybody["records"].id == "general/letter-records"
    assert of_the_illness["records"].id == "leukemia/letter-leukemia-records"
    assert of_the_illness["insurer"].id == "general/letter-insurer"
    assert "center" in of_the_illness
    assert "center" not in everybody


def test_every_paper_can_be_seen_before_it_is_made(making: PaperMaker) -> None:
    papers = making.papers()
    assert len({paper.key for paper in papers}) == len(papers)
    for paper in papers:
        document, left_out = making.document(paper)
        assert document.blocks
        assert paper.audience is Audience.ME or paper.name != "case" or left_out


def test_papers_stand_in_the_order_in_which_they_are_needed(making: PaperMaker) -> None:
    groups = list(dict.fromkeys(paper.group for paper in making.papers()))
    assert groups == [words.BEFORE_GROUP, words.AFTER_GROUP, words.COPIES_GROUP]
    copies = [paper.audience for paper in making.papers() if paper.name == "case"]
    assert copies == [Audience.ME, Audience.FAMILY, Audience.DOCTOR]


def test_without_any_guidance_the_papers_that_need_none_are_there(session: CaseSession) -> None:
    names = {paper.name for paper in PaperMaker(session, Catalogue()).papers()}
    kept = {"timeline", "said", "summary", "comparison", "options", "case", "calendar", "booklet"}
    assert names == kept


def with_a_note(session: CaseSession) -> tuple[VisitEditor, str]:
    """A visit, and the id of a note in it."""
    visit_id = plan_visit(session, NewVisit("Dr Okafor", minutes=30))
    editor = VisitEditor(session, visit_id)
    note = editor.line.save("about ten years")
    assert note is not None
    return editor, note.id


@pytest.mark.parametrize("covered", [True, False], ids=["hidden", "not_in_copies"])
def test_a_letter_says_what_is_never_in_it_once_there_is_such_a_note(
    session: CaseSession, making: PaperMaker, *, covered: bool
) -> None:
    editor, note_id = with_a_note(session)
    assert titles.PRIVATE_NOTES not in making.document(making.paper("records"))[1]
    if covered:
        editor.notes.cover(note_id, covered=True)
    else:
        editor.notes.set_private(note_id, mine_only=True)
    assert making.document(making.paper("records"))[1][0] == titles.PRIVATE_NOTES


def test_my_own_copy_says_when_it_has_more_than_the_screen(
    session: CaseSession, making: PaperMaker
) -> None:
    editor, note_id = with_a_note(session)
    assert making.document(making.paper("case"))[1] == ()
    editor.notes.cover(note_id, covered=True)
    assert making.document(making.paper("case"))[1] == (words.NOT_ON_SCREEN,)


def test_the_page_says_what_was_written_in_the_other_parts(
    session: CaseSession, making: PaperMaker
) -> None:
    PreparationEditor(session).answer_draft("opening", "Opening").finish("I am Alva.")
    document, _ = making.document(making.paper("doctor"))
    assert "I am Alva." in str(document)


def test_making_it_says_where_it_is_and_only_its_owner_can_read_it(
    on_disk: PaperMaker, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    made, said = on_disk.make(on_disk.paper("doctor"), str(path))
    assert made
    assert str(path) in said
    assert path.read_bytes().startswith(b"<!")
    assert path.stat().st_mode & 0o777 == 0o600
    assert on_disk.session.file.prepare.page_printed_at == "2026-11-24"


@pytest.mark.parametrize(
    ("name", "begins"), [("a.html", b"<!"), ("a.txt", b"For the"), ("a.md", b"# For")]
)
def test_the_ending_of_the_name_chooses_the_form(
    on_disk: PaperMaker, tmp_path: Path, name: str, begins: bytes
) -> None:
    assert on_disk.make(on_disk.paper("doctor"), str(tmp_path / name))[0]
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_the_calendar_file_is_a_calendar_whatever_its_name(
    on_disk: PaperMaker, tmp_path: Path
) -> None:
    path = tmp_path / "visits"
    assert on_disk.make(on_disk.paper("calendar"), str(path))[0]
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_name_is_proposed_that_says_what_it_is_and_when(making: PaperMaker) -> None:
    assert making.file_name(making.paper("records"), "text") == "~/ask-for-records-2026-11-24.txt"
    assert making.file_name(making.paper("calendar"), "html") == "~/calendar-2026-11-24.ics"


def test_a_file_that_is_there_stays_as_it_is(on_disk: PaperMaker, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("mine", "utf-8")
    assert on_disk.make(on_disk.paper("doctor"), str(path)) == (False, words.THERE_ALREADY)
    assert path.read_text("utf-8") == "mine"


def test_a_folder_that_is_not_there_is_said_in_a_sentence(
    on_disk: PaperMaker, tmp_path: Path
) -> None:
    made, said = on_disk.make(on_disk.paper("doctor"), str(tmp_path / "nowhere" / "page.html"))
    assert not made
    assert said.startswith("Not saved: no such file")


def test_no_file_is_made_without_a_name_or_of_the_example(
    making: PaperMaker, on_disk: PaperMaker, session: CaseSession
) -> None:
    assert on_disk.make(on_disk.paper("doctor"), "  ") == (False, words.NO_NAME)
    session.context = replace(session.context, in_memory=True)
    assert making.make(making.paper("doctor"), "page.html") == (False, words.EXAMPLE)
