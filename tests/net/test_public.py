"""A place on the web that anybody can read: nothing is shared there,
unless somebody says that it may.
"""

import os
from collections.abc import Callable, Iterator
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


def _netrc(_web: HttpPlace) -> None:
    netrc = Path(os.environ["HOME"]) / ".netrc"
    netrc.write_text("machine 127.0.0.1 login kim password geheim\n")


def _header_for_one_address(web: HttpPlace) -> None:
    web.header = "X-Sleutel: geheim"
    setting(f'[http "{web.url()}"]\n\textraHeader = "{web.header}"\n')


def _header_for_all(web: HttpPlace) -> None:
    web.header = "X-Sleutel: geheim"
    setting(f'[http]\n\textraHeader = "{web.header}"\n')


def _cookie(web: HttpPlace) -> None:
    web.header = "Cookie: sleutel=geheim"
    cookies = Path(os.environ["HOME"]) / "cookies"
    cookies.write_text("127.0.0.1\tFALSE\t/\tFALSE\t0\tsleutel\tgeheim\n")
    setting(f'[http]\n\tcookieFile = "{cookies}"\n')


@pytest.mark.slow
@pytest.mark.parametrize(
    "let_in", [_netrc, _header_for_one_address, _header_for_all, _cookie]
)
def test_a_place_that_only_lets_this_person_in_is_not_public(
    groep: Path,
    web: HttpPlace,
    tmp_path: Path,
    let_in: Callable[[HttpPlace], None],
):
    web.user = "kim:geheim"
    let_in(web)
    must(groep, "init", "--remote", web.url(), str(groep))
    assert git(tmp_path / "groep.git", "rev-parse", "main") == git(
        groep, "rev-parse", "HEAD"
    )
    assert "lezen" not in intervisie(groep, "doctor").out


def test_another_address_of_the_user_is_what_is_looked_at(
    groep: Path, web: HttpPlace, tmp_path: Path
):
    setting(f'[url "{web.url(path="")}"]\n\tinsteadOf = https://plek.invalid/\n')
    adres = "https://plek.invalid/groep.git"
    assert MEELEZEN in intervisie(groep, "init", "--remote", adres, str(groep)).err
    assert git(tmp_path / "groep.git", "for-each-ref") == ""
    setting(f'[url "{tmp_path}/"]\n\tinsteadOf = https://map.invalid/\n')
    must(groep, "init", "--remote", "https://map.invalid/groep.git", str(groep))
    assert git(tmp_path / "groep.git", "rev-parse", "main") == git(
        groep, "rev-parse", "HEAD"
    )
    assert "lezen" not in intervisie(groep, "doctor").out


@pytest.mark.slow
@pytest.mark.parametrize("status", [429, 500, 503])
def test_who_cannot_tell_says_so(groep: Path, web: HttpPlace, status: int):
    web.user = "kim:geheim"
    web.refuse_strangers = status
    setting(
        '[credential]\n\thelper = "!f() { echo username=kim; echo password=geheim; }; f"\n'
        '[http]\n\textraHeader = "X-Sleutel: geheim"\n'
    )
    web.header = "X-Sleutel: geheim"
    said = must(groep, "init", "--remote", web.url(), str(groep)).out
    assert "niet na te gaan" in said
    assert "niet na te gaan" in intervisie(groep, "doctor").out


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
