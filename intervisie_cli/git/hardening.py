"""What keeps a repository's own configuration, and the environment, from leading git elsewhere.

What plain git does with each of these settings: tests/hostile/config.py.
"""

import os

# The user chose these for all repositories, so they stay. All other variables of git go: they lead
# it to another repository, or start a program. Those of a way to a shared place are used there
# only: here git goes nowhere (`protocol.allow`).
_KEEP = frozenset(
    f"GIT_{name}"
    for name in (
        "AUTHOR_NAME", "AUTHOR_EMAIL", "COMMITTER_NAME", "COMMITTER_EMAIL",
        "CONFIG_GLOBAL", "CONFIG_SYSTEM", "CONFIG_NOSYSTEM", "EXEC_PATH",
        "SSH", "SSH_COMMAND", "SSH_VARIANT", "ASKPASS",
        "SSL_CAINFO", "SSL_CAPATH", "SSL_VERSION", "PROXY_SSL_CAINFO",
    )
)  # fmt: skip

# These tell how a shared place is reached as well, but less safely than we go there.
_MISSED = ("CONFIG_COUNT", "CONFIG_PARAMETERS", "PROXY_COMMAND", "SSL_NO_VERIFY")
# These tell who the user is. Git has no value for 'nobody', so only who goes as the user gets them.
_WHO = ("GIT_SSL_CERT", "GIT_SSL_KEY")
_left_out: dict[str, str] = {}

# Git asks this command for the refs of a repository whose objects are borrowed. By default it would
# look there itself, and do what that one's settings say; this command looks nowhere.
NO_REFS = "git check-ref-format"

_SETTINGS = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    # The commit graph says what is the parent of what, and can say it wrongly.
    "core.commitGraph=false",
    "core.editor=false",
    "core.askPass=",
    "core.attributesFile=/dev/null",
    "commit.gpgsign=false",
    "gc.auto=0",
    "maintenance.auto=false",
    "fetch.recurseSubmodules=no",
    "submodule.recurse=false",
    "protocol.allow=never",
    # What a repository says of one protocol would go before what we say of all.
    *(
        f"protocol.{soort}.allow=never"
        for soort in ("file", "git", "http", "https", "ssh")
    ),
    "protocol.ext.allow=never",
    f"core.alternateRefsCommand={NO_REFS}",
    # Git's own default takes any object that it can read, and others then refuse our history.
    "transfer.fsckObjects=true",
    "fetch.fsckObjects=true",
    "transfer.credentialsInUrl=die",
    "transfer.bundleURI=false",
    "core.symlinks=false",
    "core.protectHFS=true",
    "core.protectNTFS=true",
    "core.quotePath=true",
    "safe.bareRepository=explicit",
    # Shorter than `listening.STILTE_S`, so that git itself says what happened.
    "http.lowSpeedLimit=100",
    "http.lowSpeedTime=16",
    "http.followRedirects=initial",
    # Objects and refs must be durable by the time that we say so. The index is 10 MB in a large
    # group, and git can make it anew: it is left to what git does by itself.
    "core.fsync=all,-index",
    # An empty value drops the helpers of the repository; `run_remote` adds those of the user again.
    "credential.helper=",
    "user.useConfigOnly=true",
)
FLAGS = (
    "--no-pager", "--literal-pathspecs", "--no-optional-locks",
    *(part for setting in _SETTINGS for part in ("-c", setting)),
)  # fmt: skip
"""What stands between `git` and its command."""

# LAZY_FETCH: git would fetch an object that is missing with a program that the folder names for it;
# git 2.45 and later can be told not to. DEFAULT_REF_FORMAT: what we make is in the form that
# `place` and `Repository` read without asking git.
ENVIRONMENT = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_DEFAULT_REF_FORMAT": "files",
}


def foreign() -> list[str]:
    """The variables of the environment that git would look at, and may not."""
    return [
        name for name in os.environ if name.startswith("GIT_") and name not in _KEEP
    ]


def leave_out() -> None:
    """Take out of the environment what git may not look at, once and for all."""
    for name in foreign():
        _left_out[name] = os.environ.pop(name)


def of_user() -> dict[str, str]:
    """The variables that tell a shared place who the user is."""
    return {name: _left_out[name] for name in _WHO if name in _left_out}


def missed() -> list[str]:
    """What was left out, and tells how a shared place is reached."""
    return sorted(_left_out.keys() & {f"GIT_{name}" for name in _MISSED})
