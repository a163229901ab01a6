"""What lies in the data folder: names, ids, rights, and the first table of every store."""

from __future__ import annotations

import json
import os
import re
import stat
from typing import TYPE_CHECKING

import pytest

from companion import bootstrap
from companion.services.case.library import NewCase
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ID = r"[a-z0-9]{8,40}"
STORE = rf"(case|visit-{ID})\.json(\.journal)?(\.prev)?"
INSIDE_A_CASE = re.compile(rf"{STORE}|case\.lock")
SECRETS = ("Alva", "Okafor", "hemophilia", "knee")


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A data folder with one case, one visit and one note, closed again."""
    library = bootstrap.library(str(tmp_path / "data"))
    packs = bootstrap.packs(library.context)
    chosen = packs.chosen(("hemophilia",))
    session = library.create(NewCase(title="Left knee", packs=chosen, patient="Alva"))
    at = "2026-12-03T14:00+01:00"
    visit_id = plan_visit(session, NewVisit(clinician="Dr Okafor", at=at))
    VisitEditor(session, visit_id).line.save("# 2 in 100 get inhibitors")
    session.close()
    yield tmp_path / "data"
    library.context.syncer.stop()


def _files(home: Path) -> list[Path]:
    return [path for path in home.rglob("*") if path.is_file()]


@pytest.mark.promise("files.names")
def test_files_have_the_promised_names_and_ids_say_nothing(home: Path) -> None:
    (case,) = (home / "cases").iterdir()
    assert re.fullmatch(ID, case.name)
    names = {path.name for path in case.iterdir()}
    assert [name for name in names if not INSIDE_A_CASE.fullmatch(name)] == []
    assert "case.json" in names
    assert sum(name.startswith("visit-") and name.endswith(".json") for name in names) == 1
    every = " ".join(str(path) for path in _files(home)).casefold()
    assert [secret for secret in SECRETS if secret.casefold() in every] == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_only_their_owner_can_read_files_and_folders(home: Path) -> None:
    for path in [home, *home.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


@pytest.mark.promise("files.meta")
def test_every_store_is_plain_json_with_the_promised_meta(home: Path) -> None:
    stores = [path for path in _files(home) if path.suffix == ".json" and path.parent != home]
    assert len(stores) == 2
    for path in stores:
        tables = json.loads(path.read_text(encoding="utf-8"))
        assert list(tables["_meta"]) == ["1"]
        meta = tables["_meta"]["1"]
        assert set(meta) == {"schema", "generation", "crc32"}
        assert isinstance(meta["schema"], int)
        assert isinstance(meta["generation"], int)
        assert isinstance(meta["crc32"], str)
        assert all(isinstance(rows, dict) for rows in tables.values())


@pytest.mark.promise("files.nothing-beside")
def test_nothing_is_written_beside_the_data_folder(home: Path) -> None:
    assert list(home.parent.iterdir()) == [home]


def test_a_note_is_kept_in_its_visit_and_else_only_where_it_is_searched(home: Path) -> None:
    holding = [path for path in _files(home) if b"2 in 100 get inhibitors" in path.read_bytes()]
    stores = [path for path in holding if path.is_relative_to(home / "cases")]
    assert {path.name.split(".")[0].split("-")[0] for path in stores} == {"visit"}
    assert {path.parent for path in holding if path not in stores} == {home / "derived"}
