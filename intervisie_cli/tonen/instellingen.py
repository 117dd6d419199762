"""The settings of a group, each with what it means."""

from collections.abc import Iterator

from intervisie_cli.model.instellingen import (
    COMMITS_GROEP,
    EERDER_VERBERGEN,
    GELEERD_NIET,
    LEESBAAR_NEE,
    SYNC_NA_STAP,
)
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import Groep
from intervisie_cli.ui.console import Console, vul

_MARGE = 10


def regels(uit: Console, groep: Groep) -> Iterator[str]:
    """A line for each setting."""
    gekozen = groep.instellingen
    delen = "met de hand, met: intervisie sync"
    if gekozen.sync == SYNC_NA_STAP:
        delen = "vanzelf, na elke stap"
    commits = "de naam van wie iets vastlegde"
    if gekozen.commits == COMMITS_GROEP:
        commits = "een naam die niet zegt van wie het is"
    eerder = "laten zien als het advies begint"
    if gekozen.eerder == EERDER_VERBERGEN:
        eerder = "niet laten zien"
    geleerd = "hier bewaren wat je liet staan of veranderde; niemand anders ziet het"
    if gekozen.geleerd == GELEERD_NIET:
        geleerd = "niet bewaren wat je liet staan of veranderde"
    leesbaar = "notulen als bladzijde, voor wie op de gedeelde plek kijkt"
    if gekozen.leesbaar == LEESBAAR_NEE:
        leesbaar = "geen bladzijden"
    for naam, waarde in (
        ("delen", delen),
        ("eerder", eerder),
        ("geleerd", geleerd),
        ("leesbaar", leesbaar),
        ("commits", commits),
        ("regio", gekozen.regio or "geen"),
        ("horizon", f"{gekozen.horizon_dagen} dagen"),
    ):
        yield from uit.opgemaakt(waarde, kop=vul(naam, _MARGE))


def toegankelijk(*, is_aan: bool) -> str:
    """The line for what is of the person, and not of the group."""
    keuze = "ja" if is_aan else "nee"
    return f"toegankelijk, voor jou op deze computer: {keuze}"


def json(groep: Groep) -> Data:
    """The documented object of `instellingen --json`."""
    gekozen = groep.instellingen
    return {
        "sync": gekozen.sync,
        "eerder": gekozen.eerder,
        "geleerd": gekozen.geleerd,
        "leesbaar": gekozen.leesbaar,
        "commits": gekozen.commits,
        "regio": gekozen.regio,
        "horizon": gekozen.horizon_dagen,
        "regels": dict(gekozen.ernst),
    }
