"""Leads a group through steps at the terminal, one after the other."""

from contextlib import suppress

from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.delen import Achtergrond
from intervisie_cli.commands.step.een_stap import Leidwijze, one_step
from intervisie_cli.commands.step.einde import round_off
from intervisie_cli.commands.step.leider import KIJKEN, MEEDOEN, ask_to_lead
from intervisie_cli.commands.step.rondes import ask_for_another
from intervisie_cli.commands.step.stoppen import goes_on_with
from intervisie_cli.commands.step.toetsen import ElderVastgelegd, SessieVeranderd
from intervisie_cli.commands.step.welke_dag import ask_day
from intervisie_cli.flows.groep.ik import who_am_i
from intervisie_cli.flows.sessie.wijzig import scaffold
from intervisie_cli.flows.stap import beginnen
from intervisie_cli.flows.stap.bijdrage import member
from intervisie_cli.flows.stap.heropend import choose_or_go_on
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.flows.waar import typ_step
from intervisie_cli.groep import sessies
from intervisie_cli.groep.gestopt import has_words
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.vraag import Terug
from intervisie_cli.tonen.einde import regels as plan


def lead(
    app: App,
    sessie: str | None,
    stap: str | None,
    wensen: Leidwijze,
) -> int:
    """Lead until the person stops or the sessie is done. Raises Onderbroken when interrupted."""
    folder = sessies.find_folder(app.omgeving.root, sessie, app.omgeving.avond)
    with goes_on_with(typ_step(app.omgeving, folder)):
        app.omgeving.repository.check_ready()
        app.ensure_name()
        with locked(app.omgeving, app.wacht) as vastlegger:
            sessie_map = sessies.find(app.omgeving.root, sessie, app.omgeving.avond)
            sessie_map = scaffold(vastlegger, app.omgeving, sessie_map)
            beginnen.drop_recorded(app.omgeving, sessie_map)
        ask_day(app, sessie_map)
        achtergrond = Achtergrond(app, who_am_i(app.omgeving))
        achtergrond.take_in()
        try:
            return _step_by_step(app, achtergrond, sessie, stap, wensen)
        finally:
            achtergrond.finish()


def _step_by_step(
    app: App,
    achtergrond: Achtergrond,
    sessie: str | None,
    stap: str | None,
    wensen: Leidwijze,
) -> int:
    gedaan: list[str] = []
    is_terug = False
    while True:
        sessie_map = sessies.find(app.omgeving.root, sessie, app.omgeving.avond)
        gekozen = choose_or_go_on(
            app.omgeving, sessie_map, stap, opnieuw=wensen.opnieuw
        )
        was_open = not gekozen.is_af
        sessie = sessie_map.sessie.naam
        anders = _otherwise(app, achtergrond, sessie_map, gekozen)
        if anders is not None:
            return anders
        try:
            is_vraag = _asks_for_another(app, sessie_map, gekozen, is_terug=is_terug)
            is_terug = False
            if is_vraag and _another_ronde(
                app, achtergrond, sessie_map, gekozen, gedaan, wensen
            ):
                stap = None
                continue
            sessie_map = one_step(app, achtergrond, sessie_map, gekozen, wensen)
        except SessieVeranderd as reden:
            # What was opened again goes on where it was, also when all is done.
            blijft = gekozen.is_vastgelegd and wensen.opnieuw
            stap = gekozen.plek.vaste_verwijzing if blijft else None
            if _is_over(app, sessie, gekozen, reden):
                return 0
            continue
        except Terug:
            # There is no question before this one, so the step before it opens.
            is_terug = sessie_map.can_come_before(gekozen)
            if gedaan and not is_terug:
                _open_again(app, achtergrond, sessie_map, gedaan.pop(), wensen)
            continue
        gedaan.append(gekozen.pad)
        # The editor was asked for this step; the next one begins with its card.
        wensen = wensen._replace(editor=False)
        # What was recorded goes to the others while the group reads the next card.
        achtergrond.start()
        stap = None
        if wensen.opnieuw or not sessie_map.volgende:
            # What another recorded meanwhile stands on the last card too.
            achtergrond.take_in()
            sessie_map = sessies.load(app.omgeving.root, sessie_map.sessie.map)
            _end(app, sessie_map, is_over=was_open)
            # The next sessie may have been prepared.
            achtergrond.start()
            return 0


