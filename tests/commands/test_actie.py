"""What becomes of an actie: between two sessies with `actie`,
and in the terugblik that opens the next one.
"""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from intervisie_cli.checks.smart.actie import Afspraken
from intervisie_cli.flows.actie.ritme import keren
from intervisie_cli.index.opzoeken import ActieTreffer
from intervisie_cli.model.sessie import Groep
from intervisie_cli.tonen.ics import calendar
from tests.conftest import Run
from tests.lab import git
from tests.prepared import Open, Prepare

pytestmark = pytest.mark.usefixtures("groep_met_acties")
NEXT = (
    "new",
    "--kort",
    "--deelnemers",
    "mirthe,kim,tim",
    "--inbrengers",
    "kim",
    "--datum",
    "2026-12-07",
)


@pytest.fixture
def groep_met_acties(prepare: Prepare) -> Path:
    """Mirthe has two open acties, and one is of all together."""
    return prepare("kort", 3)


def acties(run: Run, *argv: str) -> list[dict[str, object]]:
    return list(json.loads(run("actie", "--json", *argv).out)["acties"])


def test_open_acties_are_listed_with_the_first_that_is_due_in_front(run: Run):
    out = run("actie").out.splitlines()
    assert out[0].endswith("Samen: We maken samen een planning (t/m ma 7 december)")
    assert [actie["wie"] for actie in acties(run)] == ["samen", "mirthe", "mirthe"]


def test_the_open_acties_of_a_member_are_their_own_and_those_of_all(run: Run):
    assert [actie["wie"] for actie in acties(run, "--van", "kim")] == ["samen"]
    assert run("actie", "klaar", "planning").code == 0
    assert run("actie", "--van", "kim").out == "Er zijn geen open acties.\n"


@pytest.mark.parametrize("fout", [("--tot", "ooit"), ("--opmerking", "x" * 20_001)])
def test_what_is_typed_wrong_is_refused_before_anything_is_asked(
    terminal: Open, fout: tuple[str, str]
):
    nobody: dict[str, str | None] = {"GIT_CONFIG_GLOBAL": "/dev/null"}
    window = terminal("actie", "klaar", "planning", *fout, env=nobody)
    assert window.exit_code() == 2


def test_what_is_late_is_said(run: Run):
    out = run("actie", env={"INTERVISIE_NU": "2026-12-08T10:00:00+01:00"}).out
    assert "(t/m ma 7 december, te laat)" in out


@pytest.mark.parametrize("how", ["id", "begin", "woord"])
def test_how_an_actie_goes_is_one_commit_that_says_nothing_of_it(
    run: Run, groep_met_acties: Path, how: str
):
    eerste = acties(run)[0]
    which = {
        "id": str(eerste["id"]),
        "begin": str(eerste["id"])[:5],
        "woord": "planning",
    }[how]
    done = run(
        "actie", "klaar", which, "--opmerking", "Staat in de agenda", "--als", "kim"
    )
    assert (done.code, done.out) == (
        0,
        "✓ Gedaan: We maken samen een planning (Samen)\n",
    )
    (na,) = [actie for actie in acties(run, "--alle") if actie["id"] == eerste["id"]]
    (opvolging,) = na["opvolging"]
    assert {**opvolging, "id": ""} == {
        "id": "", "datum": "2026-11-23", "lid": "kim", "status": "gedaan",
        "opmerking": "Staat in de agenda",
    }  # fmt: skip
    assert len(acties(run)) == 2
    assert git(groep_met_acties, "log", "-1", "--format=%s").startswith(
        "Advisering opgevolgd (2026-11-23-"
    )
    assert git(groep_met_acties, "status", "--porcelain") == ""


def test_the_same_once_more_does_nothing(run: Run, groep_met_acties: Path):
    run("actie", "bezig", "planning")
    head = git(groep_met_acties, "rev-parse", "HEAD")
    assert "Stond al zo" in run("actie", "bezig", "planning").out
    assert git(groep_met_acties, "rev-parse", "HEAD") == head
    assert run("actie", "deels", "planning").code == 0
    assert acties(run)[0]["status"] == "deels"


def test_an_actie_can_get_a_new_day(run: Run):
    run("actie", "bezig", "planning", "--tot", "14 december")
    assert acties(run)[0]["tot"] == "2026-12-14"


