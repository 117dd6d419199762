"""What the configuration of a repository may say.

All else could start a program or lead git elsewhere.

A clone never takes configuration along, but a folder from a stick or a cloud may bring its own.
"""

import re

# A remote that is called as an address would hold for that address: such names are not among them.
# Our own commits are never signed, so what is said of signing does nothing.
_ALLOWED = re.compile(
    r"core\.(repositoryformatversion|filemode|bare|logallrefupdates|ignorecase|precomposeunicode"
    r"|symlinks|autocrlf|eol|safecrlf|sparsecheckout|sparsecheckoutcone|quotepath|abbrev"
    r"|compression|longpaths|fscache|preloadindex|untrackedcache|fsync|fsyncmethod"
    r"|protecthfs|protectntfs)"
    r"|user\.(name|email|useconfigonly|signingkey)|(commit|tag)\.gpgsign"
    r"|remote\.[^\n/:\\]+\.(url|pushurl|fetch|tagopt|prune)"
    r"|branch\.[^\n]+\.(remote|merge|rebase|description)"
    r"|extensions\.(objectformat|refstorage|worktreeconfig)"
    r"|(advice|color|column|gc|log|maintenance|pack|pull|push|rebase|rerere|status)\.[a-z.-]+"
    r"|(transfer|fetch|receive)\.fsckobjects|fetch\.prune|init\.defaultbranch"
    r"|merge\.(ff|conflictstyle|renames)|index\.(version|sparse)"
)
# These belong to a harmless family, and name a program or a place after all.
_NOT = re.compile(
    r"push\.(recursesubmodules|gpgsign|pushoption)|log\.showsignature|maintenance\.repo"
)
_PLAIN_SECTION = re.compile(
    r'\[(core|user|extensions|transfer|(?:remote|branch) "[A-Za-z0-9._/-]+")\]'
)
_PLAIN_LINE = re.compile(r"\t([A-Za-z]+) = ([^\\\"#;\x00-\x1f]*)")


def is_plain(text: str) -> bool:
    """Whether a configuration file is as git and we write it, so that we read it as git does."""
    # With this extension there is a second file of configuration.
    if "worktreeconfig" in text.lower():
        return False
    section = ""
    for line in text.splitlines():
        if header := _PLAIN_SECTION.fullmatch(line):
            section = header[1].replace(' "', ".").rstrip('"')
            continue
        setting = _PLAIN_LINE.fullmatch(line)
        if not setting or not is_allowed(f"{section}.{setting[1].lower()}"):
            return False
    return True


def is_allowed(key: str) -> bool:
    """Whether a key, as `git config --list` names it, does no more than describe the repository."""
    return bool(_ALLOWED.fullmatch(key)) and not _NOT.fullmatch(key)


def strange_keys(listing: bytes) -> list[str]:
    """The keys in what `git config --local -z --list` gives that are not allowed."""
    parts = listing.decode("utf-8", "replace").split("\0")
    keys = {part.split("\n", 1)[0] for part in parts if part}
    return sorted(key for key in keys if not is_allowed(key))
