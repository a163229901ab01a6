"""Papers from the command line: each of the contract, in each form, for one's own eyes."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

import pytest

from companion import bootstrap
from companion.exchange.papers.catalogue import ExportRequest
from companion.services.transfer.exports import export
from tests.support.first_case import begun
from tests.unit.cli.program import Program

if TYPE_CHECKING:
    from pathlib import Path

PAPERS = (
    *("case", "doctor", "records", "referral", "insurer", "message", "ask-both", "summary"),
    *("comparison", "timeline", "booklet"),
)
BEGINS = {"html": "<!DOCTYPE html>", "markdown": "", "text": ""}


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "home")


@pytest.fixture
def case(program: Program) -> str:
    """A case with a past visit in it."""
    made, _, _ = begun(
        program.home,
        (("new", "--title", "Plan", "--pack", "hemophilia"), ""),
        (("plan", "1", "--with", "Dr Okafor", "--at", "2026-12-03T14:00"), ""),
        (("note", "1", "--visit", "1"), "! ask for the report\n? which scan\n"),
    )
    return made


@pytest.mark.promise("command.export-forms")
def test_every_paper_of_the_contract_is_written_in_every_form(
    program: Program, case: str, tmp_path: Path
) -> None:
    for paper, (form, begins) in zip(PAPERS, cycle(BEGINS.items()), strict=False):
        target = tmp_path / f"{paper}.{form}"
        done = program.run("export", case, "--format", form, "--paper", paper, "-o", str(target))
        assert (done.code, done.out) == (0, "")
        assert str(target) in done.err
        assert target.read_text("utf-8").startswith(begins)
        assert target.stat().st_mode & 0o777 == 0o600
    library = bootstrap.library(str(program.home))
    session = library.open_readonly(case)
    letters = bootstrap.packs(library.context).letters(session.file.head.packs)
    for paper in PAPERS:
        for form, begins in BEGINS.items():
            request = ExportRequest(format=form, paper=paper, letters=letters, now=session.now())
            assert export(session.case, request).data.decode().startswith(begins)
    library.context.syncer.stop()


def test_a_letter_of_the_chosen_guidance_is_a_paper_too(program: Program, case: str) -> None:
    done = program.run("export", case, "--format", "text", "--paper", "emergency")
    assert done.code == 0
    assert "emergency rooms" in done.out
    done = program.run("export", case, "--format", "text", "--paper", "records")
    assert "I have hemophilia." in done.out


def test_a_paper_that_there_is_not_names_those_there_are(program: Program, case: str) -> None:
    done = program.run("export", case, "--format", "text", "--paper", "horoscope")
    assert (done.code, done.out) == (1, "")
    for paper in PAPERS:
        assert paper in done.err


def test_what_a_letter_leaves_to_fill_in_is_said(program: Program, case: str) -> None:
    done = program.run("export", case, "--format", "text", "--paper", "insurer")
    assert "to fill in by hand" in done.err
    assert "My member number: ______" in done.out


def test_a_summary_tells_of_the_visit_that_was_named(program: Program, case: str) -> None:
    other = program.run("plan", case, "--with", "Dr Brandt", "--at", "2026-12-09T10:00").line
    program.run("note", case, "--visit", other, typed="a second talk\n")
    first = program.run("export", case, "--format", "text", "--paper", "summary", "--visit", "1")
    latest = program.run("export", case, "--format", "text", "--paper", "summary")
    assert "Visit with Dr Okafor" in first.out
    assert "Visit with Dr Brandt" in latest.out


def test_large_print_is_a_page_in_large_letters(program: Program, case: str) -> None:
    done = program.run("export", case, "--format", "html", "--paper", "doctor", "--large-print")
    assert '<body class="one-page large">' in done.out