@pytest.mark.parametrize(
    ("tot", "dag"),
    [
        ("vrijdag", "2026-11-27"),
        ("volgende week ma", "2026-11-30"),
        ("ma 14 december", "2026-12-14"),
        ("1 dec.", "2026-12-01"),
        ("1 dec '26", "2026-12-01"),
        ("ma", "2026-11-30"),
        ("over twee weken", "2026-12-07"),
    ],
)
def test_the_new_day_is_read_as_a_sentence_says_it(run: Run, tot: str, dag: str):
    assert run("actie", "bezig", "planning", "--tot", tot).code == 0
    assert acties(run)[0]["tot"] == dag


IN_DE_ZIN = """stap: advisering
adviezen:
- {lid: kim, advies: Mail hem}
- {lid: tim, advies: Bel hem}
acties:
- {actie: "Ik mail uiterlijk 26 november mijn docent", wie: mirthe}
- {actie: "Ik lees voor de voorjaarsvakantie een boek", wie: mirthe}
- {actie: "Ik begin 1 december met hardlopen", wie: mirthe}
"""


def test_a_day_that_only_the_sentence_names_is_one_day_everywhere(
    run: Run, groep_met_acties: Path
):
    done = run("step", "advisering", "--opnieuw", "--antwoorden", "-", stdin=IN_DE_ZIN)
    assert done.code == 0, done.err
    per_zin = {str(actie["actie"]): actie for actie in acties(run)}
    mailen = per_zin["Ik mail uiterlijk 26 november mijn docent"]
    assert mailen["laatste_dag"] == "2026-11-26"
    # Nothing is written in the file: it is what the sentence says.
    assert "tot" not in mailen
    assert "(t/m do 26 november)" in run("actie").out
    assert "t/m do 26 november" in run("status").out
    laat = {"INTERVISIE_NU": "2026-12-10T12:00:00+01:00"}
    gevonden = run("log", "--te-laat", env=laat).out
    assert "mail" in gevonden
    assert "hardlopen" not in gevonden
    ics = groep_met_acties.parent / "acties.ics"
    assert run("actie", "--ics", str(ics)).code == 0
    dagen = [
        event["dtstart"].dt
        for event in Calendar.from_ical(ics.read_bytes()).walk("VEVENT")
    ]
    assert dagen == [date(2026, 11, 26)]
    # When a group says where it lives, the holidays are known, in what was read before as well.
    groep = groep_met_acties / "groep.yaml"
    met_regio = "instellingen: {regio: midden}"
    groep.write_text(groep.read_text().replace("instellingen: {}", met_regio))
    lezen = next(actie for actie in acties(run) if "boek" in str(actie["actie"]))
    assert str(lezen["laatste_dag"]) == "2027-02-19"


def test_a_new_day_goes_before_the_one_of_the_sentence(run: Run):
    run("step", "advisering", "--opnieuw", "--antwoorden", "-", stdin=IN_DE_ZIN)
    assert run("actie", "bezig", "docent", "--tot", "vrijdag").code == 0
    out = " ".join(run("actie").out.split())
    assert "docent (t/m vr 27 november, bezig)" in out


def test_a_flag_that_holds_no_day_says_how_to_write_one(run: Run):
    for argv in (
        ("actie", "bezig", "planning", "--tot", "binnenkort"),
        ("log", "--sinds", "binnenkort"),
        ("log", "--tot", "31 november"),
        (*NEXT[:-1], "binnenkort"),
    ):
        done = run(*argv)
        assert done.code == 2
        assert "zoals vrijdag, 14 december of over twee weken" in done.err


def test_a_sessie_of_last_week_is_made_on_its_day(run: Run):
    assert run(*NEXT[:-1], "vorige week vrijdag").code == 0
    assert "2026-11-20" in run("log", "--json", "--sinds", "vorige week vrijdag").out


