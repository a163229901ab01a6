"""Papers of a case: which there are, what each says, and how one is made as a file."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from companion.domain.value import Value, replace
from companion.domain.veil import is_private
from companion.exchange.papers.catalogue import (
    AFTER,
    CALENDAR,
    CASE,
    DOCTOR,
    LINES,
    MARKDOWN,
    PAGE,
    PAPERS,
    WITHOUT_LETTER,
    ExportRequest,
    needs_letter,
    write_paper,
)
from companion.exchange.redaction import Audience, for_audience, on_screen
from companion.files import write_whole
from companion.files.paths import absolute
from companion.services.prepare.preparation import PreparationEditor
from companion.services.transfer.exports import export
from companion.services.transfer.printer import Printing
from companion.storage.belongings import is_own_file
from companion.words import letters as titles
from companion.words import paper_files as words

if TYPE_CHECKING:
    from companion.domain.pack import PackItem
    from companion.exchange.render.document import Document
    from companion.packs.catalogue import Catalogue
    from companion.services.case.session import CaseSession

ENDINGS = {PAGE: "html", LINES: "txt", MARKDOWN: "md", "ics": "ics"}
"""Endings of file names, by form."""
FORMS = {".txt": LINES, ".md": MARKDOWN}
"""Forms by the ending of a file name; every other ending makes a page to print."""


class Paper(Value):
    """One paper that can be made."""

    name: str
    """doctor, records … or `calendar`."""
    title: str
    group: str
    """before, after, copies or other."""
    audience: Audience = Audience.ME
    visit_id: str | None = None
    """The visit it tells of; None for the one it takes by itself."""
    large: bool = False
    """Whether in large letters."""
    every: bool = False
    """Whether with all questions for both doctors, on as many pages as they take."""

    @property
    def key(self) -> str:
        """A key that is unique among the papers."""
        return f"{self.name}/{self.audience}"


class PaperMaker:
    """The papers of a case.

    Args:
        session: The case.
        catalogue: Every pack there is, for their letters.
    """

    def __init__(self, session: CaseSession, catalogue: Catalogue) -> None:
        self.session = session
        self._catalogue = catalogue

    @cached_property
    def _letters(self) -> dict[str, PackItem]:
        return self._catalogue.letters(self.session.file.head.packs)

    def papers(self) -> tuple[Paper, ...]:
        """Return every paper of this case, group by group."""
        named = [name for name in PAPERS if name in WITHOUT_LETTER or name in self._letters]
        others = [name for name in self._letters if name not in PAPERS]
        made = [self._paper(name) for name in (*named, *others) if name != CASE]
        copies = [
            Paper(CASE, words.COPIES[audience], words.COPIES_GROUP, audience)
            for audience in (Audience.ME, Audience.FAMILY, Audience.DOCTOR)
        ]
        calendar = Paper(CALENDAR, words.CALENDAR, words.COPIES_GROUP)
        return tuple(sorted((*made, *copies, calendar), key=_group_order))

    def paper(self, name: str, visit_id: str | None = None) -> Paper:
        """Return the paper of that name; the whole case when there is none.

        Args:
            name: Its name.
            visit_id: The visit it tells of; None for the one it takes by itself.
        """
        every = self.papers()
        fallback = next(each for each in every if each.name == CASE)
        found = next((each for each in every if each.name == name), fallback)
        return replace(found, visit_id=visit_id)

    def _paper(self, name: str) -> Paper:
        letter = self._letters.get(name)
        title = letter.text if letter is not None else titles.TITLES[name]
        group = words.AFTER_GROUP if name in _AFTER_A_VISIT else words.BEFORE_GROUP
        return Paper(name, title, group, Audience.DOCTOR if letter else Audience.ME)

    # One paper

    def _request(self, paper: Paper, form: str) -> ExportRequest:
        """The request for a paper's file; a calendar file holds the whole case."""
        calendar = paper.name == CALENDAR
        return ExportRequest(
            format="ics" if calendar else form,
            paper=CASE if calendar else paper.name,
            audience=paper.audience,
            now=self.session.now(),
            letters=self._letters,
            visit_id=paper.visit_id,
            large=paper.large,
            every=paper.every,
        )

    def document(self, paper: Paper) -> tuple[Document, tuple[str, ...]]:
        """Return what a paper will say, and what is left out of it, one sentence each."""
        shared = for_audience(self.session.case, paper.audience)
        request = replace(self._request(paper, LINES), paper=paper.name)
        shown = on_screen(shared)
        document = write_paper(shown, request)
        told: tuple[str, ...]
        if needs_letter(paper.name):
            told = (titles.PRIVATE_NOTES,) if self._has_private_notes() else ()
        else:
            more = paper.audience is Audience.ME and shown.case != shared.case
            told = (words.NOT_ON_SCREEN,) if more else shared.remarks
        return document, (*told, *document.remarks)

    def _has_private_notes(self) -> bool:
        """Whether any note is in no letter."""
        visits = self.session.case.visits
        return any(is_private(note) for visit in visits for note in visit.live_notes)

    def file_name(self, paper: Paper, form: str) -> str:
        """Return the file name that is proposed."""
        calendar = paper.name == CALENDAR
        ending = ENDINGS["ics" if calendar else form]
        name = words.FILE_NAMES.get(paper.key) or words.FILE_NAMES.get(paper.name) or paper.name
        return f"~/{name}-{self.session.context.today().isoformat()}.{ending}"

    def make(self, paper: Paper, name: str) -> tuple[bool, str]:
        """Make the file; return whether it was made, and a sentence that says where or why not.

        The ending of the name decides the form. A file that is there already stays as it is.
        """
        context = self.session.context
        path = absolute(name.strip())
        form = next((each for ending, each in FORMS.items() if path.endswith(ending)), PAGE)
        if not name.strip():
            return False, words.NO_NAME
        if context.in_memory:
            return False, words.EXAMPLE
        if is_own_file(context.files, context.home, path):
            return False, words.OWN_FILE
        try:
            if context.files.exists(path):
                return False, words.THERE_ALREADY
            done = export(self.session.case, self._request(paper, form))
            write_whole(context.files, path, done.data)
        except OSError as error:
            return False, words.refused((error.strerror or str(error)).lower())
        if paper.name == DOCTOR and not self.session.read_only:
            PreparationEditor(self.session).printed()
        return True, words.made(path, private=not context.files.info(path).open_to_others)

    def printing(self, paper: Paper, name: str) -> Printing:
        """Return what can be done with the file that was made under that name."""
        path = absolute(name.strip())
        request = self._request(paper, LINES)

        def text() -> str:
            return export(self.session.case, request).data.decode()

        return Printing(path, text, is_page=not path.endswith(tuple(FORMS)))


_AFTER_A_VISIT = AFTER | {"said", "summary", "comparison", "options"}
_GROUPS = (words.BEFORE_GROUP, words.AFTER_GROUP, words.COPIES_GROUP)


def _group_order(paper: Paper) -> int:
    return _GROUPS.index(paper.group)