def _otherwise(
    app: App,
    achtergrond: Achtergrond,
    sessie_map: SessieMap,
    stap: StapBestand,
) -> int | None:
    """Take part or look on, where another leads; None to lead."""
    try:
        gekozen = ask_to_lead(app, stap)
    except Terug:
        return 0
    if gekozen == MEEDOEN:
        from intervisie_cli.commands.mee.avond import Avond

        lid = member(app.omgeving, sessie_map, who_am_i(app.omgeving))
        return Avond(app, sessie_map.sessie, lid, achtergrond).volg()
    if gekozen == KIJKEN:
        from intervisie_cli.commands.status.volg import follow

        return follow(app, sessie_map.sessie.naam)
    return None


def _end(app: App, sessie_map: SessieMap, *, is_over: bool) -> None:
    """Say how to go on, or end the sessie when it *is_over* just now and not long ago."""
    volgende = sessie_map.volgende
    if volgende:
        step = typ_step(app.omgeving, sessie_map.sessie.map)
        app.console.regel(f"Straks verder met {volgende.plek.titel}: {step}")
    elif is_over:
        round_off(app, sessie_map)


def _asks_for_another(
    app: App,
    sessie_map: SessieMap,
    stap: StapBestand,
    *,
    is_terug: bool,
) -> bool:
    """Whether a ronde can come before the step: nobody went on to it, or they go back from it."""
    if not sessie_map.can_come_before(stap):
        return False
    private = app.omgeving.repository.private
    return is_terug or not has_words(private, sessie_map.sessie, stap)


def _another_ronde(
    app: App,
    achtergrond: Achtergrond,
    sessie_map: SessieMap,
    stap: StapBestand,
    gedaan: list[str],
    wensen: Leidwijze,
) -> bool:
    """Ask for another ronde, or open the step before; give whether the sessie is another now."""
    try:
        return ask_for_another(app, sessie_map, stap)
    except Terug:
        pad = gedaan.pop() if gedaan else _recorded_before(sessie_map, stap)
        # Before the first step there is nothing to go back to.
        if pad:
            _open_again(app, achtergrond, sessie_map, pad, wensen)
        return True


def _recorded_before(sessie_map: SessieMap, stap: StapBestand) -> str:
    """The last step before this one that was recorded, '' for none."""
    nummer = sessie_map.stappen.index(stap)
    for ander in reversed(sessie_map.stappen[:nummer]):
        if ander.is_vastgelegd:
            return ander.pad
    return ""


def _is_over(
    app: App,
    sessie: str,
    stap: StapBestand,
    reden: SessieVeranderd,
) -> bool:
    """Whether a change left nothing to do; then the sessie is rounded off, or was elsewhere."""
    sessie_map = sessies.find(app.omgeving.root, sessie, app.omgeving.avond)
    if stap.is_vastgelegd or sessie_map.volgende:
        return False
    if isinstance(reden, ElderVastgelegd):
        # Who closed it asks when the group meets again; here the plan is shown.
        omgeving = app.omgeving
        app.toon(plan(app.console, omgeving.groep, sessie_map, omgeving.vandaag))
    else:
        round_off(app, sessie_map)
    return True


def _open_again(
    app: App,
    achtergrond: Achtergrond,
    sessie_map: SessieMap,
    pad: str,
    wensen: Leidwijze,
) -> None:
    """Let the person change what was recorded a moment ago."""
    vorige = next(stap for stap in sessie_map.stappen if stap.pad == pad)
    # The editor was asked for the step that they came from.
    weer = wensen._replace(opnieuw=True, editor=False)
    try:
        with suppress(Terug):
            one_step(app, achtergrond, sessie_map, vorige, weer)
    except SessieVeranderd:
        # It goes on where it was, in the sessie as it is now.
        nu = sessies.load(app.omgeving.root, sessie_map.sessie.map)
        _open_again(app, achtergrond, nu, pad, wensen)
