"""Local settings and hooks of a repository that make plain git start a program of somebody else."""

import re
from pathlib import Path

HOOKS = (
    "pre-commit",
    "prepare-commit-msg",
    "commit-msg",
    "post-commit",
    "post-checkout",
    "post-merge",
    "pre-push",
    "pre-rebase",
    "post-rewrite",
    "reference-transaction",
    "post-index-change",
    "fsmonitor-watchman",
)
"""The hooks that are planted; the last one runs only where core.fsmonitor names it."""

ATTRIBUTES = """*.md filter=x diff=x merge=x
sessie.yaml filter=proces
groep.yaml filter=ingesloten
README.md filter=voorwaarde
.gitattributes filter=werkboom
"""
"""What .gitattributes of the work tree and .git/info/attributes get:
each filter of a key is on the way of a file.
"""

ONE_BY_ONE: tuple[tuple[str, str], ...] = (
    ("core.fsmonitor", "{program}"),
    ("core.hooksPath", "{folder}/hooks"),
    ("core.sshCommand", "{program}"),
    ("core.gitProxy", "{program}"),
    ("core.pager", "{program}"),
    ("pager.log", "{program}"),
    ("core.editor", "{program}"),
    ("sequence.editor", "{program}"),
    ("core.askPass", "{program}"),
    ("core.attributesFile", "{folder}/attributes"),
    ("core.alternateRefsCommand", "{program}"),
    ("filter.x.clean", "{program}"),
    ("filter.x.smudge", "{program}"),
    ("filter.proces.process", "{program}"),
    ("diff.external", "{program}"),
    ("diff.x.command", "{program}"),
    ("diff.x.textconv", "{program}"),
    ("merge.x.driver", "{program} %O %A %B"),
    ("merge.default", "standaard"),
    ("interactive.diffFilter", "{program}"),
    ("gpg.program", "{program}"),
    ("gpg.ssh.program", "{program}"),
    ("gpg.ssh.defaultKeyCommand", "{program}"),
    ("credential.helper", "{program}"),
    ("credential.https://voorbeeld.invalid.helper", "!{program}"),
    ("remote.origin.uploadpack", "{program}"),
    ("remote.origin.receivepack", "{program}"),
    ("remote.origin.vcs", "ext"),
    ("url.ext::{program} .insteadOf", "https://"),
    ("include.path", "{folder}/ingesloten"),
    ("includeIf.gitdir:/**.path", "{folder}/voorwaarde"),
    ("extensions.worktreeConfig", "true"),
    ("alias.st", "!{program}"),
    ("tar.kwaad.command", "{program}"),
    ("trailer.x.command", "{program}"),
)
"""Keys that start a program, with values: {program} names its key to the witness in {folder}."""

INERT: tuple[tuple[str, str], ...] = (
    ("alias.status", "!{program}"),
    ("uploadpack.packObjectsHook", "{program}"),
)
"""Keys that look as bad, but that git does not obey from a local file:
an alias of its own command, and this hook.
"""

_COMPANIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "core.attributesFile": (("filter.attributen.clean", "{program}"),),
    "merge.default": (("merge.standaard.driver", "{program}"),),
    "gpg.program": (("commit.gpgSign", "true"),),
    "gpg.ssh.program": (
        ("commit.gpgSign", "true"),
        ("gpg.format", "ssh"),
        ("user.signingKey", "{folder}/sleutel"),
    ),
    "gpg.ssh.defaultKeyCommand": (("commit.gpgSign", "true"), ("gpg.format", "ssh")),
    "remote.origin.vcs": (
        ("protocol.ext.allow", "always"),
        ("url.{program} .insteadOf", ""),
    ),
    "url.ext::{program} .insteadOf": (("protocol.ext.allow", "always"),),
    "trailer.x.command": (("trailer.x.key", "Kwaad"),),
}
"""What a key needs beside it before it does anything."""

_SHADOWS = ("remote.origin.vcs", "gpg.ssh.program", "gpg.ssh.defaultKeyCommand")
"""Keys that keep others from running, so that they are only planted one by one."""

