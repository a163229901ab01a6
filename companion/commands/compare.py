"""Commands of Compare."""

from __future__ import annotations

from companion.commands.command import Command

COMPARE = ("compare",)

COMMANDS = (
    Command(
        "compare.next_aspect",
        "Next row",
        "One row of the comparison on.",
        COMPARE,
        ("pagedown", "tab"),
    ),
    Command(
        "compare.previous_aspect", "Row before", "One row back.", COMPARE, ("pageup", "shift+tab")
    ),
    Command("compare.whole_table", "Whole table", "All rows at once, or one.", COMPARE, ("t",)),
    Command("compare.what_now", "What now?", "What it can mean, ways on, steps.", COMPARE, ("n",)),
    Command("compare.same", "Same", "These opinions say the same here.", COMPARE, ("1",)),
    Command("compare.refined", "Refined", "The same, and one is more exact.", COMPARE, ("2",)),
    Command("compare.differs", "Differs", "These opinions differ here.", COMPARE, ("3",)),
    Command(
        "compare.not_discussed", "Not discussed", "It was not discussed with all.", COMPARE, ("4",)
    ),
    Command(
        "compare.cannot_tell_yet", "Cannot tell yet", "Leave it open, and say so.", COMPARE, ("5",)
    ),
    Command(
        "compare.matters",
        "How much it matters",
        "One star more; none after five.",
        COMPARE,
        ("asterisk",),
    ),
    Command("compare.mark", "Tick or choose", "Tick what the cursor is at.", COMPARE, ("space",)),
    Command(
        "compare.notes",
        "Notes behind this",
        "Choose the notes an opinion rests on.",
        COMPARE,
    ),
    Command(
        "compare.behind",
        "What is behind it",
        "Every note behind how a row goes together, and behind its stars.",
        COMPARE,
        ("f4", "ctrl+e"),
    ),
    Command(
        "compare.write",
        "Write in your words",
        "Write what stands at the cursor.",
        COMPARE,
        ("f2", "ctrl+r"),
    ),
    Command(
        "compare.had_seen",
        "What a doctor had seen",
        "Records, and whether the other opinion was known.",
        COMPARE,
        ("f5", "ctrl+k"),
    ),
    Command(
        "compare.rate",
        "How we found them",
        "Words, then stars; each person apart.",
        COMPARE,
        ("f9", "ctrl+u"),
    ),
    Command(
        "compare.set_down",
        "Set an opinion down",
        "Keep what a doctor said as it is; what comes later is added with its date.",
        COMPARE,
    ),
    Command(
        "compare.add_aspect",
        "Row of your own",
        "Compare something else too.",
        COMPARE,
        ("f8", "ctrl+n"),
    ),
    Command(
        "compare.drop_aspect", "Take a row out", "Take this row out; undo brings it back.", COMPARE
    ),
    Command("compare.new_step", "New step", "Add something to do.", COMPARE, ("plus",)),
    Command(
        "compare.step_owner",
        "Whose step it is",
        "Patient, companion, or nobody yet.",
        COMPARE,
        ("ctrl+t",),
    ),
    Command(
        "compare.step_day",
        "Day of a step",
        "By when it is to be done.",
        COMPARE,
        ("f3", "ctrl+x"),
    ),
    Command(
        "compare.drop_step", "Take a step out", "Take a step out; undo brings it back.", COMPARE
    ),
    Command("compare.path_why", "Why this way", "Say why you chose this way on.", COMPARE),
    Command("compare.sure", "How sure are we?", "Four plain questions, yes or no.", COMPARE),
    Command("compare.leaning", "Leaning", "Write down which way you lean today.", COMPARE),
    Command(
        "compare.leaning_log",
        "How you leaned",
        "Which way you leaned before, day by day.",
        COMPARE,
    ),
    Command(
        "compare.decided",
        "Why we decided",
        "What you decided, and why, in your words.",
        COMPARE,
    ),
)
