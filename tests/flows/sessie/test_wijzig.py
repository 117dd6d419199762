"""A sessie changes while it runs: who is there, who does what, which rondes, when it ends.

Each change is one commit, the same change again is none, and what was recorded stays.
"""

from pathlib import Path

import pytest

from intervisie_cli.groep import sessies
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.records.document import parse_yaml
from tests import lab
from tests.lab import intervisie, must

GEEN_RONDE = ("new", "--kort", "--deelnemers", "mirthe,kim,tim", "--geen-vragen")
ANTWOORDEN = ("step", "--antwoorden", "-")
HULPVRAAG = (
    "stap: hulpvraag-definieren\ninbrenger: {}\nhulpvraag: Hoe begin ik op tijd?\n"
)
ADVISERING = """stap: advisering
adviezen:
  - {lid: kim, advies: Zet een wekker., toepasbaar: ja, reactie: Doe ik.}
  - {lid: tim, advies: Begin klein., toepasbaar: ja, reactie: Goed.}
acties:
  - {actie: Mirthe zet maandag om 9 uur haar wekker., wie: mirthe, haalbaar: []}
"""
VAN_TIM = "  - {lid: tim, advies: Begin klein., toepasbaar: ja, reactie: Goed.}\n"


@pytest.fixture
def call(leeg: Path) -> Path:
    """A sessie in which the group says in the call who brings in; noor is a member too."""
    must(leeg, "lid", "erbij", "noor")
    must(leeg, *GEEN_RONDE)
    return leeg


@pytest.fixture
def begun(call: Path) -> Path:
    """The same, with the acclimatisering recorded."""
    must(call, *ANTWOORDEN, stdin="stap: acclimatisering\n")
    return call


def read(group: Path) -> SessieMap:
    """The latest sessie as it stands on disk."""
    return sessies.load(group, next(sessies.folders(group)))


def data(group: Path) -> dict[str, object]:
    """What stands in its sessie.yaml."""
    return parse_yaml((group / lab.SESSIE_YAML).read_bytes()).data


def changes(group: Path, *argv: str) -> SessieMap:
    """Change it, in just one commit, which a second time is none; give what it is like then."""
    before = lab.State.of(group)
    commits = len(lab.subjects(group))
    must(group, "wijzig", *argv)
    assert len(lab.subjects(group)) == commits + 1
    assert lab.subjects(group)[0] == f"Sessie gewijzigd ({lab.SESSIE})"
    assert list(before.losses(group, lab.SESSIE_YAML)) == []
    after = lab.State.of(group)
    again = must(group, "wijzig", *argv)
    assert again.out == "Zo stond het al.\n"
    assert lab.State.of(group) == after
    assert list(lab.untidy(group)) == []
    return read(group)


def refuses(group: Path, *argv: str) -> list[str]:
    """Ask for what cannot be; nothing may change. Give the lines that say why."""
    before = lab.State.of(group)
    outcome = intervisie(group, "wijzig", *argv)
    assert outcome.code in (1, 2), outcome
    assert lab.State.of(group) == before
    return outcome.err.splitlines()


def inbrengers(sessie_map: SessieMap) -> list[str]:
    return [ronde.inbrenger for ronde in sessie_map.sessie.rondes]


def owes(group: Path) -> set[str]:
    """Who owes something in the step at hand, as `status` says it."""
    out = must(group, "status").out
    return {
        lid
        for lid in ("mirthe", "kim", "tim", "noor")
        if f"    {lid.capitalize()} " in out
    }


# ---- rondes


def test_a_ronde_comes_with_its_files(call: Path):
    nu = changes(call, "--ronde-erbij", "tim")
    assert inbrengers(nu) == ["tim"]
    assert all(stap.document for stap in nu.stappen)
    assert nu.sessie.rondes[0].map == "ronde-1-tim"


def test_the_first_answers_of_an_inbrenger_make_their_ronde(begun: Path):
    must(begun, *ANTWOORDEN, stdin=HULPVRAAG.format("tim"))
    assert lab.subjects(begun)[:2] == [
        f"Hulpvraag definiëren vastgelegd ({lab.SESSIE}, ronde 1)",
        f"Sessie gewijzigd ({lab.SESSIE})",
    ]
    must(begun, *ANTWOORDEN, stdin=HULPVRAAG.format("tim"))
    assert inbrengers(read(begun)) == ["tim"]


