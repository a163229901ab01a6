from __future__ import annotations

import json
import os
import re
import signal
import stat
import subprocess
import sys
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

import pytest

from companion import bootstrap
from companion.cli import commands
from companion.cli.group import COMMANDS
from tests.unit.cli.program import Program

if TYPE_CHECKING:
    from collections.abc import Callable

ID = re.compile(r"[a-z0-9]{8,40}\Z")


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "home")


def test_every_command_has_a_module_of_its_name() -> None:
    modules = {each.name.rstrip("_").replace("_", "-") for each in iter_modules(commands.__path__)}
    assert modules == set(COMMANDS)


@pytest.mark.promise("command.new")
def test_new_prints_the_id_alone(program: Program) -> None:
    assert ID.match(program.case())


@pytest.mark.promise("command.standard-input")
def test_the_title_is_read_from_standard_input_when_absent_or_a_dash(program: Program) -> None:
    for arguments in (("new",), ("new", "--title", "-")):
        case = program.run(*arguments, typed="Mother: leukemia\nmore\n").line
        assert program.export(case)["title"] == "Mother: leukemia"


@pytest.mark.promise("command.plan")
def test_plan_prints_the_id_and_keeps_what_was_said(program: Program) -> None:
    case = program.case()
    when = "2026-12-03T14:00+01:00"
    visit = program.run(
        *("plan", case, "--with", "Dr Okafor", "--at", when, "--minutes", "30", "--phone")
    ).line
    exported = program.export(case)["visits"][0]
    assert exported["id"] == visit
    assert exported["at"] == "2026-12-03T14:00:00+01:00"
    assert (exported["minutes"], exported["phone"]) == (30, True)
    people = {one["id"]: one["name"] for one in program.export(case)["people"]}
    assert people[exported["clinician_id"]] == "Dr Okafor"


@pytest.mark.promise("command.plan")
def test_a_local_time_gets_its_offset(program: Program) -> None:
    case = program.case()
    program.run("plan", case, "--with", "Dr Okafor", "--at", "2026-12-03T14:00")
    assert re.fullmatch(
        r"2026-12-03T14:00:00[+-]\d\d:\d\d", program.export(case)["visits"][0]["at"]
    )


@pytest.mark.promise("command.errors")
def test_a_time_that_cannot_be_read_is_one_sentence(program: Program) -> None:
    ended = program.run("plan", program.case(), "--with", "X", "--at", "one day soon")
    assert ended.code == 1
    assert ended.err.count("\n") == 1
    assert "2026-12-03T14:00" in ended.err


def test_a_year_that_nobody_means_is_refused(program: Program) -> None:
    case = program.case()
    for when in ("0001-01-01", "9999-12-31T23:59", "0001-01-01T00:00+14:00"):
        assert program.run("plan", case, "--with", "X", "--at", when).code == 1
    assert program.run("change", case, "--decide-by", "0001-01-01").code == 1
    assert program.run("list").code == 0
    assert program.export(case)["visits"] == []


@pytest.mark.promise("text.marks")
def test_notes_come_one_a_line_with_marks_as_in_the_room(program: Program) -> None:
    case = program.case()
    text = '" Your diagnosis is right\n~50 mg\n\n   \n? \n\\! plain\n  both ends  \n'
    ended = program.run("note", case, "-", typed=text)
    assert ended.code == 0
    assert ended.out == ""
    notes = program.export(case)["visits"][0]["notes"]
    assert [(note["kind"], note["text"]) for note in notes] == [
        ("quote", "Your diagnosis is right"),
        ("plain", "~50 mg"),
        ("unclear", ""),
        ("plain", "! plain"),
        ("plain", "  both ends  "),
    ]


@pytest.mark.promise("command.which-visit")
def test_note_names_the_visit_it_chose_on_stderr(program: Program) -> None:
    case = program.case()
    first = program.run("note", case, typed="one\n")
    visit = program.export(case)["visits"][0]["id"]
    assert visit in first.err
    program.run("note", case, typed="two\n")
    assert len(program.export(case)["visits"]) == 1


def test_note_under_a_question_that_is_not_there_is_refused(program: Program) -> None:
    ended = program.run("note", program.case(), "--question", "4", typed="one\n")
    assert ended.code == 1
    assert ended.err.count("\n") == 1


