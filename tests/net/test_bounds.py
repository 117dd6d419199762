"""What a remote sends has an end, whatever it sends."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from intervisie_cli.git import listening
from tests.hostile.objects import commit, tree_of
from tests.lab import git, must
from tests.net.conftest import Pair
from tests.net.proxy import HOST

MIB = 1024 * 1024
# Where a server of a test gives up, if nobody else does.
MOST = 3_000 * MIB
RUN = """
import json, resource, sys
from intervisie_cli.cli.main import run
code = run(sys.argv[1:])
# Not by getrusage: that counts what the process was before it became this program.
mine = int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0])
print(json.dumps([code, mine, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss]))
"""


def pkt(line: bytes) -> bytes:
    """A line as git sends it."""
    return b"%04x%b" % (len(line) + 4, line)


def begin(service: bytes) -> bytes:
    return pkt(b"# service=" + service + b"\n") + b"0000"


def refs() -> Iterator[bytes]:
    """Branches without end."""
    yield begin(b"git-upload-pack") + pkt(
        b"1" * 40 + b" HEAD\0symref=HEAD:refs/heads/main\n"
    )
    chunk = b"".join(
        pkt(b"%040x refs/heads/tak-%d\n" % (number, number)) for number in range(2_000)
    )
    while True:
        yield chunk


def letters() -> Iterator[bytes]:
    """No line of git, and no end."""
    while True:
        yield b"\x00ffffff" * 8_192


class _Handler(BaseHTTPRequestHandler):
    stream = staticmethod(refs)

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/x-git-upload-pack-advertisement")
        self.end_headers()
        sent = 0
        with suppress(OSError):
            for chunk in self.stream():
                self.wfile.write(chunk)
                sent += len(chunk)
                if sent > MOST:
                    return

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(params=[refs, letters], ids=lambda stream: stream.__name__)
def endless(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a server that sends without end."""
    server = ThreadingHTTPServer(
        (HOST, 0), type("Handler", (_Handler,), {"stream": staticmethod(request.param)})
    )
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
    ).start()
    yield f"http://{HOST}:{server.server_port}/groep.git"
    server.shutdown()
    server.server_close()


def measured(folder: Path, *argv: str) -> tuple[int, int, int, str]:
    """Run a command; give its code, and the bytes of memory of it and of its largest child."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *argv],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    code, mine, others = json.loads(done.stdout.splitlines()[-1])
    return code, mine * 1024, others * 1024, done.stderr


@pytest.mark.slow
@pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux bounds the memory of another process"
)
@pytest.mark.parametrize("command", ["sync", "join"])
def test_a_server_that_never_stops_fills_no_memory(
    pair: Pair, tmp_path: Path, endless: str, command: str
):
    pair.reach(endless)
    argv = (
        ("sync",)
        if command == "sync"
        else ("init", "--van", endless, str(tmp_path / "nieuw"))
    )
    code, mine, others, said = measured(
        pair.mirthe if command == "sync" else tmp_path, *argv
    )
    assert code == 5, said
    assert len(said.splitlines()) == 2, said
    assert mine < 150 * MIB
    assert others < listening.MAX_MEMORY + 64 * MIB
    assert not (tmp_path / "nieuw").exists()
    pair.reach(str(pair.place))
    pair.ends_well()


def test_a_commit_that_says_very_much_is_shown_in_a_line(pair: Pair):
    must(pair.mirthe, "sync")
    bad = commit(
        pair.place, tree_of(pair.place, "main"), "main",
        b"Onderwerp " * 22_000, b"Lang" * 30_000 + b" <x@v.invalid> 1795460400 +0100",
    )  # fmt: skip
    git(pair.place, "update-ref", "refs/heads/main", bad)
    said = must(pair.kim, "sync")
    assert "Onderwerp" in said.out
    assert len(said.out) < 3_000
