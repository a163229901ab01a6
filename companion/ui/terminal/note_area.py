"""The text area of all notes and fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, Protocol, Self, runtime_checkable

from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.scroll_view import ScrollView
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from companion.domain.text import clean
from companion.ui.terminal import textual_internals
from companion.ui.terminal.editing_keys import EDITING_KEYS, is_text, run_bindings
from companion.ui.terminal.fast_edit import FastEdit, shows_placeholder
from companion.ui.terminal.output_filter import verbatim
from companion.ui.terminal.painting import LinePainter
from companion.ui.terminal.visible_wrap import MeasuredWrapping

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.document._document import EditResult, Location
    from textual.document._edit import Edit
    from textual.geometry import Region
    from textual.strip import Strip

BY_LINE: Final = not textual_internals.missing(textual_internals.AREA)
"""False when this Textual's text area is another one: then its own painting is used."""
_MOST_LINES_ONE_BY_ONE: Final = 50
"""Lines that are repainted one by one where the selection changes; more are repainted together."""
ENTER = frozenset({"enter", "ctrl+j"})
"""Keys that Enter sends; the second before the terminal is in our mode, at the start."""


_SHORT = 10_000
"""Characters of a paste that are taken without asking."""


@runtime_checkable
class TakesText(Protocol):
    """An app that says how much text can be kept."""

    def takes(self, text: str) -> bool:
        """Return whether a text can be kept."""


def _nothing(_: str) -> None:
    """Do nothing; the default for Enter."""


