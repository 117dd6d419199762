"""In a group that shares as it goes, `undo` is of all, so it asks first."""

from pathlib import Path

import pytest

from tests import lab
from tests.prepared import Open, Prepare
from tests.terminal.drie import share
from tests.terminal.terminal import ENTER

pytestmark = pytest.mark.slow


def test_who_takes_back_what_all_did_is_asked_whether_they_mean_it(
    prepare: Prepare, tmp_path: Path, terminal: Open
):
    evening = share(prepare("kort", 2), tmp_path, terminal)
    vraag = "Hulpvraag definiëren (ronde 1) terugnemen, voor de hele groep?"
    window = evening.window("kim", "undo")
    window.asks(vraag, None)
    window.keys(ENTER)
    window.wait("Alles blijft zoals het was.")
    assert window.exit_code() == 0
    assert "teruggenomen" not in "".join(lab.subjects(evening.kim))
    window = evening.window("kim", "undo")
    window.answer(vraag, "Ja")
    window.wait("is teruggenomen")
    assert window.exit_code() == 0


def test_who_works_alone_is_not_asked(prepare: Prepare, terminal: Open):
    window = terminal("undo", cwd=prepare("kort", 2))
    window.wait("is teruggenomen")
    assert window.exit_code() == 0