def test_a_byte_order_mark_before_the_first_letter_is_no_text(program: Program) -> None:
    case = program.run("new", "--title", "-", typed=b"\xef\xbb\xbfLeft knee\n").line
    program.run("note", case, typed=b"\xef\xbb\xbf? what\n")
    whole = program.export(case)
    note = whole["visits"][0]["notes"][0]
    assert (whole["title"], note["kind"], note["text"]) == ("Left knee", "unclear", "what")


@pytest.mark.promise("text.bad-bytes")
def test_invalid_bytes_become_their_cp1252_characters(program: Program) -> None:
    case = program.case()
    program.run("note", case, typed=b"caf\xe9\r\ntwo\x00\n")
    texts = [note["text"] for note in program.export(case)["visits"][0]["notes"]]
    assert texts == ["café", "two\ufffd"]


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="no such names are possible there")
def test_words_and_names_that_are_no_utf8_can_be_shown_afterwards(
    program: Program, tmp_path: Path
) -> None:
    wrong = os.fsdecode(b"caf\xe9")
    case = program.case()
    visit = program.run("plan", case, "--with", wrong, "--at", "2026-12-03").line
    assert program.run("change", f"{case}/{visit}", "--goal", wrong, "--place", "a\x1b").code == 0
    shown = program.export(case)["visits"][0]
    assert (shown["goal"], shown["place"]) == ("café", "a\ufffd")
    questions = tmp_path / f"{wrong}.txt"
    questions.write_text("What now?\n", "utf-8")
    imported = program.run("import", str(questions)).line
    assert program.export(imported)["title"] == "café"


@pytest.mark.promise("command.naming-a-case")
def test_a_case_can_be_named_by_number_and_by_the_beginning_of_its_id(program: Program) -> None:
    case = program.case()
    for given in (case, case[:6], "1"):
        assert program.run("show", given, "--json").json["id"] == case
    assert program.run("show", "zzz").code == 1


@pytest.mark.promise("command.home-anywhere")
def test_home_may_stand_before_or_after_the_command(tmp_path: Path) -> None:
    program = Program(tmp_path / "other")
    home = str(tmp_path / "home")
    case = program.run("--home", home, "new", "--title", "A").line
    assert program.run("list", "--home", home, "--json").json[0]["id"] == case
    assert program.run("list", "--json").json == []


@pytest.mark.promise("command.change")
def test_change_and_undo_of_a_case_and_a_visit(program: Program) -> None:
    case = program.case("Before")
    visit = program.run("plan", case, "--with", "Dr Okafor", "--at", "2026-12-03T14:00Z").line
    assert program.run("change", case, "--title", "After").code == 0
    assert program.run("change", f"{case}/{visit}", "--minutes", "45").code == 0
    assert program.export(case)["visits"][0]["minutes"] == 45
    assert program.run("undo", case).code == 0
    assert program.export(case)["visits"][0]["minutes"] is None
    assert program.run("undo", case).code == 0
    assert program.export(case)["title"] == "Before"
    assert program.run("undo", case).code == 1


@pytest.mark.promise("command.exit-codes")
def test_wrong_use_ends_with_two_and_one_sentence(program: Program) -> None:
    for arguments in (("nothing",), ("export",), ("new", "--fromat", "x"), ("open", "--room", "x")):
        ended = program.run(*arguments)
        assert ended.code == 2, arguments
        assert ended.err.count("\n") == 1, ended.err


@pytest.mark.promise("command.exit-codes")
@pytest.mark.parametrize("arguments", [(), ("open",), ("demo",)])
def test_without_a_terminal_a_room_is_refused_in_one_sentence(
    program: Program, arguments: tuple[str, ...]
) -> None:
    ended = program.run(*arguments)
    assert ended.code == 2
    assert ended.err.count("\n") == 1


@pytest.mark.promise("command.demo")
def test_demo_refuses_a_data_folder(program: Program) -> None:
    ended = program.run("demo", "--home", "x")
    assert ended.code == 2
    assert "--home" in ended.err


