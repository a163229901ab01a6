"""`guide`: list the texts of the guidance, or print those with some words in their titles."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import click

from companion.cli.errors import RefusedError
from companion.cli.home_option import command_context, with_home
from companion.cli.io import print_lines
from companion.domain.folded_text import folded, holds
from companion.services.guide import cited_sources, guide_page, guide_texts, text_blocks
from companion.words import commands as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.domain.pack import Pack
    from companion.services.guide import GuideText

WIDTH = 78
"""Columns of a line, so that it fits every window of the usual size."""


@click.command("guide")
@with_home
@click.argument("wanted", nargs=-1, metavar="[WORDS]")
@click.option("--pack", "packs", multiple=True, metavar="P")
def command(wanted: tuple[str, ...], packs: tuple[str, ...]) -> None:
    """List the texts, or print those that are meant."""
    context = command_context()
    context.refuse_unknown(packs)
    catalogue = context.catalogue
    chosen = catalogue.chosen(packs) if packs else catalogue.packs
    texts = guide_texts(chosen, chosen=bool(packs))
    if not wanted:
        print_lines(_contents(texts))
        return
    found = _meant(texts, tuple(folded(" ".join(wanted)).split()))
    if not found:
        raise RefusedError(words.NO_TEXT)
    print_lines(line for text in found for line in _text_lines(text, chosen))


def _meant(texts: tuple[GuideText, ...], wanted: tuple[str, ...]) -> tuple[GuideText, ...]:
    """Return the texts with the words in their titles; where there are none, in the text."""

    def is_titled(text: GuideText) -> bool:
        title = folded(f"{text.section} {text.title}")
        return all(holds(title, word) for word in wanted)

    return tuple(filter(is_titled, texts)) or tuple(text for text in texts if text.contains(wanted))


def _contents(texts: Iterable[GuideText]) -> Iterator[str]:
    section = ""
    for text in texts:
        if text.section != section:
            section = text.section
            yield section
        yield f"  {text.title}"


def _text_lines(text: GuideText, packs: tuple[Pack, ...]) -> Iterator[str]:
    yield text.title
    yield "=" * len(text.title)
    cited = cited_sources(text, packs)
    for line in guide_page(text_blocks(text), cited, text.packs):
        indent = " " * len(line.lead)
        parts = textwrap.wrap(line.text, WIDTH, initial_indent=line.lead, subsequent_indent=indent)
        yield from parts or [""]
    yield ""
