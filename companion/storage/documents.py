"""The documents of one store in memory, and how a write differs from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.storage.checkpoint import Document, Tables, dump, serialise
from companion.storage.text_delta import LARGE_DOCUMENT, splice_between

if TYPE_CHECKING:
    from collections.abc import Iterable

Texts = dict[str, dict[str, str | None]]
"""Tables to ids to the JSON text of each document; None where only the document is up to date."""


class Documents:
    """The current documents, kept as text so that no later change of a value shows."""

    def __init__(self, tables: Tables, *, read_only: bool = False) -> None:
        self.tables = tables
        """The documents themselves, as TinyDB holds them."""
        # Nothing is ever compared with the documents of a reader.
        texts = {} if read_only else serialise(tables)
        self._texts: Texts = {table: dict(rows) for table, rows in texts.items()}
        self._bytes = sum(len(text) for rows in texts.values() for text in rows.values())
        self._large: dict[tuple[str, str], tuple[int, Document]] = {}

    def diff_and_store(
        self, tables: Tables, number: int, changed: Iterable[tuple[str, str]] | None
    ) -> str | None:
        """Make `tables` the current state, and return the operations as JSON text; None when equal.

        Args:
            tables: Everything, as TinyDB hands it over.
            number: The number this change will have.
            changed: Table and id of the documents to compare; all of them when None.

        Raises:
            TypeError, ValueError: A document is not JSON; nothing was stored.
        """
        operations, texts = [], []
        for table, key in self._all(tables) if changed is None else changed:
            document = tables.get(table, {}).get(key)
            text, operation = self._compared(table, key, document)
            if operation is not None:
                operations.append(operation)
                texts.append((table, key, document, text))
        if changed is None:
            operations += self._tables_made_or_dropped(tables)
        for table, key, document, text in texts:
            self._keep(table, key, document, text, number)
        self.tables = tables
        return f"[{','.join(operations)}]" if operations else None

    @property
    def size(self) -> int:
        """Return the bytes that the documents take now, about; those of a reader are not known."""
        return self._bytes + sum(
            len(dump(document))
            for (table, key), (_, document) in self._large.items()
            if self._texts[table][key] is None
        )

    def snapshot(self) -> tuple[Texts, dict[tuple[str, str], Document]]:
        """Return the state for another thread: texts, and the documents that have none yet."""
        texts = {table: dict(rows) for table, rows in self._texts.items()}
        large = {place: document for place, (_, document) in self._large.items()}
        return texts, large

    def _all(self, tables: Tables) -> list[tuple[str, str]]:
        """Return every place there is or was; removed ones first, as TinyDB has them last."""
        gone = [
            (table, key)
            for table, rows in self._texts.items()
            for key in rows
            if table in tables and key not in tables[table]
        ]
        return gone + [(table, key) for table, rows in tables.items() for key in rows]

    def _compared(
        self, table: str, key: str, document: Document | None
    ) -> tuple[str | None, str | None]:
        """Return the document's text and the operation that makes it; none when equal."""
        rows = self._texts.get(table, {})
        place = f"{dump(table)},{dump(key)}"
        if document is None:
            return None, f"[{place},null]" if key in rows else None
        large = self._large.get((table, key))
        if large is not None:
            splice = dump(splice_between(large[1], document, large[0]))
            if len(splice) < LARGE_DOCUMENT:
                return None, f"[{place},null,{splice}]"
        text = dump(document)
        return text, None if rows.get(key) == text else f"[{place},{text}]"

    def _keep(
        self, table: str, key: str, document: Document | None, text: str | None, number: int
    ) -> None:
        place = (table, key)
        rows = self._texts.setdefault(table, {})
        self._bytes += len(text or "") - len(rows.get(key) or "")
        if document is None:
            rows.pop(key)
            self._large.pop(place, None)
            return
        rows[key] = text
        if text is None or len(text) >= LARGE_DOCUMENT:
            self._large[place] = (number, dict(document))
        else:
            self._large.pop(place, None)

    def _tables_made_or_dropped(self, tables: Tables) -> list[str]:
        made = [table for table in tables if table not in self._texts and not tables[table]]
        dropped = [table for table in self._texts if table not in tables]
        for table in made:
            self._texts[table] = {}
        for table in dropped:
            self._bytes -= sum(len(text or "") for text in self._texts.pop(table).values())
        for place in [place for place in self._large if place[0] in dropped]:
            del self._large[place]
        return [f"[{dump(table)},null,{{}}]" for table in made] + [
            f"[{dump(table)},null,null]" for table in dropped
        ]


def complete_texts(
    texts: Texts, large: dict[tuple[str, str], Document]
) -> dict[str, dict[str, str]]:
    """Return the texts of a snapshot with none missing."""
    return {
        table: {
            key: text if text is not None else dump(large[table, key]) for key, text in rows.items()
        }
        for table, rows in texts.items()
    }
