"""Sentences of the Compare room."""

from __future__ import annotations

TITLE = "Compare"
TOP_NOW = "Compare · what now?"
NO_TITLE = "untitled case"
NO_DOCTOR = "a doctor not named yet"
NO_DAY = "no date"

# Verdicts and why.

VERDICTS = {
    "same": "same",
    "refined": "same, more exact",
    "differs": "different",
    "not_discussed": "not discussed",
    "cannot_tell_yet": "can't tell yet",
}
SHORT_VERDICTS = {**VERDICTS, "refined": "more exact"}
COUNTED = {**SHORT_VERDICTS, "differs": "differ"}
NOT_LOOKED_AT = "not compared yet"
TO_COMPARE = "to compare"
MORE_SINCE = "more was said since"
"""Beside a verdict that is older than what proposes itself."""
MORE_SINCE_SHORT = "more since"
WHY = {
    "different_information": "they had different information",
    "different_reading": "they read a test differently",
    "different_standard": "they follow different standards",
    "different_weighting": "they weigh things differently",
    "more_than_one_good_way": "there's more than one good way",
    "do_not_know": "we don't know: ask both",
}
HOW_TOGETHER = "How do these compare?"
IF_DIFFERENT = "Why do they differ? (you can ask them)"
NOTHING_HERE = "nothing here yet · Enter pick notes · F2 write"
PROPOSED = "+"
"""Before a note that proposes itself."""
LEGEND = "+ from your notes, not used yet. Open the topic and press Enter."
"""What that sign says in the table."""
HOW_MUCH = "How much does this topic matter to you?"
HOW_MUCH_SHORT = "How much it matters"
NOTHING_HERE_EITHER = "nothing here yet · F2 write"
NOT_DISCUSSED = "not discussed"
GUT_CELL = "gut feeling, no note"
BEFORE_YOU_LEAVE = "said before you left"
FROM_BEFORE = "written earlier"
COVERED = "a hidden note; it stays hidden"
CELL_COVERED = "It comes from a hidden note. Show the note first."
SEEN_NOT_NOTED = "which records had they seen? (F5)"
KNEW = {
    "yes": "knew the other opinion",
    "no": "didn't know the other",
    "unknown": "knew the other? (F5)",
}
NO_ASPECTS = "Nothing to compare yet. Press F8 to add a topic."
NO_OPINION = (
    "No opinion written down yet. Next: take notes in a visit (Ctrl+G 2), "
    "or write down what your current doctor says, in Prepare (Ctrl+G 1)."
)
ONE_OPINION = (
    "1 opinion so far. Next: take notes in a visit with another doctor (Ctrl+G 2), "
    "or write down what your current doctor says, in Prepare (Ctrl+G 1). Then you can compare."
)
TWO_NEEDED = "You need two opinions to compare."

HINT_ASPECT = "PgDn topic · 1-5 choose · m more · t table · n what now · F1 more"
HINT_PROPOSED = "Enter use these · Space pick others · F2 write · m more · F1 more"
HINT_TOGETHER = "1-5 choose · Enter go on · t table · m more · n what now · F1 more"
HINT_WHY = "Space select · Enter go on · 1-5 change it · t table · F1 more"
HINT_MATTERS = "1-5 stars · Enter next topic · t table · n what now · F1 more"
HINT_TABLE = "Enter open · F4 based on · F6 options · t one topic · n now · F1 more"
HINT_NOW = "Space choose · Enter set it up · + new to-do · Esc table · F1 more"
HINT_STEP = "Space done · Ctrl+T who · F3 due date · Enter edit · Esc table · F1 more"
HINT_OPEN = "Enter open · + new to-do · Esc table · F1 more"
HINT_WRITE = "Enter write · + new to-do · Esc table · F1 more"
HINT_FIELD = "Enter save · Esc back, your words are kept"

TABLE = "Whole table"
ONE_ROW = "One topic"
VERDICT = "same?"
MATTERS_SHORT = "matters"
MATTERS = "how much it matters"
MOST_STARS = 5
AT_THE_FIRST = "That's the first topic."


