"""The rows of the question list; 0 is always the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.asking import folds, in_view
from companion.domain.question import QuestionState
from companion.domain.values import dataclass
from companion.ui.widgets.line_list import Row
from companion.words import visit as words

if TYPE_CHECKING:
    from companion.domain.asking import NumberedQuestion

ANYTHING_ELSE = "anything-else"
"""Key of the row that is no question."""
STATE_MARKS = {
    QuestionState.OPEN: "[ ]",
    QuestionState.ASKED: "[~]",
    QuestionState.ANSWERED: "[x]",
    QuestionState.PARTLY: "[/]",
    QuestionState.CARRIED: "[>]",
    QuestionState.DROPPED: "[-]",
}


@dataclass(frozen=True, slots=True)
class Checklist:
    """What the question list shows."""

    rows: tuple[NumberedQuestion, ...]
    """Every question with its number and state."""
    current: str | None
    """The question one is at; None is anything else."""
    after: tuple[frozenset[str], str] = (frozenset(), "")
    """Ids of the companions, and the patient's name: who answers first."""
    news: bool = False
    """Whether the questions that always fit stand in."""
    folded: bool = False
    """Whether what is not a must-ask waits under one line."""


def key_of(question_id: str | None) -> str:
    """The key of a question's row."""
    return question_id or ANYTHING_ELSE


def question_row(row: NumberedQuestion, after: tuple[frozenset[str], str]) -> Row:
    """One question: state, number, must-ask, words."""
    star = "*" if row.must else " "
    companions, patient = after
    later = row.listed.asker_id in companions
    text = row.text or words.MISSING_QUESTION
    return Row(
        key_of(row.listed.question_id),
        f"{text} {words.after(patient)}" if later else text,
        lead=f" {STATE_MARKS[row.state]} {row.number:<2}{star} ",
    )


def checklist_rows(seen: Checklist) -> tuple[Row, ...]:
    """The lines of the list, with what waits under one line."""
    shown = in_view(seen.rows, news=seen.news)
    folded = [row for row in shown if seen.folded and folds(row, seen.current)]
    result = [Row(ANYTHING_ELSE, words.ANYTHING_ELSE, lead="     0   ")]
    result += [question_row(row, seen.after) for row in shown if row not in folded]
    if folded:
        result.append(_line("folded", words.more_wait(len(folded))))
    waiting = len(in_view(seen.rows, news=False)) if seen.news else 0
    if waiting:
        result.append(_line("waiting", words.yours_wait(waiting)))
    if any(row.must for row in shown):
        result += [_line("space", ""), _line("legend", words.MUST_ASK)]
    return tuple(result)


def _line(key: str, text: str) -> Row:
    return Row(key, text, lead="  ", mood="muted", selectable=False)
