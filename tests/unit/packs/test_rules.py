"""Each rule finds a pack that breaks it, at the line where it is broken, and lets a good one be."""

from __future__ import annotations

import pytest

from tests.unit.packs.made import GOOD, PACK, QUESTIONS, file_of, found, problems

LONG = (
    "Comprehensive multidisciplinary rehabilitation necessitates considerable organizational "
    "preparation, including individualized pharmacological optimization, interdisciplinary "
    "communication and continuous reevaluation of physiological characteristics throughout "
    "hospitalization and subsequent ambulatory convalescence under specialist supervision."
)


def changed(old: str, new: str, name: str = "pack.md") -> dict[str, str]:
    assert old in GOOD[name]
    return GOOD | {name: GOOD[name].replace(old, new, 1)}


def added(kind: str, body: str, more: str = "") -> dict[str, str]:
    return GOOD | {"more.md": file_of(kind, body, more)}


def test_a_good_pack_has_no_problem() -> None:
    assert found(GOOD) == []


HEADS = {
    "no-front-matter": ("---\nid: made-up", "id: made-up", 1),
    "missing-id": ("id: made-up\n", "", 1),
    "bad-id": ("id: made-up", "id: Made Up", 2),
    "missing-title": ("title: Made-up pack\n", "", 1),
    "missing-language": ("language: en\n", "", 1),
    "missing-review-date": ("reviewed: 2026-11-20\n", "", 1),
    "bad-date": ("2026-11-20", "2026-02-30", 5),
    "unknown-key": ("language: en", "language: en\nauthor: x", 5),
    "repeated-key": ("language: en", "language: en\nlanguage: de", 5),
    "bad-front-matter": ("language: en", "language: [en", 5),
    "incomplete-source": ("    where: Blood 96:437\n", "", 7),
    "bad-source": ("year: 2000", "year: .nan", 7),
    "missing-about": ("This pack is for nobody. It is not medical advice.", "", 1),
    "unknown-parent": ("language: en", "language: en\nextends: [nowhere]", 5),
    "parent-circle": ("language: en", "language: en\nextends: [made-up]", 5),
    "missing-caveat": ("    caveat: Men in one land only.\n", "", 7),
    "bad-value": ("language: en", "language: English please", 4),
}


SITUATIONS = """\
reviewer: Maria Lopez, hematologist
next_review: 2027-05-31
funding: none
country: [US, GB]
situations:
  - id: inhibitor
    title: You have an inhibitor.
"""
MORE_HEADS = {
    "a-situation-without-title": ("    title: You have an inhibitor.\n", "", 11, "bad-situation"),
    "a-situation-with-a-sentence-as-id": ("id: inhibitor", "id: An inhibitor", 11, "bad-situation"),
    "a-situation-twice": (
        "  - id: inhibitor\n",
        "  - id: inhibitor\n    title: x\n  - id: inhibitor\n",
        13,
        "repeated-situation",
    ),
    "situations-that-are-no-list": (
        "  - id: inhibitor\n    title: You have an inhibitor.\n",
        "  inhibitor\n",
        11,
        "bad-situation",
    ),
    "an-unknown-field-of-a-situation": ("    title:", "    name: x\n    title:", 12, "unknown-key"),
    "a-day-that-is-none": ("2027-05-31", "May 2027", 7, "bad-date"),
    "a-country-by-name": ("[US, GB]", "[US, England]", 9, "bad-value"),
    "countries-that-are-no-list": ("[US, GB]", "US", 9, "bad-value"),
    "an-item-that-is-no-full-id": ("country:", "hides: [how-far]\ncountry:", 9, "bad-value"),
    "an-item-of-no-pack-below": ("country:", "hides: [general/x]\ncountry:", 9, "hides-nothing"),
}


@pytest.mark.parametrize("fault", MORE_HEADS)
def test_a_fault_in_what_a_pack_says_of_itself_is_named(fault: str) -> None:
    old, new, line, rule = MORE_HEADS[fault]
    head = SITUATIONS.replace(old, new, 1)
    assert head != SITUATIONS
    assert ("pack.md", line, rule) in found(changed("sources:\n", f"{head}sources:\n"))


def test_who_read_and_paid_for_a_pack_and_its_situations_are_no_faults() -> None:
    assert found(changed("sources:\n", f"{SITUATIONS}sources:\n")) == []


def test_the_day_a_source_was_read_has_to_be_a_day() -> None:
    assert found(changed("    seen:", "    read: 2026-11-30\n    seen:")) == []
    assert found(changed("    seen:", "    read: today\n    seen:")) == [
        ("pack.md", 12, "bad-date")
    ]


