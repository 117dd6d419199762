"""What Tab proposes: members, sessions, steps and draaiboeken of the group at hand."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intervisie_cli.flows.omgeving import Omgeving

Completer = Callable[[str], list[str]]


def is_asked() -> bool:
    """Whether the shell is asking now."""
    return "_INTERVISIE_COMPLETE" in os.environ


def of(wat: str) -> Completer | None:
    """The completer for *wat*, None when there is nothing to propose."""
    maker = {
        "leden": _leden,
        "sessies": _sessies,
        "stappen": _stappen,
        "draaiboeken": _draaiboeken,
        "statussen": _statussen,
    }.get(wat)
    if not maker:
        return None

    def complete(incomplete: str) -> list[str]:
        from intervisie_cli import system
        from intervisie_cli.flows.omgeving import Omgeving

        try:
            words = os.environ.get("COMP_WORDS", "").split()
            gevraagd = words[words.index("--groep") + 1] if "--groep" in words[:-1] else None
            omgeving = Omgeving(system.now, system.random_id, gevraagd)
            # Only what is behind the last comma is being typed.
            head, comma, typed = incomplete.rpartition(",")
            given = head.split(",")
            return [
                head + comma + found
                for found in maker(omgeving)
                if found.startswith(typed) and found not in given
            ]
        except Exception:  # noqa: BLE001 - Tab must never print an error into a half-typed line
            return []

    return complete


def _leden(omgeving: "Omgeving") -> list[str]:
    return [lid.id for lid in omgeving.groep.leden]


def _sessies(omgeving: "Omgeving") -> list[str]:
    from intervisie_cli.groep import sessies

    return [folder.rsplit("/", 1)[-1] for folder in sessies.folders(omgeving.root)]


def _stappen(omgeving: "Omgeving") -> list[str]:
    from intervisie_cli.groep import sessies

    return [
        stap.naam for stap in sessies.find(omgeving.root, None, omgeving.vandaag).draaiboek.stappen
    ]


def _draaiboeken(omgeving: "Omgeving") -> list[str]:
    from intervisie_cli.groep import draaiboeken

    return draaiboeken.names(omgeving.root)


def _statussen(_: "Omgeving") -> list[str]:
    from intervisie_cli.model.actie import GETYPT

    return ["lijst", *GETYPT]
