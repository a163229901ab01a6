"""Runs a program as a Textual would that has moved every part the program relies on.

`python -m tests.terminal.surface.stock MODULE ARGUMENTS…`
"""

from __future__ import annotations

import runpy
import sys

from companion.ui.terminal import environment

if __name__ == "__main__":
    environment.prepare()

import textual._wrap
import textual.widgets._text_area

from companion.ui.terminal import textual_internals


def move_parts() -> None:
    """Make every group of parts incomplete, and take one away that is imported by name."""
    for group in ("DRIVER", "AREA", "HOST"):
        setattr(
            textual_internals, group, (*getattr(textual_internals, group), "textual.app:App._gone")
        )
    textual_internals.compute_wrap_offsets = None  # type: ignore[assignment]
    # Textual's own area has its own name for it by now.
    del textual._wrap.compute_wrap_offsets


if __name__ == "__main__":
    move_parts()
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
