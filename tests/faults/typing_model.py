"""What typing in the Visit room must lead to, key by key: a model of plain tuples."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

ENTER, BACKSPACE, TAB, LEFT = "\r", "\x7f", "\t", "\x1b[D"
UP, F2, F8, UNDO = "\x1b[A", "\x1bOQ", "\x1b[19~", "\x1a"
PASTE, PASTE_END = "\x1b[200~", "\x1b[201~"
MARKS: Final = {
    '"': "quote",
    "=": "understood",
    "?": "unclear",
    "!": "todo",
    "#": "number",
    "~": "spelling",
}
_MARK_OF: Final = {kind: mark for mark, kind in MARKS.items()}
_AFTER: Final = {"open": "answered", "asked": "answered", "answered": "partly", "partly": "open"}


@dataclass(frozen=True)
class Kept:
    """A note."""

    kind: str
    text: str
    under: int


@dataclass(frozen=True)
class State:
    """The room after a key."""

    notes: tuple[Kept, ...] = ()
    questions: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    """The state somebody chose for each question; `open` when nobody did."""
    line: str = ""
    under: int = 0
    editing: int | None = None
    """Place of the note that is being changed."""
    field: bool = False
    """Whether a new question is being typed."""
    aside: str = ""
    """That question so far."""
    cursor: int = 0
    choosing: bool = False
    """Whether Tab asked for a number."""
    past: tuple[tuple[str, State], ...] = ()
    """What can be taken back: what was done, and the room before."""

    @property
    def typed(self) -> str:
        """What stands in the line one types in."""
        return self.aside if self.field else self.line

    @property
    def says_nothing(self) -> bool:
        """Whether there is not one word in the visit: it has not begun."""
        return not (self.notes or self.line or self.aside)

    @property
    def states(self) -> tuple[str, ...]:
        """How far each question has come, as it is shown."""
        under = {note.under for note in self.notes}
        return tuple(
            "asked" if chosen == "open" and number in under else chosen
            for number, chosen in enumerate(self.chosen, 1)
        )

    @property
    def on_disk(self) -> tuple[object, ...]:
        """What the export of the case tells of it."""
        where = (self.line, self.under, self.editing, self.field, self.aside)
        return (self.notes, self.questions, self.states, *where)


def read(line: str) -> tuple[str, str]:
    """The kind and the text of a line, by the contract's words on marks."""
    if line[:1] == "\\" and line[1:2] in (*MARKS, "\\") and line[1:2]:
        return "plain", line[1:]
    if line[:1] in MARKS and line[1:2] in (" ", "\n", ""):
        return MARKS[line[:1]], line[2:] if line[1:2] == " " else line[1:]
    return "plain", line


def written(note: Kept) -> str:
    """A note as it stands in the line to be changed."""
    if note.kind != "plain":
        return f"{_MARK_OF[note.kind]} {note.text}" if note.text else _MARK_OF[note.kind]
    return note.text if read(note.text) == ("plain", note.text) else f"\\{note.text}"


def after(state: State, key: str) -> State:
    """The room after one more key."""
    if key.startswith(PASTE):
        return _put(state, key[len(PASTE) : -len(PASTE_END)])
    acts = {ENTER: _enter, UP: _up, F2: _f2, F8: _f8, UNDO: _undo, TAB: _tab, LEFT: _left}
    if key in acts:
        return acts[key](state)
    if key == BACKSPACE:
        at = state.cursor
        return _typed(state, state.typed[: max(0, at - 1)] + state.typed[at:], max(0, at - 1))
    if state.choosing and key.isdigit():
        return _go(state, int(key))
    return _put(state, key)


def _typed(state: State, text: str, cursor: int) -> State:
    if state.field:
        return replace(state, aside=text, cursor=cursor)
    return replace(state, line=text, cursor=cursor)


def _put(state: State, text: str) -> State:
    at = state.cursor
    return _typed(state, state.typed[:at] + text + state.typed[at:], at + len(text))


def _done(state: State, what: str, before: State) -> State:
    return replace(state, past=(*before.past, (what, replace(before, past=()))))


def _enter(state: State) -> State:
    if state.field:
        return _add_question(state)
    if state.editing is not None:
        return _keep_changed(state, state.editing)
    if not state.line.strip():
        return state
    kind, text = read(state.line)
    notes = (*state.notes, Kept(kind, text, state.under))
    return _done(replace(state, notes=notes, line="", cursor=0), "note", state)


def _add_question(state: State) -> State:
    if not state.aside.strip():
        return state
    questions = (*state.questions, state.aside.strip())
    new = replace(state, questions=questions, chosen=(*state.chosen, "open"))
    under = len(questions) if state.editing is None else state.under
    at_it = replace(new, field=False, aside="", cursor=len(state.line), under=under)
    return _done(at_it, "question", state)


def _keep_changed(state: State, place: int) -> State:
    left = replace(state, line="", cursor=0, editing=None)
    note = state.notes[place]
    kind, text = read(state.line)
    if not state.line.strip() or (kind, text) == (note.kind, note.text):
        return left
    changed = replace(note, kind=kind, text=text)
    return _done(replace(left, notes=_with(state.notes, place, changed)), "change", state)


def _with(notes: tuple[Kept, ...], place: int, note: Kept) -> tuple[Kept, ...]:
    return (*notes[:place], note, *notes[place + 1 :])


def _up(state: State) -> State:
    place = len(state.notes) - 1
    line = written(state.notes[place])
    return replace(state, line=line, cursor=len(line), editing=place)


def _f2(state: State) -> State:
    if not state.under:
        return state
    chosen = list(state.chosen)
    chosen[state.under - 1] = _AFTER[state.states[state.under - 1]]
    return _done(replace(state, chosen=tuple(chosen)), "state", state)


def _f8(state: State) -> State:
    return replace(state, field=True, cursor=len(state.aside))


def _tab(state: State) -> State:
    return replace(state, choosing=True)


def _left(state: State) -> State:
    return replace(state, cursor=max(0, state.cursor - 1))


def _go(state: State, number: int) -> State:
    state = replace(state, choosing=False)
    if state.editing is None:
        return replace(state, under=number)
    note = state.notes[state.editing]
    if note.under == number:
        return state
    moved = _with(state.notes, state.editing, replace(note, under=number))
    return _done(replace(state, notes=moved), "move", state)


def _undo(state: State) -> State:
    _, before = state.past[-1]
    return replace(state, notes=before.notes, chosen=before.chosen, past=state.past[:-1])
