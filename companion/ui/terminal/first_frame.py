"""A screen that paints nothing until all of it can be painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.screen import Screen

from companion.ui.terminal import textual_internals

if TYPE_CHECKING:
    from textual import events

SOON: Final = 0.004
"""Seconds until it is looked again, while Textual itself holds painting back."""
LATE: Final = 0.1
"""Seconds after which a widget that did not answer is waited for no longer."""
PATIENCE: Final = 250
"""Looks after which the screen is painted as it is: half a frame is better than none."""


class WholeFirstFrame(Screen[None]):
    """Textual paints a new screen while its widgets still wait for their sizes and words.

    Such a frame would show a line that takes keys already without the words around it. Call
    `show_first_frame` when everything is in place; until then keys are taken, nothing is painted.
    """

    _held_back = True
    _looks = 0
    _silent = 0
    _resumed = False

    def __init__(self) -> None:
        super().__init__(classes=" ".join(self._first_breakpoints()))

    def _first_breakpoints(self) -> set[str]:
        """The classes that go with the size of the terminal.

        Textual sets them after the styles of all widgets were worked out, and works out all again.
        """
        app = textual_internals.active_app.get(None)
        if app is None or textual_internals.missing(textual_internals.HOST):
            return set()
        across, down = self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS
        return self._get_breakpoint_classes(
            app.size.width, across or []
        ) | self._get_breakpoint_classes(app.size.height, down or [])

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        """The first time, every style is as new as it can be."""
        if not self._resumed:
            self._resumed = True
            event.refresh_styles = False

    @property
    def is_held_back(self) -> bool:
        """Whether nothing is painted yet."""
        return self._held_back

    def _compositor_refresh(self) -> None:
        if not self._held_back:
            super()._compositor_refresh()

    def show_first_frame(self) -> None:
        """Paint all that was held back; from now on everything is painted as it comes.

        While Textual itself holds painting back, a little later; where the screen has to be laid
        out, that is done first, and the widgets answer to the sizes they got.
        """
        if not self._held_back:
            return
        self._looks += 1
        if self.is_current and self._looks < PATIENCE:
            if self.app._batch_count:  # noqa: SLF001
                self.set_timer(SOON, self.show_first_frame)
                return
            if self._layout_required or self._scroll_required:
                self._on_timer_update()
                self._ask_all()
                return
        self._held_back = False
        self._compositor.update_widgets({self})
        self._compositor_refresh()

    def _ask_all(self) -> None:
        """Look again when every widget has dealt with the size it was told."""
        widgets = list(self.walk_children())
        self._silent = len(widgets)
        for widget in widgets:
            widget.call_later(self._answered)
        self.set_timer(LATE, self.show_first_frame)

    def _answered(self) -> None:
        self._silent -= 1
        if self._silent == 0:
            self.call_later(self.show_first_frame)
