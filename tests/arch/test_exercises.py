"""What a newcomer would add, done on a copy: each takes as few files as CONTRIBUTING says.

What `python -m tests.renew` writes anew is counted apart: nobody types it.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
_PARTS = ("intervisie_cli", "templates", "reflecties", "examples", "docs", "tests")
_NOT = shutil.ignore_patterns("__pycache__", "*.pyc")
GENERATED = {"docs/commands.md", "docs/regels.md"}


class Copy:
    """A copy of the project to change."""

    def __init__(self, folder: Path, tmp_path: Path) -> None:
        self.folder = folder
        self._work = tmp_path

    def add(self, path: str, text: str) -> None:
        """Make a new file."""
        target = self.folder / path
        assert not target.exists()
        target.write_text(text, encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Put *new* in place of *old*, which stands there once."""
        target = self.folder / path
        text = target.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        target.write_text(text.replace(old, new), encoding="utf-8")

    def touched(self) -> set[str]:
        """The files that differ from those of the project."""
        return {
            path.relative_to(self.folder).as_posix()
            for part in _PARTS
            for path in (self.folder / part).rglob("*")
            if path.is_file()
            and "__pycache__" not in path.parts
            and self._differs(path)
        }

    def _differs(self, path: Path) -> bool:
        kept = ROOT / path.relative_to(self.folder)
        return not kept.is_file() or kept.read_bytes() != path.read_bytes()

    def python(self, *args: str, stdin: str = "", cwd: Path | None = None) -> str:
        """Run Python on the copy, and give what it prints."""
        env = os.environ | {"PYTHONPATH": str(self.folder)}
        done = subprocess.run(
            [sys.executable, *args],
            cwd=cwd or self._work,
            env=env,
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode in (0, 4), done.stdout + done.stderr
        return done.stdout

    def intervisie(self, *args: str, stdin: str = "") -> str:
        """Run the copy's command, in the group when it is there."""
        group = self._work / "groep"
        cwd = group if group.is_dir() else self._work
        return self.python("-m", "intervisie_cli", *args, stdin=stdin, cwd=cwd)

    def group(self) -> None:
        """Make a group."""
        self.intervisie("init", "groep", "--naam", "G", "--leden", "mirthe,kim,tim")

    def sessie(self, *flags: str) -> None:
        """Prepare a sessie in which mirthe brings in."""
        leden = ("--deelnemers", "mirthe,kim,tim", "--inbrengers", "mirthe")
        self.intervisie("new", *flags, *leden)


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    folder = tmp_path / "project"
    for part in _PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=_NOT)
    return Copy(folder, tmp_path)


CHECKOUT = """\
---
stap: checkout
titel: Check-out
doel: Iedereen zegt in één woord hoe het was.
minuten: {max: 5}
velden:
  - naam: woord
    soort: tekst
    vraag: Met welk woord ga je weg?
    verplicht: true
---
"""


def test_a_step_of_known_kinds_is_two_files_of_data(copy: Copy):
    copy.add("templates/kort/6-checkout.md", CHECKOUT)
    copy.edit(
        "templates/kort/draaiboek.yaml",
        "  - stap: eigen-invulling\n    per: sessie\n    optioneel: true\n",
        "  - stap: eigen-invulling\n    per: sessie\n    optioneel: true\n"
        "  - stap: checkout\n    per: sessie\n",
    )
    assert len(copy.touched()) == 2
    assert "6 Check-out" in copy.intervisie("overzicht", "--kort")
    copy.group()
    copy.sessie("--kort")
    examples = (ROOT / "examples/kort.yaml").read_text(encoding="utf-8")
    copy.intervisie(
        "step", "--antwoorden", "-", stdin=f"{examples}\n---\nwoord: Licht\n"
    )
    assert "Licht" in copy.intervisie("show")


