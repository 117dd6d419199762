"""The form as a file of its own, to fill in with an editor: with a line on how that is done."""

from intervisie_cli.model.context import Context
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.vragen.formulier.indeling import LETTERLIJK, is_label
from intervisie_cli.vragen.formulier.labels import Labels, labels_of
from intervisie_cli.vragen.formulier.lezen import Ingevuld, lees
from intervisie_cli.vragen.formulier.samen import comments
from intervisie_cli.vragen.formulier.schrijven import form_lines
from intervisie_cli.vragen.script import VAN_NOTULEN

UITLEG = (
    "<!-- Vul in achter de dubbele punt; langer kan op regels die inspringen. "
    "Wat je onderaan schrijft, komt in de notulen. -->"
)
_EERDER = "<!-- Dit stond hier nog van een eerdere keer:"


def write_form(context: Context, antwoorden: Antwoorden, eerder: str = "") -> str:
    """The form, filled in as far as *antwoorden* go, above the free notulen.

    *eerder* is a form that was not taken over; it is shown below.
    """
    regels = [UITLEG, "", *form_lines(context, antwoorden), ""]
    notulen = str(antwoorden.get(VAN_NOTULEN) or "")
    if notulen:
        regels += [*_as_text(context, notulen), ""]
    if eerder:
        regels += [_EERDER, *eerder.split("\n"), "-->", ""]
    return "\n".join(regels)


def read_form(context: Context, tekst: str) -> Ingevuld:
    """Read it back, with the free notulen in its *rest*."""
    eigen = {UITLEG, *comments(context)}
    regels = []
    for regel in tekst.split("\n"):
        if regel == _EERDER:
            break
        # The numbers of the lines stay: by those is said what cannot be read.
        regels.append("" if regel in eigen else regel)
    ingevuld = lees(context, "\n".join(regels))
    labels = labels_of(context.stap)
    rest = [
        regel.removeprefix(LETTERLIJK) if _looks_like_form(regel, labels) else regel
        for regel in ingevuld.rest.strip("\n").split("\n")
    ]
    return ingevuld._replace(rest="\n".join(rest))


def _as_text(context: Context, tekst: str) -> list[str]:
    """Lines of free text, none of which is taken for one of the form."""
    labels = labels_of(context.stap)
    return [
        f"{LETTERLIJK}{regel}" if _looks_like_form(regel, labels) else regel
        for regel in tekst.split("\n")
    ]


def _looks_like_form(regel: str, labels: Labels) -> bool:
    return is_label(regel.lstrip(LETTERLIJK), labels)
