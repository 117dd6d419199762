"""How an evening over four laptops begins: four clones and their place, with some steps done."""

import os
import tempfile
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests import lab
from tests.lab import must
from tests.property.vier_boek import INBRENGER

LEDEN = ("mirthe", "kim", "tim", "noor")
_HULPVRAAG = "hulpvraag: Hoe begin ik op tijd?\n"
_ADVISERING = """stap: advisering
adviezen:
- {lid: kim, advies: Zet een wekker}
- {lid: tim, advies: Begin klein}
- {lid: noor, advies: Spreek af}
acties:
- {actie: Ik lees elke dag 10 bladzijden tot 1 december, wie: mirthe}
"""
_VERKENNING = """stap: probleemverkenning
vragen:
- {lid: kim, vraag: Wat doet kim 1?}
- {lid: kim, vraag: Wat doet kim 2?}
- {lid: tim, vraag: Wat doet tim 1?}
- {lid: tim, vraag: Wat doet tim 2?}
- {lid: noor, vraag: Wat doet noor 1?}
- {lid: noor, vraag: Wat doet noor 2?}
"""
_BEGIN = {
    "kort": (
        "stap: acclimatisering\n",
        f"stap: hulpvraag-definieren\ninbrenger: mirthe\n{_HULPVRAAG}",
        _ADVISERING,
    ),
    "lang": (
        "stap: acclimatisering\n",
        f"stap: vraagintroductie\ninbrenger: mirthe\n{_HULPVRAAG}",
        _VERKENNING,
    ),
}


class Begin(NamedTuple):
    """A draaiboek, how many of its steps are done, and whether all *gaven* theirs to the next."""

    draaiboek: str
    stappen: int
    gaven: bool = False


BEGIN = (
    Begin("kort", 2),
    Begin("kort", 3),
    Begin("lang", 2),
    Begin("lang", 3),
    Begin("lang", 3, gaven=True),
)


def new_folder() -> Path:
    """A folder of its own, for one evening."""
    # Where the files of other tests are: in memory, where there is room.
    root = os.environ.get("PYTEST_DEBUG_TEMPROOT")
    return Path(tempfile.mkdtemp(prefix="vier-", dir=root))


@cache
def made(begin: Begin) -> Path:
    """Four clones and their shared place, to copy: each names it by a path of its own."""
    folder = new_folder()
    mirthe, place = folder / "mirthe", str(folder / "plek/groep.git")
    must(folder, "init", str(mirthe), "--naam", "Wij", "--leden", ",".join(LEDEN))
    alle = ("--deelnemers", ",".join(LEDEN), "--inbrengers", "mirthe")
    must(mirthe, "new", f"--{begin.draaiboek}", *alle)
    for stdin in _BEGIN[begin.draaiboek][: begin.stappen]:
        must(mirthe, "step", "--antwoorden", "-", stdin=stdin)
    must(mirthe, "instellingen", "--delen", "na-stap")
    must(mirthe, "init", "--remote", place, str(mirthe))
    for lid in LEDEN[1:]:
        must(folder, "init", "--van", place, "--als", lid, str(folder / lid))
    for lid in reversed(LEDEN) if begin.gaven else ():
        stdin = f"definities:\n- Wat {lid} ziet\n"
        if lid == INBRENGER:
            stdin = "herformulering: Hoe begin ik op tijd?\n"
        argv = ("step", "--als", lid, "--antwoorden", "-")
        must(folder / lid, "sync")
        must(folder / lid, *argv, stdin=stdin)
    for lid in LEDEN:
        eigen = f"../plek-{lid}/groep.git"
        lab.git(folder / lid, "remote", "set-url", "origin", eigen)
        (folder / lid / ".git/intervisie").mkdir(exist_ok=True)
    # Who made the group was not asked who they are.
    lab.git(mirthe, "config", "user.name", "mirthe")
    return folder
