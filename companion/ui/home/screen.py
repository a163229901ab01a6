"""Home: the ways to begin, the cases, the things coming up."""

from __future__ import annotations

from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static
from textual.worker import get_current_worker

from companion.domain.moments import local_day
from companion.domain.pack import GENERAL
from companion.services.case.strays import has_strays
from companion.services.home.case_list import (
    count_visits,
    read_case_heads,
    read_cases,
    read_cases_by_index,
)
from companion.storage.errors import StoreError
from companion.ui.home import cases_view
from companion.ui.home.case_actions import CaseActions
from companion.ui.rooms.bindings import bindings_for
from companion.ui.rooms.room import Room
from companion.ui.rooms.typed_words import WordReceiver
from companion.ui.terminal.output_filter import verbatim
from companion.ui.terminal.terminal_app import SETTLED
from companion.ui.widgets.line_list import LineList
from companion.ui.widgets.one_line import OneLine
from companion.ui.widgets.rule_title import rule_title
from companion.words import days
from companion.words import home as words
from companion.words import rooms as room_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from companion.services.home.case_list import CaseLine, CaseList

AT_ONCE = 100
"""Visits that are read before the room is shown."""
LEAST_ROWS = 18
"""With fewer rows the greeting is left out."""
ROOMY = (80, 24)
"""Columns and lines from which words of welcome have blank lines between them."""
TOP_GAPS = 4
"""Columns at both ends of the top line and between its halves."""
FRAME = 2
"""Lines that a list needs besides its rows: the rule, and one row that is wrapped."""


def _welcome(lines: Sequence[str]) -> Content:
    """Return the words of welcome; the one sentence that may save a life is the bold one."""
    text = "\n".join(lines)
    at = text.index(words.URGENT_HELLO)
    return (
        verbatim(text)
        .stylize("bold", at, at + len(words.URGENT_HELLO))
        .stylize("bold $secondary", 0, len(lines[0]) if at else 0)
    )


