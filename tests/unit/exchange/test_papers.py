from __future__ import annotations

import csv
import io
import json
import os
import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from companion.domain.note import Note, NumberCard
from companion.domain.text import clean
from companion.domain.value import replace
from companion.exchange.errors import ExportRefusedError
from companion.exchange.papers.catalogue import FORMATS, FORMS, PAPERS, ExportRequest
from companion.exchange.papers.csv_tables import write_csv
from companion.exchange.papers.visit_paper import drawing
from companion.exchange.render.document import (
    Document,
    DocumentTable,
    Item,
    Items,
    Paragraph,
    with_colon,
)
from companion.exchange.render.html import write_html
from companion.exchange.render.markdown import write_markdown
from companion.exchange.render.text import write_text
from companion.services.transfer.exports import export
from tests.support.corpora import needed
from tests.support.example_case import example_case
from tests.support.guidance import letters_at_hand

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.case import Case

GOLDEN = Path(__file__).parents[2] / "data" / "golden"
REFUSED_TAGS = {
    *("script", "iframe", "object", "embed", "svg", "math", "form", "img", "link", "base"),
}
BAD_STARTS = ("javascript:", "data:", "http:", "https:", "//")


@pytest.fixture(autouse=True)
def in_the_zone_of_the_visits(laptop_in: Callable[[str], None]) -> None:
    laptop_in("Europe/Stockholm")


