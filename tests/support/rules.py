"""Words in open rules, as they stand on the screen: `─ Notes ───`, `Just type. ─── Sam`."""

from __future__ import annotations

RULE = "─"


def said(line: str) -> str:
    """Return what a rule says at its left, without the rule."""
    return line.strip().strip(RULE).strip().partition(f" {RULE}")[0].partition("  ")[0].strip()