def test_a_rhythm_counts_between_the_times_that_it_is_told(run: Run):
    def told(dag: str, keer: str) -> list[object]:
        env = {"INTERVISIE_NU": f"{dag}T20:00:00+01:00"}
        assert run("actie", "bezig", "wandel", "--keer", keer, env=env).code == 0
        (actie,) = [actie for actie in acties(run) if "wandel" in str(actie["actie"])]
        return [(item["keer"], item["van"]) for item in actie["opvolging"]]

    assert told("2026-11-30", "5") == [(5, 7)]
    assert told("2026-12-02", "2") == [(5, 7), (2, 2)]
    assert told("2026-12-02", "1") == [(5, 7), (2, 2), (1, 2)], (
        "of one day the last holds"
    )
    assert "bezig, 1 van 2 keer" in " ".join(run("actie").out.split())


@pytest.mark.parametrize(
    ("actie", "van"),
    [
        ("Ik wandel elke dag om 9 uur een half uur", 14),
        ("Ik bel elke ma en do mijn oma", 4),
        ("Ik wandel elke dag om 9 uur t/m 30 november", 7),
        ("Ik ga elke maandag en woensdag twee keer hardlopen", 4),
        ("Ik ga drie keer per week hardlopen", 6),
        ("2x per dag tien minuten opruimen", 28),
        ("Ik spaar elke maand", 0),
        ("Ik stuur vrijdag een mail", None),
        ("Ik doe mijn best", None),
    ],
)
def test_how_often_a_rhythm_could_be_done_is_what_it_says(actie: str, van: int | None):
    treffer = ActieTreffer(
        {"id": "aaaa", "actie": actie}, "kim", "pad", "map", "2026-11-23"
    )
    assert keren(treffer, date(2026, 12, 7), Groep("g", ())) == van


@pytest.mark.parametrize(
    "opvolging",
    [
        "[{id: aaaabbbb, status: bezig, keer: 3}]",
        "[{datum: 1 dec, keer: 2}]",
        "[{datum: 2026-11-25, keer: veel}, x]",
        "nee",
    ],
)
def test_an_opvolging_that_a_hand_left_half_done_stops_nobody(
    run: Run, groep_met_acties: Path, opvolging: str
):
    path = next(groep_met_acties.glob("sessies/*/*/ronde-1-mirthe/3-*.md"))
    path.write_text(
        path.read_text().replace(
            "    ritme:", f"    opvolging: {opvolging}\n    ritme:", 1
        )
    )
    assert run("actie", "bezig", "wandel", "--keer", "3").code == 0
    assert run(*NEXT).code == 0
    (wandel,) = [actie for actie in acties(run) if "wandel" in str(actie["actie"])]
    verteld = f"{{id: {wandel['id']}, status: bezig, keer: 9}}"
    document = f"stap: acclimatisering\nterugblik:\n  - {verteld}\n"
    assert (
        run("step", "--antwoorden", "-", "--sessie", "2026-12-07", stdin=document).code
        == 0
    )


@pytest.mark.parametrize("gezegd", ["klaar", "vervallen", "open"])
def test_what_a_laptop_with_a_wrong_clock_told_pins_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch, gezegd: str
):
    nu = run("actie", "--json")
    eerste = json.loads(nu.out)["acties"][0]["id"]
    with monkeypatch.context() as later:
        later.setenv("INTERVISIE_NU", "2028-11-24T19:00:00+01:00")
        assert run("actie", "bezig", eerste).code == 0
    assert run("actie", gezegd, eerste).code == 0
    nog = [een["id"] for een in acties(run)]
    assert (eerste in nog) == (gezegd == "open")
    assert "nog moet komen" in run("doctor").out


def test_what_is_done_can_be_named_again(run: Run):
    assert run("actie", "gedaan", "planning").code == 0
    assert (
        run("actie", "klaar", "planning").out
        == "✓ Stond al zo: We maken samen een planning (Samen)\n"
    )
    later = {"INTERVISIE_NU": "2026-11-30T20:00:00+01:00"}
    assert run("actie", "bezig", "wandel", "--keer", "3", env=later).out.startswith(
        "✓ Bezig, 3 van 7 keer: Mijn"
    )


@pytest.mark.parametrize("path", ["nergens/x.ics", "", "."])
def test_a_calendar_goes_where_a_file_can_be(
    run: Run, groep_met_acties: Path, path: str
):
    outcome = run("actie", "--ics", path)
    assert (outcome.code, len(outcome.err.splitlines())) == (2, 2)
    assert not (groep_met_acties / "nergens").exists()


