"""The visit with the other doctor, in the made-up case, as it would have been typed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from companion.domain.note import NumberCard
from companion.domain.question import CarryTo, QuestionState
from companion.services.compare.comparison import Comparison
from companion.services.compare.opinions import OpinionEditor
from companion.services.compare.ratings import Ratings
from companion.services.prepare.result_board import ResultBoard
from companion.services.visit.editor import VisitEditor
from companion.words import example as words
from companion.words import example_opinions as opinions
from companion.words import example_visit as visit_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.comparison_table import Column
    from companion.services.example.story import Story

LASTED = timedelta(minutes=27)
DEBRIEF_AFTER = timedelta(minutes=35)
OPINION_AFTER = timedelta(minutes=55)
STATES: tuple[QuestionState | CarryTo, ...] = (
    QuestionState.ANSWERED,
    QuestionState.ANSWERED,
    CarryTo.NEXT,
    QuestionState.PARTLY,
    CarryTo.MESSAGE,
    CarryTo.LATER,
)
"""How far each question had come at the end, or where it goes."""
BEFORE_YOU_LEAVE = {
    "call": visit_words.BEFORE_YOU_LEAVE_CALL,
    "plan": visit_words.BEFORE_YOU_LEAVE_PLAN,
    "results": visit_words.BEFORE_YOU_LEAVE_RESULTS,
}


class ExampleVisit:
    """The visit while it is told."""

    def __init__(self, story: Story, visit_id: str) -> None:
        self._story = story
        self.editor = VisitEditor(story.session, visit_id)
        self.questions = [row.listed.question_id for row in self.editor.questions.rows()]
        """Ids of the questions of its list, in order."""

    def tell(self) -> None:
        """Tell the visit from the first note to the opinion written down an hour later."""
        during = [note for note in visit_words.NOTES if timedelta(minutes=note.minute) <= LASTED]
        self.begin()
        self.write(during)
        self._wait(LASTED)
        self.editor.clock.end()
        for name, text in BEFORE_YOU_LEAVE.items():
            self.editor.answers.save_before_you_leave(name, text)
        self._wait_for_the_result()
        self.write(visit_words.NOTES[len(during) :])
        self._close_questions()
        self._mark_notes()
        self._wait(DEBRIEF_AFTER)
        self._debrief()
        self._wait(OPINION_AFTER)
        self._write_opinion_down()

    def _wait(self, since_start: timedelta) -> None:
        self._story.clock.at = self._story.days.visit + since_start

    def _note_id(self, place: int) -> str:
        return self.editor.visit.notes[place].id

    def begin(self) -> None:
        """Hand the page over, and the keyboard to the companion."""
        self._wait(timedelta())
        self.editor.people.set_writer(self._story.person_id(words.COMPANION))
        self.editor.clock.hand_over()

    def write(self, notes: Iterable[visit_words.WrittenNote]) -> None:
        """Write notes, each at its minute and under its question."""
        for told in notes:
            self._wait(timedelta(minutes=told.minute))
            self.editor.line.go_to(self.questions[told.question - 1] if told.question else None)
            self.editor.line.save(told.line)

    def _wait_for_the_result(self) -> None:
        board = ResultBoard(self._story.session)
        for offer in board.offers():
            board.take(offer)
            for name, text in visit_words.RESULT.items():
                board.field_draft(offer.id, name).finish(text)

    def _close_questions(self) -> None:
        for question_id, end in zip(self.questions, STATES, strict=True):
            if isinstance(end, QuestionState):
                self.editor.questions.set_state(question_id, end)
            else:
                self.editor.questions.carry(question_id, end)

    def _mark_notes(self) -> None:
        notes, note_id = self.editor.notes, self._note_id
        self._wait(timedelta(minutes=visit_words.SAID_BACK_MINUTE))
        notes.say_back(note_id(visit_words.SAID_BACK), visit_words.CORRECTED)
        card = NumberCard(
            what=visit_words.NUMBER_WHAT,
            count=visit_words.NUMBER_COUNT,
            out_of=visit_words.NUMBER_OUT_OF,
            over=visit_words.NUMBER_OVER,
            for_whom=visit_words.NUMBER_FOR_WHOM,
            with_treatment=visit_words.NUMBER_COUNT,
            said_by=words.OTHER_DOCTOR,
        )
        notes.keep_number(note_id(visit_words.NUMBER), card)
        notes.cover(note_id(visit_words.COVERED), covered=True)
        notes.set_private(note_id(visit_words.MINE_ONLY), mine_only=True)
        notes.carry(note_id(visit_words.UNCLEAR), CarryTo.LATER)
        notes.carry(note_id(visit_words.NUMBER), CarryTo.MESSAGE)

    def _debrief(self) -> None:
        sam = self._story.person_id(words.COMPANION)
        answers = zip(visit_words.DEBRIEF, visit_words.DEBRIEF_ANSWERS, strict=True)
        for (source, prompt), answer in answers:
            guidance = self._story.guidance(source)
            asked = guidance.text if guidance is not None else prompt
            self.editor.answers.save_debrief(asked, answer, sam)

    def _column(self) -> Column:
        return Comparison(self._story.session).table.columns[-1]

    def _write_opinion_down(self) -> None:
        session, story = self._story.session, self._story
        opinion = OpinionEditor(session, self._column())
        for said in opinions.ASPECTS:
            aspect = story.aspect(said)
            if aspect is not None and said.other:
                opinion.cell_draft(aspect).finish(said.other)
                for place in said.notes:
                    opinion.toggle_note(aspect, self._note_id(place))
        for record_id in story.record_ids(words.LABS, words.SUMMARIES, words.GENE_REPORT):
            opinion.toggle_record(record_id)
        opinion.next_known()
        ratings, sam = Ratings(session, self._column()), story.person_id(words.COMPANION)
        for rated in opinions.RATINGS:
            ratings.words_draft(rated.what, sam).finish(rated.words)
            note_id = None if rated.note is None else self._note_id(rated.note)
            ratings.rate(rated.what, sam, rated.stars, note_id)
        OpinionEditor(session, self._column()).freeze()
