"""Rooms in memory: no disk, a clock that stands still until it is moved, made-up people."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

import pytest

from companion.bootstrap import search_indexer
from companion.commands.keymap import read_keymap
from companion.files.memory import MemoryFiles
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.context import AppContext
from companion.services.home.case_form import pack_choices
from companion.services.settings import SettingsFile
from companion.storage.sync_thread import Syncer
from companion.ui.app import Companion, CompanionApp, Provided, Start
from tests.journeys.visit_case import plan_with_okafor
from tests.support.guidance import catalogue_at_hand, items_of_kind
from tests.support.waiting import wait_for_events

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from companion.packs.catalogue import Catalogue

wait_for_events()

SMALL = (80, 24)
"""The smallest terminal that must do."""
WIDE = (120, 36)
"""A comfortable one."""


def all_packs() -> Catalogue:
    """The packs that come with the program, each read at most once."""
    return catalogue_at_hand()


@dataclass
class StandingClock:
    """Tells one time until it is moved."""

    at: datetime = field(default_factory=lambda: datetime(2026, 11, 24, 9, 0, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **by: float) -> None:
        """Let time pass, in the words of `timedelta`."""
        self.at += timedelta(**by)


@pytest.fixture(autouse=True)
def local_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The laptop stands in UTC, wherever the tests run."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def library(clock: StandingClock) -> Iterator[CaseLibrary]:
    """No case yet."""
    context = new_context(clock)
    yield CaseLibrary(context)
    context.syncer.stop()


def new_context(clock: Callable[[], datetime]) -> AppContext:
    """What services work with; ids are counted."""
    numbers = count(1)
    return AppContext(
        home="/home",
        files=MemoryFiles(),
        device="device00",
        clock=clock,
        new_id=lambda: f"id{next(numbers):08}",
        syncer=Syncer(),
        indexer=search_indexer,
        in_memory=True,
    )


@pytest.fixture
def packs() -> Catalogue:
    return all_packs()


@pytest.fixture
def downs_to(packs: Catalogue) -> Callable[[str], list[str]]:
    """Presses that go from the first pack of the form to another one, by its id."""
    offered = [each.pack.id for each in pack_choices(packs.heads, frozenset())]
    offered.remove("general")

    def downs(pack: str) -> list[str]:
        return ["down"] * offered.index(pack)

    return downs


@pytest.fixture
def make_case(library: CaseLibrary, packs: Catalogue) -> Callable[..., str]:
    """Makes Alva's case, closed again; its id."""

    def make(title: str = "Prevention plan, hemophilia A") -> str:
        chosen = packs.chosen(("hemophilia",))
        session = library.create(
            NewCase(title=title, packs=chosen, patient="Alva", companion="Sam")
        )
        session.close()
        return session.case_id

    return make


@pytest.fixture
def open_app(library: CaseLibrary, packs: Catalogue) -> Callable[..., CompanionApp]:
    """An app on that library, not yet running: `open_app(room="compare", case_id=…)`.

    The one before lets its case go: nothing in memory keeps two writers apart, as locks do.
    """
    built: list[CompanionApp] = []

    def build(**start: str | None) -> CompanionApp:
        for before in built:
            before.product.let_go()
        settings = SettingsFile(library.context)
        provided = Provided(
            library=library,
            example=lambda: library,
            catalogue=lambda: packs,
            keymap=read_keymap(""),
            settings=settings,
        )
        built.append(CompanionApp(Companion(provided, Start(**start))))  # type: ignore[arg-type]
        return built[-1]

    return build


@pytest.fixture
def case_id(library: CaseLibrary, make_case: Callable[..., str]) -> str:
    """Alva's case with the visit planned; its id."""
    case_id = make_case()
    plan_with_okafor(library, case_id)
    return case_id


@pytest.fixture
def app(case_id: str, open_app: Callable[..., CompanionApp]) -> CompanionApp:
    """That visit in its room, not yet running."""
    return open_app(room="visit", case_id=case_id)


def read_first(*packs: str) -> str:
    """How the line begins that must be read first in a case with those packs."""
    items = items_of_kind(all_packs(), packs, "time")
    return items[0].text[:20]


def screen_text(app: CompanionApp) -> str:
    """What stands on the screen, line by line."""
    width, height = app.size
    lines = app.screen._compositor.render_strips(app.size)
    del width, height
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines)
