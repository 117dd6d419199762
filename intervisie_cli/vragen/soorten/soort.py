"""What a kind of field does: it asks, checks, writes, reads back and shows. The rest is the same for all.

A kind of its own overrides what differs from a text on one line. It is listed in `enkel` when it can
be a part of a list, else in `register`.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from intervisie_cli.model.context import HULPVRAAG, Context
from intervisie_cli.model.draaiboek import VAN_ACTIE, Veld
from intervisie_cli.model.sessie import Groep
from intervisie_cli.model.sleutel import GEKOZEN, Sleutel
from intervisie_cli.model.vraag import SCHRIJVEN, TYPEN, Antwoorden, Keuze, Vraag
from intervisie_cli.taal.tekst import bezwaar
from intervisie_cli.vragen import coach
from intervisie_cli.vragen.meekijker import meekijker

if TYPE_CHECKING:
    from intervisie_cli.vragen.keuring import Keuring

# Notes a fault of a draaiboek: the reason, and the key it is about.
Fout = Callable[[str, str], None]


class AndermansAntwoord(Exception):
    """A member gave what somebody else is to give."""


class Gids(NamedTuple):
    """What a value needs to be shown in words: the group, and what an actie says, by its id."""

    groep: Groep
    actie: Callable[[str], str]


class Soort:
    """A kind of field; these answers are those of a text on one line."""

    naam = ""
    # How a prompt puts it.
    vorm = TYPEN
    # The keys of a field in a draaiboek that only some kinds have, as far as this one has them.
    sleutels: frozenset[str] = frozenset()
    # Whether the sessie fills it in, so that nobody is asked.
    is_vast = False
    # Whether each member can owe it separately.
    kan_per_lid = False
    # Whether its answer is a yes or a no.
    is_ja_nee = False

    def check_definition(self, definition: Mapping[str, Any], fout: Fout) -> None:
        """Note what is wrong with how a draaiboek defines a field of this kind."""

    # ---- asks

    def is_gevraagd(self, veld: Veld, context: Context) -> bool:
        """Whether there is anything to ask, whatever was answered so far."""
        return not self.is_vast

    def vragen(self, veld: Veld, context: Context, antwoorden: Antwoorden) -> Iterator[Vraag]:
        """Yield the questions of the field *veld* of a step, as far as *antwoorden* decide them."""
        if not context.is_van(veld):
            return
        sleutel = Sleutel(veld.naam)
        vraag = self.vraag(veld, sleutel, context, context.spreker(veld))
        if veld.standaard == VAN_ACTIE:
            vraag = vraag._replace(standaard=_carried(context, antwoorden) or None)
        if Sleutel(veld.standaard) in antwoorden:
            # What was answered in this very step goes before what came earlier.
            vraag = vraag._replace(standaard=antwoorden[Sleutel(veld.standaard)])
        yield vraag._replace(kijk_mee=meekijker(veld, context))
        yield from coach.vragen(veld, sleutel, context, antwoorden)

    def vraag(self, veld: Veld, sleutel: Sleutel, context: Context, aan: str = "") -> Vraag:
        """One question for one value of *veld*, put to *aan*."""
        return Vraag(
            sleutel,
            self.naam,
            veld.vraag,
            aan=aan,
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

    def bezwaar(self, vraag: Vraag, tekst: str, vandaag: date) -> str:
        """Say in Dutch why *tekst* is no answer to *vraag*; '' when it is."""
        reden = bezwaar(tekst, is_lang=self.vorm == SCHRIJVEN)
        return f"Dit antwoord {reden}." if reden else ""

    def uit_getypt(self, tekst: str, vandaag: date) -> str:
        """What was typed, as it is kept."""
        return tekst

    # ---- a value in a document

    def keur(self, keuring: "Keuring", veld: Veld, waar: str, waarde: Any) -> Any:
        """The uniform value of *waarde*, None when there is none; faults go to *keuring*."""
        if waarde is None or waarde == "":
            return self.keur_leeg(keuring, veld, waar)
        tekst = keuring.tekst(waar, waarde, is_lang=self.vorm == SCHRIJVEN)
        if not tekst:
            return self.keur_leeg(keuring, veld, waar)
        return self.keur_tekst(keuring, veld, waar, tekst)

    def keur_leeg(self, keuring: "Keuring", veld: Veld, waar: str) -> None:
        """Note a value that is owed and is not there."""
        if veld.verplicht:
            keuring.fout(f"{waar}: dit antwoord ontbreekt")

    def keur_tekst(self, keuring: "Keuring", veld: Veld, waar: str, tekst: str) -> Any:
        """The uniform value of a text that is there."""
        return tekst

    def keur_stap(self, keuring: "Keuring", veld: Veld, waarde: Any) -> Any:
        """The uniform value of a field of a step."""
        return self.keur(keuring, veld, veld.naam, waarde)

    # ---- answers ↔ the data of a file

    def data(self, veld: Veld, context: Context, antwoorden: Antwoorden) -> Any:
        """What the answers make of the field, as it stands in a file."""
        return antwoorden.get(Sleutel(veld.naam))

    def antwoorden(self, veld: Veld, context: Context, waarde: Any) -> Antwoorden:
        """The answers that would have given *waarde*."""
        if waarde is None:
            return {} if veld.verplicht else {Sleutel(veld.naam): ""}
        gegeven: Antwoorden = {Sleutel(veld.naam): waarde}
        if veld.checks:
            gegeven[Sleutel(veld.naam).bij_coach(GEKOZEN)] = coach.EERDER
        return gegeven

    def naast(self, veld: Veld, context: Context, er_is: Any, gegeven: Any) -> Any:
        """What a member gave, laid beside what others gave. Raises AndermansAntwoord."""
        if not context.is_van(veld):
            raise AndermansAntwoord
        return gegeven

    # ---- the form for an editor

    def formulier(self, veld: Veld, context: Context, waarde: Any) -> list[str]:
        """The lines of the form for the field: its key, with what was answered."""
        gevuld = context.standaard(veld) if waarde is None else waarde
        return [f"{veld.naam}:{self.in_formulier(gevuld, '  ')}"]

    def in_formulier(self, waarde: Any, marge: str) -> str:
        """The value behind a key of the form, quoted where it must be; *marge* is for more lines."""
        if waarde in (None, ""):
            return ""
        return f" {quoted(waarde)}"

    def uitleg(self, veld: Veld, context: Context) -> list[str]:
        """What can be answered, as comments of the form."""
        return []

    # ---- shows

    def in_woorden(self, veld: Veld, waarde: Any, gids: Gids) -> str:
        """A value of a record, as people say it; it is no yes or no."""
        if isinstance(waarde, list):
            return ", ".join(gids.groep.roepnaam(naam) for naam in waarde if isinstance(naam, str))
        return str(waarde)


def woorden_van(soort: Soort, veld: Veld, waarde: Any, gids: Gids) -> str:
    """Any value of a record, as people say it: one that was edited outside intervisie may be of another kind."""
    if isinstance(waarde, bool):
        return ja_of_nee(waarde)
    return soort.in_woorden(veld, waarde, gids)


def quoted(waarde: Any) -> str:
    """A text between quotes: a colon or a # in it is text then. The escapes of JSON are YAML's too."""
    import json

    return json.dumps(str(waarde), ensure_ascii=False)


def ja_of_nee(waarde: bool) -> str:
    """A yes or a no in words."""
    return "ja" if waarde else "nee"


def _carried(context: Context, antwoorden: Antwoorden) -> str:
    """The hulpvraag of the actie that this ronde goes on with, as it was worded last; '' for none."""
    vervolgen = [veld for veld in context.stap.velden if veld.is_vervolg]
    gekozen = [antwoorden.get(Sleutel(veld.naam)) for veld in vervolgen]
    for actie in context.open_acties:
        if actie["id"] in gekozen:
            return str(actie.get(HULPVRAAG, ""))
    return ""
