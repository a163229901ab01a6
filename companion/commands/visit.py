"""Commands of the Visit room."""

from __future__ import annotations

from companion.commands.command import Command

VISIT = ("visit",)

# The second keys of F3 to F9 are chosen by what they do to fingers that are used to a shell: none
# takes words away, and Ctrl+E, meant for the end of the line, opens what any letter closes.

COMMANDS = (
    Command(
        "visit.go_to_question",
        "Go to a question",
        "Type its number, 0 for anything else; the half-written note stays.",
        VISIT,
        ("tab",),
        "question",
    ),
    Command("visit.next_question", "Next question", "One question down.", VISIT, ("pagedown",)),
    Command(
        "visit.previous_question",
        "Previous question",
        "One question up.",
        VISIT,
        ("shift+tab", "pageup"),
    ),
    Command(
        "visit.look_back",
        "Look back in the notes",
        "Earlier notes; the next note you save brings the newest back.",
        VISIT,
        ("ctrl+up", "alt+up"),
    ),
    Command(
        "visit.look_on",
        "Look on in the notes",
        "Later notes.",
        VISIT,
        ("ctrl+down", "alt+down"),
    ),
    Command(
        "visit.find",
        "Find in this visit",
        "See only the notes that hold some words, a mark, a question or a writer.",
        VISIT,
        ("ctrl+f", "ctrl+slash", "ctrl+underscore"),
    ),
    Command(
        "visit.mark_answered",
        "Answered, partly, back",
        "Say how far the question you are at has come.",
        VISIT,
        ("f2", "ctrl+r"),
        "answered",
    ),
    Command(
        "visit.set_state",
        "Choose a state",
        "Open, answered, partly, carried over or dropped.",
        VISIT,
    ),
    Command(
        "visit.new_question",
        "New question",
        "Add a question that came up here; it takes the next number.",
        VISIT,
        ("f8", "ctrl+n"),
        "new question",
    ),
    Command(
        "visit.say_it_back",
        "Say it back",
        "Read a note aloud, to check it with the doctor.",
        VISIT,
        ("f3", "ctrl+x"),
    ),
    Command(
        "visit.moment",
        "Ask for a moment",
        "Three sentences in large letters, to show or say.",
        VISIT,
        ("f4", "ctrl+e"),
    ),
    Command(
        "visit.number_card",
        "Number card",
        "How many, out of how many, over how long.",
        VISIT,
    ),
    Command(
        "note.change_mark",
        "Mark a note",
        "Doctor's words, understood, unclear, to do, number or spelling.",
        VISIT,
    ),
    Command(
        "visit.cover",
        "Cover a note",
        "Hide a note until the patient asks for it, or show it again.",
        VISIT,
        ("f6", "ctrl+d"),
    ),
    Command(
        "visit.unexpected_news",
        "Unexpected news",
        "Five questions that always fit; the same command brings yours back.",
        VISIT,
    ),
    Command(
        "visit.before_you_leave",
        "Before you leave",
        "Whom to call, the plan, who does what, when results come, a copy of the report.",
        VISIT,
        ("f9", "ctrl+u"),
    ),
    Command(
        "visit.hand_over",
        "Hand over the page",
        "Note that the page for the doctor was given.",
        VISIT,
    ),
    Command(
        "visit.told_other",
        "Told the other opinion",
        "Note that this doctor has now heard what the other one said.",
        VISIT,
    ),
    Command(
        "visit.doctor_is_here",
        "The doctor is here",
        "Start the clock again.",
        VISIT,
        ("f5", "ctrl+k"),
    ),
    Command("visit.more_time", "More time", "Add five minutes to the planned time.", VISIT),
    Command(
        "visit.clock",
        "Show or hide the clock",
        "Always, only in the last five minutes, or not at all.",
        VISIT,
    ),
    Command(
        "visit.hide_screen",
        "Hide the screen",
        "Show nothing until the same key is pressed again; typing is kept.",
        VISIT,
        ("f12", "ctrl+l"),
    ),
    Command(
        "visit.change_author", "Who writes", "The other person writes now.", VISIT, ("ctrl+t",)
    ),
    Command(
        "note.edit_last",
        "Change the newest note",
        "Bring the newest note back to the line you type in.",
        VISIT,
        ("up",),
    ),
    Command("note.delete", "Delete a note", "Delete a note; undo brings it back.", VISIT),
    Command("note.move", "Move a note", "Put a note under another question.", VISIT),
    Command(
        "note.mine_only",
        "For me only",
        "Leave a note out of every copy but your own.",
        VISIT,
    ),
    Command(
        "visit.read_back",
        "Read the answers through",
        "Every question with its notes, in order, also for reading aloud.",
        VISIT,
    ),
    Command(
        "visit.end",
        "End the visit",
        "See what was answered and choose where the rest goes.",
        VISIT,
    ),
)
