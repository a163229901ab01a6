"""What the JSON Schema of the export says of each shape."""

from __future__ import annotations

from typing import Final

SHAPES: Final = {
    "FieldShape": "One named text.",
    "PersonShape": "Somebody who takes part.",
    "ReasonShape": "Why an opinion is sought.",
    "PriorityShape": "Something that matters to the patient.",
    "AspectShape": "A row of the comparison.",
    "RecordShape": "A document to gather.",
    "PrepareShape": "The single answers of the Prepare room.",
    "OriginShape": "Where an imported question came from.",
    "QuestionShape": "One question, in its own words.",
    "TextShape": "The case's own copy of a piece of guidance.",
    "Listed": "A question's place and state in a list.",
    "Number": "A number card; blanks are still to ask.",
    "SaidBack": "How a note was said back to the doctor.",
    "NoteShape": "One stamped line or paragraph.",
    "Door": "The five answers of *before you leave*.",
    "Fresh": "One answer written while the visit was fresh.",
    "LineShape": "The unfinished line.",
    "VisitShape": "One appointment or call with one clinician.",
    "CellShape": "What an opinion says on one aspect.",
    "RatingShape": "One person's rating of one side of an opinion.",
    "AdditionShape": "A dated addition to an opinion.",
    "OpinionShape": "What one clinician said.",
    "RowShape": "How the opinions go together on one aspect.",
    "PathShape": "A path that was chosen; the last one counts.",
    "ConfidenceShape": "Four yes/no answers on one day.",
    "LeaningShape": "Which way somebody leans on one day.",
    "ComparisonShape": "The opinions side by side.",
    "DecisionShape": "What was decided, in the patient's words.",
    "StepShape": "Something to do next.",
    "CaseShape": "One health question on which opinions are sought.",
}
"""Name of a shape to its sentence."""
