"""A draaiboek with faults is refused with all of them at once, each with its file, line and key."""

import random
from pathlib import Path

import pytest

from intervisie_cli.groep import draaiboeken
from intervisie_cli.model.fouten import IntervisieError, OnleesbaarBestand
from intervisie_cli.records.draaiboek import DraaiboekFout, load
from tests.conftest import EXAMPLES
from tests.property.strategies import broken
from tests.vragen import voorbeeld

BOEK = """\
schema: 1
naam: klein
titel: Klein
kleur: rood
groepsgrootte:
  min: 4
  max: 2
minuten:
  min: 5
  max: tien
benodigdheden: stoelen
stappen:
  - stap: een
    per: dag
  - stap: twee
    per: sessie
    optioneel: misschien
  - stap: twee
    per: ronde
  - stap: Vier
    per: ronde
  - per: ronde
"""
EEN = """\
---
stap: twee
titel: Een
minuten:
  min: 9
  plan: 5
  max: 7
tips:
  - 5
velden:
  - naam: status
    soort: tekst
    vraag: Hoe?
  - naam: a
    soort: getal
    vraag: Wat?
    verplicht: ja
  - naam: b
    soort: keuze
    vraag: Welke?
  - naam: c
    soort: lijst
    vraag: Wat nog?
    wie: iedereen
    minstens: 3
    hoogstens: 2
  - naam: d
    soort: lijst
    vraag: Wat nog?
    minstens: -1
    onderdelen:
      - naam: lid
        soort: tekst
        vraag: Wie?
        checks:
          - spelling
      - los
  - naam: e
    soort: tekst
    alleen_als: z
  - naam: e
    soort: leden
    vraag: Duidelijk?
    opnieuw_bij_nee: y
    hint: niks
  - naam: voortgang
    soort: tekst
    vraag: Hoe ver?
---
vrij
"""
TWEE = "---\nstap: twee\ntitel: Twee\ntitel: Drie\n---\n"

# File, line, key.
FOUTEN = [
    ("draaiboek.yaml", 4, "kleur"),
    ("draaiboek.yaml", 7, "groepsgrootte.max"),
    ("draaiboek.yaml", 10, "minuten.max"),
    ("draaiboek.yaml", 11, "benodigdheden"),
    ("draaiboek.yaml", 14, "stappen.1.per"),
    ("draaiboek.yaml", 17, "stappen.2.optioneel"),
    ("draaiboek.yaml", 18, "stappen.3.stap"),
    ("draaiboek.yaml", 20, "stappen.4.stap"),
    ("draaiboek.yaml", 22, "stappen.5.stap"),
    ("1-een.md", 2, "stap"),
    ("1-een.md", 2, "doel"),
    ("1-een.md", 7, "minuten.max"),
    ("1-een.md", 9, "tips"),
    ("1-een.md", 11, "velden.1.naam"),
    ("1-een.md", 15, "velden.2.soort"),
    ("1-een.md", 18, "velden.3.keuzes"),
    ("1-een.md", 21, "velden.4.onderdelen"),
    ("1-een.md", 24, "velden.4.wie"),
    ("1-een.md", 41, "velden.7.wie"),
    ("1-een.md", 26, "velden.4.hoogstens"),
    ("1-een.md", 30, "velden.5.minstens"),
    ("1-een.md", 32, "velden.5.onderdelen.1.naam"),
    ("1-een.md", 36, "velden.5.onderdelen.1.checks.1"),
    ("1-een.md", 37, "velden.5.onderdelen.2"),
    ("1-een.md", 38, "velden.6.vraag"),
    ("1-een.md", 40, "velden.6.alleen_als"),
    ("1-een.md", 41, "velden.7.naam"),
    ("1-een.md", 44, "velden.7.opnieuw_bij_nee"),
    ("1-een.md", 45, "velden.7.hint"),
    ("1-een.md", 46, "velden.8.naam"),
]


def faults(naam: str, bestanden: dict[str, str]) -> list[str]:
    with pytest.raises(DraaiboekFout) as caught:
        load(naam, {bestand: text.encode() for bestand, text in bestanden.items()})
    assert caught.value.exit_code == OnleesbaarBestand.exit_code
    assert all(fout in caught.value.bericht for fout in caught.value.fouten)
    return caught.value.fouten


