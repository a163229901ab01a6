"""A letter of the guidance, filled with the case's own words.

The letter is parsed as Markdown before anything is filled in, so that no text of the user is taken
for markup.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from companion.exchange.render.document import Document, Heading, Item, Items, Paragraph
from companion.markdown import Block as Written
from companion.markdown import TextRefusedError, blocks
from companion.words import letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from companion.exchange.render.document import Block

    Places = Mapping[str, tuple[str, ...]]
    """Texts of the merge fields, by name; empty where nothing is known."""

_PLACE = re.compile(r"\{([a-z_]{1,40})\}")
_LABELLED = re.compile(r"([^{}:?]{1,60}[:?]) (\{[a-z_]{1,40}\})")
_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_SENTENCE_ENDS = (".", "?", "!")
LISTED = frozenset(
    {"medicines", "allergies", "records", "records_there", "results", "timeline", "steps"}
)
"""Merge fields that hold names of things."""
_NUMBERED = "questions"
"""The list that is numbered, so that an answer can name its question."""


def joined(texts: tuple[str, ...], *, listed: bool = False) -> str:
    """Return texts on one line: sentences one after the other, others separated by a semicolon.

    Args:
        texts: Each on one line.
        listed: Whether they are names of things, as medicines are; else each may be a sentence,
            and one that begins with a capital letter comes after a full stop.
    """
    line = ""
    for text in texts:
        line += f"{_between(line, text, listed=listed)}{text}"
    return line


def _between(line: str, text: str, *, listed: bool) -> str:
    if not line:
        return ""
    if line.endswith(_SENTENCE_ENDS) or text.startswith("("):
        return " "
    bare = line.rstrip(",;: ")
    is_sentence = not listed and text[:1].isupper() and " " in bare
    return ". " if is_sentence and bare == line else "; " if bare == line else " "


def places_in(body: str) -> tuple[str, ...]:
    """Return the names of the merge fields of a letter."""
    return tuple(_PLACE.findall(body))


def addressed(body: str, places: Places) -> str:
    """Address a letter to the doctor who is known, where it greets only the one who is not."""
    for to, known in (("clinician", "other_clinician"), ("other_clinician", "clinician")):
        greeting = f"{{{to}}},"
        once = body.count(f"{{{to}}}") == 1 and f"{{{known}}}" not in body
        if once and greeting in body and not places.get(to) and places.get(known):
            return body.replace(greeting, f"{{{known}}},")
    return body


class Letter:
    """Fills in one letter.

    Args:
        body: Its Markdown.
        places: Texts of the merge fields.
        terse: Leave out sentences without a text; else an empty field is a line to fill in.
        room: Lines to write an answer on under each question.
        numbers: The questions' own numbers; without any they are counted.
    """

    def __init__(
        self,
        body: str,
        places: Places,
        *,
        terse: bool = False,
        room: int = 0,
        numbers: tuple[str, ...] = (),
    ) -> None:
        self._written = _read(body)
        self._places = places
        self._terse = terse
        self._room = room
        self._numbers = numbers
        self.blanks = 0
        """How many lines are left to fill in by hand, once the blocks are made."""

    def blocks(self) -> list[Block]:
        """Return the blocks of the letter, filled in."""
        self.blanks = 0
        made: list[Block] = []
        items: list[Item] = []
        for each in self._written:
            if each.kind != "item" and items:
                made.append(Items(tuple(items)))
                items = []
            if each.kind == "item":
                items += [Item(text) for text in self._filled(each.text)]
            else:
                made += self._block(each)
        made += [Items(tuple(items))] if items else []
        self.blanks += sum(text.count(letters.BLANK) for text in _texts(made))
        return _without_empty_parts(made) if self._terse else made

    def _block(self, written: Written) -> Iterable[Block]:
        alone = _PLACE.fullmatch(written.text)
        name = alone[1] if alone else ""
        if written.kind == "heading":
            yield Heading(written.level, written.text)
        elif name == _NUMBERED or len(self._places.get(name, ())) > 1:
            yield from self._list(name)
        elif labelled := _LABELLED.fullmatch(written.text):
            yield from (Paragraph(text, labelled[1]) for text in self._filled(labelled[2]))
        else:
            yield from (Paragraph(text) for text in self._filled(written.text))

    def _list(self, name: str) -> Iterable[Block]:
        texts = self._places.get(name, ())
        counted = self._numbers or tuple(f"{number}" for number in range(1, len(texts) + 1))
        numbers = counted if name == _NUMBERED else ("",) * len(texts)
        items = (Item(text, number) for text, number in zip(texts, numbers, strict=True))
        if texts:
            yield Items(tuple(items), room=self._room)
        elif not self._terse:
            yield Paragraph(letters.BLANK)

    def _filled(self, text: str) -> Iterable[str]:
        """Return the text with its fields filled; nothing where it would say nothing."""
        sentences = _SENTENCE.split(text) if self._terse else [text]
        said = [each for each in sentences if not self._terse or self._says(each)]
        if said:
            yield _PLACE.sub(self._value, " ".join(said))

    def _says(self, sentence: str) -> bool:
        names = _PLACE.findall(sentence)
        return not names or any(self._places.get(name) for name in names)

    def _value(self, found: re.Match[str]) -> str:
        name = found[1]
        return joined(self._places.get(name, ()), listed=name in LISTED) or letters.BLANK


@lru_cache(32)
def _read(body: str) -> tuple[Written, ...]:
    """Parse a letter; once, however often it is filled in to fit a page."""
    try:
        return blocks(body)
    except TextRefusedError as error:
        return (Written("paragraph", error.sentence, 1),)


def _texts(made: Iterable[Block]) -> Iterable[str]:
    for block in made:
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Items):
            yield from (item.text for item in block.items)


def _without_empty_parts(made: list[Block]) -> list[Block]:
    """Return the blocks without headings that nothing follows."""
    following: list[Block | None] = [*made[1:], None]
    return [
        block
        for block, after in zip(made, following, strict=True)
        if not (isinstance(block, Heading) and (after is None or isinstance(after, Heading)))
    ]


def letter_document(title: str, letter: Letter) -> Document:
    """Return a letter to send: no heading, and a remark on what is left to fill in by hand."""
    made = letter.blocks()
    remarks = (letters.to_fill_in(letter.blanks),) if letter.blanks else ()
    return Document(title, tuple(made), headed=False, remarks=remarks)
