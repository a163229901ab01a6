"""The comparison of a case: its table, and what is judged row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain.answer_places import topics_of_packs
from companion.domain.changes import find_by_id, not_deleted, with_added, with_changed
from companion.domain.comparison import Aspect, ComparisonRow, Verdict, Why
from companion.domain.comparison_table import ComparisonTable
from companion.domain.field_types import one_star_more
from companion.domain.pack import ASPECT, SITUATION
from companion.domain.value import replace
from companion.services.entry_table import EntryTable
from companion.words import comparison as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.case import CaseFile, CopiedText
    from companion.domain.pack import Pack
    from companion.services.case.session import CaseSession
    from companion.services.draft import Draft


class Comparison:
    """The comparison of an open case. Each change is one of the case's own file."""

    def __init__(self, session: CaseSession) -> None:
        self.session = session
        self._table: ComparisonTable | None = None
        self._topics: dict[str, tuple[str, ...]] = {}

    def lacks_topics(self) -> bool:
        """Return whether copies of what was answered say no topic, as in older cases."""
        case = self.session.case
        noted = any(note.question_id for visit in case.visits for note in visit.live_notes)
        answered = any(not_deleted(visit.before_you_leave) for visit in case.visits)
        lacks = (noted and self._says_nothing("questions")) or (
            answered and self._says_nothing("door")
        )
        return lacks and not self._topics

    def _says_nothing(self, kind: str) -> bool:
        """Return whether there are copies of a kind and none names a topic."""
        copied = self.session.file.guidance(kind)
        return bool(copied) and not any(text.first(ASPECT) for text in copied)

    def learn_topics(self, packs: Iterable[Pack]) -> None:
        """Take from the packs at hand which row each question speaks to; nothing is stored."""
        self._topics = topics_of_packs(packs)
        self._table = None

    @property
    def table(self) -> ComparisonTable:
        """The comparison as it stands, worked out once for every state of the case."""
        case = self.session.case
        if self._table is not None and self._table.case is not case:
            self._table = self._table.judged_anew(case)
        if self._table is None:
            self._table = ComparisonTable(case, self.session.context.today(), self._topics)
        return self._table

    def judge(self, aspect_id: str, verdict: Verdict) -> None:
        """Say how a row goes together; saying the same again takes it back.

        Where more was said since, saying the same again says it of that too.
        """
        row = self.table.rows.get(aspect_id)
        taken = row is not None and row.verdict is verdict
        if row is not None and taken and self._is_new_since(row):
            self._judge_again(row)
            return
        self._change_row(words.UNDO_VERDICT, aspect_id, verdict=None if taken else verdict)

    def _is_new_since(self, row: ComparisonRow) -> bool:
        aspect = find_by_id(self.table.aspects, row.aspect_id)
        return aspect is not None and self.table.is_new_since(aspect)

    def _judge_again(self, row: ComparisonRow) -> None:
        """Put a row of the same words in the place of an older one: it is as new as this day."""
        made = self.session.new(
            ComparisonRow,
            aspect_id=row.aspect_id,
            verdict=row.verdict,
            stars=row.stars,
            why=row.why,
        )
        self.session.change_case(
            words.UNDO_VERDICT,
            lambda file: with_added(with_changed(file, "rows", row.id, deleted=True), "rows", made),
        )

    def toggle_why(self, aspect_id: str, why: Why) -> None:
        """Give a reason why the opinions differ, or take it away."""
        row = self.table.rows.get(aspect_id)
        have = row.why if row is not None else ()
        wanted = tuple(each for each in Why if (each in have) != (each is why))
        self._change_row(words.UNDO_WHY, aspect_id, why=wanted)

    def add_star(self, aspect_id: str) -> None:
        """Say that a row matters one star more; after five it has none."""
        row = self.table.rows.get(aspect_id)
        wanted = one_star_more(row.stars if row is not None else None)
        self._change_row(words.UNDO_STARS, aspect_id, stars=wanted)

    def _change_row(self, sentence: str, aspect_id: str, **values: Any) -> None:  # noqa: ANN401
        row = self.table.rows.get(aspect_id)
        made = self.session.new(ComparisonRow, aspect_id=aspect_id, **values)

        def change(file: CaseFile) -> CaseFile:
            if row is not None:
                return with_changed(file, "rows", row.id, **values)
            return with_added(file, "rows", made)

        self.session.change_case(sentence, change)

    def is_wanted(self, aspect_id: str) -> bool:
        """Return whether a row is at hand for no other reason than that somebody asked for it."""
        row = self.table.rows.get(aspect_id)
        return row is not None and row.verdict is None and row.stars is None and not row.why

    def toggle_wanted(self, aspect_id: str) -> None:
        """Bring a row that nobody said anything about, or put it back."""
        if self.is_wanted(aspect_id):
            gone = self.table.rows[aspect_id].id
            self.session.change_case(
                words.UNDO_ASPECT_GONE,
                lambda file: with_changed(file, "rows", gone, deleted=True),
            )
        elif aspect_id not in self.table.rows:
            self._change_row(words.UNDO_ASPECT, aspect_id)

    def set_stars(self, aspect_id: str, stars: int) -> None:
        """Say how much a row matters; saying the same again takes it back."""
        row = self.table.rows.get(aspect_id)
        taken = row is not None and row.stars == stars
        self._change_row(words.UNDO_STARS, aspect_id, stars=None if taken else stars)

    def aspect_draft(self) -> Draft:
        """Return a field for a row of the user's own."""
        made = self._new_aspect()
        return EntryTable(self.session, "aspects").own_draft(
            words.ADD_ASPECT, made, words.UNDO_ASPECT
        )

    def offered_topics(self) -> tuple[CopiedText, ...]:
        """Return what the guidance has for single situations, each situation's together."""
        offered = self.session.file.guidance("aspects")
        aimed = [text for text in offered if text.first(SITUATION)]
        names = list(dict.fromkeys(text.first(SITUATION) for text in aimed))
        return tuple(sorted(aimed, key=lambda text: names.index(text.first(SITUATION))))

    def toggle_topic(self, source: str) -> None:
        """Make a row of what the guidance has for a situation, or take it out again."""
        have = next((row for row in self.session.file.aspects if row.source == source), None)
        text = next((text for text in self.offered_topics() if text.source == source), None)
        if have is not None and not have.deleted:
            self.drop_aspect(have.id)
        elif have is not None:
            self.session.change_case(
                words.UNDO_ASPECT,
                lambda file: with_changed(file, "aspects", have.id, deleted=False),
            )
        elif text is not None:
            made = replace(self._new_aspect(), text=text.text, source=source)
            self.session.change_case(
                words.UNDO_ASPECT, lambda file: with_added(file, "aspects", made)
            )

    def _new_aspect(self) -> Aspect:
        last = max((each.position for each in self.session.file.aspects), default=0.0)
        return self.session.new(Aspect, position=last + 1)

    def drop_aspect(self, aspect_id: str) -> None:
        """Take a row out; undo brings it back with all that stood in it."""
        self.session.change_case(
            words.UNDO_ASPECT_GONE,
            lambda file: with_changed(file, "aspects", aspect_id, deleted=True),
        )
