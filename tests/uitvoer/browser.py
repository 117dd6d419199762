"""A page opened in Chromium: what it asks of elsewhere, what it complains of, and whether all can
use it.
"""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
NEEDS_CHROMIUM = pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium")
# So that it asks nothing of its maker either.
_STIL = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Bekeken:
    """A page that is open, with all that it asked for and complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def violations(self) -> list[str]:
        """What axe-core finds, each with where."""
        found = Axe().run(self.page).response["violations"]
        return [f"{rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in found]

    @property
    def text(self) -> str:
        """What is to be read now; '' while the page is being loaded."""
        try:
            return self.page.inner_text("body", timeout=1_000)
        except Error:
            return ""

    def until(self, holds: Callable[[str], bool], what: str, timeout_s: float) -> None:
        """Wait until what is to be read *holds*."""
        end = time.monotonic() + timeout_s
        while not holds(self.text):
            assert time.monotonic() < end, f"no {what!r}; the page says:\n{self.text}"
            self.page.wait_for_timeout(100)

    @property
    def is_too_wide(self) -> bool:
        """Whether one has to scroll sideways."""
        root = "document.documentElement"
        return bool(self.page.evaluate(f"{root}.scrollWidth > {root}.clientWidth"))


@contextmanager
def browser() -> Iterator[Browser]:
    """Start Chromium."""
    with sync_playwright() as tools:
        chromium = tools.chromium.launch(executable_path=CHROMIUM, args=list(_STIL))
        yield chromium
        chromium.close()


def look_at(
    chromium: Browser,
    path: Path,
    *,
    width: int = 1280,
    is_dark: bool = False,
    with_script: bool = True,
) -> Bekeken:
    """Open a file in a window of its own."""
    page = chromium.new_page(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if is_dark else "light",
        java_script_enabled=with_script,
    )
    bekeken = Bekeken(page)
    page.goto(path.as_uri())
    return bekeken


@contextmanager
def opened(path: Path, **how: Any) -> Iterator[Bekeken]:
    """Open a file in a browser of its own."""
    with browser() as chromium:
        yield look_at(chromium, path, **how)
