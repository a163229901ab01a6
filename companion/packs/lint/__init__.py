"""Rules for a good pack, one function each.

Each rule takes a `Subject` and yields problems; files are named as inside the pack's folder.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.packs.lint.figures import (
    figures_have_sources,
    sources_are_known,
    sources_have_caveats,
    urgent_items_have_sources,
)
from companion.packs.lint.language import (
    options_are_balanced,
    text_is_plain,
    urgent_sentences_are_short,
)
from companion.packs.lint.structure import (
    aspects_are_known,
    general_alone_comes_first,
    hidden_items_may_be_hidden,
    ids_are_used_once,
    only_urgent_items_stand_for_urgent_ones,
    packs_build_on_packs,
    situations_are_known,
    staying_is_first,
    urgent_is_first,
)

if TYPE_CHECKING:
    from companion.domain.pack import Problem
    from companion.packs.lint.subject import Subject

RULES = (
    packs_build_on_packs,
    ids_are_used_once,
    situations_are_known,
    aspects_are_known,
    hidden_items_may_be_hidden,
    only_urgent_items_stand_for_urgent_ones,
    sources_are_known,
    figures_have_sources,
    sources_have_caveats,
    urgent_is_first,
    general_alone_comes_first,
    staying_is_first,
    options_are_balanced,
    text_is_plain,
    urgent_sentences_are_short,
    urgent_items_have_sources,
)


def lint(subject: Subject) -> tuple[Problem, ...]:
    """Return the problems that the rules find in a pack."""
    return tuple(problem for rule in RULES for problem in rule(subject))
