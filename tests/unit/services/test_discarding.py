"""Moving a case to the trash, on a real disk."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from companion import bootstrap
from companion.domain.value import replace
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.case.trash import discard_case, tidy
from companion.storage.errors import Busy

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def library(tmp_path: Path) -> Iterator[CaseLibrary]:
    made = bootstrap.library(str(tmp_path / "home"))
    yield made
    made.context.syncer.stop()


def test_a_case_in_the_trash_is_in_no_list_and_its_files_are_kept(
    library: CaseLibrary, tmp_path: Path
) -> None:
    session = library.create(NewCase(title="Knee"))
    session.close()
    discard_case(library, session.case_id)
    assert library.case_ids() == ()
    kept = list((tmp_path / "home" / "trash").glob(f"*{session.case_id}*/case.json"))
    assert len(kept) == 1
    assert b"Knee" in kept[0].read_bytes()


def test_a_case_that_is_open_in_another_window_stays_where_it_is(library: CaseLibrary) -> None:
    session = library.create(NewCase(title="Knee"))
    with pytest.raises(Busy):
        discard_case(library, session.case_id)
    assert library.case_ids() == (session.case_id,)
    session.close()


def discarded_at(library: CaseLibrary, at: datetime, *, written: datetime | None = None) -> Path:
    """The folder in the trash of a case that went there at some time."""
    home = Path(library.context.home)
    session = library.create(NewCase(title="Knee"))
    session.close()
    place = home / "trash" / f"{at:%Y%m%dt%H%M%S}-{session.case_id}"
    place.parent.mkdir(exist_ok=True)
    (home / "cases" / session.case_id).rename(place)
    if written is not None:
        for path in place.iterdir():
            os.utime(path, (written.timestamp(), written.timestamp()))
    return place


def tidied(library: CaseLibrary, now: datetime) -> None:
    tidy(CaseLibrary(replace(library.context, clock=lambda: now)))


NOW = datetime.now(UTC)


def test_a_clock_set_ahead_does_not_empty_the_trash(library: CaseLibrary) -> None:
    place = discarded_at(library, NOW, written=NOW)
    for minutes in range(5):
        tidied(library, NOW + timedelta(days=800, minutes=minutes))
    assert place.exists()
    tidied(library, NOW + timedelta(days=1))
    for days in (801, 1500, 4000):
        tidied(library, NOW + timedelta(days=days) - timedelta(days=400))
        tidied(library, NOW + timedelta(days=2))
    assert place.exists()


def test_the_trash_is_emptied_once_what_is_due_was_seen_on_three_days(library: CaseLibrary) -> None:
    place = discarded_at(library, NOW, written=NOW)
    for days in (29, 31, 31, 32):
        tidied(library, NOW + timedelta(days=days))
        assert place.exists()
    tidied(library, NOW + timedelta(days=40))
    assert not place.exists()


def test_two_years_later_the_trash_is_emptied_too(library: CaseLibrary) -> None:
    place = discarded_at(library, NOW, written=NOW)
    for days in (730, 731, 732):
        assert place.exists()
        tidied(library, NOW + timedelta(days=days))
    assert not place.exists()


def test_what_was_due_before_anything_here_was_written_goes_at_once(library: CaseLibrary) -> None:
    place = discarded_at(library, NOW - timedelta(days=400))
    kept = discarded_at(library, NOW - timedelta(days=20))
    tidied(library, NOW)
    assert not place.exists()
    assert kept.exists()


def test_each_thing_in_the_trash_waits_for_itself(library: CaseLibrary) -> None:
    places = [discarded_at(library, NOW + timedelta(days=day), written=NOW) for day in range(5)]
    for day in range(30, 36):
        tidied(library, NOW + timedelta(days=day))
    assert [place.exists() for place in places] == [False, False, False, False, True]


def test_the_note_of_days_may_be_damaged(library: CaseLibrary) -> None:
    place = discarded_at(library, NOW, written=NOW)
    (place.parent / "days").write_bytes(b"\xff\n2026-99-99\nyesterday\n")
    for days in (31, 32, 33):
        assert place.exists()
        tidied(library, NOW + timedelta(days=days))
    assert not place.exists()
