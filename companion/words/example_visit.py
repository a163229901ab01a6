"""The notes of the made-up visit, as they would have been typed."""

from __future__ import annotations

from typing import NamedTuple

from companion.words.visit_ends import DEBRIEF as QUESTIONS_AFTER


class WrittenNote(NamedTuple):
    """One note as it was typed."""

    minute: int
    """Minutes after the visit began."""
    question: int
    """Number of the question it stands under; 0 is Other notes."""
    line: str
    """As typed, mark included."""


NOTES = (
    WrittenNote(1, 0, "Long wait, she has read the letter"),
    WrittenNote(2, 1, "Read the March inhibitor test again"),
    WrittenNote(3, 1, '" Your diagnosis is right. It is moderate, not mild'),
    WrittenNote(4, 2, "= Levels fall too low by day three"),
    WrittenNote(5, 2, "# 2 in 100 get inhibitors over 5 years"),
    WrittenNote(6, 2, "? What is a trough level"),
    WrittenNote(6, 0, "! Ask clinic for the gene report (Sam)"),
    WrittenNote(9, 2, '" I would give a dose every 3 days, before the level drops'),
    WrittenNote(11, 4, "Veins get used more. A port is one option, not now"),
    WrittenNote(13, 4, "An inhibitor can develop. Test every 3 months at first"),
    WrittenNote(15, 0, "~ emicizumab"),
    WrittenNote(17, 2, "Outlook: with good care, much like other people, she says"),
    WrittenNote(19, 0, "Alva is tired. Ask her tonight how she is"),
    WrittenNote(20, 2, "# trough level 4 % 9 months ago"),
    WrittenNote(20, 2, "# trough level 3 % 4 months ago"),
    WrittenNote(21, 2, "# trough level 2 % 2 weeks ago"),
    WrittenNote(31, 0, "On the way out: the nurse can show Sam how to mix the factor"),
)
SAID_BACK = 3
"""Place of the note that was read aloud."""
SAID_BACK_MINUTE = 8
CORRECTED = "Levels fall too low by day four"
NUMBER = 4
"""Place of the note with a number card."""
NUMBER_WHAT = "inhibitors"
NUMBER_COUNT = "2"
NUMBER_OUT_OF = "100"
NUMBER_OVER = "5 years"
NUMBER_FOR_WHOM = "people with moderate hemophilia A"
COVERED = 11
"""Place of the note that waits until Alva asks for it."""
MINE_ONLY = 12
"""Place of the note that Sam keeps."""
UNCLEAR = 5
"""Place of the note that is not clear yet."""
TO_DO = 6
"""Place of the note that is a step."""

BEFORE_YOU_LEAVE_CALL = (
    "Nurse line, mornings. A bleed that does not stop: treat it, then the ward, day or night."
)
BEFORE_YOU_LEAVE_PLAN = (
    "She suggests a dose every 3 days for 6 months, then look again. Nothing changes yet."
)
BEFORE_YOU_LEAVE_RESULTS = "The level test takes 2 weeks. Dr Okafor calls."
RESULT = {
    "text": "Level test",
    "why": "To see how low it is just before a dose.",
    "who_tells": "Dr Okafor calls",
}
"""Fields of the result that this answer speaks of."""
DEBRIEF = (
    ("general/debrief-main", QUESTIONS_AFTER[0]),
    ("general/debrief-next", QUESTIONS_AFTER[1]),
    ("general/debrief-surprise", QUESTIONS_AFTER[3]),
)
DEBRIEF_ANSWERS = (
    "That it is moderate, and that a dose every 3 days would keep the level up.",
    "The gene report goes to Dr Lindqvist. Then we talk with her.",
    "That she took the whole half hour.",
)
