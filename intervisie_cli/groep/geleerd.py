"""What users made of what the coach said: kept with their own data, and shared with nobody."""

import json
from contextlib import suppress
from pathlib import Path

from intervisie_cli import system
from intervisie_cli.model import coachkeuze
from intervisie_cli.model.coachkeuze import Coachkeuze
from intervisie_cli.records.document import MAX_BESTAND
from intervisie_cli.system import plain

# The last so many are enough to see where the checks are wrong.
_MEESTE = 500


def path() -> Path:
    """Where they are kept."""
    return system.user_data_folder() / "geleerd.jsonl"


def read() -> list[Coachkeuze]:
    """All that is kept, the oldest first; what is no line of ours is passed over."""
    gevonden = []
    for regel in _lines():
        with suppress(ValueError):
            gevonden.append(coachkeuze.read(json.loads(regel)))
    return [keuze for keuze in gevonden if keuze]


def add(keuze: Coachkeuze) -> None:
    """Keep one more. That it cannot be kept stops nobody."""
    regel = json.dumps(keuze.as_data(), ensure_ascii=False)
    regels = [*_lines()[1 - _MEESTE :], regel]
    with suppress(OSError):
        text = "\n".join([*regels, ""])
        system.write_durable(path(), text.encode())


def _lines() -> list[str]:
    try:
        raw = plain.read(path(), MAX_BESTAND) or b""
    except OSError:
        return []
    return raw.decode("utf-8", "replace").splitlines()
