"""What somebody made of what the coach said of their text."""

from typing import Any, NamedTuple

from intervisie_cli.model.plain import Data


class Coachkeuze(NamedTuple):
    """A text that the coach asked about, and what became of it.

    *wat* are the letters that it missed, or the kind of question it saw. *nieuw* is the text that
    came instead, '' when it stayed. *is_bewust* when it was left so on purpose.
    """

    tekst: str
    wat: str
    nieuw: str = ""
    is_bewust: bool = False

    def as_data(self) -> Data:
        """As a line in a file."""
        return self._asdict()


def read(data: Any) -> Coachkeuze | None:
    """The same from a line; None for what is none."""
    if not isinstance(data, dict):
        return None
    teksten = [data.get(naam, "") for naam in ("tekst", "wat", "nieuw")]
    if not all(isinstance(tekst, str) for tekst in teksten) or not teksten[0]:
        return None
    tekst, wat, nieuw = teksten
    return Coachkeuze(tekst, wat, nieuw, data.get("is_bewust") is True)
