"""Stretches of the calendar that have a name: 'december', 'Q1 2027', 'heel 2027', 'deze winter'."""

import re
from datetime import MAXYEAR, date

from intervisie_cli.taal.kalendernamen import MAANDEN
from intervisie_cli.taal.lijsten import lijst
from intervisie_cli.taal.verbuiging import PERSOON
from intervisie_cli.taal.woordsoorten import naamwoord, werkwoord
from intervisie_cli.tijd import kalender as kal
from intervisie_cli.tijd.hoeveel import telt_iets
from intervisie_cli.tijd.kalender import Periode
from intervisie_cli.tijd.vondst import (
    MAAND,
    MOMENT,
    Grammatica,
    Kader,
    Vondst,
    Vorm,
    in_periode,
)

# The day and month on which each begins, and the one before which it ends.
_SEIZOENEN = {
    "winter": ((21, 12), (21, 3)),
    "lente": ((21, 3), (21, 6)),
    "voorjaar": ((21, 3), (21, 6)),
    "zomer": ((21, 6), (21, 9)),
    "herfst": ((21, 9), (21, 12)),
    "najaar": ((21, 9), (21, 12)),
}
# Months that are names of people as well.
_OOK_NAMEN = ("mei", "april", "juni", "juli", "augustus")
_SEIZOEN = "|".join(_SEIZOENEN)
_JAAR_ERBIJ = (
    r"(?:(?:van )?(?:het jaar )?(?P<jaar>20\d\d)"
    r"|(?:van )?(?P<welk>dit|volgende|komende) jaar)"
)


def _jaar(geschreven: str | None, welk: str | None, vandaag: date) -> int | None:
    """The year that is said: in figures, or as this or the next one; None for neither."""
    if not welk:
        return kal.jaartal(geschreven)
    return min(vandaag.year + (welk != "dit"), MAXYEAR)


