"""Which lines of a list are in view."""

from __future__ import annotations

import pytest

from companion.ui.widgets.row import Row
from companion.ui.widgets.row_layout import RowLayout

HEADING = "a heading that takes three lines here, and some more"
WIDTH = 20


@pytest.mark.parametrize("room", range(1, 6))
def test_the_row_that_keys_act_on_is_in_view_however_few_lines_there_are(room: int) -> None:
    layout = RowLayout()
    layout.rows = (
        Row("heading", HEADING, mood="heading", selectable=False),
        Row("row", "words"),
        Row("answer", "yes", answers_above=True),
    )
    layout.extend(WIDTH)
    top = layout.top_for(1, 0, room)
    assert layout.shows(1, top, room)
    assert layout.top_for(1, top, room) == top
