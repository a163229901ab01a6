"""The error of a command that cannot do what was asked."""

from __future__ import annotations


class RefusedError(Exception):
    """A refusal; its sentence says what happened and what to do."""

    def __init__(self, sentence: str, exit_code: int = 1) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code
        """1: failed; 2: used wrongly, or no terminal."""
