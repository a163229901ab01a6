"""The parts that stand below the others: the visit itself, the page, enough for today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.progress import (
    PartProgress,
    PreparationPart,
    Stand,
    extra_parts,
    main_parts,
    next_part,
)
from companion.services.prepare.present_opinion import PresentDoctor
from companion.ui.prepare.part import (
    DONE,
    Acted,
    add_row,
    blank,
    heading,
    kind_of,
    words_row,
)
from companion.ui.prepare.part import Part as RoomPart
from companion.words import prepare as words
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from companion.ui.widgets.line_list import Row


TIME = PreparationPart.TIME
"""What is never said to be able to wait."""


class Enough(RoomPart):
    """Enough for today: what is done, what comes next."""

    NAME = "enough"

    def rows(self) -> tuple[Row, ...]:
        """What is ready and begun, and the way out."""
        main = main_parts(self.session.case, self.session.now())
        every = (*main, *extra_parts(self.session.file))
        following = next_part(main)
        begun = [each for each in every if each.stand is not Stand.NOT_BEGUN]
        later = [each for each in main if each.stand is Stand.NOT_BEGUN]
        waits = [self._named(each.part) for each in later if each.part not in (TIME, following)]
        return (
            heading("enough", words.ENOUGH_TITLE),
            words_row("saved", words.ENOUGH_SAVED),
            add_row("home:", words.ENOUGH_GO),
            blank("done"),
            words_row("begun", words.DONE_SO_FAR if begun else words.NOTHING_YET),
            *(words_row(f"done-{each.part}", self._line(each)) for each in begun),
            blank("waits"),
            *([words_row("next", self._next_words(following))] if following else []),
            *([words_row("wait", f"{words.WAITS} {BETWEEN.join(waits)}")] if waits else []),
        )

    def _named(self, part: PreparationPart) -> str:
        """What a part is called in the list."""
        return words.part_name(part, PresentDoctor(self.session).name())

    def _next_words(self, following: PreparationPart) -> str:
        if following is TIME:
            return words.TIME_FIRST
        return words.next_is(self._named(following))

    def _line(self, each: PartProgress) -> str:
        said = words.done_words(each.part, self._named(each.part), each.done, each.of)
        return f"{words.MARKS[each.stand.value]} {said}"

    def choose(self, key: str) -> Acted:
        """Go to Home."""
        return Acted(leave="home") if kind_of(key)[0] == "home" else DONE
