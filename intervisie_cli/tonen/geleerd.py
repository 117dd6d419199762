"""What users made of what the coach said, as lines and as JSON."""

from collections.abc import Iterator, Sequence

from intervisie_cli.model.coachkeuze import Coachkeuze
from intervisie_cli.model.plain import Data
from intervisie_cli.ui.console import Console

_LETTERS = frozenset("SMT")


def regels(uit: Console, keuzes: Sequence[Coachkeuze]) -> Iterator[str]:
    """What stayed as it was first: there the coach may have been wrong."""
    gebleven = [keuze for keuze in keuzes if not keuze.nieuw]
    veranderd = [keuze for keuze in keuzes if keuze.nieuw]
    if not keuzes:
        yield "De coach vroeg hier nog nergens naar."
    if gebleven:
        yield f"Gebleven, hoewel de coach ernaar vroeg ({len(gebleven)}):"
        for keuze in gebleven:
            yield from uit.opgemaakt(f"{keuze.tekst}{_reden(keuze)}", kop="• ")
    if veranderd:
        yield f"Veranderd nadat de coach ernaar vroeg ({len(veranderd)}):"
        for keuze in veranderd:
            yield from uit.opgemaakt(
                f"{keuze.tekst} → {keuze.nieuw}{_reden(keuze)}", kop="• "
            )


def _reden(keuze: Coachkeuze) -> str:
    """What the coach missed or saw, and whether it was left so on purpose."""
    delen = []
    if keuze.wat and set(keuze.wat) <= _LETTERS:
        delen.append(f"miste {', '.join(keuze.wat)}")
    elif keuze.wat:
        delen.append(keuze.wat)
    if keuze.is_bewust:
        delen.append("zo gelaten")
    return f" ({'; '.join(delen)})" if delen else ""


def json(keuzes: Sequence[Coachkeuze]) -> Data:
    """The documented object of `check --geleerd --format json`."""
    return {"geleerd": [keuze.as_data() for keuze in keuzes]}
