"""What is done on the page *what now*: ways on, steps, leaning, why we decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from companion.domain.tables import found
from companion.services.deciding import paths
from companion.ui.compare import now_view
from companion.ui.compare.cards import SheetCard
from companion.words import compare as words

if TYPE_CHECKING:
    from companion.domain.comparison import Step
    from companion.services.deciding import Deciding, Path
    from companion.ui.compare.room import CompareRoom


class WaysOn:
    """Acts of the page; mixed into the room."""

    deciding: Deciding
    """The acts of the case."""

    @property
    def room(self) -> CompareRoom:
        """The room this is a part of."""
        return cast("CompareRoom", self)

    def _path(self, key: str) -> Path | None:
        name = key.removeprefix(f"{now_view.PATH}/")
        return next((each for each in paths(self.deciding.file) if each.id == name), None)

    def _step_at_cursor(self) -> Step | None:
        key = self.room.pane.cursor_key or ""
        if not key.startswith(f"{now_view.STEP}/"):
            self.room.say(words.CHOOSE_A_STEP)
            return None
        return found(self.deciding.steps(), key.removeprefix(f"{now_view.STEP}/"))

    # Space and Enter

    def mark(self, key: str) -> None:
        """Choose a way on, or tick a step."""
        if not self.room.may_change():
            return
        path = self._path(key)
        if path is not None:
            self.deciding.choose(path)
        elif key.startswith(f"{now_view.STEP}/"):
            step = self._step_at_cursor()
            if step is not None:
                self.deciding.toggle_done(step)
        else:
            self.do(key)

    def do(self, key: str) -> None:
        """Go a way on, or write what stands at the cursor."""
        path = self._path(key)
        if path is None:
            self.write_here(key)
        elif self.room.may_change():
            self._go(path)

    def _go(self, path: Path) -> None:
        """Choose a way the first time; make what it makes the second."""
        chosen = self.deciding.chosen
        if chosen is None or chosen.path != path.id:
            self.deciding.choose(path)
            self.room.say(words.ENTER_AGAIN)
            return
        made = self.deciding.go(path)
        if made.visit_id is None:
            self.room.say(words.steps_made(made.steps))
        else:
            say = words.visit_there if made.already else words.visit_made
            self.room.say(say(made.doctor))
        if path.makes == "sheet":
            self.room.app.push_screen(SheetCard())

    def write_here(self, key: str) -> None:
        """Write what stands at the cursor of the page."""
        if key.startswith(f"{now_view.STEP}/"):
            step = self._step_at_cursor()
            if step is not None:
                self.room.write(self.deciding.text_draft(step))
        elif key == now_view.NEW_STEP:
            self.action_compare_new_step()
        elif key == now_view.SURE:
            self.room.action_compare_sure()
        elif key == now_view.LEANING:
            self.action_compare_leaning()
        elif key == now_view.DECIDED:
            self.action_compare_decided()
        elif key.startswith(f"{now_view.PATH}/"):
            self.action_compare_path_why()

    # Acts

    def action_compare_new_step(self) -> None:
        """Add something to do."""
        self.room.show_now()
        self.room.write(self.deciding.new_step_draft())

    def action_compare_step_owner(self) -> None:
        """The next person, or nobody yet."""
        step = self._step_at_cursor()
        if step is not None and self.room.may_change():
            self.deciding.next_owner(step)

    def action_compare_step_day(self) -> None:
        """By when."""
        step = self._step_at_cursor()
        if step is not None:
            self.room.write(self.deciding.day_draft(step))

    def action_compare_drop_step(self) -> None:
        """Take a step out."""
        step = self._step_at_cursor()
        if step is not None and self.room.may_change():
            self.deciding.drop_step(step)

    def action_compare_path_why(self) -> None:
        """Why this way."""
        chosen = self.deciding.chosen
        if chosen is None:
            self.room.say(words.CHOOSE_A_PATH)
        else:
            self.room.write(self.deciding.path_why_draft(chosen))

    def action_compare_leaning(self) -> None:
        """Which way we lean today."""
        self.room.show_now()
        self.room.write(self.deciding.leaning_draft())

    def action_compare_decided(self) -> None:
        """Why we decided."""
        self.room.show_now()
        self.room.write(self.deciding.decision_draft())
