"""What the tests of evenings over four laptops share."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.property.vier_begin import Begin
from tests.property.vier_klonen import Wereld
from tests.property.vier_vast import Open


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that get other examples with another seed."""
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("law")


@pytest.fixture
def open_met() -> Iterator[Open]:
    """Open a world with so many steps done."""
    werelden: list[Wereld] = []

    def make(*begin: Any) -> Wereld:
        wereld = Wereld(Begin(*begin))
        werelden.append(wereld)
        return wereld

    yield make
    for wereld in werelden:
        wereld.end()
