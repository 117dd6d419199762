"""Runs git through GitPython, with an end to how long it takes and how much it says."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from intervisie_cli.git import access, hardening
from intervisie_cli.git.listening import (
    MAX_FILE,
    MAX_MEMORY,
    STILTE_S,
    OnLine,
    TeVeel,
    listen,
)
from intervisie_cli.git.netwerk import is_locked
from intervisie_cli.git.url import Adres, check_url
from intervisie_cli.model.fouten import GitFout, VerkeerdGebruik
from intervisie_cli.system import processes

if TYPE_CHECKING:
    from intervisie_cli.git.gitpython import HardenedGit

# Far longer than git on this computer needs. A folder that was made to keep git busy gets so long.
TIMEOUT_S = 60.0

_GEEN_GIT = (
    "Git staat niet op deze computer.",
    "Zet het erop (git-scm.com) en probeer het opnieuw.",
)
_NO_RIGHTS = ("Read-only file system", "Permission denied", "insufficient permission")
_OF_USER = ("system", "global")


class GitMislukt(GitFout):
    """git ended with another status than 0.

    *status* and *melding*, its own words, are for the caller only.
    """

    def __init__(self, opdracht: str, status: int, melding: str) -> None:
        super().__init__(*_in_het_nederlands(opdracht, melding))
        self.status = status
        self.melding = melding

    @property
    def is_busy(self) -> bool:
        """Whether another git holds a lock at this moment."""
        return is_locked(self.melding)


def _in_het_nederlands(opdracht: str, melding: str) -> tuple[str, str]:
    if "dubious ownership" in melding:
        return (
            "Deze map is van een andere gebruiker van de computer.",
            "Git werkt alleen in je eigen mappen.",
        )
    if is_locked(melding):
        return (
            "Git is bezig in deze map, of is daar eerder gestopt.",
            "Typ: intervisie doctor",
        )
    if "No space left" in melding:
        return (
            "De schijf is vol; git kan niets bewaren.",
            "Maak ruimte en probeer het opnieuw.",
        )
    if any(words in melding for words in _NO_RIGHTS):
        return (
            "In deze map kan git niet schrijven.",
            "Kijk of de map van jou is en niet alleen-lezen.",
        )
    return (
        f"Git gaf een fout ({opdracht}).",
        "Wat je vastlegde staat veilig op schijf. Typ: intervisie doctor",
    )


class Git:
    """git in the folder *root*: whole answers, within a time.

    *commands* are those of a repository that was opened; without, git starts before one is.
    """

    def __init__(self, root: Path, commands: "HardenedGit | None" = None) -> None:
        from shutil import which

        self.root = root
        self._program = which("git")
        if not self._program:
            raise GitFout(*_GEEN_GIT)
        self._commands = commands or load().HardenedGit(root)
        self._settings: access.Settings | None = None
        # What ssh is told besides, when a connection is there already.
        self.over_ssh = ""

    def run(self, *args: str, stdin: bytes = b"") -> bytes:
        """Run one git command and give its output.

        Raises GitMislukt, or GitFout after TIMEOUT_S.
        """
        status, out, err = self.run_raw(*args, stdin=stdin)
        if status:
            raise GitMislukt(args[0], status, err)
        return out

    def run_raw(
        self,
        *args: str,
        stdin: bytes = b"",
    ) -> tuple[int, bytes, str]:
        """Run one git command; give its status, output and messages."""
        import subprocess

        handle = self._start(args)
        process = handle.proc
        try:
            out, err = process.communicate(stdin, timeout=TIMEOUT_S)
        except subprocess.TimeoutExpired:
            kill_group(process)
            process.communicate()
            raise GitFout(
                f"Git gaf {TIMEOUT_S:.0f} seconden geen antwoord.",
                "Probeer het opnieuw.",
            ) from None
        except BaseException:
            kill_group(process)
            process.communicate()
            raise
        return process.returncode, out, err.decode("utf-8", "replace")

    def run_bounded(self, *args: str, most: int) -> bytes:
        """Run a git command that lists something, and give its output.

        Raises TeVeel for more than *most* bytes, GitMislukt.
        """
        handle = self._start(args)
        process = handle.proc
        process.stdin.close()
        try:
            out = process.stdout.read(most + 1)
            if len(out) > most:
                raise TeVeel
        except BaseException:
            kill_group(process)
            raise
        status = process.wait()
        if status:
            raise GitMislukt(
                args[0], status, process.stderr.read().decode("utf-8", "replace")
            )
        return bytes(out)

    def _start(self, args: tuple[str, ...], **env: str) -> Any:
        import subprocess

        # The caller keeps the handle: when that goes, it ends the process.
        return self._commands.execute(
            [self._program, *args], istream=subprocess.PIPE, as_process=True, env=env
        )

    def run_remote(
        self,
        *args: str,
        adres: Adres,
        als: access.Access | None = None,
        on_line: OnLine = None,
        stilte_s: float = STILTE_S,
    ) -> tuple[int, bytes, str]:
        """Run a git command that talks to the shared place *adres*, and goes nowhere else.

        Gives status, output and messages; *on_line* gets each line of progress. Without *als* the
        user's own credential helpers and ssh command are used; nothing is asked. Raises
        GeenAntwoord when the place says nothing for *stilte_s* seconds, TeVeel for more than a
        group can be.
        """
        als = als or access.as_user(self.settings, f"{self.ssh} {self.over_ssh}")
        protocols: list[str] = []
        for soort in self._ways(adres):
            protocols += ["-c", f"protocol.{soort}.allow=always"]
        handle = self._start((*protocols, *als.flags, *args), **als.env)
        process = handle.proc
        processes.limit(process.pid, MAX_MEMORY, MAX_FILE)
        try:
            out, err = listen(process, on_line, stilte_s)
        except BaseException:
            kill_group(process)
            raise
        return process.wait(), out, err.decode("utf-8", "replace")

    def _ways(self, adres: Adres) -> set[str]:
        """The protocols that lead to *adres*; the user may have another address for the same."""
        ways = {adres.soort}
        for push in (False, True):
            # An address that we would not take is not gone to either.
            with suppress(VerkeerdGebruik):
                ways.add(
                    check_url(
                        access.rewritten(self.settings, adres.url, push=push)
                    ).soort
                )
        return ways

    @property
    def ssh(self) -> str:
        """How ssh is started, for a shell: as the user chose, and without asking anything."""
        return access.ssh_command(self.settings)

    @property
    def settings(self) -> access.Settings:
        """What the user chose for all repositories."""
        if self._settings is None:
            _, out, _ = self.run_raw("config", "--show-scope", "-z", "--list")
            parts = out.decode("utf-8", "replace").split("\0")
            chosen = []
            # Git writes scope and setting in turn.
            scopes = parts[::2]
            settings = parts[1::2]
            for scope, row in zip(scopes, settings, strict=False):
                naam, _, value = row.partition("\n")
                if scope in _OF_USER:
                    chosen.append((naam, value))
            # In one move: a sync in the background asks it too.
            self._settings = chosen
        return self._settings


def kill_group(process: Any) -> None:
    """End a process with all that it started."""
    # Git starts others, such as ssh and git-upload-pack, that would go on without it.
    if sys.platform == "win32":
        process.kill()
    else:
        import signal

        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def load() -> ModuleType:
    """Import GitPython, once nothing in the environment can lead it elsewhere. Raises GitFout."""
    hardening.leave_out()
    try:
        from intervisie_cli.git import gitpython
    except ModuleNotFoundError:
        raise
    except ImportError:
        # GitPython asks git for its version when it is imported, and git could not tell.
        raise GitFout(*_GEEN_GIT) from None
    return gitpython
