"""The texts in files that were set aside beside the stores of a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.marks import read_mark
from companion.domain.rating import may_be_seen
from companion.domain.text import clean, is_blank
from companion.domain.veil import FROM_NOTE
from companion.files import join
from companion.services.case.files import case_of
from companion.storage.cases import CASE_FILE, case_folder, listed_names, names_in, visit_file
from companion.storage.codec import SCHEMA, UnreadableDocumentError, read_case, read_visit
from companion.storage.conflict_copies import copied_folders, names_not_ours
from companion.storage.errors import StoreError
from companion.storage.set_aside import Aside, is_damaged, is_set_aside, read_aside
from companion.storage.store import read_store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.domain.case import Case, CaseFile
    from companion.domain.visit import VisitFile
    from companion.services.context import AppContext
    from companion.storage.set_aside import Piece

_TABLES_WITHOUT_WORDS = frozenset(
    {"texts", "rows", "listed", "confidence", "option_stars", "_history"}
)
"""Guidance, ticks and positions; and the history of undo, which repeats the rest."""
_NO_WORDS = frozenset(
    {"id", "key", "source", "zone", "uid", "kind", "status", "state", "priority", "role", "clock"}
    | {"carried_to", "field", "path", "result", "reviewed", "prompt", "packs", "records_seen"}
    | {"stamps", "base", "origin", "due", "at", "decide_by", "chase_on", "answers", "group"}
)
_ENDINGS_WITHOUT_WORDS = ("_id", "_ids", "_at", "_by", "_on")
_TAKEN_FROM_NOTES = frozenset({"cells", "option_cells", "steps", "ratings"})
_OF_THE_GUIDANCE = frozenset({"why", "follow_ups"})
"""Fields that are copied from a pack where the document names one."""
_LONG_ENOUGH = 8
"""Least length of a hidden text that is looked for inside other texts too."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """One file and its texts."""

    name: str
    """Its path in the case's folder, as it is shown."""
    texts: tuple[str, ...] = ()
    """Each text once, in order."""
    hidden: int = 0
    """Number of further texts, which are hidden."""
    problem: str = ""
    """Why it cannot be read, in one sentence."""


def set_aside_of(context: AppContext, case_id: str) -> tuple[SetAside, ...]:
    """Return every file that was set aside or is damaged, with its readable texts.

    Raises:
        Unreadable: The case's folder cannot be listed.
    """
    case, unreadable = _readable(context, case_id)
    asides = [read_aside(context.files, path) for path in _paths(context, case_id, unreadable)]
    veil = _Hidden(case, asides)
    folder = case_folder(context.home, case_id)
    return tuple(_told(aside, veil, folder) for aside in asides)


def _paths(context: AppContext, case_id: str, unreadable: frozenset[str]) -> Iterator[str]:
    """Yield the files to read: the case's own, then those of copied folders."""
    files, folder = context.files, case_folder(context.home, case_id)
    names = names_in(files, folder)
    for name in names:
        store = f"{name.partition('.json')[0]}.json"
        own = name not in names_not_ours([name]) and not name.endswith((".lock", ".tmp"))
        # No other command reads a case whose own file cannot be read.
        shut = bool({store, CASE_FILE} & unreadable)
        damaged = own and (shut or is_damaged(files, join(folder, name)))
        if damaged or is_set_aside(name):
            yield join(folder, name)
    for copied, its_id in copied_folders(files, context.home):
        if its_id == case_id:
            yield from (join(copied, name) for name in _inside(context, copied))


def _inside(context: AppContext, folder: str) -> list[str]:
    names = listed_names(context.files, folder)
    return [name for name in names if ".json" in name.lower() and not name.endswith(".lock")]


def _readable(context: AppContext, case_id: str) -> tuple[Case, frozenset[str]]:
    """Return the case as far as it can be read, and the names of the unreadable stores."""
    unreadable: set[str] = set()
    file: CaseFile | None = None
    visits: list[VisitFile] = []
    for visit_id in context.visit_ids(case_id):
        try:
            tables, _ = read_store(context.visit_path(case_id, visit_id), context.files, SCHEMA)
            visits.append(read_visit(visit_id, tables)[0])
        except (StoreError, UnreadableDocumentError):
            unreadable.add(visit_file(visit_id))
    try:
        tables, _ = read_store(context.case_path(case_id), context.files, SCHEMA)
        file = read_case(case_id, tables)[0]
    except (StoreError, UnreadableDocumentError):
        unreadable.add(CASE_FILE)
    empty = read_case(case_id, {})[0]
    return case_of(file or empty, visits, tuple(unreadable)), frozenset(unreadable)


