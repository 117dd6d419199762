"""Completion with Tab is put in the shell, and told of, in Dutch."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

INTERVISIE = Path(sys.executable).with_name("intervisie")


def typed(shell: str, flag: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Type the program with that flag in that shell."""
    path = shutil.which(shell)
    if not path:
        pytest.skip(f"there is no {shell} here")
    # With something behind it, the shell stays and does not become the program.
    return subprocess.run(
        [path, "-c", f"{INTERVISIE} {flag}; code=$?; exit $code"],
        env={**os.environ, "HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_is_put_in_bash(tmp_path: Path):
    done = typed("bash", "--install-completion", tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("✓ Aanvullen met Tab staat aan.")
    assert "intervisie" in (tmp_path / ".bashrc").read_text(encoding="utf-8")


def test_the_script_is_shown(tmp_path: Path):
    done = typed("bash", "--show-completion", tmp_path)
    assert "complete -o default -F _intervisie_completion intervisie" in done.stdout
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("flag", ["--install-completion", "--show-completion"])
def test_a_shell_without_it_gets_a_line(tmp_path: Path, flag: str):
    done = typed("dash", flag, tmp_path)
    assert done.returncode == 2
    assert done.stderr.splitlines()[0].endswith(
        "Voor deze shell is er geen aanvullen met Tab."
    )
    assert not list(tmp_path.iterdir())


def test_a_home_that_is_no_folder_gets_a_line(tmp_path: Path):
    home = tmp_path / "home"
    home.write_text("een bestand", encoding="utf-8")
    done = typed("bash", "--install-completion", home)
    assert done.returncode == 5
    assert "Het profiel van je shell is niet te schrijven." in done.stderr
