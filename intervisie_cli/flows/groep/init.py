"""Makes the repository of a group."""

import re
from pathlib import Path

from intervisie_cli.flows import berichten, lezen
from intervisie_cli.flows.groep.lid import MAX_NAAM, read_lid
from intervisie_cli.flows.niet_vastgelegd import GeenNaam
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.git import locks
from intervisie_cli.git import repository as git_repository
from intervisie_cli.git.repository import Repository
from intervisie_cli.groep import bestanden, bronnen, vinden
from intervisie_cli.model.fouten import IntervisieError, VerkeerdGebruik
from intervisie_cli.model.namen import slug
from intervisie_cli.model.sessie import Groep, Lid
from intervisie_cli.records import groep as groep_yaml
from intervisie_cli.taal.tekst import schoon, zonder_stuurtekens

# Else a git on Windows gives records other line ends than the ones that we write.
GITATTRIBUTES = "* text=auto eol=lf\n"
LEESMIJ = "leesmij-groep.md"
_VOORBEELD = 'Bijvoorbeeld: --leden "mirthe,tim,kim"'


def check_naam(naam: str) -> str:
    """Give the name of a group as it can be kept. Raises VerkeerdGebruik."""
    tekst = lezen.tekst(naam, "De naam van de groep", hoogstens=MAX_NAAM)
    if not tekst:
        raise VerkeerdGebruik(
            "Geef je groep een korte naam.",
            'Bijvoorbeeld: --naam "Studiegroep dinsdag"',
        )
    return tekst


def read_leden(tekst: str) -> tuple[Lid, ...]:
    """Read 'mirthe, Tim en kim=Kim de Boer' as members. Raises VerkeerdGebruik."""
    leden: list[Lid] = []
    for deel in re.split(r",|;|\s+en\s+", tekst):
        if not deel.strip():
            continue
        lid = read_lid(deel.strip(), _VOORBEELD)
        if any(eerder.id == lid.id for eerder in leden):
            raise VerkeerdGebruik(
                f"Het lid '{lid.id}' staat er twee keer.",
                "Geef ieder lid een eigen korte naam.",
            )
        leden.append(lid)
    if len(leden) < 2:
        raise VerkeerdGebruik("Een groep heeft minstens twee leden.", _VOORBEELD)
    return tuple(leden)


def check_place(folder: Path) -> None:
    """Raise IntervisieError when no group can be made in *folder*."""
    if (folder / groep_yaml.BESTAND).exists():
        raise IntervisieError(
            "In deze map staat al een groep.", "Typ: intervisie status"
        )
    if folder.exists() and not folder.is_dir():
        raise IntervisieError(
            "Op die plek staat al een bestand.", "Kies een andere map."
        )
    if folder.is_dir() and not all(map(_is_of_git, folder.iterdir())):
        raise IntervisieError(
            "Deze map is niet leeg.",
            "Kies een nieuwe of lege map, bijvoorbeeld: intervisie init mijn-groep",
        )


def _is_of_git(path: Path) -> bool:
    """Whether it is a repository, or what an init that died left of one."""
    return path.name == ".git" or path.name.startswith(git_repository.NIEUW)


def make(
    omgeving: Omgeving,
    folder: Path,
    naam: str,
    leden: tuple[Lid, ...],
    wie: str = "",
) -> None:
    """Make the group in *folder*; *wie* signs when git knows no name.

    Raises GeenNaam, IntervisieError.
    """
    check_place(folder)
    groep = Groep(naam, leden)
    files = {
        groep_yaml.BESTAND: groep_yaml.new(groep).raw(),
        ".gitattributes": GITATTRIBUTES.encode(),
        "README.md": _leesmij(groep).encode(),
    }
    was_er = {path for path in (folder, folder / ".git") if path.exists()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        repository = git_repository.create(folder)
        if not repository.identity():
            if not wie:
                raise GeenNaam
            sign_as(repository, wie)
        with locked(omgeving.in_folder(folder)) as vastlegger:
            # An init that was cut off is finished by now; what was typed last holds.
            basis = {pad: bestanden.read(folder, pad) for pad in files}
            if files != basis:
                vastlegger.record(files, berichten.groep_gemaakt(), basis)
    except BaseException:
        take_down(folder, was_er)
        raise


def sign_as(repository: Repository, wie: str) -> None:
    """Let git sign with this name in this repository; the mail address leads nowhere."""
    adres = f"{slug(wie) or 'lid'}@intervisie.invalid"
    with locks.settings(repository):
        repository.set_identity(schoon(zonder_stuurtekens(wie)), adres)


def work_as(repository: Repository, lid: Lid) -> None:
    """Note that this member works in this clone; git signs for them unless it knows a name."""
    vinden.write_lid(repository.private, lid.id)
    if not repository.identity():
        sign_as(repository, lid.roepnaam)


def take_down(folder: Path, was_er: set[Path]) -> None:
    """Leave nothing of a group that could not be made.

    The folder was new, or held at most a repository.
    """
    import shutil

    if folder.is_symlink() or not folder.is_dir():
        return  # what is behind a link was not made here
    for path in folder.iterdir():
        if path in was_er:
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    if folder not in was_er:
        folder.rmdir()


def make_default(folder: Path) -> None:
    """Let commands outside any group work on this one."""
    vinden.write_default(folder.absolute())


def _leesmij(groep: Groep) -> str:
    tekst = (bronnen.folder("templates") / LEESMIJ).read_text(encoding="utf-8")
    leden = "\n".join(f"- {lid.roepnaam} (`{lid.id}`)" for lid in groep.leden)
    return tekst.replace("{leden}", leden).replace("{naam}", groep.naam)
