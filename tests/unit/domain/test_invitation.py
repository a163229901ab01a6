from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from companion.domain.invitation import CUT, beginning, has_invitation, in_short
from companion.domain.visit import VisitAbout


def visit(description: str = "", organizer: str = "", url: str = "") -> VisitAbout:
    return VisitAbout(id="visit001", description=description, organizer=organizer, url=url)


def test_a_visit_has_an_invitation_where_it_says_anything() -> None:
    assert not has_invitation(visit(" \n"))
    assert has_invitation(visit(organizer="Front desk"))
    assert has_invitation(visit(url="https://example.org"))


def test_its_first_words_are_cut_between_words() -> None:
    assert in_short(visit("Nurse Brandt\nwill call"), 40) == "Nurse Brandt will call"
    assert in_short(visit("Nurse Brandt\nwill call"), 15) == f"Nurse Brandt {CUT}"
    assert in_short(visit("x" * 50), 10) == f"{'x' * 10} {CUT}"


def test_the_lines_of_a_long_one_are_counted() -> None:
    long = visit("\n\n".join(f"line {number}" for number in range(40)))
    told = beginning(long, 6)
    assert (len(told.lines), told.more) == (6, 34)
    assert beginning(long, None).more == 0
    assert beginning(visit("one\ntwo"), 1).lines == ("one", "two")


@given(some.text(max_size=3000), some.integers(1, 200))
def test_nothing_is_left_out_without_saying_so(text: str, most: int) -> None:
    about = visit(text)
    told = beginning(about, most)
    whole = beginning(about, None)
    assert told.more > 0 or told.lines == whole.lines
    assert len(in_short(about, most)) <= most + 2