@pytest.mark.promise("command.exit-codes")
def test_a_closed_pipe_ends_silently_with_zero(program: Program) -> None:
    environment = {**os.environ, "COMPANION_HOME": str(program.home)}
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "companion", "keys"],
        stdout=writer,
        stderr=subprocess.PIPE,
        env=environment,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.promise("command.exit-codes")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_ends_a_command_with_its_code(
    program: Program, number: signal.Signals, code: int
) -> None:
    case = program.case()
    environment = {**os.environ, "COMPANION_HOME": str(program.home), "PYTHONUNBUFFERED": "1"}
    running = subprocess.Popen(
        [sys.executable, "-m", "companion", "note", case],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )
    assert running.stderr is not None
    assert running.stderr.readline().startswith(b"Adding notes to: ")
    running.send_signal(number)
    _, err = running.communicate(timeout=30)
    assert running.returncode == code
    assert b"Traceback" not in err


@pytest.mark.promise("files.lock")
def test_a_second_writer_waits_and_is_refused_in_one_sentence(program: Program) -> None:
    case = program.case()
    session = bootstrap.library(str(program.home)).open(case)
    ended = program.run("change", case, "--title", "Other")
    session.close()
    assert ended.code == 1
    assert ended.err == ("Somebody has this case open in another window; nothing was changed.\n")


@pytest.mark.promise("files.lock")
def test_a_reading_command_takes_no_lock_and_writes_nothing(program: Program) -> None:
    case = program.case()
    session = bootstrap.library(str(program.home)).open(case)
    before = {path: path.stat().st_mtime_ns for path in program.home.rglob("*")}
    for arguments in (("list",), ("show", case), ("search", "plan"), ("self-check",)):
        assert program.run(*arguments).code == 0
    assert {path: path.stat().st_mtime_ns for path in program.home.rglob("*")} == before
    session.close()


@pytest.mark.promise("files.damaged")
def test_a_damaged_case_is_named_by_list_and_refused_by_show(program: Program) -> None:
    good, bad = program.case("Good"), program.case("Bad")
    for path in (program.home / "cases" / bad).glob("case.json*"):
        path.write_bytes(b"\x00")
    listed = program.run("list", "--json")
    assert [row["id"] for row in listed.json] == [good]
    assert bad in listed.err
    for arguments in (("show", bad), ("export", bad, "--format", "json")):
        ended = program.run(*arguments)
        assert ended.code == 1
        assert ended.err.count("\n") == 1


@pytest.mark.promise("files.private")
def test_files_are_private_under_any_umask(program: Program) -> None:
    old = os.umask(0)
    try:
        case = program.case()
        program.run("note", case, typed="one\n")
        target = program.home.parent / "out.json"
        program.run("export", case, "--format", "json", "-o", str(target))
        backup = program.home.parent / "all.zip"
        program.run("backup", str(backup))
    finally:
        os.umask(old)
    for path in (*program.home.rglob("*"), target, backup):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path


@pytest.mark.promise("files.checkpoint")
def test_a_command_that_ends_has_checkpointed(program: Program) -> None:
    case = program.case()
    program.run("note", case, typed="one\ntwo\n")
    visit = program.export(case)["visits"][0]["id"]
    store = json.loads((program.home / f"cases/{case}/visit-{visit}.json").read_text("utf-8"))
    assert [note["text"] for note in store["notes"].values()] == ["one", "two"]
    assert set(store["_meta"]) == {"1"}
    assert set(store["_meta"]["1"]) == {"schema", "generation", "crc32"}


@pytest.mark.promise("command.keeping")
def test_backup_and_restore_bring_back_what_is_not_there(program: Program, tmp_path: Path) -> None:
    case = program.case()
    program.run("note", case, typed="one\n")
    before = program.export(case)
    backup = str(tmp_path / "all.zip")
    assert program.run("backup", backup).code == 0
    assert program.run("erase", case, "--yes").code == 0
    assert program.run("list", "--json").json == []
    assert program.run("restore", backup).code == 0
    assert program.export(case) == before
    assert "already here" in program.run("restore", backup).err


