"""A sign of life: who takes part is seen by the others, and nothing else changes by it."""

from pathlib import Path

import pytest

from intervisie_cli.commands.app import App, delen
from intervisie_cli.commands.app.delen import Achtergrond
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.git import kijken, remote
from intervisie_cli.git.hartslag import beat
from intervisie_cli.git.kijken import HARTSLAG
from intervisie_cli.git.repository import Repository
from intervisie_cli.model.fouten import GitFout
from intervisie_cli.system import now, random_id
from intervisie_cli.ui.console import console
from tests import lab
from tests.lab import git, must
from tests.net.conftest import Pair, hook
from tests.net.http_place import HttpPlace

pytestmark = pytest.mark.slow
MAIN = "refs/heads/main"


def seen(clone: Path) -> dict[str, str]:
    """What there is to see of the members at the place, from a clone."""
    repository = Repository(clone)
    return kijken.look(repository, remote.address(repository), MAIN).hartslag


def give(clone: Path, lid: str) -> None:
    repository = Repository(clone)
    adres = remote.address(repository)
    blik = kijken.look(repository, adres, MAIN)
    beat(repository, adres, lid, blik.commit, blik.hartslag.get(lid, ""))


@pytest.mark.parametrize("over", ["folder", "http", "ssh"])
def test_a_sign_moves_and_takes_nothing_along(
    pair: Pair, over: str, request: pytest.FixtureRequest
):
    must(pair.mirthe, "sync")
    if over != "folder":
        request.getfixturevalue(over)
    before = git(pair.place, "rev-parse", "main"), lab.files_of(pair.mirthe)
    places = []
    for _ in range(3):
        give(pair.mirthe, "mirthe")
        places.append(seen(pair.kim)["mirthe"])
    assert places[0] == places[2] != places[1]
    assert (git(pair.place, "rev-parse", "main"), lab.files_of(pair.mirthe)) == before
    # Nothing of it comes in a clone, and nobody hears of it at a sync.
    for clone in (pair.mirthe, pair.kim):
        must(clone, "sync")
        assert "al gedeeld" in must(clone, "sync").out
        assert HARTSLAG not in git(clone, "for-each-ref")
    assert git(pair.place, "fsck", "--no-dangling") == ""


def test_a_place_that_refuses_it_is_asked_seldom_and_nobody_is_told(
    pair: Pair, http: HttpPlace, monkeypatch: pytest.MonkeyPatch
):
    must(pair.mirthe, "sync")
    hook(pair.place, "pre-receive", "grep -q gezien && exit 1; exit 0")
    with pytest.raises(GitFout):
        give(pair.mirthe, "mirthe")
    monkeypatch.setattr(delen, "KIJK_ELKE_S", 0.0)
    omgeving = Omgeving(now, random_id, folder=pair.mirthe)
    omgeving.groep = omgeving.groep._replace(
        instellingen=omgeving.groep.instellingen._replace(sync="na-stap")
    )
    deler = Achtergrond(App(omgeving, console(), geen_vragen=True), "mirthe")
    http.requests.clear()
    for _ in range(4):
        deler.kijk()
        while deler.is_busy:
            pass
    # A push is two requests.
    assert sum("receive-pack" in path for path in http.requests) == 2
    assert deler.lijn == ""
    assert seen(pair.kim) == {}
