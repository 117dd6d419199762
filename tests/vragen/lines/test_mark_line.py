"""A line that marks items by their number: what is not named stays as it is."""

from typing import Any

import pytest

from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.tijd.dag import GEEN_DAG
from intervisie_cli.vragen.lines.mark_line import MarkLine, Merk
from tests.vragen.voorbeeld import VANDAAG, as_texts, context, now, refused, typed

# An actie to do once, one with a rhythm that came 14 times, and two to do once.
ACTIES = tuple(
    {"id": f"{letter}111", "actie": f"Actie {letter}"} | rest
    for letter, rest in (("a", {}), ("b", {"keren": 14}), ("c", {}), ("d", {}))
)
BEGIN = context("lang", "acclimatisering", open_acties=ACTIES)
GEGEVEN = typed(BEGIN, {}, "Rust")
AFSPRAKEN = tuple({"id": f"{n}" * 4, "afspraak": f"Afspraak {n}"} for n in (1, 2, 3))
HOE = "Typ een nummer en open, bezig, gedaan, deels of vervallen, zoals: 1 gedaan"
NOG_EEN = "Wat is er met 2? Een opmerking komt achter een dubbele punt."
HOE_NIET = "Typ a als alles klopt, of een nummer en ja, deels of nee, zoals: 1 nee"


def marked(getypt: str) -> dict[str, Any]:
    """What a line says of the open acties, without the parts that are empty."""
    gegeven = as_texts(typed(BEGIN, GEGEVEN, getypt))
    begin = "terugblik/"
    return {
        sleutel.removeprefix(begin): waarde
        for sleutel, waarde in gegeven.items()
        if sleutel.startswith(begin) and waarde != ""
    }


@pytest.mark.parametrize(
    ("getypt", "gezegd"),
    [
        ("", {}),
        ("1 klaar", {"a111/status": "gedaan"}),
        ("1 Gedaan", {"a111/status": "gedaan"}),
        ("1klaar", {"a111/status": "gedaan"}),
        ("1. klaar", {"a111/status": "gedaan"}),
        ("1: klaar.", {"a111/status": "gedaan"}),
        ("1 v", {"a111/status": "vervallen"}),
        ("1 en 3 klaar", {"a111/status": "gedaan", "c111/status": "gedaan"}),
        ("1, 3 klaar", {"a111/status": "gedaan", "c111/status": "gedaan"}),
        ("1 3 klaar", {"a111/status": "gedaan", "c111/status": "gedaan"}),
        ("1 klaar, 3 deels", {"a111/status": "gedaan", "c111/status": "deels"}),
        ("1 klaar en 3 deels", {"a111/status": "gedaan", "c111/status": "deels"}),
        ("1 klaar; 3 deels", {"a111/status": "gedaan", "c111/status": "deels"}),
        ("1 klaar, 3 niet gedaan", {"a111/status": "gedaan", "c111/status": "open"}),
        ("1 klaar 3 nog niet", {"a111/status": "gedaan", "c111/status": "open"}),
        (
            "1 niet gelukt, 2 deels: te koud, 3 niet",
            {
                "a111/status": "open",
                "b111/status": "deels",
                "b111/opmerking": "te koud",
                "c111/status": "open",
            },
        ),
        (
            "1 bezig: 2 vragen nog",
            {"a111/status": "bezig", "a111/opmerking": "2 vragen nog"},
        ),
        ("1 klaar 3 deels", {"a111/status": "gedaan", "c111/status": "deels"}),
        ("2 deels 9 keer", {"b111/status": "deels", "b111/keer": "9"}),
        ("2 deels 9x", {"b111/status": "deels", "b111/keer": "9"}),
        ("2 deels, 9 keer", {"b111/status": "deels", "b111/keer": "9"}),
        ("2 deels: 12 maal", {"b111/status": "deels", "b111/keer": "12"}),
        (
            "2 deels: het was koud",
            {"b111/status": "deels", "b111/opmerking": "het was koud"},
        ),
        (
            "2 bezig 9 keer, het was koud",
            {
                "b111/status": "bezig",
                "b111/keer": "9",
                "b111/opmerking": "het was koud",
            },
        ),
        ("4 bezig tot vrijdag", {"d111/status": "bezig", "d111/tot": "2026-11-27"}),
        (
            "4 deels van 9 tot 10 gelukt, tot 1 december",
            {
                "d111/status": "deels",
                "d111/opmerking": "van 9 tot 10 gelukt",
                "d111/tot": "2026-12-01",
            },
        ),
        (
            "4 deels tot hoofdstuk 3 gelezen",
            {"d111/status": "deels", "d111/opmerking": "tot hoofdstuk 3 gelezen"},
        ),
        (
            "4 deels tot 4 december, bijna klaar",
            {
                "d111/status": "deels",
                "d111/opmerking": "bijna klaar",
                "d111/tot": "2026-12-04",
            },
        ),
        (
            "4 deels tot vrijdag, 4 december",
            {"d111/status": "deels", "d111/tot": "2026-12-04"},
        ),
        (
            "2 deels tot vrijdag",
            {"b111/status": "deels", "b111/opmerking": "tot vrijdag"},
        ),
        (
            "1 bezig, nog 2 open vragen en 3 dagen",
            {
                "a111/status": "bezig",
                "a111/opmerking": "nog 2 open vragen en 3 dagen",
            },
        ),
        (
            "a vervallen",
            {f"{letter}111/status": "vervallen" for letter in "abcd"},
        ),
        (
            "Allemaal klaar",
            {f"{letter}111/status": "gedaan" for letter in "abcd"},
        ),
        (
            "alle klaar, 2 deels 9 keer",
            {
                "a111/status": "gedaan",
                "b111/status": "deels",
                "b111/keer": "9",
                "c111/status": "gedaan",
                "d111/status": "gedaan",
            },
        ),
    ],
)
def test_what_is_marked_is_recorded_and_the_rest_stays_open(
    getypt: str, gezegd: dict[str, Any]
):
    assert marked(getypt) == gezegd


