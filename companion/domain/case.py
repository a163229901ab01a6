"""One health question on which opinions are sought: its own file and its visits."""

from __future__ import annotations

from typing import ClassVar

from companion.domain.comparison import (
    Addition,
    Aspect,
    Cell,
    ChosenPath,
    ComparisonRow,
    Confidence,
    Decision,
    Leaning,
    Opinion,
    Rating,
    Step,
)
from companion.domain.entity import Entity
from companion.domain.field_types import Day, PersonId
from companion.domain.option import CareOption, Criterion, OptionCell, OptionStars
from companion.domain.people import Person
from companion.domain.preparation import AwaitedResult, Matter, Preparation, Reason, Record
from companion.domain.question import ListedQuestion, Question
from companion.domain.value import Value
from companion.domain.visit import VisitFile


class CaseAbout(Entity, kw_only=True):
    """The head of a case: its subject and people."""

    TEXT_FIELDS: ClassVar[frozenset[str]] = frozenset({"title"})

    title: str = ""
    """In the patient's own words."""
    packs: tuple[str, ...] = ()
    """Ids of the packs chosen."""
    decide_by: Day | None = None
    writer_id: PersonId | None = None
    """The person who wrote last; the next visit starts with them."""


class CopiedText(Entity, kw_only=True):
    """The case's own copy of a piece of guidance it uses."""

    source: str = ""
    """`pack/item`."""
    kind: str = ""
    text: str = ""
    """Its words when it was copied."""
    fields: tuple[tuple[str, str], ...] = ()
    group: str = ""
    """The heading it stood under."""
    reviewed: str = ""
    """Review date of its pack then (ISO date)."""

    def first(self, name: str) -> str:
        """Return the first value of a field, or an empty string."""
        return next(iter(self.every(name)), "")

    def every(self, name: str) -> tuple[str, ...]:
        """Return the values of a field, in order."""
        return tuple(value for key, value in self.fields if key == name)


class CaseFile(Value, kw_only=True):
    """All that a case's own file holds. Every field but `id` is a table of entities."""

    id: str
    about: tuple[CaseAbout, ...]
    """Exactly one."""
    people: tuple[Person, ...] = ()
    """The patient, companions and clinicians."""
    reasons: tuple[Reason, ...] = ()
    """Why an opinion is sought."""
    priorities: tuple[Matter, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    """The rows of the comparison."""
    records: tuple[Record, ...] = ()
    results: tuple[AwaitedResult, ...] = ()
    preparation: tuple[Preparation, ...] = ()
    """Single answers, at most one."""
    questions: tuple[Question, ...] = ()
    listed: tuple[ListedQuestion, ...] = ()
    """The plan before any visit is planned."""
    opinions: tuple[Opinion, ...] = ()
    """Opinions not from a visit."""
    cells: tuple[Cell, ...] = ()
    """The words of the opinions, by aspect."""
    ratings: tuple[Rating, ...] = ()
    additions: tuple[Addition, ...] = ()
    rows: tuple[ComparisonRow, ...] = ()
    paths: tuple[ChosenPath, ...] = ()
    """Paths chosen, the last one counts."""
    confidence: tuple[Confidence, ...] = ()
    """How sure are we, dated."""
    leaning: tuple[Leaning, ...] = ()
    """Which way, dated."""
    decision: tuple[Decision, ...] = ()
    """Why we decided, at most one."""
    steps: tuple[Step, ...] = ()
    """Steps with an owner or a date, and own ones."""
    texts: tuple[CopiedText, ...] = ()
    """The case's own copies of guidance."""
    options: tuple[CareOption, ...] = ()
    """The options; the one to stay as it is may be missing, and is there all the same."""
    criteria: tuple[Criterion, ...] = ()
    """The rows of the options; none: those that every case begins with."""
    option_cells: tuple[OptionCell, ...] = ()
    """What is said of each option."""
    option_stars: tuple[OptionStars, ...] = ()
    """How much it matters, and to whom."""

    @property
    def head(self) -> CaseAbout:
        """The head of a case: its subject and people."""
        return self.about[0]

    @property
    def prepare(self) -> Preparation:
        """The single answers of the Prepare room, empty before any."""
        return self.preparation[0] if self.preparation else Preparation(id="")

    def guidance(self, kind: str) -> tuple[CopiedText, ...]:
        """Return its copies of guidance of one kind, in the order they were made."""
        return tuple(text for text in self.texts if text.kind == kind and not text.deleted)


class Case(Value, kw_only=True):
    """A case with all its visits."""

    file: CaseFile
    visits: tuple[VisitFile, ...] = ()
    """Its visits, by planned time, then by when they were made."""
    unreadable: tuple[str, ...] = ()
    """Ids of visits whose files cannot be read."""
    covered_elsewhere: frozenset[str] | None = frozenset()
    """Covered notes of visits that are not among these; None when they are not all known."""
