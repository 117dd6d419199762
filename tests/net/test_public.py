"""A place on the web that anybody can read: nothing is shared there,
unless somebody says that it may.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.lab import Templates, git, intervisie, must
from tests.net.conftest import setting
from tests.net.http_place import CERTIFICATE, HttpPlace

MEELEZEN = "Iedereen op internet kan"


@pytest.fixture
def groep(templates: Templates, tmp_path: Path) -> Path:
    return templates.copy("een", tmp_path / "groep")


@pytest.fixture
def web(tmp_path: Path) -> Iterator[HttpPlace]:
    """An empty repository over https, with a certificate that this computer trusts."""
    git(tmp_path, "init", "-q", "--bare", "groep.git")
    git(tmp_path / "groep.git", "config", "http.receivepack", "true")
    setting(f'[http]\n\tsslCAInfo = "{CERTIFICATE}"\n')
    with HttpPlace(tmp_path, https=True) as place:
        yield place


def test_nothing_is_shared_where_anybody_reads(
    groep: Path, web: HttpPlace, tmp_path: Path
):
    outcome = intervisie(groep, "init", "--remote", web.url(), str(groep))
    assert outcome.code == 5
    assert MEELEZEN in outcome.err
    assert "--openbaar" in outcome.err
    assert git(tmp_path / "groep.git", "for-each-ref") == ""
    assert intervisie(groep, "sync").code == 5
    must(groep, "sync", "--openbaar")
    assert git(tmp_path / "groep.git", "rev-parse", "main") == git(
        groep, "rev-parse", "HEAD"
    )
    outcome = intervisie(groep, "doctor")
    assert outcome.code == 4
    assert MEELEZEN in outcome.out


def test_a_place_that_asks_who_you_are_is_not_public(
    groep: Path, web: HttpPlace, tmp_path: Path
):
    web.user = "kim:geheim"
    setting(
        '[credential]\n\thelper = "!f() { echo username=kim; echo password=geheim; }; f"\n'
    )
    must(groep, "init", "--remote", web.url(), str(groep))
    assert git(tmp_path / "groep.git", "rev-parse", "main") == git(
        groep, "rev-parse", "HEAD"
    )
    assert MEELEZEN not in intervisie(groep, "doctor").out


def test_a_key_in_the_address_is_not_told_to_the_group(
    groep: Path, web: HttpPlace, tmp_path: Path
):
    oud, kim = str(tmp_path / "oud.git"), tmp_path / "kim"
    must(groep, "init", "--remote", oud, str(groep))
    must(tmp_path, "init", "--van", oud, "--als", "kim", str(kim))
    web.user = "sleutel:geheim"
    setting('[credential]\n\thelper = "!f() { echo password=geheim; }; f"\n')
    adres = web.url().replace("://", "://sleutel@")
    must(groep, "init", "--remote", adres, str(groep))
    said = intervisie(kim, "sync").err
    assert f"De groep is verhuisd naar {web.url()}." in said.replace("\n", " ")
    for clone in (groep, kim):
        assert "sleutel" not in git(clone, "log", "-p", "--all")
        assert "sleutel" not in (clone / "groep.yaml").read_text()
    assert "sleutel" in git(groep, "remote", "get-url", "origin")
