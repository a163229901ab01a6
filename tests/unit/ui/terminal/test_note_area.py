from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from companion.ui.terminal.line_input import LineInput
from companion.ui.terminal.note_area import NoteArea
from companion.ui.terminal.terminal_app import TerminalApp
from tests.support.empty_product import EmptyProduct

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Watched(NoteArea):
    edits = 0

    def on_edited(self) -> None:
        self.edits += 1


class Desk(TerminalApp[EmptyProduct]):
    BINDINGS = [("ctrl+z", "room('undo')", ""), ("up", "room('up')", ""), ("f2", "room('f2')", "")]

    def __init__(self, text: str = "", *, placeholder: str = "") -> None:
        super().__init__(EmptyProduct())
        self._text, self._placeholder = text, placeholder
        self.room: list[str] = []
        self.submitted: list[str] = []

    def compose(self) -> ComposeResult:
        yield Watched(self._text, placeholder=self._placeholder)
        yield LineInput()

    def action_room(self, what: str) -> None:
        self.room.append(f"{what} {self.query_one(Watched).text}")


def shown(app: TerminalApp[EmptyProduct]) -> str:
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


async def test_letters_and_corrections_keep_their_order() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        for key in ["d", "5", "backspace", "7", "left", "6", "end", "f2", "x", "backspace", "y"]:
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        assert app.query_one(Watched).text == "d67y"
        assert app.room == ["f2 d67"]


@pytest.mark.parametrize(
    "character",
    ["\u00a0", "\u202f", "\u3000", "\u200d", "\u200c", "\u00ad", "\u061c", "\U000e0067", "é", "漢"],
)
async def test_blanks_and_joiners_of_every_script_can_be_typed(character: str) -> None:
    app = Desk()
    async with app.run_test() as pilot:
        for key in ("a", character, "b"):
            app.post_message(events.Key(key, key))
        await pilot.pause()
        assert app.query_one(Watched).text == f"a{character}b"


async def test_a_paste_is_cleaned_and_kept_whole() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.post_message(events.Key("x", "x"))
        app.post_message(events.Paste("one\r\ntwo\x0bthree\u2028four\x1b[31m\x00\ud800"))
        app.post_message(events.Key("y", "y"))
        await pilot.pause()
        text = "xone\ntwo\nthree\nfour\ufffd[31m\ufffd\ufffdy"
        assert app.query_one(Watched).text == text


async def test_no_key_takes_more_than_a_word() -> None:
    text = "one two\nthree four\nfive six"
    for key in ("f6", "f7", "ctrl+u", "ctrl+k", "ctrl+shift+k", "ctrl+x", "ctrl+d", "ctrl+w"):
        app = Desk(text)
        async with app.run_test() as pilot:
            area = app.query_one(Watched)
            area.move_cursor((1, 10))
            await pilot.press(key, "z")
            assert len(area.text) >= len(text) - len("four"), key
            assert area.text.startswith("one two\nthree ")
            assert area.text.endswith("\nfive six")


async def test_undo_goes_to_the_room_once_the_area_is_empty() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("a", "ctrl+z", "ctrl+z")
        assert app.query_one(Watched).text == ""
        assert app.room == ["undo "]


async def test_up_goes_to_the_room_only_while_the_area_is_empty() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("up", "a", "up")
        assert app.room == ["up "]


async def test_copy_stays_inside_the_program() -> None:
    app = Desk("secret")
    async with app.run_test() as pilot:
        area = app.query_one(Watched)
        area.select_all()
        await pilot.press("ctrl+c", "right", "ctrl+v")
        assert app.clipboard == "secret"
        assert area.text == "secretsecret"


@pytest.mark.promise("text.survives")
async def test_every_edit_undo_and_redo_is_told_before_it_is_painted() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        area = app.query_one(Watched)
        await pilot.press("a", "b", "backspace")
        assert area.edits == 3
        await pilot.press("ctrl+z")
        assert area.edits == 4
        area.load_text("other")
        assert area.edits == 4


async def test_brackets_in_text_and_placeholder_are_shown_as_they_are() -> None:
    app = Desk(placeholder="[b]just[/b] type [x]")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "[b]just[/b] type [x]" in shown(app)
        app.query_one(Watched).placeholder = "[/]"
        await pilot.pause()
        assert "[/]" in shown(app)
        await pilot.press("[", "x", "]")
        assert "[x]" in shown(app)


