"""Words that attack a page do nothing in a real browser, wherever somebody wrote them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest

from companion.domain.changes import rows, table_names, with_rows
from companion.domain.entity import BOOKKEEPING
from companion.domain.note import NumberCard, TeachBack
from companion.domain.text import clean
from companion.domain.value import replace
from companion.exchange.papers.catalogue import PAPERS, ExportRequest
from companion.services.transfer.exports import export
from tests.browser.browser import document_of
from tests.support.corpora import needed
from tests.support.example_case import example_case
from tests.support.guidance import letters_at_hand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from companion.domain.case import Case

NEVER = frozenset(
    {
        *("script", "iframe", "object", "embed", "svg", "math", "form", "img", "link", "base"),
        *("video", "audio", "input", "button", "a", "template", "frame", "frameset", "applet"),
        *("select", "textarea", "source", "track", "marquee", "details", "dialog", "area"),
    }
)
"""Elements that do something, or load something."""
ADDRESSES = ("javascript:", "data:", "http:", "https:", "//", "vbscript:")
NO_WORDS = frozenset(
    {
        *("at", "kind", "state", "priority", "role", "status", "origin"),
        *("decide_by", "due", "clock", "carried_to", "covered"),
        *("note_ids", "records_seen", "answers", "stamps", "base", "versions"),
    }
)
"""Fields with a form of their own."""


class Elements(HTMLParser):
    """Counts what acts."""

    def __init__(self) -> None:
        super().__init__()
        self.acting: list[str] = []
        self.events: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in NEVER:
            self.acting.append(tag)
        for name, value in attrs:
            if name.startswith("on"):
                self.events.append(name)
            if (value or "").strip().lower().startswith(ADDRESSES):
                self.addresses.append(f"{name}={value}")


def found_in(page: str) -> Elements:
    elements = Elements()
    elements.feed(page)
    elements.close()
    return elements


def _filled(value: Any, text: str) -> Any:  # noqa: ANN401
    """An entity, or a part of one, with that text wherever it has words."""
    values: dict[str, Any] = {}
    for name in value.__struct_fields__:
        if name not in BOOKKEEPING | NO_WORDS and not name.endswith(("id", "_at", "_on")):
            values[name] = _said(getattr(value, name), text)
    return replace(value, **values)


def _said(old: Any, text: str) -> Any:  # noqa: ANN401
    """That text in place of words; a pair keeps its name."""
    if type(old) is str:
        return text
    if isinstance(old, NumberCard | TeachBack):
        return _filled(old, text)
    if not isinstance(old, tuple) or not old:
        return old
    if all(type(each) is str for each in old):
        return (text,)
    return tuple((each[0], text) if isinstance(each, tuple) else each for each in old)


def saying_everywhere(text: str) -> Case:
    """The example with that text in every field a person can write."""
    case = example_case()

    def everywhere(file: Any) -> Any:  # noqa: ANN401
        filled = {
            name: tuple(_filled(each, text) for each in rows(file, name))
            for name in table_names(type(file))
        }
        return with_rows(file, filled)

    return replace(case, file=everywhere(case.file), visits=tuple(map(everywhere, case.visits)))


def payloads() -> list[str]:
    lines = needed("dompurify-xss/xss_payloads.jsonl").read_text("utf-8").split("\n")
    return [clean(json.loads(line)["payload"]) for line in lines if line]


@pytest.mark.parametrize("paper", PAPERS)
def test_hostile_words_in_every_field_make_no_element_and_no_address(
    tmp_path: Path, paper: str
) -> None:
    case = saying_everywhere("\n".join(payloads()))
    wanted = ExportRequest(
        format="html",
        paper=paper,
        letters=letters_at_hand(),
        now=datetime(2026, 12, 4, 9, 0, tzinfo=UTC),
    )
    page = export(case, wanted).data
    document, asked_for = document_of(tmp_path, page)
    for shown in (page.decode(), document):
        found = found_in(shown)
        assert found.acting == []
        assert found.events == []
        assert found.addresses == []
    assert asked_for == []


def test_each_hostile_text_stands_in_the_page_as_it_was_written() -> None:
    class Words(HTMLParser):
        text = ""

        def handle_data(self, data: str) -> None:
            self.text += data

    for text in payloads():
        words = Words()
        words.feed(export(saying_everywhere(text), ExportRequest(format="html")).data.decode())
        assert words.text.count(text) > 20


def test_what_acts_would_be_seen(tmp_path: Path) -> None:
    shown, _ = document_of(
        tmp_path, b"<head></head><svg onload=x></svg><a href='javascript:x'>a</a>"
    )
    found = found_in(shown)
    assert found.acting == ["svg", "a"]
    assert found.events == ["onload"]
    assert found.addresses == ["href=javascript:x"]


def places_of(value: Any, place: str, without: str) -> Iterator[str]:  # noqa: ANN401
    """Where in a JSON value words stand that are not those."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from places_of(each, name, without)
    elif isinstance(value, list):
        for each in value:
            yield from places_of(each, f"{place}[]", without)
    elif isinstance(value, str) and value not in {"", without}:
        yield place


def test_every_place_for_words_is_tried() -> None:
    data = export(saying_everywhere("hostile"), ExportRequest(format="json")).data
    places = set(places_of(json.loads(data), "", "hostile"))
    ids = {each for each in places if each.endswith(("id", "ids[]", "_at", "_on"))}
    of_a_form = {"format", "key", "name", "result", "verdict", "other_opinion_known", "why[]"}
    assert places - ids - NO_WORDS <= of_a_form | {"records_seen[]"}
