"""Moments without a date: real ones ('na de vakantie') and vague ones ('binnenkort')."""

import re
from functools import cache

from intervisie_cli.taal.lijsten import lijst, regels
from intervisie_cli.tijd.vondst import MOMENT, VAAG, Grammatica, Kader, Vondst, Vorm

_BIJ = (
    "voor",
    "na",
    "tijdens",
    "tot",
    "bij",
    "vanaf",
    "rond",
    "direct na",
    "meteen na",
    "gelijk na",
    "vlak voor",
    "vlak na",
)
_WELKE = (
    r"(?:"
    r"de|het|een|elke|die|dat|deze|dit|mijn|me|onze|ons"
    r"|volgende|komende|eerste|laatste|hele|dit hele"
    r"|(?:de|het|mijn|onze|elke) volgende"
    r"|(?:de|het|mijn) eerste"
    r"|(?:de|het) komende"
    r"|(?:de|het) laatste"
    r")"
)
# 'leren voor het tentamen' says what for, not when.
_DOEN_VOOR = re.compile(
    r"(?:^| )(?:"
    r"leer|leren|leer ik|studeer|studeren|oefen|oefenen|blok|blokken|lezen|maken|voorbereiden"
    r"|samenvatten|samenvatting|samenvattingen|huiswerk|opdracht|slides|stukken"
    r"|respijt|afspraak|zin|tijd|boodschappen"
    r") (?:~+ )?$"
)


def _bij_iets(match: "re.Match[str]", _kader: Kader) -> Vondst | None:
    ervoor = match.string[: match.start()]
    if match["bij"] == "voor" and _DOEN_VOOR.search(ervoor):
        return None
    return Vondst(MOMENT, match.start(), match.end())


def _moment(match: "re.Match[str]", _kader: Kader) -> Vondst:
    return Vondst(MOMENT, match.start(), match.end())


def _vaag(match: "re.Match[str]", _kader: Kader) -> Vondst:
    return Vondst(VAAG, match.start(), match.end())


@cache
def vage() -> Grammatica:
    """The grammar of vague time, the longest expressions first."""
    namen = sorted(regels("vage-tijd"), key=len, reverse=True)
    een_van_de_namen = "|".join(map(re.escape, namen))
    return (Vorm("[binnenkort] bellen", een_van_de_namen, _vaag),)


