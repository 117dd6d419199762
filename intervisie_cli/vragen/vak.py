"""A box of the form that an answers document is: a value is checked there, and its faults named."""

import re
from collections.abc import Callable, Collection
from typing import Any, NamedTuple

from intervisie_cli.model.context import Context
from intervisie_cli.model.namen import is_handle
from intervisie_cli.model.plain import Data
from intervisie_cli.taal.tekst import bezwaar, schoon

# What is shown of an unknown key must look like one: it may be an answer that was indented wrongly.
_SLEUTEL = re.compile(r"[\w-]{1,30}")


class Vak(NamedTuple):
    """A place in the answers document of a step, and what somebody who checks a value there needs.

    *eerder* is what the step held before, *new_id* makes an id of so many characters. *fouten* is
    one list for the whole document, so that somebody sees all faults at once: each is a Dutch line
    that begins with *waar* ('vragen 2, antwoord') and holds no text of the answer. *slaan_over* owe
    nothing.
    """

    context: Context
    eerder: Data
    new_id: Callable[[int], str]
    fouten: list[str]
    waar: str = ""
    slaan_over: tuple[str, ...] = ()

    def fout(self, reden: str) -> None:
        """Note a fault of the value here."""
        self.fouten.append(f"{self.waar}: {reden}")

    def onder(self, naam: str) -> "Vak":
        """The place of the key *naam*."""
        if not self.waar:
            return self._replace(waar=naam)
        return self._replace(waar=f"{self.waar}, {naam}")

    def item(self, nummer: int) -> "Vak":
        """The place of an item in the list here; *nummer* counts from 1."""
        return self._replace(waar=f"{self.waar} {nummer}")

    def onbekend(self, sleutels: Collection[str], bekend: list[str]) -> None:
        """Name each key that is not in *bekend*, with the nearest that is."""
        for sleutel in sleutels:
            if sleutel in bekend:
                continue
            naam = "een regel"
            if _SLEUTEL.fullmatch(sleutel):
                naam = sleutel
            self.onder(naam).fout(onbekend("deze sleutel", sleutel, bekend))

    def tekst(self, waarde: Any, *, is_lang: bool) -> str:
        """Give the text made uniform; '' for what is no text."""
        # YAML reads a text such as 7 as a number, and a yes or no is never meant as text.
        if isinstance(waarde, bool) or not isinstance(waarde, str | int):
            self.fout("moet tekst zijn")
            return ""
        tekst = schoon(str(waarde))
        reden = bezwaar(tekst, is_lang=is_lang)
        if reden:
            self.fout(f"het antwoord {reden}")
        return tekst

    def lid(
        self,
        handle: Any,
        uit: tuple[str, ...] | None = None,
    ) -> bool:
        """Whether *handle* takes part, and is one of *uit* when that is given."""
        if not isinstance(handle, str) or handle not in self.context.sessie.deelnemers:
            self.fout(_geen_deelnemer(handle))
            return False
        if uit is not None and handle not in uit:
            wie = self.context.groep.roepnaam(handle)
            self.fout(f"{wie} is de inbrenger en geeft dit zelf niet")
            return False
        return True


def onbekend(wat: str, naam: str, bekend: Collection[str]) -> str:
    """Say that *wat*, called *naam*, is unknown, with the nearest that is not."""
    import difflib

    lijkt = difflib.get_close_matches(naam, bekend, 1)
    if lijkt:
        return f"{wat} is onbekend; bedoel je '{lijkt[0]}'?"
    return f"{wat} is onbekend"


def _geen_deelnemer(handle: Any) -> str:
    if not handle:
        return "ontbreekt"
    # A handle that cannot be one may be text of an answer.
    if isinstance(handle, str) and is_handle(handle):
        return f"'{handle}' doet niet mee aan deze sessie"
    return "doet niet mee aan deze sessie"
