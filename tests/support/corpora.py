"""Real material by others that lies beside the repository, where it does."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[2]
LINES = {
    "primock57": "primock57_lines.jsonl",
    "fareez-osce": "fareez_lines.jsonl",
    "aci-bench": "aci_lines.jsonl",
}
"""The consultations of each corpus, one a line of JSON."""


def corpora(name: str) -> Path:
    """A folder or file of the corpora; it may not be there."""
    home = os.environ.get("COMPANION_CORPORA")
    return (Path(home) if home else ROOT.parent / "shared" / "corpora") / name


def missing(name: str) -> str:
    """Why a test is skipped that rests on them."""
    return f"{name} is in no ../shared/corpora and not where COMPANION_CORPORA points"


def needed(name: str) -> Path:
    """The same; the test is skipped when it is not there."""
    path = corpora(name)
    if not path.exists():
        pytest.skip(missing(name))
    return path


def rests_on(name: str) -> pytest.MarkDecorator:
    """A test that is skipped, and says why, when they are not there."""
    return pytest.mark.skipif(not corpora(name).exists(), reason=missing(name))


def each_of(name: str, found: Iterable[object]) -> list[Any]:
    """What a test is tried with, once for each; one that is skipped, and says why, without any."""
    gone = pytest.param(None, id=f"without {name}", marks=pytest.mark.skip(reason=missing(name)))
    return list(found) or [gone]


@dataclass(frozen=True)
class Consultation:
    """One talk between a doctor and a patient."""

    name: str
    """Corpus and talk."""
    utterances: tuple[tuple[float, str], ...]
    """What was said, each with the second at which it began."""
    sha256: str
    """Checksum of all that was said, every utterance ended by LF."""

    @property
    def texts(self) -> list[str]:
        """What was said."""
        return [text for _, text in self.utterances]


def consultations(corpus: str, most: int | None = None) -> list[Consultation]:
    """The first consultations of a corpus; none where it is not there."""
    folder = corpora(corpus)
    if not folder.exists():
        return []
    rows = (folder / "expected.tsv").read_text("utf-8").splitlines()[1:]
    expected = {row.split("\t")[0]: row.split("\t")[-1] for row in rows}
    found = []
    for line in (folder / LINES[corpus]).read_text("utf-8").splitlines()[:most]:
        talk = json.loads(line)
        said = tuple((float(each["t_seconds"]), each["text"]) for each in talk["lines"])
        found.append(Consultation(talk["id"], said, expected[talk["id"]]))
    return found


def sha256_of(texts: list[str]) -> str:
    """The checksum as the lists of what is expected have it."""
    return hashlib.sha256("".join(f"{text}\n" for text in texts).encode()).hexdigest()


def asked_by_people(field: str, most: int = 200) -> list[str]:
    """The first questions that people sent in (`question`), or their one-line `summary`."""
    path = needed("meqsum/meqsum_questions.jsonl")
    lines = path.read_text("utf-8").splitlines()[:most]
    return [str(json.loads(line)[field]) for line in lines]
