"""Time: the plan of a sessie before it begins, and the clock of a step while it runs."""

from datetime import datetime, time, timedelta
from typing import NamedTuple

from intervisie_cli.model.draaiboek import Draaiboek
from intervisie_cli.model.sessie import Plek


class Tijdplan(NamedTuple):
    """Minutes per place, in all, and what does not fit. *eind* is None when the start is not known."""

    regels: tuple[tuple[Plek, int], ...]
    totaal: int
    eind: datetime | None
    waarschuwingen: tuple[str, ...]


def minuten(plek: Plek) -> int:
    """The planned minutes of a place; a free step counts for nothing."""
    return plek.stap.minuten.plan if plek.stap.minuten else 0


def maak_plan(
    draaiboek: Draaiboek, plaatsen: tuple[Plek, ...], begin: datetime | None, tot: str
) -> Tijdplan:
    """Lay out the minutes. *tot* is 'HH:MM' or ''; *begin* None when the sessie is on another day."""
    regels = tuple((plek, minuten(plek)) for plek in plaatsen)
    totaal = sum(duur for _, duur in regels)
    rondes = len({plek.ronde.nummer for plek in plaatsen if plek.ronde})
    waarschuwingen = []
    if totaal > draaiboek.minuten_max:
        waarschuwingen.append(
            f"{'De sessie duurt' if rondes == 1 else f'{rondes} rondes duren samen'} {totaal} minuten; "
            f"de {draaiboek.titel.lower()} is bedoeld voor {draaiboek.minuten_min} tot {draaiboek.minuten_max} minuten."
        )
    eind = begin + timedelta(minutes=totaal) if begin else None
    if tot:
        if begin and eind:
            grens = datetime.combine(begin.date(), time.fromisoformat(tot), begin.tzinfo)
            # An hour that has been is that of the night to come.
            is_geweest = grens <= begin
            grens += timedelta(days=is_geweest)
            if is_geweest and grens - begin > timedelta(hours=12):
                waarschuwingen.append(f"Het is al later dan {tot}; dat wordt dus morgen.")
            over = round((eind - grens).total_seconds() / 60)
            if over > 0:
                waarschuwingen.append(
                    f"Dit past niet vóór {tot}: je komt {over} {_minuten(over)} tekort."
                )
        else:
            uur, minuut = map(int, tot.split(":"))
            uiterlijk = (uur * 60 + minuut - totaal) % (24 * 60)
            waarschuwingen.append(
                f"Begin uiterlijk om {uiterlijk // 60:02d}:{uiterlijk % 60:02d}, dan ben je om {tot} klaar."
            )
    return Tijdplan(regels, totaal, eind, tuple(waarschuwingen))


def _minuten(aantal: int) -> str:
    return "minuut" if aantal == 1 else "minuten"


class Klok(NamedTuple):
    """The clock of a running step. Spent and planned are seconds over the whole sessie, this step excluded."""

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
        if bezig_s > self.max_min * 60:
            return f"{_duur(bezig_s - self.max_min * 60)} over de tijd", "over"
        rest_s = self.plan_min * 60 - bezig_s
        if rest_s < 0:
            return f"nog {_duur(self.max_min * 60 - bezig_s)} uitloop", "krap"
        return f"nog {_duur(rest_s)}", "krap" if rest_s <= max(60, self.plan_min * 12) else "ruim"

    def totaal(self, nu: datetime) -> str:
        """Give the minutes of the whole sessie against its plan."""
        return f"totaal {(self.eerder_s + self._bezig_s(nu)) // 60}/{self.totaal_plan_min} min"

    def _bezig_s(self, nu: datetime) -> int:
        return max(0, int((nu - self.begonnen).total_seconds()))


def _duur(seconden: int) -> str:
    uren, rest = divmod(seconden, 3600)
    return f"{uren}:{rest // 60:02d}:{rest % 60:02d}" if uren else f"{rest // 60}:{rest % 60:02d}"
