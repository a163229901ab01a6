"""Lines of a journal: what counts, what is left out, what is told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from companion.storage.journal import durable_line, head_line, parse, record_line

HEAD = head_line(3, "00000000", 10)


def record(number: int) -> bytes:
    return record_line(number, 3, f'[["notes","1",{{"n":{number}}}]]')


def numbers(raw: bytes) -> list[int]:
    return [each.number for each in parse(raw).records]


def test_a_whole_journal_is_clean() -> None:
    journal = parse(HEAD + record(11) + durable_line(11, 3) + record(12))
    assert (journal.base, journal.crc32, journal.start) == (3, "00000000", 10)
    assert [each.number for each in journal.records] == [11, 12]
    assert journal.clean


def test_half_a_line_at_the_end_is_left_out() -> None:
    journal = parse(HEAD + record(11) + record(12)[:-1])
    assert (len(journal.records), journal.torn, journal.gaps) == (1, True, False)


def test_a_damaged_line_that_was_safe_is_left_out_alone() -> None:
    bad = record(12).replace(b"notes", b"motes")
    journal = parse(HEAD + record(11) + bad + record(13) + durable_line(13, 3))
    assert [each.number for each in journal.records] == [11, 13]
    assert journal.gaps


def test_after_a_hole_in_what_was_never_synced_nothing_counts() -> None:
    bad = record(12).replace(b"notes", b"motes")
    journal = parse(HEAD + record(11) + durable_line(11, 3) + bad + record(13))
    assert [each.number for each in journal.records] == [11]
    assert (journal.torn, journal.gaps) == (True, False)


def test_a_damaged_mark_costs_nothing() -> None:
    bad = durable_line(11, 3).replace(b"d", b"e")
    assert numbers(HEAD + record(11) + bad + record(12) + durable_line(12, 3)) == [11, 12]


def test_without_its_first_line_only_what_was_synced_counts() -> None:
    assert numbers(record(11) + record(12)) == []
    journal = parse(b"?\n" + record(11) + record(12) + durable_line(12, 3))
    assert [each.number for each in journal.records] == [11, 12]
    assert (journal.base, journal.gaps) == (3, True)


def test_a_tool_that_changed_the_line_ends_does_no_harm() -> None:
    raw = (HEAD + record(11) + record(12)).replace(b"\n", b"\r\n")
    assert numbers(raw) == [11, 12]


@given(st.binary())
def test_any_bytes_are_read_without_an_error(raw: bytes) -> None:
    for bytes_read in (raw, HEAD + raw, HEAD + record(11) + raw):
        assert not parse(bytes_read).clean or bytes_read.endswith(b"\n")
