"""A row of things, as people say it."""

from collections.abc import Sequence


def als_rij(delen: Sequence[str]) -> str:
    """'Mirthe, Kim en Tim'; '' for none."""
    *eerste, laatste = delen or [""]
    if not eerste:
        return laatste
    return f"{', '.join(eerste)} en {laatste}"
