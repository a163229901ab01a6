"""The page *what now*: choosing a path and following it, steps, leaning, why we decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import find_by_id
from companion.domain.correction import StepsTold
from companion.services.compare.next_steps import paths
from companion.services.prepare.preparation import short
from companion.ui.compare import now_view
from companion.ui.compare.cards.options import OptionsCard
from companion.ui.compare.cards.question_sheet import SheetCard
from companion.ui.compare.cards.reflection import LogCard, SureCard
from companion.ui.compare.state import NOW
from companion.words import compare_now as now_words
from companion.words.rooms import taken_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.comparison import Step
    from companion.services.compare.next_steps import NextSteps, Path, PathResult
    from companion.ui.compare.context import CompareContext


class NextStepsPage:
    """Acts on the lines of the page."""

    def __init__(self, context: CompareContext) -> None:
        self._context = context

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the commands of the page."""
        return {
            "compare.new_step": self.new_step,
            "compare.step_owner": self.next_owner,
            "compare.step_day": self.write_day,
            "compare.drop_step": self.drop_step,
            "compare.path_why": self.write_path_why,
            "compare.options": self.show_options,
            "compare.sure": self.show_confidence,
            "compare.leaning": self.write_leaning,
            "compare.leaning_log": self.show_leaning_log,
            "compare.decided": self.write_decision,
        }

    @property
    def _steps(self) -> NextSteps:
        return self._context.state.next_steps

    # The line at the cursor

    def mark(self, key: str) -> None:
        """Choose a path, or tick a step."""
        if not self._context.may_change():
            return
        path = self._path(key)
        if path is not None:
            self._steps.choose(path)
        elif key.startswith(f"{now_view.STEP}/"):
            step = self._step_at_cursor()
            if step is not None:
                self._steps.steps.toggle_done(step)
        elif key != now_view.DECIDED:
            self.enter(key)

    def enter(self, key: str) -> None:
        """Choose or follow a path; write any other line, or show what it stands for."""
        path = self._path(key)
        if path is None:
            self.write(key)
        elif self._context.may_change():
            self._choose_or_follow(path)

    def write(self, key: str) -> None:
        """Write a line of the page, or show what it stands for."""
        acts = {
            now_view.NEW_STEP: self.new_step,
            now_view.OPTIONS: self.show_options,
            now_view.SURE: self.show_confidence,
            now_view.LEANING: self.write_leaning,
            now_view.LEANED: self.show_leaning_log,
            now_view.DECIDED: self.write_decision,
            now_view.PATH: self.write_path_why,
            now_view.STEP: self.write_step,
        }
        kind, _, name = key.partition("/")
        if kind == now_view.PAPER:
            self._context.open_paper(name)
        elif kind == now_view.VISIT:
            self._context.open_visit(name)
        elif kind in acts:
            acts[kind]()

    # Paths

    def _path(self, key: str) -> Path | None:
        name = key.removeprefix(f"{now_view.PATH}/")
        return next((each for each in paths(self._steps.session.file) if each.id == name), None)

    def _choose_or_follow(self, path: Path) -> None:
        """Choose a path the first time; make what it makes the second."""
        chosen = self._steps.chosen
        if chosen is None or chosen.path != path.id:
            self._steps.choose(path)
            self._context.say(now_words.ENTER_AGAIN)
            return
        result = self._steps.follow(path)
        if result.visit_id is not None:
            self._visit_made(result, result.visit_id)
            return
        self._context.say(now_words.steps_made(result.steps))
        if result.to_date is not None:
            self._context.write(self._steps.look_again_draft(result.to_date))
        elif path.makes == "sheet":
            self._context.show_card(SheetCard(self._context))

    def _visit_made(self, result: PathResult, visit_id: str) -> None:
        """Ask what is not known of a new visit: with whom, and when; both may stay empty."""
        if not result.already:
            self._context.write(self._steps.visit_draft(visit_id, with_whom=not result.doctor))
            self._context.say(now_words.visit_made(result.doctor, result.fits, result.more))
        else:
            self._context.say(now_words.visit_there(result.doctor))

    def write_path_why(self) -> None:
        """Write the reason for the path that is chosen."""
        chosen = self._steps.chosen
        if chosen is None:
            self._context.say(now_words.CHOOSE_A_PATH)
        else:
            self._context.write(self._steps.path_why_draft(chosen))

    # Steps

    def _step_at_cursor(self) -> Step | None:
        """Return the step to act on; says when there is none."""
        kind, _, step_id = self._context.state.cursor.partition("/")
        if kind != now_view.STEP:
            self._context.say(now_words.CHOOSE_A_STEP)
            return None
        return find_by_id(self._steps.steps.listed(), step_id)

    def new_step(self) -> None:
        """Write a step of the user's own."""
        self._context.show_row(NOW, now_view.NEW_STEP)
        self._context.write(self._steps.steps.new_draft())

    def write_step(self) -> None:
        """Write the words of the step at the cursor."""
        step = self._step_at_cursor()
        if step is not None:
            self._context.write(self._steps.steps.text_draft(step))

    def next_owner(self) -> None:
        """Give the step to the next person, or to none yet."""
        step = self._step_at_cursor()
        if step is not None and self._context.may_change():
            self._steps.steps.next_owner(step)

    def write_day(self) -> None:
        """Write the day by which the step is due."""
        step = self._step_at_cursor()
        if step is not None:
            self._context.write(self._steps.steps.day_draft(step))

    def drop_step(self) -> None:
        """Take the step out."""
        step = self._step_at_cursor()
        if step is not None and self._context.may_change():
            self._steps.steps.drop(step)
            self._context.say(taken_out(short(StepsTold(self._steps.session.case)(step))))

    # The users' own words

    def show_options(self, place: str = "") -> None:
        """Show the options, with what speaks for and against each.

        Args:
            place: The option to begin with, and a topic behind a stroke.
        """
        self._context.show_card(OptionsCard(self._context, place))

    def show_confidence(self) -> None:
        """Show the four questions: how sure are we?"""
        self._context.show_card(SureCard(self._context))

    def write_leaning(self) -> None:
        """Write which way the user leans today."""
        self._context.show_row(NOW, now_view.LEANING)
        self._context.write(self._steps.reflection.leaning_draft())

    def show_leaning_log(self) -> None:
        """Show the leanings, day by day."""
        self._context.show_card(LogCard(self._context))

    def write_decision(self) -> None:
        """Write why we decided."""
        self._context.show_row(NOW, now_view.DECIDED)
        self._context.write(self._steps.reflection.decision_draft())
