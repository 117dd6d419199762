"""What somebody fills in in a step file counts at once, and is recorded by the next command."""

import json
from pathlib import Path
from typing import Any

import pytest

from intervisie_cli.records.document import parse_markdown
from tests import lab
from tests.conftest import Run, git
from tests.prepared import Prepare, good

SESSIE = "sessies/2026/2026-11-23-kort"
RONDE = f"{SESSIE}/ronde-1-mirthe"
HULPVRAAG = f"{RONDE}/2-hulpvraag-definieren.md"
ADVIES = f"{RONDE}/3-advisering.md"


def fill_in(group: Path, pad: str, **waarden: str) -> str:
    """Write behind labels as somebody with an editor would, and give the text."""
    path = group / pad
    tekst = path.read_text(encoding="utf-8")
    for label, waarde in waarden.items():
        kop = f"- {label.replace('_', ' ')}:"
        assert kop in tekst
        tekst = tekst.replace(kop, f"{kop} {waarde}", 1)
    path.write_text(tekst, encoding="utf-8")
    return tekst


@pytest.fixture
def ingevuld(prepare: Prepare) -> Path:
    """A sessie of which a hand filled in the hulpvraag and the plan; no command did."""
    groep = prepare("kort", 1)
    fill_in(
        groep,
        HULPVRAAG,
        Hulpvraag="Hoe kom ik op tijd?",
        Vraag_van_Kim="Wat lukt al: iets?",
    )
    fill_in(
        groep,
        ADVIES,
        Advies_van_Kim="Zet een wekker",
        Actie="Ik zet elke dag een wekker",
        Haalbaar="a",
    )
    return groep


def told(run: Run, *args: str) -> Any:
    return json.loads(good(run(*args)).out)


def test_what_new_lays_ready_is_the_form_of_the_fields_and_is_not_a_word(
    kort: Path, run: Run
):
    tekst = (kort / HULPVRAAG).read_text(encoding="utf-8")
    assert tekst.partition("## Notulen\n")[2] == (
        "\n- Hulpvraag:\n- Toelichting:\n\n- Vraag van Kim:\n  - Antwoord:\n\n"
        "- Vraag van Tim:\n  - Antwoord:\n\n- Herformulering:\n"
    )
    assert "Geen rondes" in run("log", "--zoek", "herformulering").out
    assert "nog niets" in good(run("show")).out


def test_it_is_seen_by_every_command_without_any_other(ingevuld: Path, run: Run):
    [ronde] = told(run, "log", "--json")["rondes"]
    assert ronde["hulpvraag"] == "Hoe kom ik op tijd?"
    assert ronde["adviezen"] == [{"lid": "kim", "advies": "Zet een wekker"}]
    [actie] = told(run, "actie", "--json")["acties"]
    assert actie["actie"] == "Ik zet elke dag een wekker"
    assert actie["ritme"] == "elke dag"
    stand = told(run, "status", "--json")
    assert [item["actie"] for item in stand["acties_open"]] == [actie["actie"]]
    stappen = told(run, "show", "--json")["stappen"]
    assert stappen[1]["gegevens"]["vragen"] == [
        {"lid": "kim", "vraag": "Wat lukt al: iets?"}
    ]
    assert stappen[1]["notulen"] == ""
    assert "Hoe kom ik op tijd?" in good(run("show")).out
    assert "Wat lukt al" in good(run("log", "--zoek", "lukt")).out
    assert git(ingevuld, "status", "--porcelain") == f" M {HULPVRAAG}\n M {ADVIES}\n"


def test_what_members_gave_counts_for_what_they_owe(ingevuld: Path, run: Run):
    assert ingevuld
    good(
        run("step", "--antwoorden", "-", stdin="stap: hulpvraag-definieren\n"),
    )
    quota = {
        item["lid"]: item["aantal"] for item in told(run, "status", "--json")["quota"]
    }
    assert quota == {"kim": 1, "tim": 0}


