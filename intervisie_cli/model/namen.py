"""Handles of members, folder names and ids: what may stand in a path on any system."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

_HANDLE = re.compile(r"[a-z][a-z0-9-]{0,30}")
_NAAM = re.compile(r"[a-z0-9][a-z0-9._-]{0,80}")
_ID = re.compile(r"[a-z0-9]{4,32}")
# The name of a step is part of the name of its file, and is typed after `intervisie step`.
_STAP = re.compile(r"[a-z][a-z0-9-]*")
# Letters that are no other letter with a sign, as names are spelled without them.
_LETTERS: dict[int, int | str] = {
    **str.maketrans("łøđðħıŋŧ", "loddhint"),
    ord("þ"): "th",
    ord("ß"): "ss",
    ord("æ"): "ae",
    ord("œ"): "oe",
}
# What is written down of a recording, and of files that are to follow the branch.
VASTLEGGEN = "journaal.json"
BIJWERKEN = "bijwerken.json"
# Names that Windows keeps for devices: no file can have them there, whatever its extension.
_DEVICES = frozenset(
    [
        "con",
        "prn",
        "aux",
        "nul",
        *(f"com{n}" for n in range(1, 10)),
        *(f"lpt{n}" for n in range(1, 10)),
    ]
)

# What a Git host shows of a folder.
LEESMIJ = "README.md"
# What a group holds beside its sessies and sjablonen.
_TOP = frozenset(["groep.yaml", LEESMIJ, ".gitattributes"])
_KOPIE = re.compile(r"(groep|README)\.kopie-[0-9a-f]{8}\.(yaml|md)")
# What the name of such a version has more than that of its file.
_KENMERK = re.compile(r"\.kopie-[0-9a-f]{8}(?=(?:\.[^./]*)?$)")
SESSIES, SJABLONEN = "sessies", "sjablonen"
_FOLDERS = frozenset([SESSIES, SJABLONEN])
# The folder in that of a sessie with the own notulen of members, and such a file: its path from the
# root, or from the folder of the sessie.
EIGEN_NOTULEN = "notulen"
_VAN_LID = re.compile(rf"(?:{SESSIES}/[^/]+/[^/]+/)?{EIGEN_NOTULEN}/([^/]+)\.md")
# The folder of a ronde: its number when it began, and who brought in.
RONDE = "ronde-"
_RONDE = re.compile(rf"{RONDE}\d+-({_HANDLE.pattern})")
# What the program keeps in a group; the rest of the folder is the user's own.
OURS = (*sorted(_TOP), SESSIES, SJABLONEN)
# Nothing of ours lies deeper. A step in a ronde lies in four folders: the rest is room to grow.
_DIEP = 10
# These words can be typed where a handle is asked, and mean nobody; so no member can be called so.
_WORDS = frozenset(["geen", "individueel"])


def step_in(folder: str, aan_de_beurt: str) -> str:
    """What to type for a step of the sessie in *folder*; `step` alone takes *aan_de_beurt*."""
    if folder == aan_de_beurt:
        return "intervisie step"
    return f"intervisie step --sessie {folder.rpartition('/')[2]}"


def step_at(pad: str) -> str:
    """What to type for the step whose file stands at *pad*: 'ronde-1-mirthe/advisering'."""
    folder = sessie_folder(pad)
    binnen = pad.removeprefix(f"{folder}/").removesuffix(".md")
    ronde, streep, bestand = binnen.rpartition("/")
    nummer, _, naam = bestand.partition("-")
    return f"{ronde}{streep}{naam if nummer.isdecimal() else bestand}"


def is_handle(text: str) -> bool:
    """Whether *text* can be the handle of a member."""
    if not _HANDLE.fullmatch(text) or text.endswith("-"):
        return False
    return text not in _DEVICES and text not in _WORDS


def is_stap(text: object) -> bool:
    """Whether *text* can be the name of a step."""
    return isinstance(text, str) and bool(_STAP.fullmatch(text))


def is_id(text: object) -> bool:
    """Whether *text* can be the id of an item or a sessie."""
    return isinstance(text, str) and bool(_ID.fullmatch(text))


def id_of(item: Mapping[str, Any]) -> str:
    """The id of an item, '' when it has none that can be: it was edited outside intervisie."""
    if not is_id(item.get("id")):
        return ""
    return str(item["id"])


def voluit(naam: object) -> str:
    """The name of a field or key as people read it."""
    return str(naam).replace("_", " ")


def is_own_name(naam: str) -> bool:
    """Whether *naam* can be that of a file or folder of ours, or of a draaiboek."""
    return bool(_NAAM.fullmatch(naam))


def is_group_path(pad: str) -> bool:
    """Whether *pad* can be that of a file which the program keeps in a group.

    Nothing else is written or read, whatever a commit of somebody else holds.
    """
    eerste, *rest = pad.split("/")
    if not rest:
        return pad in _TOP or bool(_KOPIE.fullmatch(pad))
    if eerste not in _FOLDERS or len(rest) >= _DIEP:
        return False
    if is_leesmij(pad):
        rest = rest[:-1]
    return all(map(_is_safe_name, rest))


def is_leesmij(pad: str) -> bool:
    """Whether *pad* is the page of a sessie that a Git host shows."""
    return bool(sessie_folder(pad)) and pad == f"{sessie_folder(pad)}/{LEESMIJ}"


def _is_safe_name(naam: str) -> bool:
    stam = naam.partition(".")[0]
    return is_own_name(naam) and stam not in _DEVICES


def sessie_folder(pad: str) -> str:
    """The folder of the sessie that *pad* lies in, '' for a file of no sessie."""
    eerste, *rest = pad.split("/")
    if eerste != SESSIES or len(rest) < 3:
        return ""
    return "/".join((eerste, *rest[:2]))


def whose_notulen(pad: str) -> str:
    """The member whose own notulen stand at *pad*, '' for any other file."""
    match = _VAN_LID.fullmatch(pad)
    if match and is_handle(match[1]):
        return match[1]
    return ""


def ronde_folder(nummer: int, inbrenger: str) -> str:
    """The name of the folder of a ronde."""
    return f"{RONDE}{nummer}-{inbrenger}"


def is_ronde_folder(naam: str) -> bool:
    """Whether *naam* can be that of the folder of a ronde, also of one that a hand named."""
    return is_own_name(naam) and naam.startswith(RONDE)


def whose_ronde(naam: str) -> str:
    """The inbrenger that the folder of a ronde is called after, '' for any other name."""
    match = _RONDE.fullmatch(naam)
    return match[1] if match else ""


def kopie_naam(pad: str, kenmerk: str) -> str:
    """Where a version is kept that could not be merged: beside *pad*, under a name of its own."""
    kopie = f".kopie-{kenmerk[:8]}"
    stam, punt, soort = pad.rpartition(".")
    if not punt or "/" in soort:
        return f"{pad}{kopie}"
    return f"{stam}{kopie}.{soort}"


def is_kopie(pad: str) -> bool:
    """Whether *pad* is that of such a version."""
    return ".kopie-" in pad.rsplit("/", 1)[-1]


def zonder_kopie(pad: str) -> str:
    """The path of the file that such a version was kept beside; any other stays."""
    return _KENMERK.sub("", pad)


def slug(text: str, limit: int = 40) -> str:
    """Make a folder name of *text*: ASCII letters, digits and dashes; '' when nothing is left."""
    # Without the signs on letters; some are letters of their own.
    plain = text.lower().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", plain)
    plain = plain.encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", plain.lower())
    name = name.strip("-")
    name = name[:limit].strip("-")
    if name in _DEVICES:
        return f"{name}-"
    return name


def lees_iso(text: str) -> date | None:
    """The day that an ISO date means; None when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
