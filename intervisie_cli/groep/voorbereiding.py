"""What somebody filled in on the page of `new`, kept until the sessie is made."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from intervisie_cli import system
from intervisie_cli.groep.concept import set_aside
from intervisie_cli.system import plain

_BESTAND = "new.json"
# More than anybody fills in on one page.
_MAX_BYTES = 64 * 1024


def load(private: Path) -> dict[str, Any]:
    """Read it, empty for none. What is none of ours is set aside."""
    path = private / _BESTAND
    raw = plain.read(path, _MAX_BYTES)
    if raw is None:
        return {}
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        data = None
    if isinstance(data, dict) and all(map(_is_plain, data.values())):
        return data
    set_aside(path)
    return {}


def _is_plain(waarde: object) -> bool:
    return waarde is None or isinstance(waarde, str | bool)


def save(private: Path, ingevuld: Mapping[str, Any]) -> None:
    """Keep it, when that can be: a full disk must not stop somebody who is choosing."""
    with suppress(OSError):
        text = json.dumps(dict(ingevuld), ensure_ascii=False)
        system.write_durable(private / _BESTAND, text.encode("utf-8", "replace"))


def forget(private: Path) -> None:
    """Remove it: the sessie is made."""
    with suppress(OSError):
        system.remove_durable(private / _BESTAND)
