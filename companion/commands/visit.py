"""Commands of the Visit room."""

from __future__ import annotations

from companion.commands.command import Command

VISIT = ("visit",)

# The second keys of F3 to F9 are chosen by what they do to fingers that are used to a shell: none
# takes words away, and Ctrl+E, meant for the end of the line, opens what any letter closes.

COMMANDS = (
    Command("visit.go_to_question", VISIT, ("tab",)),
    Command("visit.next_question", VISIT, ("pagedown",)),
    Command("visit.previous_question", VISIT, ("shift+tab", "pageup")),
    Command("visit.look_back", VISIT, ("ctrl+up", "alt+up")),
    Command("visit.look_on", VISIT, ("ctrl+down", "alt+down")),
    Command("visit.find", VISIT, ("ctrl+f", "ctrl+slash", "ctrl+underscore")),
    Command("visit.mark_answered", VISIT, ("f2", "ctrl+r")),
    Command("visit.set_state", VISIT),
    Command("visit.new_question", VISIT, ("f8", "ctrl+n")),
    Command("visit.say_it_back", VISIT, ("f3", "ctrl+x")),
    Command("visit.moment", VISIT, ("f4", "ctrl+e")),
    Command("visit.number_card", VISIT),
    Command("note.change_mark", VISIT),
    Command("visit.cover", VISIT, ("f6", "ctrl+d")),
    Command("visit.unexpected_news", VISIT),
    Command("visit.before_you_leave", VISIT, ("f9", "ctrl+u")),
    Command("visit.five_questions", VISIT),
    Command("visit.recall", VISIT),
    Command("visit.details", VISIT),
    Command("visit.hand_over", VISIT),
    Command("visit.told_other", VISIT),
    Command("visit.doctor_is_here", VISIT, ("f5", "ctrl+k")),
    Command("visit.more_time", VISIT),
    Command("visit.clock", VISIT),
    Command("visit.hide_screen", VISIT, ("f12", "ctrl+l")),
    Command("visit.change_author", VISIT, ("ctrl+t",)),
    Command("note.edit_last", VISIT, ("up",)),
    Command("note.delete", VISIT),
    Command("note.move", VISIT),
    Command("note.mine_only", VISIT),
    Command("visit.said", VISIT),
    Command("visit.read_back", VISIT),
    Command("visit.end", VISIT),
)