def test_an_item_is_aimed_at_a_situation_that_is_there_or_at_a_sentence() -> None:
    body = "- Why? <!-- a -->\n  - why: So.\n  - situation: {}\n"
    own = changed("sources:\n", f"{SITUATIONS}sources:\n")
    for kind in ("questions", "records", "reasons", "aspects"):
        for situation in ("inhibitor", "You have an inhibitor."):
            assert found(own | {"more.md": file_of(kind, body.format(situation))}) == []
        files = own | {"more.md": file_of(kind, body.format("inhibitors"))}
        assert found(files) == [("more.md", 7, "unknown-situation")]


@pytest.mark.parametrize("rule", HEADS)
def test_a_fault_in_the_head_of_a_pack_is_named(rule: str) -> None:
    old, new, line = HEADS[rule]
    assert ("pack.md", line, rule) in found(changed(old, new))


@pytest.mark.parametrize(
    "value",
    [
        "&a [x]",
        "*a",
        "!!python/object:os.system x",
        "{a: {b: {c: {d: e}}}}",
        "[" * 5_000,
        "'x",
        "@",
    ],
)
def test_front_matter_that_is_no_plain_value_is_refused_in_one_line(value: str) -> None:
    files = changed("title: Made-up pack", f"title: {value}")
    (problem,) = [each for each in problems(files) if each.file == "pack.md"]
    assert (problem.rule, problem.line) == ("bad-front-matter", problem.line)


def test_words_that_yaml_takes_for_values_stay_words() -> None:
    assert found(changed("language: en", "language: no")) == []


ITEMS = {
    "missing-item-id": ("questions", "- Why?\n", 5),
    "bad-item-id": ("questions", "- Why? <!-- Not Good -->\n", 5),
    "repeated-id": ("questions", "- Why? <!-- sure -->\n", 5),
    "empty-item": ("questions", "- <!-- empty -->\n", 5),
    "empty-file": ("questions", "Nothing here.\n", 5),
    "unknown-field": ("questions", "- Why? <!-- a -->\n  - colour: red\n", 6),
    "empty-field": ("questions", "- Why? <!-- a -->\n  - why:\n", 6),
    "bad-value": ("questions", "- Why? <!-- a -->\n  - priority: always\n", 6),
    "nested-too-deep": ("questions", "- Why? <!-- a -->\n  - why: So.\n    - deep\n", 7),
    "missing-field": ("glossary", "- word <!-- a -->\n", 5),
    "unknown-kind": ("opinions", "- Why? <!-- a -->\n", 2),
    "unknown-source": ("questions", "- Why (Nobody 1999)? <!-- a -->\n", 5),
    "figure-without-source": ("questions", "- Is it 2 in 100? <!-- a -->\n", 5),
    "unknown-place": ("letter", "Dear {doctor},\n", 6),
    "missing-id": ("letter", "Dear {clinician},\n", 1),
}


@pytest.mark.parametrize("rule", ITEMS)
def test_a_fault_in_an_item_is_named(rule: str) -> None:
    kind, body, line = ITEMS[rule]
    more = "id: letter-x\n" if rule == "unknown-place" else ""
    assert ("more.md", line, rule) in found(added(kind, body, more))


def test_an_unknown_source_field_is_named_too() -> None:
    body = "- Why? <!-- a -->\n  - source: Soucie 2000; Nobody 1999\n"
    assert found(added("questions", body)) == [("more.md", 5, "unknown-source")]


@pytest.mark.parametrize(
    "text",
    [
        "40 percent forget it.",
        "It is 40% at once.",
        "One in ten had it.",
        "33 of 40 came.",
        "Half of the people came.",
        "It is twice as likely.",
        "It is 3 times higher.",
        "It takes 3 to 5 weeks.",
        "It is between 3 and 5.",
        "There are 5 per 1,000.",
        "The relative risk was 0.6.",
        "Ninety percent agreed.",
        "2 out of 3 said so.",
    ],
)
def test_a_figure_needs_its_source(text: str) -> None:
    assert found(added("article", text, "id: x-1\n")) == [("more.md", 6, "figure-without-source")]
    cited = f"{text} (Soucie 2000)"
    assert found(added("article", cited, "id: x-1\n")) == []
    assert found(added("article", f"{text} (made-up example)", "id: x-1\n")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Call 1-800-555-0199 today.",
        "Ask on 2026-11-20.",
        "It ran 1999-2004.",
        "Take a third opinion of them.",
        "One of the two may call.",
        "Two times a day.",
        "Wait 30 days.",
    ],
)
def test_a_number_that_is_no_figure_needs_none(text: str) -> None:
    assert found(added("article", text, "id: x-1\n")) == []


def test_what_is_urgent_stands_first() -> None:
    body = "- Wait. <!-- a -->\n- Call now. <!-- b -->\n  - urgent: yes\n  - source: Soucie 2000\n"
    assert found(added("time", body)) == [("more.md", 6, "urgent-first")]
    assert found(added("time", "- Wait. <!-- a -->\n")) == [("more.md", 5, "urgent-first")]
    body = "- Call now. <!-- b -->\n  - urgent: yes\n  - source: Soucie 2000\n- Wait. <!-- a -->\n"
    assert found(added("time", body)) == []


