"""The form: its labels follow from the fields, it is forgiving to read, and it loses nothing."""

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.sleutel import GEKOZEN, GROEP, Sleutel
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.taal.tekst import schoon, zonder_stuurtekens
from intervisie_cli.vragen.coach import LATEN
from intervisie_cli.vragen.formulier.bewerken import UITLEG, read_form, write_form
from intervisie_cli.vragen.formulier.gegevens import completed, data_of
from intervisie_cli.vragen.formulier.herkennen import along
from intervisie_cli.vragen.formulier.indeling import without_labels
from intervisie_cli.vragen.formulier.labels import OUDE, labels_of
from intervisie_cli.vragen.formulier.lezen import lees
from intervisie_cli.vragen.formulier.schrijven import form_lines
from intervisie_cli.vragen.script import VAN_NOTULEN
from intervisie_cli.vragen.soorten.register import soort_van
from tests.vragen.voorbeeld import STEPS, Answers, context, sessie

KORT = ("kort", "hulpvraag-definieren")
ADVIES = ("kort", "advisering")
LANG = ("lang", "probleemverkenning")
OPEN = (
    {"id": "a1a1a1a1", "actie": "Ik wandel elke dag", "wie": "mirthe", "keren": 7},
    {"id": "b2b2b2b2", "actie": "Ik bel de docent", "wie": "kim", "keren": None},
)


def said(stap: tuple[str, str], tekst: str, **rest: Any) -> Answers:
    """What a form says, in which every line can be read."""
    van = context(*stap, **rest)
    ingevuld = lees(van, tekst)
    assert ingevuld.fouten == ()
    return data_of(van, ingevuld.antwoorden)


def test_the_blank_form_has_a_line_for_what_each_owes_with_its_parts_below():
    assert form_lines(context(*KORT), {}) == [
        "- Hulpvraag:",
        "- Toelichting:",
        "",
        "- Vraag van Kim:",
        "  - Antwoord:",
        "",
        "- Vraag van Tim:",
        "  - Antwoord:",
        "",
        "- Herformulering:",
    ]
    assert form_lines(context(*ADVIES), {})[-4:] == [
        "- Actie:",
        "",
        "- Akkoord:",
        "- Haalbaar:",
    ]
    tweede = form_lines(context(*LANG), {})
    assert tweede.count("- Vraag van Kim:") == 2
    assert (
        form_lines(context("lang", "probleemdefinitie"), {})[-1] == "- Duidelijk voor:"
    )


def test_of_nobody_in_particular_the_lines_have_no_names():
    leeg = context(*KORT)._replace(sessie=sessie()._replace(deelnemers=()))
    assert "- Vraag:" in form_lines(leeg, {})


@pytest.mark.parametrize(("boek", "stap"), STEPS)
def test_a_blank_form_says_nothing_and_has_no_words(boek: str, stap: str):
    van = context(boek, stap)
    blank = "\n".join(form_lines(van, {}))
    assert lees(van, blank) == ({}, (), "")
    assert without_labels(van.stap, blank).strip() == ""


