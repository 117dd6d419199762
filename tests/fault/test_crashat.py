"""The tool that other tests trust for "a crash at any moment":
does it crash there, and nowhere else.
"""

import errno
import os
import shutil
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fault.crashat import CannotTrace, NoCompiler, Outcome, build, run

pytestmark = pytest.mark.slow

THREE_FILES = """
import os
for name in "abc":
    fd = os.open(name + ".tmp", os.O_WRONLY | os.O_CREAT, 0o644)
    os.write(fd, name.encode())
    os.fsync(fd)
    os.close(fd)
    os.rename(name + ".tmp", name)
    print(name, flush=True)
"""
CALLS = [
    "openat",
    "write",
    "fsync",
    "rename",
]  # of one file; aarch64 says renameat for the last
TRY_EACH = """
import os
def attempt(what, function, *args):
    try:
        result = function(*args)
        print(what, "ok", flush=True)
        return result
    except OSError as problem:
        print(what, problem.errno, flush=True)
create = os.O_WRONLY | os.O_CREAT
fd = os.open("first", create)
for what, function, *args in (
    ("open", os.open, "x", create), ("open", os.open, "x", create),
    ("write", os.write, fd, b"1"), ("write", os.write, fd, b"2"),
    ("rename", os.rename, "first", "second"), ("rename", os.rename, "first", "second"),
    ("unlink", os.unlink, "x"),
):
    attempt(what, function, *args)
"""


class Lab:
    """A temporary folder with a command in it, and a mark by which its processes are found."""

    def __init__(self, binary: Path, root: Path) -> None:
        self.binary = binary
        self.root = root
        self.mark = f"CRASHAT_TEST={uuid.uuid4()}"
        name, value = self.mark.split("=")
        self.env = {
            "PATH": os.environ["PATH"],
            "HOME": str(root.parent),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "a",
            "GIT_AUTHOR_EMAIL": "a@example.org",
            "GIT_COMMITTER_NAME": "a",
            "GIT_COMMITTER_EMAIL": "a@example.org",
            name: value,
        }

    def run(
        self,
        *argv: str,
        at: int,
        errno: int | None = None,
        sticky: bool = False,
        stdin: bytes = b"",
        timeout: float = 20,
    ) -> Outcome:
        return run(
            self.binary,
            argv,
            at=at,
            root=self.root,
            env=self.env,
            errno=errno,
            sticky=sticky,
            cwd=self.root,
            stdin=stdin,
            timeout=timeout,
        )

    def python(
        self, code: str, *, at: int, errno: int | None = None, sticky: bool = False
    ) -> Outcome:
        return self.run(
            sys.executable, "-I", "-S", "-c", code, at=at, errno=errno, sticky=sticky
        )

    def files(self) -> dict[str, str]:
        return {path.name: path.read_text() for path in sorted(self.root.iterdir())}

    def empty(self) -> None:
        shutil.rmtree(self.root)
        self.root.mkdir()

    def alive(self) -> list[str]:
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                if self.mark.encode() in (folder / "environ").read_bytes():
                    found.append((folder / "cmdline").read_text())
            except OSError:  # gone meanwhile, or somebody else's
                continue
        return found


@pytest.fixture(scope="session")
def binary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if sys.platform != "linux" or os.uname().machine not in {"x86_64", "aarch64"}:
        pytest.skip("crashat needs Linux on x86_64 or aarch64")
    folder = tmp_path_factory.mktemp("crashat")
    try:
        made = build(folder)
        run(made, ["true"], at=0, root=folder, env=os.environ)
    except (NoCompiler, CannotTrace) as why:
        pytest.skip(f"crashat cannot run here: {why}")
    return made


@pytest.fixture
def lab(binary: Path, tmp_path: Path) -> Iterator[Lab]:
    root = tmp_path / "root"
    root.mkdir()
    lab = Lab(binary, root)
    yield lab
    for _ in range(200):
        if not lab.alive():
            return
        time.sleep(0.05)  # the system ends what was killed a moment later
    assert lab.alive() == []


def expected_after(done: int) -> dict[str, str]:
    """Give what THREE_FILES leaves when only its first so many calls were done."""
    files = {}
    for index, name in enumerate("abc"):
        calls = done - index * len(CALLS)
        if calls >= 1:
            files[name if calls >= 4 else f"{name}.tmp"] = name if calls >= 2 else ""
    return files


def test_counts_every_change_and_nothing_else(lab: Lab) -> None:
    outcome = lab.python(THREE_FILES, at=0)
    assert outcome == Outcome(0, b"a\nb\nc\n", b"", 12, "", killed=False)
    assert lab.files() == {"a": "a", "b": "b", "c": "c"}


