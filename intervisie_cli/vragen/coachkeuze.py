"""What somebody chose when the coach had asked about their text: to look back on the coach."""

from intervisie_cli.model.coachkeuze import Coachkeuze
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import SMART
from intervisie_cli.model.sleutel import GEKOZEN, Sleutel, veld_van
from intervisie_cli.model.vraag import Antwoorden, Wijziging
from intervisie_cli.vragen.coach import LATEN
from intervisie_cli.vragen.meekijker import meekijker


def keuze_van(
    sleutel: Sleutel,
    wijziging: Wijziging,
    context: Context,
    antwoorden: Antwoorden,
) -> Coachkeuze | None:
    """What the last answer to the coach decided; None as long as it asks on.

    *wijziging* is what that answer changes, *antwoorden* are those from before.
    """
    gekozen = wijziging.erbij.get(sleutel.bij_coach(GEKOZEN))
    veld = veld_van(sleutel.antwoord, context.stap)
    if gekozen is None or not veld:
        return None
    kijkt = meekijker(veld, context)
    tekst = antwoorden.get(sleutel.antwoord)
    if not kijkt or not isinstance(tekst, str):
        return None
    stand = kijkt(tekst)
    if SMART in veld.checks:
        wat = "".join(letter for letter, is_er in stand if is_er is False)
    else:
        wat = stand[0][0]
    nieuw = wijziging.erbij.get(sleutel.antwoord, "")
    return Coachkeuze(tekst, wat, str(nieuw), gekozen == LATEN)
