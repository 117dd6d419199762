"""The shared place of a group: what stands there, fetching it, and pushing one commit to it.

Git is told the address that was checked, for each thing it does: what its settings say of a remote
leads nowhere.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from intervisie_cli import system
from intervisie_cli.git import fsck, locks, place, strays, tak
from intervisie_cli.git.access import Access
from intervisie_cli.git.listening import STILTE_S, OnLine
from intervisie_cli.git.names import is_branch, is_oid
from intervisie_cli.git.netwerk import Netwerkfout, is_locked, was_sooner
from intervisie_cli.git.refusals import AndersAdres, GeenGedeeldePlek, Gemist, OpSlot
from intervisie_cli.git.repository import Repository
from intervisie_cli.git.url import Adres, check_url
from intervisie_cli.model.fouten import GitFout, VerkeerdGebruik

NAAM = "origin"
GEDEELD = f"refs/remotes/{NAAM}/"
_MAIN = "refs/heads/main"
_MOST_BRANCHES = 20
# Longer than one sync with something to share takes (docs/speed.md), even when some wait in a row.
SLOT_TIMEOUT_S = 10.0


def address(repository: Repository) -> Adres:
    """The address of the shared place.

    Raises GeenGedeeldePlek, AndersAdres, or GitFout when it cannot be one.
    """
    ask = (
        "config",
        "--local",
        "-z",
        "--get-regexp",
        rf"^remote\.{NAAM}\.(url|pushurl)$",
    )
    status, out, _ = repository.git.run_raw(*ask)
    if status:
        raise GeenGedeeldePlek
    found = [
        row.partition("\n") for row in out.decode("utf-8", "replace").split("\0") if row
    ]
    urls = [url for key, _, url in found if key.endswith(".url")]
    if not urls:
        raise GeenGedeeldePlek
    # Plain git would share with all of them, and the user looked at one.
    for key, _, url in found:
        if url != urls[0]:
            raise AndersAdres(key)
    try:
        # As git does, a folder is told from the top of the group.
        return check_url(urls[0], repository.root)
    except VerkeerdGebruik as fout:
        raise GitFout("Het adres van de gedeelde plek kan niet.", fout.hulp) from None


def connect(repository: Repository, adres: Adres, branch: str) -> None:
    """Remember the address, and what to fetch from it."""
    kort = branch.removeprefix("refs/heads/")
    for key, value in (
        (f"remote.{NAAM}.url", adres.url),
        (f"remote.{NAAM}.fetch", f"+refs/heads/*:{GEDEELD}*"),
        (f"branch.{kort}.remote", NAAM),
        (f"branch.{kort}.merge", branch),
    ):
        repository.git.run("config", "--local", key, value)
    tak.note(repository, branch)


def follow(repository: Repository, adres: Adres, branch: str, shared: str) -> None:
    """Let this clone stand on *branch*, of which the place has *shared*. The caller locks."""
    head = repository.head()
    # In this order, so that wherever it stops, sync or git tells how to go on.
    repository.git.run("update-ref", branch, head.commit)
    tak.note_shared(repository, adres, branch, shared)
    connect(repository, adres, branch)
    tak.switch(repository, head.branch, branch)


def disconnect(repository: Repository) -> None:
    """Forget the address again."""
    repository.git.run_raw("remote", "remove", NAAM)


def tracking(branch: str) -> str:
    """The ref that remembers here what the shared place had of *branch*."""
    return GEDEELD + branch.removeprefix("refs/heads/")


def branches(
    repository: Repository,
    adres: Adres,
    als: Access | None = None,
) -> dict[str, str]:
    """The branches there, name → commit, and under HEAD the name of the one that it starts with.

    They are seen as the user, or *als* somebody else. Names that no branch of ours can have are
    left out. Raises Netwerkfout.
    """
    argv = ("ls-remote", "--upload-pack=git-upload-pack", "--symref", "--")
    with place.entered(repository, adres) as where:
        status, out, err = repository.git.run_remote(
            *argv, where, "HEAD", "refs/heads/*", adres=adres, als=als
        )
    if status:
        raise Netwerkfout(err, adres)
    found = {}
    for line in out.decode("utf-8", "replace").splitlines():
        value, _, naam = line.partition("\t")
        branch = value.removeprefix("ref: ")
        if is_branch(naam) and is_oid(value):
            found[naam] = value
        elif naam == "HEAD" and is_branch(branch):
            found["HEAD"] = branch
    # The door to a place in a folder has a HEAD of its own, which names no branch.
    begin = place.head_of(adres.map) if adres.map else ""
    if begin:
        found["HEAD"] = begin
    return found


def likely(repository: Repository, adres: Adres) -> list[str]:
    """The branches there, the one that it starts with first: where a group mostly is.

    Nobody looks through a place of very many. Raises Netwerkfout.
    """
    found = branches(repository, adres)
    begin = found.pop("HEAD", "")
    order = sorted(found)
    for naam in (_MAIN, begin):
        if naam in order:
            order.remove(naam)
            order.insert(0, naam)
    return order[:_MOST_BRANCHES]


@contextmanager
def turn(repository: Repository, adres: Adres, branch: str) -> Iterator[None]:
    """Take turns with others of this computer at a shared place in a folder.

    Elsewhere the server keeps order. What one that died there left in the way of *branch* goes.
    Raises GitFout for a place that cannot be entered.
    """
    place.check(repository, adres)
    if adres.map:
        strays.sweep(adres.map, branch)
    with ExitStack() as held:
        if adres.map and (adres.map / "refs").is_dir():
            slot = locks.at_work(adres.map / place.SLOT, SLOT_TIMEOUT_S)
            # A turn only saves work: whoever gets none goes on, and git keeps pushes apart.
            with suppress(system.Busy, OSError):
                died_since = held.enter_context(slot)
                if died_since is not None:
                    locks.heal(
                        adres.map, locks.around_refs(adres.map, branch), died_since
                    )
        yield


def fetch(
    repository: Repository,
    adres: Adres,
    branch: str,
    on_line: OnLine = None,
    stilte_s: float = STILTE_S,
) -> str:
    """Fetch what the shared place has of *branch*, and give its commit; '' when it has none.

    Raises Netwerkfout, OpSlot, and GeenAntwoord when it says nothing for *stilte_s* seconds.
    """
    ref = tracking(branch)
    flags = (
        "--no-tags",
        "--no-prune",
        "--no-write-fetch-head",
        "--no-recurse-submodules",
        "--progress",
        "--no-auto-maintenance",
    )
    with place.entered(repository, adres) as where:
        argv = (
            *fsck.WHEN_FETCHED,
            "fetch",
            *flags,
            "--upload-pack=git-upload-pack",
            "--",
            where,
            f"+{branch}:{ref}",
        )
        status, _, err = repository.git.run_remote(
            *argv, adres=adres, on_line=on_line, stilte_s=stilte_s
        )
    if status:
        if "couldn't find remote ref" in err:
            return ""
        if is_locked(err):
            raise OpSlot(repository, locks.around_refs(repository.common_dir, ref))
        raise Netwerkfout(err, adres)
    return repository.commit_at(ref)


def fetch_aside(
    repository: Repository,
    adres: Adres,
    branch: str,
    objects: Path,
) -> tuple[Repository, str]:
    """Fetch *branch* into the folder *objects*, whatever it holds.

    Gives where to see it, and its commit. Raises GitFout.
    """
    commit = branches(repository, adres).get(branch, "")
    aside = repository.with_objects(objects)
    flags = (
        "--no-tags",
        "--no-write-fetch-head",
        "--no-recurse-submodules",
        "--no-auto-maintenance",
    )
    # What is refused otherwise is just what `sync --herstel` has to see; it comes in no clone.
    unchecked = ("-c", "transfer.fsckObjects=false", "-c", "fetch.fsckObjects=false")
    with place.entered(repository, adres) as where:
        argv = (
            *unchecked,
            "fetch",
            *flags,
            "--upload-pack=git-upload-pack",
            "--",
            where,
            branch,
        )
        status, _, err = aside.git.run_remote(*argv, adres=adres)
    if status or not commit:
        raise Netwerkfout(err, adres)
    return aside, commit


def push(
    repository: Repository,
    adres: Adres,
    commit: str,
    branch: str,
    expected: str,
    on_line: OnLine = None,
    *,
    is_try: bool = False,
) -> None:
    """Make *commit* what *branch* is there, if it still is *expected*; a try changes nothing.

    Raises Gemist, Netwerkfout.
    """
    lease = f"--force-with-lease={branch}:{expected}"
    flags = (
        "--porcelain",
        "--no-verify",
        "--no-follow-tags",
        "--progress",
        "--no-signed",
        "--recurse-submodules=no",
        *(["--dry-run"] if is_try else []),
    )
    with place.entered(repository, adres) as where:
        argv = (
            "push",
            *flags,
            "--receive-pack=git-receive-pack",
            lease,
            "--",
            where,
            f"{commit}:{branch}",
        )
        status, out, err = repository.git.run_remote(
            *argv, adres=adres, on_line=on_line
        )
    if status:
        said = f"{err}\n{out.decode('utf-8', 'replace')}"
        if is_locked(said):
            found = locks.around_refs(adres.map, branch) if adres.map else []
            raise OpSlot(repository, found)
        if was_sooner(said):
            raise Gemist
        raise Netwerkfout(said, adres)
    if is_try:
        return
    # So that the user's own git knows it too.
    repository.git.run_raw("update-ref", tracking(branch), commit)
