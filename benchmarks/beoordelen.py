"""Judges each writer by what the others taught, and counts what was right."""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from typing import NamedTuple

from benchmarks.checks import Telling, telling
from benchmarks.regressie import Voorbeeld, gewogen
from benchmarks.wegen import (
    LETTERS,
    doelen_van_acties,
    doelen_van_vragen,
    leer,
    te_leren,
    voorbeeld_van_actie,
    voorbeeld_van_vraag,
)
from intervisie_cli.checks.smart.actie import DREMPELS, Actiezin, Afspraken
from tests.checks.cases import REGIO, VANDAAG, Case, schrijvers

_GELABELD = ("FREQ", "INTERVAL", "BYDAY", "COUNT")


class Oordeel(NamedTuple):
    """What is said of an actie: for each letter how likely it is there."""

    case: Case
    kansen: dict[str, float]
    heeft_dag: bool

    def is_er(self, letter: str) -> bool:
        """Whether a letter is there, as the program says it."""
        if letter == "T" and self.heeft_dag:
            return True
        return self.kansen[letter] >= DREMPELS[letter]

    def mist(self, letter: str, grens: float) -> bool:
        """Whether a letter is missing, and at least so surely."""
        return not self.is_er(letter) and 1 - self.kansen[letter] >= grens


class Vraagoordeel(NamedTuple):
    """What is said of a question: its kind, and how sure that is."""

    case: Case
    soort: str
    zeker: float


@cache
def _acties() -> tuple[list[Case], list[Voorbeeld]]:
    cases = te_leren("acties")
    return cases, [voorbeeld_van_actie(case) for case in cases]


@cache
def _vragen() -> tuple[list[Case], list[Voorbeeld]]:
    cases = te_leren("vragen")
    return cases, [voorbeeld_van_vraag(case) for case in cases]


def acties_met_kenmerken() -> dict[str, frozenset[str]]:
    """What is found in each actie."""
    cases, voorbeelden = _acties()
    return {c["tekst"]: v.kenmerken for c, v in zip(cases, voorbeelden, strict=True)}


def vragen_met_kenmerken() -> dict[str, frozenset[str]]:
    """What is found in each question."""
    cases, voorbeelden = _vragen()
    return {c["tekst"]: v.kenmerken for c, v in zip(cases, voorbeelden, strict=True)}


def _zonder(
    schrijver: str, van: str, leraren: frozenset[str]
) -> tuple[list[Voorbeeld], list[Case], list[tuple[Voorbeeld, Case]]]:
    """The texts of all others and their features, and those of the writer.

    With *leraren* only those of them are others, and nothing of before.
    """
    cases, voorbeelden = _acties() if van == "acties" else _vragen()
    paren = list(zip(voorbeelden, cases, strict=True))
    anderen = [
        paar
        for paar in paren
        if paar[1]["bron"] != schrijver and (not leraren or paar[1]["bron"] in leraren)
    ]
    eigen = [paar for paar in paren if paar[1]["bron"] == schrijver]
    return [een for een, _ in anderen], [case for _, case in anderen], eigen


def _kansen(
    geleerd: dict[str, dict[str, float]], voorbeeld: Voorbeeld
) -> dict[str, float]:
    return {
        uitkomst: gewogen(gewichten, voorbeeld.kenmerken)
        for uitkomst, gewichten in geleerd.items()
    }


def judge_acties(
    schrijver: str, leraren: frozenset[str] = frozenset()
) -> list[Oordeel]:
    """The acties of a writer, judged by what the others taught."""
    voorbeelden, cases, eigen = _zonder(schrijver, "acties", leraren)
    geleerd = leer(voorbeelden, cases, doelen_van_acties(cases))
    oordelen = []
    for voorbeeld, case in eigen:
        actie = Actiezin(case["tekst"], VANDAAG, None, Afspraken(REGIO))
        kansen = _kansen(geleerd, voorbeeld)
        oordelen.append(Oordeel(case, kansen, bool(actie.tot or actie.ritme)))
    return oordelen


def judge_vragen(
    schrijver: str, leraren: frozenset[str] = frozenset()
) -> list[Vraagoordeel]:
    """The questions of a writer, judged by what the others taught."""
    voorbeelden, cases, eigen = _zonder(schrijver, "vragen", leraren)
    geleerd = leer(voorbeelden, cases, doelen_van_vragen(cases))
    oordelen = []
    for voorbeeld, case in eigen:
        kansen = _kansen(geleerd, voorbeeld)
        soort = max(kansen, key=kansen.__getitem__)
        oordelen.append(Vraagoordeel(case, soort, kansen[soort] / sum(kansen.values())))
    return oordelen