def test_answers_that_do_not_hold_make_no_ronde(begun: Path):
    before = lab.State.of(begun)
    for stdin in (
        "inbrenger: tim\nhulpvraag: Hoe?\nkleur: rood\n",
        "inbrenger: tim\nstap: evaluatie\nkleur: rood\n",
        HULPVRAAG.format("noor"),
    ):
        assert intervisie(begun, *ANTWOORDEN, stdin=stdin).code == 1
        assert lab.State.of(begun) == before


def test_the_answers_of_two_rondes_make_both_in_one_commit(call: Path):
    documents = [
        "stap: acclimatisering\n",
        HULPVRAAG.format("mirthe"),
        ADVISERING,
        HULPVRAAG.format("tim"),
    ]
    must(call, *ANTWOORDEN, stdin="---\n".join(documents))
    assert inbrengers(read(call)) == ["mirthe", "tim"]
    assert lab.subjects(call).count(f"Sessie gewijzigd ({lab.SESSIE})") == 1


def test_a_dropped_ronde_is_marked_and_never_blocks_the_rest(begun: Path):
    must(begun, "wijzig", "--ronde-erbij", "tim,mirthe")
    must(begun, *ANTWOORDEN, stdin=HULPVRAAG.format("tim"))
    changes(begun, "--ronde-weg", "1")
    nu = changes(begun, "--ronde-weg", "2")
    assert [ronde.is_vervallen for ronde in nu.sessie.rondes] == [True, True]
    assert nu.volgende
    assert nu.volgende.plek.stap.naam == "evaluatie"
    assert b"Hoe begin ik" in (begun / nu.stappen[1].pad).read_bytes()
    must(begun, "step", "evaluatie", "--overslaan", "--reden", "geen tijd")


def test_who_left_and_comes_back_missed_what_was_done_between(begun: Path):
    must(begun, "wijzig", "--ronde-erbij", "mirthe,kim")
    changes(begun, "--weg", "tim")
    must(begun, *ANTWOORDEN, stdin=HULPVRAAG.format("mirthe"))
    must(begun, *ANTWOORDEN, stdin=ADVISERING.replace(VAN_TIM, ""))
    nu = changes(begun, "--erbij", "tim")
    assert [nu.er_zijn(stap.plek) for stap in nu.stappen[:4]] == [
        ("mirthe", "kim", "tim"),
        ("mirthe", "kim"),
        ("mirthe", "kim"),
        ("mirthe", "kim", "tim"),
    ]
    out = must(begun, "wijzig", "--tot", "21:00").out
    tim = "Tim (tot hulpvraag definiëren, ronde 1, vanaf hulpvraag definiëren, ronde 2)"
    assert tim in " ".join(out.split())
    assert "adviezen: Tim" not in must(begun, "check").out


def test_who_came_late_left_and_came_back_was_still_not_there_before(begun: Path):
    must(begun, "wijzig", "--ronde-erbij", "mirthe,kim")
    must(begun, *ANTWOORDEN, stdin=HULPVRAAG.format("mirthe"))
    changes(begun, "--erbij", "noor")
    changes(begun, "--weg", "noor")
    nu = changes(begun, "--erbij", "noor")
    assert "noor" not in nu.er_zijn(nu.stappen[1].plek)
    assert "noor" in nu.er_zijn(nu.stappen[2].plek)


def test_when_the_begeleider_leaves_that_is_said_in_one_line(begun: Path):
    must(begun, "wijzig", "--begeleider", "kim")
    out = must(begun, "wijzig", "--weg", "kim").out
    assert (
        "Kim begeleidt niet meer. Wie neemt het over? Typ: intervisie wijzig --begeleider"
        in " ".join(out.split())
    )
    assert "begeleidt niet meer" not in must(begun, "wijzig", "--weg", "tim").out


def test_when_a_ronde_goes_with_who_leaves_that_is_said_with_the_way_back(begun: Path):
    must(begun, "wijzig", "--ronde-erbij", "mirthe,tim")
    before = (begun / lab.SESSIE_YAML).read_bytes()
    out = " ".join(must(begun, "wijzig", "--weg", "tim").out.split())
    terug = "wijzig --erbij tim --ronde-erbij tim"
    zin = "Ronde 2 van Tim vervalt. Komt Tim terug? Typ: intervisie"
    assert f"{zin} {terug}" in out
    assert "vervalt." not in must(begun, "wijzig", "--weg", "kim").out
    must(begun, "wijzig", "--erbij", "kim")
    must(begun, *terug.split())
    assert (begun / lab.SESSIE_YAML).read_bytes() == before


