"""What Tab proposes: members, sessions, steps and draaiboeken of the group at hand."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intervisie_cli.flows.omgeving import Omgeving

Completer = Callable[[str], list[str]]


def _proposes(find: Callable[["Omgeving"], list[str]]) -> Completer:
    """Make of *find* what Typer calls with the word that is being typed."""

    def complete(incomplete: str) -> list[str]:
        try:
            names = find(_omgeving())
        except Exception:  # noqa: BLE001 - Tab must never print an error into a half-typed line
            return []
        # `mirthe,t` asks for a third name: only what stands behind the last comma is being typed.
        head, comma, typed = incomplete.rpartition(",")
        given = head.split(",")
        fits = [name for name in names if name.startswith(typed)]
        return [head + comma + name for name in fits if name not in given]

    return complete


def _omgeving() -> "Omgeving":
    from intervisie_cli import system
    from intervisie_cli.flows.omgeving import Omgeving

    return Omgeving(system.now, system.random_id, _typed_groep())


def _typed_groep() -> str | None:
    """What `--groep` says on the line that is being typed, as far as it is there."""
    # Tab runs before any option is read, so the shell is asked for the line.
    words = os.environ.get("COMP_WORDS", "").split()
    if "--groep" not in words[:-1]:
        return None
    return words[words.index("--groep") + 1]


@_proposes
def leden(omgeving: "Omgeving") -> list[str]:
    """The short names of the members of today."""
    return [lid.id for lid in omgeving.groep.huidige_leden]


@_proposes
def sessies(omgeving: "Omgeving") -> list[str]:
    """The names of the folders of all sessies."""
    from intervisie_cli.groep import sessies

    folders = sessies.folders(omgeving.root)
    return [folder.rsplit("/", 1)[-1] for folder in folders]


@_proposes
def stappen(omgeving: "Omgeving") -> list[str]:
    """The steps of the sessie that is at hand."""
    from intervisie_cli.groep import sessies

    sessie_map = sessies.find(omgeving.root, None, omgeving.avond)
    return [stap.naam for stap in sessie_map.draaiboek.stappen]


@_proposes
def draaiboeken(omgeving: "Omgeving") -> list[str]:
    """Those that come with intervisie, and those of the group."""
    from intervisie_cli.groep import draaiboeken

    return draaiboeken.names(omgeving.root)


@_proposes
def over_lid(_: "Omgeving") -> list[str]:
    """What can be said of a member, and the word for the list of them."""
    from intervisie_cli.model.sessie import OVER_LID

    return ["lijst", *OVER_LID]


@_proposes
def statussen(_: "Omgeving") -> list[str]:
    """How an actie can go, and the word for the list of them."""
    from intervisie_cli.model.actie import GETYPT

    return ["lijst", *GETYPT]
