"""No test touches a real home folder or the network, or starts a program but a stand-in."""

from __future__ import annotations

import gc
import os
import sys
import time
from compileall import compile_dir
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from companion.words.habits import HERE
from tests.support import commands, environment
from tests.support.stand_ins import StandIns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

environment.put_in_order()

ROOT = Path(__file__).parents[1]
LONG = (
    *("tests/faults/test_hands.py", "tests/faults/test_typing_kills.py"),
    *("tests/faults/test_faults.py", "tests/unit/services/test_search_counts.py"),
    *("tests/terminal/visit/test_replay.py", "tests/terminal/visit/test_disk_trouble.py"),
    *("tests/terminal/surface/test_sequences.py", "tests/terminal/surface/test_output.py"),
    *("tests/terminal/product/test_palette.py", "tests/terminal/product/test_surface.py"),
    *("tests/terminal/test_setup.py", "tests/journeys/test_any_keys.py"),
)
"""Files with tests that take long, longest first. They begin first: at the end they would be waited
for alone."""
STARTS_THE_PROGRAM = "starts_the_program"
FOLDERS_THAT_START_IT = (
    "tests/terminal",
    "tests/browser",
    "tests/faults",
    "tests/bench",
    "tests/systems",
    "tests/unit/cli",
)
"""Their tests run the program, or another one, from outside."""
NEVER = frozenset(
    {
        *("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"),
        *("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"),
        "webbrowser.open",
    }
)
"""What may never happen, as Python's audit events name it."""
ONLY_FROM_OUTSIDE = frozenset({"subprocess.Popen", "os.system", "os.posix_spawn", "os.spawn"})
"""What only a test may do that starts the program itself."""


class LeavesTheLaptopError(AssertionError):
    """Something tried to reach out of the process."""


class Watch:
    """Hears every audit event of the process; speaks up for those that must not be."""

    def __init__(self) -> None:
        self.starting_allowed = True
        """Whether another program may be started."""
        self.stand_ins = ""
        """A folder whose programs may be started by any test; empty where there is none."""
        self.seen: list[str] = []
        """What was tried, though it was refused."""
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        forbidden = event in NEVER and not _within_socketpair(sys._getframe(1))
        starts = event in ONLY_FROM_OUTSIDE and not (
            self.starting_allowed or self._is_stand_in(arguments)
        )
        if forbidden or starts:
            self.seen.append(f"{event} {arguments!r}")
            raise LeavesTheLaptopError(self.seen[-1])

    def _is_stand_in(self, arguments: tuple[object, ...]) -> bool:
        """Whether exactly a program of the test's own is started."""
        folder = os.path.dirname(str(arguments[0])) if arguments else ""
        return bool(self.stand_ins) and folder == self.stand_ins


def _within_socketpair(frame: FrameType | None) -> bool:
    """Whether the event loop makes its own pair of sockets, which some systems do by address."""
    while frame is not None:
        if frame.f_code.co_name in {"socketpair", "_fallback_socketpair"}:
            return True
        frame = frame.f_back
    return False


WATCH = Watch()


def pytest_configure(config: pytest.Config) -> None:
    """Name the marks of ours."""
    config.addinivalue_line("markers", f"{STARTS_THE_PROGRAM}: runs the program from outside")
    config.addinivalue_line("markers", "promise(name): shows what tests/contracts/promises.py says")
    if not hasattr(config, "workerinput"):
        # Programs that tests start write no bytecode; each would translate all of it for itself.
        compile_dir(ROOT / "companion", quiet=2)


def pytest_sessionfinish() -> None:
    """End what was started once for all tests."""
    commands.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests in the folders that drive the program from outside need no mark of their own."""
    for item in items:
        place = Path(item.path).relative_to(ROOT).as_posix()
        if place.startswith(FOLDERS_THAT_START_IT):
            item.add_marker(STARTS_THE_PROGRAM)
    items[:] = long_first(items, int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")))


def long_first(items: list[pytest.Item], workers: int) -> list[pytest.Item]:
    """Return all tests; the stretch of them that each worker is given begins with long ones."""
    places = {item: item.nodeid.partition("::")[0] for item in items}
    long = sorted(
        (each for each in items if places[each] in LONG), key=lambda each: LONG.index(places[each])
    )
    rest = [each for each in items if places[each] not in LONG]
    share = -(-len(rest) // workers)
    dealt = (
        [*long[number::workers], *rest[number * share : (number + 1) * share]]
        for number in range(workers)
    )
    return [each for some in dealt for each in some]


@pytest.fixture(autouse=True)
def no_real_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A data folder and a home of the test's own; neither is made before something is kept."""
    place = tmp_path_factory.mktemp("home")
    for name in [name for name in os.environ if name.startswith(("XDG_", "TEXTUAL"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(place / "person"))
    monkeypatch.setenv("COMPANION_HOME", str(place / "data"))
    yield place
    assert not (place / "person").exists(), "the program wrote into the home folder"


@pytest.fixture(autouse=True)
def nothing_held() -> Iterator[None]:
    """A program that has opened holds what is there for good; what a test leaves is let go."""
    yield
    gc.unfreeze()


@pytest.fixture
def laptop_in() -> Iterator[Callable[[str], None]]:
    """Moves the laptop to a time zone; afterwards it is back where the tests run."""
    with pytest.MonkeyPatch.context() as patch:

        def move(zone: str) -> None:
            patch.setenv("TZ", zone)
            time.tzset()

        yield move
    time.tzset()


@pytest.fixture
def habit_of() -> Iterator[Callable[[str], None]]:
    """Tells days and times as in a country; afterwards as in none."""
    yield HERE.follow
    HERE.follow()


@pytest.fixture
def stand_ins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIns]:
    """Stand-ins for a browser and a printer, none of them there yet; no other can be found."""
    made = StandIns(tmp_path)
    for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(made.folder))
    WATCH.stand_ins = str(made.folder)
    yield made
    WATCH.stand_ins = ""
    made.ended()


@pytest.fixture(autouse=True)
def nothing_leaves(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test in which anything connects, listens, looks up, or starts a program."""
    WATCH.seen.clear()
    WATCH.starting_allowed = request.node.get_closest_marker(STARTS_THE_PROGRAM) is not None
    yield
    WATCH.starting_allowed = True
    assert WATCH.seen == []