def test_a_dropped_ronde_goes_on_where_it_was(begun: Path):
    must(begun, *ANTWOORDEN, stdin=HULPVRAAG.format("tim"))
    must(begun, "wijzig", "--ronde-weg", "1")
    refused = intervisie(
        begun, "step", "advisering", "--antwoorden", "-", stdin="a: b\n"
    )
    assert "Ronde 1 is vervallen." in refused.err
    assert "Toch verder? Typ: intervisie wijzig --ronde-erbij tim" in refused.err
    done = intervisie(begun, "step", "1/hulpvraag-definieren")
    assert "is al vastgelegd; daarna is ronde 1 vervallen." in done.err
    assert "ga verder: intervisie wijzig --ronde-erbij tim" in done.err
    nu = changes(begun, "--ronde-erbij", "tim")
    assert inbrengers(nu) == ["tim"]
    assert nu.volgende
    assert nu.volgende.plek.verwijzing == "1/advisering"


def test_show_says_once_of_a_ronde_that_it_was_dropped(begun: Path):
    must(begun, "wijzig", "--ronde-erbij", "tim,mirthe")
    must(begun, *ANTWOORDEN, stdin=HULPVRAAG.format("tim"))
    must(begun, "wijzig", "--ronde-weg", "2")
    must(begun, "wijzig", "--ronde-weg", "1")
    shown = must(begun, "show").out
    for nummer in (1, 2):
        says = f"Overgeslagen: ronde {nummer} is vervallen."
        assert shown.count(says) == 1, shown
    assert "Hulpvraag definiëren (ronde 1)" in shown


def test_whoever_is_done_can_bring_in_again(begun: Path):
    must(begun, *ANTWOORDEN, stdin=HULPVRAAG.format("mirthe"))
    must(begun, *ANTWOORDEN, stdin=ADVISERING)
    assert refuses(begun, "--ronde-weg", "1")[0].startswith("Ronde 1 is al helemaal")
    assert [
        ronde.map for ronde in changes(begun, "--ronde-erbij", "mirthe").sessie.rondes
    ] == [
        "ronde-1-mirthe",
        "ronde-2-mirthe",
    ]


def test_another_order_moves_no_folder(begun: Path):
    must(begun, "wijzig", "--ronde-erbij", "kim,tim,mirthe")
    must(begun, *ANTWOORDEN, stdin=HULPVRAAG.format("kim"))
    nu = changes(begun, "--volgorde", "mirthe,tim")
    assert [ronde.map for ronde in nu.sessie.rondes] == [
        "ronde-1-kim",
        "ronde-3-mirthe",
        "ronde-2-tim",
    ]
    assert [ronde.nummer for ronde in nu.sessie.rondes] == [1, 2, 3]


def test_a_comma_too_many_names_nobody(begun: Path):
    assert changes(begun, "--erbij", "noor,").sessie.deelnemers[-1] == "noor"
    assert inbrengers(changes(begun, "--ronde-erbij", "kim, ,tim,")) == ["kim", "tim"]
    assert inbrengers(changes(begun, "--volgorde", "tim,kim,")) == ["tim", "kim"]


def test_the_folder_of_a_ronde_names_it_also_when_its_number_is_another(begun: Path):
    must(begun, "wijzig", "--ronde-erbij", "kim,tim")
    must(begun, "wijzig", "--volgorde", "tim,kim")
    step = ("step", "ronde-2-tim/hulpvraag-definieren", "--antwoorden", "-")
    done = must(begun, *step, stdin="hulpvraag: Hoe?\n")
    assert "Hulpvraag definiëren (ronde 1)" in done.out


def test_rondes_of_before_keep_their_folder_when_one_goes_before_them(leeg: Path):
    must(leeg, *GEEN_RONDE[:-1], "--inbrengers", "tim,mirthe")
    path = leeg / lab.SESSIE_YAML
    zonder = [row for row in path.read_text().splitlines() if "map:" not in row]
    path.write_text("\n".join(zonder) + "\n")
    lab.git(leeg, "commit", "-qam", "zoals vroeger")
    nu = changes(leeg, "--weg", "tim", "--ronde-weg", "2")
    assert [ronde.map for ronde in nu.sessie.rondes] == [
        "ronde-1-tim",
        "ronde-2-mirthe",
    ]
    assert all(ronde.is_vervallen for ronde in nu.sessie.rondes)


