"""Notes that propose themselves for a cell of the comparison, because of what was asked.

The guidance says which topic a question speaks to. So what was noted under it is likely to belong
there. It stands there as a proposal, and nothing of it is in the comparison until it is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import not_deleted
from companion.domain.folded_text import folded
from companion.domain.marks import NoteKind
from companion.domain.pack import ASPECT, ROW
from companion.domain.question_rows import all_questions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from companion.domain.case import Case
    from companion.domain.comparison import Aspect
    from companion.domain.note import Note
    from companion.domain.pack import Pack
    from companion.domain.question import Question
    from companion.domain.veil import Veil
    from companion.domain.visit import VisitFile

    Topics = Mapping[str, tuple[str, ...]]

NO_ANSWERS = frozenset({NoteKind.UNCLEAR, NoteKind.TODO})
"""Notes that are open: they say nothing yet."""
FIRST = frozenset({NoteKind.QUOTE, NoteKind.NUMBER})
"""Notes that say most, and propose themselves before others."""
_NAMES = {"questions": ASPECT, "news": ASPECT, "recall": ASPECT, "ask-both": ROW}
"""Kinds of questions, and the field of each that names topics."""


def topics_of_copies(case: Case) -> dict[str, tuple[str, ...]]:
    """Return the topics that a case's own copies of questions name, by `pack/item`."""
    named = {}
    for text in case.file.texts:
        field = _NAMES.get(text.kind)
        if field is not None and not text.deleted:
            topics = tuple(value for name, value in text.fields if name == field)
            if topics:
                named[text.source] = topics
    return named


def topics_of_packs(packs: Iterable[Pack]) -> dict[str, tuple[str, ...]]:
    """Return the topics that the questions of packs name, by `pack/item`."""
    return {
        item.id: topics
        for pack in packs
        for item in pack.items
        if item.kind in _NAMES and (topics := item.fields.get(_NAMES[item.kind]))
    }


class Proposals:
    """The notes that propose themselves, by visit and topic."""

    def __init__(
        self, case: Case, aspects: tuple[Aspect, ...], veil: Veil, topics: Topics | None = None
    ) -> None:
        """Remember where to look; nothing is worked out before it is asked for.

        Args:
            case: The case.
            aspects: The topics of its comparison.
            veil: What hides notes.
            topics: The topics that questions of packs name, by `pack/item`; those that the case's
                own copies name come before them.
        """
        self._case, self._aspects, self._veil = case, aspects, veil
        self._topics = {**(topics or {}), **topics_of_copies(case)}
        self._found: dict[str, dict[str, tuple[Note, ...]]] = {}
        self._speaks: dict[str, tuple[str, ...]] | None = None

    def of(self, visit: VisitFile, aspect: Aspect) -> tuple[Note, ...]:
        """Return the notes of a visit that propose themselves for a topic, the best first."""
        if visit.id not in self._found:
            self._found[visit.id] = self._in(visit)
        return self._found[visit.id].get(aspect.id, ())

    def questions(self, aspect: Aspect) -> frozenset[str]:
        """Return the ids of the questions that speak to a topic."""
        return frozenset(
            question for question, topics in self._by_question().items() if aspect.id in topics
        )

    def _in(self, visit: VisitFile) -> dict[str, tuple[Note, ...]]:
        speaks = self._by_question()
        found: dict[str, list[Note]] = {}
        for note in visit.live_notes:
            for aspect_id in speaks.get(note.question_id or "", ()):
                if note.kind not in NO_ANSWERS and not note.covered and not self._veil.hides(note):
                    found.setdefault(aspect_id, []).append(note)
        return {
            aspect_id: tuple(sorted(notes, key=lambda note: note.kind not in FIRST))
            for aspect_id, notes in found.items()
        }

    def _by_question(self) -> dict[str, tuple[str, ...]]:
        """Return the ids of the topics that each question speaks to."""
        if self._speaks is None:
            questions = [each for each in all_questions(self._case).values() if not each.deleted]
            sources = self._sources(questions) if self._topics else {}
            self._speaks = {
                each.id: topics
                for each in questions
                if (topics := self._topics_here(sources.get(each.id, "")))
            }
        return self._speaks

    def _sources(self, questions: list[Question]) -> dict[str, str]:
        """Return where each question is from: as it was copied, else the one of the same words."""
        words: dict[str, str] = {}
        if any(each.source is None for each in questions):
            words = {
                folded(text.text): text.source
                for text in not_deleted(self._case.file.texts)
                if text.kind in _NAMES
            }
        return {
            each.id: each.source if each.source is not None else words.get(folded(each.text), "")
            for each in questions
        }

    def _topics_here(self, source: str) -> tuple[str, ...]:
        """Return the ids of the topics that a question from the guidance speaks to."""
        pack = source.partition("/")[0]
        found: list[str] = []
        for name in self._topics.get(source, ()):
            own = [each.id for each in self._aspects if each.source == f"{pack}/{name}"]
            found += own or [
                each.id
                for each in self._aspects
                if each.source is not None and each.source.rpartition("/")[2] == name
            ]
        return tuple(dict.fromkeys(found))