def test_how_often_is_said_of_a_rhythm_alone(run: Run):
    planning = acties(run)[0]["id"]
    assert run(*NEXT).code == 0
    document = f"stap: acclimatisering\nterugblik:\n  - {{id: {planning}, keer: 9}}\n"
    outcome = run("step", "--antwoorden", "-", "--sessie", "2026-12-07", stdin=document)
    assert (outcome.code, "vast ritme" in outcome.err) == (1, True)


@pytest.mark.parametrize("id_", ["[a]", "{x: 1}", "7", "''"])
def test_an_id_that_can_be_none_stops_nobody(
    run: Run, groep_met_acties: Path, id_: str
):
    path = next(groep_met_acties.glob("sessies/*/*/ronde-1-mirthe/3-*.md"))
    path.write_text(
        path.read_text().replace(
            "acties:\n", f"acties:\n  - id: {id_}\n    actie: Ik koop een fiets\n", 1
        )
    )
    assert "Ik koop een fiets" in run("actie").out
    assert run(*NEXT).code == 0
    document = "stap: acclimatisering\nterugblik: []\n"
    assert (
        run("step", "--antwoorden", "-", "--sessie", "2026-12-07", stdin=document).code
        == 0
    )


def test_what_a_hand_wrote_beside_it_stays(run: Run, groep_met_acties: Path):
    path = next(groep_met_acties.glob("sessies/*/*/ronde-1-mirthe/3-*.md"))
    path.write_text(path.read_text() + "\nMet de hand erbij.\n")
    run("actie", "klaar", "planning")
    assert "Met de hand erbij." in path.read_text()
    assert (
        git(groep_met_acties, "log", "-2", "--format=%s")
        .splitlines()[1]
        .startswith("Advisering met de hand")
    )


@pytest.mark.parametrize(
    ("argv", "code", "says"),
    [
        ("klaar zoiets", 1, "Die actie is er niet."),
        ("klaar een", 1, "Er passen"),
        ("klaar", 2, "terminal"),
        # The first in this list is another one elsewhere.
        ("klaar 1", 2, "terminal"),
        ("gelukt planning", 2, "geen status"),
        ("lijst planning", 2, "Zeg hoe het"),
        ("klaar planning --json", 2, "horen bij de lijst"),
        ("klaar planning --tot ooit", 2, "bestaat niet"),
        ("klaar planning --als piet", 2, "geen lid"),
        ("bezig wandel --keer 1000", 2, "--keer moet"),
        ("klaar planning --keer 5", 2, "vast ritme"),
        ("--keer 3", 2, "Zeg hoe het"),
        ("--met-tekst", 2, "hoort bij --ics"),
        ("--ics x.ics --json", 2, "gaat niet samen"),
    ],
)
def test_what_cannot_be_right_is_said(
    run: Run, groep_met_acties: Path, argv: str, code: int, says: str
):
    before = git(groep_met_acties, "rev-parse", "HEAD")
    outcome = run("actie", *argv.split())
    assert (outcome.code, says in outcome.err, len(outcome.err.splitlines())) == (
        code,
        True,
        2,
    ), outcome
    assert git(groep_met_acties, "rev-parse", "HEAD") == before
    if says == "Er passen":
        assert len(outcome.out.splitlines()) >= 2, "the candidates are listed"


def test_an_actie_that_a_hand_wrote_without_an_id_gets_one(
    run: Run, groep_met_acties: Path
):
    path = next(groep_met_acties.glob("sessies/*/*/ronde-1-mirthe/3-*.md"))
    path.write_text(
        path.read_text().replace(
            "acties:\n", "acties:\n  - actie: Ik koop een fiets\n", 1
        )
    )
    assert "Ik koop een fiets" in run("actie").out
    assert (
        run("actie", "klaar", "fiets").out == "✓ Gedaan: Ik koop een fiets (Mirthe)\n"
    )
    (fiets,) = [
        actie
        for actie in acties(run, "--alle")
        if actie["actie"] == "Ik koop een fiets"
    ]
    assert (len(str(fiets["id"])), fiets["status"]) == (8, "gedaan")


def test_an_actie_whose_file_is_gone_is_gone(run: Run, groep_met_acties: Path):
    assert len(acties(run)) == 3
    next(groep_met_acties.glob("sessies/*/*/ronde-1-mirthe/3-*.md")).unlink()
    outcome = run("actie", "klaar", "planning")
    assert (outcome.code, "Die actie is er niet." in outcome.err) == (1, True)


