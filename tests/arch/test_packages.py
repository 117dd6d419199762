"""What is installed beside the program: each with a reason, a version and hashes."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PINNED = re.compile(
    r"([A-Za-z0-9._-]+)==\S+(?: ; [^\\\n]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)"
)


def pinned(naam: str) -> set[str]:
    """The packages of a constraints file, which holds those, their hashes, and comments."""
    text = (ROOT / naam).read_text()
    rest = PINNED.sub("", text)
    assert [line for line in rest.splitlines() if not line.startswith("#")] == []
    return {_name(match[1]) for match in PINNED.finditer(text)}


def _name(text: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=;~! ]", text)[0]).lower()


def test_each_package_has_hashes_and_is_named_once():
    run, dev = pinned("constraints.txt"), pinned("constraints-dev.txt")
    assert run
    assert not run & dev
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    needs = {
        _name(text)
        for text in project["project"]["dependencies"]
        + project["build-system"]["requires"]
    }
    assert needs <= run
    extras = project["project"]["optional-dependencies"]
    assert {_name(text) for text in extras["test"] + extras["dev"]} - {
        "intervisie"
    } <= dev


def test_each_direct_dependency_says_why_it_is_there():
    text = (ROOT / "pyproject.toml").read_text()
    lines = text.partition("\ndependencies = [\n")[2].partition("\n]")[0].splitlines()
    assert len(lines) % 2 == 0
    for why, what in zip(lines[::2], lines[1::2], strict=True):
        assert re.fullmatch(r"  # \S.{10,}\.", why), why
        assert re.fullmatch(r'  "[A-Za-z0-9.-]+[<>=].*",', what), what
