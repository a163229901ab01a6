"""What now: what it can mean, the ways on, steps, how sure, why we decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.columns import put_to_one, unequal_records
from companion.domain.comparison import Verdict
from companion.domain.gathering import name_of
from companion.domain.outcome import outcome, short_id
from companion.domain.tables import live
from companion.domain.text import one_line
from companion.domain.when import day_of
from companion.services.deciding import PRESENT, paths, present_doctor
from companion.services.shelf import field_of, texts_of_kind
from companion.ui.compare.aspect_view import unreadable_rows
from companion.ui.widgets.row import Row
from companion.words import compare as words
from companion.words import comparing as acts
from companion.words import days
from companion.words import ways as way_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.domain.columns import Column, Table
    from companion.domain.comparison import Aspect, ChosenPath, Step
    from companion.domain.outcome import Outcome
    from companion.services.deciding import Deciding, Path

PATH = "path"
"""Keys of ways on: `path/ID`."""
STEP = "step"
"""Keys of steps: `step/ID`."""
PAPER = "paper"
"""Keys of papers that belong to a way on: `paper/NAME`."""
NEW_STEP, SURE, LEANING, LEANED, DECIDED = "new-step", "sure", "leaning", "leaned", "decided"
_INDENT = "   "
_DEEPER = "       "
_SHOWN = 3


def top_counts(table: Table, *, full: bool) -> list[str]:
    """How many rows differ and how many nobody looked at; every verdict when `full`."""
    result = outcome(table)
    shown = tuple(Verdict) if full else (Verdict.DIFFERS,)
    counts = [(verdict, result.counts.get(verdict, 0)) for verdict in shown]
    parts = [words.counted(verdict, count) for verdict, count in counts if count]
    if result.not_looked_at:
        parts.append(words.not_looked_at(result.not_looked_at))
    return parts


def _some(texts: Iterable[str]) -> str:
    """The first few, and how many more there are."""
    every = [one_line(text) for text in texts]
    more = [words.and_more(len(every) - _SHOWN)] if len(every) > _SHOWN else []
    return " · ".join([*every[:_SHOWN], *more])


def _names(aspects: tuple[Aspect, ...]) -> str:
    return " · ".join(one_line(aspect.text).lower() for aspect in aspects)


def _doctors(columns: tuple[Column, ...]) -> str:
    return ", ".join(dict.fromkeys(column.doctor or words.NO_DOCTOR for column in columns))


def _line(key: str, text: str, **options: str) -> Row:
    lead = options.get("lead", _INDENT)
    return Row(key, text, lead=lead, selectable=False, mood=options.get("mood", ""))


def _heading(key: str, text: str, right: str = "") -> Row:
    return Row(key, text, right=right, mood="heading", selectable=False)


def _facts(table: Table, result: Outcome) -> Iterator[Row]:
    if not result.counts:
        yield _line("nothing", words.NOTHING_JUDGED)
    if result.differ:
        yield _line("differ", f"{words.DIFFER_ON}: {_names(result.differ)}")
    if result.not_discussed:
        names = _names(result.not_discussed)
        yield _line("not-discussed", f"{words.NOT_DISCUSSED_ON}: {names}")
    for unequal in unequal_records(table):
        seen, unseen = _doctors(unequal.seen_by), _doctors(unequal.not_seen_by)
        text = words.saw_it(unequal.record.text, seen, unseen)
        yield _line(f"record/{unequal.record.id}", text)
    for number, (doctor, questions) in enumerate(put_to_one(table).items()):
        yield _line(f"put/{number}", words.put_to_one(doctor, _some(questions)))


def _meaning(table: Table, result: Outcome) -> Iterator[Row]:
    """The packs' words for the outcome, with where they come from; plain ones where none are."""
    texts = texts_of_kind(table.case.file.texts, "outcomes")
    text = next((each for each in texts if short_id(each.source) == result.kind), None)
    if text is not None:
        yield Row("outcome", one_line(text.text), lead=_INDENT, mood="strong", selectable=False)
        yield _line("means", field_of(text, "means"))
        source = words.guidance(text.source.partition("/")[0], text.reviewed)
        yield _line("source", source, mood="muted")
    elif result.differ:
        yield _line("careful", words.TWO_CAREFUL)


def _expected(table: Table) -> Iterator[Row]:
    """What was expected before, next to what came; nobody is counted right or wrong."""
    expectation = one_line(table.case.file.prepare.expectation)
    if expectation and len(table.columns) > 1:
        yield _line("expected", f"{words.EXPECTED}: {expectation}")


