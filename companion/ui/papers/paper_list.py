"""The papers of a case; Enter shows one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from companion.services.transfer.phone import PhoneTexts
from companion.ui.papers.phone import PhoneList
from companion.ui.papers.preview import Preview
from companion.ui.rooms.modal_list import ChoiceList
from companion.ui.widgets.row import Row
from companion.words import paper_files as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.services.transfer.papers import Paper, PaperMaker


def paper_rows(papers: Iterable[Paper]) -> Iterator[Row]:
    """Return the papers under the names of their groups."""
    group = ""
    for paper in papers:
        if paper.group != group:
            group = paper.group
            yield Row(f"group/{group}", group, lead=" ", mood="heading", selectable=False)
        about = words.ABOUT.get(paper.key) or words.ABOUT.get(paper.name, "")
        yield Row(paper.key, paper.title, lead="   ", right=about)


class PaperList(ChoiceList):
    """The list of papers; the preview of one lies over it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "phone", show=False)]

    def __init__(self, making: PaperMaker) -> None:
        self._making = making
        self._papers = {paper.key: paper for paper in making.papers()}
        super().__init__(words.TITLE, tuple(paper_rows(self._papers.values())), words.LIST_HINT)

    def choose(self, key: str) -> None:
        """Show the paper; the list waits behind it."""
        self.app.push_screen(Preview(self._making, self._papers[key]))

    def action_phone(self) -> None:
        """Show what a phone can take from the screen."""
        self.app.push_screen(PhoneList(PhoneTexts(self._making)))
