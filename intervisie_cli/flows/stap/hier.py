"""The step that is asked at this laptop, and what it knows: what comes in can change that."""

from collections.abc import Callable

from intervisie_cli.groep.concept import Concept
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.context import Context
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Vraag
from intervisie_cli.vragen.fasen import eigenaar
from intervisie_cli.vragen.script import vragen

OpScherm = Callable[[Vraag | None, tuple[str, ...]], None]


class Hier:
    """A step that one laptop asks alone.

    Where nobody was asked anything, all is looked over (*kijkt_na*) before it is recorded.
    """

    kijkt_na = True

    def __init__(
        self,
        sessie_map: SessieMap,
        stap: StapBestand,
        context: Context,
        concept: Concept,
    ) -> None:
        self.sessie_map = sessie_map
        self.stap = stap
        self.context = context
        self.concept = concept
        # Shows on the shared screen what is asked, None at the review, and who is waited for.
        self.op_scherm: OpScherm = lambda _vraag, _wacht_op: None
        # What is changed here at the review, whoever gave it.
        self._geopend: Sleutel | None = None

    def bij(self, _vraag: Vraag | None, /) -> bool:
        """Take in what came before a question is asked, None for none; give whether any did."""
        return False

    def leave(self) -> None:
        """Let others go on from here: who asks stops."""

    def opent(self, vraag: Vraag, /) -> None:
        """Ask it here, also of who gave it at home: who leads wants to change it."""
        self._geopend = vraag.sleutel

    def is_changed(self, vraag: Vraag | None) -> bool:
        """Whether what was opened is answered: *vraag* comes now, None for nothing more."""
        if not self._geopend:
            return False
        return vraag is None or vraag.sleutel.item != self._geopend.item

    def without_opened(self, elders: tuple[str, ...]) -> tuple[str, ...]:
        """Those of *elders* who are asked nothing here: who gave what was opened is."""
        if not self._geopend:
            return elders
        wie = eigenaar(self._geopend, self.context)
        return tuple(lid for lid in elders if lid != wie)

    def before_recording(self) -> None:
        """See to what comes before the step is recorded from here."""

    def alles(self) -> list[Vraag]:
        """All that was asked in the step, here and at other laptops, to look over."""
        alleen = self.context._replace(elders=())
        return list(vragen(alleen, self.concept.antwoorden))
