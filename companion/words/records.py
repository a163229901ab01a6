"""Sentences of the list of records."""

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
    "spoken_to": "Who you spoke to",
    "asked_at": "Asked for on",
    "sent_at": "Sent on",
    "arrived_at": "Arrived on",
    "chase_on": "Ask again on",
    "why": "Why it matters",
}
OWN = "Another record"
WHO_WAS_ASKED = "Who did you ask?"
UNKNOWN_HOLDER = "who has it: not known yet"
ALL_ARRIVED = "All records have arrived."
NONE_YET = "No records listed yet."
CHANGES = {
    "most": "Could change the most: ask first",
    "some": "Could change some things",
    "little": "Helps the visit go well",
    "": "",
}
CHANGES_MOST = "could change the most"
AT_HOME = "Leave these at home, to keep the folder short"
YOURS = "you"
"""Beginnings of the words for who has a record, where nobody has to be asked."""
UNDO_OWN = "record added"
UNDO_ASKED = "record asked for"
FROM_LIST = "+ From the list"
LETTER = "+ Letter: ask for these records"
ADD_OWN = "+ Your own"
CHOOSE_TITLE = "Which records do you need? Enter adds or removes one."
INTRO = "Ask early. Both doctors should read the same records."


def undo_record(text: str) -> str:
    """A record was put on the list."""
    return f"record added: {text}"


def undo_taken_off(text: str) -> str:
    """A record was taken off the list."""
    return f"record removed: {text}"


def undo_moved(text: str) -> str:
    """A record came a step further."""
    return f"record moved on: {text}"


def next_to_ask(record: str, holder: str) -> str:
    """The next record to ask for, or to get ready oneself."""
    act = "get ready" if is_yours(holder) else "ask for"
    return f"Next, {act}: {record}"


def is_yours(holder: str) -> bool:
    """Whether nobody has to be asked for a record."""
    return holder.casefold().split(",")[0].strip() == YOURS


def next_call(record: str, who: str, day: str, days: int) -> str:
    """When to ask after which record, and whom; a day that is over is said plainly."""
    if days < 0:
        return f"Call {who + ' ' if who else ''}now about: {record} (due {day})"
    return f"Next call{', ' + who if who else ''}: {day}, {distance(days)}, about: {record}"


def please_send(record: str, doctor: str) -> str:
    """Words to ask for a record, where the guidance has none."""
    whom = doctor or "the other doctor"
    return f"Please send this to {whom}, and give me a copy: {record}."


def holder(name: str) -> str:
    """The person who has a record."""
    return f"from {name}" if name else UNKNOWN_HOLDER


def again(day: str, days: int) -> str:
    """When to ask again."""
    return f"ask again: was due {day}" if days < 0 else f"ask again {day}"


def moved_to(status: str) -> str:
    """How far a record is now."""
    return f"Now: {STATUS[status]}."
