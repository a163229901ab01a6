"""F1: one list of what can be done in a room; and the same by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from companion.commands.catalogue import BY_ID, of_room
from companion.domain.folded_text import folded, holds
from companion.ui.rooms.here import Here
from companion.ui.rooms.key_names import key_name
from companion.ui.terminal.line_input import LineInput
from companion.ui.terminal.output_filter import verbatim
from companion.ui.widgets.line_list import LineList, Row
from companion.ui.widgets.one_line import HintLine, hints_of
from companion.words import rooms as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget

    from companion.commands.command import Command

ANYWHERE = ("app.", "room.")
"""How the ids of commands begin that every room has."""
OVER_A_FORM = ("app.theme", "app.quit")
"""What can be done anywhere without leaving what one fills in."""
_TITLE_WIDTH = 28
_KEY_WIDTH = 12
_BESIDE = 70
"""Columns from which a sentence has room beside its title and key."""


def _row(command: Command, keys: Mapping[str, tuple[str, ...]], width: int) -> Row:
    its_keys = keys.get(command.id, ())
    key = key_name(its_keys[0]) if its_keys else ""
    if width < _BESIDE:
        return Row(command.id, command.title, lead=" ", right=key)
    lead = f" {command.title:<{_TITLE_WIDTH}}{key:<{_KEY_WIDTH}}"
    return Row(command.id, command.sentence, lead=lead)


def _how_far(title: str, typed: str) -> int:
    """How far a name is from what was typed: it begins so, holds it, or only its sentence does."""
    if title.startswith(typed):
        return 0
    return 1 if typed in title else 2


class CommandList(ModalScreen[str | None]):
    """Every command of a room; the result is the id of the one chosen."""

    INHERIT_BINDINGS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1", "dismiss(None)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    CommandList { align: center middle; background: transparent; }
    CommandList > Vertical {
        width: 100%; height: 1fr; margin: 1 0 0 0;
        border: round $border; border-title-color: $foreground; background: $background;
    }
    """

    def __init__(
        self, room: str, keys: Mapping[str, tuple[str, ...]], here: Here | None = None
    ) -> None:
        """A list of commands.

        Args:
            room: Whose commands; empty over a form, whose room waits behind it.
            keys: The keys in force.
            here: What is in front; it comes first.
        """
        super().__init__()
        self.commands = of_room(room) if room else tuple(BY_ID[each] for each in OVER_A_FORM)
        self.keys = keys
        self._room = room
        self._here = here

    def compose(self) -> ComposeResult:
        """The list, and how to use it."""
        frame = Vertical()
        frame.border_title = verbatim(words.MORE_TITLE)
        with frame:
            yield LineList()
        yield HintLine(words.MORE_HINT)

    def on_mount(self) -> None:
        """Fill the list; Textual calls this for both kinds of list."""
        self.query_one(LineList).chosen = self.choose
        self.show_all()
        self.first_focus().focus()

    def on_resize(self) -> None:
        """Lay the list out for another width."""
        self.show_all()

    def show_all(self) -> None:
        """Show what acts on what is in front, then on the rest of the room, then anywhere."""
        here = self._here or Here("")
        of_this_room = [each for each in self.commands if not each.id.startswith(ANYWHERE)]
        in_front = [
            each for each in of_this_room if here.commands is None or each.id in here.commands
        ]
        rest = [each for each in of_this_room if each not in in_front]
        anywhere = [each for each in self.commands if each not in of_this_room]
        hints = [
            Row(f"hint/{at}", hint, lead=" ", selectable=False)
            for at, hint in enumerate(hints_of(here.hints))
        ]
        sections = (
            (here.title, [*hints, *self._rows(in_front)]),
            (words.more_of(words.NAMES.get(self._room, "")), self._rows(rest)),
            (words.EVERYWHERE, self._rows(anywhere)),
        )
        rows: list[Row] = []
        for title, its_rows in sections:
            if not its_rows:
                continue
            if rows:
                rows.append(Row(f"blank/{title}", "", selectable=False))
            if title:
                rows.append(Row(f"over/{title}", title, lead=" ", mood="heading", selectable=False))
            rows += its_rows
        self.query_one(LineList).show(rows)

    def _rows(self, commands: Iterable[Command]) -> list[Row]:
        width = self.app.size.width
        return [_row(command, self.keys, width) for command in commands]

    def first_focus(self) -> Widget:
        """What takes the keys first."""
        return self.query_one(LineList)

    def show_found(self, commands: Iterable[Command]) -> None:
        """Show these commands, or that there are none."""
        rows = self._rows(commands)
        none = Row("none", words.NOTHING_FOUND, lead=" ", mood="muted", selectable=False)
        self.query_one(LineList).show(rows or [none])

    def choose(self, command_id: str) -> None:
        """Give the command that was chosen."""
        self.dismiss(command_id)


class CommandFinder(CommandList):
    """The same list, made shorter by typing a part of a name."""

    _shown_for = ""
    """What was typed when the list was made shorter last."""
    _found: Sequence[Command] = ()
    """What was left then."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+p", "dismiss(None)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
    ]

    def compose(self) -> ComposeResult:
        """The field, the list, and how to use it."""
        frame = Vertical()
        frame.border_title = verbatim(words.FIND_TITLE)
        with frame:
            yield LineInput(placeholder=words.FIND_PLACEHOLDER)
            yield LineList()
        yield HintLine(words.FIND_HINT)

    def first_focus(self) -> Widget:
        """One types at once; what is typed after Enter is no part of the name."""
        field = self.query_one(LineInput)
        field.entered = self.take
        self.query_one(LineList).beside_field = True
        return field

    def show_all(self) -> None:
        """Show all there are, until something is typed."""
        self.show_found(self._found if self._shown_for else self.commands)

    def action_move(self, by: int) -> None:
        """One command up or down."""
        self.query_one(LineList).action_move(by)

    @on(LineInput.Changed)
    def narrow(self) -> None:
        """Show what has the typed words in its name or sentence."""
        typed = folded(self.query_one(LineInput).value)
        if typed == self._shown_for:
            return
        self._shown_for = typed
        words_typed = typed.split()
        found = [
            command
            for command in self.commands
            if all(
                holds(folded(f"{command.title} {command.sentence}"), word) for word in words_typed
            )
        ]
        # Enter chooses the first: `undo` is Undo, not a command whose sentence speaks of it.
        found.sort(key=lambda command: _how_far(folded(command.title), typed))
        self._found = found
        self.show_found(found)
        if found:
            self.query_one(LineList).go_to(found[0].id)

    def take(self, _: str = "") -> None:
        """Give the command at the cursor, for all that was typed before Enter."""
        self.narrow()
        key = self.query_one(LineList).cursor_key
        if key is not None:
            self.dismiss(key)
