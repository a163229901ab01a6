"""How we found them: words, then stars, then what is behind them; each person apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from companion.domain.rating import raters
from companion.services.compare.comparison import Comparison
from companion.services.compare.ratings import Ratings
from companion.ui.compare.card import EVERYWHERE, Card
from companion.ui.compare.cards import note_line
from companion.ui.compare.rating_view import NOTE, rating_rows
from companion.ui.terminal.line_input import LineInput
from companion.ui.widgets.line_list import LineList
from companion.ui.widgets.one_line import OneLine
from companion.ui.widgets.row import Row
from companion.words import compare as words
from companion.words import compare_cards as card_words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.domain.comparison_table import Column
    from companion.domain.people import Person
    from companion.services.draft import Draft

GUT = "gut"
"""Key of the row that says: no note, a feeling."""
HINTS = {
    "words": card_words.RATE_WORDS,
    "stars": card_words.RATE_STARS_HINT,
    "behind": card_words.RATE_BEHIND_HINT,
}
"""What can be done while something is asked for."""


class WordsField(LineInput):
    """A line of somebody's words, kept at every key."""

    draft: Draft | None = None
    """What keeps it."""

    def on_edited(self) -> None:
        """Keep what stands here now."""
        if self.draft is not None:
            self.draft.keep(self.text)


class RatingCard(Card):
    """Four sides of each opinion; Enter asks for words, stars and what is behind them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *EVERYWHERE,
        Binding("escape", "back", show=False, priority=True),
        Binding("tab", "other_person", show=False, priority=True),
        Binding("space", "tick", show=False),
        Binding("ctrl+z", "undo", show=False, priority=True),
        *(Binding(str(stars), f"stars({stars})", show=False) for stars in range(1, 6)),
    ]
    DEFAULT_CSS = """
    RatingCard #rating-label { text-style: bold; }
    RatingCard WordsField { display: none; }
    """
    HINT = card_words.RATE_HINT

    def __init__(self) -> None:
        super().__init__()
        self._rater = 0
        self._at: tuple[str, str] | None = None
        self._asking = ""
        self._stars = 0

    def compose_foot(self) -> ComposeResult:
        """A line for words."""
        yield OneLine(id="rating-label")
        yield WordsField()

    def on_mount(self) -> None:
        """Answer Enter at once."""
        self.query_one(WordsField).entered = self.words_written

    def heading(self) -> str:
        """What it is about."""
        return card_words.RATE_TITLE

    def top_line(self) -> tuple[str, str]:
        """Who rates."""
        left, _ = super().top_line()
        return left, card_words.who_rates(self._rater_name())

    def _rater_name(self) -> str:
        return self.rater.name or words.NOBODY

    @property
    def rater(self) -> Person:
        """Who rates."""
        people = raters(self.session.case)
        return people[self._rater % len(people)]

    def rows(self) -> list[Row]:
        """The opinions with their sides; while it is asked what is behind, the notes."""
        if self._asking == "behind":
            return self._behind_rows()
        return rating_rows(Comparison(self.session).table, self.rater)

    def hint(self) -> str:
        """What can be done now."""
        return HINTS.get(self._asking, self.HINT)

    def _column(self) -> Column | None:
        key = self._at[0] if self._at is not None else ""
        columns = Comparison(self.session).table.columns
        return next((each for each in columns if each.key == key), None)

    def _behind_rows(self) -> list[Row]:
        column = self._column()
        notes = column.visit.live_notes if column is not None and column.visit else ()
        return [
            Row(GUT, card_words.GUT, lead=" "),
            *(Row(note.id, note_line(note), lead=" ") for note in notes),
        ]

    # Asking

    def _act(self, key: str) -> None:
        """Going to a note changes nothing, so it can be done in a window that only reads."""
        if key.startswith(f"{NOTE}/") and not self._asking:
            self.go_to_note(key.rpartition("/")[2])
        else:
            super()._act(key)

    def act(self, key: str) -> None:
        """Begin with a side of an opinion, or say what is behind the stars."""
        if self._asking == "behind":
            self._rest_on(key)
        elif not self._asking:
            opinion, _, what = key.partition("/")
            self._at = (opinion, what)
            self._ask_words()

    def _ask_words(self) -> None:
        column = self._column()
        if column is None or self._at is None:
            return
        ratings = Ratings(self.session, column)
        if ratings.hides(self._at[1], self.rater.id):
            self.say(words.CELL_COVERED)
            return
        self._asking = "words"
        self.say("")
        field = self.query_one(WordsField)
        field.draft = None
        draft = ratings.words_draft(self._at[1], self.rater.id)
        field.value = draft.text
        field.draft = draft
        field.display = True
        self.set_focus(field)
        self.query_one("#rating-label", OneLine).show(draft.label)
        self.show()

    def words_written(self, text: str) -> None:
        """Enter: the words are kept, stars come next."""
        self._asking = "stars"
        self._close_field(text)
        self.query_one("#rating-label", OneLine).show(card_words.RATE_STARS)

    def _close_field(self, text: str) -> None:
        field = self.query_one(WordsField)
        if field.draft is not None:
            field.draft.finish(text)
        field.draft = None
        field.display = False
        self.set_focus(self.query_one(LineList))
        self.query_one("#rating-label", OneLine).show("")
        self.show()

    def action_stars(self, stars: int) -> None:
        """A digit gives stars once the words are written."""
        if self._asking == "stars" and self._column() is not None:
            self._stars = stars
            self._asking = "behind"
            self.query_one("#rating-label", OneLine).show(card_words.RATE_BEHIND)
            self.show()
            self.query_one(LineList).go_to(GUT)

    def _rest_on(self, key: str) -> None:
        column = self._column()
        if column is not None and self._at is not None:
            note_id = None if key == GUT else key
            what, by_id = self._at[1], self.rater.id
            Ratings(self.session, column).rate(what, by_id, self._stars, note_id)
        self._stop_asking()

    def _stop_asking(self) -> None:
        at, self._asking = self._at, ""
        self.query_one("#rating-label", OneLine).show("")
        self.show()
        if at is not None:
            self.query_one(LineList).go_to("/".join(at))

    # Keys

    def action_tick(self) -> None:
        """Space chooses what is behind the stars; words are begun with Enter alone."""
        if self._asking == "behind":
            super().action_tick()

    def action_back(self) -> None:
        """Esc: one step back; what was typed stays."""
        self.leave()
        if self._asking:
            self.say(card_words.RATE_NO_STARS if self._asking == "behind" else "")
            self._stop_asking()
        else:
            self.dismiss(None)

    def leave(self) -> None:
        """Keep the words that are being written."""
        if self._asking == "words":
            self._close_field(self.query_one(WordsField).text)

    def action_other_person(self) -> None:
        """The other person rates; nothing of the first is shown."""
        if not self._asking:
            self._rater += 1
            self.show()
