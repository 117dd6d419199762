"""The forms in which findings and sessies can be asked for: a row here, and a module of that name.

A module is imported when its form is asked for, so that a command loads the one that it writes.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

from intervisie_cli.model.bevinding import Resultaat
from intervisie_cli.ui.console import Console

if TYPE_CHECKING:
    from intervisie_cli.checks.oordeel import Oordeel
    from intervisie_cli.flows.sessie.inzage import Inzage
    from intervisie_cli.vragen.soorten.soort import Gids

TEKST, UITGEBREID, JSON = "tekst", "uitgebreid", "json"
# What `check --format` takes, and the module that has `teksten` and `sessies` for it.
CHECK = {
    TEKST: "check_tekst",
    UITGEBREID: "check_uitgebreid",
    JSON: "check_json",
    "sarif": "sarif",
    "github": "github",
}
# The page of `show`, and its `--json`: each a module that has `toon`.
SESSIE = {
    TEKST: "notulen_tekst",
    JSON: "notulen_json",
}


class CheckVorm(Protocol):
    """A form of findings."""

    def teksten(
        self,
        uit: Console,
        oordelen: "Iterable[Oordeel]",
        *,
        is_stroom: bool,
    ) -> None:
        """Write what was found in each text; of a stream as soon as it is read."""

    def sessies(
        self,
        uit: Console,
        resultaten: Iterable[Resultaat],
        aantal_sessies: int,
    ) -> None:
        """Write what was found in the records of so many sessies."""


class SessieVorm(Protocol):
    """A form of a sessie with all that was recorded in it."""

    def toon(self, uit: Console, gids: "Gids", inzage: "Inzage") -> None:
        """Write it."""


def check_vorm(naam: str) -> CheckVorm:
    """The form of findings with this name."""
    return cast("CheckVorm", _module(CHECK[naam]))


def sessie_vorm(naam: str) -> SessieVorm:
    """The form of a sessie with this name."""
    return cast("SessieVorm", _module(SESSIE[naam]))


def _module(naam: str) -> Any:
    return import_module(f"intervisie_cli.tonen.{naam}")
