"""The commands of the rooms, each declared once, in the order of help and the palette."""

from __future__ import annotations

from typing import NamedTuple

EVERY_ROOM = ("home", "prepare", "visit", "compare", "guide")
"""The rooms, in the order of Ctrl+G and a digit."""


class Command(NamedTuple):
    """A command; binding, palette entry, help row and footer label are made from it.

    Its title, its help and its label in the last line are in `words`, by its id.
    """

    id: str
    """Dotted: `visit.next_question`."""
    rooms: tuple[str, ...]
    keys: tuple[str, ...] = ()
    """Default keys, Textual's names, the one to show first."""


_HOME = ("home",)
_PREPARE = ("prepare",)
_VISIT = ("visit",)
_COMPARE = ("compare",)
_GUIDE = ("guide",)

COMMANDS: tuple[Command, ...] = (
    # Home
    Command("home.new_case", _HOME, ("n",)),
    Command("home.write_now", _HOME, ("w",)),
    Command("home.was_there", _HOME),
    Command("home.search", _HOME, ("slash",)),
    Command("home.example", _HOME),
    Command("home.practice", _HOME),
    Command("home.change_case", _HOME, ("f2", "ctrl+r")),
    Command("home.trash", _HOME),
    Command("home.bring_back", _HOME),
    # Prepare
    # A letter in a list writes. It has a key here only where it shows something in the room itself,
    # so that words typed without looking can be written all the same: nothing has changed by then.
    Command("prepare.next_thing", _PREPARE, ("n",)),
    Command("prepare.back", _PREPARE, ("escape",)),
    Command("prepare.tick", _PREPARE, ("space",)),
    Command("prepare.add", _PREPARE, ("f8", "ctrl+n")),
    Command("prepare.choose", _PREPARE, ("plus",)),
    Command("prepare.reword", _PREPARE, ("f2", "ctrl+r")),
    Command("prepare.take_away", _PREPARE, ("delete", "ctrl+x")),
    Command("prepare.must", _PREPARE),
    Command("prepare.should", _PREPARE),
    Command("prepare.could", _PREPARE),
    Command("prepare.move_up", _PREPARE, ("ctrl+up", "shift+up", "alt+up")),
    Command("prepare.move_down", _PREPARE, ("ctrl+down", "shift+down", "alt+down")),
    Command("prepare.who_asks", _PREPARE, ("ctrl+t",)),
    Command("prepare.alone", _PREPARE, ("f6",)),
    Command("prepare.asked", _PREPARE, ("f5", "ctrl+k")),
    Command("prepare.stars", _PREPARE, ("asterisk",)),
    Command("prepare.plan_visit", _PREPARE, ("v",)),
    Command("prepare.decide_by", _PREPARE),
    Command("prepare.call_off", _PREPARE),
    Command("prepare.freeze", _PREPARE),
    Command("prepare.page", _PREPARE, ("f9", "ctrl+u")),
    Command("prepare.enough", _PREPARE),
    # Visit
    # The second keys of F3 to F9 are chosen by what they do to fingers that are used to a shell:
    # none takes words away, and Ctrl+E, meant for the end of the line, opens what any letter
    # closes.
    Command("visit.go_to_question", _VISIT, ("tab",)),
    Command("visit.next_question", _VISIT, ("pagedown",)),
    Command("visit.previous_question", _VISIT, ("shift+tab", "pageup")),
    Command("visit.look_back", _VISIT, ("ctrl+up", "alt+up")),
    Command("visit.look_on", _VISIT, ("ctrl+down", "alt+down")),
    Command("visit.find", _VISIT, ("ctrl+f", "ctrl+slash", "ctrl+underscore")),
    Command("visit.mark_answered", _VISIT, ("f2", "ctrl+r")),
    Command("visit.set_state", _VISIT),
    Command("visit.new_question", _VISIT, ("f8", "ctrl+n")),
    Command("visit.say_it_back", _VISIT, ("f3", "ctrl+x")),
    Command("visit.moment", _VISIT, ("f4", "ctrl+e")),
    Command("visit.number_card", _VISIT),
    Command("note.change_mark", _VISIT),
    Command("visit.cover", _VISIT, ("f6", "ctrl+d")),
    Command("visit.unexpected_news", _VISIT),
    Command("visit.before_you_leave", _VISIT, ("f9", "ctrl+u")),
    Command("visit.five_questions", _VISIT),
    Command("visit.recall", _VISIT),
    Command("visit.details", _VISIT),
    Command("visit.hand_over", _VISIT),
    Command("visit.told_other", _VISIT),
    Command("visit.doctor_is_here", _VISIT, ("f5", "ctrl+k")),
    Command("visit.more_time", _VISIT),
    Command("visit.clock", _VISIT),
    Command("visit.hide_screen", _VISIT, ("f12", "ctrl+l")),
    Command("visit.change_author", _VISIT, ("ctrl+t",)),
    Command("note.edit_last", _VISIT, ("up",)),
    Command("note.delete", _VISIT),
    Command("note.move", _VISIT),
    Command("note.mine_only", _VISIT),
    Command("visit.said", _VISIT),
    Command("visit.read_back", _VISIT),
    Command("visit.end", _VISIT),
    # Compare
    Command("compare.next_aspect", _COMPARE, ("pagedown", "tab")),
    Command("compare.previous_aspect", _COMPARE, ("pageup", "shift+tab")),
    Command("compare.whole_table", _COMPARE, ("t",)),
    Command("compare.what_now", _COMPARE, ("n",)),
    Command("compare.same", _COMPARE, ("1",)),
    Command("compare.refined", _COMPARE, ("2",)),
    Command("compare.differs", _COMPARE, ("3",)),
    Command("compare.not_discussed", _COMPARE, ("4",)),
    Command("compare.cannot_tell_yet", _COMPARE, ("5",)),
    Command("compare.matters", _COMPARE, ("asterisk",)),
    Command("compare.mark", _COMPARE, ("space",)),
    Command("compare.notes", _COMPARE),
    Command("compare.behind", _COMPARE, ("f4", "ctrl+e")),
    Command("compare.write", _COMPARE, ("f2", "ctrl+r")),
    Command("compare.had_seen", _COMPARE, ("f5", "ctrl+k")),
    Command("compare.rate", _COMPARE, ("f9", "ctrl+u")),
    Command("compare.set_down", _COMPARE),
    Command("compare.more_topics", _COMPARE, ("m",)),
    Command("compare.add_aspect", _COMPARE, ("f8", "ctrl+n")),
    Command("compare.drop_aspect", _COMPARE),
    Command("compare.options", _COMPARE, ("f6", "ctrl+d")),
    Command("compare.new_step", _COMPARE, ("plus",)),
    Command("compare.step_owner", _COMPARE, ("ctrl+t",)),
    Command("compare.step_day", _COMPARE, ("f3", "ctrl+x")),
    Command("compare.drop_step", _COMPARE),
    Command("compare.path_why", _COMPARE),
    Command("compare.sure", _COMPARE),
    Command("compare.leaning", _COMPARE),
    Command("compare.leaning_log", _COMPARE),
    Command("compare.decided", _COMPARE),
    # Guide
    Command("guide.next_text", _GUIDE, ("down",)),
    Command("guide.previous_text", _GUIDE, ("up",)),
    Command("guide.search", _GUIDE, ("slash",)),
    Command("guide.back", _GUIDE, ("escape",)),
    # Every room
    Command("app.help", EVERY_ROOM, ("f1",)),
    Command("app.palette", EVERY_ROOM, ("ctrl+p",)),
    Command("app.quit", EVERY_ROOM, ("ctrl+q",)),
    Command("app.undo", EVERY_ROOM, ("ctrl+z",)),
    Command("app.redo", EVERY_ROOM, ("ctrl+y",)),
    Command("app.saved", EVERY_ROOM, ("ctrl+s",)),
    Command("app.go", EVERY_ROOM, ("ctrl+g",)),
    Command("room.home", EVERY_ROOM),
    Command("room.prepare", EVERY_ROOM),
    Command("room.visit", EVERY_ROOM),
    Command("room.compare", EVERY_ROOM),
    Command("room.guide", EVERY_ROOM),
    Command("app.visits", EVERY_ROOM[1:]),
    Command("app.papers", EVERY_ROOM[1:]),
    Command("app.values", EVERY_ROOM[1:]),
    Command("app.theme", EVERY_ROOM),
    Command("app.take_over", EVERY_ROOM, ("f7", "ctrl+o")),
)
BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}


def of_room(room: str) -> tuple[Command, ...]:
    """Return the commands of a room."""
    return tuple(command for command in COMMANDS if room in command.rooms)
