"""What was said, on one page: to read aloud, to correct, to go from a sentence to its note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.answer_places import SaidPart
from companion.domain.said_fit import FittedSaid, SaidSpace, fitted
from companion.domain.value import replace
from companion.domain.visit_times import told_day
from companion.exchange.papers.catalogue import SAID
from companion.services.visit.said import SaidPage
from companion.ui.terminal.output_filter import visible
from companion.ui.visit.card import MOVES, Card, CardView, KeyPress, KeyResult
from companion.ui.visit.cards.before_you_leave import BeforeYouLeaveCard
from companion.ui.visit.cards.option_card import line
from companion.ui.widgets.line_list import Row
from companion.ui.widgets.row import wrap_row, wrapped
from companion.words import said as words

if TYPE_CHECKING:
    from companion.domain.said import Sentence, ToldPart
    from companion.ui.visit.card import CardContext

LEAD = max(map(len, words.PARTS.values())) + 3
"""Cells of the names of the parts, at the left."""
NARROW = 60
"""Cells under which the names stand above their sentences."""
LEAST = 13
"""Lines under which the page is gone through instead of shown at once."""
FROM_QUESTIONS = frozenset({SaidPart.WHAT, SaidPart.ADVISED, SaidPart.WHY, SaidPart.NEXT})
"""Parts that are told from what was noted under questions."""
AIRY = 20
"""Lines from which a blank one stands between the parts, where all of them have room so."""
ALL = "all"
"""Key of the row that shows everything, or one screen again."""
PAPERS = "papers"
"""Key of the row from which the page is saved or printed."""


class SaidCard(Card):
    """The page as one screen; a longer one is cut, and says so until it is shown whole."""

    def __init__(self, context: CardContext, back: Card | None = None, at: str = "") -> None:
        super().__init__(context)
        self.page = SaidPage(self.state.session, self.state.editor.visit_id)
        self.back = back
        self.at = at
        self.whole = False

    # Its rows

    @property
    def _narrow(self) -> bool:
        return self.context.card_width < NARROW

    @property
    def _is_small(self) -> bool:
        """Whether the window is too small for one screen: all of it is there to go through."""
        return self._narrow or self.context.card_height < LEAST

    def _width(self) -> int:
        return max(16, self.context.card_width - (3 if self._narrow else LEAD + 1))

    def _shown(self) -> FittedSaid:
        parts = tuple(map(_marked, self.page.parts))
        if self.whole or self._is_small:
            return FittedSaid(parts)
        width = self._width()
        below = (*self._why_empty(), self._end())
        whole = self.context.card_width
        room = self.context.card_height - sum(wrapped_lines(text, whole) for text in below)
        space = SaidSpace(
            room,
            lines=lambda text: wrapped_lines(text, width),
            heading=1.0 if self._narrow else 0.0,
        )
        return fitted(parts, space)

    def _end(self) -> str:
        """Return the last line: how many notes are not here, and that it can be printed."""
        remark = words.only_in_notes(len(self.page.only_in_notes))
        return f"{remark} {words.TO_PAPERS}" if remark else words.TO_PAPERS

    def _why_empty(self) -> tuple[str, ...]:
        """Return why a part is empty though notes are there: nothing tells where they belong."""
        told = {part.part for part in self.page.parts if part.sentences}
        if told.issuperset(FROM_QUESTIONS):
            return ()
        if self.page.only_in_notes:
            return (words.WHY_EMPTY_NOTES,)
        return (words.WHY_EMPTY,) if SaidPart.ALSO in told else ()

    def rows(self) -> tuple[Row, ...]:
        """Return the sentences part by part, then what has no room, then what can be done."""
        found = self._shown()
        end = []
        if found.left_out or found.shortened or self.whole:
            says = words.LESS if self.whole else words.more(found.left_out, found.shortened)
            end.append(Row(ALL, says, " ", mood="muted"))
        end += [line("why", text, "muted") for text in self._why_empty()]
        end.append(Row(PAPERS, self._end(), " ", mood="muted"))
        parts = [*map(self._part, found.parts), end]
        airy = tuple(row for part in parts for row in (*part, line(f"air {part[0].key}", "")))[:-1]
        width, room = self.context.card_width, self.context.card_height
        if room >= AIRY and sum(len(wrap_row(row, width)) for row in airy) <= room:
            return airy
        return tuple(row for part in parts for row in part)

    def _part(self, part: ToldPart) -> list[Row]:
        name = words.PARTS[part.part]
        texts = [each.text for each in part.sentences] or [words.BLANK_LINE]
        mood = "" if part.sentences else "muted"
        if self._narrow:
            rows = [line(f"name {part.part}", name, "heading")]
            return rows + [
                Row(f"{part.part}/{at}", text, "   ", mood=mood) for at, text in enumerate(texts)
            ]
        rows = []
        for at, text in enumerate(texts):
            lead = f" {name if at == 0 else '':<{LEAD - 1}}"
            tints = ((name, "mark"),) if at == 0 else ()
            rows.append(Row(f"{part.part}/{at}", text, lead, mood=mood, tints=tints))
        return rows

    def view(self) -> CardView:
        """Return the page, whose it is and of which day on top."""
        rows = self.rows()
        keys = [row.key for row in rows if row.selectable]
        if self.at not in keys:
            self.at = next((key for key in keys if key.startswith(f"{self.at}/")), keys[0])
        top = words.title(self.state.clinician()), self._whose()
        hint = words.HINT if self.state.may_write else words.READING_HINT
        return CardView(words.CARD_TITLE, rows, hint, self.at, top)

    def _whose(self) -> str:
        people = self.state.editor.people
        patient = people.patient()
        name = patient.name.strip() if patient is not None else ""
        return " · ".join(part for part in (name, told_day(self.state.visit.head)) if part)

    # Keys

    def press(self, press: KeyPress) -> KeyResult:
        """Let the arrows move, Enter go to the note, Tab rewrite; a letter types on."""
        if press.key in MOVES:
            keys = [row.key for row in self.rows() if row.selectable]
            place = keys.index(self.at) if self.at in keys else 0
            self.at = keys[min(max(0, place + MOVES[press.key]), len(keys) - 1)]
        elif press.key == "enter":
            self._go_on()
        elif press.key == "tab":
            self._rewrite()
        else:
            return super().press(press)
        return KeyResult.USED

    def _here(self) -> tuple[str, Sentence | None]:
        name, _, place = self.at.partition("/")
        part = self.page.part(name)
        sentences = part.sentences if part is not None else ()
        at = int(place) if place.isdigit() else 0
        return name, sentences[at] if at < len(sentences) else None

    def _go_on(self) -> None:
        """Show everything, or go to what is behind the sentence; behind a blank, other notes."""
        if self.at == ALL:
            self.whole = not self.whole
            return
        if self.at == PAPERS:
            self.context.show_page(SAID)
            return
        _, sentence = self._here()
        ids = {note.id for note in self.state.visit.live_notes}
        behind = sentence.note_ids if sentence is not None else self.page.only_in_notes
        note_id = next((each for each in behind if each in ids), "")
        if note_id:
            self.context.go_to_note(note_id)
        elif sentence is not None and sentence.door:
            self.context.open_card(BeforeYouLeaveCard(self.context, sentence.door))
        elif sentence is not None and (number := self.state.number_of(sentence.question_id)):
            self.context.go_to_number(number)
        else:
            self.context.say(words.NO_NOTE)

    def _rewrite(self) -> None:
        name, _ = self._here()
        if name not in (ALL, PAPERS) and self.state.may_write:
            self.context.open_card(SaidLineCard(self.context, name, self))


class SaidLineCard(Card):
    """One part as a text in a line of its own; it is saved however it is left."""

    placeholder = words.PLACEHOLDER

    def __init__(self, context: CardContext, name: str, back: SaidCard | None = None) -> None:
        super().__init__(context)
        self.name = name if name in words.PARTS else next(iter(words.PARTS))
        self.back = page = back or SaidCard(context)
        page.at = self.name
        self.page = page.page

    @property
    def field(self) -> str:
        """The line of the part."""
        return f"said:{self.name}"

    def label(self) -> str:
        """Return the name of the part."""
        return words.PARTS[self.name]

    def initial_text(self) -> str:
        """Return the part as it stands, a sentence a line."""
        return self.page.text_of(self.name)

    def view(self) -> CardView:
        """Return what stands in the part now, and how to get back what the notes say."""
        part = self.page.part(self.name)
        says = [each.text for each in part.sentences] if part is not None else []
        rows = [line(f"says {at}", text) for at, text in enumerate(says or [words.BLANK_LINE])]
        how = [line("space", ""), line("how", words.HOW, "muted")]
        return CardView(words.PARTS[self.name], (*rows, *how), words.LINE_HINT)

    def press(self, press: KeyPress) -> KeyResult:
        """Let Tab go back to the page, as Esc does; what was typed is saved."""
        if press.key == "tab":
            self.context.go_back()
            return KeyResult.USED
        return KeyResult.PASSED

    def enter(self, text: str) -> None:
        """Go back to the page; what was typed is saved as it is left."""
        del text
        self.context.go_back()

    def keep_line(self, field: str, text: str) -> bool:
        """Save the part if it reads otherwise than before."""
        if field != self.field:
            return False
        if not self.page.rewrite(self.name, text):
            self.context.say(words.KEPT_HIDDEN)
        return True


def _marked(part: ToldPart) -> ToldPart:
    """Return a part whose first words tell that it was rewritten, where it was."""
    if not part.edited or not part.sentences:
        return part
    first, *others = part.sentences
    return replace(part, sentences=(replace(first, text=words.edited(first.text)), *others))


def wrapped_lines(text: str, width: int) -> int:
    """Return how many lines a text takes."""
    return len(wrapped(visible(text), width))
