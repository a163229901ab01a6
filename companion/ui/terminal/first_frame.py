"""The first frame of a screen: nothing is painted until all of it can be painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from companion.ui.terminal import textual_internals

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.screen import Screen

SOON: Final = 0.004
"""Seconds until the next look, while Textual itself holds painting back."""
LATE: Final = 0.1
"""Seconds after which a widget that did not answer is not waited for."""
PATIENCE: Final = 250
"""Looks after which the screen is painted as it is: half a frame is better than none."""


HELD_BACK: Final = "-held-back"
"""The class of a screen whose first frame is held back; no style depends on it."""


class FirstFrame:
    """Holds the painting of a new screen back until its widgets have their sizes and words.

    Textual paints earlier; such a frame would show a line that takes keys already without the words
    around it. The screen asks `is_held_back` before it paints, and calls `paint` when everything is
    in place; until then keys are taken, nothing is painted.
    """

    def __init__(self, screen: Screen[Any], again: Callable[[], None]) -> None:
        """Hold a screen back that is not mounted yet.

        Args:
            screen: The screen.
            again: Called when it is time to look again; has to lead to `paint`.
        """
        self._screen = screen
        self._again = again
        self._looks = 0
        self._silent = 0
        self._resumed = False
        screen.add_class(HELD_BACK, *self._breakpoints(), update=False)

    @property
    def is_held_back(self) -> bool:
        """Whether nothing is painted yet."""
        return self._screen.has_class(HELD_BACK)

    def _breakpoints(self) -> set[str]:
        """Return the classes that go with the size of the terminal.

        Textual sets them after the styles of all widgets were worked out, and works out all again.
        """
        app = textual_internals.active_app.get(None)
        if app is None or textual_internals.missing(textual_internals.HOST):
            return set()
        screen = self._screen
        across, down = screen.HORIZONTAL_BREAKPOINTS, screen.VERTICAL_BREAKPOINTS
        return screen._get_breakpoint_classes(  # noqa: SLF001
            app.size.width, across or []
        ) | screen._get_breakpoint_classes(app.size.height, down or [])  # noqa: SLF001

    def resumed(self, event: events.ScreenResume) -> None:
        """Keep the styles at the first resumption: every one is as new as it can be."""
        if not self._resumed:
            self._resumed = True
            event.refresh_styles = False

    def paint(self) -> bool:
        """Paint all that was held back; return whether it is painted now.

        While Textual itself holds painting back, a little later; where the screen has to be laid
        out, that is done first, and the widgets answer to the sizes they got.
        """
        screen = self._screen
        if not self.is_held_back:
            return True
        self._looks += 1
        if screen.is_current and self._looks < PATIENCE:
            if screen.app._batch_count:  # noqa: SLF001
                screen.set_timer(SOON, self._again)
                return False
            if screen._layout_required or screen._scroll_required:  # noqa: SLF001
                screen._on_timer_update()  # noqa: SLF001
                self._ask_all()
                return False
        screen.remove_class(HELD_BACK, update=False)
        screen._compositor.update_widgets({screen})  # noqa: SLF001
        screen._compositor_refresh()  # noqa: SLF001
        return True

    def _ask_all(self) -> None:
        """Look again when every widget has dealt with the size it was told."""
        widgets = list(self._screen.walk_children())
        self._silent = len(widgets)
        for widget in widgets:
            widget.call_later(self._answered)
        self._screen.set_timer(LATE, self._again)

    def _answered(self) -> None:
        self._silent -= 1
        if self._silent == 0:
            self._screen.call_later(self._again)
