"""The Prepare room: one next thing at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from companion.domain.progress import next_part
from companion.ui.prepare.arriving import part_of, row_of
from companion.ui.prepare.keys import ActingRoom
from companion.ui.prepare.overview import MAIN
from companion.ui.rooms.bindings import bindings_for
from companion.ui.widgets.line_list import LineList
from companion.words import appointment as planning
from companion.words import prepare as words

if TYPE_CHECKING:
    from textual.binding import BindingType


class PrepareRoom(ActingRoom):
    """Nine parts, those *if you like*, and what stands below them."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("prepare")]

    def arrive(self, thing: str) -> None:
        """Open the part that holds what was found, at its row."""
        part = part_of(thing)
        if part is None:
            return
        self.parts[part].back()
        self.go_to(part)
        row = row_of(thing, self.rows.rows, self.session.file)
        if row is not None:
            self.enter()
            self.rows.go_to(row)

    @on(LineList.Moved, "#parts")
    def _another_part(self) -> None:
        # Where the cursor is by now: going back to where it was would move it again, for ever.
        key = self.list_of_parts.cursor_key
        if key is not None and key != self.open_part:
            self.say("")
            self.go_to(key)

    @on(LineList.Moved, "#rows")
    def _another_row(self) -> None:
        if self.rows.cursor_key is not None:
            self.cursors[self.open_part, self.part.inner] = self.rows.cursor_key
        self.show_beside()

    def action_prepare_back(self) -> None:
        """One step back: out of the field, out of a list, out of the part."""
        if self.draft_field.is_open:
            self.draft_field.close()
        elif self.part.back():
            self.go_to(self.open_part)
        else:
            self.say(words.KEPT_CALM)
            self.to_parts()

    def _into(self, name: str) -> None:
        self.draft_field.close()
        if name != self.open_part:
            # What has become ready, and what comes next, was said of the part that is left.
            self.say("")
        self.parts[name].back()
        self.go_to(name)
        self.enter()

    def action_prepare_next_thing(self) -> None:
        """Go to the next part that is not ready, in order; the one that one is in comes last."""
        before = self.open_part if self.inside else ""
        following = self.following(before)
        self._into(following)
        if following == "enough" and next_part(self.main) is None:
            self.say(words.NOTHING_NEXT)
        elif before in MAIN and following not in MAIN:
            self.say(words.ONLY_IF_YOU_LIKE)

    def action_prepare_plan_visit(self) -> None:
        """With whom, when, how long, where."""
        self._into("visit")

    def action_prepare_page(self) -> None:
        """See the page for the doctor."""
        self.draft_field.close()
        self.open_paper("doctor")

    def action_prepare_enough(self) -> None:
        """See what is done, and stop."""
        self._into("enough")

    def action_prepare_decide_by(self) -> None:
        """The day by which one wants to decide."""
        self._into("time")
        self.write_in("decide:")

    def action_prepare_freeze(self) -> None:
        """Set the present doctor's opinion down."""
        self._into("opinion")
        self.act("freeze")

    def action_prepare_call_off(self) -> None:
        """Call the visit off."""
        self._into("visit")
        if self.may_change():
            called_off = self.appointment.call_off()
            self.say(planning.CALLED_OFF if called_off else planning.NO_VISIT)
