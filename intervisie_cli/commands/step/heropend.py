"""A closed step that is opened again here, while others sit at laptops of their own.

It stays closed until the words are others that those members said yes to: then it opens for all,
and goes on as any step that is led, so that each says it for themselves.
"""

from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.delen import Achtergrond
from intervisie_cli.commands.step.toetsen import SessieVeranderd
from intervisie_cli.flows.stap import beginnen, tussenstand
from intervisie_cli.flows.stap.hier import Hier
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.groep import concept as concepten
from intervisie_cli.model.sleutel import is_agreed_on, said_of
from intervisie_cli.model.vraag import Vraag
from intervisie_cli.vragen.fasen import eigenaar
from intervisie_cli.vragen.invulling import pass_over


class Heropend(Hier):
    """The step as *ik* opens it again, with *elders* at laptops of their own."""

    def __init__(
        self,
        app: App,
        deler: Achtergrond,
        hier: Hier,
        ik: str,
        elders: tuple[str, ...],
    ) -> None:
        context = hier.context._replace(elders=elders)
        super().__init__(hier.sessie_map, hier.stap, context, hier.concept)
        self._app = app
        self._deler = deler
        self._ik = ik
        self._elders = elders

    def opent(self, vraag: Vraag, /) -> None:
        """Ask it here, also of who gave it at home: who opened the step wants to change it."""
        super().opent(vraag)
        elders = self.without_opened(self._elders)
        self.context = self.context._replace(elders=elders)

    def bij(self, vraag: Vraag | None, /) -> bool:
        """Let who gave it at home say there what comes after that."""
        if not self.is_changed(vraag):
            return False
        self._geopend = None
        self.context = self.context._replace(elders=self._elders)
        return True

    def before_recording(self) -> None:
        """Open the step for all where others have to say something anew. Raises SessieVeranderd."""
        over = pass_over(self.concept.antwoorden)
        leden = [lid for lid in self.context.elders if lid not in over]
        if not leden or not self._asks_anew():
            return
        with locked(self._app.omgeving, self._app.wacht) as vastlegger:
            gedaan = tussenstand.open_for_all(
                vastlegger, self._app.omgeving, self, self._ik
            )
        self.concept.basis = concepten.vingerafdruk(gedaan.stap.raw)
        self.concept.save()
        self._deler.start()
        namen = self.context.groep.namen(leden)
        zin = f"{self.stap.plek.titel} is weer open. Op een eigen laptop: {namen}."
        self._app.console.alinea(f"{zin} Zij zeggen daar of dit klopt.", "geel")
        raise SessieVeranderd

    def _asks_anew(self) -> bool:
        """Whether words are others than those that all said yes to, or a yes at home is gone."""
        was = beginnen.filled_in(self.stap, self.context)
        antwoorden, stap = self.concept.antwoorden, self.context.stap
        for sleutel, waarde in antwoorden.items():
            if is_agreed_on(sleutel, stap) and waarde != was.get(sleutel):
                return True
        for sleutel in was:
            is_ja = said_of(sleutel, stap) is not None
            is_thuis = eigenaar(sleutel, self.context) in self._elders
            if is_ja and is_thuis and sleutel not in antwoorden:
                return True
        return False