@pytest.mark.parametrize(
    ("stap", "tekst", "gezegd"),
    [
        (KORT, "- Hulpvraag: Hoe dan?", {"hulpvraag": "Hoe dan?"}),
        (KORT, "hulpvraag:Hoe dan?", {"hulpvraag": "Hoe dan?"}),
        (KORT, "  *  HULPVRAAG  :   Hoe dan?  ", {"hulpvraag": "Hoe dan?"}),
        (KORT, "- Hulpvraag van Mirthe: Hoe dan?", {"hulpvraag": "Hoe dan?"}),
        (KORT, "- Hulpvraag: Hoe\n  dan?", {"hulpvraag": "Hoe dan?"}),
        (
            KORT,
            "- Toelichting: Een\n\n    twee\n  - drie\n\nvrij",
            {"toelichting": "Een\n\n  twee\n- drie"},
        ),
        (KORT, "- Toelichting:\n  Een", {"toelichting": "Een"}),
        # Who writes on as in a paragraph.
        (KORT, "- Toelichting: Een\ntwee\n\nvrij", {"toelichting": "Een\ntwee"}),
        (KORT, "- Toelichting: Een\n- twee", {"toelichting": "Een"}),
        (KORT, "- Toelichting:\nvrij", {}),
        (KORT, "- Hulpvraag: Hoe dan?\nvrij", {"hulpvraag": "Hoe dan?"}),
        (
            KORT,
            "- Vraag van Kim: Wat dan?\n- Antwoord: Veel",
            {"vragen": [{"lid": "kim", "vraag": "Wat dan?", "antwoord": "Veel"}]},
        ),
        (
            KORT,
            "Vraag: tim: Wat dan?",
            {"vragen": [{"lid": "tim", "vraag": "Wat dan?"}]},
        ),
        (
            KORT,
            "- Vraag van Kim: Tim: wat zei hij?",
            {"vragen": [{"lid": "kim", "vraag": "Tim: wat zei hij?"}]},
        ),
        (
            ADVIES,
            "- Advies van K: Slaap\n  - Toepasbaar: ja, doe ik",
            {
                "adviezen": [
                    {
                        "lid": "kim",
                        "advies": "Slaap",
                        "toepasbaar": "ja",
                        "reactie": "doe ik",
                    }
                ]
            },
        ),
        (
            ADVIES,
            "- Actie: kim en tim: Bel\n- Actie: Schrijf\n- Akkoord: 2",
            {
                "acties": [
                    {"actie": "Bel", "wie": ["kim", "tim"], "akkoord": True},
                    {"actie": "Schrijf", "akkoord": False},
                ]
            },
        ),
        (
            ADVIES,
            "- Actie: Bel\n- Meetbaar: 1 keer\n- Tot: 1 december\n- Haalbaar: tim",
            {
                "acties": [
                    {
                        "actie": "Bel",
                        "meetbaar": "1 keer",
                        "tot": "2026-12-01",
                        "haalbaar": [
                            {"lid": "mirthe", "akkoord": True},
                            {"lid": "kim", "akkoord": True},
                            {"lid": "tim", "akkoord": False},
                        ],
                    }
                ]
            },
        ),
        (
            LANG,
            "- Vraag van Kim: A?\n- Vraag van Tim: B?\n- Past: 2 deels",
            {
                "vragen": [
                    {"lid": "kim", "vraag": "A?", "past": "ja"},
                    {"lid": "tim", "vraag": "B?", "past": "deels"},
                ]
            },
        ),
        (
            LANG,
            "- Vraag van Tim: B?\n- Vraag van Kim: A?\n- Past 1: nee",
            {
                "vragen": [
                    {"lid": "tim", "vraag": "B?", "past": "nee"},
                    {"lid": "kim", "vraag": "A?"},
                ]
            },
        ),
        (
            ("lang", "probleemdefinitie"),
            "- Duidelijk voor: niet kim",
            {"duidelijk_voor": ["mirthe", "tim"]},
        ),
        (
            ("kort", "evaluatie"),
            "- Ervaring van Mirthe: Fijn. Tip: pauze\n- Afspraak: Op tijd",
            {
                "ervaringen": [{"lid": "mirthe", "ervaring": "Fijn.", "tip": "pauze"}],
                "afspraken": [{"afspraak": "Op tijd"}],
            },
        ),
        (
            ("kort", "evaluatie"),
            r"- Ervaring van Mirthe: \Fijn. Tip: pauze",
            {"ervaringen": [{"lid": "mirthe", "ervaring": "Fijn. Tip: pauze"}]},
        ),
        (("kort", "acclimatisering"), "- Opname: nee", {"opname": False}),
        (
            ("kort", "acclimatisering"),
            "- Toestemming: niet kim",
            {"opname": False},
        ),
    ],
)
def test_what_a_hand_writes_is_read_as_it_is_meant(
    stap: tuple[str, str], tekst: str, gezegd: Answers
):
    assert said(stap, tekst) == gezegd


@pytest.mark.parametrize(
    ("stap", "tekst", "regel", "reden"),
    [
        (ADVIES, "- Advies van Ans: x", 1, "Deze naam is niet van wie meedoet."),
        (ADVIES, "- Advies van Mirthe: x", 1, "Mirthe is de inbrenger"),
        (ADVIES, "- Advies: x", 1, "Van wie is dit? Schrijf: Advies van Kim:"),
        (ADVIES, "\n- Toepasbaar: ja", 2, "Boven deze regel hoort: advies."),
        (ADVIES, "- Advies van Kim: x\n- Toepasbaar: misschien", 2, "Begin met ja"),
        (ADVIES, "- Actie: Bel\n- Tot: ooit", 2, "Schrijf een datum"),
        (ADVIES, "- Actie: Bel\n- Akkoord: hm", 2, "Typ j of n."),
        (ADVIES, "- Akkoord: j", 1, "Er staat nog geen actie boven."),
        (KORT, "- Hulpvraag: A\n- Hulpvraag: B", 2, "Dit staat er al"),
        (KORT, "- Hulpvraag van Kim: A", 1, "Dit is van een ander"),
        (
            ("lang", "probleemdefinitie"),
            "- Duidelijk voor: kim",
            1,
            "Schrijf a als het voor iedereen geldt, of: niet kim",
        ),
    ],
)
def test_what_cannot_be_read_stays_where_it_is_and_is_named(
    stap: tuple[str, str], tekst: str, regel: int, reden: str
):
    ingevuld = lees(context(*stap), tekst)
    [(nummer, gezegd)] = ingevuld.fouten
    assert nummer == regel
    assert gezegd.startswith(reden)
    assert tekst.split("\n")[regel - 1] in ingevuld.rest.split("\n")


