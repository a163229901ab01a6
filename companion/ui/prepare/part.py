"""What every part of the Prepare room has: rows, what Enter and the keys do, words beside a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from companion.services.case.library import field_of, fields_of
from companion.services.home.case_form import is_for_all
from companion.services.prepare.appointment import Appointment
from companion.services.prepare.preparation import PreparationEditor
from companion.ui.widgets.line_list import Row
from companion.words import prepare as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.case import CopiedText
    from companion.services.case.session import CaseSession
    from companion.services.draft import Draft

SEPARATOR = ":"
"""Between the kind of a row and what it stands for."""
PAPER = "paper"
"""Kind of a row that shows a paper."""
URGENT = " ! "
"""Stands before what must be read first."""


@dataclass(frozen=True, slots=True)
class Acted:
    """What follows from a key."""

    said: str = ""
    """A sentence to say."""
    draft: Draft | None = None
    """A field to type in."""
    cursor: str | None = None
    """The row to go to."""
    leave: str = ""
    """A room to go to."""


NOT_HERE = Acted(words.NOT_HERE)
DONE = Acted()


def kind_of(key: str) -> tuple[str, str]:
    """The kind of a row, and what it stands for."""
    kind, _, which = key.partition(SEPARATOR)
    return kind, which


OTHER_VISIT = "other"
"""Kind of the row of another visit: it comes into view when a visit is planned beside it."""
NO_THINGS = (OTHER_VISIT, PAPER)
"""Kinds of rows that come with a thing that is made, and are not it."""


def is_thing(key: str) -> bool:
    """Whether a row stands for something that was made here, not for a field or an act."""
    kind, which = kind_of(key)
    return bool(which) and kind not in NO_THINGS


def heading(key: str, text: str) -> Row:
    """A line over others."""
    return Row(f"heading{SEPARATOR}{key}", text, lead=" ", mood="heading", selectable=False)


def blank(key: str) -> Row:
    """An empty line."""
    return Row(f"blank{SEPARATOR}{key}", "", selectable=False)


def words_row(key: str, text: str) -> Row:
    """A sentence of ours that no key acts on."""
    return Row(f"words{SEPARATOR}{key}", text, lead=" ", mood="muted", selectable=False)


def answer_row(key: str, label: str, value: str) -> Row:
    """A field with what stands in it; a blank stays visible."""
    text = " / ".join(line for line in value.split("\n") if line) or words.BLANK
    return Row(key, f"{label}{'' if label.endswith('?') else ':'} {text}", lead=" ")


def tick_row(key: str, text: str, *, ticked: bool, right: str = "") -> Row:
    """One of any number."""
    return Row(key, text, lead=" [x] " if ticked else " [ ] ", right=right)


def choice_row(key: str, text: str, *, chosen: bool) -> Row:
    """One of several."""
    return Row(key, text, lead=" (x) " if chosen else " ( ) ")


def add_row(key: str, text: str) -> Row:
    """What adds one more."""
    return Row(key, text, lead=" ")


def paper_row(name: str, text: str) -> Row:
    """What shows a paper; all of them when it has no name. The room itself answers Enter here."""
    return add_row(f"{PAPER}{SEPARATOR}{name}", text)


def under_headings(offered: tuple[CopiedText, ...]) -> list[CopiedText]:
    """Each heading's lines together; under it those of the illness before those for everybody."""
    groups = list(dict.fromkeys(text.group for text in offered))
    return sorted(offered, key=lambda text: (groups.index(text.group), is_for_all(text)))


def beside(text: CopiedText) -> tuple[str, ...]:
    """What guidance says about one of its lines: why, words to use, where it comes from."""
    why = field_of(text, "why")
    said = tuple(words.say(each) for each in fields_of(text, "say"))
    sources = fields_of(text, "source")
    return tuple(
        line for line in (why, *said, f"({'; '.join(sources)})" if sources else "") if line
    )


class Part:
    """One part. Subclasses say what it shows and what its keys do."""

    NAME: ClassVar[str] = ""
    """Its name in the list."""
    WIDE: ClassVar[bool] = False
    """Whether it takes the whole width while one is in it."""
    TAKES_WORDS: ClassVar[bool] = False
    """Whether words typed in its list can be a line of their own."""
    HINT: ClassVar[str] = words.PART_HINT
    """The last line while one is in it."""

    def __init__(self, session: CaseSession) -> None:
        self.session = session
        self.preparation = PreparationEditor(session)
        self.appointment = Appointment(session)
        self.inner = ""
        """Where in the part one is; empty at its beginning."""

    @property
    def title(self) -> str:
        """What stands over it."""
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
        """What it shows."""
        return ()

    def beside(self, key: str) -> tuple[str, ...]:
        """Words about the row the keys act on."""
        return self.guidance_beside(key)

    def choose(self, key: str) -> Acted:
        """Enter on a row."""
        del key
        return DONE

    def acts(self) -> dict[str, Callable[[str], Acted]]:
        """What the keys of the room do here, by the last word of the command."""
        return {"tick": self.choose}

    def back(self) -> bool:
        """One step back inside the part; False at its beginning."""
        inside = bool(self.inner)
        self.inner = ""
        return inside

    # Guidance

    def guidance_rows(self, kind: str, only: str = "") -> tuple[Row, ...]:
        """The case's own copies of guidance under their headings; urgent lines first."""
        texts = self.preparation.guidance(kind)
        texts = tuple(text for text in texts if only in ("", text.group))
        rows: list[Row] = []
        for group in dict.fromkeys(text.group for text in texts):
            if group:
                rows.append(heading(f"{kind}-{group}", group))
            rows += [
                Row(
                    f"text{SEPARATOR}{text.source}",
                    text.text,
                    lead=URGENT if is_urgent(text) else "   ",
                )
                for text in texts
                if text.group == group
            ]
        return tuple(rows)

    def guidance_of(self, source: str) -> CopiedText | None:
        """One copied piece of guidance."""
        texts = self.session.file.texts
        return next((text for text in texts if text.source == source), None)

    def guidance_beside(self, key: str) -> tuple[str, ...]:
        """What guidance says about a row that shows it."""
        kind, source = kind_of(key)
        text = self.guidance_of(source) if kind in ("text", "tick") else None
        return (*beside(text), origin(text)) if text else ()


def is_urgent(text: CopiedText) -> bool:
    """Whether a line of guidance must be read before others."""
    return field_of(text, "urgent") == "yes"


def origin(text: CopiedText) -> str:
    """The pack a line comes from, and the month in which that was last gone over."""
    pack = text.source.partition("/")[0]
    return words.from_guidance(pack, text.reviewed)
