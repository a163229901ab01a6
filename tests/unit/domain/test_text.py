from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.text import clean, decode, is_blank, one_line, speaker


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.promise("text.code-points")
@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])))
def test_text_without_controls_is_kept_code_point_for_code_point(text: str) -> None:
    assert clean(text) == text


@pytest.mark.promise("text.line-ends")
@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85"])
def test_every_line_end_becomes_a_line_feed(end: str) -> None:
    assert clean(f"a{end}b") == "a\nb"


@pytest.mark.promise("text.line-ends")
@pytest.mark.parametrize("end", ["\u2028", "\u2029"])
def test_separators_become_a_line_feed(end: str) -> None:
    assert clean(f"a{end}b") == "a\nb"


@pytest.mark.promise("text.line-ends")
def test_other_controls_but_tab_become_the_replacement_character() -> None:
    for number in (*range(0x20), *range(0x7F, 0xA0)):
        character = chr(number)
        expected = {"\t": "\t"}.get(character) or (
            "\n" if character in "\n\r\x0b\x0c\x1c\x1d\x1e\x85" else "\ufffd"
        )
        assert clean(character) == expected, hex(number)


@pytest.mark.promise("text.bad-bytes")
def test_a_lone_surrogate_never_gets_in() -> None:
    assert clean("a\ud800b") == "a\ufffdb"


@pytest.mark.promise("text.code-points")
def test_blanks_at_both_ends_and_unusual_forms_are_kept() -> None:
    text = "  e\u0301 \u00a0\u3000\u200d\u202e x  "
    assert clean(text) == text
    assert unicodedata.normalize("NFC", text) != text


@pytest.mark.promise("text.bad-bytes")
def test_a_byte_that_is_not_utf8_becomes_its_cp1252_character() -> None:
    assert decode(b"caf\xe9 \x80") == "café €"
    assert decode(b"\x81") == "\ufffd"
    assert decode("日本 é".encode()) == "日本 é"


def test_blank_is_what_holds_only_blanks() -> None:
    assert is_blank(" \t\u00a0\n")
    assert not is_blank(" . ")


def test_one_line_joins_lines() -> None:
    assert one_line(" a\n b\tc ") == "a b c"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dr Okafor: weekly", "Dr Okafor"),
        ("Sam: yes", "Sam"),
        ("at 14:05 she said", ""),
        ("5 mg: daily", ""),
        ("note: small letter", ""),
        ("Plan:weekly", ""),
        ("A very long sentence with a colon at the end of it: no", ""),
    ],
)
def test_a_name_and_colon_in_front_is_the_speaker(text: str, name: str) -> None:
    assert speaker(text) == name