# In a pattern below: an event of `momenten.txt`, with the article or adjective before it.
_IETS = "{gebeurtenis}"
_VORMEN: Grammatica = (
    Vorm(
        "[voor het volgende tentamen] inleveren",
        rf"(?P<bij>{'|'.join(_BIJ)}) {_IETS}"
        # 'voor het eten gaan zorgen' says what for, not when.
        r"(?! (?:gaan|doen))",
        _bij_iets,
        nodig=_BIJ,
    ),
    Vorm(
        "[aan het eind van de stage] inleveren",
        r"(?:aan het|op het|begin|het begin|voor het|tegen het) ?(?:eind|einde|begin)? ?"
        rf"van {_IETS}",
        _moment,
        nodig=("van",),
    ),
    Vorm(
        "[in de laatste tentamenweek] lezen",
        r"in (?:de|dit|deze|mijn|het|onze) (?:laatste |eerste |volgende |tussentijdse )?"
        r"(?:vakantie|feestdagen|zomer|winter|lente|herfst|voorjaar|najaar"
        r"|tentamenweek|tentamenperiode|toetsweek|toetsperiode|examenperiode|herkansingsperiode"
        r"|pauze|lunchpauze|les|lessen|werkgroep|trein|bus|ochtend|middag|avond|nacht)",
        _moment,
        nodig=("in",),
    ),
    Vorm(
        "[dit blok] een hoofdstuk lezen",
        r"(?:dit|volgende|deze|komende|(?:het|de) (?:volgende|komende|hele)) "
        r"(?:blok|semester|periode|trimester|studiejaar|schooljaar|collegejaar|academiejaar"
        r"|onderwijsperiode|stageperiode|tentamenweek|vakantie|zomer|winter|lente|herfst"
        r"|keer|sessie|les|bijeenkomst|college|werkgroep|dienst|stagedag)",
        _moment,
        nodig=(
            "blok",
            "semester",
            "periode",
            "trimester",
            "jaar",
            "week",
            "vakantie",
            "keer",
            "sessie",
            "les",
            "bijeenkomst",
            "zomer",
            "winter",
            "lente",
            "herfst",
            "college",
            "werkgroep",
            "dienst",
            "stage",
        ),
    ),
    Vorm(
        "[op mijn vrije dag] lezen",
        r"(?:op|met) (?:mijn|me|de|haar|zijn) (?:volgende |vaste )?"
        r"(?:verjaardag|vrije dag|studiedag|stagedag|roostervrije dag|werkdag|reis|weg naar \w+)",
        _moment,
        nodig=("op", "met"),
    ),
    Vorm(
        "[voor ik naar bed ga] lezen",
        r"(?:voor|na) (?:ik|we|ie) (?:ga |naar |[a-z]+ )*"
        r"(?:slapen|bed|opsta|werk|school|college|eet|begin|weg ga|vertrek|thuis ben|thuiskom"
        r"|studeren|leren|douche|gedoucht heb|gegeten heb)(?: ga)?",
        _moment,
        nodig=("ik", "we", "ie"),
    ),
    Vorm(
        "[na het douchen] lezen",
        r"(?:voor|na) het "
        r"(?:eten|slapen|slapen gaan|sporten|werken|douchen|ontbijten|opstaan|college volgen)",
        _moment,
        nodig=(
            "eten",
            "slapen",
            "sporten",
            "werken",
            "douchen",
            "ontbijten",
            "opstaan",
            "volgen",
        ),
    ),
    Vorm(
        "[zodra ik thuis ben] lezen",
        r"(?:als|zodra|wanneer|zo gauw) ik (?:\w+ )*?"
        r"(?:thuiskom|thuis kom|thuis ben|aankom|vrij ben|gegeten heb"
        r"|wakker word|wakker wordt|opsta|op sta|uit bed kom|uit bed stap)",
        _moment,
        nodig=("ik",),
    ),
    Vorm(
        "[als het rooster bekend is] bellen",
        r"(?:als|zodra|wanneer) (?:de|mijn|het) (?:\w+ ){0,2}?"
        r"(?:wekker gaat|rooster bekend is|cijfer binnen is|cijfers binnen zijn"
        r"|les begint|college begint|vakantie begint|blok begint|stage begint|les afgelopen is"
        r"|kinderen in bed liggen|kinderen slapen|kinderen naar school zijn)",
        _moment,
        nodig=("als", "zodra", "wanneer"),
    ),
    Vorm(
        "[in periode 3] inleveren",
        r"in (?:periode|blok|semester|kwartaal|trimester) \d",
        _moment,
        nodig=("periode", "blok", "semester", "kwartaal", "trimester"),
    ),
    Vorm(
        "[tussen de middag] lezen",
        r"tussen de middag"
        r"|voor dag en dauw"
        r"|rond het middaguur"
        r"|na afloop"
        r"|na schooltijd"
        r"|na werktijd"
        r"|onder werktijd"
        r"|met kerst"
        r"|bij het (?:opstaan|ontbijt|avondeten|ontwaken)"
        r"|met de feestdagen"
        r"|onder (?:de|het) (?:lunch|pauze|eten|ontbijt)"
        r"|in mijn (?:pauze|lunchpauze|tussenuur|vrije dag)"
        r"|in (?:tussenuren|de tussenuren)"
        r"|(?:aan|op) het eind van de (?:dag|ochtend|middag|avond)",
        _moment,
        nodig=(
            "middag",
            "dauw",
            "afloop",
            "tijd",
            "kerst",
            "feestdagen",
            "lunch",
            "pauze",
            "eten",
            "ontbijt",
            "opstaan",
            "tussenu",  # of tussenuur and tussenuren
            "vrije",
            "eind",
            "ontwaken",
        ),
    ),
    Vorm(
        "[elke training] water drinken",
        r"(?:bij|na|voor) elke [a-z-]+"
        r"|elke (?:les|college|hoorcollege|werkcollege|werkgroep|practicum|tentamen|training"
        r"|stagedag|lesdag|collegedag|dienst|bijeenkomst|sessie|vergadering"
        r"|keer|lesuur|pauze|reis|treinrit)",
        _moment,
        nodig=("elke",),
    ),
    Vorm(
        "[telkens als] ik dat merk",
        r"elke keer (?:als|dat|wanneer)"
        r"|telkens (?:als|wanneer)"
        r"|steeds als",
        _moment,
        nodig=("keer", "telkens", "steeds"),
    ),
    Vorm(
        "ik bel [nu meteen]",
        r"(?:van|tot|vanaf) nu tot"
        r"|nu meteen|meteen nu"
        r"|nu direct|direct nu|per direct"
        r"|hier en nu",
        _moment,
        nodig=("nu", "direct"),
    ),
    Vorm(
        "[tentamenweek]: 's ochtends lezen",
        # As a heading: what follows is for that week.
        r"^(?:tentamenweek|toetsweek|vakantie|projectweek|tentamenperiode)(?= :)",
        _moment,
        nodig=("week", "vakantie"),
    ),
    Vorm(
        "[in het nieuwe blok] lezen",
        r"in het nieuwe (?:jaar|blok|semester|studiejaar|kwartaal|schooljaar|collegejaar)"
        r"|in het nieuw jaar",
        _moment,
        nodig=("nieuw",),
    ),
)


@cache
def momenten() -> Grammatica:
    """The grammar of real moments; the list of events is read when it is first needed."""
    woorden = sorted(lijst("momenten"), key=len, reverse=True)
    een = rf"(?:{'|'.join(woorden)})"
    naam = rf"(?:{_WELKE} )?(?:{een}|[a-z]+(?:e|se) {een})"
    return tuple(
        vorm._replace(patroon=vorm.patroon.replace(_IETS, naam)) for vorm in _VORMEN
    )
