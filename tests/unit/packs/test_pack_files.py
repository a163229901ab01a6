"""A folder of Markdown becomes a pack, whatever its bytes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from companion.domain.pack import PackItem
from companion.packs.citations import sources_of
from companion.packs.lint import lint
from companion.packs.lint.subject import Subject
from companion.packs.pack_files import PackReading, read_pack
from tests.unit.packs.made import GOOD, PACK, file_of, found, in_bytes

ARTICLE = (
    "# A file\n\nIntro.\n\n## One <!-- one -->\n\nFirst.\n\n### Inner\n\nMore.\n\n"
    "## Two <!-- two -->\n\nSecond (Soucie 2000).\n"
)


def read(files: dict[str, str]) -> PackReading:
    return read_pack("packs/made-up", in_bytes(files))


def test_a_pack_says_who_it_is() -> None:
    pack = read(GOOD).pack
    assert pack is not None
    assert (pack.id, pack.title, pack.language) == ("made-up", "Made-up pack", "en")
    assert (pack.extends, pack.reviewed, pack.path) == ((), date(2026, 11, 20), "packs/made-up")
    assert pack.about == "This pack is for nobody. It is not medical advice."
    (source,) = pack.sources
    assert (source.name, source.title, source.where) == (
        "Soucie 2000",
        "A study of care",
        "Blood 96:437",
    )
    assert (source.year, source.caveat, source.seen) == (2000, "Men in one land only.", "abstract")


def test_items_come_with_group_fields_and_line() -> None:
    pack = read(GOOD).pack
    assert pack is not None
    assert pack.of_kind("questions")[0] == PackItem(
        id="made-up/right",
        kind="questions",
        text="Is my diagnosis right?",
        file="questions.md",
        line=13,
        group="What we know",
        fields={
            "why": ("If it is not, the plan may not fit.",),
            "ask also": ("If not, what is it?", "How can you tell?"),
            "priority": ("must",),
        },
    )


def test_words_to_say_lose_their_quotation_marks_and_no_more() -> None:
    body = '- Say it. <!-- a -->\n  - say: "Hello, doctor."\n  - say: "One." And then "two."\n'
    pack = read(GOOD | {"telling.md": file_of("telling", body)}).pack
    assert pack is not None
    (item,) = pack.of_kind("telling")
    assert item.fields["say"] == ("Hello, doctor.", '"One." And then "two."')


def test_an_article_is_an_item_and_so_are_its_parts() -> None:
    files = GOOD | {"articles/a.md": file_of("article", ARTICLE, "id: whole\n")}
    pack = read(files).pack
    assert pack is not None
    whole, one, two = pack.of_kind("article")
    assert (whole.id, whole.text, whole.file) == ("made-up/whole", "A file", "articles/a.md")
    assert whole.body.startswith("Intro.\n\n## One\n")
    assert (one.id, one.text, one.group, one.line) == ("made-up/one", "One", "A file", 10)
    assert one.body == "First.\n\n### Inner\n\nMore."
    assert two.body == "Second (Soucie 2000)."
    assert [source.name for source in sources_of(two, pack.sources)] == ["Soucie 2000"]
    assert sources_of(one, pack.sources) == ()


def test_a_letter_keeps_its_places() -> None:
    files = GOOD | {"letter.md": file_of("letter", "Dear {clinician},\n\nYours\n", "id: l-1\n")}
    pack = read(files).pack
    assert pack is not None
    (letter,) = pack.of_kind("letter")
    assert letter.body == "Dear {clinician},\n\nYours"


def test_files_come_by_position_then_by_name() -> None:
    item = "- {0} <!-- {0} -->\n"
    files = GOOD | {
        "c.md": file_of("goals", item.format("c")),
        "b.md": file_of("goals", item.format("b")),
        "z.md": file_of("goals", item.format("z"), "position: 1\n"),
    }
    pack = read(files).pack
    assert pack is not None
    assert [item.text for item in pack.of_kind("goals")] == ["z", "b", "c"]
    assert pack.items[0].id == "made-up/about"


def test_a_pack_without_a_review_date_is_no_pack() -> None:
    assert read(GOOD | {"pack.md": PACK.replace("reviewed: 2026-11-20\n", "")}).pack is None


def test_readme_and_coverage_are_no_part_of_a_pack() -> None:
    assert (
        found(GOOD | {"README.md": "x", "COVERAGE.md": "x", ".hidden.md": "x", "a.txt": "x"}) == []
    )


@pytest.mark.parametrize(
    ("data", "rule", "line"),
    [
        (b"", "no-front-matter", 1),
        (b"\xff\xfe", "not-utf8", 1),
        (b"---\na\n\xe9\n", "not-utf8", 3),
        (b"x" * (256 * 1024 + 1), "too-big", 1),
        (b"\n" * 5_001, "too-big", 5_001),
        (b"---\nkind: goals\ntitle: x\n---\n" + b"[" * 20_000, "too-tangled", 5),
        (b"---\nkind: &a [*a]\n---\n", "bad-front-matter", 2),
        (b"%PDF-1.7\n", "no-front-matter", 1),
    ],
)
def test_a_broken_file_gives_one_line(data: bytes, rule: str, line: int) -> None:
    assert found({**GOOD, "more.md": data}) == [("more.md", line, rule)]


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("\ufeff" + PACK, "byte-order-mark", 1),
        (PACK.replace("\n", "\r\n"), "line-ends", 1),
        (PACK.replace("\n", "\r"), "line-ends", 1),
        (PACK.replace("nobody", "no\u202ebody"), "hidden-character", 15),
        (PACK.replace("nobody", "no\x1b[31mbody\x00"), "hidden-character", 15),
        (PACK.replace("nobody", "no\u200bbody"), "hidden-character", 15),
    ],
)
def test_a_file_saved_badly_gives_one_line_and_is_read_without_it(
    text: str, rule: str, line: int
) -> None:
    files = GOOD | {"pack.md": text}
    assert found(files) == [("pack.md", line, rule)]
    pack = read(files).pack
    assert pack is not None
    assert pack.about.isprintable()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_file_in_utf_16_is_read_and_said(encoding: str) -> None:
    files: dict[str, str | bytes] = {**GOOD, "pack.md": PACK.encode(encoding)}
    assert found(files) == [("pack.md", 1, "not-utf8")]
    pack, original = read_pack("packs/made-up", in_bytes(files)).pack, read(GOOD).pack
    assert pack is not None
    assert original is not None
    assert (pack.title, pack.about) == (original.title, original.about)


def test_what_stands_above_the_first_item_introduces_the_list() -> None:
    pack = read(GOOD).pack
    assert pack is not None
    assert pack.of_kind("introduction") == (
        PackItem(
            id="made-up/introduction-questions",
            kind="introduction",
            text="Pick a few.",
            file="questions.md",
            line=9,
            group="Questions",
        ),
    )


@pytest.mark.parametrize(
    "body", ["- A. <!-- a -->\n\nLost.\n", "- A. <!-- a -->\n\n## B\n\nLost.\n"]
)
def test_text_among_the_items_of_a_list_is_refused_not_lost(body: str) -> None:
    line = body[: body.index("Lost")].count("\n") + 5
    assert found(GOOD | {"goals.md": file_of("goals", body)}) == [
        ("goals.md", line, "text-among-items")
    ]


def test_letters_of_other_scripts_and_their_joiners_stay() -> None:
    about = "می‌خواهم نظر دوم \u200dक्‍ष 日本語"
    pack = read(GOOD | {"pack.md": PACK.replace("This pack is for nobody.", about)}).pack
    assert pack is not None
    assert about in pack.about


MARKED = st.lists(
    st.sampled_from(
        ["---\n", "kind: ", "questions\n", "article\n", "title: x\n", "id: x\n", "- ", "  - why: ",
         "<!-- a -->", "# ", "\n", "[", "](", "{", "}", "&a ", "*a ", "!!x ", "?", ": ", "\t", "\r",
         "\ufeff", "\x00", "1 in 2 ", "(A 2000)", "'", '"', "|\n", ">", "%", "é", "\u202e"]
    ),
    max_size=60,
).map(lambda parts: "".join(parts).encode())  # fmt: skip


@given(st.binary(max_size=2_000) | MARKED)
@example(b"---\n   ")
@example(b"---\nkind: article\ntitle: x\n---\n## a <!-- b -->")
@settings(max_examples=400)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for name in ("pack.md", "more.md"):
        reading = read_pack("x", in_bytes({**GOOD, name: data}))
        for problem in (*reading.problems, *lint(Subject(reading))):
            assert problem.line >= 1
            assert problem.sentence.isprintable()


@given(st.binary(min_size=1, max_size=64), st.integers(1, 1_000))
@settings(max_examples=40)
def test_any_bytes_up_to_64_kilobytes_are_read_or_refused(data: bytes, times: int) -> None:
    head = b"---\nkind: questions\ntitle: x\n---\n"
    read_pack("x", in_bytes({**GOOD, "more.md": (head + data * times)[: 64 * 1024]}))
