"""Parts of *what was said*, for copies of guidance that were made before the guidance named them.

A case keeps its copies as they are, so what was noted in an older case stands where it stood. Newer
guidance says `part:`, and nothing is added here.
"""

from __future__ import annotations

from companion.domain.said_parts import SaidPart

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
        *("ways-open", "why-not-others", "wait", "study", "newer", "medicine-for"),
        *("medicine-missed", "operation"),
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
_GENERAL = "general"
_TOPIC = "aspect-"

_PART_OF_TOPIC = {name: part for part, names in _OF_TOPICS.items() for name in names}
_PART_OF_QUESTION = {name: part for part, names in _OF_QUESTIONS.items() for name in names}


def earlier_part_of_topic(item: str) -> SaidPart | None:
    """Return the part of a topic by its id inside its pack."""
    _, found, name = item.partition(_TOPIC)
    return _PART_OF_TOPIC.get(name) if found else None


def earlier_part_of_question(pack: str, item: str) -> SaidPart | None:
    """Return the part of a question that did not belong where its topic does."""
    if item in _CALLS:
        return SaidPart.CALL
    return _PART_OF_QUESTION.get(item) if pack == _GENERAL else None
