"""What `git fast-import` reads: who commits and when, and the stream that git takes in."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from intervisie_cli.git.repository import Repository

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# In minutes. No place on earth is further from Greenwich, and git takes no more.
_FURTHEST = 14 * 60
# Git takes none of these in a name or an address.
_NO_NAME = re.compile(r"[<>\x00-\x1f\x7f]")


class Signature(NamedTuple):
    """Who commits, and when."""

    naam: str
    mail: str
    moment: datetime

    def line(self) -> str:
        """Write it as fast-import wants it.

        Every git takes the line, so that a wrong clock shuts nobody out of the group.
        """
        return f"{_plain(self.naam)} <{_plain(self.mail)}> {self._seconds()} {self._offset()}"

    def _seconds(self) -> int:
        # Not by `timestamp`: that is an error for a year that some systems do not know.
        return max(0, (self.moment - _EPOCH) // timedelta(seconds=1))

    def _offset(self) -> str:
        offset = self.moment.utcoffset() or timedelta()
        minuten = offset // timedelta(minutes=1)
        if abs(minuten) > _FURTHEST:
            return "+0000"
        uren, rest = divmod(abs(minuten), 60)
        sign = "-" if minuten < 0 else "+"
        return f"{sign}{uren:02d}{rest:02d}"


def _plain(text: str) -> str:
    return _NO_NAME.sub("", text).strip() or "?"


def fast_import(repository: Repository, stream: Iterable[bytes], *flags: str) -> None:
    """Let git take in a stream of its own form. Raises GitMislukt."""
    text = b"".join((*stream, b"done\n"))
    try:
        repository.git.run(
            "fast-import", "--quiet", "--done", "--date-format=raw", *flags, stdin=text
        )
    finally:
        # Git leaves a report with texts of the group in it when fast-import fails.
        for report in repository.git_dir.glob("fast_import_crash_*"):
            report.unlink(missing_ok=True)


def data_of(raw: bytes) -> bytes:
    """Write a content with its length in front."""
    return b"data %d\n%b\n" % (len(raw), raw)
