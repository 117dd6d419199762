"""Whether what was recorded here is at the shared place, as far as this clone knows."""

from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.git.repository import Repository
from intervisie_cli.groep import vinden
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.fouten import IntervisieError


class Deling(NamedTuple):
    """When this clone and the place were last the same, and how many changes wait since.

    A change is a commit, or a step of the sessie that a hand edited.
    """

    moment: datetime
    wachten: int


def look(omgeving: Omgeving, sessie_map: SessieMap) -> Deling | None:
    """How it stands with sharing; None for a group that never shared."""
    # Without a repository there is still a sessie to see.
    with suppress(IntervisieError):
        repository = omgeving.repository
        gedeeld = vinden.read_gedeeld(repository.private)
        if gedeeld:
            wachten = _commits(repository, gedeeld.commit)
            wachten += _by_hand(repository, sessie_map)
            return Deling(gedeeld.moment, wachten)
    return None


def _commits(repository: Repository, shared: str) -> int:
    head = repository.head().commit
    if not shared or shared == head:
        return 0
    out = repository.read("rev-list", "--count", "--first-parent", head, f"^{shared}")
    return int(out)


def _by_hand(repository: Repository, sessie_map: SessieMap) -> int:
    """How many steps hold something else than was recorded."""
    # Only who shares has to wait for this import.
    from intervisie_cli.git.commit import blob_id

    head = repository.head().commit
    folder = sessie_map.sessie.map
    out = repository.read("ls-tree", "-r", "-z", head, "--", folder)
    recorded = {}
    for row in out.decode("utf-8", "surrogateescape").split("\0"):
        info, _, pad = row.partition("\t")
        recorded[pad] = info.rpartition(" ")[2]
    return sum(
        stap.raw is not None and recorded.get(stap.pad) != blob_id(stap.raw, len(head))
        for stap in sessie_map.stappen
    )
