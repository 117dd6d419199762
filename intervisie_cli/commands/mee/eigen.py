"""What one member is asked at their own laptop, while the step goes on elsewhere."""

from collections.abc import Mapping

from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.delen import Achtergrond
from intervisie_cli.commands.step.toetsen import SessieVeranderd
from intervisie_cli.commands.step.volgend import Volgend
from intervisie_cli.flows.stap import bijdrage
from intervisie_cli.flows.stap.hier import Hier
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.draaiboek import ID
from intervisie_cli.model.sessie import Lid
from intervisie_cli.model.vraag import Antwoorden, Vraag
from intervisie_cli.vragen.eigen import gegeven
from intervisie_cli.vragen.fasen import eigenaar
from intervisie_cli.vragen.invulling import VAN_SLAAT_OVER, let_pass_over, pass_over
from intervisie_cli.vragen.script import open_vraag


class Eigen(Volgend):
    """The part of one member in a step."""

    kijkt_na = False

    def __init__(
        self,
        app: App,
        deler: Achtergrond,
        hier: Hier,
        eerder: Antwoorden,
        zei: Mapping[tuple[str, str], str],
    ) -> None:
        self._eerder = eerder
        self._zei = zei
        super().__init__(app, deler, hier)
        for sleutel, waarde in eerder.items():
            # What was asked anew comes up as it was.
            if sleutel not in self.concept.antwoorden:
                self.concept.vorige.setdefault(sleutel, waarde)

        self._begin = self._given_here()

    def _given_here(self) -> Antwoorden:
        antwoorden, als = self.concept.antwoorden, self.context.als
        hier = {
            sleutel: waarde
            for sleutel, waarde in antwoorden.items()
            if eigenaar(sleutel, self.context) == als
        }
        return hier | {VAN_SLAAT_OVER: als in pass_over(antwoorden)}

    @property
    def half(self) -> Antwoorden:
        """What the member typed and did not give: they passed over, and may come back."""
        half = {}
        for sleutel, waarde in self.concept.vorige.items():
            if eigenaar(sleutel, self.context) != self.context.als:
                continue
            if isinstance(waarde, str) and waarde.strip():
                half[sleutel] = waarde
        return half

    @property
    def is_asked(self) -> bool:
        """Whether there is anything to ask now."""
        return open_vraag(self.context, self.concept.antwoorden) is not None

    def bij(self, vraag: Vraag | None, /) -> bool:
        """Take in what came in. Raises SessieVeranderd when nothing is asked any more."""
        is_nieuw = super().bij(vraag)
        volgende = self.sessie_map.volgende
        if not volgende or volgende.pad != self.stap.pad:
            # Another step came before it, such as those of a ronde that was added.
            raise SessieVeranderd
        if not vraag and self._given_here() == self._begin:
            # Nothing was answered: what was asked fell away, or nothing was asked.
            raise SessieVeranderd
        return is_nieuw

    def _catch_up(self) -> None:
        omgeving = self._app.omgeving
        lid = Lid(self.context.als)
        self.context = bijdrage.context_for(omgeving, self.sessie_map, self.stap, lid)
        bijdrage.catch_up(self.concept, self.stap, self.context)
        if self._is_typing():
            # Who was passed over while typing is not stopped by that.
            anderen = pass_over(self.concept.antwoorden)
            anderen = [lid for lid in anderen if lid != self.context.als]
            let_pass_over(self.concept.antwoorden, anderen)
        self._recall()

    def _recall(self) -> None:
        """Let what the member said of an item stand above the question, where that is another now.

        The words went with those that they were said of.
        """
        concept = self.concept
        for sleutel, waarde in list(concept.antwoorden.items()):
            veld = self.context.stap.veld(sleutel.veld)
            if not veld or sleutel.deel != ID:
                continue
            for deel in veld.achteraf:
                delen = [deel.naam, deel.reactie]
                zei = [self._zei.get((str(waarde), naam)) for naam in delen]
                gezegd = ", ".join(filter(None, zei))
                eigen = sleutel.item.met(deel.naam)
                if gezegd and eigen not in concept.antwoorden:
                    concept.geweken.setdefault(eigen, gezegd)

    def _is_typing(self) -> bool:
        """Whether half a text of this member stands in the draft."""
        return any(sleutel not in self._eerder for sleutel in self.half)

    def _given(self, stap: StapBestand) -> Antwoorden:
        return gegeven(self.context, stap.data, stap.voortgang)

    @property
    def _to_add(self) -> str:
        return f"--als {self.context.als}"