class Page(HTMLParser):
    """The words of a page; every tag and attribute is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.quiet = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in REFUSED_TAGS
        self.quiet = tag in {"style", "title"}
        for name, value in attrs:
            assert not name.startswith("on")
            assert not (value or "").strip().lower().startswith(BAD_STARTS)

    def handle_endtag(self, tag: str) -> None:
        self.quiet = False

    def handle_data(self, data: str) -> None:
        if not self.quiet:
            self.words += data


def words_of(page: bytes) -> str:
    parser = Page()
    parser.feed(page.decode())
    parser.close()
    return parser.words


OUR_OWN = [
    "<!-- a --> ]]> </style><script>x</script>",
    "# no heading",
    "1. no list\n2) none\n+ a\n- b\n=====\n---\n    no code\n```\n| a | b |\n",
    "\n\n  blanks at both ends \t ",
    "a\n\n\nb",
    "&lt; &amp; \\* \\\\ \\",
    "![picture](http://example.invalid/x.png) [a](javascript:x) <http://a.invalid>",
    "_a_ __b__ *c* ~~d~~ `e` $f$",
    "=1+1",
    "\u202eright to left\u200b",
    "a\\\nb\\",
]
COLLECTIONS = ("our own", "dompurify-xss", "blns")


@pytest.fixture(params=COLLECTIONS)
def hostile(request: pytest.FixtureRequest) -> list[str]:
    """Texts that look like something else."""
    texts: list[str]
    if request.param == "dompurify-xss":
        lines = needed("dompurify-xss/xss_payloads.jsonl").read_text("utf-8").rstrip("\n")
        texts = [json.loads(line)["payload"] for line in lines.split("\n")]
    elif request.param == "blns":
        texts = json.loads(needed("blns/raw/blns.json").read_text("utf-8"))
    else:
        texts = OUR_OWN
    return [cleaned for text in texts if (cleaned := clean(text)).strip()]


def case_saying(text: str) -> Case:
    """The example with that text in every field a person writes."""
    case = example_case()
    visit = case.visits[0]
    file = case.file
    head = replace(file.head, title=text)
    return replace(
        case,
        file=replace(
            file,
            about=(head,),
            reasons=tuple(replace(each, text=text) for each in file.reasons),
            priorities=tuple(replace(each, text=text) for each in file.priorities),
            people=tuple(replace(each, name=text, place=text) for each in file.people),
            records=tuple(replace(each, text=text, holder=text, why=text) for each in file.records),
            aspects=tuple(replace(each, text=text) for each in file.aspects),
            questions=tuple(
                replace(each, text=text, follow_ups=(text,), why=text) for each in file.questions
            ),
            steps=tuple(replace(each, text=text) for each in file.steps),
            cells=tuple(replace(each, text=text) for each in file.cells),
        ),
        visits=(
            replace(
                visit,
                about=(replace(visit.head, goal=text, place=text),),
                notes=tuple(replace(each, text=text) for each in visit.notes),
                cells=tuple(replace(each, text=text) for each in visit.cells),
            ),
        ),
    )


def test_what_a_person_wrote_shows_sign_for_sign_in_markdown(hostile: list[str]) -> None:
    reader = MarkdownIt("commonmark", {"html": False}).enable("table").enable("strikethrough")
    for text in hostile:
        document = Document(
            "T", (Paragraph(text), Paragraph(text, "said"), Items((Item(text, "", (Item(text),)),)))
        )
        tokens = reader.parse(write_markdown(document).decode())
        shown = [
            "".join(
                "\n" if child.type == "hardbreak" else child.content for child in token.children
            )
            for token in tokens
            if token.type == "inline" and token.children is not None
        ]
        assert shown[1] == text
        assert shown[2] == f"said: {text}"
        assert shown[3:] == [text, text]
        marks = {child.type for token in tokens for child in token.children or ()}
        assert marks <= {"text", "hardbreak", "text_special", "strong_open", "strong_close"}


@pytest.mark.promise("command.html")
def test_what_a_person_wrote_shows_sign_for_sign_in_html(hostile: list[str]) -> None:
    for text in hostile:
        document = Document(
            text, (Paragraph(text, text), DocumentTable(("", text), ((text, text),)))
        )
        assert words_of(write_html(document)).count(text) == 6


def test_what_a_person_wrote_stands_in_the_text(hostile: list[str]) -> None:
    for text in hostile:
        assert write_text(Document(text, (Paragraph(text),))).decode().count(text) == 2


@pytest.mark.promise("command.html")
def test_hostile_words_in_every_field_do_no_harm_in_any_form(hostile: list[str]) -> None:
    for text in hostile[::9]:
        case = case_saying(text)
        for form in FORMATS:
            data = export(case, ExportRequest(format=form)).data
            if form == "html":
                assert text in words_of(data)
            elif form == "json":
                assert json.loads(data)["visits"][0]["notes"][0]["text"] == text
            elif form == "csv":
                cells = [cell for row in csv.reader(io.StringIO(data.decode()[1:])) for cell in row]
                assert any(cell in {text, f"'{text}"} for cell in cells)
            elif form == "ics":
                lines = data.split(b"\r\n")
                assert all(len(line) <= 75 for line in lines)
                assert b"\n" not in b"".join(lines)


@pytest.mark.promise("command.csv")
def test_every_cell_is_quoted_and_formulas_are_guarded_and_counted() -> None:
    rows = [("=1", "+1", "-1", "@a", "\tb", "c", ' "d" ', "e\nf", "")]
    data, guarded = write_csv(rows)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    assert guarded == 5
    assert b'"\'=1","\'+1","\'-1","\'@a"' in data
    assert re.search(rb',"c"," ""d"" ","e\nf",""\r\n\Z', data)
    assert write_csv(rows, raw=True)[1] == 0


def test_an_item_without_a_label_begins_with_its_words() -> None:
    assert with_colon("", "Is my diagnosis right?") == ""
    assert with_colon("goal", "to be sure") == "goal:"


def test_guarded_cells_are_said() -> None:
    case = case_saying("=1+1")
    assert "apostrophe" in export(case, ExportRequest(format="csv")).remarks[-1]
    assert export(case, ExportRequest(format="csv", raw=True)).remarks == ()


def test_a_number_is_drawn_only_when_it_comes_out_even() -> None:
    drawn = drawing(NumberCard(count="7", out_of="10", with_treatment="8"))
    assert drawn is not None
    assert "".join(drawn.lines).count("●") == 150
    assert len(drawn.lines) == 10


def test_a_covered_number_is_never_drawn() -> None:
    case = example_case()
    visit = case.visits[0]
    card = NumberCard(count="7", out_of="10")
    note = Note(id="note00001", text="x", covered=True, number=card)
    visit = replace(visit, notes=(note,))
    page = export(replace(case, visits=(visit,)), ExportRequest(format="html")).data.decode()
    assert "●" not in page


def test_titles_name_the_day_and_the_doctor() -> None:
    page = export(example_case(), ExportRequest(format="markdown")).data.decode()
    assert "## Notes from 3 December with Dr Okafor" in page
    assert "Thursday 3 December 2026, 14:00, 40 minutes" in page
    assert "first" not in page.split("## Side by side")[1].split("## What to do next")[0].lower()


@pytest.mark.promise("command.export-forms")
def test_a_paper_that_there_is_not_is_refused_by_name() -> None:
    with pytest.raises(ExportRefusedError) as caught:
        export(example_case(), ExportRequest(format="markdown", paper="horoscope"))
    assert str(caught.value) == (
        "There's no paper 'horoscope'; choose from: case, doctor, booklet, records, referral, "
        "insurer, message, ask-both, said, summary, comparison, options, timeline."
    )


def test_a_letter_that_no_guidance_has_is_refused_in_a_sentence() -> None:
    with pytest.raises(ExportRefusedError) as caught:
        export(example_case(), ExportRequest(format="markdown", paper="referral"))
    assert "no letter for the paper 'referral'" in str(caught.value)


def test_a_paper_that_is_not_the_case_has_no_table() -> None:
    with pytest.raises(ExportRefusedError):
        export(
            example_case(), ExportRequest(format="csv", paper="doctor", letters=letters_at_hand())
        )


@pytest.mark.promise("command.export-forms")
def test_what_is_left_out_for_the_doctor_is_counted() -> None:
    done = export(example_case(), ExportRequest(format="markdown", audience="doctor"))
    assert "1 hidden note" in done.remarks[0]
    assert b"covered words" not in done.data
    assert export(example_case(), ExportRequest(format="markdown")).remarks == ()


ENDINGS = {
    "markdown": "md",
    "text": "txt",
    "html": "html",
    "json": "json",
    "csv": "csv",
    "ics": "ics",
}
PAGES = [(form, "case", audience) for form in FORMATS for audience in ("me", "doctor")]
PAGES += [(form, paper, "me") for form in FORMS for paper in PAPERS[1:]]
PAGES += [("csv", "comparison", "me")]


@pytest.mark.promise("command.export-forms")
@pytest.mark.parametrize(("form", "paper", "audience"), PAGES)
def test_papers_are_the_same_to_the_byte(form: str, paper: str, audience: str) -> None:
    wanted = ExportRequest(
        format=form,
        paper=paper,
        audience=audience,
        letters=letters_at_hand("leukemia"),
        now=datetime(2026, 12, 4, 9, 0, tzinfo=UTC),
    )
    data = export(example_case(), wanted).data
    golden = GOLDEN / f"{paper}-for-{audience}.{ENDINGS[form]}"
    if os.environ.get("COMPANION_GOLDEN"):
        golden.write_bytes(data)
    assert data == golden.read_bytes()


def test_what_one_expects_to_hear_is_in_no_copy_for_others() -> None:
    case = example_case()
    prepared = replace(case.file.prepare, expectation="quixotic hope")
    case = replace(case, file=replace(case.file, preparation=(prepared,)))
    for audience in ("doctor", "family"):
        for form in FORMATS:
            done = export(case, ExportRequest(format=form, audience=audience))
            assert b"quixotic" not in done.data
            assert "1 line on what you expect" in done.remarks[0]
    assert b"quixotic" in export(case, ExportRequest(format="markdown")).data


def test_stars_of_one_before_the_other_rated_are_on_no_screen_and_in_no_other_copy() -> None:
    seen = ExportRequest(format="text", paper="comparison", on_screen=True)
    shown = export(example_case(), seen)
    assert "(4 of 5)" not in shown.data.decode()
    assert len(shown.remarks) == 1
    assert "stars you haven't both given" in shown.remarks[0]
    family = export(example_case(), replace(seen, audience="family", on_screen=False))
    assert "(4 of 5)" not in family.data.decode()
    assert "1 impression of a doctor" in family.remarks[0]
    kept = export(example_case(), replace(seen, on_screen=False))
    assert "(4 of 5)" in kept.data.decode()
    assert kept.remarks == ()


def test_covered_words_are_on_no_screen_and_in_ones_own_file() -> None:
    for paper in ("case", "summary", "comparison"):
        wanted = ExportRequest(format="text", paper=paper, visit_id="visit001", on_screen=True)
        assert "covered words" not in export(example_case(), wanted).data.decode()
    assert b"covered words" in export(example_case(), ExportRequest(format="text")).data


@pytest.mark.parametrize("audience", ["doctor", "family"])
def test_a_covered_note_behind_stars_is_in_no_copy_for_others(audience: str) -> None:
    case = example_case()
    (covered,) = (note for note in case.visits[0].notes if note.covered)
    ratings = tuple(replace(each, note_id=covered.id) for each in case.visits[0].ratings)
    visits = (replace(case.visits[0], ratings=ratings), *case.visits[1:])
    for paper in ("case", "comparison"):
        wanted = ExportRequest(format="text", paper=paper, audience=audience)
        assert covered.text not in export(replace(case, visits=visits), wanted).data.decode()


def test_only_a_row_judged_so_says_not_discussed_and_only_one_that_differs_says_why() -> None:
    case = example_case()
    judged = tuple(replace(row, verdict="same") for row in case.file.rows)  # type: ignore[arg-type]
    cells = tuple(replace(cell, deleted=True) for cell in case.file.cells)
    case = replace(case, file=replace(case.file, rows=judged, cells=cells))
    page = export(case, ExportRequest(format="markdown", paper="comparison")).data.decode()
    assert "not discussed" not in page
    assert "nothing written down" in page
    assert "they weigh things differently" not in page
