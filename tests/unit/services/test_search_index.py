"""What is kept for searching is never believed when it may be old, and never in the way."""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from companion.domain.changes import with_changed
from companion.domain.preparation import Covered
from companion.domain.value import replace
from companion.files import DiskFiles
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.case.maintenance import erase_case
from companion.services.case.trash import bring_back, discard_case
from companion.services.prepare.preparation import PreparationEditor
from companion.services.search.index import SearchIndex
from companion.services.transfer.imports import import_file
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from companion.storage import trash
from companion.storage.checkpoint import decode, encode, serialise
from companion.storage.codec import SCHEMA
from companion.storage.index_file import read_index, write_index
from tests.unit.services.backups import backup_of, restored
from tests.unit.services.test_session import shelf_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.session import CaseSession


@pytest.fixture
def library(tmp_path: Path) -> CaseLibrary:
    return shelf_in(tmp_path / "home")


@pytest.fixture
def case_id(library: CaseLibrary) -> str:
    """A case with a visit and a note in it, closed."""
    session = library.create(NewCase(title="Left knee", patient="Alva", companion="Sam"))
    visit_id = plan_visit(session, NewVisit(clinician="Dr Okafor"))
    VisitEditor(session, visit_id).line.save("the meniscus is torn")
    session.close()
    return session.case_id


def visit_of(library: CaseLibrary, case_id: str) -> str:
    return library.context.visit_ids(case_id)[0]


def derived(library: CaseLibrary) -> list[Path]:
    return sorted(Path(library.context.home, "derived").glob("*search*"))


def everything_derived(library: CaseLibrary) -> str:
    whole = b"".join(path.read_bytes() for path in derived(library))
    return whole.decode().casefold()


def found(library: CaseLibrary, words: str) -> list[str]:
    """What a program that was just started finds."""
    index = SearchIndex(shelf_in(Path(library.context.home)))
    assert index.read()
    return [hit.text for hit in index.find(words).hits()]


def read_for(library: CaseLibrary) -> int:
    """How many stores it has to read."""
    return SearchIndex(library).stale


def in_the_room(library: CaseLibrary, case_id: str) -> tuple[CaseSession, VisitEditor]:
    session = library.open(case_id)
    return session, VisitEditor(session, visit_of(library, case_id))


# What is kept holds


def test_what_was_closed_need_not_be_read(library: CaseLibrary, case_id: str) -> None:
    assert read_for(library) == 0
    assert found(library, "MENISCUS") == ["the meniscus is torn"]


def test_stores_that_did_not_change_are_not_read(library: CaseLibrary, case_id: str) -> None:
    path = library.context.visit_path(case_id, visit_of(library, case_id))
    at = os.stat(path)
    Path(path).write_bytes(b"x" * at.st_size)
    os.utime(path, ns=(at.st_mtime_ns, at.st_mtime_ns))
    for kept in derived(library):
        os.utime(kept, ns=(at.st_mtime_ns + 10**10, at.st_mtime_ns + 10**10))
    assert found(library, "meniscus") == ["the meniscus is torn"]


def test_nobody_but_the_user_can_read_what_is_kept(library: CaseLibrary, case_id: str) -> None:
    assert derived(library)
    for path in derived(library):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert path.suffix != ".json"


def test_a_case_is_kept_in_one_file_and_none_is_left_of_an_older_version(
    library: CaseLibrary, case_id: str
) -> None:
    folder = Path(library.context.home, "derived")
    for digit in "0123456789abcdef":
        (folder / f"{case_id}.search-{digit}").write_bytes(b"companion-search 2 meniscus")
    (folder / "othercase.search-0").write_bytes(b"")
    session, editor = in_the_room(library, case_id)
    editor.notes.cover(editor.visit.notes[0].id, covered=True)
    assert "meniscus" not in everything_derived(library)
    session.close()
    assert {path.name for path in derived(library)} == {f"{case_id}.search", "othercase.search-0"}


def test_covering_a_note_removes_what_an_older_version_kept_where_nothing_is_indexed(
    library: CaseLibrary, case_id: str
) -> None:
    folder = Path(library.context.home, "derived")
    (folder / f"{case_id}.search").rename(folder / f"{case_id}.search-3")
    _, editor = in_the_room(library, case_id)
    editor.notes.cover(editor.visit.notes[0].id, covered=True)
    assert derived(library) == []


