"""What a misspelled key was meant to be."""

from collections.abc import Collection, Iterator

# How much of two keys has to be the same. Whoever keeps something under a key of their own may.
_LIJKT_OP = 0.75


def bedoeld(
    namen: Collection[str], bekend: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Each of *namen* that is none of *bekend*, with the one of those that it looks like."""
    vreemd = [naam for naam in namen if naam not in bekend]
    if not vreemd:
        return
    import difflib

    for naam in vreemd:
        for lijkt in difflib.get_close_matches(naam, bekend, 1, _LIJKT_OP):
            yield naam, lijkt
