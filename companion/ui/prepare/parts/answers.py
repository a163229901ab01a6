"""The base of parts with fields for answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from companion.ui.prepare.part import DONE, Part, PartResult
from companion.ui.prepare.rows import SEPARATOR, answer_row, choice_row, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.ui.widgets.line_list import Row


class AnswersPart(Part):
    """A part whose rows are fields; `answer:NAME` opens the one of that name."""

    KIND = "answer"
    LABELS: ClassVar[dict[str, str]] = {}
    """Label of each answer of the part, by the answer's name in `Preparation`."""

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

    def choices(self, name: str, texts: tuple[str, ...]) -> tuple[Row, ...]:
        """Return sentences one of which can stand as the answer."""
        now = self.preparation.answer(name)
        return tuple(
            choice_row(f"choose:{name}:{text}", text, chosen=text == now) for text in texts
        )
