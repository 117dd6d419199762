"""verslag-volle-week: the acties of one person fit in one week.

Why: two plans for the same hour cannot both be kept, nor sixty hours beside a study. R of SMART, over the plan.
Goed: maandag 9 uur leren en dinsdag 9 uur sporten
Fout: elke maandag om 9 uur leren en elke maandag om 9 uur sporten
"""

import re
from collections.abc import Iterator

from intervisie_cli.checks.smart.actie import Actie, Afspraken
from intervisie_cli.checks.verslag.geval import ACTIES, Item, Punt, SessieVerslag, StapVerslag, punt
from intervisie_cli.model.actie import Velden
from intervisie_cli.model.bevinding import LET_OP

SOORT, ERNST = "R", LET_OP
_ALLE_DAGEN = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DUUR = re.compile(
    r"(?<![^ ])(\d+)(?:[.,](\d))? (uur|minuut)(?![^ ])|(?<![^ ])(half uur|een uur|kwartier)(?![^ ])"
)
_UREN_PER_WEEK = 40


def kijk(verslag: SessieVerslag) -> Iterator[Punt]:
    """Point at the second of two acties at the same hour, and at a plan of more hours than a week's work."""
    for stap in verslag.stappen:
        bezet: dict[tuple[str, str, str], int] = {}
        minuten: dict[str, float] = {}
        for nummer, item in stap.lijst(ACTIES):
            if not isinstance(item.get("actie"), str):
                continue
            actie, wie = _actie(verslag, item), str(item.get("wie") or stap.inbrenger)
            plekken = {(wie, dag, uur) for dag, uur in _plekken(actie.ritme or "")}
            if any(plek in bezet for plek in plekken):
                plaats = stap.plaats(ACTIES, nummer, "actie")
                yield punt(
                    plaats,
                    "Op dit moment staat al een andere actie.",
                    "Kies een ander uur of een andere dag.",
                )
            bezet |= dict.fromkeys(plekken, nummer)
            minuten[wie] = minuten.get(wie, 0) + _per_week(actie)
        yield from _te_vol(stap, minuten)


def _te_vol(stap: StapVerslag, minuten: dict[str, float]) -> Iterator[Punt]:
    for totaal in minuten.values():
        if totaal > _UREN_PER_WEEK * 60:
            bericht = f"Samen is dit {round(totaal / 60)} uur per week."
            yield punt(stap.plaats(ACTIES), bericht, "Past dat naast alles wat je al doet?")


def _actie(verslag: SessieVerslag, item: Item) -> Actie:
    afspraken = Afspraken(verslag.groep.instellingen.regio)
    return Actie(
        item["actie"], verslag.datum, Velden(ritme=str(item.get("ritme") or "")), afspraken
    )


def _delen(ritme: str) -> dict[str, str]:
    return dict(deel.split("=") for deel in ritme.split(";") if deel)


def _plekken(ritme: str) -> Iterator[tuple[str, str]]:
    """The (day, hour) of each week at which a rhythm falls."""
    delen = _delen(ritme)
    if "BYHOUR" not in delen or delen.get("FREQ") not in ("DAILY", "WEEKLY") or "INTERVAL" in delen:
        return
    dagen = (
        delen["BYDAY"].split(",")
        if "BYDAY" in delen
        else _ALLE_DAGEN
        if delen["FREQ"] == "DAILY"
        else ()
    )
    for dag in dagen:
        for uur in delen["BYHOUR"].split(","):
            yield dag, f"{uur}:{delen.get('BYMINUTE', '0')}"


def _per_week(actie: Actie) -> float:
    """The minutes a week that an actie asks."""
    delen = _delen(actie.ritme or "")
    keren = {"DAILY": 7, "WEEKLY": len(delen.get("BYDAY", "x").split(","))}.get(
        delen.get("FREQ", ""), 0
    )
    match = _DUUR.search(actie.tijd.rest)
    if not match:
        return 0
    if match[4]:
        return keren * {"half uur": 30, "een uur": 60, "kwartier": 15}[match[4]]
    return keren * (int(match[1][:6]) + int(match[2] or 0) / 10) * (60 if match[3] == "uur" else 1)