def test_recording_lifts_it_and_takes_the_form_away_but_no_other_word(
    ingevuld: Path, run: Run
):
    path = ingevuld / HULPVRAAG
    vrij = "\nVrij:  tekst.\n\n\n> met  *alles*\n- Vraag van Ans: telt niet\n"
    path.write_text(path.read_text(encoding="utf-8") + vrij, encoding="utf-8")
    antwoorden = "stap: hulpvraag-definieren\nherformulering: Wat helpt me?\n"
    gedaan = good(run("step", "--antwoorden", "-", stdin=antwoorden))
    assert "met de hand" in gedaan.err
    tekst = path.read_text(encoding="utf-8")
    front, _, body = tekst.partition("\n---\n")
    assert "hulpvraag: Hoe kom ik op tijd?\n" in front
    assert "herformulering: Wat helpt me?" in front
    assert body == f"## Notulen\n{vrij}"
    [vraag] = told(run, "show", "--json")["stappen"][1]["gegevens"]["vragen"]
    assert vraag["lid"] == "kim"
    assert vraag["id"]


def test_an_empty_form_leaves_nothing_behind(kort: Path, run: Run):
    good(run("step", "--antwoorden", "-", stdin="thema: rust\n"))
    tekst = (kort / f"{SESSIE}/1-acclimatisering.md").read_text(encoding="utf-8")
    assert tekst.endswith("---\n## Notulen\n")


def test_answers_go_before_what_the_form_says_of_the_same_field(
    ingevuld: Path, run: Run
):
    antwoorden = "stap: hulpvraag-definieren\nhulpvraag: Getypt?\n"
    good(run("step", "--antwoorden", "-", stdin=antwoorden))
    tekst = (ingevuld / HULPVRAAG).read_text(encoding="utf-8")
    assert "hulpvraag: Getypt?\n" in tekst
    assert "Hoe kom ik" not in tekst
    assert "Hoe kom ik" in git(ingevuld, "show", f"HEAD^:{HULPVRAAG}")


def test_a_member_on_their_own_laptop_takes_along_what_the_form_says(
    ingevuld: Path, run: Run
):
    good(run("step", "--antwoorden", "-", stdin="stap: hulpvraag-definieren\n"))
    good(
        run(
            "step",
            "--als",
            "tim",
            "--antwoorden",
            "-",
            stdin="adviezen: [Ga fietsen]\n",
        )
    )
    tekst = (ingevuld / ADVIES).read_text(encoding="utf-8")
    assert tekst.endswith("---\n## Notulen\n")
    # `show` does not tell of what members write before it is shown to all.
    assert "adviezen" not in told(run, "show", "--json")["stappen"][2]["gegevens"]
    gegevens = parse_markdown(tekst.encode()).data
    assert gegevens["status"] == "bezig"
    assert [(item["lid"], item["advies"]) for item in gegevens["adviezen"]] == [
        ("kim", "Zet een wekker"),
        ("tim", "Ga fietsen"),
    ]
    assert gegevens["acties"][0]["haalbaar"][2] == {"lid": "tim", "akkoord": True}


def test_of_a_step_that_is_skipped_what_was_filled_in_stays(prepare: Prepare, run: Run):
    groep = prepare("kort", 3)
    pad = f"{SESSIE}/4-evaluatie.md"
    fill_in(groep, pad, Ervaring_van_Mirthe="Fijn")
    good(run("step", "evaluatie", "--overslaan", "--reden", "geen tijd"))
    body = (groep / pad).read_text(encoding="utf-8").partition("\n---\n")[2]
    assert body == "## Notulen\n\n- Ervaring van Mirthe: Fijn\n"


def test_what_cannot_be_read_is_named_by_check_with_its_line_and_stays(
    ingevuld: Path, run: Run
):
    tekst = fill_in(ingevuld, ADVIES, Toepasbaar="misschien")
    gevonden = json.loads(run("check", "--format", "json").out)["bevindingen"]
    [bevinding] = [item for item in gevonden if item["regel"] == "verslag-formulier"]
    assert bevinding["ernst"] == "let-op"
    regel = tekst.split("\n").index("  - Toepasbaar: misschien") + 1
    assert (bevinding["bestand"], bevinding["regelnummer"]) == (ADVIES, regel)
    assert "Begin met ja, deels of nee" in bevinding["hulp"]
    assert "Toepasbaar: misschien" in good(run("show")).out


