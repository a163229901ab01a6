"""Every arrow points down, and every library has one door: the contracts of import-linter."""

from __future__ import annotations

from importlinter.cli import lint_imports

from tests.contracts.source import ROOT


def test_every_import_contract_is_kept() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0
