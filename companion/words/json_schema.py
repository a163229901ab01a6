"""What the JSON Schema of the export says of each shape."""

from __future__ import annotations

from typing import Final

SHAPES: Final = {
    "FieldShape": "One named text.",
    "PersonShape": "Someone who takes part.",
    "ReasonShape": "Why a second opinion is wanted.",
    "PriorityShape": "Something that matters to the patient.",
    "AspectShape": "A topic of the comparison.",
    "RecordShape": "A medical record to gather.",
    "ResultShape": "A test of which the result is waited for, or has arrived.",
    "PrepareShape": "The single answers of the Prepare room.",
    "OriginShape": "Where an imported question came from.",
    "QuestionShape": "One question, in its own words.",
    "TextShape": "The case's own copy of a piece of guidance.",
    "Listed": "A question's place and state in a list.",
    "Number": "A number card; blanks are still to ask.",
    "SaidBack": "How a note was checked with the doctor.",
    "NoteShape": "One line or paragraph with its time.",
    "Door": "The 5 answers of *before you leave*.",
    "Fresh": "One answer written right after the visit.",
    "SaidShape": "A part of *what was said* that was rewritten by hand.",
    "LineShape": "The unfinished line.",
    "VisitShape": "One visit or call with one doctor.",
    "CellShape": "What an opinion says on one topic.",
    "RatingShape": "One person's impression of an opinion.",
    "AdditionShape": "A dated addition to an opinion.",
    "OpinionShape": "What one doctor said.",
    "RowShape": "How the opinions compare on one topic.",
    "PathShape": "A next step that was chosen; the last one counts.",
    "ConfidenceShape": "4 yes/no answers on one day.",
    "LeaningShape": "Where one person was leaning on one day.",
    "ComparisonShape": "The opinions side by side.",
    "DecisionShape": "What was decided, and why, in the patient's words.",
    "StepShape": "A to-do.",
    "CriterionShape": "A topic of the options.",
    "OptionCellShape": "What one option is like on one topic.",
    "OptionStarsShape": "How much that matters to one person.",
    "OptionShape": "Something that can be done; to stay as it is, or wait, is always one.",
    "CaseShape": "One health question, and all that belongs to it.",
}
"""Name of a shape to its sentence."""
