"""A card: a pane above the composer that is fed the composer's keys and never has the focus."""

from __future__ import annotations

from abc import ABC, abstractmethod
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from companion.domain.value import Value
from companion.ui.terminal.editing_keys import digit_of

if TYPE_CHECKING:
    from companion.domain.note import Note
    from companion.ui.visit.state import VisitState
    from companion.ui.widgets.line_list import Row


MOVES = {"up": -1, "down": 1, "pageup": -5, "pagedown": 5}
"""Keys that go to another row or note, and by how many."""


class KeyResult(Enum):
    """The use a card made of a key."""

    PASSED = "passed"
    """None: the key does what it always does, the card stays."""
    USED = "used"
    """The card used it."""
    TYPED = "typed"
    """The card goes away and the key goes on typing."""


class CardView(Value):
    """The look of a card now."""

    title: str
    """In its border."""
    rows: tuple[Row, ...]
    hint: str
    """The last line."""
    cursor: str | None = None
    """Key of the row the keys act on."""
    top: tuple[str, str] | None = None
    """In place of the glance bar."""


class NoteFilterView(Value):
    """The notes pane while a card leaves only some notes in view."""

    title: str
    """In the pane's border."""
    notes: tuple[Note, ...] | None
    """The notes; None for all of them, with what happened between them."""
    at: str | None
    """Id of the note that the keys act on."""
    below: tuple[str, ...] = ()
    """Lines below the notes."""
    words: str = ""
    """The words looked for, folded for comparing."""


class KeyPress(Value):
    """A key of the composer, as a card is given it."""

    key: str
    """Textual's name."""
    character: str = ""
    """The text it writes; empty when it writes nothing."""
    blank: bool = True
    """Whether the composer is empty."""

    @property
    def digit(self) -> int | None:
        """The digit that the key writes, if it writes one."""
        return digit_of(self.character)


class CardContext(Protocol):
    """The part of the room that a card is given: the visit, and what it may ask for."""

    state: VisitState
    """The visit, and what is open on its screen."""

    @property
    def card_width(self) -> int:
        """Cells in a line of the card."""

    @property
    def card_height(self) -> int:
        """Lines of a card that covers the panes."""

    def say(self, sentence: str) -> None:
        """Say in one line what happened."""

    def open_card(self, card: Card) -> None:
        """Show another card instead."""

    def lay_over(self, card: Card) -> None:
        """Show another card instead, whose line stays as it is."""

    def close_card(self) -> None:
        """Go back to the questions and the notes."""

    def go_back(self) -> None:
        """Go back to the card before (`Card.back`), else to the questions and the notes."""

    def leave_line(self) -> None:
        """Save the text in the card's line before the line is another's."""

    def go_to_number(self, number: int) -> None:
        """Write under that question from here on."""

    def ask_number(self, digit: str = "") -> None:
        """Close the card and ask for a question's number; a digit may be typed already."""

    def go_to_note(self, note_id: str) -> None:
        """Close the card and show that note in its place."""

    def keep_as_note(self, text: str) -> None:
        """Close the card and make a note of the text in its line."""

    def show_filter(self) -> None:
        """Show the notes that the card leaves in view, and what it says of them."""

    def show_page(self, name: str) -> None:
        """Show a paper of this visit over the card."""

    def do(self, command_id: str) -> None:
        """Close the card and carry out a command."""


class Card(ABC):
    """A card; one with a line of its own names that line in `field`."""

    shows_panes = False
    """Whether the questions and the notes stay in view."""
    is_long = False
    """Whether it is a list to go through, which may be lower than all its rows."""
    goes_when_typed = False
    """Whether it closes when anything is typed or pasted."""
    goes_when_hidden = False
    """Whether it closes when the screen is hidden, so that blind typing goes to the note."""

    back: Card | None = None
    """The card to which Esc leads; the questions and the notes where there is none."""

    def __init__(self, context: CardContext) -> None:
        self.context = context
        self.state = context.state

    @property
    def field(self) -> str:
        """The name of its own line; empty while typing goes to the note."""
        return ""

    @property
    def has_the_arrows(self) -> bool:
        """Whether keys act on its rows instead of the line."""
        return not self.field and not self.shows_panes

    def label(self) -> str:
        """Return the label above the composer; empty for the current question."""
        return ""

    def label_right(self) -> str:
        """Return the words at the right of the label; empty for the writer's name."""
        return ""

    def note_filter(self) -> NoteFilterView | None:
        """Return the notes it leaves in view; None for all of them."""
        return None

    def text_changed(self, text: str) -> None:
        """Take the text of its line as it reads now."""
        del text

    @property
    def placeholder(self) -> str:
        """The placeholder of its empty line."""
        return ""

    def initial_text(self) -> str:
        """Return the text its line begins with, where none was left half-written in it."""
        return ""

    @abstractmethod
    def view(self) -> CardView:
        """Return how it looks now."""

    def press(self, press: KeyPress) -> KeyResult:
        """Use a key, pass it on, or give way to typing."""
        if press.character and not self.field:
            return KeyResult.TYPED
        return KeyResult.PASSED

    def enter(self, text: str) -> None:
        """Take the text of its line: Enter was pressed."""
        del text

    def keep_line(self, field: str, text: str) -> bool:
        """Save the text of its line before it is left; return whether nothing is half-written."""
        del field, text
        return False
