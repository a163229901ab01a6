"""The README says what is so: its commands, its keys, its pictures, its links."""

from __future__ import annotations

import re
import tomllib

import pytest

from companion import __version__
from tests.contracts.source import ROOT
from tests.oldest import oldest
from tests.readme import README, around_keys, key_tables

START = "python3 -m venv --clear .venv && .venv/bin/pip install . && .venv/bin/companion"
TEST = ".venv/bin/pip install '.[test]' && .venv/bin/pytest"
SHORT_WAY = "uv run companion"
SAID = (
    *("not medical advice", "not yet been read by a clinician", "demo", "0 Home"),
    *("scrollback", "swap", "backups", "export", "open the laptop"),
)
PAGES = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "companion/DECISIONS.md")


def _text() -> str:
    return README.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [START, TEST])
def test_each_of_the_two_commands_stands_on_a_line_of_its_own(command: str) -> None:
    assert _text().splitlines().count(command) == 1


@pytest.mark.parametrize(
    "words",
    [SHORT_WAY, "On Windows", "On a Mac", ".venv\\Scripts\\companion", "py -m venv --clear .venv"],
)
def test_other_systems_and_the_short_way_are_spelled_out(words: str) -> None:
    assert words in _text()


def test_the_run_that_must_pass_takes_its_test_command_from_here() -> None:
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    pattern = re.search(r'grep -m 1 "(.+)" README.md', script)
    assert pattern is not None
    wanted = pattern.group(1).replace("&&", re.escape("&&"))
    assert [line for line in _text().splitlines() if re.search(wanted, line)] == [TEST]


def test_the_table_of_keys_is_that_of_the_commands() -> None:
    """`python -m tests.readme` writes it again."""
    _, tables, _ = around_keys(_text())
    assert tables.strip() == key_tables().strip()


def test_every_picture_is_there_and_told_in_words() -> None:
    pictures = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", _text())
    assert pictures
    for words, place in pictures:
        assert len(words.split()) > 10, place
        assert (ROOT / place).is_file(), place


def test_every_page_linked_to_is_there() -> None:
    links = re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", _text())
    ours = [link for link in links if not link.startswith("https://")]
    assert ours
    assert [link for link in ours if not (ROOT / link).is_file()] == []


@pytest.mark.parametrize("words", SAID)
def test_what_is_not_protected_and_not_promised_is_said(words: str) -> None:
    assert words.casefold() in " ".join(_text().split()).replace("**", "").casefold()


@pytest.mark.parametrize("page", PAGES)
def test_the_pages_of_the_project_are_there(page: str) -> None:
    assert (ROOT / page).read_text(encoding="utf-8").strip()


def test_the_changelog_begins_with_what_is_not_released_yet() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[(.+?)\]", text, re.MULTILINE)
    assert headings[0] == "Unreleased"


def test_the_version_has_one_home() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["tool"]["hatch"]["version"]["path"] == "companion/__init__.py"
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)


def test_each_library_has_a_lowest_release_that_is_tried() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {re.split(r"[>=<;]", each)[0] for each in project["dependencies"]}
    assert {each.partition("==")[0] for each in oldest()} == named - {"tzdata"}
