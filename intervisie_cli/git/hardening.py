"""What keeps a repository's own configuration, and the environment, from making git do anything else.

Why each stands here: docs/besluiten/0003.
"""

import os

# What the user chooses for all repositories stays; what points git at another one goes.
_KEEP = frozenset(
    f"GIT_{name}"
    for name in (
        "AUTHOR_NAME", "AUTHOR_EMAIL", "COMMITTER_NAME", "COMMITTER_EMAIL",
        "CONFIG_GLOBAL", "CONFIG_SYSTEM", "CONFIG_NOSYSTEM", "EXEC_PATH",
    )
)  # fmt: skip

# Asked for the refs of a repository whose objects are borrowed. By default git would look there, as that says; this is
# a git that says nothing and looks nowhere.
NO_REFS = "git check-ref-format"

_SETTINGS = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "core.commitGraph=false",  # a file that says what is the parent of what, and can say it wrongly
    "core.editor=false",
    "core.askPass=",
    "core.attributesFile=/dev/null",
    "commit.gpgsign=false",
    "gc.auto=0",
    "maintenance.auto=false",
    "fetch.recurseSubmodules=no",
    "submodule.recurse=false",
    "protocol.allow=never",
    # A repository's own word on one protocol would go before what is said of all.
    *(f"protocol.{soort}.allow=never" for soort in ("file", "git", "http", "https", "ssh")),
    "protocol.ext.allow=never",
    f"core.alternateRefsCommand={NO_REFS}",
    "transfer.fsckObjects=true",
    "fetch.fsckObjects=true",
    "transfer.credentialsInUrl=die",
    "transfer.bundleURI=false",
    "core.symlinks=false",
    "core.protectHFS=true",
    "core.protectNTFS=true",
    "core.quotePath=true",
    "safe.bareRepository=explicit",
    "http.lowSpeedLimit=100",
    "http.lowSpeedTime=16",
    "http.followRedirects=initial",
    # Objects and refs are durable when we say so. The index is git's cache, 10 MB in a large group: as git has it.
    "core.fsync=all,-index",
    "credential.helper=",
    "user.useConfigOnly=true",
)
FLAGS = (
    "--no-pager", "--literal-pathspecs", "--no-optional-locks",
    *(part for setting in _SETTINGS for part in ("-c", setting)),
)  # fmt: skip
"""What stands between `git` and its command."""

# A place or a group that we make is in the form that `place` and `Repository` read without asking git.
# Nothing that is missing is fetched on the way, by whatever program a folder names for it: git 2.45 can be told so.
ENVIRONMENT = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_DEFAULT_REF_FORMAT": "files",
}


def foreign() -> list[str]:
    """The variables of the environment that git would look at, and may not."""
    return [name for name in os.environ if name.startswith("GIT_") and name not in _KEEP]
