"""A console that writes to memory, a group, and a korte sessie that nobody has begun."""

import io
from datetime import date

import pytest

from intervisie_cli.groep import draaiboeken
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.sessie import INDIVIDUEEL, Groep, Lid, Ronde, Sessie, plekken
from intervisie_cli.records.stap import blank
from intervisie_cli.ui.console import Console

FOLDER = "sessies/2026/2026-11-23-kort"
VANDAAG = date(2026, 11, 23)


@pytest.fixture
def out() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def uit(out: io.StringIO) -> Console:
    return Console(out, io.StringIO())


@pytest.fixture
def studiegroep() -> Groep:
    return Groep("Studiegroep", (Lid("kim", "Kim de Boer"), Lid("tim"), Lid("mirthe")))


@pytest.fixture
def sessie_map(studiegroep: Groep) -> SessieMap:
    draaiboek = draaiboeken.load(None, "kort")
    rondes = (Ronde("r1", 1, "mirthe"),)
    sessie = Sessie(
        id="s1",
        map=FOLDER,
        draaiboek="kort",
        datum=VANDAAG,
        thema="rust",
        deelnemers=("mirthe", "kim", "tim"),
        begeleider="tim",
        notulist=INDIVIDUEEL,
        opname=False,
        rondes=rondes,
    )
    stappen = [
        StapBestand(plek, f"{FOLDER}/{plek.pad}", b"", blank(plek, sessie, studiegroep))
        for plek in plekken(draaiboek, rondes)
    ]
    return SessieMap(sessie, draaiboek, tuple(stappen))
