"""Both opinions of the made-up case, and the to-dos."""

from __future__ import annotations

from typing import NamedTuple

from companion.words.example import COMPANION, PATIENT
from companion.words.example_visit import TO_DO


class SaidOn(NamedTuple):
    """The words of both doctors on one row of the comparison."""

    source: str
    """The row, `pack/item`."""
    name: str
    """Its name, for when the pack is not there."""
    present: str
    """Dr Lindqvist, from before; empty when it did not come up."""
    other: str
    """Dr Okafor, in the visit; empty when it did not come up."""
    notes: tuple[int, ...] = ()
    """Places of the notes behind the second, from 0."""
    verdict: str = ""
    """How they compare; empty when nobody looked yet."""
    why: tuple[str, ...] = ()
    """Why they differ."""
    stars: int = 0
    """How much the row matters; 0 when nobody said."""


ASPECTS = (
    SaidOn(
        "general/aspect-diagnosis",
        "Diagnosis",
        "Hemophilia A, mild to moderate.",
        "Hemophilia A. Moderate, not mild.",
        (2,),
        "refined",
        stars=4,
    ),
    SaidOn(
        "general/aspect-how-sure",
        "How sure",
        "Quite sure. The level was measured twice.",
        "Sure. She read the March test again, and the gene report.",
        (1,),
        "same",
    ),
    SaidOn(
        "general/aspect-aim",
        "Goal of treatment",
        "To stop a bleed when it comes.",
        "To prevent bleeds in the joints.",
        (7,),
    ),
    SaidOn(
        "general/aspect-plan",
        "Plan",
        'Factor when needed. "Only if you bleed."',
        'Prevention, every 3 days. "Before the level drops."',
        (3, 7),
        "differs",
        ("different_information",),
        5,
    ),
    SaidOn(
        "general/aspect-risks",
        "Risks",
        "Little risk. A bleed may go on until I notice it.",
        "An inhibitor can develop. The veins get used more.",
        (4, 8, 9),
        "differs",
        ("different_weighting",),
        4,
    ),
    SaidOn(
        "general/aspect-daily-life",
        "Daily life",
        "Take factor along on trips.",
        "A dose every 3 days, in the evening.",
        (7,),
        "cannot_tell_yet",
        stars=3,
    ),
    SaidOn(
        "general/aspect-tests",
        "Tests",
        "Inhibitor test once a year.",
        "Inhibitor test every 3 months at first.",
        (9,),
        "differs",
        ("do_not_know",),
    ),
    SaidOn("general/aspect-look-again", "What happens next", "In a year.", "In 6 months."),
    SaidOn(
        "general/aspect-together",
        "Who works together",
        "",
        "She will write to Dr Lindqvist.",
        (),
        "not_discussed",
    ),
    SaidOn(
        "hemophilia/aspect-joints",
        "Joints",
        "Watch the left ankle.",
        "Watch the left ankle. An ultrasound once a year.",
        (),
        "same",
    ),
)


class ExampleRating(NamedTuple):
    """How Sam found one side of an opinion."""

    what: str
    """trust, daily_life, what_matters or talk."""
    words: str
    stars: int
    """1 to 5."""
    note: int | None = None
    """Place of the note behind it; None is a feeling."""


RATINGS = (
    ExampleRating("trust", "She read the March test again before she spoke.", 4, 1),
    ExampleRating("talk", "She waited until Alva had asked.", 5),
    ExampleRating("daily_life", "Every third evening can be done.", 4, 7),
)


class ExampleCell(NamedTuple):
    """What an option is like on one topic that every case begins with."""

    topic: int
    """Place of the topic, from 0."""
    text: str = ""
    notes: tuple[int, ...] = ()
    """Places of the notes behind it, from 0."""
    stars: tuple[int, ...] = ()
    """How much it matters to Alva, and to Sam."""


OPTIONS = (
    (
        "A dose every 3 days",
        (
            ExampleCell(0, "Fewer bleeds in the joints.", (7,), (5, 4)),
            ExampleCell(1, "", (8, 9), (3,)),
            ExampleCell(2, "", (4,)),
            ExampleCell(3, "A needle every third evening."),
            ExampleCell(4, "Dr Okafor."),
        ),
    ),
    (
        "A dose every 3 days, through a port",
        (
            ExampleCell(0, "The veins get a rest."),
            ExampleCell(4, "Dr Okafor, but not now."),
        ),
    ),
    (
        "Stay with factor when needed",
        (
            ExampleCell(0, "Nothing changes at home.", (), (3,)),
            ExampleCell(1, "A bleed may go on until I notice it.", (), (4,)),
            ExampleCell(4, "Dr Lindqvist."),
        ),
    ),
)
"""The last one is to stay as it is."""

PATH = "take-back"
PATH_WHY = "We want to hear what the gene report changes for Dr Lindqvist."
LEANING = "Toward a dose every 3 days, if Dr Lindqvist reads the gene report the same way."
SURE = (True, True, False, False)
SAY_FIRST = (
    "I have a second opinion, from Dr Okafor. I would like to understand both. "
    "Do you have 10 minutes?"
)
CALL_QUESTIONS = (
    'How did you come to "factor when needed"?',
    "How do you read the March inhibitor test?",
    "Would the gene report change your view?",
)


class PlannedStep(NamedTuple):
    """A step, with days counted from the visit."""

    text: str
    owner: str
    """The first name of who does it."""
    due: int
    done: int | None = None
    note: int | None = None
    """Place of the note it was; None for an own one."""


STEPS = (
    PlannedStep("Ask clinic for the gene report (Sam)", COMPANION, 1, 1, TO_DO),
    PlannedStep("Call Dr Lindqvist's office for a 10-minute talk", PATIENT, 8, 5),
    PlannedStep("Send the gene report to Dr Lindqvist first", COMPANION, 6, 6),
    PlannedStep("Insurance: will they pay for the visit?", COMPANION, -13),
    PlannedStep("Read both opinions again, on a quiet evening", PATIENT, 13),
)
