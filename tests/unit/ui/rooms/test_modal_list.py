"""A list over a room ends with its rows, and is no wider than can be read across."""

from __future__ import annotations

import pytest
from textual.app import App

from companion.ui import styles, themes
from companion.ui.rooms.modal_list import FRAME, NARROWEST, WIDEST, ChoiceList
from companion.ui.widgets.row import Row


class Behind(App[None]):
    """What a list lies over."""

    CSS = styles.SHARED

    def on_mount(self) -> None:
        """Dress as Companion does."""
        self.register_theme(themes.DARK)
        self.theme = themes.DARK.name


@pytest.mark.parametrize(
    ("size", "rows", "words", "shown"),
    [
        ((80, 24), 3, "what it is", (80, 3 + FRAME)),
        ((160, 45), 3, "what it is", (NARROWEST, 3 + FRAME)),
        ((160, 45), 3, "what it is " * 8, (WIDEST, 3 + FRAME)),
        ((80, 24), 90, "what it is", (80, 23)),
    ],
)
async def test_a_list_is_as_tall_as_its_rows_as_long_as_they_fit(
    size: tuple[int, int], rows: int, words: str, shown: tuple[int, int]
) -> None:
    app = Behind()
    async with app.run_test(size=size) as pilot:
        listed = [Row(f"row{n}", f"row {n}", right=words) for n in range(rows)]
        app.push_screen(ChoiceList("Choose", listed, "Enter choose · Esc back"))
        await pilot.pause()
        frame = app.screen.query_one(".boxed")
        assert tuple(frame.size) == (shown[0] - FRAME, shown[1] - FRAME)
        lines = app.screen.query_one("LineList")
        await pilot.press("end")
        assert lines.show_vertical_scrollbar == (rows > shown[1] - FRAME)


async def test_a_frame_grows_with_its_rows_and_does_not_shrink_again() -> None:
    app = Behind()
    async with app.run_test(size=(160, 45)) as pilot:
        choice = ChoiceList("Choose", [Row("row", "x" * 88)])
        app.push_screen(choice)
        await pilot.pause()
        frame = app.screen.query_one(".boxed")
        width = frame.size.width
        assert NARROWEST - FRAME < width < WIDEST - FRAME
        choice._rows = [Row("row", "yes")]
        choice.show()
        await pilot.pause()
        assert frame.size.width == width
