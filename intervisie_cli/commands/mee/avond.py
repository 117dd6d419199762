"""The evening of a member at their own laptop: wait, be asked, see what is shown, change a word."""

from datetime import datetime

from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.delen import Achtergrond
from intervisie_cli.commands.app.wachten import wait
from intervisie_cli.commands.mee.eigen import Eigen
from intervisie_cli.commands.mee.wachttijd import Wachttijd, Weg
from intervisie_cli.commands.step.bijdrage import give, own_step
from intervisie_cli.commands.step.nieuws import Nieuws
from intervisie_cli.commands.step.toetsen import SessieVeranderd
from intervisie_cli.flows.mee.aan_zet import aan_zet, waits_for_ronde, wie_schrijft
from intervisie_cli.flows.stap import bijdrage, tussenstand
from intervisie_cli.flows.stap.gesprek import clock_for
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.groep import sessies
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import ID
from intervisie_cli.model.sessie import Lid, Sessie
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.tonen.einde import regels as plan
from intervisie_cli.tonen.kaart import regels as kaart
from intervisie_cli.tonen.onthuld import regels as onthuld
from intervisie_cli.vragen.fasen import SCHRIJVEN, eigenaar, fasen
from intervisie_cli.vragen.opbouw import naar_antwoorden


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
        self._wachttijd = Wachttijd(app, lid, deler)
        self._stap = ""
        self._gezien: tuple[int, ...] = ()
        self._getoond: set[tuple[str, str]] = set()
        self._nieuws = Nieuws(app)
        # What the member gave to each step, to come up when it is asked anew.
        self._gaf: dict[str, Antwoorden] = {}
        # What the member said of items of others, by the id of the item and the part.
        self._zei: dict[tuple[str, str], str] = {}
        # Who said no to which words of the member.
        self._gehoord: set[tuple[str, str]] = set()

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
        self,
        sessie_map: SessieMap,
        stap: StapBestand,
        context: Context,
    ) -> None:
        if stap.pad == self._stap:
            return
        for eerder in sessie_map.stappen:
            if eerder.pad == self._stap and eerder.is_vastgelegd:
                van_toen = bijdrage.context_for(
                    self._app.omgeving, sessie_map, eerder, self._lid
                )
                self._show(eerder, van_toen, is_af=True)
        if waits_for_ronde(sessie_map, stap):
            return
        self._stap = stap.pad
        if stap.is_heropend:
            self._app.console.regel(f"{stap.plek.titel} is weer open.", "geel")
        self._app.toon(kaart(self._app.console, context))
        self._app.prompter.na_kaart()

    def _show(
        self,
        stap: StapBestand,
        context: Context,
        *,
        is_af: bool = False,
    ) -> None:
        """Show what was hidden until now; of a step that *is_af* that is all."""
        antwoorden = naar_antwoorden(context._replace(als=""), stap.data, "")
        mijn = self._gaf.setdefault(stap.pad, {})
        for sleutel, waarde in antwoorden.items():
            if not isinstance(waarde, str) or not waarde:
                continue
            if eigenaar(sleutel, context) != self._lid.id:
                continue
            if sleutel.deel:
                # An item stays in the file; what was said of it goes when it becomes another.
                kenmerk = str(antwoorden.get(sleutel.item.met(ID)))
                self._zei[kenmerk, sleutel.deel] = waarde
            else:
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
            hier = Eigen(self._app, self._deler, alleen, eerder, self._zei)
            try:
                if not hier.is_asked:
                    return False
                self._say_why(stap, context)
                give(self._app, hier, self._lid, looks_over=False)
            finally:
                hier.close()
            self._gaf[stap.pad] = eerder | hier.half
        self._deler.start()
        return True

    def _say_why(self, stap: StapBestand, context: Context) -> None:
        """Say who said no to words of the member, which are asked anew; once for each time."""
        for veld in context.stap.velden:
            woorden = Sleutel(veld.opnieuw_bij_nee)
            gaf = self._gaf[stap.pad].get(woorden)
            if not veld.is_namenlijst or not gaf or stap.data.get(woorden.veld):
                continue
            nee = stap.voortgang.zeiden_nee(veld.naam)
            namen = self._app.omgeving.groep.namen(nee)
            if nee and (namen, gaf) not in self._gehoord:
                self._gehoord.add((namen, gaf))
                self._app.console.regel(f"{namen}: nee. {veld.vraag}", "geel")

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
                return ["Brengt nog iemand iets in? Dat zeggen jullie in de call"]
            weg = self._deler.niet_gezien(schrijven)
            return [stap.plek.stap.titel, tijd, wie, weg]

        def is_nieuw() -> bool:
            return sessies.stamp(app.omgeving.root, sessie_map) != self._gezien

        if not wait(app, self._deler, is_nieuw, lijn):
            self._wachttijd.choose(sessie_map, stap, context)
