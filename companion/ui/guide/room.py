"""The Guide: contents at the left, a text at the right, *not medical advice* always in view."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical

from companion.services.reading import (
    Reading,
    content,
    copied_packs,
    packs_to_read,
    readings,
    sources,
)
from companion.ui.bindings import bindings_for
from companion.ui.guide.pages import contents_rows, first_found, text_rows
from companion.ui.room import Room
from companion.ui.terminal.guard import verbatim
from companion.ui.terminal.line_input import LineInput
from companion.ui.widgets.line_list import LineList
from companion.ui.widgets.reader import Reader
from companion.words import guide as words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.pack import Pack


class GuideRoom(Room):
    """Articles, glossary, support and *is there time?* of the packs of the case."""

    NAME = "guide"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("guide")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (100, "-wide")]
    DEFAULT_CSS = """
    GuideRoom #left {
        width: 30; border: round $border-blurred; border-title-color: $foreground;
        &:focus-within { border: round $border; }
    }
    GuideRoom #reader {
        width: 1fr; border: round $border-blurred; border-title-color: $foreground;
        &:focus { border: round $border; }
    }
    GuideRoom #search { margin: 0 1; }
    GuideRoom.-wide #left { width: 36; }
    GuideRoom.-narrow #left { width: 1fr; }
    GuideRoom.-narrow #reader { display: none; }
    GuideRoom.-narrow.-reading #left { display: none; }
    GuideRoom.-narrow.-reading #reader { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._packs: tuple[Pack, ...] = ()
        self._all: dict[str, Reading] = {}

    def compose_body(self) -> ComposeResult:
        """Search, contents, the text."""
        with Horizontal():
            with Vertical(id="left"):
                yield LineInput(id="search", placeholder=words.SEARCH)
                yield LineList(id="contents")
            yield Reader(id="reader", marker=False)

    def on_mount(self) -> None:
        """Open at the first text."""
        file, packs = self.session.file, self.host.packs()
        there = {pack.id for pack in packs}
        gone = [name for name in file.head.packs if name not in there]
        chosen = packs_to_read(packs, file.head.packs)
        self._packs = (*chosen, *copied_packs(file.texts, gone))
        self._all = {reading.key: reading for reading in readings(self._packs)}
        self._search.focus()
        if gone:
            self.say(words.gone(", ".join(gone)))

    @property
    def _search(self) -> LineInput:
        return self.query_one("#search", LineInput)

    @property
    def _contents(self) -> LineList:
        return self.query_one("#contents", LineList)

    @property
    def _reader(self) -> Reader:
        return self.query_one("#reader", Reader)

    @property
    def wanted(self) -> tuple[str, ...]:
        """The searched words, in small letters."""
        return tuple(self._search.value.casefold().split())

    def top_line(self) -> tuple[str, str]:
        """The room, and what it is not."""
        return words.TITLE, words.NOT_ADVICE

    def hint(self) -> str:
        """What can be done now."""
        return words.READER_HINT if self.has_class("-reading") else words.CONTENTS_HINT

    def show_body(self) -> None:
        """The contents, as far as they have the searched words, and the text at hand."""
        found = [reading for reading in self._all.values() if reading.contains(self.wanted)]
        title = words.search_title(len(found)) if self.wanted else words.CONTENTS
        self.query_one("#left", Vertical).border_title = verbatim(title)
        self._contents.show(contents_rows(found))
        if not found:
            self.say(words.NOTHING_FOUND if self._all else words.NO_PACKS)
        self._show_text()

    def _show_text(self) -> None:
        reading = self._all.get(self._contents.cursor_key or "")
        if reading is None:
            self._reader.border_title = None
            self._reader.show(())
            return
        last = words.reviewed(reading.pack.title, reading.pack.reviewed)
        cited = sources(reading, self._packs)
        rows = text_rows(content(reading), cited, last, self.wanted)
        self._reader.border_title = verbatim(reading.title)
        self._reader.show(rows)
        self._reader.show_row(first_found(rows) or 0)

    # Keys

    @on(LineInput.Changed, "#search")
    def _narrow(self) -> None:
        self.say("")
        self.show_body()

    @on(LineInput.Submitted, "#search")
    @on(LineList.Chosen, "#contents")
    def _read(self) -> None:
        if self._contents.cursor_key is not None:
            self.add_class("-reading")
            self._reader.focus()
            self.show_last()

    @on(LineList.Moved, "#contents")
    def _another(self) -> None:
        self._show_text()

    def action_guide_next_text(self) -> None:
        """One text down."""
        self._contents.action_move(1)

    def action_guide_previous_text(self) -> None:
        """One text up."""
        self._contents.action_move(-1)

    def action_guide_search(self) -> None:
        """Type words to search."""
        self.remove_class("-reading")
        self._search.focus()
        self.show_last()

    def action_guide_back(self) -> None:
        """From the text to the contents; there, all texts again."""
        if not self.has_class("-reading") and self.wanted:
            self._search.value = ""
            self.say("")
            self.show_body()
        self.action_guide_search()

    def typed_instead(self, text: str) -> None:
        """A letter after Ctrl+G is searched for."""
        self.action_guide_search()
        self._search.paste(text)
