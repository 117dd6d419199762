"""Moments without a date: real ones ('na de vakantie', 'voor het slapengaan') and vague ones ('binnenkort')."""

import re
from functools import cache

from intervisie_cli.checks.taal.woorden import lijst, regels
from intervisie_cli.checks.tijd.vondst import MOMENT, VAAG, Kader, Lezer, Vondst, patroon

_WELK = (
    r"(?:de|het|mijn|me|onze|ons|een|elke|die|dat|deze|dit|volgende|komende|eerste|laatste|hele|dit hele|de volgende|het volgende|mijn volgende"
    r"|onze volgende|de eerste|het eerste|mijn eerste|de komende|het komende|elke volgende|de laatste|het laatste)"
)
_DOEN_VOOR = re.compile(
    r"(?:^| )(?:leer|leren|leer ik|studeer|studeren|oefen|oefenen|blok|blokken|voorbereiden|samenvatting|samenvattingen|samenvatten"
    r"|maken|huiswerk|opdracht|slides|stukken|lezen|respijt|afspraak|zin|tijd|boodschappen) (?:~+ )?$"
)


def _moment(match: "re.Match[str]", _kader: Kader) -> Vondst | None:
    if match["voor"] == "voor" and _DOEN_VOOR.search(match.string[: match.start()]):
        return None  # 'leren voor het tentamen' says what for, not when
    return Vondst(MOMENT, match.start(), match.end())


def _altijd_moment(match: "re.Match[str]", _kader: Kader) -> Vondst:
    return Vondst(MOMENT, match.start(), match.end())


def _vaag(match: "re.Match[str]", _kader: Kader) -> Vondst:
    return Vondst(VAAG, match.start(), match.end())


@cache
def vage() -> tuple[tuple["re.Pattern[str]", Lezer], ...]:
    """The grammar of vague time, the longest expressions first."""
    namen = sorted(regels("vage-tijd"), key=len, reverse=True)
    return ((patroon("|".join(map(re.escape, namen))), _vaag),)


@cache
def momenten() -> tuple[tuple["re.Pattern[str]", Lezer], ...]:
    """The grammar of real moments."""
    gebeurtenis = rf"(?:{'|'.join(sorted(lijst('momenten'), key=len, reverse=True))})"
    naam = rf"(?:{_WELK} )?(?:[a-z]+(?:e|se) )?{gebeurtenis}"
    return (
        (patroon(rf"(?P<voor>voor|na|tijdens|tot|bij|vanaf|rond|direct na|meteen na|gelijk na|vlak voor|vlak na) {naam}(?! (?:gaan|doen))"), _moment),
        (patroon(rf"(?:aan het|op het|begin|het begin|voor het|tegen het) ?(?:eind|einde|begin)? ?van {naam}"), _altijd_moment),
        (patroon(rf"in (?:de|dit|deze|mijn|het|onze) (?:laatste |eerste |volgende |tussentijdse )?(?:vakantie|tentamenweek|tentamenperiode|toetsweek|toetsperiode|examenperiode|pauze|lunchpauze|les|lessen|herkansingsperiode|zomer|winter|lente|herfst|trein|ochtend|middag|avond|nacht|feestdagen|werkgroep|voorjaar|najaar|bus)"), _altijd_moment),
        (patroon(r"(?:dit|volgende|deze|komende|het volgende|de volgende|het komende|de komende|het hele|de hele) (?:blok|semester|periode|trimester|studiejaar|schooljaar|collegejaar|academiejaar|tentamenweek|vakantie|keer|sessie|les|bijeenkomst|zomer|winter|lente|herfst|stageperiode|onderwijsperiode|college|werkgroep|dienst|stagedag)"), _altijd_moment),
        (patroon(r"(?:op|met) (?:mijn|me|de|haar|zijn) (?:volgende |vaste )?(?:verjaardag|vrije dag|studiedag|stagedag|roostervrije dag|werkdag|reis|weg naar \w+)"), _altijd_moment),
        (patroon(r"(?:voor|na) (?:ik|we|ie) (?:ga |naar |[a-z]+ )*(?:slapen|bed|opsta|werk|school|college|eet|begin|weg ga|vertrek|thuis ben|thuiskom|studeren|leren|douche|gedoucht heb|gegeten heb)(?: ga)?"), _altijd_moment),
        (patroon(r"(?:voor|na) het (?:eten|slapen|slapen gaan|sporten|werken|douchen|ontbijten|opstaan|college volgen)"), _altijd_moment),
        (patroon(r"(?:als|zodra|wanneer|zo gauw) ik (?:\w+ )*?(?:thuiskom|wakker word|wakker wordt|opsta|op sta|uit bed kom|uit bed stap|thuis kom|thuis ben|gegeten heb|aankom|vrij ben)"), _altijd_moment),
        (patroon(r"(?:als|zodra|wanneer) (?:de|mijn|het) (?:\w+ ){0,2}?(?:wekker gaat|rooster bekend is|cijfer binnen is|cijfers binnen zijn|les begint|college begint|vakantie begint|blok begint|stage begint|les afgelopen is|kinderen in bed liggen|kinderen slapen|kinderen naar school zijn)"), _altijd_moment),
        (patroon(r"in (?:periode|blok|semester|kwartaal|trimester) \d"), _altijd_moment),
        (patroon(r"tussen de middag|voor dag en dauw|rond het middaguur|na afloop|na schooltijd|na werktijd|onder werktijd|met kerst|bij het (?:opstaan|ontbijt|avondeten|ontwaken)|met de feestdagen|onder (?:de|het) (?:lunch|pauze|eten|ontbijt)|in mijn (?:pauze|lunchpauze|tussenuur|vrije dag)|in (?:tussenuren|de tussenuren)|(?:aan|op) het eind van de (?:dag|ochtend|middag|avond)"), _altijd_moment),
        (patroon(r"bij elke [a-z-]+|na elke [a-z-]+|voor elke [a-z-]+|elke (?:les|college|hoorcollege|werkgroep|training|stagedag|dienst|lesdag|bijeenkomst|sessie|vergadering|keer|lesuur|collegedag|werkcollege|practicum|tentamen|pauze|reis|treinrit)"), _altijd_moment),
        (patroon(r"elke keer (?:als|dat|wanneer)|telkens (?:als|wanneer)|steeds als"), _altijd_moment),
        (patroon(r"(?:van|tot|vanaf) nu tot|nu meteen|meteen nu|nu direct|direct nu|per direct|hier en nu"), _altijd_moment),
    )  # fmt: skip
