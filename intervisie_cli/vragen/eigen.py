"""What one member gave at a laptop of their own, and what they are done with.

A yes is said of words: it counts as long as those words stand there, whoever changes them where.
"""

import hashlib
from collections.abc import Collection
from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import ID, STATUS, Veld
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import KLAAR
from intervisie_cli.model.sleutel import NOG, VOLGORDE, Sleutel, said_of, veld_van
from intervisie_cli.model.voortgang import NEE, Voortgang, is_heropend
from intervisie_cli.model.vraag import Antwoorden, Vraag
from intervisie_cli.vragen.fasen import eigenaar, gave_enough
from intervisie_cli.vragen.opbouw import naar_antwoorden
from intervisie_cli.vragen.script import open_vraag

# Enough to tell the wordings of one evening apart.
_LENGTE = 8


def gegeven(context: Context, data: Data, voortgang: Voortgang) -> Antwoorden:
    """The answers in the file *data* that count when the member `context.als` is asked theirs.

    What others left empty may still come; what this member left empty does not.
    """
    er_is = naar_antwoorden(context._replace(als=""), data, "")
    # In a step that was closed nobody changes words any more.
    is_dicht = data.get(STATUS) == KLAAR
    nu = er_is if is_dicht else actueel(er_is, context, voortgang)
    # What others said of words that changed since is for them to say anew, and not to take away.
    antwoorden = {
        sleutel: waarde
        for sleutel, waarde in (er_is | nu).items()
        if sleutel in nu or eigenaar(sleutel, context) != context.als
    }
    for sleutel, waarde in list(antwoorden.items()):
        if waarde not in ("", None) or is_dicht:
            continue
        if not _left_empty(sleutel, er_is, context, voortgang):
            del antwoorden[sleutel]
    for veld in context.stap.velden:
        volgorde = Sleutel(veld.naam, deel=VOLGORDE)
        is_gekozen = is_dicht or voortgang.is_gereed(context.als, veld.naam)
        # A file has its items in some order, also before the inbrenger chose one.
        if context.als == context.inbrenger and not is_gekozen:
            antwoorden.pop(volgorde, None)
        if veld.is_lijst and _is_done(veld, context, data, voortgang):
            antwoorden[Sleutel(veld.naam, context.als, deel=NOG)] = False
    return antwoorden


def actueel(
    antwoorden: Antwoorden,
    context: Context,
    voortgang: Voortgang,
) -> Antwoorden:
    """The answers without what members said, at laptops of their own, of words that changed since.

    A no is there too of what keeps only who said yes.
    """
    oud = _old(antwoorden, context, voortgang)
    nu = dict(antwoorden)
    for sleutel in oud:
        del nu[sleutel]
    for veld in context.stap.velden:
        if not veld.is_namenlijst:
            continue
        for lid in voortgang.zelf:
            sleutel = Sleutel(veld.naam, lid)
            merk = _merk(sleutel, False, antwoorden, context)
            if sleutel not in nu and voortgang.zei(lid, merk):
                nu[sleutel] = False
    return nu


def _is_done(
    veld: Veld,
    context: Context,
    data: Data,
    voortgang: Voortgang,
) -> bool:
    """Whether the member gives no more items of their own."""
    # In a step that was closed and is open again, only what others said of new words is asked.
    if voortgang.is_gereed(context.als, veld.naam) or is_heropend(data):
        return True
    if data.get(STATUS) != KLAAR:
        return False
    # Who gave what they owe before it was closed, is done.
    return gave_enough(veld, data, context.als)


def open_voor(
    lid: str,
    context: Context,
    data: Data,
    voortgang: Voortgang,
) -> Vraag | None:
    """The first question that a member still has to answer, None for none."""
    eigen = context._replace(als=lid, elders=(), voorbij=None)
    return open_vraag(eigen, gegeven(eigen, data, voortgang))


