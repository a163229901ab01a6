"""Tab, then a number."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NumberEntry:
    """The digits of a question's number, one key at a time."""

    highest: int
    """The highest number there is; 0 is always there."""
    digits: str = ""
    """What was typed so far."""

    def typed(self, digit: str) -> NumberEntry | int | None:
        """After one more digit: the number if it is whole, more to come, or None for no question.

        A number that may go on waits for the next key: with twelve questions, 1 may become 12.
        """
        digits = self.digits + digit
        number = int(digits)
        if number > self.highest:
            return None
        if number and number * 10 <= self.highest:
            return NumberEntry(self.highest, digits)
        return number

    @property
    def number(self) -> int | None:
        """What was typed so far, as a number."""
        return int(self.digits) if self.digits else None
