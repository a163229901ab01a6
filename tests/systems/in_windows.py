"""What is done in a world like that of Windows; `tests.systems.__main__` reads this in one."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
from typing import TYPE_CHECKING, Any

import pytest

from companion import bootstrap
from companion.cli.entry import main
from companion.commands.keymap import read_keymap
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.case.trash import bring_back, discard_case, in_trash
from companion.services.example.case import make_example
from companion.services.settings import SettingsFile
from companion.ui.app import Companion, CompanionApp, Provided, Start
from companion.ui.terminal import driver, terminal_writer
from tests.systems.windows import Loop

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from tests.systems.windows import Disk

HOME = r"C:\Users\Alva\companion"
CALENDAR = r"C:\Users\Alva\visit.ics"
_VISIT = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1@clinic
DTSTART:20261203T140000Z
DTEND:20261203T143000Z
SUMMARY:Dr Lind
END:VEVENT
END:VCALENDAR
"""


def _says(*arguments: str, typed: str = "", code: int = 0) -> str:
    """What a command prints, results and remarks."""

    out, said = io.BytesIO(), io.StringIO()
    reads, writes = os.pipe()
    os.write(writes, typed.encode())
    os.close(writes)
    keyboard = os.fdopen(reads, encoding="utf-8")
    printed = io.TextIOWrapper(out, write_through=True)
    before, sys.stdin = sys.stdin, keyboard
    try:
        with (
            contextlib.redirect_stdout(printed),
            contextlib.redirect_stderr(said),
            pytest.raises(SystemExit) as end,
        ):
            main(list(arguments))
    finally:
        sys.stdin = before
    assert end.value.code == code, (arguments, said.getvalue())
    return out.getvalue().decode() + said.getvalue()


def commands(disk: Disk) -> None:
    """A case is made, planned, written in, searched, exported, copied, thrown away and erased."""
    case = _says("new", "--title", "Left knee").split()[0]
    _says("plan", "1", "--with", "Dr Lind", "--at", "2026-12-03T14:00")
    with open(disk.real(CALENDAR), "w", encoding="utf-8") as file:
        file.write(_VISIT)
    _says("import", CALENDAR, "--into", "1")
    assert "Dr Lind" in _says("list")
    assert "Left knee" in _says("show", "1")
    for kind in ("markdown", "text", "html", "json", "csv", "ics"):
        target = rf"C:\Users\Alva\knee.{kind}"
        _says("export", "1", "--format", kind, "-o", target)
        assert os.path.getsize(disk.real(target)) > 0
    store = rf"{HOME}\cases\{case}\case.json"
    assert store in _says("export", "1", "--format", "text", "-o", store, code=1)
    assert _says("check", "content\\").strip() == ""
    assert _says("where").strip() == HOME
    assert "Everything can be read" in _says("self-check")
    backup = r"C:\Users\Alva\all.zip"
    _says("backup", backup)
    _says("erase", case, "--yes")
    assert not os.path.exists(disk.real(rf"{HOME}\cases\{case}"))
    _says("restore", backup)
    assert "Left knee" in _says("list")


def notes(disk: Disk) -> None:
    """Notes are taken from standard input, into a visit that is made for them."""
    del disk
    _says("new", "--title", "Left knee")
    _says("note", "1", "-", typed='long wait\r\n" it can wait\n! ask for the report\n')
    shown = _says("show", "1")
    assert "long wait" in shown
    assert "it can wait" in shown
    assert "report" in _says("search", "report")


def example(disk: Disk) -> None:
    """The made-up example is made, shown in each room, and nothing of it is kept."""
    _in_the_rooms(_example())
    assert not os.path.exists(disk.real(HOME))


async def _example() -> None:
    library = _example_shelf()
    for room in ("prepare", "visit", "compare", "guide"):
        app = _app(library, room=room, case_id=library.case_ids()[0])
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert type(app.screen).__module__.startswith(f"companion.ui.{room}.")