def test_the_place_of_a_finding_in_what_a_hand_filled_in_is_where_it_stands(
    kort: Path, run: Run
):
    tekst = fill_in(kort, ADVIES, Actie="Ik ga beter mijn best doen")
    gevonden = json.loads(run("check", "--format", "json").out)["bevindingen"]
    regels = {item["regelnummer"] for item in gevonden if item["bestand"] == ADVIES}
    regel = tekst.split("\n").index("- Actie: Ik ga beter mijn best doen") + 1
    assert regels == {regel}


@pytest.mark.parametrize("eind", ["\n", "\r\n"])
@pytest.mark.parametrize("begin", [b"", b"\xef\xbb\xbf"])
def test_a_file_as_other_editors_save_it_is_read(
    ingevuld: Path, run: Run, begin: bytes, eind: str
):
    path = ingevuld / HULPVRAAG
    tekst = path.read_text(encoding="utf-8").replace("\n", eind)
    path.write_bytes(begin + tekst.encode())
    [ronde] = told(run, "log", "--json")["rondes"]
    assert ronde["hulpvraag"] == "Hoe kom ik op tijd?"


@pytest.mark.parametrize("codering", ["utf-16", "cp1252"])
def test_a_file_in_another_encoding_is_named_with_what_to_do_and_stays(
    ingevuld: Path, run: Run, codering: str
):
    path = ingevuld / HULPVRAAG
    tekst = path.read_text(encoding="utf-8").replace("op tijd", "één keer op tijd")
    raw = tekst.encode(codering)
    path.write_bytes(raw)
    gedaan = run("status")
    assert gedaan.code == 4
    assert f"{HULPVRAAG} is niet te lezen (regel " in gedaan.err
    assert "kies in je editor: opslaan als, codering UTF-8" in gedaan.err
    assert path.read_bytes() == raw


def test_a_record_that_was_made_before_stays_as_it_is(prepare: Prepare, run: Run):
    groep = prepare("kort", 2)
    path = groep / HULPVRAAG
    oud = "\n- Inbrenger:\n- Hulpvraag: stond er al\n- Vragen en antwoorden:\n"
    path.write_text(
        path.read_text(encoding="utf-8").replace("## Notulen\n", f"## Notulen\n{oud}")
    )
    git(groep, "commit", "-qam", "zoals vroeger")
    was = path.read_bytes()
    good(run("show"))
    assert "stond er al" in good(run("log", "--zoek", "stond")).out
    assert "Geen rondes" in run("log", "--zoek", "inbrenger").out
    assert path.read_bytes() == was
    antwoorden = "stap: hulpvraag-definieren\ntoelichting: Nieuw\n"
    good(run("step", "--opnieuw", "--antwoorden", "-", stdin=antwoorden))
    assert (
        path.read_text(encoding="utf-8")
        .partition("\n---\n")[2]
        .startswith(f"## Notulen\n{oud}")
    )


def test_a_blank_form_of_before_goes_when_its_step_is_recorded(kort: Path, run: Run):
    path = kort / f"{SESSIE}/1-acclimatisering.md"
    oud = "- Zo zit iedereen erbij: Fris\n- Thema: Rust\n- Opname, ja of nee:\n- Begeleider: Tim\n"
    path.write_text(path.read_text(encoding="utf-8").replace("- Thema:\n", oud))
    good(run("step", "--antwoorden", "-", stdin="stap: acclimatisering\n"))
    tekst = path.read_text(encoding="utf-8")
    assert "\nthema: Rust\nbegeleider: tim\n" in tekst
    assert tekst.endswith("## Notulen\n\n- Zo zit iedereen erbij: Fris\n")


