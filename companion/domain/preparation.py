"""Things settled before a visit."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from companion.domain.entity import Entity
from companion.domain.field_types import Day, Stars

if TYPE_CHECKING:
    from collections.abc import Iterable


class Reason(Entity, kw_only=True):
    """Why an opinion is sought."""

    TEXT_FIELDS: ClassVar[frozenset[str]] = frozenset({"text"})

    text: str = ""
    source: str | None = None
    """`pack/item` it was copied from."""


class Matter(Entity, kw_only=True):
    """A priority: something that matters to the patient."""

    TEXT_FIELDS: ClassVar[frozenset[str]] = frozenset({"text"})

    text: str = ""
    stars: Stars | None = None
    """How much, 1 to 5."""
    source: str | None = None
    """`pack/item` it was copied from."""


class RecordStatus(StrEnum):
    """How far a record has come."""

    NEEDED = "needed"
    ASKED = "asked"
    SENT = "sent"
    ARRIVED = "arrived"
    NOT_NEEDED = "not_needed"


class Record(Entity, kw_only=True):
    """A document to gather."""

    TEXT_FIELDS: ClassVar[frozenset[str]] = frozenset({"text"})

    text: str = ""
    status: RecordStatus = RecordStatus.NEEDED
    """needed > asked > sent > arrived, or not needed."""
    holder: str = ""
    spoken_to: str = ""
    why: str = ""
    asked_at: Day | None = None
    sent_at: Day | None = None
    arrived_at: Day | None = None
    chase_on: Day | None = None
    """Day to ask again."""
    changes: str = ""
    """How much it could change a decision: most, some, little."""
    source: str | None = None
    """`pack/item` it was copied from."""


class AwaitedResult(Entity, kw_only=True):
    """A test of which the result is waited for."""

    TEXT_FIELDS: ClassVar[frozenset[str]] = frozenset({"text", "why", "who_tells"})

    text: str = ""
    """The test."""
    why: str = ""
    taken_on: Day | None = None
    expected_by: Day | None = None
    who_tells: str = ""
    arrived_on: Day | None = None
    """Day the result arrived; None while it is waited for."""

    @property
    def words(self) -> str:
        """All that is written of it."""
        return "\n".join(filter(None, (self.text, self.why, self.who_tells)))


CHANGES = ("most", "some", "little", "")
"""How much a record could change a decision, the most first."""
NOTHING = "nothing"
"""The guidance on papers that can stay at home."""
SEEN_TO = (RecordStatus.ARRIVED, RecordStatus.NOT_NEEDED)
"""How far a record is when nothing has to be done about it any more."""


def rank(changes: str) -> int:
    """Return the place of a word of `CHANGES`; any other word stands last."""
    return CHANGES.index(changes) if changes in CHANGES else len(CHANGES) - 1


def board_order(records: Iterable[Record]) -> tuple[Record, ...]:
    """Return the records as the board shows them: what could change a decision first.

    What has arrived stands below all that has not, and what is not needed last: nobody has to do
    anything about these any more, and the eye should meet first what still has to be done. Among
    equals the order in which they were put on the board stays.
    """

    def place(record: Record) -> tuple[int, int]:
        later = SEEN_TO.index(record.status) + 1 if record.status in SEEN_TO else 0
        return later, rank(record.changes)

    return tuple(sorted(records, key=place))


def next_to_ask(records: Iterable[Record]) -> Record | None:
    """Return the record to ask for next: needed, what can change most first."""
    waiting = (each for each in board_order(records) if each.status is RecordStatus.NEEDED)
    return next(waiting, None)


class Covered(StrEnum):
    """Treatment of numbers about living or dying."""

    SHOW = "show"
    COVER = "cover"
    LEAVE_OUT = "leave_out"


class Preparation(Entity, kw_only=True):
    """The single answers of the Prepare room."""

    time_check: str = ""
    """The present doctor's words on how long the patient can wait."""
    opening: str = ""
    """Two sentences to begin with."""
    telling: str = ""
    """How and when the present doctor was told."""
    referral: str = ""
    """Whether a referral is needed, and where it stands."""
    insurance: str = ""
    """The insurer's cover, and where that is written."""
    where_to_go: str = ""
    """Where the opinion is sought."""
    numbers_wanted: str = ""
    """How the patient wants numbers and news."""
    role_wanted: str = ""
    """How much the patient wants to decide."""
    expectation: str = ""
    companion_job: str = ""
    """The people who come, and their jobs."""
    covered: Covered = Covered.SHOW
    """Numbers about living or dying."""
    medicines: tuple[str, ...] = ()
    allergies: tuple[str, ...] = ()
    timeline: tuple[str, ...] = ()
    """The history, one line a point."""
    page_printed_at: Day | None = None
    """Day the page for the doctor was last made."""


_OWN = tuple(name for name in Preparation.__struct_fields__ if name not in Entity.__struct_fields__)
_EMPTY = Preparation(id="")
ANSWERS = tuple(name for name in _OWN if type(getattr(_EMPTY, name)) is str)
"""Names of the answers that are one text."""
ANSWER_LISTS = tuple(name for name in _OWN if isinstance(getattr(_EMPTY, name), tuple))
"""Names of the answers that are lists, kept line by line."""
