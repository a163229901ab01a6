"""Parts *if you like*: the opening, numbers and news, how much to decide, what to expect."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from companion.domain.preparation import Covered
from companion.ui.prepare.answering import Answering
from companion.ui.prepare.part import (
    DONE,
    Acted,
    blank,
    choice_row,
    heading,
    kind_of,
    words_row,
)
from companion.words import prepare as words

if TYPE_CHECKING:
    from companion.ui.widgets.line_list import Row


class Opening(Answering):
    """Two sentences to begin with."""

    NAME = "opening"
    LABELS: ClassVar[dict[str, str]] = {"opening": words.OPENING_LABEL}

    def rows(self) -> tuple[Row, ...]:
        """The sentences, how many words they have, and what helps to write them."""
        return (
            words_row("intro", words.OPENING_INTRO),
            *self.answers(),
            words_row("count", words.words_so_far(self.preparation.answer("opening"))),
            blank("helps"),
            *self.guidance_rows("opening"),
        )

    def choose(self, key: str) -> Acted:
        """Write the sentences; their words are counted while they are typed."""
        del key
        draft = self.preparation.answer_draft("opening", words.OPENING_LABEL)
        counted = replace(draft, label=words.OPENING_SHORT, echo=words.words_so_far)
        return Acted(draft=counted, cursor="answer:opening")


class Expectation(Answering):
    """What the patient expects to hear."""

    NAME = "expectation"
    LABELS: ClassVar[dict[str, str]] = {"expectation": words.EXPECTATION_LABEL}

    def rows(self) -> tuple[Row, ...]:
        """Why to write it, and the field."""
        return (words_row("intro", words.EXPECTATION_INTRO), *self.answers())


class Numbers(Answering):
    """How the patient wants numbers and news."""

    NAME = "numbers"
    LABELS: ClassVar[dict[str, str]] = {"numbers_wanted": words.NUMBERS_LABEL}

    def rows(self) -> tuple[Row, ...]:
        """Sentences to choose from, and what happens to numbers about living or dying."""
        covered = self.session.file.prepare.covered
        return (
            *self.answers(),
            *self.choices("numbers_wanted", words.NUMBERS_CHOICES),
            heading("covered", words.COVERED),
            *(
                choice_row(
                    f"cover:{each.value}", words.COVERED_AS[each.value], chosen=each is covered
                )
                for each in Covered
            ),
        )

    def choose(self, key: str) -> Acted:
        """Write or choose."""
        kind, which = kind_of(key)
        if kind == "cover":
            self.preparation.cover(Covered(which))
            return DONE
        return super().choose(key)


class RoleWanted(Answering):
    """How much the patient wants to decide."""

    NAME = "role"
    LABELS: ClassVar[dict[str, str]] = {"role_wanted": words.ROLE_LABEL}

    def rows(self) -> tuple[Row, ...]:
        """The field, and sentences to choose from."""
        return (*self.answers(), *self.choices("role_wanted", words.ROLE_CHOICES))
