"""The Guide: contents at the left, a text at the right, *not medical advice* always in view."""

from __future__ import annotations

from functools import partial
from itertools import product
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import on
from textual.containers import Horizontal, Vertical

from companion.domain.date_input import day_of
from companion.domain.folded_text import folded
from companion.services.guide import (
    GuideText,
    cited_sources,
    copied_packs,
    guide_texts,
    matching_terms,
    packs_to_read,
    text_blocks,
)
from companion.ui.guide.text_rows import contents_rows, marked, places_found, text_rows
from companion.ui.rooms.bindings import bindings_for
from companion.ui.rooms.chrome import ROOM_FOR_BOTH
from companion.ui.rooms.room import Room
from companion.ui.rooms.typed_words import WordReceiver
from companion.ui.terminal.line_input import LineInput
from companion.ui.widgets.line_list import LineList, Row
from companion.ui.widgets.reader import Reader
from companion.ui.widgets.rule_title import rule_title
from companion.words import guide as words
from companion.words.days import short_day

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.pack import Pack
    from companion.markdown import Block


GAPS = 3
"""Columns at both ends of the top line and between its halves."""


class GuideScreen(Room):
    """Articles, glossary, support and *is there time?* of the packs of the case."""

    NAME = "guide"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("guide")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (100, "-wide")]
    DEFAULT_CSS = """
    GuideScreen #left { width: 29; margin-right: 1; }
    GuideScreen #reader { width: 1fr; max-width: 78; }
    GuideScreen.-wide #left { width: 36; }
    GuideScreen.-narrow #left { width: 1fr; margin-right: 0; }
    GuideScreen.-narrow #reader { display: none; }
    GuideScreen.-narrow.-reading #left { display: none; }
    GuideScreen.-narrow.-reading #reader { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.word_receiver = WordReceiver(
            self.say, has_line=lambda: True, take=self._search_for_words
        )
        self._search = LineInput(id="search", placeholder=words.SEARCH)
        self._contents = LineList(id="contents")
        self._reader = Reader(id="reader", classes="ruled", marker=False)
        self._packs: tuple[Pack, ...] = ()
        self._all: dict[str, GuideText] = {}
        self._found: dict[str, GuideText] = {}
        self._places: tuple[int, ...] = ()
        self._at = 0
        self._blocks: dict[str, tuple[Block, ...]] = {}

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what carries out each command of the Guide."""
        return {
            **super().commands(),
            "guide.next_text": partial(self._contents.action_move, 1),
            "guide.previous_text": partial(self._contents.action_move, -1),
            "guide.search": self._begin_search,
            "guide.back": self._back,
        }

    def compose_body(self) -> ComposeResult:
        """Lay out search and contents beside the text."""
        with Horizontal():
            with Vertical(id="left", classes="ruled"):
                yield self._search
                yield self._contents
            yield self._reader

    def opened(self) -> None:
        """Open at the first text."""
        file, catalogue = self.session.file, self.host.catalogue()
        gone = [name for name in file.head.packs if catalogue.head(name) is None]
        chosen = packs_to_read(catalogue, file.head.packs)
        self._packs = (*chosen, *copied_packs(file.texts, gone))
        texts = guide_texts(self._packs, chosen=bool(file.head.packs))
        self._all = {reading.key: reading for reading in texts}
        self._search.entered = self._contents.chosen = self._read
        self._contents.beside_field = True
        self._search.focus()
        self._reader.chosen = lambda _: self._show_place(self._at + 1)
        if gone:
            self.say(words.gone(", ".join(gone)))

    @property
    def wanted(self) -> tuple[str, ...]:
        """The searched words in small letters, without the key that searches elsewhere."""
        return tuple(folded(self._search.value.removeprefix("/")).split())

    def top_line(self) -> tuple[str, str]:
        """Return the room's name, the day to decide by, and what the room is not."""
        rights = self._not_advice()
        day = day_of(self.session.file.head.decide_by)
        if day is not None:
            told = short_day(day, self.session.context.today())
            lefts = words.with_decide_by(told), words.with_decide_by(told, short=True)
            for left, right in product(lefts, rights):
                if cell_len(left) + cell_len(right) + GAPS <= self.chrome.top_width:
                    return left, right
        return words.TITLE, rights[0]

    def _not_advice(self) -> tuple[str, ...]:
        """Return what the room is not, the longest form that has room first."""
        if self.chrome.top_width < ROOM_FOR_BOTH:
            # Who has read them stands above each text as well.
            return (words.NOT_ADVICE_SHORT,)
        read = bool(self._packs) and all(pack.reviewer for pack in self._packs)
        return (words.NOT_ADVICE if read else words.NOT_ADVICE_NOT_READ), words.NOT_ADVICE_SHORT

    def hint(self) -> str:
        """Return what can be done now."""
        if not self.has_class("-reading"):
            return words.CONTENTS_HINT
        return words.FOUND_HINT if len(self._places) > 1 else words.READER_HINT

    def show_body(self) -> None:
        """Show the contents, as far as they have the searched words, and the text at hand."""
        self._show_contents()
        self._show_text()

    def _show_contents(self) -> None:
        wanted = self.wanted
        found = [
            *matching_terms(self._all.values(), wanted),
            *(reading for reading in self._all.values() if reading.contains(wanted)),
        ]
        self._found = {reading.key: reading for reading in found}
        title = words.search_title(len(found)) if wanted else words.CONTENTS
        self.query_one("#left", Vertical).border_title = rule_title(title)
        counts = {
            each.key: len(marked(self._text(each), wanted))
            for each in found
            if wanted and each.key in self._all
        }
        rows = contents_rows(found, counts, with_meaning=self.has_class("-narrow"))
        if not found:
            said = words.NOTHING_FOUND if self._all else words.NO_PACKS
            rows = (Row("none", said, lead=" ", mood="muted", selectable=False),)
        self._contents.show(rows)

    def _text(self, reading: GuideText) -> tuple[Block, ...]:
        """Return a text as blocks, read once."""
        if reading.key not in self._blocks:
            self._blocks[reading.key] = text_blocks(reading)
        return self._blocks[reading.key]

    def _show_text(self) -> None:
        reading = self._found.get(self._contents.cursor_key or "")
        if reading is None:
            self._places = ()
            self._reader.border_title = None
            self._reader.show(())
            return
        cited = cited_sources(reading, self._packs)
        rows = text_rows(self._text(reading), cited, reading.packs, self.wanted)
        self._places = places_found(rows)
        self._reader.show(rows)
        self._show_place(0)

    def _show_place(self, at: int) -> None:
        """Scroll to one of the places with the searched words, the first after the last.

        Without such places, 0 scrolls to the top and any other number does nothing.
        """
        reading = self._found.get(self._contents.cursor_key or "")
        if reading is None:
            return
        count = len(self._places)
        self._at = at % count if count else 0
        title = reading.title
        self._reader.border_title = rule_title(words.at_place(title, self._at + 1, count))
        if self._places:
            self._reader.show_row(self._places[self._at])
        elif not at:
            self._reader.show_row(0)

    def on_resize(self) -> None:
        """Show meanings in the list where one pane has no room beside the other."""
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        self._show_contents()
        if self._places:
            self._show_place(self._at)

    # Keys

    @on(LineInput.Changed, "#search")
    def _narrow(self) -> None:
        self.say("")
        self._show_contents()
        if self.wanted and self._found:
            self._contents.go_to(next(iter(self._found)))
        self._show_text()

    def _read(self, _: str = "") -> None:
        """Read the text at the cursor, for all that was typed before Enter."""
        self._show_contents()
        if self._contents.cursor_key is not None:
            self.add_class("-reading")
            self._contents.mark_cursor(marked=False)
            self._reader.focus()
            self.chrome.show_last()

    @on(LineList.Moved, "#contents")
    def _another(self) -> None:
        self._show_text()

    def _begin_search(self) -> None:
        self.remove_class("-reading")
        self._contents.mark_cursor(marked=True)
        self._search.focus()
        self.chrome.show_last()

    def _back(self) -> None:
        """Go from the text to the contents; there, show all texts again."""
        if not self.has_class("-reading") and self.wanted:
            self._search.value = ""
            self.say("")
            self.show_body()
        self._begin_search()

    def typed_instead(self, text: str) -> None:
        """Search for a letter that was typed after Ctrl+G."""
        self._begin_search()
        self._search.paste(text)

    def _search_for_words(self, text: str) -> bool:
        self.typed_instead(text)
        return True
