"""Values as rows: the parts of the Prepare room."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from companion.domain.case import Case, CaseAbout, CaseFile, CopiedText
from companion.domain.people import Role
from companion.domain.preparation import Matter, Record, RecordStatus
from companion.domain.progress import extra_parts, main_parts
from companion.domain.question import ListedQuestion, Priority, Question, QuestionState
from companion.domain.question_rows import NumberedQuestion, musts_that_fit
from companion.domain.value import replace
from companion.domain.visit import VisitAbout, VisitFile
from companion.ui.prepare.part import origin, said_of
from companion.ui.prepare.part_list import part_rows
from companion.ui.prepare.parts.checklist import choice_rows, first_of
from companion.ui.prepare.parts.offered_questions import offered_question_rows, to_begin_with
from companion.ui.prepare.parts.questions import list_rows
from companion.ui.prepare.parts.records import (
    ahead_rows,
    board_rows,
    offered_record_rows,
    record_day,
    record_details,
)
from companion.ui.prepare.parts.visit import when_words
from companion.ui.prepare.rows import add_row, answer_row, heading, tick_row
from companion.ui.prepare.top_line import top_line
from companion.words import prepare as words
from companion.words import questions as question_words
from companion.words import records as record_words

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
NAMES = {"alva0001": (Role.PATIENT, "Alva"), "sam00001": (Role.COMPANION, "Sam")}


def question(number: int, text: str, **values: object) -> NumberedQuestion:
    """A row of the list."""
    alone = bool(values.pop("alone", False))
    listed = ListedQuestion(id=f"listed0{number}", question_id=f"question{number}", **values)  # type: ignore[arg-type]
    return NumberedQuestion(
        number,
        listed,
        Question(id=f"question{number}", text=text, alone=alone),
        QuestionState.OPEN,
        0,
        0,
    )


def test_a_blank_answer_stays_visible() -> None:
    assert answer_row("answer:goal", "Goal", "").text == "Goal: ____"
    assert answer_row("answer:goal", "Goal", "one\ntwo").text == "Goal: one / two"


def test_the_board_says_how_far_each_record_has_come() -> None:
    records = (
        Record(id="record01", text="Lab reports.", holder="Dr Lindqvist"),
        Record(
            id="record02",
            text="Treatment plan",
            status=RecordStatus.ASKED,
            asked_at="2026-11-12",
            spoken_to="Mrs Berg",
            chase_on="2026-11-25",
        ),
        Record(
            id="record03",
            text="Visit summaries",
            status=RecordStatus.ARRIVED,
            arrived_at="2026-11-18",
            chase_on="2026-11-01",
        ),
        Record(id="record04", text="Gene report"),
    )
    assert [
        (row.lead.strip(), row.text, row.right, row.under) for row in board_rows(records, TODAY)
    ] == [
        ("needed", "Lab reports", "", "from Dr Lindqvist"),
        ("asked", "Treatment plan", "Thu 12 Nov", "Mrs Berg · ask again Wed 25 Nov"),
        ("arrived", "Visit summaries", "Wed 18 Nov", ""),
        ("needed", "Gene report", "", "who has it: not known yet"),
    ]


def test_a_day_to_ask_again_that_is_over_is_said_plainly() -> None:
    record = Record(id="record01", text="Plan", status=RecordStatus.ASKED, chase_on="2026-11-20")
    assert record_details(record, TODAY) == "ask again: was due Fri 20 Nov"
    assert record_day(record, TODAY) == ""


def test_a_record_that_can_change_most_says_so_until_it_is_asked_for() -> None:
    record = Record(id="record01", text="Plan", holder="Dr Lindqvist", changes="most")
    assert record_details(record, TODAY) == "from Dr Lindqvist · could change the most"
    asked = replace(record, status=RecordStatus.ASKED)
    assert record_details(asked, TODAY) == ""


def test_the_board_says_what_to_ask_for_the_next_call_and_the_days_to_the_visit() -> None:
    needed = Record(id="record01", text="Lab reports.", holder="Dr Lindqvist")
    asked = Record(
        id="record02",
        text="Treatment plan",
        status=RecordStatus.ASKED,
        spoken_to="Mrs Berg",
        chase_on="2026-11-25",
    )
    assert [row.text for row in ahead_rows((needed, asked), TODAY)] == [
        "Next, ask for: Lab reports",
        "Next call, Mrs Berg: Wed 25 Nov, tomorrow, about: Treatment plan",
    ]


def test_a_call_that_is_late_is_said_plainly() -> None:
    late = Record(id="record01", text="Plan", status=RecordStatus.SENT, chase_on="2026-11-20")
    assert [row.text for row in ahead_rows((late,), TODAY)] == [
        record_words.INTRO,
        "Call now about: Plan (due Fri 20 Nov)",
    ]


def test_what_one_keeps_oneself_is_made_ready_not_asked_for() -> None:
    diary = Record(id="record01", text="Log of bleeds", holder="you, or your home care company")
    (first,) = ahead_rows((diary,), TODAY)
    assert first.text == "Next, get ready: Log of bleeds"


def test_questions_show_number_priority_and_who_asks() -> None:
    rows = list_rows(
        [
            question(1, "Right?", priority=Priority.MUST, asker_id="alva0001"),
            question(2, "Else?", priority=Priority.MUST, asker_id="sam00001"),
            question(3, "Risks?", asker_id="sam00001"),
            question(4, "Children?", priority=Priority.COULD, asker_id="alva0001", alone=True),
            question(5, "Why?"),
        ],
        NAMES,
        "Alva",
    )
    assert [(row.lead.split(), row.right.strip()) for row in rows] == [
        (["1*", "must"], "Alva asks"),
        (["2*", "must"], "Sam asks if Alva doesn't"),
        (["3", "should"], "Sam asks"),
        (["4", "could"], "Alva, in private"),
        (["5", "should"], ""),
    ]


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (10, "10 minutes is time for 1 or 2 must-asks. You have 3."),
        (15, "15 minutes is time for 3 or 4 must-asks. You have 3."),
        (20, "20 minutes is time for 3 to 5 must-asks. You have 3."),
        (30, "30 minutes is time for 4 to 6 must-asks. You have 3."),
        (60, "60 minutes is time for about 8 must-asks. You have 3."),
        (90, "90 minutes is time for about 8 must-asks. You have 3."),
        (None, "A short visit is time for 3 to 5 must-asks. You have 3."),
    ],
)
def test_how_many_must_asks_fit_is_said_in_words(minutes: int | None, said: str) -> None:
    assert question_words.musts(minutes, musts_that_fit(minutes), 3) == said


def test_a_line_shows_how_far_the_minutes_reach_when_more_are_marked() -> None:
    rows = list_rows(
        [question(at, f"{at}?", priority=Priority.MUST) for at in (1, 2, 3)],
        NAMES,
        "Alva",
        fits=(10, 2),
    )
    assert [row.text for row in rows] == [
        *("1?", "2?"),
        "--- the first 2 fit 10 minutes ---",
        "3?",
    ]
    assert len(list_rows([question(1, "1?", priority=Priority.MUST)], NAMES, "", fits=(10, 2))) == 1


def test_what_was_chosen_shows_its_own_words_and_stars() -> None:
    offered = (
        CopiedText(id="text0001", source="general/pain", kind="priorities", text="Less pain."),
        CopiedText(id="text0002", source="general/work", kind="priorities", text="To work."),
    )
    chosen = (
        Matter(id="matter01", text="To sing."),
        Matter(id="matter02", text="Far less pain.", source="general/pain", stars=3),
    )
    assert [(row.lead.strip(), row.text, row.right) for row in choice_rows(chosen, offered)] == [
        ("[x]", "To sing.", ""),
        ("[x]", "Far less pain.", "***··"),
        ("[ ]", "To work.", ""),
    ]


def test_each_heading_stands_once_and_what_is_of_the_illness_stands_first_under_it() -> None:
    offered = tuple(
        CopiedText(id=f"text000{at}", source=source, kind="questions", text=source, group=group)
        for at, (source, group) in enumerate(
            (
                ("general/aim", "What could be done"),
                ("general/who", "Who does what"),
                ("leukemia/study", "What could be done"),
                ("leukemia/center", "Who does what"),
            )
        )
    )
    shown = [
        *("What could be done", "leukemia/study", "general/aim"),
        *("Who does what", "leukemia/center", "general/who"),
    ]
    assert [row.text for row in offered_question_rows(offered, frozenset())] == shown
    assert [row.text for row in choice_rows((), offered)] == shown


def aimed(name: str, situation: str = "", **fields: str) -> CopiedText:
    """Guidance that is for a situation, if one is given."""
    every = {"situation": situation} | fields if situation else fields
    return CopiedText(
        id=name, source=f"blood/{name}", text=name, group="All", fields=tuple(every.items())
    )


def test_what_is_for_one_situation_stands_last_under_a_sentence_that_says_it() -> None:
    offered = (aimed("a", "You are a child."), aimed("b"), aimed("c", "It came back."), aimed("d"))
    assert [row.text for row in choice_rows((), offered)] == [
        *("All", "b", "d", "You are a child", "a", "It came back", "c"),
    ]
    assert said_of(offered[0]) == ("Fits when: You are a child.",)


def test_questions_to_begin_with_leave_out_those_for_situations_of_one_illness() -> None:
    def must(source: str, *situations: str) -> CopiedText:
        fields = [("priority", "must"), *(("situation", each) for each in situations)]
        return CopiedText(id=source, source=source, text=source, fields=tuple(fields))

    offered = (
        must("general/a", "You are new to it."),
        must("spine/b", "It is the neck."),
        must("spine/c", "You are new to it.", "It is the neck."),
        must("spine/d"),
    )
    begun = [text.source for text in to_begin_with(offered)]
    assert sorted(begun) == ["general/a", "spine/c", "spine/d"]


def test_records_for_one_situation_stand_after_those_for_everybody() -> None:
    offered = (aimed("b", changes="most"), aimed("a", "You are a child.", changes="most"))
    rows = offered_record_rows(offered, (), frozenset())
    assert [row.text for row in rows] == [
        *(record_words.CHANGES["most"], "b", "You are a child", "a"),
    ]


def test_what_was_chosen_stays_when_its_pack_is_gone() -> None:
    chosen = (Matter(id="matter01", text="Less pain.", source="gone/pain"),)
    assert [row.text for row in choice_rows(chosen, ())] == ["Less pain."]


def test_guidance_says_why_what_to_say_and_where_it_comes_from() -> None:
    text = CopiedText(
        id="text0001",
        source="general/ask",
        text="Ask.",
        fields=(("say", "Is there time?"), ("why", "It helps."), ("source", "HHS 2020")),
        reviewed="2026-11-21",
    )
    assert said_of(text) == ("It helps.", 'You can say: "Is there time?"', "(HHS 2020)")
    assert origin(text) == (
        "guidance: general. Wording checked on 21 November 2026. Not yet read by a clinician."
    )


def test_the_list_of_parts_shows_marks_and_counts_in_words() -> None:
    file = CaseFile(
        id="case0001",
        about=(CaseAbout(id="case0001"),),
        records=(Record(id="record01"), Record(id="record02", status=RecordStatus.ARRIVED)),
        listed=(ListedQuestion(id="listed01", priority=Priority.MUST),),
    )
    rows = part_rows(main_parts(Case(file=file), NOW), extra_parts(file), "Dr Lindqvist")
    lines = {row.key: f"{row.lead}{row.text} {row.right}".strip() for row in rows}
    assert lines["records"] == "[~] Records 1 of 2"
    assert lines["questions"] == "[x] Questions 1, 1 must"
    assert lines["telling"] == "[ ] Tell Dr Lindqvist"
    assert lines["opinion"] == "[ ] Dr Lindqvist's opinion"
    assert {row.key for row in rows if row.selectable} == set(words.PARTS)


def test_the_top_line_names_the_visit_the_days_left_and_the_day_to_decide_by() -> None:
    about = VisitAbout(id="visit001", at="2026-12-03T14:00+00:00")
    visit = VisitFile(id="visit001", about=(about,))
    file = CaseFile(id="case0001", about=(CaseAbout(id="case0001", decide_by="2026-12-20"),))
    case = Case(file=file, visits=(visit,))
    decide = "0 of 9 ready · decide by Sun 20 Dec, 26 days left"
    said = {
        120: (
            "Prepare · Dr Okafor, Thursday 3 December",
            "in 9 days · 0 of 9 ready · decide by 20 December, 26 days left",
        ),
        90: ("Prepare · Dr Okafor, Thu 3 Dec", decide),
        80: ("Prepare · Dr Okafor", decide),
        60: ("Prepare", decide),
        40: ("Prepare", "0 of 9 ready · by Sun 20 Dec"),
        20: ("Prepare", "0 of 9 ready · by Sun 20 Dec"),
    }
    for width, halves in said.items():
        assert top_line(case, visit, "Dr Okafor", NOW, width) == halves
    assert top_line(case, None, "", NOW, 90)[0] == "Prepare · no visit planned yet"
    undecided = Case(file=replace(file, about=(CaseAbout(id="case0001"),)), visits=(visit,))
    right = "in 9 days · 0 of 9 ready"
    assert top_line(undecided, visit, "Dr Okafor", NOW, 80) == (
        "Prepare · Dr Okafor, Thu 3 Dec",
        right,
    )


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (2, "decide by 20 December, 2 days left"),
        (1, "decide by 20 December, 1 day left"),
        (0, "decide by 20 December, today"),
        (-3, "decide-by date was 20 December"),
    ],
)
def test_the_days_left_to_decide_are_said_plainly(days: int, said: str) -> None:
    assert words.decide_by("20 December", days) == said


def test_how_long_an_opening_takes_to_say_is_said_in_words() -> None:
    assert words.words_so_far("") == "0 words"
    assert words.words_so_far("Hello.") == "1 word"
    assert words.words_so_far("I am Alva, I still bleed.") == "6 words, about 3 seconds to say"


def test_a_visit_of_a_whole_day_has_no_time() -> None:
    whole = VisitAbout(id="visit001", at="2026-12-03")
    assert when_words(whole) == "Thursday 3 December"
    assert when_words(None) == ""


def test_a_few_reasons_are_offered_first_and_what_is_ticked_stays() -> None:
    rows = (
        add_row("add:", "+ In your own words"),
        heading("sure", "I want to be sure"),
        *(tick_row(f"tick:{at}", f"Reason {at}.", ticked=False) for at in range(3)),
        heading("plan", "About the plan"),
        tick_row("tick:3", "Reason 3.", ticked=False),
        heading("doctor", "About the doctor"),
        tick_row("tick:4", "Reason 4.", ticked=True),
    )
    assert [row.text for row in first_of(rows, 2)] == [
        "+ In your own words",
        "I want to be sure",
        "Reason 0.",
        "Reason 1.",
        "About the doctor",
        "Reason 4.",
    ]
    assert first_of(rows, 5) == rows
