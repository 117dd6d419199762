"""What `doctor` says of one thing that is wrong, and what it can do about it."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from intervisie_cli.model.fouten import IntervisieError, OnleesbaarBestand

DOCTOR = "Typ: intervisie doctor --herstel"


class Mankement(NamedTuple):
    """Something that is not as it should be, and what mends it.

    A tip is something that could be better. *doe* mends it, when the person agrees; *uitgebreid*
    is the path or the command of git, for whoever knows git.
    """

    wat: str
    herstel: str = DOCTOR
    is_tip: bool = False
    doe: Callable[[], object] | None = None
    uitgebreid: str = ""


def refusal(look: Callable[[], object]) -> Iterator[Mankement]:
    """What *look* raises, as a finding."""
    try:
        look()
    except IntervisieError as fout:
        yield of_fout(fout)


def of_fout(fout: IntervisieError, uitgebreid: str = "") -> Mankement:
    """What was raised, as a finding."""
    herstel = fout.hulp
    if isinstance(fout, OnleesbaarBestand) and "intervisie doctor" in herstel:
        # That would send people here, where they are already.
        herstel = "Herstel het bestand in een editor."
    return Mankement(fout.bericht, herstel, uitgebreid=uitgebreid)
