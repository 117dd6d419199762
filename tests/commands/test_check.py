"""`intervisie check`, as students, hooks and forges run it."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from intervisie_cli.groep import bestanden
from tests.commands.sarif import faults
from tests.conftest import Run, git
from tests.lab import intervisie

STIL = """    wie: mirthe
    stil:
      - regel: smart-tijdgebonden-vaag
        reden: de dag volgt
      - regel: smart-realistisch-haalbar
        reden: komt goed
      - regel: privacy-naam
"""
INSTELLINGEN = """instellingen:
  horizon: 10
  regio: oost
  regels:
    vraag-gesloten: hint
    privacy-naam: uit
    smart-tijdgebonden-vag: hint
    verslag-reactie: erg
"""
RONDE = "ronde-1-mirthe"
SESSIE = "sessies/2026/2026-11-23-rust"
ADVIES = f"{SESSIE}/{RONDE}/3-advisering.md"


@pytest.fixture
def groep_met_sessie(groep: Path, run: Run) -> Path:
    """A group with one finished korte sessie, that has something to find of each kind."""
    assert (
        run(
            "new",
            "--kort",
            "--deelnemers",
            "mirthe,kim,tim",
            "--inbrengers",
            "mirthe",
            "--thema",
            "rust",
        ).code
        == 0
    )
    stappen = """
stap: acclimatisering
---
stap: hulpvraag-definieren
hulpvraag: Hoe krijg ik rust?
vragen:
- lid: kim
  vraag: Slaap je genoeg?
  antwoord: Nee.
---
stap: advisering
adviezen:
- lid: kim
  advies: Bel je begeleider op 06 12345678.
- lid: tim
  advies: Ga wandelen.
  toepasbaar: true
acties:
- actie: Ik bel binnenkort Sanne de Vries
  wie: mirthe
  akkoord: true
  haalbaar:
  - {lid: mirthe, akkoord: true}
  - {lid: kim, akkoord: true}
  - {lid: tim, akkoord: false}
