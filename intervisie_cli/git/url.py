"""Which addresses a shared place may have. Pure, but for looking whether a path is there."""

import errno
import os
import re
import sys
from pathlib import Path
from shlex import quote
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from intervisie_cli import system
from intervisie_cli.model.fouten import VerkeerdGebruik

_CONTROL = re.compile(r"[\x00-\x20\x7f-\x9f]")
_HOST = r"[A-Za-z0-9\[][A-Za-z0-9.:\[\]_-]*"
_SCP = re.compile(
    r"(?:[A-Za-z0-9][A-Za-z0-9._-]*@)?[A-Za-z0-9][A-Za-z0-9._-]+:(?!:)[^-:][^\n]*"
)
_URL = re.compile(rf"(https?|ssh)://(?:([^/@]*)@)?({_HOST})(/[^\n]*)?")
# What people type when they mean a server, without what makes git see that.
_ALMOST_URL = re.compile(r"(https?|ssh|git)(?::/?|//|/)([^/:].*)")
_ALMOST_HOST = re.compile(
    r"(?:(?P<wie>[A-Za-z0-9._-]+)@)?"
    r"(?P<host>(?:[A-Za-z0-9-]+\.)+(?!git[/:])[A-Za-z]{2,}|localhost)(?::\d+)?/(?P<pad>.+)"
)
_ALMOST_SCP = re.compile(
    r"(?P<wie>[A-Za-z0-9._-]+)@(?P<host>[A-Za-z0-9.-]+)/(?P<pad>.+)"
)
_OF_WINDOWS = re.compile(r"[A-Za-z]:[\\/]|\\\\")
_WACHTWOORD = (
    "In dit adres staat een wachtwoord; dat zou in de instellingen van de map blijven staan.",
    "Laat het weg, en laat git het onthouden: git config --global credential.helper cache",
)
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
    def server(self) -> str:
        """Where ssh is told to go: a host, perhaps with a user before it; '' for a folder."""
        if self.map:
            return ""
        if match := _URL.fullmatch(self.url):
            return f"{match[2]}@{match[3]}" if match[2] else match[3]
        return self.url.partition(":")[0]

    @property
    def is_https(self) -> bool:
        """Whether anyone on the internet could try to read it."""
        return self.url.startswith("https:")

    @property
    def te_typen(self) -> str:
        """The same as a shell takes it."""
        return quote(self.toonbaar)

    @property
    def toonbaar(self) -> str:
        """The address for the terminal: a user name in one of the web can be a key."""
        return re.sub(r"^(https?://)[^/@]*@", r"\1", self.url)


def check_url(getypt: str, hier: Path | None = None) -> Adres:
    """Give the address that *getypt* names; a folder is one from *hier*, else from where we stand.

    Raises VerkeerdGebruik, which repeats no part that could be a password.
    """
    tekst = getypt.strip()
    # Before `::` git reads the name of a program that it starts.
    names_program = "::" in tekst.split("/")[0]
    if not tekst or tekst.startswith("-") or names_program:
        raise VerkeerdGebruik("Dit adres kan niet.", VOORBEELD)
    if any(map(_is_control, tekst)):
        raise VerkeerdGebruik("Dit adres kan niet.", VOORBEELD)
    hier = hier or Path.cwd()
    if tekst.startswith("file:"):
        return _of_file(tekst)
    if match := _URL.fullmatch(tekst):
        _check_parts(tekst, match)
        return Adres(tekst)
    if "://" in tekst:
        raise VerkeerdGebruik("Dit soort adres kan niet.", VOORBEELD)
    pad = _folder(hier / system.typed_path(tekst))
    # `server:groep` could be a file here too, and `C:\groep` is a drive of Windows.
    is_of_windows = _OF_WINDOWS.match(tekst) is not None
    if not pad.exists():
        if re.match(r"(?!(?:https?|ssh|git):)[^/@]*:[^/@]+@", tekst):
            raise VerkeerdGebruik(*_WACHTWOORD)
        _check_meant(tekst, is_of_windows=is_of_windows)
        if _SCP.fullmatch(tekst) and not is_of_windows:
            return Adres(tekst)
    return Adres(str(pad), pad)


def _folder(pad: Path) -> Path:
    """The folder, told without the way up when that leads there too. Raises VerkeerdGebruik."""
    try:
        os.lstat(pad)
    except (OSError, ValueError) as error:
        # That it is not there, or may not be looked at, is told of by who uses it.
        if isinstance(error, ValueError) or error.errno == errno.ENAMETOOLONG:
            raise VerkeerdGebruik("Dit adres kan niet.", VOORBEELD) from None
    korter = Path(os.path.normpath(pad))
    # Behind a link the way up can lead elsewhere.
    return korter if korter.resolve() == pad.resolve() else pad


def _of_file(url: str) -> Adres:
    """The folder of a file address, which git writes with %20 for a space."""
    pad = unquote(url.removeprefix("file:")).removeprefix("//")
    pad = pad.removeprefix("localhost") if pad.startswith("localhost/") else pad
    if sys.platform == "win32":
        pad = pad.removeprefix("/")
    folder = _folder(Path(pad))
    if not folder.is_absolute() or _CONTROL.search(pad.replace(" ", "")):
        raise VerkeerdGebruik("Dit adres kan niet.", VOORBEELD)
    return Adres(str(folder), folder)


def _check_meant(tekst: str, *, is_of_windows: bool) -> None:
    """Raise VerkeerdGebruik for what somebody means otherwise than git takes it."""
    if is_of_windows and sys.platform != "win32":
        raise VerkeerdGebruik(
            "Dit is een map van Windows, en die heet op deze computer anders.",
            "Typ hoe de map hier heet, bijvoorbeeld: /mnt/d/groep.git",
        )
    if almost := _ALMOST_URL.fullmatch(tekst):
        soort = "ssh" if almost[1] == "ssh" else "https"
        bedoeld = f"{soort}://{almost[2].lstrip('/')}"
    elif almost := _ALMOST_HOST.fullmatch(tekst) or _ALMOST_SCP.fullmatch(tekst):
        bedoeld = f"https://{almost[0]}"
        if almost["wie"]:
            bedoeld = f"{almost['wie']}@{almost['host']}:{almost['pad']}"
    else:
        return
    if not _URL.fullmatch(bedoeld) and not _SCP.fullmatch(bedoeld):
        raise VerkeerdGebruik("Dit adres kan niet.", VOORBEELD)
    toonbaar = Adres(bedoeld).toonbaar
    raise VerkeerdGebruik(
        "Bedoel je een server, of een map op deze computer?",
        f"Een server: typ {toonbaar}. Een map: begin met ./ of met het hele pad.",
    )


def _check_parts(url: str, match: re.Match[str]) -> None:
    soort, host = match[1], match[3]
    wie = match[2] or ""
    if ":" in wie:
        raise VerkeerdGebruik(*_WACHTWOORD)
    # ssh takes a host or a name that begins so for an option of its own.
    if host.startswith("-") or wie.startswith("-") or not _is_host(url):
        raise VerkeerdGebruik("Dit adres kan niet.", VOORBEELD)
    if soort == "http" and urlsplit(url).hostname not in _LOOPBACK:
        raise VerkeerdGebruik(
            "Over http kan iedereen onderweg meelezen.", "Gebruik https:// of ssh://."
        )


def _is_host(url: str) -> bool:
    try:
        deel = urlsplit(url)
        return bool(deel.hostname) and (deel.port is None or deel.port > 0)
    except ValueError:
        return False


def _is_control(char: str) -> bool:
    return bool(_CONTROL.match(char)) and char != " "
