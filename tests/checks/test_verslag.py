"""What the rules say of a whole record: quota, reactions, members, dates, plans, silences."""

from typing import Any

import pytest

from intervisie_cli.checks.register import REGELS, VERSLAG
from intervisie_cli.checks.verslag.geval import Gevonden, SessieVerslag, StapVerslag
from intervisie_cli.groep import draaiboeken
from intervisie_cli.model.instellingen import Instellingen
from intervisie_cli.model.sessie import plekken
from tests.vragen.voorbeeld import GROEP, RONDE, sessie

GOEDE_VRAGEN = [
    {"lid": lid, "vraag": "Hoe dan?", "antwoord": "Zo."}
    for lid in ("kim", "kim", "tim", "tim")
]
HAALBAAR = [{"lid": lid, "akkoord": True} for lid in ("mirthe", "kim", "tim")]


def verslag(
    stap: str = "", data: dict[str, Any] | None = None, ruw: str = "", **rest: Any
) -> SessieVerslag:
    """A sessie of the long draaiboek in which one step holds *data*."""
    plek = next(
        (
            p
            for p in plekken(draaiboeken.load(None, "lang"), (RONDE,))
            if p.stap.naam == stap
        ),
        None,
    )
    stappen = (
        ()
        if plek is None
        else (StapVerslag(plek, plek.pad, {"status": "klaar"} | (data or {}), "", ruw),)
    )
    return SessieVerslag(
        rest.pop("sessie", sessie()),
        GROEP._replace(instellingen=Instellingen(regio="midden")),
        stappen,
        bekende_regels=REGELS,
        **rest,
    )


def found(van: SessieVerslag) -> list[tuple[str, tuple[str | int, ...]]]:
    """The rules that find something, each with its place."""
    alle: list[Gevonden] = [
        punt.als(regel) for regel in VERSLAG for punt in regel.kijk(van)
    ]
    return [(gevonden.bevinding.regel, gevonden.plaats.sleutels) for gevonden in alle]


@pytest.mark.parametrize(
    ("stap", "data", "gevonden"),
    [
        ("probleemverkenning", {"vragen": GOEDE_VRAGEN}, []),
        ("probleemverkenning", {"vragen": GOEDE_VRAGEN[:3]}, [("verslag-quota", ("vragen",))]),
        ("probleemverkenning", {}, [("verslag-quota", ("vragen",))] * 2),
        ("probleemverkenning", {"status": "bezig", "vragen": GOEDE_VRAGEN[:1]}, []),
        ("probleemverkenning", {"status": "overgeslagen"}, []),
        (
            "probleemverkenning", {"vragen": [*GOEDE_VRAGEN[:3], {"lid": "tim", "vraag": "Hoe?"}]},
            [("verslag-reactie", ("vragen", 3, "vraag"))],
        ),
        (
            "probleemverkenning",
            {"vragen": [*GOEDE_VRAGEN, {"lid": "mirthe", "vraag": "Hoe?", "antwoord": "Zo."}]},
            [("verslag-eigen-advies", ("vragen", 4, "vraag"))],
        ),
        (
            "probleemverkenning",
            {"vragen": [*GOEDE_VRAGEN, {"lid": "kimm", "vraag": "Hoe?", "antwoord": "Zo."}]},
            [("verslag-onbekend-lid", ("vragen", 4, "lid"))],
        ),
        (
            "probleemdefinitie",
            {
                "definities": [{"lid": lid, "definitie": "x"} for lid in ("kim", "tim")],
                "duidelijk_voor": ["tom"],
            },
            [("verslag-onbekend-lid", ("duidelijk_voor", 0))],
        ),
        (
            "vraagintroductie",
            {"begonnen": "2026-11-23T20:00:00+01:00", "afgerond": "2026-11-23T19:00:00+01:00"},
            [("verslag-datums", ("afgerond",))],
        ),
        ("vraagintroductie", {"begonnen": "gisteren", "afgerond": 3}, []),
        (
            "vraagintroductie", {"conflicten": [{"id": "x"}]},
            [("verslag-conflict", ("conflicten",))],
        ),
        (
            "vraagintroductie", {"stil": [{"regel": "smart-x", "reden": "y"}]},
            [("verslag-stil-onbekend", ("stil", 0))],
        ),
        (
            "vraagintroductie", {"stil": [{"regel": "privacy-naam"}]},
            [("verslag-stil-zonder-reden", ("stil", 0))],
        ),
        (
            "vraagintroductie", {"stil": ["privacy-naam"]},
            [("verslag-stil-zonder-reden", ("stil", 0))],
        ),
        ("vraagintroductie", {"stil": "privacy-naam"}, []),
    ],
)  # fmt: skip
def test_a_record_gives_just_these_findings(
    stap: str, data: dict[str, Any], gevonden: list[Any]
):
    assert found(verslag(stap, data)) == gevonden


