"""The options as rows: one option a page, side by side where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.domain.case_queries import name_of
from companion.domain.text import is_blank, one_line
from companion.ui.widgets.row import Row
from companion.words import compare as compare_words
from companion.words import options as words
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.domain.option import CareOption, Criterion
    from companion.domain.options_table import OptionSaid, OptionsTable

NAME, CELL, ADD = "option", "cell", "add"
"""Keys of rows: `option/OPTION`, `cell/OPTION/TOPIC`, `add/WHAT`."""
OPTION, CRITERION = "option", "criterion"
"""What can be added."""
SIDE_BY_SIDE = 100
"""Columns of the window from which options stand side by side."""
_LEAST = 36
"""Columns an option takes there at least."""
_INDENT = "   "


class Looking(NamedTuple):
    """Which option the keys act on, and who looks."""

    option_id: str
    by_id: str | None
    """The person whose stars are given."""


def shown_options(
    options: Sequence[CareOption], option_id: str, columns: int
) -> Sequence[CareOption]:
    """Return the options that stand side by side in a window of so many columns."""
    most = max(2, columns // _LEAST) if columns >= SIDE_BY_SIDE else 1
    here = next((n for n, each in enumerate(options) if each.id == option_id), 0)
    first = max(0, min(here // most * most, len(options) - most))
    return options[first : first + most]


def place_of(options: Sequence[CareOption], shown: Sequence[CareOption]) -> str:
    """Return which of the options are shown."""
    first = options.index(shown[0]) + 1
    if len(shown) == 1:
        return words.option_of(first, len(options))
    if len(shown) == len(options):
        return ""
    return words.options_of(first, first + len(shown) - 1, len(options))


def rows_of(table: OptionsTable, looking: Looking, columns: int) -> list[Row]:
    """Return the rows of the options that are shown, then what can be added."""
    shown = shown_options(table.options, looking.option_id, columns)
    rows = name_rows(table, looking, columns)
    for criterion in table.criteria:
        rows += _topic(table, criterion, shown, looking)
    return [
        *rows,
        Row("air/add", "", selectable=False),
        Row(f"{ADD}/{OPTION}", words.ADD_OPTION, lead=" "),
        Row(f"{ADD}/{CRITERION}", words.ADD_CRITERION, lead=" "),
    ]


def name_rows(table: OptionsTable, looking: Looking, columns: int) -> list[Row]:
    """Return the names of the options that are shown, to stand above rows that are scrolled."""
    shown = shown_options(table.options, looking.option_id, columns)
    return [_name(table, option, looking, len(shown)) for option in shown]


def _name(table: OptionsTable, option: CareOption, looking: Looking, beside: int) -> Row:
    text = words.COVERED if table.veil.hides(option) else one_line(option.text)
    return Row(
        f"{NAME}/{option.id}",
        text,
        lead=" ",
        mood="heading",
        selectable=option.id == looking.option_id,
        beside=beside,
        parted=beside > 1,
    )


def _topic(
    table: OptionsTable, criterion: Criterion, shown: Sequence[CareOption], looking: Looking
) -> Iterator[Row]:
    """Return the name of a topic, and what is said on it of each option that is shown."""
    name = words.COVERED if table.veil.hides(criterion) else one_line(criterion.text)
    for key, text in (("air", ""), ("topic", name)):
        for place in range(len(shown)):
            yield Row(
                f"{key}/{criterion.id}/{place}",
                text if place == 0 else "",
                lead=" ",
                mood="strong",
                selectable=False,
                beside=len(shown),
                parted=len(shown) > 1,
            )
    for option in shown:
        said = table.said(option, criterion, looking.by_id)
        text = _text(said)
        yield Row(
            f"{CELL}/{option.id}/{criterion.id}",
            text or words.NOTHING_HERE,
            lead=_INDENT if len(shown) == 1 else " ",
            under=(BETWEEN if len(shown) == 1 else "\n").join(_under(table, said)),
            mood="" if text else "muted",
            selectable=option.id == looking.option_id,
            beside=len(shown),
            parted=len(shown) > 1,
        )


def _text(said: OptionSaid) -> str:
    """Return the words of a cell as they were written, without blank lines at its ends."""
    if not said.hidden:
        return said.text.strip("\n")
    return compare_words.COVERED if said.rests_hidden else words.COVERED_WORDS


def _under(table: OptionsTable, said: OptionSaid) -> Iterator[str]:
    """Return whose stars a cell has, and how many notes are behind it."""
    case = table.case
    if said.stars:
        stars = (
            (compare_words.star_word(each.stars), name_of(case, each.by_id)) for each in said.stars
        )
        yield words.matters([*stars])
    if said.notes:
        yield compare_words.notes(len(said.notes))


def is_written(said: OptionSaid) -> bool:
    """Return whether there are words or notes in a cell."""
    return bool(said.note_ids) or any(not is_blank(cell.text) for cell in said.cells)
