from __future__ import annotations

import sys
import threading

import pytest

from companion.ui.terminal import crash_report
from companion.words import terminal as words

CANARY = "canary-4711"


def failing() -> BaseException:
    secret = CANARY
    try:
        try:
            int(secret)
        except ValueError as error:
            raise KeyError(secret) from error
    except KeyError as error:
        return error
    raise AssertionError


def test_a_report_names_errors_and_lines_but_no_value() -> None:
    report = crash_report.report(failing())
    assert "KeyError" in report
    assert "ValueError" in report
    assert "test_crash_report.py:" in report
    assert CANARY not in report
    assert "/home" not in report


def test_the_sentence_says_that_words_are_saved_and_how_to_go_on() -> None:
    said = words.last_words(None, saved=True, command=".venv/bin/companion")
    assert said.endswith("To go on: .venv/bin/companion")
    said = words.last_words("/x/report.txt", saved=True, command="companion")
    assert said.endswith("/x/report.txt")


@pytest.mark.filterwarnings("default")
def test_an_error_in_a_thread_is_taken_and_not_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    taken: list[BaseException] = []

    def fail() -> None:
        raise ValueError(CANARY)

    with crash_report.hooks(taken.append):
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    assert [type(error) for error in taken] == [ValueError]
    assert CANARY not in "".join(capsys.readouterr())


def test_the_hooks_are_put_back() -> None:
    before = sys.excepthook
    with crash_report.hooks(lambda _: None):
        assert sys.excepthook is not before
    assert sys.excepthook is before
