"""The files of a new pack: one example in each, to be written over."""

from __future__ import annotations

from typing import Final

FILES: Final = {
    "pack.md": """\
---
id: {id}
title: {title}
language: en
extends: [general]
reviewed: {today}
next_review: {next_review}
funding: none
situations:
  - id: just-told
    title: You have just been told what you have.
sources:
  - name: Example {year}
    title: The title as it stands in print
    where: Journal, volume and first page; or the address of the page
    year: {year}
    read: {today}
    caveat: Who it was about, and how sure it is. This one is made up.
    seen: secondary
---

Say here who this guidance is for, in 2 or 3 sentences. It is not medical advice.
""",
    "time.md": """\
---
kind: time
title: Is there time?
position: 1
---

# Is there time?

## Urgent first

- Write the signs of an emergency here, and who to call. <!-- time-emergency -->
  - urgent: yes
  - why: Say what can happen if no one acts.
  - source: Example {year}

## If your doctor says there is time

- Write here what can wait, and for how long. <!-- time-can-wait -->
""",
    "reasons.md": """\
---
kind: reasons
title: Why a second opinion
position: 2
---

# Why a second opinion

- I want to be sure that the diagnosis is right. <!-- reason-sure -->
  - why: Say why this is a fair reason.
""",
    "records.md": """\
---
kind: records
title: Records
position: 3
---

# Records

- Lab report, by the name that stands on it <!-- record-lab -->
  - why: Say what it shows.
  - holder: the lab
  - changes: most
""",
    "questions.md": """\
---
kind: questions
title: Questions to ask
position: 4
---

# Questions to ask

## About the diagnosis

- Is my diagnosis right? <!-- diagnosis-right -->
  - why: If it is not, the plan may not fit.
  - ask also: If not, what would you call it?
  - priority: must
  - situation: just-told
  - aspect: aspect-subtype
""",
    "aspects.md": """\
---
kind: aspects
title: Topics to compare
position: 5
---

# Topics to compare

- Subtype <!-- aspect-subtype -->
  - means: The exact kind, as each doctor names it.
  - part: what
""",
    "glossary.md": """\
---
kind: glossary
title: Words you may hear
position: 6
---

# Words you may hear

- subtype <!-- word-subtype -->
  - means: The exact kind of an illness.
""",
    "support.md": """\
---
kind: support
title: Help and support
position: 7
---

# Help and support

- A group for people with this illness <!-- support-group -->
  - contact: "its address, as text"
  - why: Say what it can do.
""",
    "articles/about.md": """\
---
kind: article
id: about-{id}
title: What to know first
position: 8
---

# What to know first

Write here what someone should know before the visit. Short words and short sentences help most. \
Say who found each fact, and when (Example {year}).
""",
}
"""Name of each file to its text; places in braces are filled in."""


def made(folder: str) -> str:
    """A new pack was written."""
    return f"Write over the examples, then check it: companion check {folder}"


def bad_name(given: str) -> str:
    """The name cannot be the id of a pack."""
    return f"{given} can't be a pack's name; use small letters, numbers and dashes, a letter first."


def name_taken(given: str) -> str:
    """There is a pack with that id."""
    return f"There's a pack {given} already, so nothing was saved; choose another name."


def folder_taken(folder: str) -> str:
    """There is something at the folder's path."""
    return f"{folder} is there already, so nothing was saved; choose another name."
