"""Commit messages: which step of which sessie, and never what was said."""

from collections.abc import Collection

from intervisie_cli.model.instellingen import COMMITS_GROEP
from intervisie_cli.model.namen import sessie_folder, whose_notulen
from intervisie_cli.model.sessie import Groep, Lid, Plek, Sessie

HERSTELD = "Hersteld"
RONDE_GESTOPT = "Ronde-gestopt"
AFGEROND = "Afgerond"
NEEMT_TERUG = "Neemt-terug"
VOORBEREID = "Sessie voorbereid"
SESSIE_WEG = "Sessie teruggenomen"


def stap(wat: str, sessie: Sessie, plek: Plek, *extra: str) -> str:
    """'Advisering vastgelegd (2026-11-23-structuur, ronde 1)', with trailers for programs."""
    onderwerp = _onderwerp(wat, sessie, plek)
    return met_sessie(onderwerp, sessie, f"Stap: {plek.stap.naam}", *extra)


def met_sessie(onderwerp: str, sessie: Sessie, *extra: str) -> str:
    """A message about *sessie*, with trailers for programs."""
    trailers = "\n".join([f"Sessie: {sessie.id}", *extra])
    return f"{onderwerp}\n\n{trailers}\n"


def _onderwerp(wat: str, sessie: Sessie, plek: Plek) -> str:
    ronde = f", ronde {plek.ronde.nummer}" if plek.ronde else ""
    return f"{plek.stap.titel} {wat} ({sessie.naam}{ronde})"


def bijdrage(sessie: Sessie, plek: Plek, lid: str) -> str:
    """The message under what one member gave to a step.

    *lid* is '' in a group that does not want to see who it was: see `wie`.
    """
    wat = f"aangevuld door {lid}" if lid else "aangevuld"
    return onderweg(wat, sessie, plek)


def onderweg(wat: str, sessie: Sessie, plek: Plek) -> str:
    """The message under how far a step is that a group holds over more laptops."""
    onderwerp = _onderwerp(wat, sessie, plek)
    return met_sessie(onderwerp, sessie, f"Bijdrage: {plek.stap.naam}")


def eigen_notulen(sessie: Sessie, lid: str) -> str:
    """The message under what one member noted; *lid* as in `bijdrage`."""
    van = f" van {lid}" if lid else ""
    return met_sessie(f"Eigen notulen{van} ({sessie.naam})", sessie)


def wie(groep: Groep, lid: Lid) -> str:
    """Whom a message names: nobody in a group that commits under its own name."""
    if groep.instellingen.commits == COMMITS_GROEP:
        return ""
    return lid.id


def opvolging(sessie: Sessie, plek: Plek) -> str:
    """The message under what became of an actie."""
    return met_sessie(_onderwerp("opgevolgd", sessie, plek), sessie)


HANDWERK = "Met de hand gewijzigd"
"""How the subject begins of what was edited outside intervisie."""


def bladzijden() -> str:
    """The message under pages that are made anew, because others recorded without them."""
    return "Bladzijden bijgewerkt\n"


def handwerk(sessie: Sessie, plek: Plek) -> str:
    """The message under an edit of a step file that is kept before the step is recorded over it."""
    return met_sessie(_onderwerp("met de hand gewijzigd", sessie, plek), sessie)


def teruggehaald(pad: str) -> str:
    """The message under a file that a commit had removed and that is there again."""
    sessie = sessie_folder(pad).rpartition("/")[2]
    return f"Teruggehaald: {pad.rpartition('/')[2]} ({sessie})\n"


def hernummerd(folder: str) -> str:
    """The message under a sessie that was a copy of another and has ids of its own."""
    return f"Kopie met eigen nummers ({folder.rpartition('/')[2]})\n"


def handwerk_bewaard(paden: Collection[str]) -> str:
    """The message under files that were edited outside intervisie and are recorded as they are."""
    eerste, *rest = sorted(paden)
    wat = eerste.rpartition("/")[2]
    if whose_notulen(eerste):
        # A group that commits under one name does not want to see whose.
        wat = "eigen notulen"
    sessie = sessie_folder(eerste).rpartition("/")[2]
    if sessie:
        wat += f" ({sessie})"
    if rest:
        wat += f" en nog {len(rest)}"
    return f"{HANDWERK}: {wat}\n"


def teruggezet() -> str:
    """The message under what an editor wrote over without having seen it, and that stands again."""
    return "Teruggezet wat binnenkwam\n"


def sessie_gemaakt(sessie: Sessie) -> str:
    """The message under a fresh session folder."""
    return met_sessie(f"{VOORBEREID} ({sessie.naam})", sessie)


def sessie_gewijzigd(sessie: Sessie, *extra: str) -> str:
    """The message under a change of who, what or when in a sessie, with trailers for programs."""
    return met_sessie(f"Sessie gewijzigd ({sessie.naam})", sessie, *extra)


def sessie_weg(sessie: Sessie) -> str:
    """The message under a sessie that was taken back before anything was said in it."""
    return met_sessie(f"{SESSIE_WEG} ({sessie.naam})", sessie)


def hersteld() -> str:
    """The message under what went on without a history that git refuses elsewhere."""
    return f"Opnieuw vastgelegd\n\n{HERSTELD}: ja\n"


def groep_gemaakt() -> str:
    """The message under the first commit of a group."""
    return "Groep gemaakt\n"


def instellingen() -> str:
    """The message under other settings of the group."""
    return "Instellingen gewijzigd\n"


def verhuisd() -> str:
    """The message under another place where the group shares."""
    return "De groep is verhuisd\n"


def lid_erbij(lid: Lid) -> str:
    """The message under a member that joined, or came back."""
    return f"Lid erbij: {lid.id}\n"


def lid_korte_naam(lid: Lid) -> str:
    """The message under another handle of a member."""
    return f"Korte naam van lid: {lid.id}\n"


def lid_naam(lid: Lid) -> str:
    """The message under another name to show for a member."""
    return f"Naam van lid: {lid.id}\n"


def lid_weg(lid: Lid) -> str:
    """The message under a member that left."""
    return f"Lid weg: {lid.id}\n"