def test_a_part_below_an_item_that_cannot_be_read_goes_with_no_other():
    tekst = (
        "- Advies van Kim: Slaap\n- Advies van Ans: Eet\n  - Toepasbaar: nee\n"
        "- Advies van Tim:\n  - Toepasbaar: ja\n"
    )
    ingevuld = lees(context(*ADVIES), tekst)
    assert [regel for regel, _ in ingevuld.fouten] == [2, 3, 5]
    gezegd = data_of(context(*ADVIES), ingevuld.antwoorden)
    assert gezegd == {"adviezen": [{"lid": "kim", "advies": "Slaap"}]}


def test_free_words_stay_byte_for_byte_and_one_empty_line_stays_between_them():
    tekst = (
        "## Notulen\n\nEerst dit:  en dat.\n\n- Hulpvraag: Hoe?\n- Toelichting:\n\n"
        "> Kim: nee\n\n\n\nEn: zo\n"
    )
    assert lees(context(*KORT), tekst).rest == (
        "## Notulen\n\nEerst dit:  en dat.\n\n> Kim: nee\n\n\n\nEn: zo\n"
    )
    vrij = "Een\n\n\n- twee:\n  drie\n"
    assert lees(context(*KORT), vrij).rest == vrij


def test_an_item_that_a_merge_left_twice_counts_once():
    een = "- Actie: Bel\n- Akkoord:\n"
    twee = "- Actie: Bel\n- Akkoord: j\n"
    assert said(ADVIES, f"{een}\n{twee}") == {
        "acties": [{"actie": "Bel", "akkoord": True}]
    }


def test_labels_of_earlier_forms_are_no_words_unless_something_stands_behind_them():
    stap = context(*KORT).stap
    oud = "\n".join(f"- {label.capitalize()}:" for label in sorted(OUDE))
    assert without_labels(stap, f"{oud}\n\n- Adviezen: twee\n- Adviezen:\n  - een") == (
        "- Adviezen: twee\n- Adviezen:\n  - een\n"
    )


def test_labels_of_an_own_draaiboek_are_no_words_either_and_its_sentences_are():
    stap = context(*KORT).stap._replace(formulier="## Notulen\n\n- Route:\n\nLoop.\n")
    assert without_labels(stap, "- Route:\n\nLoop.\n") == "Loop.\n"
    assert without_labels(stap, "- Route: bos\n") == "- Route: bos\n"


def test_of_two_fields_that_want_the_same_words_each_has_a_label_of_its_own():
    delen = (Veld("advies", "tekst"), Veld("antwoord", "tekst"))
    stap = context(*KORT).stap._replace(
        velden=(
            Veld("advies", "tekst"),
            Veld("adviezen", "lijst", onderdelen=delen),
            Veld("tips_van_nu", "lijst", onderdelen=delen[::-1]),
        )
    )
    assert set(labels_of(stap).alle) == {
        "advies",
        "adviezen",
        "antwoord",
        "adviezen antwoord",
        "tips van nu advies",
    }


def test_what_the_front_matter_has_goes_before_the_form_and_is_completed_by_it():
    van = context(*ADVIES)
    front = {"adviezen": [{"lid": "kim", "advies": "A"}], "acties": []}
    tekst = "- Advies van Kim: B\n- Advies van Tim: C\n- Actie: Bel\n"
    ingevuld = lees(van, tekst, front)
    assert ingevuld.fouten == ((1, "Dit staat er al, met iets anders erachter."),)
    assert ingevuld.rest == "- Advies van Kim: B\n"
    assert completed(van.stap, front, data_of(van, ingevuld.antwoorden)) == {
        "adviezen": [{"lid": "kim", "advies": "A"}, {"lid": "tim", "advies": "C"}],
        "acties": [{"actie": "Bel"}],
    }


