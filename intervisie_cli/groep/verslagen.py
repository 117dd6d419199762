"""Reads the reports of all rondes from the files, the latest session first."""

import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from intervisie_cli.groep import sessies
from intervisie_cli.groep.sessies import SessieMap, StapBestand
from intervisie_cli.groep.verleden import lijst, status_van
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.sessie import Plek, Ronde
from intervisie_cli.model.verslag import Verslag

# The fields that a report shows; steps without any are read only to search in their words.
_GETOOND = frozenset(["hulpvraag", "herformulering", "adviezen", "acties"])


def read(
    root: Path, sinds: date | None, on_fout: Callable[[IntervisieError], None], *, met_tekst: bool
) -> Iterator[Verslag]:
    """Yield the reports of sessions from *sinds* on; a session that cannot be read goes to *on_fout*.

    Without *met_tekst* only the steps that a report shows are read, and its `tekst` is empty.
    """

    def wanted(plek: Plek) -> bool:
        return met_tekst or _is_getoond(plek)

    for folder in sessies.folders(root):
        if sinds and folder.rsplit("/", 1)[-1] < sinds.isoformat():
            # Folder names begin with their date, so nothing later in the order can be newer.
            return
        try:
            sessie_map = sessies.load(root, folder, wanted)
        except IntervisieError as fout:
            on_fout(fout)
            continue
        for ronde in sessie_map.sessie.rondes:
            yield _verslag(sessie_map, ronde, met_tekst=met_tekst)


def _is_getoond(plek: Plek) -> bool:
    return plek.ronde is not None and any(veld.naam in _GETOOND for veld in plek.stap.velden)


def _verslag(sessie_map: SessieMap, ronde: Ronde, *, met_tekst: bool) -> Verslag:
    stappen = [stap for stap in sessie_map.stappen if stap.plek.ronde == ronde]
    sessie = sessie_map.sessie
    return Verslag(
        sessie=sessie.naam,
        sessie_id=sessie.id,
        datum=sessie.datum,
        draaiboek=sessie.draaiboek,
        thema=sessie.thema,
        ronde=ronde.nummer,
        inbrenger=ronde.inbrenger,
        hulpvraag=_laatste(stappen, "hulpvraag"),
        herformulering=_laatste(stappen, "herformulering"),
        is_af=all(stap.is_af for stap in stappen if _is_getoond(stap.plek)),
        adviezen=tuple(advies for stap in stappen for advies in lijst(stap.data, "adviezen")),
        acties=tuple(
            {**actie, "status": status_van(actie)} for stap in stappen for actie in lijst(stap.data, "acties")
        ),
        tekst=_tekst(sessie_map, ronde) if met_tekst else "",
    )


def _laatste(stappen: list[StapBestand], naam: str) -> str:
    waarden = [stap.data[naam] for stap in stappen if isinstance(stap.data.get(naam), str)]
    return str(waarden[-1]) if waarden else ""


def _tekst(sessie_map: SessieMap, ronde: Ronde) -> str:
    """All words of a ronde and of the sessie as a whole, folded for searching."""
    delen = [sessie_map.sessie.thema]
    for stap in (stap for stap in sessie_map.stappen if stap.plek.ronde in (None, ronde)):
        delen += _woorden(stap.data)
        if stap.is_af and stap.document:
            delen.append(stap.document.notulen)
    return unicodedata.normalize("NFC", " ".join(delen)).casefold()


def _woorden(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            if sleutel not in ("id", "stap", "status", "begonnen", "afgerond"):
                yield from _woorden(deel)
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _woorden(deel)
    elif isinstance(waarde, str):
        yield waarde
