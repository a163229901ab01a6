"""Words typed in a list, where there is no field: none of their letters acts, all are written.

A letter that has a key in a list acts as long as nothing but keys was typed before it. With the
first letter that has none, all that was typed is words: whatever it did is taken back, and the
screen is given the words. No line begins with a blank, so one that comes first, or after a single
letter that acted, acts for good. Once the words stand in a field, what is typed in the list after
that begins anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.words import rooms as words

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

ENOUGH = 2
"""Signs that are words: a single letter was perhaps meant for something else."""


class TakesWords:
    """What a screen does with words typed in one of its lists; mixed into those that have some."""

    def has_line(self) -> bool:
        """Whether words can be written here."""
        return False

    def place(self) -> object:
        """Where one is, for coming back when what was typed turns out to be words."""
        return None

    def go_back_to(self, place: object) -> None:
        """Be where one was, with all that was there."""

    def take_words(self, text: str) -> bool:
        """Write words that were typed in a list, or say that nothing can be written there.

        Returns:
            Whether they stand in a field now, where what is typed next follows them.
        """
        del text
        self.say(words.NO_LINE_HERE)
        return False

    def say(self, sentence: str) -> None:
        """Say in one line what just happened."""
        raise NotImplementedError


class TypedWords:
    """The letters that were typed one after another in the lists of one screen."""

    def __init__(self) -> None:
        self._screen: TakesWords | None = None
        self._place: object = None
        self._text = ""
        self._strange = self._taken = False

    def forget(self) -> None:
        """Begin anew: something else than a letter came."""
        self._screen = None

    async def use(
        self,
        screen: Callable[[], object],
        text: str,
        acts: Callable[[], Awaitable[bool]],
        unused: Callable[[], None],
    ) -> bool:
        """Use a key that was pressed in a list; whether it was used.

        Args:
            screen: Tells the screen in front.
            text: What it writes; nothing for a key that only acts.
            acts: Does what the key does here, and tells whether it does anything.
            unused: Says of a sign that it does nothing here.
        """
        before = screen()
        if not text or not isinstance(before, TakesWords):
            self.forget()
            return await acts()
        if self._screen is not before:
            self._begin(before)
        if text.isspace() and not self._strange and self._only_keys():
            self.forget()
            return await acts()
        self._text += text
        if not self._strange and await acts():
            if screen() is not before:
                self.forget()
            return True
        return self._not_a_key(before, unused)

    def _begin(self, screen: TakesWords) -> None:
        self._screen, self._place = screen, screen.place()
        self._text, self._strange, self._taken = "", False, False

    def _only_keys(self) -> bool:
        """Whether nothing was typed yet that a blank could belong to."""
        return not self._text or (len(self._text) == 1 and self._text.isalpha())

    def _not_a_key(self, screen: TakesWords, unused: Callable[[], None]) -> bool:
        typed = self._text.strip()
        if not typed or self._taken:
            return self._taken
        self._strange = True
        if len(typed) < ENOUGH:
            if screen.has_line():
                screen.say(words.LETTERS_WRITE)
            else:
                unused()
        else:
            self._taken = True
            screen.go_back_to(self._place)
            if screen.take_words(self._text):
                self.forget()
        return True
