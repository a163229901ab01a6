"""What is pasted into the line is in the note, and in the line again, sign for sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.marks import read_mark
from companion.ui.visit.composer import Composer
from tests.journeys.conftest import SMALL
from tests.journeys.visit_case import visit_of

if TYPE_CHECKING:
    from companion.ui.app import CompanionApp

LINES = (
    "[bold]not bold[/bold] [x] [ ] [/]",
    "[@click=app.quit]no link[/]",
    "\\# not a number",
    "\\\\ one backslash",
    "C:\\notes\\n",
    '" she said "no"',
    '"No," she said',
    "~50 mg",
    "# 2 in 100\nover [five] years",
    "?",
    "  blanks at both ends  ",
)


async def test_marks_backslashes_and_brackets_survive_the_line_the_note_and_the_line_again(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        for line in LINES:
            app.screen.query_one(Composer).paste(line)
            await pilot.press("enter")
            note = visit_of(app).live_notes[-1]
            assert (note.kind, note.text) == read_mark(line)
            await pilot.press("up", "x", "backspace", "enter")
            assert visit_of(app).live_notes[-1] == note
        assert len(visit_of(app).live_notes) == len(LINES)
