"""The texts of the Guide: articles and lists of the packs, and each as the lines of a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.folded_text import folded, holds
from companion.domain.pack import INTRODUCTION, NOT_URGENT, Pack, PackItem
from companion.domain.reading_order import item_groups, item_of
from companion.domain.value import replace
from companion.markdown import Block, TextRefusedError, blocks
from companion.packs.citations import sources_of
from companion.services.case.library import REVIEWER
from companion.words import guidance
from companion.words import guide as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.case import CopiedText
    from companion.domain.pack import Source
    from companion.packs.catalogue import Catalogue

GLOSSARY = "glossary"
TIME = "time"
LISTS = (GLOSSARY, "support")
"""Kinds of lists that stand after a pack's articles."""


@dataclass(frozen=True, slots=True)
class GuideText:
    """One text of the Guide."""

    key: str
    """Unique: an article's id, or pack and kind."""
    title: str
    section: str
    """The heading above it in the contents."""
    packs: tuple[Pack, ...]
    """The pack it comes from; all of them for a list that is put together."""
    items: tuple[PackItem, ...]
    """The article, or the items of the list."""

    @property
    def is_article(self) -> bool:
        """Return whether it is running text, not a list."""
        return self.items[-1].kind == "article"

    @property
    def is_glossary(self) -> bool:
        """Return whether it explains words."""
        return self.items[-1].kind == GLOSSARY

    def contains(self, wanted: Iterable[str]) -> bool:
        """Return whether it holds all the words, given in small letters."""
        return all(word in self._all_words() for word in wanted)

    def _all_words(self) -> str:
        parts = [self.title]
        for item in self.items:
            parts += [item.text, item.body]
            parts += [value for values in item.fields.values() for value in values]
        return folded(" ".join(parts))


def packs_to_read(catalogue: Catalogue, chosen: tuple[str, ...]) -> tuple[Pack, ...]:
    """Return the packs of a case that are there, with those they build on; all if it names none."""
    return catalogue.chosen(chosen) if chosen else catalogue.packs


def copied_packs(texts: tuple[CopiedText, ...], gone: Iterable[str]) -> tuple[Pack, ...]:
    """Return packs that are not there any more, as far as the case has copied them."""
    found = []
    for name in gone:
        mine = [text for text in texts if text.source.startswith(f"{name}/")]
        if mine:
            items = tuple(item_of(text) for text in mine)
            found.append(
                Pack(
                    name,
                    name.capitalize(),
                    "",
                    (),
                    guidance.day_of_copy(mine[0].reviewed),
                    "",
                    items=items,
                    reviewer=mine[0].first(REVIEWER),
                )
            )
    return tuple(found)


def guide_texts(packs: tuple[Pack, ...], *, chosen: bool = False) -> tuple[GuideText, ...]:
    """Return everything there is to read: whether there is time first, then pack by pack.

    Args:
        packs: The packs.
        chosen: Whether they are those of a case: then one list says whether there is time.
    """
    if chosen:
        found = [_time_list(tuple(pack for pack in packs if pack.of_kind(TIME)))]
    else:
        found = [_time_list((pack,), pack.title) for pack in packs]
    for pack in packs:
        found += [
            GuideText(item.id, item.text, pack.title, (pack,), (item,))
            for item in pack.of_kind("article")
            if not item.group
        ]
        found += [_list(pack, kind, pack.title) for kind in LISTS]
        found.append(_introductions(pack))
    return tuple(reading for reading in found if reading is not None)


def _time_list(packs: tuple[Pack, ...], named: str = "") -> GuideText | None:
    groups = item_groups(item for pack in packs for item in pack.of_kind(TIME))
    items = tuple(replace(item, group=group.heading) for group in groups for item in group.items)
    if not items:
        return None
    # Of several packs the first one is for everybody: what it says is said of all of them.
    items = (*introductions_of(packs[0], TIME), *items)
    key = f"{packs[0].id if named else ''}:{TIME}"
    return GuideText(key, words.time_title(named), words.TIME_SECTION, packs, items)


def introductions_of(pack: Pack, kind: str) -> tuple[PackItem, ...]:
    """Return what stands above the lists of a kind."""
    files = {item.file for item in pack.of_kind(kind)}
    return tuple(item for item in pack.of_kind(INTRODUCTION) if item.file in files)


def _introductions(pack: Pack) -> GuideText | None:
    """Return what stands above the lists that are not in the Guide themselves."""
    shown = {item.file for kind in (TIME, *LISTS) for item in pack.of_kind(kind)}
    items = tuple(item for item in pack.of_kind(INTRODUCTION) if item.file not in shown)
    key = f"{pack.id}:{INTRODUCTION}"
    return GuideText(key, words.HOW_TO_USE, pack.title, (pack,), items) if items else None


