"""A shared place in a folder of this computer: made, looked at, and entered by a door of our own.

Git that works in a folder obeys what the folder says: its settings, hooks, attributes, alternates.
So no git of ours works in a place. It works in the door, a git folder of our own with our settings,
where only `objects` and `refs` are links, to those of the place; what those are is looked at first.
"""

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from glob import escape
from pathlib import Path

from intervisie_cli import system
from intervisie_cli.git import folder, fsck
from intervisie_cli.git.hardening import NO_REFS
from intervisie_cli.git.names import is_branch
from intervisie_cli.git.netwerk import GEEN_PLEK
from intervisie_cli.git.repository import Repository
from intervisie_cli.git.runner import Git
from intervisie_cli.git.strays import LEFT_AFTER_S
from intervisie_cli.git.url import Adres
from intervisie_cli.model.fouten import GitFout, NietGewoon
from intervisie_cli.system import folders, plain

# Whoever shares holds this lock, so that clones take turns and can tell what one that died left.
SLOT = "intervisie.slot"
_MAX_CONFIG, _MAX_HEAD = 64 * 1024, 4096
_LINKS = ("objects", "refs", "packed-refs")
# The HEAD of a door names no branch: git would lock it for each push, and leave the lock when it is
# killed.
_HEAD = "ref: refs/intervisie/geen-tak\n"
# What stands between braces a place may say of itself, and the door says after it.
_CONFIG = """[core]
	bare = true
	repositoryformatversion = {version}
	sharedRepository = {shared}
	hooksPath = /dev/null
	attributesFile = /dev/null
	alternateRefsCommand = {no_refs}
	useReplaceRefs = false
	fsmonitor = false
	logAllRefUpdates = {log}
	fsync = all
[gc]
	auto = 0
[maintenance]
	auto = false
[receive]
	autogc = false
	updateServerInfo = false
	fsckObjects = true
"""
_SHA256 = "[extensions]\n\tobjectFormat = sha256\n"
_SHARED = (
    "group",
    "all",
    "world",
    "everybody",
    "true",
    "1",
    "2",
    "0640",
    "0660",
    "0664",
)
# These lead git to objects or settings elsewhere, or say that some are not here.
_ELDERS = ("commondir", "shallow", folder.ALTERNATES)


class GeenPlek(GitFout):
    """The folder is no shared place that we can enter."""

    def __init__(self, waarom: str) -> None:
        super().__init__(
            f"Die map is geen gedeelde plek van een groep: {waarom}.",
            "Vraag wie die map maakte. Liever ergens anders?"
            " git remote remove origin && intervisie init --remote MAP",
        )


def make(plek: Path) -> bool:
    """Make an empty shared place in a folder that is not there yet, or is empty.

    Gives whether it did. It is built beside it and put in its place in one move, so half a place is
    never there.
    """
    if not is_free(plek):
        return False
    system.make_folder(plek.parent)
    begin = f".{plek.name}.intervisie-nieuw"
    # What a process that died left. Links in it are removed, not followed.
    for left in plek.parent.glob(f"{escape(begin)}*"):
        shutil.rmtree(left, ignore_errors=True)
    # A name that nobody knows before: where we build, somebody else could have laid a link.
    bouw = plek.with_name(f"{begin}-{system.random_id(10)}")
    flags = ["--quiet", "--bare", "--template=", "--initial-branch=main"]
    if folders.is_shared_by_group(plek.parent):
        # A folder for a group of users, as on the disk of a school: else it is closed to them.
        flags.append("--shared=group")
    Git(plek.parent).run("init", *flags, "--", str(bouw))
    system.fsync_tree(bouw)
    with suppress(FileNotFoundError):
        plek.rmdir()
    bouw.rename(plek)
    system.fsync_folder(plek.parent)
    return True


def is_free(plek: Path) -> bool:
    """Whether a new place can be made there: nothing stands there, or an empty folder."""
    if plek.is_symlink():
        return False
    if not plek.exists():
        return True
    return plek.is_dir() and not any(plek.iterdir())


