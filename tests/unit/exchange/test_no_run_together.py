"""Wherever two texts are joined one can tell where the one ends: on paper, in files, in rows."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.case import Case, CaseAbout, CaseFile
from companion.domain.marks import NoteKind
from companion.domain.note import Note
from companion.domain.value import replace
from companion.domain.visit import VisitAbout, VisitFile
from companion.exchange.papers.catalogue import FORMS, PAPERS, ExportRequest
from companion.exchange.papers.letter import joined
from companion.exchange.redaction import Audience
from companion.services.transfer.exports import export
from companion.ui.widgets.row import APART, Row, leads, wrap_row
from tests.browser.crowded import crowded_case
from tests.support.example_case import example_case
from tests.support.guidance import letters_at_hand

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(2026, 12, 4, 9, 0, tzinfo=UTC)
RUN_TOGETHER = re.compile(
    r"[a-z]{2}[A-Z][a-z]|[a-z]{3}\d|\b(?:19|20)\d\d[A-Za-z]|[.,;:?!][A-Za-z]{2}"
)
"""A small letter before a capital, a word before a figure, a year or a sign before a word."""
TWICE = re.compile(r"(?<!\.)\.\.(?!\.)|,\s*,|;\s*[;.,]|:\s*[.:;,](?!\S)|[?!]\.|\s[,;:.](?=\s|$)")
"""Two signs where one is meant, or a sign that stands alone."""
ADDRESS = re.compile(r"\S*(?:\.pdf|://|@)\S*|\d{1,2}:\d\d|[A-Za-z]+/[a-z-]+")


def sparse_case() -> Case:
    """A case of which next to nothing is known."""
    head = CaseAbout(id="sparse01", created_at=NOW)
    about = VisitAbout(id="visit001", created_at=NOW, started_at=NOW)
    notes = tuple(Note(id=f"note{at:05}", kind=kind, at=NOW) for at, kind in enumerate(NoteKind))
    visit = VisitFile(id="visit001", about=(about,), notes=notes)
    return Case(file=CaseFile(id="sparse01", about=(head,)), visits=(visit,))


CASES = {"full": example_case(), "sparse": sparse_case(), "crowded": crowded_case("plain")}


def rendered(case: Case) -> Iterator[tuple[str, str]]:
    """Every paper and audience as text, and as what a page shows."""
    for audience in Audience:
        for paper in PAPERS:
            for form in FORMS:
                wanted = ExportRequest(
                    format=form,
                    paper=paper,
                    audience=audience,
                    letters=letters_at_hand("leukemia"),
                    now=NOW,
                )
                yield f"{paper} {form} {audience}", shown(export(case, wanted).data.decode(), form)


def shown(text: str, form: str) -> str:
    """What one reads: a page without its tags, which part words only where they are blocks."""
    if form == "html":
        text = re.sub(r"<style>.*?</style>|<title>.*?</title>", "", text, flags=re.DOTALL)
        text = re.sub(r"</?(?:b|bdi)\b[^>]*>", "", text)
        text = re.sub(r"<[^>]*>", "\n", text)
    return unescape(text.replace("**", "").replace("\\", ""))


@pytest.mark.parametrize("name", CASES)
def test_no_words_run_together_and_no_sign_stands_twice(name: str) -> None:
    wrong = []
    for paper, text in rendered(CASES[name]):
        for line in ADDRESS.sub("x", text).split("\n"):
            wrong += [(paper, line[:80]) for sign in (RUN_TOGETHER, TWICE) if sign.search(line)]
    assert wrong[:5] == []


@pytest.mark.parametrize("name", CASES)
def test_no_label_stands_without_what_it_names(name: str) -> None:
    """A line that ends in a colon is followed by what stands under it."""
    for paper, text in rendered(CASES[name]):
        if " text " not in paper:
            continue
        lines = text.split("\n")
        for line, after in zip(lines, [*lines[1:], ""], strict=True):
            if line.rstrip().endswith(":"):
                assert after.startswith("  ") or not after, (paper, line)


@pytest.mark.parametrize(
    ("texts", "reads"),
    [
        (
            ("I bleed since summer", "One joint keeps swelling"),
            "I bleed since summer. One joint keeps swelling",
        ),
        (("it hurts", "it swells"), "it hurts; it swells"),
        (("It hurts.", "It swells."), "It hurts. It swells."),
        (("Why?", "How?"), "Why? How?"),
        (("slides", "(and 2 more)"), "slides (and 2 more)"),
        (("first,", "then"), "first, then"),
    ],
)
def test_texts_in_one_line_are_parted(texts: tuple[str, ...], reads: str) -> None:
    assert joined(texts) == reads


def test_names_of_things_are_parted_by_a_sign() -> None:
    assert (
        joined(("Iron, 80 mg daily", "Factor VIII"), listed=True)
        == "Iron, 80 mg daily; Factor VIII"
    )


WORDS = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=24)


@given(st.lists(WORDS, min_size=1, max_size=5), st.integers(1, 20))
def test_what_stands_before_the_words_of_a_row_never_touches_them(
    texts: list[str], least: int
) -> None:
    made = leads(texts, least)
    assert len({len(each) for each in made}) == 1
    assert all(each.endswith(APART) for each in made)


@given(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), WORDS, st.integers(40, 90))
def test_what_stands_at_the_right_of_a_row_never_touches_its_words(
    text: str, right: str, width: int
) -> None:
    lines = wrap_row(Row("key", text, right=right), width)
    apart = APART if right[0].isalpha() else " "
    assert any(line.endswith(f"{apart}{right}") for line in lines)


def test_the_closing_quote_of_a_doctors_words_has_an_opening_one() -> None:
    case = example_case()
    visit = case.visits[0]
    note = replace(visit.notes[0], kind=NoteKind.QUOTE, text='We watch and wait"')
    case = replace(case, visits=(replace(visit, notes=(note,)), *case.visits[1:]))
    page = export(case, ExportRequest(format="text", now=NOW)).data.decode()
    assert '"We watch and wait"' in page