@pytest.mark.parametrize(
    ("stap", "front", "tekst", "is_gelijk"),
    [
        (KORT, {"hulpvraag": "A"}, "- Hulpvraag: A", True),
        (KORT, {"hulpvraag": "A"}, "- Hulpvraag: B", False),
        (ADVIES, {"acties": [{"actie": "A"}]}, "- Actie: B", False),
        (ADVIES, {"adviezen": "krom"}, "- Advies van Kim: B", False),
        (
            ("lang", "probleemdefinitie"),
            {"duidelijk_voor": ["kim"]},
            "- Duidelijk voor: a",
            False,
        ),
    ],
)
def test_what_is_recorded_otherwise_stays_text(
    stap: tuple[str, str], front: Answers, tekst: str, is_gelijk: bool
):
    ingevuld = lees(context(*stap), tekst, front)
    assert ingevuld.rest == ("" if is_gelijk else tekst)
    assert len(ingevuld.fouten) == (0 if is_gelijk else 1)


# ---- in an editor


def test_items_of_an_earlier_sessie_stand_above_their_line_by_number():
    van = context("kort", "acclimatisering", open_acties=OPEN)
    tekst = write_form(van, {})
    assert "<!-- Eerder: 2. Kim: Ik bel de docent -->\n- Terugblik:\n" in tekst
    ingevuld = read_form(van, tekst.replace("Terugblik:", "Terugblik: 1 deels 5 keer"))
    assert ingevuld.rest == ""
    assert data_of(van, ingevuld.antwoorden) == {
        "terugblik": [
            {
                "id": "a1a1a1a1",
                "actie": "Ik wandel elke dag",
                "status": "deels",
                "keer": "5",
            }
        ]
    }
    # In the file of a step nobody sees the numbers, so there it is free text.
    in_bestand = lees(van._replace(open_acties=()), "- Terugblik: 1 deels")
    assert in_bestand == ({}, (), "- Terugblik: 1 deels")


def test_the_actie_that_a_ronde_goes_on_with_is_named_in_its_own_words():
    van = context(*KORT, open_acties=OPEN)
    tekst = write_form(van, {})
    assert "<!-- Eerder: Ik bel de docent -->\n- Vervolg op:\n" in tekst
    tekst = tekst.replace("Vervolg op:", "Vervolg op: Ik bel de docent")
    gezegd = data_of(van, read_form(van, tekst).antwoorden)
    assert gezegd == {"vervolg_op": "b2b2b2b2"}
    assert "- Vervolg op: Ik bel de docent" in form_lines(
        van, {Sleutel("vervolg_op"): "b2b2b2b2"}
    )


@pytest.mark.parametrize(
    "opmerking", ["", "1 klaar, 2 deels: tot ziens", r"\ ja", "Ging goed. Echt: goed"]
)
def test_what_was_said_of_earlier_items_comes_back_from_the_editor(opmerking: str):
    van = context("kort", "acclimatisering", open_acties=OPEN)
    een = Sleutel("terugblik", bron="a1a1a1a1")
    gezegd: Antwoorden = {een.met("status"): "deels", een.met("keer"): 5}
    if opmerking:
        gezegd[een.met("opmerking")] = opmerking
    ingevuld = read_form(van, write_form(van, gezegd))
    assert ingevuld.fouten == ()
    assert {s: str(w) for s, w in ingevuld.antwoorden.items()} == {
        s: str(w) for s, w in gezegd.items()
    }


def test_free_notulen_come_back_from_the_editor_as_they_were():
    van = context(*KORT)
    notulen = "Kim zei:\n- Hulpvraag: x\n\\- Antwoord: y\n# Kop"
    tekst = write_form(van, {VAN_NOTULEN: notulen}, "- Hulpvraag: oud")
    ingevuld = read_form(van, tekst)
    assert ingevuld == ({}, (), notulen)
    assert tekst.startswith(UITLEG)
    assert "Dit stond hier nog van een eerdere keer:\n- Hulpvraag: oud\n" in tekst


def test_what_the_form_names_of_earlier_is_no_word_when_that_has_changed_since():
    tekst = write_form(context("kort", "acclimatisering", open_acties=OPEN), {})
    assert "Eerder: 1." in tekst
    assert read_form(context("kort", "acclimatisering"), tekst).rest == ""


