"""Takes typed values out of one document, and notes each fault with file, line and key.

No fault stops it: who writes a draaiboek wants to see all of them at once.
"""

from typing import Any, NamedTuple

from intervisie_cli.model.draaiboek import Opmerking
from intervisie_cli.model.eender import zichtbaar
from intervisie_cli.records.document import Document
from intervisie_cli.taal.tekst import bezwaar
from intervisie_cli.vragen.vak import onbekend

_GEEN_REGELS = "moet bestaan uit regels 'sleutel: waarde'"


class Lezer(NamedTuple):
    """Takes typed values out of one document and notes what is wrong with them.

    *opmerkingen* are of what is passed over, so that a draaiboek of a newer program can be used.
    """

    bestand: str
    document: Document
    fouten: list[str]
    opmerkingen: list[Opmerking]
    pad: tuple[str | int, ...] = ()
    waarde: Any = None

    def fout(self, reden: str, *stappen: str | int) -> None:
        """Note a fault in the part under *stappen*."""
        self.fouten.append(str(self._over(reden, *stappen)))

    def opmerking(self, reden: str, *stappen: str | int) -> None:
        """Note that the part under *stappen* is passed over."""
        self.opmerkingen.append(self._over(reden, *stappen))

    def _over(self, reden: str, *stappen: str | int) -> Opmerking:
        pad = (*self.pad, *stappen)
        sleutel = ".".join(map(_geteld, pad)) or "(alles)"
        regel = self.document.line_of(*pad)
        return Opmerking(self.bestand, regel, sleutel, reden)

    def onbekende_sleutels(self, bekend: set[str]) -> None:
        """Note each key that is not in *bekend*, and is passed over."""
        for sleutel in self.waarde:
            if sleutel not in bekend:
                reden = onbekend("deze sleutel", sleutel, sorted(bekend))
                self.opmerking(reden, sleutel)

    def tekst(
        self,
        sleutel: str,
        *,
        nodig: bool = False,
        uit: tuple[str, ...] = (),
    ) -> str:
        """Give a text on one line, one of *uit* when that is given; '' when there is none."""
        waarde = self.waarde.get(sleutel)
        if waarde is None:
            if nodig:
                self.fout("ontbreekt", sleutel)
            return ""
        if not isinstance(waarde, str):
            self.fout("moet tekst zijn", sleutel)
            return ""
        if nodig and not waarde.strip():
            self.fout("mag niet leeg zijn", sleutel)
        self._beoordeel(waarde, uit, sleutel)
        return waarde

    def _beoordeel(
        self,
        tekst: str,
        uit: tuple[str, ...],
        *stappen: str | int,
    ) -> None:
        if uit and tekst not in uit:
            self.fout(f"kan alleen zijn: {', '.join(uit)}", *stappen)
        # What a draaiboek says is shown at the terminal: nothing in it may steer that.
        if reden := bezwaar(zichtbaar(tekst), is_lang=False):
            self.fout(reden, *stappen)

    def getal(self, sleutel: str, standaard: int | None) -> int | None:
        """Give a whole number, *standaard* when there is none."""
        if sleutel not in self.waarde:
            return standaard
        waarde = self.waarde[sleutel]
        # In Python True is a whole number too.
        is_getal = isinstance(waarde, int) and not isinstance(waarde, bool)
        if not is_getal or not 0 <= waarde <= 1_000:
            self.fout("moet een getal van 0 tot 1000 zijn", sleutel)
            return standaard
        return int(waarde)

    def ja(self, sleutel: str) -> bool:
        """Give a yes or no; no when there is none."""
        waarde = self.waarde.get(sleutel, False)
        if not isinstance(waarde, bool):
            self.fout("moet true of false zijn", sleutel)
        return waarde is True

    def teksten(
        self,
        sleutel: str,
        uit: tuple[str, ...] = (),
    ) -> tuple[str, ...]:
        """Give a list of texts."""
        waarde = self.waarde.get(sleutel, [])
        if not _is_lijst_van_teksten(waarde):
            self.fout("moet een lijst van teksten zijn", sleutel)
            return ()
        for plaats, tekst in enumerate(waarde):
            self._beoordeel(tekst, uit, sleutel, plaats)
        return tuple(waarde)

    def delen(self, sleutel: str, *, nodig: bool = False) -> "list[Lezer]":
        """A reader for each mapping in the list under *sleutel*."""
        waarde = self.waarde.get(sleutel)
        if waarde is None and not nodig:
            return []
        if not isinstance(waarde, list) or not waarde:
            self.fout("moet een lijst zijn met minstens één onderdeel", sleutel)
            return []
        delen = []
        for plaats, inhoud in enumerate(waarde):
            deel = self._deel(inhoud, sleutel, plaats)
            if isinstance(inhoud, dict):
                delen.append(deel)
            else:
                deel.fout(_GEEN_REGELS)
        return delen

    def deel(self, sleutel: str) -> "Lezer | None":
        """A reader for the mapping under *sleutel*."""
        waarde = self.waarde.get(sleutel)
        if not isinstance(waarde, dict):
            self.fout(_GEEN_REGELS, sleutel)
            return None
        return self._deel(waarde, sleutel)

    def _deel(self, waarde: Any, *stappen: str | int) -> "Lezer":
        # The list of faults is one and the same: the caller reads it at the end.
        pad = (*self.pad, *stappen)
        return self._replace(pad=pad, waarde=waarde)


def _is_lijst_van_teksten(waarde: Any) -> bool:
    return isinstance(waarde, list) and all(isinstance(tekst, str) for tekst in waarde)


def _geteld(deel: str | int) -> str:
    """A part of a path as people count: the first item of a list is number 1."""
    if isinstance(deel, int):
        return str(deel + 1)
    return deel
