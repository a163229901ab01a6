"""What is made of the measurements: echoes, ratios, the table."""

from __future__ import annotations

import pytest

from tests.bench import figures
from tests.bench.finding import Finding, at_most, ratio
from tests.bench.homes import CASE, case
from tests.bench.instrument.grid import Cell
from tests.bench.measures.flow import THE_END, text_of
from tests.bench.measures.keystrokes import Frame, Key, find_echoes, quantile
from tests.bench.rounds import Results, spread

SLOW = Results({"ours": {0: {"p50": 2.0}, 1: {"p50": 9.0}}, "theirs": {0: {"p50": 4.0}}})


def test_an_echo_is_the_letter_beside_the_one_before() -> None:
    keys = [Key("a", 1.0, 0, 0), Key("b", 2.0, 1, 0)]
    frames = [
        Frame(1.1, [Cell(5, 3, "a")]),
        # A clock that happens to show the letter, elsewhere.
        Frame(2.1, [Cell(0, 9, "b")]),
        Frame(2.2, [Cell(5, 4, "b")]),
    ]
    find_echoes(keys, frames)
    assert [each.echoed for each in keys] == [1.1, 2.2]


def test_a_letter_that_was_there_before_its_key_is_no_echo() -> None:
    keys = [Key("a", 1.0, 0, 0)]
    find_echoes(keys, [Frame(0.9, [Cell(5, 3, "a")])])
    assert keys[0].echoed is None


def test_programs_are_compared_within_a_round() -> None:
    assert SLOW.ratios("ours", "theirs", "p50") == [0.5]


def test_a_yardstick_that_is_missing_makes_no_verdict() -> None:
    finding = ratio(SLOW, 8, "to nano's", ("ours", "nano"), ("p50", 16))
    assert (finding.measured, finding.met) == ("nano not installed here", None)


def test_a_program_that_failed_has_not_met_its_goal() -> None:
    results = Results({"textarea": {0: {"p50": 1.0}}}, ["companion: it never came"])
    finding = ratio(results, 5, "p50", ("companion", "textarea"), ("p50", 0.5))
    assert (finding.measured, finding.verdict) == ("companion failed", "not yet")


@pytest.mark.parametrize(("value", "verdict"), [(15.0, "ok"), (15.1, "not yet")])
def test_a_goal_is_met_at_its_bound_and_not_beyond(value: float, verdict: str) -> None:
    assert at_most(14, "Escape", spread([value]), 15, "ms").verdict == verdict


def test_a_quantile_is_one_of_the_values() -> None:
    assert [quantile([4.0, 1.0, 3.0, 2.0], part) for part in (0, 0.5, 1)] == [1.0, 3.0, 4.0]


def test_a_made_up_text_is_as_long_as_asked_and_its_end_is_known() -> None:
    text = text_of(1000, 70, seed=1)
    assert len(text) == 1000
    assert text.endswith(THE_END)
    assert max(map(len, text.split("\n"))) <= 70 + len(THE_END)


def test_a_home_has_so_many_visits_and_only_the_last_is_under_way() -> None:
    made = case(5, notes=3)
    assert made["id"] == CASE
    assert [each["ended_at"] is None for each in made["visits"]] == [False] * 4 + [True]
    assert len(made["visits"][-1]["notes"]) == 3


def test_the_table_says_of_each_goal_whether_it_is_met() -> None:
    findings = [
        Finding(5, "key to screen", "≤ × 0.5", "0.60 [0.58–0.61]", met=False),
        Finding(3, "start", "≤ × 0.3", "posting not installed here", met=None),
    ]
    rows = figures.table(findings).splitlines()[2:]
    assert rows == [
        "| 3 | start | posting not installed here | ≤ × 0.3 | – |",
        "| 5 | key to screen | 0.60 [0.58–0.61] | ≤ × 0.5 | not yet |",
    ]


def test_the_readme_keeps_a_place_for_the_figures() -> None:
    text = figures.README.read_text(encoding="utf-8")
    before, block, after = figures.around_figures(text)
    assert f"{before}{figures.BEGIN}{block}{figures.END}{after}" == text
