"""Lists pasted in a real terminal, as terminals paste: between two marks, all at once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.support.corpora import asked_by_people
from tests.terminal.test_prepare import open_prepare
from tests.terminal.visit.room import companion, new_case, open_visit, visit_of

if TYPE_CHECKING:
    from pathlib import Path

TO_THE_QUESTIONS = "\x1b[B" * 5 + "\r"
OWN = "\x0e"
CLOSE = "\x11"


def test_two_hundred_pasted_lines_are_two_hundred_questions_and_each_only_once(
    tmp_path: Path,
) -> None:
    questions = asked_by_people("summary")
    case_id = new_case(tmp_path)
    with open_prepare(tmp_path, case_id) as terminal:
        terminal.send(TO_THE_QUESTIONS + OWN)
        terminal.paste("\r".join(questions))
        terminal.send("\r")
        terminal.wait_for("200 questions added.")
        terminal.paste("\r".join(questions))
        terminal.send("\r")
        terminal.wait_for("0 questions added, 200 already there.")
        terminal.send(CLOSE)
        terminal.wait_for_end()
    document = json.loads(companion(tmp_path, "export", case_id, "--format", "json"))
    texts = {each["id"]: each["text"] for each in document["questions"]}
    listed = [texts[each["question_id"]] for each in document["plan_questions"]]
    assert listed == questions


def test_long_questions_pasted_one_by_one_are_one_note_each(tmp_path: Path) -> None:
    questions = asked_by_people("question")
    case_id = new_case(tmp_path)
    with open_visit(tmp_path, case_id) as terminal:
        for question in questions:
            terminal.paste(question.replace("\n", "\r"))
            terminal.send("\r")
            terminal.pump(0.02)
        terminal.send("the end")
        terminal.wait_for("the end")
        terminal.send(CLOSE)
        terminal.wait_for_end()
    assert [note["text"] for note in visit_of(tmp_path, case_id)["notes"]] == questions
