"""Which step is meant, and what it knows of the steps before it."""

import re
from collections.abc import Collection, Iterable

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap.onbekend import check_known
from intervisie_cli.groep import verleden
from intervisie_cli.groep.gestopt import hervat
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.context import HULPVRAAG, KEREN, Context
from intervisie_cli.model.draaiboek import AFSPRAKEN, ID, OPEN_ACTIES, Veld
from intervisie_cli.model.fouten import (
    IntervisieError,
    NieuwereVersie,
    OnleesbaarBestand,
)
from intervisie_cli.model.namen import RONDE, id_of, is_id
from intervisie_cli.model.plain import Data, items_in
from intervisie_cli.model.sessie import Sessie
from intervisie_cli.records.document import Document
from intervisie_cli.tijd.dag import dag_in_woorden

# A step as it can be typed: the ronde or its folder when that is named, then the number, the name
# or the file of the step.
_GETYPT = re.compile(
    rf"(?:((?:{RONDE})?(\d+)[a-z0-9-]*)/)?(?:(\d+)|(?:\d+-)?([a-z][a-z0-9-]*?)(?:\.md)?)"
)


def choose(
    sessie_map: SessieMap,
    gevraagd: str | None,
    *,
    opnieuw: bool,
    nog: int = 1,
    overslaan: bool = False,
) -> StapBestand:
    """Give the step that is to be done: the next one, or the one asked for. Raises IntervisieError.

    With *opnieuw* it is the last one that is done. When *nog* answers to the step are to come, this
    one included, it is the last but so many, so that they go to the steps in order. Only to skip it
    (*overslaan*) the draaiboek need not know it.
    """
    check_editable(sessie_map)
    gekozen = _choose(sessie_map, gevraagd, opnieuw=opnieuw, nog=nog)
    if not overslaan:
        check_known(sessie_map, gekozen)
    return gekozen


def _choose(
    sessie_map: SessieMap,
    gevraagd: str | None,
    *,
    opnieuw: bool,
    nog: int,
) -> StapBestand:
    kan = named(sessie_map, gevraagd) if gevraagd else list(sessie_map.stappen)
    af = [stap for stap in kan if stap.is_af]
    te_doen = [stap for stap in kan if not stap.is_af]
    if opnieuw and af:
        return af[max(0, len(af) - nog)]
    if opnieuw and not gevraagd:
        raise IntervisieError(
            "Er is nog geen stap om opnieuw te openen.", "Typ: intervisie step"
        )
    if not te_doen:
        raise _nothing_left(sessie_map, af[-1] if gevraagd else None)
    volgende = sessie_map.volgende
    if volgende and te_doen[0] is not volgende:
        hulp = "Typ: intervisie step"
        if volgende.plek.stap.optioneel:
            hulp += f", of sla die over: intervisie step {volgende.plek.verwijzing} --overslaan"
        raise IntervisieError(f"Eerst komt {volgende.plek.titel}.", hulp)
    return te_doen[0]


def _nothing_left(
    sessie_map: SessieMap, gevraagd: StapBestand | None
) -> IntervisieError:
    """Why no step is to be done, or not the one that was asked for."""
    sessie = sessie_map.sessie
    if gevraagd and gevraagd.is_vastgelegd:
        return AlVastgelegd(gevraagd)
    if sessie.is_afgerond:
        return IntervisieError(
            f"De sessie van {_dag(sessie_map)} is afgerond.",
            "Toch verder? Typ: intervisie wijzig --heropen, of intervisie new.",
        )
    ronde = gevraagd.plek.ronde if gevraagd else None
    if gevraagd and ronde:
        return IntervisieError(
            f"Ronde {ronde.nummer} is vervallen.",
            f"Toch verder? Typ: {hervat(sessie, gevraagd)}",
        )
    if all(ronde.is_vervallen for ronde in sessie.rondes):
        return IntervisieError(
            "In deze sessie brengt nog niemand iets in.",
            "Typ: intervisie wijzig --ronde-erbij LID",
        )
    return SessieKlaar(sessie_map)


def check_editable(sessie_map: SessieMap) -> None:
    """Raise NieuwereVersie for a sessie that a newer program made."""
    if sessie_map.sessie.is_nieuwer:
        raise NieuwereVersie(f"De sessie van {_dag(sessie_map)}")


def _dag(sessie_map: SessieMap) -> str:
    datum = sessie_map.sessie.datum
    return dag_in_woorden(datum, datum)


class SessieKlaar(IntervisieError):
    """Every step of the sessie is done."""

    def __init__(self, sessie_map: SessieMap) -> None:
        super().__init__(
            f"De sessie van {_dag(sessie_map)} is al klaar.",
            "Typ: intervisie step STAP --opnieuw om iets te veranderen, "
            "of intervisie new voor een nieuwe.",
        )


class AlVastgelegd(IntervisieError):
    """The step is recorded already."""

    def __init__(self, stap: StapBestand) -> None:
        bericht = f"{stap.plek.titel} is al vastgelegd."
        hulp = (
            f"Typ: intervisie step {stap.plek.verwijzing} --opnieuw om te veranderen."
        )
        ronde = stap.plek.ronde
        if ronde and ronde.is_vervallen:
            bericht = f"{bericht[:-1]}; daarna is ronde {ronde.nummer} vervallen."
            hulp += f" Of ga verder: intervisie wijzig --ronde-erbij {ronde.inbrenger}"
        super().__init__(bericht, hulp)
        self.stap = stap


