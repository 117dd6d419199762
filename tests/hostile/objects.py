"""Git objects written byte for byte, past every check that git has on a tree or a commit."""

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

FILE, PROGRAM, SYMLINK, FOLDER, SUBMODULE = (
    b"100644",
    b"100755",
    b"120000",
    b"40000",
    b"160000",
)
AUTHOR = b"Kwaad <kwaad@voorbeeld.invalid> 1795460400 +0100"
MESSAGE = b"Vijandig\n"


class Entry(NamedTuple):
    """One line of a tree: its name may be any bytes but NUL."""

    mode: bytes
    name: bytes
    oid: str

    @property
    def sort_key(self) -> bytes:
        """The place that git wants it at: a folder sorts as if its name ended in a slash."""
        return self.name + b"/" if self.mode == FOLDER else self.name


def run_git(repo: Path, *args: str, stdin: bytes = b"") -> bytes:
    """Run plain git, which has to succeed, and give its raw output."""
    done = subprocess.run(
        ["git", *args], cwd=repo, input=stdin, capture_output=True, check=False
    )
    assert done.returncode == 0, f"git {' '.join(args)}: {os.fsdecode(done.stderr)}"
    return done.stdout


def write(repo: Path, kind: str, raw: bytes) -> str:
    """Write an object unchecked; gives its id."""
    return (
        run_git(
            repo, "hash-object", "-t", kind, "-w", "--stdin", "--literally", stdin=raw
        )
        .decode()
        .strip()
    )


def blob(repo: Path, raw: bytes = b"vijandig\n") -> str:
    """Write the content of a file."""
    return write(repo, "blob", raw)


def tree(repo: Path, *entries: Entry) -> str:
    """Write a tree of *entries* in the order that git wants, so that only the entries are wrong."""
    ordered = sorted(entries, key=lambda entry: entry.sort_key)
    return write(
        repo,
        "tree",
        b"".join(
            b"%b %b\0%b" % (m, name, bytes.fromhex(oid)) for m, name, oid in ordered
        ),
    )


def read_tree(repo: Path, oid: str) -> list[Entry]:
    """The entries of a tree."""
    raw, width, entries = run_git(repo, "cat-file", "tree", oid), len(oid) // 2, []
    while raw:
        head, _, rest = raw.partition(b"\0")
        mode, _, name = head.partition(b" ")
        entries.append(Entry(mode, name, rest[:width].hex()))
        raw = rest[width:]
    return entries


def graft(repo: Path, root: str, folder: str, *entries: Entry) -> str:
    """The tree *root* with *entries* in *folder* (made when missing),
    in place of what has the same name there.
    """
    first, _, below = folder.partition("/")
    if first:
        old = [
            entry.oid for entry in read_tree(repo, root) if entry.name == first.encode()
        ]
        entries = (
            Entry(
                FOLDER,
                first.encode(),
                graft(repo, old[0] if old else tree(repo), below, *entries),
            ),
        )
    names = {entry.name for entry in entries}
    return tree(
        repo,
        *(entry for entry in read_tree(repo, root) if entry.name not in names),
        *entries,
    )


def commit(
    repo: Path, root: str, parent: str, message: bytes = MESSAGE, author: bytes = AUTHOR
) -> str:
    """Write a commit of the tree *root* on top of *parent*."""
    above = run_git(repo, "rev-parse", f"{parent}^{{commit}}").strip()
    head = b"tree %b\nparent %b\nauthor %b\ncommitter %b\n\n" % (
        root.encode(),
        above,
        author,
        author,
    )
    return write(repo, "commit", head + message)


def tree_of(repo: Path, revision: str) -> str:
    """The id of the tree of a commit."""
    return run_git(repo, "rev-parse", f"{revision}^{{tree}}").decode().strip()


def push_raw(repo: Path, revision: str, bare: Path) -> None:
    """Put *revision* on branch main of *bare* by copying objects and a ref: nothing is checked."""
    oid = run_git(repo, "rev-parse", revision).decode().strip()
    pack = run_git(
        repo,
        "pack-objects",
        "--revs",
        "--stdout",
        "--quiet",
        stdin=oid.encode() + b"\n",
    )
    run_git(
        bare, "-c", "transfer.fsckObjects=false", "unpack-objects", "-q", stdin=pack
    )
    run_git(
        bare, "-c", "core.hooksPath=/dev/null", "update-ref", "refs/heads/main", oid
    )
