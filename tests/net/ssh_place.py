"""A shared place over ssh on this computer: a real sshd,
for the user who runs the tests and nobody else.
"""

import getpass
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Self

from tests.net.proxy import HOST

SSHD = shutil.which(
    "sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
)
"""The real server, None where there is none."""

# SHLVL keeps bash from the start-up file of whoever runs the tests.
_SERVER = """\
ListenAddress {host}:{port}
HostKey {folder}/server
PidFile {folder}/sshd.pid
AuthorizedKeysFile {folder}/member.pub
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
StrictModes no
PermitUserEnvironment no
MaxStartups 100
MaxSessions 100
LogLevel ERROR
SetEnv SHLVL=2
"""
# Whatever port leads there, it is one and the same server.
_CLIENT = """\
Host *
  IdentityFile {folder}/member
  IdentitiesOnly yes
  UserKnownHostsFile {folder}/known_hosts
  GlobalKnownHostsFile /dev/null
  HostKeyAlias groep
  LogLevel ERROR
"""


class SshPlace:
    """Runs sshd in *folder*; its user needs *config* to come in."""

    def __init__(self, folder: Path) -> None:
        assert SSHD
        folder.mkdir(mode=0o700)
        self.folder = folder
        for name in ("server", "member"):
            _make_key(folder / name)
        self.know((folder / "server.pub").read_text())
        with socket.create_server((HOST, 0)) as free:
            self.port = int(free.getsockname()[1])
        (folder / "sshd_config").write_text(
            _SERVER.format(host=HOST, port=self.port, folder=folder)
        )
        (folder / "ssh_config").write_text(_CLIENT.format(folder=folder))
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)  # sshd wants it of root
        self._server = subprocess.Popen(
            [SSHD, "-D", "-e", "-f", str(folder / "sshd_config")],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        self._wait()

    def _wait(self) -> None:
        for _ in range(200):
            try:
                socket.create_connection((HOST, self.port)).close()
            except OSError:
                if self._server.poll() is not None:
                    assert self._server.stderr
                    raise RuntimeError(self._server.stderr.read().decode()) from None
                time.sleep(0.05)
            else:
                return
        raise RuntimeError("sshd does not answer")

    def know(self, public_key: str) -> None:
        """Let the client know the server by this key."""
        (self.folder / "known_hosts").write_text(f"groep {public_key}")

    def know_another(self) -> None:
        """Let the client know the server by a key that is not its own."""
        _make_key(self.folder / "other")
        self.know((self.folder / "other.pub").read_text())

    def know_none(self) -> None:
        """Let the client not know the server."""
        (self.folder / "known_hosts").write_text("")

    @property
    def setting(self) -> str:
        """What a user has in the configuration of all repositories."""
        return f'[core]\n\tsshCommand = ssh -F "{self.folder / "ssh_config"}"\n'

    def url(self, repository: Path, port: int = 0) -> str:
        """The address of a repository, perhaps through a proxy on *port*."""
        return f"ssh://{getpass.getuser()}@{HOST}:{port or self.port}{repository}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.terminate()
        self._server.communicate()


def _make_key(path: Path) -> None:
    argv = [
        "ssh-keygen",
        "-q",
        "-t",
        "ed25519",
        "-N",
        "",
        "-C",
        "groep",
        "-f",
        str(path),
    ]
    subprocess.run(argv, check=True, stdin=subprocess.DEVNULL)
