"""A sessie over three laptops that share as they go, for the tests that hold one."""

from pathlib import Path
from typing import NamedTuple

from intervisie_cli.records.document import parse_markdown
from tests.lab import must
from tests.prepared import Open
from tests.terminal.terminal import ENTER, Terminal

KORT = "sessies/2026/2026-11-23-kort"
ADVISERING = f"{KORT}/ronde-1-mirthe/3-advisering.md"
LANG = "sessies/2026/2026-11-23-lang"
DEFINITIE = f"{LANG}/ronde-1-mirthe/4-probleemdefinitie.md"
TOEPASBAAR = "Mirthe · Kun je hier iets mee?"
PLAN = "Mirthe · Sta je achter dit plan?"
HAALBAAR = "Denk je dat dit haalbaar is?"
DUIDELIJK = "Is de nieuwe hulpvraag voor jou duidelijk?"


class Evening(NamedTuple):
    """The clones of the three, and how to open a window on one."""

    mirthe: Path
    kim: Path
    tim: Path
    open: Open

    def window(self, who: str, *argv: str) -> Terminal:
        return self.open(*argv, cwd=getattr(self, who), rows=50)

    def all_have(self, pad: str) -> dict[str, object]:
        """The data of a file, once all three are the same."""
        for clone in (self.mirthe, self.kim, self.tim) * 2:
            must(clone, "sync")
        found = [
            parse_markdown((clone / pad).read_bytes()).data
            for clone in (self.mirthe, self.kim, self.tim)
        ]
        assert found[0] == found[1] == found[2]
        return found[0]


def share(mirthe: Path, tmp_path: Path, terminal: Open) -> Evening:
    path = mirthe / "groep.yaml"
    path.write_text(
        path.read_text().replace("instellingen: {}", "instellingen:\n  sync: na-stap")
    )
    place = str(tmp_path / "stick/groep.git")
    must(mirthe, "init", "--remote", place, str(mirthe))
    for lid in ("kim", "tim"):
        must(tmp_path, "init", "--van", place, "--als", lid, str(tmp_path / lid))
    return Evening(mirthe, tmp_path / "kim", tmp_path / "tim", terminal)


def line(window: Terminal, question: str, typed: str = "") -> None:
    """Type a line at a question that says behind it how to answer."""
    window.asks(question, None)
    window.keys(typed, ENTER)


def gives(window: Terminal, question: str, what: str) -> None:
    """Give one item of a list, and no more; 'Kim · nog een advies' comes behind 'Kim · advies'."""
    wie, veld = question.split(" · ")
    line(window, question, what)
    line(window, f"{wie} · nog een {veld}")
