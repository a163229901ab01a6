"""Changes of a file that many services make: its head, and an entity whose text is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain.changes import FileT, find_by_id, rows, with_added, with_changed, with_rows
from companion.domain.text import is_blank
from companion.domain.value import replace

if TYPE_CHECKING:
    from companion.domain.entity import Entity


def with_head(file: FileT, **values: Any) -> FileT:  # noqa: ANN401 - fields of the head
    """Return the file with some fields of what it is about changed."""
    return with_rows(file, {"about": (replace(file.head, **values),)})


def with_text(file: FileT, table: str, entity: Entity, text: str) -> FileT:
    """Return the file with the `text` of an entity as it is typed so far.

    The entity is added with its first letter, and counts as deleted while its text is blank.
    """
    if find_by_id(rows(file, table), entity.id) is not None:
        return with_changed(file, table, entity.id, text=text, deleted=is_blank(text))
    with_words: dict[str, Any] = {"text": text}
    return file if is_blank(text) else with_added(file, table, replace(entity, **with_words))
