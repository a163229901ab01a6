"""The Compare room: one row at a time, the whole table, and what follows from it."""

from __future__ import annotations

from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal
from textual.worker import get_current_worker

from companion.ui.compare import aspect_view, now_view, table_view, view
from companion.ui.compare.next_steps import NextStepsPage
from companion.ui.compare.one_pass import OnePass
from companion.ui.compare.opinions import Opinions
from companion.ui.compare.state import ASPECT, NOW, TABLE, ComparePlace, CompareState
from companion.ui.compare.verdicts import Verdicts
from companion.ui.rooms.bindings import bindings_for
from companion.ui.rooms.draft_field import DraftField
from companion.ui.rooms.host import HelpTopic
from companion.ui.rooms.room import Room
from companion.ui.rooms.typed_words import WordReceiver
from companion.ui.widgets.line_list import LineList
from companion.ui.widgets.rule_title import rule_title
from companion.words import compare as words
from companion.words.compare_now import NOW_TITLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.screen import ModalScreen

    from companion.domain.comparison import Aspect
    from companion.domain.pack import Pack
    from companion.services.draft import Draft
    from companion.ui.widgets.row import Row

_FOUND_ON_NOW = {
    now_view.STEP: "",
    "leaning": now_view.LEANING,
    "decision": now_view.DECIDED,
    "decide": now_view.DECIDED,
}
"""Kinds of things that a search finds on the page *what now*, and their line there."""


