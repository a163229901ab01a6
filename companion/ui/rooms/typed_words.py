"""Words typed in a list, where there is no field: none of their letters acts, all are written.

A letter that has a key in a list acts as long as nothing but keys was typed before it. With the
first letter that has none, all that was typed is words: whatever it did is taken back, and the
screen is given the words. No line begins with a blank: a blank that comes first, or after a single
letter that acted, acts for good; so does a letter that led to another place, where the user looked
around before typing on. Once the words stand in a field, what is typed in the list after that
starts over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from companion.ui.terminal.editing_keys import is_text
from companion.words import rooms as words

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.events import Key

ENOUGH = 2
"""Characters that count as words: a single letter was perhaps meant for something else."""
LOOKED = 1.0
"""Seconds without a key after which a letter that led to another place was meant as a key."""


class WordReceiver:
    """The part of a screen that takes words which are typed in one of its lists.

    Args:
        say: Says in one line what just happened.
        has_line: Tells whether words can be written here; by default, never.
        place: Tells where the user is, for coming back when what was typed turns out to be words.
        go_back_to: Goes to such a place again, with all that was there.
        is_elsewhere: Tells whether the user is somewhere else than at such a place; by default, no.
        take: Writes the words, and tells whether they stand in a field now, where what is typed
            next follows them; by default, says that nothing can be written here.
    """

    def __init__(
        self,
        say: Callable[[str], None],
        *,
        has_line: Callable[[], bool] = lambda: False,
        place: Callable[[], object] = lambda: None,
        go_back_to: Callable[[Any], None] = lambda _: None,
        is_elsewhere: Callable[[Any], bool] = lambda _: False,
        take: Callable[[str], bool] | None = None,
    ) -> None:
        self.say, self.has_line = say, has_line
        self.place, self.go_back_to, self.is_elsewhere = place, go_back_to, is_elsewhere
        self.take = take or self.refuse

    def refuse(self, _: str) -> bool:
        """Say that nothing can be written here."""
        self.say(words.NO_LINE_HERE)
        return False


@runtime_checkable
class ReceivesWords(Protocol):
    """A screen with lists in which words may be typed."""

    @property
    def word_receiver(self) -> WordReceiver:
        """The part that takes them."""


class TypedWords:
    """The letters that were typed one after another in the lists of one screen."""

    def __init__(self, front: Callable[[], object], unused: Callable[[Key], None]) -> None:
        """Begin without any.

        Args:
            front: Tells the screen in front.
            unused: Says of a sign that it does nothing there.
        """
        self._front = front
        self._unused = unused
        self._screen: ReceivesWords | None = None
        self._place: object = None
        self._text = ""
        self._strange = self._taken = False
        self._typed_at = 0.0

    def forget(self) -> None:
        """Start over, because something else than a letter came."""
        self._screen = None

    async def use(self, event: Key, act: Callable[[], Awaitable[bool]]) -> bool:
        """Use a key that was pressed in a list; return whether it was used.

        Args:
            event: The key.
            act: Does what the key does here, and tells whether it does anything.
        """
        before = self._front()
        text = (event.character or "") if is_text(event) else ""
        if not text or not isinstance(before, ReceivesWords):
            self.forget()
            return await act()
        if self._screen is not before or self._looked_around(before.word_receiver, event):
            self._begin(before)
        self._typed_at = event.time
        if text.isspace() and not self._strange and self._only_keys():
            self.forget()
            return await act()
        self._text += text
        if not self._strange and await act():
            if self._front() is not before:
                self.forget()
            return True
        return self._not_a_key(before.word_receiver, event)

    def _begin(self, screen: ReceivesWords) -> None:
        self._screen, self._place = screen, screen.word_receiver.place()
        self._text, self._strange, self._taken = "", False, False

    def _looked_around(self, receiver: WordReceiver, event: Key) -> bool:
        """Return whether all that was typed so far led here, and the user saw it before typing on.

        Taking such a letter back would leave the place the user chose.
        """
        waited = event.time - self._typed_at > LOOKED
        return waited and not self._strange and receiver.is_elsewhere(self._place)

    def _only_keys(self) -> bool:
        """Return whether nothing was typed yet that a blank could belong to."""
        return not self._text or (len(self._text) == 1 and self._text.isalpha())

    def _not_a_key(self, receiver: WordReceiver, event: Key) -> bool:
        typed = self._text.strip()
        if not typed or self._taken:
            return self._taken
        self._strange = True
        if len(typed) < ENOUGH:
            if receiver.has_line():
                receiver.say(words.LETTERS_WRITE)
            else:
                self._unused(event)
        else:
            self._taken = True
            receiver.go_back_to(self._place)
            if receiver.take(self._text):
                self.forget()
        return True