@pytest.mark.parametrize("at", range(1, 13))
def test_killed_before_call_n_leaves_the_first_n_minus_1(lab: Lab, at: int) -> None:
    outcome = lab.python(THREE_FILES, at=at)
    assert (outcome.returncode, outcome.total, outcome.killed) == (137, at, True)
    assert outcome.call.removesuffix("at2").removesuffix("at") == CALLS[
        (at - 1) % 4
    ].removesuffix("at")
    assert lab.files() == expected_after(at - 1)


def test_beyond_the_last_call_nothing_happens(lab: Lab) -> None:
    assert lab.python(THREE_FILES, at=13) == Outcome(
        0, b"a\nb\nc\n", b"", 12, "", killed=False
    )


@pytest.mark.parametrize(
    "tree",
    [
        pytest.param('"$@"; echo after', id="child"),
        pytest.param(
            "sleep 60 & (sleep 60 &) ; setsid sh -c 'sleep 60; :' & \"$@\"",
            id="idle-relatives",
        ),
        pytest.param('(setsid "$@" &) ; sleep 60', id="orphan-in-its-own-session"),
        pytest.param("sh -c 'kill -STOP $$' & sleep 0.1; \"$@\"", id="stopped-sibling"),
    ],
)
def test_the_whole_tree_dies(lab: Lab, tree: str) -> None:
    outcome = lab.run(
        "sh", "-c", tree, "sh", sys.executable, "-I", "-S", "-c", THREE_FILES, at=7
    )
    assert outcome == Outcome(137, b"a\n", b"", 7, "fsync", killed=True)
    assert lab.alive() == []
    assert lab.files() == expected_after(6)


def test_vfork_threads_and_exec_from_a_thread(lab: Lab) -> None:
    code = """
import os, subprocess, sys, threading, time
def write(name):
    subprocess.run([sys.executable, "-I", "-S", "-c", f"open({name!r}, 'w').close()"], check=True)
threads = [threading.Thread(target=write, args=(str(n),)) for n in range(6)]
for thread in threads: thread.start()
for thread in threads: thread.join()
threading.Thread(target=time.sleep, args=(60,)).start()
argv = [sys.executable, "-I", "-S", "-c", "open('end', 'w').write('x')"]
threading.Thread(target=os.execv, args=(sys.executable, argv)).start()
time.sleep(60)
"""
    outcome = lab.python(code, at=0)
    assert outcome == Outcome(0, b"", b"", 8, "", killed=False)
    lab.empty()
    outcome = lab.python(code, at=8)
    assert (outcome.returncode, outcome.call) == (137, "write")
    assert lab.files() == dict.fromkeys([*"012345", "end"], "")


def test_parallel_writers_never_get_further_than_n(lab: Lab) -> None:
    code = """
import os
for _ in range(3): os.fork()
for n in range(50): os.close(os.open(f"{os.getpid()}-{n}", os.O_CREAT))
"""
    for at in range(1, 200, 20):
        lab.empty()
        assert lab.python(code, at=at).killed
        assert len(lab.files()) < at
        assert lab.alive() == []


GIT = "git init -q . && echo x > a && git add a && git commit -qm x"


