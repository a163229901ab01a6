"""Stores written by hand with right checksums, and all that is done with a data folder."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from companion.cli.case_status import status_lines, status_row
from companion.exchange.errors import ExportRefusedError
from companion.exchange.papers.catalogue import ExportRequest
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.case.maintenance import problems_of_home
from companion.services.home.case_list import read_case_heads, read_cases, read_cases_by_index
from companion.services.search.index import SearchIndex
from companion.services.transfer.exports import export
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from companion.storage.checkpoint import checksum, decode, dump
from companion.storage.codec import SCHEMA, UnreadableDocumentError
from companion.storage.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from companion.services.case.session import CaseSession

ANSWERS = (StoreError, UnreadableDocumentError)
"""Errors whose text is one sentence for people."""
PAPERS = ("case", "doctor", "records", "summary", "comparison", "timeline", "ask-both", "booklet")
FORMATS = ("markdown", "text", "html", "json", "csv", "ics")
Tables = dict[str, dict[str, Any]]


class OddHome:
    """A data folder in which one case has a visit whose store is to be made odd."""

    def __init__(self, library: CaseLibrary) -> None:
        self.library = library
        self.files = library.context.files
        self.other = self._made("The other one", "kept in the other case")[0]
        self.case_id, self.visit_id = self._made("Left knee", "the first note")
        session = library.open_to_write(self.case_id)
        self.sister = plan_visit(session, NewVisit(clinician="Dr Lind"))
        VisitEditor(session, self.sister).notes.add("kept in the visit beside it", None)
        session.close()
        self.case = library.context.case_path(self.case_id)
        self.visit = library.context.visit_path(self.case_id, self.visit_id)
        self._first = {path: self.files.read(path) for path in (self.case, self.visit)}
        self._derived = self._names_of_derived()

    def _made(self, title: str, note: str) -> tuple[str, str]:
        session = self.library.create(NewCase(title=title, patient="Alva"))
        visit_id = plan_visit(session, NewVisit(clinician="Dr Okafor"))
        VisitEditor(session, visit_id).notes.add(note, None)
        session.close()
        return session.case_id, visit_id

    def _names_of_derived(self) -> list[str]:
        folder = f"{self.library.context.home}/derived"
        if not self.files.exists(folder):
            return []
        return [f"{folder}/{name}" for name in self.files.list_folder(folder)]

    def tables(self, path: str) -> Tables:
        """The tables of a store as they were at first."""
        return decode(self._first[path]).tables

    def put(self, path: str, tables: Mapping[str, Any], **meta: object) -> None:
        """Put a store in place, with a right checksum and nothing beside it."""
        body = json.dumps(tables, separators=(",", ":"))
        head = {"schema": SCHEMA, "generation": 40, "crc32": checksum(body), **meta}
        self.put_raw(path, f'{{"_meta":{dump({"1": head})},{body[1:]}'.encode())

    def put_raw(self, path: str, raw: bytes, journal: bytes | None = None) -> None:
        """Put any bytes in a store's place, and a journal beside it."""
        folder, _, name = path.rpartition("/")
        for beside in self.files.list_folder(folder):
            if beside.startswith(name):
                self.files.unlink(f"{folder}/{beside}")
        self.files.write_new(path, raw)
        if journal is not None:
            self.files.write_new(f"{path}.journal", journal)

    def put_journal(self, path: str, lines: Iterable[object], *, head: object = None) -> None:
        """Put the first state of a store in place, and a journal of such lines beside it."""
        raw = self._first[path]
        main = decode(raw)
        first = head or {"base": main.generation, "crc32": main.crc32, "s": 0}
        sealed = b"".join(sealed_line(line) for line in (first, *lines))
        self.put_raw(path, raw, sealed)

    def generation(self, path: str) -> int:
        """The generation of a store as it was at first."""
        return decode(self._first[path]).generation

    # What goes on

    def goes_on(self) -> None:
        """Do all that is done with a data folder; the other case has to be there all the same."""
        sessions, unreadable = self.library.read_heads()
        assert self.other in [session.case_id for session in sessions]
        assert all(str(each.error) for each in unreadable)
        for session in sessions:
            self._read(session)
        for each in (read_cases, read_cases_by_index, read_case_heads):
            lines = each(self.library).lines
            assert self.other in [line.case.file.id for line in lines]
        self._search()
        assert all("\n" not in problem for problem in problems_of_home(self.library))

    def _read(self, session: CaseSession) -> None:
        case, now = session.case, session.now()
        assert set(session.unreadable) == set(case.unreadable)
        json.dumps(status_row(case, now))
        "\n".join(status_lines(case, now)).encode()
        for kind in FORMATS:
            for paper in PAPERS if kind in ("text", "html") else ("case",):
                with suppress(ExportRefusedError):
                    export(case, ExportRequest(format=kind, paper=paper, now=now))
        for visit in case.visits:
            VisitEditor(session, visit.id).questions.rows()

    def _search(self) -> None:
        index = SearchIndex(self.library)
        index.read()
        for words in ("kept", "e", "a"):
            hits = list(index.find(words).hits())
            json.dumps([hit._replace(at=None) for hit in hits])
            if words == "kept":
                assert "kept in the other case" in [hit.text for hit in hits]

    def sister_is_readable(self) -> bool:
        """Whether the visit beside the odd one can be read, and is found."""
        case = self.library.open_readonly(self.case_id).case
        there = [note.text for visit in case.visits for note in visit.live_notes]
        index = SearchIndex(self.library)
        index.read()
        found = [hit.text for hit in index.find("visit beside").hits()]
        return "kept in the visit beside it" in there and found == ["kept in the visit beside it"]

    def write(self) -> bool:
        """Write into the odd visit, undo and do again; whether that was possible."""
        try:
            session = self.library.open_to_write(self.case_id)
        except ANSWERS:
            return False
        try:
            if session.read_only or session.has_visit(self.visit_id) is False:
                return False
            session.visit(self.visit_id)
            if session.read_only:
                return False
            VisitEditor(session, self.visit_id).notes.add("a later note", None)
            session.undo()
            session.redo()
        except ANSWERS:
            return False
        finally:
            session.close()
        return True

    def later_note_is_there(self) -> bool:
        """Whether what `write` wrote can be read back."""
        visit = self.library.open_readonly(self.case_id).visit(self.visit_id)
        return "a later note" in [note.text for note in visit.live_notes]


def sealed_line(line: object) -> bytes:
    """A line of a journal with a right checksum, whatever stands in it."""
    text = line if isinstance(line, str) else json.dumps(line, separators=(",", ":"))
    raw = text.encode("utf-8", "surrogatepass")
    return f"{checksum(raw)} ".encode("ascii") + raw + b"\n"
