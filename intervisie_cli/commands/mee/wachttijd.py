"""What a member does while they wait for the others: note, correct, pass over, leave."""

from contextlib import suppress

from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.delen import Achtergrond
from intervisie_cli.commands.notitie import ask_note, note
from intervisie_cli.commands.step.bijdrage import give, own_step
from intervisie_cli.flows.sessie.notitie import Schrift
from intervisie_cli.flows.sessie.wijzig import Verandering, wijzig
from intervisie_cli.flows.stap import bijdrage
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import SLAAT_OVER
from intervisie_cli.model.plain import strings_in
from intervisie_cli.model.sessie import KLAAR, Lid
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Keuze, Terug, Vraag
from intervisie_cli.tonen.kaart import regels as kaart
from intervisie_cli.vragen.eigen import klaar_met_velden

_GAF = "Verbeter wat je gaf"
_VOOR_MIJ = "Een notitie alleen voor mij, op deze computer"
_NOTITIE = "Een notitie die de groep ook kan lezen"
_KAART = "De kaart nog eens"
_OVER = "Ik sla deze stap over"
_TOCH = "Ik doe toch mee in deze stap"
_WEG = "Ik ga weg"
_WACHT = "Niets, verder wachten"


class Weg(Exception):
    """The member leaves the sessie."""


class Wachttijd:
    """What the member *lid* can choose to do at their own laptop."""

    def __init__(self, app: App, lid: Lid, deler: Achtergrond) -> None:
        self._app = app
        self._lid = lid
        self._deler = deler

    def choose(
        self,
        sessie_map: SessieMap,
        stap: StapBestand,
        context: Context,
    ) -> None:
        """Ask what they want, and do it. Raises Weg, SessieVeranderd."""
        opties = [_WACHT, _VOOR_MIJ, _NOTITIE, _KAART]
        gaf = self._gave_to(sessie_map, stap)
        is_over = self._lid.id in strings_in(stap.data.get(SLAAT_OVER))
        opties += [*gaf, _TOCH if is_over else _OVER, _WEG]
        keuzes = tuple(Keuze(optie, optie) for optie in opties)
        vraag = Vraag(Sleutel("mee"), "keuze", "Wat wil je doen?", keuzes=keuzes)
        with suppress(Terug):
            gekozen = self._app.prompter.los(vraag._replace(standaard=_WACHT))
            if gekozen in (_VOOR_MIJ, _NOTITIE):
                self._note(sessie_map, stap, alleen_ik=gekozen == _VOOR_MIJ)
            elif gekozen == _KAART:
                self._app.toon(kaart(self._app.console, context))
                self._app.prompter.na_kaart()
            elif gekozen in gaf:
                self._correct(sessie_map, gaf[gekozen])
            elif gekozen in (_OVER, _TOCH):
                self._pass_over(sessie_map, stap, context, is_over=gekozen == _OVER)
            elif gekozen == _WEG:
                self._leave(sessie_map)

    def _note(
        self,
        sessie_map: SessieMap,
        stap: StapBestand,
        *,
        alleen_ik: bool,
    ) -> None:
        tekst = ask_note(self._app.prompter.los, "Enter = niets", alleen_ik=alleen_ik)
        if not tekst:
            return
        schrift = Schrift(self._app.omgeving, sessie_map, stap.plek, self._lid)
        note(self._app, schrift, tekst, alleen_ik=alleen_ik)
        if not alleen_ik:
            self._deler.start()

    def _pass_over(
        self,
        sessie_map: SessieMap,
        stap: StapBestand,
        context: Context,
        *,
        is_over: bool,
    ) -> None:
        over = strings_in(stap.data.get(SLAAT_OVER))
        over = [lid for lid in over if lid != self._lid.id]
        if is_over:
            over.append(self._lid.id)
        document = bijdrage.beside(context, stap.data, {SLAAT_OVER: over})
        klaar = klaar_met_velden(context, stap.data, ())
        with locked(self._app.omgeving, self._app.wacht) as vastlegger:
            bijdrage.record(
                vastlegger,
                self._app.omgeving,
                sessie_map,
                stap,
                self._lid,
                document,
                klaar,
            )
        self._deler.start()

    def _leave(self, sessie_map: SessieMap) -> None:
        """Let the others go on without this member."""
        wens = Verandering(weg=self._lid.id)
        wijzig(self._app.omgeving, sessie_map.sessie.naam, wens, self._app.wacht)
        self._app.console.regel(
            "✓ De anderen weten dat je weg bent. Tot de volgende keer!"
        )
        self._deler.start()
        raise Weg

    def _gave_to(
        self, sessie_map: SessieMap, stap: StapBestand
    ) -> dict[str, StapBestand]:
        """The steps of which the member can correct something: this one, and the one before it."""
        mijn = [
            eerder
            for eerder in sessie_map.stappen
            if eerder.status == KLAAR and self._lid.id in eerder.voortgang.zelf
        ]
        gevonden = {}
        if self._lid.id in stap.voortgang.zelf:
            gevonden[_GAF] = stap
        if mijn:
            gevonden[f"{_GAF} bij {mijn[-1].plek.stap.titel}"] = mijn[-1]
        return gevonden

    def _correct(self, sessie_map: SessieMap, stap: StapBestand) -> None:
        omgeving = self._app.omgeving
        context = bijdrage.context_for(omgeving, sessie_map, stap, self._lid)
        with own_step(self._app, sessie_map, stap, context) as hier:
            give(self._app, hier, self._lid, looks_over=True)
        self._deler.start()
