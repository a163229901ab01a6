from __future__ import annotations

import pytest

from companion.ui.themes import NAMES
from companion.words.rooms import theme_is


@pytest.mark.parametrize("name", NAMES)
def test_the_colors_are_named_in_plain_words(name: str) -> None:
    said = theme_is(name)
    assert "companion" not in said
    assert "-" not in said
