"""Commands of Prepare."""

from __future__ import annotations

from companion.commands.command import Command

PREPARE = ("prepare",)

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
        "Tick a line, or move a record on: needed, asked, sent, arrived.",
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
        ("plus", "l"),
    ),
    Command(
        "prepare.reword",
        "Change the words",
        "Put a line into your own words.",
        PREPARE,
        ("e",),
    ),
    Command(
        "prepare.take_away",
        "Take away",
        "Take a line out of a list; undo brings it back.",
        PREPARE,
        ("d", "delete"),
    ),
    Command("prepare.must", "Must ask", "A question that is asked first.", PREPARE, ("m",)),
    Command("prepare.should", "Should ask", "A question for when there is time.", PREPARE, ("s",)),
    Command("prepare.could", "Could ask", "A question that stays on paper.", PREPARE, ("c",)),
    Command(
        "prepare.move_up",
        "One place up",
        "Move a question, or a line of your history, up.",
        PREPARE,
        ("ctrl+up", "shift+up", "u"),
    ),
    Command(
        "prepare.move_down",
        "One place down",
        "Move a question, or a line of your history, down.",
        PREPARE,
        ("ctrl+down", "shift+down", "b"),
    ),
    Command(
        "prepare.who_asks",
        "Who asks",
        "Nobody in particular, the patient or the companion.",
        PREPARE,
        ("w",),
    ),
    Command(
        "prepare.alone",
        "Asked alone",
        "A question better asked when nobody else listens.",
        PREPARE,
        ("o",),
    ),
    Command(
        "prepare.asked",
        "Asked for a record",
        "Write down whom you asked, and when to ask again.",
        PREPARE,
        ("a",),
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
        ("p",),
    ),
    Command(
        "prepare.enough",
        "Enough for today",
        "See what is done, and stop.",
        PREPARE,
    ),
)
