"""Who do an actie, as the file keeps it and as people type it."""

from typing import Any

from intervisie_cli.model.sessie import SAMEN


def kept(leden: list[str]) -> str | list[str]:
    """One handle, the list when there are more, or the word for all."""
    if SAMEN in leden:
        return SAMEN
    uniek = list(dict.fromkeys(leden))
    if len(uniek) == 1:
        return uniek[0]
    return uniek


def typed(wie: Any) -> str:
    """The handles, with 'en' between them."""
    if isinstance(wie, list):
        return " en ".join(map(str, wie))
    return str(wie)
