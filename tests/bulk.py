"""Of very many cases of one kind a sample runs always, and the rest with those that are slow."""

from collections.abc import Iterable
from typing import Any

import pytest

# One in so many runs always: enough to see that a whole kind of attack gets through.
EVERY = 10


def sampled(cases: Iterable[Any]) -> list[Any]:
    """Give all cases, for parametrize, with the mark `slow` on those that are not of the sample."""
    return [
        pytest.param(case, marks=pytest.mark.slow) if number % EVERY else case
        for number, case in enumerate(cases)
    ]
