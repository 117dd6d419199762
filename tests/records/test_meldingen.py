"""What a person is told of a record that cannot be read: the line, and the words, to the letter."""

from typing import Any

import pytest

from intervisie_cli.model.draaiboek import Opmerking
from intervisie_cli.records import groep, sessie
from intervisie_cli.records.document import parse_yaml
from intervisie_cli.records.lezer import Lezer
from intervisie_cli.records.node import YamlFout

FOLDER = "sessies/2026/2026-11-23-kort"
GROEP = "schema: 1\nnaam: G\n"
SESSIE = (
    "schema: 1\nid: aaaaaaaaaaaaaaaa\ndraaiboek: kort\ndatum: 2026-11-23\n"
    "deelnemers: [kim, tim]\n"
)
GEEN_LID = "een lid heeft een 'id' van kleine letters en cijfers"
GEEN_LEDEN = "'leden' moet een lijst zijn met minstens één lid"
GEEN_STAP = "een stap heeft een 'id', en als 'per' sessie of ronde"
VEEL = ", ".join(["{inbrenger: kim}"] * 200)


@pytest.mark.parametrize(
    ("erbij", "regel", "reden"),
    [
        ("", 1, GEEN_LEDEN),
        ("leden: kim\n", 3, GEEN_LEDEN),
        ("leden: []\n", 3, GEEN_LEDEN),
        ("leden:\n  - {id: Kim X}\n", 4, GEEN_LID),
        ("leden:\n  - kim\n  - {naam: Kim}\n", 5, GEEN_LID),
        ("leden:\n  - 7\n", 4, GEEN_LID),
        ("leden:\n  - kim\n  - tim\n  - kim\n", 6, "dit lid staat er twee keer"),
    ],
)
def test_of_a_group(erbij: str, regel: int, reden: str):
    with pytest.raises(YamlFout) as fout:
        groep.parse((GROEP + erbij).encode())
    assert (fout.value.regel, fout.value.reden) == (regel, reden)


@pytest.mark.parametrize(
    ("was", "wordt", "regel", "reden"),
    [
        ("id: aaaaaaaaaaaaaaaa\n", "", 1, "'id' ontbreekt of klopt niet"),
        ("draaiboek: kort\n", "", 1, "'draaiboek' ontbreekt of klopt niet"),
        ("kort", "../x", 3, "'draaiboek' ontbreekt of klopt niet"),
        ("2026-11-23", "morgen", 4, "'datum' moet een datum zijn, zoals 2026-11-23"),
        ("[kim, tim]", "kim", 5, "'deelnemers' moet een lijst van leden zijn"),
        ("[kim, tim]", "[]", 5, "'deelnemers' moet een lijst van leden zijn"),
        ("[kim, tim]", "[kim, Kim B]", 5, "'deelnemers' moet een lijst van leden zijn"),
        ("", "rondes: kim\n", 6, "'rondes' moet een lijst van rondes zijn"),
        ("", f"rondes: [{VEEL}]\n", 6, "'rondes' is te lang"),
        ("", "rondes:\n  - kim\n", 7, "een ronde heeft een 'inbrenger'"),
        ("", "rondes:\n  - {inbrenger: Kim B}\n", 7, "een ronde heeft een 'inbrenger'"),
        (
            "",
            "rondes:\n  - {inbrenger: kim}\n  - {inbrenger: sam}\n",
            8,
            "deze inbrenger doet niet mee",
        ),
        (
            "",
            "rondes:\n  - {inbrenger: kim, map: notulen}\n",
            7,
            "'map' van een ronde begint met 'ronde-'",
        ),
        ("", "stappen: x\n", 6, "'stappen' moet een lijst van stappen zijn"),
        ("", "stappen:\n  - {id: een, per: dag}\n", 7, GEEN_STAP),
        ("", "stappen:\n  - {id: een, per: sessie}\n  - twee\n", 8, GEEN_STAP),
        ("", "stappen:\n  - {id: Een B, per: sessie}\n", 7, GEEN_STAP),
        ("schema: 1", "schema: x", 1, "'schema' ontbreekt of is geen getal"),
    ],
)
def test_of_a_sessie(was: str, wordt: str, regel: int, reden: str):
    raw = SESSIE.replace(was, wordt) if was else SESSIE + wordt
    with pytest.raises(YamlFout) as fout:
        sessie.parse(raw.encode(), FOLDER)
    assert (fout.value.regel, fout.value.reden) == (regel, reden)


@pytest.mark.parametrize(
    ("waarde", "is_ja"),
    [
        ("ja", True), ("x", True), ("7", True), ("true", True), ("[]", True),
        ("nee", False), ("Nee", False), ("no", False), ("n", False), ("N", False),
        ("false", False), ("False", False), ("''", False), ("' nee '", False), ("", False),
    ],
)  # fmt: skip
def test_what_a_hand_writes_for_yes_and_no(waarde: str, is_ja: bool):
    raw = f"{SESSIE}prive: {waarde}\nafgerond: {waarde}\n".encode()
    gelezen = sessie.parse(raw, FOLDER)
    assert (gelezen.is_prive, gelezen.is_afgerond) == (is_ja, is_ja)


