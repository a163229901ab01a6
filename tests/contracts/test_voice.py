"""One thing has one word, in American spelling, on screens, papers, in packs and in the README."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from companion.packs.lint import language
from tests.contracts.source import Source, doc_strings, sources

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]

RETIRED = {
    r"ways? on|ways? open to|open to (?:me|you) now": "option, next step",
    r"refined|cannot tell yet|not looked at yet": "more exact, can't tell yet, not compared yet",
    r"(?<!of )(?<!knew )another opinion": "second opinion",
    r"present (?:doctor|plan|opinion)s?": "current doctor, current plan",
    r"(?<![{_])(?<!by a )(?<!no )(?<!the )(?<!let a )clinicians?": "doctor",
    r"somebody|nobody|whom|whoever": "someone, no one, who",
    r"call(?:ed)? off": "cancel, canceled",
    r"(?:my|your|his|her|the insurer's) yes": "permission, approval",
    r"carried (?:over|to)": "ask later",
    r"read back|read the answers through": "go over the answers",
    r"always fit": "5 questions for any news",
    r"for me only": "not in copies",
    r"which way we lean|why we decided": "where we're leaning; what we decided, and why",
    r"goal of this visit": "goal for this visit",
    r"freeze|frozen at|set down": "lock",
    r"how we found them": "our impressions",
    r"(?:take|taken) back|done again": "undo, redo",
    r"tick(?:s|ed)?": "select",
    r"begun|digits?": "started, number",
    r"oops|successfully|simply|invalid": "nothing at all",
    r"for ever": "forever",
    r"no day yet|one sheet": "no date yet, one page",
}
"""What is not said any more, and what is said in its place."""
BRITISH = (
    r"\w*(?:tumour|haem|leukaem|anaesth|oestrog|colour|favour|behaviour|diarrhoea|paediat|gynaec"
    r"|orthopaed|oedema|foetus|labour|neighbour)\w*|centres?|metres?|litres?|fibres?|theatres?"
    r"|practis(?:e|es|ed|ing)|licences?|judgements?|whilst|programmes?|cheques?|grey|travell\w+"
    r"|cancell(?:ed|ing)|counsell\w+|\w{3,}(?:organis|recognis|realis|specialis|analys)(?:e|ed|es|ing)"
)
AS_IT_STANDS_IN_PRINT = re.compile(
    r"^ +- (?:source|contact): .*$|^ +(?:- )?(?:title|where|name): .*$"
    r"|(?:Irish |National )?Haemophilia (?:Society|Council|Consortium)|Leukaemia Care",
    re.MULTILINE,
)
"""Titles, journals and names of others are not ours to spell."""
FIXED = ("Somebody has this case open in another window; nothing was changed.",)
"""Sentences that other programs may look for."""
NAME = re.compile(r"[a-z_.-]+")
"""A name in JSON, an id, a key of a mapping: not read, or the same word as ever."""
CODE = re.compile(r"```.*?```|`[^`]*`|<!--.*?-->|<[^>]+>", re.DOTALL)


def _texts(source: Source) -> Iterator[tuple[str, str]]:
    passed_over = doc_strings(source.tree)
    for node in ast.walk(source.tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in passed_over
            and not NAME.fullmatch(node.value)
            and node.value not in FIXED
        ):
            yield f"{source.name}:{node.lineno}", node.value


@cache
def _read() -> tuple[tuple[str, str], ...]:
    """Place and text of all that a user reads."""
    return tuple(_every())


def _every() -> Iterator[tuple[str, str]]:
    for source in sources():
        if "/words/" in source.name and source.path.stem != "outlook":
            yield from _texts(source)
    for path in sorted((ROOT / "content").rglob("*.md")):
        text = AS_IT_STANDS_IN_PRINT.sub("", path.read_text("utf-8"))
        for number, line in enumerate(CODE.sub("", text).splitlines(), 1):
            yield f"{path.relative_to(ROOT)}:{number}", line
    for name in ("README.md", "screenshots/README.md"):
        text = CODE.sub("", (ROOT / name).read_text("utf-8"))
        yield from ((f"{name}:{n}", line) for n, line in enumerate(text.splitlines(), 1))


def found(pattern: str) -> list[str]:
    """Where a pattern is said."""
    sought = re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)
    return [f"{place} {text.strip()[:90]}" for place, text in _read() if sought.search(text)]


@pytest.mark.parametrize(("pattern", "instead"), RETIRED.items())
def test_a_word_that_was_given_up_is_said_nowhere(pattern: str, instead: str) -> None:
    assert found(pattern) == [], f"say: {instead}"


def test_words_are_spelled_as_in_america() -> None:
    assert found(BRITISH) == []


def test_quotes_are_straight_and_nothing_is_shouted() -> None:
    own = [(place, text) for place, text in _read() if place.startswith("companion")]
    assert [place for place, text in own if re.search("[“”‘’]", text)] == []
    assert [f"{place} {text}" for place, text in own if re.search(r"[a-z]!(?:\s|$)", text)] == []


def test_what_the_program_says_is_plain() -> None:
    said = [
        text
        for place, text in _read()
        if place.startswith("companion") and re.match(r"[A-Z].* .*[.?]\Z", text, re.DOTALL)
    ]
    assert language.count(said).grade <= language.HIGHEST_GRADE