def test_what_is_typed_below_an_earlier_form_counts_and_what_stands_in_it_does_not():
    van = context(*KORT)
    tweede = write_form(van, {}, write_form(van, {}, "- Hulpvraag: oud"))
    tekst = f"{tweede}\nDit komt er nog bij.\n- Hulpvraag: Hoe?\n- Vraag: wat\n"
    ingevuld = read_form(van, tekst)
    assert ingevuld.rest == "Dit komt er nog bij.\n- Vraag: wat"
    assert ingevuld.antwoorden == {Sleutel("hulpvraag"): "Hoe?"}
    [(regel, _)] = ingevuld.fouten
    assert tekst.split("\n")[regel - 1] == "- Vraag: wat"


def test_what_was_half_typed_at_the_prompts_stands_in_the_form():
    van = context(*ADVIES)
    half = {
        Sleutel("acties", GROEP, 0, deel="actie"): "Ik bel",
        Sleutel("acties", deel="akkoord"): "hm",
    }
    assert "- Akkoord: hm" in form_lines(van, half)


def test_an_item_is_known_again_by_its_text_or_by_one_much_like_it():
    van = context(*ADVIES)

    def actie(nummer: int) -> Sleutel:
        return Sleutel("acties", GROEP, nummer, deel="actie")

    was: Antwoorden = {
        actie(0): "Ik bel de docent",
        actie(0).met("id"): "a1a1a1a1",
        actie(1): "Ik zet een wekker",
        actie(1).met("id"): "b2b2b2b2",
        actie(1).bij_coach(GEKOZEN): LATEN,
        actie(2): "Tim belt mij elke dag",
        actie(2).met("id"): "c3c3c3c3",
        actie(2).bij_coach(GEKOZEN): LATEN,
    }
    nu: Antwoorden = {
        actie(0): "Ik zet een wekker",
        actie(1): "Tim belt mij elke dag om 9 uur",
        actie(2): "We eten samen pannenkoeken",
    }
    assert along(van, was, nu) == {
        actie(0).met("id"): "b2b2b2b2",
        actie(0).bij_coach(GEKOZEN): LATEN,
        actie(1).met("id"): "c3c3c3c3",
    }


def test_an_item_of_one_member_is_never_taken_for_that_of_another():
    een, twee = (Sleutel("adviezen", lid, 0, deel="advies") for lid in ("kim", "tim"))
    was = {een: "Slaap", een.met("id"): "a1a1a1a1"}
    assert along(context(*ADVIES), was, {twee: "Slaap"}) == {}


# ---- any answers, any text

_WOORDEN = st.sampled_from(
    [
        "Kim: ",
        "tim",
        "\\",
        "- ",
        "#",
        "Tip: x",
        "Antwoord:",
        " van ",
        "1",
        "ja, ",
        "é",
        ":",
    ]
)
_STUK = st.one_of(_WOORDEN, st.text(max_size=5))


@st.composite
def _tekst(draw: st.DrawFn, *, is_lang: bool) -> str:
    tussen = st.sampled_from(["", " ", "\n", "\n\n  "] if is_lang else ["", " "])
    delen = draw(st.lists(st.tuples(_STUK, tussen), min_size=1, max_size=6))
    tekst = schoon(zonder_stuurtekens("".join(map("".join, delen))))
    if not is_lang:
        tekst = schoon(tekst.replace("\n", " "))
    assume(tekst)
    return tekst


def _waarde(veld: Veld) -> st.SearchStrategy[Any]:
    """Any value that a field can have."""
    leden = st.sampled_from(["mirthe", "kim", "tim"])
    per_soort = {
        "ja-nee": st.booleans(),
        "keuze": st.sampled_from(veld.keuzes or ("",)),
        "datum": st.dates().map(lambda dag: dag.isoformat()),
        "aantal": st.integers(0, 999),
        "lid": leden,
        "doeners": st.one_of(
            leden,
            st.just("samen"),
            st.lists(leden, min_size=2, max_size=3, unique=True),
        ),
        "lang": _tekst(is_lang=True),
    }
    return per_soort.get(veld.soort, _tekst(is_lang=False))


@st.composite
def _antwoorden(draw: st.DrawFn, van: Context) -> Antwoorden:
    """Any answers to the step that is not about earlier sessies."""
    gegeven: Antwoorden = {}
    for veld in van.stap.velden:
        if not soort_van(veld).is_gevraagd(veld, van) or veld.lijst.unaniem:
            continue
        if veld.is_namenlijst:
            gegeven |= {
                Sleutel(veld.naam, lid): draw(st.booleans())
                for lid in van.wie(veld)
                if draw(st.booleans())
            }
        elif veld.is_lijst:
            gegeven |= draw(_items(van, veld))
        elif draw(st.booleans()):
            gegeven[Sleutel(veld.naam)] = draw(_waarde(veld))
    return gegeven


