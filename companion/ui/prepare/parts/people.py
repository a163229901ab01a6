"""The patient and who comes with them, and what job they have."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from companion.domain.people import Role
from companion.ui.prepare.part import DONE, PartResult
from companion.ui.prepare.parts.answers import AnswersPart
from companion.ui.prepare.rows import answer_row, choice_row, heading, kind_of, tick_row
from companion.words import prepare as words

if TYPE_CHECKING:
    from companion.ui.widgets.line_list import Row

_NAMES = {Role.PATIENT: words.PATIENT, Role.COMPANION: words.COMPANION}


class PeoplePart(AnswersPart):
    """The people who come, and their jobs."""

    NAME = "people"
    LABELS: ClassVar[dict[str, str]] = {"companion_job": words.JOB}

    def rows(self) -> tuple[Row, ...]:
        """Return names, the job, and jobs to choose from."""
        lines = self.preparation.lines("companion_job")
        alone = f"choose:companion_job:{words.ALONE}"
        return (
            *(
                answer_row(f"name:{role}", label, self._name(role))
                for role, label in _NAMES.items()
            ),
            *self.answers(),
            choice_row(alone, words.ALONE, chosen=words.ALONE in lines),
            heading("jobs", words.JOBS),
            *(
                tick_row(f"tick:{text.source}", text.text, ticked=text.text in lines)
                for text in self.preparation.guidance("roles")
            ),
        )

    def _name(self, role: Role) -> str:
        one = self.appointment.person(role)
        return one.name if one else ""

    def activate(self, key: str) -> PartResult:
        """Write a name or a job, or tick one."""
        kind, which = kind_of(key)
        if kind == "name":
            role = Role(which)
            return PartResult(draft=self.appointment.name_draft(role, _NAMES[role]))
        text = self.guidance_of(which) if kind == "tick" else None
        if text is not None:
            self.preparation.tick_line("companion_job", text.text)
            return DONE
        return super().activate(key)