SCHAAL = '''\
"""A number from one to ten."""

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.vraag import KIEZEN, Keuze
from intervisie_cli.vragen.soorten.soort import Soort
from intervisie_cli.vragen.vak import Vak

_CIJFERS = tuple(str(cijfer) for cijfer in range(1, 11))


class Schaal(Soort):
    """A number from one to ten."""

    naam = "schaal"
    vorm = KIEZEN

    def keuzes(self, veld: Veld, context: Context) -> tuple[Keuze, ...]:
        """The ten numbers."""
        return tuple(Keuze(cijfer, cijfer) for cijfer in _CIJFERS)

    def keur_tekst(self, veld: Veld, tekst: str, vak: Vak) -> int:
        """The number."""
        if tekst not in _CIJFERS:
            vak.fout("moet een cijfer zijn van 1 tot 10")
            return 1
        return int(tekst)
'''
HEEFT_SCHAAL = CHECKOUT.replace("soort: tekst", "soort: schaal").replace(
    "checkout", "cijfer"
)
ASKS = """\
from datetime import date
from pathlib import Path

from intervisie_cli.groep import sessies
from intervisie_cli.model.context import Context
from intervisie_cli.model.sessie import Groep
from intervisie_cli.vragen.script import vragen

found = sessies.find(Path("groep").absolute(), None, date(2026, 11, 23))
stap = found.stappen[0].plek.stap
(vraag, *_) = vragen(Context(stap, found.sessie, None, Groep("G", ())), {})
print(len(vraag.keuzes))
"""


def test_a_kind_of_field_is_its_own_file_and_a_row(copy: Copy):
    copy.add("intervisie_cli/vragen/soorten/schaal.py", SCHAAL)
    enkel = "intervisie_cli/vragen/soorten/enkel.py"
    copy.edit(enkel, "    Tekst(),\n", "    Tekst(),\n    Schaal(),\n")
    copy.edit(
        enkel,
        "from intervisie_cli.vragen.soorten.soort import Soort\n",
        "from intervisie_cli.vragen.soorten.schaal import Schaal\n"
        "from intervisie_cli.vragen.soorten.soort import Soort\n",
    )
    assert len(copy.touched()) == 2
    copy.group()
    method = copy.folder.parent / "groep/sjablonen/cijfers"
    method.mkdir(parents=True)
    (method / "1-cijfer.md").write_text(HEEFT_SCHAAL, encoding="utf-8")
    (method / "draaiboek.yaml").write_text(
        "schema: 1\nnaam: cijfers\ntitel: Cijfers\n"
        "groepsgrootte: {min: 2, max: 8}\nminuten: {min: 5, max: 20}\n"
        "stappen:\n  - stap: cijfer\n    per: sessie\n",
        encoding="utf-8",
    )
    copy.sessie("--draaiboek", "cijfers")
    assert copy.python("-c", ASKS) == "10\n"
    refused = "from intervisie_cli.cli.main import run; print(run(['step', '--antwoorden', '-']))"
    said = copy.python(
        "-c", refused, stdin="woord: 11\n", cwd=copy.folder.parent / "groep"
    )
    assert said == "1\n"
    copy.intervisie("step", "--antwoorden", "-", stdin="woord: 7\n")
    shown = json.loads(copy.intervisie("show", "--json"))
    assert shown["stappen"][0]["gegevens"]["woord"] == 7
    assert "Woord: 7" in copy.intervisie("show")


CSV = '''\
"""Findings as lines for a spreadsheet; never text of a record."""

from collections.abc import Iterable

from intervisie_cli.checks.oordeel import Oordeel
from intervisie_cli.model.bevinding import Resultaat
from intervisie_cli.ui.console import Console


def teksten(uit: Console, oordelen: Iterable[Oordeel], *, is_stroom: bool) -> None:
    """A line for each finding, behind the number of its text."""
    for nummer, oordeel in enumerate(oordelen, 1):
        sessies(uit, oordeel.resultaten(nummer), 0)


def sessies(uit: Console, resultaten: Iterable[Resultaat], aantal: int) -> None:
    """A line for each finding."""
    for resultaat in resultaten:
        uit.regel(f"{resultaat.vindplaats.bestand};{resultaat.vindplaats.regel};{resultaat.bevinding.regel}")
'''