def test_an_entry_carried_over_is_still_told_from_a_store_replaced_within_one_tick(
    library: CaseLibrary, case_id: str
) -> None:
    path = Path(library.context.visit_path(case_id, visit_of(library, case_id)))
    index = Path(library.context.home, "derived", f"{case_id}.search")
    before, now = path.stat(), decode(path.read_bytes())
    os.utime(index, ns=(before.st_mtime_ns, before.st_mtime_ns))
    texts = serialise(json.loads(json.dumps(now.tables).replace("meniscus", "ligament")))
    path.write_bytes(encode(texts, SCHEMA, now.generation + 1)[0])
    os.utime(path, ns=(before.st_mtime_ns, before.st_mtime_ns))
    session = library.open(case_id)
    session.change_case("x", lambda file: with_changed(file, "about", case_id, title="Right knee"))
    session.close()
    os.utime(index, ns=(before.st_mtime_ns + 10**10, before.st_mtime_ns + 10**10))
    (text,) = found(library, "torn")
    assert "the ligament is torn" in text


# Every way of changing


def test_what_is_typed_in_a_room_is_found_while_it_is_open(
    library: CaseLibrary, case_id: str
) -> None:
    session, editor = in_the_room(library, case_id)
    editor.line.save("rest it for six weeks")
    assert found(library, "six weeks") == ["rest it for six weeks"]
    editor.line.save("then swim")
    assert found(library, "swim") == ["then swim"]
    session.close()
    assert read_for(library) == 0
    assert found(library, "swim") == ["then swim"]


def test_what_a_room_kept_before_it_was_killed_is_found(library: CaseLibrary, case_id: str) -> None:
    _, editor = in_the_room(library, case_id)
    editor.line.save("rest it for six weeks")
    editor.line.save("half a note")
    del editor
    assert found(library, "six weeks") == ["rest it for six weeks"]
    assert found(library, "half a note") == ["half a note"]


def test_what_is_undone_or_deleted_is_not_found_any_more(
    library: CaseLibrary, case_id: str
) -> None:
    session, editor = in_the_room(library, case_id)
    note = editor.line.save("rest it for six weeks")
    session.undo()
    assert found(library, "six weeks") == []
    session.redo()
    assert found(library, "six weeks") == ["rest it for six weeks"]
    assert note is not None
    editor.notes.delete(note.id)
    assert found(library, "six weeks") == []
    session.close()
    assert found(library, "six weeks") == []
    assert "six weeks" not in everything_derived(library)


def test_a_visit_that_is_deleted_is_not_found_any_more(library: CaseLibrary, case_id: str) -> None:
    session = library.open(case_id)
    visit_id = visit_of(library, case_id)
    session.change_visit(
        visit_id, "x", lambda file: with_changed(file, "about", visit_id, deleted=True)
    )
    session.close()
    assert found(library, "meniscus") == []


def test_an_import_leaves_nothing_to_read(library: CaseLibrary, case_id: str) -> None:
    visits = [
        {"id": f"visit{number:04}", "notes": [{"text": f"scan number {number}."}]}
        for number in range(50)
    ]
    document = {"format": "companion-case", "version": 1, "title": "From elsewhere"}
    import_file(library, "case.json", json.dumps(document | {"visits": visits}).encode())
    assert read_for(library) == 0
    assert found(library, "scan number 7.") == ["scan number 7."]
    import_file(library, "case.json", json.dumps(document | {"visits": visits}).encode(), case_id)
    assert read_for(library) == 0
    assert len(found(library, "scan number")) == 100


def test_a_backup_brought_back_is_found_and_takes_the_place_of_what_was_erased(
    library: CaseLibrary, case_id: str
) -> None:
    zipped = backup_of(library)
    erase_case(library, case_id)
    assert found(library, "meniscus") == []
    assert derived(library) == []
    restored(library, zipped)
    assert found(library, "meniscus") == ["the meniscus is torn"]
    assert read_for(library) == 0


def test_a_case_in_the_trash_is_not_found_until_it_is_brought_back(
    library: CaseLibrary, case_id: str
) -> None:
    discard_case(library, case_id)
    assert found(library, "meniscus") == []
    bring_back(library, case_id)
    assert found(library, "meniscus") == ["the meniscus is torn"]


def test_what_is_kept_of_a_case_goes_when_the_trash_is_emptied(
    library: CaseLibrary, case_id: str
) -> None:
    discard_case(library, case_id)
    context = library.context
    due = trash.due_in(context.files, context.home, context.now() + 2 * trash.KEPT)
    trash.remove_discarded(context.files, context.home, due)
    assert derived(library) == []


