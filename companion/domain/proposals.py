"""What proposes itself for a cell of the comparison, because of what was asked.

The guidance says which topic a question speaks to. So what was noted under it, or answered before
leaving, is likely to belong there. It stands there as a proposal, and nothing of it is in the
comparison until it is taken.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from companion.domain.answer_places import AnswerPlaces
from companion.domain.changes import not_deleted
from companion.domain.correction import told_in_a_cell
from companion.domain.marks import NoteKind
from companion.domain.question_rows import all_questions
from companion.domain.steps import DOOR_ANSWERS
from companion.domain.text import one_line
from companion.domain.value import Value
from companion.words import said as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from companion.domain.case import Case
    from companion.domain.comparison import Aspect
    from companion.domain.cover_choice import Covering
    from companion.domain.note import Note
    from companion.domain.veil import Veil
    from companion.domain.visit import VisitFile

    Topics = Mapping[str, tuple[str, ...]]

DOOR = "door"
"""The kind of answers before leaving: `door/NAME` names one in a list."""
_LABELS = {"results": words.RESULTS, "report": words.REPORT}
"""What stands before an answer that says little without what was asked."""
NO_ANSWERS = frozenset({NoteKind.UNCLEAR, NoteKind.TODO})
"""Notes that are open: they say nothing yet."""
FIRST = frozenset({NoteKind.QUOTE, NoteKind.NUMBER})
"""Notes that say most, and propose themselves before others."""


class DoorAnswer(Value):
    """One answer given before leaving, as it is told away from its question."""

    name: str
    """call, plan, who, results or report."""
    text: str
    """On one line; what was asked stands before it where it is needed."""

    @property
    def id(self) -> str:
        """Its key among notes."""
        return f"{DOOR}/{self.name}"


Proposal: TypeAlias = "Note | DoorAnswer"


def door_answers(visit: VisitFile, covering: Covering) -> Iterator[DoorAnswer]:
    """Yield the answers of a visit that are not hidden for what they say."""
    for card in not_deleted(visit.before_you_leave):
        for name in DOOR_ANSWERS:
            text = one_line(getattr(card, name))
            if text and not covering.takes_text(text):
                label = _LABELS.get(name)
                yield DoorAnswer(name, f"{label}: {text}" if label else text)


def told_proposal(proposal: Proposal) -> str:
    """Return the words of a proposal, on one line, as they would stand in the cell."""
    if isinstance(proposal, DoorAnswer):
        return proposal.text
    return one_line(told_in_a_cell(proposal))


def _order(proposal: Proposal) -> int:
    """Return the place of a proposal: what says most, then answers, then the other notes."""
    if isinstance(proposal, DoorAnswer):
        return 1
    return 0 if proposal.kind in FIRST else 2


class Proposals:
    """What proposes itself, by visit and topic."""

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
        self._places = AnswerPlaces(case.file.texts, topics)
        self._found: dict[str, dict[str, tuple[Proposal, ...]]] = {}

    def of(self, visit: VisitFile, aspect: Aspect) -> tuple[Proposal, ...]:
        """Return what proposes itself of a visit for a topic, the best first."""
        if visit.id not in self._found:
            self._found[visit.id] = self._in(visit)
        return self._found[visit.id].get(aspect.id, ())

    def _in(self, visit: VisitFile) -> dict[str, tuple[Proposal, ...]]:
        speaks = self._by_question
        found: dict[str, list[Proposal]] = {}
        for note in visit.live_notes:
            if note.kind in NO_ANSWERS or note.covered or self._veil.hides(note):
                continue
            for aspect_id in speaks.get(note.question_id or "", ()):
                found.setdefault(aspect_id, []).append(note)
        for answer in door_answers(visit, self._veil.covering):
            for aspect_id in self._by_answer[answer.name]:
                found.setdefault(aspect_id, []).append(answer)
        return {aspect_id: tuple(sorted(each, key=_order)) for aspect_id, each in found.items()}

    @cached_property
    def _by_answer(self) -> dict[str, tuple[str, ...]]:
        """The ids of the topics that each answer before leaving speaks to."""
        places = self._places
        return {
            name: places.topics_of(places.source_of_answer(name), self._aspects)
            for name in DOOR_ANSWERS
        }

    @cached_property
    def _by_question(self) -> dict[str, tuple[str, ...]]:
        """The ids of the topics that each question speaks to."""
        places = self._places
        return {
            each.id: topics
            for each in all_questions(self._case).values()
            if not each.deleted
            and (topics := places.topics_of(places.source_of(each), self._aspects))
        }
