"""What goes out of a group in which little was said yet."""

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.prepared import good
from tests.uitvoer.test_export import refused


@pytest.mark.usefixtures("leeg")
def test_a_group_without_a_sessie_has_nothing_to_keep(run: Run):
    refused(run, code=1, says="Deze groep heeft nog geen sessie.")
    refused(run, "--alles", code=1, says="Deze groep heeft nog geen sessie.")


@pytest.mark.usefixtures("twee")
def test_an_unfinished_sessie_goes_out_and_says_that_more_is_to_come(
    run: Run, buiten: Path
):
    outcome = good(run("export", "--uit", str(buiten)))
    assert outcome.out.endswith(
        "Deze sessie is nog niet af: wat volgt, staat er niet in.\n"
    )
