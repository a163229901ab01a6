"""What to type to go on is what was typed, as far as the program can know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.cli.reopen_command import reopen_command

if TYPE_CHECKING:
    from pathlib import Path

PYTHON = "/usr/bin/python3"


@pytest.mark.promise("command.typed-wrong")
@pytest.mark.parametrize(
    ("typed", "again"),
    [
        ([PYTHON, ".venv/bin/companion"], ".venv/bin/companion"),
        ([PYTHON, ".venv/bin/companion", "open", "1"], ".venv/bin/companion"),
        ([PYTHON, "/opt/a b/companion", "--home", "x"], "'/opt/a b/companion'"),
        (["python", "-m", "companion"], "python -m companion"),
        ([".venv/bin/python", "-m", "companion", "open", "1"], ".venv/bin/python -m companion"),
        (["python", "-X", "utf8", "-m", "companion", "demo"], "python -X utf8 -m companion"),
        ([PYTHON, "-c", "import companion"], "companion"),
        ([PYTHON], "companion"),
    ],
)
def test_the_program_is_named_as_it_was_typed(typed: list[str], again: str) -> None:
    assert reopen_command(None, typed, {"PATH": "/nowhere"}) == again


@pytest.mark.parametrize(
    ("home", "added"),
    [("x", "--home x"), ("my notes", "--home 'my notes'"), ("~/x", "--home '~/x'"), (None, "")],
)
def test_the_data_folder_that_was_named_is_named_again(home: str | None, added: str) -> None:
    typed = [PYTHON, ".venv/bin/companion"]
    assert reopen_command(home, typed, {}) == f".venv/bin/companion {added}".strip()


def test_where_the_shell_finds_it_by_its_name_that_is_all(tmp_path: Path) -> None:
    script = tmp_path / "companion"
    script.touch(0o755)
    typed = [PYTHON, str(script), "open", "1"]
    assert reopen_command(None, typed, {"PATH": str(tmp_path)}) == "companion"
    assert reopen_command("x", typed, {"PATH": str(tmp_path)}) == "companion --home x"
    assert reopen_command(None, typed, {"PATH": "/nowhere"}) == str(script)


def test_uv_is_named_where_it_runs_the_program(tmp_path: Path) -> None:
    script = tmp_path / "companion"
    script.touch(0o755)
    environ = {"PATH": str(tmp_path), "UV_RUN_RECURSION_DEPTH": "1"}
    assert reopen_command("x", [PYTHON, str(script)], environ) == "uv run companion --home x"
