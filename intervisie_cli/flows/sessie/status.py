"""Where a sessie stands: steps, what each member still owes, minutes, open acties."""

from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie import te_delen
from intervisie_cli.flows.sessie.klaar import beside
from intervisie_cli.flows.sessie.te_delen import Deling
from intervisie_cli.flows.stap.heropend import reopened
from intervisie_cli.flows.waar import typ_step
from intervisie_cli.groep import botsingen, concept, verleden, vinden
from intervisie_cli.groep.botsingen import Botsing
from intervisie_cli.groep.gepland import planned_min
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.actie import Actie
from intervisie_cli.model.context import Context
from intervisie_cli.model.fouten import GitFout, IntervisieError
from intervisie_cli.model.plain import items_in
from intervisie_cli.model.voortgang import Leider
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.itemdelen import items


class Quotum(NamedTuple):
    """How many items of *veld* a member has given, of how many."""

    lid: str
    veld: str
    aantal: int
    nodig: int


class Stand(NamedTuple):
    """A sessie as `status` shows it. *spent_s* is in seconds, *plan_min* in minutes.

    *komen_nog* are the files of steps that a hand added: recording makes them. *heropend* is the
    step that was opened again, with which `step` goes on. *step* is what to type for a step of it,
    which *leider* leads, None for nobody; *leidt_hier* when that is who uses this clone. *dubbel*
    are other sessies of the day, prepared too. *deling* says what waits to be shared, None where
    nothing is shared.
    """

    sessie_map: SessieMap
    quota: tuple[Quotum, ...]
    heeft_concept: bool
    spent_s: int
    plan_min: int
    open_acties: tuple[Actie, ...]
    botsingen: tuple[Botsing, ...] = ()
    kopieen: tuple[str, ...] = ()
    komen_nog: tuple[str, ...] = ()
    heropend: StapBestand | None = None
    step: str = "intervisie step"
    leider: Leider | None = None
    leidt_hier: bool = False
    dubbel: tuple[str, ...] = ()
    deling: Deling | None = None


def look(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    *,
    is_at_hand: bool = False,
) -> Stand:
    """Gather where a sessie stands, from its files and from the draft of its next step.

    *is_at_hand* says that it is the sessie `step` takes; else that is looked up.
    """
    stappen = sessie_map.stappen
    volgende = sessie_map.volgende
    antwoorden: Antwoorden = {}
    gegeven: tuple[Quotum, ...] = ()
    if volgende:
        antwoorden = _draft(omgeving, sessie_map, volgende)
        gegeven = quota(omgeving, sessie_map, volgende, antwoorden)
    step = "intervisie step"
    if not is_at_hand:
        step = typ_step(omgeving, sessie_map.sessie.map)
    leider = volgende.leider(omgeving.clock()) if volgende else None
    regio = omgeving.groep.instellingen.regio
    kopieen = botsingen.kopieen(omgeving.root, sessie_map.sessie.map)
    return Stand(
        sessie_map=sessie_map,
        quota=gegeven,
        heeft_concept=bool(antwoorden),
        # The time of a step counts once it is done.
        spent_s=sum(stap.spent_s for stap in stappen if stap.is_af),
        plan_min=planned_min(sessie_map),
        open_acties=tuple(verleden.open_acties(sessie_map, regio)),
        step=step,
        dubbel=beside(omgeving, sessie_map),
        deling=te_delen.look(omgeving, sessie_map),
        leider=leider,
        leidt_hier=leider is not None and leider.lid == _who_is_here(omgeving),
        botsingen=tuple(_botsingen(omgeving, sessie_map)),
        kopieen=tuple(kopieen),
        komen_nog=tuple(_to_come(omgeving, sessie_map)),
        heropend=reopened(omgeving, sessie_map),
    )


def _who_is_here(omgeving: Omgeving) -> str:
    with suppress(IntervisieError):
        return vinden.read_lid(omgeving.repository.private)
    return ""


def _to_come(omgeving: Omgeving, sessie_map: SessieMap) -> list[str]:
    """The files that are not there and never were."""
    weg = [stap.pad for stap in sessie_map.stappen if stap.raw is None]
    if not weg:
        return []
    # Files are seldom gone, and what commits takes time to load.
    from intervisie_cli.git.commit import never_committed

    try:
        return never_committed(omgeving.repository, weg)
    except GitFout:
        # Without a repository there is still a sessie to see.
        return []


def _botsingen(omgeving: Omgeving, sessie_map: SessieMap) -> Iterator[Botsing]:
    yield from botsingen.of_sessie(omgeving.root, sessie_map.sessie.map)
    for stap in sessie_map.stappen:
        yield from botsingen.in_data(stap.pad, stap.data)


def _draft(omgeving: Omgeving, sessie_map: SessieMap, stap: StapBestand) -> Antwoorden:
    try:
        private = omgeving.repository.private
        sessie_id = sessie_map.sessie.id
        pad = concept.path_of(private, sessie_id, stap.plek.pad)
        gevonden = concept.load(pad, stap.plek.stap)
    except (GitFout, OSError):
        # Drafts lie in the repository. Without one there is still a sessie to see.
        return {}
    if not gevonden:
        return {}
    return gevonden.antwoorden


def quota(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    antwoorden: Antwoorden,
) -> tuple[Quotum, ...]:
    """What each member owes in the step and has given, in its file or in the answers so far."""
    plek = stap.plek
    context = Context(
        plek.stap,
        sessie_map.sessie,
        plek.ronde,
        omgeving.groep,
        er_zijn=sessie_map.er_zijn(plek),
    )
    gevonden = []
    for veld in plek.stap.velden:
        is_owed = veld.is_lijst and veld.verplicht and veld.is_per_lid
        if not is_owed:
            continue
        uit_concept = [
            sleutel.lid for sleutel in items(veld, Invulling(context, antwoorden))
        ]
        gegeven = items_in(stap.data.get(veld.naam))
        uit_bestand = [item.get("lid") for item in gegeven]
        for lid in context.owe(veld):
            # Not their sum: an item of the file can be in the draft too.
            aantal = max(uit_concept.count(lid), uit_bestand.count(lid))
            quotum = Quotum(lid, veld.naam, aantal, nodig=veld.lijst.minstens)
            gevonden.append(quotum)
    return tuple(gevonden)
