"""Fills in a whole step in the editor of the person, as a form."""

from intervisie_cli import system
from intervisie_cli.commands.app import App
from intervisie_cli.commands.step.stoppen import gestopt
from intervisie_cli.flows.stap.antwoordenbestand import read_answers
from intervisie_cli.flows.stap.inhoud import check_answers
from intervisie_cli.groep.concept import Concept
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import NOTULEN
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import JA_NEE, Antwoorden, Vraag
from intervisie_cli.ui.editor import edit
from intervisie_cli.vragen import formulier
from intervisie_cli.vragen.opbouw import naar_antwoorden

_WEER = Vraag(
    Sleutel("weer"), "ja-nee", "De editor weer openen?", keuzes=JA_NEE, standaard=True
)


def fill_in(app: App, context: Context, concept: Concept) -> None:
    """Let the person fill in all answers, until what stands there can be taken over.

    What they left open is asked afterwards. The form stays as long as it was not taken over.
    """
    path = concept.formulier
    if not concept.is_form_newest():
        eerder = concept.read_formulier().decode("utf-8", "replace")
        nieuw = formulier.document(context, concept.vorige | concept.antwoorden, eerder)
        system.write_durable(path, nieuw.encode())
    while True:
        edit(path)
        try:
            concept.antwoorden = _read(app, context, concept.read_formulier())
        except IntervisieError as fout:
            app.console.fout(fout.bericht, "Wat je in de editor schreef is bewaard.")
            if not app.ask(_WEER):
                raise gestopt("intervisie step --editor") from None
            continue
        concept.save()
        system.remove_durable(path)
        return


def _read(app: App, context: Context, raw: bytes) -> Antwoorden:
    """Read the form as answers of the questions. Raises IntervisieError."""
    if regel := formulier.lost_at(raw.decode("utf-8", "replace")):
        raise IntervisieError(
            f"In regel {regel} valt weg wat achter # staat. Zet de tekst tussen aanhalingstekens."
        )
    documents = read_answers(raw)
    if len(documents) != 1:
        raise IntervisieError("Er staat een regel met alleen --- in; haal die weg.")
    gevuld = formulier.without_blanks(documents[0])
    data = check_answers(app.omgeving, formulier.nothing_owed(context), {}, gevuld)
    return naar_antwoorden(context, data, data.get(NOTULEN, ""))
