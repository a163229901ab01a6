"""The Prepare room: the parts at the left, one of them open at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from rich.cells import cell_len
from textual import on
from textual.containers import Horizontal

from companion.domain.progress import PreparationPart, prepared_visit
from companion.services.prepare.appointment import Appointment
from companion.ui.prepare.part_list import MAIN, PartList
from companion.ui.prepare.part_pane import PartPane
from companion.ui.prepare.parts.catalogue import all_parts
from companion.ui.prepare.row_actions import RowActions
from companion.ui.prepare.top_line import top_line
from companion.ui.rooms.bindings import bindings_for
from companion.ui.rooms.host import HelpTopic
from companion.ui.rooms.room import Room
from companion.ui.rooms.typed_words import WordReceiver
from companion.ui.widgets.line_list import LineList
from companion.ui.widgets.rule_title import rule_title
from companion.words import appointment as appointment_words
from companion.words import prepare as words
from companion.words import questions
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.ui.prepare.part import Part

ROW_ACTIONS = (
    *("tick", "add", "choose", "reword", "take_away", "must", "should", "could"),
    *("move_up", "move_down", "who_asks", "alone", "asked", "stars"),
)
"""Commands that go to the open part (`Part.actions`), without `prepare.`."""
IN_THE_LIST = frozenset(
    f"prepare.{name}" for name in ("next_thing", "plan_visit", "decide_by", "page", "enough")
)
"""Commands that lead somewhere from the list of parts."""
ENTERS = "Enter "
"""How a hint begins that no command stands for."""
_AROUND = 4
"""Columns at both ends of the top line and between its halves."""
_WIDE = 100
"""Columns from which there is room for long words."""
_BROAD = 120
"""Columns from which words about a row stand beside it."""
_TALL = 46
"""Rows of the screen from which a part has more than the words about one of its rows need."""
_ONE_BLANK, _TWO_BLANKS = 25, 27
"""Rows of the screen from which blank lines stand between the groups of parts."""


class PrepareScreen(Room):
    """Nine parts, the optional ones, and what stands below them."""

    NAME = "prepare"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("prepare")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (_WIDE, "-wide"), (_BROAD, "-broad")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (_TALL, "-tall")]
    DEFAULT_CSS = """
    PrepareScreen #parts { width: 29; margin-right: 1; }
    PrepareScreen.-wide #parts { width: 34; }
    PrepareScreen.-broad #parts { width: 31; }
    PrepareScreen.-narrow #parts { width: 1fr; margin-right: 0; }
    PrepareScreen.-narrow PartPane { display: none; }
    PrepareScreen.-narrow.-inside #parts { display: none; }
    PrepareScreen.-narrow.-inside PartPane { display: block; }
    PrepareScreen.-tall PartPane.-tells PartRows { max-height: 86%; }
    PrepareScreen.-tall PartPane.-tells.-editing PartRows { max-height: 100%; }
    PrepareScreen.-broad PartPane.-tells #reading { layout: horizontal; }
    PrepareScreen.-broad PartPane.-tells PartRows {
        width: 1fr; height: 100%; max-height: 100%; margin-right: 1;
    }
    PrepareScreen.-broad PartPane.-tells WordsBeside {
        display: block; width: 37%; min-width: 33; max-width: 48; height: 100%; border-top: none;
        border-left: solid $border-blurred;
    }
    PrepareScreen.-broad PartPane.-tells.-silent WordsBeside { border-left: blank; }
    PrepareScreen.-inside.-alone #parts { display: none; }
    """
    parts: dict[str, Part]
    part_list: PartList
    """How far they have come, and what comes next."""
    list_of_parts: LineList
    pane: PartPane
    row_actions: RowActions

    def __init__(self) -> None:
        super().__init__()
        self.word_receiver = WordReceiver(
            self.say,
            has_line=self._has_line,
            place=self._place,
            go_back_to=self._go_back_to,
            is_elsewhere=lambda place: place[0][0] != self.open_part,
            take=self._take_words,
        )

    def compose_body(self) -> ComposeResult:
        """Lay out the parts, and the one that is open: the next thing to do."""
        self.parts = all_parts(self.session)
        self.part_list = PartList(self.session)
        self.list_of_parts = LineList(id="parts", classes="ruled", away="bold")
        self.list_of_parts.border_title = rule_title(words.LIST_TITLE)
        self.pane = PartPane(self.parts[self.part_list.next_main or PreparationPart.TIME])
        self.draft_field = self.pane.field
        self.row_actions = RowActions(self, self.pane, self.part_list)
        with Horizontal(id="panes"):
            yield self.list_of_parts
            yield self.pane

    def opened(self) -> None:
        """Answer Enter at once, and begin in the list of parts."""
        self.list_of_parts.chosen = self._part_chosen
        self.list_of_parts.pointed_at = self._list_pointed_at
        self.pane.rows.pointed_at = self._pane_pointed_at
        self.set_focus(self.list_of_parts)
        self.say(words.KEPT_CALM)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what carries out each command."""
        return {
            **super().commands(),
            **{f"prepare.{name}": partial(self._act, name) for name in ROW_ACTIONS},
            "prepare.back": self.back,
            "prepare.next_thing": self.next_thing,
            "prepare.plan_visit": partial(self.go_into, "visit"),
            "prepare.page": self.see_page,
            "prepare.enough": partial(self.go_into, "enough"),
            "prepare.decide_by": self.decide_by,
            "prepare.freeze": self.freeze_opinion,
            "prepare.call_off": self.call_off,
        }

    @property
    def open_part(self) -> str:
        """The name of the part that is open."""
        return self.pane.part.NAME

    @property
    def inside(self) -> bool:
        """Whether the user is in a part, not in the list of parts."""
        return self.has_class("-inside")

    # What it shows

    def on_resize(self) -> None:
        """Say as much in the top line as there is room for now."""
        self.call_after_refresh(self._show_top_again)

    def _show_top_again(self) -> None:
        if self.host.session is not None:  # It may have been left meanwhile.
            self.chrome.show_top()

    def top_line(self) -> tuple[str, str]:
        """Return the visit and how much is ready; for questions, what must and should mean, too."""
        case, now = self.session.case, self.session.now()
        if self.inside and self.pane.part.WIDE and self.app.size.width >= _WIDE:
            done = top_line(case, None, "", now, 0)[1]
            room = words.top(words.PARTS[self.open_part])
            legend = f"{questions.LEGEND}{BETWEEN}{done}"
            if cell_len(room) + cell_len(legend) + _AROUND <= self.chrome.top_width:
                return room, legend
        visit = prepared_visit(case, now)
        name = Appointment(self.session).clinician_name()
        return top_line(case, visit, name, now, self.chrome.top_width)

    def show_body(self) -> None:
        """Show the parts with how far they have come, and the rows of the one that is open."""
        height = self.app.size.height
        blanks = (height >= _ONE_BLANK) + (height >= _TWO_BLANKS)
        self.list_of_parts.show(self.part_list.rows(blanks), cursor=self.open_part)
        self.set_class(self.pane.part.WIDE, "-alone")
        self.pane.show()

    def hint(self) -> str:
        """Return what can be done now."""
        draft = self.pane.field.draft
        if draft is not None:
            blank = self.pane.field.is_blank
            return draft.hint or (words.EMPTY_HINT if blank else words.EDIT_HINT)
        if not self.inside:
            return words.list_hint(self.part_list.name_of(self.part_list.next_after()))
        part = self.pane.part
        return part.short_hint if self.app.size.width < _WIDE else part.hint

    def help_topic(self) -> HelpTopic:
        """Return the field, the part or the list that is in front."""
        draft, part = self.pane.field.draft, self.pane.part
        if draft is not None:
            return HelpTopic(draft.label, self.hint(), frozenset())
        if not self.inside:
            return HelpTopic(words.LIST_TITLE, words.ENTER_OPENS, IN_THE_LIST)
        enters = [each for each in part.hint.split(BETWEEN) if each.startswith(ENTERS)]
        does = {f"{self.NAME}.{name}" for name in part.actions()}
        return HelpTopic(part.title, BETWEEN.join(enters), frozenset({*does, "prepare.back"}))

    # Going about

    def go_to(self, name: str) -> None:
        """Open a part at the row where the user was, else at the top."""
        part = self.parts[name]
        self.set_class(part.WIDE, "-alone")
        self.pane.open(part)
        self.list_of_parts.go_to(name)
        self.chrome.show_last()

    def enter(self) -> None:
        """Go from the list of parts into the part."""
        self.add_class("-inside")
        self.pane.focus_rows()
        self.chrome.show_top()
        self.chrome.show_last()

    def leave_part(self) -> None:
        """Go back to the list of parts."""
        self.remove_class("-inside")
        self.set_focus(self.list_of_parts)
        self.show_all()

    def go_into(self, name: str) -> None:
        """Open a part at its first page, and go into it."""
        self.close_field()
        # What was said, such as what comes next, was said of the list or the part that is left.
        self.say("")
        self.parts[name].back()
        self.go_to(name)
        self.enter()

    @on(LineList.Moved, "#parts")
    def _another_part(self) -> None:
        # Where the cursor is by now: going back to where it was would move it again, for ever.
        key = self.list_of_parts.cursor_key
        if key is not None and key != self.open_part:
            self.say("")
            self.go_to(key)

    def _part_chosen(self, name: str) -> None:
        if name != self.open_part:
            self.go_to(name)
        self.say("")
        self.enter()

    def _pane_pointed_at(self) -> None:
        if not self.pane.field.is_open:
            self.enter()

    def _list_pointed_at(self) -> None:
        """Go back to the list that is clicked; a field that is open stays open."""
        if not self.pane.field.is_open:
            self.pane.part.back()
            self.leave_part()

    def arrive(self, thing: str) -> None:
        """Open the part that holds what was found (`kind/name` or `kind/name/at`), at its row."""
        kind, _, name = thing.partition("/")
        name, _, at = name.partition("/")
        part = next((part for part in self.parts.values() if part.holds(kind, name)), None)
        if part is None:
            return
        part.back()
        row = part.key_of(name, at)
        self.go_to(part.NAME)
        if any(each.key == row for each in self.pane.rows.rows):
            self.enter()
            self.pane.rows.go_to(row)

    # Words typed in a list

    def _has_line(self) -> bool:
        return self.pane.part.TAKES_WORDS

    def _place(self) -> object:
        """Return the part, the row, and how far the case had come."""
        where = (self.open_part, self.pane.part.subpage, self.pane.rows.cursor_key)
        return (where, self.inside, self.session.newest_change)

    def _go_back_to(self, place: Any) -> None:  # noqa: ANN401 - what `place` gave
        """Be in that part again, at that row; whatever was changed since is taken back."""
        (part, subpage, row), inside, so_far = place
        if not self.session.read_only:
            self.session.undo_back_to(so_far)
        self.pane.part.subpage = ""
        self.parts[part].subpage = subpage
        self.go_to(part)
        if row is not None:
            self.pane.rows.go_to(row)
        if inside:
            self.enter()
        else:
            self.leave_part()

    def _take_words(self, text: str) -> bool:
        """Write words that were typed in a list: they begin a line of the part that is open."""
        if self._has_line():
            self.row_actions.act("add")
        if self.pane.field.go_on(text):
            return True
        if self.session.read_only:
            return False
        if not self.inside:
            return self.word_receiver.refuse(text)
        self.say(words.ENTER_FIRST)
        return False

    # Commands

    def _act(self, name: str) -> None:
        self.row_actions.act(name)

    def back(self) -> None:
        """Go one step back: out of the field, out of a page, out of the part."""
        if self.pane.field.is_open:
            self.close_field()
        elif self.pane.part.back():
            self.go_to(self.open_part)
        else:
            self.say(words.KEPT_CALM)
            self.leave_part()

    def next_thing(self) -> None:
        """Go to the next part that is not ready, in order; the present one comes last."""
        before = self.open_part if self.inside else ""
        following = self.part_list.next_after(before)
        self.go_into(following)
        if following == "enough" and self.part_list.next_main is None:
            self.say(words.NOTHING_NEXT)
        elif before in MAIN and following not in MAIN:
            self.say(words.REST_IS_OPTIONAL)

    def see_page(self) -> None:
        """Show the page for the doctor."""
        self.close_field()
        self.open_paper("doctor")

    def decide_by(self) -> None:
        """Write the day by which the patient wants to decide."""
        self.go_into("time")
        self.pane.rows.go_to("decide:")
        self.row_actions.activate()

    def freeze_opinion(self) -> None:
        """Set the present doctor's opinion down."""
        self.go_into("opinion")
        self.row_actions.act("freeze")

    def call_off(self) -> None:
        """Call the visit off."""
        self.go_into("visit")
        if self.may_change():
            called_off = Appointment(self.session).call_off()
            said = appointment_words.CALLED_OFF if called_off else appointment_words.NO_VISIT
            self.say(said)
