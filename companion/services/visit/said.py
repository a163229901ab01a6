"""*What was said*: the one page of a visit, and its parts rewritten by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.answer_places import said_id
from companion.domain.changes import find_by_id, with_added, with_changed
from companion.domain.said import notes_elsewhere, parts_told
from companion.domain.text import is_blank
from companion.domain.visit import SaidText
from companion.exchange.papers.said_paper import said_material
from companion.exchange.redaction import for_audience
from companion.services.case.session import OpenVisit
from companion.words import said as words

if TYPE_CHECKING:
    from companion.domain.case import CaseFile
    from companion.domain.said import ToldPart
    from companion.domain.visit import VisitFile
    from companion.services.case.session import CaseSession


class SaidPage:
    """The page of one visit: told from its notes, and rewritten part by part."""

    def __init__(self, session: CaseSession, visit_id: str) -> None:
        self._session = session
        self._here = OpenVisit(session, visit_id)
        self._made: tuple[CaseFile, VisitFile, tuple[ToldPart, ...], tuple[str, ...]] | None = None

    def _told(self) -> tuple[CaseFile, VisitFile, tuple[ToldPart, ...], tuple[str, ...]]:
        """Return the parts as they are now; made again only after a change."""
        file, visit = self._session.file, self._here.visit
        if self._made is None or self._made[0] is not file or self._made[1] is not visit:
            shared = for_audience(self._session.case)
            mine = next(each for each in shared.case.visits if each.id == visit.id)
            material = said_material(shared, mine, self._here.now())
            parts = parts_told(material)
            self._made = file, visit, parts, notes_elsewhere(material, parts)
        return self._made

    @property
    def parts(self) -> tuple[ToldPart, ...]:
        """The parts of what was said."""
        return self._told()[2]

    @property
    def only_in_notes(self) -> tuple[str, ...]:
        """The ids of the notes that stand in no part."""
        return self._told()[3]

    def part(self, name: str) -> ToldPart | None:
        """Return one part; None where it is not on the page."""
        return next((part for part in self.parts if part.part == name), None)

    def text_of(self, name: str) -> str:
        """Return a part as a text, a sentence a line."""
        part = self.part(name)
        return "\n".join(each.text for each in part.sentences) if part is not None else ""

    def rewrite(self, name: str, text: str) -> bool:
        """Save a part in other words; a blank text tells it from the notes again.

        Returns:
            Whether it stands on the page: it does not while it speaks of what is to be hidden.
        """
        if text.strip() == self.text_of(name).strip():
            return True
        here, part = self._here, self.part(name)
        entity_id, blank = said_id(here.visit_id, name), is_blank(text)
        behind = [each for one in (part.sentences if part else ()) for each in one.note_ids]
        by_id = here.visit.line.author_id if here.visit.line is not None else None
        mine = SaidText(
            id=entity_id,
            created_at=here.now(),
            part=name,
            text="" if blank else text.strip(),
            note_ids=() if blank else tuple(dict.fromkeys(behind)),
            at=here.now(),
            by_id=by_id or self._session.file.head.writer_id,
        )

        def changed(visit: VisitFile) -> VisitFile:
            if find_by_id(visit.said, entity_id) is None:
                return visit if blank else with_added(visit, "said", mine)
            values = {name: getattr(mine, name) for name in ("text", "note_ids", "at", "by_id")}
            return with_changed(visit, "said", entity_id, **values, deleted=blank)

        here.change(words.UNDO, changed)
        now = self.part(name)
        return blank or (now is not None and now.edited)
