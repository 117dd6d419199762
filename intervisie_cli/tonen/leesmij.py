"""The pages that a Git host shows, made of the blocks of `show`."""

from collections.abc import Collection

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.groep import notulen, sessies, vinden
from intervisie_cli.model.sessie import Groep, Sessie
from intervisie_cli.tijd.dag import MET_JAAR, dag_in_woorden
from intervisie_cli.tonen import notulen as blokken
from intervisie_cli.tonen.blokken import Kop, Veldregel
from intervisie_cli.tonen.vormen import md
from intervisie_cli.vragen.soorten.soort import Gids

_KOPPEN = ("Datum", "Thema", "Variant", "Inbrengers")
_NIETS = "Nog geen sessies."
_EERDER = "een actie van een eerdere sessie"


def sessie(omgeving: Omgeving, folder: str) -> str:
    """The page of a sessie. Raises IntervisieError."""
    root = omgeving.root
    sessie_map = sessies.load(root, folder)
    groep = vinden.known_groep(root)
    genoteerd, _ = notulen.readable(root, sessie_map, groep)
    # Made of the files of the sessie alone: what another says can change without it.
    gids = Gids(groep, MET_JAAR, lambda _: _EERDER)
    return "".join(md.regels(blokken.blokken(gids, sessie_map, genoteerd)))


def tabel(groep: Groep, alle: Collection[Sessie]) -> str:
    """The table of the sessies, the latest first."""
    kop = Kop("Sessies")
    if not alle:
        return "".join(md.regels([kop, Veldregel("", _NIETS)]))
    tabelregels = md.tabelregels(_KOPPEN, (_rij(groep, sessie_) for sessie_ in alle))
    return "\n".join([*md.regels([kop]), *tabelregels, ""])


def _rij(groep: Groep, sessie_: Sessie) -> list[str]:
    dag = dag_in_woorden(sessie_.datum, MET_JAAR)
    inbrengers = groep.namen([ronde.inbrenger for ronde in sessie_.rondes])
    cellen = (sessie_.thema, sessie_.draaiboek, inbrengers)
    # The name of a folder holds letters, digits and dashes alone.
    link = f"[{dag}]({sessie_.map}/)"
    return [link, *map(md.cel, cellen)]
