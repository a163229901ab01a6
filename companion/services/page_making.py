"""The page for the doctor: what it says, and making it as a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.files import write_whole
from companion.files.paths import absolute
from companion.services.drafting import Draft
from companion.services.preparing import Preparing
from companion.words import page as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.exporting import Exported
    from companion.services.session import Session

FORMS = {".txt": "text", ".md": "markdown"}
"""Endings that ask for another form than a page to print."""
PRINTED = "html"


@dataclass(slots=True)
class FileDraft(Draft):
    """A field for a file's name; only Enter makes the file."""

    make: Callable[[str], str] = str
    """Makes the file; the reason in a sentence when it cannot, else an empty string."""

    def keep(self, text: str) -> None:
        """A name is no part of the case: nothing is kept before Enter."""

    def finish(self, text: str) -> bool:
        """Make the file; False when it cannot be made."""
        self.unread = self.make(text)
        return not self.unread

    def leave(self, text: str) -> bool:
        """Esc makes no file."""
        del text
        return True


class PageMaking:
    """The page for the doctor of a case."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.preparing = Preparing(session)

    def _page(self, form: str) -> Exported:
        # Papers are slow to import: the room is open before anybody asks for the page.
        from companion.services.exporting import Wanted, export  # noqa: PLC0415

        wanted = Wanted(format=form, paper="doctor", audience="doctor", now=self.session.now())
        return export(self.session.case, wanted)

    def lines(self) -> tuple[str, ...]:
        """What the page says, line by line, and what is left out of it."""
        page = self._page("text")
        return (*page.data.decode().rstrip("\n").split("\n"), *page.remarks)

    def draft(self) -> FileDraft:
        """The name of the file, as a field."""
        name = words.file_name(self.preparing.today().isoformat())
        draft = FileDraft(
            words.NAME,
            f"~/{name}",
            lambda _sentence, _text: None,
            "",
            hint=words.HINT,
        )

        def make(text: str) -> str:
            draft.said = words.made(absolute(text.strip()))
            return self.make(text)

        draft.make = make
        return draft

    def make(self, name: str) -> str:
        """Make the page; the reason in a sentence when it cannot be made.

        A file that is there already stays as it is.
        """
        path = absolute(name.strip())
        files = self.session.surroundings.files
        form = next((each for ending, each in FORMS.items() if path.endswith(ending)), PRINTED)
        if not name.strip():
            return words.NO_NAME
        if self.session.surroundings.in_memory:
            return words.EXAMPLE
        try:
            if files.exists(path):
                return words.THERE_ALREADY
            write_whole(files, path, self._page(form).data)
        except OSError as error:
            return words.refused((error.strerror or str(error)).lower())
        self.preparing.printed(self.preparing.today().isoformat())
        return ""
