"""What the SMART sentence of an item says, so that the fields beside it need not be asked."""

from intervisie_cli.model.draaiboek import SMART, Veld
from intervisie_cli.model.sleutel import GEKOZEN, TERUG, Sleutel
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.meekijker import meekijker_voor

# The letters that are read from a sentence; of the others people decide.
_UIT_DE_ZIN = ("S", "M", "T")


def is_gezegd(
    deel: Veld,
    veld: Veld,
    item: Sleutel,
    invulling: Invulling,
) -> bool:
    """Whether *deel* of the list *veld* need not be asked: the sentence of *item* says it.

    So it is too when the coach was done with the sentence: then it has asked what was missing.
    """
    zin = _zin_van(veld)
    if not deel.letter or not zin:
        return False
    eigen = item.met(deel.naam)
    # A field that has an answer, or that somebody wanted back, stays among the questions.
    if eigen in invulling.antwoorden or eigen.bij_coach(TERUG) in invulling.antwoorden:
        return False
    sleutel = item.met(zin.naam)
    tekst = invulling.antwoord(sleutel)
    if not isinstance(tekst, str):
        return False
    if sleutel.bij_coach(GEKOZEN) in invulling.antwoorden:
        return True
    if deel.letter not in _UIT_DE_ZIN:
        return False
    return not meekijker_voor(zin.checks, invulling.context).mist(tekst, deel.letter)


def uit_zin(
    deel: Veld,
    veld: Veld,
    item: Sleutel,
    invulling: Invulling,
) -> str:
    """The day or the rhythm that the sentence of *item* says, for a field that was not asked."""
    zin = _zin_van(veld)
    if deel.letter != "T" or not zin:
        return ""
    tekst = invulling.antwoord(item.met(zin.naam))
    if not isinstance(tekst, str):
        return ""
    tot, ritme = meekijker_voor(zin.checks, invulling.context).moment(tekst)
    return tot if deel.is_dag else ritme


def _zin_van(veld: Veld) -> Veld | None:
    """The part of an item that is a SMART sentence."""
    for deel in veld.onderdelen:
        if SMART in deel.checks:
            return deel
    return None
