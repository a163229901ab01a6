"""Kinds of a pack's files, and what each may contain. `content/README.md` says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.pack import PART

if TYPE_CHECKING:
    from collections.abc import Mapping

PACK_FILE = "pack.md"
"""The file that makes a folder a pack."""
NOT_PACK_FILES = frozenset({"README.md", "COVERAGE.md"})
"""Files about packs, beside them."""
ABOUT = "about"
"""Kind and item id of the body of `pack.md`."""
ARTICLE = "article"
"""Kind of a prose file; headings with an id are items too."""
LETTER = "letter"
"""Kind of a prose file with merge fields."""
PROSE_KINDS = frozenset({ARTICLE, LETTER})
"""Kinds whose items have a body."""

LIST_FIELDS: Mapping[str, frozenset[str]] = {
    kind: frozenset({"source", *fields})
    for kind, fields in {
        "reasons": ("why", "ask also", "say", "situation"),
        "time": ("urgent", "instead of", "why", "say", "ask also", "situation"),
        "telling": ("say", "why", "step"),
        "records": ("why", "holder", "changes", "say", "situation"),
        "questions": ("why", "ask also", "priority", "alone", "aspect", "part", "situation"),
        "news": ("why", "ask also", "aspect", "part"),
        "cover": ("why",),
        "aspects": ("why", "means", "ask also", "part", "situation"),
        "outcomes": ("means", "why", "say", "step"),
        "paths": ("means", "why", "say", "front desk", "makes", "step"),
        "ask-both": ("why", "ask also", "row"),
        "debrief": ("why", "say"),
        "recall": ("why", "aspect", "part", "question"),
        "support": ("contact", "why"),
        "glossary": ("means", "why"),
        "moment": ("why",),
        "door": ("why", "ask also", "say", "aspect"),
        "priorities": ("why", "means"),
        "goals": ("why", "say"),
        "roles": ("why", "say", "step"),
        "before": ("why", "say"),
        "opening": ("why", "say"),
        "confidence": ("why", "means"),
    }.items()
}
"""Fields that the items of each kind of list may have."""
FIELDS = frozenset().union(*LIST_FIELDS.values())
PROSE_FIELDS = frozenset({"why", "ask also", "say", "front desk", "means", "step", "situation"})
"""Fields that are sentences: they count for reading age and balance."""
FIELD_VALUES: Mapping[str, frozenset[str]] = {
    "priority": frozenset({"must", "should", "could"}),
    "alone": frozenset({"yes", "no"}),
    "urgent": frozenset({"first", "yes", "no"}),
    "changes": frozenset({"most", "some", "little", "nothing"}),
    PART: frozenset({"what", "advised", "why", "next", "who", "call"}),
    "makes": frozenset({"visit", "message", "steps", "sheet", "date"}),
}
"""Fields with a fixed set of values."""
NEEDED_FIELDS: Mapping[str, str] = {"glossary": "means", "paths": "makes"}
"""The field that every item of a kind must have."""
BALANCED_KINDS = frozenset({"outcomes", "paths"})
"""Kinds whose items are options side by side, none with more words than another."""
KINDS = frozenset({*LIST_FIELDS, *PROSE_KINDS})

PLACES = frozenset(
    {
        *("allergies", "answers", "birth_date", "clinic", "clinician", "companion"),
        *("condition", "date", "decide_by", "diagnosis", "goal", "insurer", "medicines"),
        *("numbers", "opening", "other_clinic", "other_clinician", "patient", "phone", "plan"),
        *("present_opinion", "priorities", "questions", "reason", "reasons", "records"),
        *("records_there", "results", "referral", "signature", "steps", "summary", "telling"),
        *("timeline", "visit_date"),
    }
)
"""Merge fields that a letter may have."""

PACK_KEYS = frozenset(
    {
        *("id", "title", "language", "extends", "reviewed", "reviewer", "next_review"),
        *("funding", "country", "hides", "situations", "sources"),
    }
)
"""Front matter of `pack.md`."""
FILE_KEYS = frozenset({"id", "kind", "title", "reviewed", "position", "paper"})
"""Front matter of every other file; `id` only for prose, `paper` only for letters."""
SOURCE_KEYS = frozenset({"name", "title", "where", "year", "read", "caveat", "seen"})
SITUATION_KEYS = frozenset({"id", "title"})
SEEN = frozenset({"full text", "abstract", "press", "secondary"})
"""How a source was read."""
