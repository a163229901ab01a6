"""The papers of a case: their list, and the preview of one before a file is made.

The preview tells what is left out of a paper, its words, and the name of its file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from companion.domain.value import replace
from companion.exchange.papers.catalogue import ASK_BOTH, CALENDAR, LINES, MARKDOWN, PAGE
from companion.exchange.redaction import Audience
from companion.services.transfer.phone import PhoneTexts
from companion.services.transfer.printer import Printing
from companion.ui.papers.document_rows import document_rows
from companion.ui.papers.phone import CodeScreen, PhoneList
from companion.ui.rooms.host import HelpTopic
from companion.ui.rooms.modal_list import ChoiceList
from companion.ui.terminal.line_input import LineInput
from companion.ui.terminal.output_filter import verbatim
from companion.ui.widgets.notice import Notice
from companion.ui.widgets.one_line import HintLine, OneLine
from companion.ui.widgets.reader import Reader
from companion.ui.widgets.row import PROSE, Row
from companion.words import paper_files as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textual.app import ComposeResult

    from companion.services.transfer.papers import Paper, PaperMaker


_MOMENT = 0.04
"""Seconds until it is looked again what came of a file that was handed over."""
FORMS = (PAGE, LINES, MARKDOWN)
"""The forms of a paper, in the order in which the key goes through them."""


class Preview(ModalScreen[None]):
    """A paper to read; Enter asks where to put it, and once more makes the file."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False, priority=True),
        Binding("f", "next_form", show=False),
        Binding("w", "next_audience", show=False),
        Binding("l", "large", show=False),
        Binding("a", "every_question", show=False),
        Binding("o", "open_file", show=False),
        Binding("p", "print_file", show=False),
        Binding("q", "phone", show=False),
    ]
    DEFAULT_CSS = """
    Preview { background: $background; }
    Preview > #paper {
        height: 1fr;
    }
    Preview > #where { height: 2; display: none; }
    Preview > #where.-open { display: block; }
    Preview #where > OneLine { text-style: bold; }
    Preview LineInput { padding: 0 1; }
    Preview > #paper-last { color: $text-muted; }
    """

    def __init__(self, making: PaperMaker, paper: Paper) -> None:
        super().__init__()
        self._making = making
        self._paper = paper
        self._form = PAGE
        self._made: tuple[str, ...] = ()
        self._printing: Printing | None = None

    def compose(self) -> ComposeResult:
        """Lay out the paper, the field for a name, what just happened, what can be done."""
        yield OneLine(id="paper-top", classes="band")
        with Vertical(id="paper", classes="boxed") as frame:
            frame.border_title = verbatim(self._paper.title)
            yield Reader(marker=False, measure=PROSE)
        with Vertical(id="where"):
            yield OneLine(words.WHERE)
            yield LineInput()
        yield Notice(id="paper-notice")
        yield HintLine(id="paper-last")

    def on_mount(self) -> None:
        """Show the paper."""
        self.query_one(LineInput).entered = self.named
        reader = self.query_one(Reader)
        reader.chosen = self.ask_where
        self.set_focus(reader)
        self.show()

    @property
    def _asking(self) -> bool:
        return self.query_one("#where").has_class("-open")

    @property
    def _is_calendar(self) -> bool:
        return self._paper.name == CALENDAR

    def show(self) -> None:
        """Show everything again."""
        self.query_one("#paper-top", OneLine).show(*self._top_line())
        self.query_one(Reader).show(self._rows())
        self.query_one("#paper-last", OneLine).show(self._hint())

    def _top_line(self) -> tuple[str, str]:
        parts = [words.FOR_WHOM[self._paper.audience]]
        if not self._is_calendar:
            parts.append(words.FORMS[self._form])
        parts += [words.LARGE] if self._paper.large else []
        parts += [words.EVERY_QUESTION] if self._paper.every else []
        return words.TOP, " · ".join(parts)

    def _rows(self) -> list[Row]:
        document, remarks = self._making.document(self._paper)
        left_out = [
            Row(f"remark/{at}", text, lead=" ", mood="strong", selectable=False)
            for at, text in enumerate((*self._made, *remarks))
        ]
        return [*left_out, Row("begins", "", selectable=False), *document_rows(document)]

    def _hint(self) -> str:
        if self._asking:
            return words.FIELD_HINT
        if self._printing is not None:
            return words.made_hint(self._printing.keys)
        if self._paper.name == ASK_BOTH:
            return words.SHEET_HINT
        return words.CALENDAR_HINT if self._is_calendar else words.PREVIEW_HINT

    def say(self, sentence: str) -> None:
        """Say in one line what just happened."""
        self.query_one("#paper-notice", Notice).show(sentence)

    def help_topic(self) -> HelpTopic:
        """Return what can be done here."""
        return HelpTopic(self._paper.title, self._hint())

    # Keys

    def action_next_form(self) -> None:
        """Go to the next form: to print, to paste, Markdown."""
        if not self._is_calendar:
            self._form = FORMS[(FORMS.index(self._form) + 1) % len(FORMS)]
            self.say("")
            self.show()

    def action_next_audience(self) -> None:
        """Go to the next audience: me, a doctor, the family."""
        every = tuple(Audience)
        after = every[(every.index(self._paper.audience) + 1) % len(every)]
        self._paper = replace(self._paper, audience=after)
        self.say("")
        self.show()

    def action_large(self) -> None:
        """Switch between large letters and usual ones."""
        if not self._is_calendar:
            self._paper = replace(self._paper, large=not self._paper.large)
            self.say("")
            self.show()

    def action_every_question(self) -> None:
        """Switch between the questions for both that fit one page, and all of them."""
        if self._paper.name == ASK_BOTH:
            self._paper = replace(self._paper, every=not self._paper.every)
            self.say("")
            self.show()

    def action_open_file(self) -> None:
        """Open the file that was made in the browser."""
        self._hand_over(Printing.open)

    def action_print_file(self) -> None:
        """Send the file that was made to the printer."""
        self._hand_over(Printing.print)

    def _hand_over(self, act: Callable[[Printing], str]) -> None:
        """Do it, and say so now and when it has come to something."""
        if self._printing is None:
            self.say(words.NOTHING_SAVED)
            return
        self.say(act(self._printing))
        self._look_again()

    def _look_again(self) -> None:
        if self._printing is not None and self._printing.is_under_way:
            self.set_timer(_MOMENT, self._tell)

    def _tell(self) -> None:
        news = self._printing.news() if self._printing is not None else ""
        if news:
            self.say(news)
        self._look_again()

    def action_phone(self) -> None:
        """Show the code of this paper for a phone; of another one, what a phone can take."""
        texts = PhoneTexts(self._making)
        text = texts.text(self._paper.name)
        self.app.push_screen(CodeScreen(text) if text is not None else PhoneList(texts))

    def ask_where(self, _: str = "") -> None:
        """Ask where to put the file."""
        field = self.query_one(LineInput)
        field.value = self._making.file_name(self._paper, self._form)
        self.query_one("#where").add_class("-open")
        self.say("")
        self.set_focus(field)
        self.show()

    def named(self, name: str) -> None:
        """Make the file with this name."""
        made, said = self._making.make(self._paper, name)
        if made:
            self._made = (said,)
            if not self._is_calendar:
                self._printing = self._making.printing(self._paper, name)
                self._made = (said, self._printing.how)
            self._close_field()
            self.query_one(Reader).action_edge(-1)
        self.say(words.IS_MADE if made else said)

    def action_back(self) -> None:
        """Leave the field, else the paper; no file is made."""
        if self._asking:
            self._close_field()
        else:
            self.dismiss(None)

    def _close_field(self) -> None:
        self.query_one("#where").remove_class("-open")
        self.set_focus(self.query_one(Reader))
        self.show()


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
