"""Asks the cache, as it is by now, and shows how far it is when it has to be built first."""

from collections.abc import Callable
from typing import TypeVar

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.voortgang import Meter
from intervisie_cli.index.cache import Cache, with_cache
from intervisie_cli.index.opzoeken import ActieTreffer, Treffer
from intervisie_cli.model.fouten import GitFout

T = TypeVar("T")
M = TypeVar("M", Treffer, ActieTreffer)


def in_cache(omgeving: Omgeving, look: Callable[[Cache], T]) -> T:
    """Give what *look* finds, and show how far a long build is."""
    on_read = Meter(omgeving.toon, "Notulen lezen")
    try:
        repository = omgeving.repository
    except GitFout:
        # Without Git the files can still be read.
        repository = None
    try:
        return with_cache(omgeving.root, repository, on_read, look)
    finally:
        omgeving.toon("")


def current(
    cache: Cache,
    find: Callable[[], list[M]],
) -> list[M]:
    """What *find* gives, once all that it gives is as the files are."""
    # To compare every file with the cache would take long in a large group. Only those that are
    # shown are compared, and read anew when they changed, which can bring up others.
    gevonden = find()
    while cache.was_old(treffer.map for treffer in gevonden):
        gevonden = find()
    return gevonden