def _path_rows(deciding: Deciding) -> Iterator[Row]:
    chosen = deciding.chosen
    doctor = present_doctor(deciding.session)
    for path in paths(deciding.file):
        here = chosen is not None and chosen.path == path.id
        text = path.text.rstrip(".")
        if path.id == PRESENT and doctor:
            text = f"{text} ({doctor})"
        yield Row(f"{PATH}/{path.id}", text, lead=f"{_INDENT}({'x' if here else ' '}) ")
        if here and chosen is not None:
            yield from _chosen(path, chosen, deciding.made_of(path))


def _chosen(path: Path, chosen: ChosenPath, made: tuple[Step, ...]) -> Iterator[Row]:
    """What the chosen way is, makes and needs to be said; what it made already, and by when."""
    at = chosen.at.astimezone().date() if chosen.at is not None else None
    day = words.chosen_on(days.plain_day(at)) if at is not None else ""
    about = [path.means, words.MAKES.get(path.makes, ""), day]
    yield _line(f"means/{path.id}", " · ".join(part for part in about if part), lead=_DEEPER)
    if path.say:
        yield _line(f"say/{path.id}", f'{words.SAY}: "{path.say}"', lead=_DEEPER)
    if path.front_desk:
        text = f'{words.FRONT_DESK}: "{path.front_desk}"'
        yield _line(f"desk/{path.id}", text, lead=_DEEPER)
    if chosen.why:
        text = f"{acts.PATH_WHY_FIELD}: {one_line(chosen.why)}"
        yield _line(f"why/{path.id}", text, lead=_DEEPER)
    dated = [day_of(step.due) for step in made if step.due is not None]
    if made:
        by = min((day for day in dated if day is not None), default=None)
        text = way_words.made_steps(len(made), days.short_day(by) if by is not None else "")
        yield _line(f"made/{path.id}", text, lead=_DEEPER)
    if path.id in way_words.PAPERS:
        name, title = way_words.PAPERS[path.id]
        yield Row(f"{PAPER}/{name}", title, lead=_DEEPER)


def step_row(deciding: Deciding, step: Step) -> Row:
    """One step with its owner and its day."""
    due = day_of(step.due)
    done = step.done_at.astimezone().date() if step.done_at is not None else None
    right = words.step_right(
        name_of(deciding.session.case, step.owner_id),
        days.short_day(due) if due is not None else "",
        days.short_day(done) if done is not None else "",
        late=due is not None and due < deciding.today(),
    )
    mark = "[x]" if step.done_at is not None else "[ ]"
    return Row(f"{STEP}/{step.id}", one_line(step.text), lead=f"{_INDENT}{mark} ", right=right)


def _sure(deciding: Deciding) -> str:
    last = deciding.sure
    if last is None or last.at is None:
        return words.NOTHING_WRITTEN
    yes = sum(answer is True for answer in last.answers)
    return words.sure(yes, len(last.answers), days.plain_day(last.at.astimezone().date()))


def _own_words(deciding: Deciding) -> Iterator[Row]:
    """How sure, which way, why: what was written last."""
    yield Row(SURE, words.SURE, lead=_INDENT, right=_sure(deciding))
    leaning = live(deciding.file.leaning)
    said = [
        f"{days.plain_day(each.at.astimezone().date())}: {one_line(each.text)}"
        for each in leaning
        if each.at is not None
    ]
    text = said[-1] if said else words.NOTHING_WRITTEN
    yield Row(LEANING, f"{words.LEANING}: {text}", lead=_INDENT)
    if len(said) > 1:
        yield Row(LEANED, way_words.leaned_before(len(said) - 1), lead=_DEEPER)
    decision = deciding.decision
    at = decision.at.astimezone().date() if decision is not None and decision.at else None
    why = one_line(decision.text) if decision is not None else words.NOTHING_WRITTEN
    day = f"{days.plain_day(at)}: " if at is not None else ""
    yield Row(DECIDED, f"{words.DECIDED}: {day}{why}", lead=_INDENT)


def now_rows(table: Table, deciding: Deciding) -> list[Row]:
    """Everything that follows from the comparison."""
    result = outcome(table)
    steps = [step_row(deciding, step) for step in deciding.steps()]
    return [
        *unreadable_rows(table),
        *_meaning(table, result),
        *_facts(table, result),
        *_expected(table),
        Row("blank/1", "", selectable=False),
        _heading("ways", words.WAYS),
        _line("ways-sub", words.WAYS_SUB, mood="muted"),
        *_path_rows(deciding),
        Row("blank/2", "", selectable=False),
        _heading("steps", words.STEPS),
        *steps,
        Row(NEW_STEP, words.NEW_STEP, lead=_INDENT),
        Row("blank/3", "", selectable=False),
        *_own_words(deciding),
    ]
