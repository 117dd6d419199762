"""Leading a step while others give theirs at laptops of their own: wait for them, show, go on."""

from collections.abc import Collection
from contextlib import suppress

from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.delen import Achtergrond
from intervisie_cli.commands.app.wachten import wait
from intervisie_cli.commands.step.meldingen import Meldingen
from intervisie_cli.commands.step.nieuws import Nieuws
from intervisie_cli.commands.step.overgeven import hand_over, has_dropped
from intervisie_cli.commands.step.toetsen import SessieVeranderd
from intervisie_cli.commands.step.volgend import Volgend
from intervisie_cli.commands.step.wat_nu import HIER, SLAAT_DIT_OVER, TERUG, what_now
from intervisie_cli.flows.mee.aan_zet import who_is_elsewhere
from intervisie_cli.flows.stap import beginnen, tussenstand
from intervisie_cli.flows.stap.gesprek import clock_of
from intervisie_cli.flows.stap.hier import Hier
from intervisie_cli.flows.stap.inhoud import AntwoordenFout
from intervisie_cli.flows.stap.kiezen import context_of
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.draaiboek import SLAAT_OVER, Veld
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.plain import strings_in
from intervisie_cli.model.sleutel import Sleutel, is_agreed_on, said_of
from intervisie_cli.model.voortgang import Voortgang
from intervisie_cli.model.vraag import Antwoorden, Terug, Vraag
from intervisie_cli.tonen.onthuld import regels as onthuld
from intervisie_cli.vragen.eigen import open_voor
from intervisie_cli.vragen.fasen import (
    EENS,
    SCHRIJVEN,
    Fase,
    eigenaar,
    fase_van,
    fasen,
    voor,
)
from intervisie_cli.vragen.invulling import let_pass_over, pass_over


