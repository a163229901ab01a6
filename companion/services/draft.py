"""A text field while it is typed in: every key is saved, and one undo takes it all back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.case import CaseFile
    from companion.services.case.session import CaseSession


@dataclass(slots=True)
class Draft:
    """One field: its label, its text, and how the text is saved.

    The text is saved at every key without a step of undo, so that nothing is lost whatever
    happens. At the end the earlier text is put back and the new one saved as one change, so that
    one undo leads back to the earlier text.
    """

    label: str
    """The words before the field."""
    text: str
    """The text it opens with."""
    write: Callable[[str, str], None]
    """Saves a value: the sentence for undo (empty: no step of undo), and the value."""
    sentence: str
    """The sentence that undo shows."""
    read: Callable[[str], str | None] = field(default=lambda text: text)
    """Return the value of a typed text; None when it cannot be read."""
    echo: Callable[[str], str] = field(default=lambda _: "")
    """Return what to say about a text while it is typed."""
    then: Callable[[], Draft | None] = field(default=lambda: None)
    """Return the field that follows after Enter, if there is one."""
    unread: str = ""
    """The sentence for a text that cannot be read."""
    hint: str = ""
    """The keys of the field, where they are not the usual ones."""
    said: str = ""
    """The sentence once the text is saved."""
    key: str = ""
    """The field's key in `waits`."""
    waits: dict[str, str] = field(default_factory=dict)
    """Texts that could not be read, by field: they are shown again when the field is opened."""
    _first: str = field(init=False)
    _kept: str = field(init=False)

    def __post_init__(self) -> None:
        self._first = self._kept = self.read(self.text) or ""

    @property
    def shown(self) -> str:
        """The text the field opens with: the one that waits to be put right, else the saved one."""
        return self.waits.get(self.key, self.text)

    def keep(self, text: str) -> None:
        """Save what has been typed so far."""
        value = self.read(text)
        if value is not None and value != self._kept:
            self.write("", value)
            self._kept = value

    def finish(self, text: str) -> bool:
        """Save the text as one change; return whether it could be read.

        Where it cannot, nothing has changed and the text waits to be put right.
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
        """Return whether the text is in no file because it cannot be read."""
        return bool(text.strip()) and self.read(text) is None


def into_case(
    session: CaseSession, change: Callable[[CaseFile, str], CaseFile]
) -> Callable[[str, str], None]:
    """Return a `write` for a field of the case's own file."""

    def write(sentence: str, text: str) -> None:
        session.change_case(sentence, lambda file: change(file, text))

    return write
