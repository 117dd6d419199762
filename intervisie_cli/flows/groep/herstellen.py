"""What `doctor --herstel` does when the person agrees: each is safe, and loses no word."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from intervisie_cli import system
from intervisie_cli.flows import berichten, handwerk
from intervisie_cli.flows.leesmij import remake
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sync import inhalen
from intervisie_cli.flows.sync.gedeelde_plek import share
from intervisie_cli.flows.vastlegger import locked, signature
from intervisie_cli.git import log, tak, trees
from intervisie_cli.git.locks import GitLock
from intervisie_cli.git.names import is_oid
from intervisie_cli.git.repository import Repository
from intervisie_cli.git.strays import Stray
from intervisie_cli.git.url import Adres
from intervisie_cli.groep import bestanden
from intervisie_cli.model.fouten import GitFout, IntervisieError
from intervisie_cli.model.namen import sessie_folder
from intervisie_cli.records.hernummeren import renumbered
from intervisie_cli.system import plain, processes

# A ref holds one id.
_MAX_REF = 200


def put_back(omgeving: Omgeving, paden: Iterable[str]) -> None:
    """Put files that were removed here where they were, as they were recorded last."""
    repository = omgeving.repository
    with locked(omgeving):
        for pad in paden:
            raw = repository.blob_at(repository.head().commit, pad)
            if raw is not None and not (omgeving.root / pad).exists():
                system.make_folder((omgeving.root / pad).parent)
                system.write_durable(omgeving.root / pad, raw)


def bring_back(omgeving: Omgeving, pad: str) -> None:
    """Record a file anew that a commit removed, as it was before. Raises IntervisieError."""
    raw = last_version(omgeving, pad)
    if raw is None:
        raise IntervisieError("Dat bestand staat in geen enkele versie.")
    with locked(omgeving) as vastlegger:
        vastlegger.record({pad: raw}, berichten.teruggehaald(pad), {pad: None})


def bring_back_folder(omgeving: Omgeving, folder: str, pad: str) -> None:
    """Record all files of a folder anew as they were when a commit removed *pad* in it.

    Raises IntervisieError.
    """
    repository = omgeving.repository
    commit = _removed_by(repository, pad)
    if not commit:
        raise IntervisieError("Die map staat in geen enkele versie.")
    files = {}
    for path, entry in trees.entries(repository, f"{commit}^", folder).items():
        if entry.is_file:
            files[path] = repository.blob_at(f"{commit}^", path)
    with locked(omgeving) as vastlegger:
        basis = {path: bestanden.read(omgeving.root, path) for path in files}
        vastlegger.record(files, berichten.teruggehaald(folder), basis)


def _removed_by(repository: Repository, pad: str) -> str:
    """The last commit that removed *pad*; '' for none."""
    wie = ("--max-count=1", "--diff-filter=D", "HEAD", "--", pad)
    for (commit,) in log.rows(repository, ["%H"], *wie):
        return commit
    return ""


def last_version(omgeving: Omgeving, pad: str) -> bytes | None:
    """What the file at *pad* held before a commit removed it; None when none did."""
    commit = _removed_by(omgeving.repository, pad)
    if not commit:
        return None
    return omgeving.repository.blob_at(f"{commit}^", pad)


def take_in_work(omgeving: Omgeving, commit: str) -> None:
    """Take what was recorded on another branch here into that of the group. Raises GitFout."""
    with locked(omgeving):
        inhalen.take_in(
            omgeving.repository,
            commit,
            signature(omgeving),
            remake(omgeving),
        )


def take_in(omgeving: Omgeving) -> None:
    """Record what was written by hand. Raises IntervisieError for what cannot be read."""
    with locked(omgeving) as vastlegger:
        opgenomen = handwerk.record(vastlegger, omgeving.repository, omgeving.new_id)
    if opgenomen.onleesbaar:
        raise IntervisieError(f"Niet te lezen: {', '.join(opgenomen.onleesbaar)}.")


def renumber(omgeving: Omgeving, folder: str) -> None:
    """Give a sessie that is a copy of another ids of its own."""
    root = omgeving.root
    with locked(omgeving) as vastlegger:
        was: dict[str, bytes] = {}
        for path in sorted((root / folder).rglob("*")):
            pad = path.relative_to(root).as_posix()
            # What is no file of ours is told of elsewhere.
            with suppress(IntervisieError):
                if path.is_file() and sessie_folder(pad) == folder:
                    raw = bestanden.read(root, pad)
                    if raw is not None:
                        was[pad] = raw
        wordt = renumbered(was, omgeving.new_id)
        message = berichten.hernummerd(folder)
        vastlegger.record(wordt, message, was)


def close(folder: Path) -> None:
    """Keep other users of the computer out of a folder."""
    folder.chmod(0o700)


def drop(folder: Path, lock: GitLock) -> None:
    """Remove a lock of git that is still the one that was told of.

    Raises IntervisieError when a git runs in *folder*, or has it open: a commit can wait in an
    editor.
    """
    if processes.runs_in(folder, "git", door="objects") or processes.is_open_somewhere(
        lock.path
    ):
        raise IntervisieError(
            "Er loopt nog een git.", "Sluit je editor of het andere venster eerst."
        )
    with suppress(FileNotFoundError):
        if lock.path.lstat().st_mtime == lock.since:
            lock.path.unlink()


def new_index(repository: Repository) -> None:
    """Let git make anew what it noted of the work tree. Raises GitMislukt."""
    (repository.git_dir / "index").unlink(missing_ok=True)
    repository.git.run("read-tree", "HEAD")


def finish(omgeving: Omgeving) -> None:
    """Finish what a recording or a sync that stopped left half done."""
    with locked(omgeving):
        pass


def clear_away(repository: Repository, stray: Stray) -> None:
    """Take a file that is no ref away; what it names, and this clone has not, stays as a branch."""
    ours = repository.head().commit
    if not stray.commit or tak.descends(repository, ours, stray.commit):
        stray.path.unlink(missing_ok=True)
        return
    stray.path.rename(stray.path.with_name(f"opzij-{stray.commit[:12]}"))


def has_all(repository: Repository, adres: Adres, branch: str) -> bool:
    """Whether this clone has what a broken place in a folder says to hold, as far as it says so."""
    if not adres.map:
        return False
    try:
        raw = plain.read(adres.map / branch, _MAX_REF) or b""
        tip = raw.decode().strip()
    except (OSError, UnicodeDecodeError):
        tip = ""
    if not is_oid(tip):
        tip = tak.last_shared(repository, adres, branch)
    return not tip or tak.descends(repository, repository.head().commit, tip)


def place_anew(omgeving: Omgeving, adres: Adres) -> None:
    """Put a new place where a broken one is, with all that is here; the broken one stays beside it.

    Raises GitFout.
    """
    if not adres.map:
        return
    naam = f"{adres.map.name}.beschadigd-{omgeving.vandaag}-{omgeving.new_id(4)}"
    try:
        adres.map.rename(adres.map.with_name(naam))
    except OSError:
        raise GitFout(
            "De gedeelde plek is niet opzij te zetten.",
            "Kijk of de map erboven van jou is en niet alleen-lezen.",
        ) from None
    share(omgeving, adres, omgeving.toon, openbaar=False)
