"""Each rule is its own documentation: what it calls good it lets pass,
what it calls wrong it finds.
"""

import re
from typing import Any

import pytest

from intervisie_cli.checks.regel import Groepstekst, Regel
from intervisie_cli.checks.register import PRIVACY, REGELS, SMART, TEKST, VRAAG
from intervisie_cli.checks.smart.actie import Actiezin, Velden
from intervisie_cli.checks.vraag.vraagzin import lees_vraag
from intervisie_cli.model.bevinding import ERNST
from intervisie_cli.taal.zin import lees
from tests.checks.cases import VANDAAG

VELDEN = re.compile(r'^"(?P<tekst>.*)" met (?P<veld>\w+): (?P<waarde>.*)$')


def examples(regel: Regel, soort: str) -> list[str]:
    """What stands in the rule's docstring behind *soort*."""
    return re.findall(rf"^{soort}: (.+)$", regel.uitleg, re.MULTILINE)


def geval(regel: Regel, voorbeeld: str) -> Any:
    """What the rule looks at, made of an example: a text between quotes, perhaps with a field."""
    met = VELDEN.match(voorbeeld)
    tekst = met["tekst"] if met else voorbeeld.strip('"')
    if regel in TEKST:
        return lees(tekst)
    if regel in VRAAG:
        return lees_vraag(tekst)
    if regel in PRIVACY:
        return Groepstekst(tekst)
    if not met:
        return Actiezin(tekst, VANDAAG)
    ja_nee = {"true": True, "false": False, "ja": True, "nee": False}
    if met["veld"] == "akkoord":
        return Actiezin(tekst, VANDAAG, Velden(akkoord=ja_nee[met["waarde"]]))
    return Actiezin(
        tekst,
        VANDAAG,
        Velden(haalbaar=tuple(ja_nee[deel] for deel in met["waarde"].split(", "))),
    )


@pytest.mark.parametrize(
    "regel", [*TEKST, *SMART, *VRAAG, *PRIVACY], ids=lambda regel: regel.id
)
def test_a_rule_does_what_its_examples_say(regel: Regel):
    goed, fout = examples(regel, "Goed"), examples(regel, "Fout")
    assert goed
    assert fout
    for voorbeeld in goed:
        assert list(regel.kijk(geval(regel, voorbeeld))) == [], voorbeeld
    for voorbeeld in fout if regel.id != "tekst-lang" else ["x " * 1001]:
        assert list(regel.kijk(geval(regel, voorbeeld))) != [], voorbeeld


@pytest.mark.parametrize("regel", REGELS.values(), ids=lambda regel: regel.id)
def test_a_rule_says_what_why_good_and_wrong(regel: Regel):
    assert regel.uitleg.startswith(f"{regel.id}: ")
    for deel in ("\nWhy: ", "\nGoed: ", "\nFout: "):
        assert deel in regel.uitleg
    assert regel.ernst in ERNST


@pytest.mark.parametrize(
    ("tekst", "regels"),
    [
        (
            "iemand moet de zaal reserveren",
            ["smart-specifiek-niemand", "smart-tijdgebonden-ontbreekt"],
        ),
        ("Ik ga vrijdag beter plannen", ["smart-specifiek-vaag", "smart-meetbaar-vergelijking"]),
        (
            "mijn scriptie",
            [
                "smart-specifiek-geen-actie", "smart-meetbaar-ontbreekt",
                "smart-tijdgebonden-ontbreekt",
            ],
        ),
        ("ik lever het op 31 november in", ["smart-tijdgebonden-bestaat-niet"]),
        ("ik lever het vóór 1 december 2020 in", ["smart-tijdgebonden-verleden"]),
        ("ik bel Fatima binnenkort", ["smart-tijdgebonden-vaag"]),
        ("ik lever het vóór 1 juni 2031 in", ["smart-tijdgebonden-horizon"]),
        ("elke dag 30 minuten wandelen", ["smart-tijdgebonden-zonder-einde"]),
        (
            "elke dag 20 uur studeren",
            ["smart-realistisch-onmogelijk", "smart-tijdgebonden-zonder-einde"],
        ),
        ("", ["tekst-leeg"]),
        ("   ", ["tekst-leeg"]),
        ("…", ["tekst-leeg"]),
    ],
)  # fmt: skip
def test_all_findings_of_an_actie_are_listed(tekst: str, regels: list[str]):
    from intervisie_cli.checks.oordeel import beoordeel_actie

    assert [
        bevinding.regel for bevinding in beoordeel_actie(tekst, VANDAAG).bevindingen
    ] == regels


def test_another_language_is_said_to_be_one():
    from intervisie_cli.checks.oordeel import beoordeel_actie

    for tekst in (
        "I will study every day for two hours",
        "Ich werde jeden Tag lernen und nicht mehr spielen",
        "これは日本語の文です 今日 勉強",
    ):
        assert "tekst-geen-nederlands" in [
            b.regel for b in beoordeel_actie(tekst, VANDAAG).bevindingen
        ], tekst
    for tekst in (
        "meeting met de supervisor",
        "ff chillen en netflixen",
        "deadline halen",
    ):
        assert "tekst-geen-nederlands" not in [
            b.regel for b in beoordeel_actie(tekst, VANDAAG).bevindingen
        ], tekst


@pytest.mark.parametrize(
    ("velden", "letters"),
    [
        (Velden(), (True, False, None, None, False)),
        (Velden(meetbaar="2 hoofdstukken"), (True, True, None, None, False)),
        (Velden(meetbaar="het gaat beter"), (True, False, None, None, False)),
        (Velden(tot="2026-12-01"), (True, False, None, None, True)),
        (Velden(tot="onzin"), (True, False, None, None, False)),
        (Velden(ritme="elke dag"), (True, True, None, None, True)),
        (Velden(akkoord=True, haalbaar=(True, True)), (True, False, True, True, False)),
        (
            Velden(akkoord=False, haalbaar=(True, False)),
            (True, False, False, False, False),
        ),
        (Velden(haalbaar=(True, None)), (True, False, None, None, False)),
    ],
)
def test_the_fields_of_an_actie_count(velden: Velden, letters: tuple[bool | None, ...]):
    a = Actiezin("ik ga wandelen", VANDAAG, velden)
    assert (
        a.is_specifiek,
        a.is_meetbaar,
        a.is_acceptabel,
        a.is_realistisch,
        a.is_tijdgebonden,
    ) == letters