def test_what_a_sessie_may_leave_out_is_as_it_was_meant():
    gelezen = sessie.parse(
        (
            SESSIE
            + "rondes:\n  - {inbrenger: kim, id: rrrr}\n  - {inbrenger: sam, vervallen: ja}\n"
            "samen: [evaluatie]\nopname: ja\nbegeleider: {naam: Els}\n"
            "aanwezig:\n  - {lid: kim, van: 2-x}\n  - {van: 3-x}\n  - tim\n"
        ).encode(),
        FOLDER,
    )
    assert [
        (ronde.id, ronde.nummer, ronde.is_vervallen) for ronde in gelezen.rondes
    ] == [
        ("rrrr", 1, False),
        ("", 2, True),
    ]
    assert gelezen.samen == ("evaluatie",)
    # Only a yes that YAML knows for one lets a sessie be recorded.
    assert not gelezen.opname
    assert (gelezen.begeleider, gelezen.begeleider_naam) == ("", "Els")
    assert [(keer.lid, keer.van, keer.tot) for keer in gelezen.aanwezig] == [
        ("kim", "2-x", "")
    ]
    assert gelezen.notulist == "individueel"


def lezer(text: str) -> Lezer:
    """A reader of a file of a draaiboek."""
    document = parse_yaml(text.encode())
    return Lezer("x.yaml", document, [], [], (), document.data)


@pytest.mark.parametrize(
    ("text", "read", "waarde", "reden"),
    [
        ("a: b\n", lambda een: een.tekst("a"), "b", None),
        ("b: b\n", lambda een: een.tekst("a"), "", None),
        ("b: b\n", lambda een: een.tekst("a", nodig=True), "", "ontbreekt"),
        ("a: 5\n", lambda een: een.tekst("a"), "", "moet tekst zijn"),
        ("a: ' '\n", lambda een: een.tekst("a", nodig=True), " ", "mag niet leeg zijn"),
        ("a: ' '\n", lambda een: een.tekst("a"), " ", None),
        ("a: d\n", lambda een: een.tekst("a", uit=("b", "c")), "d", "kan alleen zijn: b, c"),
        ('a: "x\\ny"\n', lambda een: een.tekst("a"), "x\ny", "moet op één regel"),
        ("b: 1\n", lambda een: een.getal("a", 3), 3, None),
        ("a: 0\n", lambda een: een.getal("a", 3), 0, None),
        ("a: 1000\n", lambda een: een.getal("a", 3), 1000, None),
        ("a: 1001\n", lambda een: een.getal("a", 3), 3, "moet een getal van 0 tot 1000 zijn"),
        ("a: -1\n", lambda een: een.getal("a", 3), 3, "moet een getal van 0 tot 1000 zijn"),
        ("a: true\n", lambda een: een.getal("a", 3), 3, "moet een getal van 0 tot 1000 zijn"),
        ("a: x\n", lambda een: een.getal("a", None), None, "moet een getal van 0 tot 1000 zijn"),
        ("b: 1\n", lambda een: een.ja("a"), False, None),
        ("a: true\n", lambda een: een.ja("a"), True, None),
        ("a: ja\n", lambda een: een.ja("a"), False, "moet true of false zijn"),
        ("b: 1\n", lambda een: een.teksten("a"), (), None),
        ("a: [x, y]\n", lambda een: een.teksten("a"), ("x", "y"), None),
        ("a: x\n", lambda een: een.teksten("a"), (), "moet een lijst van teksten zijn"),
        ("a: [x, 5]\n", lambda een: een.teksten("a"), (), "moet een lijst van teksten zijn"),
        ("b: 1\n", lambda een: een.delen("a"), [], None),
        ("a: []\n", lambda een: een.delen("a"), [],
         "moet een lijst zijn met minstens één onderdeel"),
        ("b: 1\n", lambda een: een.delen("a", nodig=True), [],
         "moet een lijst zijn met minstens één onderdeel"),
        ("a: x\n", lambda een: een.deel("a"), None, "moet bestaan uit regels 'sleutel: waarde'"),
    ],
)  # fmt: skip
def test_of_a_draaiboek(text: str, read: Any, waarde: Any, reden: str | None):
    een = lezer(text)
    assert read(een) == waarde
    regel = 1
    wanted = [] if reden is None else [str(Opmerking("x.yaml", regel, "a", reden))]
    assert een.fouten == wanted
    assert een.opmerkingen == []


def test_a_place_deep_in_a_draaiboek_is_told_as_people_count():
    een = lezer("a:\n  - {b: 1}\n  - x\n  - {c: [p, q], d: 5}\n")
    delen = een.delen("a")
    assert [deel.waarde for deel in delen] == [{"b": 1}, {"c": ["p", "q"], "d": 5}]
    delen[1].tekst("d")
    delen[1].teksten("c", uit=("p",))
    delen[1].onbekende_sleutels({"c", "dd"})
    assert een.fouten == [
        str(Opmerking("x.yaml", 3, "a.2", "moet bestaan uit regels 'sleutel: waarde'")),
        str(Opmerking("x.yaml", 4, "a.3.d", "moet tekst zijn")),
        str(Opmerking("x.yaml", 4, "a.3.c.2", "kan alleen zijn: p")),
    ]
    [opmerking] = een.opmerkingen
    assert (opmerking.regel, opmerking.sleutel) == (4, "a.3.d")
