"""The command line; no other package prints errors or exits."""

from __future__ import annotations

from companion.cli.entry import main

__all__ = ["main"]
