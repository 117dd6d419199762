"""Time: the plan of a sessie before it begins, and the clock of a step while it runs."""

from datetime import datetime, time, timedelta
from typing import NamedTuple

from intervisie_cli.model.draaiboek import Draaiboek
from intervisie_cli.model.sessie import Plek

_DAG_MIN = 24 * 60


class Tijdplan(NamedTuple):
    """Minutes per place, in all, and what does not fit; *eind* is None for an unknown start."""

    regels: tuple[tuple[Plek, int], ...]
    totaal: int
    eind: datetime | None
    waarschuwingen: tuple[str, ...]


def minuten(plek: Plek) -> int:
    """The planned minutes of a place; a free step counts for nothing."""
    if not plek.stap.minuten:
        return 0
    return plek.stap.minuten.plan


def maak_plan(
    draaiboek: Draaiboek,
    plaatsen: tuple[Plek, ...],
    begin: datetime | None,
    tot: str,
) -> Tijdplan:
    """Lay out the minutes. *tot* is 'HH:MM' or ''; *begin* None for a sessie on another day."""
    regels = tuple((plek, minuten(plek)) for plek in plaatsen)
    totaal = sum(duur for _, duur in regels)
    eind = None
    if begin:
        eind = begin + timedelta(minutes=totaal)
    waarschuwingen = []
    if totaal > draaiboek.minuten_max:
        rondes = {plek.ronde.nummer for plek in plaatsen if plek.ronde}
        waarschuwingen.append(_te_lang(draaiboek, totaal, len(rondes)))
    if tot and begin and eind:
        waarschuwingen += _past_voor(tot, begin, eind)
    elif tot:
        waarschuwingen.append(_begin_uiterlijk(tot, totaal))
    return Tijdplan(regels, totaal, eind, tuple(waarschuwingen))


def _te_lang(draaiboek: Draaiboek, totaal: int, rondes: int) -> str:
    wat = "De sessie duurt" if rondes == 1 else f"{rondes} rondes duren samen"
    return (
        f"{wat} {totaal} minuten; "
        f"de {draaiboek.titel.lower()} is bedoeld voor "
        f"{draaiboek.minuten_min} tot {draaiboek.minuten_max} minuten."
    )


def _past_voor(tot: str, begin: datetime, eind: datetime) -> list[str]:
    """What is wrong with being done at *tot*, when it begins now."""
    waarschuwingen = []
    uur = time.fromisoformat(tot)
    grens = datetime.combine(begin.date(), uur, begin.tzinfo)
    if grens <= begin:
        # An hour that has been is that of the night to come. More than half a day away it is
        # rather a mistake, so that is said.
        grens += timedelta(days=1)
        if grens - begin > timedelta(hours=12):
            waarschuwingen.append(f"Het is al later dan {tot}; dat wordt dus morgen.")
    over = round((eind - grens).total_seconds() / 60)
    if over > 0:
        woord = "minuut" if over == 1 else "minuten"
        waarschuwingen.append(
            f"Dit past niet vóór {tot}: je komt {over} {woord} tekort."
        )
    return waarschuwingen


def _begin_uiterlijk(tot: str, totaal: int) -> str:
    einde = time.fromisoformat(tot)
    # Counted round the clock: a sessie until 00:30 begins the evening before.
    uiterlijk = (einde.hour * 60 + einde.minute - totaal) % _DAG_MIN
    uur, minuut = divmod(uiterlijk, 60)
    return f"Begin uiterlijk om {uur:02d}:{minuut:02d}, dan ben je om {tot} klaar."


class Klok(NamedTuple):
    """The clock of a running step, that began at *begonnen*.

    *plan_min* and *max_min* are of the step itself, 0 when it has no time. *eerder_s* was spent on
    the other steps of the sessie, for all of which *totaal_plan_min* is planned.
    """

    titel: str
    begonnen: datetime
    plan_min: int
    max_min: int
    eerder_s: int
    totaal_plan_min: int

    def tijd(self, nu: datetime) -> tuple[str, str]:
        """Give the time of this step in words, and how it stands: 'ruim', 'krap' or 'over'."""
        bezig_s = self._bezig_s(nu)
        if not self.plan_min:
            return f"{_duur(bezig_s)} bezig", "ruim"
        tot_max_s = self.max_min * 60 - bezig_s
        if tot_max_s < 0:
            return f"{_duur(-tot_max_s)} over de tijd", "over"
        rest_s = self.plan_min * 60 - bezig_s
        if rest_s < 0:
            return f"nog {_duur(tot_max_s)} uitloop", "krap"
        # The last fifth of the plan, and never less than a minute, is time to round off.
        is_krap = rest_s <= max(60, self.plan_min * 12)
        return f"nog {_duur(rest_s)}", "krap" if is_krap else "ruim"

    def totaal(self, nu: datetime) -> str:
        """Give the minutes of the whole sessie against its plan."""
        bezig_s = self.eerder_s + self._bezig_s(nu)
        return f"totaal {bezig_s // 60}/{self.totaal_plan_min} min"

    def _bezig_s(self, nu: datetime) -> int:
        # The clock of a computer can be set back while a step runs.
        return max(0, int((nu - self.begonnen).total_seconds()))


def _duur(seconden: int) -> str:
    uren, rest = divmod(seconden, 3600)
    minuten_, over = divmod(rest, 60)
    if uren:
        return f"{uren}:{minuten_:02d}:{over:02d}"
    return f"{minuten_}:{over:02d}"
