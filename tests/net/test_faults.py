"""Whatever happens to a connection or a server: one line, exit 5, nothing lost, and on it goes."""

import shutil
import socket
import subprocess
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from tests import lab
from tests.lab import git, intervisie, must
from tests.net.conftest import Pair, fails, hook, mount, setting
from tests.net.http_place import CERTIFICATE, HttpPlace
from tests.net.proxy import Proxy
from tests.net.racer import INTERVISIE
from tests.net.ssh_place import SshPlace

CUTS = 50


def test_a_whole_sync_goes_over_http(pair: Pair, http: HttpPlace):
    pair.ends_well()
    assert any("git-receive-pack" in path for path in http.requests)


@pytest.mark.usefixtures("ssh")
def test_a_whole_sync_goes_over_ssh(pair: Pair):
    pair.ends_well()


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "De server laat je niet toe"),
        (403, "De server laat je hier niet toe"),
        (404, "geen gedeelde plek"),
        (500, "De server heeft een storing"),
        (503, "De server heeft een storing"),
    ],
)
@pytest.mark.parametrize("when", ["refuse", "refuse_push"])
def test_a_server_that_refuses(
    pair: Pair, http: HttpPlace, status: int, words: str, when: str
):
    setattr(http, when, status)
    fails(pair, words)
    setattr(http, when, 0)
    pair.ends_well()


def test_a_server_that_asks_who_you_are(pair: Pair, http: HttpPlace):
    http.user = "kim:geheim"
    fails(pair, "hij weet niet wie je bent")
    setting(
        '[credential]\n\thelper = "!f() { echo username=kim; echo password=geheim; }; f"\n'
    )
    pair.ends_well()


LOGIN = "!f() { echo username=kim; echo password=geheim; }; f"


@pytest.mark.slow
@pytest.mark.parametrize(
    "settings",
    [
        '[credential "{base}"]\n\thelper = "{login}"\n',
        '[credential "{base}"]\n\thelper =\n\thelper = "{login}"\n',
        (
            '[credential "{base}"]\n\tuseHttpPath = true\n\tusername = kim\n'
            '[credential "{base}/groep.git"]\n\thelper = "{login}"\n'
        ),
        (
            '[credential]\n\thelper = "!false"\n'
            '[credential "{base}"]\n\thelper = "{login}"\n'
        ),
    ],
    ids=["of a host", "as gh writes it", "of a path", "after another"],
)
def test_a_login_for_one_address_is_used(pair: Pair, http: HttpPlace, settings: str):
    http.user = "kim:geheim"
    base = http.url(path="").rstrip("/")
    setting(settings.format(base=base, login=LOGIN))
    pair.ends_well()


def test_a_program_that_the_user_lets_ask_is_used(
    pair: Pair, http: HttpPlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    http.user = "kim:geheim"
    ask = tmp_path / "vraag"
    ask.write_text('#!/bin/sh\ncase "$1" in User*) echo kim;; *) echo geheim;; esac\n')
    ask.chmod(0o755)
    monkeypatch.setenv("GIT_ASKPASS", str(ask))
    pair.ends_well()


def test_a_certificate_that_the_user_trusts_is_trusted(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("GIT_SSL_CAINFO", str(CERTIFICATE))
    with HttpPlace(pair.place.parent, https=True) as place:
        pair.reach(place.url())
        pair.ends_well()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["GIT_SSH_COMMAND", "GIT_SSH"])
def test_the_ssh_that_the_user_chose_is_used(
    pair: Pair,
    ssh: SshPlace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
):
    own, log = tmp_path / "eigen ssh", tmp_path / "gebruikt"
    own.write_text(
        f'#!/bin/sh\necho ja >> "{log}"\nexec ssh -F "{ssh.folder}/ssh_config" "$@"\n'
    )
    own.chmod(0o755)
    setting("[core]\n\tsshCommand =\n")
    monkeypatch.setenv(name, f'"{own}"' if name == "GIT_SSH_COMMAND" else str(own))
    pair.ends_well()
    assert log.exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GIT_SSL_NO_VERIFY", "1"),
        ("GIT_CONFIG_COUNT", "0"),
        ("GIT_PROXY_COMMAND", "/bin/false"),
    ],
)
def test_a_variable_that_is_left_out_is_named(
    pair: Pair, http: HttpPlace, monkeypatch: pytest.MonkeyPatch, name: str, value: str
):
    monkeypatch.setenv(name, value)
    http.refuse = 503
    fails(pair, name)
    http.refuse = 0
    pair.ends_well()


