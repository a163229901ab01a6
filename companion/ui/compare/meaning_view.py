"""The part *what it can mean*: the packs' words for the outcome, and what to know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.comparison_table import put_to_one, unequal_records
from companion.domain.outcome import outcome, short_id
from companion.domain.text import one_line
from companion.services.case.library import REVIEWER
from companion.ui.compare.aspect_view import air
from companion.ui.widgets.row import Row
from companion.words import compare as words
from companion.words import compare_now as now_words
from companion.words.guidance import from_pack
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.domain.comparison import Aspect
    from companion.domain.comparison_table import Column, ComparisonTable
    from companion.domain.outcome import Outcome

INDENT = "   "
"""Before a line that stands among options and to-dos, which have a mark before them."""
_SHOWN = 3


def line(key: str, text: str, *, lead: str = "", mood: str = "") -> Row:
    """Return a row that the cursor does not go to."""
    return Row(key, text, lead=lead, selectable=False, mood=mood, prose=True)


def meaning_rows(table: ComparisonTable) -> list[Row]:
    """Return the meaning, what to know of it, what was expected; or what to do without two."""
    if len(table.columns) < 2:  # noqa: PLR2004 - two can be compared
        return [line("few", words.ONE_OPINION if table.columns else words.NO_OPINION)]
    result = outcome(table)
    rows: list[Row] = []
    blocks = (_meaning(table, result), _facts(table, result), _known(table), _expected(table))
    for number, block in enumerate(blocks):
        each = [*block]
        rows += [air(f"meaning/{number}"), *each] if rows and each else each
    return rows


def _meaning(table: ComparisonTable, result: Outcome) -> Iterator[Row]:
    """Return the packs' words for the outcome and their source; plain ones where there are none."""
    texts = table.case.file.guidance("outcomes")
    text = next((each for each in texts if short_id(each.source) == result.kind), None)
    if text is not None:
        yield Row("outcome", one_line(text.text), mood="strong", selectable=False, prose=True)
        yield line("means", text.first("means"))
        pack = text.source.partition("/")[0]
        source = from_pack(pack, text.reviewed, text.first(REVIEWER))
        yield line("source", source, mood="muted")
    elif result.differ:
        yield line("careful", now_words.TWO_CAREFUL)
    if result.differ and result.diagnosis_open:
        yield line("diagnosis", now_words.first_say(_names(result.diagnosis_open)))
    if text is not None and not result.differ and result.so_far:
        yield line("so-far", now_words.SO_FAR)


def _facts(table: ComparisonTable, result: Outcome) -> Iterator[Row]:
    """Return the rows that differ or are open."""
    if not result.counts:
        yield line("nothing", now_words.NOTHING_JUDGED)
    not_discussed = now_words.not_discussed_by(len(table.columns))
    for key, about, aspects in (
        ("differ", now_words.DIFFER_ON, result.differ),
        ("cannot-tell", now_words.CANNOT_TELL_ON, result.cannot_tell),
        ("not-discussed", not_discussed, result.not_discussed),
    ):
        if aspects:
            yield line(key, f"{about}: {_names(aspects)}")


def _known(table: ComparisonTable) -> Iterator[Row]:
    """Return what was not the same for all doctors."""
    yield from _unequal(table)
    for number, (doctor, questions) in enumerate(put_to_one(table, table.veil).items()):
        yield line(f"put/{number}", now_words.put_to_one(doctor, _some(questions)))


def _unequal(table: ComparisonTable) -> Iterator[Row]:
    """Return the records that not all had seen; those that the same had seen on one line."""
    together: dict[tuple[str, str], list[str]] = {}
    for each in unequal_records(table):
        who = _doctors(each.seen_by), _doctors(each.not_seen_by)
        together.setdefault(who, []).append(one_line(each.record.text))
    for (seen, unseen), records in together.items():
        text = now_words.saw_it(tuple(records), seen, unseen, of=len(table.columns))
        yield line(f"record/{seen}/{unseen}", text)


def _expected(table: ComparisonTable) -> Iterator[Row]:
    """Return the expectation next to the outcome, without counting right or wrong."""
    expectation = one_line(table.case.file.prepare.expectation)
    if expectation:
        yield line("expected", f"{now_words.EXPECTED}: {expectation}")


def _some(texts: Iterable[str]) -> str:
    """Return the first few texts, and how many more there are."""
    every = [one_line(text) for text in texts]
    more = [now_words.and_more(len(every) - _SHOWN)] if len(every) > _SHOWN else []
    return BETWEEN.join([*every[:_SHOWN], *more])


def _names(aspects: tuple[Aspect, ...]) -> str:
    return BETWEEN.join(one_line(aspect.text) for aspect in aspects)


def _doctors(columns: tuple[Column, ...]) -> str:
    return ", ".join(dict.fromkeys(column.doctor or words.NO_DOCTOR for column in columns))
