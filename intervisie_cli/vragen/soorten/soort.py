"""What a kind of field does: it asks, checks, writes, reads back and shows.

Each kind is a file in this folder, with a class that overrides what differs from a text on one
line. It is listed in `enkel` when it can be a part of an item of a list too, else in `register`.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from intervisie_cli.model.context import HULPVRAAG, Context
from intervisie_cli.model.draaiboek import VAN_ACTIE, Veld
from intervisie_cli.model.sessie import Groep
from intervisie_cli.model.sleutel import GEKOZEN, Sleutel
from intervisie_cli.model.vraag import SCHRIJVEN, TYPEN, Antwoorden, Keuze, Vraag
from intervisie_cli.taal.tekst import bezwaar
from intervisie_cli.vragen.coach import EERDER, Coach
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.lines.onleesbaar import Onleesbaar
from intervisie_cli.vragen.meekijker import meekijker
from intervisie_cli.vragen.vak import Vak

# Notes a fault of a draaiboek: the reason, and the key it is about.
Fout = Callable[[str, str], None]


class AndermansAntwoord(Exception):
    """A member gave what somebody else is to give."""


class Gids(NamedTuple):
    """What a value needs to be shown in words: the group, today, what an actie says by its id."""

    groep: Groep
    vandaag: date
    actie: Callable[[str], str]


class Soort:
    """A kind of field. What a kind does not override is that of a text on one line.

    *naam* is its word in a draaiboek and *vorm* how a prompt puts it. *sleutels* are the keys of a
    definition that only some kinds have, as far as this one has them. *is_vast*: the sessie fills
    it in, so nobody is asked. *kan_per_lid*: each member can owe it separately.
    """

    naam = ""
    vorm = TYPEN
    sleutels: frozenset[str] = frozenset()
    is_vast = False
    kan_per_lid = False
    is_ja_nee = False

    def check_definition(self, definition: Mapping[str, Any], fout: Fout) -> None:
        """Note what is wrong with how a draaiboek defines a field of this kind."""

    # ---- asks

    def is_gevraagd(self, veld: Veld, context: Context) -> bool:
        """Whether there is anything to ask, whatever was answered so far."""
        return not self.is_vast

    def vragen(self, veld: Veld, invulling: Invulling) -> Iterator[Vraag]:
        """Yield the questions of the field *veld* of a step, as far as the answers decide them."""
        context = invulling.context
        if not context.is_van(veld):
            return
        sleutel = Sleutel(veld.naam)
        vraag = self.vraag(veld, sleutel, context, context.spreker(veld))
        if veld.standaard == VAN_ACTIE:
            vraag = vraag._replace(standaard=_hulpvraag_van_actie(invulling) or None)
        voorbeeld = Sleutel(veld.standaard)
        if voorbeeld in invulling.antwoorden:
            # What was answered in this very step goes before what came earlier.
            vraag = vraag._replace(standaard=invulling.antwoorden[voorbeeld])
        yield vraag._replace(kijk_mee=meekijker(veld, context))
        yield from Coach(veld, sleutel, invulling).vragen()

    def vraag(
        self,
        veld: Veld,
        sleutel: Sleutel,
        context: Context,
        aan: str = "",
    ) -> Vraag:
        """One question for one value of *veld*, put to *aan*."""
        return Vraag(
            sleutel,
            self.naam,
            veld.vraag,
            aan=aan,
            anderen=_others(context, aan),
            hulp=veld.hulp,
            keuzes=self.keuzes(veld, context),
            standaard=self.standaard(veld, sleutel, context),
            verplicht=veld.verplicht,
        )

    def keuzes(self, veld: Veld, context: Context) -> tuple[Keuze, ...]:
        """What can be chosen; () when it is typed."""
        return ()

    def standaard(self, veld: Veld, sleutel: Sleutel, context: Context) -> Any:
        """What is proposed, None for nothing."""
        return context.standaard(veld)

    # ---- what is typed at the question

    def bezwaar(self, tekst: str, vandaag: date, *, mag_leeg: bool = False) -> str:
        """Say in Dutch why *tekst* is no answer; '' when it is. *mag_leeg*: so is nothing."""
        reden = bezwaar(tekst, is_lang=self.vorm == SCHRIJVEN)
        if not reden:
            return ""
        return f"Dit antwoord {reden}."

    def uit_getypt(self, tekst: str, vandaag: date) -> str:
        """What was typed, as it is kept."""
        return tekst

    def getypt(self, waarde: Any) -> str:
        """The text to type that is kept as *waarde*."""
        return str(waarde)

    def nagezegd(self, tekst: str, vandaag: date) -> str:
        """Say what was understood of what was typed, where its words do not; '' for nothing."""
        return ""

    # ---- a value in a document

    def keur(self, veld: Veld, waarde: Any, vak: Vak) -> Any:
        """The uniform value of *waarde*, None when there is none; faults are noted at *vak*."""
        if waarde is None or waarde == "":
            return self.keur_leeg(veld, vak)
        tekst = vak.tekst(waarde, is_lang=self.vorm == SCHRIJVEN)
        if not tekst:
            return self.keur_leeg(veld, vak)
        return self.keur_tekst(veld, tekst, vak)

    def keur_leeg(self, veld: Veld, vak: Vak) -> None:
        """Note a value that is owed and is not there."""
        if veld.verplicht:
            vak.fout("dit antwoord ontbreekt")

    def keur_tekst(self, veld: Veld, tekst: str, vak: Vak) -> Any:
        """The uniform value of a text that is there."""
        return tekst

    def keur_stap(self, veld: Veld, waarde: Any, vak: Vak) -> Any:
        """The uniform value of a field of a step."""
        return self.keur(veld, waarde, vak)

    def vreemd(self, veld: Veld, waarde: Any) -> str:
        """Say in Dutch why *waarde*, which stands in a file, counts as nothing; '' when it counts.

        Somebody edited it outside intervisie. YAML reads a text such as 7 as a number.
        """
        if isinstance(waarde, bool) or not isinstance(waarde, str | int | float):
            return "moet tekst zijn"
        return ""

    # ---- answers ↔ the data of a file

    def data(self, veld: Veld, invulling: Invulling) -> Any:
        """What the answers make of the field, as it stands in a file."""
        return invulling.antwoord(Sleutel(veld.naam))

    def antwoorden(self, veld: Veld, context: Context, waarde: Any) -> Antwoorden:
        """The answers that would have given *waarde*."""
        sleutel = Sleutel(veld.naam)
        if waarde is None and veld.verplicht:
            return {}
        if waarde is None:
            # It was asked, and left empty.
            return {sleutel: ""}
        gegeven: Antwoorden = {sleutel: waarde}
        if veld.checks:
            gegeven[sleutel.bij_coach(GEKOZEN)] = EERDER
        return gegeven

    def naast(
        self,
        veld: Veld,
        context: Context,
        er_is: Any,
        gegeven: Any,
    ) -> Any:
        """What a member gave, laid beside what others gave. Raises AndermansAntwoord."""
        if not context.is_van(veld):
            raise AndermansAntwoord
        return gegeven

    # ---- the form

    def lees(self, veld: Veld, tekst: str, context: Context) -> Any:
        """The value that *tekst* says behind the label of *veld*. Raises Onleesbaar."""
        # Who has to answer is looked at when the step is recorded.
        if self.vorm != SCHRIJVEN:
            tekst = " ".join(map(str.strip, tekst.split("\n")))
        reden = self.bezwaar(tekst, context.vandaag)
        if reden:
            raise Onleesbaar(reden)
        return self.uit_getypt(tekst, context.vandaag)

    def schrijf(self, veld: Veld, waarde: Any, context: Context) -> str:
        """The text that says *waarde* there."""
        return self.getypt(waarde)

    # ---- shows

    def in_woorden(self, veld: Veld, waarde: Any, gids: Gids) -> str:
        """A value of a record, as people say it; `woorden_van` has seen to a yes or no."""
        if isinstance(waarde, list):
            handles = [lid for lid in waarde if isinstance(lid, str)]
            return ", ".join(map(gids.groep.roepnaam, handles))
        return str(waarde)


def _others(context: Context, aan: str) -> tuple[str, ...]:
    """Who else takes part, by name, where the question is to somebody."""
    if not aan:
        return ()
    namen = map(context.groep.roepnaam, context.sessie.deelnemers)
    return tuple(naam for naam in namen if naam != aan)


def woorden_van(
    soort: Soort,
    veld: Veld,
    waarde: Any,
    gids: Gids,
) -> str:
    """Any value of a record, as people say it."""
    # Edited outside intervisie it may be of another kind than the field.
    if isinstance(waarde, bool):
        return ja_of_nee(waarde)
    return soort.in_woorden(veld, waarde, gids)


def of_leeg(bezwaar: str, *, mag_leeg: bool) -> str:
    """Why something is no answer, and that it can be left empty when it can."""
    if mag_leeg:
        return f"{bezwaar} Leeg mag ook."
    return bezwaar


def ja_of_nee(waarde: bool) -> str:
    """A yes or a no in words."""
    return "ja" if waarde else "nee"


def _hulpvraag_van_actie(invulling: Invulling) -> str:
    """The hulpvraag of the actie that this ronde goes on with, in its last wording; '' for none."""
    context = invulling.context
    vervolgen = [Sleutel(veld.naam) for veld in context.stap.velden if veld.is_vervolg]
    gekozen = list(map(invulling.antwoord, vervolgen))
    for actie in context.open_acties:
        if actie["id"] in gekozen:
            return str(actie.get(HULPVRAAG, ""))
    return ""
