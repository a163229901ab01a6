"""A new case takes what its packs build on."""

from __future__ import annotations

from datetime import date

from companion.domain.pack import Pack
from companion.services.beginning import general_first


def pack(name: str, *extends: str) -> Pack:
    return Pack(name, name.capitalize(), "en", extends, date(2026, 1, 1), "")


def test_a_chosen_pack_brings_those_it_builds_on_and_general_stands_first() -> None:
    packs = (pack("blood", "general"), pack("general"), pack("rare", "blood"), pack("other"))
    assert [each.id for each in general_first(packs, frozenset())] == ["general"]
    chosen = general_first(packs, frozenset({"rare", "other"}))
    assert [each.id for each in chosen] == ["general", "blood", "rare", "other"]