def test_a_closed_port(pair: Pair):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    for url in (
        f"http://127.0.0.1:{port}/groep.git",
        f"ssh://kim@127.0.0.1:{port}/groep.git",
    ):
        pair.reach(url)
        fails(pair, "De server is niet te bereiken")
    pair.reach(str(pair.place))
    pair.ends_well()


def test_a_name_that_nobody_knows(pair: Pair):
    for url in ("https://plek.invalid/groep.git", "ssh://kim@plek.invalid/groep.git"):
        pair.reach(url)
        fails(pair, "De server is niet te vinden. Ben je online?")
    pair.reach(str(pair.place))
    pair.ends_well()


def test_a_stick_that_is_not_in(pair: Pair):
    pair.place.rename(pair.place.with_name("weg"))
    pair.place.mkdir()
    outcome = intervisie(pair.mirthe, "sync")
    assert outcome.code == 5
    assert "geen gedeelde plek te vinden" in outcome.err
    pair.place.rmdir()
    pair.place.with_name("weg").rename(pair.place)
    pair.ends_well()


def test_a_server_that_became_another(pair: Pair, ssh: SshPlace):
    ssh.know_another()
    fails(pair, "Deze server is niet meer dezelfde")
    ssh.know_none()
    fails(pair, "Je computer kent deze server nog niet")
    ssh.know((ssh.folder / "server.pub").read_text())
    pair.ends_well()


def test_a_key_that_is_not_let_in(pair: Pair, ssh: SshPlace):
    allowed = ssh.folder / "member.pub"
    key = allowed.read_text()
    allowed.write_text("")
    fails(pair, "hij weet niet wie je bent")
    allowed.write_text(key)
    pair.ends_well()


def test_a_certificate_that_nobody_signed(pair: Pair):
    with HttpPlace(pair.place.parent, https=True) as place:
        pair.reach(place.url())
        fails(pair, "Het certificaat van de server klopt niet")
        setting(f'[http]\n\tsslCAInfo = "{CERTIFICATE}"\n')
        pair.ends_well()


@pytest.mark.usefixtures("http")
def test_a_hook_that_refuses(pair: Pair):
    hook(
        pair.place,
        "pre-receive",
        "printf '\\033]0;gekaapt\\007nee: vol\\n' >&2; exit 1",
    )
    fails(pair, "De gedeelde plek weigerde wat je wilde delen")
    (pair.place / "hooks/pre-receive").unlink()
    pair.ends_well()


@pytest.mark.usefixtures("http")
def test_a_place_that_takes_signed_commits_alone_says_so(pair: Pair):
    hook(pair.place, "pre-receive", "echo 'Commit must be signed' >&2; exit 1")
    fails(pair, "neemt alleen wat ondertekend is, en intervisie ondertekent niets")
    (pair.place / "hooks/pre-receive").unlink()
    pair.ends_well()


def test_a_place_that_was_not_made_at_the_server(pair: Pair, ssh: SshPlace):
    pair.reach(ssh.url(pair.place.with_name("nieuw.git")))
    outcome = intervisie(pair.mirthe, "sync")
    assert outcome.code == 5
    assert "geen gedeelde plek te vinden" in outcome.err
    pair.reach(ssh.url(pair.place))
    pair.ends_well()


@pytest.mark.usefixtures("ssh")
def test_a_hook_that_refuses_over_ssh(pair: Pair):
    hook(pair.place, "update", "exit 1")
    fails(pair, "De gedeelde plek weigerde wat je wilde delen")
    (pair.place / "hooks/update").unlink()
    pair.ends_well()


