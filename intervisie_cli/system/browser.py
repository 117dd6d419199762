"""Opens a page for the person at this computer, where there is a screen to open it on."""

import os
import sys
import webbrowser
from pathlib import Path


def open_page(path: Path) -> bool:
    """Open a file in the browser; False where nobody would see it."""
    # Over ssh a browser for a terminal could start, in the middle of ours.
    has_screen = any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
    if sys.platform not in ("win32", "darwin") and not has_screen:
        return False
    try:
        return webbrowser.open(path.as_uri())
    except (webbrowser.Error, OSError):
        return False
