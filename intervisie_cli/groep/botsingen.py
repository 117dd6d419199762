"""Clashes that a merge left for a person: two versions of one value, or two of one file."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from intervisie_cli.groep import bestanden
from intervisie_cli.merge.conflicts import CONFLICTEN, is_conflict
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.namen import is_kopie, step_at, voluit
from intervisie_cli.model.plain import Data
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.document import Document, parse_markdown, parse_yaml

_WIJZIG = "intervisie wijzig"
# The step that asks what stands in sessie.yaml is the first.
_STAP = "intervisie step 1 --opnieuw"
# How to choose between two versions of what sessie.yaml says.
_OPDRACHTEN = {
    "om": f"{_WIJZIG} --om UU:MM",
    "tot": f"{_WIJZIG} --tot UU:MM",
    "elke": f"{_WIJZIG} --elke RITME",
    "begeleider": f"{_WIJZIG} --begeleider LID",
    "notulist": f"{_WIJZIG} --notulist LID",
    "afgerond": f"{_WIJZIG} --afronden REDEN",
    "reden": f"{_WIJZIG} --afronden REDEN",
    "thema": _STAP,
    "opname": _STAP,
}


class Botsing(NamedTuple):
    """A value that did not win: in which file, where in it, and what it says."""

    bestand: str
    pad: str
    waarde: Any

    @property
    def veld(self) -> str:
        """What people call the place: its keys, without ids."""
        lijst, *delen = self.pad.split("/")
        if len(delen) > 1:
            # In an item of a list its id comes first; that may be all letters.
            del delen[0]
        namen = [deel for deel in delen if deel.isalpha() or "_" in deel]
        return voluit(" ".join([lijst, *namen]))

    @property
    def opdracht(self) -> str:
        """What to type to choose; '' where only an editor can."""
        if not self.bestand.endswith(f"/{sessie_yaml.BESTAND}"):
            return f"intervisie step {step_at(self.bestand)} --opnieuw"
        return _OPDRACHTEN.get(self.pad.split("/")[0], "")


def in_data(bestand: str, data: Data) -> list[Botsing]:
    """The clashes that stand in the front matter of a file."""
    items = data.get(CONFLICTEN)
    if not isinstance(items, list):
        return []
    return [
        Botsing(bestand, item["pad"], item["waarde"])
        for item in items
        if is_conflict(item)
    ]


def of_sessie(root: Path, folder: str) -> list[Botsing]:
    """The clashes in what a sessie says of itself, such as who leads and until when."""
    return list(in_files(root, [f"{folder}/{sessie_yaml.BESTAND}"]))


def in_files(root: Path, paths: Iterable[str]) -> Iterator[Botsing]:
    """The clashes in these files, as far as they can be read."""
    for path in paths:
        # What cannot be read is told by `doctor` and by the command that needs it.
        with suppress(IntervisieError):
            if document := _read(root, path):
                yield from in_data(path, document.data)


def _read(root: Path, path: str) -> Document | None:
    if path.endswith(".yaml"):
        return bestanden.read_as(root, path, parse_yaml)
    if path.endswith(".md"):
        return bestanden.read_as(root, path, parse_markdown)
    return None


def kopieen(root: Path, folder: str) -> list[str]:
    """The versions of files below *folder* that could not be merged."""
    return sorted(
        path.relative_to(root).as_posix()
        for path in (root / folder).rglob("*")
        if is_kopie(path.name) and path.is_file() and not path.is_symlink()
    )
