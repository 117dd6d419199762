"""Says of a text, also while it is typed, how it stands. The rules are loaded when first needed."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from intervisie_cli.model.bevinding import FOUT
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import OPEN_VRAAG, SMART, Veld
from intervisie_cli.model.vraag import Letterstand
from intervisie_cli.tijd.dag import dag_in_woorden

if TYPE_CHECKING:
    from intervisie_cli.checks.smart.actie import Actiezin

# Stands among the checks of a `Meekijker` that looks for a moment alone: at the answer to 'when?'.
MOMENT = "moment"
# From how sure it is that something is missing somebody is asked about it. Of good sentences of
# writers that were never read one in 25 is asked about, at most: `python -m benchmarks.schrijvers`.
ZEKER_GENOEG = 0.7


class Meekijker(NamedTuple):
    """Says of text that is being typed what is there of what *checks* look for."""

    checks: tuple[str, ...]
    vandaag: date
    regio: str

    def __call__(self, tekst: str) -> Letterstand:
        """Look at *tekst*, also when it is half."""
        if MOMENT in self.checks:
            return (self._moment_in_woorden(tekst),)
        if SMART in self.checks:
            return tuple(self.letters(tekst).items())
        from intervisie_cli.checks.vraag.vraagzin import lees_vraag

        vraag = lees_vraag(tekst)
        is_zeker = vraag.zeker >= ZEKER_GENOEG
        return ((vraag.soort, vraag.is_open if is_zeker else None),)

    def actie(self, tekst: str) -> "Actiezin":
        """*tekst* read as an actie."""
        from intervisie_cli.checks.smart.actie import Actiezin, Afspraken

        afspraken = Afspraken(self.regio)
        return Actiezin(tekst, self.vandaag, None, afspraken)

    def letters(self, tekst: str) -> dict[str, bool | None]:
        """The letters of SMART, each with whether it is there.

        None when people decide, or when that a letter is missing is not sure enough to say.
        """
        actie = self.actie(tekst)
        letters: dict[str, bool | None] = dict(actie.letters)
        for letter, zeker in actie.zeker.items():
            if letters[letter] is False and zeker < ZEKER_GENOEG:
                letters[letter] = None
        return letters

    def mist(self, tekst: str, letter: str) -> bool:
        """Whether *letter* is not in *tekst*, and could be."""
        return self.letters(tekst).get(letter) is False

    def moment(self, tekst: str) -> tuple[str, str]:
        """The last day as ISO and the rhythm in the words of *tekst*, each '' for none."""
        lezing = self.actie(tekst).ontleding
        tijd = lezing.tijd
        tot = tijd.tot.isoformat() if tijd.tot else ""
        if not tijd.ritme:
            return tot, ""
        woorden = []
        for vondst in tijd.vondsten:
            # A time of day ('om 9 uur') says when in the rhythm it is done.
            if vondst.ritme or vondst.klok:
                begin, einde = lezing.zin.stuk(vondst.van, vondst.tot)
                woorden.append(tekst[begin:einde])
        return tot, " ".join(woorden)

    def nagezegd(self, tekst: str) -> str:
        """The day or the rhythm in *tekst*; of a question why it is not open, when that is all.

        The coach comes back to a question for which it has another one to offer.
        """
        if OPEN_VRAAG not in self.checks:
            from intervisie_cli.checks.smart.tijdgebonden_bestaat_niet import kijk
            from intervisie_cli.tijd.echo import echo

            for melding in kijk(self.actie(tekst)):
                return f"{melding.bericht} Anders? ^T"
            return klopt_dat(echo(tekst, self.vandaag, self.regio))
        from intervisie_cli.checks.vraag.alternatief import alternatief

        reden = self.waarom_niet_open(tekst)
        if not reden or alternatief(tekst):
            return ""
        return f"{reden} Anders vragen? ^T"

    def waarom_niet_open(self, tekst: str) -> str:
        """Why a question is not open; '' when it is, and when that is not sure enough."""
        from intervisie_cli.checks.oordeel import beoordeel_vraag

        oordeel = beoordeel_vraag(tekst)
        if oordeel.vraag.zeker < ZEKER_GENOEG:
            return ""
        for bevinding in oordeel.bevindingen:
            if bevinding.ernst == FOUT:
                return bevinding.bericht
        return ""

    def _moment_in_woorden(self, tekst: str) -> tuple[str, bool | None]:
        """The day that an answer means, to see whether it was understood."""
        tijd = self.actie(tekst).ontleding.tijd
        if tijd.tot:
            return f"{dag_in_woorden(tijd.tot, self.vandaag)} ", True
        woord = "vast moment " if tijd.ritme else "moment "
        return woord, tijd.heeft_moment


def klopt_dat(wanneer: str) -> str:
    """Say *wanneer* back, and how to change it; '' for ''."""
    return f"{wanneer}. Klopt dat niet? ^T" if wanneer else ""


def meekijker(veld: Veld, context: Context) -> Meekijker | None:
    """Who looks along while *veld* is typed; None when it has no checks."""
    if not veld.checks:
        return None
    return meekijker_voor(veld.checks, context)


def meekijker_voor(checks: tuple[str, ...], context: Context) -> Meekijker:
    """Who looks along for *checks*, on the day and in the region of the sessie."""
    regio = context.groep.instellingen.regio
    return Meekijker(checks, context.vandaag, regio)
