"""What comes out of a printer: as many pages as promised, nothing cut, nothing fetched."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from companion.domain.case import CopiedText
from companion.domain.value import replace
from companion.exchange.papers.catalogue import PAPERS, ExportRequest
from companion.services.transfer.exports import export
from tests.browser.browser import printed, too_wide
from tests.browser.crowded import WORDS, crowded_case
from tests.support.example_case import example_case
from tests.support.guidance import letters_at_hand

if TYPE_CHECKING:
    from pathlib import Path

    from companion.domain.case import Case

SIZES = {"A4": (595, 842), "letter": (612, 792)}
"""Sheets, width and height in points."""
WIDE_LETTERS = "body { font-family: 'DejaVu Sans', Verdana, sans-serif; }"
"""As on a laptop with one of the widest fonts there are."""
PIXELS = {"A4": 688, "letter": 710}
"""Width of what is printed between the margins, in the browser's pixels."""


class Shown(HTMLParser):
    """The words that a page shows."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.quiet = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.quiet = tag in {"style", "title"}

    def handle_endtag(self, tag: str) -> None:
        self.quiet = False

    def handle_data(self, data: str) -> None:
        if not self.quiet:
            self.words += data.split()


def page_of(case: Case, paper: str, *, large: bool = False) -> bytes:
    wanted = ExportRequest(
        format="html",
        paper=paper,
        audience="doctor",
        now=datetime(2026, 12, 4, 9, 0, tzinfo=UTC),
        letters=letters_at_hand("leukemia"),
        large=large,
    )
    return export(case, wanted).data


def words_of(page: bytes) -> list[str]:
    """Every word of a page, once."""
    shown = Shown()
    shown.feed(page.decode())
    return list(dict.fromkeys(shown.words))


def squeezed(text: str) -> str:
    """Without blanks, and with the letters that a font joins to one sign (`ffi`) apart."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize("kind", WORDS)
def test_the_page_for_the_doctor_is_one_page_and_in_large_letters_two_at_the_most(
    tmp_path: Path, kind: str, size: str, *, large: bool
) -> None:
    page = page_of(crowded_case(kind), "doctor", large=large)
    paper = printed(tmp_path, page, size, WIDE_LETTERS)
    assert paper.pages <= (2 if large else 1)
    assert (round(paper.width), round(paper.height)) == SIZES[size]
    # The first questions are on it, whatever else had to give way.
    assert page.count(b"<li") >= 3


@pytest.mark.parametrize(("size", "kind"), [("A4", "capitals"), ("letter", "plain")])
def test_the_same_questions_for_both_are_one_page_with_room_to_write(
    tmp_path: Path, size: str, kind: str
) -> None:
    case = crowded_case(kind)
    asked = tuple(
        CopiedText(
            id=f"more{n:04}", source=f"general/m{n}", kind="ask-both", text=f"{n} {WORDS[kind]}"
        )
        for n in range(40)
    )
    page = page_of(replace(case, file=replace(case.file, texts=asked)), "ask-both")
    assert printed(tmp_path, page, size, WIDE_LETTERS).pages == 1
    assert page.count(b"<li") >= 4


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_of_a_paper_is_cut_and_nothing_is_fetched(
    tmp_path: Path, paper: str, size: str
) -> None:
    page = page_of(example_case(), paper)
    on_paper = printed(tmp_path, page, size)
    text = squeezed(on_paper.text)
    assert [word for word in words_of(page) if squeezed(word) not in text] == []
    assert on_paper.asked_for == []


@pytest.mark.parametrize(("size", "large"), [("A4", False), ("letter", True)])
def test_five_opinions_side_by_side_are_printed_whole(
    tmp_path: Path, size: str, *, large: bool
) -> None:
    page = page_of(crowded_case("plain", opinions=5), "comparison", large=large)
    paper = printed(tmp_path, page, f"{size} landscape")
    assert paper.width > paper.height
    on_paper = squeezed(paper.text)
    assert [word for word in words_of(page) if squeezed(word) not in on_paper] == []
    assert too_wide(tmp_path, page, PIXELS[size]) == 0


@pytest.mark.parametrize("kind", WORDS)
def test_nothing_stands_out_at_the_right_of_a_sheet(tmp_path: Path, kind: str) -> None:
    for paper in ("case", "comparison", "doctor"):
        assert too_wide(tmp_path, page_of(crowded_case(kind), paper), PIXELS["A4"]) == 0


def test_what_stands_out_would_be_seen(tmp_path: Path) -> None:
    page = page_of(example_case(), "doctor").replace(b"</body>", b"<pre>" + b"x" * 500 + b"</body>")
    assert too_wide(tmp_path, page, PIXELS["A4"]) > 0


def test_a_page_that_asks_would_be_seen(tmp_path: Path) -> None:
    page = page_of(example_case(), "doctor")
    asking = page.replace(b"<body", b'<img src="http://example.invalid/x.png"><body')
    assert printed(tmp_path, asking, "A4").asked_for == ["http://example.invalid/x.png"]


def many_answers(lines: int) -> Case:
    """The example with a note of so many lines before long questions that have notes."""
    case = crowded_case("plain")
    visit = case.visits[0]
    question = visit.questions[0]
    questions = tuple(
        replace(question, id=f"asked{number:04}", text=f"Q{number:02}X why, and what then? " * 5)
        for number in range(12)
    )
    listed = tuple(
        replace(visit.listed[0], id=f"row{number:06}", question_id=each.id, position=float(number))
        for number, each in enumerate(questions)
    )
    note = replace(visit.notes[0], covered=False, mine_only=False)
    notes = tuple(
        replace(
            note,
            id=f"said{at}{number:05}",
            text=f"N{at}X{number:02} " + "as he said " * 8,
            question_id=each.id,
        )
        for number, each in enumerate(questions)
        for at in (1, 2)
    )
    goal = " ".join(["to know what comes next,"] * lines * 4)
    head = replace(visit.head, goal=goal, at="2026-12-02T10:00+00:00")
    visit = replace(visit, about=(head,), questions=questions, listed=listed, notes=notes)
    return replace(case, visits=(visit, *case.visits[1:]))


@pytest.mark.parametrize("lines", [1, 4, 7, 10, 13])
def test_a_question_stands_on_the_page_of_its_first_note(tmp_path: Path, lines: int) -> None:
    paper = printed(tmp_path, page_of(many_answers(lines), "summary"), "A4")
    pages = [squeezed(sheet.extract_text()) for sheet in paper.pdf.pages]
    assert len(pages) > 1
    for number in range(12):
        asked, said = f"Q{number:02}X", f"N1X{number:02}"
        assert any(asked in text and said in text for text in pages), number


@pytest.mark.promise("command.papers")
def test_every_sheet_has_its_number_and_the_patients_name(tmp_path: Path) -> None:
    paper = printed(tmp_path, page_of(many_answers(4), "comparison"), "A4")
    for number, sheet in enumerate(paper.pdf.pages, 1):
        text = squeezed(sheet.extract_text())
        assert f"{number}/{paper.pages}" in text
        assert "Alva" in text
