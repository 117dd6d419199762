"""What a rule is: a module with a docstring, `SOORT`, `ERNST` and `kijk`; its name is that of its file."""

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, NamedTuple

from intervisie_cli.model.bevinding import Bevinding
from intervisie_cli.taal.zin import Zin


class Melding(NamedTuple):
    """What a rule has to say: offsets in the text as given, a reason, and what would mend it."""

    van: int
    tot: int
    bericht: str
    hulp: str


class Regel(NamedTuple):
    """A rule. *soort* is a letter of SMART, or `vraag`, `tekst`, `verslag` or `privacy`."""

    id: str
    soort: str
    ernst: str
    kijk: Callable[[Any], Iterator[Any]]
    uitleg: str

    def pas_toe(self, geval: Any, ernst: str = "") -> Iterator[Bevinding]:
        """The findings on *geval*, at the rule's own level or at *ernst*."""
        for melding in self.kijk(geval):
            yield Bevinding(
                self.id,
                ernst or self.ernst,
                melding.bericht,
                melding.hulp,
                melding.van,
                melding.tot,
            )


def regel_van(module: ModuleType) -> Regel:
    """The rule that a module is: `checks.smart.specifiek_vaag` has the id `smart-specifiek-vaag`."""
    familie, naam = module.__name__.rsplit(".", 2)[1:]
    return Regel(
        f"{familie}-{naam.replace('_', '-')}",
        module.SOORT,
        module.ERNST,
        module.kijk,
        module.__doc__ or "",
    )


def op(zin: Zin, stuk: tuple[int, int] | None, bericht: str, hulp: str) -> Melding:
    """A melding on a span of the uniform text, or on the whole sentence."""
    van, tot = zin.stuk(*stuk) if stuk else zin.heel()
    return Melding(van, tot, bericht, hulp)
