"""One question at one moment of a step, whoever puts it: a prompt, a review page, a test."""

from pathlib import Path
from typing import Any, NamedTuple, Protocol

Antwoorden = dict[str, Any]
# What is looked for in a text, and whether it is there; None when people decide.
Stand = tuple[tuple[str, bool | None], ...]


class Keuze(NamedTuple):
    """Something to choose: the value that is recorded and the label that is shown."""

    waarde: Any
    label: str


JA_NEE = (Keuze(True, "Ja"), Keuze(False, "Nee"))


class KijktMee(Protocol):
    """Looks along while a text is typed."""

    def __call__(self, tekst: str, /) -> Stand:
        """Say how *tekst* stands."""


class Vraag(NamedTuple):
    """A question. *sleutel* is its place in the answers, such as `vragen/kim/0/vraag`.

    *aan* is who answers (the name to show, '' for the group), *kop* what is shown above it, *bij_nee* the keys
    that are asked again when the answer is no, *uit_bij_nee* the question that a no decides with a no,
    *teller* how far the quota is ('Kim, vraag 1 van 2'), *kijk_mee* says how the text stands while it is typed.
    """

    sleutel: str
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


class Klad(Protocol):
    """Keeps what is being typed at a question: *bestand* is where it stands while an editor has it."""

    bestand: Path

    def bewaar(self, text: str) -> None:
        """Keep the text so far."""


class Terug(Exception):
    """The person wants the previous question back; *half* is what was typed at this one."""

    half = ""
