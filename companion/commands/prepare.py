"""Commands of Prepare."""

from __future__ import annotations

from companion.commands.command import Command

PREPARE = ("prepare",)

# A letter in a list writes. It has a key here only where it shows something in the room itself,
# so that words typed without looking can be written all the same: nothing has changed by then.

COMMANDS = (
    Command("prepare.next_thing", PREPARE, ("n",)),
    Command("prepare.back", PREPARE, ("escape",)),
    Command("prepare.tick", PREPARE, ("space",)),
    Command("prepare.add", PREPARE, ("f8", "ctrl+n")),
    Command("prepare.choose", PREPARE, ("plus",)),
    Command("prepare.reword", PREPARE, ("f2", "ctrl+r")),
    Command("prepare.take_away", PREPARE, ("delete", "ctrl+x")),
    Command("prepare.must", PREPARE),
    Command("prepare.should", PREPARE),
    Command("prepare.could", PREPARE),
    Command("prepare.move_up", PREPARE, ("ctrl+up", "shift+up", "alt+up")),
    Command("prepare.move_down", PREPARE, ("ctrl+down", "shift+down", "alt+down")),
    Command("prepare.who_asks", PREPARE, ("ctrl+t",)),
    Command("prepare.alone", PREPARE, ("f6",)),
    Command("prepare.asked", PREPARE, ("f5", "ctrl+k")),
    Command("prepare.stars", PREPARE, ("asterisk",)),
    Command("prepare.plan_visit", PREPARE, ("v",)),
    Command("prepare.decide_by", PREPARE),
    Command("prepare.call_off", PREPARE),
    Command("prepare.freeze", PREPARE),
    Command("prepare.page", PREPARE, ("f9", "ctrl+u")),
    Command("prepare.enough", PREPARE),
)
