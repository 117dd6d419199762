"""What a rule is: a module with a docstring, `SOORT`, `ERNST` and `kijk`, named after its file."""

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, NamedTuple

from intervisie_cli.model.bevinding import Bevinding
from intervisie_cli.taal.zin import Zin

# From where up to where something stands in the uniform text of a sentence, as offsets.
Span = tuple[int, int]


class Groepstekst(NamedTuple):
    """A text that somebody wrote in the record of a group, as the rules of privacy see it.

    *bekend* are full names that may stand in it, in lower case: those of the members.
    """

    tekst: str
    bekend: frozenset[str] = frozenset()


class Melding(NamedTuple):
    """What a rule has to say: offsets in the text as given, a reason, and what would mend it."""

    van: int
    tot: int
    bericht: str
    hulp: str

    def als(self, regel: str, ernst: str) -> Bevinding:
        """The same, as a finding of *regel* at the level *ernst*."""
        return Bevinding(regel, ernst, self.bericht, self.hulp, self.van, self.tot)


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
            yield melding.als(self.id, ernst or self.ernst)


def regel_van(module: ModuleType) -> Regel:
    """The rule that a module is: `smart-specifiek-vaag` of `checks.smart.specifiek_vaag`."""
    familie, naam = module.__name__.rsplit(".", 2)[1:]
    return Regel(
        f"{familie}-{naam.replace('_', '-')}",
        module.SOORT,
        module.ERNST,
        module.kijk,
        module.__doc__ or "",
    )


def op(
    zin: Zin,
    span: Span | None,
    bericht: str,
    hulp: str,
) -> Melding:
    """A melding on a part of a sentence, or on the whole of it without *span*."""
    if span:
        van, tot = zin.stuk(*span)
    else:
        van, tot = zin.heel()
    return Melding(van, tot, bericht, hulp)
