"""What is typed at a question: why it cannot be the answer, and how it is kept."""

from datetime import date

from intervisie_cli.model.draaiboek import AANTAL, DATUM, LANG
from intervisie_cli.model.vraag import Vraag
from intervisie_cli.taal.tekst import bezwaar, lees_aantal, schoon, zonder_stuurtekens
from intervisie_cli.tijd.dag import lees_datum


def objection(vraag: Vraag, typed: str, vandaag: date) -> str:
    """Say in Dutch why what was typed is no answer; '' when it is."""
    text = schoon(zonder_stuurtekens(typed))
    if not text:
        return "Hier hoort een antwoord." if vraag.verplicht else ""
    if reden := bezwaar(text, is_lang=vraag.soort == LANG):
        return f"Dit antwoord {reden}."
    leeg = "" if vraag.verplicht else " Leeg mag ook."
    if vraag.soort == DATUM and not lees_datum(text, vandaag):
        return f"Schrijf een datum die bestaat, zoals 1 december of 2026-12-01.{leeg}"
    if vraag.soort == AANTAL and lees_aantal(text) is None:
        return f"Schrijf een getal, zoals 9.{leeg}"
    return ""


def answer(vraag: Vraag, typed: str, vandaag: date) -> str:
    """Give what was typed as it is kept: made uniform, a day as ISO, a number in digits."""
    text = schoon(zonder_stuurtekens(typed))
    gelezen = {DATUM: lambda: lees_datum(text, vandaag), AANTAL: lambda: lees_aantal(text)}.get(
        vraag.soort, str
    )()
    return text if gelezen in (None, "") else str(gelezen)