def zonder_twijfel(oordelen: Sequence[Oordeel], letters: str) -> list[Oordeel]:
    """Those about which nobody doubts any of *letters*."""
    return [
        oordeel
        for oordeel in oordelen
        if not set(letters) & set(str(oordeel.case.get("twijfel", "")))
    ]


def letter_telling(oordelen: Sequence[Oordeel], letter: str) -> Telling:
    """How often a letter was said to be there or missing, rightly or wrongly."""
    return telling(
        (bool(oordeel.case[letter]), oordeel.is_er(letter))
        for oordeel in zonder_twijfel(oordelen, letter)
    )


def smart_telling(oordelen: Sequence[Oordeel]) -> Telling:
    """The same of the three letters together."""
    return telling(
        (
            all(oordeel.case[letter] for letter in LETTERS),
            all(map(oordeel.is_er, LETTERS)),
        )
        for oordeel in zonder_twijfel(oordelen, "SMT")
    )


def alarms(oordelen: Sequence[Oordeel], grens: float) -> tuple[int, int]:
    """Of the good sentences, how many the coach asks about with such a bound, and of how many.

    It asks about a letter that is missing, and so surely.
    """
    goede = [
        oordeel
        for oordeel in zonder_twijfel(oordelen, "SMT")
        if all(oordeel.case[letter] for letter in LETTERS)
    ]
    gevraagd = [
        oordeel
        for oordeel in goede
        if any(oordeel.mist(letter, grens) for letter in LETTERS)
    ]
    return len(gevraagd), len(goede)


def asks(oordelen: Sequence[Oordeel], grens: float) -> float:
    """Of the letters that are missing, the share that the coach still asks about."""
    missend = [
        (oordeel, letter)
        for letter in LETTERS
        for oordeel in zonder_twijfel(oordelen, letter)
        if not oordeel.case[letter]
    ]
    gevraagd = sum(oordeel.mist(letter, grens) for oordeel, letter in missend)
    return gevraagd / len(missend)


def question_alarms(oordelen: Sequence[Vraagoordeel], grens: float) -> tuple[int, int]:
    """Of the open questions, how many the coach speaks about with such a bound, and of how many."""
    open_ = [
        een
        for een in oordelen
        if een.case["soort"] == "open" and not een.case.get("twijfel")
    ]
    return sum(een.soort != "open" and een.zeker >= grens for een in open_), len(open_)


def question_asks(oordelen: Sequence[Vraagoordeel], grens: float) -> float:
    """Of the questions that are not open, the share that the coach still speaks about."""
    dicht = [
        een
        for een in oordelen
        if een.case["soort"] != "open" and not een.case.get("twijfel")
    ]
    gezegd = sum(een.soort != "open" and een.zeker >= grens for een in dicht)
    return gezegd / len(dicht)


def is_read_right(case: Case) -> bool:
    """Whether the last day and the rhythm of an actie are as people read them."""
    actie = Actiezin(case["tekst"], VANDAAG, None, Afspraken(REGIO))
    tot = actie.tot.isoformat() if actie.tot else None
    ritme = actie.ritme.as_rrule() if actie.ritme else None
    return tot == case.get("tot") and _delen(ritme) == _delen(case.get("ritme"))


def _delen(ritme: str | None) -> dict[str, str]:
    """The parts of a rhythm that people labelled: no clock times, and no end."""
    delen = dict(deel.split("=") for deel in (ritme or "").split(";") if deel)
    return {naam: delen[naam] for naam in _GELABELD if naam in delen}


def right(oordelen: Sequence[Vraagoordeel]) -> float:
    """The share of the uncontested questions that is judged as people do."""
    onbetwist = [een for een in oordelen if not een.case.get("twijfel")]
    return sum(een.soort == een.case["soort"] for een in onbetwist) / len(onbetwist)


def together(
    alle: dict[str, tuple[list[Oordeel], list[Vraagoordeel]]],
) -> tuple[list[Oordeel], list[Vraagoordeel]]:
    """What was said of all writers, in two rows."""
    acties = [een for oordelen, _ in alle.values() for een in oordelen]
    vragen = [een for _, oordelen in alle.values() for een in oordelen]
    return acties, vragen


def judge_all(
    om_de: int = 1,
) -> dict[str, tuple[list[Oordeel], list[Vraagoordeel]]]:
    """Each writer, or one in so many of them, judged by what all others taught."""
    namen = sorted({case["bron"] for case in schrijvers("acties")})[::om_de]
    with ProcessPoolExecutor() as pool:
        acties = pool.map(judge_acties, namen)
        vragen = pool.map(judge_vragen, namen)
        return dict(zip(namen, zip(acties, vragen, strict=True), strict=True))
