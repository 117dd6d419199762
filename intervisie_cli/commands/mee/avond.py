"""The evening of a member at their own laptop: wait, be asked, see what is shown, change a word."""

from contextlib import suppress
from datetime import datetime

from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.delen import Achtergrond
from intervisie_cli.commands.app.wachten import wait
from intervisie_cli.commands.mee.eigen import Eigen
from intervisie_cli.commands.notitie import note
from intervisie_cli.commands.step.bijdrage import give, own_step
from intervisie_cli.commands.step.nieuws import Nieuws
from intervisie_cli.commands.step.toetsen import SessieVeranderd
from intervisie_cli.flows.mee.aan_zet import aan_zet, waits_for_ronde, wie_schrijft
from intervisie_cli.flows.sessie import notitie
from intervisie_cli.flows.sessie.notitie import Schrift
from intervisie_cli.flows.sessie.wijzig import Verandering, wijzig
from intervisie_cli.flows.stap import bijdrage, tussenstand
from intervisie_cli.flows.stap.gesprek import clock_for
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.groep import sessies
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import SLAAT_OVER
from intervisie_cli.model.plain import strings_in
from intervisie_cli.model.sessie import KLAAR, Lid, Sessie
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Antwoorden, Keuze, Terug, Vraag
from intervisie_cli.tonen.einde import regels as plan
from intervisie_cli.tonen.kaart import regels as kaart
from intervisie_cli.tonen.onthuld import regels as onthuld
from intervisie_cli.vragen.eigen import klaar_met_velden
from intervisie_cli.vragen.fasen import SCHRIJVEN, eigenaar, fasen
from intervisie_cli.vragen.opbouw import naar_antwoorden

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


