"""Recurrence: 'elke ma en do', 'om de dag', '3x p/w', 'elke eerste maandag van de maand'."""

import re

from intervisie_cli.tijd import kalender as kal
from intervisie_cli.tijd.kalender import DAGEN, Periode
from intervisie_cli.tijd.ritme import (
    DAILY,
    HOURLY,
    LAATSTE,
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
    MAAND,
    RITME,
    VAAG,
    Grammatica,
    Kader,
    Vondst,
    patroon,
)

_FREQ = {
    "dag": DAILY, "ochtend": DAILY, "middag": DAILY, "avond": DAILY, "nacht": DAILY, "week": WEEKLY, "maand": MONTHLY,
    "jaar": YEARLY, "uur": HOURLY, "weekend": WEEKLY, "kwartaal": MONTHLY, "werkdag": WEEKLY,
}  # fmt: skip
_WOORDEN = {
    "dagelijks": Ritme(DAILY), "dagelijkse": Ritme(DAILY), "wekelijks": Ritme(WEEKLY), "wekelijkse": Ritme(WEEKLY),
    "maandelijks": Ritme(MONTHLY), "maandelijkse": Ritme(MONTHLY), "jaarlijks": Ritme(YEARLY), "tweewekelijks": Ritme(WEEKLY, 2),
    "tweedaags": Ritme(DAILY, 2), "driewekelijks": Ritme(WEEKLY, 3), "vierwekelijks": Ritme(WEEKLY, 4),
    "tweemaandelijks": Ritme(MONTHLY, 2), "halfjaarlijks": Ritme(MONTHLY, 6),
}  # fmt: skip
_TUSSEN = r"(?: (?:,|en|of|/|\+|&|-|, en|en op|,? op|en elke))?"
_DAGEN = rf"{DAG}(?: {DEEL})?(?: herhaald)?(?:{_TUSSEN} {DAG}(?: {DEEL})?(?: herhaald)?)*"
_EENHEID = r"(?:dag|week|maand|jaar|uur|weekend|kwartaal)"
_BIJVOEGLIJK = r"(?:(?!week|dag|maand)[a-z]+e )?"


def _vondst(match: "re.Match[str]", ritme: Ritme, periode: Periode | None = None) -> Vondst:
    return Vondst(RITME, match.start(), match.end(), periode, ritme)


def weekdagen(tekst: str) -> tuple[int, ...]:
    """The numbers of the days that are named, in the order of the week."""
    return tuple(nummer for nummer, dag in enumerate(DAGEN) if dag in tekst)


def _dagen(match: "re.Match[str]", _kader: Kader) -> Vondst:
    return _vondst(match, Ritme(WEEKLY, dagen=weekdagen(match["dagen"])))


def _reeks(match: "re.Match[str]", _kader: Kader) -> Vondst:
    """'ma t/m vr'."""
    eerste, laatste = DAGEN.index(match["eerste"]), DAGEN.index(match["laatste"])
    if laatste < eerste:
        laatste += 7
    dagen = sorted(dag % 7 for dag in range(eerste, laatste + 1))
    return _vondst(match, Ritme(WEEKLY, dagen=tuple(dagen)))


def _in_de_maand(match: "re.Match[str]", _kader: Kader) -> Vondst:
    plaats = LAATSTE if match["plaats"] == "laatste" else int(match["plaats"].rstrip("e"))
    return _vondst(match, Ritme(MONTHLY, dagen=(DAGEN.index(match["dag"]),), plaats=plaats))


def _maanddag(match: "re.Match[str]", _kader: Kader) -> Vondst | None:
    dag = LAATSTE if match["dag"] == "laatste" else int(match["dag"])
    return _vondst(match, Ritme(MONTHLY, maanddag=dag)) if dag <= 31 else None


def _komende_dagen(match: "re.Match[str]", kader: Kader) -> Vondst:
    """'de komende vier woensdagen': so many, and the last of them."""
    aantal, dag = int(match["n"]), DAGEN.index(match["dag"])
    laatste = kal.later(kal.volgende_dag(dag, kader.vandaag), 7 * (aantal - 1))
    return _vondst(
        match, Ritme(WEEKLY, dagen=(dag,), aantal=aantal), Periode(kader.vandaag, laatste)
    )