def klaar_met(context: Context, antwoorden: Antwoorden) -> tuple[str, ...]:
    """What the member `context.als` is done with: fields, items, and the words they judged."""
    over = []
    for sleutel, waarde in antwoorden.items():
        if sleutel.coach:
            continue
        if sleutel.deel == NOG:
            if sleutel.lid == context.als and waarde is False:
                over.append(sleutel.veld)
        elif sleutel.deel == VOLGORDE:
            if context.als == context.inbrenger:
                over.append(sleutel.veld)
        elif eigenaar(sleutel, context) == context.als:
            if said_of(sleutel, context.stap):
                over.append(_merk(sleutel, waarde, antwoorden, context))
            elif waarde in ("", None):
                over.append(_wat(sleutel, antwoorden))
    return tuple(dict.fromkeys(filter(None, over)))


def klaar_met_velden(
    context: Context,
    data: Data,
    namen: Collection[str],
) -> tuple[str, ...]:
    """The same, of who gave the fields *namen* of *data* in a file: they are done with those."""
    antwoorden = naar_antwoorden(context._replace(als=""), data, "")
    van_velden: Antwoorden = {}
    for sleutel, waarde in antwoorden.items():
        if sleutel.veld in namen:
            van_velden[sleutel] = waarde
    for veld in context.stap.velden:
        if veld.naam not in namen:
            continue
        if veld.is_lijst:
            van_velden[Sleutel(veld.naam, context.als, deel=NOG)] = False
        elif veld.is_namenlijst:
            van_velden.setdefault(Sleutel(veld.naam, context.als), False)
            van_velden |= _words_of(veld, antwoorden)
    return klaar_met(context, van_velden)


def _words_of(veld: Veld, antwoorden: Antwoorden) -> Antwoorden:
    tekst = Sleutel(veld.opnieuw_bij_nee)
    if tekst not in antwoorden:
        return {}
    return {tekst: antwoorden[tekst]}


def _left_empty(
    sleutel: Sleutel,
    antwoorden: Antwoorden,
    context: Context,
    voortgang: Voortgang,
) -> bool:
    is_mine = eigenaar(sleutel, context) == context.als
    if not is_mine or sleutel.coach or not veld_van(sleutel, context.stap):
        return False
    return voortgang.is_gereed(context.als, _wat(sleutel, antwoorden))


def _old(
    antwoorden: Antwoorden,
    context: Context,
    voortgang: Voortgang,
) -> set[Sleutel]:
    """What members said, at laptops of their own, of other words than those of now."""
    oud = set()
    for sleutel, waarde in antwoorden.items():
        lid = eigenaar(sleutel, context)
        if not said_of(sleutel, context.stap):
            continue
        wat = _wat(sleutel, antwoorden)
        # Who answers at the laptop of the lead by now may have judged other words before.
        if lid not in voortgang.zelf and not voortgang.oordeelde(lid, wat):
            continue
        if not voortgang.zei(lid, _merk(sleutel, waarde, antwoorden, context)):
            oud.add(sleutel)
    return oud


def _wat(sleutel: Sleutel, antwoorden: Antwoorden) -> str:
    """The field, or the id of the item, that *sleutel* is about; '' for an item without."""
    if sleutel.item == Sleutel(sleutel.veld):
        return sleutel.veld
    if sleutel.nummer is None and not sleutel.bron:
        return sleutel.veld
    return str(antwoorden.get(sleutel.item.met(ID)) or "")


def _merk(
    sleutel: Sleutel,
    waarde: Any,
    antwoorden: Antwoorden,
    context: Context,
) -> str:
    """What was judged and how, with a mark of its words: a no to them is no yes later."""
    tekst = said_of(sleutel, context.stap)
    woorden = str(antwoorden.get(tekst) if tekst else "")
    if sleutel.deel:
        # Who stands behind an actie can doubt whether it is feasible.
        woorden = f"{sleutel.deel}: {woorden}"
    raw = woorden.encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(raw).hexdigest()
    oordeel = NEE if waarde is False else ""
    return f"{_wat(sleutel, antwoorden)}/{oordeel}{digest[:_LENGTE]}"