def test_every_fault_is_told_at_once_with_its_file_line_and_key():
    gevonden = faults(
        "klein", {"draaiboek.yaml": BOEK, "1-een.md": EEN, "2-twee.md": TWEE}
    )
    for bestand, regel, sleutel in FOUTEN:
        assert [
            f
            for f in gevonden
            if f.startswith(f"{bestand}, regel {regel}, {sleutel}: ")
        ], (
            regel,
            sleutel,
        )
    assert "2-twee.md, regel 4: dezelfde sleutel staat er twee keer" in gevonden
    assert "3-twee.md: dit bestand ontbreekt" in gevonden


def test_no_fault_is_made_up():
    gevonden = faults(
        "klein", {"draaiboek.yaml": BOEK, "1-een.md": EEN, "2-twee.md": TWEE}
    )
    told = [
        f"{bestand}, regel {regel}, {sleutel}: " for bestand, regel, sleutel in FOUTEN
    ]
    rest = [
        fout
        for fout in gevonden
        if not fout.startswith((*told, "2-twee.md, regel 4: "))
        and "ontbreekt" not in fout
    ]
    assert rest == []


def test_a_draaiboek_without_its_main_file_or_with_one_that_cannot_be_read_says_so():
    assert faults("klein", {}) == ["draaiboek.yaml: dit bestand ontbreekt"]
    assert faults("klein", {"draaiboek.yaml": "a: [\n"})[0].startswith(
        "draaiboek.yaml, regel 1: "
    )
    assert faults("klein", {"draaiboek.yaml": "a: !x y\n"})[0].startswith(
        "draaiboek.yaml, regel 1: "
    )


def test_a_name_that_is_not_that_of_its_folder_and_no_schema_are_faults():
    head = "naam: groot\ntitel: T\ngroepsgrootte: {min: 2, max: 4}\nminuten: {min: 1, max: 2}\n"
    gevonden = faults("klein", {"draaiboek.yaml": f"schema: 0\n{head}stappen: []\n"})
    assert gevonden == [
        "draaiboek.yaml, regel 1, schema: moet 1 zijn",
        "draaiboek.yaml, regel 2, naam: moet gelijk zijn aan de naam van de map: klein",
        "draaiboek.yaml, regel 6, stappen: moet een lijst zijn met minstens één onderdeel",
    ]


def test_one_fault_is_told_as_one():
    with pytest.raises(DraaiboekFout, match="heeft 1 fout:"):
        load("klein", {})


def step(velden: str) -> dict[str, str]:
    head = (
        "schema: 1\nnaam: klein\ntitel: T\n"
        "groepsgrootte: {min: 2, max: 4}\nminuten: {min: 1, max: 2}\n"
    )
    return {
        "draaiboek.yaml": f"{head}stappen:\n  - {{stap: een, per: ronde}}\n",
        "1-een.md": "---\nstap: een\ntitel: Een\ndoel: D\n"
        + (f"velden:\n{velden}" if velden else "")
        + "---\n",
    }


LIJST = "  - naam: {naam}\n    soort: lijst\n    vraag: Wat?\n    onderdelen:\n{delen}"
DEEL = "      - naam: {naam}\n        soort: {soort}\n        vraag: Wat?\n"


@pytest.mark.parametrize("naam", ['""', "doen", "status", "notulen"])
def test_a_field_cannot_have_a_name_that_the_program_uses_itself(naam: str):
    assert faults(
        "klein", step(f"  - naam: {naam}\n    soort: tekst\n    vraag: Wat?\n")
    )


@pytest.mark.parametrize("naam", ['""', "id", "lid", "nog"])
def test_a_part_cannot_have_a_name_that_the_program_uses_itself(naam: str):
    assert faults(
        "klein",
        step(LIJST.format(naam="a", delen=DEEL.format(naam=naam, soort="tekst"))),
    )


def test_the_name_of_a_list_cannot_hold_the_sign_that_parts_its_keys():
    assert faults(
        "klein",
        step(LIJST.format(naam="a/b", delen=DEEL.format(naam="c", soort="tekst"))),
    )


@pytest.mark.parametrize("soort", ["inbrenger", "leden"])
def test_a_part_of_a_kind_that_cannot_be_asked_in_an_item_is_a_fault(soort: str):
    delen = DEEL.format(naam="b", soort="tekst") + DEEL.format(naam="c", soort=soort)
    assert faults("klein", step(LIJST.format(naam="a", delen=delen)))


