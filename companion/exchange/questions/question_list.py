"""Questions from a list of lines, and those of them that a case does not have yet."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.question import ListedQuestion, Origin, Question
from companion.domain.text import is_blank
from companion.words import exchange as words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import datetime

ORIGIN = "import"
"""Kind of origin of an imported question."""
_BOX = r"\[[ xX]\](?:\s+|$)"
_BULLET = re.compile(rf"\s*(?:(?:[-*+•]|\d{{1,9}}[.)])\s+(?:{_BOX})?|{_BOX})")
_ONLY_BOX = re.compile(rf"\s*{_BOX}")


@dataclass(frozen=True, slots=True)
class ListedText:
    """One question of a list."""

    text: str
    key: str
    """sha256 of the text and of how many equal texts stood before it."""
    group: str = ""
    """The heading it stood under."""


@dataclass(frozen=True, slots=True)
class ImportedQuestions:
    """Content of a question list."""

    questions: tuple[ListedText, ...]
    """Its questions in order."""
    left_out: tuple[tuple[int, str], ...] = ()
    """Line and reason of each line with words that is not a question."""


def origin_key(text: str, before: int) -> str:
    """Return the key of an imported question: its text and how many equal ones came before.

    The number comes first so that no text can end in one.
    """
    return hashlib.sha256(f"{before}\n{text}".encode()).hexdigest()


def with_origin_keys(
    found: Iterable[tuple[str, str, int]], others: Iterable[tuple[int, str]] = ()
) -> ImportedQuestions:
    """Return questions with their keys.

    Args:
        found: Text, group and line of each.
        others: Line and reason of lines that are not questions.
    """
    before: Counter[str] = Counter()
    questions: list[ListedText] = []
    left_out = [*others]
    for text, group, line in found:
        if is_blank(text):
            left_out.append((line, words.NO_WORDS))
            continue
        questions.append(ListedText(text, origin_key(text, before[text]), group))
        before[text] += 1
    return ImportedQuestions(tuple(questions), tuple(sorted(left_out)))


def from_lines(text: str) -> ImportedQuestions:
    """Return every line that is not blank, without a leading bullet, number or box."""
    lines = enumerate(text.split("\n"), 1)
    return with_origin_keys(
        (_without_bullet(line), "", number) for number, line in lines if not is_blank(line)
    )


def without_box(text: str) -> str:
    """Drop the box of a task, open or ticked, from the start of a question."""
    box = _ONLY_BOX.match(text)
    return text[box.end() :] if box else text


def _without_bullet(line: str) -> str:
    bullet = _BULLET.match(line)
    return line[bullet.end() :] if bullet else line


@dataclass(frozen=True, slots=True)
class NewQuestions:
    """Questions of a list that are new to a case."""

    questions: tuple[Question, ...]
    listed: tuple[ListedQuestion, ...]
    """Their places in the list."""
    there: int
    """How many were there already."""


def new_questions(
    found: ImportedQuestions,
    known: Collection[str],
    *,
    first: float,
    now: datetime,
    new_id: Callable[[], str],
) -> NewQuestions:
    """Return the questions of a list that a case does not have.

    Args:
        found: The list.
        known: Keys of origin the case has, those of deleted and reworded questions too.
        first: Position of the first new one.
        now: When they are made.
        new_id: Gives random ids.
    """
    fresh = [each for each in found.questions if each.key not in known]
    questions = tuple(
        Question(
            id=new_id(),
            created_at=now,
            text=each.text,
            origin=Origin(ORIGIN, each.key),
            group=each.group,
        )
        for each in fresh
    )
    listed = tuple(
        ListedQuestion(id=new_id(), created_at=now, question_id=question.id, position=first + place)
        for place, question in enumerate(questions)
    )
    return NewQuestions(questions, listed, len(found.questions) - len(fresh))
