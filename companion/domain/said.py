"""What was said in a visit, as sentences in the order in which they are read.

They are made from what was marked and answered: answers before leaving, quotes, what was
understood, numbers, to-dos, open questions, how opinions compare. Each names the notes behind it;
nothing stands here that no note, answer or choice says. A note that the doctor put right is told in
the doctor's words alone. The page is made to be handed around, so a note that is hidden, or kept
for oneself, is in no copy of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.answer_places import ALWAYS_THERE, SaidPart
from companion.domain.case_queries import all_opinions, all_people
from companion.domain.changes import not_deleted, stamp_of
from companion.domain.comparison import Verdict
from companion.domain.comparison_table import aspects_in_order
from companion.domain.correction import is_older, quoted, told, told_again
from companion.domain.cover_choice import is_older_than_choice
from companion.domain.entity import order
from companion.domain.folded_text import folded
from companion.domain.marks import NoteKind
from companion.domain.note import TeachBackResult
from companion.domain.number import number_of, still_to_ask
from companion.domain.proposals import door_answers
from companion.domain.question import CarryTo, QuestionState
from companion.domain.steps import door_step_id
from companion.domain.text import is_blank, one_line
from companion.domain.value import Value
from companion.domain.visit_selection import next_planned
from companion.domain.visit_times import told_when
from companion.words import compare as compare_words
from companion.words import days
from companion.words import said as words
from companion.words import visit_cards as card_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from companion.domain.answer_places import AnswerPlaces
    from companion.domain.case import Case
    from companion.domain.comparison import Aspect, Step
    from companion.domain.note import Note
    from companion.domain.question_rows import NumberedQuestion
    from companion.domain.veil import Veil
    from companion.domain.visit import SaidText, VisitFile

SPOKEN = (NoteKind.QUOTE, NoteKind.NUMBER, NoteKind.UNDERSTOOD)
"""Marks of notes that say something by themselves, those to be read first in front."""
DOOR_PARTS = {
    "plan": SaidPart.ADVISED,
    "results": SaidPart.NEXT,
    "report": SaidPart.NEXT,
    "who": SaidPart.WHO,
    "call": SaidPart.CALL,
}
"""Answers before leaving, and the part of each."""
FEW_WORDS = 4
"""An answer of fewer words stands behind its question."""
_AT_ODDS = frozenset({Verdict.DIFFERS, Verdict.CANNOT_TELL_YET})
_ALIKE = frozenset({Verdict.SAME, Verdict.REFINED})
_SENT = frozenset({CarryTo.NEXT, CarryTo.MESSAGE})
"""Places where an open matter goes by choice."""


class Sentence(Value):
    """One sentence, and what is behind it."""

    part: SaidPart
    text: str
    """On one line."""
    note_ids: tuple[str, ...] = ()
    door: str = ""
    """The answer before leaving that it is; empty for another sentence."""
    question_id: str = ""
    """The open question that it is."""
    visit_id: str = ""
    """The planned visit that it is."""


class ToldPart(Value):
    """One part of what was said."""

    part: SaidPart
    sentences: tuple[Sentence, ...]
    """None where no note says anything."""
    edited: bool = False
    """Whether it was rewritten by hand."""


class SaidMaterial(Value):
    """What the page may be made from."""

    case: Case
    """Without what is deleted, or is not for its reader."""
    visit: VisitFile
    rows: tuple[NumberedQuestion, ...]
    """The questions of the visit."""
    steps: tuple[Step, ...]
    """The steps of the case."""
    private: Veil
    """The veil over notes that are in no letter."""
    now: datetime
    """Which visit is the next one."""
    places: AnswerPlaces
    """Where answers belong, as the guidance says it."""
    withdrawn: frozenset[str] = frozenset()
    """Rewritten parts behind which a note was deleted."""


def parts_told(material: SaidMaterial) -> tuple[ToldPart, ...]:
    """Return the parts of what was said; the last one only where something belongs there."""
    return _Telling(material).parts()


def notes_elsewhere(material: SaidMaterial, parts: Iterable[ToldPart]) -> tuple[str, ...]:
    """Return the ids of the notes that a reader may see and that stand in no part."""
    there = {each for part in parts for sentence in part.sentences for each in sentence.note_ids}
    notes = (note for note in _Telling(material).notes if not is_blank(note.text))
    return tuple(note.id for note in notes if note.id not in there)


class _Telling:
    """Makes the sentences of one visit."""

    def __init__(self, material: SaidMaterial) -> None:
        self._made_from = material
        self._visit = material.visit
        people = {each.id: one_line(each.name) for each in all_people(material.case)}
        self._names = people
        self._doctor = people.get(material.visit.head.clinician_id or "", "")
        self._rows = {
            row.listed.question_id: row
            for row in material.rows
            if row.question is None or not material.private.hides(row.question)
        }
        self._topics = self._parts_of_topics()
        self.notes = [note for note in self._visit.live_notes if self._may_tell(note)]

    def _may_tell(self, note: Note) -> bool:
        private, file = self._made_from.private, self._made_from.case.file
        if note.covered or note.mine_only or private.hides(note):
            return False
        row = self._rows.get(note.question_id or "")
        question = row.question if row is not None else None
        old = is_older_than_choice(note, file)
        return not (old and private.covering.takes_note(note, question))

    def _parts_of_topics(self) -> dict[str, list[SaidPart]]:
        """Return the parts of the topics that notes were taken for in Compare, by note."""
        places = self._made_from.places
        aspects = {each.id: each for each in not_deleted(self._made_from.case.file.aspects)}
        found: dict[str, list[SaidPart]] = {}
        for cell in not_deleted(self._visit.cells):
            aspect = aspects.get(cell.aspect_id)
            part = places.part_of_topic(aspect.source) if aspect is not None else None
            if part is not None:
                for note_id in cell.note_ids:
                    found.setdefault(note_id, []).append(part)
        return found

    def _part_of(self, note: Note, row: NumberedQuestion | None) -> SaidPart:
        """Return where a note belongs: to the topic it was taken for, else to what was asked."""
        question = row.question if row is not None else None
        asked = self._made_from.places.part_of_question(question)
        taken = self._topics.get(note.id, [])
        first = min(taken, key=tuple(SaidPart).index, default=asked)
        return (asked if asked in taken else first) or SaidPart.ALSO

    def parts(self) -> tuple[ToldPart, ...]:
        made: dict[SaidPart, list[Sentence]] = {part: [] for part in SaidPart}
        for sentence in self._sentences():
            made[sentence.part].append(sentence)
        rewritten = {each.part: each for each in self._visit.said if self._holds(each)}
        result = []
        for part in SaidPart:
            mine = rewritten.get(part)
            told_now = tuple(made[part])
            sentences = self._rewritten(mine, told_now) if mine is not None else told_now
            if sentences or part in ALWAYS_THERE:
                result.append(ToldPart(part, sentences, mine is not None))
        return tuple(result)

    # What was rewritten by hand

    def _holds(self, mine: SaidText) -> bool:
        """Return whether a rewritten part may stand: nothing behind it was hidden since."""
        behind = self._made_from
        if mine.deleted or is_blank(mine.text) or mine.id in behind.withdrawn:
            return False
        if behind.private.hides(mine):
            return False
        there = {note.id for note in self.notes}
        return there.issuperset(mine.note_ids)

    def _rewritten(self, mine: SaidText, now: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        """Return the lines of a rewritten part, then what was written or changed since."""
        part, text = SaidPart(mine.part), mine.text
        behind = [note for note in self.notes if note.id in mine.note_ids]
        for note in behind:
            text = _put_right(text, mine, note)
        lines = [one_line(each) for each in text.split("\n") if not is_blank(each)]
        since = (each for each in now if self._is_since(each, mine))
        return (*(Sentence(part, each, _behind(each, behind)) for each in lines), *since)

    def _is_since(self, sentence: Sentence, mine: SaidText) -> bool:
        """Return whether a sentence tells what was not there, or said otherwise, at the time."""
        then = order(stamp_of(mine, "text"))
        if sentence.door:
            cards = not_deleted(self._visit.before_you_leave)
            return any(order(stamp_of(card, sentence.door)) > then for card in cards)
        if sentence.visit_id:
            visits = self._made_from.case.visits
            heads = (each.head for each in visits if each.id == sentence.visit_id)
            return any(order(stamp_of(head, "at")) > then for head in heads)
        changed = (
            note.id
            for note in self.notes
            if note.edited_at and mine.at and note.edited_at > mine.at
        )
        return not set(mine.note_ids).difference(changed).issuperset(sentence.note_ids)

    # Sentences

    def _sentences(self) -> Iterator[Sentence]:
        yield from self._door("plan", "results", "who", "call")
        yield from self._next_visit()
        yield from self._of_questions()
        yield from self._to_do()
        yield from self._door("report")
        yield from self._open_questions()
        yield from self._open_notes()
        yield from self._verdicts()

    def _door(self, *names: str) -> Iterator[Sentence]:
        steps = {step.id: step for step in self._made_from.steps}
        for answer in door_answers(self._visit, self._made_from.private.covering):
            if answer.name in names:
                step = steps.get(door_step_id(self._visit.id, answer.name))
                text = self._with_step(answer.text, step) if step is not None else answer.text
                yield Sentence(DOOR_PARTS[answer.name], text, door=answer.name)

    def _with_step(self, text: str, step: Step) -> str:
        owner = self._names.get(step.owner_id or "", "")
        due = days.told_text(step.due, days.long_day)
        return words.step(text, owner, due, done=step.done_at is not None)

    def _next_visit(self) -> Iterator[Sentence]:
        others = tuple(v for v in self._made_from.case.visits if v.id != self._visit.id)
        ahead = next_planned(others, self._made_from.now)
        when = told_when(ahead.head) if ahead is not None else ""
        if ahead is not None and when:
            doctor = self._names.get(ahead.head.clinician_id or "", "")
            text = words.next_visit(when, doctor)
            yield Sentence(SaidPart.NEXT, text, visit_id=ahead.id)

    def _of_questions(self) -> Iterator[Sentence]:
        """Yield what was noted as said: first what is marked, quotes in front, then what is not.

        Under no question only marked notes speak: the others are whatever came up.
        """
        notes = [note for note in self.notes if note.kind in (*SPOKEN, NoteKind.PLAIN)]
        spoken = [note for note in notes if note.kind in SPOKEN or note.teach_back]
        asked = [note for note in notes if note not in spoken and note.question_id in self._rows]
        for told_first in (spoken, asked):
            for note in sorted(told_first, key=self._place):
                row = self._rows.get(note.question_id or "")
                text = self._noted(note, row)
                if text:
                    yield Sentence(self._part_of(note, row), text, (note.id,))

    def _place(self, note: Note) -> tuple[int, int]:
        """Return the place of a note: by its question, then by its mark."""
        row = self._rows.get(note.question_id or "")
        mark = SPOKEN.index(note.kind) if note.kind in SPOKEN else len(SPOKEN)
        return row.number if row is not None else len(self._rows) + 1, mark

    def _noted(self, note: Note, row: NumberedQuestion | None) -> str:
        text = one_line(told(note).text)
        if not text:
            return ""
        few = len(text.split()) < FEW_WORDS
        if note.kind is NoteKind.QUOTE:
            text = words.doctor_said(self._doctor, quoted(text))
        elif note.kind is NoteKind.NUMBER or note.number is not None:
            text = words.with_more(text, _more_of(note, text))
        elif note.kind is NoteKind.UNDERSTOOD:
            text = words.understood(text)
        if few and row is not None and row.text:
            text = words.answer_to(one_line(row.text), text)
        if note.teach_back is None:
            return text
        right = note.teach_back.result is TeachBackResult.CORRECTED
        return (words.put_right if right else words.confirmed)(text, self._doctor)

    def _to_do(self) -> Iterator[Sentence]:
        steps = {step.id: step for step in self._made_from.steps}
        for note in self.notes:
            step = steps.get(note.id)
            text = one_line(told(note).text)
            if note.kind is NoteKind.TODO and text and step is not None:
                yield Sentence(SaidPart.WHO, self._with_step(text, step), (note.id,))

    def _verdicts(self) -> Iterator[Sentence]:
        """Yield how the opinions compare, on topics where this visit has notes behind its words."""
        case, places = self._made_from.case, self._made_from.places
        mine = {note.id for note in self.notes}
        behind = {
            cell.aspect_id: tuple(each for each in cell.note_ids if each in mine)
            for cell in not_deleted(self._visit.cells)
            if not self._made_from.private.hides(cell)
        }
        verdicts = {row.aspect_id: row.verdict for row in not_deleted(case.file.rows)}
        own = {each.id for each in not_deleted(self._visit.opinions)}
        doctors = (
            self._names.get(each.clinician_id or "", "")
            for each in all_opinions(case)
            if each.id not in own
        )
        others = ", ".join(dict.fromkeys(filter(None, doctors)))
        alike: dict[tuple[SaidPart, Verdict], list[Aspect]] = {}
        for aspect in aspects_in_order(case.file):
            verdict = verdicts.get(aspect.id)
            if verdict is None or not behind.get(aspect.id):
                continue
            if verdict in _AT_ODDS | _ALIKE:
                part = SaidPart.OPEN if verdict in _AT_ODDS else places.part_of_topic(aspect.source)
                alike.setdefault((part or SaidPart.ALSO, verdict), []).append(aspect)
        for (part, verdict), aspects in alike.items():
            topics = ", ".join(one_line(each.text) for each in aspects)
            text = words.compared(topics, others, compare_words.VERDICTS[verdict])
            notes = dict.fromkeys(note for each in aspects for note in behind[each.id])
            yield Sentence(part, text, tuple(notes))

    # What is still open

    def _open_questions(self) -> Iterator[Sentence]:
        """Yield must-asks that were not answered, and questions that were sent on."""
        for row in self._rows.values():
            question, state = row.question, row.state
            if question is None or question.alone or is_blank(row.text):
                continue
            text = one_line(row.text)
            if state is QuestionState.PARTLY:
                yield Sentence(SaidPart.OPEN, words.partly(text), question_id=question.id)
            elif (row.must and state is QuestionState.OPEN) or (
                state is QuestionState.CARRIED and row.listed.carried_to in _SENT
            ):
                yield Sentence(SaidPart.OPEN, words.to_ask(text), question_id=question.id)

    def _open_notes(self) -> Iterator[Sentence]:
        for note in self.notes:
            if note.carried_to == CarryTo.DROP:
                continue
            text = one_line(told(note).text)
            if note.kind is NoteKind.UNCLEAR and text:
                yield Sentence(SaidPart.OPEN, words.unclear(text), (note.id,))
            elif note.kind is NoteKind.SPELLING and text:
                yield Sentence(SaidPart.OPEN, words.spelling(text), (note.id,))
            elif (card := number_of(note)) is not None and (asked := still_to_ask(card)):
                ask = card_words.missing("", card_words.NUMBER_ASK[asked[0]], len(asked) - 1)
                what = one_line(card.what) or text
                yield Sentence(SaidPart.OPEN, words.number_open(what, ask), (note.id,))


def _more_of(note: Note, text: str) -> str:
    """Return what a number card adds to the words of its note."""
    card = number_of(note)
    if card is None:
        return ""
    says = folded(text)
    more = []
    if card.count and folded(card.count) not in says:
        more.append(words.out_of(one_line(card.count), one_line(card.out_of)))
    for name, shape in words.NUMBER_PARTS.items():
        value = one_line(getattr(card, name))
        if name in words.TREATED and value:
            same = folded(value) == folded(card.count)
            more.append(words.TREATED[name] if same else shape.format(value))
        elif value and folded(value) not in says:
            more.append(shape.format(value))
    return ", ".join(more)


def _put_right(text: str, mine: SaidText, note: Note) -> str:
    """Return a rewritten part with a later correction of a note behind it."""
    right, before, _ = again = told(note)
    if before and before in text:
        return text.replace(before, right)
    return told_again(text, again, older=is_older(mine, "text", note)) if before else text


def _behind(line: str, notes: list[Note]) -> tuple[str, ...]:
    """Return the notes behind one line: those whose words it has, else all of the part."""
    says = folded(line)
    named = tuple(note.id for note in notes if (text := folded(told(note).text)) and text in says)
    return named or tuple(note.id for note in notes)
