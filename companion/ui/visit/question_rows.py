"""The rows of the question list; 0 is always the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.question import QuestionState
from companion.domain.question_rows import can_fold, visible_questions
from companion.domain.value import Value
from companion.ui.rooms.shown_question import shown_question
from companion.ui.widgets.line_list import Row
from companion.words import visit as words

if TYPE_CHECKING:
    from companion.domain.question_rows import NumberedQuestion

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


class QuestionListView(Value):
    """Everything that the rows of the list are made from."""

    rows: tuple[NumberedQuestion, ...]
    """Every question with its number and state."""
    current: str | None
    """The current question; None for *anything else*."""
    after: tuple[frozenset[str], str] = (frozenset(), "")
    """Ids of the companions, and the name of the patient, who asks first."""
    news: bool = False
    """Whether the questions that always fit are shown instead of the prepared ones."""
    folded: bool = False
    """Whether questions that are no must-asks are folded into one line."""


def key_of(question_id: str | None) -> str:
    """Return the key of a question's row."""
    return question_id or ANYTHING_ELSE


def question_row(row: NumberedQuestion, after: tuple[frozenset[str], str], digits: int = 2) -> Row:
    """Return the row of one question: state, number padded to `digits`, must-ask star, words."""
    star = "*" if row.must else " "
    companions, patient = after
    later = row.listed.asker_id in companions
    text = shown_question(row)
    return Row(
        key_of(row.listed.question_id),
        f"{text} {words.after(patient)}" if later else text,
        lead=f" {STATE_MARKS[row.state]} {row.number:<{max(2, digits)}}{star} ",
    )


Made = dict[int, tuple["NumberedQuestion", object, "Row"]]
"""Rows made before, by number, with the values they were made from."""


def question_rows(seen: QuestionListView, made: Made | None = None) -> tuple[Row, ...]:
    """Return the rows of the list; `made` keeps the rows of questions for the next call."""
    made = {} if made is None else made
    shown = visible_questions(seen.rows, news=seen.news)
    folded = {row.number for row in shown if seen.folded and can_fold(row, seen.current)}
    result = [Row(ANYTHING_ELSE, words.OTHER_NOTES, lead="     0   ")]
    result += [_row(row, seen, made) for row in shown if row.number not in folded]
    if folded:
        result.append(_line("folded", words.more_wait(len(folded))))
    waiting = len(visible_questions(seen.rows, news=False)) if seen.news else 0
    if waiting:
        result.append(_line("waiting", words.yours_wait(waiting)))
    if any(row.must for row in shown):
        result += [_line("space", ""), _line("legend", words.MUST_ASK)]
    return tuple(result)


def _row(row: NumberedQuestion, seen: QuestionListView, made: Made) -> Row:
    digits = len(str(seen.rows[-1].number))
    besides = (seen.after, digits)
    known = made.get(row.number)
    if known is None or known[0] is not row or known[1] != besides:
        known = made[row.number] = (row, besides, question_row(row, seen.after, digits))
    return known[2]


def _line(key: str, text: str) -> Row:
    return Row(key, text, lead="  ", mood="muted", selectable=False)
