"""What went wrong between here and a shared place, in Dutch: from what git and the server say."""

import re
from shlex import quote

from intervisie_cli.git import hardening
from intervisie_cli.git.url import Adres
from intervisie_cli.model.fouten import GitFout
from intervisie_cli.taal.tekst import zonder_stuurtekens

VEILIG = "Wat je vastlegde staat veilig op je computer."
# What one types to try again, where the group has its place; `init` says otherwise.
WEER = "intervisie sync"
LATER = f"{VEILIG} Probeer het later met: {WEER}"

GEEN_PLEK = (
    "Op dat adres is geen gedeelde plek te vinden.",
    "Kijk of het adres klopt, of de stick erin zit. Op een server moet de plek er al zijn.",
)
GEWEIGERD = (
    "Op de gedeelde plek staat iets dat Git niet aanneemt; het is niet overgenomen.",
    (
        "Laat iemand die al in de groep zit typen: intervisie sync --herstel."
        " Er gaat geen tekst verloren."
    ),
)
TE_VEEL = (
    "De gedeelde plek stuurt veel meer dan bij een groep kan horen; er is niets overgenomen.",
    "Kijk of het adres klopt.",
)
BESCHADIGD = (
    "De gedeelde plek is beschadigd.",
    f"Laat iemand die al in de groep zit typen: intervisie doctor. {VEILIG}",
)
_ONVEILIG = r"fsck error|object [0-9a-f]{40,64}: [a-z]+[A-Z]"
# A server that keeps a place from strangers says that it is not there, or asks for a name.
_ONBEKEND = (
    r"returned error: 40[134]|Authentication failed|could not read (Use|Pass)|prompts disabled"
    r"|epository .*not found"
)
_VIEL_WEG = "De verbinding viel weg."
_WEGGEVALLEN = (
    r"early EOF|unexpected disconnect|hung up|RPC failed|reset by peer|Broken pipe"
    r"|closed by remote|index-pack failed|transfer closed|remote end|unexpected end"
    r"|pack-objects died|Operation too slow|fetch-pack|inflate|protocol error|Empty reply"
    r"|unable to access"
)
# The first that matches tells, so what is more precise stands higher. GitPython starts git with
# LC_ALL=C; ssh and servers speak English by themselves.
_REDENEN: tuple[tuple[str, str, str], ...] = (
    (r"REMOTE HOST IDENTIFICATION HAS CHANGED|host key for .* has changed",
     "Deze server is niet meer dezelfde als de vorige keer; er is niets gedeeld.",
     "Vraag de beheerder of dat klopt, voordat je verder gaat."),
    (r"Host key verification failed|No .* host key is known",
     "Je computer kent deze server nog niet.",
     "Maak één keer kennis: ssh {server}, en kijk of de sleutel klopt."),
    ((r"Could not resolve host(name)?|Name or service not known"
     r"|Temporary failure in name resolution"),
     "De server is niet te vinden. Ben je online?", LATER),
    ((r"returned error: 401|Authentication failed|could not read (Use|Pass)|prompts disabled"
     r"|Permission denied \("),
     "De server laat je niet toe: hij weet niet wie je bent.",
     ("Laat git je naam en wachtwoord onthouden (git config --global credential.helper cache)"
     " en typ: git ls-remote {adres}")),
    (r"returned error: 403|Write access .* not granted|access denied|not allowed to push",
     "De server laat je hier niet toe.",
     "Vraag wie de gedeelde plek beheert om je erbij te zetten."),
    (r"not our ref", *BESCHADIGD),
    ((r"returned error: 404|epository .*not found|not appear to be|does not exist|No such file"
     r"|not a git repository"),
     *GEEN_PLEK),
    (r"returned error: 5\d\d|Internal Server Error", "De server heeft een storing.", LATER),
    (r"certificate|SSL|TLS|gnutls",
     "Het certificaat van de server klopt niet; er is niets gedeeld.",
     "Kijk of de klok van je computer goed staat, en of je op een vreemd netwerk zit."),
    (_ONVEILIG, *GEWEIGERD),
    (r"Out of memory|malloc failed|mmap failed|Cannot allocate memory|File too large|signal 25",
     *TE_VEEL),
    (r"No space left|disk quota|[Qq]uota exceeded",
     "De gedeelde plek is vol.", f"Maak daar ruimte. {VEILIG}"),
    (r"signature|signed|verified|ondertekend",
     "De gedeelde plek neemt alleen wat ondertekend is, en intervisie ondertekent niets.",
     f"Vraag wie die beheert om dat voor deze plek uit te zetten. {VEILIG}"),
    (r"declined|protected branch|denyCurrentBranch|is currently checked out|denied by",
     "De gedeelde plek weigerde wat je wilde delen:",
     f"Vraag wie die beheert waarom. {VEILIG}"),
    ((r"insufficient permission|Permission denied|unable to create temporary"
     r"|Read-only file system"),
     "Op de gedeelde plek mag je niet schrijven.",
     f"Kijk of die van jou is en niet alleen-lezen. {VEILIG}"),
    (r"dubious ownership",
     "De gedeelde plek is van een andere gebruiker van deze computer.",
     ("Kies een map die van jou is, of vertrouw haar:"
     " git config --global --add safe.directory MAP")),
    ((r"Failed to connect|Couldn't connect|Connection refused|timed out|unreachable"
     r"|No route to host"),
     "De server is niet te bereiken.", LATER),
    (_WEGGEVALLEN, _VIEL_WEG, LATER),
    ((r"corrupt|bad object|missing (blob|tree|commit)|loose object"
     r"|did not send all necessary objects"),
     *BESCHADIGD),
)  # fmt: skip

