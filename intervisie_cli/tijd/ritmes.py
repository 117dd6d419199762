"""Rhythms of days, weeks, months: 'om de dag', '3x p/w', 'dagelijks'; and all rhythms together."""

import re

from intervisie_cli.taal.kalendernamen import DAGEN
from intervisie_cli.tijd import kalender as kal
from intervisie_cli.tijd.hoeveel import verder
from intervisie_cli.tijd.kalender import Periode
from intervisie_cli.tijd.ritme import (
    DAILY,
    HOURLY,
    MONTHLY,
    WEEKEND,
    WEEKLY,
    WERKDAGEN,
    YEARLY,
    Ritme,
)
from intervisie_cli.tijd.vondst import (
    DAG,
    DEEL,
    DUUR,
    VAAG,
    Grammatica,
    Kader,
    Vondst,
    Vorm,
    in_ritme,
)
from intervisie_cli.tijd.weekritmes import (
    ELKE_WEEKDAG,
    IN_DE_MAAND,
    LOSSE_WEEKDAGEN,
    REEKSEN,
    WEEKDAGEN,
    weekdagen,
)

# Once in each of these.
_EENHEDEN = {
    "uur": Ritme(HOURLY),
    "dag": Ritme(DAILY),
    "ochtend": Ritme(DAILY),
    "middag": Ritme(DAILY),
    "avond": Ritme(DAILY),
    "nacht": Ritme(DAILY),
    "week": Ritme(WEEKLY),
    "weekend": Ritme(WEEKLY, dagen=WEEKEND),
    "werkdag": Ritme(WEEKLY),
    "maand": Ritme(MONTHLY),
    "kwartaal": Ritme(MONTHLY, 3),
    "jaar": Ritme(YEARLY),
}
_WOORDEN = {
    "dagelijks": Ritme(DAILY),
    "dagelijkse": Ritme(DAILY),
    "wekelijks": Ritme(WEEKLY),
    "wekelijkse": Ritme(WEEKLY),
    "maandelijks": Ritme(MONTHLY),
    "maandelijkse": Ritme(MONTHLY),
    "jaarlijks": Ritme(YEARLY),
    "tweewekelijks": Ritme(WEEKLY, 2),
    "tweedaags": Ritme(DAILY, 2),
    "driewekelijks": Ritme(WEEKLY, 3),
    "vierwekelijks": Ritme(WEEKLY, 4),
    "tweemaandelijks": Ritme(MONTHLY, 2),
    "halfjaarlijks": Ritme(MONTHLY, 6),
}


_KEER_ERVOOR = re.compile(r"keer $")
_DEEL_IS_DAG = re.compile(DEEL)


def _elke_zoveel(wat: str, aantal: int) -> Ritme:
    """Once in so many days, weeks, quarters, …."""
    een = _EENHEDEN[wat]
    return een._replace(interval=aantal * een.interval)