class Avond:
    """A member who takes part in the sessie, step by step."""

    def __init__(
        self,
        app: App,
        sessie: Sessie,
        lid: Lid,
        deler: Achtergrond,
    ) -> None:
        self._app = app
        self._sessie = sessie
        self._lid = lid
        self._deler = deler
        self._stap = ""
        self._gezien: tuple[int, ...] = ()
        self._getoond: set[tuple[str, str]] = set()
        self._nieuws = Nieuws(app)
        # What the member gave to each step, to come up when it is asked anew.
        self._gaf: dict[str, Antwoorden] = {}

    def volg(self) -> int:
        """Go along until the sessie is done. Raises KeyboardInterrupt."""
        sessie_map = self._load()
        self._join(sessie_map)
        while True:
            # Before they are read: what is written meanwhile is seen the next time.
            self._gezien = sessies.stamp(self._app.omgeving.root, sessie_map)
            sessie_map = self._load()
            stap = sessie_map.volgende
            if not stap:
                self._end(sessie_map)
                return 0
            context = bijdrage.context_for(
                self._app.omgeving, sessie_map, stap, self._lid
            )
            self._begin(sessie_map, stap, context)
            self._show(stap, context)
            try:
                if not self._ask(sessie_map, stap, context):
                    self._wait(sessie_map, stap, context)
            except SessieVeranderd:
                continue
            except Weg:
                return 0

    def _load(self) -> SessieMap:
        return sessies.load(self._app.omgeving.root, self._sessie.map)

    def _join(self, sessie_map: SessieMap) -> None:
        """Let the others know that this member has a laptop of their own."""
        stap = sessie_map.volgende
        if not stap or self._lid.id in sessie_map.op_eigen_laptop:
            return
        with locked(self._app.omgeving, self._app.wacht) as vastlegger:
            tussenstand.change(
                vastlegger,
                self._app.omgeving,
                sessie_map,
                stap,
                stap.voortgang.meegedaan(self._lid.id),
            )
        self._deler.start()

    def _begin(
        self, sessie_map: SessieMap, stap: StapBestand, context: Context
    ) -> None:
        if stap.pad == self._stap:
            return
        for eerder in sessie_map.stappen:
            if eerder.pad == self._stap and eerder.is_vastgelegd:
                self._show(eerder, context._replace(stap=eerder.plek.stap), is_af=True)
        if waits_for_ronde(sessie_map, stap):
            return
        self._stap = stap.pad
        self._app.toon(kaart(self._app.console, context))

    def _show(
        self, stap: StapBestand, context: Context, *, is_af: bool = False
    ) -> None:
        """Show what was hidden until now; of a step that *is_af* that is all."""
        antwoorden = naar_antwoorden(context._replace(als=""), stap.data, "")
        mijn = self._gaf.setdefault(stap.pad, {})
        for sleutel, waarde in antwoorden.items():
            # Items of lists stay in the file: only what was asked once can be asked anew.
            if sleutel.deel or not isinstance(waarde, str) or not waarde:
                continue
            if eigenaar(sleutel, context) == self._lid.id:
                mijn[sleutel] = waarde
        voorbij = stap.voortgang.voorbij
        if is_af:
            voorbij = tuple(map(str, fasen(context.stap)))
        for fase in fasen(context.stap):
            is_new = (stap.pad, str(fase)) not in self._getoond
            if is_new and str(fase) in voorbij:
                self._getoond.add((stap.pad, str(fase)))
                self._app.toon(onthuld(self._app.console, context, antwoorden, fase))
                if fase.soort == SCHRIJVEN:
                    self._nieuws.see(context, antwoorden, voorbij)
        self._nieuws.tell(context, antwoorden, voorbij, lambda lid: lid == self._lid.id)

    def _end(self, sessie_map: SessieMap) -> None:
        omgeving = self._app.omgeving
        self._app.toon(
            plan(self._app.console, omgeving.groep, sessie_map, omgeving.vandaag)
        )
        self._app.console.regel(
            "De sessie is klaar. Teruglezen? intervisie show", "vet"
        )

    # ---- what is asked

    def _ask(self, sessie_map: SessieMap, stap: StapBestand, context: Context) -> bool:
        """Ask what the member owes now; False when that is nothing."""
        if waits_for_ronde(sessie_map, stap):
            return False
        eerder = self._gaf.get(stap.pad, {})
        with own_step(self._app, sessie_map, stap, context) as alleen:
            hier = Eigen(self._app, self._deler, alleen, eerder)
            try:
                if not hier.is_asked:
                    return False
                give(self._app, hier, self._lid, looks_over=False)
            finally:
                hier.close()
        self._deler.start()
        return True

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

    # ---- waiting

    def _wait(self, sessie_map: SessieMap, stap: StapBestand, context: Context) -> None:
        """Wait until something comes in, or do what the member wants meanwhile."""
        app = self._app
        nu = app.omgeving.clock()
        begonnen = datetime.fromisoformat(stap.began(nu.isoformat()))
        klok = clock_for(sessie_map, stap, begonnen)
        schrijven = aan_zet(app.omgeving, sessie_map, stap)
        wie = wie_schrijft(app.omgeving, stap, schrijven, self._lid.id)
        is_tussen = waits_for_ronde(sessie_map, stap)

        def lijn() -> list[str]:
            tijd, _ = klok.tijd(app.omgeving.clock())
            if self._deler.lijn:
                return [tijd, self._deler.lijn]
            if is_tussen:
                return ["Brengt nog iemand iets in? Dat zeggen jullie in de call", wie]
            weg = self._deler.niet_gezien(schrijven)
            return [stap.plek.stap.titel, tijd, wie, weg]

        def is_nieuw() -> bool:
            return sessies.stamp(app.omgeving.root, sessie_map) != self._gezien

        if not wait(app, self._deler, is_nieuw, lijn):
            self._choose(sessie_map, stap, context)

    def _choose(
        self, sessie_map: SessieMap, stap: StapBestand, context: Context
    ) -> None:
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
            elif gekozen in gaf:
                self._correct(sessie_map, gaf[gekozen])
            elif gekozen in (_OVER, _TOCH):
                self._pass_over(sessie_map, stap, context, is_over=gekozen == _OVER)
            elif gekozen == _WEG:
                self._leave(sessie_map)

    def _note(
        self, sessie_map: SessieMap, stap: StapBestand, *, alleen_ik: bool
    ) -> None:
        wie = "alleen voor jou" if alleen_ik else "de groep kan dit lezen"
        vraag = Vraag(
            Sleutel("notitie"), "tekst", f"Notitie ({wie})", leeg="Enter = niets"
        )
        getypt = str(self._app.prompter.los(vraag))
        if not getypt:
            return
        schrift = Schrift(self._app.omgeving, sessie_map, stap.plek, self._lid)
        note(self._app, schrift, notitie.clean(getypt), alleen_ik=alleen_ik)
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
