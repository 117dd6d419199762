"""The two draaiboeken say in numbers what the method says."""

import pytest

from intervisie_cli.groep import draaiboeken
from intervisie_cli.model.draaiboek import Draaiboek, Minuten, Stap, Veld

# Step, minutes (least, plan, most), per, optional.
STAPPEN = {
    "lang": [
        ("acclimatisering", (5, 10, 30), "sessie", False),
        ("vraagintroductie", (5, 5, 5), "ronde", False),
        ("probleemverkenning", (20, 20, 20), "ronde", False),
        ("probleemdefinitie", (10, 10, 15), "ronde", False),
        ("advisering", (10, 10, 10), "ronde", False),
        ("evaluatie", (5, 5, 5), "keuze", True),
        ("eigen-invulling", None, "sessie", True),
    ],
    "kort": [
        ("acclimatisering", (1, 5, 5), "sessie", False),
        ("hulpvraag-definieren", (1, 5, 5), "ronde", False),
        ("advisering", (1, 5, 5), "ronde", False),
        ("evaluatie", (1, 5, 5), "sessie", True),
        ("eigen-invulling", None, "sessie", True),
    ],
}

# Step, field, kind, who answers, at least, at most, required.
ACCLIMATISERING = [
    ("acclimatisering", "kennismaking", "ja-nee", "groep", 0, None, False),
    ("acclimatisering", "thema", "tekst", "groep", 0, None, False),
    ("acclimatisering", "begeleider", "rol", "groep", 0, None, False),
    ("acclimatisering", "notulist", "rol", "groep", 0, None, False),
    ("acclimatisering", "opname", "ja-nee", "groep", 0, None, False),
    ("acclimatisering", "toestemming", "lijst", "ieder_lid", 1, 1, False),
    ("acclimatisering", "afspraken_vorige_keer", "lijst", "groep", 0, None, False),
    ("acclimatisering", "terugblik", "lijst", "groep", 0, None, False),
]
VAN_ADVIES_AF = [
    ("advisering", "adviezen", "lijst", "overige_leden", 1, None, True),
    ("advisering", "acties", "lijst", "groep", 1, None, True),
    ("evaluatie", "ervaringen", "lijst", "ieder_lid", 1, 1, True),
    ("evaluatie", "feedback", "lijst", "groep", 0, None, False),
    ("evaluatie", "afspraken_gehouden", "lijst", "groep", 0, None, False),
    ("evaluatie", "afspraken", "lijst", "groep", 0, None, False),
    ("eigen-invulling", "activiteiten", "lijst", "groep", 0, None, False),
]
VELDEN = {
    "lang": [
        *ACCLIMATISERING,
        ("vraagintroductie", "inbrenger", "inbrenger", "", 0, None, True),
        ("vraagintroductie", "vervolg_op", "actie", "inbrenger", 0, None, False),
        ("vraagintroductie", "hulpvraag", "tekst", "inbrenger", 0, None, True),
        ("vraagintroductie", "toelichting", "lang", "inbrenger", 0, None, False),
        ("probleemverkenning", "vragen", "lijst", "overige_leden", 2, 2, True),
        ("probleemdefinitie", "definities", "lijst", "overige_leden", 1, None, True),
        ("probleemdefinitie", "herformulering", "tekst", "inbrenger", 0, None, True),
        ("probleemdefinitie", "duidelijk_voor", "leden", "ieder_lid", 0, None, True),
        *VAN_ADVIES_AF,
    ],
    "kort": [
        *ACCLIMATISERING,
        ("hulpvraag-definieren", "inbrenger", "inbrenger", "", 0, None, True),
        ("hulpvraag-definieren", "vervolg_op", "actie", "inbrenger", 0, None, False),
        ("hulpvraag-definieren", "hulpvraag", "tekst", "inbrenger", 0, None, True),
        ("hulpvraag-definieren", "toelichting", "lang", "inbrenger", 0, None, False),
        ("hulpvraag-definieren", "vragen", "lijst", "overige_leden", 0, None, False),
        (
            "hulpvraag-definieren",
            "herformulering",
            "tekst",
            "inbrenger",
            0,
            None,
            False,
        ),
        *VAN_ADVIES_AF,
    ],
}

