"""Somebody typing in a visit: words, marks, corrections, numbers of questions; by a seed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.faults.typing_model import (
    BACKSPACE,
    ENTER,
    F2,
    F8,
    LEFT,
    MARKS,
    PASTE,
    PASTE_END,
    TAB,
    UNDO,
    UP,
    State,
    after,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

SAID: Final = (
    "the level falls too low by day three and we may give the dose more often",
    "no surgery before the inhibitor test has been read again by somebody else",
    "take 5 mg in the morning, 2 in 100 get a rash over five years",
    "schönen Gruß an Frau Müller, œdème, façade, dós",
    "日本語 の ノート も のこす",
    "[TODO] [x] [/b] [@click=app.quit] a\\b c:\\new <b>bold</b> &amp; {name}",
    "🙂 better since Tuesday",
)
LONGEST: Final = 150
"""Characters in a line; it fits into the three rows one types in."""
_MOST_QUESTIONS: Final = 8
"""A digit goes to each of them at once."""


class Typist:
    """Chooses the next key by what stands in the room."""

    def __init__(self, chance: random.Random, state: State) -> None:
        self.chance = chance
        self.state = state
        self._waiting: list[str] = []

    def keys(self) -> Iterator[tuple[str, State]]:
        """Keys without end, each with the room after it."""
        while True:
            if not self._waiting:
                self._waiting = self._choose()
            key = self._waiting.pop(0)
            self.state = after(self.state, key)
            yield key, self.state

    def _one_of(self, *choices: tuple[float, list[str]]) -> list[str]:
        weights = [weight for weight, _ in choices]
        return self.chance.choices([keys for _, keys in choices], weights)[0]

    def _word(self) -> list[str]:
        return [*self.chance.choice(self.chance.choice(SAID).split()), " "]

    def _number(self) -> list[str]:
        return [TAB, str(self.chance.randint(0, len(self.state.questions)))]

    def _pasted(self) -> list[str]:
        lines = self.chance.choices(SAID[:3], k=2)
        text = "\n".join(line[:40] for line in lines)
        return [f"{PASTE}{text}{PASTE_END}"]

    def _corrected(self) -> list[str]:
        back = [LEFT] * min(3, self.state.cursor)
        return [*back, self.chance.choice("abcé")]

    def _choose(self) -> list[str]:
        state = self.state
        if state.field:
            return self._in_the_field()
        if state.line:
            return self._in_a_line()
        mark = self.chance.choice(list(MARKS))
        takes_back = bool(state.past) and state.past[-1][0] != "question"
        asks = len(state.questions) < _MOST_QUESTIONS
        return self._one_of(
            (10, self._word()),
            (5, [mark, " "]),
            (1, [mark]),
            (1, ["\\", mark, " "]),
            (2, self._number()),
            (1, [F2]),
            (1, [ENTER]),
            (1 if state.notes else 0, [UP]),
            (1 if takes_back else 0, [UNDO]),
            (1 if asks else 0, [F8]),
            (0.5, self._pasted()),
        )

    def _in_a_line(self) -> list[str]:
        state = self.state
        if len(state.line) > LONGEST:
            return [ENTER]
        asks = state.editing is None and len(state.questions) < _MOST_QUESTIONS
        short = "\n" not in state.line and len(state.line) < LONGEST // 3
        return self._one_of(
            (12, self._word()),
            (3, [ENTER]),
            (1, [BACKSPACE] * self.chance.randint(1, 6)),
            (0.5, [BACKSPACE] * len(state.line)),
            (1, self._corrected()),
            (1, self._number()),
            (0.5, [F2]),
            (0.3 if asks else 0, [F8]),
            (0.3 if short else 0, self._pasted()),
        )

    def _in_the_field(self) -> list[str]:
        if len(self.state.aside) > LONGEST // 3:
            return [ENTER]
        return self._one_of(
            (6, self._word()), (2, [ENTER]), (1, [BACKSPACE] * 2), (1, self._corrected())
        )
