"""What is being typed at a question, of a step or of a sessie: in this clone alone."""

from contextlib import suppress
from pathlib import Path

from intervisie_cli import system
from intervisie_cli.groep.concept import (
    EDITOR_IN_NAAM,
    Concept,
    take_in,
)
from intervisie_cli.model.sessie import Sessie
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.system import plain

_MAP = "klad"
WANNEER_WEER, NOG_IEMAND = "wanneer-weer", "nog-iemand"


class SessieKlad:
    """What is being typed at the question *naam* of a sessie.

    It is there from when the question is asked. An editor has it in *bestand*.
    """

    def __init__(self, private: Path, sessie: Sessie, naam: str) -> None:
        plain.check_folder(private / _MAP)
        self._path = private / _MAP / f"{sessie.id}--{naam}.txt"
        self.bestand = self._path.with_suffix(".md")

    @property
    def is_open(self) -> bool:
        """Whether the question was asked, and not answered."""
        return self._path.exists()

    def half(self) -> str:
        """What was typed before, '' for nothing."""
        return take_in(self.bestand) or take_in(self._path)

    def bewaar(self, text: str) -> None:
        """Keep the text so far, when it can be."""
        # A full disk must not stop somebody who is typing.
        with suppress(OSError):
            system.write_durable(self._path, text.encode("utf-8", "replace"))
            # What stood in an editor that was cut off has come up, and is here.
            system.remove_durable(self.bestand)

    def weg(self) -> None:
        """Forget it: the question is answered."""
        with suppress(OSError):
            system.remove_durable(self._path)


class ConceptKlad:
    """What is being typed at one question.

    It is kept in the draft, or while an editor has it in *bestand*.
    """

    def __init__(self, concept: Concept, sleutel: Sleutel) -> None:
        self._concept = concept
        self._sleutel = sleutel
        # The key in the name tells which question it answers, also when this process is gone.
        naam = str(sleutel).replace("/", "+")
        self.bestand = concept.path.with_name(
            f"{concept.path.stem}{EDITOR_IN_NAAM}{naam}.md"
        )

    def bewaar(self, text: str) -> None:
        """Keep the text so far, when it can be."""
        if self._concept.vorige.get(self._sleutel, "") == text:
            return
        self._concept.vorige[self._sleutel] = text
        # A full disk must not stop somebody who is typing: the answer itself is saved later.
        with suppress(OSError):
            self._concept.save()
