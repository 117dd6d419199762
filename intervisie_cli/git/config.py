"""What the configuration of a repository may say.

A clone never takes configuration along, but a folder from a stick or a cloud may bring its own.
What could start a program or lead git elsewhere is strange. What git itself does nothing with is
not: editors and other tools keep their own settings there.
"""

import re
from collections.abc import Collection

# A remote that is called as an address would hold for that address: such names are not among them.
# Our own commits are never signed, so what is said of signing does nothing. Aliases are for who
# types a git command, and we type none.
_ALLOWED = re.compile(
    r"core\.(repositoryformatversion|filemode|bare|logallrefupdates|ignorecase|precomposeunicode"
    r"|symlinks|autocrlf|eol|safecrlf|sparsecheckout|sparsecheckoutcone|quotepath|abbrev"
    r"|compression|longpaths|fscache|preloadindex|untrackedcache|fsync|fsyncmethod"
    r"|protecthfs|protectntfs|sharedrepository|bigfilethreshold|checkstat|trustctime|whitespace"
    r"|commentchar|commentstring|deltabasecachelimit|packedgitlimit|packedgitwindowsize"
    r"|multipackindex|loosecompression|hidedotfiles|warnambiguousrefs|checkroundtripencoding)"
    r"|user\.(name|email|useconfigonly|signingkey)|(commit|tag)\.gpgsign"
    r"|remote\.[^\n/:\\]+\.(url|pushurl|fetch|push|tagopt|prune|prunetags|skipdefaultupdate"
    r"|skipfetchall)|remote\.pushdefault"
    r"|branch\.[^\n]+"
    r"|extensions\.(objectformat|refstorage|worktreeconfig)"
    r"|(advice|alias|color|column|gc|gui|i18n|log|maintenance|pack|pull|push|rebase|rerere|status)"
    r"\.[^\n]+"
    r"|(transfer|fetch|receive)\.fsckobjects|fetch\.(prune|prunetags|parallel|writecommitgraph)"
    r"|receive\.(denynonfastforwards|denydeletes|autogc)|init\.defaultbranch"
    r"|commit\.(verbose|status|cleanup)|tag\.sort|branch\.sort|blame\.[a-z]+"
    r"|merge\.(ff|conflictstyle|renames|tool|guitool|log|stat|autostash|renamelimit)"
    r"|(merge|diff)tool\.([^\n]+\.)?(prompt|keepbackup|trustexitcode|keeptemporaries|writetotemp"
    r"|hideresolved|guidefault)"
    r"|diff\.(tool|guitool|algorithm|renames|renamelimit|colormoved|colormovedws|noprefix"
    r"|mnemonicprefix|interhunkcontext|context|submodule|wserrorhighlight|indentheuristic)"
    r"|checkout\.[a-z]+|feature\.[a-z]+|index\.[a-z]+|pretty\.[^\n]+|stash\.[a-z]+"
)
# These belong to a harmless family, and name a program or a place after all.
_NOT = re.compile(
    r"push\.(recursesubmodules|gpgsign|pushoption)|log\.showsignature|maintenance\.repo"
)
# What any git reads, also one that is newer than this list, or says less of itself.
_OF_GIT = re.compile(
    r"add|advice|alias|am|apply|attr|author|bitmappseudomerge|blame|branch|browser|bundle"
    r"|checkout|clean|clone|color|column|commit|commitgraph|committer|completion|core"
    r"|credential|credentialcache|credentialstore|diff|difftool|extensions|fastimport"
    r"|feature|fetch|filter|format|fsck|fsmonitor|gc|gitcvs|gitweb|gpg|grep|gui|guitool"
    r"|help|hook|http|i18n|imap|include|includeif|index|init|instaweb|interactive|log"
    r"|lsrefs|mailinfo|mailmap|maintenance|man|merge|mergetool|notes|pack|pager|pretty"
    r"|promisor|protocol|pull|push|rebase|receive|reftable|remote|remotes|repack|rerere"
    r"|revert|safe|sendemail|sendpack|sequence|showbranch|sparse|splitindex|ssh|stash"
    r"|status|submodule|tag|tar|trace2|trailer|transfer|uploadarchive|uploadpack"
    r"|uploadpackfilter|url|user|versionsort|web|worktree"
)
_PLAIN_SECTION = re.compile(r'\[([a-z0-9]+(?: "[A-Za-z0-9._/-]+")?)\]')
_PLAIN_LINE = re.compile(r"\t([A-Za-z][A-Za-z0-9-]*) = ([^\\\"#;\x00-\x1f]*)")


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
    # No variable of git itself has a dash: `remote.origin.gh-resolved` is of another program.
    if "-" in key.rpartition(".")[2]:
        return True
    return bool(_ALLOWED.fullmatch(key)) and not _NOT.fullmatch(key)


def strange(listing: bytes, of_this_git: Collection[str]) -> dict[str, list[str]]:
    """What in the outcome of `git config --local -z --list` is not allowed: keys and their values.

    *of_this_git* are the sections that the git at hand knows besides those that we know of.
    """
    found: dict[str, list[str]] = {}
    for part in filter(None, listing.decode("utf-8", "replace").split("\0")):
        key, _, value = part.partition("\n")
        if not is_allowed(key) and (_is_of_git(key) or _section(key) in of_this_git):
            found.setdefault(key, []).append(value)
    return dict(sorted(found.items()))


def names_other_sections(listing: bytes) -> bool:
    """Whether there is a key of which only the git at hand can tell whether it is its own."""
    keys = (
        part.split("\n", 1)[0]
        for part in listing.decode("utf-8", "replace").split("\0")
    )
    return any(key and not is_allowed(key) and not _is_of_git(key) for key in keys)


def _is_of_git(key: str) -> bool:
    return bool(_OF_GIT.fullmatch(_section(key)))


def _section(key: str) -> str:
    return key.partition(".")[0].lower()
