"""A splice leads from any text to any other."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from companion.storage.text_delta import apply_splice, splice_between

TEXTS = st.tuples(st.text(), st.text(), st.text(), st.text()).map(
    lambda parts: ("a" * 600 + parts[0] + parts[1] * 40 + "b" * 600, parts[2], parts[3])
)
FIELDS = st.dictionaries(st.sampled_from("xyz"), st.one_of(st.none(), st.text(), st.integers()))


@given(TEXTS, FIELDS, FIELDS, st.integers(0, 1300), st.integers(0, 1300))
def test_any_change_of_a_long_text_comes_back(
    texts: tuple[str, str, str], old: dict[str, object], new: dict[str, object], at: int, cut: int
) -> None:
    text, put_in, more = texts
    before = {**old, "text": text}
    after = {**new, "text": text[:at] + put_in + text[at + cut :] + more}
    splice = json.loads(json.dumps(splice_between(before, after, 7)))
    assert apply_splice(before, splice) == after


def test_one_key_in_a_megabyte_is_a_short_splice() -> None:
    text = "word " * 200_000
    splice = splice_between({"text": text}, {"text": text[:9] + "é" + text[9:]}, 1)
    assert splice["text"] == {"text": (9, 0, "é")}
