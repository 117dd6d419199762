"""What the keys do that are no answer: the card, a note, and the menu of all that can happen."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple

from intervisie_cli.commands.app import App
from intervisie_cli.commands.step.noteren import take_note
from intervisie_cli.flows.sessie.wijzig import Bijgesteld, Verandering, wijzig
from intervisie_cli.flows.stap.hier import Hier
from intervisie_cli.groep.gestopt import kept
from intervisie_cli.groep.klad import ConceptKlad
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sleutel import TERUG, Sleutel
from intervisie_cli.model.vraag import Keuze, Terug, Toets, Vraag
from intervisie_cli.tonen.kaart import regels as kaart
from intervisie_cli.tonen.wijziging import door_vertrek, vervallen, wat_bewaard_is
from intervisie_cli.ui.wensen import KAART, MEER, NOTITIE
from intervisie_cli.vragen.invulling import let_pass_over, pass_over
from intervisie_cli.vragen.script import VAN_DOEN

EXTRA_MIN = 5


class SessieVeranderd(Exception):
    """The sessie is another than it was: it is to be read anew."""


class ElderVastgelegd(SessieVeranderd):
    """The step was recorded on another laptop."""


class _Optie(NamedTuple):
    label: str
    doe: Callable[[], None]


class Toetsen:
    """The keys in the step that is asked *hier*."""

    def __init__(self, app: App, hier: Hier) -> None:
        self._app = app
        self._hier = hier
        self._context = hier.context
        self._concept = hier.concept

    def doe(self, toets: Toets) -> None:
        """Do what the key is for. Raises Terug from a question that it asks, SessieVeranderd."""
        if toets.wat == KAART:
            self._kaart()
        elif toets.wat == NOTITIE:
            self._notitie()
        elif toets.wat == MEER:
            self._choose("Wat wil je doen?", self._opties(toets.lid))

    def _ask(self, vraag: Vraag) -> Any:
        """Ask beside the questions of the step; half a text is kept. Raises Terug."""
        sleutel = vraag.sleutel
        vorige = self._concept.vorige
        vraag = vraag._replace(is_getypt=vraag.is_getypt or sleutel in vorige)
        voorstel = vorige.get(sleutel, vraag.standaard)
        klad = ConceptKlad(self._concept, sleutel)
        antwoord = self._app.prompter.vraag(vraag, voorstel, None, klad)
        vorige.pop(sleutel, None)
        return antwoord

    def _choose(self, tekst: str, opties: Sequence[_Optie]) -> None:
        keuzes = [Keuze(-1, "Niets, terug")]
        keuzes += [Keuze(nummer, optie.label) for nummer, optie in enumerate(opties)]
        vraag = Vraag(
            Sleutel("meer"), "keuze", tekst, keuzes=tuple(keuzes), standaard=-1
        )
        gekozen = self._ask(vraag)
        if gekozen >= 0:
            opties[gekozen].doe()

    def _opties(self, lid: str) -> list[_Optie]:
        """What is always there first, so that it keeps its number; then what is of this moment."""
        opties = [
            _Optie("De kaart nog eens", self._kaart),
            _Optie("Een notitie", self._notitie),
            _Optie(f"{EXTRA_MIN} minuten erbij", self._minuten_erbij),
            _Optie("Pauze", self._pauze),
        ]
        if not self._context.als:
            wie = partial(self._choose, "Wie is er, en wie doet wat?", self._wie())
            stop = partial(self._choose, "Wat komt er niet?", self._niet())
            opties += [
                _Optie("Wie is er, en wie doet wat?", wie),
                _Optie("Iets overslaan of afronden", stop),
            ]
        if lid in self._context.sessie.deelnemers:
            naam = self._context.groep.roepnaam(lid)
            opties.append(_Optie(f"{naam} slaat over", partial(self._sla_over, lid)))
        for ander in pass_over(self._concept.antwoorden):
            naam = self._context.groep.roepnaam(ander)
            label = f"{naam} doet weer mee in deze stap"
            opties.append(_Optie(label, partial(self._doe_weer_mee, ander)))
        for veld in self._context.stap.velden:
            if veld.op_verzoek:
                opties.append(_Optie(veld.vraag, partial(self._vraag, veld)))
        return opties

    def _wie(self) -> list[_Optie]:
        """What can change of the people."""
        vragen = (
            ("Iemand komt erbij", "erbij", "Wie komt erbij?"),
            ("Iemand gaat weg", "weg", "Wie gaat weg?"),
            (
                "Iemand anders begeleidt",
                "begeleider",
                "Wie begeleidt? Een lid, docent NAAM of geen",
            ),
            (
                "Iemand anders notuleert",
                "notulist",
                "Wie notuleert? Een lid of geen",
            ),
            ("Nog iemand brengt een hulpvraag in", "ronde_erbij", "Wie brengt in?"),
        )
        return [
            _Optie(label, partial(self._wijzig, wat, tekst))
            for label, wat, tekst in vragen
        ]

    def _niet(self) -> list[_Optie]:
        """What can be left out, from this step to the whole sessie."""
        opties = []
        if self._context.stap.optioneel:
            opties.append(_Optie("Deze stap overslaan", self._sla_stap_over))
        ronde = self._context.ronde
        if ronde:
            opties.append(
                _Optie(
                    f"Ronde {ronde.nummer} hier stoppen",
                    partial(self._change, Verandering(ronde_weg=ronde.nummer)),
                )
            )
        afronden = partial(self._wijzig, "afronden", "Waarom?", is_reden=True)
        opties.append(_Optie("De sessie hier afronden", afronden))
        return opties

    # ---- what happens

    def _kaart(self) -> None:
        self._app.toon(kaart(self._app.console, self._context))
        self._app.prompter.na_kaart()

    def _notitie(self) -> None:
        take_note(self._app, self._hier, self._ask)

    def _sla_over(self, lid: str) -> None:
        """Ask this member nothing more in the step."""
        antwoorden = self._concept.antwoorden
        let_pass_over(antwoorden, [*pass_over(antwoorden), lid])
        self._concept.save()

    def _doe_weer_mee(self, lid: str) -> None:
        """Ask this member what they were not asked; half a text comes up again."""
        antwoorden = self._concept.antwoorden
        leden = [ander for ander in pass_over(antwoorden) if ander != lid]
        let_pass_over(antwoorden, leden)
        self._concept.save()

    def _minuten_erbij(self) -> None:
        self._concept.extra_min += EXTRA_MIN
        self._concept.save()

    def _pauze(self) -> None:
        """Wait, while the clock of the step stands still."""
        begin = self._app.omgeving.clock()
        vraag = Vraag(Sleutel("pauze"), "tekst", "Pauze", leeg="Enter = verder")
        with suppress(Terug):  # who goes back has had their pause
            self._ask(vraag)
        duur = self._app.omgeving.clock() - begin
        begonnen = datetime.fromisoformat(self._concept.begonnen) + duur
        self._concept.begonnen = begonnen.isoformat()
        self._concept.save()

    def _vraag(self, veld: Veld) -> None:
        """Ask what is asked only when somebody wants it."""
        self._concept.antwoorden[Sleutel(veld.naam).bij_coach(TERUG)] = True
        self._concept.antwoorden.pop(Sleutel(veld.naam), None)
        self._concept.save()

    def _sla_stap_over(self) -> None:
        self._concept.antwoorden[VAN_DOEN] = False
        self._concept.save()

    def _wijzig(self, wat: str, tekst: str, *, is_reden: bool = False) -> None:
        """Ask a name or a reason, again where that cannot be; a reason may be empty."""
        namen = [lid.roepnaam for lid in self._context.groep.huidige_leden]
        vraag = Vraag(
            # A key of its own, so that half a text comes up at no other question.
            Sleutel(f"wijzig/{wat}"),
            "tekst",
            tekst,
            leeg="Enter = zonder reden" if is_reden else "Enter = niets",
            namen=tuple(namen),
        )
        while True:
            getypt = str(self._ask(vraag))
            if not getypt and not is_reden:
                return
            wens: Data = {wat: getypt}
            self._change(Verandering(**wens))
            # It is still here, so it was refused: what was typed stands there to be changed.
            vraag = vraag._replace(standaard=getypt, is_getypt=True)

    def _change(self, verandering: Verandering) -> None:
        """Change the sessie, or say why that cannot be. Raises SessieVeranderd when it did."""
        try:
            gedaan = wijzig(
                self._app.omgeving,
                self._hier.sessie_map.sessie.naam,
                verandering,
                self._app.wacht,
            )
        except IntervisieError as fout:
            self._app.console.fout(fout.bericht, fout.hulp)
            return
        uit = self._app.console
        groep = self._context.groep
        self._app.toon(door_vertrek(uit, groep, gedaan))
        self._say_what_stopped(verandering, gedaan)
        raise SessieVeranderd

    def _say_what_stopped(self, verandering: Verandering, gedaan: Bijgesteld) -> None:
        """Say that what was typed is kept, where a step is not held any more."""
        uit = self._app.console
        sessie = gedaan.sessie_map.sessie
        bewaard = kept(self._app.omgeving.repository.private, gedaan.sessie_map)
        if verandering.ronde_weg is not None:
            self._app.toon(vervallen(uit, gedaan, verandering.ronde_weg, bewaard))
        elif verandering.afronden is not None:
            self._app.toon(wat_bewaard_is(uit, sessie, bewaard))
