"""A field while somebody types in it: every key is kept, one change to take back at the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.case import CaseFile
    from companion.services.case.session import CaseSession


def _as_typed(text: str) -> str | None:
    return text


def _nothing(text: str) -> str:
    del text
    return ""


def _no_more() -> Draft | None:
    return None


@dataclass(slots=True)
class Draft:
    """One field: what it is called, what stands in it, and how its text is kept.

    While it is typed the text is kept at every key without a step of undo, so that nothing is
    lost whatever happens. At the end the text from before is put back and the new one is kept as
    one change, so that one undo leads back to what stood there first.
    """

    label: str
    """What the field is called."""
    text: str
    """What stands in it at first."""
    write: Callable[[str, str], None]
    """Keeps a value: the sentence for undo (empty: no step of undo), and the value."""
    sentence: str
    """What undo takes back."""
    read: Callable[[str], str | None] = _as_typed
    """What is kept of a typed text; None when it cannot be read."""
    echo: Callable[[str], str] = _nothing
    """What is said about a text while it is typed."""
    then: Callable[[], Draft | None] = _no_more
    """The field that follows after Enter, if one does."""
    unread: str = ""
    """What is said when a text cannot be read."""
    hint: str = ""
    """What can be done in the field, when it is not the usual."""
    said: str = ""
    """What is said once the text is kept."""
    key: str = ""
    """Names the field among those whose text cannot be read as whatever stands in it."""
    waits: dict[str, str] = field(default_factory=dict)
    """What was typed and could not be read, by field: it stands there again when one comes back."""
    _first: str = field(init=False)
    _kept: str = field(init=False)

    def __post_init__(self) -> None:
        self._first = self._kept = self.read(self.text) or ""

    @property
    def shown(self) -> str:
        """What the field opens with: the text that waits to be put right, else what is kept."""
        return self.waits.get(self.key, self.text)

    def keep(self, text: str) -> None:
        """Keep what has been typed so far."""
        value = self.read(text)
        if value is not None and value != self._kept:
            self.write("", value)
            self._kept = value

    def finish(self, text: str) -> bool:
        """Keep the text as one change.

        False when it cannot be read: nothing has changed, and the text waits to be put right.
        """
        value = self.read(text)
        if self._kept != self._first:
            self.write("", self._first)
            self._kept = self._first
        if value is None:
            self.waits[self.key] = text
            return False
        self.waits.pop(self.key, None)
        if value != self._first:
            self.write(self.sentence, value)
            self._first = self._kept = value
        return True

    def holds_unread(self, text: str) -> bool:
        """Whether the text is in no file, as it cannot be read as what is asked for."""
        return bool(text.strip()) and self.read(text) is None


def into_case(
    session: CaseSession, change: Callable[[CaseFile, str], CaseFile]
) -> Callable[[str, str], None]:
    """A way to keep texts in the case's own file."""

    def write(sentence: str, text: str) -> None:
        session.change_case(sentence, lambda file: change(file, text))

    return write
