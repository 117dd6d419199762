"""Runs a git command that only reads, without GitPython: loading that takes four times as long as the command."""

import os
from pathlib import Path

from intervisie_cli.git import hardening
from intervisie_cli.model.fouten import GitFout

CAN_SPAWN = hasattr(os, "posix_spawnp")


def read(root: Path, *args: str) -> bytes:
    """Give what git says in the folder *root*. Raises GitFout when it ends with another status than 0."""
    argv = ["git", "-C", str(root), *hardening.FLAGS, *args]
    weg = hardening.foreign()
    env = {name: value for name, value in os.environ.items() if name not in weg} | hardening.ENVIRONMENT
    here, there = os.pipe()
    with os.fdopen(here, "rb") as pipe:
        try:
            into = [(os.POSIX_SPAWN_DUP2, there, 1), (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
            pid = os.posix_spawnp("git", argv, env, file_actions=into)
        except OSError:
            raise GitFout("Git staat niet op deze computer.") from None
        finally:
            os.close(there)
        out = pipe.read()
        _, status = os.waitpid(pid, 0)
    if status:
        raise GitFout(f"Git gaf een fout ({args[0]}).")
    return out