def _maand(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    if match[0] in _OOK_NAMEN and _is_naam(match):
        return None
    maand = MAANDEN.index(match["maand"]) + 1
    jaar = _jaar(match["jaar"], match["welk"], kader.vandaag)
    return in_periode(match, kal.maand_periode(maand, kader.vandaag, jaar))


def _is_naam(match: "re.Match[str]") -> bool:
    """Whether a month is somebody: 'Mei komt eten', 'ik bel Mei'."""
    ervoor = match.string[: match.start()].split()
    erna = match.string[match.end() :].split()
    # 'tot en met mei', and not 'samen met Mei'.
    if ervoor[-2:] == ["en", "met"]:
        return False
    if ervoor:
        vorige = ervoor[-1]
        return vorige in lijst("voor-naam") or naamwoord(vorige) == "mens"
    # 'Mei ga ik lezen' says when, 'Mei gaat lezen' who.
    verb = werkwoord(erna[0]) if erna else None
    return verb is not None and verb.vorm == PERSOON and "ik" not in erna[1:2]


def _jaar_eerst(match: "re.Match[str]", kader: Kader) -> Vondst:
    maand = MAANDEN.index(match["maand"]) + 1
    jaar = _jaar(None, match["welk"], kader.vandaag)
    return in_periode(match, kal.maand_periode(maand, kader.vandaag, jaar))


def _kwartaal(match: "re.Match[str]", kader: Kader) -> Vondst:
    nummer = int(match["een"] or match["ander"])
    if not 1 <= nummer <= 4:
        return in_periode(match, None)
    jaar = _jaar(match["jaar"], match["welk"], kader.vandaag)
    return _maanden(match, kader, jaar, 3 * nummer, 3)


def _halfjaar(match: "re.Match[str]", kader: Kader) -> Vondst:
    jaar = _jaar(match["jaar"], match["welk"], kader.vandaag)
    return _maanden(match, kader, jaar, 6 * int(match["een"]), 6)


def _maanden(
    match: "re.Match[str]",
    kader: Kader,
    jaar: int | None,
    tot: int,
    aantal: int,
) -> Vondst:
    """Give so many months of a year, of which *tot* is the last."""
    laatste = kal.maand_periode(tot, kader.vandaag, jaar)
    begin = kal.maanden_later(laatste.begin, 1 - aantal)
    return in_periode(match, Periode(begin, laatste.eind))


def _heel_jaar(match: "re.Match[str]", _kader: Kader) -> Vondst | None:
    # 'in 2000 woorden' is no year.
    if telt_iets(match.string[match.end() :]):
        return None
    jaar = int(match["jaar"])
    heel_jaar = Periode(date(jaar, 1, 1), date(jaar, 12, 31))
    return in_periode(match, heel_jaar)


def _zonder_dag(match: "re.Match[str]", _kader: Kader) -> Vondst:
    return Vondst(MOMENT, match.start(), match.end())


def _seizoen(match: "re.Match[str]", kader: Kader) -> Vondst:
    naam = match["naam"] or match["dit"]
    (dag, maand), (eind_dag, eind_maand) = _SEIZOENEN[naam]
    # A winter is called after the year in which it ends.
    jaar = kal.jaartal(match["jaar"])
    morgen = kal.later(kader.vandaag, 1)
    erna = kal.eerstvolgende(eind_dag, eind_maand, morgen)
    if jaar:
        erna = date(jaar, eind_maand, eind_dag)
    if not erna:
        return in_periode(match, None)
    begin = date(erna.year - (maand > eind_maand), maand, dag)
    return in_periode(match, Periode(begin, kal.later(erna, -1)))


BENOEMD: Grammatica = (
    Vorm(
        "in [Q1 2027] bellen",
        rf"(?:(?:het )?(?P<een>\d)e kwartaal|(?:q|kwartaal) (?P<ander>\d))(?: {_JAAR_ERBIJ})?",
        _kwartaal,
        nodig=("kwartaal", "q "),
    ),
    Vorm(
        "in [het eerste halfjaar van 2027] lezen",
        rf"(?:het )?(?P<een>[12])e 0,5 jaar(?: {_JAAR_ERBIJ})?",
        _halfjaar,
        nodig=("0,5 jaar",),
    ),
    Vorm(
        "[volgend jaar maart] bellen",
        rf"(?P<welk>dit|volgende|komende) jaar (?:in )?(?P<maand>{MAAND})",
        _jaar_eerst,
        nodig=MAANDEN,
    ),
    Vorm(
        "[heel januari] lezen",
        rf"(?:de maand |de |heel |hele maand )?(?P<maand>{MAAND})(?:maand)?(?: {_JAAR_ERBIJ})?",
        _maand,
        nodig=MAANDEN,
    ),
    Vorm(
        "in [de zomer van 2027] lezen",
        # 'voor de zomer' is before the school holidays, on no known day.
        rf"(?:(?:de |het )?(?P<naam>{_SEIZOEN}) (?:van )?(?P<jaar>20\d\d)"
        r"|(?:(?:deze|dit|volgende|komende) |(?<=in |ns )(?:de |het )|(?<=gedurende )(?:de |het ))"
        rf"(?P<dit>{_SEIZOEN}))",
        _seizoen,
        nodig=tuple(_SEIZOENEN),
    ),
    Vorm(
        "[per 2027] stop ik",
        r"(?:per|vanaf|met ingang van|sinds|na) 20\d\d",
        _zonder_dag,
        # Other centuries are no deadlines.
        nodig=(" 20",),
    ),
    Vorm(
        "in [2026 - 2027] lezen",
        # A school year, whose last day differs from school to school.
        r"20\d\d [-/] (?:20)?\d\d",
        _zonder_dag,
        nodig=("20",),
    ),
    Vorm(
        "in [heel 2027] lezen",
        r"(?:^|(?<=in )|(?<=voor )|(?<=tot )|(?<=tm )|(?<=en met )|(?<=over )|(?<=tegen )"
        r"|(?<=uiterlijk )|(?<=gedurende )|(?<=halverwege )|(?<=[:,(] )"
        r"|(?=heel |het jaar |kalenderjaar ))"
        r"(?:heel |het jaar |kalenderjaar )?(?P<jaar>20\d\d)",
        _heel_jaar,
        nodig=("20",),
    ),
)
