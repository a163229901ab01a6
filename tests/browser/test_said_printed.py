"""What was said comes out of a printer on one sheet, however much was said."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from companion.exchange.papers.catalogue import SAID, ExportRequest
from companion.services.transfer.exports import export
from tests.browser.browser import printed
from tests.browser.crowded import WORDS, crowded_case
from tests.browser.test_printed import SIZES, WIDE_LETTERS
from tests.support.corpora import Consultation, each_of
from tests.support.said_talks import ACI, NOW, PRIMOCK, case_of, named

if TYPE_CHECKING:
    from pathlib import Path

    from companion.domain.case import Case

LONG = os.environ.get("COMPANION_LONG") == "1"
TALKS = [*PRIMOCK, *ACI] if LONG else [*PRIMOCK[:1], *ACI[:1]]
KINDS = list(WORDS) if LONG else list(WORDS)[:1]


def page_of(case: Case, *, large: bool = False) -> bytes:
    request = ExportRequest(format="html", paper=SAID, now=NOW, large=large)
    return export(case, request).data


@pytest.mark.parametrize("talk", each_of("primock57 and aci-bench", TALKS), ids=named)
def test_a_talk_fits_one_sheet_and_in_large_letters_two(tmp_path: Path, talk: Consultation) -> None:
    case = case_of(talk)
    assert printed(tmp_path, page_of(case), "letter", WIDE_LETTERS).pages == 1
    if LONG:
        assert printed(tmp_path, page_of(case), "A4", WIDE_LETTERS).pages == 1
        assert printed(tmp_path, page_of(case, large=True), "letter", WIDE_LETTERS).pages <= 2


@pytest.mark.parametrize("size", SIZES if LONG else ["A4"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_crowded_visit_fits_as_well(tmp_path: Path, kind: str, size: str) -> None:
    case = crowded_case(kind)
    assert printed(tmp_path, page_of(case), size, WIDE_LETTERS).pages == 1
    assert printed(tmp_path, page_of(case, large=True), size, WIDE_LETTERS).pages <= 2
