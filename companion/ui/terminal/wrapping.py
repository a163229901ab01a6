"""Lines as they are shown: hidden characters as marks, wrapped and measured as such."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from textual.document._document_navigator import DocumentNavigator
from textual.document._wrapped_document import WrappedDocument

from companion.ui.terminal.guard import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.document._document import DocumentBase


class VisibleLines:
    """The lines of a document as they are shown, made only when looked at."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    def __len__(self) -> int:
        return len(self._lines)

    def __iter__(self) -> Iterator[str]:
        return map(visible, self._lines)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [visible(line) for line in self._lines[index]]
        return visible(self._lines[index])


class VisibleDocument:
    """A document as it is shown: column for column the same, hidden characters as marks."""

    def __init__(self, document: DocumentBase) -> None:
        self._document = document

    @property
    def lines(self) -> VisibleLines:
        """All lines, as shown."""
        return VisibleLines(self._document.lines)

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        return self._document.line_count

    def get_line(self, index: int) -> str:
        """One line, as shown."""
        return visible(self._document.get_line(index))

    def __getitem__(self, index: int) -> str:
        return visible(self._document[index])


class MeasuredWrapping(WrappedDocument):
    """Wrapped lines that know how many they are, measured as they are shown."""

    def __init__(self, document: DocumentBase, tab_width: int) -> None:
        shown: DocumentBase = VisibleDocument(document)  # type: ignore[assignment]
        super().__init__(shown, tab_width=tab_width)

    @property
    def height(self) -> int:
        """How many rows the whole text takes."""
        return len(self._offset_to_line_info)

    def rows_of(self, line: int) -> tuple[int, int]:
        """The first row of a line and how many rows it takes."""
        rows = self._line_index_to_offsets[min(line, len(self._line_index_to_offsets) - 1)]
        return rows[0], len(rows)

    def place_of(self, row: int) -> tuple[int, int] | None:
        """The line, and which part of it, that stands in a row; None below the text."""
        places = self._offset_to_line_info
        return places[row] if 0 <= row < len(places) else None


def navigator_of(wrapped: WrappedDocument) -> DocumentNavigator:
    """What says where the cursor goes on these rows."""
    return DocumentNavigator(wrapped)
