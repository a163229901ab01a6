"""The watch over the tests itself: a guard that never speaks up guards nothing."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import webbrowser
from typing import TYPE_CHECKING

import pytest

from tests.conftest import WATCH, LeavesTheLaptopError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.support.stand_ins import StandIns


@pytest.fixture(autouse=True)
def forgiven() -> Iterator[None]:
    """What is tried here on purpose is not held against the test."""
    yield
    WATCH.seen.clear()


def _connect() -> None:
    with socket.socket() as one:
        one.connect(("127.0.0.1", 9))


def _listen() -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))


def _send() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.sendto(b"x", ("127.0.0.1", 9))


def _look_up() -> None:
    socket.getaddrinfo("localhost", 80)


def _browse() -> None:
    webbrowser.GenericBrowser("true").open("http://localhost")


def _start() -> None:
    subprocess.run([sys.executable, "-V"], check=True)


@pytest.mark.promise("keys.no-network")
@pytest.mark.parametrize("act", [_connect, _listen, _send, _look_up, _browse, _start])
def test_a_test_fails_when_anything_reaches_out(act: Callable[[], None]) -> None:
    with pytest.raises(LeavesTheLaptopError):
        act()
    assert WATCH.seen


def test_only_a_stand_in_of_the_tests_own_may_be_started(stand_ins: StandIns) -> None:
    subprocess.run([stand_ins.add("lp"), "a"], check=True)
    assert stand_ins.given("lp") == ["a"]
    with pytest.raises(LeavesTheLaptopError):
        _start()


def test_the_event_loop_may_have_its_own_pair_of_sockets() -> None:
    asyncio.run(asyncio.sleep(0))
    assert not WATCH.seen


@pytest.mark.promise("files.nothing-beside")
def test_no_test_knows_the_real_home_folder() -> None:
    assert "home" in os.environ["COMPANION_HOME"]
    assert not os.path.exists(os.environ["HOME"])
