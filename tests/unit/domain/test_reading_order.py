"""The order in which guidance is read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from companion.domain.pack import NOT_URGENT, PackItem
from companion.domain.reading_order import item_groups

SITUATIONS = ("", "You are ill.", "It is a child.")


def item(name: str, urgent: str = "", situation: str = "", group: str = "G") -> PackItem:
    fields = {"urgent": (urgent,), "situation": (situation,)}
    kept = {key: values for key, values in fields.items() if values[0]}
    return PackItem(name, "time", name, "time.md", 1, group, kept)


ITEMS = st.builds(
    item,
    st.builds(
        "/".join, st.tuples(st.sampled_from(("general", "blood")), st.text("ab", min_size=1))
    ),
    st.sampled_from(("", "yes", "first")),
    st.sampled_from(SITUATIONS),
    st.sampled_from(("", "G", "H")),
)


def test_what_is_urgent_stands_on_top_also_when_it_is_for_one_situation() -> None:
    groups = item_groups(
        [
            item("general/a"),
            item("general/b", "yes", group="Now"),
            item("general/c", "first", group="Now"),
            item("blood/d", "", "You are ill."),
            item("blood/e", "yes", "You are ill.", group="Blood now"),
            item("blood/f", group="H"),
        ]
    )
    assert [(group.heading, [each.id for each in group.items]) for group in groups] == [
        ("Now", ["general/c", "blood/e", "general/b"]),
        ("G", ["general/a"]),
        ("H", ["blood/f"]),
        ("You are ill", ["blood/d"]),
    ]


@given(st.lists(ITEMS))
def test_every_item_stands_once_and_urgent_ones_before_the_others(items: list[PackItem]) -> None:
    groups = item_groups(items)
    read = [each for group in groups for each in group.items]
    assert sorted(map(repr, read)) == sorted(map(repr, items))
    urgent = [each.urgency < NOT_URGENT for each in read]
    assert urgent == sorted(urgent, reverse=True)
    assert all(
        group.urgent == urgent
        for group in groups
        for urgent in {each.urgency < NOT_URGENT for each in group.items}
    )


def test_urgent_lines_of_the_most_special_guidance_come_before_those_it_builds_on() -> None:
    groups = item_groups(
        [
            item("general/a", "yes"),
            item("general/b", "first"),
            item("cancer/c", "yes"),
            item("cancer/d"),
            item("blood/e", "yes"),
            item("blood/f", "yes"),
            item("blood/g"),
        ]
    )
    assert [each.id for group in groups for each in group.items] == [
        "general/b",
        "blood/e",
        "blood/f",
        "cancer/c",
        "general/a",
        "cancer/d",
        "blood/g",
    ]
