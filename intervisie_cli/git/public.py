"""Whether anybody on the internet can read a shared place."""

from intervisie_cli.git.access import as_nobody, rewritten
from intervisie_cli.git.netwerk import Netwerkfout
from intervisie_cli.git.remote import branches
from intervisie_cli.git.repository import Repository
from intervisie_cli.git.url import Adres, check_url
from intervisie_cli.model.fouten import GitFout, VerkeerdGebruik


def is_public(repository: Repository, adres: Adres) -> bool | None:
    """Whether anybody can read the shared place without saying who they are; None: not to be told.

    Only a place on the web can be, wherever the user's own settings lead to.
    """
    from tempfile import TemporaryDirectory

    settings = repository.git.settings
    try:
        reached = check_url(rewritten(settings, adres.url))
    except VerkeerdGebruik:
        return None
    if not reached.is_https:
        return False
    stranger = reached._replace(url=reached.toonbaar)
    with TemporaryDirectory(prefix="intervisie-") as home:
        try:
            branches(repository, stranger, as_nobody(settings, home))
        except Netwerkfout as fout:
            return False if fout.is_refusal else None
        except GitFout:
            return None
    return True
