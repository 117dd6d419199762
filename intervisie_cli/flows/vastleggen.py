"""Records files: under the lock, atomically on disk, then as one commit, so that no moment can lose them.

A journal in the git folder says what is under way. When a process dies, the next one finishes its work
before its own: the files that were in place are committed, and the stale locks of that process go.
"""

import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from intervisie_cli import system
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.git import commit as git_commit
from intervisie_cli.git import locks
from intervisie_cli.git.commit import Files, Signature
from intervisie_cli.git.repository import Head
from intervisie_cli.groep import bestanden
from intervisie_cli.model.fouten import GitFout, IntervisieError

LOCK_TIMEOUT_S = 60.0
GIT_LOCK_TIMEOUT_S = 10.0
RETRIES = 20

OnWait = Callable[[], None]


class GeenNaam(GitFout):
    """Git does not know whose name to put under a commit."""

    def __init__(self) -> None:
        super().__init__(
            "Git weet nog niet onder welke naam het mag vastleggen.",
            'Typ: git config --global user.name "Mirthe" && git config --global user.email mirthe@voorbeeld.nl',
        )


class NietKunnenSchrijven(IntervisieError):
    """The disk refused."""


class Tussendoor(IntervisieError):
    """A file changed on disk between reading and writing; read again and retry."""

    def __init__(self) -> None:
        super().__init__("Een bestand veranderde net terwijl het werd vastgelegd.", "Typ hetzelfde nog een keer.")


@dataclass(frozen=True)
class Journaal:
    """What a process is about to record. *since* is when it began, in seconds of the epoch."""

    path: Path
    since: float
    message: str
    files: Mapping[str, bytes | None]

    def save(self) -> None:
        """Write durably that this is under way."""
        files = {pad: None if data is None else data.hex() for pad, data in self.files.items()}
        text = json.dumps({"since": self.since, "message": self.message, "files": files})
        system.write_durable(self.path, text.encode())


def _load_journaal(path: Path) -> Journaal | None:
    try:
        data = json.loads(path.read_bytes())
        files = {pad: None if text is None else bytes.fromhex(text) for pad, text in data["files"].items()}
        return Journaal(path, float(data["since"]), str(data["message"]), files)
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, AttributeError):
        # Journals are written in one move, so this is not one of ours; it tells nothing.
        path.unlink(missing_ok=True)
        return None


class Vastlegger:
    """Records in the group's repository. Only to be had through `locked`."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._omgeving = omgeving
        self._repository = omgeving.repository
        self._journaal = self._repository.private / "journaal.json"

    def record(self, files: Files, message: str, basis: Files) -> None:
        """Write *files* (path → content, None = gone) and commit exactly those.

        *basis* is what the caller read in their place; Tussendoor is raised when another hand changed one since.
        When this returns, file and commit stand the loss of power. When it raises, what was there is whole.
        """
        self._repository.check_ready()
        head = self._repository.head()
        by = self._signature()
        journaal = Journaal(self._journaal, time.time() - 1, message, files)
        try:
            journaal.save()
            if any(self._read(pad) != basis.get(pad) for pad in files):
                system.remove_durable(self._journaal)
                raise Tussendoor
            self._write(files)
        except OSError as error:
            self._roll_back(files, basis)
            raise NietKunnenSchrijven(*explain(error)) from error
        self._finish(head, by, journaal)

    def _read(self, pad: str) -> bytes | None:
        return bestanden.read(self._omgeving.root, pad)

    def _write(self, files: Files) -> None:
        for pad, data in files.items():
            path = self._omgeving.root / pad
            if data is None:
                system.remove_durable(path)
            elif self._read(pad) != data:
                system.write_durable(path, data)

    def _roll_back(self, files: Files, basis: Files) -> None:
        """Put back what was there; when the disk refuses that too, the journal stays for the next command."""
        with suppress(OSError):
            self._write({pad: basis.get(pad) for pad in files})
            system.remove_durable(self._journaal)

    def _finish(self, head: Head, by: Signature, journaal: Journaal) -> None:
        self._wait_for_git(head.branch)
        for attempt in range(RETRIES):
            try:
                since = journaal.path.stat().st_mtime
                git_commit.commit(self._repository, head, journaal.files, journaal.message, by, since)
                break
            except git_commit.BranchMoved:
                if attempt == RETRIES - 1:
                    raise
                head = self._repository.head()
        with suppress(GitFout):
            # Best effort: an index that stays behind shows in `git status`, and the next record mends it.
            git_commit.update_index(self._repository, journaal.files)
        system.remove_durable(self._journaal)

    def finish_earlier(self) -> None:
        """Finish what a process that died had begun. Raises GitFout when git does not allow it yet."""
        journaal = _load_journaal(self._journaal)
        if not journaal:
            return
        self._repository.check_ready()
        head = self._repository.head()
        self._wait_for_git(head.branch, journaal.since)
        # A file that someone changed since stays as they left it; ours goes into the history all the same.
        self._write({pad: data for pad, data in journaal.files.items() if not self._is_edited(pad, data)})
        if git_commit.is_committed(self._repository, head, journaal.files):
            with suppress(GitFout):
                git_commit.update_index(self._repository, journaal.files)
            system.remove_durable(self._journaal)
        else:
            self._finish(head, self._signature(), journaal)

    def _is_edited(self, pad: str, data: bytes | None) -> bool:
        """Whether another hand wrote the file after the journal."""
        path = self._omgeving.root / pad
        if self._read(pad) == data or not path.is_file():
            return False
        return path.stat().st_mtime > self._journaal.stat().st_mtime

    def _signature(self) -> Signature:
        wie = self._repository.identity()
        if not wie:
            raise GeenNaam
        return Signature(*wie, self._omgeving.clock())

    def _wait_for_git(self, branch: str, died_since: float | None = None) -> None:
        """Wait for git locks of others to go; remove those that a died step of ours left."""
        deadline = time.monotonic() + GIT_LOCK_TIMEOUT_S
        while present := locks.present(self._repository, branch):
            if died_since is not None:
                present = locks.heal(present, died_since)
            if not present:
                return
            if time.monotonic() > deadline:
                naam = present[0].path.relative_to(self._repository.common_dir).as_posix()
                minuten = int((time.time() - present[0].since) / 60)
                raise GitFout(
                    f"Git is bezig in deze map: {naam} staat er al {minuten} minuten.",
                    f"Loopt er geen git meer? Typ: rm .git/{naam}",
                )
            time.sleep(0.1)


@contextmanager
def locked(omgeving: Omgeving, on_wait: OnWait | None = None) -> Iterator[Vastlegger]:
    """Hold the one lock of this clone, with everything earlier finished. Raises GitFout."""
    try:
        with system.lock(omgeving.repository.private / "lock", LOCK_TIMEOUT_S, on_wait):
            vastlegger = Vastlegger(omgeving)
            vastlegger.finish_earlier()
            yield vastlegger
    except system.Busy:
        raise GitFout("Een ander venster is hier nog aan het vastleggen.", "Probeer het zo weer.") from None


def explain(error: OSError) -> tuple[str, str]:
    """Say in Dutch what the disk refused, and what to do."""
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "De schijf is vol; er is niets veranderd.", "Maak ruimte en typ hetzelfde nog een keer."
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return "In deze map kan niet worden geschreven.", "Kijk of de map van jou is en niet alleen-lezen."
    return f"De schijf gaf een fout ({os.strerror(error.errno or 0)}).", "Typ hetzelfde nog een keer."
