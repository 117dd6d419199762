"""Every hostile tree of the threat model, as a commit that plain git fetches and no client made."""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.objects import (
    AUTHOR,
    FILE,
    FOLDER,
    MESSAGE,
    PROGRAM,
    SUBMODULE,
    SYMLINK,
    Entry,
    blob,
    commit,
    graft,
    push_raw,
    run_git,
    tree,
    tree_of,
)

__all__ = ["CASES", "ELDERS", "OSC", "SESSIE", "STAP", "Case", "push_raw"]

SESSIE = "sessies/2026/2026-11-23-kort"
STAP = "1-acclimatisering.md"
"""The step file that a case replaces; it and most hostile entries stand in SESSIE."""
ELDERS = "../elders"
"""Where the symlinks to a folder lead, seen from the root of a clone:
a test makes it and sees that it stays empty.
"""
OSC = b"\x1b]0;gekaapt\x07"
"""Sets the title of a terminal that gets it raw."""
MIB, MANY = 1024 * 1024, 25_000

Build = Callable[[Path, str], str]


@dataclass(frozen=True)
class Case:
    """One hostile commit, and what git says of it."""

    naam: str
    build: Build
    """Writes the hostile commit on top of a commit in a repository, and gives its id."""
    is_refused: bool
    """Whether the first fetch with transfer.fsckObjects=true refuses it, as measured."""
    reason: str = ""
    """What fsck calls it when it is refused, as measured."""
    is_steady: bool = True
    """Whether the next fetch judges the same, as measured; if not,
    a refused one left its pack and the next passes.
    """
    pad: bytes = b""
    """The hostile path as `ls-tree -r -t -z` prints it; empty when the tree is that of the parent.
    """

    def __str__(self) -> str:
        return self.naam


Make = Callable[[Path], Iterable[Entry]]


def _in(folder: str, make: Make) -> Build:
    def build(repo: Path, base: str) -> str:
        return commit(repo, graft(repo, tree_of(repo, base), folder, *make(repo)), base)

    return build


def _file(*names: bytes, raw: bytes = b"vijandig\n", mode: bytes = FILE) -> Make:
    return lambda repo: [Entry(mode, name, blob(repo, raw)) for name in names]


def _folder(
    name: bytes,
    inside: bytes = b"config",
    raw: bytes = b"[core]\n\tfsmonitor = false\n",
) -> Make:
    return lambda repo: [
        Entry(FOLDER, name, tree(repo, Entry(FILE, inside, blob(repo, raw))))
    ]


def _link(name: bytes, to: str) -> Make:
    return _file(name, raw=to.encode(), mode=SYMLINK)


def _and(*makes: Make) -> Make:
    return lambda repo: [entry for make in makes for entry in make(repo)]


def _gitmodules(url: str) -> Make:
    """A submodule, and the file that says where it comes from."""
    raw = f'[submodule "deel"]\n\tpath = deel\n\turl = {url}\n'.encode()
    return _and(_file(b".gitmodules", raw=raw), _submodule(b"deel"))


def _submodule(name: bytes) -> Make:
    """A commit of another repository, which is not there."""
    return lambda repo: [Entry(SUBMODULE, name, "1" * len(blob(repo)))]


def _step(repo: Path, base: str) -> bytes:
    """What the step file holds in *base*."""
    return run_git(repo, "cat-file", "blob", f"{base}:{SESSIE}/{STAP}")


def _executable_step(repo: Path, base: str) -> str:
    return _in(SESSIE, _file(STAP.encode(), raw=_step(repo, base), mode=PROGRAM))(
        repo, base
    )


