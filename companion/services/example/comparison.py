"""The comparison of the made-up case, and its next steps."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from companion.domain.comparison import Verdict, Why
from companion.services.compare.comparison import Comparison
from companion.services.compare.next_steps import NextSteps, paths
from companion.services.compare.options import OptionsEditor
from companion.services.example.preparation import bring_records_up_to_date
from companion.words import example_opinions as opinions

if TYPE_CHECKING:
    from companion.domain.comparison import Step
    from companion.domain.visit import VisitFile
    from companion.services.example.story import Story

COMPARED_AFTER = timedelta(days=7)
"""How long after the visit the opinions were compared."""


def compare(story: Story, visit: VisitFile) -> None:
    """Lay both opinions side by side, and decide what is done next."""
    story.clock.at = story.days.visit + COMPARED_AFTER
    bring_records_up_to_date(story)
    _judge(story)
    _lay_out_options(story, visit)
    _reflect(story)
    for told in opinions.STEPS:
        _plan_step(story, visit, told)


def _judge(story: Story) -> None:
    comparison = Comparison(story.session)
    for said in opinions.ASPECTS:
        aspect = story.aspect(said)
        if aspect is None:
            continue
        if said.verdict:
            comparison.judge(aspect.id, Verdict(said.verdict))
        for why in said.why:
            comparison.toggle_why(aspect.id, Why(why))
        for _ in range(said.stars):
            comparison.add_star(aspect.id)


def _lay_out_options(story: Story, visit: VisitFile) -> None:
    editor = OptionsEditor(story.session)
    people = story.session.file.people
    for (name, cells), last in zip(opinions.OPTIONS, (False, False, True), strict=True):
        draft = editor.option_draft(editor.table.options[-1]) if last else editor.new_option_draft()
        draft.finish(name)
        option = editor.table.options[-1 if last else -2]
        for cell in cells:
            criterion = editor.table.criteria[cell.topic]
            editor.cell_draft(option, criterion).finish(cell.text)
            for note in cell.notes:
                editor.toggle_note(option, criterion, visit.notes[note].id)
            for person, stars in zip(people, cell.stars, strict=False):
                for _ in range(stars):
                    editor.add_star(option, criterion, person.id)


def _reflect(story: Story) -> None:
    following = NextSteps(story.session)
    following.choose(next(path for path in paths(story.session.file) if path.id == opinions.PATH))
    if following.chosen is not None:
        following.path_why_draft(following.chosen).finish(opinions.PATH_WHY)
    for place, yes in enumerate(opinions.SURE):
        following.reflection.answer(place, yes=yes)
    following.reflection.leaning_draft().finish(opinions.LEANING)


def _plan_step(story: Story, visit: VisitFile, told: opinions.PlannedStep) -> None:
    """Give a step its owner and its day; one that was no note is written first."""
    steps = NextSteps(story.session).steps
    if told.note is None:
        steps.new_draft().finish(told.text)
    step_id = story.session.file.steps[-1].id if told.note is None else visit.notes[told.note].id

    def now() -> Step:
        return next(step for step in steps.listed() if step.id == step_id)

    steps.day_draft(now()).finish(story.day(told.due))
    while now().owner_id != story.person_id(told.owner):
        steps.next_owner(now())
    if told.done is not None:
        compared, started = story.clock.at, visit.head.started_at or story.days.visit
        story.clock.at = started + timedelta(days=told.done)
        steps.toggle_done(now())
        story.clock.at = compared
