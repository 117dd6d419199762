"""What somebody is told when the place that they named holds no group, or another one."""

from collections.abc import Iterable

from intervisie_cli.model.fouten import GitFout, IntervisieError
from intervisie_cli.model.rij import als_rij
from intervisie_cli.taal.tekst import zonder_stuurtekens

_MEESTE_NAMEN, _LANGSTE_NAAM = 3, 40


class AndereGroep(GitFout):
    """The shared place holds a history that has nothing in common with ours."""

    def __init__(self) -> None:
        super().__init__(
            "Op de gedeelde plek staat een andere groep.",
            "Is het de goede stick of map? Die andere groep haal je op in een nieuwe map:"
            " intervisie init --van ADRES MAP",
        )


class GeenGroepDaar(GitFout):
    """The shared place holds something that is no group, such as a README of a forge."""

    def __init__(self, paden: Iterable[str]) -> None:
        super().__init__(
            f"Op de gedeelde plek staat al iets anders: {_wat_er_staat(paden)}.",
            "Maak een nieuwe, lege plek, en vink geen README of licentie aan."
            " Typ dan in de map van je groep: intervisie init --remote NIEUW-ADRES",
        )


class GeenGroepOpAdres(IntervisieError):
    """Somebody wants to join a group where there is none (yet)."""

    def __init__(self, paden: Iterable[str] = ()) -> None:
        wat = _wat_er_staat(paden)
        super().__init__(
            f"Op dat adres staat geen groep, wel: {wat}."
            if wat
            else "Op dat adres staat nog niets.",
            "Kijk of het adres klopt. Wie de groep begon, zet haar eerst op een lege plek"
            " (intervisie init --remote ADRES) en geeft jullie dat adres.",
        )


def _wat_er_staat(paden: Iterable[str]) -> str:
    """Some files and folders at the top of what stands there; '' for nothing."""
    boven = sorted({pad.partition("/")[0] for pad in paden})
    namen = [zonder_stuurtekens(naam)[:_LANGSTE_NAAM] for naam in boven[:_MEESTE_NAMEN]]
    if len(boven) > len(namen):
        namen.append(f"nog {len(boven) - len(namen)}")
    return als_rij(namen)
