"""Checking numbers in notes for what may be missing; it never interprets them."""

from __future__ import annotations

import re
from enum import StrEnum


class NumberGap(StrEnum):
    """A detail that is missing beside a number."""

    UNIT = "unit"
    HOW_OFTEN = "how_often"
    YEAR = "year"


_NUMBER = re.compile(r"(?<![\w.,/:-])\d+(?:[.,]\d+)?(?![\w/:]|[.,-]\d)")
_DOSE = re.compile(
    r"\d\s*(?:mg|g|mcg|µg|μg|ml|iu|units?|tablets?|pills?|drops?|puffs?|capsules?)\b",
    re.IGNORECASE,
)
_HOW_OFTEN = re.compile(
    r"\b(?:daily|weekly|monthly|hourly|once|twice|thrice|every|each|per|a (?:day|week|month|year)"
    r"|times|morning|evening|night|noon|when needed|as needed|before|after)\b|/",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = re.compile(rf"\b(?:\d{{1,2}}\.? {_MONTH}|{_MONTH} \d{{1,2}})\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HAS_UNIT = re.compile(r"\s*(?:%|°|‰|(?:in|out of|of|to|from|and|or)\s+\d|[^\W\d_])", re.IGNORECASE)


def _lacks_unit(text: str) -> bool:
    without_dates = _YEAR.sub("", _DATE.sub("", text))
    return any(
        not _HAS_UNIT.match(without_dates, found.end())
        for found in _NUMBER.finditer(without_dates)
        if not re.search(r"\b(?:in|out of|of)\s+\Z", without_dates[: found.start()])
    )


def gaps(text: str) -> tuple[NumberGap, ...]:
    """Return the details a reader may want to ask for, given the numbers in a text."""
    found = []
    if _lacks_unit(text):
        found.append(NumberGap.UNIT)
    if _DOSE.search(text) and not _HOW_OFTEN.search(text):
        found.append(NumberGap.HOW_OFTEN)
    if _DATE.search(text) and not _YEAR.search(text):
        found.append(NumberGap.YEAR)
    return tuple(found)
