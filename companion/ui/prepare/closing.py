"""The parts that stand below the others: the visit itself, the page, enough for today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.progress import Stand, main_parts, next_part
from companion.ui.prepare.part import (
    DONE,
    Acted,
    Part,
    add_row,
    blank,
    heading,
    kind_of,
    words_row,
)
from companion.words import prepare as words

if TYPE_CHECKING:
    from companion.ui.widgets.line_list import Row


class Enough(Part):
    """Enough for today: what is done, what comes next."""

    NAME = "enough"

    def rows(self) -> tuple[Row, ...]:
        """What is ready and begun, and the way out."""
        parts = main_parts(self.session.case, self.session.now())
        following = next_part(parts)
        return (
            heading("enough", words.ENOUGH_TITLE),
            words_row("saved", words.ENOUGH_SAVED),
            blank("done"),
            *(
                words_row(
                    f"done-{each.part}", f"{words.MARKS[each.stand.value]} {words.PARTS[each.part]}"
                )
                for each in parts
                if each.stand is not Stand.NOT_BEGUN
            ),
            *([words_row("next", words.next_is(words.PARTS[following]))] if following else []),
            blank("go"),
            add_row("home:", words.ENOUGH_GO),
        )

    def choose(self, key: str) -> Acted:
        """Go to Home."""
        return Acted(leave="home") if kind_of(key)[0] == "home" else DONE
