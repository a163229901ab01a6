"""Cards that take the place of the two panes, fed by the keys of the composer.

`cards.DebriefCard` and the others are imported when the first of them is opened: a visit opens with
one card or none.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from companion.ui.visit.cards.before_start import BeforeStartCard as BeforeStartCard
    from companion.ui.visit.cards.before_you_leave import BeforeYouLeaveCard as BeforeYouLeaveCard
    from companion.ui.visit.cards.command_list import CommandListCard as CommandListCard
    from companion.ui.visit.cards.debrief import DebriefCard as DebriefCard
    from companion.ui.visit.cards.details import DetailsCard as DetailsCard
    from companion.ui.visit.cards.details import RecallCard as RecallCard
    from companion.ui.visit.cards.end_of_visit import DueDateCard as DueDateCard
    from companion.ui.visit.cards.end_of_visit import EndOfVisitCard as EndOfVisitCard
    from companion.ui.visit.cards.find import FindCard as FindCard
    from companion.ui.visit.cards.moment import MomentCard as MomentCard
    from companion.ui.visit.cards.new_question import NewQuestionCard as NewQuestionCard
    from companion.ui.visit.cards.note_cards import CoverCard as CoverCard
    from companion.ui.visit.cards.note_cards import DeleteCard as DeleteCard
    from companion.ui.visit.cards.note_cards import MarkCard as MarkCard
    from companion.ui.visit.cards.note_cards import MineCard as MineCard
    from companion.ui.visit.cards.note_cards import MoveCard as MoveCard
    from companion.ui.visit.cards.note_cards import NoteCard as NoteCard
    from companion.ui.visit.cards.number_card import NumberForm as NumberForm
    from companion.ui.visit.cards.option_card import ClockCard as ClockCard
    from companion.ui.visit.cards.option_card import StateCard as StateCard
    from companion.ui.visit.cards.read_back import ReadBackCard as ReadBackCard
    from companion.ui.visit.cards.said import SaidCard as SaidCard
    from companion.ui.visit.cards.said import SaidLineCard as SaidLineCard
    from companion.ui.visit.cards.teach_back import TeachBackCard as TeachBackCard

_CARDS = {
    "before_start": ("BeforeStartCard",),
    "before_you_leave": ("BeforeYouLeaveCard",),
    "command_list": ("CommandListCard",),
    "debrief": ("DebriefCard",),
    "details": ("DetailsCard", "RecallCard"),
    "end_of_visit": ("DueDateCard", "EndOfVisitCard"),
    "find": ("FindCard",),
    "moment": ("MomentCard",),
    "new_question": ("NewQuestionCard",),
    "note_cards": ("CoverCard", "DeleteCard", "MarkCard", "MineCard", "MoveCard", "NoteCard"),
    "number_card": ("NumberForm",),
    "option_card": ("ClockCard", "StateCard"),
    "read_back": ("ReadBackCard",),
    "said": ("SaidCard", "SaidLineCard"),
    "teach_back": ("TeachBackCard",),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - mypy sees the imports above
    module = next((module for module, names in _CARDS.items() if name in names), None)
    if module is None:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{module}"), name)
