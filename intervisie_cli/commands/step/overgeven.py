"""What was typed at the laptop of who leads goes to members who go on at laptops of their own."""

from collections.abc import Collection
from contextlib import suppress

from intervisie_cli.commands.app import App
from intervisie_cli.flows.stap import tussenstand
from intervisie_cli.flows.stap.beginnen import filled_in
from intervisie_cli.flows.stap.hier import Hier
from intervisie_cli.flows.stap.inhoud import AntwoordenFout
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.model.draaiboek import ID
from intervisie_cli.model.plain import texts_in
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.vragen.fasen import eigenaar


def hand_over(app: App, hier: Hier, leden: Collection[str]) -> bool:
    """Put what stands in the draft alone of these members in the file; give whether there was any.

    What does not fit there, beside what they gave themselves, comes up at its question.
    """
    van_hen = _typed_of(hier, leden)
    if not van_hen:
        return False
    concept, eigen = hier.concept, hier.concept.antwoorden
    mee = _with_items(van_hen, eigen)
    samen = mee | filled_in(hier.stap, hier.context)
    concept.antwoorden = samen
    # What cannot be recorded does not stand there, as is seen below.
    try:
        with suppress(AntwoordenFout), locked(app.omgeving, app.wacht) as vastlegger:
            gedaan = tussenstand.record(vastlegger, app.omgeving, hier, ())
            hier.sessie_map, hier.stap = gedaan.sessie_map, gedaan.stap
    finally:
        concept.antwoorden = eigen
    # By its id an item is the same one here and in the file.
    for kenmerk in {sleutel.item.met(ID) for sleutel in mee} & samen.keys():
        eigen[kenmerk] = samen[kenmerk]
    er_staat = set(texts_in(hier.stap.data))
    for sleutel, waarde in van_hen.items():
        if waarde not in er_staat:
            concept.geweken[sleutel] = waarde
    return any(waarde in er_staat for waarde in van_hen.values())


def _typed_of(hier: Hier, leden: Collection[str]) -> Antwoorden:
    al_daar = set(texts_in(hier.stap.data))
    van_hen: Antwoorden = {}
    for sleutel, waarde in hier.concept.antwoorden.items():
        is_tekst = isinstance(waarde, str) and bool(waarde) and sleutel.deel != ID
        if not is_tekst or waarde in al_daar or sleutel.coach:
            continue
        if eigenaar(sleutel, hier.context) in leden:
            van_hen[sleutel] = waarde
    return van_hen


def _with_items(van_hen: Antwoorden, eigen: Antwoorden) -> Antwoorden:
    """The same, with the items that they say something of: those can be of others."""
    items = {sleutel.item for sleutel in van_hen if sleutel.deel}
    samen: Antwoorden = {}
    for sleutel, waarde in eigen.items():
        is_tekst = isinstance(waarde, str) and not sleutel.coach
        if is_tekst and sleutel.item in items:
            samen[sleutel] = waarde
    return samen | van_hen


def has_dropped(hier: Hier) -> bool:
    """Whether an item that another sent was dropped here: it was there twice."""
    er_staat = filled_in(hier.stap, hier.context)
    return any(
        sleutel.deel == ID and sleutel not in hier.concept.antwoorden
        for sleutel in er_staat
        if sleutel.lid in hier.context.elders
    )
