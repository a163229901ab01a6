"""Commands of Prepare."""

from __future__ import annotations

from companion.commands.command import Command

PREPARE = ("prepare",)

# A letter in a list writes. It has a key here only where it shows something in the room itself,
# so that words typed without looking can be written all the same: nothing has changed by then.

COMMANDS = (
    Command(
        "prepare.next_thing",
        "Next thing",
        "Go to the next part that is not ready yet.",
        PREPARE,
        ("n",),
        "next thing",
    ),
    Command(
        "prepare.back",
        "Back",
        "Back to the list of parts; what you typed is kept.",
        PREPARE,
        ("escape",),
    ),
    Command(
        "prepare.tick",
        "Tick, or move on",
        "Tick a line, move a record on, or make a question must, should or could.",
        PREPARE,
        ("space",),
    ),
    Command(
        "prepare.add",
        "Your own line",
        "Add a question, a record, a reason or another line in your own words.",
        PREPARE,
        ("f8", "ctrl+n"),
    ),
    Command(
        "prepare.choose",
        "From the list",
        "Choose questions or records from the guidance.",
        PREPARE,
        ("plus",),
    ),
    Command(
        "prepare.reword",
        "Change the words",
        "Put a line into your own words.",
        PREPARE,
        ("f2", "ctrl+r"),
    ),
    Command(
        "prepare.take_away",
        "Take away",
        "Take a line out of a list; undo brings it back.",
        PREPARE,
        ("delete", "ctrl+x"),
    ),
    Command("prepare.must", "Must ask", "A question that is asked first.", PREPARE),
    Command("prepare.should", "Should ask", "A question for when there is time.", PREPARE),
    Command("prepare.could", "Could ask", "A question that stays on paper.", PREPARE),
    Command(
        "prepare.move_up",
        "One place up",
        "Move a question, or a line of your history, up.",
        PREPARE,
        ("ctrl+up", "shift+up", "alt+up"),
    ),
    Command(
        "prepare.move_down",
        "One place down",
        "Move a question, or a line of your history, down.",
        PREPARE,
        ("ctrl+down", "shift+down", "alt+down"),
    ),
    Command(
        "prepare.who_asks",
        "Who asks",
        "Nobody in particular, the patient or the companion.",
        PREPARE,
        ("ctrl+t",),
    ),
    Command(
        "prepare.alone",
        "Asked alone",
        "A question better asked when nobody else listens.",
        PREPARE,
        ("f6",),
    ),
    Command(
        "prepare.asked",
        "Asked for a record",
        "Write down whom you asked, and when to ask again.",
        PREPARE,
        ("f5", "ctrl+k"),
    ),
    Command(
        "prepare.stars",
        "How much it matters",
        "One to five stars for something that matters to you.",
        PREPARE,
        ("asterisk",),
    ),
    Command(
        "prepare.plan_visit",
        "Plan the visit",
        "With whom, when, how long and where.",
        PREPARE,
        ("v",),
    ),
    Command("prepare.decide_by", "Decide by", "The day by which you want to decide.", PREPARE),
    Command(
        "prepare.call_off",
        "Call the visit off",
        "The visit will not happen; undo brings it back.",
        PREPARE,
    ),
    Command(
        "prepare.freeze",
        "Set the opinion down",
        "Keep what your present doctor says as it is, with today's date.",
        PREPARE,
    ),
    Command(
        "prepare.page",
        "Page for the doctor",
        "See the page that you can hand over.",
        PREPARE,
        ("f9", "ctrl+u"),
    ),
    Command(
        "prepare.enough",
        "Enough for today",
        "See what is done, and stop.",
        PREPARE,
    ),
)