# Step, field, part, kind, who answers when it is not who gave the item.
ONDERDELEN = [
    ("acclimatisering", "toestemming", "akkoord", "ja-nee", ""),
    ("acclimatisering", "terugblik", "status", "keuze", ""),
    ("probleemverkenning", "vragen", "vraag", "tekst", ""),
    ("probleemverkenning", "vragen", "antwoord", "lang", "inbrenger"),
    ("probleemverkenning", "vragen", "past", "keuze", "inbrenger"),
    ("hulpvraag-definieren", "vragen", "antwoord", "lang", "inbrenger"),
    ("probleemdefinitie", "definities", "definitie", "tekst", ""),
    ("advisering", "adviezen", "toepasbaar", "keuze", "inbrenger"),
    ("advisering", "adviezen", "reactie", "tekst", "inbrenger"),
    ("advisering", "acties", "actie", "tekst", ""),
    ("advisering", "acties", "wie", "doeners", ""),
    ("advisering", "acties", "tot", "datum", ""),
    ("advisering", "acties", "ritme", "tekst", ""),
    ("advisering", "acties", "akkoord", "ja-nee", "inbrenger"),
    ("advisering", "acties", "haalbaar", "lijst", "ieder_lid"),
    ("evaluatie", "ervaringen", "tip", "tekst", ""),
]
NAMEN = ("kort", "lang")

