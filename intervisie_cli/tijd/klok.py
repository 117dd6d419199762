"""Clock times: 'half 11', 'kwart voor 9', '15u', '20.00 uur', "'s avonds om 9"."""

import re

from intervisie_cli.tijd.vondst import DAG, DEEL, KLOK, MAAND, Grammatica, Kader, Vondst, patroon

_VOOR = (
    r"(?:om|rond|vanaf|voor|na|tot|tm|tegen|van|uiterlijk|stipt|precies|tussen|sinds|klokslag|pas)"
)
_TIJD = r"(?:\d\d?:\d\d|\d\d?\.\d\d)"
# Someone who gets up or stops does so at a time, not for so long.
_OP_TIJD = re.compile(
    r"(?:^| )(?:opstaan|opgestaan|op|wekker|wakker|bed|uit|begin|beginnen|start|starten|stop|stoppen|thuis|ontbijt|ontbijten"
    r"|lunchen|eten|dicht|weg|aanwezig|klaar|bellen|afspraak|afgesproken)(?= |$)"
)


_IK_DOE_LANG = re.compile(
    r"(?<![^ ])(?:studeer|leer|werk|lees|game|slaap|schrijf|oefen|sport|besteed)(?![^ ])"
)
_DUURT = re.compile(
    r" (?:lang )?(?:studeren|leren|werken|lezen|gamen|slapen|schrijven|oefenen|sporten|stage|per |in de week|aan |slaap|scherm|schermtijd|netflix)"
)
_VROEG = re.compile(r"(?<![^ ])(?:op|opstaan|opgestaan|wekker|wakker|vroeg)(?![^ ])")
# Who goes to bed at eleven does so at night.
_NAAR_BED = re.compile(
    r"(?<![^ ])(?:(?:naar|in) (?:mijn |het |me )?bed|licht uit|(?:gaan|ga|te gaan|ga ik) slapen|mijn bed in|bed in)(?![^ ])"
)


def _vondst(match: "re.Match[str]", kader: Kader, uur: int, minuut: int) -> Vondst | None:
    uur += _pas_middag(match, uur, kader)
    if not (0 <= uur <= 24 and 0 <= minuut < 60):
        return None
    return Vondst(KLOK, match.start(), match.end(), klok=(uur % 24, minuut))


def _pas_middag(match: "re.Match[str]", uur: int, kader: Kader) -> int:
    """Twelve hours more when the sentence speaks of the afternoon or evening close by."""
    voor = re.findall(
        r"(?<![^ ])(?:ochtend|morgen|vanochtend|middag|vanmiddag|avond|vanavond|nacht)(?![^ ])",
        kader.tekst[: match.start()],
    )
    na = re.findall(
        r"^(?: [^ ]+)? (middag|avond|nacht|ochtend)(?![^ ])", kader.tekst[match.end() :]
    )
    om = (na or voor[-1:] or [""])[0]
    if 1 <= uur <= 6 and om in ("middag", "vanmiddag"):
        return 12
    if 1 <= uur <= 5 and om == "" and ":" not in match[0] and not _VROEG.search(kader.tekst):
        return 12  # nobody means four at night
    if uur == 0 and om != "nacht" and ":" not in match[0] and "." not in match[0]:
        return 12  # half 1 is in the afternoon
    if 5 <= uur <= 11 and (
        om in ("avond", "vanavond") or (om == "" and uur >= 8 and _NAAR_BED.search(kader.tekst))
    ):
        return 12
    return 0


