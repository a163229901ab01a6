"""The digits of a question's number, typed one key at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.value import Value

if TYPE_CHECKING:
    from companion.domain.question_rows import NumberedQuestion


class NumberEntry(Value):
    """The digits of a question's number, one key at a time."""

    highest: int
    """The highest number there is; 0 is always there."""
    digits: str = ""
    """The digits typed so far."""

    def with_digit(self, digit: str) -> NumberEntry | int | None:
        """Return the number if it is whole, the entry if it may go on, None for no question.

        With twelve questions, 1 may become 12: it waits for the next key.
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
        """The digits typed so far, as a number."""
        return int(self.digits) if self.digits else None


def number_entry(rows: tuple[NumberedQuestion, ...]) -> NumberEntry:
    """Return an entry for the number of one of these questions, no digit typed yet."""
    return NumberEntry(rows[-1].number if rows else 0)
