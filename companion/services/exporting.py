"""A case as a file for somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from companion.exchange.calendar_out import write_calendar
from companion.exchange.case_json import write_json
from companion.exchange.csv import write_csv
from companion.exchange.errors import ExportRefusedError
from companion.exchange.extract import Audience, extracted
from companion.exchange.html import write_html
from companion.exchange.markdown import write_markdown
from companion.exchange.papers import case_paper, comparison_paper, doctor_paper
from companion.exchange.schema import export_schema
from companion.exchange.table import case_table
from companion.exchange.text import write_text
from companion.words import exchange as words

if TYPE_CHECKING:
    from companion.domain.case import Case
    from companion.exchange.document import Document
    from companion.exchange.extract import Extract

CASE = "case"
PAPERS = (CASE, "doctor", "comparison")
"""Papers that can be written."""
WRITERS = {"markdown": write_markdown, "text": write_text, "html": write_html}
"""Forms a paper can have."""
FORMATS = (*WRITERS, "json", "csv", "ics")
"""All forms; the last three hold the whole case."""

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""Seen from here the first visit that has not begun is the next one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
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


@dataclass(frozen=True, slots=True)
class Exported:
    """A document, and what is to be said about it."""

    data: bytes
    """The document."""
    remarks: tuple[str, ...] = ()
    """One sentence each."""


def _paper(extract: Extract, wanted: Wanted) -> Document:
    if wanted.paper == "doctor":
        return doctor_paper(extract, wanted.now or LONG_AGO)
    return comparison_paper(extract) if wanted.paper == "comparison" else case_paper(extract)


def export(case: Case, wanted: Wanted) -> Exported:
    """Write a case for somebody.

    Raises:
        ExportRefusedError: There is no such paper, or not in that form.
    """
    if wanted.paper not in PAPERS:
        raise ExportRefusedError(words.no_paper(wanted.paper, PAPERS))
    if wanted.format not in WRITERS and wanted.paper != CASE:
        raise ExportRefusedError(words.no_such_form(wanted.paper, wanted.format))
    extract = extracted(case, Audience(wanted.audience))
    if wanted.format in WRITERS:
        data = WRITERS[wanted.format](_paper(extract, wanted))
        return Exported(data, extract.remarks)
    if wanted.format == "csv":
        data, guarded = write_csv(case_table(extract), raw=wanted.raw)
        remarks = (words.guarded(guarded),) if guarded else ()
        return Exported(data, (*extract.remarks, *remarks))
    write = write_json if wanted.format == "json" else write_calendar
    return Exported(write(extract), extract.remarks)


def json_schema() -> bytes:
    """The JSON Schema that every JSON export fits."""
    return export_schema()