def named(sessie_map: SessieMap, gevraagd: str) -> list[StapBestand]:
    """Find the steps called 'advisering', '5', 'ronde-1/advisering' or '1/advisering'.

    Raises IntervisieError.
    """
    gevonden = []
    match = _GETYPT.fullmatch(gevraagd.strip().lower())
    if match:
        folder, ronde, nummer, naam = match.groups()
        # Its folder keeps the number that a ronde began with.
        mappen = {eigen.map: str(eigen.nummer) for eigen in sessie_map.sessie.rondes}
        ronde = mappen.get(folder, ronde)
        for stap in sessie_map.stappen:
            heet = stap.plek.stap
            is_stap = naam == heet.naam or nummer == str(heet.nummer)
            if is_stap and _is_in_ronde(stap, ronde):
                gevonden.append(stap)
    if not gevonden:
        namen = dict.fromkeys(stap.plek.stap.naam for stap in sessie_map.stappen)
        kies = (
            f"Kies uit: {', '.join(namen)}. Een andere sessie? Noem haar met --sessie."
        )
        waar = f"in de sessie van {_dag(sessie_map)}"
        raise IntervisieError(f"Die stap is er niet {waar}.", kies)
    return gevonden


def _is_in_ronde(stap: StapBestand, nummer: str | None) -> bool:
    """Whether the step is of the ronde with this number; None is any."""
    if nummer is None:
        return True
    ronde = stap.plek.ronde
    return ronde is not None and str(ronde.nummer) == nummer


def document_of(stap: StapBestand) -> Document:
    """Give what stands in the file of a step. Raises OnleesbaarBestand when it is gone."""
    if stap.document is None:
        raise OnleesbaarBestand(
            f"Het bestand van {stap.plek.titel} is weg.",
            "Kijk hoe je het terugzet met: intervisie doctor",
        )
    return stap.document


def context_of(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    gegeven: Collection[str] | None = None,
) -> Context:
    """Gather what the step knows, as far as the fields that are *gegeven* need it; all for None.

    Raises OnleesbaarBestand when its file is gone.
    """
    document_of(stap)
    sessie = sessie_map.sessie
    velden = stap.plek.stap.velden
    # Each of these reads other sessies, so only what a field asks for is looked up.
    zijn_nieuw = False
    if any(veld.als.als_nieuw for veld in velden):
        zijn_nieuw = not verleden.kennen_elkaar(omgeving.root, sessie)
    open_acties: tuple[Data, ...] = ()
    if _vraagt_acties(velden, gegeven):
        open_acties = _open_acties(omgeving, sessie, stap)
    afspraken: tuple[Data, ...] = ()
    if any(veld.lijst.bron for veld in velden) and _is_last(sessie_map, stap):
        afspraken = _afspraken(omgeving, sessie)
    return Context(
        stap=stap.plek.stap,
        sessie=sessie,
        ronde=stap.plek.ronde,
        groep=omgeving.groep,
        hulpvraag=sessie_map.hulpvraag_before(stap),
        zijn_nieuw=zijn_nieuw,
        open_acties=open_acties,
        afspraken=afspraken,
        er_zijn=sessie_map.er_zijn(stap.plek),
    )


def _vraagt_acties(velden: tuple[Veld, ...], gegeven: Collection[str] | None) -> bool:
    """Whether a field asks about earlier acties; of those that are *gegeven*, or of all."""
    for veld in velden:
        if gegeven is not None and veld.naam not in gegeven:
            continue
        if veld.lijst.bron == OPEN_ACTIES or veld.is_vervolg:
            return True
    return False


def _is_last(sessie_map: SessieMap, stap: StapBestand) -> bool:
    """Whether no step of this name comes later: what is asked of the whole sessie is asked once."""
    naam = stap.plek.stap.naam
    paden = [ander.pad for ander in sessie_map.stappen if ander.plek.stap.naam == naam]
    return paden[-1] == stap.pad


def _afspraken(omgeving: Omgeving, sessie: Sessie) -> tuple[Data, ...]:
    """What was agreed on in the sessie before this one."""
    vorige = verleden.vorige(omgeving.root, sessie)
    if not vorige:
        return ()
    return _whole(verleden.items(vorige, AFSPRAKEN), "afspraak")


def _open_acties(
    omgeving: Omgeving, sessie: Sessie, stap: StapBestand
) -> tuple[Data, ...]:
    """The acties that are open, and those that this step told about already.

    In a ronde they are those of the inbrenger.
    """
    from intervisie_cli.flows.actie.ritme import keren
    from intervisie_cli.flows.terugblik.acties import acties, acties_met, open_before

    # The ronde goes on with an actie that may be done by now: that one stays among the choices.
    alle = (
        *acties(omgeving, open_before(sessie)),
        *acties_met(omgeving, stap.carried_on),
    )
    per_id = {id_of(treffer.actie): treffer for treffer in alle}
    per_id.pop("", None)
    ronde = stap.plek.ronde
    gevonden = []
    for treffer in per_id.values():
        if ronde and ronde.inbrenger not in treffer.leden:
            continue
        gevonden.append(
            {
                **treffer.actie,
                "wie": treffer.wie,
                KEREN: keren(treffer, sessie.datum, omgeving.groep),
                HULPVRAAG: treffer.hulpvraag,
            }
        )
    # What a terugblik told of, is asked again when the step is opened again, also if it is done.
    terugblik = items_in(stap.data.get("terugblik"))
    verteld = [item for item in terugblik if id_of(item) not in per_id]
    for item in verteld:
        actie = {ID: item.get(ID), "actie": item.get("actie")}
        gevonden.append(actie)
    return _whole(gevonden, "actie")


def _whole(items: Iterable[Data], naam: str) -> tuple[Data, ...]:
    """The items that have an id and say something: the file may be edited outside intervisie."""
    met_id = [item for item in items if is_id(item.get("id"))]
    return tuple(item for item in met_id if item.get(naam))
