"""What a card is: a pane above the composer that uses the composer's keys; it has no focus."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from companion.ui.terminal.editing_keys import digit_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from companion.domain.case import CopiedText
    from companion.domain.note import Note
    from companion.services.visit.editor import VisitEditor
    from companion.ui.widgets.line_list import Row


class KeyResult(Enum):
    """What a card made of a key."""

    PASSED = "passed"
    """Nothing: the key does what it always does, the card stays."""
    USED = "used"
    """The card used it."""
    TYPED = "typed"
    """The card goes away and the key goes on typing."""


@dataclass(frozen=True, slots=True)
class CardView:
    """How a card looks now."""

    title: str
    """In its border."""
    rows: tuple[Row, ...]
    """Its lines."""
    hint: str
    """The last line."""
    cursor: str | None = None
    """Key of the row the keys act on."""
    top: tuple[str, str] | None = None
    """In place of the glance bar."""


@dataclass(frozen=True, slots=True)
class NoteFilterView:
    """The notes pane while a card shows only some notes in it."""

    title: str
    """In the pane's border."""
    notes: tuple[Note, ...] | None
    """The notes; None: all of them, with what happened between them."""
    at: str | None
    """Id of the note the keys act on."""
    below: tuple[str, ...] = ()
    """What is said below the notes."""
    words: str = ""
    """What they hold, as it is compared."""


@dataclass(frozen=True, slots=True)
class KeyPress:
    """A key as a card sees it."""

    key: str
    """Textual's name."""
    character: str = ""
    """What it writes; empty when it writes nothing."""
    blank: bool = True
    """Whether nothing stands in the composer."""

    @property
    def digit(self) -> int | None:
        """The digit it is, if it is one."""
        return digit_of(self.character)


class CardContext(Protocol):
    """What a card may ask of the room."""

    @property
    def editor(self) -> VisitEditor:
        """The acts of the visit."""

    @property
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        """The keys in force."""

    @property
    def card_width(self) -> int:
        """Cells in a line of the card."""

    def clinician(self) -> str:
        """The doctor's name; empty when not known."""

    def key_of_command(self, command_id: str) -> str:
        """The first key of a command, as it stands on the keyboard."""

    def clock_line(self) -> str:
        """How long is left; empty when the clock is not shown."""

    def number_of(self, question_id: str | None) -> int:
        """The number of a question; 0 for anything else."""

    def go_to_number(self, number: int) -> None:
        """Write under that question from here on."""

    def type_number(self, digit: str) -> None:
        """Ask for a question's number, the first digit typed already."""

    def stamp(self, at: datetime | None) -> str:
        """A time as it stands beside a note."""

    def now(self) -> datetime:
        """The time."""

    def guidance(self, kind: str) -> tuple[CopiedText, ...]:
        """The case's own copies of one kind of guidance."""

    def say(self, sentence: str) -> None:
        """Say in one line what happened."""

    def open_card(self, card: Card) -> None:
        """Show another card instead."""

    def lay_over(self, card: Card) -> None:
        """Show another card instead, the line as it stands."""

    def close_card(self) -> None:
        """Go back to the list and the notes."""

    def note_at_hand(self) -> Note | None:
        """The note one went to, else the newest."""

    def go_to_note(self, note_id: str) -> None:
        """Close the card and show that note in its place."""

    def keep_as_note(self, text: str) -> None:
        """Close the card and make a note of what stood in its line."""

    def show_narrowed(self) -> None:
        """Show the notes the card leaves in view, and what it says of them."""

    def leave_line(self) -> None:
        """Keep what stands in the card's line now, before it is another's."""

    def do(self, command_id: str) -> None:
        """Carry out a command once this card is gone."""


class Card:
    """A card; those with a line of their own name it in `field`."""

    shows_panes = False
    """True when the list and the notes stay in view."""
    goes_when_typed = False
    """True when anything typed takes it away, also a paste."""
    goes_when_hidden = False
    """True when hiding the screen takes it away, so that what is typed blind is the note."""

    def __init__(self, context: CardContext) -> None:
        self.context = context

    @property
    def field(self) -> str:
        """The line that is being filled; empty while typing goes to the note."""
        return ""

    @property
    def has_the_arrows(self) -> bool:
        """Whether keys act on its rows, not on the line one types in."""
        return not self.field and not self.shows_panes

    def label(self) -> str:
        """What stands above the composer instead of the question; empty: the question."""
        return ""

    def label_right(self) -> str:
        """What stands at the right of that, instead of who writes."""
        return ""

    def note_filter(self) -> NoteFilterView | None:
        """The notes it leaves in view; None: all of them."""
        return None

    def text_changed(self, text: str) -> None:
        """Its line reads so now."""
        del text

    def placeholder(self) -> str:
        """What stands in its empty line."""
        return ""

    def initial_text(self) -> str:
        """What its line holds already, for when nothing was left half-written in it."""
        return ""

    def view(self) -> CardView:
        """How it looks."""
        raise NotImplementedError

    def press(self, press: KeyPress) -> KeyResult:
        """Use a key, pass it on, or give way to typing."""
        if press.character and not self.field:
            return KeyResult.TYPED
        return KeyResult.PASSED

    def enter(self, text: str) -> None:
        """Enter was pressed in its line."""
        del text

    def keep_line(self, field: str, text: str) -> bool:
        """Keep what stands in its line before it is left; True when nothing is half-written."""
        del field, text
        return False