class HomeScreen(Room):
    """The list of cases and how to begin."""

    NAME = "home"
    BINDINGS: ClassVar[list[BindingType]] = [
        # No key may be overtaken by the letters after it, which belong to what it opens.
        *(replace(binding, priority=True) for binding in bindings_for("home")),
        *(Binding(str(n), f"door({n})", show=False, priority=True) for n in range(1, 6)),
        Binding("tab", "other_list(1)", show=False),
        Binding("shift+tab", "other_list(-1)", show=False),
        Binding("escape", "stay", show=False),
    ]
    DEFAULT_CSS = """
    HomeScreen #list.-beside { layout: horizontal; }
    HomeScreen #list.-beside #cases { width: 3fr; margin-right: 2; }
    HomeScreen #list.-beside #coming { width: 2fr; }
    HomeScreen #hello { height: auto; padding: 1 1; }
    HomeScreen #hello.-close { padding: 0 1; }
    HomeScreen #doors { height: 7; }
    HomeScreen #open-visit { height: auto; max-height: 3; text-style: bold; }
    HomeScreen #coming { height: 1fr; min-height: 4; }
    HomeScreen .away { display: none; }
    """

    listing: CaseList

    def __init__(self) -> None:
        super().__init__()
        self.actions = CaseActions(self)
        self.word_receiver = WordReceiver(self.say)
        self._stayed = False
        """Whether the user left the line about a visit that was not ended."""
        self._strays = False
        """Whether another program made copies of files here, or took some away."""

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what carries out each command of Home, where no case is open."""
        of_a_case = ("app.papers", "app.values", "app.visits")
        every_room = super().commands()
        return {
            **{each: every_room[each] for each in every_room if each not in of_a_case},
            "home.new_case": self.actions.new_case,
            "home.change_case": self.actions.change_case,
            "home.write_now": self.actions.write_now,
            "home.was_there": self.actions.was_there,
            "home.example": self.host.look_around,
            "home.practice": self.host.try_keys,
            "home.search": self.actions.search,
            "home.trash": self.actions.discard,
            "home.bring_back": self.actions.bring_back,
        }

    def compose_body(self) -> ComposeResult:
        """Lay out words of welcome and doors, and the cases; one of the two is shown."""
        yield LineList(id="open-visit")
        with Vertical(id="first"):
            yield Static(_welcome(words.HELLO), id="hello")
            yield LineList(id="doors", classes="ruled")
            yield OneLine(words.LETTERS_TOO_SMALL)
        with Vertical(id="list"):
            yield LineList(id="cases", classes="ruled", away="bold")
            yield LineList(id="coming", classes="ruled", away="bold")

    def opened(self) -> None:
        """Read the cases and put the cursor where the user goes on."""
        self._read()
        self.query_one("#doors").border_title = rule_title(words.WHERE_TO_BEGIN)
        self.query_one("#cases").border_title = rule_title(words.CASES)
        self.query_one("#coming").border_title = rule_title(words.COMING_UP)
        for name, chosen in (
            ("doors", self.action_run),
            ("open-visit", self._go_back),
            ("cases", self._choose_case),
            ("coming", self._choose_due),
        ):
            self.query_one(f"#{name}", LineList).chosen = chosen
        self._focus_first()
        if not self.host.library.context.in_memory:
            self.set_timer(SETTLED, self._look_for_strays)
            self.set_timer(SETTLED, self._read_packs_ahead)

    # Reading

    def _read(self) -> None:
        """Read the cases; many visits are read beside the room, in a thread of its own."""
        library = self.host.library
        if count_visits(library) <= AT_ONCE:
            self.listing = read_cases(library)
        else:
            self.listing = read_case_heads(library)
            self.run_worker(self._read_visits, thread=True)

    def _read_visits(self) -> None:
        worker = get_current_worker()
        whole = read_cases_by_index(self.host.library, lambda: not worker.is_cancelled)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_whole, whole)

    def _show_whole(self, whole: CaseList) -> None:
        """Show the cases with what their visits say; the keys stay where they are."""
        self.listing = whole
        self.show_all()
        if whole.open_visit is not None and not self._stayed:
            self.say(words.HINT_OPEN_VISIT_ABOVE)

    def read_again(self) -> None:
        """Read the cases again, and show them."""
        self._read()
        self.show_all()

    def stop_reading(self) -> None:
        """Stop reading visits for the list."""
        self.workers.cancel_node(self)

    def go_on_reading(self) -> None:
        """Read the visits that were left."""
        if self.listing.reading:
            self.read_again()

    def _read_packs_ahead(self) -> None:
        """Read beside the room what every new case needs of the guidance."""
        Thread(target=lambda: self.host.catalogue().pack(GENERAL), daemon=True).start()

    def _look_for_strays(self) -> None:
        """Look, beside the room, for copies that other programs made and files they took."""
        self.run_worker(self._find_strays, thread=True)

    def _find_strays(self) -> None:
        worker = get_current_worker()
        try:
            found = has_strays(self.host.library)
        except StoreError:
            # What cannot be listed is told where it is opened.
            return
        if found and not worker.is_cancelled:
            self.call_later(self._tell_of_strays)

    def _tell_of_strays(self) -> None:
        self._strays = True
        if self.is_current and not self.chrome.notice.left:
            self.say("")

    # Showing

    def standing(self) -> str:
        """Return what has to be known as long as Home is open."""
        return words.STRAYS if self._strays else ""

    @property
    def first_start(self) -> bool:
        """Whether there is no case at all."""
        return not self.listing.lines and not self.listing.unreadable

    def top_line(self) -> tuple[str, str]:
        """Return the day, and how many cases there are."""
        today = days.long_day(local_day(self.listing.now))
        left, right = f"{words.PROGRAM} · {today}", cases_view.top_right(self.listing)
        fits = cell_len(left) + cell_len(right) + TOP_GAPS <= self.app.size.width
        return left if fits and not self.first_start else words.PROGRAM, right

    def show_body(self) -> None:
        """Show the doors, or the cases and what is coming up."""
        first = self.first_start
        self.query_one("#first").set_class(not first, "away")
        self.query_one("#list").set_class(first, "away")
        self._show_open_visit()
        if first:
            self._show_first()
        else:
            self._show_lists()

    def _show_lists(self) -> None:
        lists = cases_view.lists_of(self.listing, self.app.size)
        self.query_one("#list").set_class(lists.beside, "-beside")
        cases = self.query_one("#cases", LineList)
        most = self.app.size.height // 2
        cases.styles.height = "1fr" if lists.beside else min(len(lists.cases) + FRAME, most)
        cases.show(lists.cases)
        self.query_one("#coming", LineList).show(lists.coming)

    def _show_first(self) -> None:
        """Show words of welcome and the ways to begin; less of them where there is little room."""
        hello, size = self.query_one("#hello", Static), self.app.size
        close = size.width < ROOMY[0] or size.height < ROOMY[1]
        tiny = size.height < LEAST_ROWS
        if (close, tiny) != (hello.has_class("-close"), hello.has_class("-tiny")):
            hello.set_class(close, "-close")
            hello.set_class(tiny, "-tiny")
            lines = [line for line in words.HELLO if line or not close]
            # In the smallest window the choices have to be in view, and what may save a life.
            hello.update(_welcome([words.URGENT_HELLO] if tiny else lines))
            self.query_one("#first > OneLine").set_class(close, "away")
        self.query_one("#doors", LineList).show(cases_view.door_rows(notes=not close))

    def _show_open_visit(self) -> None:
        lines = self.query_one("#open-visit", LineList)
        lines.set_class(self.listing.open_visit is None, "away")
        if self.listing.open_visit is not None:
            lines.show(
                [cases_view.open_visit_row(*self.listing.open_visit, local_day(self.listing.now))]
            )

    def _focus_first(self) -> None:
        name = "#doors" if self.first_start else "#cases"
        if self.listing.open_visit is not None and not self._stayed:
            name = "#open-visit"
        self.set_focus(self.query_one(name))

    def hint(self) -> str:
        """Return what can be done now."""
        if self.first_start:
            return words.HINT_FIRST
        on_top = self.focused is not None and self.focused.id == "open-visit"
        return words.HINT_OPEN_VISIT if on_top else words.HINT_CASES

    def saved_word(self) -> str:
        """Return `saved`, unless a case was left that could not be saved, or there is none."""
        if self.host.lost:
            return room_words.NOT_SAVED
        return room_words.NOTHING_TO_SAVE if self.first_start else room_words.SAVED

    def on_resize(self, event: events.Resize) -> None:
        """Write days shorter or in full."""
        del event
        if self.is_mounted:
            self.show_body()

    def on_descendant_focus(self) -> None:
        """Say in the last line what Enter does in another list."""
        self.chrome.show_last()

    # Keys

    def action_other_list(self, by: int) -> None:
        """Go from one list to the next: the open visit, the cases, the things coming up."""
        if self.first_start:
            return
        lists = ["cases", "coming"]
        if self.listing.open_visit is not None:
            lists.insert(0, "open-visit")
        here = self.focused.id if self.focused is not None else None
        at = lists.index(here) if here in lists else -1
        self.set_focus(self.query_one(f"#{lists[(at + by) % len(lists)]}"))

    def action_stay(self) -> None:
        """Leave the line on top for the list of cases."""
        self._stayed = True
        self._focus_first()

    async def action_door(self, number: int) -> None:
        """Choose a way to begin by its digit, as long as there is no case."""
        if self.first_start:
            await self.action_run(words.BEGINNINGS[number - 1][0])

    def _go_back(self, _: str = "") -> None:
        if self.listing.open_visit is not None:
            line, visit = self.listing.open_visit
            self.actions.open(line.case.file.id, "visit", visit.id)

    def _choose_case(self, key: str) -> None:
        """Open a case where its next thing is done, or make one."""
        if key == cases_view.NEW:
            self.actions.new_case()
        elif key == cases_view.EXAMPLE:
            self.host.look_around()
        else:
            line = next(one for one in self.listing.lines if one.case.file.id == key)
            self.actions.open(key, line.next.room, line.next.visit_id, thing=line.next.thing)

    def _choose_due(self, key: str) -> None:
        """Open a case where the thing that has a day is done."""
        case_id, due = cases_view.due_of(self.listing, key)
        self.actions.open(
            case_id, due.room, due.id if due.visit is not None else None, thing=due.thing
        )

    def arrive(self, thing: str) -> None:
        """Go to a case."""
        cases = self.query_one("#cases", LineList)
        cases.go_to(thing)
        self.set_focus(cases)

    def may_leave(self, room: str) -> bool:
        """Go to a room of the case at hand: Home itself has none open."""
        case_id = self._case_at_hand()
        if room != "home" and self.first_start:
            self.say(words.FIRST_CASE)
            return False
        if room == "home" or case_id is None:
            return True
        self.actions.open(case_id, room)
        return False

    def _case_at_hand(self) -> str | None:
        """Return the case that the cursor is at, in the list that has the keys."""
        coming = self.query_one("#coming", LineList)
        if not self.first_start and coming.has_focus and coming.cursor_key is not None:
            return cases_view.due_of(self.listing, coming.cursor_key)[0]
        line = self.line_at_cursor()
        return line.case.file.id if line is not None else None

    def line_at_cursor(self) -> CaseLine | None:
        """Return what is listed of the case at the cursor of the list of cases."""
        key = self.query_one("#cases", LineList).cursor_key
        return next((line for line in self.listing.lines if line.case.file.id == key), None)
