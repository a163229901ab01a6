"""Commands of Compare."""

from __future__ import annotations

from companion.commands.command import Command

COMPARE = ("compare",)

COMMANDS = (
    Command("compare.next_aspect", COMPARE, ("pagedown", "tab")),
    Command("compare.previous_aspect", COMPARE, ("pageup", "shift+tab")),
    Command("compare.whole_table", COMPARE, ("t",)),
    Command("compare.what_now", COMPARE, ("n",)),
    Command("compare.same", COMPARE, ("1",)),
    Command("compare.refined", COMPARE, ("2",)),
    Command("compare.differs", COMPARE, ("3",)),
    Command("compare.not_discussed", COMPARE, ("4",)),
    Command("compare.cannot_tell_yet", COMPARE, ("5",)),
    Command("compare.matters", COMPARE, ("asterisk",)),
    Command("compare.mark", COMPARE, ("space",)),
    Command("compare.notes", COMPARE),
    Command("compare.behind", COMPARE, ("f4", "ctrl+e")),
    Command("compare.write", COMPARE, ("f2", "ctrl+r")),
    Command("compare.had_seen", COMPARE, ("f5", "ctrl+k")),
    Command("compare.rate", COMPARE, ("f9", "ctrl+u")),
    Command("compare.set_down", COMPARE),
    Command("compare.more_topics", COMPARE, ("m",)),
    Command("compare.add_aspect", COMPARE, ("f8", "ctrl+n")),
    Command("compare.drop_aspect", COMPARE),
    Command("compare.options", COMPARE, ("f6", "ctrl+d")),
    Command("compare.new_step", COMPARE, ("plus",)),
    Command("compare.step_owner", COMPARE, ("ctrl+t",)),
    Command("compare.step_day", COMPARE, ("f3", "ctrl+x")),
    Command("compare.drop_step", COMPARE),
    Command("compare.path_why", COMPARE),
    Command("compare.sure", COMPARE),
    Command("compare.leaning", COMPARE),
    Command("compare.leaning_log", COMPARE),
    Command("compare.decided", COMPARE),
)
