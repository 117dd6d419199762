"""What came into the file of a step since its draft was begun: nothing of it is decided silently.

The words in the file come first: they stand at their question, below what was typed here.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from intervisie_cli.flows.stap.opnieuw import reopen
from intervisie_cli.groep.concept import Concept
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import ID
from intervisie_cli.model.sleutel import VOLGORDE, Sleutel
from intervisie_cli.model.vraag import Antwoorden, Vraag
from intervisie_cli.ui.woorden import shown


def take_in(concept: Concept, ingevuld: Antwoorden) -> Antwoorden:
    """Lay what the file holds now, *ingevuld*, beside the draft; give what came in since.

    Where that is something else than was answered here, `give_way` asks it.
    """
    _make_room(concept, ingevuld)
    concept.ingevuld = ingevuld
    nieuw = _came_in(concept)
    for sleutel, waarde in nieuw.items():
        if concept.antwoorden.get(sleutel) != waarde:
            concept.forget_said_of(sleutel)
            if sleutel in concept.antwoorden:
                continue
        half = concept.vorige.get(sleutel)
        if half not in (None, "", waarde) and not concept.has_seen(sleutel, half):
            concept.geweken[sleutel] = concept.vorige.pop(sleutel)
        elif half not in (None, "", waarde):
            # It stood in the file before, and nobody typed it here.
            del concept.vorige[sleutel]
        concept.see({sleutel: waarde})
    return nieuw


def take_over(
    concept: Concept,
    ingevuld: Antwoorden,
    is_theirs: Callable[[Sleutel], bool],
) -> None:
    """Make what others answer themselves in the draft just what the file holds.

    Not what they said of words that are others in the draft by now.
    """
    nieuw: Antwoorden = {}
    for sleutel, waarde in ingevuld.items():
        if is_theirs(sleutel) and not concept.has_other_words(sleutel, ingevuld):
            nieuw[sleutel] = waarde
    for sleutel in filter(is_theirs, list(concept.antwoorden)):
        if sleutel not in nieuw and not sleutel.coach:
            del concept.antwoorden[sleutel]
    concept.antwoorden |= nieuw
    concept.see(nieuw)
    for sleutel in nieuw:
        concept.vorige.pop(sleutel, None)


def _came_in(concept: Concept) -> Antwoorden:
    """What stands in the file and did not when the draft last looked."""
    return {
        sleutel: waarde
        for sleutel, waarde in concept.ingevuld.items()
        if not concept.has_seen(sleutel, waarde)
    }


def give_way(gesteld: Sequence[Vraag], context: Context, concept: Concept) -> bool:
    """Ask again the first of these questions to which the file has another answer by now.

    Give whether there is one.
    """
    nieuw = _came_in(concept)
    for vraag in gesteld:
        anders = False
        for sleutel in _keys_of(vraag):
            if sleutel not in nieuw:
                continue
            concept.see({sleutel: nieuw[sleutel]})
            if concept.antwoorden.get(sleutel) != nieuw[sleutel]:
                anders = True
        if anders:
            _give_way(vraag, context, concept)
            return True
    return False


def _keys_of(vraag: Vraag) -> tuple[Sleutel, ...]:
    if vraag.lijn:
        return vraag.lijn.sleutels
    return (vraag.sleutel,)


def _give_way(vraag: Vraag, context: Context, concept: Concept) -> None:
    getypt = said(vraag, concept.antwoorden)
    reopen(vraag, context, concept)
    for sleutel in _keys_of(vraag):
        concept.vorige.pop(sleutel, None)
    staat_er = said(vraag, concept.ingevuld)
    if staat_er not in (None, ""):
        concept.vorige[vraag.sleutel] = staat_er
        concept.geweken[vraag.sleutel] = getypt
    else:
        concept.vorige[vraag.sleutel] = getypt
    concept.save()


def said(vraag: Vraag, antwoorden: Antwoorden) -> Any:
    """What *antwoorden* say at a question, as it is typed there."""
    if vraag.lijn:
        return vraag.lijn.schrijf(antwoorden)
    return antwoorden.get(vraag.sleutel)


def with_what_gave_way(vraag: Vraag, context: Context, concept: Concept) -> Vraag:
    """The question below what was typed at it, when something else came into the file since."""
    getypt = concept.geweken.get(vraag.sleutel)
    if getypt in (None, ""):
        return vraag
    had = f"Je had hier: {shown(vraag, getypt, context.vandaag)}"
    waarom = "Intussen staat er iets anders; dat zie je hieronder."
    if vraag.sleutel not in concept.vorige:
        waarom = "Dat ging over iets anders dan hier nu staat."
    regels = [vraag.kop, had, waarom]
    return vraag._replace(kop="\n".join(filter(None, regels)))


def _make_room(concept: Concept, ingevuld: Antwoorden) -> None:
    """Put the items of the draft behind the other items that came into the file in their place."""
    draft = concept.vorige | concept.antwoorden
    alle = {sleutel.item for sleutel in (*draft, *ingevuld)}
    genummerd = {sleutel.item for sleutel in draft if sleutel.nummer is not None}
    wordt: dict[Sleutel, Sleutel] = {}
    for item in sorted(genummerd):
        if not _is_pushed_out(item, concept, ingevuld):
            continue
        plaats = _same_item(item, draft, ingevuld)
        if not plaats:
            plaats = _next(item, alle)
        wordt[item] = plaats
        alle.add(plaats)
    concept.antwoorden = _renumbered(concept.antwoorden, wordt)
    concept.vorige = _renumbered(concept.vorige, wordt)
    concept.geweken = _renumbered(concept.geweken, wordt)


def _renumbered(gegeven: Antwoorden, wordt: Mapping[Sleutel, Sleutel]) -> Antwoorden:
    def moved(sleutel: Sleutel) -> Sleutel:
        item = wordt.get(sleutel.item, sleutel)
        return sleutel._replace(nummer=item.nummer)

    nieuw: Antwoorden = {}
    for sleutel, waarde in gegeven.items():
        nieuw[moved(sleutel)] = waarde
        if sleutel.deel == VOLGORDE and isinstance(waarde, list):
            nieuw[moved(sleutel)] = [moved(item) for item in waarde]
    return nieuw


def _is_pushed_out(item: Sleutel, concept: Concept, ingevuld: Antwoorden) -> bool:
    """Whether the file has another item now where the draft has one of its own."""
    veld = concept.stap.veld(item.veld)
    if not veld or not veld.is_lijst:
        return False
    tekst = item.met(veld.enkelvoud)
    kenmerk = item.met(ID)
    if tekst not in ingevuld:
        return False
    half = concept.vorige.get(tekst)
    had = concept.antwoorden.get(tekst)
    if had is None and not concept.has_seen(tekst, half):
        had = half
    if had in (None, "", ingevuld[tekst]):
        return False
    # What was changed since, is the same item as it was.
    is_same = concept.has_seen(kenmerk, ingevuld.get(kenmerk))
    return tekst not in concept.gezien or not is_same


def _same_item(
    item: Sleutel,
    draft: Antwoorden,
    ingevuld: Antwoorden,
) -> Sleutel | None:
    """Where the item of the draft stands in the file by now."""
    kenmerk = draft.get(item.met(ID))
    for sleutel, waarde in ingevuld.items():
        is_van = (sleutel.veld, sleutel.lid) == (item.veld, item.lid)
        if is_van and sleutel.deel == ID and waarde == kenmerk:
            return sleutel.item
    return None


def _next(item: Sleutel, alle: set[Sleutel]) -> Sleutel:
    """The first place behind all items of the same member."""
    van = (item.veld, item.lid)
    nummers = [
        ander.nummer
        for ander in alle
        if (ander.veld, ander.lid) == van and ander.nummer is not None
    ]
    return item._replace(nummer=max(nummers) + 1)
