"""The pictures in `screenshots` are those the program makes today: `python -m tests.shoot`."""

from __future__ import annotations

import re

import pytest

from tests import shoot

PNG = b"\x89PNG\r\n\x1a\n"
THE_NAME_OF_SVG = "http://www.w3.org/2000/svg"


@pytest.mark.parametrize("name", shoot.NAMES)
def test_a_picture_shows_the_room_as_it_is(name: str) -> None:
    kept = (shoot.FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert shoot.take(name) == kept


@pytest.mark.parametrize("name", shoot.NAMES)
def test_no_picture_holds_an_address_or_runs_anything(name: str) -> None:
    svg = (shoot.FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert set(re.findall(r"https?://[^\"')\s]+", svg)) == {THE_NAME_OF_SVG}
    assert "@font-face" not in svg
    assert "<script" not in svg


@pytest.mark.parametrize("name", shoot.NAMES)
def test_every_picture_is_there_for_those_who_cannot_show_svg(name: str) -> None:
    assert (shoot.FOLDER / f"{name}.png").read_bytes().startswith(PNG)


def test_no_picture_is_left_over() -> None:
    kept = {path.stem for path in shoot.FOLDER.iterdir() if path.suffix != ".md"}
    assert kept == set(shoot.NAMES)


def test_the_page_of_pictures_tells_each_in_words_in_the_order_of_a_visit() -> None:
    told = (shoot.FOLDER / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\(([\w-]+)\.svg\)", told))
    assert named == set(shoot.NAMES)
    assert re.findall(r"!\[[^\]]*\]\(([\w-]+)-dark\.svg\)", told) == list(shoot.SHOTS)
    assert [words for words in re.findall(r"!\[([^\]]*)\]", told) if len(words.split()) < 10] == []


def test_the_fonts_of_the_pictures_are_named_when_they_are_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shoot, "FONT_FOLDERS", ())
    assert shoot.fonts() is None
    assert all(font in shoot.NO_FONTS for font in shoot.FONTS)
