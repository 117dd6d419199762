"""What the configuration of a repository may say. All else could start a program or lead git elsewhere.

A clone never takes configuration along, but a folder from a stick or a cloud may bring its own.
"""

import re

_ALLOWED = re.compile(
    r"core\.(repositoryformatversion|filemode|bare|logallrefupdates|ignorecase|precomposeunicode|symlinks|autocrlf|eol"
    r"|safecrlf|sparsecheckout|sparsecheckoutcone|quotepath|abbrev|compression|longpaths|fscache|preloadindex|untrackedcache|fsync|fsyncmethod|protecthfs|protectntfs)"
    r"|user\.(name|email|useconfigonly|signingkey)|(commit|tag)\.gpgsign"  # ours are never signed
    r"|remote\.[^\n/:\\]+\.(url|pushurl|fetch|tagopt|prune)"  # one that is called as an address would hold for that
    r"|branch\.[^\n]+\.(remote|merge|rebase|description)"
    r"|extensions\.(objectformat|refstorage|worktreeconfig)"
    r"|(advice|color|column|gc|log|maintenance|pack|pull|push|rebase|rerere|status)\.[a-z.-]+"
    r"|(transfer|fetch|receive)\.fsckobjects|(fetch\.prune|init\.defaultbranch|merge\.(ff|conflictstyle|renames)|index\.(version|sparse))"
)
# Among the harmless families, keys that name a program or a place after all.
_NOT = re.compile(
    r"push\.(recursesubmodules|gpgsign|pushoption)|log\.showsignature|maintenance\.repo"
)
_PLAIN_SECTION = re.compile(
    r'\[(core|user|extensions|transfer|(?:remote|branch) "[A-Za-z0-9._/-]+")\]'
)
_PLAIN_LINE = re.compile(r"\t([A-Za-z]+) = ([^\\\"#;\x00-\x1f]*)")


def is_plain(text: str) -> bool:
    """Whether git's own configuration file is as git and we write it, so that nobody needs to ask git what it says."""
    section = ""
    if "worktreeconfig" in text.lower():
        return False  # there is a second file
    for line in text.splitlines():
        if match := _PLAIN_SECTION.fullmatch(line):
            section = match[1].replace(' "', ".").rstrip('"')
        elif (
            not section
            or not (match := _PLAIN_LINE.fullmatch(line))
            or not is_allowed(f"{section}.{match[1].lower()}")
        ):
            return False
    return True


def is_allowed(key: str) -> bool:
    """Whether a key, as `git config --list` names it, does no more than describe the repository."""
    return bool(_ALLOWED.fullmatch(key)) and not _NOT.fullmatch(key)


def strange_keys(listing: bytes) -> list[str]:
    """The keys in what `git config --local -z --list` gives that are not allowed."""
    keys = (
        part.split("\n", 1)[0] for part in listing.decode("utf-8", "replace").split("\0") if part
    )
    return sorted({key for key in keys if not is_allowed(key)})