def test_new_names_the_open_acties_of_those_present(run: Run):
    assert "We maken samen een planning" in run(*NEXT).out


def test_a_terugblik_follows_up_the_acties_and_undo_takes_that_back(
    run: Run, groep_met_acties: Path
):
    eerste, tweede, _ = acties(run)
    assert run(*NEXT).code == 0
    document = f"""stap: acclimatisering
terugblik:
  - {{id: {eerste["id"]}, status: gedaan, opmerking: Hij hangt op}}
  - {{id: {tweede["id"]}, status: deels}}
"""
    step = ("step", "--antwoorden", "-", "--sessie", "2026-12-07")
    assert run(*step, stdin=document).code == 0
    assert {actie["id"]: actie["status"] for actie in acties(run)}[
        tweede["id"]
    ] == "deels"
    (na,) = [actie for actie in acties(run, "--alle") if actie["id"] == eerste["id"]]
    assert na["opvolging"][0]["datum"] == "2026-12-07"
    assert git(groep_met_acties, "status", "--porcelain") == ""
    assert run(*step, stdin=document).code == 0, "typed twice"
    assert [len(actie.get("opvolging", [])) for actie in acties(run, "--alle")] == [
        1,
        1,
        0,
    ]
    assert run("undo", "--sessie", "2026-12-07").code == 0
    assert [actie["status"] for actie in acties(run)] == ["open"] * 3


def test_a_terugblik_can_be_opened_again(run: Run):
    eerste = acties(run)[0]
    assert run(*NEXT).code == 0
    step = ("step", "acclimatisering", "--antwoorden", "-", "--sessie", "2026-12-07")
    document = "terugblik:\n  - {{id: {}, status: {}}}\n"
    assert run(*step, stdin=document.format(eerste["id"], "gedaan")).code == 0
    assert (
        run(*step, "--opnieuw", stdin=document.format(eerste["id"], "bezig")).code == 0
    )
    assert {actie["id"]: actie["status"] for actie in acties(run)}[
        eerste["id"]
    ] == "bezig"


def test_a_hulpvraag_that_goes_on_with_an_actie_is_one_story(run: Run):
    planning = str(acties(run)[0]["id"])
    assert (
        run(
            *(part.replace("kim", "mirthe") if part == "kim" else part for part in NEXT)
        ).code
        == 0
    )
    step = ("step", "2", "--antwoorden", "-", "--sessie", "2026-12-07")
    assert (
        run(
            "step",
            "--antwoorden",
            "-",
            "--sessie",
            "2026-12-07",
            stdin="stap: acclimatisering\n",
        ).code
        == 0
    )
    verkeerd = run(
        *step, stdin="hulpvraag: Hoe houd ik het vol?\nvervolg_op: bestaatniet\n"
    )
    assert (verkeerd.code, "staat niet open" in verkeerd.err) == (1, True)
    assert (
        run(
            *step, stdin=f"hulpvraag: Hoe houd ik het vol?\nvervolg_op: {planning}\n"
        ).code
        == 0
    )
    assert "Vervolg op: We maken samen een planning" in run("show", "2026-12-07").out
    for zoek in ("motivatie", "vol"):
        rondes = json.loads(run("log", "--verloop", "--zoek", zoek, "--json").out)[
            "rondes"
        ]
        assert [(ronde["datum"], ronde["vervolg_op"]) for ronde in rondes] == [
            ("2026-11-23", None), ("2026-12-07", planning)
        ], zoek  # fmt: skip
    out = run("log", "--verloop").out
    assert (
        out.index("ma 23 november")
        < out.index("Vervolg op We maken samen een planning")
        < out.index("Hoe houd ik het vol")
    )
    assert run("log", "--zoek", planning).out == "Geen rondes gevonden.\n", (
        "an id is no word"
    )


def test_a_circle_of_carried_acties_ends(run: Run, groep_met_acties: Path):
    path = next(groep_met_acties.glob("sessies/*/*/ronde-1-mirthe/2-*.md"))
    path.write_text(
        path.read_text().replace(
            "\nhulpvraag:", f"\nvervolg_op: {acties(run)[0]['id']}\nhulpvraag:", 1
        )
    )
    assert len(json.loads(run("log", "--verloop", "--json").out)["rondes"]) == 1


