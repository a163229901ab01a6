"""A real browser without a window: prints a page, shows what became of it, tells what it loaded."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
WITHOUT = "no Chromium or Chrome is installed here to print a page with"
OF_ITSELF = "not an origin"
"""The browser's own errands, as its log calls where they come from."""
SECONDS = 120


def browser() -> str | None:
    """The browser of this machine."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@dataclass(frozen=True)
class Printed:
    """A page on paper."""

    pdf: PdfReader
    """What came out."""
    asked_for: list[str]
    """Every address that the page had the browser ask for, its own file left out."""

    @property
    def pages(self) -> int:
        """How many sheets it took."""
        return len(self.pdf.pages)

    @property
    def text(self) -> str:
        """What stands on them."""
        return "\n".join(sheet.extract_text() for sheet in self.pdf.pages)

    @property
    def width(self) -> float:
        """Of a sheet, in points."""
        return float(self.pdf.pages[0].mediabox.width)

    @property
    def height(self) -> float:
        """Of a sheet, in points."""
        return float(self.pdf.pages[0].mediabox.height)


def _run(folder: Path, page: bytes, *options: str) -> bytes:
    source = folder / "page.html"
    source.write_bytes(page)
    program = browser()
    assert program is not None
    done = subprocess.run(
        [
            program,
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-dev-shm-usage",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            f"--user-data-dir={folder / 'profile'}",
            *options,
            source.as_uri(),
        ],
        cwd=folder,
        env={"HOME": str(folder), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        timeout=SECONDS,
        check=True,
    )
    return done.stdout


def _with_style(page: bytes, style: str) -> bytes:
    assert page.count(b"</head>") == 1
    return page.replace(b"</head>", f"<style>{style}</style></head>".encode())


def printed(folder: Path, page: bytes, size: str, style: str = "") -> Printed:
    """The page as it comes out of a printer with that paper.

    Args:
        folder: A folder to work in.
        page: The page.
        size: `A4`, `letter`; `landscape` may follow.
        style: More style, as of a laptop with other fonts.
    """
    target, log = folder / "page.pdf", folder / "net.json"
    _run(
        folder,
        _with_style(page, f"@page {{ size: {size}; }} {style}"),
        "--no-pdf-header-footer",
        f"--print-to-pdf={target}",
        f"--log-net-log={log}",
    )
    return Printed(PdfReader(BytesIO(target.read_bytes())), _asked_for(log))


# A blank at the end of a line hangs out of it: eight pixels are no word.
_MEASURE = """<script>
const sheet = document.body.getBoundingClientRect();
const everything = document.createRange();
everything.selectNodeContents(document.body);
const out = [...everything.getClientRects()].filter(
  (each) => each.right > sheet.right + 8 || each.left < sheet.left - 8);
document.documentElement.setAttribute("data-wide", out.length);
</script>"""


def too_wide(folder: Path, page: bytes, pixels: int) -> int:
    """How many boxes and runs of text stand out of a sheet of that width."""
    sheet = f"body {{ margin: 0 !important; padding: 0 !important; width: {pixels}px !important; }}"
    measured = _with_style(page, sheet).replace(b"</body>", _MEASURE.encode() + b"</body>")
    found = re.search(rb'data-wide="(\d+)"', _run(folder, measured, "--dump-dom"))
    assert found is not None
    return int(found[1])


def document_of(folder: Path, page: bytes) -> str:
    """What the browser made of the page, as HTML."""
    return _run(folder, page, "--dump-dom").decode()


def _asked_for(log: Path) -> list[str]:
    kept = json.loads(log.read_text("utf-8"))
    kinds = {number: name for name, number in kept["constants"]["logEventTypes"].items()}
    requests = (
        event["params"]
        for event in kept["events"]
        if kinds[event["type"]] == "URL_REQUEST_START_JOB" and "url" in event.get("params", {})
    )
    return [
        each["url"]
        for each in requests
        if each.get("initiator") != OF_ITSELF and not each["url"].startswith("file:")
    ]