class NoteArea(TextArea, inherit_bindings=False, inherit_css=False):
    """Where notes are written: keeps every character, in the order it was typed.

    A key that means nothing here (F2, Tab, Ctrl+C without a selection, Up in an empty area …)
    goes on to the bindings of the screen and the app, before the next key is looked at. Extend
    `take_key` to use a key first, `check_action` to give one of the editing keys away, and
    `on_edited` to save inside the edit; set `entered` for Enter where `enter_submits`.
    """

    class TooMuch(Message):
        """A paste was more than can be kept; what stood in the area is as it was."""

    DEFAULT_CSS = """
    NoteArea {
        width: 1fr;
        height: 1fr;
        overflow: auto auto;
        background: $background;
        color: $foreground;
        border: round $border-blurred;
        padding: 0 1;
        pointer: text;
        scrollbar-color: $scrollbar;
        scrollbar-color-hover: $scrollbar-hover;
        scrollbar-color-active: $scrollbar-active;
        scrollbar-background: $scrollbar-background;
        scrollbar-background-hover: $scrollbar-background;
        scrollbar-background-active: $scrollbar-background;
        scrollbar-corner-color: $scrollbar-corner-color;
        &:focus { border: round $border; }
        & .text-area--placeholder { color: $text-muted; }
        & .text-area--selection {
            color: $input-selection-foreground;
            background: $input-selection-background;
        }
        & .text-area--cursor {
            color: $input-cursor-foreground;
            background: $input-cursor-background;
            text-style: $input-cursor-text-style;
        }
        &.-read-only .text-area--cursor { background: $warning-darken-1; }
        &:nocolor .text-area--cursor { text-style: reverse; }
        &:nocolor .text-area--selection { background: transparent; text-style: reverse; }
        &:nocolor:focus { border: heavy $border; }
    }
    """
    """All there is: Textual's own styles of its area take as long to read as those of a room."""

    COMPONENT_CLASSES: ClassVar[set[str]] = TextArea.COMPONENT_CLASSES
    BINDINGS: ClassVar[list[BindingType]] = EDITING_KEYS

    selection: Reactive[Selection] = reactive(
        Selection(), init=False, always_update=True, repaint=False
    )
    suggestion: Reactive[str] = reactive("", repaint=False)

    _offered: events.Key | None = None

    enter_submits: bool = False
    """True where Enter says that the text is ready instead of beginning a line."""

    entered: Callable[[str], None] = staticmethod(_nothing)
    """Called with the text on Enter where `enter_submits`, before any later key."""

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str | Content = "",
        enter_submits: bool | None = None,
        soft_wrap: bool = True,
        read_only: bool = False,
        **options: Any,  # noqa: ANN401 - name, id, classes, disabled, tooltip, as any widget
    ) -> None:
        self.rows = FastEdit(self, self.on_edited)
        """Edits inside one line, and the rows they changed."""
        self._painter = LinePainter(self)
        super().__init__(
            clean(text),
            placeholder=_as_content(placeholder),
            soft_wrap=soft_wrap,
            read_only=read_only,
            highlight_cursor_line=False,
            **options,
        )
        self.set_reactive(TextArea.cursor_blink, False)
        self.set_reactive(TextArea.match_cursor_bracket, False)
        # Nobody needs to know where the cursor is, and the message would go up to the app; nor of
        # an edit where it is heard of inside the edit.
        self.disable_messages(TextArea.SelectionChanged)
        if type(self).on_edited is not NoteArea.on_edited:
            self.disable_messages(TextArea.Changed)
        if enter_submits is not None:
            self.enter_submits = enter_submits

    # What rooms extend.

    async def take_key(self, event: events.Key) -> bool:
        """Use a key before the area does; return whether it is used up."""
        del event
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Give keys away that would do nothing here, so that a room may use them."""
        if action in ("copy", "cut"):
            return not self.selection.is_empty
        if action in ("undo", "redo"):
            return self._undoes(action)
        if action.startswith("cursor_"):
            return self._moves(action)
        return super().check_action(action, parameters)

    def _undoes(self, action: str) -> bool:
        if self.read_only or self.is_blank:
            return False
        stack = self.history.undo_stack if action == "undo" else self.history.redo_stack
        return bool(stack)

    def _moves(self, action: str) -> bool:
        if action in ("cursor_up", "cursor_down"):
            return not self.is_blank
        if action in ("cursor_page_up", "cursor_page_down"):
            return self.wrapped_document.height > self.size.height
        return True

    @property
    def is_blank(self) -> bool:
        """Whether the area is empty; looks at one line only."""
        return self.document.line_count == 1 and not self.document.get_line(0)

    # What the area does with keys and pastes.

    async def _on_key(self, event: events.Key) -> None:
        event.prevent_default()
        if event is not self._offered and await self.use_key(event):
            event.stop()

    async def use_key(self, event: events.Key) -> bool:
        """Use a key, also one that was pressed while something else had the focus.

        Returns:
            True when it wrote, edited, or belonged to a binding.
        """
        self._offered = event
        if await self.take_key(event) or self._write(event):
            return True
        # Bindings, the area's own first. They would be found anyhow once the key had gone up
        # through every parent, but by then the letters after it would be in the text.
        return await run_bindings(self.app, event)

    def _write(self, event: events.Key) -> bool:
        """Put in what the key writes."""
        if self.read_only:
            return False
        if event.key in ENTER:
            if self.enter_submits:
                self.entered(self.text)
            else:
                self._replace_via_keyboard("\n", *self.selection)
            return True
        if not is_text(event):
            return False
        self._replace_via_keyboard(event.character or "", *self.selection)
        return True

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.paste(event.text)

    def paste(self, text: str) -> None:
        """Insert text at the cursor, or in place of the selection, as if pasted."""
        pasted = self.as_pasted(clean(text))
        if self.read_only or not pasted:
            return
        if len(pasted) > _SHORT and not self.takes(f"{self.text}{pasted}"):
            self.post_message(self.TooMuch())
            return
        self._replace_via_keyboard(pasted, *self.selection)

    def takes(self, text: str) -> bool:
        """Return whether the app can keep so much text."""
        return not isinstance(self.app, TakesText) or self.app.takes(text)

    def focus(self, scroll_visible: bool = True) -> Self:  # noqa: FBT001, FBT002 - as Textual's
        """Take the focus now, so that the very next key comes here."""
        if not self.is_mounted:
            return super().focus(scroll_visible)
        self.screen.set_focus(self, scroll_visible)
        return self

    def as_pasted(self, text: str) -> str:
        """Return cleaned, pasted text in the form this area takes."""
        return text

    def action_paste(self) -> None:
        """Paste the text that was copied or cut inside the program."""
        self.paste(self.app.clipboard)

    def load_text(self, text: str) -> None:
        """Show another text, cleaned; not an edit, and nothing to undo."""
        super().load_text(clean(text))

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Return whether the key writes a character here; no binding is shown for it then."""
        del key
        return not self.read_only and character is not None and character.isprintable()

    def validate_placeholder(self, placeholder: str | Content) -> Content:
        """Return a placeholder that is never read as markup."""
        return _as_content(placeholder)

    # Edits.

    def on_edited(self) -> None:
        """Called inside every edit, undo and redo, before anything of it is painted."""

    def edit(self, edit: Edit) -> EditResult:
        """Carry out one edit with cleaned text and repaint only the lines it touches."""
        edit.text = clean(edit.text)
        wrapped, placeholder = self.wrapped_document, shows_placeholder(self)
        is_plain = self.is_mounted and self.soft_wrap and not placeholder
        result = self.rows.edit(edit, is_plain=is_plain)
        if result is not None:
            return result
        if not isinstance(wrapped, MeasuredWrapping):
            return self._edit_and_repaint(edit)
        height, top = wrapped.height, edit.top[0]
        spreads = placeholder or top != edit.bottom[0] or "\n" in edit.text
        result = super().edit(edit)
        self.on_edited()
        if spreads or shows_placeholder(self) or wrapped.height != height:
            self.refresh()
        else:
            self.refresh_lines(*wrapped.rows_of(top))
        return result

    def _edit_and_repaint(self, edit: Edit) -> EditResult:
        result = super().edit(edit)
        self.on_edited()
        self.refresh()
        return result

    def _undo_batch(self, edits: Sequence[Edit]) -> None:
        super()._undo_batch(edits)
        self.on_edited()
        self.refresh()

    def _redo_batch(self, edits: Sequence[Edit]) -> None:
        super()._redo_batch(edits)
        self.on_edited()
        self.refresh()

    # Painting. Textual's own repaints the whole area for every key.

    def _set_document(self, text: str, language: str | None) -> None:
        super()._set_document(text, language)
        if BY_LINE:
            self.wrapped_document = MeasuredWrapping(self.document, self.indent_width)
            self.navigator = textual_internals.DocumentNavigator(self.wrapped_document)
            self._rewrap_and_refresh_virtual_size()
        if self.is_mounted:
            self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor in view; its place on the screen is asked for by screen readers."""
        # Once Textual has wrapped the text to the new width.
        self.call_next(self.scroll_cursor_visible)

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:
        """Return None: notes are not code, and the search would walk through all of them."""
        return None if BY_LINE else super().find_matching_bracket(bracket, search_from)

    def _build_highlight_map(self) -> None:
        if not BY_LINE:
            super()._build_highlight_map()

    def notify_style_update(self) -> None:
        """Forget how lines looked before."""
        self._painter.forget_look()
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the visible rows, in the styles as they are now."""
        if not BY_LINE:
            return super().render_lines(crop)
        self._painter.follow_look()
        return ScrollView.render_lines(self, crop)

    def render_line(self, y: int) -> Strip:
        """Return one visible row."""
        wrapped = self.wrapped_document
        if not isinstance(wrapped, MeasuredWrapping) or shows_placeholder(self):
            return super().render_line(y)
        return self._painter.row(wrapped, y)

    def _watch_selection(self, previous_selection: Selection, selection: Selection) -> None:
        super()._watch_selection(previous_selection, selection)
        wrapped = self.wrapped_document
        if not self.is_mounted:
            return
        if not isinstance(wrapped, MeasuredWrapping):
            self.refresh()
            return
        ends = [previous_selection.end[0], selection.end[0]]
        if not (previous_selection.is_empty and selection.is_empty):
            ends += [previous_selection.start[0], selection.start[0]]
            ends = list(range(min(ends), max(ends) + 1))
        if len(ends) > _MOST_LINES_ONE_BY_ONE:
            self.refresh()
            return
        for line in sorted(set(ends)):
            self.refresh_lines(*wrapped.rows_of(line))

    def _refresh_size(self) -> None:
        as_tall_as_before = Size(0, self.wrapped_document.height) == self.virtual_size
        if not (BY_LINE and self.soft_wrap and as_tall_as_before):
            super()._refresh_size()


def _as_content(text: str | Content) -> Content:
    return text if isinstance(text, Content) else verbatim(text)
