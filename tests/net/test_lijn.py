"""One connection over ssh for all that a waiting program asks, and what ends it."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from intervisie_cli import system
from intervisie_cli.commands.app import App, delen
from intervisie_cli.commands.app.delen import Achtergrond
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.git import kijken, remote
from intervisie_cli.git.repository import Repository
from intervisie_cli.git.ssh import Lijn
from intervisie_cli.git.url import Adres
from intervisie_cli.model.fouten import GitFout
from intervisie_cli.ui.console import console
from tests.lab import git
from tests.net.conftest import Pair
from tests.net.proxy import Proxy
from tests.net.ssh_place import SshPlace

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def wire(pair: Pair, ssh: SshPlace) -> Iterator[Proxy]:
    """What stands between Mirthe and the place over ssh."""
    with Proxy(ssh.port) as wire:
        pair.reach(ssh.url(pair.place, wire.port))
        yield wire


def look(repository: Repository) -> str:
    adres = remote.address(repository)
    return kijken.look(repository, adres, "refs/heads/main").commit


def place_tip(pair: Pair) -> str:
    return git(pair.place, "rev-parse", "main").strip()


def test_what_is_asked_after_the_first_goes_over_the_same_connection(
    pair: Pair, wire: Proxy
):
    repository = Repository(pair.mirthe)
    lijn = Lijn(repository, remote.address(repository))
    tip = place_tip(pair)
    lijn.ensure()
    opened = wire.connections
    for _ in range(3):
        lijn.ensure()
        assert look(repository) == tip
    assert (
        remote.fetch(repository, remote.address(repository), "refs/heads/main") == tip
    )
    assert (opened, wire.connections) == (1, 1)
    folder = Path(repository.git.over_ssh.rpartition("ControlPath=")[2]).parent
    assert folder.stat().st_mode & 0o077 == 0
    lijn.close()
    assert not folder.exists()
    assert look(repository) == tip
    assert wire.connections == 2


def test_a_connection_that_is_lost_is_made_again(pair: Pair, wire: Proxy):
    repository = Repository(pair.mirthe)
    lijn = Lijn(repository, remote.address(repository))
    tip = place_tip(pair)
    lijn.ensure()
    wire.cut_after = 0
    with pytest.raises(GitFout):
        look(repository)
    wire.cut_after = None
    lijn.close()
    lijn.ensure()
    assert look(repository) == tip
    lijn.close()


def test_where_no_connection_can_be_kept_git_makes_its_own(pair: Pair):
    repository = Repository(pair.mirthe)
    for adres in (Adres("https://server/groep.git"), Adres("x", pair.place)):
        Lijn(repository, adres).ensure()
        assert repository.git.over_ssh == ""
    nergens = Lijn(repository, Adres("ssh://kim@127.0.0.1:1/groep.git"))
    nergens.ensure()
    nergens.close()
    assert repository.git.over_ssh == ""
    assert look(repository) == place_tip(pair)


def test_a_program_that_is_gone_leaves_no_connection(pair: Pair):
    repository = Repository(pair.mirthe)
    lijn = Lijn(repository, remote.address(repository))
    lijn.ensure()
    socket = Path(repository.git.over_ssh.rpartition("ControlPath=")[2])
    assert socket.exists()
    del lijn
    assert not socket.parent.exists()


def test_who_waits_looks_over_one_connection(
    pair: Pair, wire: Proxy, monkeypatch: pytest.MonkeyPatch
):
    text = (pair.mirthe / "groep.yaml").read_text()
    (pair.mirthe / "groep.yaml").write_text(
        text.replace("instellingen: {}", "instellingen:\n  sync: na-stap")
    )
    monkeypatch.setattr(delen, "KIJK_ELKE_S", 0.0)
    omgeving = Omgeving(system.now, system.random_id, folder=pair.mirthe)
    deler = Achtergrond(App(omgeving, console(), geen_vragen=True))
    seen = []
    for _ in range(4):
        deler.kijk()
        while deler.is_busy:
            time.sleep(0.01)
        seen.append(wire.connections)
    deler.finish()
    assert seen[1] == seen[3]