notulen: Mail naar kim@voorbeeld.nl gestuurd.
"""
    done = run("step", "--antwoorden", "-", stdin=stappen)
    assert done.code == 0, done.err
    return groep


def regels(uit: str) -> list[str]:
    return [bevinding["regel"] for bevinding in json.loads(uit)["bevindingen"]]


def lines(uit: str) -> Iterator[dict[str, Any]]:
    return (json.loads(regel) for regel in uit.splitlines())


def test_one_actie_is_shown_with_its_letters_carets_reason_and_hint(run: Run):
    bellen = ("check", "--actie", "Ik bel Fatima binnenkort")
    done = run(*bellen, env={"INTERVISIE_NU": "2026-11-23T19:00:00+01:00"})
    assert done.code == 4
    assert done.out == (
        "S ✓  M ✓  A ?  R ?  T ✗\n"
        "fout: Wanneer is dat?\n"
        "  | Ik bel Fatima binnenkort\n"
        "  |               ^^^^^^^^^^\n"
        "  = Noem een dag, een week of een vast moment.\n"
    )
    uitgebreid = run(*bellen, "--uitgebreid")
    assert uitgebreid.code == 4
    assert uitgebreid.out.splitlines()[2] == "  smart-tijdgebonden-vaag"


def test_a_good_actie_and_an_open_question_give_nothing_and_exit_0(run: Run):
    done = run("check", "--actie", "Ik lever vrijdag hoofdstuk 2 in")
    assert (done.code, done.out) == (0, "S ✓  M ✓  A ?  R ?  T ✓\n")
    done = run("check", "--vraag", "Wat houdt je tegen?")
    assert (done.code, done.out) == (0, "open\n")


def test_the_lines_of_standard_input_come_out_one_by_one_in_their_order(run: Run):
    invoer = (
        "elke dag om 9 uur 30 minuten lezen\n\n"
        "beter plannen\r\n"
        "ik lever hoofdstuk 2 vóór 1 december in"
    )
    done = run(
        "check",
        "--actie",
        "-",
        "--format",
        "json",
        stdin=invoer,
        env={"INTERVISIE_NU": "2026-11-23T19:00:00+01:00"},
    )
    gevonden = list(lines(done.out))
    assert [(g["tekst"], g["smart"]) for g in gevonden] == [
        ("elke dag om 9 uur 30 minuten lezen", True), ("", False), ("beter plannen", False),
        ("ik lever hoofdstuk 2 vóór 1 december in", True),
    ]  # fmt: skip
    assert list(gevonden[0]) == [
        "tekst",
        "smart",
        "S",
        "M",
        "A",
        "R",
        "T",
        "zeker",
        "tot",
        "ritme",
        "bevindingen",
    ]
    assert gevonden[0]["ritme"] == "FREQ=DAILY;BYHOUR=9;BYMINUTE=0"
    assert gevonden[3]["tot"] == "2026-11-30"
    assert list(gevonden[2]["bevindingen"][0]) == [
        "regel",
        "ernst",
        "bericht",
        "hulp",
        "van",
        "tot",
    ]
    assert done.code == 4
    vragen = run(
        "check",
        "--vraag",
        "-",
        "--format",
        "json",
        stdin="Hoe gaat het?\nSlaap je goed?\nVind je niet dat het beter kan?\n",
    )
    assert [g["soort"] for g in lines(vragen.out)] == ["open", "gesloten", "suggestief"]


@pytest.mark.parametrize(
    ("invoer", "aantal"),
    [
        (b"", 0),
        (b"\n", 1),
        (b"\xff\xfe\x00\x01\n", 1),
        (b"a" * 1_000_000 + b"\nelke dag lezen", 2),
        (b"\x00" * 100, 1),
        (b"x" * 3_000_000, 1),
    ],
    ids=[
        "nothing",
        "empty line",
        "binary",
        "a line of 1 MB",
        "zeros",
        "3 MB without an end",
    ],
)
def test_odd_input_is_judged_line_by_line_without_a_crash(
    run: Run, invoer: bytes, aantal: int
):
    done = run("check", "--actie", "-", "--format", "json", stdin=invoer)
    assert done.code in (0, 4)
    assert done.err == ""
    assert len(list(lines(done.out))) == aantal


def test_a_text_is_judged_anywhere_also_without_a_group(run: Run, tmp_path: Path):
    done = run(
        "check",
        "--actie",
        "Ik lever vrijdag hoofdstuk 2 in",
        cwd=tmp_path,
        env={"INTERVISIE_GROEP": ""},
    )
    assert done.code == 0
    assert run("check", cwd=tmp_path).code == 1


@pytest.mark.parametrize(
    ("args", "zin"),
    [
        (["--format", "xml"], "--format kent 'xml' niet."),
        (["--format", "json", "--uitgebreid"], "--uitgebreid en --format gaan niet"),
        (["--ernst", "erg"], "--ernst kent 'erg' niet."),
        (["--alles", "--actie", "x"], "--alles en --actie gaan niet samen."),
        (["2026", "--vraag", "x"], "SESSIE en --vraag gaan niet samen."),
    ],
)
def test_what_cannot_be_is_named_with_what_can(run: Run, args: list[str], zin: str):
    done = run("check", *args)
    assert done.code == 2
    assert zin in done.err


@pytest.mark.usefixtures("groep_met_sessie")
def test_people_read_of_whom_and_of_what_each_finding_is_and_how_to_see_more(run: Run):
    done = run("check")
    assert done.code == 4
    regels = done.out.splitlines()
    assert regels[:5] == [
        "ma 23 november · rust",
        "  Hulpvraag definiëren, ronde 1",
        "    Kim · vraag 1 · hierop past één woord als antwoord",
        "      Begin met wat, hoe of waardoor.",
        "  Advisering, ronde 1",
    ]
    assert "    Mirthe · actie 1 · niet iedereen denkt dat dit haalbaar is" in regels
    assert "    notulen · hier staat een e-mailadres" in regels
    assert regels[-1] == (
        "2 fouten, 5 keer let op in 1 sessie. Meer zien? intervisie check --uitgebreid"
    )
    for woord in ("sessies/", ".md", "vraag-gesloten", "^"):
        assert woord not in done.out


def test_a_whole_sessie_is_checked_with_file_and_line(groep_met_sessie: Path, run: Run):
    done = run("check", "--uitgebreid")
    assert done.code == 4
    vraag = f"{SESSIE}/{RONDE}/2-hulpvraag-definieren.md:11:12"
    assert f"  vraag-gesloten · {vraag}\n" in done.out
    json_uit = run("check", "--format", "json").out
    gevonden = json.loads(json_uit)["bevindingen"]
    assert sorted(regels(json_uit)) == [
        "privacy-email", "privacy-naam", "privacy-telefoon", "smart-realistisch-haalbaar",
        "smart-tijdgebonden-vaag", "verslag-reactie", "vraag-gesloten",
    ]  # fmt: skip
    vaag = next(b for b in gevonden if b["regel"] == "smart-tijdgebonden-vaag")
    regel = (
        (groep_met_sessie / ADVIES)
        .read_text(encoding="utf-8")
        .splitlines()[vaag["regelnummer"] - 1]
    )
    assert "Ik bel binnenkort" in regel
    assert "Sanne" not in json_uit


def test_the_level_decides_the_exit_code(groep_met_sessie: Path, run: Run):
    assert run("check", "--ernst", "fout").code == 4
    git(groep_met_sessie, "reset", "--hard", "-q", "HEAD~2")
    done = run("check", "--ernst", "hint")
    assert (done.code, done.out) == (0, "Niets gevonden in 1 sessie. Mooi!\n")


@pytest.mark.usefixtures("groep_met_sessie")
def test_every_finding_is_listed_for_a_forge_without_text_of_the_record(run: Run):
    done = run("check", "--alles", "--format", "github")
    assert done.code == 4
    assert len(done.out.splitlines()) == 7
    assert f"::error file={ADVIES},line=" in done.out
    assert "::warning file=" in done.out
    for woord in ("Sanne", "binnenkort", "06 12345678", "kim@"):
        assert woord not in done.out


def test_sarif_is_what_its_schema_asks(groep_met_sessie: Path, run: Run):
    pad = groep_met_sessie / ADVIES
    pad.write_text(
        pad.read_text(encoding="utf-8").replace("    wie: mirthe\n", STIL),
        encoding="utf-8",
    )
    for args in (
        ["--alles"],
        ["--actie", "beter plannen"],
        ["--vraag", "-"],
        ["--actie", "elke dag om 9 uur lezen"],
    ):
        log = json.loads(
            run("check", *args, "--format", "sarif", stdin="Slaap je?\n").out
        )
        assert faults(log) == [], args
        assert "Sanne" not in json.dumps(log)
    stil = [
        r
        for r in json.loads(run("check", "--format", "sarif").out)["runs"][0]["results"]
        if "suppressions" in r
    ]
    assert [r["suppressions"][0]["justification"] for r in stil] == ["de dag volgt"]


def test_the_check_of_sarif_sees_what_is_wrong():
    goed = {
        "version": "2.1.0",
        "runs": [{"tool": {"driver": {"name": "x", "rules": []}}, "results": []}],
    }
    assert faults(goed) == []
    assert faults({**goed, "version": "2"}) != []
    assert faults({**goed, "extra": 1}) != []
    assert (
        faults(
            {
                "version": "2.1.0",
                "runs": [{"tool": {"driver": {"rules": []}}, "results": []}],
            }
        )
        != []
    )


def test_a_silence_with_a_reason_silences_and_one_without_is_named(
    groep_met_sessie: Path, run: Run
):
    pad = groep_met_sessie / ADVIES
    pad.write_text(
        pad.read_text(encoding="utf-8").replace("    wie: mirthe\n", STIL),
        encoding="utf-8",
    )
    done = run("check", "--format", "json")
    gevonden = {b["regel"]: b for b in json.loads(done.out)["bevindingen"]}
    assert gevonden["smart-tijdgebonden-vaag"]["stil"] == "de dag volgt"
    assert gevonden["privacy-naam"]["stil"] is None
    assert (
        gevonden["verslag-stil-onbekend"]["hulp"]
        == "Bedoel je smart-realistisch-haalbaar?"
    )
    assert "verslag-stil-zonder-reden" in gevonden
    assert "1 bewust zo gelaten" in run("check").out
    assert (
        run(
            "step",
            "advisering",
            "--opnieuw",
            "--antwoorden",
            "-",
            stdin="stap: advisering\nnotulen: anders\n",
        ).code
        == 0
    )
    assert "reden: de dag volgt" in pad.read_text(encoding="utf-8")


def test_what_an_old_coach_silenced_after_three_enters_is_listed_as_kept_on_purpose(
    groep_met_sessie: Path, run: Run
):
    pad = groep_met_sessie / ADVIES
    gezegd = "        reden: bewust zo gelaten bij het opschrijven\n"
    stil = "".join(
        f"      - regel: {regel}\n{gezegd}"
        for regel in ("smart-specifiek-vaag", "smart-tijdgebonden-ontbreekt")
    )
    tekst = pad.read_text(encoding="utf-8")
    tekst = tekst.replace("Ik bel binnenkort Sanne de Vries", "beter plannen")
    tekst = tekst.replace("    wie: mirthe\n", f"    wie: mirthe\n    stil:\n{stil}")
    pad.write_text(tekst, encoding="utf-8")
    assert "Wanneer" not in run("check").out
    done = run("check", "--ernst", "hint")
    assert "Bewust zo gelaten bij het opschrijven." in done.out
    assert "2 bewust zo gelaten in 1 sessie." in done.out
    gevonden = {
        b["regel"]: b
        for b in json.loads(run("check", "--format", "json").out)["bevindingen"]
    }
    assert gevonden["smart-tijdgebonden-ontbreekt"]["ernst"] == "hint"
    assert gevonden["smart-tijdgebonden-ontbreekt"]["stil"]
    [run_] = json.loads(run("check", "--format", "sarif").out)["runs"]
    niveaus = {r["ruleId"]: r["level"] for r in run_["results"]}
    assert niveaus["smart-tijdgebonden-ontbreekt"] == "note"


def test_what_was_kept_on_purpose_does_not_change_the_exit_code(
    groep_met_sessie: Path, run: Run
):
    pad = groep_met_sessie / SESSIE / "sessie.yaml"
    regels_ = {
        b["regel"]
        for b in json.loads(run("check", "--format", "json").out)["bevindingen"]
    }
    assert run("check", "--ernst", "hint").code == 4
    stil = "".join(f"  - regel: {regel}\n    reden: mag\n" for regel in regels_)
    pad.write_text(pad.read_text(encoding="utf-8") + f"stil:\n{stil}", encoding="utf-8")
    done = run("check", "--ernst", "hint")
    assert (done.code, "Bewust zo gelaten: mag" in done.out) == (0, True)


def test_a_silence_in_sessie_yaml_holds_for_all_its_files(
    groep_met_sessie: Path, run: Run
):
    pad = groep_met_sessie / SESSIE / "sessie.yaml"
    pad.write_text(
        pad.read_text(encoding="utf-8")
        + "stil:\n  - regel: privacy-email\n    reden: een verzonnen adres\n",
        encoding="utf-8",
    )
    gevonden = {
        b["regel"]: b["stil"]
        for b in json.loads(run("check", "--format", "json").out)["bevindingen"]
    }
    assert gevonden["privacy-email"] == "een verzonnen adres"


def test_the_group_sets_levels_horizon_and_region_and_hears_of_what_it_mistyped(
    groep_met_sessie: Path, run: Run
):
    pad = groep_met_sessie / "groep.yaml"
    tekst = pad.read_text(encoding="utf-8").replace("instellingen: {}\n", INSTELLINGEN)
    pad.write_text(tekst, encoding="utf-8")
    gevonden = json.loads(run("check", "--alles", "--format", "json").out)[
        "bevindingen"
    ]
    per = {b["regel"]: b["ernst"] for b in gevonden}
    assert per["vraag-gesloten"] == "hint"
    assert "privacy-naam" not in per
    zinnen = [b["bericht"] for b in gevonden if b["regel"] == "instelling-onbekend"]
    assert zinnen == [
        "Instelling 'regio' kan zijn: noord, midden, zuid.",
        "Instelling 'verslag-reactie' kan zijn: hint, let-op, fout, uit.",
        "Er is geen regel 'smart-tijdgebonden-vag'.",
    ]
    ver = run(
        "check",
        "--actie",
        "Ik lever over drie weken hoofdstuk 2 in",
        "--format",
        "json",
    )
    assert "smart-tijdgebonden-horizon" in regels(ver.out)


def test_a_record_that_cannot_be_read_is_named_and_the_rest_is_still_checked(
    groep_met_sessie: Path, run: Run
):
    (groep_met_sessie / SESSIE / RONDE / "2-hulpvraag-definieren.md").write_text(
        "---\nvraag: [\n---\n", encoding="utf-8"
    )
    (groep_met_sessie / SESSIE / "1-acclimatisering.md").write_text(
        "geen gegevens", encoding="utf-8"
    )
    done = run("check", "--ernst", "fout", "--format", "json")
    assert done.code == 4
    assert regels(done.out).count("verslag-onleesbaar") == 2
    assert "smart-tijdgebonden-vaag" in regels(done.out)
    (groep_met_sessie / SESSIE / "sessie.yaml").write_text("kapot: [", encoding="utf-8")
    assert run("check").out.splitlines()[0] == "ma 23 november"
    for args in (["--alles"], ["2026-11-23"]):
        done = run("check", *args, "--format", "json")
        assert (done.code, regels(done.out)) == (4, ["verslag-onleesbaar"])


def test_own_notulen_are_shared_so_they_are_read_for_privacy(
    groep_met_sessie: Path, run: Run
):
    before = regels(run("check", "--format", "json").out)
    assert run("notitie", "Bel Sanne\nop 06 12345678", "--als", "kim").code == 0
    done = json.loads(run("check", "--format", "json").out)["bevindingen"]
    # Other rules are about what a group records.
    assert len(done) == len(before) + 1
    pad = f"{SESSIE}/notulen/kim.md"
    [eigen] = [gevonden for gevonden in done if gevonden["bestand"] == pad]
    assert eigen["regel"] == "privacy-telefoon"
    tekst = (groep_met_sessie / pad).read_text().splitlines()
    assert tekst[eigen["regelnummer"] - 1] == "  op 06 12345678"
    plek = f"privacy-telefoon · {pad}:{eigen['regelnummer']}:{len('  op ') + 1}"
    assert plek in run("check", "--uitgebreid").out
    gezien = run("check").out.splitlines()
    assert gezien[gezien.index("  Eigen notulen") + 1] == (
        "    Kim · hier staat een telefoonnummer"
    )


def test_own_notulen_that_cannot_be_read_are_named(groep_met_sessie: Path, run: Run):
    assert run("notitie", "iets", "--als", "kim").code == 0
    (groep_met_sessie / SESSIE / "notulen/kim.md").write_bytes(b"\xff")
    assert "verslag-onleesbaar" in regels(run("check", "--format", "json").out)
    assert "  Eigen notulen\n    Kim · kim.md" in run("check").out


@pytest.mark.parametrize("naam", ["kort", "lang"])
def test_the_worked_case_has_no_more_than_hints(naam: str, tmp_path: Path, run: Run):
    assert run("demo", str(tmp_path / "voorbeeld"), f"--{naam}").code == 0
    done = run("check", "--alles", "--ernst", "let-op", cwd=tmp_path / "voorbeeld")
    assert done.code == 0, done.out


def test_without_a_name_the_sessie_that_was_begun_last_is_checked(
    groep_met_sessie: Path, run: Run
):
    before = run("check").out
    assert "ma 23 november" in before
    later = run("new", "--kort", "--deelnemers", "mirthe,kim", "--datum", "30-11")
    assert later.code == 0, later.err
    assert run("check").out == before
    assert run("check", "2026-11-30").out != before
    assert (groep_met_sessie / "sessies/2026/2026-11-30-kort").is_dir()


def test_each_file_of_a_sessie_is_read_once(
    groep_met_sessie: Path, monkeypatch: pytest.MonkeyPatch
):
    gelezen: Counter[str] = Counter()
    read = bestanden.read

    def counted(root: Path, pad: str, bekeken: set[str] | None = None) -> bytes | None:
        gelezen[pad] += 1
        return read(root, pad, bekeken)

    monkeypatch.setattr(bestanden, "read", counted)
    assert intervisie(groep_met_sessie, "check", "2026-11-23-rust").code == 4
    assert gelezen[f"{SESSIE}/sessie.yaml"] == 1
    assert gelezen[ADVIES] == 1
    assert set(gelezen.values()) == {1}
