"""Runs a git command that only reads, without GitPython: to load that takes as long as `log`."""

import os
import select
from contextlib import suppress
from pathlib import Path

from intervisie_cli.git import hardening
from intervisie_cli.git.runner import TIMEOUT_S
from intervisie_cli.model.fouten import GitFout

CAN_SPAWN = hasattr(os, "posix_spawnp")


def read(root: Path, *args: str) -> bytes:
    """Give what git says in the folder *root*.

    Raises GitFout when it fails, or says nothing for TIMEOUT_S.
    """
    argv = ["git", "-C", str(root), *hardening.FLAGS, *args]
    env = dict(os.environ)
    for name in hardening.foreign():
        del env[name]
    env |= hardening.ENVIRONMENT
    here, there = os.pipe()
    try:
        # What git says of a fault is in English and for nobody: the status tells enough.
        into = [
            (os.POSIX_SPAWN_DUP2, there, 1),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ]
        pid = os.posix_spawnp("git", argv, env, file_actions=into, setpgroup=0)
    except OSError:
        os.close(here)
        raise GitFout("Git staat niet op deze computer.") from None
    finally:
        # Git has this end by now; if we held it too, we would never see that git is done.
        os.close(there)
    is_whole = False
    try:
        out = b"".join(iter(lambda: _chunk(here), b""))
        is_whole = True
    finally:
        os.close(here)
        if not is_whole:
            import signal

            with suppress(ProcessLookupError):
                os.killpg(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
    if status:
        raise GitFout(f"Git gaf een fout ({args[0]}).")
    return out


def _chunk(pipe: int) -> bytes:
    """The next that comes, empty at the end."""
    if not select.select([pipe], [], [], TIMEOUT_S)[0]:
        raise GitFout(
            f"Git gaf {TIMEOUT_S:.0f} seconden geen antwoord.", "Probeer het opnieuw."
        )
    return os.read(pipe, 65536)
