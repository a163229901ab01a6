from __future__ import annotations

import pytest

from tests.browser.browser import WITHOUT, browser


@pytest.fixture(autouse=True)
def with_a_browser() -> None:
    """These tests need one."""
    if browser() is None:
        pytest.skip(WITHOUT)
