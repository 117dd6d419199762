"""Who git says that we are at a shared place: the user, as they set it up, or nobody."""

import os
import shlex
from collections.abc import Sequence
from typing import NamedTuple

from intervisie_cli.git import hardening

_SSH = "-oBatchMode=yes -oConnectTimeout=15 -oServerAliveInterval=10 -oServerAliveCountMax=2"
# Only OpenSSH knows these options.
_NOT_OPENSSH = ("plink", "putty", "tortoise", "simple")
# Not who we are, but how the web is reached: a certificate to trust, a proxy in between.
_HOW = ("proxy", "sslbackend", "sslcainfo", "sslcapath", "schannelusesslcainfo")

# What the user set for all repositories: names and values, in the order in which git reads them.
Settings = Sequence[tuple[str, str]]


class Access(NamedTuple):
    """What stands before a command of git that goes to a shared place, and its environment."""

    flags: tuple[str, ...]
    env: dict[str, str]


def as_user(settings: Settings, ssh: str) -> Access:
    """Use the helpers and keys that the user set up; *ssh* starts ssh. Git asks nothing itself."""
    # A login for one address has a helper of its own: `gh auth setup-git` writes it so.
    helpers = _flags(settings, "credential", ("helper",))
    asks = os.environ.get("GIT_ASKPASS", _last(settings, "core.askpass"))
    env = {"GIT_SSH_COMMAND": ssh, "GIT_ASKPASS": asks, "SSH_ASKPASS": ""}
    return Access(helpers, env | hardening.of_user())


def as_nobody(settings: Settings, home: str) -> Access:
    """Use nothing that tells who we are; *home* is an empty folder.

    What is written there, such as a netrc, lets one in as well; and a setting may add a header, a
    certificate, or another address.
    """
    env = {
        "HOME": home,
        "USERPROFILE": home,
        "XDG_CONFIG_HOME": home,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_ASKPASS": "",
        "SSH_ASKPASS": "",
    }
    return Access(_flags(settings, "http", _HOW), env)


def ssh_command(settings: Settings) -> str:
    """How ssh is started, for a shell: as the user chose, and without asking anything."""
    chosen = os.environ
    command = chosen.get("GIT_SSH_COMMAND") or _last(settings, "core.sshcommand")
    if not command and chosen.get("GIT_SSH"):
        command = shlex.quote(chosen["GIT_SSH"])
    variant = chosen.get("GIT_SSH_VARIANT") or _last(settings, "ssh.variant") or command
    is_openssh = not any(naam in variant.lower() for naam in _NOT_OPENSSH)
    return f"{command or 'ssh'} {_SSH}" if is_openssh else command


def rewritten(settings: Settings, url: str, *, push: bool = False) -> str:
    """The address that git goes to for *url*.

    Of the beginnings that the user replaces, the longest counts.
    """
    keys = [".pushinsteadof", ".insteadof"]
    if not push:
        del keys[0]
    for key in keys:
        longest, instead = "", ""
        for naam, value in settings:
            if not naam.startswith("url.") or not naam.endswith(key):
                continue
            if url.startswith(value) and len(value) > len(longest):
                longest = value
                instead = naam.removeprefix("url.").removesuffix(key)
        if longest:
            return instead + url.removeprefix(longest)
    return url


def _last(settings: Settings, key: str) -> str:
    """The value that counts, '' for none."""
    values = [value for naam, value in settings if naam == key]
    return values[-1] if values else ""


def _flags(settings: Settings, family: str, keys: Sequence[str]) -> tuple[str, ...]:
    """The settings of a family again, also those for one address, as flags of git."""
    flags: list[str] = []
    for naam, value in settings:
        parts = naam.split(".")
        if parts[0] != family or parts[-1] not in keys:
            continue
        # Git would take all behind the first `=` for the value.
        if "=" not in naam:
            flags.append("-c")
            flags.append(f"{naam}={value}")
    return tuple(flags)
