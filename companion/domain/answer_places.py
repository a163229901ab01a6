"""Where an answer belongs: what was asked decides, never the words of the answer.

The guidance says which topics a question speaks to (`aspect:`), and which part of *what was said* a
topic belongs to, or a question that belongs to another one than its topics (`part:`). A case keeps
its copies as they are, so for those that were made before the guidance named parts a table does.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from companion.domain.changes import not_deleted
from companion.domain.entity import id_within
from companion.domain.folded_text import folded
from companion.domain.pack import ASPECT, GENERAL, PART, ROW

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from companion.domain.case import CopiedText
    from companion.domain.comparison import Aspect
    from companion.domain.pack import Pack
    from companion.domain.question import Question

    Topics = Mapping[str, tuple[str, ...]]


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


def said_id(visit_id: str, part: str) -> str:
    """Return the id of a part that was rewritten by hand."""
    return id_within(visit_id, f"said/{part}")


_NAMES = {"questions": ASPECT, "news": ASPECT, "recall": ASPECT, "door": ASPECT, "ask-both": ROW}
"""Kinds of questions, and the field of each that names topics."""
_TOPICS = "aspects"
_PARTS = frozenset(SaidPart)


def topics_of_packs(packs: Iterable[Pack]) -> dict[str, tuple[str, ...]]:
    """Return the topics that the questions of packs name, by `pack/item`."""
    return {
        item.id: topics
        for pack in packs
        for item in pack.items
        if item.kind in _NAMES and (topics := item.fields.get(_NAMES[item.kind]))
    }


class AnswerPlaces:
    """Tells where answers belong, as a case's copies of the guidance say it.

    Args:
        texts: The copies.
        learned: The topics that questions of packs name, by `pack/item`; those that copies name
            come before them.
    """

    def __init__(self, texts: Iterable[CopiedText] = (), learned: Topics | None = None) -> None:
        self._texts = texts
        self._learned = learned or {}

    @cached_property
    def _questions(self) -> list[CopiedText]:
        return [text for text in not_deleted(tuple(self._texts)) if text.kind in _NAMES]

    @cached_property
    def _topics(self) -> Topics:
        """The topics that questions name, by `pack/item`."""
        copied = {text.source: text.every(_NAMES[text.kind]) for text in self._questions}
        return {**self._learned, **{source: names for source, names in copied.items() if names}}

    @cached_property
    def _by_words(self) -> dict[str, str]:
        return {folded(text.text): text.source for text in self._questions}

    @cached_property
    def _parts(self) -> dict[str, SaidPart]:
        """The parts that copies name, by `pack/item`; also those of a pack that was left out."""
        return {
            text.source: SaidPart(name)
            for text in self._texts
            for name in text.every(PART)
            if name in _PARTS
        }

    @cached_property
    def _naming(self) -> frozenset[str]:
        """The packs whose copies name parts: nothing older tells theirs."""
        return frozenset(source.partition("/")[0] for source in self._parts)

    @cached_property
    def _packs_of_topics(self) -> dict[str, list[str]]:
        packs: dict[str, list[str]] = {}
        for text in self._texts:
            if text.kind == _TOPICS:
                pack, _, item = text.source.rpartition("/")
                packs.setdefault(item, []).append(pack)
        return packs

    def source_of(self, question: Question) -> str:
        """Return where a question is from: as it was copied, else the one of the same words."""
        if question.source is not None:
            return question.source
        return self._by_words.get(folded(question.text), "")

    def source_of_answer(self, name: str) -> str:
        """Return where the question is from that an answer before leaving answers.

        Args:
            name: call, plan, who, results or report.
        """
        item = f"door-{name}"
        copied = (text.source for text in self._questions if text.source.endswith(f"/{item}"))
        return next(copied, f"{GENERAL}/{item}")

    def topics_of(self, source: str, aspects: Iterable[Aspect]) -> tuple[str, ...]:
        """Return the ids of the topics that a question from the guidance speaks to.

        Those of its own pack come before those of the same name in others.

        Args:
            source: `pack/item` of the question.
            aspects: The topics of a comparison.
        """
        found: list[str] = []
        pack = source.partition("/")[0]
        for name in self._topics.get(source, ()):
            named = [
                each
                for each in aspects
                if each.source is not None and each.source.rpartition("/")[2] == name
            ]
            own = [each for each in named if each.source == f"{pack}/{name}"]
            found += [each.id for each in own or named]
        return tuple(dict.fromkeys(found))

    def part_of_topic(self, source: str | None) -> SaidPart | None:
        """Return the part that what is said on a topic belongs to; None for a topic of one's own.

        Args:
            source: `pack/item` of the topic.
        """
        pack, _, item = (source or "").rpartition("/")
        earlier = earlier_part_of_topic(item) if pack not in self._naming else None
        return self._parts.get(source or "", earlier)

    def part_of_question(self, question: Question | None) -> SaidPart | None:
        """Return the part that answers to a question belong to; None where nothing tells."""
        source = self.source_of(question) if question is not None else ""
        pack, _, item = source.rpartition("/")
        earlier = earlier_part_of_question(pack, item) if pack not in self._naming else None
        own = self._parts.get(source, earlier)
        named = (self._part_of(pack, each) for each in self._topics.get(source, ()))
        return own or next((part for part in named if part is not None), None)

    def _part_of(self, pack: str, topic: str) -> SaidPart | None:
        """Return the part of a topic that a question of a pack names."""
        packs = self._packs_of_topics.get(topic, [pack])
        return self.part_of_topic(f"{pack if pack in packs else packs[0]}/{topic}")


# Copies of guidance that says no parts

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
