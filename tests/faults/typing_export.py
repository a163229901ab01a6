"""An exported visit, told as the model of typing tells it."""

from __future__ import annotations

from typing import Any

from tests.faults.typing_model import Kept, State


def exported(document: dict[str, Any]) -> tuple[object, ...]:
    """What the only visit of a case holds; compare it with `State.on_disk`."""
    (visit,) = document["visits"]
    texts = {each["id"]: each["text"] for each in document["questions"]}
    listed = visit["questions"]
    numbers = {each["question_id"]: each["number"] for each in listed}
    notes, line = visit["notes"], visit["composer"] or {}
    editing = line.get("editing_note_id")
    asides = {each["name"]: each["value"] for each in line.get("asides", ())}
    state = State(
        notes=tuple(
            Kept(each["kind"], each["text"], numbers.get(each["question_id"], 0)) for each in notes
        ),
        questions=tuple(texts[each["question_id"]] for each in listed),
        chosen=tuple(each["state"] for each in listed),
        line=line.get("text", ""),
        under=numbers.get(line.get("question_id", ""), 0),
        editing=[each["id"] for each in notes].index(editing) if editing else None,
        field=line.get("field") == "question",
        aside=asides.get("question", ""),
    )
    return state.on_disk
