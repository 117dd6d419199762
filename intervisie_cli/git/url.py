"""Which addresses a shared place may have. Pure, but for looking whether a path is there."""

import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from intervisie_cli import system
from intervisie_cli.model.fouten import VerkeerdGebruik

_CONTROL = re.compile(r"[\x00-\x20\x7f-\x9f]")
_HOST = r"[A-Za-z0-9\[][A-Za-z0-9.:\[\]_-]*"
_SCP = re.compile(
    r"(?:[A-Za-z0-9][A-Za-z0-9._-]*@)?[A-Za-z0-9][A-Za-z0-9._-]+:(?!:)[^-:][^\n]*"
)
_URL = re.compile(rf"(https?|ssh)://(?:([^/@]*)@)?({_HOST})(/[^\n]*)?")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
VOORBEELD = (
    "Bijvoorbeeld: https://server/groep.git, ssh://naam@server/groep.git,"
    " of een map: /media/stick/groep.git"
)


class Adres(NamedTuple):
    """A checked address; *map* is the folder of this computer that it names, None for elsewhere."""

    url: str
    map: Path | None = None

    @property
    def soort(self) -> str:
        """How git reaches it: the one protocol that it may use for it."""
        if self.map:
            return "file"
        match = _URL.fullmatch(self.url)
        return match[1] if match else "ssh"

    @property
    def is_https(self) -> bool:
        """Whether anyone on the internet could try to read it."""
        return self.url.startswith("https:")

    @property
    def toonbaar(self) -> str:
        """The address for the terminal: a user name in one of the web can be a key."""
        return re.sub(r"^(https?://)[^/@]*@", r"\1", self.url)


def check_url(getypt: str) -> Adres:
    """Give the address that *getypt* names. Raises VerkeerdGebruik, which never repeats it."""
    tekst = getypt.strip()
    # Before `::` git reads the name of a program that it starts.
    names_program = "::" in tekst.split("/")[0]
    if not tekst or tekst.startswith("-") or names_program:
        raise VerkeerdGebruik("Dit adres kan niet.", VOORBEELD)
    if any(map(_is_control, tekst)):
        raise VerkeerdGebruik("Dit adres kan niet.", VOORBEELD)
    if tekst.startswith("file://"):
        return _map(Path(tekst.removeprefix("file://")))
    if match := _URL.fullmatch(tekst):
        _check_parts(tekst, match)
        return Adres(tekst)
    if "://" in tekst:
        raise VerkeerdGebruik("Dit soort adres kan niet.", VOORBEELD)
    pad = system.typed_path(tekst)
    # `server:groep` could be a file here too, and `C:\groep` is a drive of Windows.
    is_drive = re.match(r"[A-Za-z]:[\\/]", tekst)
    if _SCP.fullmatch(tekst) and not is_drive and not pad.exists():
        return Adres(tekst)
    return _map(pad)


def _check_parts(url: str, match: re.Match[str]) -> None:
    soort, host = match[1], match[3]
    wie = match[2] or ""
    if ":" in wie:
        raise VerkeerdGebruik(
            "In dit adres staat een wachtwoord;"
            " dat zou in de instellingen van de map blijven staan.",
            "Laat het weg, en laat git het onthouden: git config --global credential.helper cache",
        )
    # ssh takes a host or a name that begins so for an option of its own.
    if host.startswith("-") or wie.startswith("-") or not _is_host(url):
        raise VerkeerdGebruik("Dit adres kan niet.", VOORBEELD)
    if soort == "http" and urlsplit(url).hostname not in _LOOPBACK:
        raise VerkeerdGebruik(
            "Over http kan iedereen onderweg meelezen.", "Gebruik https:// of ssh://."
        )


def _map(pad: Path) -> Adres:
    if not pad.is_absolute():
        pad = Path.cwd() / pad
    return Adres(str(pad), pad)


def _is_host(url: str) -> bool:
    try:
        deel = urlsplit(url)
        return bool(deel.hostname) and (deel.port is None or deel.port > 0)
    except ValueError:
        return False


def _is_control(char: str) -> bool:
    return bool(_CONTROL.match(char)) and char != " "