@pytest.mark.promise("command.keeping")
def test_what_was_changed_in_a_backup_is_named_and_not_restored(
    program: Program, tmp_path: Path
) -> None:
    program.case()
    backup = tmp_path / "all.zip"
    program.run("backup", str(backup))
    other = Program(tmp_path / "other")
    raw = bytearray(backup.read_bytes())
    raw[len(raw) // 2] ^= 0xFF
    backup.write_bytes(bytes(raw))
    ended = other.run("restore", str(backup))
    assert ended.code == 1
    assert "case.json (" in ended.err
    assert "wasn't restored" in ended.err
    assert other.run("list", "--json").json == []


@pytest.mark.promise("command.keeping")
def test_erase_asks_for_the_title_and_leaves_nothing_but_a_tombstone(program: Program) -> None:
    case = program.case("Prevention plan")
    program.run("note", case, typed="canary 4711\n")
    assert program.run("erase", case, typed="Other\n").code == 1
    assert program.run("list", "--json").json[0]["id"] == case
    assert program.run("erase", case, typed="Prevention plan\n").code == 0
    left = [path for path in program.home.rglob("*") if path.is_file()]
    assert all(b"4711" not in path.read_bytes() for path in left)
    assert any(case.encode() in path.read_bytes() for path in left)


@pytest.mark.promise("command.search")
def test_search_finds_words_in_notes_and_answers(program: Program) -> None:
    case = program.case()
    program.run("note", case, typed="Read the March inhibitor test again\n")
    hits = program.run("search", "INHIBITOR", "test", "--json").json
    assert [hit["case_id"] for hit in hits] == [case]
    assert program.run("search", "nothing like it", "--json").json == []


def test_search_says_where_each_place_is_and_counts_them_all(program: Program) -> None:
    case = program.case()
    program.run("note", case, typed="".join(f"inhibitor test {n}\n" for n in range(300)))
    ended = program.run("search", "inhibitor")
    visit = program.run("list", "--json").json[0]["visits"][0]["id"]
    assert ended.err == "300 places, 1 visit.\n"
    lines = ended.out.splitlines()
    assert len(lines) == 300
    assert lines[7].startswith(f"{case}/{visit}  note  inhibitor test 7")
    hits = program.run("search", "inhibitor", "--json").json
    assert (len(hits), {hit["visit_id"] for hit in hits}) == (300, {visit})


def test_a_case_without_a_title_is_called_so_in_the_list(program: Program) -> None:
    case = program.run("new", "--title", "").out.strip()
    assert program.run("list").out.splitlines()[0] == f"1  {case}  Untitled case"


def test_list_and_show_say_what_comes_next_and_what_is_late(program: Program) -> None:
    case = program.case()
    program.run("change", case, "--decide-by", "2020-12-20")
    facts = [
        "next: check how soon you need to act · decide by Sunday 20 December 2020",
        "late: Your decide-by date; was due Sunday 20 December 2020",
    ]
    listed = program.run("list")
    assert [line.strip() for line in listed.out.splitlines()[1:3]] == facts
    assert program.run("show", case).out.splitlines()[:3] == [*facts, ""]
    row = program.run("list", "--json").json[0]
    assert row["next"] == {"kind": "part", "text": "time", "who": "", "by": None}
    assert [late["day"] for late in row["late"]] == ["2020-12-20"]


@pytest.mark.promise("command.json-lists")
def test_packs_and_keys_have_the_promised_fields(program: Program) -> None:
    packs = program.run("packs", "--json").json
    ours = sorted(
        pack.parent.name for pack in (Path(__file__).parents[3] / "content").glob("*/pack.md")
    )
    assert sorted(pack["id"] for pack in packs) == ours
    promised = {"id", "title", "language", "extends", "reviewed", "path", "items"}
    said = {"reviewer", "next_review", "funding", "country", "hides", "situations", "sources"}
    assert set(packs[0]) == promised | said
    assert {"name", "title", "where", "year", "read"} < set(packs[0]["sources"][0])
    item = packs[0]["items"][0]
    aims = {"urgent", "instead_of", "situations", "aspects"}
    assert set(item) == {"id", "kind", "text", "file", "line"} | aims
    keys = program.run("keys", "--json").json
    assert set(keys[0]) == {"id", "keys", "rooms", "sentence"}


@pytest.mark.promise("keys.own-keys")
def test_a_wrong_keymap_is_reported_with_file_and_line_and_the_rest_applies(
    program: Program,
) -> None:
    program.home.mkdir(mode=0o700)
    path = program.home / "keymap.txt"
    path.write_text(
        "visit.new_question: f13\nno.such: f8\nvisit.end: ctrll+q\napp.help:\n", "utf-8"
    )
    ended = program.run("keys", "--json")
    keys = {row["id"]: row["keys"] for row in ended.json}
    assert keys["visit.new_question"] == ["f13"]
    assert keys["app.help"] == ["f1"]
    for line in (2, 3, 4):
        assert f"{path}:{line}: " in ended.err


@pytest.mark.promise("command.check")
def test_check_prints_file_line_and_sentence(program: Program, tmp_path: Path) -> None:
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "pack.md").write_text("---\nid: bad\ntitle: Bad\nlanguage: en\n---\nAbout.\n", "utf-8")
    ended = program.run("check", str(bad))
    assert ended.code == 1
    assert re.match(r".*pack\.md:\d+: \S", ended.out)
    rows = json.loads(program.run("check", str(bad), "--json").out)
    assert set(rows[0]) == {"file", "line", "rule", "sentence"}