def head_of(plek: Path) -> str:
    """The branch that a clone of the place begins with; '' when it names none."""
    try:
        raw = plain.read(plek / "HEAD", _MAX_HEAD) or b""
        text = raw.decode("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
    branch = text.removeprefix("ref: ")
    return branch if is_branch(branch) else ""


@contextmanager
def entered(repository: Repository, adres: Adres) -> Iterator[str]:
    """Give what git is to talk to: the address itself, or a door to a place in a folder.

    Raises GitFout.
    """
    if not adres.map:
        yield adres.url
        return
    plek = adres.map.resolve()
    said = _look(repository, plek)
    system.make_folder(repository.private)
    _sweep(repository.private)
    # A link of Windows must lead to something. Elsewhere `packed-refs` may come while git talks.
    links = [
        naam for naam in _LINKS if sys.platform != "win32" or (plek / naam).exists()
    ]
    if _keeps_log(said):
        links.append("logs")
        (plek / "logs").mkdir(exist_ok=True)
    with _door(
        repository.private, {naam: plek / naam for naam in links}, _config(said)
    ) as deur:
        yield str(deur)


@contextmanager
def _door(private: Path, links: dict[str, Path], config: str) -> Iterator[Path]:
    """A git folder with these links and settings, for as long as it is used."""
    from tempfile import TemporaryDirectory

    with ExitStack() as stack:
        deur = Path(
            stack.enter_context(TemporaryDirectory(prefix=folder.DEUR, dir=private))
        )
        if not _can_link(deur):
            deur = Path(
                stack.enter_context(
                    TemporaryDirectory(prefix=f"intervisie-{folder.DEUR}")
                )
            )
        (deur / "HEAD").write_text(_HEAD)
        (deur / "config").write_text(config)
        for naam, to in links.items():
            # The link goes first, so that nobody removes what is behind it for the door's own.
            stack.callback((deur / naam).unlink, missing_ok=True)
            _link(deur / naam, to)
        yield deur


def _can_link(deur: Path) -> bool:
    """Whether links can stand here: a stick with the file system of Windows knows none."""
    probe = deur / "proef"
    try:
        _link(probe, deur)
    except OSError:
        return False
    probe.unlink()
    return True


def _sweep(private: Path) -> None:
    """Remove doors that were left by processes that died."""
    for deur in private.glob(f"{folder.DEUR}*"):
        with suppress(OSError):
            if time.time() - deur.lstat().st_mtime > LEFT_AFTER_S:
                shutil.rmtree(deur)


def check(repository: Repository, adres: Adres) -> None:
    """Look at a place in a folder before anything in it is opened. Raises GitFout."""
    if adres.map:
        _look(repository, adres.map.resolve())


def _look(repository: Repository, plek: Path) -> dict[str, str]:
    """Give what a place says of itself, when it is one that can be entered. Raises GitFout."""
    if not plek.is_dir() or not any(plek.iterdir()):
        raise GitFout(*GEEN_PLEK)
    said = _read_config(repository, plek)
    if said.get("core.bare") != "true":
        raise GeenPlek(
            "er staat een gewone Git-map" if said else "er staat iets anders"
        )
    has_other_form = said.keys() & {"extensions.refstorage", "extensions.partialclone"}
    if has_other_form or (plek / "reftable").exists():
        raise GeenPlek("intervisie kent de vorm niet waarin ze is bewaard")
    if any(os.path.lexists(plek / naam) for naam in _ELDERS):
        raise GeenPlek("ze wijst naar een andere map")
    folder.check_plain(plek)
    if _keeps_log(said):
        _check_log(plek / "logs")
    return said


def _check_log(logs: Path) -> None:
    """Raise NietGewoon when git would write its log in a file that has a second name elsewhere."""
    folder.check_folder(logs)
    for path in logs.rglob("*"):
        if path.is_file() and path.lstat().st_nlink > 1:
            raise NietGewoon(path)


def _config(said: dict[str, str]) -> str:
    """What the door has as its configuration."""
    is_sha256 = said.get("extensions.objectformat") == "sha256"
    shared = said.get("core.sharedrepository", "")
    config = _CONFIG.format(
        version=int(is_sha256),
        no_refs=NO_REFS,
        shared=shared if shared in _SHARED else "umask",
        log=str(_keeps_log(said)).lower(),
    )
    config += fsck.WHEN_RECEIVED
    if is_sha256:
        config += _SHA256
    return config


def _keeps_log(said: dict[str, str]) -> bool:
    """Whether whoever made the place wants to see later how its branches moved."""
    return said.get("core.logallrefupdates") in ("true", "always")


def _read_config(repository: Repository, plek: Path) -> dict[str, str]:
    """What stands in the settings of the place, of which nothing holds by itself.

    Empty when it is no git folder. Raises GeenPlek.
    """
    path = plek / "config"
    try:
        raw = plain.read(path, _MAX_CONFIG)
    except plain.NotPlain:
        raise GeenPlek("haar instellingen zijn geen gewoon bestand") from None
    has_folders = all((plek / naam).is_dir() for naam in ("objects", "refs"))
    if raw is None or not has_folders:
        return {}
    argv = ("config", "--no-includes", "--file", "-", "-z", "--list")
    status, out, _ = repository.git.run_raw(*argv, stdin=raw)
    if status:
        raise GeenPlek("haar instellingen zijn niet te lezen")
    said = {}
    for row in out.decode("utf-8", "replace").split("\0"):
        if row:
            naam, has_value, waarde = row.partition("\n")
            # A key without a value is how git writes yes.
            said[naam] = waarde.lower() if has_value else "true"
    return said


def _link(path: Path, to: Path) -> None:
    if sys.platform != "win32":
        path.symlink_to(to)
    elif to.is_dir():
        import _winapi

        # Windows lets anybody make a junction, and asks for rights for a symbolic link.
        _winapi.CreateJunction(str(to), str(path))
    else:
        raise GeenPlek("ze is met git gc ingepakt, en dat kan op Windows nog niet")
