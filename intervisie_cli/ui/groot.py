"""Lines in the middle of a terminal, drawn anew each second: to look at from across a room."""

import time
from collections.abc import Callable, Iterable

from rich.align import Align
from rich.console import Console, Group
from rich.live import Live
from rich.text import Text

from intervisie_cli.ui.veilig import op_een_regel

# How each kind of line looks; what is not here is plain.
_STIJLEN = {
    "stap": "bold underline",
    "ruim": "bold green",
    "krap": "bold yellow",
    "over": "bold red",
    "beurt": "bold",
    "toestand": "bold yellow",
    "sessie": "dim",
    "straks": "dim",
}
# These stand out: with letters apart, for no terminal has larger ones.
_RUIM = frozenset(["stap", "ruim", "krap", "over"])
_ELKE_S = 0.5

Regels = Iterable[tuple[str, str]]


def draw(regels: Callable[[], Regels]) -> None:
    """Draw what *regels* gives, each line with what it is. Raises KeyboardInterrupt at Ctrl-C."""
    with Live(console=Console(), screen=True, auto_refresh=False) as live:
        while True:
            live.update(_page(regels()), refresh=True)
            time.sleep(_ELKE_S)


def _page(regels: Regels) -> Align:
    delen: list[Text] = []
    for soort, tekst in regels:
        veilig = op_een_regel(tekst)
        if not veilig:
            continue
        if soort in _RUIM:
            veilig = " ".join(veilig.upper())
        delen.append(Text(veilig, _STIJLEN.get(soort, ""), justify="center"))
        delen.append(Text())
    return Align.center(Group(*delen), vertical="middle")
