"""Packs made for the tests: a good one, and the same with one thing changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.packs.lint import lint
from companion.packs.lint.subject import Subject
from companion.packs.pack_files import read_pack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.domain.pack import Problem

PACK = """\
---
id: made-up
title: Made-up pack
language: en
reviewed: 2026-11-20
sources:
  - name: Soucie 2000
    title: A study of care
    where: Blood 96:437
    year: 2000
    caveat: Men in one land only.
    seen: abstract
---

This pack is for nobody. It is not medical advice.
"""
QUESTIONS = """\
---
kind: questions
title: Questions
position: 2
---

# Questions

Pick a few.

## What we know

- Is my diagnosis right? <!-- right -->
  - why: If it is not, the plan may not fit.
  - ask also: If not, what is it?
  - ask also: How can you tell?
  - priority: must
- How sure are you? <!-- sure -->
  - why: 2 in 100 were wrong (Soucie 2000).
"""
GOOD: dict[str, str] = {"pack.md": PACK, "questions.md": QUESTIONS}
NOTHING: Mapping[str, tuple[str, ...]] = {"general": ()}


def in_bytes(files: Mapping[str, str | bytes]) -> dict[str, bytes]:
    return {
        name: text if isinstance(text, bytes) else text.encode("utf-8")
        for name, text in files.items()
    }


def problems(files: Mapping[str, str | bytes]) -> tuple[Problem, ...]:
    """Whatever reading and every rule have to say."""
    reading = read_pack("packs/made-up", in_bytes(files))
    return (*reading.problems, *lint(Subject(reading, NOTHING)))


def file_of(kind: str, body: str, more: str = "") -> str:
    """A file of a kind with that body."""
    return f"---\nkind: {kind}\ntitle: A file\n{more}---\n{body}"


def found(files: Mapping[str, str | bytes]) -> list[tuple[str, int, str]]:
    """Each problem as file, line and rule."""
    return [(each.file, each.line, each.rule) for each in problems(files)]
