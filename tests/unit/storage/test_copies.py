"""Copies beside the stores are known by their names, whichever program made them."""

from __future__ import annotations

import pytest

from companion.files import join
from companion.files.memory import MemoryFiles
from companion.storage import cases
from companion.storage.cases import new_id
from companion.storage.conflict_copies import Copied, copies, copies_in, copy_of, names_not_ours

ID = "k3v9x2m4q8w1z7ab"
VISIT = f"visit-{ID}"
STORE = f"{VISIT}.json"

CONFLICTS = (
    f"{VISIT}.conflict-1.json",
    # Syncthing
    f"{VISIT}.sync-conflict-20261130-120000-ABCDEF7.json",
    f"{VISIT}.json.sync-conflict-20261130-120000-ABCDEF7.journal",
    f"{VISIT}.json.journal.sync-conflict-20261130-120000-ABCDEF7.prev",
    f"{VISIT}.sync-conflict-20261130-120000-ABCDEF7.json.journal",
    # Dropbox
    f"{VISIT} (Anna's conflicted copy 2026-11-30).json",
    f"{VISIT} (Annas in Konflikt stehende Kopie 2026-11-30).json",
    f"{VISIT} (Copie en conflit de Anna 2026-11-30).json",
    f"{VISIT} (Copia en conflicto de Anna 2026-11-30).json",
    f"{VISIT} (copia in conflitto di Anna 2026-11-30).json",
    f"{VISIT} (Cópia em conflito de Anna 2026-11-30).json",
    f"{VISIT} (Anna's conflicterende kopie 2026-11-30).json",
    f"{VISIT} (Annas motstridiga kopia 2026-11-30).json",
    f"{VISIT} (kopia powodująca konflikt użytkownika Anna 2026-11-30).json",
    f"{VISIT} (Anna の競合コピー 2026-11-30).json",
    f"{VISIT} (Anna 的冲突副本 2026-11-30).json",
    f"{VISIT} (Anna의 충돌된 사본 2026-11-30).json",
    f"{VISIT} (конфликтующая копия Анна 2026-11-30).json",
    f"{VISIT}.json (Annas in Konflikt stehende Kopie 2026-11-30).journal",
    # Nextcloud, ownCloud, Seafile
    f"{VISIT} (conflicted copy 2026-11-30 120000).json",
    f"{VISIT}_conflict-20261130-120000.json",
    f"{VISIT} (SFConflict anna@example.com 2026-11-30-12-00-00).json",
    # OneDrive, iCloud
    f"{VISIT}-ANNAS-LAPTOP.json",
    f"{VISIT}-2.json",
    f"{VISIT} 2.json",
    # Finder
    f"{VISIT} copy.json",
    f"{VISIT} copy 2.json",
    f"{VISIT} Kopie.json",
    f"{VISIT}.json copy.journal",
    # Explorer and Google Drive
    f"{VISIT} - Copy.json",
    f"{VISIT} - Kopie (2).json",
    f"{VISIT} - コピー.json",
    f"{VISIT} (1).json",
    f"Copy of {VISIT}.json",
    f"Kopie von {VISIT}.json",
    # Resilio, pCloud, Unison
    f"{VISIT}.Conflict.json",
    f"{VISIT} [conflicted].json",
    f"{VISIT} (conflict on 2026-11-30).json",
    # Editors and people
    f"{VISIT}.json~",
    f"{VISIT}.json.bak",
    f"{VISIT}.json.orig",
    f"{VISIT.upper()}.JSON",
    f"Visit-{ID}.json",
)
OTHERS = {
    f"{VISIT}.json.damaged-1": Copied.DAMAGED,
    f"{VISIT}.json.journal.damaged-12": Copied.DAMAGED,
    f"{VISIT}.json.damaged-1 (1)": Copied.DAMAGED,
    f"{VISIT}.json.kept-1": Copied.KEPT,
    f"{VISIT}.conflict-1.json.kept-1": Copied.KEPT,
    f"{VISIT} (Anna の競合コピー 2026-11-30).json.kept-2": Copied.KEPT,
    f"{VISIT}.json.sync-conflict-20261130-120000-ABCDEF7.journal.kept-1": Copied.KEPT,
    f"{VISIT}.draft-ab12cd34.json.kept-1": Copied.KEPT,
    f"{VISIT}.draft-ab12cd34.json": Copied.DRAFT,
    f".{VISIT}.json.icloud": Copied.PLACEHOLDER,
    f".{VISIT}.json.journal.icloud": Copied.PLACEHOLDER,
    f"{VISIT}.json.nextcloud": Copied.PLACEHOLDER,
    f".syncthing.{VISIT}.json.tmp": Copied.PARTIAL,
    f"~syncthing~{VISIT}.json.tmp": Copied.PARTIAL,
    f".~lock.{VISIT}.json#": Copied.PARTIAL,
    f".{VISIT}.json.aB3dE5": Copied.PARTIAL,
    f".{VISIT}.json.~1a2b3c": Copied.PARTIAL,
    f".{VISIT}.json.swp": Copied.PARTIAL,
    f"._{VISIT}.json": Copied.PARTIAL,
    f"{VISIT}.json.!sync": Copied.PARTIAL,
    f"{VISIT}.json.part": Copied.PARTIAL,
}
OWN = (
    "case.json",
    "case.lock",
    "case.json.journal.prev",
    STORE,
    f"{STORE}.prev",
    f"{STORE}.journal",
    f"{STORE}.journal.prev",
    f"{STORE}.tmp",
    "visit-abcdefgh2.json",
    "visit-copycopy.json",
    "visit-conflict1.json",
    f"visit-{'a' * 40}.json",
)
NOTHING = (
    "notes.txt",
    "visit-short.json",
    f"visit-{'a' * 41}.json",
    "showcase.json",
    "casebook.json",
    f"{VISIT}.html",
    f"{VISIT}.jsonl",
    f"{VISIT} copy",
    ".DS_Store",
    "",
)