@pytest.mark.parametrize(
    ("argv", "line"),
    [
        (("--ronde-weg", "1"), "Deze sessie heeft nog geen ronde."),
        (("--ronde-erbij", "noor"), "Noor doet niet mee aan deze sessie."),
        (("--ronde-erbij", "piet"), "'piet' is geen lid van de groep."),
        (("--volgorde", "tim"), "Er is geen ronde die nog moet beginnen."),
        (("--vanaf", "advisering"), "--vanaf hoort bij --weg."),
        (("--heropen", "--afronden", "x"), "--heropen en --afronden gaan niet samen."),
        ((), "Zeg wat er verandert."),
        (("--tot", "25:00"), "Dat tijdstip klopt niet."),
        (("--datum", "31 november"), "Die datum bestaat niet."),
        (("--weg", "piet"), "'piet' is geen lid van de groep."),
        (
            ("--weg", "kim", "--vanaf", "x"),
            "Die stap is er niet in de sessie van ma 23 november.",
        ),
        (("--begeleider", "noor"), "Noor doet niet mee aan deze sessie."),
        (("--begeleider", "timm"), "Bedoel je Tim? Typ: --begeleider tim"),
        (("--begeleider", "docent"), "Zeg ook hoe de docent heet."),
        (("--afronden", "a\nb"), "De reden moet op één regel."),
        (("--erbij", ""), "'' is geen lid van de groep."),
        (("--ronde-erbij", ","), "'' is geen lid van de groep."),
    ],
)
def test_what_cannot_be_is_refused_in_two_lines(
    call: Path, argv: tuple[str, ...], line: str
):
    lines = refuses(call, *argv)
    assert lines[0] == line
    assert len(lines) == 2


def test_who_is_no_member_and_comes_is_told_how_to_become_one(call: Path):
    hulp = refuses(call, "--erbij", "daan")[1]
    assert hulp.endswith(". Nieuw? Typ eerst: intervisie lid erbij NAAM")


def test_a_number_or_an_order_that_is_not_there_says_what_is(begun: Path):
    must(begun, "wijzig", "--ronde-erbij", "kim,tim")
    assert refuses(begun, "--ronde-weg", "3")[1] == "Kies uit: 1, 2"
    assert refuses(begun, "--volgorde", "kim")[1] == "Bijvoorbeeld: --volgorde kim,tim"


# ---- people


def test_who_comes_later_owes_nothing_before(begun: Path):
    must(begun, *ANTWOORDEN, stdin=HULPVRAAG.format("mirthe"))
    nu = changes(begun, "--erbij", "noor")
    assert data(begun)["aanwezig"] == [
        {
            "id": nu.sessie.aanwezig[0].id,
            "lid": "noor",
            "van": "ronde-1-mirthe/advisering",
        }
    ]
    assert owes(begun) == {"kim", "tim", "noor"}
    assert "noor" not in nu.er_zijn(nu.stappen[0].plek)
    assert "Noor (vanaf advisering, ronde 1)" in must(begun, "status").out


def test_a_leaver_owes_nothing_from_then_on_and_their_items_stay(begun: Path):
    vragen = "vragen:\n  - {lid: kim, vraag: Wat houdt je tegen?, antwoord: Slaap.}\n"
    must(begun, *ANTWOORDEN, stdin=HULPVRAAG.format("mirthe") + vragen)
    changes(begun, "--weg", "kim")
    assert owes(begun) == {"tim"}
    zonder_kim = ADVISERING.replace(ADVISERING.splitlines()[2] + "\n", "")
    must(begun, *ANTWOORDEN, stdin=zonder_kim)
    assert b"Wat houdt je tegen?" in (begun / lab.HULPVRAAG).read_bytes()
    assert "dviezen" not in must(begun, "check").out


def test_a_leaver_is_not_there_for_a_ronde_that_comes_afterwards(begun: Path):
    must(begun, *ANTWOORDEN, stdin=HULPVRAAG.format("mirthe"))
    must(begun, *ANTWOORDEN, stdin=ADVISERING)
    must(begun, "wijzig", "--weg", "kim")
    must(begun, "wijzig", "--erbij", "noor")
    nu = changes(begun, "--ronde-erbij", "tim")
    for stap in nu.stappen[3:]:
        assert set(nu.er_zijn(stap.plek)) == {"mirthe", "tim", "noor"}


def test_who_left_can_come_back(begun: Path):
    must(begun, "wijzig", "--weg", "kim")
    nu = changes(begun, "--erbij", "kim")
    assert not nu.sessie.aanwezig


