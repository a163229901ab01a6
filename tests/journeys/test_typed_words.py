"""Words typed where there is no field: whatever they are, nothing that was there is changed."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.commands.catalogue import COMMANDS
from companion.commands.keymap import read_keymap
from companion.domain.question_rows import all_questions, visit_list
from companion.exchange.papers.catalogue import ExportRequest
from companion.services.case.library import CaseLibrary
from companion.services.example.case import make_example
from companion.services.settings import SettingsFile
from companion.services.transfer.exports import export
from companion.ui.app import Companion, CompanionApp, Provided, Start
from tests.journeys.conftest import SMALL, StandingClock, all_packs, new_context, screen_text
from tests.journeys.prepare_case import PARTS, case_of, keys_to, row_at_cursor
from tests.journeys.test_any_keys import LONG, event_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.case import Case
    from companion.domain.question_rows import NumberedQuestion

NOW = datetime(2026, 12, 11, 8, 30, tzinfo=UTC)
ONLY_SHOWS = {
    *("prepare.next_thing", "prepare.plan_visit"),
    *("compare.whole_table", "compare.what_now", "compare.more_topics"),
}
"""Commands of a letter that change nothing and stay in the room."""
BEGINS = {"home.new_case", "home.write_now"}
"""Commands of a letter that begin something new to write in."""


@pytest.mark.promise("keys.letters")
def test_no_letter_is_the_key_of_anything_that_changes_what_is_there() -> None:
    of_letters = {each.id for each in COMMANDS for key in each.keys if len(key) == 1}
    of_letters -= {each.id for each in COMMANDS if all(key.isdigit() for key in each.keys)}
    assert of_letters == ONLY_SHOWS | BEGINS


LISTS = {
    **{f"prepare {part}": ("prepare", keys_to(part)) for part in PARTS if part != "enough"},
    "prepare, the list of parts": ("prepare", ()),
    "prepare, the list at questions": ("prepare", ("home", *["down"] * PARTS.index("questions"))),
    "prepare, a question": ("prepare", (*keys_to("questions"), "down", "down")),
    "prepare, questions to choose": ("prepare", (*keys_to("questions"), "+")),
    "prepare, records to choose": ("prepare", (*keys_to("records"), "+")),
    "prepare, a record": ("prepare", (*keys_to("records"), "down", "enter")),
    "compare, a row": ("compare", ()),
    "compare, the table": ("compare", ("t", "down")),
    "compare, what now": ("compare", ("n", "end")),
    "compare, a step": ("compare", ("n", "f1", "escape", *["down"] * 12)),
    "compare, how sure": ("compare", ("ctrl+p", *"how sure", "enter")),
    "compare, what a doctor had seen": ("compare", ("f5",)),
    "compare, notes behind": ("compare", ("down", "enter")),
    "compare, ratings": ("compare", ("f9",)),
    "home": ("home", ()),
    "home, what is coming up": ("home", ("tab",)),
}
FINDS = frozenset({"compare, notes behind"})
"""Lists in which typing looks for words, in a line that shows them."""
KEYS_FIRST = "+* "
"""Signs that open a line of one's own before the words come, in some lists."""
SENTENCES = (
    "does it hurt",
    "must I stop the medicine now?",
    "no pain any more since Monday",
    "next time: ask about 2 in 100",
    "2 in 100 get it, he says",
    "15 mg is too much",
    "tnm staging?",
    "+ ask about the cost",
    "* why not surgery",
    "yes or no",
    "uuu bbb www ooo",
    "dddddddd",
    "never vnvn",
)


def entries(case: Case) -> dict[str, Any]:
    """Everything of a case by id, and the order and numbers of its questions."""
    whole = json.loads(export(case, ExportRequest(format="json")).data)
    found: dict[str, Any] = {}

    def walk(at: str, value: Any) -> None:  # noqa: ANN401 - any JSON
        if isinstance(value, dict):
            own = value.get("id") or value.get("question_id")
            name = f"{at}/{own}" if own else at
            found.update(
                {
                    f"{name}.{key}": inner
                    for key, inner in value.items()
                    if not isinstance(inner, dict | list)
                }
            )
            for key, inner in value.items():
                walk(f"{name}.{key}", inner)
        elif isinstance(value, list):
            for place, inner in enumerate(value):
                walk(at, inner)
                if isinstance(inner, str):
                    found[f"{at}[{place}]"] = inner

    walk("", whole)
    return found


def all_entries(app: CompanionApp, library: CaseLibrary) -> dict[str, Any]:
    """The same for every case there is."""
    found: dict[str, Any] = {}
    for case_id in library.case_ids():
        here = app.product.session is not None and app.product.session.case_id == case_id
        found |= entries(case_of(app) if here else library.open_readonly(case_id).case)
    return found


def visit_rows(app: CompanionApp) -> tuple[NumberedQuestion, ...]:
    """The list of the visit that has a note of today."""
    case = case_of(app)
    visit = next(each for each in case.visits if any(n.text == "he is late" for n in each.notes))
    return visit_list(visit, all_questions(case))


async def typed_into(where: str, text: str, library: CaseLibrary, app: CompanionApp) -> None:
    """Type a text into a list, and hold what was there against what is there then."""
    _, keys = LISTS[where]
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        for key in keys:
            app.post_message(event_of(key))
            await pilot.pause()
        before = all_entries(app, library)
        for letter in text:
            app.post_message(event_of("space" if letter == " " else letter))
        await pilot.pause()
        await pilot.pause()
        after, screen = all_entries(app, library), screen_text(app)
        changed = {key: (value, after.get(key)) for key, value in before.items()}
        changed = {key: pair for key, pair in changed.items() if pair[0] != pair[1] and pair[0]}
        assert not changed, (where, text, changed)
        new = [value for key, value in after.items() if key not in before]
        begins = where.startswith("home") and text[:1] in "nw"
        told = "Not written" in screen or "Keep typing" in screen
        new += [each for key, each in after.items() if key in before and not before[key]]
        bare = text.lstrip(KEYS_FIRST)
        written = any(isinstance(each, str) and each.lstrip(KEYS_FIRST) == bare for each in new)
        looked_for = where in FINDS and text.strip() in screen
        assert told or written or begins or looked_for, (where, text, screen)


