"""A real browser without a window: prints a page, shows what became of it, tells what it loaded.

It is started once, told through a pipe what to do, and opens a tab for each page.
"""

from __future__ import annotations

import base64
import itertools
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
WITHOUT = "no Chromium or Chrome is installed here to print a page with"
SECONDS = 120
_WITH_PIPES = (
    "import fcntl,os,sys;"
    "heard,said=(fcntl.fcntl(int(each),fcntl.F_DUPFD,10) for each in sys.argv[1:3]);"
    "os.dup2(heard,3);os.dup2(said,4);"
    "os.execv(sys.argv[3],sys.argv[3:])"
)
"""Starts a program that reads from descriptor 3 what to do, and tells through descriptor 4."""


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


class _Browser:
    """A browser that runs until it is closed; messages are JSON with a zero byte after each."""

    def __init__(self) -> None:
        program = browser()
        assert program is not None
        self._folder = tempfile.TemporaryDirectory(prefix="companion-browser-")
        heard, self._say = os.pipe()
        self._hear, said = os.pipe()
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-I", "-S", "-c", _WITH_PIPES, str(heard), str(said), program),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-dev-shm-usage",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                f"--user-data-dir={self._folder.name}/profile",
                "--remote-debugging-pipe",
            ],
            cwd=self._folder.name,
            env={"HOME": self._folder.name, "PATH": "/usr/bin:/bin"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(heard, said),
        )
        os.close(heard)
        os.close(said)
        self._unread = b""
        self._numbers = itertools.count(1)

    def do(
        self,
        method: str,
        told: list[dict[str, Any]] | None = None,
        /,
        tab: str = "",
        **more: object,
    ) -> dict[str, Any]:
        """Have something done, and return what came of it.

        Args:
            method: What, as the protocol calls it.
            told: What is told meanwhile is added here.
            tab: In which tab; in none where it is empty.
            more: How.
        """
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": more}
        raw = json.dumps(message | ({"sessionId": tab} if tab else {})).encode() + b"\0"
        while raw:
            raw = raw[os.write(self._say, raw) :]
        while (found := self.next()).get("id") != number:
            if told is not None and found.get("sessionId") == tab:
                told.append(found)
        assert "error" not in found, found
        return dict(found["result"])

    def next(self) -> dict[str, Any]:
        """Return what it says next."""
        end = time.monotonic() + SECONDS
        while b"\0" not in self._unread:
            assert select.select([self._hear], [], [], end - time.monotonic())[0], "it says nothing"
            read = os.read(self._hear, 1 << 20)
            assert read, "the browser has ended"
            self._unread += read
        message, _, self._unread = self._unread.partition(b"\0")
        return dict(json.loads(message))

    def close(self) -> None:
        """End it."""
        self.do("Browser.close")
        self._process.wait(SECONDS)
        os.close(self._say)
        os.close(self._hear)
        self._folder.cleanup()


_started = cache(_Browser)


def close() -> None:
    """End the browser, where one was started."""
    if _started.cache_info().currsize:
        _started().close()
        _started.cache_clear()


@dataclass
class _Tab:
    """A tab with a page in it."""

    browser: _Browser
    target: str
    session: str
    told: list[dict[str, Any]] = field(default_factory=list)
    """What the browser told of it."""

    def do(self, method: str, **more: object) -> dict[str, Any]:
        """Have something done in it."""
        return self.browser.do(method, self.told, tab=self.session, **more)

    def open(self, address: str) -> None:
        """Show a page, and wait until all of it is there."""
        for part in ("Page", "Network"):
            self.do(f"{part}.enable")
        self.do("Page.setLifecycleEventsEnabled", enabled=True)
        page = self.do("Page.navigate", url=address)["loaderId"]
        while not any(_loaded(each, page) for each in self.told):
            self.told.append(self.browser.next())

    def document(self) -> str:
        """Return what became of the page, as HTML."""
        wanted = "document.documentElement.outerHTML"
        return str(self.do("Runtime.evaluate", expression=wanted)["result"]["value"])

    @property
    def asked_for(self) -> list[str]:
        """Every address that it asked for, files left out."""
        requests = (
            each["params"]["request"]["url"]
            for each in self.told
            if each.get("method") == "Network.requestWillBeSent"
        )
        return [url for url in requests if not url.startswith("file:")]


def _loaded(told: dict[str, Any], page: str) -> bool:
    """Whether this says that all of a page is there."""
    of = told.get("params", {})
    return (of.get("name"), of.get("loaderId")) == ("load", page)


@contextmanager
def _showing(folder: Path, page: bytes) -> Iterator[_Tab]:
    """A tab in which the page stands."""
    source = folder / "page.html"
    source.write_bytes(page)
    browser = _started()
    target = browser.do("Target.createTarget", url="about:blank")["targetId"]
    session = browser.do("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    tab = _Tab(browser, target, session)
    tab.open(source.as_uri())
    yield tab
    browser.do("Target.closeTarget", targetId=target)


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
    with _showing(folder, _with_style(page, f"@page {{ size: {size}; }} {style}")) as tab:
        pdf = tab.do("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
        return Printed(PdfReader(BytesIO(base64.b64decode(pdf))), tab.asked_for)


# A blank at the end of a line hangs out of it: eight pixels are no word.
_MEASURE = """<script>
const sheet = document.body.getBoundingClientRect();
const everything = document.createRange();
everything.selectNodeContents(document.body);
const out = [...everything.getClientRects()].filter(
  (each) => each.right > sheet.right + 8 || each.left < sheet.left - 8);
var wide = out.length;
</script>"""


def too_wide(folder: Path, page: bytes, pixels: int) -> int:
    """How many boxes and runs of text stand out of a sheet of that width."""
    sheet = f"body {{ margin: 0 !important; padding: 0 !important; width: {pixels}px !important; }}"
    measured = _with_style(page, sheet).replace(b"</body>", _MEASURE.encode() + b"</body>")
    with _showing(folder, measured) as tab:
        found = tab.do("Runtime.evaluate", expression="wide")
    return int(found["result"]["value"])


def document_of(folder: Path, page: bytes) -> tuple[str, list[str]]:
    """What the browser made of the page, as HTML, and what it asked for, also as it is printed."""
    with _showing(folder, page) as tab:
        tab.do("Emulation.setEmulatedMedia", media="print")
        return tab.document(), tab.asked_for
