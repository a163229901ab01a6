"""The Visit room: the questions beside the notes, above the line that is typed in."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import Container, Horizontal
from textual.widgets import Static

from companion.domain.changes import find_by_id
from companion.domain.preparation import Covered
from companion.domain.visit_selection import is_under_way
from companion.ui.rooms.bindings import bindings_for, key_name
from companion.ui.rooms.room import Room
from companion.ui.terminal.first_frame import FirstFrame
from companion.ui.terminal.output_filter import verbatim
from companion.ui.visit import cards
from companion.ui.visit.card_host import CardHost
from companion.ui.visit.commands import VisitCommands
from companion.ui.visit.composer import Composer
from companion.ui.visit.note_line import NoteLine, first_text, with_offered
from companion.ui.visit.question_picker import QuestionPicker
from companion.ui.visit.state import VisitState
from companion.ui.visit.view import VisitView
from companion.ui.widgets.one_line import OneLine
from companion.words import rooms as room_words
from companion.words import visit as words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer
    from textual.widget import Widget

MINUTE = 60.0
WHILE_HIDDEN = frozenset({"visit.hide_screen", "app.quit"})
"""The commands that can be given while the curtain hides the screen."""


class VisitScreen(Room):
    """The Visit room; owns its parts and leads commands, time and arrivals to them."""

    NAME = "visit"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("visit")]
    AUTO_FOCUS = "#composer"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-tall")]
    DEFAULT_CSS = """
    VisitScreen {
        layers: room curtain;
        #panes { height: 1fr; min-height: 1; }
        #say-first { height: auto; max-height: 4; padding: 0 1; display: none; }
        #label { text-style: bold; }
        #line { height: 3; background: $panel; }
        #prompt { width: 3; height: 1; text-style: bold; color: $accent; }
        #card { display: none; }
        &.-narrow #questions { display: none; }
        &.-narrow #panes.-choosing #questions {
            display: block; width: 1fr; max-width: 100%; margin-right: 0;
        }
        &.-narrow #panes.-choosing #notes { display: none; }
        &.-short #line, &.-short #composer { height: 1; }
        #curtain {
            layer: curtain; display: none; width: 100%; height: 100%;
            background: $background; align: center middle;
        }
        &.-curtain #curtain { display: block; }
    }
    """

    def __init__(self, visit_id: str) -> None:
        super().__init__()
        self.first_frame = FirstFrame(self, self.show_first_frame)
        self.visit_id = visit_id
        self.state = state = VisitState(self.host, visit_id)
        self.composer = composer = Composer(first_text(state))
        self.view = view = VisitView(state, composer, self.chrome)
        self.picker = picker = QuestionPicker(state, view, self)
        self.card_host = CardHost(state, composer, view, picker, self, self._run_later)
        self.card_host.open_first()
        composer.placeholder = self.card_host.placeholder()
        self.line = NoteLine(state, composer, view, picker, self.card_host, self)
        self._commands = VisitCommands(state, view, picker, self.card_host, self.line, self)
        self._minute: Timer | None = None
        self._unhide: OneLine | None = None
        """How the screen comes back; there once it was hidden."""

    def compose_body(self) -> ComposeResult:
        """Lay out the panes or a card, and the line below them."""
        view = self.view
        yield from (view.say_first, view.panes, view.card_pane, view.label_line)
        with Horizontal(id="line"):
            yield Static(verbatim(" > "), id="prompt")
            yield self.composer

    # The first frame and the minutes

    def opened(self) -> None:
        """Let the minutes move by themselves."""
        self._next_minute()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Focus the line whenever the room is in front; the first time, show it all."""
        self.first_frame.resumed(event)
        self.composer.focus()
        self.call_later(self.call_later, self.show_first_frame)

    def show_first_frame(self) -> None:
        """Paint everything, scrolled to the newest note or to the one that was gone to."""
        if self.state.is_left:
            # A timer that comes after the room was left.
            return
        self.view.notes.stay()
        if not self.first_frame.paint():
            return
        covering = self.session.covering
        if covering.choice is not Covered.SHOW:
            # Beside the keys: the first letter should not have to wait for it.
            Thread(target=covering.get_ready, daemon=True).start()

    def _compositor_refresh(self) -> None:
        if not self.first_frame.is_held_back:
            super()._compositor_refresh()

    def _next_minute(self) -> None:
        """Wait until the minutes left change; from the start of the clock, not from now."""
        if self._minute is not None:
            self._minute.stop()
        started, now = self.state.visit.head.started_at, self.session.now()
        gone = (now - started).total_seconds() if started is not None else 0.0
        self._minute = self.set_timer(MINUTE - gone % MINUTE, self._minute_passed)

    def _minute_passed(self) -> None:
        if self.state.is_left:
            return
        self.chrome.show_top()
        if self.view.card is None and self.composer.is_blank:
            self.view.show_questions()
        self._next_minute()

    def on_resize(self, event: Any) -> None:  # noqa: ANN401
        """Fit the glance bar, the label of the line and a card to the width there is."""
        del event
        if not self.is_mounted or self.state.is_left:
            return
        self.chrome.show_top()
        self.view.show_label()
        if self.view.card is not None:
            self.call_after_refresh(self.show_body)

    # What is shown

    def show_all(self) -> None:
        """Show everything again."""
        super().show_all()
        self.view.show_label()

    def show_body(self) -> None:
        """Show the panes, and the card if there is one."""
        self.view.show_body()

    def top_line(self) -> tuple[str, str]:
        """Return the glance bar, or the card's own line."""
        return self.view.top_line()

    def hint(self) -> str:
        """Return what Enter and a few keys do now."""
        return self.view.hint()

    def standing(self) -> str:
        """Return what has to be known; first that another window's words stand in the line."""
        if self.state.holds_offered and not self.composer.is_blank:
            return room_words.OFFERED
        return super().standing()

    # The case

    @property
    def visit_here(self) -> str | None:
        """The visit: undo takes back only what belongs to it."""
        return self.visit_id

    def case_changed(self) -> None:
        """Show what changed; the clock may have begun."""
        super().case_changed()
        self._next_minute()

    def saving_changed(self) -> None:
        """Say that saving failed, or works again."""
        self.state.unsaved = self.session.saved_state.error is not None
        super().saving_changed()
        if self.state.leaving:
            # What was asked just now stands, else the keys would seem to have done nothing.
            self._ask_again()

    # Keys and commands

    async def on_key(self, event: events.Key) -> None:
        """Give the line a key that reached nothing else."""
        if not self.composer.has_focus and self.is_current:
            event.stop()
            self.composer.focus()
            await self.composer.use_key(event)

    def keys_act_on(self) -> Widget:
        """Return the rows of a card while keys act on them, else the line."""
        card = self.view.card
        return self.view.card_pane if card is not None and card.has_the_arrows else self.composer

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what carries out each command, by its id."""
        return {
            **super().commands(),
            **self._commands.table(),
            "app.undo": self._undo,
            "app.redo": self._redo,
            "app.saved": self._tell_saved,
            "app.take_over": self._take_over,
            "visit.hide_screen": self._hide_screen,
        }

    def allows(self, command_id: str) -> bool:
        """Return whether a command can be given; few can while the screen is hidden."""
        return not self.state.hidden or command_id in WHILE_HIDDEN

    def show_page(self, name: str) -> None:
        """Show a paper of this visit over the room."""
        self.host.show_papers(self.session, name, self.state.visit.id)

    def _run_later(self, command_id: str) -> None:
        self.call_later(self.action_run, command_id)

    def _undo(self) -> None:
        """Take back typing while there is some, else the last change."""
        if not self.line.undo_typing():
            self.card_host.close_card()
            self.case_control.undo()
            self._show_other_state()

    def _redo(self) -> None:
        """Do typing again, else what was taken back."""
        if not self.line.redo_typing():
            self.case_control.redo()
            self._show_other_state()

    def _show_other_state(self) -> None:
        if self.state.may_write:
            self.picker.leave_unlisted()
            self.line.show()

    def _tell_saved(self) -> None:
        """Say whether all is saved, in place of the question whether to leave: it is put anew."""
        self.state.leaving = ""
        self.case_control.tell_saved()

    def _take_over(self) -> None:
        """Write in this window; what was typed here is saved now."""
        waited = not self.state.may_write
        if waited:
            self.card_host.close_card()
        self.case_control.take_over()
        if not waited or not self.state.may_write:
            return
        self.card_host.open_first()
        self.line.show()
        if waits := self.session.waiting_text(self.visit_id):
            self.composer.show(with_offered(self.state, self.composer.text, waits))

    def _hide_screen(self) -> None:
        """Hide everything, or show it again; what is typed meanwhile is kept."""
        card = self.view.card
        if card is not None and card.goes_when_hidden:
            self.card_host.close_card()
        if self._unhide is None:
            # Made when it is first drawn: the room opens sooner without it.
            self._unhide = OneLine(id="unhide")
            self.mount(Container(OneLine(words.CURTAIN), self._unhide, id="curtain"))
        named = " · ".join(map(key_name, self.state.keys.get("visit.hide_screen", ())))
        self._unhide.show(words.curtain_hint(named), self.saved_word())
        self.state.hidden = not self.state.hidden
        self.set_class(self.state.hidden, "-curtain")
        self.show_all()

    # Arriving and leaving

    def arrive(self, thing: str) -> None:
        """Show what was found: a note in its place, a question, an answer on its card; the line."""
        kind, _, name = thing.partition("/")
        host, state = self.card_host, self.state
        if kind == "memory":
            # What stands before a visit to come is not asked about one that was.
            host.open_to_change(lambda: cards.RecallCard(host))
        elif kind == "note":
            host.close_card()
            self.view.notes.point_at(name)
        elif kind == "door":
            host.open_card(cards.BeforeYouLeaveCard(host, name))
        elif kind == "said":
            host.open_card(cards.SaidCard(host, at=name))
        elif kind == "debrief":
            answer = find_by_id(state.visit.debrief, name)
            host.open_card(cards.DebriefCard.on(host, answer.prompt if answer else ""))
        elif kind == "question" and state.may_write and state.line.editing_note_id is None:
            host.close_card()
            self.picker.go_to(name)

    def typed_instead(self, text: str) -> None:
        """Type what came where a digit was asked for."""
        self.composer.paste(text)

    def may_leave(self, room: str) -> bool:
        """Return whether the room can be left; a visit under way is asked a second time."""
        if self.state.leaving == room or not self._ask_again():
            if room == "home" and self.state.may_write:
                self._take_away_if_not_remembered()
            return True
        self.state.leaving = room
        return False

    def _take_away_if_not_remembered(self) -> None:
        from companion.services.prepare.appointment import Appointment  # noqa: PLC0415 - seldom

        Appointment(self.session, self.visit_id).take_away_if_not_remembered()

    def _ask_again(self) -> bool:
        """Ask for the same keys again before the room is left; return whether that is needed."""
        if self.session.saved_state.error is not None:
            self.warn(room_words.LEAVE_UNSAVED)
            return True
        if is_under_way(self.state.visit.head):
            self.say(room_words.LEAVE_VISIT)
            return True
        return False
