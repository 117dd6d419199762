"""An editor saves between our look at a file and our move: what it saved is never lost."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from intervisie_cli import system
from intervisie_cli.system import swap
from tests import lab
from tests.lab import Templates, git, intervisie, must


def by_rename(path: Path, raw: bytes) -> None:
    new = path.with_name(".editor-bewaart")
    new.write_bytes(raw)
    new.replace(path)


def in_place(path: Path, raw: bytes) -> None:
    path.write_bytes(raw)


def by_delete(path: Path, raw: bytes) -> None:
    path.unlink()
    path.write_bytes(raw)


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


SAVES = [by_rename, in_place, by_delete]


@pytest.fixture(params=["exchange", "no exchange"])
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A system with and without a call that lets two names change places."""
    if request.param == "no exchange":
        monkeypatch.setattr(swap, "_call", lambda: None)
    return str(request.param)


@pytest.mark.parametrize("save", SAVES)
@pytest.mark.usefixtures("disk")
def test_what_was_saved_since_stays(tmp_path: Path, save: Callable[..., None]):
    path = tmp_path / "stap.md"
    path.write_bytes(b"oud")
    save(path, b"van de editor")
    assert system.swap_durable({path: b"van ons"}, {path: b"oud"}) == [path]
    assert path.read_bytes() == b"van de editor"
    assert names(tmp_path) == ["stap.md"]


@pytest.mark.usefixtures("disk")
def test_what_is_as_it_was_seen_is_replaced_added_or_removed(tmp_path: Path):
    path = tmp_path / "stap.md"
    for was, wordt in ((None, b"een"), (b"een", b"twee"), (b"twee", None)):
        assert system.swap_durable({path: wordt}, {path: was}) == []
        assert (path.read_bytes() if path.exists() else None) == wordt
    assert names(tmp_path) == []


@pytest.mark.usefixtures("disk")
@pytest.mark.parametrize(
    ("staat_er", "was", "wordt"),
    [
        (b"anders", None, b"nieuw"),
        (b"anders", b"oud", None),
        (None, b"oud", b"nieuw"),
        (b"oud en meer", b"oud", b"nieuw"),
        (b"", b"oud", b"nieuw"),
    ],
)
def test_what_was_not_seen_is_left(
    tmp_path: Path, staat_er: bytes | None, was: bytes | None, wordt: bytes | None
):
    path = tmp_path / "stap.md"
    if staat_er is not None:
        path.write_bytes(staat_er)
    assert system.swap_durable({path: wordt}, {path: was}) == [path]
    assert (path.read_bytes() if path.exists() else None) == staat_er
    assert len(names(tmp_path)) == (staat_er is not None)


def test_what_is_saved_while_the_names_change_places_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "stap.md"
    path.write_bytes(b"eerste keer bewaard")
    exchange = swap._exchange
    saved = iter([b"", b"tweede keer bewaard"])

    def meanwhile(one: Path, other: Path) -> bool:
        if raw := next(saved, b""):
            by_rename(other, raw)
        return exchange(one, other)

    monkeypatch.setattr(swap, "_exchange", meanwhile)
    assert system.swap_durable({path: b"van ons"}, {path: b"oud"}) == [path]
    assert path.read_bytes() == b"tweede keer bewaard"
    assert names(tmp_path) == ["stap.md"]


@pytest.mark.slow
@pytest.mark.parametrize("save", SAVES[:2])
def test_no_save_beside_a_loop_of_syncs_is_lost(
    templates: Templates, tmp_path: Path, save: Callable[..., None]
):
    mirthe, kim = templates.shared("een", tmp_path)
    path = mirthe / lab.HULPVRAAG
    saved: list[bytes] = []
    stop = threading.Event()

    def editor() -> None:
        while not stop.is_set():
            line = f"Regel {len(saved)} uit de editor.".encode()
            save(path, path.read_bytes().rstrip() + b"\n\n" + line + b"\n")
            saved.append(line)
            time.sleep(0.05)

    thread = threading.Thread(target=editor)
    thread.start()
    try:
        for keer in range(12):
            other = kim / lab.HULPVRAAG
            other.write_text(f"{other.read_text()}\nKim voor de {keer}e keer.\n")
            must(kim, "sync")
            done = intervisie(mirthe, "sync")
            # Who saves faster than we record is told so.
            assert done.code == 0 or "Een bestand veranderde net" in done.err, done
    finally:
        stop.set()
        thread.join()
    must(mirthe, "sync")
    versions = git(mirthe, "log", "--all", "--format=%H", "--", lab.HULPVRAAG).split()
    held = path.read_bytes()
    for commit in versions:
        held += git(mirthe, "show", f"{commit}:{lab.HULPVRAAG}").encode()
    assert len(saved) > 20
    assert [line for line in saved if line not in held] == []
