"""How we found them: words, then stars, then what is behind them; each person apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from companion.domain.rating import rater_at
from companion.services.compare.ratings import Ratings
from companion.ui.compare.cards.card import CompareCard
from companion.ui.compare.cards.notes import note_line
from companion.ui.compare.rating_view import MORE, NOTE, rating_rows
from companion.ui.rooms.draft_field import DraftField, KeptLine
from companion.ui.widgets.one_line import OneLine
from companion.ui.widgets.row import Row
from companion.words import compare as words
from companion.words import compare_cards as card_words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.domain.comparison_table import Column
    from companion.domain.people import Person
    from companion.services.draft import Draft
    from companion.ui.compare.context import CompareContext

EACH = 53
"""Columns of the window that an opinion takes at least where they stand beside each other."""
GUT = "gut"
"""The key of the row that says: no note, a feeling."""
WORDS, STARS, BEHIND = "words", "stars", "behind"
"""The fields asked for, one after the other."""
HINTS = {
    WORDS: card_words.RATE_WORDS,
    STARS: card_words.RATE_STARS_HINT,
    BEHIND: card_words.RATE_BEHIND_HINT,
}
"""The hint while a field is asked for."""


class RatingCard(CompareCard):
    """Four sides of each opinion; Enter asks for words, stars and what is behind them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False, priority=True),
        Binding("tab", "other_person", show=False, priority=True),
        *(Binding(str(stars), f"stars({stars})", show=False) for stars in range(1, 6)),
    ]
    DEFAULT_CSS = "RatingCard > OneLine#rating-label { text-style: bold; }"
    HINT = card_words.RATE_HINT

    def __init__(self, room: CompareContext) -> None:
        super().__init__(room)
        self._turn = 0
        self._at: tuple[str, str] | None = None
        self._asking = ""
        self._stars = 0
        self._more: set[str] = set()
        self._label = OneLine(id="rating-label")
        self._field = DraftField(KeptLine())

    def compose_foot(self) -> ComposeResult:
        """Lay out what is asked, the field for words, what just happened."""
        yield self._label
        yield self._field
        yield from super().compose_foot()

    def opened(self) -> None:
        """Answer Enter in the field."""
        self._field.finished = self._words_written
        self._field.closed = self._field_closed

    def heading(self) -> str:
        """Return what the card is about."""
        return card_words.RATE_TITLE

    def top_line(self) -> tuple[str, str]:
        """Return the case, and who rates."""
        left, _ = super().top_line()
        name = self._person.name if self._person is not None else ""
        return left, card_words.who_rates(name or words.NOBODY)

    @property
    def _person(self) -> Person | None:
        """The person who rates."""
        return rater_at(self.session.case, self._turn)

    @property
    def _by_id(self) -> str | None:
        return self._person.id if self._person is not None else None

    def rows(self) -> list[Row]:
        """Return the opinions with their sides, or the notes to choose from."""
        if self._asking == BEHIND:
            return self._behind_rows()
        table = self.room.state.table
        beside = max(1, min(len(table.columns), self.app.size.width // EACH))
        return rating_rows(table, self._by_id, self._more, beside)

    def hint(self) -> str:
        """Return what can be done now."""
        return HINTS.get(self._asking, self.HINT)

    def _column(self) -> Column | None:
        """Return the opinion that is rated."""
        return self.room.state.table.column(self._at[0]) if self._at is not None else None

    def _behind_rows(self) -> list[Row]:
        column = self._column()
        notes = column.visit.live_notes if column is not None and column.visit else ()
        return [
            Row(GUT, card_words.GUT, lead=" "),
            *(Row(note.id, note_line(note), lead=" ") for note in notes),
        ]

    # Asking for words, stars, and what is behind them

    def choose(self, key: str) -> None:
        """Act on a row; going to a note changes nothing, so a window that only reads does it."""
        kind, _, column = key.partition("/")
        if kind == MORE and not self._asking:
            self._more.add(column)
            self.show()
        elif kind == NOTE and not self._asking:
            self.go_to_note(key.rpartition("/")[2])
        else:
            super().choose(key)

    def act(self, key: str) -> None:
        """Begin with a side of an opinion, or say what is behind the stars."""
        if self._asking == BEHIND:
            self._rest_on(key)
        elif not self._asking:
            opinion, _, what = key.partition("/")
            self._at = (opinion, what)
            self._ask_words(what)

    def _ask_words(self, what: str) -> None:
        column = self._column()
        if column is None:
            return
        ratings = Ratings(self.session, column)
        if ratings.hides(what, self._by_id):
            self.say(words.CELL_COVERED)
            return
        self._asking = WORDS
        self.say("")
        self._label.display = False
        self._field.open(ratings.words_draft(what, self._by_id))
        self.show()

    def _words_written(self, _: Draft) -> None:
        """Ask for stars: the words are kept."""
        self._asking = STARS
        self._field_closed()
        self._label.show(card_words.RATE_STARS)

    def _field_closed(self, _: str = "") -> None:
        self._label.display = True
        self.set_focus(self.lines)
        self.show()

    def action_stars(self, stars: int) -> None:
        """Give stars, once the words are written."""
        if self._asking == STARS and self._column() is not None:
            self._stars = stars
            self._asking = BEHIND
            self._label.show(card_words.RATE_BEHIND)
            self.show()
            self.lines.go_to(GUT)

    def _rest_on(self, key: str) -> None:
        column = self._column()
        if column is not None and self._at is not None:
            note_id = None if key == GUT else key
            ratings = Ratings(self.session, column)
            ratings.rate(self._at[1], self._by_id, self._stars, note_id)
        self._stop_asking()

    def _stop_asking(self) -> None:
        at, self._asking = self._at, ""
        self._label.show("")
        self.show()
        if at is not None:
            self.lines.go_to("/".join(at))

    # Keys

    def action_tick(self) -> None:
        """Choose what is behind the stars; words are begun with Enter alone."""
        if self._asking == BEHIND:
            super().action_tick()

    def action_back(self) -> None:
        """Go one step back; what was typed stays."""
        if not self._asking:
            self.leave()
            return
        self._field.close()
        self.say(card_words.RATE_NO_STARS if self._asking == BEHIND else "")
        self._stop_asking()

    def leave(self) -> None:
        """Keep the words that are being written, and put the card away."""
        self._field.close()
        super().leave()

    def action_other_person(self) -> None:
        """Let the other person rate; nothing of the first is shown."""
        if not self._asking:
            self._turn += 1
            self.show()
