"""The keys of the Prepare room that act on the row at hand."""

from __future__ import annotations

from companion.ui.prepare.editing import Editing


class ActingRoom(Editing):
    """A room whose commands go to the part one is in."""

    def action_prepare_tick(self) -> None:
        """Tick, or move a record on."""
        self.act("tick")

    def action_prepare_add(self) -> None:
        """Add a line in one's own words."""
        self.act("add")

    def action_prepare_choose(self) -> None:
        """Choose from the guidance."""
        self.act("choose")

    def action_prepare_reword(self) -> None:
        """Change the words of a line."""
        self.act("reword")

    def action_prepare_take_away(self) -> None:
        """Take a line away."""
        self.act("take_away")

    def action_prepare_must(self) -> None:
        """A question that is asked first."""
        self.act("must")

    def action_prepare_should(self) -> None:
        """A question for when there is time."""
        self.act("should")

    def action_prepare_could(self) -> None:
        """A question that stays on paper."""
        self.act("could")

    def action_prepare_move_up(self) -> None:
        """Move a question up."""
        self.act("move_up")

    def action_prepare_move_down(self) -> None:
        """Move a question down."""
        self.act("move_down")

    def action_prepare_who_asks(self) -> None:
        """Choose who asks a question."""
        self.act("who_asks")

    def action_prepare_alone(self) -> None:
        """Mark a question as better asked alone."""
        self.act("alone")

    def action_prepare_asked(self) -> None:
        """Write down whom one asked for a record."""
        self.act("asked")

    def action_prepare_stars(self) -> None:
        """Say how much something matters."""
        self.act("stars")
