"""verslag-volle-week: the acties of one person fit in one week.

Why: two plans for the same hour cannot both be kept, nor sixty hours beside a study. R of SMART,
over the plan.
Goed: maandag 9 uur leren en dinsdag 9 uur sporten
Fout: elke maandag om 9 uur leren en elke maandag om 9 uur sporten
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from intervisie_cli.checks.smart.actie import Actiezin, Afspraken
from intervisie_cli.checks.verslag.geval import Punt, SessieVerslag, StapVerslag, punt
from intervisie_cli.model.actie import ACTIES, Velden, doeners
from intervisie_cli.model.bevinding import LET_OP
from intervisie_cli.model.plain import Item
from intervisie_cli.tijd.ritme import DAILY, HELE_WEEK, WEEKLY, Kloktijd, Ritme

SOORT, ERNST = "R", LET_OP
_DUUR = re.compile(
    r"(?<![^ ])(?:"
    r"(?P<heel>\d+)(?:[.,](?P<tiende>\d))? (?P<eenheid>uur|minuut)"
    r"|(?P<woord>half uur|een uur|kwartier)"
    r")(?![^ ])"
)
_MINUTEN_VAN = {
    "half uur": 30,
    "een uur": 60,
    "kwartier": 15,
    "uur": 60,
    "minuut": 1,
}
# A week's work, as the law and most study programmes count it.
_UREN_PER_WEEK = 40
# More digits than any plan has; a longer number would only cost time to read.
_MAX_CIJFERS = 6

# Of whom, on which weekday, at what time.
Bezet = tuple[str, int, Kloktijd]


def kijk(verslag: SessieVerslag) -> Iterator[Punt]:
    """Point at the second of two acties at one hour, and at a plan of more than a week's work."""
    for stap in verslag.stappen:
        bezet: set[Bezet] = set()
        minuten: defaultdict[str, float] = defaultdict(float)
        for nummer, item in stap.lijst(ACTIES):
            if not isinstance(item.get("actie"), str):
                continue
            actie = _actie(verslag, item)
            leden = doeners(item, stap.inbrenger, verslag.sessie.deelnemers)
            plekken = {
                (lid, dag, tijd) for lid in leden for dag, tijd in _plekken(actie.ritme)
            }
            if plekken & bezet:
                yield punt(
                    stap.plaats(ACTIES, nummer, "actie"),
                    "Op dit moment staat al een andere actie.",
                    "Kies een ander uur of een andere dag.",
                )
            bezet |= plekken
            for lid in leden:
                minuten[lid] += _per_week(actie)
        yield from _te_vol(verslag, stap, minuten)


def _te_vol(
    verslag: SessieVerslag,
    stap: StapVerslag,
    minuten: Mapping[str, float],
) -> Iterator[Punt]:
    for handle, totaal in minuten.items():
        if totaal > _UREN_PER_WEEK * 60:
            wie = verslag.groep.roepnaam(handle)
            bericht = f"Samen is dit voor {wie} {round(totaal / 60)} uur per week."
            yield punt(
                stap.plaats(ACTIES), bericht, "Past dat naast alles wat je al doet?"
            )


def _actie(verslag: SessieVerslag, item: Item) -> Actiezin:
    velden = Velden(ritme=str(item.get("ritme") or ""))
    afspraken = Afspraken(verslag.groep.instellingen.regio)
    return Actiezin(item["actie"], verslag.datum, velden, afspraken)


def _plekken(ritme: Ritme | None) -> Iterator[tuple[int, Kloktijd]]:
    """The weekdays and times at which a rhythm falls in every week."""
    if ritme is None or ritme.interval > 1:
        return
    for dag in _weekdagen(ritme):
        for tijd in ritme.uren:
            yield dag, tijd


def _weekdagen(ritme: Ritme) -> tuple[int, ...]:
    if ritme.freq == DAILY:
        return ritme.dagen or HELE_WEEK
    return ritme.dagen if ritme.freq == WEEKLY else ()


def _per_week(actie: Actiezin) -> float:
    """The minutes a week that an actie asks."""
    duur = _DUUR.search(actie.tijd.rest)
    if not duur or not actie.ritme:
        return 0
    keren = _keren_per_week(actie.ritme)
    if woord := duur["woord"]:
        return keren * _MINUTEN_VAN[woord]
    heel = int(duur["heel"][:_MAX_CIJFERS])
    tienden = int(duur["tiende"] or 0)
    return keren * (heel + tienden / 10) * _MINUTEN_VAN[duur["eenheid"]]


def _keren_per_week(ritme: Ritme) -> int:
    if ritme.freq == DAILY:
        return 7
    if ritme.freq == WEEKLY:
        return len(ritme.dagen) or 1
    return 0