@pytest.mark.parametrize(
    ("wie", "parts"),
    [("", 1), ("        wie: groep\n", 1), ("        wie: ieder_lid\n", 2)],
    ids=["no one", "all", "two"],
)
def test_a_list_in_an_item_has_one_part_that_members_answer(wie: str, parts: int):
    inner = [
        f"          - naam: d{n}\n            soort: tekst\n            vraag: Wat?\n"
        for n in range(parts)
    ]
    delen = (
        DEEL.format(naam="b", soort="tekst")
        + DEEL.format(naam="c", soort="lijst")
        + wie
    )
    assert faults(
        "klein",
        step(
            LIJST.format(
                naam="a", delen=f"{delen}        onderdelen:\n{''.join(inner)}"
            )
        ),
    )


def test_a_step_without_a_good_name_is_one_fault():
    for verwijzing in ("per: ronde", "per: ronde, stap: Een"):
        files = step("") | {
            "draaiboek.yaml": step("")["draaiboek.yaml"].replace(
                "stap: een, per: ronde", verwijzing
            )
        }
        assert len(faults("klein", files)) == 1


def test_two_parts_of_an_item_cannot_have_the_same_name():
    delen = DEEL.format(naam="b", soort="tekst") * 2
    assert faults("klein", step(LIJST.format(naam="a", delen=delen)))


def test_a_list_that_is_required_asks_at_least_one_item():
    velden = LIJST.format(naam="a", delen=DEEL.format(naam="b", soort="tekst"))
    boek = load(
        "klein",
        {
            naam: text.encode()
            for naam, text in step(velden + "    verplicht: true\n").items()
        },
    )
    van = voorbeeld.context(boek, "een")
    assert (
        voorbeeld.check(van, {})[1]
        == voorbeeld.check(van, {"a": []})[1]
        == ["a: 0 van 1"]
    )
    _, gesteld = voorbeeld.drive(van, voorbeeld.plainly)
    assert str(gesteld[0].sleutel).endswith("/0/b")


def test_a_broken_draaiboek_never_ends_in_another_error():
    rng = random.Random(3)
    folder = EXAMPLES.parent / "templates" / "kort"
    files = {path.name: path.read_text() for path in folder.iterdir()}
    refused = []
    for _ in range(150):
        naam = rng.choice(sorted(files))
        with_one_broken = files | {naam: broken(files[naam], rng)}
        try:
            load(
                "kort",
                {
                    name: text.encode("utf-8", "surrogatepass")
                    for name, text in with_one_broken.items()
                },
            )
        except DraaiboekFout as fout:
            refused.append(fout.fouten)
    assert len(refused) > 50
    assert all(refused)


def test_a_draaiboek_that_is_not_there_is_told_with_the_ones_that_are(tmp_path: Path):
    with pytest.raises(IntervisieError) as caught:
        draaiboeken.load(tmp_path, "../kort")
    assert "kort, lang" in caught.value.hulp


HEAD = """\
schema: 1
naam: klein
titel: Klein
groepsgrootte: {min: 2, max: 4}
minuten: {min: 1, max: 2}
"""


def faults_of_field(field: str) -> list[str]:
    """The faults of a draaiboek of one step, whose third field is *field*."""
    step = """\
---
stap: een
titel: Een
doel: Doel
velden:
  - {naam: mag, soort: ja-nee, vraag: Mag?}
  - {naam: tekst, soort: tekst, vraag: Wat?}
"""
    files = {
        "draaiboek.yaml": HEAD + "stappen:\n  - {stap: een, per: ronde}\n",
        "1-een.md": f"{step}{field}---\n",
    }
    return faults("klein", files)


TEKST = "soort: tekst, vraag: W?"
LIJST_VAN_TWEE = f"soort: lijst, vraag: W?, onderdelen: [{{naam: a, {TEKST}}}"
JA = "soort: ja-nee, vraag: W?"
AKKOORD = "onderdelen: [{naam: akkoord, soort: ja-nee, vraag: Goed?}]"