def test_a_leaver_may_have_left_at_a_step_that_is_named(begun: Path):
    must(begun, "wijzig", "--ronde-erbij", "mirthe,tim")
    nu = changes(begun, "--weg", "kim", "--vanaf", "2/advisering")
    assert [keer.tot for keer in nu.sessie.aanwezig] == ["ronde-2-tim/advisering"]
    assert "kim" in nu.er_zijn(nu.stappen[2].plek)


def test_what_is_open_of_the_ronde_of_a_leaver_is_not_held(begun: Path):
    must(begun, "wijzig", "--ronde-erbij", "mirthe,tim")
    must(begun, *ANTWOORDEN, stdin=HULPVRAAG.format("mirthe"))
    nu = changes(begun, "--weg", "mirthe")
    assert [ronde.is_vervallen for ronde in nu.sessie.rondes] == [True, False]
    assert nu.volgende
    assert nu.volgende.plek.verwijzing == "2/hulpvraag-definieren"


def test_who_does_not_come_takes_part_in_nothing_and_their_ronde_stays_marked(
    call: Path,
):
    must(call, "wijzig", "--ronde-erbij", "tim", "--begeleider", "tim")
    nu = changes(call, "--weg", "tim")
    assert nu.sessie.deelnemers == ("mirthe", "kim")
    assert not nu.sessie.begeleider
    assert nu.sessie.rondes[0].is_vervallen
    assert refuses(call, "--weg", "kim")[0] == "Intervisie doe je niet alleen."
    assert must(call, "doctor").out.rstrip().endswith("alles in orde.")


def test_who_leads_can_be_a_member_or_somebody_from_outside(call: Path):
    assert changes(call, "--begeleider", "ki").sessie.begeleider == "kim"
    for getypt in ("Els", "docent Els"):
        must(call, "wijzig", "--begeleider", "geen")
        nu = changes(call, "--begeleider", getypt)
        assert nu.sessie.begeleider_naam == "Els"
        assert data(call)["begeleider"] == {"naam": "Els"}
    assert "Els (van buiten de groep)" in must(call, "status").out
    assert "begeleider" not in data(call) or changes(call, "--begeleider", "geen")


def test_who_leaves_later_leads_until_then(begun: Path):
    must(begun, "wijzig", "--ronde-erbij", "kim", "--begeleider", "tim")
    nu = changes(begun, "--weg", "tim", "--vanaf", "evaluatie")
    assert nu.sessie.begeleider == "tim"
    assert changes(begun, "--weg", "tim").sessie.begeleider == ""


def test_who_leaves_at_the_last_step_took_the_notulen_all_evening(begun: Path):
    must(begun, "wijzig", "--notulist", "tim")
    must(begun, "step", "evaluatie", "--overslaan", "--reden", "geen tijd")
    nu = read(begun)
    assert nu.volgende == nu.stappen[-1]
    assert changes(begun, "--weg", "tim").sessie.notulist == "tim"


def test_a_name_that_fits_two_members_is_nobody_from_outside(call: Path):
    must(call, "lid", "erbij", "timo")
    assert refuses(call, "--begeleider", "ti")[0] == "'ti' past bij meer dan één lid."


def test_the_notulist_and_the_end_of_the_evening_change(call: Path):
    assert changes(call, "--notulist", "kim").sessie.notulist == "kim"
    assert changes(call, "--notulist", "geen").sessie.notulist == "individueel"
    assert changes(call, "--tot", "9.30").sessie.tot == "09:30"


# ---- the end, and all at once


def test_a_sessie_can_end_here_and_go_on_after_all(begun: Path):
    must(begun, "wijzig", "--ronde-erbij", "tim")
    nu = changes(begun, "--afronden", "geen tijd")
    assert nu.sessie.is_afgerond
    assert nu.volgende is None
    assert data(begun)["reden"] == "geen tijd"
    gestopt = intervisie(begun, "step", "--antwoorden", "-", stdin="a: b\n")
    assert "wijzig --heropen" in gestopt.err
    assert refuses(begun, "--ronde-erbij", "kim")[0] == "Deze sessie is afgerond."
    open_weer = changes(begun, "--heropen")
    assert not {"afgerond", "reden"} & data(begun).keys()
    assert open_weer.volgende
    assert open_weer.volgende.plek.stap.nummer == 2


