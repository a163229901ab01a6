from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.entity import Clock, order

TIMES = st.lists(st.integers(0, 10**13), min_size=1, max_size=30)


@pytest.mark.promise("files.stamps")
@given(TIMES)
def test_stamps_of_one_laptop_always_grow_even_when_its_clock_is_set_back(
    times: list[int],
) -> None:
    clock = Clock("laptop0001")
    stamps = []
    for now in times:
        clock, stamp = clock.tick(now)
        stamps.append(stamp)
    assert sorted(stamps, key=order) == stamps
    assert len({order(stamp) for stamp in stamps}) == len(stamps)


@given(TIMES, TIMES)
def test_a_stamp_is_greater_than_every_stamp_seen_from_elsewhere(
    times: list[int], others: list[int]
) -> None:
    there, here = Clock("laptop0002"), Clock("laptop0001")
    for now in others:
        there, stamp = there.tick(now)
        here = here.seen(stamp)
    for now in times:
        here, mine = here.tick(now)
        assert order(mine) > order(stamp)
