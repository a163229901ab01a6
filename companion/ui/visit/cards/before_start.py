"""Before the visit starts: the card of a visit without notes; it goes with the first letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.domain.date_input import day_of
from companion.domain.invitation import in_short
from companion.domain.preparation import Covered
from companion.domain.text import speaker
from companion.services.prepare.preparation import PreparationEditor
from companion.services.visit.people import display_name
from companion.ui.visit.card import Card, CardView, KeyPress, KeyResult
from companion.ui.visit.cards.option_card import CHOSEN, WIDE, line
from companion.ui.widgets.line_list import Row
from companion.words import recall as recall_words
from companion.words import visit_ends as words
from companion.words.days import long_day, plain_day

if TYPE_CHECKING:
    from companion.ui.visit.card import CardContext

STEP = 5
"""Minutes that an arrow adds or takes."""
LONGEST = 240
USUAL = 20
"""Minutes that the arrows begin with when none are planned."""
GAP = "   "
SHORT = 160
"""Letters of an invitation that are shown; the whole of it stands in Prepare."""
SETTINGS = ("writes", "minutes", "clock", "cover")
PAGE = "page"
QUOTED = re.compile(r'".+"')
"""Words to say out loud."""


def choice(words_by_key: dict[str, str], now: str, width: int) -> str:
    """Return all options with the present one marked; lines break between options only."""
    lines = [""]
    for key, says in words_by_key.items():
        each = f"({'x' if key == now else ' '}) {says}"
        if lines[-1] and len(lines[-1]) + len(GAP) + len(each) > width:
            lines.append("")
        lines[-1] += (GAP if lines[-1] else "") + each
    return "\n".join(lines)


def stepped(keys: tuple[str, ...], now: str, by: int) -> str:
    """Return the key after or before; stop at both ends."""
    at = keys.index(now) if now in keys else 0
    return keys[min(max(0, at + by), len(keys) - 1)]


def _tip(place: int, tip: str) -> Row:
    """Return a row of advice; what can be said out loud stands out."""
    label, quote = speaker(tip), QUOTED.search(tip)
    tints = ((quote[0], "key"),) if quote is not None else ()
    strong = f"{label}:" if label and quote is not None else ""
    return Row(f"tip {place}", tip, lead=" ", strong=strong, tints=tints, selectable=False)


class BeforeStartCard(Card):
    """Advice for the start, and its settings: writer, minutes, clock, covering, page."""

    placeholder = words.BEFORE_GOES
    goes_when_typed = True
    inside = False
    """Whether the arrows go through its settings (after Tab)."""

    def __init__(self, context: CardContext) -> None:
        super().__init__(context)
        self.at = 0

    # Its rows

    def _writers(self) -> dict[str, str]:
        return {one.id: display_name(one) for one in self.state.editor.people.writers()}

    def _covered(self) -> Covered:
        return self.state.session.file.prepare.covered

    def _title(self, name: str) -> str:
        return {
            "writes": words.BEFORE_WRITES,
            "minutes": words.BEFORE_MINUTES,
            "clock": words.BEFORE_CLOCK,
            "cover": words.BEFORE_COVER,
            "page": words.BEFORE_PAGE,
        }[name]

    def _says(self, name: str, width: int) -> str:
        """Return the present value of a setting among what can be chosen."""
        editor = self.state.editor
        head = editor.visit.head
        if name == "writes":
            return self._writing(width)
        if name == "minutes":
            minutes = words.BEFORE_NO_MINUTES if head.minutes is None else str(head.minutes)
            return f"{minutes}{GAP}{words.BEFORE_STARTS}"
        if name == "clock":
            return choice(words.BEFORE_CLOCKS, head.clock, width)
        if name == "cover":
            covers = words.before_covers(editor.people.patient_name())
            return choice(covers, self._covered(), width)
        return self._page()

    def _writing(self, width: int) -> str:
        editor = self.state.editor
        writer = editor.people.writer()
        chosen = choice(self._writers(), writer.id if writer else "", width)
        if not editor.people.companions():
            return chosen
        first = words.asks_first(editor.people.patient_name())
        room = width - len(chosen.rpartition("\n")[2]) - len(GAP)
        return f"{chosen}{GAP if len(first) <= room else chr(10)}{first}"

    def _page(self) -> str:
        """Return when the page was made, or that the doctor has it; empty when there is none."""
        if self.state.visit.head.handed_over_at is not None:
            return words.BEFORE_PAGE_GIVEN
        made = day_of(self.state.session.file.prepare.page_printed_at)
        if made is None:
            return ""
        return f"{words.made_on(plain_day(made))}{GAP}{words.BEFORE_PAGE_READY}"

    def _decide_by(self) -> str:
        session = self.state.session
        day = day_of(session.file.head.decide_by)
        return long_day(day, session.context.today()) if day is not None else ""

    def _names(self) -> tuple[str, ...]:
        """Return the settings there are: the page is one of them once it is made."""
        return (*SETTINGS, PAGE) if self._page() else SETTINGS

    def view(self) -> CardView:
        """Return what the visit is for, the advice, then the settings."""
        head = self.state.visit.head
        rows = [
            Row(title, text, f" {title}  ", tints=((title, "strong"),), selectable=False)
            for title, text in (
                (words.BEFORE_SAY_FIRST, head.say_first),
                (words.BEFORE_GOAL, head.goal),
                (words.BEFORE_DECIDE, self._decide_by()),
                (words.BEFORE_LINK, head.url.strip()),
                (words.BEFORE_INVITED, in_short(head, SHORT)),
            )
            if text
        ]
        rows += [_tip(place, tip) for place, tip in enumerate(words.BEFORE_LINES)]
        if not self.state.rows():
            key = self.state.key_of("visit.mark_answered")
            offer = recall_words.five_offered(key)
            rows.append(Row("offer", offer, " ", tints=((key, "key"),), selectable=False))
        rows += [line("space", ""), *self._lines()]
        hint = words.before_hint(self.state.key_of("visit.doctor_is_here"))
        if self.inside:
            return CardView(
                words.BEFORE_TITLE, tuple(rows), words.BEFORE_IN, self._names()[self.at]
            )
        return CardView(words.BEFORE_TITLE, tuple(rows), hint)

    def _lines(self) -> list[Row]:
        """Return the settings; in a narrow card each title stands above its line."""
        names = self._names()
        width = max(len(self._title(name)) for name in names)
        if self.context.card_width >= WIDE:
            room = self.context.card_width - width - 5
            return [
                Row(
                    name,
                    self._says(name, room),
                    lead=f" {self._title(name):<{width}}  ",
                    tints=((CHOSEN, "good"),),
                    selectable=self.inside,
                )
                for name in names
            ]
        room = self.context.card_width - 6
        rows = []
        for name in names:
            rows.append(line(f"title {name}", self._title(name)))
            says, tints = self._says(name, room), ((CHOSEN, "good"),)
            rows.append(Row(name, says, lead="    ", tints=tints, selectable=self.inside))
        return rows

    # Keys

    @property
    def has_the_arrows(self) -> bool:
        """Whether the arrows go through its settings."""
        return self.inside

    def press(self, press: KeyPress) -> KeyResult:
        """Let Tab lead to the settings and back, a digit to a question, a letter to the line."""
        if press.key == "tab":
            self.inside = not self.inside
            return KeyResult.USED
        if not self.inside:
            return KeyResult.TYPED if press.character else KeyResult.PASSED
        if press.digit is not None:
            self.context.ask_number(str(press.digit))
            return KeyResult.USED
        if press.key == "escape":
            self.inside = False
        elif press.key in ("up", "down"):
            by = 1 if press.key == "down" else -1
            self.at = min(max(0, self.at + by), len(self._names()) - 1)
        elif press.key in ("left", "right"):
            self._choose(1 if press.key == "right" else -1)
        else:
            return KeyResult.TYPED if press.character else KeyResult.PASSED
        return KeyResult.USED

    def _choose(self, by: int) -> None:
        editor = self.state.editor
        name = self._names()[self.at]
        if name == "writes":
            writers = tuple(self._writers())
            writer = editor.people.writer()
            if writers:
                editor.people.set_writer(stepped(writers, writer.id if writer else "", by))
        elif name == "minutes":
            now = editor.visit.head.minutes
            minutes = USUAL if now is None else min(max(STEP, now + by * STEP), LONGEST)
            editor.clock.plan_minutes(minutes)
        elif name == "clock":
            clocks = tuple(words.BEFORE_CLOCKS)
            editor.clock.show(stepped(clocks, editor.visit.head.clock, by))
        elif name == "cover":
            covers = tuple(words.BEFORE_COVERS)
            covered = Covered(stepped(covers, self._covered(), by))
            PreparationEditor(editor.session).cover(covered)
        elif editor.visit.head.handed_over_at is None:
            editor.clock.hand_over()
