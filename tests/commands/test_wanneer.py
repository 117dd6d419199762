"""When a sessie begins and in which rhythm a group meets: `new` and `wijzig` --om and --elke."""

from pathlib import Path

import pytest

from intervisie_cli.groep import sessies
from intervisie_cli.model.sessie import Sessie
from tests import lab
from tests.lab import intervisie, must

WIE = ("new", "--kort", "--deelnemers", "mirthe,kim,tim", "--geen-vragen")


def read(group: Path) -> Sessie:
    return sessies.load_sessie(group, next(sessies.folders(group)))


def at(dag: str) -> dict[str, str]:
    return {"INTERVISIE_NU": f"{dag}T19:00:00+01:00"}


def test_the_time_at_which_it_begins_is_kept_and_shown(leeg: Path):
    out = must(leeg, *WIE, "--om", "half 8", "--datum", "2026-12-01").out
    assert "klaar om 19:50 als je om 19:30 begint" in out
    assert "De sessie van di 1 december om 19:30 staat klaar." in out
    sessie = read(leeg)
    assert sessie.om == "19:30"
    assert 'om: "19:30"\n' in (leeg / sessie.map / "sessie.yaml").read_text()
    status = must(leeg, "status").out
    assert "Tijd  0 van 20 minuten, begin om 19:30\n" in status


def test_with_an_end_it_is_from_and_until(leeg: Path):
    out = must(leeg, *WIE, "--om", "20:00", "--tot", "20:15").out
    assert "Let op: Dit past niet vóór 20:15: je komt 5 minuten tekort." in out
    assert "0 van 20 minuten, van 20:00 tot 20:15" in must(leeg, "status").out


@pytest.mark.parametrize("tot", ["00:30", "20:31", "08:00"])
def test_an_evening_can_go_on_past_midnight(leeg: Path, tot: str):
    must(leeg, *WIE, "--om", "20:30", "--tot", tot)
    assert (read(leeg).om, read(leeg).tot) == ("20:30", tot)


@pytest.mark.parametrize("tot", ["19:00", "18:59", "07:30"])
def test_an_end_before_the_beginning_is_refused_and_nothing_is_made(
    leeg: Path, tot: str
):
    before = lab.State.of(leeg)
    outcome = intervisie(leeg, *WIE, "--om", "19:00", "--tot", tot)
    assert outcome.code == 2
    assert outcome.err.splitlines() == [
        f"Wie om 19:00 begint, is niet om {tot} klaar.",
        "Kies een eindtijd die later is dan het begin.",
    ]
    assert lab.State.of(leeg) == before


@pytest.mark.parametrize(
    "elke",
    ["bla", "2", "3 keer per week", "uur", "2 weken Kim", "dag om 9 uur", "0 dagen"],
)
def test_a_rhythm_that_cannot_be_read_is_refused_and_nothing_is_made(
    leeg: Path, elke: str
):
    before = lab.State.of(leeg)
    outcome = intervisie(leeg, *WIE, "--elke", elke)
    assert outcome.code == 2
    assert outcome.err.splitlines() == [
        "Dat ritme klopt niet.",
        "Schrijf het als 2 weken, maandag of eerste maandag van de maand.",
    ]
    assert lab.State.of(leeg) == before


@pytest.mark.parametrize(
    ("elke", "kept", "dag", "words"),
    [
        ("2 weken", "2 weken", "2026-11-23", "elke 2 weken. De volgende keer is op ma 7"),
        ("Elke twee weken", "twee weken", "2026-11-23", "elke 2 weken. De volgende"),
        ("iedere woensdag", "woensdag", "2026-11-25", "elke woensdag. De volgende keer"),
        ("maandelijks", "maandelijks", "2026-11-23", "elke maand. De volgende keer is op"),
        ("eerste di van de maand", "eerste di van de maand", "2026-12-01", "elke 1e dinsdag"),
    ],
)  # fmt: skip
def test_a_rhythm_is_kept_as_it_was_said_and_said_back_as_it_was_understood(
    leeg: Path, elke: str, kept: str, dag: str, words: str
):
    out = must(leeg, *WIE, "--elke", elke).out
    sessie = read(leeg)
    assert (sessie.elke, sessie.datum.isoformat()) == (kept, dag)
    assert f"Ritme: {words}" in out


