"""Where an answer belongs: what was asked decides, never the words of the answer.

The guidance says which topics a question speaks to (`aspect:`), and which part of *what was said* a
topic belongs to, or a question that belongs to another one than its topics (`part:`).
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from companion.domain.changes import not_deleted
from companion.domain.earlier_places import earlier_part_of_question, earlier_part_of_topic
from companion.domain.folded_text import folded
from companion.domain.pack import ASPECT, GENERAL, PART, ROW
from companion.domain.said_parts import SaidPart

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from companion.domain.case import CopiedText
    from companion.domain.comparison import Aspect
    from companion.domain.pack import Pack
    from companion.domain.question import Question

    Topics = Mapping[str, tuple[str, ...]]

_NAMES = {"questions": ASPECT, "news": ASPECT, "recall": ASPECT, "door": ASPECT, "ask-both": ROW}
"""Kinds of questions, and the field of each that names topics."""
_TOPICS = "aspects"
"""The kind of topics."""
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
        copied = {text.source: _named(text, _NAMES[text.kind]) for text in self._questions}
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
            for name in _named(text, PART)
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


def _named(text: CopiedText, field: str) -> tuple[str, ...]:
    return tuple(value for name, value in text.fields if name == field)