@pytest.mark.parametrize(
    ("getypt", "reden"),
    [
        ("klaar", HOE),
        ("1", HOE),
        ("1 af", HOE),
        ("3 9x", HOE),
        ("2 12x", HOE),
        ("9 keer", HOE),
        ("1, 3", HOE),
        ("1 klaar, 2 niet doorgegaan", f"{NOG_EEN} {HOE}"),
        ("1 klaar, fijn, 2 lukte niet", f"{NOG_EEN} {HOE}"),
        ("1 klaar en 2 niks", f"{NOG_EEN} {HOE}"),
        ("1 klaar 2 dagen geleden", f"{NOG_EEN} {HOE}"),
        ("5 klaar", f"Er zijn er 4. {HOE}"),
        ("0 klaar", f"Er zijn er 4. {HOE}"),
        ("1 en 7 klaar", f"Er zijn er 4. {HOE}"),
        (
            "4 bezig tot 31 februari",
            f"{GEEN_DAG} {HOE}",
        ),
        (
            "2 deels 1000 keer",
            f"Schrijf een getal, zoals 9. {HOE}",
        ),
    ],
)
def test_what_marks_nothing_is_refused_with_an_example(getypt: str, reden: str):
    assert refused(BEGIN, GEGEVEN, getypt) == reden


# ---- where a yes holds for what is not named


def kept(getypt: str) -> list[str]:
    van = context("lang", "evaluatie", afspraken=AFSPRAKEN)
    gegeven = typed(van, {}, "Fijn.", "Leuk.", "Goed.", getypt)
    return [
        gegeven[Sleutel("afspraken_gehouden", bron=item["id"], deel="gehouden")]
        for item in AFSPRAKEN
    ]


@pytest.mark.parametrize(
    ("getypt", "gehouden"),
    [
        ("a", ["ja", "ja", "ja"]),
        ("Allemaal", ["ja", "ja", "ja"]),
        ("ja", ["ja", "ja", "ja"]),
        ("2", ["ja", "nee", "ja"]),
        ("2 n", ["ja", "nee", "ja"]),
        ("2 niet", ["ja", "nee", "ja"]),
        ("2 deels, 3 nee", ["ja", "deels", "nee"]),
        ("2, 3 deels", ["ja", "deels", "deels"]),
        ("2 deels, 3", ["ja", "deels", "nee"]),
        ("1 en 3", ["nee", "ja", "nee"]),
        ("a deels", ["deels", "deels", "deels"]),
    ],
)
def test_what_is_named_is_not_so_and_the_rest_is(getypt: str, gehouden: list[str]):
    assert kept(getypt) == gehouden


@pytest.mark.parametrize("getypt", ["", "ja misschien", "mwah", "2 soms", "n"])
def test_agreement_is_said_and_never_an_empty_line(getypt: str):
    van = context("lang", "evaluatie", afspraken=AFSPRAKEN)
    gegeven = typed(van, {}, "Fijn.", "Leuk.", "Goed.")
    assert refused(van, gegeven, getypt) == HOE_NIET


# ---- the line that would have given it


@pytest.mark.parametrize(
    "getypt",
    [
        "1 gedaan",
        "1 gedaan, 3 deels",
        "2 deels 9 keer: het was koud",
        "4 bezig: 2 open vragen tot 2026-12-01",
        "2 deels: 8 keer geprobeerd",
        "",
    ],
)
def test_a_line_that_is_typed_anew_says_the_same(getypt: str):
    nu = now(BEGIN, GEGEVEN)
    assert nu.lijn
    gegeven = typed(BEGIN, GEGEVEN, getypt)
    regel = nu.lijn.schrijf(gegeven)
    assert typed(BEGIN, GEGEVEN, regel) == gegeven


@pytest.mark.parametrize(
    ("gehouden", "regel"),
    [
        (["ja", "ja"], "a"),
        (["ja", "deels"], "2 deels"),
        (["nee", ""], "1 nee"),
        ([], ""),
    ],
)
def test_where_all_is_so_that_is_what_is_written(gehouden: list[str], regel: str):
    deel = Veld("af", "keuze", keuzes=("ja", "deels", "nee"))
    merken = tuple(Merk(Sleutel("x", bron=str(n)), (deel,)) for n in range(2))
    lijn = MarkLine(merken, VANDAAG, rest="ja")
    antwoorden = dict(zip(lijn.sleutels, gehouden, strict=False))
    assert lijn.schrijf(antwoorden) == regel
