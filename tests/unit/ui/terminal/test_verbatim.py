"""Text in brackets is shown as it is by every kind of widget that shows a person's words."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Button, Label, OptionList, Static
from textual.widgets.option_list import Option

from companion.ui.terminal.note_area import NoteArea
from companion.ui.terminal.output_filter import verbatim
from companion.ui.terminal.terminal_app import TerminalApp
from tests.support.empty_product import EmptyProduct

if TYPE_CHECKING:
    from textual.app import ComposeResult

ALPHABET = [*"[[[]]/@=$#\\\"' abx.:(){}", "[b]", "[/b]", "[/]", "[@click=app.quit]", "[x]", "[red]"]
WIDTH = 76


class Wall(TerminalApp[EmptyProduct]):
    CSS = "Screen > * { height: 3; width: 80; border: none; padding: 0; &:focus { border: none; } }"

    def compose(self) -> ComposeResult:
        yield Static()
        yield Label()
        yield OptionList()
        yield NoteArea()
        yield Button()

    def show(self, text: str) -> None:
        self.query_one(Static).update(verbatim(text))
        self.query_one(Label).update(verbatim(text))
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_option(Option(verbatim(text)))
        self.query_one(NoteArea).load_text(text)
        self.query_one(Button).label = verbatim(text)


def strings(count: int) -> list[str]:
    dice = random.Random(2)  # noqa: S311 - the same every time
    made = ["".join(dice.choices(ALPHABET, k=dice.randint(1, 14))) for _ in range(count)]
    return [text.strip()[:WIDTH] or "[" for text in made]


@pytest.mark.promise("text.no-markup")
async def test_a_fuzz_of_brackets_is_verbatim_in_five_widgets() -> None:
    app = Wall(EmptyProduct())
    async with app.run_test(size=(80, 20)) as pilot:
        for text in strings(60):
            app.show(text)
            await pilot.pause()
            rows = [
                "".join(segment.text for segment in strip)
                for strip in app.screen._compositor.render_strips()
            ]
            assert sum(text in row for row in rows) >= 5, (text, rows)


def test_thousands_of_strings_go_through_unchanged() -> None:
    for text in strings(20_000):
        assert verbatim(text).plain == text
