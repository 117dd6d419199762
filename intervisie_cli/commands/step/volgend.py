"""A step that is asked here while it changes elsewhere: what comes in is taken in at once."""

from abc import ABC, abstractmethod

from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.delen import Achtergrond
from intervisie_cli.commands.step.toetsen import ElderVastgelegd, SessieVeranderd
from intervisie_cli.flows.stap.hier import Hier
from intervisie_cli.flows.waar import typ_step
from intervisie_cli.groep import sessies
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.draaiboek import ID
from intervisie_cli.model.plain import texts_in
from intervisie_cli.model.sleutel import Sleutel, is_agreed_on
from intervisie_cli.model.vraag import Antwoorden, Vraag
from intervisie_cli.vragen.fasen import eigenaar


class Volgend(Hier, ABC):
    """A step that follows its files. What a file means for the draft, a subclass says."""

    def __init__(self, app: App, deler: Achtergrond, hier: Hier) -> None:
        super().__init__(hier.sessie_map, hier.stap, hier.context, hier.concept)
        self._app = app
        self._deler = deler
        self._vraag: Vraag | None = None
        self._gezien: tuple[int, ...] = ()
        self._bekeken: tuple[int, ...] = ()
        app.prompter.kijk = self._is_overtaken
        self.concept.begonnen = self.stap.began(self.concept.begonnen)
        self._follow(self.sessie_map, self.stap)

    def close(self) -> None:
        """Look no more at what comes in."""
        self._app.prompter.kijk = None

    def bij(self, vraag: Vraag | None, /) -> bool:
        """Take in what came before *vraag* is asked; give whether any did."""
        self._vraag = vraag
        self._deler.kijk()
        return self._take_in()

    def _follow(self, sessie_map: SessieMap, stap: StapBestand) -> None:
        """Go on with the files as they were read."""
        self.sessie_map = sessie_map
        self.stap = stap
        self._catch_up()
        self.concept.save()

    @abstractmethod
    def _catch_up(self) -> None:
        """Let the context and the draft know what stands in the files."""

    def _take_in(self) -> bool:
        """Take in what the files hold by now; give whether that is anything new.

        Raises SessieVeranderd when the step is not to be done any more.
        """
        # Before they are read: what is written meanwhile is seen the next time.
        nu = self._stamp()
        if nu == self._gezien:
            return False
        self._gezien = nu
        sessie_map, stap = self._now()
        if not stap:
            raise SessieVeranderd
        if stap.is_af:
            self._say_recorded(stap)
            raise ElderVastgelegd
        was = (self.stap.raw, self.sessie_map.sessie)
        self._follow(sessie_map, stap)
        self._check_leader()
        return was != (stap.raw, sessie_map.sessie)

    @abstractmethod
    def _given(self, stap: StapBestand) -> Antwoorden:
        """What the file of the step holds for who is asked here."""

    def _check_leader(self) -> None:
        """Raise SessieVeranderd when the step is not for who is asked here any more."""

    def _say_recorded(self, stap: StapBestand) -> None:
        """Say that others closed the step, and what was typed here and is not in it."""
        console = self._app.console
        titel = stap.plek.titel
        console.regel(f"✓ {titel} is op een andere laptop vastgelegd.", "groen")
        er_staat = set(texts_in(stap.data))
        draft = self.concept.vorige | self.concept.antwoorden
        los: list[str] = []
        for sleutel, waarde in draft.items():
            if not isinstance(waarde, str) or not waarde.strip():
                continue
            if waarde not in er_staat and self._is_typed_here(sleutel):
                los.append(waarde)
        if not los:
            return
        console.regel("Dit typte je hier, en staat er niet bij:", "geel")
        for tekst in dict.fromkeys(los):
            console.alinea(tekst, kop="• ", inspringen=2)
        step = typ_step(self._app.omgeving, self.sessie_map.sessie.map)
        erbij = self._to_add
        console.regel(f"Zet het erbij: {step} {stap.plek.verwijzing} {erbij}")

    def _is_typed_here(self, sleutel: Sleutel) -> bool:
        """Whether somebody types the answer, and at this laptop."""
        if sleutel.coach or sleutel.deel == ID:
            return False
        return self.context.is_hier(eigenaar(sleutel, self.context))

    @property
    def _to_add(self) -> str:
        """The option of `step` that adds something to a step that was closed."""
        return "--opnieuw"

    def _is_overtaken(self) -> bool:
        """Whether what came in changes the question at hand; it is taken in when that has ended."""
        self._deler.kijk()
        nu = self._stamp()
        if nu in (self._gezien, self._bekeken):
            return False
        self._bekeken = nu
        sessie_map, stap = self._now()
        if not stap or stap.is_af:
            return True
        if self._is_of_others(sessie_map, stap):
            return True
        was, wordt = self._given(self.stap), self._given(stap)
        for sleutel in {**was, **wordt}:
            if was.get(sleutel) == wordt.get(sleutel):
                continue
            if self._is_about(sleutel):
                return True
        return False

    def _is_of_others(self, sessie_map: SessieMap, stap: StapBestand) -> bool:
        """Whether it is another who leads, takes part, or answers at a laptop of their own."""
        if sessie_map.sessie != self.sessie_map.sessie:
            return True
        if stap.voortgang.leider != self.stap.voortgang.leider:
            return True
        # Who came with a laptop is not asked here any more.
        return sessie_map.op_eigen_laptop != self.sessie_map.op_eigen_laptop

    def _is_about(self, sleutel: Sleutel) -> bool:
        """Whether the question at hand is about what stands at *sleutel*, or asks just that."""
        vraag = self._vraag
        if not vraag:
            return True
        if sleutel.item == vraag.sleutel.item:
            return True
        if sleutel in vraag.vult:
            return True
        # Whether all agree is asked about the words of all items.
        is_same = sleutel.veld == vraag.sleutel.veld or not sleutel.deel
        return is_same and is_agreed_on(sleutel, self.context.stap)

    def _now(self) -> tuple[SessieMap, StapBestand | None]:
        """The sessie and the step as their files are now."""
        sessie_map = sessies.load(self._app.omgeving.root, self.sessie_map.sessie.map)
        for stap in sessie_map.stappen:
            if stap.pad == self.stap.pad:
                return sessie_map, stap
        return sessie_map, None

    def _stamp(self) -> tuple[int, ...]:
        return sessies.stamp(self._app.omgeving.root, self.sessie_map)
