"""What a sync did."""

from typing import NamedTuple

from intervisie_cli.flows.bijwerken import Bijgewerkt
from intervisie_cli.flows.sync.binnen import Binnen


class Uitkomst(NamedTuple):
    """What a sync did.

    *aantal_binnen* counts the commits that came in, of which *binnen* tells the latest; *uit*
    counts those that went out. *onleesbaar* are files that somebody edited and that stayed behind,
    *afgemaakt* those that a half merge of plain git left different from both sides. *weggelaten*
    are the files that `--herstel` could not take along, *teruggezet* those that an editor wrote
    over. *overgenomen* names what is gone, or another, since this clone went along with a place.
    """

    binnen: tuple[Binnen, ...] = ()
    aantal_binnen: int = 0
    uit: int = 0
    bijgewerkt: Bijgewerkt = Bijgewerkt()
    onleesbaar: tuple[str, ...] = ()
    afgemaakt: tuple[str, ...] = ()
    is_hersteld: bool = False
    weggelaten: tuple[str, ...] = ()
    teruggezet: tuple[str, ...] = ()
    is_lezer_onbekend: bool = False
    is_overgenomen: bool = False
    overgenomen: tuple[str, ...] = ()
    tak: str = ""

    @property
    def needs_a_look(self) -> bool:
        """Whether a file was kept apart, stayed behind or got back what was written over.

        Or when it could not be told who reads the shared place.
        """
        apart = (*self.onleesbaar, *self.afgemaakt)
        apart += (*self.weggelaten, *self.teruggezet)
        apart += (*self.bijgewerkt.kopieen, *self.bijgewerkt.vreemd)
        return bool(apart) or self.is_lezer_onbekend


def together(parts: list[Bijgewerkt]) -> Bijgewerkt:
    """What came in by more than one round, each file once."""
    veranderd = dict.fromkeys(path for part in parts for path in part.veranderd)
    kopieen = dict.fromkeys(path for part in parts for path in part.kopieen)
    vreemd = dict.fromkeys(path for part in parts for path in part.vreemd)
    return Bijgewerkt(tuple(veranderd), tuple(kopieen), tuple(vreemd))
