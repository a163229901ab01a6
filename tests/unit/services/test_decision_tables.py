"""Published tables of options, imported as a case: each cell comes out as it went in."""

from __future__ import annotations

import csv
import io
import json
from functools import partial
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from markdown_it import MarkdownIt

from companion.exchange.papers.catalogue import ExportRequest
from companion.exchange.papers.csv_tables import FORMULA
from companion.exchange.render.document import with_colon
from companion.files.memory import MemoryFiles
from companion.services.case.library import CaseLibrary
from companion.services.context import AppContext
from companion.services.transfer.exports import export
from companion.services.transfer.imports import import_file
from companion.words import papers as words
from tests.support.corpora import each_of
from tests.support.decision_table import NAME, made_up_table, table_files, table_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.case import Case
    from tests.support.decision_table import DecisionTable

MADE_UP: dict[str, Callable[[], DecisionTable]] = {
    "made up": made_up_table,
    "made up, six options": partial(made_up_table, 6),
}
PUBLISHED = {file.stem: partial(table_in, file) for file in table_files()}
PAPERS = ("case", "comparison")


@pytest.fixture(params=[*MADE_UP, *each_of(NAME, PUBLISHED)])
def table(request: pytest.FixtureRequest) -> DecisionTable:
    return (MADE_UP | PUBLISHED)[request.param]()


@pytest.fixture(params=[False, True], ids=["from before", "from visits"])
def case(request: pytest.FixtureRequest, library: CaseLibrary, table: DecisionTable) -> Case:
    report = import_file(library, "table.json", table.as_case(visits=request.param))
    return library.open_readonly(report.case_id).case


def written(case: Case, form: str, paper: str = "case", *, raw: bool = False) -> str:
    return export(case, ExportRequest(format=form, paper=paper, raw=raw)).data.decode("utf-8-sig")


def shown(table: DecisionTable) -> list[list[str]]:
    """The rows as a paper shows them: those that somebody filled, each cell or a word for none."""
    return [
        [
            criterion,
            *(table.text(option, criterion) or words.NOTHING_WRITTEN for option in table.options),
        ]
        for criterion in table.criteria
        if any((option, criterion) in table.texts for option in table.options)
    ]


def assert_same(rows: list[list[str]], header: list[str], table: DecisionTable) -> None:
    assert header[0] == ""
    assert header[-1] == words.TOGETHER
    assert [name.partition(", ")[0] for name in header[1:-1]] == list(table.options)
    assert [row[:-1] for row in rows] == shown(table)
    assert {row[-1] for row in rows} == {words.NOT_LOOKED_AT}


def test_json_holds_every_cell_as_it_came(case: Case, table: DecisionTable) -> None:
    value = json.loads(written(case, "json"))
    names = {each["id"]: each["name"] for each in value["people"]}
    aspects = {each["id"]: each["text"] for each in value["aspects"]}
    assert list(aspects.values()) == list(table.criteria)
    assert [names[each["clinician_id"]] for each in value["opinions"]] == list(table.options)
    found = {
        (names[opinion["clinician_id"]], aspects[cell["aspect_id"]]): cell["text"]
        for opinion in value["opinions"]
        for cell in opinion["cells"]
    }
    assert found == table.texts


@pytest.mark.parametrize("raw", [True, False])
def test_csv_has_a_row_for_every_cell(case: Case, table: DecisionTable, raw: bool) -> None:
    rows = csv.DictReader(io.StringIO(written(case, "csv", raw=raw), newline=""))
    opinions = [row for row in rows if row["part"] == "opinion"]
    found = {(row["doctor"].partition(", ")[0], row["kind"]): row["text"] for row in opinions}
    assert len(opinions) == len(found)
    assert found == {
        place: f"'{text}" if text.startswith(FORMULA) and not raw else text
        for place, text in table.texts.items()
    }


class Cells(HTMLParser):
    """The rows of the only table of a page, cell by cell."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert attrs == [] or tag in {"html", "meta", "body", "ul"}
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")
            self.open = True

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self.open = False

    def handle_data(self, data: str) -> None:
        if self.open:
            self.rows[-1][-1] += data


@pytest.mark.parametrize("paper", PAPERS)
def test_a_page_shows_every_cell_as_it_came(case: Case, table: DecisionTable, paper: str) -> None:
    page = Cells()
    page.feed(written(case, "html", paper))
    page.close()
    header, *rows = page.rows
    assert_same(rows, header, table)


def markdown_rows(text: str) -> list[list[str]]:
    """The rows of the only table of a Markdown text, as a reader of Markdown shows them."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    rows: list[list[str]] = []
    for place, token in enumerate(tokens):
        if token.type == "tr_open":
            rows.append([])
        if token.type in {"th_open", "td_open"}:
            rows[-1].append("".join(map(sign, tokens[place + 1].children or ())))
    return rows


def sign(token: Any) -> str:  # noqa: ANN401
    if token.type == "html_inline":
        assert token.content == "<br>"
        return "\n"
    assert token.type in {"text", "text_special"}
    return str(token.content)


@pytest.mark.parametrize("paper", PAPERS)
def test_markdown_shows_every_cell_as_it_came(case: Case, table: DecisionTable, paper: str) -> None:
    header, *rows = markdown_rows(written(case, "markdown", paper))
    assert_same(rows, header, table)


@pytest.mark.parametrize("paper", PAPERS)
def test_plain_text_tells_every_row_with_every_cell(
    case: Case, table: DecisionTable, paper: str
) -> None:
    text = written(case, "text", paper)
    header, *_ = markdown_rows(written(case, "markdown", paper))
    blocks = []
    for criterion, *texts in shown(table):
        lines = [
            f"  {with_colon(name, each)} {each}".replace("\n", "\n  ")
            for name, each in zip(header[1:-1], texts, strict=True)
        ]
        blocks.append("\n".join((criterion, *lines)))
    places = [text.find(f"{block}\n") for block in blocks]
    assert -1 not in places
    assert places == sorted(places)


def test_the_same_table_imported_again_adds_nothing(
    library: CaseLibrary, table: DecisionTable
) -> None:
    case_id = import_file(library, "table.json", table.as_case()).case_id
    once = written(library.open_readonly(case_id).case, "json")
    report = import_file(library, "table.json", table.as_case(), case_id)
    assert report.remarks[0].startswith("0 added")
    assert "0 differ" in report.remarks[0]
    assert written(library.open_readonly(case_id).case, "json") == once


def test_an_export_of_the_table_comes_in_as_the_same_case(
    library: CaseLibrary, case: Case, table: DecisionTable
) -> None:
    data = written(case, "json")
    context = library.context
    other = CaseLibrary(AppContext(**{**vars_of(context), "files": MemoryFiles()}))
    report = import_file(other, "again.json", data.encode())
    assert written(other.open_readonly(report.case_id).case, "json") == data
    assert table.title in data


def vars_of(context: AppContext) -> dict[str, Any]:
    return {name: getattr(context, name) for name in AppContext.__struct_fields__}
