from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.browser import WITHOUT, browser, close

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def with_a_browser() -> None:
    """These tests need one."""
    if browser() is None:
        pytest.skip(WITHOUT)


@pytest.fixture(autouse=True, scope="session")
def one_for_all_pages() -> Iterator[None]:
    """It is started when it is first needed, and ended at the end."""
    yield
    close()
