"""One question at one moment of a step, whoever puts it: a prompt, a review page, a test."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, Protocol, runtime_checkable

from intervisie_cli.model.sleutel import NOG, Sleutel

# What is absent was not answered yet; what was left empty is there as ''.
Antwoorden = dict[Sleutel, Any]
# What is looked for in a text, and whether it is there; None when people decide.
Letterstand = tuple[tuple[str, bool | None], ...]
# How a question is put: type a line, type a text, choose one, choose some.
TYPEN, SCHRIJVEN, KIEZEN, MEER = ("typen", "schrijven", "kiezen", "meer")


class Keuze(NamedTuple):
    """Something to choose: the value that is recorded and the label that is shown.

    *woord* is what somebody may type for it, beside the label.
    """

    waarde: Any
    label: str
    woord: str = ""

    @property
    def beginnen(self) -> list[str]:
        """What can be typed for it, as a whole or its begin."""
        return [begin for begin in (self.label, self.woord) if begin]


JA_NEE = (Keuze(True, "Ja"), Keuze(False, "Nee"))


class KijktMee(Protocol):
    """Looks along while a text is typed."""

    def __call__(self, tekst: str, /) -> Letterstand:
        """Say how *tekst* stands."""

    def nagezegd(self, tekst: str) -> str:
        """Say what was understood of *tekst* when it was given; '' for nothing to say."""


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


class Line(Protocol):
    """What one typed line says, when that is more than the text of one answer.

    Such as 'tim: Bel de docent', 'deels, niet op maandag', 'a', '3 1 2'.
    """

    @property
    def sleutels(self) -> tuple[Sleutel, ...]:
        """All keys that the line can fill: they are empty when it is typed anew."""

    def bezwaar(self, getypt: str) -> str:
        """Say in Dutch why *getypt* cannot be read; '' when it can."""

    def lees(self, getypt: str, antwoorden: Antwoorden) -> Wijziging:
        """What the line changes in the answers."""

    def schrijf(self, antwoorden: Antwoorden) -> str:
        """The line that would have given *antwoorden*, '' for none."""


@runtime_checkable
class EchoedLine(Line, Protocol):
    """A line of which is shown what was understood: its words can mean more than they say."""

    def nagezegd(self, getypt: str) -> str:
        """Say what was understood of *getypt* when it was given; '' for nothing to say."""


class Vraag(NamedTuple):
    """A question. *sleutel* is its place in the answers; *soort* a kind of field, or how it is put.

    *aan* is who answers (the name to show, '' for the group), and *anderen* are the names of the
    other members then. *inleiding* is said once above all
    questions of a list, with the items *er_is* that are there by then; *kop* above this question.
    What is typed can be a *lijn*, that fills the keys *vult*; what was said of a text, at the keys
    *hangt_eraan*, goes with it when another is typed. *leeg* says what an empty line means, or what
    to type in its place. A no opens the fields *bij_nee* again, and answers the field *uit_bij_nee*
    with a no. *kijk_mee* says how a text stands while it is typed; *namen* are what Tab completes.
    *is_getypt*: the text that comes up was typed before, and is there to be changed. What
    *is_terloops* was said along with another answer: it can be changed, and going back passes over
    it.
    """

    sleutel: Sleutel
    soort: str
    tekst: str
    aan: str = ""
    hulp: str = ""
    inleiding: str = ""
    kop: str = ""
    keuzes: tuple[Keuze, ...] = ()
    standaard: Any = None
    verplicht: bool = False
    bij_nee: tuple[str, ...] = ()
    uit_bij_nee: str = ""
    kijk_mee: "KijktMee | None" = None
    lijn: "Line | None" = None
    vult: tuple[Sleutel, ...] = ()
    hangt_eraan: tuple[Sleutel, ...] = ()
    er_is: tuple[str, ...] = ()
    leeg: str = ""
    namen: tuple[str, ...] = ()
    anderen: tuple[str, ...] = ()
    is_terloops: bool = False
    is_getypt: bool = False

    @property
    def ends_list(self) -> bool:
        """Whether an empty line says that no more items follow."""
        return any(sleutel.deel == NOG for sleutel in self.vult)

    def is_open(self, antwoorden: Antwoorden) -> bool:
        """Whether it is still to be answered."""
        vult = self.vult or (self.sleutel,)
        return any(sleutel not in antwoorden for sleutel in vult)


class Klad(Protocol):
    """Keeps what is being typed at a question; an editor has it in *bestand*."""

    bestand: Path

    def bewaar(self, text: str) -> None:
        """Keep the text so far."""


class Toets(Exception):
    """The person pressed a key that is no answer; *wat* names what it is for.

    *lid* is whose turn it is, '' when the question is to nobody alone.
    """

    def __init__(self, wat: str) -> None:
        super().__init__(wat)
        self.wat = wat
        self.lid = ""


class Terug(Exception):
    """The person wants the previous question back; *half* is what was typed at this one."""

    half = ""