def test_check_remarks_on_a_pack_that_is_due_and_ends_well(
    program: Program, tmp_path: Path
) -> None:
    folder = tmp_path / program.run("new-pack", "old", at=tmp_path).line
    head = folder / "pack.md"
    text = re.sub("next_review: .*", "next_review: 2020-01-31", head.read_text("utf-8"))
    head.write_text(text, "utf-8")
    ended = program.run("check", "old", at=tmp_path)
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.startswith("old/pack.md:7: The pack was due for another look on 2020-01-31")
    assert program.run("check", "old", "--json", at=tmp_path).json == []


@pytest.mark.promise("command.keeping")
def test_where_and_self_check(program: Program) -> None:
    assert program.run("where").line == str(program.home)
    program.case()
    assert program.run("self-check").code == 0


def test_help_and_version_answer_without_a_terminal(program: Program) -> None:
    assert "companion" in program.run("--help").out
    assert program.run("--version").code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="only a POSIX shell can limit a file's size")
def test_notes_that_the_disk_did_not_take_are_not_said_to_be_added(program: Program) -> None:
    case = program.case()
    program.run("note", case, typed="one\n")
    limited = ["sh", "-c", 'ulimit -f 40; exec "$@"', "sh", sys.executable, "-m", "companion"]
    done = subprocess.run(
        [*limited, "--home", str(program.home), "note", case],
        input=b"a line that takes room\n" * 2000,
        capture_output=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
    )
    remarks = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert len(remarks) == 2
    assert remarks[1].startswith("Only part of ")
    kept = len(program.export(case)["visits"][0]["notes"]) - 1
    assert (f"{kept} notes added." if kept else "No notes were added.") in remarks[1]
    assert remarks[1].endswith('Not saved, from this line on: "a line that takes room".')
    assert program.export(case)["visits"][0]["notes"][0]["text"] == "one"


@pytest.mark.promise("command.typed-wrong")
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(("exprot", "export"), ("impotr", "import"), ("lst", "list"), ("serach", "search")),
        *(("selfcheck", "self-check"), ("self_check", "self-check"), ("Export", "export")),
        *(("bakcup", "backup"), ("pla", "plan"), ("restor", "restore"), ("note1", "note")),
    ],
)
def test_a_command_typed_wrong_is_told_with_the_one_that_was_meant(
    program: Program, typed: str, meant: str
) -> None:
    done = program.run(typed)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"No such command '{typed}'. Did you mean '{meant}'")
    assert done.err.count("\n") == 1


def test_a_command_that_is_near_none_is_told_without_a_guess(program: Program) -> None:
    done = program.run("xyzzy")
    assert (done.code, done.err) == (2, "No such command 'xyzzy'; see `companion --help`.\n")


