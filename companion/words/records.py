"""Sentences of the records board."""

from __future__ import annotations

from companion.words.days import distance

STATUS = {
    "needed": "needed",
    "asked": "asked",
    "sent": "sent",
    "arrived": "arrived",
    "not_needed": "not needed",
}
STATUSES_IN_ORDER = "needed > asked > sent > arrived"
FIELDS = {
    "text": "What it is",
    "holder": "Who has it",
    "spoken_to": "Who was spoken to",
    "asked_at": "Asked for on",
    "sent_at": "Sent on",
    "arrived_at": "Arrived on",
    "chase_on": "Ask again on",
    "why": "Why it matters",
}
OWN = "Another record"
ASKED_WHOM = "Whom did you ask?"
UNKNOWN_HOLDER = "Who has it? not known yet"
ALL_ARRIVED = "All records have arrived."
NONE_YET = "No record is on the board yet."
CHANGES = {
    "most": "Can change most: ask first",
    "some": "Can change some things",
    "little": "Helps the visit go well",
    "": "",
}
CHANGES_MOST = "can change most"
AT_HOME = "These can stay at home, so that the folder stays readable"
YOURS = "you"
"""Beginnings of the words for who has a record, where nobody has to be asked."""
UNDO_OWN = "record added"
UNDO_ASKED = "record asked for"
FROM_LIST = "+ From the list"
LETTER = "+ Letter: ask for these records"
ADD_OWN = "+ One of your own"
CHOOSE_TITLE = "Which records? Enter puts one on the board"
INTRO = "Ask early. Both doctors should read the same records."


def undo_record(text: str) -> str:
    """A record was put on the board."""
    return f"record on the board: {text}"


def undo_taken_off(text: str) -> str:
    """A record was taken off the board."""
    return f"record taken off: {text}"


def undo_moved(text: str) -> str:
    """A record came a step further."""
    return f"record moved on: {text}"


def next_to_ask(record: str, holder: str) -> str:
    """The next record to ask for, or to get ready oneself."""
    act = "get this ready" if is_yours(holder) else "ask for this"
    return f"Next: {act}. {record}"


def is_yours(holder: str) -> bool:
    """Whether nobody has to be asked for a record."""
    return holder.casefold().split(",")[0].strip() == YOURS


def next_call(record: str, who: str, day: str, days: int) -> str:
    """When to ask after which record, and whom; a day that is over is said plainly."""
    whom = f", {who}" if who else ""
    if days < 0:
        return f"Call now{whom}: {record}. It was for {day}, {distance(days)}."
    return f"Next call: {day}, {distance(days)}{whom}: {record}"


def visit_in(doctor: str, days: int, missing: int) -> str:
    """How far away the visit is, and how many records have not arrived."""
    visit = f"The visit with {doctor}" if doctor else "The visit"
    if not missing:
        return f"{visit}: {distance(days)}. All records are there."
    many = "1 record is" if missing == 1 else f"{missing} records are"
    return f"{visit}: {distance(days)}. {many} not there yet."


def please_send(record: str, doctor: str) -> str:
    """Words to ask for a record, where the guidance has none."""
    whom = doctor or "the other doctor"
    return f"Please send this to {whom}, and give me a copy: {record}."


def holder(name: str) -> str:
    """The person who has a record."""
    return f"from {name}" if name else UNKNOWN_HOLDER


def again(day: str, days: int) -> str:
    """When to ask again."""
    return f"ask again {day}" if days > 0 else f"ask again: it was for {day}, {distance(days)}"


def moved_to(status: str) -> str:
    """How far a record is now."""
    return f"Now: {STATUS[status]}."
