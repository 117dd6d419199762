"""Runs the real git through GitPython's command runner.

Hardened against what a repository's own configuration can make git do (`hardening`). What `log` asks goes without
GitPython (`reader`).
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

from intervisie_cli.git import hardening
from intervisie_cli.git.netwerk import is_locked
from intervisie_cli.model.fouten import GitFout

TIMEOUT_S = 60.0
# A remote that says nothing for so long is given up; with a look afterwards within half a minute.
STILTE_S = 20.0
_SSH = "-oBatchMode=yes -oConnectTimeout=15 -oServerAliveInterval=10 -oServerAliveCountMax=2"

_OF_USER = ("system", "global")


class GitMislukt(GitFout):
    """git ended with another status than 0. *status* and *melding* (its own words) are for the caller only."""

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
        return "Deze map is van een andere gebruiker van de computer.", "Git werkt alleen in je eigen mappen."
    if is_locked(melding):
        return "Git is bezig in deze map, of is daar eerder gestopt.", "Typ: intervisie doctor"
    if "No space left" in melding:
        return "De schijf is vol; git kan niets bewaren.", "Maak ruimte en probeer het opnieuw."
    if "Read-only file system" in melding or "Permission denied" in melding or "insufficient permission" in melding:
        return "In deze map kan git niet schrijven.", "Kijk of de map van jou is en niet alleen-lezen."
    return f"Git gaf een fout ({opdracht}).", "Wat je vastlegde staat veilig op schijf. Typ: intervisie doctor"


class Stilte(GitFout):
    """A remote did not answer, or stopped in the middle."""

    def __init__(self) -> None:
        super().__init__("De gedeelde plek geeft geen antwoord.", "Wat je vastlegde staat veilig op je computer.")


class Git:
    """git in the folder *root*."""

    def __init__(self, root: Path) -> None:
        self.root = root
        from shutil import which

        program = which("git")
        if not program:
            raise GitFout("Git staat niet op deze computer.", "Zet het erop (git-scm.com) en probeer het opnieuw.")
        for name in hardening.foreign():
            del os.environ[name]
        self._argv = [program, *hardening.FLAGS]
        self._runner = _command_runner()(str(root))
        self._globals: list[tuple[str, str]] | None = None

    def run(self, *args: str, stdin: bytes = b"") -> bytes:
        """Run one git command and give its output. Raises GitMislukt, or GitFout after TIMEOUT_S."""
        status, out, err = self.run_raw(*args, stdin=stdin)
        if status:
            raise GitMislukt(args[0], status, err)
        return out

    def run_raw(self, *args: str, stdin: bytes = b"") -> tuple[int, bytes, str]:
        """Run one git command; give its status, output and messages."""
        import subprocess

        handle = self._start(args)
        process = handle.proc
        try:
            out, err = process.communicate(stdin, timeout=TIMEOUT_S)
        except subprocess.TimeoutExpired:
            _kill_group(process)
            process.communicate()
            raise GitFout(f"Git gaf {TIMEOUT_S:.0f} seconden geen antwoord.", "Probeer het opnieuw.") from None
        except BaseException:
            _kill_group(process)
            process.communicate()
            raise
        return process.returncode, out, err.decode("utf-8", "replace")

    def _start(self, args: tuple[str, ...], **env: str) -> Any:
        import subprocess

        # The handle ends the process when it goes.
        return self._runner.execute(
            [*self._argv, *args],
            istream=subprocess.PIPE,
            as_process=True,
            env={**hardening.ENVIRONMENT, **env},
            shell=False,
            start_new_session=sys.platform != "win32",
        )

    def run_remote(
        self, *args: str, soort: str, on_line: Callable[[str], None] | None = None, stilte_s: float = STILTE_S
    ) -> tuple[int, bytes, str]:
        """Run a git command that talks to a remote, by the protocol *soort* alone; give status, output and messages.

        *on_line* gets each line of progress. The user's own credential helpers and ssh command are used, and
        nothing is asked. Raises Stilte when the remote says nothing for *stilte_s* seconds.
        """
        helpers = [part for naam in self._global("credential.helper") for part in ("-c", f"credential.helper={naam}")]
        ssh = (self._global("core.sshcommand") or ["ssh"])[-1]
        protocol = ("-c", f"protocol.{soort}.allow=always")
        handle = self._start(
            (*protocol, *helpers, *args), GIT_SSH_COMMAND=f"{ssh} {_SSH}", GIT_ASKPASS="", SSH_ASKPASS=""
        )
        process = handle.proc
        try:
            out, err = _listen(process, on_line, stilte_s)
        except BaseException:
            _kill_group(process)
            raise
        return process.wait(), out, err.decode("utf-8", "replace")

    def _global(self, key: str) -> list[str]:
        """What the user chose for all repositories, the last one last."""
        if self._globals is None:
            _, out, _ = self.run_raw("config", "--show-scope", "-z", "--list")
            parts = out.decode("utf-8", "replace").split("\0")
            rows = [
                row.partition("\n") for scope, row in zip(parts[::2], parts[1::2], strict=False) if scope in _OF_USER
            ]
            self._globals = [(naam, value) for naam, _, value in rows]
        return [value for naam, value in self._globals if naam == key]


def _listen(process: Any, on_line: Callable[[str], None] | None, stilte_s: float) -> tuple[bytes, bytes]:
    """Read what a remote command says until it ends. Raises Stilte when nothing comes for *stilte_s*."""
    from threading import Thread

    process.stdin.close()
    heard: list[float] = [time.monotonic()]
    chunks: dict[Any, list[bytes]] = {process.stdout: [], process.stderr: []}

    def read(stream: Any) -> None:
        while chunk := stream.read1(65536):
            heard[0] = time.monotonic()
            chunks[stream].append(chunk)
            if on_line and stream is process.stderr:
                on_line(chunk.decode("utf-8", "replace").replace("\r", "\n").strip().rsplit("\n", 1)[-1])

    threads = [Thread(target=read, args=(stream,), daemon=True) for stream in chunks]
    for thread in threads:
        thread.start()
    for thread in threads:
        while thread.is_alive():
            thread.join(0.2)
            if time.monotonic() - heard[0] > stilte_s:
                raise Stilte
    return b"".join(chunks[process.stdout]), b"".join(chunks[process.stderr])


def _kill_group(process: Any) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        import signal

        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@cache
def _command_runner() -> Any:
    """Load GitPython's `git.cmd.Git` without the rest of GitPython.

    The package imports its object database, index and refs on the way in: half of the time of a whole
    `step`, and none of it is used here.
    """
    if "git" in sys.modules:
        return sys.modules["git"].Git
    with _without_init("git", "gitdb"):
        from git.cmd import Git as Runner
    return Runner


@contextmanager
def _without_init(*packages: str) -> Iterator[None]:
    """Let modules of *packages* be imported without what their `__init__` imports.

    The import system gets the folder of each package for as long as this takes; `import git` elsewhere,
    before or after, gives all of it.
    """
    for name in packages:
        spec = find_spec(name)
        if not spec:
            raise ModuleNotFoundError(f"No module named '{name}'")
        bare = ModuleType(name)
        bare.__path__ = list(spec.submodule_search_locations or [])
        sys.modules[name] = bare
    try:
        yield
    finally:
        for name in [name for name in sys.modules if name.split(".")[0] in packages]:
            del sys.modules[name]
