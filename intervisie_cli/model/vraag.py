"""One question at one moment of a step, whoever puts it: a prompt, a review page, a test."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from intervisie_cli.model.sleutel import Sleutel

# What is absent was not answered yet; what was left empty is there as ''.
Antwoorden = dict[Sleutel, Any]
# What is looked for in a text, and whether it is there; None when people decide.
Letterstand = tuple[tuple[str, bool | None], ...]
# How a question is put: type a line, type a text, choose one, choose some, put in order.
TYPEN, SCHRIJVEN, KIEZEN, MEER, ORDENEN = (
    "typen",
    "schrijven",
    "kiezen",
    "meer",
    "volgorde",
)


class Keuze(NamedTuple):
    """Something to choose: the value that is recorded and the label that is shown."""

    waarde: Any
    label: str


JA_NEE = (Keuze(True, "Ja"), Keuze(False, "Nee"))


class KijktMee(Protocol):
    """Looks along while a text is typed."""

    def __call__(self, tekst: str, /) -> Letterstand:
        """Say how *tekst* stands."""


class Vraag(NamedTuple):
    """A question. *sleutel* is its place in the answers; *soort* a kind of field, MEER or ORDENEN.

    *aan* is who answers (the name to show, '' for the group), *kop* what is shown above it,
    *teller* how far the quota is ('Kim, vraag 1 van 2'). A no opens the fields *bij_nee* again, and
    answers the field *uit_bij_nee* with a no. *kijk_mee* says how a text stands while it is typed.
    """

    sleutel: Sleutel
    soort: str
    tekst: str
    aan: str = ""
    hulp: str = ""
    kop: str = ""
    teller: str = ""
    keuzes: tuple[Keuze, ...] = ()
    standaard: Any = None
    verplicht: bool = False
    bij_nee: tuple[str, ...] = ()
    uit_bij_nee: str = ""
    kijk_mee: "KijktMee | None" = None


class Wijziging(NamedTuple):
    """What changes in the answers: the keys that go, then the answers that come."""

    weg: tuple[Sleutel, ...] = ()
    erbij: Mapping[Sleutel, Any] = {}

    def toegepast(self, antwoorden: Antwoorden) -> Antwoorden:
        """The answers as they are after it."""
        nieuw = dict(antwoorden)
        for sleutel in self.weg:
            nieuw.pop(sleutel, None)
        nieuw.update(self.erbij)
        return nieuw


class Klad(Protocol):
    """Keeps what is being typed at a question; an editor has it in *bestand*."""

    bestand: Path

    def bewaar(self, text: str) -> None:
        """Keep the text so far."""


class Terug(Exception):
    """The person wants the previous question back; *half* is what was typed at this one."""

    half = ""