WORDS = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=2, max_size=8)


@pytest.mark.promise("keys.letters")
@settings(max_examples=200 if LONG else 6, deadline=None)
@given(st.sampled_from([*LISTS]), st.lists(WORDS, min_size=1, max_size=5).map(" ".join))
def test_whatever_is_typed_into_a_list_changes_nothing_that_was_there(
    where: str, text: str
) -> None:
    context = new_context(StandingClock(NOW))
    library = CaseLibrary(context)
    provided = Provided(
        library=library,
        example=lambda: library,
        catalogue=all_packs,
        keymap=read_keymap(""),
        settings=SettingsFile(context),
    )
    case_id = make_example(library, all_packs())
    try:
        app = CompanionApp(Companion(provided, Start(LISTS[where][0], case_id)))
        asyncio.run(typed_into(where, text, library, app))
    finally:
        context.syncer.stop()


@pytest.mark.promise("keys.letters")
@pytest.mark.parametrize("where", LISTS)
async def test_a_sentence_typed_into_a_list_changes_nothing_that_was_there(
    where: str, library: CaseLibrary, clock: StandingClock, open_app: Callable[..., CompanionApp]
) -> None:
    clock.at = NOW
    case_id = make_example(library, all_packs())
    at = [*LISTS].index(where)
    some = SENTENCES if LONG else (SENTENCES[0], *(SENTENCES[1:] * 2)[at % 13 :][:2])
    for text in some:
        await typed_into(where, text, library, open_app(room=LISTS[where][0], case_id=case_id))


async def test_a_sentence_in_the_list_of_questions_is_a_question(
    library: CaseLibrary, clock: StandingClock, open_app: Callable[..., CompanionApp]
) -> None:
    clock.at = NOW
    app = open_app(room="prepare", case_id=make_example(library, all_packs()))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("questions"), *"does it hurt", "enter", "escape")
        await pilot.pause()
        assert "does it hurt" in row_at_cursor(app)


@pytest.mark.parametrize("words", ["nothing helps", "does it hurt", "via Dr Lind"])
@pytest.mark.parametrize(
    ("room", "keys"), [("prepare", keys_to("reasons")), ("compare", ("n", "end"))]
)
async def test_words_typed_after_a_line_was_closed_are_a_line_too(
    room: str,
    keys: tuple[str, ...],
    words: str,
    library: CaseLibrary,
    clock: StandingClock,
    open_app: Callable[..., CompanionApp],
) -> None:
    clock.at = NOW
    app = open_app(room=room, case_id=make_example(library, all_packs()))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys, *"so it is", "enter", "escape", *words, "enter", "escape")
        await pilot.pause()
        after = all_entries(app, library)
    assert {"so it is", words} <= set(after.values())


@pytest.mark.parametrize("first", [(), ("n",)])
async def test_what_a_blank_ticked_stays_when_words_follow(
    first: tuple[str, ...],
    library: CaseLibrary,
    clock: StandingClock,
    open_app: Callable[..., CompanionApp],
) -> None:
    clock.at = NOW
    app = open_app(room="prepare", case_id=make_example(library, all_packs()))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*(first or (*keys_to("reasons"), "down", "down", "down")))
        before = all_entries(app, library)
        await pilot.press("down", "space")
        ticked = all_entries(app, library)
        await pilot.press(*"does it hurt", "enter", "escape")
        await pilot.pause()
        after = all_entries(app, library)
    assert ticked != before
    assert {key: value for key, value in ticked.items() if after.get(key) != value} == {}


async def test_a_letter_alone_says_how_to_go_on(
    library: CaseLibrary, clock: StandingClock, open_app: Callable[..., CompanionApp]
) -> None:
    clock.at = NOW
    app = open_app(room="prepare", case_id=make_example(library, all_packs()))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("questions"), "d")
        await pilot.pause()
        assert "Keep typing to write your own line" in screen_text(app)


async def test_what_is_taken_out_is_named_and_comes_back(
    library: CaseLibrary, clock: StandingClock, open_app: Callable[..., CompanionApp]
) -> None:
    clock.at = NOW
    app = open_app(room="prepare", case_id=make_example(library, all_packs()))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("questions"), "delete")
        await pilot.pause()
        said = screen_text(app)
        assert "Removed: What are my options now? Ctrl+Z brings it back." in said
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "must    What are my options now?" in screen_text(app)


@pytest.mark.promise("keys.numbers-stay")
async def test_a_question_of_a_visit_with_notes_is_dropped_and_keeps_its_number(
    library: CaseLibrary, clock: StandingClock, open_app: Callable[..., CompanionApp]
) -> None:
    clock.at = NOW
    app = open_app(room="prepare", case_id=make_example(library, all_packs()))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+g", "2")
        await pilot.pause()
        await pilot.press(*"he is late", "enter", "ctrl+g", "1", "ctrl+g", "1")
        await pilot.pause()
        await pilot.press(*keys_to("questions"), "delete")
        await pilot.pause()
        said = screen_text(app)
        numbers = [(row.number, row.state) for row in visit_rows(app)]
    assert "Question 1 keeps its number" in said
    assert [number for number, _ in numbers] == [*range(1, len(numbers) + 1)]
    assert numbers[0][1] == "dropped"
