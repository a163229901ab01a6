"""The page *what now*: what it can mean, the paths, steps, how sure, why we decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.case_queries import name_of
from companion.domain.changes import not_deleted
from companion.domain.comparison_table import put_to_one, unequal_records
from companion.domain.correction import StepsTold
from companion.domain.date_input import day_of
from companion.domain.moments import local_day
from companion.domain.options_table import options_in_order
from companion.domain.outcome import outcome, short_id
from companion.domain.text import one_line
from companion.domain.value import replace
from companion.domain.visit_selection import is_planned
from companion.domain.visit_times import told_when
from companion.services.case.library import REVIEWER
from companion.services.compare.next_steps import PRESENT, paths, present_doctor
from companion.ui.compare.aspect_view import USUAL, air, unreadable_rows
from companion.ui.widgets.row import Row
from companion.words import compare as words
from companion.words import compare_now as now_words
from companion.words import comparison as acts
from companion.words import days
from companion.words import options as option_words
from companion.words.guidance import from_pack
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from companion.domain.comparison import Aspect, ChosenPath, Step
    from companion.domain.comparison_table import Column, ComparisonTable
    from companion.domain.outcome import Outcome
    from companion.domain.visit import VisitFile
    from companion.services.compare.next_steps import NextSteps, Path

PATHS = "paths"
"""The key of the rule above all paths."""
PATH = "path"
"""Keys of paths: `path/ID`."""
STEP = "step"
"""Keys of steps: `step/ID`."""
VISIT = "visit"
"""Keys of visits that a path made: `visit/ID`."""
PAPER = "paper"
"""Keys of papers that belong to a path: `paper/NAME`."""
OPTIONS = "options"
NEW_STEP, SURE, LEANING, LEANED, DECIDED = "new-step", "sure", "leaning", "leaned", "decided"
INDENT = "   "
"""Before a line that stands among options and to-dos, which have a mark before them."""
_DEEPER = "       "
_SHOWN = 3
"""Questions that are told by name where there are more."""


def line(key: str, text: str, *, lead: str = "", mood: str = "") -> Row:
    """Return a row that the cursor does not go to."""
    return Row(key, text, lead=lead, selectable=False, mood=mood, prose=True)


def meaning_rows(table: ComparisonTable) -> list[Row]:
    """Return the meaning, what to know of it, what was expected; or what to do without two."""
    if not table.several:
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


# What can be done


def _rule(key: str, text: str) -> Row:
    return Row(key, text, rule=True, selectable=False)


def _paths(table: ComparisonTable, next_steps: NextSteps, width: int) -> list[Row]:
    """Return the paths, all alike; none as long as there is nothing to go on from."""
    if not table.columns and next_steps.chosen is None:
        return []
    return [
        _rule(PATHS, now_words.PATHS_HEADING),
        line("paths-sub", now_words.PATHS_SUB, mood="muted", lead=INDENT),
        *_path_rows(next_steps, width),
    ]


def _named(path: Path, doctor: str) -> str:
    """Return a path in words; the one to the current doctor names that doctor."""
    text = path.text.rstrip(".")
    if path.id != PRESENT or not doctor:
        return text
    if now_words.YOUR_CURRENT_DOCTOR in text:
        return text.replace(now_words.YOUR_CURRENT_DOCTOR, doctor)
    return f"{text} ({doctor})"


def _path_rows(next_steps: NextSteps, width: int) -> Iterator[Row]:
    """Return the paths with what each sets up; those chosen say when, and what they made."""
    chosen = next_steps.chosen
    before = {each.path: each for each in not_deleted(next_steps.session.file.paths)}
    doctor = present_doctor(next_steps.session)
    for path in paths(next_steps.session.file):
        here = chosen is not None and chosen.path == path.id
        last = before.get(path.id)
        right = now_words.MAKES_SHORT.get(path.makes, "") if width >= USUAL else ""
        if last is not None and last.at:
            right = now_words.chosen_on(_plain(next_steps, last.at))
        lead = f"{INDENT}({'x' if here else ' '}) "
        yield Row(
            f"{PATH}/{path.id}",
            _named(path, doctor),
            lead=lead,
            right=right,
            right_mood="muted",
            mood="strong" if here else "",
            tints=(("(x)", "good"),) if here else (),
        )
        about: Iterable[Row] = ()
        if here and chosen is not None:
            about = _chosen(next_steps, path, chosen)
        elif last is not None:
            about = _made(next_steps, path)
        yield from (replace(each, answers_above=True) for each in about)


def _chosen(next_steps: NextSteps, path: Path, chosen: ChosenPath) -> Iterator[Row]:
    """Return what the chosen path is, what it makes or made, and what can be said."""
    if path.means:
        yield line(f"means/{path.id}", path.means, lead=_DEEPER)
    made = [*_made(next_steps, path)]
    yield from made or [line(f"makes/{path.id}", now_words.MAKES.get(path.makes, ""), lead=_DEEPER)]
    if path.say:
        yield line(f"say/{path.id}", f'{now_words.SAY}: "{path.say}"', lead=_DEEPER)
    if path.front_desk:
        text = f'{now_words.FRONT_DESK}: "{path.front_desk}"'
        yield line(f"desk/{path.id}", text, lead=_DEEPER)
    if chosen.why:
        text = f"{acts.PATH_WHY_FIELD}: {one_line(chosen.why)}"
        yield line(f"why/{path.id}", text, lead=_DEEPER)
    if path.id in now_words.PAPERS:
        name, title = now_words.PAPERS[path.id]
        yield Row(f"{PAPER}/{name}", title, lead=_DEEPER)


def _made(next_steps: NextSteps, path: Path) -> Iterator[Row]:
    """Return what a path has made, and by when."""
    visit, steps = next_steps.visit_of(path), next_steps.steps_of(path)
    if visit is not None:
        text = now_words.made_visit(
            name_of(next_steps.session.case, visit.head.clinician_id),
            _when(visit, next_steps.session.context.today()),
            phone=visit.head.phone,
            planned=is_planned(visit.head),
        )
        yield Row(f"{VISIT}/{visit.id}", text, lead=_DEEPER)
    if steps:
        due = [day_of(step.due) for step in steps if step.done_at is None]
        by = min((day for day in due if day is not None), default=None)
        today = next_steps.session.context.today()
        day = days.short_day(by, today) if by is not None else ""
        text = now_words.made_steps(len(steps), day)
        yield line(f"made/{path.id}", text, lead=_DEEPER)


def _when(visit: VisitFile, today: date) -> str:
    """Return the day of a visit, and the time where it has one."""
    return told_when(visit.head, lambda day: days.short_day(day, today))


def step_row(next_steps: NextSteps, step: Step) -> Row:
    """Return a step with its owner and its day."""
    text = one_line(StepsTold(next_steps.session.case)(step))
    due = day_of(step.due)
    done = local_day(step.done_at) if step.done_at is not None else None
    today = next_steps.session.context.today()
    late = due is not None and due < next_steps.session.context.today()
    right = now_words.step_right(
        name_of(next_steps.session.case, step.owner_id),
        days.short_day(due, today) if due is not None else "",
        days.short_day(done, today) if done is not None else "",
        late=due is not None and due < today,
    )
    mark = "[x]" if step.done_at is not None else "[ ]"
    return Row(
        f"{STEP}/{step.id}",
        text,
        lead=f"{INDENT}{mark} ",
        right=right,
        right_mood="mark" if late and done is None else "muted",
        tints=((mark, "good"),) if step.done_at is not None else (),
    )


def _plain(next_steps: NextSteps, at: datetime) -> str:
    return days.plain_day(local_day(at), next_steps.session.context.today())


def _sure(next_steps: NextSteps) -> str:
    last = next_steps.reflection.sure
    if last is None or last.at is None:
        return now_words.NOTHING_WRITTEN
    yes = sum(answer is True for answer in last.answers)
    return now_words.sure(yes, len(last.answers), _plain(next_steps, last.at))


def _own_words(next_steps: NextSteps) -> Iterator[Row]:
    """Return what was written last of how sure, which way and why, and a line to the log."""
    options = len(options_in_order(next_steps.session.file))
    yield Row(OPTIONS, option_words.TITLE, lead=INDENT, right=option_words.counted(options))
    yield Row(SURE, now_words.SURE, lead=INDENT, right=_sure(next_steps))
    said = next_steps.reflection.leanings()
    now = said[-1] if said else None
    text = one_line(now.text) if now is not None else now_words.NO_LEANING
    day = _plain(next_steps, now.at) if now is not None and now.at is not None else ""
    yield Row(LEANING, now_words.own_words(now_words.LEANING, day, text), lead=INDENT)
    if len(said) > 1:
        yield Row(LEANED, now_words.leaned_before(len(said) - 1), lead=_DEEPER)
    decision = next_steps.reflection.decision
    at = _plain(next_steps, decision.at) if decision is not None and decision.at else ""
    why = one_line(decision.text) if decision is not None else now_words.NOTHING_WRITTEN
    yield Row(DECIDED, now_words.own_words(now_words.DECIDED, at, why), lead=INDENT)


def doing_rows(table: ComparisonTable, next_steps: NextSteps, width: int = USUAL) -> list[Row]:
    """Return what can be done now, in lines of that width."""
    return [
        *unreadable_rows(table),
        *_paths(table, next_steps, width),
        air("steps"),
        _rule("steps", now_words.STEPS),
        *(step_row(next_steps, step) for step in next_steps.steps.listed()),
        Row(NEW_STEP, now_words.NEW_STEP, lead=INDENT),
        air("own"),
        *_own_words(next_steps),
    ]


def now_rows(table: ComparisonTable, next_steps: NextSteps, width: int = USUAL) -> list[Row]:
    """Return everything that follows from the comparison, in lines of that width."""
    missing, doing = unreadable_rows(table), doing_rows(table, next_steps, width)
    return [*missing, *meaning_rows(table), air("paths"), *doing[len(missing) :]]
