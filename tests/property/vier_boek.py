"""What was typed and said in four clones, by whom: the model that their files are held against."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from intervisie_cli import system
from intervisie_cli.merge.conflicts import CONFLICTEN
from intervisie_cli.model.plain import Data
from intervisie_cli.records.document import parse_markdown
from intervisie_cli.taal.verbetering import is_correction
from tests import lab

WOORD = re.compile(r"zz\d{4}")
INBRENGER = "mirthe"
# Lists that each writes alone, with how many each owes: nobody sees them before all are ready.
# By the number of the step: in the short draaiboek `vragen` are asked in turn, in the open.
VERBORGEN = {
    ("probleemverkenning", "vragen"): 2,
    ("probleemdefinitie", "definities"): 1,
    ("advisering", "adviezen"): 1,
    ("evaluatie", "ervaringen"): 1,
}
BEZIG, KLAAR = "bezig", "klaar"
# The text of an item, by its list.
TEKST_VAN = {
    "vragen": "vraag",
    "definities": "definitie",
    "adviezen": "advies",
    "acties": "actie",
    "ervaringen": "ervaring",
    "afspraken": "afspraak",
    "activiteiten": "activiteit",
}

# What the inbrenger answers to an item, by its list.
ANTWOORD_VAN = {"vragen": "antwoord", "adviezen": "reactie"}


class Getypt(NamedTuple):
    """Where a word was typed, whose it is, and at which field of which step."""

    kloon: str
    lid: str
    stap: str
    veld: str


class Ja(NamedTuple):
    """A yes: to which field of a step, whose, and to what words."""

    stap: str
    veld: str
    lid: str
    woorden: str


class Boek:
    """All that was typed and said.

    *vervangen* are words that somebody who saw them replaced or took away, or that an undo took
    back; *vastgelegd* those that ever stood in a commit.
    """

    def __init__(self) -> None:
        self.getypt: dict[str, Getypt] = {}
        self.vervangen: set[str] = set()
        self.vastgelegd: set[str] = set()
        self.ja: set[Ja] = set()
        # To what words each answer was given, and which of those were replaced by others.
        self.antwoorden: dict[str, set[str]] = {}
        self._andere: set[str] = set()
        self.verloop: list[str] = []

    def woord(self, kloon: str, lid: str, stap: str, veld: str) -> str:
        """A word that nobody typed before."""
        nieuw = f"zz{len(self.getypt):04d}"
        self.getypt[nieuw] = Getypt(kloon, lid, stap, veld)
        return nieuw

    def gaf_antwoord(self, antwoord: Any, op: str) -> None:
        """Somebody answered to the words *op*, which another may have replaced already."""
        for woord in words_of(antwoord):
            self.antwoorden.setdefault(woord, set()).add(op)
            if op in self._andere:
                self.vervangen.add(woord)

    def verving(self, was: str, wordt: str) -> None:
        """Somebody replaced words of their own; in an open step the answers go with those."""
        if is_correction(was, wordt):
            return
        self._andere.add(was)
        for woord, op in self.antwoorden.items():
            if was in op:
                self.vervangen.add(woord)

    def onderweg(self, kloon: str) -> set[str]:
        """What was typed at a clone and was in no commit yet."""
        eigen = {woord for woord, wat in self.getypt.items() if wat.kloon == kloon}
        return eigen - self.vastgelegd - self.vervangen


def words_of(value: Any) -> set[str]:
    """The words in a text, or in all texts of a value."""
    if isinstance(value, str):
        return set(WOORD.findall(value))
    if isinstance(value, dict):
        return words_of(list(value.values()))
    if isinstance(value, list | tuple):
        return set().union(*map(words_of, value))
    return set()


def committed_words(clone: Path) -> set[str]:
    """The words in the last commit."""
    found = lab.ask_git(clone, "grep", "-h", "-o", r"zz[0-9]\{4\}", "HEAD")
    return set(found.stdout.split())


def private_words(clone: Path) -> set[str]:
    """The words in drafts, in what was set aside, and in notes for oneself alone."""
    gevonden: set[str] = set()
    for folder in (clone / ".git/intervisie", system.user_data_folder()):
        for path in folder.rglob("*"):
            if path.is_file():
                gevonden |= words_of(path.read_bytes().decode("utf-8", "replace"))
    return gevonden


def steps_of(clone: Path) -> Iterator[Data]:
    """The data of each step file."""
    for path in sorted(clone.glob("sessies/*/*/**/*-*.md")):
        if path.parent.name != "notulen":
            yield parse_markdown(path.read_bytes()).data


def still_hidden(
    data: Data, veld: str, *, zijn_er: Iterable[str], mag_los: bool
) -> bool:
    """Whether a list of a step is still being written, as its file says.

    *mag_los*: in a step that nobody leads the inbrenger sees it when all of *zijn_er* gave theirs.
    """
    if data.get("status") != BEZIG:
        return False
    voortgang = data.get("voortgang") or {}
    if f"{veld}/schrijven" in voortgang.get("voorbij", []):
        return False
    if not mag_los or voortgang.get("leiding"):
        return True
    over = data.get("slaat_over") or []
    gaven = Counter(item.get("lid") for item in data.get(veld) or [])
    nodig = VERBORGEN[data["stap"], veld]
    return any(gaven[lid] < nodig for lid in zijn_er if lid not in over)


def twice(data: Data) -> Iterator[str]:
    """Words that stand in more than one item of a list."""
    for veld, deel in TEKST_VAN.items():
        items = data.get(veld)
        if not isinstance(items, list):
            continue
        teksten = [item.get(deel) for item in items if isinstance(item, dict)]
        geteld = Counter(woord for tekst in teksten for woord in words_of(tekst))
        yield from (f"{veld}: {woord}" for woord, keer in geteld.items() if keer > 1)


def said_yes(data: Data) -> Iterator[tuple[Ja, set[str]]]:
    """Each yes of a closed step, with all words that it can be about.

    Of words in two versions that were not chosen from yet, it was said of either.
    """
    stap = data["stap"]
    tekst = str(data.get("herformulering") or "")
    for lid in data.get("duidelijk_voor") or []:
        versies = _versions(data, "herformulering", tekst)
        yield Ja(stap, "duidelijk_voor", lid, tekst), versies
    for actie in data.get("acties") or []:
        tekst = str(actie.get("actie"))
        versies = _versions(data, f"acties/{actie.get('id')}/actie", tekst)
        if actie.get("akkoord") is True:
            yield Ja(stap, "akkoord", INBRENGER, tekst), versies
        for oordeel in actie.get("haalbaar") or []:
            if oordeel.get("akkoord") is True:
                yield Ja(stap, "haalbaar", oordeel["lid"], tekst), versies


def answers(data: Data) -> Iterator[tuple[str, str]]:
    """Each word of an answer, and the words of the item that it stands under."""
    for veld, deel in ANTWOORD_VAN.items():
        for item in data.get(veld) or []:
            for woord in words_of(item.get(deel)):
                yield woord, str(item.get(TEKST_VAN[veld]))


def _versions(data: Data, pad: str, tekst: str) -> set[str]:
    anders = data.get(CONFLICTEN) or []
    return {tekst} | {str(item["waarde"]) for item in anders if item.get("pad") == pad}
