"""Small changes of large documents: the text cut and the text put in, instead of the whole.

A paste of a megabyte is in the composer until Enter; without this every key after it would write
the megabyte again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.storage.plain_json import is_number

if TYPE_CHECKING:
    from companion.storage.checkpoint import Document

LARGE_DOCUMENT = 4096
"""Characters of JSON from which a change is written as a splice."""
_LARGE_FIELD = 1024
"""Characters from which a text is compared with the one before."""

_FIELDS = {"after", "set", "drop", "text"}

Splice = dict[str, Any]
"""`after`: the change it goes on from; `set`: fields; `drop`: names; `text`: name to
`[position, characters cut, text put in]`."""


def splice_between(old: Document, new: Document, after: int) -> Splice:
    """Return the splice from the old document, as change number `after` left it, to the new one."""
    large = {name for name, value in new.items() if _is_large(value) and _is_large(old.get(name))}
    return {
        "after": after,
        "set": {name: value for name, value in new.items() if name not in large},
        "drop": [name for name in old if name not in new],
        "text": {name: _cut(old[name], new[name]) for name in sorted(large)},
    }


def is_splice(value: object) -> bool:
    """Return whether a value has the form of a splice; it may still not fit a document."""
    return (
        isinstance(value, dict)
        and value.keys() == _FIELDS
        and is_number(value["after"])
        and isinstance(value["set"], dict)
        and isinstance(value["drop"], list)
        and all(isinstance(name, str) for name in value["drop"])
        and isinstance(value["text"], dict)
        and all(_is_cut(cut) for cut in value["text"].values())
    )


def _is_cut(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 3  # noqa: PLR2004
        and is_number(value[0])
        and is_number(value[1])
        and isinstance(value[2], str)
    )


def apply_splice(document: Document, splice: Splice) -> Document | None:
    """Return the document after a splice, fields in the same order; None where it does not fit."""
    gone = set(splice["drop"])
    result = {name: value for name, value in document.items() if name not in gone}
    result.update(splice["set"])
    for name, (position, cut, put_in) in splice["text"].items():
        text = result.get(name)
        if not isinstance(text, str) or position + cut > len(text):
            return None
        result[name] = text[:position] + put_in + text[position + cut :]
    return result


def _is_large(value: object) -> bool:
    return isinstance(value, str) and len(value) >= _LARGE_FIELD


def _cut(old: str, new: str) -> tuple[int, int, str]:
    start = _same_start(old, new, min(len(old), len(new)))
    room = min(len(old), len(new)) - start
    end = _same_end(old, new, room)
    return start, len(old) - start - end, new[start : len(new) - end]


def _same_start(old: str, new: str, most: int) -> int:
    """Return how many characters agree: by halving, as comparing slices is one C call."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if old[least:middle] == new[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def _same_end(old: str, new: str, most: int) -> int:
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        agree = (
            old[len(old) - middle : len(old) - least] == new[len(new) - middle : len(new) - least]
        )
        if agree:
            least = middle
        else:
            most = middle - 1
    return least
