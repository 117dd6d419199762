"""What the keys do that are no answer: the card, a note, and the menu of all that can happen."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import NamedTuple

from intervisie_cli.commands.app import App
from intervisie_cli.groep.concept import Concept
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.sleutel import TERUG, Sleutel
from intervisie_cli.model.vraag import Keuze, Toets, Vraag
from intervisie_cli.tonen.kaart import regels as kaart
from intervisie_cli.ui.toetsen import KAART, MEER, NOTITIE
from intervisie_cli.vragen.invulling import VAN_SLAAT_OVER, Invulling
from intervisie_cli.vragen.script import VAN_DOEN, VAN_NOTULEN

EXTRA_MIN = 5


class _Optie(NamedTuple):
    label: str
    doe: Callable[[], None]


class Toetsen:
    """The keys in the step of *context*, whose answers so far are in *concept*."""

    def __init__(self, app: App, context: Context, concept: Concept) -> None:
        self._app = app
        self._context = context
        self._concept = concept

    def doe(self, toets: Toets) -> None:
        """Do what the key is for. Raises Terug from a question that it asks."""
        if toets.wat == KAART:
            self._kaart()
        elif toets.wat == NOTITIE:
            self._notitie()
        elif toets.wat == MEER:
            self._meer(toets.lid)

    def _kaart(self) -> None:
        self._app.toon(kaart(self._app.console, self._context))

    def _notitie(self) -> None:
        """Add a line to the notulen of the group."""
        vraag = Vraag(Sleutel("notitie"), "tekst", "Notitie", leeg="Enter = niets")
        tekst = self._app.ask(vraag)
        if not tekst:
            return
        eerder = Invulling(self._context, self._concept.antwoorden).tekst(VAN_NOTULEN)
        regels = [eerder, f"- {tekst}"] if eerder else [f"- {tekst}"]
        self._concept.antwoorden[VAN_NOTULEN] = "\n".join(regels)
        self._concept.save()

    def _meer(self, lid: str) -> None:
        opties = list(self._opties(lid))
        keuzes = [Keuze(None, "Niets, terug")]
        keuzes += [Keuze(nummer, optie.label) for nummer, optie in enumerate(opties)]
        vraag = Vraag(
            Sleutel("meer"),
            "keuze",
            "Wat wil je?",
            keuzes=tuple(keuzes),
            standaard=None,
        )
        gekozen = self._app.ask(vraag)
        if gekozen is not None:
            opties[gekozen].doe()

    def _opties(self, lid: str) -> list[_Optie]:
        opties = [
            _Optie("De kaart nog eens", self._kaart),
            _Optie("Een notitie", self._notitie),
        ]
        if lid in self._context.sessie.deelnemers:
            naam = self._context.groep.roepnaam(lid)
            opties.append(_Optie(f"{naam} slaat over", partial(self._sla_over, lid)))
        opties += [
            _Optie(f"{EXTRA_MIN} minuten erbij", self._minuten_erbij),
            _Optie("Pauze", self._pauze),
        ]
        for veld in self._context.stap.velden:
            if veld.op_verzoek:
                opties.append(_Optie(veld.vraag, partial(self._vraag, veld)))
        if self._context.stap.optioneel:
            opties.append(_Optie("Deze stap overslaan", self._sla_stap_over))
        return opties

    def _sla_over(self, lid: str) -> None:
        """Ask this member nothing more in the step."""
        eerder = Invulling(self._context, self._concept.antwoorden).tekst(
            VAN_SLAAT_OVER
        )
        leden = [*filter(None, eerder.split(",")), lid]
        self._concept.antwoorden[VAN_SLAAT_OVER] = ",".join(leden)
        self._concept.save()

    def _minuten_erbij(self) -> None:
        self._concept.extra_min += EXTRA_MIN
        self._concept.save()

    def _pauze(self) -> None:
        """Wait, while the clock of the step stands still."""
        begin = self._app.omgeving.clock()
        vraag = Vraag(Sleutel("pauze"), "tekst", "Pauze", leeg="Enter = verder")
        self._app.ask(vraag)
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
