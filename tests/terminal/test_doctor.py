"""`doctor --herstel` asks about each thing before it mends it."""

from pathlib import Path

import pytest

from tests import lab
from tests.prepared import Open, Prepare
from tests.terminal.terminal import ENTER

pytestmark = pytest.mark.slow


def test_each_is_asked_and_a_no_leaves_it(prepare: Prepare, terminal: Open):
    groep = prepare("kort", 2)
    weg: Path = groep / lab.HULPVRAAG
    was = weg.read_text()
    weg.unlink()
    window = terminal("doctor", "--herstel", cwd=groep)
    window.answer("Zal ik dat herstellen?", "Nee")
    assert window.exit_code() == 4
    assert not weg.exists()
    window = terminal("doctor", "--herstel", cwd=groep)
    window.asks("Zal ik dat herstellen?", None)
    window.keys(ENTER)
    window.wait("✓ Gedaan.", "in orde.")
    assert window.exit_code() == 0
    assert weg.read_text() == was