def _met_tussenpoos(match: "re.Match[str]", _kader: Kader) -> Vondst:
    """'om de dag' is every other day, 'om de drie dagen' every third."""
    wat = match["wat"]
    n = (match["n"] or "").strip()
    interval = int(n) if n.isdigit() else 2
    if wat in DAGEN:
        return _vondst(match, Ritme(WEEKLY, interval, (DAGEN.index(wat),)))
    dagen = weekdagen(match["op"] or "")
    if wat == "weekend":
        dagen = WEEKEND
    return _vondst(match, Ritme(_FREQ[wat], interval * (3 if wat == "kwartaal" else 1), dagen))


def _elke(match: "re.Match[str]", _kader: Kader) -> Vondst:
    wat, n = match["wat"], (match["n"] or "").strip()
    interval = 2 if n in ("andere", "2e") else int(n.rstrip("e") or 1)
    dagen: tuple[int, ...] = ()
    if wat == "weekend":
        dagen = WEEKEND
    if wat == "werkdag" or (match["door"] and wat in ("dag", "ochtend", "middag", "avond")):
        return _vondst(match, Ritme(WEEKLY, dagen=WERKDAGEN))
    return _vondst(match, Ritme(_FREQ[wat], interval * (3 if wat == "kwartaal" else 1), dagen))


def _werkdagen(match: "re.Match[str]", _kader: Kader) -> Vondst:
    return _vondst(match, Ritme(WEEKLY, dagen=WERKDAGEN))


def _weekenden(match: "re.Match[str]", _kader: Kader) -> Vondst:
    return _vondst(match, Ritme(WEEKLY, dagen=WEEKEND))


def _per(match: "re.Match[str]", _kader: Kader) -> Vondst:
    wat, n = match["wat"], (match["n"] or "").strip()
    ritme = Ritme(
        _FREQ[wat],
        int(n or 1) * (3 if wat == "kwartaal" else 1),
        WEEKEND if wat == "weekend" else (),
    )
    return _vondst(match, ritme)


