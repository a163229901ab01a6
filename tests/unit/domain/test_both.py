"""The questions for both: what differs first, the same words, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.case import CopiedText
from companion.domain.comparison import Aspect, ComparisonRow, Verdict
from companion.domain.shared_questions import questions_for_both
from companion.domain.value import replace
from tests.support.example_case import example_case
from tests.support.example_visits import PLAN, RISKS

if TYPE_CHECKING:
    from companion.domain.case import Case


def asking(item: str, text: str, *rows: str) -> CopiedText:
    """A question of the guidance."""
    fields = (("why", "It helps."), *(("row", row) for row in rows))
    return CopiedText(
        id=f"copied-{item}", source=f"general/{item}", kind="ask-both", text=text, fields=fields
    )


def case_with(*verdicts: tuple[str, Verdict | None]) -> Case:
    case = example_case()
    aspects = (
        Aspect(id=PLAN, text="Plan", source="general/aspect-plan", position=1.0),
        Aspect(id=RISKS, text="Risks", source="general/aspect-risks", position=2.0),
        Aspect(id="ownrow01", text="Travel", position=3.0),
    )
    rows = tuple(
        ComparisonRow(id=f"row{number:05}", aspect_id=aspect, verdict=verdict)
        for number, (aspect, verdict) in enumerate(verdicts)
    )
    texts = (
        asking("both-seen", "Which records have you seen?"),
        asking("both-plan", "What led you to this plan?", "aspect-plan"),
        asking("both-risks", "Which studies did you look at?", "aspect-risks", "aspect-benefits"),
    )
    file = replace(case.file, aspects=aspects, rows=rows, texts=texts)
    return replace(case, file=file)


def asked(case: Case) -> list[tuple[str, str]]:
    return [(each.text, each.about) for each in questions_for_both(case) if not each.put_to]


def test_what_differs_is_asked_first_and_what_is_the_same_is_not() -> None:
    assert asked(case_with((PLAN, Verdict.SAME), (RISKS, Verdict.DIFFERS))) == [
        ("Which studies did you look at?", "Risks"),
        ("Which records have you seen?", ""),
    ]


def test_what_cannot_be_told_yet_is_asked_too() -> None:
    assert ("What led you to this plan?", "Plan") in asked(
        case_with((PLAN, Verdict.CANNOT_TELL_YET))
    )


def test_a_row_of_ones_own_that_differs_gets_a_plain_question() -> None:
    found = asked(case_with(("ownrow01", Verdict.DIFFERS)))
    assert found[0] == ("How did you come to your view on this: Travel?", "Travel")


def test_while_nobody_judged_a_row_all_are_asked() -> None:
    texts = [text for text, _ in asked(case_with())]
    assert texts == [
        "What led you to this plan?",
        "Which studies did you look at?",
        "Which records have you seen?",
    ]


def test_while_nobody_judged_a_row_what_is_about_a_row_that_is_gone_is_asked_too() -> None:
    case = case_with()
    gone = replace(case.file, aspects=case.file.aspects[1:])
    assert ("What led you to this plan?", "") in asked(replace(case, file=gone))


def test_what_was_put_to_one_doctor_is_put_to_the_other_in_the_same_words() -> None:
    put = {each.text: each.put_to for each in questions_for_both(case_with()) if each.put_to}
    assert put["Is there time to wait?"] == "Dr Okafor"


def test_no_question_stands_twice_and_none_tells_what_a_doctor_said() -> None:
    case = case_with((PLAN, Verdict.DIFFERS), (RISKS, Verdict.DIFFERS))
    texts = [each.text for each in questions_for_both(case)]
    assert len(texts) == len(set(texts))
    assert not any("Begin at once" in text or "Wait until spring" in text for text in texts)


def test_a_question_to_ask_alone_is_on_no_sheet_and_in_no_other_visit() -> None:
    case = case_with()
    asked_alone = tuple(
        replace(each, alone=each.text == "Is there time to wait?") for each in case.file.questions
    )
    case = replace(case, file=replace(case.file, questions=asked_alone))
    texts = [each.text for each in questions_for_both(case)]
    assert "Is there time to wait?" not in texts
