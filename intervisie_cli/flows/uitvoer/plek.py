"""The one way out: where a file that leaves the group may stand, and how it is written.

It never stands in the folder of the group, where it would be shared or taken for a record. It is
for the user alone (0600), whole or not there, and never over something else without a word.
"""

from pathlib import Path

from intervisie_cli import system
from intervisie_cli.flows.niet_vastgelegd import NietKunnenSchrijven, explain
from intervisie_cli.model.fouten import IntervisieError, VerkeerdGebruik
from intervisie_cli.system import folders


class BestaatAl(IntervisieError):
    """A file of that name is there already."""

    def __init__(self, naam: str) -> None:
        super().__init__(f"{naam} is er al.", "Overschrijven? Geef --overschrijf mee.")


def find(
    root: Path | None,
    getypt: str | None,
    naam: str,
    *,
    overschrijf: bool,
    vlag: str = "--uit",
) -> Path:
    """Where the file goes: what was typed, or *naam* among the downloads of the user.

    A typed folder gets a file called *naam*. *root* is the folder of the group, None without one.
    *vlag* is where the user typed it. Raises IntervisieError where no file can come.
    """
    nergens = VerkeerdGebruik(
        "Daar kan geen bestand komen.",
        f"Noem een bestand in een map die er is, zoals {vlag} ~/{naam}",
    )
    if getypt is None:
        pad = folders.downloads() / naam
    else:
        pad = _typed(getypt, root)
        if pad.is_dir():
            pad /= naam
        elif getypt.endswith(("/", "\\")) or getypt in ("", "-"):
            # A folder was meant that is not there, or nothing at all.
            raise nergens
    boven = pad.parent
    if not pad.name or not boven.is_dir() or pad.is_dir():
        raise nergens
    # A link in the path may lead there too.
    if root and boven.resolve().is_relative_to(root.resolve()):
        raise VerkeerdGebruik(
            "In de map van de groep hoort alleen wat jullie delen.",
            f"Kies een andere map, zoals {vlag} ~/{naam}",
        )
    if not folders.can_write(boven):
        raise NietKunnenSchrijven(
            f"In de map {boven.name} kan niet worden geschreven.",
            "Kies een andere map.",
        )
    if pad.exists() and not pad.is_file():
        raise VerkeerdGebruik(f"{pad.name} is geen bestand.", "Kies een andere naam.")
    if pad.exists() and not overschrijf:
        raise BestaatAl(pad.name)
    return boven.resolve() / pad.name


def _typed(getypt: str, root: Path | None) -> Path:
    """The path that was typed; a bare name in the folder of the group is one of a download."""
    pad = system.typed_path(getypt)
    here = Path.cwd()
    is_bare = getypt not in ("", ".", "..", "-") and pad == Path(pad.name)
    if root and is_bare and not pad.exists() and here.is_relative_to(root):
        return folders.downloads() / pad
    return pad.absolute()


def find_in_folder(
    root: Path,
    getypt: str | None,
    map_: str,
    naam: str,
    *,
    overschrijf: bool,
) -> Path:
    """The same for a file *naam* in a folder of its own, which is made.

    Without a typed folder it is *map_*, among the downloads.
    """
    folder = folders.downloads() / map_
    if getypt is not None:
        folder = system.typed_path(getypt).absolute()
    if not folder.is_dir():
        # Looked at first: nothing is made where nothing may come.
        find(root, str(folder), naam, overschrijf=False)
        _make(folder)
    return find(root, str(folder), naam, overschrijf=overschrijf)


def _make(folder: Path) -> None:
    try:
        system.make_folder(folder)
    except OSError as error:
        raise NietKunnenSchrijven(*explain(error)) from error


def write(pad: Path, raw: bytes) -> None:
    """Put the file there in one move. Raises NietKunnenSchrijven."""
    try:
        system.write_durable(pad, raw)
    except OSError as error:
        raise NietKunnenSchrijven(*explain(error)) from error