@pytest.mark.promise("text.hidden-characters")
async def test_hidden_characters_show_as_marks_and_keep_the_columns() -> None:
    app = Desk("5\u202e0\u200b mg")
    async with app.run_test() as pilot:
        await pilot.pause()
        area = app.query_one(Watched)
        assert "5↔0¦ mg" in shown(app)
        area.move_cursor(area.document.end)
        assert area.cursor_screen_offset.x == area.content_region.x + 7
        assert area.text == "5\u202e0\u200b mg"


async def test_a_line_field_submits_in_the_order_of_the_keys() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        field = app.query_one(LineInput)
        field.entered = app.submitted.append
        field.focus()
        await pilot.pause()
        for key in ("a", "enter", "b"):
            app.post_message(events.Key(key, key if len(key) == 1 else "\r"))
        await pilot.pause()
        assert app.submitted == ["a"]
        assert field.value == "ab"


async def test_keys_after_a_change_of_focus_go_where_the_focus_is() -> None:
    class Form(Desk):
        def compose(self) -> ComposeResult:
            field = LineInput()
            field.entered = self.go_on
            yield field
            yield Watched()

        def go_on(self, _: str) -> None:
            self.query_one(Watched).focus()

    app = Form()
    async with app.run_test() as pilot:
        app.query_one(LineInput).focus()
        await pilot.pause()
        for key in ("a", "enter", "b", "f2"):
            app.post_message(events.Key(key, {"enter": "\r", "f2": None}.get(key, key)))
        app.post_message(events.Paste("c"))
        app.post_message(events.Key("d", "d"))
        await pilot.pause()
        assert app.query_one(LineInput).value == "a"
        assert app.query_one(Watched).text == "bcd"
        assert app.room == ["f2 b"]


async def test_a_line_field_keeps_every_line_of_a_paste() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        field = app.query_one(LineInput)
        field.focus()
        await pilot.pause()
        app.post_message(events.Paste("one\ntwo\r\nthree\n"))
        await pilot.pause()
        assert field.value == "one two three"
        assert field.size.height == 1


async def test_a_line_field_deletes_the_word_to_the_left() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        field = app.query_one(LineInput)
        field.focus()
        field.value = "one two three"
        await pilot.press("ctrl+left", "ctrl+backspace")
        assert field.value == "one three"


async def test_a_long_line_scrolls_with_the_cursor() -> None:
    app = Desk()
    async with app.run_test(size=(20, 8)) as pilot:
        field = app.query_one(LineInput)
        field.focus()
        await pilot.press(*"abcdefghijklmnopqrstuvwxyz")
        await pilot.pause()
        assert "xyz" in shown(app)
        await pilot.press("home")
        await pilot.pause()
        assert "abc" in shown(app)


async def test_a_read_only_area_changes_nothing() -> None:
    app = Desk("kept")
    async with app.run_test() as pilot:
        area = app.query_one(Watched)
        area.read_only = True
        await pilot.press("x", "enter", "backspace", "ctrl+w")
        app.post_message(events.Paste("pasted"))
        await pilot.pause()
        assert area.text == "kept"


async def test_letters_in_two_areas_within_one_frame_are_both_painted() -> None:
    app = Desk()
    async with app.run_test(size=(40, 10)) as pilot:
        first, second = app.query_one(Watched), app.query_one(LineInput)
        first.focus()
        await pilot.press("a")
        for area, letters in ((first, "bcd"), (second, "xyz"), (first, "ef")):
            area.focus()
            for letter in letters:
                app.post_message(events.Key(letter, letter))
            await pilot.pause()
        await pilot.pause(0.05)
        assert not first.rows.has_changed
        assert not second.rows.has_changed
        assert "abcdef" in shown(app)
        assert "xyz" in shown(app)


async def test_in_another_window_the_cursor_stays_in_view_and_long_notes_have_a_bar() -> None:
    app = Desk("word " * 40)
    async with app.run_test(size=(80, 8)) as pilot:
        area = app.query_one(Watched)
        area.focus()
        area.move_cursor(area.document.end)
        await pilot.pause()
        for size in ((30, 8), (60, 8), (24, 12)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert area.content_region.contains(*area.cursor_screen_offset)
        assert area.show_vertical_scrollbar