@st.composite
def _items(draw: st.DrawFn, van: Context, veld: Veld) -> Antwoorden:
    gegeven: Antwoorden = {}
    for lid in van.wie(veld) or (GROEP,):
        teksten = draw(st.lists(_waarde(veld.onderdelen[0]), max_size=2, unique=True))
        for nummer, tekst in enumerate(teksten):
            item = Sleutel(veld.naam, lid, nummer)
            gegeven[item.met(veld.enkelvoud)] = tekst
            for deel in veld.onderdelen[1:]:
                vans = van.wie(deel) if deel.is_lijst else ("",)
                eerste = deel.onderdelen[0] if deel.is_lijst else deel
                for wie in vans:
                    if draw(st.booleans()):
                        gegeven[item.met(deel.naam, wie)] = draw(_waarde(eerste))
    return gegeven


@pytest.mark.parametrize(("boek", "stap"), STEPS)
@settings(max_examples=50)
@given(data=st.data())
def test_what_the_form_says_is_what_was_written_in_it(
    boek: str, stap: str, data: st.DataObject
):
    van = context(boek, stap)
    antwoorden = data.draw(_antwoorden(van))
    tekst = "\n".join(form_lines(van, antwoorden))
    ingevuld = lees(van, tekst)
    assert ingevuld.fouten == (), tekst
    assert ingevuld.rest.strip() == "", tekst
    assert data_of(van, ingevuld.antwoorden) == data_of(van, antwoorden), tekst


@pytest.mark.parametrize(
    ("tekst", "begeleider"),
    [
        ("Tim", "tim"),
        ("ki", "kim"),
        ("Docent Els", "docent Els"),
        ("niemand", None),
    ],
)
def test_who_leads_is_read_as_at_the_prompt(tekst: str, begeleider: str | None):
    van = sessie()._replace(begeleider="")
    gezegd = said(("kort", "acclimatisering"), f"- Begeleider: {tekst}", wie=van)
    assert gezegd.get("begeleider") == begeleider


def test_a_begeleider_who_does_not_take_part_stays_as_it_was_written():
    van = sessie()._replace(begeleider="")
    ingevuld = lees(context("kort", "acclimatisering", van), "- Begeleider: Els")
    assert [nummer for nummer, _ in ingevuld.fouten] == [1]
    assert ingevuld.rest == "- Begeleider: Els"


def _regels(van: Context) -> st.SearchStrategy[str]:
    """Lines as a hand may write them: with a label of the step, or with anything."""
    labels = [label.kop()[:-1] for label in labels_of(van.stap).alle.values()]
    met_label = st.builds(
        "{}{}{}:{}".format,
        st.sampled_from(["- ", "  - ", ""]),
        st.sampled_from(labels),
        st.sampled_from(["", " van Kim", " van Ans", " 2", " 0", " 2 van Tim"]),
        st.sampled_from(["", " ja", " tim: x", " 9", " \\", " a", " niet kim"]),
    )
    vrij = st.sampled_from(["  verder", "", "   ", "## Notulen", "- Adviezen:"])
    return st.lists(st.one_of(met_label, st.text(max_size=20), vrij), max_size=12).map(
        "\n".join
    )


@pytest.mark.parametrize(("boek", "stap"), STEPS)
@settings(max_examples=50)
@given(data=st.data())
def test_no_text_is_too_odd_and_none_of_its_words_is_lost(
    boek: str, stap: str, data: st.DataObject
):
    van = context(boek, stap)
    tekst = data.draw(_regels(van))
    ingevuld = lees(van, tekst)
    regels = tekst.split("\n")
    over = ingevuld.rest.split("\n")
    for nummer, _ in ingevuld.fouten:
        assert regels[nummer - 1] in over
    gezegd = "\n".join(map(str, ingevuld.antwoorden.values()))
    for regel in regels:
        is_hier = regel in over or regel.strip() in gezegd
        assert is_hier or ":" in regel or regel[0] in " \t"
    # In their order, and nothing that was not there.
    verder = iter(regels)
    assert all(regel in verder for regel in over if regel)
    data_of(van, ingevuld.antwoorden)