@pytest.mark.promise("command.typed-times")
@pytest.mark.parametrize(
    ("typed", "at", "said"),
    [
        ("2027-03-28T02:30", "2027-03-28T03:30:00+02:00", "Clocks skip 02:30 that day"),
        ("2027-10-31T02:30", "2027-10-31T02:30:00+02:00", "2027-10-31T02:30+01:00"),
        ("2027-10-31T02:30+01:00", "2027-10-31T02:30:00+01:00", ""),
        ("Dec 3, 2026 at 2 PM", "2026-12-03T14:00:00+01:00", "Thursday 3 December 2026, 14:00"),
        ("2026-12-03T14:00", "2026-12-03T14:00:00+01:00", ""),
    ],
)
def test_a_time_in_words_or_at_an_odd_hour_is_said_back(
    typed: str, at: str, said: str, program: Program, laptop_in: Callable[[str], None]
) -> None:
    laptop_in("Europe/Berlin")
    case = program.case()
    ended = program.run("plan", case, "--with", "Dr Okafor", "--at", typed)
    assert ended.line
    assert said in ended.err
    assert bool(ended.err) == bool(said)
    assert program.export(case)["visits"][0]["at"] == at


@pytest.mark.promise("command.typed-times")
def test_an_hour_alone_changes_the_hour_and_keeps_the_day(
    program: Program, laptop_in: Callable[[str], None]
) -> None:
    laptop_in("Europe/Berlin")
    case = program.case()
    visit = program.run("plan", case, "--with", "Dr Okafor", "--at", "2026-12-03T14:00").line
    assert program.run("change", f"{case}/{visit}", "--at", "half past three").code == 0
    assert program.export(case)["visits"][0]["at"] == "2026-12-03T15:30:00+01:00"
    assert program.run("plan", case, "--with", "Dr Okafor", "--at", "15:30").code == 1


@pytest.mark.promise("command.typed-times")
@pytest.mark.parametrize("typed", ["2pm", "15:30", "half past two", "at 9", "noon", " 2 p.m. "])
def test_an_hour_without_a_day_is_refused_with_a_form_that_is_read(
    typed: str, program: Program
) -> None:
    case = program.case()
    refused = program.run("plan", case, "--with", "Dr Okafor", "--at", typed)
    assert refused.code == 1
    said, forms = refused.err.rstrip(".\n").split("; try: ")
    assert said == f"{typed.strip()} has no day"
    for form in forms.split(", or "):
        assert program.run("plan", case, "--with", "Dr Okafor", "--at", form).code == 0


@pytest.mark.promise("command.habits")
@pytest.mark.parametrize(
    ("variables", "settings", "told"),
    [
        ({"LC_ALL": "en_US.UTF-8"}, None, "Tue Dec 3, 2030, 2:00 pm"),
        ({"LC_TIME": "en_AU.UTF-8"}, None, "Tue 3 Dec 2030, 2:00 pm"),
        ({"LANG": "de_DE.UTF-8"}, None, "Tue 3 Dec 2030, 14:00"),
        ({"LC_ALL": "en_GB.UTF-8", "LC_TIME": "en_US.UTF-8"}, None, "Tue 3 Dec 2030, 14:00"),
        ({"LC_ALL": "en_US.UTF-8"}, '{"locale": "en_GB"}', "Tue 3 Dec 2030, 14:00"),
        ({}, '{"locale": "en_US"}', "Tue Dec 3, 2030, 2:00 pm"),
        ({"LC_ALL": "en_US.UTF-8"}, '{"locale": "C"}', "Tue 3 Dec 2030, 14:00"),
    ],
)
def test_days_and_times_follow_the_language_of_the_laptop_or_the_setting(
    variables: dict[str, str],
    settings: str | None,
    told: str,
    program: Program,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = program.case()
    program.run("plan", case, "--with", "Dr Okafor", "--at", "2030-12-03T14:00")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    if settings is not None:
        (program.home / "settings.json").write_text(settings, encoding="utf-8")
    assert f"{told}  Dr Okafor" in program.run("list").out


def test_what_belongs_to_a_visit_asks_for_the_visit_and_changes_nothing(program: Program) -> None:
    case = program.case()
    visit = program.run("plan", case, "--with", "Dr Okafor", "--at", "2026-12-03T14:00").line
    before = program.export(case)
    alone = program.run("change", case, "--at", "2026-12-04T14:00")
    assert (alone.code, "is part of a visit" in alone.err) == (2, True)
    both = program.run("change", f"{case}/{visit}", "--title", "Other", "--minutes", "20")
    assert (both.code, "is part of the case" in both.err) == (2, True)
    nothing = program.run("change", case)
    assert (nothing.code, "You didn't say what to change" in nothing.err) == (2, True)
    assert program.export(case) == before