class CompareScreen(Room):
    """A list that shows one of three pages, and a field that opens when something is written."""

    NAME = "compare"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for("compare"),
        Binding("escape", "back", show=False, priority=True),
        Binding("left", "other_opinions(-1)", show=False),
        Binding("right", "other_opinions(1)", show=False),
    ]
    DEFAULT_CSS = f"""
    CompareScreen > Horizontal {{ height: 1fr; }}
    CompareScreen #known {{
        width: {view.KNOWN}; margin-right: {view.BETWEEN_PANES}; display: none;
    }}
    """
    state: CompareState

    def __init__(self) -> None:
        super().__init__()
        self.pane = LineList(id="pane", classes="ruled")
        self.known = LineList(id="known", classes="ruled", away="plain")
        self.known.can_focus = False
        self.field = self.draft_field = DraftField(blank_leads_on=True)
        self._verdicts = Verdicts(self)
        self._opinions = Opinions(self)
        self._next_steps = NextStepsPage(self)
        self._one_pass = OnePass(self, self._opinions.choose_notes)
        self._commands: dict[str, Callable[[], object]] = {
            **self._verdicts.commands(),
            **self._opinions.commands(),
            **self._next_steps.commands(),
            "compare.next_aspect": partial(self.go_to_row, 1),
            "compare.previous_aspect": partial(self.go_to_row, -1),
            "compare.whole_table": self.show_table,
            "compare.more_topics": self._one_pass.bring_told,
            "compare.what_now": partial(self.show_page, NOW),
            "compare.mark": self.mark,
            "compare.write": self.write_here,
        }
        self._cursors: dict[str, str] = {}
        self._page_title = "", ""
        self.word_receiver = WordReceiver(
            self.say,
            has_line=lambda: True,
            place=self._place,
            go_back_to=self._go_back_to,
            take=self._take_words,
        )

    def compose_body(self) -> ComposeResult:
        """Lay out the list, what is known at its left, and the field."""
        with Horizontal():
            yield self.known
            yield self.pane
        yield self.field

    def opened(self) -> None:
        """Show the place where the user was last, else the first row without a verdict."""
        self.state = CompareState(self.session, lambda: self.pane.cursor_key)
        place = self.host.memory.get(self.NAME)
        if isinstance(place, ComparePlace):
            self.state.view, self.state.aspect_id, self.state.more = place
        aspect = self.state.aspect if self.state.view == ASPECT else None
        if aspect is not None:
            self._cursors[ASPECT] = aspect_view.first_proposed(self.state.table, aspect)
        self.watch(self.pane, "scroll_y", self._show_title, init=False)
        self.pane.chosen = self.choose
        self.field.finished = self._written
        self.field.refused = self.say
        self.field.closed = self._field_closed
        self.set_focus(self.pane)
        if self.state.comparison.lacks_topics():
            self.run_worker(self._read_topics, thread=True)

    def _read_topics(self) -> None:
        """Read, beside the room, which row each question of the packs speaks to."""
        worker = get_current_worker()
        packs = self.host.catalogue().chosen(self.session.file.head.packs)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._learn_topics, packs)

    def _learn_topics(self, packs: Iterable[Pack]) -> None:
        self.state.comparison.learn_topics(packs)
        self.show_all()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return the commands of the room and its parts."""
        return {**super().commands(), **self._commands}

    # What is shown

    def top_line(self) -> tuple[str, str]:
        """Return the case, and how the rows stand."""
        return view.top_line(self.state, self.app.size.width)

    def show_body(self) -> None:
        """Show the row, the table or what follows."""
        self.pane.show(self._page(), cursor=self._cursors.pop(self.state.view, None))

    def _page(self) -> list[Row]:
        """Return the rows of the page, under its title; remember the page."""
        page = view.page(self.state, self.app.size)
        self.known.display = bool(page.known)
        self.known.border_title = rule_title(NOW_TITLE)
        self.known.show(page.known)
        self._page_title = page.title, page.right
        self._show_title()
        self.host.memory[self.NAME] = self.state.place
        return page.rows

    def _show_title(self) -> None:
        """Show the title of the page, and at the other end of its rule how far it has come."""
        title, right = self._page_title
        if self.state.view == NOW:
            title = self._section() or title
        width, focused = self.app.size.width, not self.field.is_open
        self.pane.border_title = rule_title(title, right, width, focused=focused)

    def _section(self) -> str:
        """Return the heading of what stands at the top, where it is scrolled out of view."""
        top = self.pane.row_at(0)
        above = takewhile(lambda row: row is not top, self.pane.rows)
        return "" if top is None else next((row.text for row in [*above][::-1] if row.rule), "")

    def hint(self) -> str:
        """Return what can be done now."""
        return words.HINT_FIELD if self.field.is_open else view.hint(self.state)

    def help_topic(self) -> HelpTopic:
        """Return the page, or the field that is open."""
        if self.field.draft is not None:
            return HelpTopic(self.field.draft.label, self.hint(), frozenset())
        return HelpTopic(view.TITLES[self.state.view], "", view.COMMANDS[self.state.view])

    @on(LineList.Moved, "#pane")
    def _another_row(self) -> None:
        """Show what can be done on the row."""
        self.chrome.show_last()

    def on_resize(self, event: events.Resize) -> None:
        """Draw the table to another width, and as much of the top line as there is room for."""
        del event
        if self.is_mounted:
            self.show_all()

    # Going from page to page, and from row to row

    def arrive(self, thing: str) -> None:
        """Open the row, the step or the words that were found."""
        kind, _, name = thing.partition("/")
        if kind in _FOUND_ON_NOW:
            self.show_page(NOW)
            self.pane.go_to(_FOUND_ON_NOW[kind] or thing)
            return
        if kind == "option":
            self._next_steps.show_options(name)
            return
        name, _, column = name.partition("/")
        aspect = aspect_view.aspect_of(self.state.table, name)
        if aspect is not None:
            self.state.aspect_id = aspect.id
            self.show_page(ASPECT)
            self.pane.go_to(f"{aspect_view.CELL}/{column}")

    def show_page(self, page: str) -> None:
        """Show a page; its cursor is where it was left."""
        self.close_field()
        if self.pane.cursor_key is not None:
            self._cursors[self.state.view] = self.pane.cursor_key
        self.state.view = page
        if page not in self._cursors:
            self.pane.show_from_top(self._page())
        self.say("")
        self.show_all()
        self.set_focus(self.pane)

    def show_row(self, page: str, key: str) -> None:
        """Show a page with the cursor on one of its lines."""
        if self.state.view != page:
            self.show_page(page)
        self.pane.go_to(key)

    def go_to_row(self, by: int) -> None:
        """Show the next row or the one before; move a long list by a page."""
        if self.state.view != ASPECT:
            self.pane.action_page(by)
            return
        self.close_field()
        topics, here = self.state.topics, self.state.aspect
        at = topics.index(here) if here is not None else 0
        goal = min(max(at + by, 0), len(topics) - 1)
        if goal == at or not topics:
            last = words.at_the_last(len(self.state.told_further))
            self.say(last if by > 0 else words.AT_THE_FIRST)
            return
        self.say("")
        self.show_topic(topics[goal])

    def show_topic(self, aspect: Aspect, key: str = "") -> None:
        """Show a row of the comparison from its top, with the cursor on one of its lines."""
        self.close_field()
        self.state.aspect_id = aspect.id
        self._cursors.pop(ASPECT, None)
        if self.state.view != ASPECT:
            self.show_page(ASPECT)
        self.pane.show_from_top(self._page())
        key = key or aspect_view.first_proposed(self.state.table, aspect)
        if key:
            self.pane.go_to(key)
        self.chrome.show_last()

    def show_table(self) -> None:
        """Show the whole table, or from there one row."""
        if self.state.view == TABLE:
            self._open_row()
            return
        self.show_page(TABLE)
        self.pane.go_to(self.state.aspect_id)

    def _open_row(self) -> None:
        """Show the row at the cursor of the table, or the rows that are not in it."""
        if self.state.cursor == table_view.MORE:
            self._verdicts.show_further()
            return
        aspect = self.state.aspect
        self._cursors.pop(ASPECT, None)
        if aspect is None:
            self.show_page(ASPECT)
        else:
            self.show_topic(aspect)

    def action_other_opinions(self, by: int) -> None:
        """Show opinions further left or right, where not all fit into the table."""
        if self.state.view == TABLE:
            most = max(0, len(self.state.table.columns) - 1)
            self.state.first_shown = min(max(0, self.state.first_shown + by), most)
            self.show_body()

    def action_back(self) -> None:
        """Close the field; else go back to the table, or to the row."""
        if self.field.is_open:
            self.close_field()
        elif self.state.view == NOW:
            self.show_page(TABLE)
        elif self.state.view == TABLE:
            self.show_page(ASPECT)

    # Acting on the line at the cursor

    def choose(self, key: str) -> None:
        """Open a row or the notes behind it, or do what stands on the line."""
        if self.state.view == TABLE:
            self._open_row()
        elif self.state.view == NOW:
            self._next_steps.enter(key)
        else:
            self._one_pass.enter(key)

    def mark(self) -> None:
        """Tick a reason, pick notes, give a star, choose a path, or tick a step."""
        if self.pane.brings_cursor():
            return
        self.say("")
        key = self.state.cursor
        if self.state.view == NOW:
            self._next_steps.mark(key)
        elif self.state.view == ASPECT and key.startswith(f"{aspect_view.CELL}/"):
            self._opinions.choose_notes()
        elif self.state.view == ASPECT and key == aspect_view.MATTERS:
            self._verdicts.add_star()
        else:
            self._verdicts.toggle_why(self.state.cursor)

    def write_here(self) -> None:
        """Write what stands at the cursor."""
        if self.state.view == NOW:
            self._next_steps.write(self.state.cursor)
        else:
            self._opinions.write()

    def show_card(self, card: ModalScreen[None]) -> None:
        """Lay a card over the room; the room is shown again when it goes."""
        self.app.push_screen(card, lambda _: self.show_all())

    def open_visit(self, visit_id: str) -> None:
        """Go to a visit; what stands in the field is kept."""
        self.close_field()
        self.host.enter("visit", visit_id=visit_id)

    # The field

    def write(self, draft: Draft) -> None:
        """Open the field for a draft, where anything can be changed."""
        if self.may_change():
            self.close_field()
            self.say("")
            self.field.open(draft)
            self._show_title()
            self.chrome.show_last()

    def _written(self, _: Draft) -> None:
        """Go on after Enter: the text is kept, and another field may be open."""
        if not self.field.is_open:
            self.set_focus(self.pane)
        self.show_all()
        self.say("")

    def _field_closed(self, said: str) -> None:
        self.set_focus(self.pane)
        self.show_all()
        self.say(said)

    # Words typed in the list

    def _place(self) -> object:
        """Return the page, the row, and how far the case had come."""
        where = (self.state.place, self.state.first_shown, self.pane.cursor_key)
        return where, self.session.newest_change

    def _go_back_to(self, place: Any) -> None:  # noqa: ANN401 - what `place` gave
        """Show that page again, at that row; what was changed since is taken back."""
        (shown, self.state.first_shown, row), so_far = place
        page, self.state.aspect_id, self.state.more = shown
        if not self.session.read_only:
            self.session.undo_back_to(so_far)
        self.show_page(page)
        if row is not None:
            self.pane.go_to(row)

    def _take_words(self, text: str) -> bool:
        """Write words that were typed in the list: a step, or a row of the user's own."""
        state = self.state
        now = state.view == NOW
        self.write(state.next_steps.steps.new_draft() if now else state.comparison.aspect_draft())
        return self.field.go_on(text)
