"""One minute to try the keys; nothing of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from companion.ui.rooms.here import Here
from companion.ui.terminal.editing_keys import digit_of
from companion.ui.terminal.note_area import NoteArea
from companion.ui.terminal.output_filter import verbatim
from companion.ui.widgets.line_list import LineList
from companion.ui.widgets.one_line import HintLine, OneLine
from companion.ui.widgets.row import Row
from companion.words import home as words

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult


_STATES = ("[ ]", "[x]", "[/]")


class PracticeArea(NoteArea):
    """Where one types; a digit after Tab is a question's number."""

    enter_submits = True
    asked = False
    """Whether the next digit is a question's number."""

    async def take_key(self, event: events.Key) -> bool:
        """A digit after Tab goes to that question; any other key goes on typing."""
        screen = self.screen
        if not self.asked or not isinstance(screen, Practice):
            return False
        self.asked = False
        number = digit_of(event.character)
        return screen.went(-1 if number is None else number)


class Practice(ModalScreen[None]):
    """A visit of two questions that is never written anywhere."""

    INHERIT_BINDINGS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False, priority=True),
        Binding("tab", "ask", show=False, priority=True),
        Binding("f2,ctrl+r", "answered", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    Practice { background: $background; }
    Practice > Vertical {
        height: 1fr; border: round $border-blurred; border-title-color: $foreground;
        background: $background;
    }
    Practice #steps { height: 8; }
    Practice PracticeArea { height: 3; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.at = 0
        self.notes: list[tuple[int, str]] = []
        self.states = [0, 0]
        self.done: set[str] = set()

    def compose(self) -> ComposeResult:
        """What to try, the questions and notes, the line one types in."""
        yield OneLine(words.PRACTICE, words.PRACTICE_SUB)
        with Vertical() as frame:
            frame.border_title = verbatim(words.PRACTICE)
            yield LineList(id="steps", marker=False)
            yield LineList(id="page", marker=False)
        yield OneLine(id="label")
        yield PracticeArea()
        yield HintLine(words.PRACTICE_HINT)

    def on_mount(self) -> None:
        """Type at once."""
        area = self.query_one(PracticeArea)
        area.entered = self.note
        self.set_focus(area)
        self.show()

    def here(self) -> Here:
        """Return what can be done here."""
        return Here(words.PRACTICE, words.PRACTICE_HINT)

    def show(self) -> None:
        """Show what was tried, the questions and the notes."""
        steps = [
            Row(name, text, lead="[x] " if name in self.done else "[ ] ", selectable=False)
            for name, text in words.PRACTICE_STEPS
        ]
        if len(self.done) == len(words.PRACTICE_STEPS):
            steps.append(Row("all", words.PRACTICE_DONE, mood="strong", selectable=False))
        self.query_one("#steps", LineList).show(steps)
        self.query_one("#page", LineList).show(self._page())
        self.query_one("#label", OneLine).show(f"{self.at}  {self._question(self.at)}")

    def _question(self, number: int) -> str:
        return words.PRACTICE_QUESTIONS[number - 1] if number else words.ANYTHING_ELSE

    def _page(self) -> list[Row]:
        rows = [Row("0", words.ANYTHING_ELSE, lead="    0 ", selectable=False)]
        for number, text in enumerate(words.PRACTICE_QUESTIONS, 1):
            lead = f"{_STATES[self.states[number - 1]]} {number} "
            rows.append(Row(str(number), text, lead=lead, selectable=False))
        rows.append(Row("-", "", selectable=False))
        rows += [
            Row(f"note {index}", text, right=str(number), selectable=False)
            for index, (number, text) in enumerate(self.notes)
        ]
        return rows

    def note(self, text: str) -> None:
        """Enter: a note under the question shown."""
        if text.strip():
            self.notes.append((self.at, text))
            self.query_one(PracticeArea).load_text("")
            self.done.add("note")
            self.show()

    def went(self, number: int) -> bool:
        """Go to a question; False when there is none with that number, which is typed then."""
        if not 0 <= number <= len(words.PRACTICE_QUESTIONS):
            self.show()
            return False
        self.at = number
        self.done.add("half" if self.query_one(PracticeArea).text else "go")
        self.show()
        return True

    def action_ask(self) -> None:
        """Tab: the next digit is a question's number."""
        self.query_one(PracticeArea).asked = True
        self.query_one("#label", OneLine).show(words.WHICH_NUMBER)

    def action_answered(self) -> None:
        """F2: answered, partly, back."""
        if self.at:
            self.states[self.at - 1] = (self.states[self.at - 1] + 1) % len(_STATES)
            self.done.add("answered")
            self.show()