def opinion(doctor: str, day: str) -> str:
    """An opinion by its doctor and day."""
    return f"{doctor or NO_DOCTOR}, {day or NO_DAY}"


def top(title: str) -> str:
    """The top line."""
    return f"{TITLE} · {title or NO_TITLE}"


def decide_by(day: str) -> str:
    """The day by which a decision is wanted."""
    return f"decide by {day}"


def counted(verdict: str, count: int) -> str:
    """How many topics have a verdict."""
    return f"{count} {COUNTED[verdict]}"


def to_compare(first: int, again: int) -> str:
    """How many topics have no verdict, and on how many more was said since."""
    if not first:
        return f"{again} {TO_COMPARE} again" if again else ""
    return f"{first} {TO_COMPARE}, {again} again" if again else f"{first} {TO_COMPARE}"


def aspect_beside(number: int, of: int, stars: int | None, matters: str) -> str:
    """Beside the name of a topic: its number, and how much it matters."""
    return f"topic {number} of {of} · {f'{matters} {star_word(stars)}'.strip()}"


def star_word(stars: int | None) -> str:
    """Stars in five cells, so that they stand in one column."""
    return "*" * (stars or 0) + "·" * (MOST_STARS - (stars or 0))


def more_opinions(before: int, after: int) -> str:
    """Opinions that do not fit beside the others, and the keys that lead to them."""
    left = f"Left: {before} more." if before else ""
    right = f"Right: {after} more." if after else ""
    return " ".join(part for part in (left, right, "Enter shows all on a topic.") if part)


def notes(count: int) -> str:
    """How many notes are behind a cell."""
    return "1 note" if count == 1 else f"{count} notes"


def behind_cell(count: int, gone: int) -> str:
    """Notes behind a cell; those that are not there any more are counted too."""
    if not gone:
        return notes(count)
    return f"{notes(count)}, {gone} gone" if count else f"{notes(gone)}, gone"


def behind(count: int, answers: int) -> str:
    """The reason for a verdict: so many notes and answers before leaving, or a feeling."""
    told = [notes(count)] if count else []
    if answers:
        told.append("1 answer" if answers == 1 else f"{answers} answers")
    return f"based on {' and '.join(told)}" if told else GUT_CELL


def had_seen(records: str) -> str:
    """The records that a doctor had seen."""
    return f"had seen: {records}"


def the_same_and(more: str) -> str:
    """The same records as the first, and others."""
    return f"the same, and {more}" if more else "the same"


def added_on(day: str, text: str) -> str:
    """A later addition to an opinion."""
    return f"added {day}: {text}"


def compare_after(records: str, of: int) -> str:
    """A difference that may come from a record only some of so many had seen."""
    return f"Compare again once {all_of(of)} have seen: {records}"


def all_of(opinions: int) -> str:
    """So many opinions together."""
    return "both" if opinions <= len(("one", "other")) else "all"


def at_the_last(told: int) -> str:
    """After the last topic at hand: how one goes on."""
    if told:
        return f"That's the last topic. {told} more with notes: press m."
    return "That's the last topic. Press n: what now?"


def use_notes(count: int) -> str:
    """Notes that propose themselves for a cell, and the key that takes them."""
    return "Enter to use this note:" if count == 1 else f"Enter to use these {count} notes:"


def more_proposed(count: int) -> str:
    """Further notes that propose themselves, and the key to them."""
    return f"{count} more: Space"


def more_told(count: int) -> str:
    """Topics that were brought because there are notes on them."""
    return f"{_topics(count)} with notes. Here is the first."


def more_topics(count: int, told: int) -> str:
    """The last line of the table: topics that are not in it."""
    return f"+ {_topics(count)}, {told} with notes" if told else f"+ {_topics(count)}"


def _topics(count: int) -> str:
    return "1 more topic" if count == 1 else f"{count} more topics"


NO_MORE_TOLD = "No other topic has notes. All topics: t, then the last line."
ALL_COMPARED = "That's every topic you have notes on."
ALL_TAKEN = "That's all for now. Compare once you have 2 opinions."
CHOOSE_A_ROW = "Pick a topic first (t)."
CHOOSE_AN_OPINION = "Pick an opinion with the arrows first."
NOBODY = "no one yet"
