"""The command line: the only place that prints errors and exits."""

from __future__ import annotations

from companion.cli.entry import main

__all__ = ["main"]
