"""The oldest libraries that are allowed: `python -m tests.oldest` prints them for pip."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parents[1] / "pyproject.toml"
_LOWEST = re.compile(r"([A-Za-z0-9._-]+)>=([0-9.]+)")


def oldest() -> list[str]:
    """Each library with the release that its lower bound names."""
    project = tomllib.loads(PROJECT.read_text("utf-8"))["project"]
    found = (_LOWEST.match(each) for each in project["dependencies"])
    return [f"{each[1]}=={each[2]}" for each in found if each is not None]


if __name__ == "__main__":
    print("\n".join(oldest()))  # noqa: T201 - this is what it is for
