"""Answers may be typed again, with more rondes and documents:
a step is recorded once, or changed as asked.
"""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests import lab
from tests.conftest import EXAMPLES, NU
from tests.lab import intervisie, must

LANG = (EXAMPLES / "lang.yaml").read_text(encoding="utf-8")
DOCUMENTS = ["---\n" + part for part in LANG.split("---\n")[1:]]
SESSIE = "2026-11-23-lang"
NEW = ("new", "--lang", "--deelnemers", "mirthe,kim,tim", "--inbrengers", "mirthe,tim")
STEP = ("step", "--antwoorden", "-")


@pytest.fixture
def lang(leeg: Path) -> Path:
    """A session of two rondes in which nothing is recorded yet."""
    must(leeg, *NEW)
    return leeg


def steps(group: Path) -> dict[str, bytes]:
    """The files of the steps, by their place in the session."""
    folder = group / "sessies/2026" / SESSIE
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*.md")
    }


def test_all_answers_once_more_do_nothing_also_with_two_rondes(lang: Path):
    must(lang, *STEP, stdin=LANG)
    before = lab.State.of(lang)
    again = must(lang, *STEP, stdin=LANG)
    assert again.out.count("stond al zo") == len(DOCUMENTS)
    assert lab.State.of(lang) == before


def test_answers_of_which_a_part_is_recorded_go_on_with_the_rest(lang: Path):
    must(lang, *STEP, stdin="".join(DOCUMENTS[:8]))
    must(lang, *STEP, stdin=LANG)
    subjects = [subject for subject in lab.subjects(lang) if " vastgelegd (" in subject]
    assert (
        len(subjects)
        == len(set(subjects))
        == len([part for part in DOCUMENTS if "overgeslagen" not in part])
    )
    assert all(b"status: open" not in raw for raw in steps(lang).values())


def test_one_step_of_the_first_ronde_typed_twice_does_not_touch_the_second(lang: Path):
    must(lang, *STEP, stdin="".join(DOCUMENTS[:5]))
    again = must(lang, *STEP, stdin=DOCUMENTS[4])
    assert "stond al zo" in again.out
    assert b"status: open" in steps(lang)["ronde-2-tim/5-advisering.md"]


def test_steps_that_are_opened_again_go_by_their_order(lang: Path):
    must(lang, *STEP, stdin=LANG)
    both = "".join(
        f"---\nstap: vraagintroductie\nhulpvraag: Nieuw {lid}\n"
        for lid in ("mirthe", "tim")
    )
    must(lang, *STEP, "--opnieuw", stdin=both)
    for number, lid in enumerate(("mirthe", "tim"), 1):
        assert (
            f"hulpvraag: Nieuw {lid}\n".encode()
            in steps(lang)[f"ronde-{number}-{lid}/2-vraagintroductie.md"]
        )


@pytest.mark.parametrize(
    "wrong",
    [
        "stap: acclimatisering\nthema: Anders\n",
        "stap: probleemverkenning\nvragen: nee\n",
        "stap: advisering\n",
    ],
    ids=["recorded", "not right", "out of order"],
)
def test_nothing_is_recorded_when_a_later_document_is_wrong(lang: Path, wrong: str):
    must(lang, *STEP, stdin=DOCUMENTS[0])
    before = lab.State.of(lang)
    outcome = intervisie(lang, *STEP, stdin=f"{DOCUMENTS[1]}---\n{wrong}")
    assert outcome.code == 1
    assert outcome.err.startswith("Antwoord 2: ")
    assert lab.State.of(lang) == before


def test_answers_that_are_too_much_for_one_record_are_refused_in_one_line(lang: Path):
    must(lang, *STEP, stdin="".join(DOCUMENTS[:2]))
    before = lab.State.of(lang)
    long = "".join(
        f"  - {{lid: {lid}, vraag: Wat?, antwoord: {'x' * 19_000}}}\n"
        for lid in ("kim", "kim", "tim", "tim")
    )
    outcome = intervisie(lang, *STEP, stdin=f"vragen:\n{long}")
    assert outcome.code == 1, outcome
    assert len(outcome.err.splitlines()) <= 2
    assert lab.State.of(lang) == before


def test_a_step_that_is_opened_again_keeps_its_time(
    lang: Path, monkeypatch: pytest.MonkeyPatch
):
    must(lang, *STEP, stdin=DOCUMENTS[0])
    before = steps(lang)["1-acclimatisering.md"]
    later = datetime.fromisoformat(NU) + timedelta(days=7)
    monkeypatch.setenv("INTERVISIE_NU", later.isoformat())
    must(lang, *STEP, "--opnieuw", stdin="stap: acclimatisering\nthema: Rust\n")
    after = steps(lang)["1-acclimatisering.md"]
    assert b"thema: Rust\n" in after
    assert [line for line in after.splitlines() if b"19:00" in line] == [
        line for line in before.splitlines() if b"19:00" in line
    ]


def test_notulen_can_be_made_shorter_and_emptied(lang: Path):
    def notulen() -> str:
        return (
            steps(lang)["1-acclimatisering.md"]
            .decode()
            .split("## Notulen\n")[1]
            .strip()
        )

    must(lang, *STEP, stdin="stap: acclimatisering\nnotulen: eerste en tweede\n")
    must(lang, *STEP, "--opnieuw", stdin="stap: acclimatisering\nnotulen: tweede\n")
    assert notulen() == "tweede"
    must(lang, *STEP, "--opnieuw", stdin="stap: acclimatisering\nnotulen:\n")
    assert notulen() == ""


def test_consent_that_is_withdrawn_is_withdrawn_in_the_session_too(lang: Path):
    yes = "".join(
        f"  - {{lid: {lid}, akkoord: ja}}\n" for lid in ("mirthe", "kim", "tim")
    )
    must(lang, *STEP, stdin=f"stap: acclimatisering\nopname: ja\ntoestemming:\n{yes}")
    sessie = lang / "sessies/2026" / SESSIE / "sessie.yaml"
    assert "opname: true\n" in sessie.read_text()
    no = yes.replace("tim, akkoord: ja", "tim, akkoord: nee")
    must(
        lang,
        *STEP,
        "--opnieuw",
        stdin=f"stap: acclimatisering\nopname: nee\ntoestemming:\n{no}",
    )
    assert "opname: false\n" in sessie.read_text()
    assert b"akkoord" not in steps(lang)["1-acclimatisering.md"], (
        "who said no is not kept"
    )


def test_answers_of_one_step_are_not_taken_for_another_that_the_command_names(
    lang: Path,
):
    before = lab.State.of(lang)
    outcome = intervisie(
        lang,
        "step",
        "advisering",
        "--antwoorden",
        "-",
        stdin="stap: acclimatisering\nthema: Rust\n",
    )
    assert outcome.code == 1
    assert "andere stap" in outcome.err
    assert lab.State.of(lang) == before
    must(
        lang,
        "step",
        "1",
        "--antwoorden",
        "-",
        stdin="stap: acclimatisering\nthema: Rust\n",
    )
