"""What a register may know of a sessie: that it was held, when, and who were there."""

from typing import NamedTuple

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.uitvoer.export import een as kies
from intervisie_cli.groep import sessies
from intervisie_cli.groep.bijeenkomsten import Bijeenkomst, held
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.fouten import IntervisieError


class Gehouden(NamedTuple):
    """A sessie that is done, with each time that the group met for it."""

    sessie_map: SessieMap
    keren: tuple[Bijeenkomst, ...]
    fouten: tuple[str, ...] = ()


class Jaar(NamedTuple):
    """The sessies of a year in which a member took part, the first one first.

    *fouten* name those that cannot be read; the others that do not count are counted: that are not
    finished, or do not say when they were. One that is private counts: no word of it goes out.
    """

    gehouden: tuple[Gehouden, ...]
    fouten: tuple[str, ...] = ()
    niet_af: int = 0
    zonder_tijd: int = 0


def een(omgeving: Omgeving, gevraagd: str | None) -> Gehouden:
    """The sessie that was named, else the latest. Raises IntervisieError when it proves nothing."""
    uitgekozen = kies(omgeving, gevraagd, also_private=True)
    sessie_map = uitgekozen.sessie_map
    if sessie_map.volgende:
        raise IntervisieError(
            "Deze sessie is nog niet af, dus het einde staat er niet in.",
            "Ga verder met: intervisie step",
        )
    keren = held(sessie_map)
    if not keren:
        raise IntervisieError(
            "Van deze sessie is niet vastgelegd hoe laat die was.",
            f"Typ: intervisie wijzig --sessie {sessie_map.sessie.naam} --om 19:00 --tot 20:30",
        )
    return Gehouden(sessie_map, keren, uitgekozen.fouten)


def van_jaar(
    omgeving: Omgeving,
    lid: str,
    jaar: int,
) -> Jaar:
    """The sessies of a year in which *lid* took part."""
    alles = Jaar(())
    for folder in reversed(list(sessies.folders(omgeving.root))):
        try:
            sessie_map = sessies.load(omgeving.root, folder)
        except sessies.GeenSessie:
            continue
        except IntervisieError as fout:
            alles = alles._replace(fouten=(*alles.fouten, fout.bericht))
            continue
        sessie = sessie_map.sessie
        if sessie.datum.year == jaar and lid in sessie.deelnemers:
            alles = _with(alles, sessie_map, lid)
    return alles


def _with(
    alles: Jaar,
    sessie_map: SessieMap,
    lid: str,
) -> Jaar:
    """What is known of a year, with one sessie more."""
    if sessie_map.volgende:
        return alles._replace(niet_af=alles.niet_af + 1)
    keren = held(sessie_map)
    if not keren:
        return alles._replace(zonder_tijd=alles.zonder_tijd + 1)
    erbij = tuple(keer for keer in keren if keer.deelname_van(lid))
    if not erbij:
        return alles
    return alles._replace(gehouden=(*alles.gehouden, Gehouden(sessie_map, erbij)))
