"""Moving a case to the trash, on a real disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion import bootstrap
from companion.services.discarding import discard_case
from companion.services.shelf import NewCase
from companion.storage.errors import Busy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from companion.services.shelf import Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = bootstrap.shelf(str(tmp_path / "home"))
    yield made
    made.surroundings.syncer.stop()


def test_a_case_in_the_trash_is_in_no_list_and_its_files_are_kept(
    shelf: Shelf, tmp_path: Path
) -> None:
    session = shelf.make(NewCase(title="Knee"))
    session.close()
    discard_case(shelf, session.case_id)
    assert shelf.case_ids() == ()
    kept = list((tmp_path / "home" / "trash").glob(f"*{session.case_id}*/case.json"))
    assert len(kept) == 1
    assert b"Knee" in kept[0].read_bytes()


def test_a_case_that_is_open_in_another_window_stays_where_it_is(shelf: Shelf) -> None:
    session = shelf.make(NewCase(title="Knee"))
    with pytest.raises(Busy):
        discard_case(shelf, session.case_id)
    assert shelf.case_ids() == (session.case_id,)
    session.close()
