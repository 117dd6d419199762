"""The form as a file of its own, to fill in with an editor: with a line on how that is done."""

from intervisie_cli.model.context import Context
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.vragen.formulier.indeling import LETTERLIJK, is_label
from intervisie_cli.vragen.formulier.labels import Labels, labels_of
from intervisie_cli.vragen.formulier.lezen import Ingevuld, lees
from intervisie_cli.vragen.formulier.samen import is_choice
from intervisie_cli.vragen.formulier.schrijven import form_lines
from intervisie_cli.vragen.script import VAN_NOTULEN

UITLEG = (
    "<!-- Vul in achter de dubbele punt; langer kan op regels die inspringen. "
    "Wat je onderaan schrijft, komt in de notulen. -->"
)
_EERDER = "<!-- Dit stond hier nog van een eerdere keer:"
_EINDE = "-->"


def write_form(context: Context, antwoorden: Antwoorden, eerder: str = "") -> str:
    """The form, filled in as far as *antwoorden* go, above the free notulen.

    *eerder* is a form that was not taken over; it is shown below.
    """
    regels = [UITLEG, "", *form_lines(context, antwoorden), ""]
    notulen = str(antwoorden.get(VAN_NOTULEN) or "")
    if notulen:
        regels += [*_as_text(context, notulen), ""]
    if eerder:
        # What that one showed of a form before it would end the comment halfway.
        eigen = (_EERDER, _EINDE)
        oud = [regel for regel in eerder.split("\n") if regel not in eigen]
        regels += [_EERDER, *oud, _EINDE, ""]
    return "\n".join(regels)


def read_form(context: Context, tekst: str) -> Ingevuld:
    """Read it back, with the free notulen in its *rest*."""
    ingevuld = lees(context, "\n".join(map(_without_own, _typed(tekst))))
    labels = labels_of(context.stap)
    rest = [
        regel.removeprefix(LETTERLIJK) if _looks_like_form(regel, labels) else regel
        for regel in ingevuld.rest.strip("\n").split("\n")
    ]
    return ingevuld._replace(rest="\n".join(rest))


def shows_earlier(tekst: str) -> bool:
    """Whether an earlier form stands below this one, which nobody took over."""
    return _EERDER in tekst.split("\n")


def _typed(tekst: str) -> list[str]:
    """The lines, empty where an earlier form is shown.

    Their numbers stay: by those is said what cannot be read.
    """
    regels = []
    is_eerder = False
    for regel in tekst.split("\n"):
        is_eerder = is_eerder or regel == _EERDER
        regels.append("" if is_eerder else regel)
        is_eerder = is_eerder and regel != _EINDE
    return regels


def _without_own(regel: str) -> str:
    is_own = regel.rstrip() == UITLEG or is_choice(regel)
    return "" if is_own else regel


def _as_text(context: Context, tekst: str) -> list[str]:
    """Lines of free text, none of which is taken for one of the form."""
    labels = labels_of(context.stap)
    return [
        f"{LETTERLIJK}{regel}" if _looks_like_form(regel, labels) else regel
        for regel in tekst.split("\n")
    ]


def _looks_like_form(regel: str, labels: Labels) -> bool:
    return is_label(regel.lstrip(LETTERLIJK), labels)
