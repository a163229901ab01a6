"""A case in which every word that a person may have written means harm to a terminal."""

from __future__ import annotations

import json
from typing import Any, Final

from tests.support.case_json import export_json
from tests.support.example_case import example_case

HARM: Final = (
    "\x1b]52;c;UFdORUQ=\x1b\\",
    "\x1b]0;title\x07",
    "\x1b[2J\x1b[6n",
    "\x9b31m\x9d0;t\x9c",
    "50\u202e5 mg\u2066 a\u200bb",
    "nul\x00 so\x0e del\x7f bs\x08",
    "\x1b]8;;http://a/\x1b\\link",
    "\x1bP+q544e\x1b\\",
    "unfinished \x1b[",
)
MARKUP: Final = ("[@click=app.quit]x[/]", "[/b]", "[x]", "[b]bold", "$text [$", "`*_#")
NOT_WORDS: Final = frozenset(
    {
        *("format", "version", "id", "role", "status", "state", "priority", "kind", "result"),
        *(
            "verdict",
            "why",
            "at",
            "zone",
            "due",
            "decide_by",
            "chase_on",
            "covered",
            "numbers_wanted",
        ),
        *("created_at", "started_at", "ended_at", "handed_over_at", "cancelled_at", "edited_at"),
        *("asked_at", "sent_at", "arrived_at", "done_at", "frozen_at", "changed_at", "path"),
        *(
            "other_opinion_known",
            "carried_to",
            "key",
            "packs",
            "source",
            "field",
            "reviewed",
            "records_seen",
        ),
        *("taken_on", "expected_by", "arrived_on"),
        *("clock", "news_at", "written_at"),
    }
)


class Harmful:
    """Makes every text of a document harmful, each in another way."""

    def __init__(self) -> None:
        self.count = 0

    def text(self, words: str) -> str:
        """The words with harm before them and markup after them."""
        self.count += 1
        harm = HARM[self.count % len(HARM)]
        return f"{MARKUP[self.count % len(MARKUP)]} {harm} {words}"

    def value(self, name: str, value: Any) -> Any:  # noqa: ANN401 - any JSON
        """The same JSON with its words made harmful."""
        if isinstance(value, dict):
            return {key: self.value(key, each) for key, each in value.items()}
        if isinstance(value, list):
            return [self.value(name, each) for each in value]
        is_words = isinstance(value, str) and name not in NOT_WORDS and not name.endswith("_id")
        return self.text(value) if is_words and not name.endswith("_ids") else value


def hostile_case() -> str:
    """The document, to be imported."""
    return json.dumps(Harmful().value("", json.loads(export_json(example_case()))))
