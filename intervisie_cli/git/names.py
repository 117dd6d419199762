"""What may be the id of an object or the name of a branch, of what a file says."""

import re

OID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
# A name becomes a path, and a file system takes 255 bytes for one part of it.
_LONGEST = 200
_PART = r"(?!\.)(?:(?!\.\.)[A-Za-z0-9._-])+(?<!\.)(?<!\.lock)"
_BRANCH = re.compile(rf"refs/heads/{_PART}(?:/{_PART})*")


def is_oid(text: str) -> bool:
    """Whether *text* is the whole id of an object, in sha1 or sha256."""
    return bool(OID.fullmatch(text))


def is_branch(ref: str) -> bool:
    """Whether *ref* is the full name of a branch, and as a path stays in the folder of branches."""
    return len(ref) <= _LONGEST and bool(_BRANCH.fullmatch(ref))
