"""Who works on this clone."""

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.groep import vinden
from intervisie_cli.model.fouten import GitFout


def who_am_i(omgeving: Omgeving) -> str:
    """The member who works here, as they said, or as Git calls them; '' when that is not known."""
    try:
        naam = _name_here(omgeving)
    except GitFout:
        # Much can be done without a repository too.
        return ""
    if not naam:
        return ""
    lid = omgeving.groep.named(naam)
    if not lid:
        return ""
    return lid.id


def _name_here(omgeving: Omgeving) -> str:
    repository = omgeving.repository
    gezegd = vinden.read_lid(repository.private)
    if gezegd:
        return gezegd
    naam, *_ = repository.identity() or ("",)
    return naam
