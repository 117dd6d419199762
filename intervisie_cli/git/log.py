"""What commits tell, in rows."""

from collections.abc import Sequence

from intervisie_cli.git.repository import Repository

_BETWEEN = "\x1f"


def rows(
    repository: Repository,
    fields: Sequence[str],
    *which: str,
) -> list[list[str]]:
    """What each commit has at *fields*, the newest first. Raises GitFout.

    *fields* are placeholders of git, such as %H; *which* says which commits, as `git log` is told.
    """
    out = repository.git.run(
        "log",
        "-z",
        "--no-show-signature",
        f"--format={'%x1f'.join(fields)}",
        *which,
    )
    found = []
    for row in out.decode("utf-8", "replace").split("\0"):
        values = [value.strip() for value in row.split(_BETWEEN)]
        # Behind the last there is nothing; and somebody can have put our mark in a name.
        if row and len(values) == len(fields):
            found.append(values)
    return found
