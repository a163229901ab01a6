"""What is done on the page *what now*: ways on, steps, leaning, why we decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import found
from companion.domain.correction import StepsTold
from companion.services.compare.next_steps import paths
from companion.services.prepare.preparation import short
from companion.ui.compare import now_view
from companion.ui.compare.judging import Judging
from companion.ui.compare.own_cards import LogCard, SheetCard, SureCard
from companion.ui.compare.pages import NOW
from companion.words import compare_now as now_words
from companion.words.rooms import taken_out

if TYPE_CHECKING:
    from companion.domain.comparison import Step
    from companion.services.compare.next_steps import Path, PathResult


class WaysOn(Judging):
    """Acts of that page."""

    def _path(self, key: str) -> Path | None:
        name = key.removeprefix(f"{now_view.PATH}/")
        return next((each for each in paths(self.session.file) if each.id == name), None)

    def _step_at_cursor(self) -> Step | None:
        key = self.pane.cursor_key or ""
        if not key.startswith(f"{now_view.STEP}/"):
            self.say(now_words.CHOOSE_A_STEP)
            return None
        return found(self.deciding.steps.listed(), key.removeprefix(f"{now_view.STEP}/"))

    # Space and Enter

    def mark(self, key: str) -> None:
        """Choose a way on, or tick a step."""
        if not self.may_change():
            return
        path = self._path(key)
        if path is not None:
            self.deciding.choose(path)
        elif key.startswith(f"{now_view.STEP}/"):
            step = self._step_at_cursor()
            if step is not None:
                self.deciding.steps.toggle_done(step)
        elif key != now_view.DECIDED:
            self.do(key)

    def do(self, key: str) -> None:
        """Go a way on, or write what stands at the cursor."""
        path = self._path(key)
        if path is None:
            self.write_here(key)
        elif self.may_change():
            self._go(path)

    def _go(self, path: Path) -> None:
        """Choose a way the first time; make what it makes the second."""
        chosen = self.deciding.chosen
        if chosen is None or chosen.path != path.id:
            self.deciding.choose(path)
            self.say(now_words.ENTER_AGAIN)
            return
        made = self.deciding.follow(path)
        if made.visit_id is not None:
            self._visit_made(made)
            return
        self.say(now_words.steps_made(made.steps))
        if made.to_date is not None:
            self.write(self.deciding.look_again_draft(made.to_date))
        elif path.makes == "sheet":
            self.app.push_screen(SheetCard())

    def _visit_made(self, made: PathResult) -> None:
        """Ask what is not known of a new visit: with whom, and when; both may stay empty."""
        if not made.already and made.visit_id is not None:
            self.write(self.deciding.visit_draft(made.visit_id, with_whom=not made.doctor))
        say = now_words.visit_there if made.already else now_words.visit_made
        self.say(say(made.doctor))

    def write_here(self, key: str) -> None:
        """Write what stands at the cursor of the page, or show what it stands for."""
        acts = {
            now_view.NEW_STEP: self.action_compare_new_step,
            now_view.SURE: self.action_compare_sure,
            now_view.LEANING: self.action_compare_leaning,
            now_view.LEANED: self.action_compare_leaning_log,
            now_view.DECIDED: self.action_compare_decided,
            now_view.PATH: self.action_compare_path_why,
            now_view.STEP: self._write_step,
        }
        kind, _, name = key.partition("/")
        if kind == now_view.PAPER:
            self.open_paper(name)
        elif kind == now_view.VISIT:
            self.close_field()
            self.host.enter("visit", visit_id=name)
        elif kind in acts:
            acts[kind]()

    def _write_step(self) -> None:
        step = self._step_at_cursor()
        if step is not None:
            self.write(self.deciding.steps.text_draft(step))

    # Acts

    def action_compare_new_step(self) -> None:
        """Add something to do."""
        self._show_now(now_view.NEW_STEP)
        self.write(self.deciding.steps.new_draft())

    def action_compare_step_owner(self) -> None:
        """The next person, or nobody yet."""
        step = self._step_at_cursor()
        if step is not None and self.may_change():
            self.deciding.steps.next_owner(step)

    def action_compare_step_day(self) -> None:
        """By when."""
        step = self._step_at_cursor()
        if step is not None:
            self.write(self.deciding.steps.day_draft(step))

    def action_compare_drop_step(self) -> None:
        """Take a step out."""
        step = self._step_at_cursor()
        if step is not None and self.may_change():
            self.deciding.steps.drop(step)
            self.say(taken_out(short(StepsTold(self.session.case)(step))))

    def action_compare_path_why(self) -> None:
        """Why this way."""
        chosen = self.deciding.chosen
        if chosen is None:
            self.say(now_words.CHOOSE_A_PATH)
        else:
            self.write(self.deciding.path_why_draft(chosen))

    def action_compare_leaning(self) -> None:
        """Which way we lean today."""
        self._show_now(now_view.LEANING)
        self.write(self.deciding.reflection.leaning_draft())

    def action_compare_leaning_log(self) -> None:
        """Which way we leaned, day by day."""
        self.app.push_screen(LogCard())

    def action_compare_decided(self) -> None:
        """Why we decided."""
        self._show_now(now_view.DECIDED)
        self.write(self.deciding.reflection.decision_draft())

    def action_compare_sure(self) -> None:
        """Four plain questions."""
        self.app.push_screen(SureCard(), lambda _: self.show_all())

    def _show_now(self, key: str) -> None:
        """Show the page with the row in view that is written now."""
        if self.view != NOW:
            self.go(NOW)
        self.pane.go_to(key)