@pytest.mark.parametrize(
    ("field", "fault"),
    [
        (
            "soort: leden, vraag: W?",
            "wie: kan hier alleen zijn: ieder_lid, overige_leden",
        ),
        (
            "soort: tekst, vraag: W?, wie: ieder_lid",
            "wie: kan alleen bij soort leden of lijst",
        ),
        (
            "soort: tekst, vraag: W?, minstens: 1",
            "minstens: hoort alleen bij soort lijst",
        ),
        (
            "soort: tekst, vraag: W?, bron: afspraken",
            "bron: hoort alleen bij soort lijst",
        ),
        (
            "soort: tekst, vraag: W?, volgorde: inbrenger",
            "volgorde: hoort alleen bij soort lijst",
        ),
        (
            "soort: tekst, vraag: W?, unaniem: true",
            "unaniem: hoort alleen bij soort lijst",
        ),
        (
            "soort: tekst, vraag: W?, keuzes: [a]",
            "keuzes: hoort alleen bij soort keuze",
        ),
        ("soort: keuze, vraag: W?", "keuzes: ontbreekt"),
        (
            (
                "soort: lijst, vraag: W?, "
                "onderdelen: [{naam: a, soort: tekst, vraag: W?, alleen_als: mag}]"
            ),
            "alleen_als: kan binnen een lijst alleen ritme of eenmalig zijn, met bron open-acties",
        ),
        (
            "soort: tekst, vraag: W?, standaard: actie",
            "standaard: heeft een veld van soort actie nodig",
        ),
        (
            "soort: lijst, vraag: W?, onderdelen: [{naam: a, soort: actie, vraag: W?}]",
            "soort: kan niet binnen een lijst",
        ),
        ("soort: tekst, vraag: W?, bij: [ja]", "bij: kan alleen binnen een lijst"),
        (
            (
                "soort: lijst, vraag: W?, bron: afspraken, "
                "onderdelen: [{naam: afspraak, soort: tekst, vraag: W?},"
                " {naam: af, soort: keuze, vraag: W?, keuzes: [ja]},"
                " {naam: dag, soort: datum, vraag: W?, bij: [nee]}]"
            ),
            "bij: moeten keuzes zijn van een onderdeel hierboven",
        ),
        (
            f"soort: lijst, vraag: W?, bron: afspraken, {AKKOORD}",
            "bron: het eerste onderdeel heet dan 'afspraak'",
        ),
        (
            f"soort: lijst, vraag: W?, unaniem: true, alleen_als: mag, {AKKOORD}",
            "unaniem: hoort bij een lijst van ieder lid",
        ),
        (
            f"soort: lijst, vraag: W?, unaniem: true, wie: ieder_lid, {AKKOORD}",
            "unaniem: heeft een veld in alleen_als nodig",
        ),
        (
            "soort: tekst, vraag: W?, in_een_keer: true",
            "in_een_keer: hoort alleen bij soort ja-nee of keuze of lijst",
        ),
        (
            "soort: keuze, vraag: W?, keuzes: [ja], in_een_keer: true",
            "in_een_keer: kan alleen binnen een lijst",
        ),
        (
            "soort: keuze, vraag: W?, keuzes: [ja], reactie: tekst",
            "reactie: kan alleen binnen een lijst",
        ),
        (
            "soort: tekst, vraag: W?, om_en_om: true",
            "om_en_om: hoort alleen bij soort lijst",
        ),
        (
            "soort: tekst, vraag: W?, op_verzoek: misschien",
            "op_verzoek: moet true of false zijn",
        ),
        *(
            (
                f"soort: lijst, vraag: W?, onderdelen: [{{naam: a, {TEKST}}}, {{naam: b, {deel}}}]",
                fout,
            )
            for deel, fout in (
                (f"{JA}, in_een_keer: true", "in_een_keer: heeft wie nodig"),
                (
                    f"soort: lijst, wie: ieder_lid, vraag: W?, om_twijfel: true, {AKKOORD}",
                    "om_twijfel: heeft in_een_keer nodig",
                ),
                (f"{TEKST}, op_verzoek: true", "op_verzoek: kan niet binnen een lijst"),
                (
                    f"soort: lijst, wie: ieder_lid, vraag: W?, om_en_om: true, {AKKOORD}",
                    "om_en_om: kan niet binnen een lijst",
                ),
                (
                    f"{JA}, wie: inbrenger, opnieuw_bij_nee: c",
                    "opnieuw_bij_nee: moet een onderdeel zijn dat hierboven staat",
                ),
                (
                    "soort: keuze, vraag: W?, wie: inbrenger, keuzes: [ja], reactie: a",
                    "reactie: moet een onderdeel zijn dat hieronder staat",
                ),
                (f"{JA}, reactie: a", "reactie: hoort alleen bij soort keuze"),
            )
        ),
        ('soort: tekst, vraag: "W\\e[31m?"', "vraag: bevat een stuurteken (U+001B)"),
        ('soort: tekst, vraag: " "', "vraag: mag niet leeg zijn"),
    ],
)
def test_what_would_never_work_in_a_field_is_a_fault(field: str, fault: str):
    gevonden = faults_of_field(f"  - {{naam: nu, {field}}}\n")
    assert any(fault in line for line in gevonden), gevonden