# Variant, step ('' is the draaiboek itself), words on its card: what the method says in words.
FEITEN = [
    *(
        (naam, stap, woorden)
        for naam in NAMEN
        for stap, woorden in [
            ("", "contact"),
            ("", "structuur"),
            ("", "om hulp, zoals je dat in een studiezaal"),
            ("", "een ruimte, zoals een lokaal of een videogesprek"),
            ("", "een link, vooraf gedeeld"),
            ("", "notulen te maken"),
            ("", "mee op te nemen, alleen als iedereen dat goed vindt"),
            ("acclimatisering", "wennen aan de situatie"),
            ("acclimatisering", "contact en structuur"),
            ("acclimatisering", "in een studiezaal"),
            ("acclimatisering", "kennen jullie elkaar niet?"),
            ("acclimatisering", "anders sla je dit over"),
            ("acclimatisering", "het thema van de sessie"),
            ("acclimatisering", "met of zonder begeleider"),
            ("acclimatisering", "of er vragen zijn"),
            ("acclimatisering", "er notulen komen, van ieder zelf of van één notulist"),
            ("acclimatisering", "de hulpvragen en acties van de vorige keer"),
            ("acclimatisering", "wat kwam ervan"),
            ("acclimatisering", "het doel voor iedereen duidelijk"),
            ("acclimatisering", "andere studenten om hulp te vragen"),
            ("acclimatisering", "begeleider leert de groep de methode"),
            ("acclimatisering", "eén nee betekent geen opname"),
            ("advisering", "minstens één advies"),
            ("advisering", "zeg of het toepasbaar is"),
            ("advisering", "bespreek de adviezen met de leden"),
            ("advisering", "hoe wil je dit oplossen"),
            ("advisering", "één voor één of het plan haalbaar is"),
            ("advisering", "advies in de notulen"),
            ("advisering", "vergelijkbare situatie"),
            ("advisering", "smart"),
            ("evaluatie", "tips en feedback"),
            ("evaluatie", "je ervaring, het effect en je bijdrage"),
            ("evaluatie", "de volgende sessie beter"),
            ("evaluatie", "voor de volgende keer"),
            ("evaluatie", "leer je zelf"),
            ("evaluatie", "op je werk vragen ze er"),
            ("evaluatie", "professionele omgeving"),
            ("evaluatie", "informeel? dan mag je deze stap overslaan"),
            ("eigen-invulling", "lastige opdracht"),
            ("eigen-invulling", "tentamen"),
            ("eigen-invulling", "vrijdagmiddagborrel"),
        ]
    ),
    ("kort", "", "snel belletje met medestudenten"),
    ("kort", "acclimatisering", "zo kort mogelijk"),
    ("kort", "acclimatisering", "even bijpraten mag"),
    ("kort", "hulpvraag-definieren", "voor iedereen duidelijk"),
    ("kort", "hulpvraag-definieren", "leg het doel van deze stap uit"),
    ("kort", "hulpvraag-definieren", "spreek samen af wie begint"),
    ("kort", "hulpvraag-definieren", "bijvoorbeeld: hoe houd ik me aan een vast"),
    ("kort", "hulpvraag-definieren", "achtergrond of informatie zijn welkom"),
    ("kort", "hulpvraag-definieren", "herformulering"),
    ("kort", "hulpvraag-definieren", "zoek eerst uit wat de vraag is"),
    ("kort", "hulpvraag-definieren", "de groep mag helpen om de vraag te verwoorden"),
    ("kort", "hulpvraag-definieren", "verdeelt de beurten"),
    ("kort", "advisering", "bondig"),
    ("kort", "evaluatie", "samen aan het eind"),
    ("lang", "", "het liefst samen in één ruimte"),
    ("lang", "acclimatisering", "ruimte om even bij te praten"),
    ("lang", "acclimatisering", "tijd per stap is een richtlijn"),
    ("lang", "vraagintroductie", "leg het doel van deze stap uit"),
    ("lang", "vraagintroductie", "spreek samen af wie begint"),
    ("lang", "vraagintroductie", "in een paar zinnen. bijvoorbeeld: ik houd me"),
    ("lang", "vraagintroductie", "in de notulen, want alle volgende stappen"),
    ("lang", "vraagintroductie", "onduidelijk? zoek eerst uit wat de vraag is"),
    ("lang", "vraagintroductie", "de groep mag helpen om de vraag te verwoorden"),
    ("lang", "probleemverkenning", "bespreek samen de situatie"),
    ("lang", "probleemverkenning", "twee open vragen, geen suggestieve"),
    ("lang", "probleemverkenning", "informatieve vragen mogen er ook bij"),
    ("lang", "probleemverkenning", "je vragen zelf in de notulen"),
    ("lang", "probleemverkenning", "de inbrenger genoeg tijd had"),
    ("lang", "probleemverkenning", "de inbrenger of de groep de volgorde kiezen"),
    ("lang", "probleemverkenning", "niemand reageert"),
    ("lang", "probleemverkenning", "voorkom dat er discussie komt"),
    ("lang", "probleemverkenning", "waardeer elke vraag en zeg of die recht doet"),
    ("lang", "probleemverkenning", "breng je het probleem beter in kaart"),
    ("lang", "probleemdefinitie", "één of meer definities"),
    ("lang", "probleemdefinitie", "wees zo duidelijk mogelijk"),
    ("lang", "probleemdefinitie", "herformulering"),
    ("lang", "probleemdefinitie", "pas verder als die voor alle leden duidelijk is"),
    ("lang", "probleemdefinitie", "verschillen de definities? zoek er samen één"),
    ("lang", "probleemdefinitie", "gaat het advies over de nieuwe hulpvraag"),
    ("lang", "evaluatie", "feedback? evalueer dan elke ronde"),
]


def boek(naam: str) -> Draaiboek:
    return draaiboeken.load(None, naam)


def veld(naam: str, stap: str, sleutel: str) -> Veld:
    gevonden = _stap(naam, stap).veld(sleutel)
    assert gevonden
    return gevonden


def _stap(naam: str, stap: str) -> Stap:
    gevonden = boek(naam).stap(stap)
    assert gevonden
    return gevonden


@pytest.mark.parametrize("naam", NAMEN)
def test_the_steps_their_minutes_and_how_often_are_those_of_the_method(naam: str):
    assert [
        (stap.naam, _minuten(stap.minuten), stap.per, stap.optioneel)
        for stap in boek(naam).stappen
    ] == STAPPEN[naam]


def _minuten(minuten: Minuten | None) -> tuple[int, int, int] | None:
    return (minuten.min, minuten.plan, minuten.max) if minuten else None


