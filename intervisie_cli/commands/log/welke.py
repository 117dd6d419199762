"""Which rondes `log` is asked for: reads the flags that hold a name or a day."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.model.fouten import IntervisieError, VerkeerdGebruik
from intervisie_cli.model.namen import is_handle
from intervisie_cli.model.sessie import Ronde
from intervisie_cli.tijd.dag import GEEN_DAG
from intervisie_cli.tijd.periode import Tijdvak, lees_periode


def member(omgeving: Omgeving, naam: str | None) -> str:
    """The handle that *naam* means, '' when it was not given. Raises VerkeerdGebruik."""
    if not naam:
        return ""
    groep = omgeving.groep
    # Somebody who has left the group is no member, and brought in what stands in the records.
    if is_handle(naam) and not groep.named(naam) and _was_inbrenger(omgeving, naam):
        return naam
    return groep.member(naam).id


def _was_inbrenger(omgeving: Omgeving, handle: str) -> bool:
    return any(ronde.inbrenger == handle for ronde in _all_rondes(omgeving))


def _all_rondes(omgeving: Omgeving) -> Iterator[Ronde]:
    from intervisie_cli.groep import sessies

    for folder in sessies.folders(omgeving.root):
        # What cannot be read is told of elsewhere: here it names nobody.
        with suppress(IntervisieError):
            yield from sessies.load_sessie(omgeving.root, folder).rondes


def draaiboek(omgeving: Omgeving, naam: str | None) -> str:
    """The draaiboek that is asked for, '' for any. Raises VerkeerdGebruik."""
    if not naam:
        return ""
    from intervisie_cli.groep import draaiboeken

    namen = draaiboeken.names(omgeving.root)
    if naam not in namen:
        raise VerkeerdGebruik(
            "Dat draaiboek is er niet.", f"Kies uit: {', '.join(namen)}"
        )
    return naam


def days(
    sinds: str | None,
    tot: str | None,
    vandaag: date,
) -> tuple[date | None, date | None]:
    """The first and the last day that are asked for. Raises VerkeerdGebruik."""
    eerste = laatste = None
    # Each may name a whole month: of that the first day counts for --sinds, the last for --tot.
    periode = _period(sinds, "--sinds", vandaag)
    if periode:
        eerste = periode.van
    periode = _period(tot, "--tot", vandaag)
    if periode:
        laatste = periode.tot
    if eerste and laatste and eerste > laatste:
        raise VerkeerdGebruik("--sinds ligt na --tot.", "Draai ze om.")
    return eerste, laatste


def _period(getypt: str | None, vlag: str, vandaag: date) -> Tijdvak | None:
    if not getypt:
        return None
    periode = lees_periode(getypt, vandaag)
    if not periode:
        raise VerkeerdGebruik(
            f"De datum bij {vlag} bestaat niet.",
            f"{GEEN_DAG} Of: 2026-11, vorige maand, 2 weken.",
        )
    return periode
