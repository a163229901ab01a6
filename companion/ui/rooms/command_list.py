"""The list of what can be done in a room (F1), and a search in it (Ctrl+P)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from companion.commands.catalogue import BY_ID, COMMANDS, EVERY_ROOM, of_room
from companion.domain.folded_text import folded, holds
from companion.ui.rooms.bindings import key_name
from companion.ui.rooms.host import HelpTopic
from companion.ui.rooms.modal_list import ModalFinder, ModalList
from companion.ui.widgets.one_line import hints_of
from companion.ui.widgets.row import Row
from companion.words import command_help
from companion.words import rooms as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from companion.commands.catalogue import Command

ANYWHERE = ("app.", "room.")
"""The beginnings of ids of the commands that every room has."""
OVER_A_FORM = ("app.theme", "app.quit")
"""The commands that can be given over a form without leaving it."""
_TITLE_WIDTH = 28
_KEY_WIDTH = 12
_BESIDE = 70
"""Columns from which a sentence has room beside its title and key."""


def command_row(command: Command, keys: Mapping[str, tuple[str, ...]], width: int) -> Row:
    """Return a command with its key and, where there is room, its sentence."""
    its_keys = keys.get(command.id, ())
    key = key_name(its_keys[0]) if its_keys else ""
    title = command_help.title(command.id)
    if width < _BESIDE:
        return Row(command.id, title, lead=" ", right=key, right_mood="key")
    before = " " * max(0, _TITLE_WIDTH - len(title))
    column = f"{before}{key:<{_KEY_WIDTH}}"
    return Row(
        command.id,
        command_help.sentence(command.id),
        lead=f" {title}{column}",
        tints=((column, "key"),) if key else (),
    )


def _all_words(command: Command) -> str:
    """Return what a command is looked for in: its title and its help."""
    return folded(f"{command_help.title(command.id)} {command_help.sentence(command.id)}")


def _how_far(title: str, typed: str) -> int:
    """Return 0 if a title begins with the typed words, 1 if it holds them, else 2."""
    if title.startswith(typed):
        return 0
    return 1 if typed in title else 2


class CommandList(ModalList[str | None]):
    """Every command of a room; the result is the id of the one chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "dismiss(None)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    CommandList { align: center middle; background: transparent; }
    CommandList > #place { width: 100%; margin: 1 0 0 0; }
    """

    def __init__(
        self, room: str, keys: Mapping[str, tuple[str, ...]], here: HelpTopic | None = None
    ) -> None:
        """Make the list.

        Args:
            room: Whose commands; empty over a form, whose room waits behind it.
            keys: The keys in force.
            here: What is in front; it comes first.
        """
        super().__init__(words.MORE_TITLE, hint=words.CHOOSE_HINT)
        self._commands = of_room(room) if room else tuple(BY_ID[each] for each in OVER_A_FORM)
        self._keys = keys
        self._room = room
        self._in_front = here or HelpTopic("")

    def rows(self) -> list[Row]:
        """Return what acts on what is in front, then on the rest of the room, then anywhere."""
        title, hints, acting = self._in_front
        of_this_room = [each for each in self._commands if not each.id.startswith(ANYWHERE)]
        in_front = [each for each in of_this_room if acting is None or each.id in acting]
        rest = [each for each in of_this_room if each not in in_front]
        anywhere = [each for each in self._commands if each not in of_this_room]
        hint_rows = [
            Row(f"hint/{at}", hint, lead=" ", selectable=False)
            for at, hint in enumerate(hints_of(hints))
        ]
        sections = (
            (title, [*hint_rows, *self._command_rows(in_front)]),
            (words.more_of(words.NAMES.get(self._room, "")), self._command_rows(rest)),
            (words.EVERYWHERE, self._command_rows(anywhere)),
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
        return rows

    def _command_rows(self, commands: Iterable[Command]) -> list[Row]:
        return [command_row(command, self._keys, self.app.size.width) for command in commands]


class CommandFinder(ModalFinder[str | None]):
    """The commands of a room, fewer with every letter of a name; the result is one's id."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+p", "dismiss(None)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    CommandFinder { align: center middle; background: transparent; }
    CommandFinder > #place { width: 100%; margin: 1 0 0 0; }
    """

    def __init__(self, room: str, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(words.FIND_TITLE, words.FIND_PLACEHOLDER, words.CHOOSE_HINT)
        self._commands = of_room(room)
        self._keys = keys
        self._room = room
        self._shown_for = ""
        self._found: Sequence[Command] = self._commands

    def rows(self) -> list[Row]:
        """Return the commands found, or that there are none."""
        width = self.app.size.width
        if self._found:
            return [command_row(command, self._keys, width) for command in self._found]
        rooms = {room for each in self._holding(COMMANDS) for room in each.rooms}
        said = words.nothing_found(
            [room for room in EVERY_ROOM if room in rooms], has_case=self._room != "home"
        )
        return [Row("none", said, lead=" ", mood="muted", selectable=False)]

    def _holding(self, commands: Iterable[Command]) -> list[Command]:
        """Return the commands with the typed words in their title or sentence."""
        typed = folded(self.looked_for).split()
        return [each for each in commands if all(holds(_all_words(each), word) for word in typed)]

    def look(self) -> None:
        """Show the commands with the typed words in their title or sentence."""
        typed = folded(self.looked_for)
        if typed == self._shown_for:
            return
        self._shown_for = typed
        found = self._holding(self._commands)
        # Enter chooses the first: `undo` is Undo, not a command whose sentence speaks of it.
        found.sort(key=lambda each: _how_far(folded(command_help.title(each.id)), typed))
        self._found = found
        self.show()
        if found:
            self.lines.go_to(found[0].id)
