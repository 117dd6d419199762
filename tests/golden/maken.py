"""Make a golden group with this program: `python -m tests.golden.maken NAAM`, at each release.

It holds something of all that can be recorded: steps done, skipped and taken back, rondes, own
notulen, opvolgingen, members who came and left, an own draaiboek, work by hand, and two versions
that nobody chose between.
"""

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

from tests import lab
from tests.flows.sessie.test_zonder_ronde import ANTWOORDEN, DRAAIBOEK, STAP
from tests.flows.sync.test_sync import change
from tests.lab import git, intervisie, must

FOLDER = Path(__file__).parent
HISTORY, PRIVATE, SHOWN = "groep.export", "prive", "getoond.json"
# What a later program is held to show.
LOOKS = {
    "show kort": ("show", lab.SESSIE, "--json"),
    "show lang": ("show", "2026-11-24-lang", "--json"),
    "log": ("log", "-n", "50", "--json"),
    "actie": ("actie", "--alle", "--json"),
    "statistiek": ("log", "--statistiek", "--json"),
}
LANG = (lab.EXAMPLES / "lang.yaml").read_text(encoding="utf-8").split("---\n")[1:]


def day(number: int) -> None:
    """Let it be that day of November, in the evening."""
    os.environ["INTERVISIE_NU"] = f"2026-11-{number:02d}T19:00:00+01:00"


def hold(groep: Path) -> None:
    """Hold what a group holds in a few weeks."""
    day(23)
    must(groep.parent, lab.INIT[0], str(groep), *lab.INIT[1:])
    must(groep, *lab.NEW)
    for answers in lab.ANSWERS:
        must(groep, *lab.STEP, stdin=answers)
    must(groep, *lab.NOTITIE)
    must(groep, "undo", "--sessie", lab.SESSIE)
    must(groep, "step", "--sessie", lab.SESSIE, "--overslaan", "--reden", "geen tijd")
    day(24)
    wie = ("--deelnemers", "mirthe,kim,tim", "--inbrengers", "mirthe")
    must(groep, "new", "--lang", *wie, "--prive")
    for answers in LANG[:3]:
        must(groep, "step", "--antwoorden", "-", stdin=f"---\n{answers}")
    must(groep, "wijzig", "--ronde-erbij", "tim", "--tot", "21:00")
    by_hand(groep)
    followed(groep)
    members(groep)
    own_draaiboek(groep)
    two_versions(groep)
    day(29)
    must(groep, "undo")  # leaves a draft


def by_hand(groep: Path) -> None:
    """Keys and words that this program knows nothing of."""
    path = groep / lab.ADVISERING
    text = path.read_text(encoding="utf-8").replace(
        "stap: advisering\n", "stap: advisering  # zo gezegd\nkleur: blauw\n"
    )
    path.write_text(f"{text}{lab.HANDWERK}", encoding="utf-8")
    git(groep, "commit", "-qam", "met de hand")


def followed(groep: Path) -> None:
    """Acties of which something came."""
    alle = json.loads(intervisie(groep, "actie", "--json").out)["acties"]
    een, twee, *_ = [actie["id"] for actie in alle]
    must(groep, "actie", "bezig", een, "--opmerking", "Half op weg")
    day(26)
    must(groep, "actie", "klaar", een, "--opmerking", "Gelukt")
    must(groep, "actie", "deels", twee, "--opmerking", "Drie van de vijf keer")


def members(groep: Path) -> None:
    """Who came, got another name, and left."""
    must(groep, *lab.LID)
    must(groep, "lid", "korte-naam", "noor", "noortje")
    must(groep, "lid", "weg", "noortje")


def own_draaiboek(groep: Path) -> None:
    """A sessie by a draaiboek of the group itself."""
    folder = groep / "sjablonen/maandag"
    folder.mkdir(parents=True)
    (folder / "draaiboek.yaml").write_text(DRAAIBOEK, encoding="utf-8")
    (folder / "1-plannen.md").write_text(STAP, encoding="utf-8")
    day(27)
    must(groep, "new", "--draaiboek", "maandag", "--deelnemers", "mirthe,tim")
    must(groep, "step", "--antwoorden", "-", stdin=ANTWOORDEN)


def two_versions(groep: Path) -> None:
    """Two laptops that said something else at one place, and nobody chose."""
    place = str(groep.parent / lab.PLACE)
    kim = groep.parent / "kim"
    must(groep, "init", "--remote", place)
    must(groep.parent, "init", "--van", place, str(kim), "--als", "kim")
    change(kim, lab.HULPVRAAG, toelichting="Zo zei Kim het.")
    must(kim, "sync")
    change(groep, lab.HULPVRAAG, toelichting="Zo zei Mirthe het.")
    intervisie(groep, "sync")
    git(groep, "remote", "remove", "origin")


def keep(groep: Path, to: Path) -> None:
    """Keep its history as text, what lies beside that, and what is shown of it."""
    if to.exists():
        shutil.rmtree(to)
    to.mkdir()
    history = git(groep, "fast-export", "refs/heads/main")
    (to / HISTORY).write_text(history, encoding="utf-8")
    private = groep / ".git/intervisie"
    for path in sorted((private / "drafts").glob("*.json")):
        (to / PRIVATE).mkdir(exist_ok=True)
        shutil.copy(path, to / PRIVATE / path.name)
    shown = {}
    for naam, argv in LOOKS.items():
        shown[naam] = json.loads(must(groep, *argv).out)
    text = json.dumps(shown, ensure_ascii=False, indent=1)
    (to / SHOWN).write_text(f"{text}\n", encoding="utf-8")


def main(naam: str) -> None:
    """Make the golden group of that name."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HOME"] = folder
        os.environ["GIT_CONFIG_NOSYSTEM"] = "1"
        for key in ("AUTHOR", "COMMITTER"):
            os.environ[f"GIT_{key}_NAME"] = "Mirthe"
            os.environ[f"GIT_{key}_EMAIL"] = "mirthe@voorbeeld.invalid"
        git(Path(folder), "config", "--global", "user.name", "Mirthe")
        git(Path(folder), "config", "--global", "user.email", "m@voorbeeld.invalid")
        groep = Path(folder) / "groep"
        hold(groep)
        keep(groep, FOLDER / naam)


if __name__ == "__main__":
    main(sys.argv[1])
