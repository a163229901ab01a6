"""The parts that stand below the others: the visit itself, the page, enough for today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.progress import (
    Part,
    PartProgress,
    Stand,
    extra_parts,
    main_parts,
    next_part,
)
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


TIME = Part.TIME
"""What is never said to be able to wait."""


def _next_words(following: Part) -> str:
    return words.TIME_FIRST if following is TIME else words.next_is(words.PARTS[following])


def _line(each: PartProgress) -> str:
    return f"{words.MARKS[each.stand.value]} {words.done_words(each.part, each.done, each.of)}"


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
        waits = [words.PARTS[each.part] for each in later if each.part not in (TIME, following)]
        return (
            heading("enough", words.ENOUGH_TITLE),
            words_row("saved", words.ENOUGH_SAVED),
            add_row("home:", words.ENOUGH_GO),
            blank("done"),
            words_row("begun", words.DONE_SO_FAR if begun else words.NOTHING_YET),
            *(words_row(f"done-{each.part}", _line(each)) for each in begun),
            blank("waits"),
            *([words_row("next", _next_words(following))] if following else []),
            *([words_row("wait", f"{words.WAITS} {BETWEEN.join(waits)}")] if waits else []),
        )

    def choose(self, key: str) -> Acted:
        """Go to Home."""
        return Acted(leave="home") if kind_of(key)[0] == "home" else DONE
