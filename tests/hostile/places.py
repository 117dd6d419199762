"""Shared places in a folder that were made to start, read or write something with our git."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.config import HOOKS, plant_hooks
from tests.hostile.objects import run_git


@dataclass(frozen=True)
class World:
    """What a hostile place leads to: *witness* gets a line of each program that runs,
    *victim* is a file of the user.

    *other* is another repository of the user, and *secret* an object in it.
    """

    place: Path
    witness: Path
    victim: Path
    other: Path

    def program(self, naam: str, after: str = "exit 0") -> Path:
        """A program that leaves its name."""
        path = self.witness.parent / f"boos-{naam}.sh"
        path.write_text(f"#!/bin/sh\necho {naam} >> {self.witness}\n{after}\n")
        path.chmod(0o755)
        return path

    def config(self, text: str) -> None:
        """Add settings to the place."""
        with (self.place / "config").open("a") as file:
            file.write(text)


Build = Callable[[World], None]


@dataclass(frozen=True)
class Case:
    """*reden* stands in the refusal; '' when the place works as any other,
    because nothing of it is obeyed.
    """

    naam: str
    build: Build
    reden: str = ""

    def __str__(self) -> str:
        return self.naam


def _setting(section: str, key: str, value: str) -> Build:
    return lambda world: world.config(f"[{section}]\n\t{key} = {value}\n")


def _starts(section: str, key: str, after: str = "cat") -> Build:
    return lambda world: world.config(
        f"[{section}]\n\t{key} = {world.program(key, after)}\n"
    )


def _hooks(world: World) -> None:
    bare_hooks = (
        *HOOKS,
        "pre-receive",
        "update",
        "post-receive",
        "post-update",
        "proc-receive",
        "push-to-checkout",
    )
    (world.place / "hooks").mkdir(exist_ok=True)
    for naam in bare_hooks:
        hook = world.place / "hooks" / naam
        hook.write_text(f"#!/bin/sh\necho {naam} >> {world.witness}\n")
        hook.chmod(0o755)
    world.config("[receive]\n\tprocReceiveRefs = refs/heads\n")


def _hooks_elsewhere(world: World) -> None:
    _hooks(world)
    (world.place / "hooks").rename(world.place / "haken")
    world.config(f"[core]\n\thooksPath = {world.place}/haken\n")


def _filters(world: World) -> None:
    (world.place / "info").mkdir(exist_ok=True)
    (world.place / "info/attributes").write_text("* filter=x diff=x merge=x\n")
    for key in ("clean", "smudge", "process"):
        world.config(f'[filter "x"]\n\t{key} = {world.program(key, "cat")}\n')


def _worktree(world: World) -> None:
    """A place that lays what it gets in a folder of the user, by filters of its own."""
    _filters(world)
    world.config(
        f"[core]\n\tworktree = {world.victim.parent}\n"
        f"\tfsmonitor = {world.program('fsmonitor', 'exit 1')}\n"
        "[receive]\n\tdenyCurrentBranch = updateInstead\n"
    )


def _not_bare(world: World) -> None:
    _worktree(world)
    run_git(world.place, "config", "core.bare", "false")


def _ordinary_clone(world: World) -> None:
    """Not the place itself, but the folder of a group with a work tree."""
    aside = world.place.with_name("opzij.git")
    world.place.rename(aside)
    run_git(world.place.parent, "clone", "-q", str(aside), str(world.place))
    plant_hooks(world.place, world.witness)
    run_git(world.place, "config", "receive.denyCurrentBranch", "updateInstead")


def _include(world: World) -> None:
    (world.place / "meer").write_text(
        f"[core]\n\tfsmonitor = {world.program('ingesloten')}\n\thooksPath = hooks\n"
    )
    _hooks(world)
    world.config('[include]\n\tpath = meer\n[includeIf "gitdir:/**"]\n\tpath = meer\n')


def _alternates(world: World) -> None:
    (world.place / "objects/info").mkdir(exist_ok=True)
    (world.place / "objects/info/alternates").write_text(
        f"{world.other}/.git/objects\n"
    )
    world.config(f"[core]\n\talternateRefsCommand = {world.program('alternateRefs')}\n")


def _file(naam: str, text: str) -> Build:
    def build(world: World) -> None:
        path = world.place / naam
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(text.format(other=world.other, victim=world.victim))

    return build


def _link(naam: str, to: str = "{victim}") -> Build:
    """Something in the place that is a link to what the user has."""

    def build(world: World) -> None:
        path = world.place / naam
        if path.is_dir() and not path.is_symlink():
            path.rename(path.with_name(f"{path.name}.was"))
        path.unlink(missing_ok=True)
        path.parent.mkdir(exist_ok=True, parents=True)
        path.symlink_to(
            to.format(victim=world.victim, other=world.other, was=f"{path.name}.was")
        )

    return build


def _pipe(naam: str) -> Build:
    def build(world: World) -> None:
        (world.place / naam).unlink(missing_ok=True)
        os.mkfifo(world.place / naam)

    return build


def _and(*builds: Build) -> Build:
    def build(world: World) -> None:
        for one in builds:
            one(world)

    return build


def _hard_link(world: World) -> None:
    (world.place / "intervisie.slot").unlink(missing_ok=True)
    os.link(world.victim, world.place / "intervisie.slot")


def _hard_log(world: World) -> None:
    (world.place / "logs/refs/heads").mkdir(parents=True)
    os.link(world.victim, world.place / "logs/refs/heads/main")


def _deep(world: World) -> None:
    """Folders in folders, for who looks into each from within the other."""
    folder = world.place / "refs/heads"
    for _ in range(150):
        folder /= "d"
    folder.mkdir(parents=True)


def _huge_slot(world: World) -> None:
    with (world.place / "intervisie.slot").open("wb") as file:
        file.truncate(4 * 1024**3)


def _replaced(world: World) -> None:
    """The newest commit stands for another one, in which a file says something else."""
    tip = run_git(world.place, "rev-parse", "main").decode().strip()
    blob = (
        run_git(
            world.place,
            "hash-object",
            "-w",
            "--stdin",
            stdin=b"schema: 1\nnaam: Gekaapt\n",
        )
        .decode()
        .strip()
    )
    tree = (
        run_git(
            world.place, "mktree", stdin=f"100644 blob {blob}\tgroep.yaml\n".encode()
        )
        .decode()
        .strip()
    )
    other = run_git(world.place, "commit-tree", "-m", "x", tree).decode().strip()
    run_git(world.place, "replace", tip, other)


def _open_to_all(world: World) -> None:
    run_git(world.place, "config", "core.sharedRepository", "0777")


def _a_file(world: World) -> None:
    shutil.rmtree(world.place)
    world.place.write_text("geen map\n")


def _another_thing(world: World) -> None:
    shutil.rmtree(world.place)
    world.place.mkdir()
    (world.place / "vakantie.txt").write_text("foto's\n")


GEWOON = "geen gewoon bestand of gewone map"
GEEN_PLEK = "geen gedeelde plek van een groep"
ELDERS = "wijst naar een andere map"

CASES = (
    Case("hooks", _hooks),
    Case("hooks-elsewhere", _hooks_elsewhere),
    Case("fsmonitor", _starts("core", "fsmonitor", "exit 1")),
    Case("sshcommand", _starts("core", "sshCommand")),
    Case("gitproxy", _starts("core", "gitProxy")),
    Case("pager-editor", _and(_starts("core", "pager"), _starts("core", "editor"))),
    Case("askpass", _starts("core", "askPass")),
    Case("credential-helper", _starts("credential", "helper")),
    Case("gpg", _and(_starts("gpg", "program"), _setting("receive", "certNonceSeed", "x"))),
    Case("pack-objects-hook", _starts("uploadpack", "packObjectsHook", 'exec "$@"')),
    Case("alternate-refs-command", _starts("core", "alternateRefsCommand")),
    Case("external-diff", _starts("diff", "external")),
    Case("filters", _filters),
    Case("worktree-of-the-user", _worktree),
    Case("include", _include),
    Case("gc", _and(_setting("gc", "auto", "1"), _starts("gc", "recentObjectsHook"))),
    Case("no-fsck", _setting("receive", "fsckObjects", "false")),
    Case("open-to-all", _open_to_all),
    Case("replace-refs", _replaced),
    Case("grafts", _file("info/grafts", "x\n")),
    Case("http-alternates", _file("objects/info/http-alternates", "{other}/.git/objects\n")),
    Case("head-outside", _file("HEAD", "ref: refs/heads/../../../x\n")),
    Case("head-option", _file("HEAD", "ref: --output={victim}\n")),
    Case("slot-hard-link", _hard_link),
    Case("slot-huge", _huge_slot),
    Case("not-bare", _not_bare, GEEN_PLEK),
    Case("ordinary-clone", _ordinary_clone, GEEN_PLEK),
    Case("another-thing", _another_thing, GEEN_PLEK),
    Case("a-file", _a_file, "geen gedeelde plek te vinden"),
    Case("alternates", _alternates, ELDERS),
    Case("alternates-link", _link("objects/info/alternates"), ELDERS),
    Case("commondir", _file("commondir", "{other}/.git\n"), ELDERS),
    Case("shallow", _file("shallow", "x\n"), ELDERS),
    Case(
        "reftable",
        _and(
            _file("reftable/tables.list", "x\n"),
            _setting("extensions", "refStorage", "reftable"),
        ),
        "intervisie kent de vorm niet",
    ),
    Case(
        "partial-clone", _setting("extensions", "partialClone", "origin"),
        "intervisie kent de vorm niet",
    ),
    Case("config-garbage", _file("config", "[[[\n"), "instellingen zijn niet te lezen"),
    Case("config-empty", _file("config", ""), GEEN_PLEK),
    Case("config-link", _link("config"), "instellingen zijn geen gewoon bestand"),
    Case("config-pipe", _pipe("config"), "instellingen zijn geen gewoon bestand"),
    Case("head-link", _link("HEAD"), GEWOON),
    Case("head-pipe", _pipe("HEAD"), GEWOON),
    Case("packed-refs-link", _link("packed-refs"), GEWOON),
    Case("objects-link", _link("objects", "{was}"), GEWOON),
    Case("objects-elsewhere", _link("objects", "{other}/.git/objects"), GEWOON),
    Case("objects-folder-link", _link("objects/ab", "{other}"), GEWOON),
    Case("pack-link", _link("objects/pack", "{other}"), GEWOON),
    Case("refs-link", _link("refs", "{was}"), GEWOON),
    Case("branches-link", _link("refs/heads", "{other}"), GEWOON),
    Case("branch-link", _link("refs/heads/main"), GEWOON),
    Case("branch-lock-link", _link("refs/heads/main.lock"), GEWOON),
    Case(
        "logs-link", _and(_setting("core", "logAllRefUpdates", "true"), _link("logs", "{other}")),
        GEWOON,
    ),
    Case(
        "log-link",
        _and(_setting("core", "logAllRefUpdates", "true"), _link("logs/refs/heads/main")), GEWOON,
    ),
    Case(
        "logs-file", _and(_setting("core", "logAllRefUpdates", "true"), _file("logs", "x")), GEWOON,
    ),
    Case("log-hard-link", _and(_setting("core", "logAllRefUpdates", "true"), _hard_log), GEWOON),
    Case("object-link", _link("objects/ab/" + "1" * 38), GEWOON),
    Case("pack-file-link", _link("objects/pack/pack-x.pack", "{other}/.git/objects"), GEWOON),
    Case("deep", _deep, GEWOON),
    Case("info-link", _link("info", "{other}"), GEWOON),
    Case("slot-link", _link("intervisie.slot"), GEWOON),
    Case("slot-full", _link("intervisie.slot", "/dev/full"), GEWOON),
    Case("slot-nowhere", _link("intervisie.slot", "{other}/nieuw"), GEWOON),
    Case("slot-pipe", _pipe("intervisie.slot"), GEWOON),
)  # fmt: skip
