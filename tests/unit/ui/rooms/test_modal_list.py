"""A list over a room ends with its rows, and is no wider than can be read across."""

from __future__ import annotations

import pytest
from textual.app import App

from companion.ui import styles, themes
from companion.ui.rooms.modal_list import FRAME, WIDEST, ChoiceList
from companion.ui.widgets.row import Row


class Behind(App[None]):
    """What a list lies over."""

    CSS = styles.SHARED

    def on_mount(self) -> None:
        """Dress as Companion does."""
        self.register_theme(themes.DARK)
        self.theme = themes.DARK.name


@pytest.mark.parametrize(
    ("size", "rows", "shown"),
    [
        ((80, 24), 3, (80, 3 + FRAME)),
        ((160, 45), 3, (WIDEST, 3 + FRAME)),
        ((80, 24), 90, (80, 23)),
    ],
)
async def test_a_list_is_as_tall_as_its_rows_as_long_as_they_fit(
    size: tuple[int, int], rows: int, shown: tuple[int, int]
) -> None:
    app = Behind()
    async with app.run_test(size=size) as pilot:
        listed = [Row(f"row{n}", f"row {n}", right="what it is") for n in range(rows)]
        app.push_screen(ChoiceList("Choose", listed, "Enter choose · Esc back"))
        await pilot.pause()
        frame = app.screen.query_one(".boxed")
        assert tuple(frame.size) == (shown[0] - FRAME, shown[1] - FRAME)
        lines = app.screen.query_one("LineList")
        await pilot.press("end")
        assert lines.show_vertical_scrollbar == (rows > shown[1] - FRAME)
