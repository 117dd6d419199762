"""All answers of a step as a form to fill in with an editor, the questions as comments."""

import re
from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import ID, LID, NOTULEN, Veld
from intervisie_cli.model.plain import Data
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.vragen.opbouw import naar_data
from intervisie_cli.vragen.soorten.register import soort_van

# A plain text behind a key in which a # would begin a comment: what follows would be lost.
_HEKJE = re.compile(r"""\s*(?:- )?\w+:\s+[^\s"'|>#].*\s#""")
_VRIJE_NOTULEN = Veld(NOTULEN, "lang")


def document(context: Context, antwoorden: Antwoorden, eerder: str = "") -> str:
    """Write the form as YAML, filled in as far as *antwoorden* go.

    *eerder* is a form that was not taken over; it is shown below.
    """
    gegeven = naar_data(context, antwoorden)
    regels = [
        f"# {context.stap.titel}. Bewaar, sluit de editor, en kijk je antwoorden na."
    ]
    for veld in context.stap.velden:
        soort = soort_van(veld)
        if soort.is_vast:
            continue
        regels += ["", f"# {veld.vraag}"]
        regels += soort.uitleg(veld, context)
        regels += soort.formulier(veld, context, gegeven.get(veld.naam))
    notulen = soort_van(_VRIJE_NOTULEN).in_formulier(gegeven.get(NOTULEN), "  ")
    regels += ["", "# Vrije notulen", f"{NOTULEN}:{notulen}", ""]
    if eerder:
        regels.append("# Dit stond hier nog van een eerdere keer:")
        for regel in eerder.split("\n"):
            regels.append(f"# {regel}")
        regels.append("")
    return "\n".join(regels)


def lost_at(text: str) -> int:
    """The number of the first line of which YAML would drop an end behind a #; 0 for none."""
    for nummer, regel in enumerate(text.split("\n"), 1):
        if _HEKJE.match(regel):
            return nummer
    return 0


def without_blanks(gegeven: Data) -> Data:
    """Take out what was left empty in the form: keys, and items without any answer."""
    resultaat = {}
    for sleutel, waarde in gegeven.items():
        gevuld = waarde
        if isinstance(waarde, list):
            gevuld = _filled_items(waarde)
        if gevuld not in (None, "", []):
            resultaat[sleutel] = gevuld
    return resultaat


def _filled_items(items: list[Any]) -> list[Any]:
    """Take out the items that hold nothing but whose they are."""
    filled = []
    for item in items:
        if not isinstance(item, dict):
            filled.append(item)
            continue
        rest = without_blanks(item)
        if set(rest) - {LID, ID}:
            filled.append(rest)
    return filled


def nothing_owed(context: Context) -> Context:
    """The same step, in which nobody owes anything: what a form lacks is asked afterwards."""
    velden = tuple(map(_not_owed, context.stap.velden))
    return context._replace(stap=context.stap._replace(velden=velden))


def _not_owed(veld: Veld) -> Veld:
    return veld._replace(
        verplicht=False,
        lijst=veld.lijst._replace(minstens=0, unaniem=False),
        onderdelen=tuple(map(_not_owed, veld.onderdelen)),
    )
