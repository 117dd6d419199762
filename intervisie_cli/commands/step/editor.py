"""Fills in a whole step in the editor of the person, as a form."""

from intervisie_cli import system
from intervisie_cli.commands.app import App
from intervisie_cli.commands.step.stoppen import gestopt
from intervisie_cli.flows.stap.inhoud import check_answers
from intervisie_cli.groep import concept as concepten
from intervisie_cli.groep.concept import Concept
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import NOTULEN
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import JA_NEE, Antwoorden, Vraag
from intervisie_cli.records.document import decode
from intervisie_cli.records.node import YamlFout
from intervisie_cli.ui.editor import edit
from intervisie_cli.vragen.formulier import bewerken
from intervisie_cli.vragen.formulier.gegevens import data_of
from intervisie_cli.vragen.formulier.herkennen import along
from intervisie_cli.vragen.invulling import VAN_SLAAT_OVER
from intervisie_cli.vragen.keuring import nothing_owed
from intervisie_cli.vragen.opbouw import naar_antwoorden

_WEER = Vraag(
    Sleutel("weer"), "ja-nee", "De editor weer openen?", keuzes=JA_NEE, standaard=True
)
# So many lines that cannot be read are named at once.
_GENOEMD = 5


def fill_in(
    app: App,
    context: Context,
    concept: Concept,
    verder: str,
) -> None:
    """Let the person fill in all answers, until what stands there can be taken over.

    What they left open is asked afterwards. The form stays as long as it was not taken over, and
    *verder* opens it again.
    """
    path = concept.form_path
    if not concept.is_form_newest():
        eerder = _earlier(concept)
        nieuw = bewerken.write_form(context, _so_far(concept), eerder)
        system.write_durable(path, nieuw.encode("utf-8", "replace"))
    while True:
        edit(path, app.console)
        try:
            antwoorden = _read(app, context, concept.read_formulier())
        except IntervisieError as fout:
            app.console.fout(fout.bericht, fout.hulp)
            if not app.ask(_WEER):
                raise gestopt(verder) from None
            continue
        # Who passes over is no answer to any question of the form.
        if VAN_SLAAT_OVER in concept.antwoorden:
            antwoorden[VAN_SLAAT_OVER] = concept.antwoorden[VAN_SLAAT_OVER]
        concept.antwoorden = antwoorden | along(context, _so_far(concept), antwoorden)
        concept.save()
        _put_away(concept)
        return


def _so_far(concept: Concept) -> Antwoorden:
    """What was answered, and half typed or filled in by a hand."""
    return concept.vorige | concept.antwoorden


def _earlier(concept: Concept) -> str:
    """A form that was not taken over, to show below the new one."""
    raw = concept.read_formulier()
    try:
        return decode(raw)
    except YamlFout:
        # It cannot be shown, so it stays as it is, in a file of its own.
        concepten.set_aside(concept.form_path)
        return ""


def _put_away(concept: Concept) -> None:
    """Remove the form that was taken over; what it showed of an earlier one stands nowhere else."""
    if bewerken.shows_earlier(decode(concept.read_formulier())):
        concepten.set_aside(concept.form_path)
    else:
        system.remove_durable(concept.form_path)


def _read(app: App, context: Context, raw: bytes) -> Antwoorden:
    """Read the form as answers of the questions. Raises IntervisieError."""
    try:
        tekst = decode(raw)
    except YamlFout as fout:
        raise IntervisieError(
            f"Het formulier is niet te lezen (regel {fout.regel}): {fout.reden}.",
            "Wat je in de editor schreef is bewaard.",
        ) from None
    ingevuld = bewerken.read_form(context, tekst)
    if ingevuld.fouten:
        regels = [f"Regel {regel}: {reden}" for regel, reden in ingevuld.fouten]
        raise IntervisieError(
            "\n".join(regels[:_GENOEMD]), "Wat je in de editor schreef is bewaard."
        )
    document = data_of(context, ingevuld.antwoorden) | {NOTULEN: ingevuld.rest}
    data = check_answers(app.omgeving, nothing_owed(context), {}, document)
    return naar_antwoorden(context, data, data.get(NOTULEN, ""))