def _huge_step(repo: Path, base: str) -> str:
    line = b"- Zo zit iedereen erbij: best.\n"
    raw = _step(repo, base) + line * (MIB // len(line) + 1)
    return _in(SESSIE, _file(STAP.encode(), raw=raw))(repo, base)


def _many_files(repo: Path) -> Iterable[Entry]:
    oid = blob(repo)
    return [
        Entry(
            FOLDER,
            b"veel",
            tree(
                repo, *(Entry(FILE, b"%05d.md" % number, oid) for number in range(MANY))
            ),
        )
    ]


def _nested(repo: Path) -> Iterable[Entry]:
    """Folders in folders, for who goes into each from within the other."""
    oid = tree(repo, Entry(FILE, b"x.md", blob(repo)))
    for _ in range(1_200):
        oid = tree(repo, Entry(FOLDER, b"d", oid))
    return [Entry(FOLDER, b"d", oid)]


def _same_tree(message: bytes, author: bytes) -> Build:
    return lambda repo, base: commit(repo, tree_of(repo, base), base, message, author)


def _at_root(naam: str, make: Make, pad: bytes, reason: str = "") -> Case:
    return Case(naam, _in("", make), bool(reason), reason, pad=pad)


def _in_sessie(
    naam: str, name: bytes, make: Make | None = None, reason: str = ""
) -> Case:
    return Case(
        naam,
        _in(SESSIE, make or _file(name)),
        bool(reason),
        reason,
        pad=SESSIE.encode() + b"/" + name,
    )


ZWNJ_GIT = ".g\N{ZERO WIDTH NON-JOINER}it".encode()
CAFE = "café.md"
NFC, NFD = (unicodedata.normalize(form, CAFE).encode() for form in ("NFC", "NFD"))
ATTRIBUTES = b"* text=auto eol=lf\n*.md filter=x diff=x merge=x\n"

_GIT_FOLDERS = (
    _at_root("git-map", _folder(b".git"), b".git/config", "hasDotgit"),
    _at_root("git-map-hoofdletters", _folder(b".GIT"), b".GIT/config", "hasDotgit"),
    _at_root("git-map-spatie", _folder(b".git "), b".git /config", "hasDotgit"),
    _at_root("git-map-kort", _folder(b"git~1"), b"git~1/config", "hasDotgit"),
    _at_root("git-map-hfs", _folder(ZWNJ_GIT), ZWNJ_GIT + b"/config", "hasDotgit"),
    _in_sessie("git-map-diep", b".git", _folder(b".git"), "hasDotgit"),
)
_PATHS = (
    _at_root("map-erboven", _folder(b"..", b"x"), b"../x", "hasDotdot"),
    _at_root("map-zelf", _folder(b".", b"x"), b"./x", "hasDot"),
    _at_root("pad-als-naam", _file(b"a/../../x"), b"a/../../x", "fullPathname"),
    _in_sessie("naam-300", b"n" * 297 + b".md"),
)
_TWICE = (
    _in_sessie(
        "dubbel",
        b"dubbel.md",
        _and(_file(b"dubbel.md"), _file(b"dubbel.md", raw=b"anders\n")),
        "duplicateEntries",
    ),
    _at_root(
        "link-en-map",
        _and(_link(b"a", ELDERS), _folder(b"a", b"x")),
        b"a/x",
        "duplicateEntries",
    ),
    _in_sessie("hoofdletters", b"A.md", _file(b"A.md", b"a.md")),
    _in_sessie("nfc-en-nfd", NFD, _file(NFC, NFD)),
)
_LINKS = (
    _in_sessie("link-bestand", b"geheim.md", _link(b"geheim.md", "/etc/passwd")),
    _in_sessie("link-stap", STAP.encode(), _link(STAP.encode(), "/etc/passwd")),
    _at_root("link-sessies", _link(b"sessies", ELDERS), b"sessies"),
    _at_root(
        "link-gitmodules",
        _link(b".gitmodules", ELDERS),
        b".gitmodules",
        "gitmodulesSymlink",
    ),
)
_NAMES = (
    _in_sessie("naam-help", b"--help"),
    _in_sessie("naam-rf", b"-rf"),
    _in_sessie("naam-osc", b"a\x1b]0;x\x07.md"),
    _in_sessie("naam-regeleinde", b"b\nc.md"),
    _in_sessie("naam-geen-utf8", b"caf\xe9\xff.md"),
    _in_sessie("naam-con", b"CON"),
    _in_sessie("naam-aux", b"aux.md"),
    _in_sessie("naam-dubbele-punt", b"x:y.md"),
    _in_sessie("naam-backslash", b"a\\..\\..\\x.md"),
)
_FEATURES = (
    Case(
        "gitmodules-u",
        _in("", _gitmodules("-u./kwaad")),
        True,
        "gitmodulesUrl",
        False,
        b".gitmodules",
    ),
    _at_root("gitmodules", _gitmodules("../deel.git"), b".gitmodules"),
    _in_sessie("submodule", b"deel", _submodule(b"deel")),
    _at_root(
        "gitattributes", _file(b".gitattributes", raw=ATTRIBUTES), b".gitattributes"
    ),
    Case("uitvoerbaar", _executable_step, False, pad=f"{SESSIE}/{STAP}".encode()),
)
_SIZES = (
    Case("groot", _huge_step, False, pad=f"{SESSIE}/{STAP}".encode()),
    _in_sessie("veel", b"veel/24999.md", _many_files),
    _in_sessie("diep", b"d", _nested),
)
_COMMITS = (
    Case("bericht-osc", _same_tree(OSC + MESSAGE, AUTHOR), False),
    Case("auteur-osc", _same_tree(MESSAGE, OSC + AUTHOR), False),
)

CASES = (
    *_GIT_FOLDERS,
    *_PATHS,
    *_TWICE,
    *_LINKS,
    *_NAMES,
    *_FEATURES,
    *_SIZES,
    *_COMMITS,
)
