"""Whole sessies over four laptops, each with a home and a line of its own, and what goes wrong."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.net.conftest import no_http_proxy  # noqa: F401 - for all tests here
from tests.net.ssh_place import SSHD
from tests.prepared import Open
from tests.terminal import vier_kort, vier_lang
from tests.terminal.vier import ALLEN, Group, gather

pytestmark = pytest.mark.slow

ZONDER_NOOR = "mirthe,kim,tim"


class Run(NamedTuple):
    """What happens in a run, and who take part from the beginning."""

    play: Callable[[Group], None]
    deelnemers: str = ALLEN


RUNS = {
    ("kort", "folder"): Run(vier_kort.over_a_folder),
    ("kort", "ssh"): Run(vier_kort.over_ssh, ZONDER_NOOR),
    ("kort", "http"): Run(vier_kort.over_http),
    ("lang", "folder"): Run(vier_lang.over_a_folder),
    ("lang", "ssh"): Run(vier_lang.over_ssh, ZONDER_NOOR),
    ("lang", "http"): Run(vier_lang.over_http),
}


@pytest.mark.parametrize("over", ["folder", "ssh", "http"])
@pytest.mark.parametrize("variant", ["kort", "lang"])
def test_a_sessie_over_four_laptops(
    variant: str, over: str, tmp_path: Path, terminal: Open
):
    if over == "ssh" and not SSHD:
        pytest.skip("there is no sshd here (Debian: apt-get install openssh-server)")
    run = RUNS[variant, over]
    with gather(tmp_path, over, terminal, variant, run.deelnemers) as group:
        run.play(group)
        group.ends_well()