def plan(*acties: dict[str, Any]) -> dict[str, Any]:
    """A finished advisering with these acties."""
    adviezen = [
        {"lid": lid, "advies": "x", "toepasbaar": True} for lid in ("kim", "tim")
    ]
    heel = {"wie": "mirthe", "akkoord": True, "haalbaar": HAALBAAR}
    return {"adviezen": adviezen, "acties": [heel | actie for actie in acties]}


@pytest.mark.parametrize(
    ("acties", "gevonden"),
    [
        ([{"actie": "Ik lever het op 4 december in", "tot": "2026-12-04"}], []),
        (
            [{"actie": "Ik lever het op 4 december in", "tot": "2026-12-20"}],
            [("verslag-datums", ("acties", 0, "tot"))],
        ),
        ([{"actie": "Ik lever het in", "tot": "onzin"}], []),
        (
            [
                {
                    "actie": "Ik lever het in",
                    "opvolging": [{"datum": "2026-11-01", "status": "gedaan"}],
                },
            ],
            [("verslag-datums", ("acties", 0, "opvolging", 0, "datum"))],
        ),
        ([{"actie": f"Ik lees boek {n}"} for n in range(3)], []),
        (
            [{"actie": f"Ik lees boek {n}"} for n in range(4)],
            [("verslag-te-veel-acties", ("acties",))],
        ),
        ([{"actie": f"Ik lees boek {n}", "wie": "kim" if n else "tim"} for n in range(4)], []),
        (
            [{"actie": "Elke maandag om 9 uur leren"}, {"actie": "Elke maandag om 9 uur sporten"}],
            [("verslag-volle-week", ("acties", 1, "actie"))],
        ),
        (
            [{"actie": "Elke maandag om 9 uur leren"}, {"actie": "Elke dinsdag om 9 uur sporten"}],
            [],
        ),
        (
            [
                {"actie": "Elke maandag om 9 uur leren"},
                {"actie": "Elke maandag om 9 uur sporten", "wie": "kim"},
            ],
            [],
        ),
        (
            [{"actie": "Elke dag 5 uur studeren"}, {"actie": "Elke dag 2 uur lezen"}],
            [("verslag-volle-week", ("acties",))],
        ),
        ([{"actie": "Elke dag een half uur lezen"}], []),
        ([{"actie": 3}, {"actie": None}], []),
    ],
)  # fmt: skip
def test_a_plan_gives_just_these_findings(
    acties: list[dict[str, Any]], gevonden: list[Any]
):
    assert found(verslag("advisering", plan(*acties))) == gevonden


def test_an_own_advice_is_named():
    data = plan({"actie": "Ik bel morgen"})
    data["adviezen"].append({"lid": "mirthe", "advies": "x", "toepasbaar": True})
    assert found(verslag("advisering", data)) == [
        ("verslag-eigen-advies", ("adviezen", 2, "advies"))
    ]


def test_marks_of_a_merge_are_found_with_their_line_and_ordinary_lines_are_not():
    ruw = "een\n<<<<<<< HEAD\nhier\n=======\ndaar\n>>>>>>> ander\n"
    assert found(verslag("vraagintroductie", {}, ruw)) == [
        ("verslag-conflict", ("#", n)) for n in (2, 4, 6)
    ]
    assert (
        found(
            verslag(
                "vraagintroductie", {}, "Kop\n=====\n\n> citaat\n<<< nee\n========\n"
            )
        )
        == []
    )


def test_what_cannot_be_read_and_who_takes_no_part_is_named():
    van = verslag(
        onleesbaar=(("a.md", "kapot"),), sessie=sessie("mirthe", "kim", "zoe")
    )
    assert found(van) == [("verslag-onleesbaar", ()), ("verslag-onbekend-lid", ())]


def test_a_number_of_nine_digits_is_a_bsn_only_when_its_check_adds_up():
    from intervisie_cli.checks.privacy import bsn
    from intervisie_cli.checks.regel import Groepstekst

    assert [m.van for m in bsn.kijk(Groepstekst("mijn bsn 111222333 ja"))] == [9]
    for tekst in ("111222334", "000000000", "1112223330", "bedrag 111222333,50 is 4"):
        assert list(bsn.kijk(Groepstekst(tekst))) == [], tekst


def test_the_name_of_a_member_is_no_finding_and_that_of_another_is():
    from intervisie_cli.checks.privacy import naam
    from intervisie_cli.checks.regel import Groepstekst

    tekst = "Ik bel Sanne de Vries en mevrouw Jansen"
    assert len(list(naam.kijk(Groepstekst(tekst)))) == 2
    assert len(list(naam.kijk(Groepstekst(tekst, frozenset(["sanne de vries"]))))) == 1
    assert (
        list(naam.kijk(Groepstekst("Maandag Statistiek leren met Kim in Den Haag")))
        == []
    )
