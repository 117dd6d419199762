"""The own notulen of members: in the folder of the sessie, or where only the user reads them."""

from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from intervisie_cli import system
from intervisie_cli.groep import bestanden
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.namen import EIGEN_NOTULEN, whose_notulen
from intervisie_cli.model.notitie import Notitie
from intervisie_cli.model.sessie import Groep, Plek, Sessie
from intervisie_cli.records import notulen
from intervisie_cli.records.document import MAX_BESTAND, decode
from intervisie_cli.system import plain

# Of what a user keeps to themselves: the folder among their own data.
_ALLEEN_IK = "notities"


def path_of(sessie: Sessie, lid: str) -> str:
    """Where the own notulen of a member stand, from the root."""
    return f"{sessie.map}/{EIGEN_NOTULEN}/{lid}.md"


def private_path(sessie: Sessie, lid: str) -> Path:
    """Where the user keeps notes that are shared with nobody."""
    # The id tells sessies of all groups apart; its digest says nothing to who sees the name.
    kenmerk = sha256(f"{sessie.id}/{lid}".encode()).hexdigest()[:32]
    return system.user_data_folder() / _ALLEEN_IK / f"{kenmerk}.md"


def plekken(sessie_map: SessieMap) -> list[Plek]:
    """The steps that a note can be of."""
    return [stap.plek for stap in sessie_map.stappen]


def files(root: Path, folder: str) -> list[str]:
    """The own notulen in the folder of a sessie. Raises VreemdBestand when theirs is a link."""
    onder = f"{folder}/{EIGEN_NOTULEN}"
    paden = [f"{onder}/{naam}" for naam in bestanden.files(root, onder)]
    return [pad for pad in paden if whose_notulen(pad)]


def read(root: Path, pad: str) -> str:
    """The text of own notulen, '' when there are none. Raises OnleesbaarBestand."""
    return bestanden.read_as(root, pad, decode) or ""


def read_private(sessie: Sessie, lid: str) -> str:
    """The same of what the user keeps to themselves. Raises NotPlain, OnleesbaarBestand."""
    pad = private_path(sessie, lid)
    raw = plain.read(pad, MAX_BESTAND)
    return bestanden.parse_as(str(pad), raw or b"", decode)


def of_member(
    root: Path,
    sessie_map: SessieMap,
    lid: str,
    groep: Groep,
) -> list[Notitie]:
    """What a member noted in a sessie. Raises OnleesbaarBestand."""
    tekst = read(root, path_of(sessie_map.sessie, lid))
    return list(notulen.notities(lid, tekst, plekken(sessie_map), groep))


def of_sessie(root: Path, sessie_map: SessieMap, groep: Groep) -> list[Notitie]:
    """What all members noted in a sessie. Raises OnleesbaarBestand."""
    gevonden = []
    for pad in files(root, sessie_map.sessie.map):
        gevonden += of_member(root, sessie_map, whose_notulen(pad), groep)
    return gevonden


def readable(root: Path, sessie_map: SessieMap, groep: Groep) -> Iterator[Notitie]:
    """The same as far as it can be read: one file must not keep a sessie out of the log."""
    with suppress(IntervisieError):
        for pad in files(root, sessie_map.sessie.map):
            with suppress(IntervisieError):
                yield from of_member(root, sessie_map, whose_notulen(pad), groep)


def private(sessie_map: SessieMap, lid: str, groep: Groep) -> list[Notitie]:
    """What the user keeps to themselves. Raises NotPlain, OnleesbaarBestand."""
    tekst = read_private(sessie_map.sessie, lid)
    return list(notulen.notities(lid, tekst, plekken(sessie_map), groep))
