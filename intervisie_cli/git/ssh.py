"""One connection over ssh, for all that a waiting program asks of the shared place."""

import sys
import time
from pathlib import Path
from urllib.parse import urlsplit
from weakref import finalize

from intervisie_cli.git.repository import Repository
from intervisie_cli.git.runner import Git, kill_group
from intervisie_cli.git.url import Adres

# It ends by itself when nothing went over it for so long: also when this program was killed.
_BLIJFT_S = 15
# A line that says nothing for so long is dead. Then git connects by itself, and it is tried anew
# after a while.
_OPENEN_S, _WEER_NA_S = 5.0, 20.0
# ssh reads these in the name of a file.
_BIJZONDER = set(' %"\\$')


class Lijn:
    """Opens the connection when it is not there, and lets each git of *repository* go over it.

    Where it cannot be, each git connects by itself, and says what is wrong.
    """

    def __init__(self, repository: Repository, adres: Adres) -> None:
        self._git = repository.git
        self._doel = _target(adres)
        self._socket: Path | None = None
        self._failed_at = -_WEER_NA_S
        self._end: finalize[[Git, Path], Lijn] | None = None

    def ensure(self) -> None:
        """Let the connection be there."""
        import tempfile

        if self._socket and self._socket.exists():
            return
        self.close()
        if self._doel and time.monotonic() - self._failed_at > _WEER_NA_S:
            self._open(Path(tempfile.mkdtemp(prefix="intervisie-")) / "ssh")

    def close(self) -> None:
        """Let it go: after an error, or at the end."""
        if self._end:
            self._end()
        self._socket = None

    def _open(self, socket: Path) -> None:
        self._end = finalize(self, _end, self._git, socket)
        if _BIJZONDER & set(str(socket)):
            self._doel = ""
        elif _ssh(
            self._git, socket, f"yes -oControlPersist={_BLIJFT_S} -N -f", self._doel
        ):
            self._git.over_ssh = f"-oControlMaster=no -oControlPath={socket}"
            self._socket = socket
        else:
            self._failed_at = time.monotonic()


def _target(adres: Adres) -> str:
    """Where ssh goes for *adres*; '' where no connection is kept."""
    # The ssh of Windows keeps none.
    if adres.soort != "ssh" or sys.platform == "win32":
        return ""
    if "://" in adres.url:
        return f"ssh://{urlsplit(adres.url).netloc}"
    return adres.url.partition(":")[0]


def _ssh(git: Git, socket: Path, how: str, doel: str) -> bool:
    import subprocess

    # What the user chose as ssh is a line for a shell, and git reads it so too.
    line = f'{git.ssh} -oControlPath={socket} -oControlMaster={how} "$@"'
    nothing = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603 - the user's own, as git starts it
            ["/bin/sh", "-c", line, "ssh", doel],
            stdin=nothing,
            stdout=nothing,
            stderr=nothing,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return process.wait(_OPENEN_S) == 0
    except subprocess.TimeoutExpired:
        # The shell started ssh, which would go on without it.
        kill_group(process)
        return False


def _end(git: Git, socket: Path) -> None:
    git.over_ssh = ""
    if socket.exists():
        _ssh(git, socket, "no -O exit", "groep")
    socket.unlink(missing_ok=True)
    socket.parent.rmdir()
