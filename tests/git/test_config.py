"""Which settings in the folder of a group are let pass: those with which git starts nothing."""

from pathlib import Path

import pytest

from intervisie_cli.git import config
from tests.hostile.config import ONE_BY_ONE
from tests.lab import Templates, git, intervisie, must

# What programs write there by themselves, or people as they were told by a page.
ALLEDAAGS = (
    # editors
    ("branch.main.vscode-merge-base", "origin/main"),
    ("branch.main.github-pr-owner-number", "klas#groep#12"),
    ("branch.main.gk-merge-base", "origin/main"),
    ("branch.main.gk-last-accessed", "2026-11-23T10:00:00.000Z"),
    ("branch.main.gk-disposition", "starred"),
    ("gui.wmstate", "normal"),
    ("gui.geometry", "887x427+0+0 171 192"),
    ("gui.recentrepo", "/home/kim/groep"),
    ("gitg.mainline", "refs/heads/main"),
    ("gitkraken.autofetch", "true"),
    ("fork.selected", "main"),
    ("cola.spellcheck", "false"),
    ("magit.hideCampaign", "true"),
    ("forge.graphqlItemLimit", "50"),
    ("tig.line-graphics", "ascii"),
    ("tgit.icon", "doc/icon.ico"),
    ("bugtraq.url", "https://voorbeeld.invalid/%BUGID%"),
    ("smartgit.branch", "main"),
    ("jetbrains.review", "uit"),
    # hosts and helpers
    ("remote.origin.gh-resolved", "base"),
    ("remote.origin.glab-resolved", "base"),
    ("hub.protocol", "ssh"),
    ("github.user", "kim"),
    ("gitlab.user", "kim"),
    ("gitreview.username", "kim"),
    ("codespaces.theme", "uit"),
    ("lfs.repositoryformatversion", "0"),
    ("lfs.https://voorbeeld.invalid/groep.git/info/lfs.access", "basic"),
    ("annex.uuid", "0e1b2d3c"),
    ("gitflow.branch.master", "main"),
    ("gitflow.prefix.feature", "feature/"),
    ("git-p4.client", "kim"),
    ("svn.authorsfile", "namen.txt"),
    ("stgit.namelength", "60"),
    ("graphite.trunk", "main"),
    ("branchless.core.mainBranch", "main"),
    ("secrets.patterns", "sleutel"),
    # shells
    ("oh-my-zsh.hide-status", "1"),
    ("oh-my-zsh.hide-dirty", "1"),
    ("bash.showDirtyState", "false"),
    ("bash.showUntrackedFiles", "false"),
    ("powerline.ignore", "true"),
    # what people set
    ("alias.co", "checkout"),
    ("alias.lg", "log --graph"),
    ("merge.tool", "meld"),
    ("mergetool.keepBackup", "false"),
    ("mergetool.meld.trustExitCode", "true"),
    ("diff.tool", "meld"),
    ("diff.colorMoved", "zebra"),
    ("difftool.prompt", "false"),
    ("remote.pushDefault", "origin"),
    ("remote.origin.skipFetchAll", "true"),
    ("branch.main.pushRemote", "origin"),
    ("branch.main.mergeOptions", "--no-ff"),
    ("branch.sort", "-committerdate"),
    ("core.sharedRepository", "group"),
    ("core.whitespace", "cr-at-eol"),
    ("core.commentChar", ";"),
    ("core.bigFileThreshold", "10m"),
    ("receive.denyNonFastForwards", "true"),
    ("commit.verbose", "true"),
    ("fetch.parallel", "0"),
    ("feature.manyFiles", "true"),
    ("i18n.commitEncoding", "utf-8"),
    ("checkout.defaultRemote", "origin"),
    ("stash.showPatch", "true"),
    ("blame.date", "short"),
    ("pretty.kort", "format:%h"),
)


@pytest.fixture
def groep(templates: Templates, tmp_path: Path) -> Path:
    return templates.copy("een", tmp_path / "groep")


def test_what_everyday_programs_write_is_let_pass(groep: Path, tmp_path: Path):
    for key, value in ALLEDAAGS:
        git(groep, "config", "--local", key, value)
    for argv in (
        ("init", "--remote", str(tmp_path / "stick.git"), str(groep)),
        ("new", "--kort", "--thema", "week 2", "--datum", "2026-11-30", "-n"),
        ("undo",),
        ("sync",),
    ):
        outcome = intervisie(groep, *argv)
        assert "vertrouw" not in outcome.err + outcome.out, outcome
        assert outcome.code != 5, outcome
    assert "vertrouw" not in intervisie(groep, "doctor").out


@pytest.mark.parametrize(("key", "value"), ALLEDAAGS)
def test_each_is_let_pass(key: str, value: str):
    section, _, name = key.partition(".")
    middle, dot, last = name.rpartition(".")
    listed = f"{section.lower()}.{middle}{dot}{last.lower()}\n{value}\0".encode()
    assert config.strange(listed, frozenset()) == {}


def test_what_starts_a_program_is_not():
    for key, _ in ONE_BY_ONE:
        if not key.startswith(("alias.", "extensions.worktree")):
            listed = f"{key.lower()}\nx\0".encode()
            assert list(config.strange(listed, frozenset())) == [key.lower()], key


@pytest.mark.parametrize("key", ["haak.x.command", "nieuw.program", "Nieuw.Program"])
def test_what_a_newer_git_knows_is_strange_to_it_alone(key: str):
    listed = f"{key}\n/bin/sh\0".encode()
    assert config.names_other_sections(listed)
    assert config.strange(listed, frozenset()) == {}
    assert list(config.strange(listed, {"haak", "nieuw"})) == [key]


def test_our_own_commands_leave_what_is_trusted_trusted(groep: Path, tmp_path: Path):
    git(groep, "config", "core.pager", "less")
    must(groep, "vertrouw")
    must(groep, "init", "--remote", str(tmp_path / "stick.git"), str(groep))
    must(groep, "sync")
    git(groep, "config", "branch.main.vscode-merge-base", "origin/main")
    must(groep, "sync")
    git(groep, "config", "core.editor", "ed")
    outcome = intervisie(groep, "sync")
    assert outcome.code == 5
    assert "core.editor" in outcome.err
    assert "core.pager" not in outcome.err


@pytest.mark.parametrize("value", ["group", "all", "0660"])
def test_a_group_is_made_where_all_repositories_are_shared(tmp_path: Path, value: str):
    settings = tmp_path / "gitconfig"
    settings.write_text(
        f"[user]\n\tname = Kim\n\temail = kim@voorbeeld.invalid\n"
        f"[core]\n\tsharedRepository = {value}\n"
    )
    env = {"GIT_CONFIG_GLOBAL": str(settings)}
    groep, plek = tmp_path / "groep", tmp_path / "stick.git"
    must(tmp_path, "init", str(groep), "--naam", "x", "--leden", "kim,tim", env=env)
    must(groep, "init", "--remote", str(plek), str(groep), env=env)
    must(groep, "sync", env=env)