def _op_een(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    """'2 uur op een dag' is a rhythm, 'op een dag' once upon a time."""
    if re.search(r"\d|een|maximaal|minimaal", match.string[: match.start()]):
        return _per(match, kader)
    return Vondst(VAAG, match.start(), match.end())


def _woord(match: "re.Match[str]", _kader: Kader) -> Vondst:
    ritme = _WOORDEN[match["woord"]]
    return _vondst(match, ritme._replace(dagen=weekdagen(match["dagen"] or "")))


def _deel_herhaald(match: "re.Match[str]", _kader: Kader) -> Vondst:
    return _vondst(match, Ritme(DAILY))


def is_deel_van_de_dag(tekst: str, vondst: Vondst) -> bool:
    """Whether it is 's avonds' alone, that says when on a day but not how often."""
    return bool(re.fullmatch(rf"{DEEL} herhaald", tekst[vondst.van : vondst.tot]))


def _lang(match: "re.Match[str]", kader: Kader) -> Vondst:
    """'5 dagen lang': for so long, from now."""
    aantal = int(match["n"]) if match["n"].isdigit() else 1
    wat = match["wat"]
    eind = (
        kal.maanden_later(kader.vandaag, aantal)
        if wat == "maand"
        else kal.later(kader.vandaag, aantal * {"dag": 1, "week": 7}[wat])
    )
    ritme = Ritme(DAILY, aantal=aantal) if wat == "dag" else None
    return Vondst(
        DUUR,
        match.start(),
        match.end(),
        None if ritme else Periode(kader.vandaag, eind, is_vaag=True),
        ritme,
    )


RITMES: Grammatica = (
    (patroon(rf"(?:op )?(?:de |elke )?(?P<plaats>\de|laatste) (?P<dag>{DAG})(?: {DEEL})? (?:van|in|per) (?:de|elke|een)?(?: )?maand", "maand"), _in_de_maand),
    (patroon(rf"elke maand (?:op )?(?:de )?(?P<plaats>\de|laatste) (?P<dag>{DAG})(?: {DEEL})?", "elke maand"), _in_de_maand),
    (patroon(r"(?<!voor )(?<!uiterlijk )(?<!tegen )(?<!vanaf )(?:op )?(?:de |elke )(?P<dag>\d\d?|laatste)(?:e| dag) van (?:de|elke) maand", "maand"), _maanddag),
    (patroon(rf"(?:de )?(?:komende|volgende|eerste) (?P<n>\d+) (?P<dag>{DAG})(?: {DEEL})?(?: herhaald)?", "komende", "volgende", "eerste"), _komende_dagen),
    (patroon(rf"(?:elke (?:week )?)?(?:van )?(?P<eerste>{DAG})(?: herhaald)? (?:tm|tot|-)(?: en met)? (?P<laatste>{DAG})(?: {DEEL})?(?: herhaald)?", "dag"), _reeks),
    (patroon(rf"(?:1 keer )?om de (?P<n>andere |\d+ )?(?P<wat>{DAG}|dag|week|maand|kwartaal|jaar)(?: (?:op )?(?P<op>{_DAGEN}))?", "om de"), _met_tussenpoos),
    (patroon(r"om het (?P<n>andere )?(?P<wat>weekend|uur|jaar)(?P<op>)", "om het"), _met_tussenpoos),
    (patroon(rf"(?:1 keer )?elke (?P<n>andere|2e) (?P<dag>{DAG})(?: {DEEL})?", "elke"), lambda m, _k: _vondst(m, Ritme(WEEKLY, 2, weekdagen(m["dag"])))),
    (patroon(rf"elke (?:(?:week|hele|vrije|vroege) )?(?:op )?(?P<dagen>{_DAGEN})", "elke"), _dagen),
    (patroon(rf"(?P<woord>{'|'.join(_WOORDEN)})(?: op (?P<dagen>{_DAGEN}))?", "lijks", "daags"), _woord),
    (patroon(rf"(?:(?:de |het |een )?(?P<nn>\d+|1) (?:keer|dag|avond|ochtend|middag) )?elke (?:(?P<n>\d+e?|andere) )?(?P<door>doordeweeks )?{_BIJVOEGLIJK}(?P<wat>dag|ochtend|middag|avond|nacht|week|maand|jaar|uur|weekend|kwartaal|werkdag)", "elke"), _elke),
    (patroon(rf"(?:(?:in de |door de )?doordeweeks|door de week|op (?:alle )?werkdag|werkdag)(?: {DEEL}| dag)?(?: herhaald)?", "week", "werkdag"), _werkdagen),
    (patroon(r"in de weekend|weekend herhaald", "weekend"), _weekenden),
    (patroon(r"(?:\d+ )?(?:keer|dag|avond|ochtend|middag) (?:in|op) (?:de|een|1|het) (?P<n>)(?P<wat>dag|week|maand|jaar)", " de ", " een ", " 1 ", " het "), _per),
    (patroon(rf"(?:per|/) (?P<n>\d+ )?(?P<wat>{_EENHEID}|ochtend|middag|avond|nacht|werkdag)", "per ", "/ "), _per),
    (patroon(r"(?:op een|in een) (?P<n>)(?P<wat>dag|week)", "op een", "in een"), _op_een),
    (patroon(r"eens (?:in|om|per) (?:de )?(?P<n>\d+ )?(?P<wat>dag|week|maand)", "eens"), _per),
    (patroon(r"(?:1 keer )?in de (?P<n>\d+ )(?P<wat>dag|week|maand)", "in de"), _per),
    (patroon(rf"(?:op )?(?P<dagen>{DAG}(?: {DEEL})? herhaald(?:{_TUSSEN} {DAG}(?: {DEEL})?(?: herhaald)?)*)", "herhaald"), _dagen),
    (patroon(rf"(?<!tussen )(?<!volgende week )(?<!deze week )(?:op )?(?P<dagen>{DAG}(?: {DEEL})?(?:{_TUSSEN} {DAG}(?: {DEEL})?)+)(?! (?:volgende week|deze week|\d\d? {MAAND}|\d\d?[-/]))", "dag"), _dagen),
    (patroon(rf"{DEEL} herhaald", "herhaald"), _deel_herhaald),
    (patroon(r"(?:gedurende )?(?:een hele |een |de hele )?(?P<n>\d+|een|1|)(?P<_>) ?(?P<wat>dag|week|maand) (?:lang|aan een stuk|achter elkaar|op rij|achtereen)", "lang", "aan een stuk", "achter", "op rij"), _lang),
)  # fmt: skip