@pytest.mark.parametrize("written", ["cruciate ligament", "ligament"])
def test_a_store_edited_by_hand_is_read_again(
    library: CaseLibrary, case_id: str, written: str
) -> None:
    visit_id = visit_of(library, case_id)
    path = Path(library.context.visit_path(case_id, visit_id))
    path.write_text(path.read_text("ascii").replace("meniscus", written), "ascii")
    # One of another length is taken for an edit, one of the same for damage that can be mended.
    shown = [note.text for note in library.open_readonly(case_id).visit(visit_id).live_notes]
    assert found(library, "torn") == shown


def test_a_store_replaced_within_one_tick_of_the_clock_is_told_by_its_generation(
    library: CaseLibrary, case_id: str
) -> None:
    path = Path(library.context.visit_path(case_id, visit_of(library, case_id)))
    before, now = path.stat(), decode(path.read_bytes())
    texts = serialise(json.loads(json.dumps(now.tables).replace("meniscus", "ligament")))
    path.write_bytes(encode(texts, SCHEMA, now.generation + 1)[0])
    for each in (path, *derived(library)):
        os.utime(each, ns=(before.st_mtime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    # The state before lies in the generation before; it is shown with the one put in place.
    (text,) = found(library, "torn")
    assert "the ligament is torn" in text


def test_a_journal_that_another_program_removed_is_missed(
    library: CaseLibrary, case_id: str
) -> None:
    _, editor = in_the_room(library, case_id)
    editor.line.save("rest it for six weeks")
    assert found(library, "six weeks")
    path = Path(library.context.visit_path(case_id, visit_of(library, case_id)))
    path.with_name(f"{path.name}.journal").unlink()
    assert found(library, "six weeks") == []
    assert found(library, "meniscus")


# Damage


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _flipped(data: bytes) -> bytes:
    at = data.index(b"meniscus") if b"meniscus" in data else len(data) // 2
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def _other_form(data: bytes) -> bytes:
    return data.replace(b"companion-search 3", b"companion-search 2")


def _empty(data: bytes) -> bytes:
    return data[:0]


@pytest.mark.parametrize("damage", [_cut, _flipped, _other_form, _empty])
def test_a_damaged_file_is_as_good_as_none_and_is_made_again(
    library: CaseLibrary, case_id: str, damage: Callable[[bytes], bytes]
) -> None:
    for path in derived(library):
        path.write_bytes(damage(path.read_bytes()))
    assert read_for(library) == 2
    assert found(library, "meniscus") == ["the meniscus is torn"]
    assert read_for(library) == 0


def test_a_file_that_says_less_than_it_should_is_refused(
    library: CaseLibrary, case_id: str
) -> None:
    for path in derived(library):
        path.write_bytes(b"companion-search 3 00000000 0\n")
    assert read_for(library) == 2


def test_what_another_version_kept_is_read_again(library: CaseLibrary, case_id: str) -> None:
    context = library.context
    kept = read_index(context.files, context.home, case_id)
    assert kept is not None
    others: list[Any] = [{"people": {}}, [], list(range(30))]
    for facts in others:
        older: list[Any] = [each._replace(facts=facts) for each in kept]
        write_index(context.files, context.home, case_id, older)
        assert read_for(library) == 2
    assert found(library, "meniscus") == ["the meniscus is torn"]


def test_without_the_folder_all_is_read_once(library: CaseLibrary, case_id: str) -> None:
    shutil.rmtree(Path(library.context.home, "derived"))
    assert read_for(library) == 2
    assert found(library, "meniscus") == ["the meniscus is torn"]
    assert read_for(library) == 0


class Refusing(DiskFiles):
    """A disk that lets nothing be made."""

    def __init__(self, number: int) -> None:
        self.number = number

    def _refuse(self) -> NoReturn:
        raise OSError(self.number, os.strerror(self.number))

    def create(self, path: str) -> int:
        self._refuse()

    def make_folder(self, path: str) -> None:
        self._refuse()

    def replace(self, source: str, target: str) -> None:
        self._refuse()

    def unlink(self, path: str) -> None:
        if self.number == errno.ENOSPC:
            super().unlink(path)
        else:
            self._refuse()


@pytest.mark.parametrize("number", [errno.EROFS, errno.ENOSPC])
def test_on_a_disk_that_refuses_the_stores_are_searched(
    library: CaseLibrary, case_id: str, number: int
) -> None:
    _, editor = in_the_room(library, case_id)
    editor.line.save("rest it for six weeks")
    context = replace(library.context, files=Refusing(number))
    for _ in range(2):
        index = SearchIndex(CaseLibrary(context))
        assert index.read()
        assert [hit.text for hit in index.find("e").hits() if hit.kind == "note"] == [
            "the meniscus is torn",
            "rest it for six weeks",
        ]
        assert index.unreadable == []


def test_a_visit_that_cannot_be_read_is_named_and_the_rest_is_found(
    library: CaseLibrary, case_id: str
) -> None:
    session = library.open(case_id)
    damaged = plan_visit(session, NewVisit(clinician="Dr Sato"))
    session.close()
    Path(library.context.visit_path(case_id, damaged)).write_bytes(b"nothing of ours")
    index = SearchIndex(library)
    assert index.read()
    assert list(index.cases[0].unreadable) == [damaged]
    assert index.find("meniscus").count == 1


def test_a_case_that_cannot_be_read_is_named(library: CaseLibrary, case_id: str) -> None:
    Path(library.context.case_path(case_id)).write_bytes(b"nothing of ours")
    index = SearchIndex(library)
    assert index.read()
    assert [each.case_id for each in index.unreadable] == [case_id]
    assert index.find("meniscus").count == 0


def test_a_case_erased_while_it_is_searched_leaves_nothing(
    library: CaseLibrary, case_id: str
) -> None:
    shutil.rmtree(Path(library.context.home, "derived"))
    index = SearchIndex(library)
    steps = iter((lambda: None, lambda: erase_case(shelf_in(Path(library.context.home)), case_id)))

    def go_on() -> bool:
        next(steps, lambda: None)()
        return True

    index.read(go_on)
    assert derived(library) == []


def test_two_searches_at_once_do_each_other_no_harm(library: CaseLibrary, case_id: str) -> None:
    wrong: list[list[str]] = []

    def search() -> None:
        for _ in range(10):
            shutil.rmtree(Path(library.context.home, "derived"), ignore_errors=True)
            hits = found(library, "meniscus")
            if hits != ["the meniscus is torn"]:
                wrong.append(hits)

    threads = [threading.Thread(target=search) for _ in range(3)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert wrong == []


# What must not be found


def test_nothing_of_a_covered_note_is_kept_not_even_until_the_room_closes(
    library: CaseLibrary, case_id: str
) -> None:
    session, editor = in_the_room(library, case_id)
    assert "meniscus" in everything_derived(library)
    editor.notes.cover(editor.visit.notes[0].id, covered=True)
    assert "meniscus" not in everything_derived(library)
    assert found(library, "meniscus") == []
    session.close()
    assert found(library, "meniscus") == []
    assert "meniscus" not in everything_derived(library)


def test_a_note_covered_again_by_undo_is_gone_too(library: CaseLibrary, case_id: str) -> None:
    session, editor = in_the_room(library, case_id)
    note = editor.visit.notes[0]
    editor.notes.cover(note.id, covered=True)
    editor.notes.cover(note.id, covered=False)
    assert found(library, "meniscus") == ["the meniscus is torn"]
    session.undo()
    assert "meniscus" not in everything_derived(library)
    session.close()


def test_nothing_is_kept_of_notes_that_are_left_out(library: CaseLibrary, case_id: str) -> None:
    session, editor = in_the_room(library, case_id)
    PreparationEditor(session).cover(Covered.LEAVE_OUT)
    note = editor.line.save("six months to live")
    assert note is not None
    editor.notes.cover(note.id, covered=True)
    session.close()
    assert found(library, "months") == []
    assert "months" not in everything_derived(library)


def test_what_one_person_said_of_an_opinion_is_never_found(library: CaseLibrary) -> None:
    document = {
        "format": "companion-case",
        "version": 1,
        "title": "Rated",
        "people": [{"id": "person01", "name": "Alva", "role": "patient"}],
        "visits": [{"id": "visit001", "started_at": datetime(2026, 12, 3, tzinfo=UTC).isoformat()}],
        "opinions": [
            {
                "id": "opinion1",
                "visit_id": "visit001",
                "ratings": [{"what": "trust", "by_id": "person01", "words": "I felt rushed"}],
            }
        ],
    }
    import_file(library, "case.json", json.dumps(document).encode())
    assert found(library, "rushed") == []
    assert "rushed" not in everything_derived(library)