def test_a_step_of_the_sessie_between_those_of_a_ronde_is_a_fault():
    stappen = """\
stappen:
  - {stap: een, per: ronde}
  - {stap: twee, per: sessie}
  - {stap: drie, per: ronde}
"""
    step = "---\nstap: %s\ntitel: T\ndoel: D\n---\n"
    files = {
        f"{n}-{naam}.md": step % naam
        for n, naam in enumerate(("een", "twee", "drie"), 1)
    }
    assert faults("klein", {"draaiboek.yaml": HEAD + stappen} | files) == [
        (
            "draaiboek.yaml, regel 8, stappen.2.per: "
            "een stap van de sessie kan niet tussen stappen van een ronde staan"
        )
    ]


def remarks(files: dict[str, str]) -> list[str]:
    """What is passed over in a draaiboek that can be used."""
    boek = load("klein", {naam: text.encode() for naam, text in files.items()})
    return list(map(str, boek.opmerkingen))


NIEUW = """\
  - {naam: mag, soort: ja-deels-nee, vraag: Mag?, tint: rood}
  - {naam: toch, soort: tekst, vraag: Waarom?, alleen_als: mag}
  - {naam: tekst, soort: tekst, vraag: Wat?, hullp: Zeg het in één zin.}
  - naam: leeg
    soort: lijst
    vraag: Wat?
    onderdelen: [{naam: a, soort: spraak, vraag: W?}, {naam: b, soort: tekst, vraag: W?}]
  - naam: vol
    soort: lijst
    vraag: Wat?
    onderdelen: [{naam: a, soort: tekst, vraag: W?}, {naam: b, soort: spraak, vraag: W?}]
"""


def test_what_a_newer_program_knows_is_passed_over_and_the_rest_works():
    boek = load("klein", {naam: text.encode() for naam, text in step(NIEUW).items()})
    (stap,) = boek.stappen
    assert [veld.naam for veld in stap.velden] == ["tekst", "vol"]
    assert [deel.naam for deel in stap.velden[1].onderdelen] == ["a"]
    van = voorbeeld.context(boek, "een")
    _, gesteld = voorbeeld.drive(van, voorbeeld.plainly)
    assert {vraag.sleutel.veld for vraag in gesteld} <= {"tekst", "vol", "notulen"}


def test_what_is_passed_over_is_told_with_its_file_line_and_key():
    assert remarks(step(NIEUW)) == [
        "1-een.md, regel 6, velden.1.soort: deze soort is onbekend; bedoel je 'ja-nee'?",
        "1-een.md, regel 12, velden.4.onderdelen.1.soort: deze soort is onbekend",
        "1-een.md, regel 8, velden.3.hullp: deze sleutel is onbekend; bedoel je 'hulp'?",
        "1-een.md, regel 16, velden.5.onderdelen.2.soort: deze soort is onbekend",
    ]


def test_of_a_newer_schema_no_key_is_held_against_who_wrote_it():
    files = step(NIEUW)
    files["draaiboek.yaml"] = files["draaiboek.yaml"].replace("schema: 1", "schema: 2")
    assert remarks(files) == [
        "draaiboek.yaml, regel 1, schema: dit is voor een nieuwere versie van intervisie"
    ]


@pytest.mark.parametrize("naam", ["kort", "lang"])
def test_nothing_is_passed_over_in_what_comes_with_the_program(naam: str):
    boek = draaiboeken.load(None, naam)
    assert (boek.opmerkingen, boek.map, boek.is_er) == ((), "", True)
