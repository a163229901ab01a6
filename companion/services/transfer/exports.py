"""A case as a file for somebody."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from companion.exchange.calendar.write import write_calendar
from companion.exchange.errors import ExportRefusedError
from companion.exchange.json.case_export import write_json
from companion.exchange.json.schema import export_schema
from companion.exchange.papers.catalogue import (
    CASE,
    COMPARISON,
    PAPERS,
    WITHOUT_LETTER,
    PaperWanted,
    write_paper,
)
from companion.exchange.papers.csv_tables import case_table, comparison_table
from companion.exchange.redaction import Audience, extracted, on_screen
from companion.exchange.render.csv import write_csv
from companion.exchange.render.html import write_html
from companion.exchange.render.markdown import write_markdown
from companion.exchange.render.text import write_text
from companion.words import exchange as words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.domain.case import Case
    from companion.domain.pack import PackItem
    from companion.exchange.redaction import SharedCase
    from companion.exchange.render.document import Document

PAGE, LINES, MARKDOWN = "html", "text", "markdown"
"""To print, to paste, to edit."""
FORMS = (MARKDOWN, LINES, PAGE)
"""Forms a paper can have."""
TABLE = "csv"
"""For a spreadsheet: the whole case, or the opinions side by side."""
FORMATS = (*FORMS, "json", TABLE, "ics")
"""All forms; the last three hold the whole case."""

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""Seen from here the first visit that has not begun is the next one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """What is to be written."""

    format: str
    """markdown, text, html, json, csv or ics."""
    paper: str = CASE
    """Which paper."""
    audience: str = Audience.ME
    """me, doctor or family."""
    raw: bool = False
    """CSV: leave cells that look like formulas as they are."""
    now: datetime | None = None
    """The time, for which visit is the next one; None takes the first that has not begun."""
    letters: Mapping[str, PackItem] = field(default_factory=dict)
    """The letters of the guidance by the paper they are (`letters_of`)."""
    visit_id: str | None = None
    """The visit a summary tells of; the latest when nobody names one."""
    large: bool = False
    """In large letters, for a page to print."""
    on_screen: bool = False
    """To be read at once, not kept: without what is on no screen yet."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A document, and what is to be said about it."""

    data: bytes
    """The document."""
    remarks: tuple[str, ...] = ()
    """One sentence each."""


def needs_letter(paper: str) -> bool:
    """Whether a paper is made of a letter of the guidance."""
    return paper not in WITHOUT_LETTER


def _written(document: Document, wanted: ExportRequest) -> bytes:
    if wanted.format == PAGE:
        return write_html(document, large=wanted.large)
    return write_text(document) if wanted.format == LINES else write_markdown(document)


def _refuse_what_is_not(wanted: ExportRequest) -> None:
    known = dict.fromkeys((*PAPERS, *wanted.letters))
    if wanted.paper not in known:
        raise ExportRefusedError(words.no_paper(wanted.paper, tuple(known)))
    as_table = (wanted.format, wanted.paper) == (TABLE, COMPARISON)
    if wanted.format not in FORMS and wanted.paper != CASE and not as_table:
        raise ExportRefusedError(words.no_such_form(wanted.paper, wanted.format))


def document_of(extract: SharedCase, wanted: ExportRequest) -> Document:
    """A paper before it has a form.

    Raises:
        ExportRefusedError: No guidance has that letter.
    """
    document = write_paper(
        extract,
        PaperWanted(
            paper=wanted.paper,
            now=wanted.now or LONG_AGO,
            letters=wanted.letters,
            visit_id=wanted.visit_id,
            large=wanted.large,
        ),
    )
    if document is None:
        raise ExportRefusedError(words.no_letter(wanted.paper))
    return document


def export(case: Case, wanted: ExportRequest) -> Exported:
    """Write a case for somebody.

    Raises:
        ExportRefusedError: There is no such paper, or not in that form.
    """
    _refuse_what_is_not(wanted)
    extract = extracted(case, Audience(wanted.audience))
    if wanted.format in FORMS:
        shown = on_screen(extract) if wanted.on_screen else extract
        document = document_of(shown, wanted)
        kept_off = (words.OFF_SCREEN,) if shown.case != extract.case else ()
        remarks = (*extract.remarks, *kept_off, *document.remarks)
        return Exported(_written(document, wanted), remarks)
    if wanted.format == TABLE:
        rows = comparison_table(extract) if wanted.paper == COMPARISON else case_table(extract)
        data, guarded = write_csv(rows, raw=wanted.raw)
        remarks = (words.guarded(guarded),) if guarded else ()
        return Exported(data, (*extract.remarks, *remarks))
    write = write_json if wanted.format == "json" else write_calendar
    return Exported(write(extract), extract.remarks)


def json_schema() -> bytes:
    """The JSON Schema that every JSON export fits."""
    return export_schema()
