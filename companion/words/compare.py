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
NOTHING_HERE = "nothing here yet · Enter chooses notes · e writes"
NOTHING_HERE_EITHER = "nothing here yet · e writes"
NOT_DISCUSSED = "not discussed"
GUT_CELL = "gut: no note"
FROM_BEFORE = "from before"
COVERED = "a covered note; it stays covered"
SEEN_NOT_NOTED = "had seen which records? (s)"
KNEW = {
    "yes": "knew the other opinion",
    "no": "did not know the other",
    "unknown": "knew the other? (s)",
}
NO_ASPECTS = "There is no row to compare yet. Press a to make one."
NO_OPINION = (
    "No opinion is written down yet. Write notes in a visit (Ctrl+G 2), "
    "or what your present doctor said in Prepare (Ctrl+G 1)."
)
ONE_OPINION = "One opinion is written down so far. With a second one you can lay them side by side."

HINT_ASPECT = "PgUp/PgDn row · 1-5 choose · * matters · t table · n what now · F1 more"
HINT_TABLE = "arrows, Enter opens · n what now · t one row · F1 more"
HINT_NOW = "Space choose · Enter do · w why we decided · Esc table · F1 more"
HINT_FIELD = "Enter keep · Esc back, what you typed stays"

TABLE = "Whole table"
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
    """How many rows nobody judged."""
    return f"{count} {NOT_LOOKED_AT}"


def aspect_title(name: str, number: int, of: int, stars: int | None) -> str:
    """The title of one row."""
    return f"{name}   {number} of {of}   {MATTERS}  {star_word(stars)}"


def star_word(stars: int | None) -> str:
    """Stars as signs; a dash when none were given."""
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
    """What is behind a cell; notes that were there, and are not any more, are counted too."""
    if not gone:
        return notes(count)
    return f"{notes(count)}, {gone} gone" if count else f"{notes(gone)}, gone"


def behind(count: int) -> str:
    """What is behind a verdict: so many notes, or a feeling."""
    return f"behind it: {notes(count)}" if count else "gut: no note behind it"


def had_seen(records: str) -> str:
    """Which records a doctor had seen."""
    return f"had seen: {records}"


def the_same_and(more: str) -> str:
    """The same records as the first, and others."""
    return f"the same, and {more}" if more else "the same"


def added_on(day: str, text: str) -> str:
    """Something added to an opinion later."""
    return f"added {day}: {text}"


def compare_after(records: str) -> str:
    """A difference that may come from a record only one had seen."""
    return f"Compare after both have seen: {records}"


# What now.

NOW_TITLE = "What this can mean"
DIFFER_ON = "They differ on"
NOT_DISCUSSED_ON = "Not discussed with all"
NOTHING_JUDGED = "No row has been looked at yet. Press t, and say how each goes together."
WAYS = "Ways on"
WAYS_SUB = "none of them is the better one; choose one to begin with, change it when you like"
STEPS = "Steps"
NEW_STEP = "+ New step"
SURE = "How sure are we?"
LEANING = "Leaning, in your words"
DECIDED = "Why we decided"
NOTHING_WRITTEN = "nothing written yet"
TWO_CAREFUL = "Two doctors can both be careful and still differ. It does not tell you who is right."
MAKES = {
    "visit": "makes: a visit or call, with your questions in it",
    "message": "makes: steps for a message to both, and for the answer",
    "sheet": "makes: one sheet, same words for each",
    "steps": "makes: steps for records, referral and who pays",
    "date": "makes: a day to look at it again",
}
CHOSEN_BEFORE = "chosen"
FRONT_DESK = "If somebody else answers"
EXPECTED = "Before the visit you wrote what you expected to hear"
PAPERS = {
    "take-back": ("message", "+ Paper: message back to your present doctor"),
    "together": ("both", "+ Paper: ask both to look at it together"),
    "same-questions": ("ask-both", "+ Paper: the same questions for both"),
    "change": ("change", "+ Paper: move your care to another doctor"),
    "third": ("book", "+ Paper: ask for a visit"),
}
"""The paper that belongs to a way on, and how it is offered."""
SAY = "You may say"


def guidance(pack: str, reviewed: str) -> str:
    """Where a text comes from."""
    return f"guidance: {pack}, reviewed {reviewed}"


def saw_it(record: str, seen: str, unseen: str) -> str:
    """Who had seen a record and who had not."""
    return f"{seen} had seen: {record}. {unseen} had not. Compare after both have seen it."


def put_to_one(doctor: str, questions: str) -> str:
    """Questions that one doctor alone was asked."""
    return f"Put to {doctor or NO_DOCTOR} only: {questions}"


def and_more(count: int) -> str:
    """How many are not shown."""
    return f"and {count} more"


def sure(yes: int, of: int, day: str) -> str:
    """How many of the four were answered with yes, and when."""
    return f"{yes} of {of} yes, {day}"


def step_right(owner: str, due: str, done: str, *, late: bool) -> str:
    """Whose a step is and by when."""
    when = f"was due {due}" if late else f"by {due}"
    parts = [owner, f"done {done}" if done else (when if due else "")]
    return " · ".join(part for part in parts if part)


def chosen_on(day: str) -> str:
    """When a way on was chosen."""
    return f"{CHOSEN_BEFORE} {day}"


def made_steps(count: int, first_day: str) -> str:
    """What a way on has made, and by when the first of it is due."""
    made = "1 step is" if count == 1 else f"{count} steps are"
    return f"made: {made} in the list below{f', the next by {first_day}' if first_day else ''}"


def leaned_before(count: int) -> str:
    """How often one wrote before which way one leaned."""
    return "1 entry before it" if count == 1 else f"{count} entries before it"


def visit_made(doctor: str) -> str:
    """A visit was made."""
    return f"A visit with {doctor or NO_DOCTOR} is in this case now, with your questions."


def visit_there(doctor: str) -> str:
    """There is such a visit already."""
    return f"A visit with {doctor or NO_DOCTOR} is planned already. Ctrl+G 1 shows it."


def steps_made(count: int) -> str:
    """Steps were made."""
    if not count:
        return "Its steps are in the list already."
    made = "1 step is" if count == 1 else f"{count} steps are"
    return f"{made} in the list now. Press o for whose it is, d for the day."


ENTER_AGAIN = "Chosen. Press Enter once more to make what it makes."
CHOOSE_A_ROW = "Go to a row of the comparison first (t)."
CHOOSE_A_STEP = "Go to a step with the arrows first."
CHOOSE_A_PATH = "Choose a way on first, with Space."
CHOOSE_AN_OPINION = "Go to an opinion with the arrows first."
NOBODY = "nobody yet"
