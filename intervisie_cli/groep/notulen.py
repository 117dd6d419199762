"""The own notulen of members: in the folder of the sessie, or where only the user reads them."""

from hashlib import sha256
from pathlib import Path

from intervisie_cli import system
from intervisie_cli.groep import bestanden
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.fouten import OnleesbaarBestand
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
    return system.user_data_folder() / _ALLEEN_IK / f"{private_name(sessie, lid)}.md"


def private_name(sessie: Sessie, lid: str) -> str:
    """What a file is called that the user shares with nobody."""
    # The id tells sessies of all groups apart; its digest says nothing to who sees the name.
    return sha256(f"{sessie.id}/{lid}".encode()).hexdigest()[:32]


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


def readable(
    root: Path,
    sessie_map: SessieMap,
    groep: Groep,
) -> tuple[list[Notitie], list[str]]:
    """What all members noted, as far as it can be read, and the files that cannot.

    One file must not hide a sessie.
    """
    teksten, onleesbaar = texts(root, sessie_map.sessie.map)
    stappen = plekken(sessie_map)
    gevonden: list[Notitie] = []
    for pad, tekst in teksten.items():
        gevonden += notulen.notities(whose_notulen(pad), tekst, stappen, groep)
    return gevonden, list(onleesbaar)


def texts(
    root: Path,
    folder: str,
) -> tuple[dict[str, str], dict[str, str]]:
    """The own notulen in the folder of a sessie: the text of each, and why others have none."""
    teksten, onleesbaar = {}, {}
    try:
        paden = files(root, folder)
    except OnleesbaarBestand as fout:
        return {}, {f"{folder}/{EIGEN_NOTULEN}": fout.kort}
    for pad in paden:
        try:
            teksten[pad] = read(root, pad)
        except OnleesbaarBestand as fout:
            onleesbaar[pad] = fout.kort
    return teksten, onleesbaar


def private(
    sessie_map: SessieMap,
    lid: str,
    groep: Groep,
) -> list[Notitie]:
    """What the user keeps to themselves. Raises NotPlain, OnleesbaarBestand."""
    tekst = read_private(sessie_map.sessie, lid)
    return list(notulen.notities(lid, tekst, plekken(sessie_map), groep))
