"""The guidance can be read line by line, with when it was checked and where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.cli.program import Program

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def program(tmp_path: Path) -> Program:
    home = tmp_path / "home"
    own = home / "packs/own"
    own.mkdir(parents=True, mode=0o700)
    home.chmod(0o700)
    (own / "pack.md").write_text(
        "---\nid: own\ntitle: My illness\nlanguage: en\nextends: [general]\n"
        "reviewed: 2026-11-20\nreviewer: Maria Lopez, hematologist\nnext_review: 2027-05-31\n"
        "funding: A charity\ncountry: [US]\n"
        "sources:\n  - name: Soucie 2000\n    title: A study of care\n    where: Blood 96:437\n"
        "    year: 2000\n    read: 2026-11-19\n    caveat: Long ago.\n    seen: abstract\n"
        "---\n\nFor me.\n",
        "utf-8",
    )
    (own / "centers.md").write_text(
        "---\nkind: article\nid: centers\ntitle: Wombat centers\n---\n\n"
        "They do it often (Soucie 2000).\n",
        "utf-8",
    )
    (own / "time.md").write_text(
        "---\nkind: time\ntitle: Time\n---\n\n## Urgent\n\n- Call now. <!-- now -->\n"
        "  - urgent: yes\n  - source: Soucie 2000\n  - situation: You are a child.\n",
        "utf-8",
    )
    return Program(home)


def test_the_texts_are_listed_under_their_sections(program: Program) -> None:
    lines = program.run("guide", "--pack", "own").out.splitlines()
    assert lines[0] == "Is there time?"
    assert lines[lines.index("My illness") + 1] == "  Wombat centers"


def test_a_text_is_printed_with_who_has_read_it_its_sources_and_who_is_behind_it(
    program: Program,
) -> None:
    assert program.run("guide", "WOMBAT").out.splitlines() == [
        "Wombat centers",
        "==============",
        "Wording checked on 20 November 2026. Read by Maria Lopez, hematologist.",
        "",
        "They do it often (Soucie 2000).",
        "",
        "Sources",
        "- Soucie 2000: A study of care. Blood 96:437. Read on 19 November 2026.",
        "  Keep in mind: Long ago.",
        "",
        "My illness. Next check of the wording: by 31 May 2027. Paid for by: A charity.",
        "Its rights and phone numbers are for: United States.",
        "This is general information, not medical advice. Ask your doctor.",
        "",
    ]


def test_what_is_urgent_with_the_illness_stands_below_what_is_always_first(
    program: Program,
) -> None:
    lines = program.run("guide", "time", "--pack", "own").out.splitlines()
    urgent = [line for line in lines if line.startswith("!")]
    assert urgent[0] != "!  Call now."
    assert "!  Call now." in urgent[1:]
    assert lines[lines.index("!  Call now.") + 1] == "   Fits when: You are a child."
    assert "Not all of it has been read by a clinician." in " ".join(lines[2:4])


@pytest.mark.parametrize("arguments", [("zzzz",), ("--pack", "nowhere")])
def test_words_that_are_nowhere_and_packs_that_are_not_there_are_refused(
    program: Program, arguments: tuple[str, ...]
) -> None:
    refused = program.run("guide", *arguments)
    assert (refused.code, refused.out, refused.err.count("\n")) == (1, "", 1)