class _Hidden:
    """Decides which texts of the files are hidden.

    A note is covered when the case says so; one that the case does not know, when any of the files
    says so. Everything taken from it is hidden too, and every other text that says the same.
    """

    def __init__(self, case: Case, asides: list[Aside]) -> None:
        self._case = case
        known = {note.id: note for visit in case.visits for note in visit.notes}
        self._notes = {note.id for note in known.values() if note.covered}
        self._notes |= case.covered_elsewhere or frozenset()
        self._shown = known.keys() - self._notes
        pieces = [piece for aside in asides for piece in aside.pieces]
        for piece in pieces:
            note_id = _one(piece, "id")
            covered = piece.table in {"notes", ""} and piece.fields.get("covered") is True
            if covered and note_id and note_id not in known:
                self._notes.add(note_id)
        covered_ones = [note for note in known.values() if note.covered]
        texts = [note.text for note in covered_ones]
        texts += [note.teach_back.text for note in covered_ones if note.teach_back is not None]
        for piece in pieces:
            if _one(piece, "id") in self._notes:
                texts += [text for _, text in _words(piece)]
        self._texts = frozenset(clean(text) for text in texts if not is_blank(text))
        self._opinions = {
            _one(piece, "opinion_id")
            for piece in pieces
            if piece.table == "cells" and self._rests(piece)
        }

    def hides(self, piece: Piece) -> bool:
        """Return whether a document is hidden."""
        if _one(piece, "id") in self._notes or self._rests(piece):
            return True
        if piece.fields.get("covered") is True and _one(piece, "id") not in self._shown:
            return True
        if piece.table == "additions":
            return _one(piece, "opinion_id") in self._opinions
        if piece.table == "ratings":
            what = _one(piece, "what")
            return not may_be_seen(self._case, _one(piece, "opinion_id"), what)
        return False

    def _rests(self, piece: Piece) -> bool:
        """Return whether a document came from a hidden note; a broken one may have lost that."""
        fields = piece.fields
        origin = fields.get("origin")
        behind: list[object] = []
        for each in (fields.get("note_ids"), fields.get("note_id"), fields.get("key")):
            behind += each if isinstance(each, list) else [each]
        if isinstance(origin, dict) and origin.get("kind") == FROM_NOTE:
            behind.append(origin.get("key"))
        notes = [each for each in behind if isinstance(each, str)]
        if not (piece.whole or notes) and piece.table in _TAKEN_FROM_NOTES:
            return bool(self._notes)
        return any(note_id in self._notes for note_id in notes)

    def says_the_same(self, text: str) -> bool:
        """Return whether a text says the same as a hidden one, such as the line it was typed in."""
        typed = read_mark(text)[1] or text
        return any(
            typed == hidden
            or (len(hidden) >= _LONG_ENOUGH and hidden in text)
            or (len(typed) >= _LONG_ENOUGH and hidden.startswith(typed))
            for hidden in self._texts
        )


def _one(piece: Piece, name: str) -> str:
    """Return one id of a document; empty where there is none."""
    value = piece.fields.get(name)
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, str) else ""


def _told(aside: Aside, veil: _Hidden, folder: str) -> SetAside:
    name = aside.path.removeprefix(join(folder, ""))
    if aside.error is not None:
        return SetAside(name, problem=str(aside.error))
    shown: dict[str, None] = {}
    hidden: dict[str, None] = {}
    for is_hidden, text in _typed_out(_marked(aside.pieces, veil)):
        (hidden if is_hidden else shown)[text] = None
    return SetAside(name, tuple(shown), len(hidden))


_Line = tuple[tuple[str, str, str], bool, str]
"""Table, document and field of a text; whether it is hidden; the text."""


def _marked(pieces: Iterable[Piece], veil: _Hidden) -> Iterator[_Line]:
    for number, piece in enumerate(pieces):
        hidden = veil.hides(piece)
        # A broken document without an id may or may not continue another one: it stands alone.
        document = str(piece.fields.get("id") or number)
        for name, text in _words(piece):
            where = (piece.table, document, name)
            cleaned = clean(text)
            yield where, hidden or veil.says_the_same(cleaned), cleaned


def _typed_out(lines: Iterable[_Line]) -> Iterator[tuple[bool, str]]:
    """Yield each text as it was in the end: a journal holds it letter by letter."""
    by_place: dict[tuple[str, str, str], list[tuple[bool, str]]] = {}
    order: dict[tuple[tuple[str, str, str], int], None] = {}
    for where, hidden, text in lines:
        states = by_place.setdefault(where, [])
        if states and text.startswith(states[-1][1]):
            states[-1] = (hidden, text)
        elif not (states and states[-1][1].startswith(text)):
            states.append((hidden, text))
        order[where, len(states) - 1] = None
    for where, place in order:
        yield by_place[where][place]


def _words(piece: Piece) -> Iterator[tuple[str, str]]:
    """Yield field and text for the words that a user wrote in a document."""
    if piece.table in _TABLES_WITHOUT_WORDS:
        return
    from_a_pack = bool(piece.fields.get("source"))
    if from_a_pack and piece.table == "aspects":
        return
    for name, value in piece.fields.items():
        if from_a_pack and name in _OF_THE_GUIDANCE:
            continue
        if piece.table == "ratings" and name != "words":
            continue
        yield from (pair for pair in _strings(name, value, name) if not is_blank(pair[1]))


def _strings(name: str, value: object, place: str) -> Iterator[tuple[str, str]]:
    """Yield place and text for the strings in a value that a user writes."""
    if name in _NO_WORDS or name.endswith(_ENDINGS_WITHOUT_WORDS):
        return
    if isinstance(value, str):
        yield place, value
    elif name == "asides" and isinstance(value, list):
        # Lines of cards: which line, and what was typed into it.
        pairs = (pair for pair in value if isinstance(pair, list) and len(pair) > 1)
        yield from ((f"{place}/{pair[0]}", pair[1]) for pair in pairs if isinstance(pair[1], str))
    elif isinstance(value, list):
        for at, each in enumerate(value):
            yield from _strings(name, each, f"{place}/{at}")
    elif isinstance(value, dict):
        for inner, each in value.items():
            yield from _strings(inner, each, f"{place}/{inner}")
