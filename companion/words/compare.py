"""Sentences of the Compare room."""

from __future__ import annotations

TITLE = "Compare"
TOP_NOW = "Compare · what now?"
NO_TITLE = "a case without a name"
NO_DOCTOR = "a doctor, no name yet"
NO_DAY = "no day"

# Verdicts and why.

VERDICTS = {
    "same": "same",
    "refined": "refined: same, more exact",
    "differs": "differs",
    "not_discussed": "not discussed",
    "cannot_tell_yet": "cannot tell yet",
}
SHORT_VERDICTS = {**VERDICTS, "refined": "refined"}
COUNTED = {
    "same": "same",
    "refined": "refined",
    "differs": "differ",
    "not_discussed": "not discussed",
    "cannot_tell_yet": "cannot tell yet",
}
NOT_LOOKED_AT = "not looked at yet"
WHY = {
    "different_information": "they had different information",
    "different_reading": "they read a test differently",
    "different_standard": "they follow different standards",
    "different_weighting": "they weigh things differently",
    "more_than_one_good_way": "there is more than one good way",
    "do_not_know": "we do not know: ask both",
}
HOW_TOGETHER = "How do these go together?"
IF_DIFFERENT = "If they differ, why?  (you may ask them)"
NOTHING_HERE = "nothing here yet · Enter chooses notes · F2 writes"
NOTHING_HERE_EITHER = "nothing here yet · F2 writes"
NOT_DISCUSSED = "not discussed"
GUT_CELL = "gut: no note"
FROM_BEFORE = "from before"
COVERED = "a covered note; it stays covered"
CELL_COVERED = "This rests on a covered note: show that note first, in its visit."
SEEN_NOT_NOTED = "had seen which records? (F5)"
KNEW = {
    "yes": "knew the other opinion",
    "no": "did not know the other",
    "unknown": "knew the other? (F5)",
}
NO_ASPECTS = "There is no row to compare yet. F8 makes one."
NO_OPINION = (
    "No opinion is written down yet. Next: notes of a visit (Ctrl+G 2), "
    "or what your present doctor said, in Prepare (Ctrl+G 1)."
)
ONE_OPINION = (
    "One opinion is written down so far. Next: notes of a visit with another doctor (Ctrl+G 2), "
    "or what your present doctor said, in Prepare (Ctrl+G 1). Then you can lay them side by side."
)
TWO_NEEDED = "This can be said when two opinions are written down."

HINT_ASPECT = "PgUp/PgDn row · 1-5 choose · * matters · t table · n what now · F1 more"
HINT_TABLE = "Enter opens · F4 what is behind it · n what now · t one row · F1 more"
HINT_NOW = "Space choose · Enter do · + new step · Esc table · F1 more"
HINT_STEP = "Space done · Ctrl+T whose · F3 day · Enter words · Esc table · F1 more"
HINT_FIELD = "Enter keep · Esc back, what you typed stays"

TABLE = "Whole table"
ONE_ROW = "One row"
VERDICT = "together"
MATTERS_SHORT = "matters"
MATTERS = "how much it matters to us"
AT_THE_FIRST = "This is the first row."
AT_THE_LAST = "This is the last row. Press n: what now?"


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
    """How many rows have a verdict."""
    return f"{count} {COUNTED[verdict]}"


def not_looked_at(count: int) -> str:
    """How many rows have no verdict."""
    return f"{count} {NOT_LOOKED_AT}"


def aspect_beside(number: int, of: int, stars: int | None, *, short: bool) -> str:
    """Beside the name of a row: its number, and how much it matters."""
    matters = MATTERS_SHORT if short else MATTERS
    return f"   {number} of {of}   {matters}  {star_word(stars)}"


def star_word(stars: int | None) -> str:
    """Stars as characters; a dash when none were given."""
    return "*" * stars if stars else "-"


def more_opinions(before: int, after: int) -> str:
    """Opinions that do not fit beside the others, and the keys that lead to them."""
    left = f"Left: {before} more." if before else ""
    right = f"Right: {after} more." if after else ""
    return " ".join(part for part in (left, right, "Enter opens a row with all.") if part)


def notes(count: int) -> str:
    """How many notes are behind a cell."""
    return "1 note" if count == 1 else f"{count} notes"


def behind_cell(count: int, gone: int) -> str:
    """Notes behind a cell; those that are not there any more are counted too."""
    if not gone:
        return notes(count)
    return f"{notes(count)}, {gone} gone" if count else f"{notes(gone)}, gone"


def behind(count: int) -> str:
    """The reason for a verdict: so many notes, or a feeling."""
    return f"behind it: {notes(count)}" if count else "gut: no note behind it"


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
    return f"Compare after {all_of(of)} have seen: {records}"


def all_of(opinions: int) -> str:
    """So many opinions together."""
    return "both" if opinions <= len(("one", "other")) else "all"


CHOOSE_A_ROW = "Go to a row of the comparison first (t)."
CHOOSE_AN_OPINION = "Go to an opinion with the arrows first."
NOBODY = "nobody yet"
