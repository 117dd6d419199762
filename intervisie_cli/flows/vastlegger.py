"""Records files: under the lock, atomically on disk, then as one commit; no moment can lose them.

A journal in the git folder says what is under way. When a process dies, the next one finishes its
work before its own: the files that were in place are committed, and the stale locks of that
process go.
"""

import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from intervisie_cli import system
from intervisie_cli.flows import berichten, bijwerken, leesmij
from intervisie_cli.flows.journaal import Journaal, load
from intervisie_cli.flows.niet_vastgelegd import (
    GeenNaam,
    GitBezig,
    NietKunnenSchrijven,
    Tussendoor,
    explain,
)
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.git import commit as git_commit
from intervisie_cli.git import locks
from intervisie_cli.git.commit import Files
from intervisie_cli.git.repository import Head, Repository
from intervisie_cli.git.runner import GitMislukt
from intervisie_cli.git.stream import Signature
from intervisie_cli.groep import bestanden
from intervisie_cli.model.fouten import GitFout, IntervisieError, OnleesbaarBestand
from intervisie_cli.model.instellingen import COMMITS_GROEP
from intervisie_cli.model.namen import VASTLEGGEN, is_group_path

# How long to wait for another window of intervisie, and for another git, before saying so: each
# holds its lock for a moment, unless it hangs.
LOCK_TIMEOUT_S = 60.0
GIT_LOCK_TIMEOUT_S = 10.0

# Under the commits of a group that does not want to see who recorded what.
NEUTRAAL = ("Groep", "groep@intervisie.invalid")

OnWait = Callable[[], None]


def under_way(repository: Repository) -> Collection[str]:
    """The files that a process which died was recording, and the next command will finish."""
    journaal = load(repository.own / VASTLEGGEN)
    return tuple(journaal.files) if journaal else ()


class Afgemaakt(NamedTuple):
    """What was finished for an earlier process: the message of its commit, and the files in it."""

    bericht: str = ""
    paden: tuple[str, ...] = ()


