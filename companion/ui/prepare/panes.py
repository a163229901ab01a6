"""How the Prepare room looks: the parts at the left, one of them open at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.containers import Horizontal, Vertical

from companion.domain.progress import (
    PartProgress,
    Stand,
    extra_parts,
    main_parts,
    next_in_order,
    next_part,
    prepared_visit,
)
from companion.domain.progress import PreparationPart as PartName
from companion.services.prepare.appointment import Appointment
from companion.services.prepare.present_opinion import PresentDoctor
from companion.ui.prepare.overview import part_rows, places, top_left, top_right
from companion.ui.prepare.parts import all_parts
from companion.ui.rooms.draft_field import DraftField
from companion.ui.rooms.here import Here
from companion.ui.rooms.room import Room
from companion.ui.rooms.typed_words import TakesWords
from companion.ui.terminal.output_filter import verbatim
from companion.ui.widgets.line_list import LineList, Row
from companion.words import prepare as words
from companion.words import questions
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.ui.prepare.part import Part

IN_THE_LIST = frozenset(
    f"prepare.{name}" for name in ("next_thing", "plan_visit", "decide_by", "page", "enough")
)
"""Commands that lead somewhere from the list of parts."""
ENTERS = "Enter "
"""How a hint begins that no command stands for."""
_WIDE = 100
"""Columns from which there is room for long words."""
_LEFT = 44
"""Columns that the left of the top line can count on; a longer name is cut."""
_GAPS = 4
"""Columns at both ends of the top line and between its halves."""


class Beside(LineList, can_focus=False):
    """Words about the row the keys act on."""


class Panes(Room, TakesWords):
    """The list of parts, the rows of one of them, words beside a row, a field."""

    draft_field: DraftField

    NAME = "prepare"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (_WIDE, "-wide")]
    DEFAULT_CSS = """
    Panes #parts {
        width: 30; border: round $border-blurred; border-title-color: $foreground;
        &:focus { border: round $border; }
    }
    Panes #right {
        width: 1fr; border: round $border-blurred; border-title-color: $foreground;
        &:focus-within { border: round $border; }
    }
    Panes LineList > .line-list--cursor-blurred {
        background: $background; color: $foreground; text-style: bold;
    }
    Panes #beside { height: 6; border-top: solid $border-blurred; color: $foreground; }
    Panes.-editing #beside { display: none; }
    Panes DraftField { height: 6; border-top: solid $border; }
    Panes KeptArea {
        height: 4; border: none; padding: 0 1;
        &:focus { border: none; }
        &:nocolor:focus { border: none; }
    }
    Panes.-wide #parts { width: 34; }
    Panes.-narrow #parts { width: 1fr; }
    Panes.-narrow #right { display: none; }
    Panes.-narrow.-inside #parts { display: none; }
    Panes.-narrow.-inside #right { display: block; }
    Panes.-inside.-alone #parts { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.parts: dict[str, Part] = {}
        self.open_part = PartName.TIME.value
        self.cursors: dict[tuple[str, str], str] = {}
        self.draft_field = DraftField()

    # What it looks like

    def compose_body(self) -> ComposeResult:
        """The parts, and the one that is open."""
        with Horizontal(id="panes"):
            parts = LineList(id="parts", marker_stays=False)
            parts.border_title = verbatim(words.LIST_TITLE)
            yield parts
            with Vertical(id="right"):
                yield LineList(id="rows", marker_stays=False)
                yield Beside(id="beside", marker=False)
                yield self.draft_field

    def opened(self) -> None:
        """Open at the next thing."""
        self.parts = all_parts(self.session)
        self.open_part = (next_part(self.main) or PartName.TIME).value
        self.set_focus(self.list_of_parts)
        self.say(words.KEPT_CALM)

    @property
    def part(self) -> Part:
        """The part that is open."""
        return self.parts[self.open_part]

    @property
    def list_of_parts(self) -> LineList:
        """The list of parts."""
        return self.query_one("#parts", LineList)

    @property
    def rows(self) -> LineList:
        """The rows of the part that is open."""
        return self.query_one("#rows", LineList)

    @property
    def inside(self) -> bool:
        """Whether one is in a part, not in the list of parts."""
        return self.has_class("-inside")

    def top_line(self) -> tuple[str, str]:
        """The visit, how far away it is, how much is ready; or what must and should mean."""
        case, now = self.session.case, self.session.now()
        visit = prepared_visit(case, now)
        short = self.app.size.width < _WIDE
        if self.inside and self.part.WIDE and not short:
            return words.top(words.PARTS[self.part.NAME]), questions.LEGEND
        left = top_left(visit, self.appointment.clinician_name(), short=short)
        width = self.top_width - min(cell_len(left), _LEFT) - _GAPS
        return left, top_right(case, visit, now, width)

    @property
    def appointment(self) -> Appointment:
        """The visit that is prepared for."""
        return Appointment(self.session)

    def show_body(self) -> None:
        """The parts with how far they have come, and the rows of the one that is open."""
        doctor = PresentDoctor(self.session).name()
        rows = part_rows(self.session.case, self.session.now(), doctor)
        self.list_of_parts.show(rows, cursor=self.open_part)
        self.show_rows()

    def show_rows(self, cursor: str | None = None) -> None:
        """The rows of the part that is open."""
        part = self.part
        self.query_one("#right", Vertical).border_title = verbatim(part.title)
        self.set_class(part.WIDE, "-alone")
        self.rows.show(part.rows(), cursor=cursor)
        self.show_beside()

    def show_beside(self) -> None:
        """Words about the row the keys act on."""
        lines = self.part.beside(self.rows.cursor_key or "")
        rows = (Row(str(at), line, selectable=False) for at, line in enumerate(lines) if line)
        self.query_one("#beside", Beside).show(rows)

    def hint(self) -> str:
        """What can be done now."""
        draft = self.draft_field.draft
        if draft is not None:
            keeps = words.READ_HINT if draft.unread else words.EDIT_HINT
            return draft.hint or (words.EMPTY_HINT if self.draft_field.is_blank else keeps)
        if not self.inside:
            return words.list_hint(self.named(self.following()))
        return self.part.short_hint if self.app.size.width < _WIDE else self.part.hint

    def here(self) -> Here:
        """Return the field, the part or the list that is in front."""
        draft = self.draft_field.draft
        if draft is not None:
            return Here(draft.label, self.hint(), frozenset())
        if not self.inside:
            return Here(words.LIST_TITLE, words.ENTER_OPENS, IN_THE_LIST)
        enters = [each for each in self.part.hint.split(BETWEEN) if each.startswith(ENTERS)]
        does = {f"{self.NAME}.{name}" for name in self.part.acts()}
        return Here(self.part.title, BETWEEN.join(enters), frozenset({*does, "prepare.back"}))

    # What comes next

    @property
    def main(self) -> tuple[PartProgress, ...]:
        """The nine main parts, and how far each has come."""
        return main_parts(self.session.case, self.session.now())

    def following(self, after: str = "") -> str:
        """The next part that is not ready, after the one that one is in."""
        waiting = places(self.session.case, self.session.now())
        return next_in_order(waiting, after) or "enough"

    def is_ready(self, part: str) -> bool:
        """Whether a part is ready; what stands below the parts never is."""
        parts = (*self.main, *extra_parts(self.session.file))
        return any(each.part == part and each.stand is Stand.READY for each in parts)

    def named(self, part: str) -> str:
        """What a part is called in the list."""
        return words.part_name(part, PresentDoctor(self.session).name())

    # Going about

    def go_to(self, name: str) -> None:
        """Open a part at the row where one was, else at the top."""
        self.open_part = name
        self.list_of_parts.go_to(name)
        part = self.part
        first = next((row.key for row in part.rows() if row.selectable), None)
        self.rows.scroll_home(animate=False)
        self.show_rows(self.cursors.get((name, part.inner), first))
        self.show_last()

    def enter(self) -> None:
        """Go from the list of parts into the part."""
        self.add_class("-inside")
        self.set_focus(self.rows)
        self.show_top()
        self.show_last()

    def to_parts(self) -> None:
        """Go back to the list of parts."""
        self.remove_class("-inside")
        self.set_focus(self.list_of_parts)
        self.show_all()
