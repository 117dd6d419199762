"""What people type for a shared place, and what is made of it."""

from pathlib import Path

import pytest

from intervisie_cli.git.url import check_url
from intervisie_cli.model.fouten import VerkeerdGebruik

# Typed, and the address that it names.
SERVERS = (
    "https://github.com/klas/groep.git",
    "https://kim@git.school.nl:8443/groep",
    "ssh://git@github.com/klas/groep.git",
    "git@github.com:klas/groep.git",
    "nas:groep.git",
)
# Typed, and what it is asked whether that is meant.
BIJNA = (
    ("github.com/klas/groep.git", "https://github.com/klas/groep.git"),
    ("gitlab.school.nl/klas/groep", "https://gitlab.school.nl/klas/groep"),
    ("localhost/groep.git", "https://localhost/groep.git"),
    ("git@github.com/klas/groep.git", "git@github.com:klas/groep.git"),
    ("kim@nas/groep.git", "kim@nas:groep.git"),
    ("http//github.com/klas/groep", "https://github.com/klas/groep"),
    ("https:/github.com/klas/groep", "https://github.com/klas/groep"),
    ("https:github.com/klas/groep", "https://github.com/klas/groep"),
    ("ssh:kim@nas/groep.git", "ssh://kim@nas/groep.git"),
)
FILES = (
    ("file:///media/stick/groep.git", "/media/stick/groep.git"),
    ("file:///media/USB%20STICK/groep.git", "/media/USB STICK/groep.git"),
    ("file:///media/USB STICK/groep.git", "/media/USB STICK/groep.git"),
    ("file://localhost/media/groep.git", "/media/groep.git"),
    ("file:///media/caf%C3%A9.git", "/media/café.git"),
)


@pytest.mark.parametrize("getypt", SERVERS)
def test_a_server_is_a_server(getypt: str):
    adres = check_url(f"  {getypt} ")
    assert adres.url == getypt
    assert adres.map is None


@pytest.mark.parametrize(("getypt", "bedoeld"), BIJNA)
def test_what_looks_like_a_server_is_asked_about(
    getypt: str, bedoeld: str, tmp_path: Path
):
    with pytest.raises(VerkeerdGebruik, match="een server, of een map") as fout:
        check_url(getypt, tmp_path)
    assert f"typ {bedoeld}. " in fout.value.hulp


def test_a_folder_that_is_there_is_a_folder_whatever_it_is_called(tmp_path: Path):
    for naam in ("github.com/groep.git", "nas:groep.git", "kim@nas/groep.git"):
        (tmp_path / naam).mkdir(parents=True)
        assert check_url(naam, tmp_path).map == tmp_path / naam
    for naam in ("./gitlab.com/groep.git", "stick.git", "map.git/groep", "a b/groep"):
        assert check_url(naam, tmp_path).map == tmp_path / naam


@pytest.mark.parametrize(("getypt", "pad"), FILES)
def test_the_address_of_a_file_is_read_as_git_writes_it(getypt: str, pad: str):
    assert check_url(getypt).map == Path(pad)


@pytest.mark.parametrize("getypt", ["D:\\groep.git", "d:/groep.git", "\\\\nas\\groep"])
def test_a_folder_of_windows_is_none_here(getypt: str):
    with pytest.raises(VerkeerdGebruik, match="map van Windows"):
        check_url(getypt)


@pytest.mark.parametrize(
    "getypt",
    [
        "https://kim:geheim@github.com/groep",
        "kim:geheim@github.com/groep",
        "kim:geheim@github.com:groep",
        "ssh://kim:geheim@nas/groep",
    ],
)
def test_a_password_is_never_kept_or_said(getypt: str):
    with pytest.raises(VerkeerdGebruik, match="wachtwoord") as fout:
        check_url(getypt)
    assert "geheim" not in fout.value.bericht + fout.value.hulp


@pytest.mark.parametrize(
    "getypt",
    ["", "-x", "ext::sh -c id", "file://nas/groep", "file:///a%00b", "ftp://nas/groep"],
)
def test_what_can_be_no_address_is_refused(getypt: str):
    with pytest.raises(VerkeerdGebruik):
        check_url(getypt)


@pytest.mark.parametrize(
    ("getypt", "server"),
    [
        ("git@github.com:klas/groep.git", "git@github.com"),
        ("ssh://kim@nas/groep.git", "kim@nas"),
        ("https://github.com/groep", "github.com"),
        ("/media/stick/groep.git", ""),
    ],
)
def test_the_server_of_an_address(getypt: str, server: str):
    assert check_url(getypt).server == server


@pytest.mark.parametrize("adres", ["x" * 300, "é" * 200, "file:///" + "y" * 4096])
def test_a_name_that_no_disk_can_have_is_no_address(adres: str):
    with pytest.raises(VerkeerdGebruik):
        check_url(adres)


def test_a_way_up_is_not_shown_unless_a_link_is_on_it(tmp_path: Path):
    (tmp_path / "groep").mkdir()
    assert check_url("../stick.git", tmp_path / "groep").map == tmp_path / "stick.git"
    (tmp_path / "elders/diep").mkdir(parents=True)
    (tmp_path / "groep/link").symlink_to(tmp_path / "elders/diep")
    langs = check_url("link/../stick.git", tmp_path / "groep").map
    assert langs
    assert langs.resolve() == tmp_path / "elders/stick.git"
