"""What the program says about guidance itself: when it was checked, who has read it, who paid."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from companion.words.days import plain_date

if TYPE_CHECKING:
    from collections.abc import Iterable

NOT_READ = "Not yet read by a clinician."
PARTLY_READ = "Not all of it has been read by a clinician."
COUNTRIES = {
    "US": "United States",
    "CA": "Canada",
    "GB": "United Kingdom",
    "IE": "Ireland",
    "AU": "Australia",
    "NZ": "New Zealand",
    "DE": "Germany",
    "AT": "Austria",
    "CH": "Switzerland",
    "IN": "India",
    "ZA": "South Africa",
}
"""Names of countries; any other shows its code."""
NO_FUNDING = "none"
"""What a pack writes as its funding when nobody paid."""


def checked(day: date | None, reviewer: str) -> str:
    """When the wording was last checked, and who has read it."""
    read = f"Read by {reviewer.rstrip('.')}." if reviewer else NOT_READ
    return f"Wording checked on {plain_date(day)}. {read}" if day else read


def all_checked(packs: Iterable[tuple[date | None, str]]) -> str:
    """The same of several packs in one line: the oldest day counts.

    Args:
        packs: For each pack, when its wording was checked and who has read it.
    """
    every = tuple(dict.fromkeys(packs))
    days = {day for day, _ in every if day is not None}
    readers = tuple(dict.fromkeys(reader for _, reader in every))
    if not every or len(days) <= 1:
        day = next(iter(days), None)
        since = f"Wording checked on {plain_date(day)}. " if day else ""
    else:
        since = f"Wording checked on {plain_date(min(days))} or later. "
    if len(readers) == 1:
        return since + checked(None, readers[0])
    return since + PARTLY_READ


def checked_copy(reviewed: str, reviewer: str) -> str:
    """The same of the copy of a text that a case keeps; its day may be no day."""
    return checked(day_of_copy(reviewed), reviewer)


def day_of_copy(reviewed: str) -> date | None:
    """Return a kept day; an imported case may have none, or a text that is not a day."""
    try:
        return date.fromisoformat(reviewed)
    except ValueError:
        return None


def from_pack(pack: str, reviewed: str, reviewer: str) -> str:
    """The source of a piece of guidance, below it."""
    return f"guidance: {pack}. {checked_copy(reviewed, reviewer)}"


def listed(identity: str, title: str, items: int, wording: str) -> str:
    """One pack in the list of all."""
    return f"{identity}  {title}  {items} items. {wording}"


def behind(title: str, next_review: date | None, funding: str, country: tuple[str, ...]) -> str:
    """Which guidance a text is from, when it is checked again, who paid, where it holds."""
    parts = [f"{title}."]
    if next_review is not None:
        parts.append(f"Next check of the wording: by {plain_date(next_review)}.")
    if funding == NO_FUNDING:
        parts.append("No one paid for it.")
    elif funding:
        parts.append(f"Paid for by: {funding.rstrip('.')}.")
    if country:
        names = ", ".join(COUNTRIES.get(each, each) for each in country)
        parts.append(f"Its rights and phone numbers are for: {names}.")
    return " ".join(parts)
