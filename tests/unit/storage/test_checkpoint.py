"""A generation is plain TinyDB JSON that knows whether it is whole."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.storage.checkpoint import (
    NotOursError,
    NotReadableError,
    decode,
    encode,
    serialise,
)

ROWS = st.dictionaries(
    st.integers(1, 99).map(str), st.dictionaries(st.text(), st.text() | st.integers(), max_size=4)
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.text().filter(lambda name: name != "_meta"), ROWS, max_size=4))
def test_what_is_encoded_comes_back_intact(
    tables: dict[str, dict[str, dict[str, object]]],
) -> None:
    raw, crc32 = encode(serialise(tables), 4, 7)
    found = decode(raw)
    assert (found.tables, found.schema, found.generation) == (tables, 4, 7)
    assert (found.crc32, found.intact, found.size) == (crc32, True, len(raw))
    assert raw.isascii()
    assert list(json.loads(raw)["_meta"]["1"]) == ["schema", "generation", "crc32"]


def test_the_same_values_in_another_layout_are_intact() -> None:
    raw, _ = encode({"notes": {"1": '{"text":"a"}'}}, 1, 1)
    assert decode(json.dumps(json.loads(raw), indent=2).encode()).intact
    assert not decode(raw.replace(b'"a"', b'"b"')).intact


@given(st.binary())
def test_any_bytes_are_refused_in_one_of_two_ways(raw: bytes) -> None:
    with pytest.raises((NotReadableError, NotOursError)):
        decode(raw)


@pytest.mark.parametrize(
    "meta",
    [
        "null",
        "{}",
        '{"1":{}}',
        '{"1":{"schema":0,"generation":1,"crc32":"0"}}',
        '{"1":{"schema":true,"generation":1,"crc32":"0"}}',
        '{"1":{"schema":1,"generation":1.5,"crc32":"0"}}',
        '{"1":{"schema":1,"generation":1,"crc32":0}}',
    ],
)
def test_a_meta_that_is_not_in_order_is_damage(meta: str) -> None:
    with pytest.raises(NotReadableError):
        decode(f'{{"_meta":{meta}}}'.encode())


@pytest.mark.parametrize("table", ["[]", "7", '{"a":{}}', '{"1":"x"}', '{"1":[]}'])
def test_tables_that_tinydb_cannot_read_are_foreign(table: str) -> None:
    meta = '{"1":{"schema":1,"generation":1,"crc32":"0"}}'
    with pytest.raises(NotOursError):
        decode(f'{{"_meta":{meta},"t":{table}}}'.encode())


@pytest.mark.parametrize("more", [b"\0" * 512, b"}", b"\n", b"hello", b'{"_meta": {}}', b" "])
def test_what_something_added_to_the_end_does_no_harm(more: bytes) -> None:
    raw, crc32 = encode(serialise({"notes": {"1": {"text": "one"}}}), 1, 7)
    found = decode(raw + more)
    assert (found.tables, found.crc32, found.generation) == (decode(raw).tables, crc32, 7)
    assert found.intact


@pytest.mark.parametrize("raw", [b"{}x", b"[]x", b"1 2", b'{"_meta": {}}}'])
def test_what_is_no_checkpoint_is_none_with_more_after_it(raw: bytes) -> None:
    with pytest.raises((NotReadableError, NotOursError)):
        decode(raw)
