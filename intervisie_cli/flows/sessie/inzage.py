"""All that `show` shows of a sessie: where it stands, what members noted, what was kept."""

from contextlib import suppress
from typing import NamedTuple

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie.status import Stand, look
from intervisie_cli.groep import notulen
from intervisie_cli.groep.gestopt import kept
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.fouten import GitFout
from intervisie_cli.model.notitie import Notitie
from intervisie_cli.model.sessie import Lid


class Inzage(NamedTuple):
    """A sessie with all that stands in it, as `show` shows it.

    *alleen_ik* is what the user shares with nobody, None when that was not asked. *bewaard* are
    the steps that are not held, with what was typed in a draft; *onleesbaar* the own notulen that
    were passed over.
    """

    stand: Stand
    notities: tuple[Notitie, ...] = ()
    alleen_ik: tuple[Notitie, ...] | None = None
    bewaard: tuple[StapBestand, ...] = ()
    onleesbaar: tuple[str, ...] = ()


def of_all(omgeving: Omgeving, sessie_map: SessieMap) -> Inzage:
    """The whole sessie, with what all members noted."""
    root = omgeving.root
    genoteerd, onleesbaar = notulen.readable(root, sessie_map, omgeving.groep)
    return Inzage(
        look(omgeving, sessie_map),
        tuple(genoteerd),
        bewaard=_kept(omgeving, sessie_map),
        onleesbaar=tuple(onleesbaar),
    )


def of_member(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    lid: Lid,
    *,
    alleen_ik: bool,
) -> Inzage:
    """What one member noted, with *alleen_ik* also what stays here. Raises OnleesbaarBestand."""
    root = omgeving.root
    groep = omgeving.groep
    genoteerd = notulen.of_member(root, sessie_map, lid.id, groep)
    inzage = Inzage(look(omgeving, sessie_map), tuple(genoteerd))
    if not alleen_ik:
        return inzage
    prive = notulen.private(sessie_map, lid.id, groep)
    return inzage._replace(alleen_ik=tuple(prive))


def _kept(omgeving: Omgeving, sessie_map: SessieMap) -> tuple[StapBestand, ...]:
    """The steps of which only a draft holds words; none outside git, where no drafts are."""
    with suppress(GitFout):
        return kept(omgeving.repository.private, sessie_map)
    return ()
