"""Two clones of one group in which all can happen to a sessie, and what has to hold after it."""

import re
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from intervisie_cli.groep import sessies
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.records.document import new_yaml, parse_yaml
from tests import lab
from tests.conftest import Outcome
from tests.lab import intervisie, must

VANDAAG = date(2026, 11, 23)
# All but 3, which is a bug of ours.
EXIT_CODES = (0, 1, 2, 4, 5)
_WOORD = re.compile(r"gezegd-\d+")
_HERSTEL = re.compile(r"(git restore --source=HEAD -- \S+|intervisie wijzig [^\n]*)")


@cache
def _begin() -> Path:
    """Two clones and their shared place, to copy: the clones name it by a relative path."""
    folder = Path(tempfile.mkdtemp(prefix="klonen-"))
    a, place = folder / "a", folder / "plek.git"
    must(folder, "init", str(a), "--naam", "Wij", "--leden", "mirthe,kim,tim,noor")
    must(a, "init", "--remote", str(place), str(a))
    must(folder, "init", "--van", str(place), str(folder / "b"), "--als", "kim")
    for naam in ("a", "b"):
        lab.git(folder / naam, "remote", "set-url", "origin", "../plek.git")
    return folder


class Klonen:
    """Runs commands in either clone, and remembers what was recorded and what was taken back."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="klonen-"))
        shutil.copytree(_begin(), self.folder, symlinks=True, dirs_exist_ok=True)
        self._undone: set[str] = set()
        self._said = 0

    def end(self) -> None:
        shutil.rmtree(self.folder)

    def clone(self, naam: str) -> Path:
        return self.folder / naam

    def say(self) -> str:
        """Something that nobody said before."""
        self._said += 1
        return f"gezegd-{self._said}"

    def run(self, naam: str, *argv: str, stdin: str = "") -> Outcome:
        """Run a command; it may refuse, but is no bug, and loses nothing that was recorded."""
        clone = self.clone(naam)
        before = _words(clone)
        outcome = intervisie(clone, *argv, "--geen-vragen", stdin=stdin)
        assert outcome.code in EXIT_CODES, (argv, outcome)
        gone = before - _words(clone)
        if argv[0] == "undo":
            self._undone |= gone
        assert gone <= self._undone, (argv, outcome)
        return outcome

    def sessie(self, naam: str) -> SessieMap | None:
        """The sessie at hand, None when there is none that can be read."""
        return _at_hand(self.clone(naam))

    def edit(self, naam: str, change: Any) -> None:
        """Let a hand change the data of sessie.yaml."""
        for folder in sessies.folders(self.clone(naam)):
            path = self.clone(naam) / folder / "sessie.yaml"
            data = dict(parse_yaml(path.read_bytes()).data)
            change(data)
            path.write_bytes(new_yaml(data).raw())
            return

    def check_goes_on(self, naam: str) -> None:
        """See in a copy that the next step can be recorded, if need be after what doctor says."""
        copy = self.folder / "kopie"
        shutil.copytree(self.clone(naam), copy, symlinks=True)
        try:
            _go_on(copy)
        finally:
            shutil.rmtree(copy)


def _words(clone: Path) -> set[str]:
    """What was said, as far as it is in the last commit."""
    found = lab.ask_git(clone, "grep", "-h", "-o", r"gezegd-[0-9]*", "HEAD")
    return set(_WOORD.findall(found.stdout))


def _at_hand(clone: Path) -> SessieMap | None:
    try:
        return sessies.find(clone, None, VANDAAG)
    except IntervisieError:
        return None


def _go_on(clone: Path) -> None:
    for _ in range(3):
        sessie_map = _at_hand(clone)
        if sessie_map and not sessie_map.volgende:
            must(clone, "lid", "erbij", "mirthe")
            must(clone, "wijzig", "--heropen", "--erbij", "mirthe")
            must(clone, "wijzig", "--ronde-erbij", "mirthe")
            continue
        argv, stdin = ("new", "--kort", "--deelnemers", "mirthe,kim"), ""
        if not sessie_map:
            intervisie(clone, "lid", "erbij", "mirthe")
            intervisie(clone, "lid", "erbij", "kim")
        else:
            argv = ("step", "--antwoorden", "-")
            stdin = answers(sessie_map, "verder")
        outcome = intervisie(clone, *argv, "--geen-vragen", stdin=stdin)
        if outcome.code == 0 and sessie_map:
            return
        if outcome.code:
            doctor = intervisie(clone, "doctor", "--uitgebreid")
            assert doctor.code, f"doctor is content with what was refused: {outcome}"
            _follow(clone, doctor.out)
    raise AssertionError(f"nothing goes on: {outcome}")


def _follow(clone: Path, doctor: str) -> None:
    """Do what doctor advises; after a look at what changed, a person puts that back."""
    text = re.sub(r"\n +(?=\S)", " ", doctor)
    if "git diff" in text:
        lab.git(clone, "checkout", "HEAD", "--", "sessies")
    for advies in _HERSTEL.findall(re.sub(r"(?<! )\n", "\n", text)):
        if advies.startswith("git"):
            lab.git(clone, *advies.split()[1:])
        else:
            intervisie(clone, *advies.split()[1:])


def answers(sessie_map: SessieMap, woord: str) -> str:
    """Answers to the next step of the draaiboek kort that hold."""
    stap = sessie_map.volgende
    assert stap
    er_zijn = sessie_map.er_zijn(stap.plek)
    inbrenger = stap.plek.ronde.inbrenger if stap.plek.ronde else ""
    data = {"stap": stap.plek.stap.naam} | _given(
        stap.plek.stap.naam, er_zijn, inbrenger, woord
    )
    return new_yaml(data).text()


def _given(
    stap: str, er_zijn: tuple[str, ...], inbrenger: str, woord: str
) -> dict[str, Any]:
    if stap == "hulpvraag-definieren":
        return {"hulpvraag": f"Hoe {woord}?"}
    if stap == "advisering":
        anderen = [lid for lid in er_zijn if lid != inbrenger]
        return {
            "adviezen": [{"lid": lid, "advies": f"Doe {woord}"} for lid in anderen],
            "acties": [{"actie": f"Morgen {woord}", "wie": inbrenger}],
        }
    if stap == "evaluatie":
        return {"ervaringen": [{"lid": lid, "ervaring": woord} for lid in er_zijn]}
    return {"notulen": f"Wij zeiden {woord}."}


def files_of(sessie_map: SessieMap) -> Iterator[str]:
    """The paths of its step files."""
    return (stap.pad for stap in sessie_map.stappen)
