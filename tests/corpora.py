"""Real material by others that lies beside the repository, where it does."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def corpora(name: str) -> Path:
    """A folder or file of the corpora; it may not be there."""
    home = os.environ.get("COMPANION_CORPORA")
    return (Path(home) if home else ROOT.parent / "shared" / "corpora") / name


def needed(name: str) -> Path:
    """The same; the test is skipped when it is not there."""
    path = corpora(name)
    if not path.exists():
        pytest.skip(f"the corpus {name} is not here")
    return path