def rooms(disk: Disk) -> None:
    """Each door of Home leads somewhere, a visit is written in, and a case goes to the trash."""
    _in_the_rooms(_doors())
    _in_the_rooms(_others())
    _in_the_rooms(_trash())
    assert disk.refused


async def _doors() -> None:
    for door in "12345":
        app = _app(_library(f"{HOME}-{door}"))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            app.terminal_opened()
            first = _screen(app)
            assert "Hello" in first
            await pilot.press(door)
            await pilot.pause()
            assert "Hello" not in _screen(app)
            if door == "3":  # It asks who and when first.
                await pilot.press("escape")
            if door in "23":
                await pilot.press(*"it can wait", "enter", *"half a line")
                await pilot.pause()
                assert app.product.session is not None
                assert app.product.session.saved_state.all_saved
        if door in "23":
            (session,), unreadable = _library(f"{HOME}-{door}").read_heads()
            case = session.case
            assert not unreadable
            assert [note.text for visit in case.visits for note in visit.notes] == ["it can wait"]
            assert _half_lines(_library(f"{HOME}-{door}")) == ["half a line"]


async def _others() -> None:

    library = _library()
    session = library.create(NewCase(title="Left knee"))
    session.close()
    app = _app(library, room="prepare", case_id=session.case_id)
    async with app.run_test(size=(80, 24)) as pilot:
        for digit, room in (("3", "compare"), ("4", "guide"), ("1", "prepare"), ("0", "home")):
            await pilot.press("ctrl+g", digit)
            await pilot.pause()
            assert type(app.screen).__module__.startswith(f"companion.ui.{room}.")


async def _trash() -> None:

    library = _library()
    case_id = library.case_ids()[0]
    discard_case(library, case_id)
    assert [each.case_id for each in in_trash(library)] == [case_id]
    bring_back(library, case_id)
    assert case_id in library.case_ids()


def ending(disk: Disk) -> None:
    """A signal ends a room, saved, though the loop waits for no pipe."""
    del disk
    _in_the_rooms(_told_to_end())
    assert _half_lines(_library()) == ["half a line"]


async def _told_to_end() -> None:
    app = _app(_library())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.terminal_opened()
        await pilot.press("2")
        await pilot.pause()
        await pilot.press(*"half a line")
        await pilot.pause()
        signal.raise_signal(signal.SIGTERM)
        await pilot.pause()
    assert app.return_code == 128 + signal.SIGTERM


def no_screen(disk: Disk) -> None:
    """After an end in a hurry the terminal is given back, though it can't be asked to wait."""
    del disk

    reads, writes = os.pipe()
    terminal_writer.reset_terminal(writes)
    assert os.read(reads, 4096) == terminal_writer.SANE
    assert driver.driver_class() is None


def _half_lines(library: CaseLibrary) -> list[str]:
    cases = [each.case for each in library.read_heads()[0]]
    return [each.text for case in cases for visit in case.visits for each in visit.composer]


def _in_the_rooms(act: Coroutine[Any, Any, None]) -> None:
    loop = Loop()
    try:
        loop.run_until_complete(act)
    finally:
        loop.close()


def _library(home: str = HOME) -> CaseLibrary:

    return bootstrap.library(home)


def _app(library: CaseLibrary, room: str = "home", case_id: str | None = None) -> CompanionApp:

    settings = SettingsFile(library.context)
    catalogue = bootstrap.packs(library.context)
    provided = Provided(library, _example_shelf, lambda: catalogue, read_keymap(""), settings)
    return CompanionApp(Companion(provided, Start(room, case_id)))


def _example_shelf() -> CaseLibrary:

    context = bootstrap.in_memory(bootstrap.context(HOME))
    library = CaseLibrary(context)
    make_example(library, bootstrap.packs(context))
    return library


def _screen(app: CompanionApp) -> str:
    lines = app.screen._compositor.render_strips(app.size)
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines)


WHAT: dict[str, Callable[[Disk], None]] = {
    each.__name__: each for each in (commands, notes, example, rooms, ending, no_screen)
}
