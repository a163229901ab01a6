"""The parts that stand below the others: the visit itself, the page, enough for today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.people import Role
from companion.domain.progress import Stand, main_parts, next_part
from companion.domain.visit import planned_for
from companion.services.question_list import QuestionList
from companion.ui.prepare.part import (
    DONE,
    Acted,
    Part,
    add_row,
    answer_row,
    blank,
    heading,
    kind_of,
    tick_row,
    words_row,
)
from companion.words import appointment as planning
from companion.words import prepare as words
from companion.words.days import long_day, short_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.visit import VisitAbout
    from companion.services.drafting import Draft
    from companion.ui.widgets.line_list import Row


def when_words(about: VisitAbout | None, *, short: bool = False) -> str:
    """Day and time of a visit in words; empty when it has none."""
    at = planned_for(about) if about else None
    if about is None or at is None:
        return ""
    local = at.astimezone()
    day = short_day(local.date()) if short else long_day(local.date())
    return f"{day}, {local:%H:%M}" if "T" in about.at else day


class TheVisit(Part):
    """With whom, when, how long, where."""

    NAME = "visit"

    def rows(self) -> tuple[Row, ...]:
        """One field a line."""
        visit = self.preparing.visit
        about = visit.head if visit else None
        minutes = str(about.minutes) if about and about.minutes else ""
        return (
            *([] if visit else [words_row("none", planning.NO_VISIT)]),
            answer_row("with:", planning.WITH, self.appointment.clinician_name()),
            answer_row("when:", planning.WHEN, when_words(about)),
            answer_row("minutes:", planning.MINUTES, minutes),
            answer_row("place:", planning.PLACE, about.place if about else ""),
            tick_row("phone:", planning.PHONE, ticked=bool(about and about.phone)),
        )

    def choose(self, key: str) -> Acted:
        """Write in a field, or tick."""
        kind, _ = kind_of(key)
        drafts: dict[str, Callable[[], Draft]] = {
            "with": self.appointment.clinician_draft,
            "when": self.appointment.when_draft,
            "minutes": self.appointment.minutes_draft,
            "place": lambda: self.appointment.text_draft("place", planning.PLACE),
        }
        if kind in drafts:
            return Acted(draft=drafts[kind]())
        if kind == "phone":
            self.appointment.by_phone()
        return DONE

    def acts(self) -> dict[str, Callable[[str], Acted]]:
        """The keys of the room that do something here."""
        return {"tick": self.choose, "reword": self.choose}


class Page(Part):
    """The page for the doctor, as far as it is filled."""

    NAME = "page"

    def rows(self) -> tuple[Row, ...]:
        """What the page says, and how to print it."""
        answers = self.session.file.prepare
        printed = answers.page_printed_at
        return (
            words_row("title", words.PAGE_TITLE),
            *self._content(),
            blank("how"),
            words_row("how", words.PAGE_HOW),
            add_row("command:", words.export_command(self.session.case_id)),
            tick_row(
                "printed:", words.PAGE_PRINTED, ticked=printed is not None, right=printed or ""
            ),
        )

    def _content(self) -> list[Row]:
        file, visit = self.session.file, self.preparing.visit
        lines = {
            words.PATIENT: self.appointment.name_of(Role.PATIENT),
            words.PARTS["opening"]: file.prepare.opening,
            words.PARTS["goal"]: visit.head.goal if visit else "",
            words.PARTS["reasons"]: " ".join(
                each.text for each in file.reasons if not each.deleted
            ),
            words.MEDICINES: "; ".join(file.prepare.medicines),
            words.ALLERGIES: "; ".join(file.prepare.allergies),
        }
        rows = [
            add_row(f"line:{label}", f"{label}: {text}") for label, text in lines.items() if text
        ]
        questions = QuestionList(self.session).rows()
        if questions:
            rows.append(heading("questions", words.PARTS["questions"]))
        rows += [
            add_row(f"question:{row.number}", f"{row.number}  {row.text}") for row in questions
        ]
        return rows

    def choose(self, key: str) -> Acted:
        """Note that it was printed."""
        if kind_of(key)[0] == "printed":
            now = self.session.file.prepare.page_printed_at
            self.preparing.printed(None if now else self.preparing.today().isoformat())
        return DONE


class Enough(Part):
    """Enough for today: what is done, what comes next."""

    NAME = "enough"

    def rows(self) -> tuple[Row, ...]:
        """What is ready and begun, and the way out."""
        parts = main_parts(self.session.case, self.session.now())
        following = next_part(parts)
        return (
            heading("enough", words.ENOUGH_TITLE),
            words_row("saved", words.ENOUGH_SAVED),
            blank("done"),
            *(
                words_row(
                    f"done-{each.part}", f"{words.MARKS[each.stand.value]} {words.PARTS[each.part]}"
                )
                for each in parts
                if each.stand is not Stand.NOT_BEGUN
            ),
            *([words_row("next", words.next_is(words.PARTS[following]))] if following else []),
            blank("go"),
            add_row("home:", words.ENOUGH_GO),
        )

    def choose(self, key: str) -> Acted:
        """Go to Home."""
        return Acted(leave="home") if kind_of(key)[0] == "home" else DONE
