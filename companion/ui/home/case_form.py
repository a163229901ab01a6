"""The form of a new or a changed case; every line is kept as it is typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus
from textual.screen import ModalScreen
from textual.widgets import Static

from companion.domain.pack import GENERAL
from companion.domain.people import Role
from companion.services.home.case_form import CaseForm, PackChoice, pack_choices
from companion.storage.errors import StoreError
from companion.ui.rooms.draft_field import KeptLine
from companion.ui.rooms.host import HelpTopic, host_of
from companion.ui.terminal.output_filter import verbatim
from companion.ui.widgets.line_list import MARKER, LineList
from companion.ui.widgets.notice import Notice
from companion.ui.widgets.one_line import HintLine, OneLine
from companion.ui.widgets.row import Row
from companion.ui.widgets.rule_title import rule_title
from companion.words import home as words
from companion.words import rooms as room_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult

    from companion.domain.pack import PackHead
    from companion.services.case.session import CaseSession
    from companion.ui.terminal.line_input import LineInput

INDENT = "  "
"""By which a pack is indented below one it builds on."""
_NAMES = {"patient": Role.PATIENT, "companion": Role.COMPANION}


def pack_rows(packs: tuple[PackHead, ...], chosen: frozenset[str]) -> list[Row]:
    """Return the packs with a mark each, below those they build on; one is always used."""
    return [
        Row(
            each.pack.id,
            _offered(each),
            lead=f"{INDENT * each.depth}{'[x]' if _is_used(each, chosen) else '[ ]'} ",
            selectable=each.pack.id != GENERAL or len(packs) == 1,
        )
        for each in pack_choices(packs, chosen)
    ]


def _offered(choice: PackChoice) -> str:
    title = choice.pack.title
    if choice.pack.id == GENERAL:
        return words.ALWAYS
    return words.with_types(title, choice.folded) if choice.folded else title


def _is_used(choice: PackChoice, chosen: frozenset[str]) -> bool:
    return choice.pack.id in chosen or choice.pack.id == GENERAL


def writer_rows(writer: Role) -> list[Row]:
    """Return the two who may write, the one who does marked."""
    return [
        Row(role, text, lead="(x) " if role is writer else "( ) ")
        for role, text in (
            (Role.PATIENT, words.THE_PATIENT),
            (Role.COMPANION, words.THE_COMPANION),
        )
    ]


MOST = 8
"""The most rows of a list that are shown at once."""
LINES = ("title", "packs", "writer", "patient", "companion")


class FormList(LineList):
    """Rows of the form to tick or choose from, as tall as they are."""

    def __init__(self, cross: Callable[[int], None], *, id: str) -> None:  # noqa: A002
        """Make an empty list.

        Args:
            cross: Goes to the line of the form above (-1) or below (+1).
            id: Its id.
        """
        super().__init__(id=id, away="plain")
        self._cross = cross

    def on_resize(self, event: events.Resize) -> None:
        """Take the height of the rows, wrapped to this width."""
        super().on_resize(event)
        self.styles.height = max(1, min(MOST, self.virtual_size.height))

    def show_on_top(self, key: str) -> None:
        """Scroll so that a row stands at the top, and what belongs to it below."""
        place = next((at for at, row in enumerate(self.rows) if row.key == key), 0)
        self.scroll_to(y=self.line_of(place), animate=False, force=True, immediate=True)

    def focus_on_click(self) -> bool:
        """Return True: every line of a form is kept at each key, none is left too soon."""
        return True

    def action_move(self, by: int) -> None:
        """Move one row up or down; past the edge, to the line above or below."""
        if self._placed.next_selectable(self._cursor, by) >= 0:
            super().action_move(by)
        else:
            self._cross(by)


class CaseFormScreen(ModalScreen[str | None]):
    """A few lines, any of which may stay empty; the result is the room to go on in."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False, priority=True),
        Binding("tab", "step(1)", show=False, priority=True),
        Binding("shift+tab", "step(-1)", show=False, priority=True),
        Binding("up", "cross(-1)", show=False),
        Binding("down", "cross(1)", show=False),
        Binding("space", "tick", show=False),
    ]
    DEFAULT_CSS = """
    CaseFormScreen { background: $background; }
    CaseFormScreen > Vertical {
        height: 1fr; padding: 1 1; overflow-y: auto; scrollbar-size-vertical: 1;
    }
    CaseFormScreen KeptLine { max-width: 52; }
    CaseFormScreen Horizontal { height: auto; margin: 0 0 1 0; }
    CaseFormScreen Static { width: 24; }
    CaseFormScreen Static.-here { text-style: bold; }
    CaseFormScreen LineList { height: auto; max-height: 8; }
    CaseFormScreen #title { text-style: bold; }
    CaseFormScreen.-narrow Horizontal { layout: vertical; }
    CaseFormScreen.-narrow Static { width: 1fr; }
    """

    def __init__(self, session: CaseSession | None = None) -> None:
        super().__init__()
        self._changed = session

    def compose(self) -> ComposeResult:
        """Lay out lines of a label and a field each."""
        host = host_of(self)
        self._form = CaseForm(host.library, host.catalogue(), self._changed)
        new = self._form.new
        if self._changed is None:
            top, right = words.NEW_CASE, words.ANY_LINE_EMPTY
        else:
            top, right = words.CHANGE_CASE, words.KEPT_AT_ONCE
        if host.library.context.made_up:
            top, right = room_words.of_example(top), words.PRACTICE_SUB
        yield OneLine(top, right, classes="band")
        with Vertical(classes="ruled") as frame:
            frame.border_title = rule_title(words.WHAT_BRINGS_YOU)
            yield from self._line(words.WHAT_ABOUT, KeptLine(new.title, id="title"))
            yield from self._line(words.GUIDANCE, FormList(self.action_cross, id="packs"))
            yield from self._line(words.WHO_ARE_YOU, FormList(self.action_cross, id="writer"))
            yield from self._line(words.PATIENT_NAME, KeptLine(new.patient, id="patient"))
            companion = KeptLine(new.companion, id="companion", placeholder=words.NAME_USE)
            yield from self._line(words.COMPANION_NAME, companion)
        yield Notice(words.CHANGE_LATER, id="form-notice")
        yield HintLine(words.HINT_FORM, id="form-last")

    def _line(self, label: str, field: LineInput | LineList) -> ComposeResult:
        with Horizontal():
            yield Static(verbatim(f"  {label}"))
            yield field

    def on_mount(self) -> None:
        """Show the packs and begin with the title."""
        for field in self.query(KeptLine):
            field.keep = partial(self._typed, str(field.id))
            field.entered = self.go_on
            field.move_cursor(field.document.end)
        for lines in self.query(FormList):
            lines.chosen = self.go_on
        self.query_one("#writer", LineList).styles.height = 2
        self._show()
        self.set_focus(self.query_one("#title"))

    def _show(self) -> None:
        form = self._form
        packs, rows = self.query_one("#packs", LineList), pack_rows(form.packs, form.chosen)
        packs.show(rows)
        packs.styles.height = max(1, min(MOST, max(len(rows), packs.virtual_size.height)))
        self.query_one("#writer", LineList).show(writer_rows(form.new.writer))
        kept = room_words.NOTHING_TO_SAVE
        if form.session is not None:
            saved = form.session.saved_state.all_saved
            kept = room_words.SAVED if saved else room_words.NOT_SAVED
        self.query_one("#form-last", OneLine).show(words.HINT_FORM, kept)

    def help_topic(self) -> HelpTopic:
        """Return what can be done here."""
        return HelpTopic(
            words.NEW_CASE if self._changed is None else words.CHANGE_CASE, words.HINT_FORM
        )

    def say(self, sentence: str) -> None:
        """Say in one line what just happened."""
        self.query_one("#form-notice", Notice).show(sentence)

    def _typed(self, field: str, text: str) -> None:
        if field == "title":
            self._keep(lambda: self._form.set_title(text))
        else:
            self._keep(lambda: self._form.set_name(_NAMES[field], text))

    @on(DescendantFocus)
    def _explained(self) -> None:
        """Mark the line that has the keys; in a list, its own row has the sign."""
        for row in self.query(Horizontal):
            label, here = row.query_one(Static), row.has_focus_within
            mark = MARKER if here and not row.query(LineList) else " "
            label.update(verbatim(f"{mark}{str(label.content)[1:]}"))
            label.set_class(here, "-here")

    def _keep(self, change: Callable[[], object]) -> bool:
        """Carry out a change; where no case can be made, say why, and stay.

        What was typed stays in its line, and the next letter tries again. The case is the one that
        is open, for closing to save it.
        """
        try:
            change()
        except StoreError as error:
            self.say(error.notice)
            self.query_one("#form-last", OneLine).show(words.HINT_FORM, room_words.NOT_SAVED)
            return False
        host_of(self).session = self._form.session
        self._show()
        return True

    def action_tick(self) -> None:
        """Tick or choose the row at the cursor."""
        focused = self.focused
        if not isinstance(focused, LineList) or focused.cursor_key is None:
            return
        if focused.id == "writer":
            role = Role(focused.cursor_key)
            self._keep(lambda: self._form.set_writer(role))
        elif focused.cursor_key != GENERAL:
            key, before = focused.cursor_key, len(focused.rows)
            if not self._keep(lambda: self._form.toggle_pack(key)):
                return
            if len(focused.rows) > before and isinstance(focused, FormList):
                focused.call_after_refresh(focused.show_on_top, key)

    def action_step(self, by: int) -> None:
        """Go one line on or back."""
        if by > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def action_cross(self, by: int) -> None:
        """Go to the line below or above, if there is one; into a list from that side."""
        at = LINES.index(str(self.focused.id)) + by if self.focused is not None else 0
        if not 0 <= at < len(LINES):
            return
        line = self.query_one(f"#{LINES[at]}")
        if isinstance(line, FormList):
            line.action_edge(-by)
        self.set_focus(line)

    def go_on(self, _: str = "") -> None:
        """Go to the next line; after the last one, to Prepare, or back from a changed case."""
        if self.focused is not None and self.focused.id == LINES[-1]:
            if not self._keep(self._form.made_case):
                return
            self.dismiss("prepare" if self._changed is None else None)
        else:
            self.focus_next()
