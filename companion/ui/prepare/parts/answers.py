"""Parts with fields for answers: the opening, numbers and news, the role, the expectation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from companion.domain.preparation import Covered
from companion.ui.prepare.part import DONE, Part, PartResult
from companion.ui.prepare.rows import (
    SEPARATOR,
    answer_row,
    blank,
    choice_row,
    heading,
    kind_of,
    words_row,
)
from companion.words import prepare as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.ui.widgets.line_list import Row


class AnswersPart(Part):
    """A part whose rows are fields; `answer:NAME` opens the one of that name."""

    KIND = "answer"
    LABELS: ClassVar[dict[str, str]] = {}
    """Label of each answer of the part, by the answer's name in `Preparation`."""
    INTRO: ClassVar[str] = ""
    """A sentence over the fields."""
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {}
    """Sentences that can stand as an answer, by its name."""

    def rows(self) -> tuple[Row, ...]:
        """Return why to write, the fields, then sentences to choose from."""
        return (
            *([words_row("intro", self.INTRO)] if self.INTRO else []),
            *self.answers(),
            *(row for name in self.CHOICES for row in self._choices(name)),
        )

    def activate(self, key: str) -> PartResult:
        """Write an answer, or choose a sentence as the answer."""
        kind, name = kind_of(key)
        if kind == "answer" and name in self.LABELS:
            return PartResult(draft=self.preparation.answer_draft(name, self.LABELS[name]))
        if kind == "choose":
            name, _, text = name.partition(SEPARATOR)
            same = self.preparation.answer(name) == text
            self.preparation.set_answer(name, "" if same else text)
        return DONE

    def actions(self) -> dict[str, Callable[[str], PartResult]]:
        """Return that Space and the key for changing words do the same as Enter here."""
        return {"tick": self.activate, "reword": self.activate}

    def holds(self, kind: str, name: str) -> bool:
        """Return whether it is one of the answers."""
        return super().holds(kind, name) and name in self.LABELS

    def answers(self) -> tuple[Row, ...]:
        """Return the fields with their texts."""
        return tuple(
            answer_row(f"answer:{name}", label, self.preparation.answer(name))
            for name, label in self.LABELS.items()
        )

    def _choices(self, name: str) -> list[Row]:
        now = self.preparation.answer(name)
        return [
            choice_row(f"choose:{name}:{text}", text, chosen=text == now)
            for text in self.CHOICES[name]
        ]


class OpeningPart(AnswersPart):
    """Two sentences to begin with."""

    NAME = "opening"
    LABELS: ClassVar[dict[str, str]] = {"opening": words.OPENING_LABEL}
    INTRO = words.OPENING_INTRO

    def rows(self) -> tuple[Row, ...]:
        """Return the sentences, how many words they have, and what helps to write them."""
        return (
            *super().rows(),
            words_row("count", words.words_so_far(self.preparation.answer("opening"))),
            blank("helps"),
            *self.guidance_rows("opening"),
        )

    def activate(self, key: str) -> PartResult:
        """Write the sentences; their words are counted while they are typed."""
        del key
        draft = self.preparation.answer_draft("opening", words.OPENING_LABEL)
        counted = replace(draft, label=words.OPENING_SHORT, echo=words.words_so_far)
        return PartResult(draft=counted, cursor="answer:opening")


class NumbersPart(AnswersPart):
    """How the patient wants numbers and news, and which are covered."""

    NAME = "numbers"
    LABELS: ClassVar[dict[str, str]] = {"numbers_wanted": words.NUMBERS_LABEL}
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {"numbers_wanted": words.NUMBERS_CHOICES}

    def rows(self) -> tuple[Row, ...]:
        """Return sentences to choose from, and what happens to numbers about living or dying."""
        covered = self.session.file.prepare.covered
        return (
            *super().rows(),
            heading("covered", words.COVERED),
            *(
                choice_row(
                    f"cover:{each.value}", words.COVERED_AS[each.value], chosen=each is covered
                )
                for each in Covered
            ),
        )

    def activate(self, key: str) -> PartResult:
        """Write or choose."""
        kind, which = kind_of(key)
        if kind == "cover":
            self.preparation.cover(Covered(which))
            return DONE
        return super().activate(key)


class RolePart(AnswersPart):
    """How much the patient wants to decide."""

    NAME = "role"
    LABELS: ClassVar[dict[str, str]] = {"role_wanted": words.ROLE_LABEL}
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {"role_wanted": words.ROLE_CHOICES}


class ExpectationPart(AnswersPart):
    """A field for what the patient expects to hear."""

    NAME = "expectation"
    LABELS: ClassVar[dict[str, str]] = {"expectation": words.EXPECTATION_LABEL}
    INTRO = words.EXPECTATION_INTRO