def test_only_the_general_pack_puts_lines_above_all_that_is_urgent() -> None:
    body = "- Now. <!-- b -->\n  - urgent: first\n  - source: Soucie 2000\n- Wait. <!-- a -->\n"
    assert found(added("time", body)) == [("more.md", 5, "first-elsewhere")]
    files = added("time", body)
    files["pack.md"] = PACK.replace("id: made-up", "id: general")
    assert found(files) == []


def test_an_urgent_line_keeps_its_hard_words() -> None:
    signs = "a reaction, vomiting, confusion, hemorrhage"
    body = f"- Call now: {signs}. <!-- {{}} -->\n  - urgent: yes\n  - source: Soucie 2000\n"
    many = "".join(body.format(f"a{number}") for number in range(12))
    assert found(added("time", many)) == []
    hard = many.replace("  - urgent: yes\n", "") + "- Wait. <!-- b -->\n"
    assert ("more.md", 1, "reading-age") in found(added("time", hard))


@pytest.mark.parametrize(("count", "faults"), [(24, []), (25, [("more.md", 5, "urgent-too-long")])])
def test_a_sentence_of_an_urgent_line_has_few_words(
    count: int, faults: list[tuple[str, int, str]]
) -> None:
    line = " ".join(["Now", *["go"] * count])
    for where in ("- {} <!-- b -->\n", "- Now. <!-- b -->\n  - why: {}\n"):
        text = where.format(f"{line}. Call.")
        body = f"{text}  - urgent: yes\n  - source: Soucie 2000\n"
        assert found(added("time", body)) == faults


def test_an_urgent_line_says_where_it_comes_from() -> None:
    body = "- Call now. <!-- b -->\n  - urgent: yes\n"
    assert found(added("time", body)) == [("more.md", 5, "urgent-without-source")]
    cited = body.replace("now.", "now (Soucie 2000).")
    assert found(added("time", cited)) == []


def test_staying_with_the_present_plan_stands_first() -> None:
    body = "- Go. <!-- go -->\n  - makes: date\n- Stay. <!-- stay -->\n  - makes: date\n"
    assert found(added("paths", body)) == [("more.md", 7, "stay-first")]


def test_no_option_has_more_than_twice_the_words_of_another() -> None:
    body = "- One two. <!-- a -->\n- One two three. <!-- b -->\n  - means: Four{}\n"
    assert found(added("outcomes", body.format("."))) == []
    assert found(added("outcomes", body.format(" five."))) == [("more.md", 6, "unbalanced")]


def test_a_text_that_reads_hard_is_named_with_its_grade() -> None:
    (problem,) = problems(added("article", f"{LONG} {LONG}", "id: x-1\n"))
    assert (problem.line, problem.rule) == (1, "reading-age")
    assert "school grade" in problem.sentence


def test_one_short_question_is_not_judged() -> None:
    body = "- Individualized pharmacological optimization? <!-- a -->\n"
    assert found(added("questions", body)) == []


def test_words_of_another_language_are_not_judged() -> None:
    files = added("article", f"{LONG} {LONG}", "id: x-1\n")
    files["pack.md"] = PACK.replace("language: en", "language: de")
    assert found(files) == []


def test_the_sentence_of_a_problem_is_one_line_whatever_the_file_holds() -> None:
    body = "- Why? <!-- a -->\n  - why:\n  - [x\x1b[31m](y): \u202ez\n"
    for files in (added("questions", body), added("questions", body, "\x1b[0m: x\n")):
        assert all(each.sentence.isprintable() for each in problems(files))


def test_both_of_two_faults_are_named() -> None:
    files = GOOD | {"questions.md": QUESTIONS.replace(" <!-- right -->", "")}
    files["pack.md"] = PACK.replace("reviewed: 2026-11-20\n", "")
    assert {rule for _, _, rule in found(files)} == {"missing-item-id", "missing-review-date"}


def test_a_question_names_topics_that_are_there() -> None:
    topics = changed("sources:\n", "sources:\n") | {
        "topics.md": file_of("aspects", "- Plan <!-- plan -->\n  - why: What is advised?\n")
    }
    for kind, name in (("questions", "aspect"), ("news", "aspect"), ("ask-both", "row")):
        body = f"- Why? <!-- a -->\n  - {name}: plan\n  - {name}: {{}}\n"
        assert found(topics | {"more.md": file_of(kind, body.format("plan"))}) == []
        files = topics | {"more.md": file_of(kind, body.format("plans"))}
        assert found(files) == [("more.md", 7, "unknown-aspect")]