def test_a_format_of_check_is_a_file_and_a_row(copy: Copy):
    copy.add("intervisie_cli/tonen/csv.py", CSV)
    copy.edit(
        "intervisie_cli/tonen/register.py",
        '    "sarif": "sarif",\n',
        '    "sarif": "sarif",\n    "csv": "csv",\n',
    )
    _renew(copy)
    assert len(copy.touched() - GENERATED) == 2
    assert copy.touched() & GENERATED == {"docs/commands.md"}
    said = copy.intervisie("check", "--actie", "Ik ga meer leren", "--format", "csv")
    assert ";1;smart-meetbaar-vergelijking" in said
    assert "csv" in copy.intervisie("check", "--help")


HOOFDLETTERS = '''\
"""smart-specifiek-hoofdletters: who shouts is hard to read.

Why: words in capitals read as shouting.
Goed: "Ik bel morgen mijn begeleider."
Fout: "IK BEL MORGEN MIJN BEGELEIDER."
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding
from intervisie_cli.checks.smart.actie import Actiezin
from intervisie_cli.model.bevinding import HINT

SOORT, ERNST = "S", HINT


def kijk(actie: Actiezin) -> Iterator[Melding]:
    """Point at a sentence that has nothing but capitals."""
    if actie.tekst.isupper():
        yield Melding(0, len(actie.tekst), "Dit staat in hoofdletters.", "Schrijf het gewoon.")
'''


@pytest.mark.slow
def test_a_rule_is_a_file_and_a_row_and_a_page_that_is_generated(copy: Copy):
    copy.add("intervisie_cli/checks/smart/specifiek_hoofdletters.py", HOOFDLETTERS)
    register = "intervisie_cli/checks/register.py"
    copy.edit(
        register,
        "    realistisch_onmogelijk,\n    specifiek_geen_actie,\n",
        "    realistisch_onmogelijk,\n    specifiek_geen_actie,\n    specifiek_hoofdletters,\n",
    )
    copy.edit(
        register,
        "SMART = _regels(\n    specifiek_niemand,\n",
        "SMART = _regels(\n    specifiek_niemand,\n    specifiek_hoofdletters,\n",
    )
    _renew(copy)
    assert len(copy.touched()) == 3
    assert copy.touched() & GENERATED == {"docs/regels.md"}
    said = copy.intervisie(
        "check", "--uitgebreid", "--actie", "IK BEL MORGEN MIJN BEGELEIDER."
    )
    assert "smart-specifiek-hoofdletters" in said
    tests = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "hoofdletters"]
    passed = copy.python(*tests, "tests/checks/test_rules.py", cwd=copy.folder)
    assert " passed" in passed


PRIORITEIT = """\
      - naam: prioriteit
        soort: keuze
        vraag: Hoe dringend is het?
        keuzes:
          - hoog
          - laag
"""


def test_a_field_of_an_actie_is_two_files_to_store_and_one_to_show(copy: Copy):
    for path in ("templates/kort/3-advisering.md", "templates/lang/5-advisering.md"):
        copy.edit(
            path, "      - naam: meetbaar\n", f"{PRIORITEIT}      - naam: meetbaar\n"
        )
    assert len(copy.touched()) == 2
    copy.edit(
        "intervisie_cli/tonen/actie.py",
        "    feiten = [_ritme(actie)]\n",
        "    feiten = [str(actie.item.get('prioriteit') or ''), _ritme(actie)]\n",
    )
    assert len(copy.touched()) == 3
    copy.group()
    copy.sessie("--kort")
    documents = (
        (ROOT / "examples/kort.yaml").read_text(encoding="utf-8").split("\n---\n")
    )
    acties = documents[2].replace(
        "    wie: mirthe\n", "    wie: mirthe\n    prioriteit: hoog\n", 1
    )
    copy.intervisie(
        "step", "--antwoorden", "-", stdin="\n---\n".join([*documents[:2], acties])
    )
    shown: dict[str, Callable[[], str]] = {
        "log": lambda: copy.intervisie("log"),
        "actie": lambda: copy.intervisie("actie"),
        "status": lambda: copy.intervisie("status"),
        "show": lambda: copy.intervisie("show"),
        "json": lambda: copy.intervisie("actie", "--json"),
    }
    assert {name for name, look in shown.items() if "hoog" not in look()} == set()


def _renew(copy: Copy) -> None:
    copy.python("-m", "tests.renew", cwd=copy.folder)