class Vastlegger:
    """Records in the group's repository. Only to be had through `locked`.

    By *afgemaakt* a command that is typed again after a crash can see that it is done.
    """

    def __init__(self, omgeving: Omgeving, git_timeout_s: float) -> None:
        self._omgeving = omgeving
        self._repository = omgeving.repository
        self._journaal = self._repository.own / VASTLEGGEN
        self._git_timeout_s = git_timeout_s
        self.afgemaakt = Afgemaakt()

    def record(self, files: Files, message: str, basis: Files) -> None:
        """Write *files* (path → content, None = gone) and commit exactly those.

        *basis* is what the caller read in their place; Tussendoor is raised when somebody else
        changed one since. When this returns, file and commit stand the loss of power. When it
        raises, what was there is whole.
        """
        pages = leesmij.along(self._omgeving, files)
        files, basis = {**files, **pages.files}, {**basis, **pages.basis}
        for pad in files:
            if not is_group_path(pad):
                raise OnleesbaarBestand(
                    f"{pad} is geen bestand van de groep; daar wordt niets vastgelegd."
                )
        if left := load(self._journaal):
            # All but the index of git was brought up to date a moment ago.
            self._finish_journal(left)
        head = self._repository.head()
        by = self._signature()
        self._check_basis(files, basis)
        journaal = Journaal(
            self._journaal, message, files, {pad: basis.get(pad) for pad in files}
        )
        try:
            journaal.save()
            # Saving the journal took time in which an editor can have written.
            self._check_basis(files, basis)
            self._write(files, basis)
        except Tussendoor:
            self._roll_back(journaal)
            raise
        except OSError as error:
            self._roll_back(journaal)
            raise NietKunnenSchrijven(*explain(error)) from error
        except IntervisieError:
            system.remove_durable(self._journaal)
            raise
        leesmij.put_aside(self._omgeving, pages)
        self._finish(head, by, journaal)

    def put_back_pages(self, edited: Mapping[str, bytes]) -> Collection[str]:
        """Put back pages that a hand changed since they were recorded, and keep what it wrote.

        Gives those of *edited* for which that was all there was to do. Raises Tussendoor.
        """
        pages = leesmij.along(self._omgeving, edited)
        wordt = {pad: raw for pad, raw in pages.files.items() if pad in edited}
        head = self._repository.head()
        if not wordt or git_commit.uncommitted(self._repository, head, wordt):
            return ()
        self._write(wordt, edited)
        leesmij.put_aside(self._omgeving, pages)
        return wordt.keys()

    def _read(self, pad: str) -> bytes | None:
        return bestanden.read(self._omgeving.root, pad)

    def _check_basis(self, files: Files, basis: Files) -> None:
        if any(self._read(pad) != basis.get(pad) for pad in files):
            raise Tussendoor

    def _write(self, files: Files, basis: Files) -> None:
        """Write *files* where *basis* stands; Tussendoor where something else does by now."""
        root = self._omgeving.root
        wordt: dict[Path, bytes | None] = {}
        was: dict[Path, bytes | None] = {}
        for pad, data in files.items():
            if self._read(pad) != data:
                wordt[root / pad] = data
                was[root / pad] = basis.get(pad)
        if system.swap_durable(wordt, was):
            raise Tussendoor

    def _roll_back(self, journaal: Journaal) -> None:
        """Put back what was there.

        When the disk refuses that too, the journal stays for the next command.
        """
        with suppress(OSError):
            # What an editor saved meanwhile stays.
            with suppress(Tussendoor):
                self._write(journaal.basis, journaal.files)
            system.remove_durable(self._journaal)

    def _finish(self, head: Head, by: Signature, journaal: Journaal) -> None:
        """Commit what the journal holds; the journal goes when nothing is left to do."""
        try:
            self._wait_for_git(head.branch)
            index_follows = self._commit(head, by, journaal)
            # A lock that our git could not remove is as stale as one of a process that died.
            left = locks.present(self._repository, head.branch)
            locks.heal(self._repository.root, left, self._journaal.stat().st_mtime)
        except (GitMislukt, GitBezig, git_commit.BranchMoved):
            # Git ended by itself, so its locks are gone. After a time-out or Ctrl-C it was killed:
            # then the journal stays open, and the next command removes what git left.
            journaal.close()
            raise
        if index_follows:
            # All is recorded. Should the journal come back after a loss of power, the next command
            # sees that there is nothing left to do.
            with suppress(OSError):
                system.remove_durable(self._journaal)
        else:
            journaal.close()

    def _commit(self, head: Head, by: Signature, journaal: Journaal) -> bool:
        since = self._journaal.stat().st_mtime
        return git_commit.commit(
            self._repository,
            head.branch,
            journaal.files,
            journaal.message,
            by,
            since,
            GIT_LOCK_TIMEOUT_S,
        )

    def finish_earlier(self) -> None:
        """Finish what an earlier process had begun.

        Raises GitFout when git does not allow it yet.
        """
        bijwerken.finish(self._repository, self._omgeving.toon)
        if journaal := load(self._journaal):
            self.afgemaakt = Afgemaakt(journaal.message, tuple(journaal.files))
            self._finish_journal(journaal)

    def _finish_journal(self, journaal: Journaal) -> None:
        system.sweep(self._omgeving.root / pad for pad in journaal.files)
        head = self._repository.head()
        died_since = self._journaal.stat().st_mtime if journaal.is_open else None
        self._wait_for_git(head.branch, died_since)
        # What somebody edited since stays as it was left.
        edited = self._edited_since(journaal)
        left = {pad: raw for pad, raw in journaal.files.items() if pad not in edited}
        self._write(left, {pad: self._read(pad) for pad in left})
        repository = self._repository
        edit_is_committed = False
        if edited:
            edit_is_committed = git_commit.is_committed(repository, head, edited)
        files = journaal.files
        basis = journaal.basis
        if git_commit.was_committed(repository, head, files, basis):
            with suppress(GitFout):
                last = edited if edit_is_committed else files
                git_commit.update_index(repository, last)
                system.remove_durable(self._journaal)
            return
        self._finish(head, self._signature(), journaal)
        if edit_is_committed:
            # Whoever edited a file had committed that already. Ours came on top just now, so theirs
            # is committed once more: what they made of it must remain what counts.
            self.record(edited, berichten.handwerk_bewaard(edited), edited)

    def _edited_since(self, journaal: Journaal) -> dict[str, bytes]:
        """The files that hold neither what was to be written nor what was there before."""
        edited = {}
        for pad, wordt in journaal.files.items():
            raw = self._read(pad)
            if raw is not None and raw not in (wordt, journaal.basis.get(pad)):
                edited[pad] = raw
        return edited

    def _signature(self) -> Signature:
        return signature(self._omgeving)

    def _wait_for_git(self, branch: str, died_since: float | None = None) -> None:
        """Wait for git locks of others to go; remove those that a died step of ours left."""
        deadline = time.monotonic() + self._git_timeout_s
        while True:
            present = locks.present(self._repository, branch)
            if present and died_since is not None:
                present = locks.heal(self._repository.root, present, died_since)
            if not present:
                return
            if time.monotonic() > deadline:
                raise GitBezig(*locks.explain(self._repository, present[0]))
            time.sleep(0.1)


def signature(omgeving: Omgeving) -> Signature:
    """Who stands under a commit: the member, or the group when it chose that. Raises GeenNaam."""
    try:
        is_neutral = omgeving.groep.instellingen.commits == COMMITS_GROEP
    except IntervisieError:
        is_neutral = False  # there is none yet, or it cannot be read
    wie = NEUTRAAL if is_neutral else omgeving.repository.identity()
    if not wie:
        raise GeenNaam
    return Signature(*wie, omgeving.clock())


@contextmanager
def locked(
    omgeving: Omgeving,
    on_wait: OnWait | None = None,
    *,
    is_patient: bool = True,
) -> Iterator[Vastlegger]:
    """Hold the one lock of this clone, with everything earlier finished.

    Raises GitFout: at once where others hold a lock, without patience.
    """
    wait_s, git_wait_s = 0.0, 0.0
    if is_patient:
        wait_s, git_wait_s = LOCK_TIMEOUT_S, GIT_LOCK_TIMEOUT_S
    try:
        omgeving.repository.check_ready()
        with system.lock(omgeving.repository.private / "lock", wait_s, on_wait):
            vastlegger = Vastlegger(omgeving, git_wait_s)
            vastlegger.finish_earlier()
            yield vastlegger
    except system.Busy:
        raise GitFout(
            "Een ander venster is hier nog aan het vastleggen.", "Probeer het zo weer."
        ) from None
