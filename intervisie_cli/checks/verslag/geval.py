"""The record of a sessie as the rules see it: its steps as data, and where each text stands."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from intervisie_cli.checks.regel import Melding, Regel
from intervisie_cli.model.actie import ACTIES
from intervisie_cli.model.bevinding import Bevinding
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.plain import Item, Sleutels
from intervisie_cli.model.sessie import KLAAR, Groep, Plek, Sessie


class Plaats(NamedTuple):
    """Where something stands: a file, the keys to it in its front matter, and its text.

    The keys are `notulen` for the body of the file, or for all of own notulen, and `#` with a line
    number for the whole file.
    """

    bestand: str
    sleutels: Sleutels = ()
    tekst: str = ""


class Punt(NamedTuple):
    """A melding about a place."""

    plaats: Plaats
    melding: Melding

    def als(self, regel: Regel, ernst: str = "") -> "Gevonden":
        """The same, as a finding of *regel*, at its own level or at *ernst*."""
        return Gevonden(self.plaats, self.melding.als(regel.id, ernst or regel.ernst))


class Gevonden(NamedTuple):
    """A finding in a record."""

    plaats: Plaats
    bevinding: Bevinding


class StapVerslag(NamedTuple):
    """A step file: its place in the sessie, what was answered, its notulen, its whole text.

    *onleesbaar* are the lines of its form that cannot be read, with the reason; *afgekapt* those of
    which YAML leaves out the end; *te_laat* those that fill in a form of a step that is recorded.
    *vreemd* are the keys of what is none of its kind, with the reason; *verschreven* keys that are
    misspelled, with the one that was meant; *ontbreekt* those of answers that should be there.
    """

    plek: Plek
    bestand: str
    data: Mapping[str, Any]
    notulen: str
    ruw: str
    onleesbaar: tuple[tuple[int, str], ...] = ()
    afgekapt: tuple[int, ...] = ()
    te_laat: tuple[int, ...] = ()
    vreemd: tuple[tuple[Sleutels, str], ...] = ()
    verschreven: tuple[tuple[Sleutels, str], ...] = ()
    ontbreekt: tuple[Sleutels, ...] = ()

    @property
    def is_klaar(self) -> bool:
        """Whether the step was done, so that something may be missing."""
        return self.data.get("status") == KLAAR

    @property
    def inbrenger(self) -> str:
        """The handle of the inbrenger, '' in a step of the whole sessie."""
        if not self.plek.ronde:
            return ""
        return self.plek.ronde.inbrenger

    def lijst(self, naam: str) -> Iterator[tuple[int, Item]]:
        """The items of a list with their positions, without what is no item."""
        return items_van(self.data.get(naam))

    def lijsten(self) -> Iterator[Veld]:
        """The fields that hold a list of items of this sessie."""
        return (
            veld
            for veld in self.plek.stap.velden
            if veld.is_lijst and not veld.lijst.bron
        )

    def plaats(self, *sleutels: str | int) -> Plaats:
        """The place of a part of the front matter."""
        waarde: Any = self.data
        for sleutel in sleutels:
            waarde = _deel(waarde, sleutel)
        tekst = waarde if isinstance(waarde, str) else ""
        return Plaats(self.bestand, sleutels, tekst)

    def teksten(self) -> Iterator[Plaats]:
        """All texts that people wrote, each with its place; the notulen last."""
        yield from _teksten(self.bestand, self.data, ())
        if self.notulen:
            yield Plaats(self.bestand, ("notulen",), self.notulen)


def items_van(waarde: Any) -> Iterator[tuple[int, Item]]:
    """The items of a list with their positions; none of what is no list."""
    if not isinstance(waarde, list):
        return
    for nummer, item in enumerate(waarde):
        # Who writes in an editor may put a bare word in a list of items: other rules say so.
        if isinstance(item, dict):
            yield nummer, item


def _deel(waarde: Any, sleutel: str | int) -> Any:
    if isinstance(waarde, dict):
        return waarde.get(sleutel)
    if isinstance(waarde, list) and isinstance(sleutel, int):
        return waarde[sleutel]
    return None


# What is no text of a person: nobody can be named or judged in it.
_GEEN_TEKST = frozenset(
    [
        "id",
        "stap",
        "status",
        "begonnen",
        "afgerond",
        "lid",
        "wie",
        "inbrenger",
        "om",
        "tot",
        "elke",
        "datum",
        "stil",
    ]
)


def _teksten(bestand: str, waarde: Any, sleutels: Sleutels) -> Iterator[Plaats]:
    if isinstance(waarde, str) and waarde:
        yield Plaats(bestand, sleutels, waarde)
    elif isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            if sleutel not in _GEEN_TEKST:
                yield from _teksten(bestand, deel, (*sleutels, sleutel))
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from _teksten(bestand, deel, (*sleutels, nummer))


class SessieVerslag:
    """A sessie with its group, and the files that could not be read with why not.

    *stil* are the silences of sessie.yaml, as they stand. *bekende_regels* are the ids of all
    rules: they come in from outside, because the register imports each rule, so that no rule can
    import the register. *eigen_notulen* are what members noted, a file each. *typ_step*
    gives what to type for a step of this sessie. *verschreven* are misspelled keys of sessie.yaml,
    each with the one that was meant.
    """

    def __init__(
        self,
        sessie: Sessie,
        groep: Groep,
        stappen: tuple[StapVerslag, ...],
        onleesbaar: tuple[tuple[str, str], ...] = (),
        stil: Any = None,
        *,
        bekende_regels: Collection[str],
        eigen_notulen: tuple[Plaats, ...] = (),
        typ_step: Callable[[], str] = lambda: "intervisie step",
        verschreven: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self.sessie = sessie
        self.groep = groep
        self.stappen = stappen
        self.onleesbaar = onleesbaar
        self.stil = stil
        self.bekende_regels = bekende_regels
        self.eigen_notulen = eigen_notulen
        self._typ_step = typ_step
        self.verschreven = verschreven

    @property
    def step(self) -> str:
        """What to type for a step of it."""
        return self._typ_step()

    @property
    def bestand(self) -> str:
        """The path of sessie.yaml."""
        return f"{self.sessie.map}/sessie.yaml"

    @property
    def datum(self) -> date:
        """The day of the sessie."""
        return self.sessie.datum

    @cached_property
    def acties(self) -> tuple[tuple[StapVerslag, int, Item], ...]:
        """All acties, each with its step and its position in the list."""
        gevonden = []
        for stap in self.stappen:
            for nummer, item in stap.lijst(ACTIES):
                if isinstance(item.get("actie"), str):
                    gevonden.append((stap, nummer, item))
        return tuple(gevonden)

    def teksten(self) -> Iterator[Plaats]:
        """All texts that people wrote, each with its place: those of the steps, then their own."""
        for stap in self.stappen:
            yield from stap.teksten()
        yield from self.eigen_notulen


def punt(plaats: Plaats, bericht: str, hulp: str) -> Punt:
    """A melding about the whole of a place."""
    return Punt(plaats, Melding(0, len(plaats.tekst), bericht, hulp))