# Said of what is on no list of ours.
_ONBEKENDE_FOUT = "Met de gedeelde plek ging iets mis"
# How a line begins that the host wrote, or git, and the colours that some hosts use.
_VAN_DE_HOST = re.compile(
    r"remote: ?(?!(?:Enumerating|Counting|Compressing|Total|Resolving)\b)"
)
_VAN_GIT = re.compile(r"(?:fatal|error|ssh|kex_exchange_identification): ")
_KLEUR = re.compile(r"\x1b\[[0-9;]*m|\x1b\][^\x07]*\x07")
_LANGST = 200
_BOTSING = re.compile(
    r"\[rejected\]|fetch first|non-fast-forward|stale info|cannot lock ref|failed to update ref"
    r"|reference already exists|incorrect old value|failed to lock"
)


class Netwerkfout(GitFout):
    """The shared place could not be reached, or refused.

    *melding* is what was said, for the caller only.
    """

    def __init__(self, melding: str, adres: Adres) -> None:
        bericht, hulp = _verklaar(melding)
        toonbaar = quote(adres.toonbaar)
        hulp = hulp.format(adres=toonbaar, server=quote(adres.server))
        if missed := hardening.missed():
            namen = ", ".join(missed)
            hulp = f"Wat bij jou is ingesteld met {namen}, gebruikt intervisie niet. {hulp}"
        super().__init__(bericht, hulp)
        self.melding = melding
        self.is_folder = adres.map is not None

    @property
    def is_refusal(self) -> bool:
        """Whether the server wants to know who we are, or says that there is nothing."""
        return bool(re.search(_ONBEKEND, self.melding))

    @property
    def is_damage(self) -> bool:
        """Whether something seems to be broken: here, at the place, or for a moment."""
        if self.bericht == BESCHADIGD[0] or self.bericht.startswith(_ONBEKENDE_FOUT):
            return True
        # To a folder there is no line that can be cut.
        return self.is_folder and self.bericht == _VIEL_WEG

    @property
    def is_unsafe(self) -> bool:
        """Whether an object was refused because it is not as git makes them."""
        return bool(re.search(_ONVEILIG, self.melding))


def was_sooner(melding: str) -> bool:
    """Whether a push was refused because somebody else was first."""
    return bool(_BOTSING.search(melding)) and "hook declined" not in melding


def is_locked(melding: str) -> bool:
    """Whether a ref could not move because a lock file of git is in the way."""
    return "File exists" in melding and ".lock" in melding


def _verklaar(melding: str) -> tuple[str, str]:
    for woorden, bericht, hulp in _REDENEN:
        if re.search(woorden, melding):
            return _met_woorden(bericht, melding), hulp
    return _met_woorden(f"{_ONBEKENDE_FOUT}:", melding), LATER


def _met_woorden(bericht: str, melding: str) -> str:
    """What is wrong; where it ends in a colon, with what the host itself said of it."""
    if not bericht.endswith(":"):
        return bericht
    woorden = _eigen_woorden(melding)
    return f"{bericht} {woorden}" if woorden else f"{bericht[:-1]}."


def _eigen_woorden(melding: str) -> str:
    """What the host said, or else git, in one line that is safe to show; '' for nothing."""
    van_de_host: list[str] = []
    van_git: list[str] = []
    for regel in zonder_stuurtekens(_KLEUR.sub("", melding)).splitlines():
        if _VAN_DE_HOST.match(regel):
            van_de_host.append(_VAN_DE_HOST.sub("", regel))
        elif _VAN_GIT.match(regel):
            van_git.append(_VAN_GIT.sub("", regel))
    woorden = " ".join(" ".join(van_de_host or van_git).split())
    # A name in an address can be a key.
    woorden = re.sub(r"://[^/@\s]*@", "://", woorden)
    if len(woorden) > _LANGST:
        woorden = f"{woorden[:_LANGST].rstrip()}…"
    return woorden
