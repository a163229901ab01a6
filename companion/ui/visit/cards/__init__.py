"""Panes in place of the list and the notes, fed by the keys of the composer.

`cards.DoorCard` and the like are read from disk when the first of them is opened: a room that
opens shows none, or one.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from companion.ui.visit.cards.adding import NewQuestion as NewQuestion
    from companion.ui.visit.cards.before import BeforeCard as BeforeCard
    from companion.ui.visit.cards.choices import (
        ClockCard as ClockCard,
    )
    from companion.ui.visit.cards.choices import (
        MomentCard as MomentCard,
    )
    from companion.ui.visit.cards.choices import (
        StateCard as StateCard,
    )
    from companion.ui.visit.cards.door import DoorCard as DoorCard
    from companion.ui.visit.cards.due import DayCard as DayCard
    from companion.ui.visit.cards.ending import EndCard as EndCard
    from companion.ui.visit.cards.finding import FindCard as FindCard
    from companion.ui.visit.cards.fresh import FreshCard as FreshCard
    from companion.ui.visit.cards.more import MoreCard as MoreCard
    from companion.ui.visit.cards.number import NumberLines as NumberLines
    from companion.ui.visit.cards.picking import (
        CoverCard as CoverCard,
    )
    from companion.ui.visit.cards.picking import (
        DeleteCard as DeleteCard,
    )
    from companion.ui.visit.cards.picking import (
        MarkCard as MarkCard,
    )
    from companion.ui.visit.cards.picking import (
        MineCard as MineCard,
    )
    from companion.ui.visit.cards.picking import (
        MoveCard as MoveCard,
    )
    from companion.ui.visit.cards.picking import (
        NoteCard as NoteCard,
    )
    from companion.ui.visit.cards.reading import ReadBack as ReadBack
    from companion.ui.visit.cards.say_back import SayBackCard as SayBackCard

_WHERE = {
    "BeforeCard": "before",
    "ClockCard": "choices",
    "CoverCard": "picking",
    "DayCard": "due",
    "DeleteCard": "picking",
    "DoorCard": "door",
    "EndCard": "ending",
    "FindCard": "finding",
    "FreshCard": "fresh",
    "MarkCard": "picking",
    "MineCard": "picking",
    "MomentCard": "choices",
    "MoreCard": "more",
    "MoveCard": "picking",
    "NewQuestion": "adding",
    "NoteCard": "picking",
    "NumberLines": "number",
    "ReadBack": "reading",
    "SayBackCard": "say_back",
    "StateCard": "choices",
}
"""Name of each card to its module."""


def __getattr__(name: str) -> Any:  # noqa: ANN401 - mypy sees the imports above
    if name not in _WHERE:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