def _cijfers(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    uur, minuut = re.split("[:.]", match["tijd"])
    if len(minuut) != 2:
        return None
    return _vondst(match, kader, int(uur), int(minuut))


def _na_dag(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    """'zondagavond 20.00' is a time, '20.00' anywhere else an amount."""
    is_na_dag = re.search(
        rf"(?:{DAG}|{DEEL}|herhaald|morgen|vandaag) $", kader.tekst[: match.start()]
    )
    return _cijfers(match, kader) if is_na_dag else None


def _half(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    uur = int(match["uur"])
    minuten = {"kwart voor": -15, "kwart over": 15, "half": -30}
    totaal = uur * 60 + minuten[match["half"]] if match["half"] else 0
    return _vondst(match, kader, totaal // 60, totaal % 60) if 1 <= uur <= 24 else None


def _rond_uur(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    minuten = int(match["m"]) * (1 if match["kant"] == "over" else -1) - (
        30 if match["half"] else 0
    )
    totaal = int(match["uur"]) * 60 + minuten
    return (
        _vondst(match, kader, totaal // 60, totaal % 60) if 1 <= int(match["uur"]) <= 24 else None
    )


def _uur(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    return _vondst(match, kader, int(match["uur"]), 0)


def _los_uur(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    """'elke dag 9 uur opstaan' is a time, 'elke dag 2 uur lezen' a length."""
    uur, rest = int(match["uur"]), match.string[match.end() :]
    if not 6 <= uur <= 24:
        return None
    if _DUURT.match(rest) or _IK_DOE_LANG.search(kader.tekst):
        return None
    is_tijd = (
        _OP_TIJD.search(match.string)
        or re.match(r" (?:-|tot) \d| (?:en|,|\+|&) (?:\d|~)", rest)
        or uur >= 13
    )
    na_dag = re.search(
        rf"(?:{DAG}|{DEEL}|morgen|vandaag|{MAAND}|herhaald) $", kader.tekst[: match.start()]
    )
    return _uur(match, kader) if is_tijd or na_dag else None


def _bereik(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    getallen = [int(getal) for getal in re.findall(r"\d+", match["uren"])]
    if len(getallen) != 2 or getallen[0] >= getallen[1] or getallen[1] > 24:
        return None
    return _vondst(match, kader, getallen[0], 0)


def _eind(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    """The end of a range is a time, but not one at which it begins; 'om 9:00 en 16:00' has two beginnings."""
    vondst = _cijfers(match, kader)
    is_begin = not re.search(rf"(?:van|tussen)? ?{_TIJD}(?: uur)? $", kader.tekst[: match.start()])
    if match[0].startswith("en"):
        is_begin = not re.search(
            rf"(?:van|tussen) {_TIJD}(?: uur)? $", kader.tekst[: match.start()]
        )
    return vondst._replace(klok=None) if vondst and not is_begin else vondst


def _punt(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    uur, minuut = (match["tijd"] or match["tijd2"]).split(".")
    return _vondst(match, kader, int(uur), int(minuut)) if len(minuut) == 2 else None


def _middernacht(match: "re.Match[str]", _kader: Kader) -> Vondst:
    return Vondst(KLOK, match.start(), match.end(), klok=(0, 0))


_BIJ = r"(?: uur)?(?: (?:precies|stipt|exact))?"
KLOKTIJDEN: Grammatica = (
    (patroon(r"(?P<tijd>\d\d?\.\d\d)(?! uur)", "."), _na_dag),
    (patroon(r"(?P<tijd>\d\d?\.\d\d)(?= (?:-|tot|tm) \d\d?\.\d\d)", "."), _cijfers),
    (patroon(rf"(?:(?:tot|tm|-|en) )(?P<tijd>{_TIJD}){_BIJ}(?P<eind>)", ":", "."), _eind),
    (patroon(rf"(?:{_VOOR} )?(?P<tijd>\d\d?:\d\d){_BIJ}", ":"), _cijfers),
    (patroon(rf"(?:{_VOOR} (?P<tijd>\d\d?\.\d\d){_BIJ}|(?P<tijd2>\d\d?\.\d\d) uur)", "."), _punt),
    (patroon(rf"(?:{_VOOR} )?(?P<m>\d\d?) (?:minuut )?(?P<kant>voor|over) (?P<half>half )?(?P<uur>\d\d?)(?! (?:minuut|keer|dag|week|euro|uur \w+en))(?: uur)?", "voor ", "over "), _rond_uur),
    (patroon(rf"(?:{_VOOR} )?(?P<half>kwart voor|kwart over|half) (?P<uur>\d\d?)(?! {MAAND})(?: uur)?", "half", "kwart"), _half),
    (patroon(rf"(?:van|tussen) (?P<uur>\d\d?)(?: uur)? (?:tot|en|tm|-) \d\d?(?: uur)?(?! (?:minuut|keer|week|dag|{MAAND}))", "van ", "tussen "), _uur),
    (patroon(r"(?P<uren>\d\d?-\d\d?)(?: uur)", "uur"), _bereik),
    (patroon(r"(?P<uur>\d\d?) uur (?:-|tot|tm) \d\d?(?: uur)?", "uur"), _uur),
    (patroon(rf"(?:om|rond|klokslag|tegen) (?P<uur>\d\d?)(?: uur)?(?! (?:keer|minuut|dag|week|maand|euro|{MAAND}))", "om ", "rond", "klokslag", "tegen"), _uur),
    (patroon(rf"{_VOOR} (?P<uur>\d\d?) uur", "uur"), _uur),
    (patroon(rf"(?:{DAG}|{DEEL}|herhaald|elke dag) (?P<uren>\d\d?-\d\d?)", "-"), _bereik),
    (patroon(r"(?:en|,|\+|&) (?P<uur>\d\d?) uur(?= |$)", "uur"), _los_uur),
    (patroon(r"(?P<uur>\d\d?) uur(?: precies| stipt)?", "uur"), _los_uur),
    (patroon(r"middernacht(?P<uur>)", "middernacht"), _middernacht),
)  # fmt: skip