@pytest.mark.parametrize("over", ["folder", "http"])
def test_a_shared_disk_that_is_full(pair: Pair, tmp_path: Path, over: str):
    disk = tmp_path / "schijf"
    mount(disk, "600k")
    try:
        place = disk / "groep.git"
        shutil.copytree(pair.place, place)
        with suppress(OSError), (disk / "vol").open("wb") as filler:
            while filler.write(b"x" * 512):
                filler.flush()
        with HttpPlace(disk) as server:
            pair.reach(str(place) if over == "folder" else server.url())
            must_stay = git(place, "rev-parse", "main")
            fails(pair, "De gedeelde plek is vol")
            assert git(place, "rev-parse", "main") == must_stay
            (disk / "vol").unlink()
            must(pair.mirthe, "sync")
            assert git(place, "rev-parse", "main") == git(
                pair.mirthe, "rev-parse", "HEAD"
            )
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


@pytest.mark.slow
def test_a_line_that_goes_silent_is_given_up_within_half_a_minute(
    pair: Pair, http: HttpPlace, ssh: SshPlace
):
    # At the greeting, in the middle of what is fetched, in the middle of what is pushed,
    # and over ssh as well.
    with ThreadPoolExecutor() as pool:
        cases = [(http.port, http.url, after) for after in (0, 700, 1500, 2000)]
        cases += [
            (ssh.port, partial(ssh.url, pair.place), after) for after in (0, 3000)
        ]
        outcomes = list(pool.map(lambda case: _stalled(pair, *case), cases))
    assert all(seconds < 30 for seconds, _, _ in outcomes), outcomes
    for _, code, said in outcomes:
        assert code == 5, outcomes
        assert len(said.splitlines()) == 2, outcomes
        assert "Wat je vastlegde staat veilig" in said
    pair.ends_well()


def _stalled(
    pair: Pair, port: int, url: Callable[[int], str], after: int
) -> tuple[float, int, str]:
    clone = pair.mirthe.with_name(f"stil-{port}-{after}")
    shutil.copytree(pair.mirthe, clone)
    with Proxy(port) as wire:
        wire.stall_after = after
        git(clone, "remote", "set-url", "origin", url(wire.port))
        began = time.monotonic()
        done = subprocess.run(
            [*INTERVISIE[0]],
            cwd=clone,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        return time.monotonic() - began, done.returncode, done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("over", ["http", "ssh"])
def test_a_line_that_is_cut_anywhere(
    pair: Pair, over: str, request: pytest.FixtureRequest
):
    place = request.getfixturevalue(over)
    url = place.url if over == "http" else partial(place.url, pair.place)
    fresh, shared = pair.mirthe.with_name("vers"), pair.place.with_name("vers.git")
    shutil.copytree(pair.mirthe, fresh)
    shutil.copytree(pair.place, shared)
    with Proxy(place.port) as wire:
        pair.reach(url(wire.port))
        must(pair.mirthe, "sync")
        total = wire.passed if over == "ssh" else max(wire.passed // 3, 1)
        count = CUTS if over == "http" else CUTS // 5
        for number in range(count):
            _copy(fresh, pair.mirthe)
            _copy(shared, pair.place)
            pair.reach(url(wire.port))
            wire.cut_after = total * number // count
            _cut(pair)
            wire.cut_after = None
            must(pair.mirthe, "sync")
            assert git(pair.place, "rev-parse", "main") == git(
                pair.mirthe, "rev-parse", "HEAD"
            )
    pair.reach(url(0))
    pair.ends_well()


def _copy(what: Path, to: Path) -> None:
    shutil.rmtree(to)
    shutil.copytree(what, to)


def _cut(pair: Pair) -> None:
    before = git(pair.mirthe, "rev-parse", "HEAD")
    outcome = intervisie(pair.mirthe, "sync")
    there = git(pair.place, "rev-parse", "main")
    here = git(pair.mirthe, "rev-parse", "HEAD")
    assert outcome.code in (0, 5), outcome
    # It says that it went well exactly when it did.
    assert (outcome.code == 0) == (here == there), outcome
    if outcome.code:
        assert len(outcome.err.splitlines()) <= 2
        assert not lab.ask_git(
            pair.mirthe, "merge-base", "--is-ancestor", before.strip(), "HEAD"
        ).returncode
    assert "Dit zei Kim." in (pair.mirthe / lab.HULPVRAAG).read_text()
    for folder in (pair.mirthe, pair.place):
        assert git(folder, "fsck", "--no-dangling") == ""
