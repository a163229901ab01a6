"""The visit itself: with whom, when, how long, where; and the other visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.invitation import beginning, has_invitation
from companion.domain.visit_times import day_here, told_when
from companion.services.prepare.appointment import Appointment
from companion.ui.prepare.part import DONE, Part, PartResult
from companion.ui.prepare.rows import (
    OTHER_VISIT,
    add_row,
    answer_row,
    blank,
    heading,
    kind_of,
    tick_row,
    words_row,
)
from companion.words import appointment as words
from companion.words.days import distance, long_day, short_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.visit import VisitAbout, VisitFile
    from companion.services.case.session import CaseSession
    from companion.services.draft import Draft
    from companion.ui.widgets.line_list import Row

FIRST_LINES = 6
"""Lines of an invitation that are shown without being asked for."""
NEW = "new"
"""The page while a further visit is planned."""


def when_words(about: VisitAbout | None, *, short: bool = False) -> str:
    """Return day and time of a visit in words; empty when it has none."""
    return told_when(about, short_day if short else long_day) if about else ""


class VisitPart(Part):
    """The visit that is prepared for; Enter on another one opens that."""

    NAME = "visit"

    def __init__(self, session: CaseSession) -> None:
        super().__init__(session)
        self._whole = False

    @property
    def shown(self) -> Appointment:
        """The visit whose fields are on the screen."""
        if self.subpage and self.subpage != NEW:
            return Appointment(self.session, self.subpage)
        return self.appointment

    def rows(self) -> tuple[Row, ...]:
        """Return one field a line, then the other visits."""
        visit = self.shown.visit
        about = visit.head if visit else None
        minutes = str(about.minutes) if about and about.minutes else ""
        return (
            *([] if visit else [words_row("none", words.NO_VISIT)]),
            answer_row("with:", words.WITH, self.shown.clinician_name()),
            answer_row("when:", words.WHEN, self._when(about)),
            answer_row("minutes:", words.MINUTES, minutes),
            answer_row("place:", words.PLACE, about.place if about else ""),
            tick_row("phone:", words.PHONE, ticked=bool(about and about.phone)),
            *self._invitation(about),
            *self._others(visit),
            blank("before"),
            heading("before", words.WHEN_IT_STARTS),
            *self.guidance_rows("before"),
        )

    def _when(self, about: VisitAbout | None) -> str:
        """Return day, weekday and time, and how far away that is."""
        day = day_here(about) if about else None
        if day is None:
            return ""
        away = distance((day - self.session.context.today()).days)
        return f"{when_words(about)}, {away}"

    def _invitation(self, about: VisitAbout | None) -> list[Row]:
        """Return what the invitation says; the first lines of a long one, until Enter asks."""
        if about is None or not has_invitation(about):
            return []
        told = beginning(about, None if self._whole else FIRST_LINES)
        rows = [blank("invitation"), heading("invitation", words.INVITATION)]
        rows += [
            words_row(f"invitation {label}", f"{label}: {text.strip()}")
            for label, text in ((words.LINK, about.url), (words.INVITED_BY, about.organizer))
            if text.strip()
        ]
        lines = [words_row(f"invitation {at}", line) for at, line in enumerate(told.lines)]
        if self._whole:
            # Above them: the cursor stays on it, and one reads on from there.
            return [*rows, add_row("invitation:", words.FEWER), *lines]
        if told.more:
            lines.append(add_row("invitation:", words.more_of_it(told.more)))
        return [*rows, *lines]

    def _others(self, visit: VisitFile | None) -> list[Row]:
        others = [each for each in self.session.case.visits if visit is None or each.id != visit.id]
        rows = [blank("others")]
        if others:
            rows.append(heading("others", words.OTHERS))
        rows += [add_row(f"{OTHER_VISIT}:{each.id}", self._line(each)) for each in others]
        return [*rows, *([add_row("another:", words.ANOTHER)] if visit is not None else [])]

    def _line(self, visit: VisitFile) -> str:
        who = self.session.person_name(visit.head.clinician_id, visit) or words.NOT_KNOWN
        called_off = words.IS_CALLED_OFF if visit.head.cancelled_at else ""
        parts = (who, when_words(visit.head, short=True), called_off)
        return ", ".join(part for part in parts if part)

    def activate(self, key: str) -> PartResult:
        """Write in a field, tick, or go to another visit."""
        kind, which = kind_of(key)
        shown = self.shown
        drafts: dict[str, Callable[[], Draft]] = {
            "with": shown.clinician_draft,
            "when": shown.when_draft,
            "minutes": shown.minutes_draft,
            "place": lambda: shown.text_draft("place", words.PLACE),
        }
        if kind in drafts:
            return PartResult(draft=drafts[kind]())
        if kind == "phone":
            shown.by_phone()
        elif kind == "invitation":
            self._whole = not self._whole
        elif kind == OTHER_VISIT:
            self.subpage = which
        elif kind == "another":
            return PartResult(draft=Appointment(self.session, NEW).clinician_draft())
        return DONE

    def take_away(self, key: str) -> PartResult:
        """Take the visit at the cursor off the list, or the one that is shown."""
        kind, which = kind_of(key)
        wanted = Appointment(self.session, which) if kind == OTHER_VISIT else self.shown
        if not wanted.take_away():
            return PartResult(words.STAYS if wanted.visit is not None else "")
        if kind != OTHER_VISIT:
            self.subpage = ""
        return PartResult(words.TAKEN_AWAY)

    def actions(self) -> dict[str, Callable[[str], PartResult]]:
        """Return what the keys of the room do here."""
        return {
            "tick": self.activate,
            "reword": self.activate,
            "take_away": self.take_away,
            "add": lambda _: self.activate("another:" if self.shown.visit else "with:"),
        }
