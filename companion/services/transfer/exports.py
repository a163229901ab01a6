"""Exports: a case as a file for an audience.

How tables, JSON and calendars are written is read when one is asked for: papers are made without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.value import Value
from companion.exchange.papers.catalogue import (
    COMPARISON,
    FORMS,
    LINES,
    OPTIONS,
    PAGE,
    TABLE,
    ExportRequest,
    write_paper,
)
from companion.exchange.redaction import Audience, for_audience, on_screen
from companion.exchange.render.html import write_html
from companion.exchange.render.markdown import write_markdown
from companion.exchange.render.text import write_text
from companion.words import exchange as words

if TYPE_CHECKING:
    from companion.domain.case import Case
    from companion.exchange.redaction import SharedCase


class ExportResult(Value):
    """Result of an export."""

    data: bytes
    remarks: tuple[str, ...] = ()
    """Sentences for the user on what was left out or changed."""


def export(case: Case, request: ExportRequest) -> ExportResult:
    """Write a case for an audience.

    Raises:
        ExportRefusedError: There is no such paper, or not in that format.
    """
    request.check()
    shared = for_audience(case, Audience(request.audience))
    if request.format in FORMS:
        return _paper(shared, request)
    if request.format == TABLE:
        return _table(shared, request)
    if request.format == "json":
        from companion.exchange.json.case_export import write_json  # noqa: PLC0415

        return ExportResult(write_json(shared), shared.remarks)
    from companion.exchange.calendar.write import write_calendar  # noqa: PLC0415

    return ExportResult(write_calendar(shared), shared.remarks)


def _table(shared: SharedCase, request: ExportRequest) -> ExportResult:
    from companion.exchange.papers import csv_tables  # noqa: PLC0415
    from companion.exchange.papers.csv_tables import write_csv  # noqa: PLC0415

    tables = {COMPARISON: csv_tables.comparison_table, OPTIONS: csv_tables.decision_table}
    rows = tables.get(request.paper, csv_tables.case_table)(shared)
    data, guarded = write_csv(rows, raw=request.raw)
    remarks = (words.guarded(guarded),) if guarded else ()
    return ExportResult(data, (*shared.remarks, *remarks))


def _paper(shared: SharedCase, request: ExportRequest) -> ExportResult:
    shown = on_screen(shared) if request.on_screen else shared
    document = write_paper(shown, request)
    kept_off = (words.OFF_SCREEN,) if shown.case != shared.case else ()
    remarks = (*shared.remarks, *kept_off, *document.remarks)
    if request.format == PAGE:
        return ExportResult(write_html(document, large=request.large), remarks)
    write = write_text if request.format == LINES else write_markdown
    return ExportResult(write(document), remarks)