@pytest.mark.parametrize("name", CONFLICTS)
def test_what_another_program_made_of_a_store_is_a_copy(name: str) -> None:
    assert copy_of(name) == (STORE, Copied.CONFLICT)
    assert copy_of(name.replace(VISIT, "case").replace(VISIT.upper(), "CASE"))


@pytest.mark.parametrize("name", OTHERS)
def test_what_was_set_aside_or_is_half_there_is_told_apart(name: str) -> None:
    assert copy_of(name) == (STORE, OTHERS[name])
    kept = copy_of(name.replace(VISIT, "case"))
    assert kept == ("case.json", OTHERS[name])


@pytest.mark.parametrize("name", OWN)
def test_a_store_is_never_taken_for_a_copy(name: str) -> None:
    assert copy_of(name) is None
    assert names_not_ours([name]) == []


@pytest.mark.parametrize("name", NOTHING)
def test_what_has_nothing_to_do_with_a_store_is_no_copy(name: str) -> None:
    assert copy_of(name) is None


def test_an_id_that_ends_in_a_digit_is_a_visit_and_a_number_after_a_dash_is_a_copy() -> None:
    assert copy_of("visit-abcdefgh2.json") is None
    assert copy_of("visit-abcdefgh-2.json") == ("visit-abcdefgh.json", Copied.CONFLICT)
    assert copy_of("visit-abcdefgh2 2.json") == ("visit-abcdefgh2.json", Copied.CONFLICT)


def test_a_copy_with_its_journal_and_generation_before_is_told_once() -> None:
    first = f"{VISIT}.conflict-1.json"
    draft = f"{VISIT}.draft-ab12cd34.json"
    beside = [f"{draft}.journal", f"{draft}.lock", f"{first}.prev", f"{first}.journal"]
    told = {first: (STORE, Copied.CONFLICT), draft: (STORE, Copied.DRAFT)}
    assert copies_in([first, draft, *beside]) == told
    assert copies_in(beside) == told


def test_copies_are_found_among_many_names_in_any_order() -> None:
    ids = [new_id() for _ in range(300)]
    names = [f"visit-{one}.json{end}" for one in ids for end in ("", ".journal", ".prev")]
    strange = ["a\nb", "visit-x", "case.json\n", " case.json"]
    mixed = [*names[:100], *CONFLICTS, *names[100:], *OTHERS, *strange, "case.lock"]
    assert set(copies_in(mixed)) >= set(OTHERS) | set(CONFLICTS[:4])
    assert set(names_not_ours(mixed)) == {*CONFLICTS, *OTHERS, *strange}
    assert copies_in(names) == {}
    assert copies_in([]) == {}


def test_the_copies_of_a_case_are_listed_with_their_paths() -> None:
    files = MemoryFiles()
    folder = cases.make_case(files, "/home", "caseaaaa")
    names = ["case.json", STORE, f"{VISIT} copy.json", f".{VISIT}.json.icloud", "notes.txt"]
    for name in names:
        files.close(files.create(join(folder, name)))
    found = {copy.path: (copy.store, copy.kind) for copy in copies(files, "/home", "caseaaaa")}
    assert found == {
        join(folder, f".{VISIT}.json.icloud"): (STORE, Copied.PLACEHOLDER),
        join(folder, f"{VISIT} copy.json"): (STORE, Copied.CONFLICT),
    }
