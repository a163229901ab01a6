"""The made-up case: Alva, Sam and two doctors. No person and no figure in it is real."""

from __future__ import annotations

from typing import NamedTuple

TITLE = "Prevention plan, hemophilia A"
PATIENT = "Alva"
COMPANION = "Sam"
PRESENT_DOCTOR = "Dr Lindqvist"
PRESENT_PLACE = "Clinic on Mill Road"
OTHER_DOCTOR = "Dr Okafor"
OTHER_PLACE = "St. Anna, room 2.14"
GOAL = "I want to know if my plan is right for me."


class Sourced(NamedTuple):
    """A sentence, and the item of the guidance it was taken from."""

    text: str
    """In the case's own words."""
    source: str
    """`pack/item`; empty for one's own."""
    stars: int = 0
    """How much it matters, where that is asked."""


REASONS = (
    Sourced("I still bleed, though I follow the plan.", "hemophilia/reason-still-bleeding"),
    Sourced("I want to be sure the plan is right for me.", "general/reason-surer-plan"),
    Sourced("I want to swim again, and no one can tell me if I can.", ""),
)
PRIORITIES = (
    Sourced("To protect my joints.", "hemophilia/matter-joints", 5),
    Sourced("To travel.", "general/matter-travel", 4),
    Sourced("To have few needles.", "general/matter-needles", 3),
    Sourced("To go to choir on Thursdays and not think about it.", "", 4),
)


class PlannedQuestion(NamedTuple):
    """A question chosen or written before the visit."""

    text: str
    source: str
    """`pack/item`; empty for one's own."""
    priority: str
    """must, should or could."""
    asker: str
    """The first name of who asks."""
    alone: bool = False
    """Better asked with no one else in the room."""


QUESTIONS = (
    PlannedQuestion("Is my diagnosis right?", "general/diagnosis-right", "must", PATIENT),
    PlannedQuestion("Is my treatment working?", "general/treatment-working", "must", PATIENT),
    PlannedQuestion("What are my options now?", "general/ways-open", "must", COMPANION),
    PlannedQuestion(
        "How could each one help or harm me?", "general/good-and-harm", "should", COMPANION
    ),
    PlannedQuestion(
        "Will you work with Dr Lindqvist?", "general/work-together", "could", COMPANION
    ),
    PlannedQuestion(
        "Could this affect my having children?",
        "general/children",
        "could",
        PATIENT,
        alone=True,
    ),
)


class GatheredRecord(NamedTuple):
    """A record, with days counted from the visit."""

    text: str
    source: str
    """`pack/item`; empty for one's own."""
    status: str
    """needed, asked, sent or arrived."""
    holder: str
    spoken_to: str = ""
    asked: int | None = None
    """Day it was asked for."""
    sent: int | None = None
    """Day it was sent."""
    arrived: int | None = None
    """Day it arrived."""
    chase: int | None = None
    """Day to ask again."""


LABS = "Lab reports, with inhibitor tests"
SUMMARIES = "Visit summaries"
GENE_REPORT = "Gene report"
RECORDS = (
    GatheredRecord(
        LABS,
        "hemophilia/record-inhibitor",
        "arrived",
        PRESENT_DOCTOR,
        "Mrs Berg",
        asked=-21,
        arrived=-8,
    ),
    GatheredRecord(
        "Treatment plan",
        "general/record-plan",
        "asked",
        PRESENT_DOCTOR,
        "Mrs Berg",
        asked=-21,
        chase=11,
    ),
    GatheredRecord(
        SUMMARIES, "general/record-visits", "arrived", PRESENT_DOCTOR, asked=-21, arrived=-15
    ),
    GatheredRecord(
        "My log of bleeds. I'll bring it.",
        "hemophilia/record-bleeds",
        "arrived",
        PATIENT,
        arrived=-1,
    ),
    GatheredRecord(
        GENE_REPORT,
        "hemophilia/record-gene",
        "sent",
        "the lab at St. Anna",
        asked=1,
        sent=6,
        chase=12,
    ),
    GatheredRecord("X-ray of the left ankle", "hemophilia/record-joints", "needed", ""),
)

TIME_CHECK = (
    "Dr Lindqvist says a few weeks are fine. A bleed that does not stop cannot wait: "
    "treat it, then call at once."
)
OPENING = "I still bleed, though I follow my plan. I'd like to hear what you think of it."
TELLING = "Told Dr Lindqvist on the phone. She said it's a good idea and will send the records."
REFERRAL = "Dr Lindqvist wrote one. It came with the lab reports."
INSURANCE = "Asked if they pay for the visit. They'll write to us."
WHERE_TO_GO = "The hemophilia center at St. Anna."
NUMBERS_WANTED = "Out of 100 people, please. Slowly, one at a time."
ROLE_WANTED = "We choose together: the doctor, Sam and I."
EXPECTATION = "That the plan stays much the same."
COMPANION_JOB = "Sam types, and asks what's still open."
MEDICINES = ("Factor VIII, when I bleed", "Acetaminophen, now and then")
ALLERGIES = ("Penicillin: rash",)
TIMELINE = (
    "As a child: many bruises; hemophilia found at 4",
    "At 16: first bleed in the left ankle",
    "Last year: 6 bleeds, 4 of them in the left ankle",
    "This spring: inhibitor test, negative",
)

ADDITION = "On the phone a week later: she would think again if the ankle bleeds more."
