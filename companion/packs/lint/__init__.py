"""Rules for a good pack, one function each.

Each rule takes a `Subject` and yields problems; files are named as inside the pack's folder.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.packs.lint import figures, language, structure

if TYPE_CHECKING:
    from companion.domain.pack import Problem
    from companion.packs.lint.subject import Subject

RULES = (
    structure.packs_build_on_packs,
    structure.ids_are_used_once,
    structure.situations_are_known,
    structure.aspects_are_known,
    structure.hidden_items_may_be_hidden,
    structure.only_urgent_items_stand_for_urgent_ones,
    figures.sources_are_known,
    figures.figures_have_sources,
    figures.sources_have_caveats,
    structure.urgent_is_first,
    structure.general_alone_comes_first,
    structure.staying_is_first,
    language.options_are_balanced,
    language.text_is_plain,
    language.urgent_sentences_are_short,
    figures.urgent_items_have_sources,
)


def lint(subject: Subject) -> tuple[Problem, ...]:
    """Return the problems that the rules find in a pack."""
    return tuple(problem for rule in RULES for problem in rule(subject))
