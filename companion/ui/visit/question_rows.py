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
LEGEND = "legend"
"""Key of the row that says what the star means; it goes first where there is no room."""
STATE_MARKS = {
    QuestionState.OPEN: "[ ]",
    QuestionState.ASKED: "[~]",
    QuestionState.ANSWERED: "[x]",
    QuestionState.PARTLY: "[/]",
    QuestionState.CARRIED: "[>]",
    QuestionState.DROPPED: "[-]",
}
STATE_MOODS = {
    QuestionState.ASKED: "mark",
    QuestionState.ANSWERED: "good",
    QuestionState.PARTLY: "mark",
    QuestionState.CARRIED: "key",
    QuestionState.DROPPED: "muted",
}
NO_STATE = " " * len("[ ]")


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
    offer: str = ""
    """What is said where no question is listed."""
    waits: frozenset[str | None] = frozenset()
    """Ids of the questions of a talk that do not fit its minutes; they wait under that line."""

    def folds(self, row: NumberedQuestion) -> bool:
        """Return whether a question stands under the line."""
        waits = self.folded or row.listed.question_id in self.waits
        return waits and can_fold(row, self.current)


def key_of(question_id: str | None) -> str:
    """Return the key of a question's row."""
    return question_id or ANYTHING_ELSE


def question_row(row: NumberedQuestion, after: tuple[frozenset[str], str], digits: int = 1) -> Row:
    """Return the row of one question: state, number padded to `digits`, must-ask star, words."""
    star, mark = "*" if row.must else " ", STATE_MARKS[row.state]
    mood = STATE_MOODS.get(row.state, "")
    companions, patient = after
    later = row.listed.asker_id in companions
    return Row(
        key_of(row.listed.question_id),
        shown_question(row),
        tail=words.after(patient) if later else "",
        lead=f"{mark} {row.number:>{digits}}{star} ",
        tints=tuple(tint for tint in ((mark, mood), (star, "mark")) if tint[1] and tint[0] != " "),
    )


Made = dict[int, tuple["NumberedQuestion", object, "Row"]]
"""Rows made before, by number, with the values they were made from."""


def question_rows(seen: QuestionListView, made: Made | None = None) -> tuple[Row, ...]:
    """Return the rows of the list; `made` keeps the rows of questions for the next call."""
    made = {} if made is None else made
    shown = visible_questions(seen.rows, news=seen.news)
    folded = {row.number for row in shown if seen.folds(row)}
    result = [Row(ANYTHING_ELSE, words.OTHER_NOTES, lead=f"{NO_STATE} {0:>{_digits(seen)}}  ")]
    result += [_row(row, seen, made) for row in shown if row.number not in folded]
    if folded:
        result.append(_line("folded", words.more_wait(len(folded))))
    if seen.offer and not shown:
        result.append(_line("offer", seen.offer))
    waiting = len(visible_questions(seen.rows, news=False)) if seen.news else 0
    if waiting:
        result.append(_line("waiting", words.yours_wait(waiting)))
    if any(row.must for row in shown):
        result.append(_line(LEGEND, words.MUST_ASK))
    return tuple(result)


def by_weight(seen: QuestionListView) -> tuple[str, ...]:
    """Return the keys of the questions, those first that are shown whole where there is room."""
    shown = visible_questions(seen.rows, news=seen.news)
    weighed = sorted(shown, key=lambda row: (not row.still_to_ask, not row.must))
    return (key_of(seen.current), *(key_of(row.listed.question_id) for row in weighed))


def _digits(seen: QuestionListView) -> int:
    return len(str(seen.rows[-1].number)) if seen.rows else 1


def _row(row: NumberedQuestion, seen: QuestionListView, made: Made) -> Row:
    digits = _digits(seen)
    besides = (seen.after, digits)
    known = made.get(row.number)
    if known is None or known[0] is not row or known[1] != besides:
        known = made[row.number] = (row, besides, question_row(row, seen.after, digits))
    return known[2]


def _line(key: str, text: str) -> Row:
    return Row(key, text, lead=f"{NO_STATE} ", mood="muted", selectable=False)