def test_git_is_killed_at_any_point(lab: Lab) -> None:
    whole = lab.run("sh", "-c", GIT, at=0)
    assert whole.returncode == 0
    assert whole.total > 50
    # git does not make as many calls each time: the last ones may not come.
    for at in range(1, whole.total * 9 // 10, 6):
        lab.empty()
        outcome = lab.run("sh", "-c", GIT, at=at)
        assert (outcome.returncode, outcome.total, outcome.killed) == (137, at, True)
        assert lab.alive() == []


@pytest.mark.parametrize(("at", "refused"), [(2, 0), (4, 2), (6, 4)])
def test_one_call_fails_and_the_next_succeeds(lab: Lab, at: int, refused: int) -> None:
    outcome = lab.python(TRY_EACH, at=at, errno=errno.ENOSPC)
    lines = outcome.stdout.decode().splitlines()
    names = ["open", "open", "write", "write", "rename", "rename", "unlink"]
    assert lines[:refused] == [f"{name} ok" for name in names[:refused]]
    assert lines[refused : refused + 2] == [
        f"{names[refused]} {errno.ENOSPC}",
        f"{names[refused]} ok",
    ]
    assert (outcome.returncode, outcome.killed) == (0, False)
    assert outcome.call.startswith(names[refused])


def test_a_call_that_fails_is_not_done(lab: Lab) -> None:
    lab.python(TRY_EACH, at=4, errno=errno.EIO)
    assert lab.files() == {"second": "2"}


def test_sticky_keeps_failing_but_lets_the_program_clean_up(lab: Lab) -> None:
    lines = (
        lab.python(TRY_EACH, at=3, errno=errno.ENOSPC, sticky=True)
        .stdout.decode()
        .splitlines()
    )
    refused = ["open", "write", "write", "rename", "rename"]
    assert lines == [
        "open ok",
        *(f"{name} {errno.ENOSPC}" for name in refused),
        "unlink ok",
    ]
    assert lab.files() == {"first": ""}


def test_calls_outside_the_root_do_not_count(lab: Lab, tmp_path: Path) -> None:
    code = """
import os, socket
open("../elsewhere", "w").write("x")
os.makedirs("../rooted")
open("../rooted/x", "w").close()
os.rename("../elsewhere", "../moved")
open("/dev/null", "w").write("x")
read, write = os.pipe(); os.write(write, b"x")
one, other = socket.socketpair(); other.sendall(b"x"); os.write(one.fileno(), b"x")
os.write(os.memfd_create("x"), b"x")
open("../root/../rooted/y", "w").close()
"""
    assert lab.python(code, at=1) == Outcome(0, b"", b"", 0, "", killed=False)
    assert (tmp_path / "moved").read_text() == "x"


def test_calls_on_the_root_count_by_whatever_name(lab: Lab, tmp_path: Path) -> None:
    code = """
import os
os.symlink(os.getcwd(), "../link")                        # the link is elsewhere
open("../link/a", "w").close()                            # 1
os.rename("../root/a", "../a")                            # 2: out of the root
os.rename("../a", "b")                                    # 3: into it
folder = os.open(".", os.O_RDONLY); os.fsync(folder)      # 4
os.chdir("/")
os.unlink("b", dir_fd=folder)                             # 5
os.utime(folder)                                          # 6
os.mkdir("d", dir_fd=folder)                              # 7
file = os.open("f", os.O_CREAT | os.O_RDWR, dir_fd=folder)  # 8
os.unlink("f", dir_fd=folder)                             # 9
os.write(file, b"x")                                      # 10: a file without a name
"""
    assert lab.python(code, at=0).total == 10
    lab.root = tmp_path / "link"  # the root itself may be given by another name too
    (tmp_path / "root" / "d").rmdir()
    (tmp_path / "link").unlink()
    (tmp_path / "link").symlink_to("root")
    assert lab.python("open('x', 'w').close()", at=0).total == 1


def test_without_a_root_everything_but_proc_and_dev_counts(
    lab: Lab, tmp_path: Path
) -> None:
    code = """
open('../x', 'w').write('x')
open('/dev/null', 'w').write('x')
open('/proc/self/comm', 'w').write('x')
"""
    argv = [sys.executable, "-I", "-S", "-c", code]
    assert run(lab.binary, argv, at=0, root=None, env=lab.env, cwd=lab.root).total == 2
    assert (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("script", "code"), [("exit 7", 7), ("kill -TERM $$", 143), ("kill -KILL $$", 137)]
)
def test_the_exit_code_passes_through(lab: Lab, script: str, code: int) -> None:
    assert lab.run("sh", "-c", script, at=0) == Outcome(
        code, b"", b"", 0, "", killed=False
    )


def test_stdin_and_signals_pass_through(lab: Lab) -> None:
    script = """
trap 'echo caught' USR1; kill -USR1 $$
sh -c 'kill -STOP $$; echo on' & sleep 0.2; echo waited; kill -CONT $!; wait; cat
"""
    outcome = lab.run("sh", "-c", script, at=0, stdin=b"end\n")
    assert outcome.stdout == b"caught\nwaited\non\nend\n"


def test_a_command_that_does_not_exist(lab: Lab) -> None:
    with pytest.raises(OSError, match="no-such-command: No such file"):
        lab.run("no-such-command", at=0)


def test_other_calls_do_not_stop(lab: Lab) -> None:
    code = """
import os, resource
for _ in range(20_000):
    os.stat(".")
    os.close(os.open("/dev/null", os.O_RDONLY))
print(resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw)
"""
    assert (
        int(lab.python(code, at=0).stdout) < 1000
    )  # a stop for the tracer is a voluntary switch


def test_where_tracing_is_refused(lab: Lab, tmp_path: Path) -> None:
    inner = lab.run(
        str(lab.binary), "0", "true", at=0
    )  # a process can have one tracer only
    assert (inner.returncode, inner.stderr) == (
        125,
        b"crashat: ptrace: Operation not permitted\n",
    )
    refused = tmp_path / "refused"
    refused.write_text("#!/bin/sh\necho crashat: ptrace: no >&2\nexit 125\n")
    refused.chmod(0o755)
    with pytest.raises(CannotTrace, match="ptrace: no"):
        run(refused, ["true"], at=0, root=None, env=lab.env)


def test_the_tree_dies_with_crashat(lab: Lab) -> None:
    with pytest.raises(TimeoutError):
        lab.run("sh", "-c", "sleep 60 & setsid sleep 60", at=0, timeout=0.5)


def test_without_a_compiler(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoCompiler):
        build(tmp_path)
