"""An answer of one sentence and an exit code."""

from __future__ import annotations


class RefusedError(Exception):
    """What was asked cannot be done; the sentence says what happened and what to do."""

    def __init__(self, sentence: str, exit_code: int = 1) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code
        """1: failed; 2: used wrongly, or no terminal."""
