"""Runs the real git through GitPython's command runner: the only place that may start it.

Hardened against what a repository's own configuration can make git do (docs/besluiten/0003).
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

from intervisie_cli.model.fouten import GitFout

TIMEOUT_S = 60.0

# What the user chooses for all repositories stays; what points git at another one goes.
_KEEP = frozenset(
    f"GIT_{name}"
    for name in (
        "AUTHOR_NAME", "AUTHOR_EMAIL", "COMMITTER_NAME", "COMMITTER_EMAIL",
        "CONFIG_GLOBAL", "CONFIG_SYSTEM", "CONFIG_NOSYSTEM", "EXEC_PATH",
    )
)  # fmt: skip

_SETTINGS = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "core.editor=false",
    "core.askPass=",
    "core.attributesFile=/dev/null",
    "commit.gpgsign=false",
    "gc.auto=0",
    "maintenance.auto=false",
    "fetch.recurseSubmodules=no",
    "submodule.recurse=false",
    "protocol.allow=never",
    "protocol.https.allow=always",
    "protocol.ssh.allow=always",
    "protocol.file.allow=always",
    "transfer.fsckObjects=true",
    "transfer.credentialsInUrl=die",
    "transfer.bundleURI=false",
    "core.symlinks=false",
    "core.protectHFS=true",
    "core.protectNTFS=true",
    "core.quotePath=true",
    "safe.bareRepository=explicit",
    "http.lowSpeedLimit=100",
    "http.lowSpeedTime=20",
    "http.followRedirects=initial",
    # Objects and refs are durable when we say so. The index is git's cache, 10 MB in a large group: as git has it.
    "core.fsync=all,-index",
    "credential.helper=",
    "user.useConfigOnly=true",
)


class GitMislukt(GitFout):
    """git ended with another status than 0. *status* and *melding* (its own words) are for the caller only."""

    def __init__(self, opdracht: str, status: int, melding: str) -> None:
        super().__init__(*_in_het_nederlands(opdracht, melding))
        self.status = status
        self.melding = melding

    @property
    def is_busy(self) -> bool:
        """Whether another git holds a lock at this moment."""
        return _is_locked(self.melding)


def _is_locked(melding: str) -> bool:
    return "File exists" in melding and ".lock" in melding


def _in_het_nederlands(opdracht: str, melding: str) -> tuple[str, str]:
    if "dubious ownership" in melding:
        return "Deze map is van een andere gebruiker van de computer.", "Git werkt alleen in je eigen mappen."
    if _is_locked(melding):
        return "Git is bezig in deze map, of is daar eerder gestopt.", "Typ: intervisie doctor"
    if "No space left" in melding:
        return "De schijf is vol; git kan niets bewaren.", "Maak ruimte en probeer het opnieuw."
    if "Read-only file system" in melding or "Permission denied" in melding or "insufficient permission" in melding:
        return "In deze map kan git niet schrijven.", "Kijk of de map van jou is en niet alleen-lezen."
    return f"Git gaf een fout ({opdracht}).", "Wat je vastlegde staat veilig op schijf. Typ: intervisie doctor"


class Git:
    """git in the folder *root*."""

    def __init__(self, root: Path) -> None:
        self.root = root
        from shutil import which

        program = which("git")
        if not program:
            raise GitFout("Git staat niet op deze computer.", "Zet het erop (git-scm.com) en probeer het opnieuw.")
        for name in [name for name in os.environ if name.startswith("GIT_") and name not in _KEEP]:
            del os.environ[name]
        self._argv = [program, "--no-pager", "--literal-pathspecs", "--no-optional-locks"]
        self._argv += [part for setting in _SETTINGS for part in ("-c", setting)]
        self._runner = _command_runner()(str(root))

    def run(self, *args: str, stdin: bytes = b"") -> bytes:
        """Run one git command and give its output. Raises GitMislukt, or GitFout after TIMEOUT_S."""
        status, out, err = self.run_raw(*args, stdin=stdin)
        if status:
            raise GitMislukt(args[0], status, err)
        return out

    def run_raw(self, *args: str, stdin: bytes = b"") -> tuple[int, bytes, str]:
        """Run one git command; give its status, output and messages."""
        import subprocess

        env = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_REPLACE_OBJECTS": "1"}
        handle = self._runner.execute(
            [*self._argv, *args],
            istream=subprocess.PIPE,
            as_process=True,
            env=env,
            shell=False,
            start_new_session=sys.platform != "win32",
        )
        process = handle.proc
        try:
            out, err = process.communicate(stdin, timeout=TIMEOUT_S)
        except subprocess.TimeoutExpired:
            _kill_group(process)
            raise GitFout(f"Git gaf {TIMEOUT_S:.0f} seconden geen antwoord.", "Probeer het opnieuw.") from None
        except BaseException:
            _kill_group(process)
            raise
        return process.returncode, out, err.decode("utf-8", "replace")


def _kill_group(process: Any) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        import signal

        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


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
