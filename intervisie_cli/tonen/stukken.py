"""The pages that leave the group: the notulen of one sessie, or of all."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

from intervisie_cli.flows.uitvoer.export import Uitgekozen
from intervisie_cli.tijd.dag import MET_JAAR, dag_in_woorden
from intervisie_cli.tonen import notulen
from intervisie_cli.tonen.blokken import Blok, Feiten, Stuk, Titel, dieper
from intervisie_cli.tonen.zonder_namen import zonder
from intervisie_cli.vragen.soorten.soort import Gids

# What is of no day has always the same one in its properties.
_NERGENS = date(2026, 1, 1)


def van_sessie(
    gids: Gids,
    uitgekozen: Uitgekozen,
    namen: Mapping[str, str],
) -> Stuk:
    """The notulen of one sessie; *namen* are those to leave out, and what stands there instead."""
    dag = uitgekozen.sessie_map.sessie.datum
    blokken = zonder(_blokken(gids, uitgekozen), namen)
    return Stuk(f"Notulen van {dag_in_woorden(dag, MET_JAAR)}", dag, blokken)


def van_alle(
    gids: Gids,
    gekozen: Iterable[Uitgekozen],
    namen: Mapping[str, str],
) -> Stuk:
    """The notulen of more sessies, each below a heading of its own."""
    alle = list(gekozen)
    naam = f"Notulen van {gids.groep.naam}" if gids.groep.naam else "Notulen"
    dag = max(sessie.sessie_map.sessie.datum for sessie in alle)
    # The title of each sessie becomes a heading below that of the whole.
    delen = chain.from_iterable(dieper(_blokken(gids, sessie)) for sessie in alle)
    aantal = Feiten((("Sessies", str(len(alle))),))
    return Stuk(naam, dag, (Titel(naam), aantal, *zonder(delen, namen)))


def zonder_dag(naam: str, blokken: Iterable[Blok]) -> Stuk:
    """What has no day: the cards of a draaiboek, its blank notulen."""
    return Stuk(naam, _NERGENS, tuple(blokken))


def _blokken(gids: Gids, uitgekozen: Uitgekozen) -> Iterator[Blok]:
    altijd = gids._replace(vandaag=MET_JAAR)
    return notulen.blokken(altijd, uitgekozen.sessie_map, uitgekozen.notities)