def test_open_acties_become_entries_of_a_calendar_that_say_nothing_of_the_case(
    run: Run, tmp_path: Path
):
    path = tmp_path / "acties.ics"
    done = run("actie", "--ics", str(path), "--als", "mirthe")
    assert " ".join(done.out.split()).startswith(f"✓ 3 in {path};"), done
    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert {str(event["summary"]) for event in events} == {"Actie uit intervisie"}
    assert b"wekker" not in path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    assert [str(event["dtstart"].dt) for event in events if "rrule" not in event] == [
        "2026-12-07"
    ]
    assert "2026-11-23 09:00:00" in [str(event["dtstart"].dt) for event in events]
    assert all(len(event.walk("VALARM")) == 1 for event in events)
    first = {str(event["uid"]) for event in events}
    run("actie", "--ics", str(path), "--als", "mirthe", "--met-tekst")
    assert b"wekker" in path.read_bytes()
    assert {
        str(event["uid"])
        for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    } == first


def test_a_calendar_never_stands_in_the_folder_of_the_group(
    run: Run, groep_met_acties: Path
):
    for typed in (".", str(groep_met_acties / "acties.ics")):
        refused = run("actie", "--ics", typed)
        assert refused.code == 2
        assert "In de map van de groep hoort alleen wat jullie delen." in refused.err
    # A bare name is one among the downloads.
    done = run("actie", "--ics", "acties.ics")
    assert done.code == 0, done
    assert git(groep_met_acties, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("actie", "first", "rule"),
    [
        (
            "Ik loop elke eerste maandag van de maand om half 11",
            "2026-12-07 10:30",
            b"FREQ=MONTHLY;BYDAY=1MO",
        ),
        (
            "Ik bel elke ma en do t/m 7 december",
            "2026-11-23 09:00",
            b"FREQ=WEEKLY;UNTIL=20261207T235959;BYDAY=MO,TH",
        ),
        (
            "Vanaf 7 december lees ik elke maandag en donderdag",
            "2026-12-07 09:00",
            b"FREQ=WEEKLY;BYDAY=MO,TH",
        ),
        (
            "In de kerstvakantie elke dag om 10 uur lezen",
            "2026-12-19 10:00",
            b"FREQ=DAILY;UNTIL=20270103T235959",
        ),
        ("Ik bel vrijdag om half 11", "2026-11-27", b""),
        ("Ik bel iemand", "", b""),
    ],
)
def test_a_rhythm_begins_at_its_first_time(actie: str, first: str, rule: bytes):
    treffer = ActieTreffer(
        {"id": "aaaa", "actie": actie, "status": "open"},
        "kim",
        "pad",
        "map",
        "2026-11-23",
    )
    raw, aantal = calendar(
        [treffer],
        datetime(2026, 11, 23, 19, tzinfo=UTC),
        Afspraken(""),
        met_tekst=False,
    )
    assert aantal == bool(first)
    assert rule in raw
    assert [
        str(event["dtstart"].dt)[: len(first)]
        for event in Calendar.from_ical(raw).walk("VEVENT")
    ] == [first] * aantal


def test_no_other_file_is_overwritten_by_a_calendar(run: Run, tmp_path: Path):
    path = tmp_path / "brief.txt"
    path.write_text("Lieve oma")
    outcome = run("actie", "--ics", str(path))
    assert (outcome.code, path.read_text()) == (2, "Lieve oma")
    for raw in (
        "BEGIN:VCALENDAR\nmijn rooster\nEND:VCALENDAR\n",
        "BEGIN:VCALENDAR\nPRODID:-//School//Rooster//NL\nEND:VCALENDAR\n",
    ):
        path.write_text(raw)
        outcome = run("actie", "--ics", str(path))
        assert (outcome.code, path.read_text()) == (2, raw)
    assert run("actie", "klaar", "planning", "--ics", str(path)).code == 2
    assert run("actie", "klaar", "planning").code == 0
    assert (
        "Geen open actie"
        in run("actie", "--ics", str(tmp_path / "x.ics"), "--van", "kim").out
    )