def test_a_next_sessie_is_in_the_rhythm_with_its_times(leeg: Path):
    must(leeg, *WIE, "--elke", "2 weken", "--om", "19:00", "--tot", "21:00")
    must(leeg, *WIE)
    sessie = read(leeg)
    assert sessie.datum.isoformat() == "2026-12-07"
    assert (sessie.om, sessie.tot, sessie.elke) == ("19:00", "21:00", "2 weken")
    # A group that skipped some times goes on with the first that comes.
    must(leeg, *WIE, env=at("2027-01-05"))
    assert read(leeg).datum.isoformat() == "2027-01-18"


def test_a_day_and_a_time_that_are_given_go_before_the_rhythm(leeg: Path):
    must(leeg, *WIE, "--elke", "2 weken", "--om", "19:00", "--tot", "21:00")
    must(leeg, *WIE, "--datum", "2026-12-08", "--om", "21:30")
    sessie = read(leeg)
    assert (sessie.datum.isoformat(), sessie.elke) == ("2026-12-08", "2 weken")
    assert (sessie.om, sessie.tot) == ("21:30", "")


def test_another_rhythm_begins_today_or_on_its_first_day(leeg: Path):
    must(leeg, *WIE, "--elke", "2 weken")
    must(leeg, *WIE, "--elke", "donderdag")
    assert read(leeg).datum.isoformat() == "2026-11-26"


def test_geen_ends_the_rhythm(leeg: Path):
    must(leeg, *WIE, "--elke", "2 weken", "--om", "19:00")
    out = must(leeg, *WIE, "--elke", "geen", "--thema", "los").out
    sessie = read(leeg)
    assert sessie.naam == "2026-11-23-los"
    assert (sessie.elke, sessie.om) == ("", "")
    assert "Ritme" not in out


def test_what_a_hand_wrote_there_and_nobody_can_read_says_nothing(leeg: Path):
    must(leeg, *WIE, "--elke", "2 weken", "--om", "19:00")
    path = leeg / read(leeg).map / "sessie.yaml"
    text = path.read_text().replace('"19:00"', "na het eten")
    path.write_text(text.replace("2 weken", "als het uitkomt"))
    must(leeg, *WIE, "--thema", "los")
    assert (read(leeg).datum.isoformat(), read(leeg).om) == ("2026-11-23", "")
    for command in ("status", "show", "check", "herinner"):
        must(leeg, command)


def test_wijzig_changes_when_it_is_in_one_commit(klaar: Path):
    must(klaar, "wijzig", "--om", "19.15", "--tot", "21:00", "--elke", "elke maandag")
    sessie = read(klaar)
    assert (sessie.om, sessie.tot, sessie.elke) == ("19:15", "21:00", "maandag")
    assert must(klaar, "wijzig", "--om", "kwart over 7").out == "Zo stond het al.\n"
    before = lab.State.of(klaar)
    refused = intervisie(klaar, "wijzig", "--om", "21:30")
    assert (refused.code, lab.State.of(klaar)) == (2, before)
    must(klaar, "wijzig", "--om", "", "--elke", "geen")
    assert "om:" not in (klaar / lab.SESSIE_YAML).read_text()
    assert (read(klaar).om, read(klaar).elke, read(klaar).tot) == ("", "", "21:00")


@pytest.mark.parametrize(
    ("vlag", "versies", "typ"),
    [("om", ("19:00", "20:00"), "UU:MM"), ("elke", ("2 weken", "maandag"), "RITME")],
)
def test_two_versions_are_told_with_what_to_type_and_a_choice_ends_that(
    gedeeld: tuple[Path, Path], vlag: str, versies: tuple[str, str], typ: str
):
    mirthe, kim = gedeeld
    for clone, versie in zip(gedeeld, versies, strict=True):
        must(clone, "wijzig", f"--{vlag}", versie)
    must(mirthe, "sync")
    intervisie(kim, "sync")
    assert f"Kies met: intervisie wijzig --{vlag} {typ}\n" in must(kim, "status").out
    must(kim, "wijzig", f"--{vlag}", versies[0])
    assert "conflicten" not in (kim / lab.SESSIE_YAML).read_text()
    assert getattr(read(kim), vlag) == versies[0]


def test_the_last_days_of_the_calendar_are_no_error_of_the_program(leeg: Path):
    laatst = ("--datum", "31-12-9999", "--om", "23:30", "--tot", "0:30")
    must(leeg, *WIE, *laatst, "--elke", "2 weken")
    must(leeg, *WIE)
    must(leeg, "herinner", "9999", "--ics", str(leeg.parent / "x.ics"))
