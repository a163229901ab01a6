"""*Practice the keys*: the Visit room on a visit in memory, the steps to try above it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from companion.domain.question import QuestionState
from companion.ui.rooms.host import HelpTopic
from companion.ui.visit.screen import VisitScreen
from companion.ui.widgets.line_list import LineList
from companion.ui.widgets.row import Row
from companion.ui.widgets.rule_title import rule_title
from companion.words import home as words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult

    from companion.ui.visit.state import VisitState

TO_TRY = frozenset(
    {"visit.go_to_question", "visit.mark_answered", "app.help", "app.theme", "app.quit"}
)
"""The commands that can be given here."""


class KeySteps:
    """The steps to try; each is ticked once the visit shows that it was done."""

    def __init__(self, state: VisitState) -> None:
        self._state = state
        self._question_id = state.line.question_id
        self._done: set[str] = set()
        self.pane = LineList(id="steps", classes="ruled", marker=False)
        self.pane.border_title = rule_title(words.PRACTICE_FRAME)

    def show(self) -> None:
        """Tick what was done since the last time, and show the steps."""
        self._look()
        rows = [
            Row(name, text, lead="[x] " if name in self._done else "[ ] ", selectable=False)
            for name, text in words.PRACTICE_STEPS
        ]
        if len(self._done) == len(words.PRACTICE_STEPS):
            rows.append(Row("all", words.PRACTICE_DONE, mood="strong", selectable=False))
        self.pane.show(rows)

    def _look(self) -> None:
        state, line = self._state, self._state.line
        if state.visit.notes:
            self._done.add("note")
        if line.question_id != self._question_id:
            self._question_id = line.question_id
            self._done.add("half" if line.text else "go")
        if any(row.state is QuestionState.ANSWERED for row in state.rows()):
            self._done.add("answered")


class TryKeysScreen(VisitScreen):
    """The Visit room with the few commands it takes to write; Esc goes Home."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "run('room.home')", show=False, priority=True)
    ]
    DEFAULT_CSS = """
    TryKeysScreen #steps { height: 7; }
    TryKeysScreen.-narrow.-tall #steps { height: 9; }
    """

    def __init__(self, visit_id: str) -> None:
        super().__init__(visit_id)
        self._steps = KeySteps(self.state)

    def compose_body(self) -> ComposeResult:
        """Lay out the steps above the visit."""
        yield self._steps.pane
        yield from super().compose_body()

    def show_body(self) -> None:
        """Show the steps and the visit."""
        self._steps.show()
        super().show_body()

    def top_line(self) -> tuple[str, str]:
        """Return that nothing here is kept."""
        return words.PRACTICE, words.PRACTICE_SUB

    def hint(self) -> str:
        """Return the few keys there are."""
        return words.PRACTICE_HINT if self.view.number is None else super().hint()

    def saved_word(self) -> str:
        """Return nothing: nothing is to be saved."""
        return ""

    def help_topic(self) -> HelpTopic:
        """Return what can be done here."""
        return HelpTopic(words.PRACTICE, words.PRACTICE_HINT)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return the commands of the room; the list of commands names the few there are."""
        return {**super().commands(), "app.help": partial(self.navigation.explain, self)}

    def allows(self, command_id: str) -> bool:
        """Return whether a command can be given; Esc first ends what was begun with Tab."""
        if command_id == "room.home":
            return self.view.number is None
        return command_id in TO_TRY

    def may_leave(self, room: str) -> bool:
        """Leave at once: nothing here is kept."""
        del room
        return True
