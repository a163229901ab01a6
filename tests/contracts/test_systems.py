"""One module says what the system can do; the others ask it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.contracts.source import Source, sources

if TYPE_CHECKING:
    from collections.abc import Iterator

ONE_PLACE = "companion/system.py"
OF_UNIX = frozenset(
    {"fcntl", "termios", "resource", "pwd", "grp", "tty", "pty", "msvcrt", "winreg"}
)
WHICH = frozenset({"sys.platform", "os.name", "os.uname", "platform.system", "os.sep", "os.altsep"})
WHETHER = frozenset({"hasattr", "getattr"})
ASKED = frozenset({"os", "signal", "sys", "socket", "time", "errno", "select"})
"""Modules of the standard library that hold other things on other systems."""


def _told_by_a_proxy(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            found = {each.name for each in node.names} & (OF_UNIX | {"posixpath", "ntpath"})
        elif isinstance(node, ast.ImportFrom):
            found = {node.module or ""} & (OF_UNIX | {"posixpath", "ntpath"})
        elif isinstance(node, ast.Attribute):
            found = {ast.unparse(node)} & WHICH
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in WHETHER:
            found = {ast.unparse(node.args[0])} & ASKED
        else:
            continue
        for each in found:
            yield f"{source.name}:{node.lineno}: {each}"


def test_no_other_module_asks_which_system_it_is() -> None:
    told = [each for source in sources() for each in _told_by_a_proxy(source)]
    assert [each for each in told if not each.startswith(ONE_PLACE)] == []


@pytest.mark.parametrize(
    "line",
    [
        'import os\nhas = hasattr(os, "set_blocking")',
        'import os\nflag = getattr(os, "O_NOFOLLOW", 0)',
        'import sys\nif sys.platform == "win32": pass',
        'import os\nif os.name != "posix": pass',
        "try:\n    import fcntl\nexcept ImportError:\n    fcntl = None",
        "from termios import tcgetattr",
        'import signal\nhup = getattr(signal, "SIGHUP", 1)',
        "import posixpath",
    ],
)
def test_a_module_that_asks_would_be_seen(line: str) -> None:
    source = next(each for each in sources() if each.name == "companion/bootstrap.py")
    assert list(_told_by_a_proxy(Source(source.path, line)))
