"""The packs of a case come together: general first, parents before children, own before ours."""

from __future__ import annotations

import ast
import importlib.util
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from companion.domain.value import asdict
from companion.files import DiskFiles
from companion.packs import folders
from companion.packs.catalogue import load
from tests.support.guidance import items_of_kind
from tests.unit.packs.made import PACK, file_of

if TYPE_CHECKING:
    from companion.packs.catalogue import Catalogue


def pack(identity: str, *extends: str, title: str = "") -> str:
    head = f"id: {identity}\nextends: [{', '.join(extends)}]"
    return PACK.replace("id: made-up", head).replace("Made-up pack", title or identity.title())


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    ours, own = tmp_path / "ours", tmp_path / "home/packs"
    write(ours / "general", pack("general", title="Zero"), "- Wait. <!-- wait -->\n")
    write(ours / "blood", pack("blood", "general"), "- Call now. <!-- now -->\n  - urgent: yes\n")
    write(ours / "rare", pack("rare", "blood", "gone"), "- Ask. <!-- ask -->\n")
    write(own / "mine", pack("rare", "blood", title="My own"), "- My words. <!-- mine -->\n")
    write(own / "broken", "no head", "- x\n")
    return load(DiskFiles(), [str(own), str(ours)])


def write(folder: Path, head: str, time: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.md").write_text(head, encoding="utf-8")
    (folder / "time.md").write_text(file_of("time", time), encoding="utf-8")


def test_own_packs_win_over_ours(catalogue: Catalogue) -> None:
    found = catalogue.pack("rare")
    assert found is not None
    assert found.title == "My own"


def test_packs_come_general_first_then_by_title(catalogue: Catalogue) -> None:
    assert [found.id for found in catalogue.packs] == ["general", "blood", "rare"]


def test_a_case_has_the_general_pack_and_all_that_its_packs_build_on(catalogue: Catalogue) -> None:
    chosen = [found.id for found in catalogue.chosen(["rare", "nowhere"])]
    assert chosen == ["general", "blood", "rare"]
    assert [found.id for found in catalogue.chosen([])] == ["general"]


def test_what_is_urgent_in_any_pack_stands_before_all_that_is_not(catalogue: Catalogue) -> None:
    items = items_of_kind(catalogue, ["rare"], "time")
    assert [item.text for item in items] == ["Call now.", "Wait.", "My words."]


URGENT_ORDER = {
    "general": "- First. <!-- a -->\n  - urgent: first\n- For all. <!-- b -->\n  - urgent: yes\n"
    "- Wait. <!-- c -->\n",
    "blood": "- Bleeds. <!-- a -->\n  - urgent: yes\n- Later. <!-- b -->\n",
}


def test_urgent_lines_of_the_illness_stand_between_the_first_and_the_others(
    tmp_path: Path,
) -> None:
    write(tmp_path / "general", pack("general"), URGENT_ORDER["general"])
    write(tmp_path / "blood", pack("blood", "general"), URGENT_ORDER["blood"])
    items = items_of_kind(load(DiskFiles(), [str(tmp_path)]), ["blood"], "time")
    assert [item.text for item in items] == ["First.", "Bleeds.", "For all.", "Wait.", "Later."]


def named(identity: str, *extends: str, more: str) -> str:
    return pack(identity, *extends).replace("sources:", f"{more}\nsources:", 1)


def test_a_situation_is_shown_as_its_sentence_of_the_pack_or_of_one_below(tmp_path: Path) -> None:
    child = "  - id: child\n    title: It is a child.\n"
    below = f"situations:\n{child}  - id: ill\n    title: You are ill."
    above = "situations:\n  - id: ill\n    title: You feel ill."
    write(tmp_path / "general", named("general", more=below), "- x <!-- x -->\n")
    aimed = (
        "- Ask. <!-- a -->\n  - situation: child\n  - situation: ill\n  - situation: Own words.\n"
    )
    write(tmp_path / "blood", named("blood", "general", more=above), aimed)
    item = load(DiskFiles(), [str(tmp_path)]).item("blood/a")
    assert item is not None
    assert item.fields["situation"] == ("It is a child.", "You feel ill.", "Own words.")


def test_what_a_chosen_pack_hides_is_not_shown_unless_it_is_urgent(tmp_path: Path) -> None:
    lines = "- Now. <!-- now -->\n  - urgent: yes\n- Far? <!-- far -->\n- Stay. <!-- stay -->\n"
    write(tmp_path / "general", pack("general"), lines)
    hides = named("blood", "general", more="hides: [general/far, general/now]")
    write(tmp_path / "blood", hides, "- Ask. <!-- a -->\n")
    write(tmp_path / "other", pack("other", "general"), "- Go. <!-- a -->\n")
    found = load(DiskFiles(), [str(tmp_path)])

    def shown(*chosen: str) -> set[str]:
        return {item.text for item in items_of_kind(found, chosen, "time")}

    assert shown() == {"Now.", "Far?", "Stay."}
    assert shown("other") == {"Now.", "Far?", "Stay.", "Go."}
    assert shown("other", "blood") == {"Now.", "Stay.", "Go.", "Ask."}
    assert found.hidden(["blood"]) == {"general/far"}
    assert found.item("general/far") is not None


def urgent(text: str, name: str, *fields: str, value: str = "yes") -> str:
    below = "".join(f"  - {each}\n" for each in (f"urgent: {value}", *fields))
    return f"- {text} <!-- {name} -->\n{below}"


FEVER = "instead of: general/fever"


def shown_urgent(folder: Path, *lines: str, general: str = "", chosen: str = "blood") -> list[str]:
    """The urgent lines of a case, where `blood` has those lines below the fever of `general`."""
    write(folder / "general", pack("general"), general or urgent("Fever.", "fever"))
    write(folder / "blood", pack("blood", "general"), "".join(lines) or "- x <!-- x -->\n")
    found = load(DiskFiles(), [str(folder)])
    return [each.text for each in items_of_kind(found, [chosen], "time") if each.urgency < 2]


def test_an_urgent_line_stands_for_one_of_a_pack_it_builds_on(tmp_path: Path) -> None:
    line = urgent("Fever, in blood.", "fever", FEVER)
    assert shown_urgent(tmp_path, line) == ["Fever, in blood."]
    assert shown_urgent(tmp_path, line, chosen="general") == ["Fever."]
    found = load(DiskFiles(), [str(tmp_path)])
    assert found.hidden(["blood"]) == {"general/fever"}
    assert found.item("general/fever") is not None


@pytest.mark.parametrize(
    "line",
    [
        f"- Rest. <!-- rest -->\n  - {FEVER}\n",
        urgent("Rest.", "rest", FEVER, value="no"),
        urgent("Child.", "child", FEVER, "situation: It is a child."),
    ],
    ids=["not urgent", "urgent: no", "for one situation"],
)
def test_a_danger_is_never_left_without_a_line_for_everyone(tmp_path: Path, line: str) -> None:
    assert "Fever." in shown_urgent(tmp_path, line)


def test_nothing_stands_for_what_comes_before_all_else(tmp_path: Path) -> None:
    first = urgent("Fever.", "fever", value="first")
    line = urgent("Mine.", "mine", FEVER)
    assert shown_urgent(tmp_path, line, general=first) == ["Fever.", "Mine."]


def test_of_lines_that_stand_for_each_other_one_stays(tmp_path: Path) -> None:
    each = urgent("Fever.", "fever", "instead of: blood/fever")
    other = urgent("Fever, in blood.", "fever", FEVER)
    assert shown_urgent(tmp_path, other, general=each) == ["Fever, in blood."]


def test_a_line_that_stands_for_another_may_be_stood_for_itself(tmp_path: Path) -> None:
    rare = urgent("Fever, rare.", "fever", "instead of: blood/fever")
    write(tmp_path / "rare", pack("rare", "blood"), rare)
    line = urgent("Fever, in blood.", "fever", FEVER)
    assert shown_urgent(tmp_path, line, chosen="rare") == ["Fever, rare."]


def test_an_item_is_found_by_its_full_id(catalogue: Catalogue) -> None:
    found = catalogue.item("blood/now")
    assert found is not None
    assert found.text == "Call now."
    assert catalogue.item("blood/nothing") is None
    assert catalogue.item("nowhere/now") is None


def test_a_broken_pack_is_left_out_and_named(catalogue: Catalogue, tmp_path: Path) -> None:
    named = {(problem.file, problem.rule) for problem in catalogue.problems}
    assert (f"{tmp_path}/home/packs/broken/pack.md", "no-front-matter") in named


class CountedFiles(DiskFiles):
    """The disk, and which files were read from it."""

    def __init__(self) -> None:
        super().__init__()
        self.were_read: list[str] = []

    def read(self, path: str, *, limit: int = 1 << 20) -> bytes:
        self.were_read.append(path)
        return super().read(path, limit=limit)


def test_only_the_packs_of_a_case_are_read_and_each_once(tmp_path: Path) -> None:
    for name, *extends in (("general",), ("blood", "general"), ("rare", "blood"), ("other",)):
        write(tmp_path / name, pack(name, *extends), "- Ask. <!-- ask -->\n")
    files = CountedFiles()
    found = load(files, [str(tmp_path)])
    assert [head.id for head in found.heads] == ["general", "blood", "other", "rare"]
    assert {Path(path).name for path in files.were_read} == {"pack.md"}
    files.were_read.clear()
    for _ in range(2):
        assert [each.id for each in found.chosen(["rare"])] == ["general", "blood", "rare"]
        assert found.item("rare/ask") is not None
    lists = [Path(path).parent.name for path in files.were_read if path.endswith("time.md")]
    assert sorted(lists) == ["blood", "general", "rare"]


def test_a_head_says_all_that_its_pack_says_but_the_items(tmp_path: Path) -> None:
    write(tmp_path / "general", pack("general"), "- Ask. <!-- ask -->\n")
    found = load(DiskFiles(), [str(tmp_path)])
    (head,), (whole,) = found.heads, found.packs
    assert asdict(head) == {k: v for k, v in asdict(whole).items() if k != "items"}


def test_a_pack_that_goes_after_its_head_was_read_is_left_out(tmp_path: Path) -> None:
    for name in ("general", "blood"):
        write(tmp_path / name, pack(name), "- Ask. <!-- ask -->\n")
    found = load(DiskFiles(), [str(tmp_path)])
    shutil.rmtree(tmp_path / "blood")
    assert [each.id for each in found.chosen(["blood"])] == ["general"]


def test_packs_are_looked_for_at_home_and_beside_the_program(tmp_path: Path) -> None:
    files = DiskFiles()
    ours = folders.our_packs(files)
    assert ours is not None
    assert folders.roots(files, str(tmp_path)) == (ours,)
    (tmp_path / "packs").mkdir()
    assert folders.roots(files, str(tmp_path)) == (str(tmp_path / "packs"), ours)


def imported(name: str, seen: set[str]) -> set[str]:
    """Every module that is loaded when `name` is, by the imports at the left edge of the files."""
    seen.add(name)
    found = importlib.util.find_spec(name) if name.startswith("companion") else None
    if not found or not found.origin:
        return seen
    for node in ast.parse(Path(found.origin).read_text(encoding="utf-8")).body:
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        for each in names:
            if each not in seen:
                imported(each, seen)
    return seen


@pytest.mark.parametrize("name", ["catalogue", "locate", "kinds", "citations"])
def test_the_program_can_name_its_packs_without_loading_yaml_or_markdown(name: str) -> None:
    seen = imported(f"companion.packs.{name}", set())
    assert not {"yaml", "companion.packs.pack_files", "companion.markdown"} & seen
    assert "companion.markdown" in imported("companion.packs.pack_files", set())
