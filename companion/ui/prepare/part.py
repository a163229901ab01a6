"""The base of the parts of the Prepare room: rows, Enter and the keys, words beside a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from companion.domain.pack import SITUATION
from companion.domain.reading_order import situation_heading
from companion.services.case.library import REVIEWER, for_everybody
from companion.services.home.case_form import is_for_all
from companion.services.prepare.appointment import Appointment
from companion.services.prepare.preparation import PreparationEditor
from companion.ui.prepare.rows import SEPARATOR, heading, kind_of
from companion.ui.widgets.line_list import Row
from companion.words import prepare as words
from companion.words.guidance import from_pack
from companion.words.questions import fits_when

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from companion.domain.case import CopiedText
    from companion.services.case.session import CaseSession
    from companion.services.draft import Draft

URGENT = "!"
"""Stands before what must be read first."""


@dataclass(frozen=True, slots=True)
class PartResult:
    """The outcome of a key in a part: what the screen does next."""

    said: str = ""
    draft: Draft | None = None
    cursor: str | None = None
    leave: str = ""


NOT_HERE = PartResult(words.NOT_HERE)
DONE = PartResult()


class Part:
    """One part. Subclasses say what it shows and what its keys do; it never knows the screen."""

    NAME: ClassVar[str] = ""
    """Its name in the list."""
    WIDE: ClassVar[bool] = False
    """Whether it takes the whole width while the user is in it."""
    TAKES_WORDS: ClassVar[bool] = False
    """Whether words typed in its list can be a line of their own."""
    KIND: ClassVar[str] = ""
    """The kind of the things a search finds in it; empty where it finds none."""
    HINT: ClassVar[str] = words.PART_HINT
    """The last line while the user is in it."""

    def __init__(self, session: CaseSession) -> None:
        self.session = session
        self.preparation = PreparationEditor(session)
        self.appointment = Appointment(session)
        self.subpage = ""
        """The page inside the part that is shown; empty for the first one."""

    @property
    def title(self) -> str:
        """The words over the part."""
        return words.PARTS[self.NAME]

    @property
    def hint(self) -> str:
        """The last line."""
        return self.HINT

    @property
    def short_hint(self) -> str:
        """The last line where there is less room."""
        return self.hint

    def rows(self) -> tuple[Row, ...]:
        """Return what the part shows."""
        return ()

    def in_view(self) -> tuple[Row, ...]:
        """Return the fields that stay in view below the rows where these do not all fit."""
        return ()

    def beside(self, key: str) -> tuple[str, ...]:
        """Return words about the row the keys act on."""
        return self.guidance_beside(key)

    def activate(self, key: str) -> PartResult:
        """Do what Enter does on a row."""
        del key
        return DONE

    def actions(self) -> Mapping[str, Callable[[str], PartResult]]:
        """Return what the keys of the room do here, by the last word of the command."""
        return {"tick": self.activate}

    def back(self) -> bool:
        """Go one page back inside the part; False at its first one."""
        was_inside = bool(self.subpage)
        self.subpage = ""
        return was_inside

    # What a search has found

    def holds(self, kind: str, name: str) -> bool:
        """Return whether a thing of that kind, with that name or id, is shown here."""
        del name
        return bool(kind) and kind == self.KIND

    def key_of(self, name: str, at: str) -> str:
        """Return the key of the row on which something held here stands.

        Args:
            name: Its name or id.
            at: Its number, where it is a line of a list.
        """
        del at
        return f"{self.KIND}{SEPARATOR}{name}"

    # Guidance

    def guidance_rows(self, kind: str) -> tuple[Row, ...]:
        """Return the case's own copies of guidance under their headings."""
        texts = self.preparation.guidance(kind)
        rows: list[Row] = []
        for group in dict.fromkeys(text.group for text in texts):
            if group:
                rows.append(heading(f"{kind}-{group}", group))
            rows += [text_row(text.source, text.text) for text in texts if text.group == group]
        return tuple(rows)

    def guidance_of(self, source: str) -> CopiedText | None:
        """Return one copied piece of guidance."""
        texts = self.session.file.texts
        return next((text for text in texts if text.source == source), None)

    def guidance_beside(self, key: str) -> tuple[str, ...]:
        """Return what guidance says about a row that shows it."""
        kind, source = kind_of(key)
        text = self.guidance_of(source) if kind in ("text", "tick") else None
        return (*said_of(text), origin(text)) if text else ()


def text_row(source: str, text: str, *, urgent: bool = False) -> Row:
    """Return a line of guidance that is only read."""
    key = f"text{SEPARATOR}{source}"
    if not urgent:
        return Row(key, text, lead="   ")
    return Row(key, text, lead=f" {URGENT} ", tints=((URGENT, "mark"),))


def under_headings(offered: tuple[CopiedText, ...]) -> list[CopiedText]:
    """Return each heading's lines together, those of the illness before those for everybody."""
    groups = list(dict.fromkeys(text.group for text in offered))
    return sorted(offered, key=lambda text: (groups.index(text.group), is_for_all(text)))


def with_headings(offered: tuple[CopiedText, ...]) -> list[tuple[str, CopiedText]]:
    """Return lines in order, each with the heading it stands under; those of the illness first.

    Those for one situation only stand last, under a sentence that says it.
    """
    aimed: dict[str, list[CopiedText]] = {}
    offered = tuple(sorted(offered, key=is_for_all))
    for text in offered:
        situation = text.first(SITUATION)
        if situation:
            aimed.setdefault(situation_heading(situation), []).append(text)
    return [
        *((text.group, text) for text in under_headings(for_everybody(offered))),
        *((name, text) for name, texts in aimed.items() for text in texts),
    ]


def said_of(text: CopiedText) -> tuple[str, ...]:
    """Return what guidance says of one of its lines: for whom, why, words to use, its sources."""
    fits, why = fits_when(text.every(SITUATION)), text.first("why")
    said = tuple(words.say(each) for each in text.every("say"))
    sources = text.every("source")
    return tuple(
        line for line in (fits, why, *said, f"({'; '.join(sources)})" if sources else "") if line
    )


def origin(text: CopiedText) -> str:
    """Return the pack a line comes from, when its wording was checked, and who has read it."""
    pack = text.source.partition("/")[0]
    return from_pack(pack, text.reviewed, text.first(REVIEWER))