def test_what_stands_on_the_lines_below_its_label_counts_too(kort: Path, run: Run):
    path = kort / HULPVRAAG
    tekst = path.read_text(encoding="utf-8")
    tekst = tekst.replace("- Toelichting:", "- Toelichting:\n  - Ik slaap slecht.")
    path.write_text(tekst, encoding="utf-8")
    gegevens = told(run, "show", "--json")["stappen"][1]["gegevens"]
    assert gegevens["toelichting"] == "- Ik slaap slecht."


def test_what_kim_filled_in_stays_in_sight_beside_what_mirthe_recorded(
    gedeeld: tuple[Path, Path],
):
    mirthe, kim = gedeeld
    fill_in(kim, lab.HULPVRAAG, Toelichting="Kim hoorde nog iets anders")
    lab.must(mirthe, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    for clone in (mirthe, kim, mirthe):
        lab.must(clone, "sync")
    for clone in (mirthe, kim):
        recorded = (clone / lab.HULPVRAAG).read_bytes()
        assert lab.holds(recorded, lab.HULPVRAAG_ANSWERS)
        body = recorded.decode().partition("\n---\n")[2]
        assert "- Toelichting: Kim hoorde nog iets anders\n" in body
        assert "Kim hoorde nog iets" in lab.must(clone, "show").out


def test_of_what_an_answers_file_leaves_out_the_lines_of_the_form_stay(
    ingevuld: Path, run: Run
):
    good(run("step", "--antwoorden", "-", stdin=lab.ANSWERS[1]))
    tekst = (ingevuld / HULPVRAAG).read_text(encoding="utf-8")
    front, _, body = tekst.partition("\n---\n")
    assert "hulpvraag: Hoe kan ik mezelf weer motiveren?" in front
    assert "- Vraag van Kim: Wat lukt al: iets?" in body
    assert "Kim vat het samen" in body
    good(run("step", "--antwoorden", "-", stdin=lab.ANSWERS[2]))
    tekst = (ingevuld / ADVIES).read_text(encoding="utf-8")
    assert "- Actie: Ik zet elke dag een wekker" in tekst.partition("\n---\n")[2]
    # Typed twice it is one.
    run("step", "--antwoorden", "-", stdin=lab.ANSWERS[2])
    assert (ingevuld / ADVIES).read_text(encoding="utf-8") == tekst


def test_what_an_answers_file_says_too_leaves_no_lines_of_the_form(
    ingevuld: Path, run: Run
):
    vragen = "vragen: [{lid: kim, vraag: 'Wat lukt al: iets?', antwoord: Ja}]\n"
    antwoorden = f"hulpvraag: Hoe kom ik op tijd?\n{vragen}slaat_over: [kim, tim]\n"
    good(run("step", "--antwoorden", "-", stdin=antwoorden))
    assert (ingevuld / HULPVRAAG).read_text(encoding="utf-8").endswith("## Notulen\n")


def found_with(run: Run, path: Path, regel: str) -> list[Any]:
    """What the rule of the form says once a hand added a line to the file."""
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{regel}\n")
    gevonden = json.loads(run("check", "--format", "json").out)["bevindingen"]
    return [item for item in gevonden if item["regel"] == "verslag-formulier"]


@pytest.mark.parametrize(
    "regel",
    [
        "- Actie: Ik bel elke week mijn tutor",
        "Advies van Tim: bel eens",
        "* Akkoord: n",
    ],
)
def test_what_is_filled_in_after_the_step_was_recorded_is_named_by_check(
    prepare: Prepare, run: Run, regel: str
):
    path = prepare("kort", 3) / ADVIES
    [een] = found_with(run, path, regel)
    assert een["bestand"] == ADVIES
    assert path.read_text().split("\n")[een["regelnummer"] - 1] == regel
    assert "telt niet mee" in een["bericht"]
    assert "step 1/advisering --opnieuw" in een["hulp"]


@pytest.mark.parametrize(
    "regel",
    ["- Iedereen is blij", "Kim: mooi zo", "- Actie: We maken samen een planning"],
)
def test_notulen_and_what_stands_above_already_are_not(
    prepare: Prepare, run: Run, regel: str
):
    assert found_with(run, prepare("kort", 3) / ADVIES, regel) == []
