"""Compare: one row at a time, the whole table, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding

from companion.domain.comparison import Aspect, Verdict, Why
from companion.services.comparing import Comparing
from companion.services.deciding import Deciding
from companion.ui.bindings import bindings_for
from companion.ui.compare import aspect_view, now_view, table_view
from companion.ui.compare.cards import NotesCard, SeenCard, SureCard
from companion.ui.compare.field import Field
from companion.ui.compare.rating_card import RatingCard
from companion.ui.compare.ways import WaysOn
from companion.ui.room import Room
from companion.ui.terminal.composer_area import NoteArea
from companion.ui.terminal.guard import verbatim
from companion.ui.widgets.line_list import LineList
from companion.ui.widgets.one_line import OneLine
from companion.ui.widgets.row import Row
from companion.words import compare as words

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from companion.domain.columns import Column, Table
    from companion.services.drafting import Draft

ASPECT, TABLE, NOW = "aspect", "table", "now"
"""What the room shows: one row, the whole table, what follows."""
_HINTS = {ASPECT: words.HINT_ASPECT, TABLE: words.HINT_TABLE, NOW: words.HINT_NOW}


class CompareRoom(WaysOn, Room):
    """The opinions side by side."""

    NAME = "compare"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for("compare"),
        Binding("escape", "back", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    CompareRoom #pane {
        border: round $border-blurred; border-title-color: $foreground;
        &:focus { border: round $border; }
    }
    CompareRoom #label { text-style: bold; }
    CompareRoom #label.away { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.view = ASPECT
        self._aspect = 0
        self._cursors: dict[str, str] = {}

    # What it looks like

    def compose_body(self) -> ComposeResult:
        """One list, and a field that comes when something is written."""
        yield LineList(id="pane")
        yield OneLine(id="label")
        yield Field(classes="away")

    def on_mount(self) -> None:
        """Show the first row nobody judged."""
        self.comparing = Comparing(self.session)
        self.deciding = Deciding(self.session)
        table = self.table
        judged = {key for key, row in table.rows.items() if row.verdict is not None}
        for number, aspect in enumerate(table.aspects):
            if aspect.id not in judged:
                self._aspect = number
                break
        self.query_one("#label").add_class("away")
        super().on_mount()
        self.pane.focus()

    @property
    def pane(self) -> LineList:
        """The list."""
        return self.query_one("#pane", LineList)

    @property
    def field(self) -> Field:
        """Where one writes."""
        return self.query_one(Field)

    @property
    def table(self) -> Table:
        """The comparison as it stands."""
        return self.comparing.table()

    @property
    def aspect(self) -> Aspect | None:
        """The row shown, or the one at the cursor of the table."""
        aspects = self.table.aspects
        if not aspects:
            return None
        if self.view == TABLE:
            key = self.pane.cursor_key
            return next((each for each in aspects if each.id == key), aspects[0])
        return aspects[min(self._aspect, len(aspects) - 1)]

    def column(self) -> Column | None:
        """The opinion at the cursor; the only one when there is one."""
        columns = self.table.columns
        _, _, key = (self.pane.cursor_key or "").partition("/")
        here = next((each for each in columns if each.key == key), None)
        return here or (columns[0] if len(columns) == 1 else None)

    def top_line(self) -> tuple[str, str]:
        """The case, and how the rows stand."""
        full = self.view == NOW and self.app.size.width >= table_view.WIDE
        counts = now_view.top_counts(self.table, full=full)
        return words.top(self.session.file.head.title), counts

    def show_body(self) -> None:
        """Show the row, the table or what follows."""
        table = self.table
        title, rows = self._content(table)
        self.pane.border_title = verbatim(title)
        self.pane.show(rows, cursor=self._cursors.pop(self.view, None))

    def _content(self, table: Table) -> tuple[str, list[Row]]:
        if self.view == NOW:
            return words.NOW_TITLE, now_view.now_rows(table, self.deciding)
        aspect = self.aspect
        if aspect is None:
            return words.TABLE, [Row("none", words.NO_ASPECTS, selectable=False)]
        if self.view == TABLE:
            width = self.app.size.width - table_view.FRAME
            return words.TABLE, table_view.table_rows(table, width)
        return aspect_view.aspect_title(table, aspect), aspect_view.aspect_rows(table, aspect)

    def hint(self) -> str:
        """What can be done now."""
        if self.field.draft is not None:
            return words.HINT_FIELD
        return _HINTS[self.view]

    def on_resize(self, event: events.Resize) -> None:
        """Draw the table to another width."""
        del event
        if self.is_mounted and self.view == TABLE:
            self.show_body()

    def go(self, view: str) -> None:
        """Show something else; the cursor is kept for when one comes back."""
        self.close_field()
        if self.pane.cursor_key is not None:
            self._cursors[self.view] = self.pane.cursor_key
        self.view = view
        self.show_all()
        self.pane.focus()

    # Writing

    def write(self, draft: Draft | None) -> None:
        """Open the field for something."""
        if draft is None or not self.may_change():
            return
        self.close_field()
        label = self.query_one("#label", OneLine)
        label.show(draft.label, draft.echo(draft.text))
        label.remove_class("away")
        self.field.open(draft)
        self.show_last()

    def close_field(self) -> None:
        """Keep what stands in the field and put it away."""
        if self.field.draft is None:
            return
        unread = self.field.close()
        self.query_one("#label").add_class("away")
        self.pane.focus()
        self.show_all()
        if unread is not None:
            self.say(unread.unread)

    @on(NoteArea.Submitted, "Field")
    def written(self, message: NoteArea.Submitted) -> None:
        """Enter in the field."""
        del message
        draft = self.field.draft
        self.close_field()
        self.write(draft.then() if draft is not None else None)

    def may_change(self) -> bool:
        """Whether one can change anything here; says so when not."""
        if self.session.read_only:
            self.say(words.READ_ONLY)
            return False
        return True

    def leave_for(self, room: str) -> None:
        """Keep what stands in the field before going."""
        self.close_field()
        super().leave_for(room)

    def action_app_quit(self) -> None:
        """Keep what stands in the field before closing."""
        self.close_field()
        super().action_app_quit()

    def action_app_undo(self) -> None:
        """Take back typing while there is some, else the last change."""
        field = self.field
        if field.draft is not None and field.check_action("undo", ()):
            field.undo()
        else:
            self.close_field()
            super().action_app_undo()

    def action_back(self) -> None:
        """Esc: the field goes, then the table or the row comes back."""
        if self.field.draft is not None:
            self.close_field()
        elif self.view == NOW:
            self.go(TABLE)
        elif self.view == TABLE:
            self.go(ASPECT)

    # Going from row to row

    def action_compare_next_aspect(self) -> None:
        """One row on."""
        self._step(1)

    def action_compare_previous_aspect(self) -> None:
        """One row back."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self.view != ASPECT:
            self.pane.action_page(by)
            return
        self.close_field()
        last = len(self.table.aspects) - 1
        goal = min(max(self._aspect + by, 0), last)
        if goal == self._aspect:
            self.say(words.AT_THE_LAST if by > 0 else words.AT_THE_FIRST)
            return
        self._aspect = goal
        self.say("")
        self.show_body()

    def action_compare_whole_table(self) -> None:
        """The whole table, or one row."""
        if self.view == TABLE:
            self._open_row()
            return
        self.go(TABLE)
        aspects = self.table.aspects
        if aspects:
            self.pane.go_to(aspects[min(self._aspect, len(aspects) - 1)].id)

    def _open_row(self) -> None:
        aspect = self.aspect
        if aspect is not None:
            self._aspect = [each.id for each in self.table.aspects].index(aspect.id)
        self._cursors.pop(ASPECT, None)
        self.go(ASPECT)

    def action_compare_what_now(self) -> None:
        """What follows from the comparison."""
        self.go(NOW)

    def show_now(self) -> None:
        """Show what follows, when it is not shown already."""
        if self.view != NOW:
            self.go(NOW)

    @on(LineList.Chosen, "#pane")
    def chosen(self, message: LineList.Chosen) -> None:
        """Enter: open a row, its notes, or do what stands there."""
        if self.view == TABLE:
            self._open_row()
        elif self.view == NOW:
            self.do(message.key)
        elif message.key.startswith(f"{aspect_view.WHY}/"):
            self.action_compare_mark()
        else:
            self.action_compare_notes()

    # Judging

    def judge(self, verdict: Verdict) -> None:
        """Say how the row goes together."""
        aspect = self.aspect
        if self.view != NOW and aspect is not None and self.may_change():
            self.comparing.judge(aspect.id, verdict)

    def action_compare_same(self) -> None:
        """They say the same."""
        self.judge(Verdict.SAME)

    def action_compare_refined(self) -> None:
        """The same, and one is more exact."""
        self.judge(Verdict.REFINED)

    def action_compare_differs(self) -> None:
        """They differ."""
        self.judge(Verdict.DIFFERS)

    def action_compare_not_discussed(self) -> None:
        """It was not spoken of with all."""
        self.judge(Verdict.NOT_DISCUSSED)

    def action_compare_cannot_tell_yet(self) -> None:
        """It is left open."""
        self.judge(Verdict.CANNOT_TELL_YET)

    def action_compare_matters(self) -> None:
        """One star more."""
        aspect = self.aspect
        if self.view != NOW and aspect is not None and self.may_change():
            self.comparing.one_more_star(aspect.id)

    def action_compare_mark(self) -> None:
        """Tick a reason, choose a way on, or tick a step."""
        key = self.pane.cursor_key or ""
        if self.view == NOW:
            self.mark(key)
        elif key.startswith(f"{aspect_view.WHY}/") and self.aspect and self.may_change():
            self.comparing.toggle_why(self.aspect.id, Why(key.partition("/")[2]))

    # Cells and opinions

    def action_compare_notes(self) -> None:
        """Choose the notes behind a cell; without a visit there are none and one writes."""
        column, aspect = self.column(), self.aspect
        if column is None or aspect is None or self.view != ASPECT:
            self.say(words.CHOOSE_AN_OPINION)
        elif column.visit is None:
            self.action_compare_write()
        else:
            self.app.push_screen(NotesCard(column.key, aspect), self._back)

    def _back(self, result: None) -> None:
        del result
        self.show_all()

    def action_compare_write(self) -> None:
        """Write what stands at the cursor."""
        if self.view == NOW:
            self.write_here(self.pane.cursor_key or "")
            return
        column, aspect = self.column(), self.aspect
        if column is None or aspect is None or self.view != ASPECT:
            self.say(words.CHOOSE_AN_OPINION)
        else:
            self.write(self.comparing.cell_draft(column, aspect))

    def action_compare_had_seen(self) -> None:
        """What a doctor had seen, and whether the other opinion was known."""
        column = self.column()
        if column is None:
            self.say(words.CHOOSE_AN_OPINION)
        else:
            self.app.push_screen(SeenCard(column.key), self._back)

    def action_compare_rate(self) -> None:
        """How patient and companion found each opinion."""
        self.app.push_screen(RatingCard(), self._back)

    def action_compare_add_aspect(self) -> None:
        """A row of one's own."""
        self.write(self.comparing.aspect_draft())

    def action_compare_drop_aspect(self) -> None:
        """Take the row out."""
        aspect = self.aspect
        if aspect is not None and self.view != NOW and self.may_change():
            self.comparing.drop_aspect(aspect.id)

    def action_compare_sure(self) -> None:
        """Four plain questions."""
        self.app.push_screen(SureCard(), self._back)