def _list(pack: Pack, kind: str, section: str) -> GuideText | None:
    items = pack.of_kind(kind)
    if kind == GLOSSARY:
        items = tuple(sorted(items, key=lambda item: item.text.casefold()))
    title = words.list_title(kind, pack.title)
    if not items:
        return None
    items = (*introductions_of(pack, kind), *items)
    return GuideText(f"{pack.id}:{kind}", title, section, (pack,), items)


def matching_terms(every: Iterable[GuideText], wanted: tuple[str, ...]) -> tuple[GuideText, ...]:
    """Return each term that is explained and holds the searched words, as a text of its own.

    Terms that begin with the typed words come first: a word is looked for by its beginning.
    """
    looked_for = " ".join(wanted)
    found = [
        (reading, item)
        for reading in every
        if reading.is_glossary and wanted
        for item in reading.items
        if item.kind == GLOSSARY and all(holds(folded(item.text), word) for word in wanted)
    ]
    found.sort(key=lambda each: not folded(each[1].text).startswith(looked_for))
    return tuple(
        GuideText(f"word:{item.id}", item.text, words.WORDS_SECTION, reading.packs, (item,))
        for reading, item in found
    )


def text_blocks(reading: GuideText) -> tuple[Block, ...]:
    """Return the text as blocks."""
    if not reading.is_article:
        return tuple(_list_blocks(reading.items, reading.items[-1].kind))
    try:
        return blocks(reading.items[0].body)
    except TextRefusedError as error:
        return (Block("paragraph", error.sentence, 1),)


def _list_blocks(items: tuple[PackItem, ...], kind: str) -> Iterable[Block]:
    group = ""
    for item in items:
        if item.kind == INTRODUCTION:
            if kind == INTRODUCTION:
                yield Block("heading", item.group, item.line, 2)
            yield Block("paragraph", item.text, item.line)
            continue
        if item.group and item.group != group:
            group = item.group
            yield Block("heading", group, item.line, 2)
        mark = words.URGENT if item.urgency < NOT_URGENT else "-"
        yield Block("item", words.item(item.text, item.first("means")), item.line, 0, mark)
        for name in ("situation", "why", "say", "contact"):
            for value in item.fields.get(name, ()):
                yield Block("item", words.field(name, value), item.line)


def cited_sources(reading: GuideText, packs: Iterable[Pack]) -> tuple[Source, ...]:
    """Return the sources a text names, of its own pack and the others, each once."""
    known = {source.name: source for pack in packs for source in pack.sources}
    known |= {source.name: source for pack in reading.packs for source in pack.sources}
    found = {
        source.name: source for item in reading.items for source in sources_of(item, known.values())
    }
    return tuple(found[name] for name in sorted(found))


# A text as lines


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a text; it may be longer than a window is wide."""

    text: str
    lead: str = ""
    """What stands before its words; further lines of it are indented by as much."""
    mood: str = ""
    """`muted` or `heading`."""
    block: Block | None = None
    """The paragraph of the text it belongs to."""


def guide_page(
    blocks: Iterable[Block], cited: Iterable[Source], packs: tuple[Pack, ...]
) -> tuple[PageLine, ...]:
    """Return a text below when it was checked, its sources with their caveats, who is behind it.

    Args:
        blocks: The text.
        cited: The sources it names.
        packs: The packs it is from.
    """
    page: list[PageLine] = []
    if packs:
        checked = guidance.all_checked((pack.reviewed, pack.reviewer) for pack in packs)
        page.append(PageLine(checked, mood="muted"))
    every = tuple(blocks)
    roomy = any(block.kind == "item" and not block.marker for block in every)
    for block in every:
        begins = block.kind != "item" or (roomy and bool(block.marker))
        if begins and not (block.kind == "item" and page and page[-1].mood == "heading"):
            _gap(page)
        mood = "heading" if block.kind == "heading" else ""
        lead = _lead(block)
        page += [PageLine(line, lead, mood, block) for line in block.text.split("\n")]
    _add_sources(page, tuple(cited))
    _gap(page)
    for pack in packs:
        said = guidance.behind(pack.title, pack.next_review, pack.funding, pack.country)
        page.append(PageLine(said, mood="muted"))
    page.append(PageLine(words.NOT_ADVICE_SENTENCE))
    return tuple(page)


def _lead(block: Block) -> str:
    indent = "  " * block.level
    leads = {
        "item": f"{indent}{block.marker or ' ':<2} ",
        "quote": "| ",
        "code": "    ",
    }
    return leads.get(block.kind, "")


def _gap(page: list[PageLine]) -> None:
    """Add an empty line, never a second one."""
    if page and page[-1].text:
        page.append(PageLine(""))


def _add_sources(page: list[PageLine], cited: tuple[Source, ...]) -> None:
    if not cited:
        return
    _gap(page)
    page.append(PageLine(words.SOURCES, mood="heading"))
    for source in cited:
        said = words.source(source.name, source.title, source.where, source.read)
        page.append(PageLine(said, "- "))
        if source.caveat:
            page.append(PageLine(words.caveat(source.caveat), "  "))