def test_everything_can_change_at_once(call: Path):
    nu = changes(
        call,
        *(
            "--erbij",
            "noor",
            "--weg",
            "kim",
            "--begeleider",
            "tim",
            "--notulist",
            "noor",
        ),
        *("--ronde-erbij", "tim,mirthe", "--tot", "21:00"),
    )
    assert nu.sessie.deelnemers == ("mirthe", "tim", "noor")
    assert (nu.sessie.begeleider, nu.sessie.notulist, nu.sessie.tot) == (
        "tim",
        "noor",
        "21:00",
    )
    assert inbrengers(nu) == ["tim", "mirthe"]


def test_another_day_is_that_of_the_sessie_and_its_folder_stays(call: Path):
    nu = changes(call, "--datum", "7 december")
    assert nu.sessie.datum.isoformat() == "2026-12-07"
    assert nu.sessie.naam == lab.SESSIE
    assert "· ma 7 december" in must(call, "status").out
    assert changes(call, "--datum", "vandaag").sessie.datum.isoformat() == "2026-11-23"


@pytest.mark.parametrize(
    ("getypt", "tot"),
    [
        ("half 8", "19:30"),
        ("kwart over 7", "19:15"),
        ("Vanavond om 9 uur", "21:00"),
        ("20u30", "20:30"),
        ("'s ochtends half 11", "10:30"),
        ("9.15", "09:15"),
    ],
)
def test_an_end_time_is_said_as_people_do_and_in_the_evening(
    call: Path, getypt: str, tot: str
):
    assert changes(call, "--tot", getypt).sessie.tot == tot


@pytest.mark.parametrize("getypt", ["van 7 tot 9", "vrijdag half 8", "half 8 of zo"])
def test_what_says_more_than_one_time_is_no_end_time(call: Path, getypt: str):
    assert refuses(call, "--tot", getypt)[1] == "Schrijf het als 20:30 of half 9."


# ---- by hand


def test_comments_and_own_keys_stay_and_the_rest_is_not_written_anew(begun: Path):
    path = begun / lab.SESSIE_YAML
    mine = "# van ons\nkleur: rood   # mooi\n"
    path.write_text(mine + path.read_text())
    must(begun, "wijzig", "--tot", "21:00")
    assert path.read_text().startswith(mine)
    assert lab.subjects(begun)[:2] == [
        f"Sessie gewijzigd ({lab.SESSIE})",
        f"Met de hand gewijzigd: sessie.yaml ({lab.SESSIE})",
    ]


def test_a_ronde_that_a_hand_adds_gets_its_files_at_the_next_recording(call: Path):
    path = call / lab.SESSIE_YAML
    path.write_text(path.read_text() + "rondes:\n  - inbrenger: tim\n")
    status = must(call, "status").out
    assert "ontbreekt" not in status
    assert "restore" not in must_find(call)
    for command in ("show", "check"):
        must(call, command)
    must(call, *ANTWOORDEN, stdin="stap: acclimatisering\n")
    assert all(stap.document for stap in read(call).stappen)
    assert list(lab.untidy(call)) == []


def test_a_file_that_was_recorded_and_is_gone_is_not_made_anew(begun: Path):
    (begun / lab.ACCLIMATISERING).unlink()
    must(begun, "wijzig", "--ronde-erbij", "tim")
    assert not (begun / lab.ACCLIMATISERING).exists()
    assert b"status: klaar" in (lab.committed(begun, lab.ACCLIMATISERING) or b"")
    assert f"git restore --source=HEAD -- {lab.ACCLIMATISERING}" in must_find(begun)


def must_find(group: Path) -> str:
    """What `doctor` finds; it has to find something."""
    outcome = intervisie(group, "doctor", "--uitgebreid")
    assert outcome.code == 4
    return outcome.out


def test_a_ronde_that_went_from_the_file_comes_back_as_doctor_says(begun: Path):
    must(begun, "wijzig", "--ronde-erbij", "kim,tim")
    must(begun, "wijzig", "--volgorde", "tim,kim")
    must(begun, *ANTWOORDEN, stdin=HULPVRAAG.format("tim"))
    path = begun / lab.SESSIE_YAML
    text = path.read_text()
    path.write_text(text[: text.index("rondes:")])
    raad = f"intervisie wijzig --ronde-erbij tim --sessie {lab.SESSIE}"
    assert raad in " ".join(must_find(begun).split())
    must(begun, *raad.split()[1:])
    nu = read(begun)
    assert nu.stappen[1].is_vastgelegd
    assert nu.stappen[1].pad.endswith("ronde-2-tim/2-hulpvraag-definieren.md")