class Samenspel(Volgend):
    """The step that *ik* leads at this laptop, shared with the others while it goes on."""

    def __init__(self, app: App, deler: Achtergrond, hier: Hier, ik: str) -> None:
        self._ik = ik
        self._meldingen = Meldingen(app)
        self._nieuws = Nieuws(app)
        self._nee: set[tuple[str, str]] = set()
        super().__init__(app, deler, hier)

    def leave(self) -> None:
        """Put what was typed here in the file: another may go on with it."""
        if not self.context.elders or self.stap.is_af:
            return
        with suppress(IntervisieError):
            self._hand_over(self._here())

    def _here(self) -> list[str]:
        return ["", *filter(self.context.is_hier, self.context.sessie.deelnemers)]

    # ---- before a question

    def bij(self, vraag: Vraag | None, /) -> bool:
        """Wait for what the others owe before *vraag*, None for the end; give whether any came."""
        if self._closes(vraag) or super().bij(vraag):
            return True
        if not self.context.elders:
            return False
        if has_dropped(self):
            return self._record(())
        fase = None
        if vraag:
            fase = fase_van(vraag.sleutel, self.context.stap)
        for eerder in voor(fase, self.context.stap):
            if str(eerder) not in self.stap.voortgang.voorbij:
                return self._finish(eerder)
        if vraag and fase and fase.soort == EENS:
            return self._waits_for_words(vraag) or self._share_words()
        return False

    def _closes(self, vraag: Vraag | None) -> bool:
        """Let who gave what was opened at the review go on at home, when it is answered."""
        if not self.is_changed(vraag):
            return False
        self._geopend = None
        try:
            # What was changed or taken away is in the file before they go on from that.
            self._record(())
        except AntwoordenFout as fout:
            self._meldingen.fout(fout)
        self._follow(self.sessie_map, self.stap)
        return True

    def _finish(self, fase: Fase) -> bool:
        """Wait until all are ready in *fase*, and go past it; give whether anything changed."""
        if fase.soort == EENS and self._share_words():
            return True
        if self._wait_for(fase):
            return True
        if fase == fasen(self.context.stap)[-1]:
            # It is past when the step is recorded; who said no is asked once more.
            return self._ask_again()
        try:
            self._go_past(fase)
        except AntwoordenFout as fout:
            self._meldingen.fout(fout)
            return False
        return True

    def _waits_for_words(self, vraag: Vraag) -> bool:
        """Wait for the words that *vraag* asks a yes to, when another words them; else False."""
        tekst = said_of(vraag.sleutel, self.context.stap)
        if not tekst or self.concept.antwoorden.get(tekst):
            return False
        wie = eigenaar(tekst, self.context)
        if wie not in self.context.elders:
            return False
        self._wait((wie,))
        return True

    def _share_words(self) -> bool:
        """Put the words that all are asked about in the file as they are now."""
        er_staat = self._given(self.stap)
        antwoorden = self.concept.antwoorden
        is_nieuw = any(
            antwoorden[sleutel] != er_staat.get(sleutel)
            for sleutel in antwoorden
            if is_agreed_on(sleutel, self.context.stap)
        )
        return is_nieuw and self._record(())

    def _go_past(self, fase: Fase) -> None:
        """Put what the group has so far in the file, and show what was hidden until now."""
        console, voorbij = self._app.console, self.stap.voortgang.voorbij
        if fase.soort == SCHRIJVEN:
            # All of it is shown together below.
            nu = (*voorbij, str(fase))
            self._nieuws.see(self.context, self.concept.antwoorden, nu)
        self._record((str(fase),))
        self._app.toon(onthuld(console, self.context, self.concept.antwoorden, fase))

    def _record(self, voorbij: tuple[str, ...]) -> bool:
        """Put what the group has so far in the file; give whether that was anything new."""
        with locked(self._app.omgeving, self._app.wacht) as vastlegger:
            gedaan = tussenstand.record(vastlegger, self._app.omgeving, self, voorbij)
        if gedaan.is_nieuw:
            self._follow(gedaan.sessie_map, gedaan.stap)
            self._deler.start()
        return gedaan.is_nieuw

    # ---- what comes in

    def _catch_up(self) -> None:
        context = context_of(self._app.omgeving, self.sessie_map, self.stap)
        elders = who_is_elsewhere(self.sessie_map, context, self._ik)
        elders = self.without_opened(elders)
        bekend = tuple(lid for lid in elders if lid in self.context.elders)
        self.context = context._replace(elders=bekend)
        beginnen.catch_up(self.concept, self.stap, self.context)
        if bekend != elders:
            self._hand_over([lid for lid in elders if lid not in bekend])
            self.context = context._replace(elders=elders)
            beginnen.catch_up(self.concept, self.stap, self.context)
        self._pass_over_too()
        self._meldingen.botsingen(self.stap)
        self._hear_no()
        if elders:
            voorbij, is_hier = self.stap.voortgang.voorbij, self.context.is_hier
            self._nieuws.tell(context, self.concept.antwoorden, voorbij, is_hier)

    def _hand_over(self, leden: Collection[str]) -> None:
        """Put in the file what was typed here of members who go on at laptops of their own."""
        if hand_over(self._app, self, leden):
            self._deler.start()

    def opent(self, vraag: Vraag, /) -> None:
        """Ask it here, also of who gave it at home: who leads wants to change it."""
        super().opent(vraag)
        self._follow(self.sessie_map, self.stap)

    def _pass_over_too(self) -> None:
        """Take in who pass over this step, as they said at laptops of their own."""
        antwoorden, elders = self.concept.antwoorden, self.context.elders
        in_bestand = strings_in(self.stap.data.get(SLAAT_OVER))
        # Who has a laptop of their own can have come back into the step there.
        over = [lid for lid in pass_over(antwoorden) if lid not in elders]
        let_pass_over(antwoorden, [*over, *in_bestand])

    def _check_leader(self) -> None:
        leider = self.stap.leider(self._app.omgeving.clock())
        if leider and leider.lid != self._ik:
            self._hand_over(self._here())
            naam = self.context.groep.roepnaam(leider.lid)
            self._app.console.regel(
                f"{naam} leidt nu. Wat je typte is bewaard.", "geel"
            )
            raise SessieVeranderd

    def _given(self, stap: StapBestand) -> Antwoorden:
        return beginnen.filled_in(stap, self.context)

    def _hear_no(self) -> None:
        """Open the words again that somebody said no to at home; once for the same words."""
        antwoorden = self.concept.antwoorden
        for veld in self.context.stap.velden:
            woorden = antwoorden.get(Sleutel(veld.opnieuw_bij_nee))
            if not veld.is_namenlijst or not woorden:
                continue
            nee = [
                lid for lid in self._said_no(veld) if (lid, woorden) not in self._nee
            ]
            if not nee:
                continue
            self._nee.update((lid, woorden) for lid in nee)
            namen = self.context.groep.namen(nee)
            self._app.console.voortgang("")
            self._app.console.regel(f"{namen}: nee. {veld.vraag}", "geel")
            tekst = Sleutel(veld.opnieuw_bij_nee)
            self.concept.take_back(tekst)
            self.concept.forget_below(veld.naam)
            if eigenaar(tekst, self.context) in self.context.elders:
                # Who worded it is asked at home again, when it is out of the file.
                self._record(())

    def _said_no(self, veld: Veld) -> list[str]:
        antwoorden = self.concept.antwoorden
        return [
            lid
            for lid in self.context.elders
            if antwoorden.get(Sleutel(veld.naam, lid)) is False
        ]

    def _ask_again(self) -> bool:
        """Ask those anew who said no to words that stayed as they were; give whether any did."""
        for veld in self.context.stap.velden:
            if veld.is_namenlijst and self._said_no(veld):
                self._nee.clear()
                self._change(self.stap.voortgang.gevraagd(veld.naam))
                return True
        return False

    def _change(self, voortgang: Voortgang) -> None:
        with locked(self._app.omgeving, self._app.wacht) as vastlegger:
            gedaan = tussenstand.change(
                vastlegger, self._app.omgeving, self.sessie_map, self.stap, voortgang
            )
        self._follow(gedaan.sessie_map, gedaan.stap)
        self._deler.start()

    # ---- waiting

    def _wait_for(self, fase: Fase) -> bool:
        """Wait until all who owe something up to *fase* gave it; False when nobody does."""
        leden = tuple(lid for lid in self.context.elders if self._owes(lid, fase))
        if not leden:
            return False
        self._wait(leden)
        return True

    def _wait(self, leden: tuple[str, ...]) -> None:
        """Wait until something comes in, or ask what to do about *leden*. Raises Terug."""
        namen = self.context.groep.namen(list(leden))
        klok = clock_of(self)
        self.op_scherm(None, leden)

        def lijn() -> list[str]:
            tijd, _ = klok.tijd(self._app.omgeving.clock())
            weg = self._deler.lijn or self._deler.niet_gezien(leden)
            return [tijd, f"wachten op {namen}", weg]

        if not wait(self._app, self._deler, self._take_in, lijn):
            self._choose(leden)

    def _owes(self, lid: str, fase: Fase) -> bool:
        # Who passes over owes nothing, and nobody answers for them.
        if lid in pass_over(self.concept.antwoorden):
            return False
        vraag = open_voor(lid, self.context, self.stap.data, self.stap.voortgang)
        if not vraag:
            return False
        alle = fasen(self.context.stap)
        van = fase_van(vraag.sleutel, self.context.stap)
        return van is not None and alle.index(van) <= alle.index(fase)

    def _choose(self, leden: tuple[str, ...]) -> None:
        """Ask what to do about who is not ready. Raises Terug."""
        wat, lid = what_now(self._app, leden)
        if wat == HIER:
            self._change(self.stap.voortgang.overgenomen(lid))
        elif wat == SLAAT_DIT_OVER:
            antwoorden = self.concept.antwoorden
            let_pass_over(antwoorden, [*pass_over(antwoorden), lid])
            self._record(())
        elif wat == TERUG:
            raise Terug
