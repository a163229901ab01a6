"""Which part of *what was said* an answer belongs to: what was asked decides, never its words.

A question names the topic it speaks to, and a topic has its part. Questions of the guidance that
speak to another part than their topic's, or to no topic, stand here by themselves.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.domain.question import Question


class SaidPart(StrEnum):
    """A part of *what was said*, in the order in which they are read."""

    WHAT = "what"
    ADVISED = "advised"
    WHY = "why"
    NEXT = "next"
    WHO = "who"
    CALL = "call"
    OPEN = "open"
    ALSO = "also"


ALWAYS_THERE = tuple(part for part in SaidPart if part is not SaidPart.ALSO)
"""Parts that stand on the page even where nothing was said to them."""

_OF_TOPICS = {
    SaidPart.WHAT: (
        *("diagnosis", "how-sure", "severity", "joints", "bleeds", "kind", "risk-group", "level"),
        *("fit", "receptors", "grade", "stage", "tissue", "markers", "type", "score"),
    ),
    SaidPart.ADVISED: (
        *("plan", "other-ways", "how-soon", "intensity", "transplant", "studies", "fusion"),
        *("without", "operate", "which", "first", "operation", "armpit", "radiation", "chemo"),
        *("hormone", "rebuild", "treatment", "order", "how-much", "trials", "protocol", "blina"),
        *("brain", "targeted", "maintenance", "when", "duration", "pill", "surgery", "daily-life"),
    ),
    SaidPart.WHY: (
        *("aim", "benefits", "risks", "clots", "better", "function", "heart", "infections"),
        *("fertility", "children", "child"),
    ),
    SaidPart.NEXT: (
        *("tests", "look-again", "mrd", "lab", "back", "weaker", "if-fails", "checks", "later"),
        *("milestones", "stop", "recovery"),
    ),
    SaidPart.WHO: ("together", "follow-up", "where", "who"),
}
_OF_QUESTIONS = {
    SaidPart.WHAT: (
        *("own-view-first", "diagnosis-right", "how-sure", "exact-name", "how-far", "ruled-out"),
        *("read-tests", "missed", "more-serious", "treatment-working", "outlook"),
        *("news-name", "news-sure", "recall-what", "recall-sure"),
    ),
    SaidPart.ADVISED: (
        *(
            "ways-open",
            "why-not-others",
            "wait",
            "study",
            "newer",
            "medicine-for",
            "medicine-missed",
            "operation",
        ),
        *("how-soon", "days", "work", "operation-home", "someone-close", "recall-advice"),
    ),
    SaidPart.WHY: (
        *("aim", "good-and-harm", "side-effects", "fits-me", "test-for", "cost"),
        *("medicine-mix", "children", "intimacy", "change-advice", "recall-why", "recall-harm"),
    ),
    SaidPart.NEXT: (
        *("more-tests", "test-result", "plan-b", "look-again", "news-next", "news-today", "copy"),
        "recall-next",
    ),
    SaidPart.WHO: (
        *("work-together", "team", "operation-who", "remote-acts", "case-meeting", "worry"),
        "where-treated",
    ),
    SaidPart.CALL: ("watch-for", "news-call"),
}
_CALLS = frozenset({"who-to-call", "night-call", "mild-night", "emergency-letter"})
"""Questions of guidance for one illness that ask who to call."""
_TOPIC = "aspect-"
_GENERAL = "general"

_PART_OF_TOPIC = {name: part for part, names in _OF_TOPICS.items() for name in names}
_PART_OF_QUESTION = {name: part for part, names in _OF_QUESTIONS.items() for name in names}


def said_id(visit_id: str, part: str) -> str:
    """Return the id of a part that was rewritten by hand: the same on every laptop."""
    import hashlib  # noqa: PLC0415 - most visits open without such a part

    return hashlib.sha256(f"{visit_id}/said/{part}".encode()).hexdigest()[:16]


def part_of_topic(source: str | None) -> SaidPart | None:
    """Return the part that what is said on a topic belongs to; None for a topic of one's own.

    Args:
        source: `pack/item` of the topic.
    """
    _, found, name = (source or "").rpartition("/")[2].partition(_TOPIC)
    return _PART_OF_TOPIC.get(name) if found else None


def part_of_question(
    question: Question | None, topics: Mapping[str, tuple[str, ...]]
) -> SaidPart | None:
    """Return the part that answers to a question belong to; None where nothing tells.

    Args:
        question: The question.
        topics: The topics that questions of the guidance speak to, by `pack/item`.
    """
    if question is None or not question.source:
        return None
    pack, _, item = question.source.rpartition("/")
    if item in _CALLS:
        return SaidPart.CALL
    own = _PART_OF_QUESTION.get(item) if pack == _GENERAL else None
    named = (part_of_topic(each) for each in topics.get(question.source, ()))
    return own or next((part for part in named if part is not None), None)
