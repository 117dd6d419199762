"""An actie on a line: what stands in brackets behind it, and what goes without saying."""

from typing import Any

import pytest

from intervisie_cli.flows.terugblik.acties import Acties
from intervisie_cli.index.opzoeken import ActieTreffer
from intervisie_cli.model.actie import Actie
from intervisie_cli.model.sessie import Groep
from intervisie_cli.tonen import actie as tonen
from intervisie_cli.ui.console import Console
from tests.tonen.conftest import FOLDER, VANDAAG

LEREN = {"id": "abcd", "actie": "Ik leer", "wie": "kim"}


def gezegd(**velden: Any) -> dict[str, Any]:
    return {"datum": "2026-11-20", **velden}


@pytest.mark.parametrize(
    ("item", "zin"),
    [
        (LEREN, "Ik leer (Kim de Boer, open)"),
        ({"actie": "Ik leer"}, "Ik leer (open)"),
        (
            LEREN | {"tot": "2026-11-23"},
            "Ik leer (Kim de Boer, t/m ma 23 november, open)",
        ),
        (
            LEREN | {"tot": "2026-11-22"},
            "Ik leer (Kim de Boer, t/m zo 22 november, open, te laat)",
        ),
        (
            LEREN
            | {
                "ritme": "elke dag",
                "opvolging": [gezegd(status="bezig", keer=9, van=14)],
            },
            "Ik leer (Kim de Boer, elke dag, bezig, 9 van 14 keer)",
        ),
        # What the sentence has in it stands there once.
        (
            LEREN | {"actie": "Elke dag leer ik", "ritme": "elke dag"},
            "Elke dag leer ik (Kim de Boer, open)",
        ),
    ],
)
def test_an_actie_says_who_and_how_it_goes(
    studiegroep: Groep, item: dict[str, Any], zin: str
):
    assert tonen.in_woorden(studiegroep, Actie(item), VANDAAG) == zin


def test_what_is_done_is_never_late(studiegroep: Groep):
    item = LEREN | {"tot": "2026-11-01", "opvolging": [gezegd(status="gedaan")]}
    zin = tonen.in_woorden(studiegroep, Actie(item), VANDAAG)
    assert zin == "Ik leer (Kim de Boer, t/m zo 1 november, gedaan)"


def test_among_open_acties_open_goes_without_saying(studiegroep: Groep):
    assert tonen.als_open(studiegroep, Actie(LEREN), VANDAAG) == "Ik leer (Kim de Boer)"
    assert (
        tonen.als_open(studiegroep, Actie({"actie": "Ik leer"}), VANDAAG) == "Ik leer"
    )


def test_the_list_begins_with_what_to_type_for_each(uit: Console, studiegroep: Groep):
    item = {"id": "abcdefgh", "actie": "Ik leer"}
    treffer = ActieTreffer(item, "tim", f"{FOLDER}/3.md", FOLDER, "2026-11-23")
    acties = Acties((treffer,), 1, {"abcdefgh": "abcd"})
    regels = list(tonen.regels(uit, studiegroep, acties, VANDAAG))
    assert regels == ["abcd  Tim: Ik leer"], (
        "whose it is stands in the record of the ronde"
    )


def test_for_programs_an_actie_has_its_sessie_its_file_and_whose_it_is():
    item = {"id": "abcd", "actie": "Ik leer"}
    treffer = ActieTreffer(item, "tim", f"{FOLDER}/3.md", FOLDER, "2026-11-23")
    assert tonen.json([treffer]) == {
        "acties": [
            {
                "sessie": "2026-11-23-kort",
                "datum": "2026-11-23",
                "bestand": f"{FOLDER}/3.md",
                "id": "abcd",
                "actie": "Ik leer",
                "wie": "tim",
            }
        ]
    }


def test_what_became_of_it_is_a_sentence_each_time():
    opvolging = [
        gezegd(status="bezig", keer=2, opmerking="moeizaam"),
        gezegd(status="gedaan"),
        {"status": "gedaan"},
    ]
    actie = Actie(LEREN | {"opvolging": opvolging})
    assert list(tonen.opvolgingen(actie, VANDAAG)) == [
        "vr 20 november bezig, 2 keer: moeizaam",
        "vr 20 november gedaan",
        " gedaan",
    ]
    zin = tonen.opvolging_in_woorden(opvolging[0], VANDAAG)
    assert zin == "vr 20 november, bezig, 2 keer, moeizaam"


def test_the_last_remark_stands_behind_an_arrow():
    opvolging = [gezegd(status="bezig", opmerking="moeizaam")]
    assert (
        tonen.laatste_opmerking(Actie(LEREN | {"opvolging": opvolging}))
        == " → moeizaam"
    )
    assert tonen.laatste_opmerking(Actie(LEREN)) == ""
