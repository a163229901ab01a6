from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.changes import stamped, with_added, with_changed
from companion.domain.entity import Clock
from companion.domain.marks import NoteKind
from companion.domain.merge import merge
from companion.domain.note import Note
from companion.domain.value import replace
from companion.domain.visit import VisitAbout, VisitFile

VISIT = "visit0001"
TEXTS = ("weekly", "by day four", "2 in 100", "", "line\nline")
ACTS = ("add", "text", "mark", "delete", "place", "merge")
Act = tuple[int, str, int, str]


def begin() -> VisitFile:
    return VisitFile(id=VISIT, about=(VisitAbout(id=VISIT),))


def acted(file: VisitFile, act: str, number: int, text: str) -> VisitFile:
    """What one act of a person makes of a notebook."""
    if act == "add":
        new_id = f"note{text[:1] or 'x'}{number:06d}"
        known = {note.id for note in file.notes}
        return file if new_id in known else with_added(file, "notes", Note(id=new_id, text=text))
    if act == "place":
        return with_changed(file, "about", VISIT, place=text)
    if not file.notes:
        return file
    chosen = file.notes[number % len(file.notes)].id
    kinds = list(NoteKind)
    choices: dict[str, dict[str, object]] = {
        "text": {"text": text},
        "mark": {"kind": kinds[number % len(kinds)]},
        "delete": {"deleted": number % 2 == 0},
    }
    return with_changed(file, "notes", chosen, **choices[act])


def notebooks(acts: list[Act]) -> list[VisitFile]:
    """Three notebooks of one visit after acts on each, and merges in between."""
    files = [begin() for _ in range(3)]
    clocks = [Clock(f"laptop{which:04d}") for which in range(3)]
    for now, (which, act, number, text) in enumerate(acts):
        if act == "merge":
            files[which] = merge(files[which], files[number % 3])
            for note in files[which].notes:
                for stamp in note.stamps.values():
                    clocks[which] = clocks[which].seen(stamp)
            continue
        new = acted(files[which], act, number + which * 100, text)
        files[which], _, clocks[which] = stamped(files[which], new, clocks[which], now // 4)
    return files


ACT = st.tuples(st.integers(0, 2), st.sampled_from(ACTS), st.integers(0, 5), st.sampled_from(TEXTS))
HISTORIES = st.lists(ACT, max_size=40)


@pytest.mark.promise("files.stamps")
@given(HISTORIES)
def test_merging_is_the_same_whichever_notebook_comes_first(acts: list[Act]) -> None:
    one, other, _ = notebooks(acts)
    assert merge(one, other) == merge(other, one)


@given(HISTORIES)
def test_merging_three_is_the_same_in_any_grouping(acts: list[Act]) -> None:
    one, two, three = notebooks(acts)
    assert merge(merge(one, two), three) == merge(one, merge(two, three))


@given(HISTORIES)
def test_merging_again_changes_nothing(acts: list[Act]) -> None:
    one, other, _ = notebooks(acts)
    merged = merge(one, other)
    assert merge(merged, other) == merged
    assert merge(merged, merged) == merged
    assert merge(one, merged) == merged


@pytest.mark.promise("files.stamps")
@given(HISTORIES)
def test_no_live_text_is_lost_by_merging(acts: list[Act]) -> None:
    one, other, _ = notebooks(acts)
    merged = {note.id: note for note in merge(one, other).notes}
    for file in (one, other):
        for note in file.notes:
            assert note.id in merged


def two_from_one() -> tuple[VisitFile, VisitFile]:
    start = with_added(begin(), "notes", Note(id="note00000001", text="by day three"))
    start, _, _ = stamped(begin(), start, Clock("laptop0000"), 1)
    one, _, _ = stamped(
        start,
        with_changed(start, "notes", "note00000001", text="by day four"),
        Clock("laptop0001"),
        5,
    )
    other, _, _ = stamped(
        start,
        with_changed(start, "notes", "note00000001", text="by Friday"),
        Clock("laptop0002"),
        6,
    )
    return one, other


def test_two_texts_written_apart_are_both_kept_the_later_first() -> None:
    merged = merge(*two_from_one())
    assert merged.notes[0].text == "by Friday\nby day four"


def test_a_text_put_right_after_merging_stands_alone() -> None:
    one, other = two_from_one()
    merged = merge(one, other)
    right = with_changed(merged, "notes", "note00000001", text="by day four or Friday")
    done, _, _ = stamped(merged, right, Clock("laptop0001", 6), 9)
    assert merge(done, other).notes[0].text == "by day four or Friday"
    assert merge(one, done).notes[0].text == "by day four or Friday"


def test_a_mark_and_a_text_changed_apart_are_both_taken() -> None:
    one, other = two_from_one()
    start = replace(one, notes=(replace(one.notes[0]),))
    marked, _, _ = stamped(
        start,
        with_changed(start, "notes", "note00000001", kind=NoteKind.UNCLEAR),
        Clock("laptop0001", 5, 9),
        7,
    )
    assert merge(marked, other).notes[0].kind is NoteKind.UNCLEAR


def test_notebooks_of_two_visits_are_not_merged() -> None:
    with pytest.raises(ValueError, match="visit0001"):
        merge(begin(), VisitFile(id="visit0002", about=()))
