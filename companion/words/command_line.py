"""What `--help` says of each command and each of its options."""

from __future__ import annotations

from typing import Final

ABOUT = "Prepare for a second opinion, take notes, compare. Everything stays on this laptop."

COMMANDS: Final = {
    "new": ("Start a case; print its id.", "Start a case and print its id."),
    "plan": ("Add a visit; print its id.", "Add a visit to a case and print its id."),
    "change": (
        "Change a case or a visit.",
        (
            "Change a case's title or decide-by date; or a visit's time, doctor or place; or "
            "cancel the visit.\n\nCASE is a case, CASE/V one of its visits."
        ),
    ),
    "undo": (
        "Undo the last change.",
        "Undo the last change in a case, its visits included.",
    ),
    "open": (
        "Open a case in one of its rooms.",
        (
            "Open a case in one of its rooms. Without CASE, open the one with a visit under way, "
            "or else the newest."
        ),
    ),
    "note": (
        "Add notes from standard input, one per line.",
        "Add notes from standard input, one per line. Marks work as they do in the Visit room.",
    ),
    "list": (
        "List all cases and their visits.",
        "List all cases and their visits, with the numbers that other commands take.",
    ),
    "show": ("Show one whole case.", "Show one case: what comes next, then everything in it."),
    "search": (
        "Search all notes, answers and to-dos.",
        "Search all notes, answers, questions and to-dos for WORDS, in the order you type them.",
    ),
    "export": (
        "Save or print a case, or a paper of it.",
        "Save a case or one of its papers as a file, or print it.",
    ),
    "import": (
        "Add a question list, a visit or a case.",
        (
            "Add questions from a list (Markdown, text), a visit from a calendar file (.ics), or a "
            "whole case (JSON).\n\nA FILE of - is standard input."
        ),
    ),
    "guide": (
        "Read the guidance.",
        (
            "List the texts of the guidance, or print those with all the WORDS in their titles; "
            "if there are none, those with the WORDS in the text."
        ),
    ),
    "packs": ("List the guidance packs.", "List the guidance packs, your own included."),
    "check": (
        "Check a guidance pack you wrote.",
        (
            "Check a file, a pack or a folder of packs. Each problem is a line: FILE:LINE: what is "
            "wrong, and what to do."
        ),
    ),
    "new-pack": (
        "Begin a guidance pack of your own.",
        (
            "Begin a guidance pack: write a folder NAME with the usual files, each with one "
            "example to write over. Nothing that is there is ever written over."
        ),
    ),
    "keys": (
        "Everything you can do, and its keys.",
        "List everything you can do in the rooms, with its keys; your own keys included.",
    ),
    "backup": (
        "Save all cases in one zip file.",
        (
            "Save every case in one zip file. A case that can't be read is named; the others are "
            "saved all the same."
        ),
    ),
    "restore": (
        "Bring back cases from a backup.",
        (
            "Bring back the cases of a backup that are not on this laptop, or can't be read "
            "here.\n\nFILE is a backup, or the folder you unpacked it to. Cases that can be "
            "read here are never changed. A damaged file is replaced, and kept beside the new one."
        ),
    ),
    "erase": (
        "Erase a case forever.",
        (
            "Erase a case and every earlier version of it, in the trash too. This cannot be "
            "undone; it asks for the title first."
        ),
    ),
    "where": ("Show where your files are.", "Print the folder that holds your files."),
    "self-check": (
        "Check that everything can be read.",
        "Read every case, guidance pack and settings file, and say what is wrong.",
    ),
    "demo": (
        "Look around in an example.",
        "Look around in a made-up case; nothing you do there is saved.",
    ),
}
"""Name of a command to what it does, in the list of all and in its own help."""

EVERY_OPTION: Final = {
    "home": "Use this data folder. Default: COMPANION_HOME, or else the system's usual place.",
    "as_json": "Print JSON.",
    "version": "Show the version and exit.",
}
"""Options that mean the same in every command."""

OPTIONS: Final = {
    "new": {
        "title": "What it's about. Asked for when missing or -.",
        "packs": "A guidance pack to use, by its id. Repeat for more.",
    },
    "plan": {
        "clinician": "Who the visit is with. Asked for when missing or -.",
        "when": 'The time: 2026-12-03T14:00, or in words, such as "Dec 3 2 pm".',
        "minutes": "How long it takes, in minutes.",
        "phone": "A phone or video visit.",
    },
    "change": {
        "title": "The case: its new title.",
        "decide_by": "The case: the day to decide by.",
        "when": "The visit: its new time.",
        "clinician": "The visit: who it is with.",
        "minutes": "The visit: how long it takes, in minutes.",
        "place": "The visit: where it is.",
        "goal": "The visit: the goal for it.",
        "cancel": "The visit: cancel it.",
    },
    "open": {
        "room": "The room to open. Default: prepare.",
        "visit": "The visit to open. Default: the one under way, or else the nearest.",
    },
    "note": {
        "visit": "The visit. Default: the one under way, or else the nearest.",
        "number": "The number of the question the notes belong to. Default: 0, other notes.",
    },
    "show": {
        "set_aside": "Print only the texts in files that are damaged or set aside.",
    },
    "export": {
        "kind": "The file type.",
        "paper": "The paper: case (all of it), doctor, booklet, records, referral, insurer, "
        "message, ask-both, said, summary, comparison, options, timeline.",
        "visit": "The visit of said, summary or booklet. Default: the latest, or the next.",
        "audience": "Who it's for. Default: me. Copies for others leave private things out, "
        "and say what.",
        "large": "HTML in large print.",
        "every": "ask-both: all the questions, on as many pages as they take.",
        "target": "The file to save; - or nothing prints it.",
        "raw": "CSV: leave cells alone that look like formulas.",
        "schema": "Print the JSON Schema of the JSON export.",
    },
    "import": {
        "into": "The case to add to. Default: a new one.",
        "update": "Calendar: change visits that are already here to what the file says.",
    },
    "guide": {
        "packs": "Only this guidance pack and those it builds on. Repeat for more.",
    },
    "new-pack": {"own": "Put it into the data folder, where Companion uses it at once."},
    "backup": {"replace": "Replace a file by that name."},
    "erase": {"yes": "Do not ask for the title."},
}
"""Name of a command to its own options and what they are for."""
