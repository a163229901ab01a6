"""The words of a corrected note: the correction first, the first version after it.

A doctor who is read a note may put it right. From then on the corrected words are what holds, and
a number that was put right must not be met alone again: not in a list, on a paper, in a cell of the
comparison or in a step that was made from it. This is the one place that says so; screens,
searches, papers and copies all ask here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.domain.case_queries import all_notes
from companion.domain.changes import stamp_of
from companion.domain.folded_text import folded, places_of
from companion.domain.marks import NoteKind
from companion.domain.question import CarryTo
from companion.domain.steps import door_labels, step_words
from companion.domain.text import is_blank, one_line
from companion.domain.value import replace
from companion.domain.veil import is_private
from companion.words import notes as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from companion.domain.case import Case
    from companion.domain.comparison import Cell, Step
    from companion.domain.entity import Entity
    from companion.domain.note import Note
    from companion.domain.option import OptionCell
    from companion.domain.visit import SaidText, VisitFile

QUOTE = '"'
_THOUSAND = 1000


class Told(NamedTuple):
    """A note as it is told."""

    text: str
    """The valid words: the doctor's correction where there is one, else the note's own."""
    before: str = ""
    """The note's own words, where it was corrected and they differ."""
    label: str = ""
    """The label in front of them: written first, or changed since."""


def told(note: Note) -> Told:
    """Return a note's words, its correction first."""
    right = note.teach_back.text if note.teach_back is not None else ""
    if is_blank(right):
        return Told(note.text)
    if note.teach_back is None or is_blank(note.text) or folded(right) == folded(note.text):
        return Told(right)
    changed = note.edited_at is not None and note.edited_at > note.teach_back.at
    return Told(right, note.text, words.CHANGED_SINCE if changed else words.FIRST_WRITTEN)


def told_in_one(note: Note) -> str:
    """Return a note's words in one text: `2 percent (first written: 1 percent)`."""
    return words.corrected(*told(note))


def told_in_a_cell(note: Note) -> str:
    """Return a note's words for a cell, where no mark shows which are the doctor's own."""
    text, before, label = told(note)
    if note.kind is NoteKind.QUOTE:
        text, before = quoted(text), quoted(before)
    return words.corrected(text, before, label)


def told_beside(notes: Iterable[Note], own: str = "") -> tuple[str, ...]:
    """Return the words of the notes that can be seen and that a text does not hold, each once."""
    shown = (told_in_a_cell(note) for note in notes if not note.covered)
    held = folded(own)
    others = (text for text in shown if text and not (own and folded(text.strip(QUOTE)) in held))
    return tuple(dict.fromkeys(others))


def quoted(text: str) -> str:
    """Return a person's words in paired quotes; the mark `"` already opened one."""
    if not text.strip() or (QUOTE in text and text.count(QUOTE) % 2 == 0):
        return text
    bare = text.strip()
    return f"{QUOTE}{bare.removesuffix(QUOTE)}{QUOTE}" if bare.count(QUOTE) <= 1 else bare


def paired(text: str) -> str:
    """Return a doctor's own words whose closing quote was typed, with the one the mark opened."""
    closes = text.rstrip().endswith(QUOTE) and text.count(QUOTE) % 2 == 1
    return f"{QUOTE}{text}" if closes else text


def is_corrected(note: Note) -> bool:
    """Return whether the doctor put a note right."""
    return note.teach_back is not None and not is_blank(note.teach_back.text)


# What was made from notes


def told_from(made: Cell | OptionCell | Step | SaidText, notes: Iterable[Note]) -> str:
    """Return the words of something made from notes, with later corrections of those notes.

    Where it quotes a note that was put right, the correction stands in the quotation's place and
    the quotation behind it. Words of one's own that are older than the correction and do not hold
    it have it in front.

    Args:
        made: A cell of the comparison or of the options, a step, or a rewritten part.
        notes: The notes behind it.
    """
    text = made.text
    for note in notes:
        if is_corrected(note) and not is_blank(text):
            text = told_again(text, told(note), older=is_older(made, "text", note))
    return text


def told_again(text: str, note: Told, *, older: bool = True) -> str:
    """Return a text that was made from a note that was put right, with what was put right.

    Args:
        text: The words.
        note: The note, as it is told.
        older: Whether the text was written before the note was put right.
    """
    right, before, label = note
    if before and before not in text:
        text = one_line(text) if folded(before) in folded(text) else text
    longer = len(" ".join(right.split())) > len(" ".join(before.split()))
    elsewhere = _without(text, right) if longer else text
    begin, end = _place_of(elsewhere, before)
    if end:
        return f"{text[:begin]}{words.corrected(right, text[begin:end], label)}{text[end:]}"
    if older and folded(right) not in folded(text):
        return words.corrected_since(right, text)
    return text


def _place_of(text: str, before: str) -> tuple[int, int]:
    """Return where a note is quoted first, literally or as folded text; 0, 0 where it is not."""
    if is_blank(before):
        return 0, 0
    begin = text.find(before)
    if begin >= 0:
        return begin, begin + len(before)
    return next(iter(places_of(text, folded(before))), (0, 0))


def _without(text: str, right: str) -> str:
    """Return the text with the corrected words made unfindable, every place where it was."""
    for begin, end in places_of(text, folded(right)) if not is_blank(right) else ():
        text = f"{text[:begin]}{chr(0) * (end - begin)}{text[end:]}"
    return text


def is_older(made: Entity, name: str, note: Note) -> bool:
    """Return whether a field last changed before a note was corrected; unknown counts as yes."""
    at = note.teach_back.at.timestamp() if note.teach_back is not None else 0.0
    return stamp_of(made, name)[0] <= at * _THOUSAND


class StepsTold:
    """The steps of a case as they are told among others."""

    def __init__(self, case: Case) -> None:
        self._notes: Mapping[str, Note] = all_notes(case)
        self._labels = door_labels(case)

    def __call__(self, step: Step) -> str:
        """Return a step's words; an answer at the door with what was asked, a correction first."""
        return step_words(replace(step, text=self.alone(step)), self._labels)

    def alone(self, step: Step) -> str:
        """Return a step's own words, a correction first."""
        ids = dict.fromkeys((step.id, *step.note_ids))
        return told_from(step, (self._notes[each] for each in ids if each in self._notes))


# Words whose spelling is to be checked: until the doctor has answered


def asks_spelling(note: Note) -> bool:
    """Return whether a note holds a spelling that nobody has confirmed or put right."""
    return note.kind is NoteKind.SPELLING and note.teach_back is None and not is_blank(note.text)


def is_to_check(note: Note) -> bool:
    """Return whether a spelling is still to be checked: it was not let go either."""
    return asks_spelling(note) and note.carried_to != CarryTo.DROP


def spellings_to_check(visits: Iterable[VisitFile]) -> tuple[str, ...]:
    """Return the words to check that may stand in a letter, each once, in the order written."""
    found: dict[str, str] = {}
    for visit in visits:
        for note in visit.live_notes:
            if is_to_check(note) and not is_private(note):
                text = one_line(told(note).text).strip(" .")
                found.setdefault(folded(text), text)
    return tuple(found.values())