_SIGN = (
    "cat >/dev/null; printf '\\n[GNUPG:] SIG_CREATED D\\n' >&2; echo 'een handtekening'"
)
_NO_CAPABILITIES = (
    "printf '0016git-filter-server\\n000eversion=2\\n00000000'; cat >/dev/null"
)
_AFTER = {
    "core.fsmonitor": "exit 1",
    "core.pager": "cat",
    "pager.log": "cat",
    "core.attributesFile": "cat",
    "filter.x.clean": "cat",
    "filter.x.smudge": "cat",
    "filter.proces.process": _NO_CAPABILITIES,
    "diff.x.textconv": 'cat "$1"',
    "interactive.diffFilter": "cat",
    "gpg.program": _SIGN,
    "include.path": "cat",
    "includeIf.gitdir:/**.path": "cat",
    "extensions.worktreeConfig": "cat",
    "remote.origin.uploadpack": 'exec git-upload-pack "$@"',
    "remote.origin.receivepack": 'exec git-receive-pack "$@"',
    "tar.kwaad.command": "cat",
}
"""What the program of a key does after it left its name, where git would stop without it."""

_ROUTED = ("filter.", "diff.x.", "merge.x.", "include", "extensions.")
"""Keys that work by way of attributes."""


def plant(repo: Path, witness: Path) -> list[str]:
    """Write all keys, INERT too, but for those that hide others, and all hooks;
    gives the keys as they are spelled.

    `git config --list` gives the first and the last part of a key in lower case. A program of a key
    appends the key to *witness* as ONE_BY_ONE has it, a hook its name.
    The path of *repo* may not hold a space.
    """
    keys = [
        key
        for name, value in (*ONE_BY_ONE, *INERT)
        if name not in _SHADOWS
        for key in _plant_key(repo, witness, name, value)
    ]
    plant_hooks(repo, witness)
    _append(repo / ".gitattributes", ATTRIBUTES)
    _append(repo / ".git/info/attributes", ATTRIBUTES)
    return keys


def plant_one(repo: Path, witness: Path, key: str) -> list[str]:
    """Write one key of ONE_BY_ONE or INERT, and what it needs to work;
    gives the keys as they are spelled.
    """
    keys = _plant_key(repo, witness, key, dict(ONE_BY_ONE + INERT)[key])
    if key.startswith(_ROUTED):
        _append(repo / ".git/info/attributes", ATTRIBUTES)
    return keys


def plant_hooks(repo: Path, witness: Path) -> None:
    """Put every hook of HOOKS in .git/hooks; each appends its name to *witness*."""
    for name in HOOKS:
        _program(repo / ".git/hooks" / name, name, witness, "exit 0")


def _plant_key(repo: Path, witness: Path, key: str, value: str) -> list[str]:
    folder = repo / ".git/kwaad"
    program = folder / re.sub(r"\W+", "-", key)
    _program(program, key, witness, _AFTER.get(key, "exit 0"))
    _files_of(key, folder, program, witness)
    pairs = [
        (
            name.format(program=program, folder=folder),
            text.format(program=program, folder=folder),
        )
        for name, text in ((key, value), *_COMPANIONS.get(key, ()))
    ]
    _append(repo / ".git/config", "".join(_setting(*pair) for pair in pairs))
    return [name for name, _ in pairs]


def _files_of(key: str, folder: Path, program: Path, witness: Path) -> None:
    """Write the files that the value of *key* names."""
    match key:
        case "core.hooksPath":
            for name in HOOKS:
                own = folder.parent / "hooks" / name
                _program(
                    folder / "hooks" / name,
                    key,
                    witness,
                    f'[ ! -x {own} ] || exec {own} "$@"',
                )
        case "core.attributesFile":
            (folder / "attributes").write_text("* filter=attributen\n")
        case "gpg.ssh.program":
            (folder / "sleutel").write_text("sleutel\n")
        case "include.path":
            (folder / "ingesloten").write_text(
                _setting("filter.ingesloten.clean", str(program))
            )
        case "includeIf.gitdir:/**.path":
            (folder / "voorwaarde").write_text(
                _setting("filter.voorwaarde.clean", str(program))
            )
        case "extensions.worktreeConfig":
            _append(
                folder.parent / "config.worktree",
                _setting("filter.werkboom.clean", str(program)),
            )
        case "core.alternateRefsCommand":
            for name in ("objects", "refs"):
                (folder / "ander" / name).mkdir(parents=True)
            _append(
                folder.parent / "objects/info/alternates", f"{folder}/ander/objects\n"
            )


def _program(path: Path, name: str, witness: Path, after: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\nprintf '%s\\n' '{name}' >>'{witness}'\n{after}\n")
    path.chmod(0o755)


def _setting(key: str, value: str) -> str:
    """A setting as a config file spells it."""
    section, _, rest = key.partition(".")
    subsection, _, name = rest.rpartition(".")
    head = f'[{section} "{subsection}"]' if subsection else f"[{section}]"
    return f'{head}\n\t{name} = "{value}"\n'


def _append(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        file.write(text)