def _om_de(match: "re.Match[str]", _kader: Kader) -> Vondst:
    """Give 'om de dag' as every other day, 'om de drie dagen' as every third."""
    wat, n = match["wat"], (match["n"] or "").strip()
    interval = 2
    if n.isdigit():
        interval = int(n)
    if wat in DAGEN:
        return in_ritme(match, Ritme(WEEKLY, interval, (DAGEN.index(wat),)))
    ritme = _elke_zoveel(wat, interval)
    dagen = weekdagen(match["op"] or "")
    # 'om de veertien dagen' is every other week.
    if ritme.freq == DAILY and interval % 7 == 0:
        ritme = Ritme(WEEKLY, interval // 7)
    return in_ritme(match, ritme._replace(dagen=dagen))


def _om_het(match: "re.Match[str]", _kader: Kader) -> Vondst:
    return in_ritme(match, _elke_zoveel(match["wat"], 2))


def _woord(match: "re.Match[str]", _kader: Kader) -> Vondst:
    ritme = _WOORDEN[match["woord"]]
    return in_ritme(match, ritme._replace(dagen=weekdagen(match["dagen"] or "")))


def _elke(match: "re.Match[str]", _kader: Kader) -> Vondst:
    wat = match["wat"]
    is_dagdeel = wat in ("dag", "ochtend", "middag", "avond")
    if wat == "werkdag" or (match["doordeweeks"] and is_dagdeel):
        return in_ritme(match, Ritme(WEEKLY, dagen=WERKDAGEN))
    n = (match["n"] or "1").replace("andere", "2")
    return in_ritme(match, _elke_zoveel(wat, int(n.rstrip("e"))))


def _werkdagen(match: "re.Match[str]", _kader: Kader) -> Vondst:
    return in_ritme(match, Ritme(WEEKLY, dagen=WERKDAGEN))


def _weekenden(match: "re.Match[str]", _kader: Kader) -> Vondst:
    return in_ritme(match, Ritme(WEEKLY, dagen=WEEKEND))


def _per(match: "re.Match[str]", _kader: Kader) -> Vondst | None:
    return in_ritme(match, _EENHEDEN[match["wat"]])


def _per_zoveel(match: "re.Match[str]", _kader: Kader) -> Vondst | None:
    # '600 m3 per uur' says how fast.
    telt_keren = _KEER_ERVOOR.search(match.string[: match.start()])
    if match["wat"] == "uur" and not telt_keren:
        return None
    return in_ritme(match, _elke_zoveel(match["wat"], int(match["n"] or 1)))


def _op_een(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    """Read '2 uur op een dag' as a rhythm, 'op een dag' alone as once upon a time.

    'In een week' alone is how long it may take.
    """
    noemt_hoeveel = re.search(
        r"\d|een|maximaal|minimaal", match.string[: match.start()]
    )
    if noemt_hoeveel:
        return _per(match, kader)
    if match[0].startswith("in"):
        return None
    return Vondst(VAAG, match.start(), match.end())


def _deel_herhaald(match: "re.Match[str]", _kader: Kader) -> Vondst:
    return in_ritme(match, Ritme(DAILY))


def is_deel_van_de_dag(tekst: str, vondst: Vondst) -> bool:
    """Whether it is "'s avonds" alone, that says when on a day but not how often."""
    return bool(re.fullmatch(rf"{DEEL} herhaald", tekst[vondst.van : vondst.tot]))


def _lang(match: "re.Match[str]", kader: Kader) -> Vondst:
    """Give '5 dagen lang' as that many days, '2 weken lang' as the time from now till then."""
    aantal = int(match["n"]) if match["n"].isdigit() else 1
    wat = _DEEL_IS_DAG.sub("dag", match["wat"])
    # Today is the first of these days.
    eind = kal.later(verder(kader.vandaag, aantal, wat), -1)
    duur = Periode(kader.vandaag, eind, is_vaag=True)
    ritme = Ritme(DAILY, aantal=aantal) if wat == "dag" else None
    return Vondst(DUUR, match.start(), match.end(), duur, ritme)


_TUSSENPOZEN: Grammatica = (
    Vorm(
        "[om de 2 weken op ma en do] bellen",
        rf"(?:1 keer )?om de (?P<n>andere |\d+ )?(?P<wat>{DAG}|dag|week|maand|kwartaal|jaar)"
        rf"(?: (?:op )?(?P<op>{WEEKDAGEN}))?",
        _om_de,
        nodig=("om de",),
    ),
    Vorm(
        "[om het weekend] sporten",
        r"om het (?:andere )?(?P<wat>weekend|uur|jaar|kwartaal)",
        _om_het,
        nodig=("om het",),
    ),
)
_EENS_IN: Grammatica = (
    Vorm(
        "[tweewekelijks op dinsdag] bellen",
        rf"(?P<woord>{'|'.join(_WOORDEN)})(?: op (?P<dagen>{WEEKDAGEN}))?",
        _woord,
        nodig=("lijks", "daags"),
    ),
    Vorm(
        "[2x elke doordeweekse avond] lezen",
        r"(?:(?:de |het |een )?\d+ (?:keer|dag|avond|ochtend|middag) )?"
        r"elke (?:(?P<n>\d+e?|andere) )?(?P<doordeweeks>doordeweeks )?"
        # An adjective, as in 'elke vrije avond'.
        r"(?:(?!week|dag|maand)[a-z]+e )?"
        r"(?P<wat>dag|ochtend|middag|avond|nacht|week|maand|jaar|uur|weekend|kwartaal|werkdag)",
        _elke,
        nodig=("elke",),
    ),
    Vorm(
        "[op werkdagen] lezen",
        # 'binnen 2 werkdagen' and 'op een werkdag' are once.
        r"(?:(?:in de |door de )?doordeweeks|door de week|op (?:alle )?werkdag"
        r"|(?<!\d )(?<!een )(?<!paar )(?<!half )(?<!laatste )(?<!1e )(?<!volgende )(?<!de )werkdag)"
        rf"(?: {DEEL}| dag)?(?: herhaald)?",
        _werkdagen,
        nodig=("week", "werkdag"),
    ),
    Vorm(
        "[in de weekenden] lezen",
        # 'In het weekend' is a date, the next one.
        r"in de weekend|weekend herhaald",
        _weekenden,
        nodig=("weekend",),
    ),
    Vorm(
        "[3 keer in de week] sporten",
        # '3 dagen in de week' speaks of three days, and of a rhythm.
        r"(?:\d+ )?(?:keer|dag|avond|ochtend|middag) (?:in|op) (?:de|een|1|het) "
        r"(?P<wat>dag|week|maand|kwartaal|jaar)",
        _per,
        nodig=(" de ", " een ", " 1 ", " het "),
    ),
    Vorm(
        "[zeven dagen per week] lezen",
        r"7 (?:dag|avond|ochtend|middag) (?:per|in de|/) week",
        _deel_herhaald,
        nodig=("7 ",),
    ),
    Vorm(
        "3x [p/w] sporten",
        r"(?:per|/) (?P<n>\d+ )?"
        r"(?P<wat>dag|week|maand|jaar|uur|weekend|kwartaal|ochtend|middag|avond|nacht|werkdag)",
        _per_zoveel,
        nodig=("per ", "/ "),
    ),
    Vorm(
        "2 uur [op een dag] lezen",
        r"(?:op een|in een|in 1) (?P<wat>dag|week)",
        _op_een,
        nodig=("op een", "in een"),
    ),
    Vorm(
        "[eens in de 3 dagen] bellen",
        r"eens (?:in|om|per) (?:de |het |een )?(?P<n>\d+ )?(?P<wat>dag|week|maand|kwartaal|jaar)",
        _per_zoveel,
        nodig=("eens",),
    ),
    Vorm(
        "[een keer in de 2 weken] bellen",
        r"1 keer in (?:de |het )?(?P<n>\d+ )?(?P<wat>dag|week|maand|kwartaal|jaar)",
        _per_zoveel,
        nodig=("1 keer in",),
    ),
)
_DELEN_EN_DUREN: Grammatica = (
    Vorm(
        "'s [avonds] lezen",
        rf"{DEEL} herhaald",
        _deel_herhaald,
        nodig=("herhaald",),
    ),
    Vorm(
        "[5 dagen achter elkaar] lezen",
        r"(?:gedurende )?(?:een hele |een |de hele )?"
        # Without a number it is one: 'een hele week lang'.
        rf"(?P<n>\d+|een|1|) ?(?P<wat>dag|week|maand|kwartaal|jaar|{DEEL}) "
        r"(?:lang|aan een stuk|achter elkaar|op rij|achtereen)",
        _lang,
        nodig=("lang", "aan een stuk", "achter", "op rij"),
    ),
    Vorm(
        "[2 maanden] geen loten",
        r"(?<!over )(?<!binnen )(?<!na )(?<!in )"
        r"(?P<n>\d+|een|1) (?P<wat>dag|week|maand|jaar)(?= (?:geen|zonder|niet) )",
        _lang,
        nodig=("dag", "week", "maand", "jaar"),
    ),
)

# In order: 'elke maand op de 1e maandag' is more than 'elke maand', 'elke maandag' more than a day.
RITMES: Grammatica = (
    *IN_DE_MAAND,
    *REEKSEN,
    *_TUSSENPOZEN,
    *ELKE_WEEKDAG,
    *_EENS_IN,
    *LOSSE_WEEKDAGEN,
    *_DELEN_EN_DUREN,
)