@pytest.mark.parametrize("naam", NAMEN)
def test_the_fields_who_answers_and_how_many_are_those_of_the_method(naam: str):
    gevonden = [
        (
            stap.naam,
            v.naam,
            v.soort,
            v.wie,
            v.lijst.minstens,
            v.lijst.hoogstens,
            v.verplicht,
        )
        for stap in boek(naam).stappen
        for v in stap.velden
    ]
    assert gevonden == VELDEN[naam]


@pytest.mark.parametrize(("stap", "lijst", "deel", "soort", "wie"), ONDERDELEN)
def test_the_parts_of_an_item_are_answered_by_whom_the_method_says(
    stap: str, lijst: str, deel: str, soort: str, wie: str
):
    with_step = [naam for naam in NAMEN if boek(naam).stap(stap)]
    assert with_step
    for naam in with_step:
        gevonden = {
            d.naam: (d.soort, d.wie) for d in veld(naam, stap, lijst).onderdelen
        }
        assert gevonden[deel] == (soort, wie)


@pytest.mark.parametrize(("naam", "minuten"), [("lang", (60, 120)), ("kort", (5, 20))])
def test_the_whole_takes_as_long_as_the_method_says(
    naam: str, minuten: tuple[int, int]
):
    draaiboek = boek(naam)
    assert (draaiboek.minuten_min, draaiboek.minuten_max) == minuten
    assert (
        minuten[0]
        <= sum(stap.minuten.plan for stap in draaiboek.stappen if stap.minuten)
        <= minuten[1]
    )


@pytest.mark.parametrize("naam", NAMEN)
def test_each_step_has_its_card(naam: str):
    for stap in boek(naam).stappen:
        assert stap.titel
        assert stap.inhoud
        assert stap.doel
        assert stap.introductie
        assert stap.uitvoering
        assert stap.tips
        assert not stap.formulier, "the form is made from the fields"
        assert stap.bestand == f"{stap.nummer}-{stap.naam}.md"


@pytest.mark.parametrize(("naam", "stap", "woorden"), FEITEN)
def test_what_the_method_says_in_words_stands_on_the_card(
    naam: str, stap: str, woorden: str
):
    assert woorden in _op_de_kaart(naam, stap).casefold()


def _op_de_kaart(naam: str, stap: str) -> str:
    if not stap:
        draaiboek = boek(naam)
        return "\n".join((draaiboek.voor_wie, *draaiboek.benodigdheden))
    van = _stap(naam, stap)
    return "\n".join((van.doel, van.introductie, *van.uitvoering, *van.tips))


@pytest.mark.parametrize("naam", NAMEN)
def test_a_no_of_one_member_means_no_recording_and_strangers_meet_first(naam: str):
    assert veld(naam, "acclimatisering", "toestemming").lijst.unaniem
    assert veld(naam, "acclimatisering", "toestemming").als.na_ja == "opname"
    assert veld(naam, "acclimatisering", "kennismaking").als.als_nieuw


def test_the_words_of_a_status_are_those_of_the_contract():
    for naam in NAMEN:
        status = next(
            d
            for d in veld(naam, "acclimatisering", "terugblik").onderdelen
            if d.naam == "status"
        )
        assert status.keuzes == ("open", "bezig", "gedaan", "deels", "vervallen")
    past = next(
        d
        for d in veld("lang", "probleemverkenning", "vragen").onderdelen
        if d.naam == "past"
    )
    assert past.keuzes == ("ja", "deels", "nee")


def test_a_reformulation_is_asked_again_until_it_is_clear_to_all():
    assert (
        veld("lang", "probleemdefinitie", "duidelijk_voor").opnieuw_bij_nee
        == "herformulering"
    )
    assert veld("lang", "probleemdefinitie", "herformulering").standaard == "hulpvraag"


def test_questions_and_acties_have_their_checks():
    assert veld("lang", "probleemverkenning", "vragen").onderdelen[0].checks == (
        "open-vraag",
    )
    assert veld("kort", "hulpvraag-definieren", "vragen").onderdelen[0].checks == (
        "open-vraag",
    )
    assert veld("lang", "probleemverkenning", "vragen").lijst.volgorde == "inbrenger"
    for naam in NAMEN:
        assert veld(naam, "advisering", "acties").onderdelen[0].checks == ("smart",)
