"""What comes back, of all time that was found in a sentence."""

import re
from datetime import date

from intervisie_cli.tijd.kalender import later
from intervisie_cli.tijd.ritme import DAILY, WEEKLY, Kloktijd, Ritme
from intervisie_cli.tijd.ritmes import is_deel_van_de_dag
from intervisie_cli.tijd.vondst import DATUM, DUUR, KLOK, RITME, Vondst
from intervisie_cli.tijd.weekritmes import weekdagen

# 'volgende week vrijdag' is one day, not a day of every week.
_BEPAALD = re.compile(r"\d|volgende|komende|deze")
# Who names more times than this lists something else; then only the first is kept.
_MAX_TIJDEN = 3
# Times that bound when something is done, and do not say it.
_GRENZEN = ("na ", "tot ", "tm ")
_TUSSEN = (*_GRENZEN, "tussen ", "voor ")
_BEGINT = re.compile(r"\b(?:vanaf|per|met ingang van|ingaande|sinds) (?:op )?$")
_GETELDE_DAGEN = re.compile(r"\b(\d) (?:dag|ochtend|middag|avond) \(")
# Who says so speaks of what is done each time.
_GEWOONTE = re.compile(
    r"\b(?:altijd|steeds|telkens|voortaan|alleen nog|nog alleen|nooit meer|met ingang van|vanaf"
    r"|per 1)\b"
)


def bedoeld_ritme(
    vondsten: list[Vondst], tekst: str, tot: date | None
) -> tuple[Ritme | None, date | None]:
    """The rhythm of a sentence that names none, and its last day.

    'zes weken lang op maandag', 'alleen nog op zondag', 'deze week na 15 uur geen koffie'.
    """
    ritme, tot = _weken_lang(vondsten, tekst, tot)
    if not ritme and _GEWOONTE.search(tekst):
        ritme, tot = _elke_week(vondsten, tekst, tot)
    if not ritme and _is_elke_dag(vondsten, tekst):
        ritme = Ritme(DAILY)
    return ritme, tot


def _losse_dag(vondst: Vondst, tekst: str) -> tuple[int, ...]:
    """The weekday of 'donderdag' alone; () for any other date, and for no date."""
    woorden = tekst[vondst.van : vondst.tot]
    if vondst.soort != DATUM or _BEPAALD.search(woorden):
        return ()
    return weekdagen(woorden)


def genoemd_ritme(vondsten: list[Vondst], tekst: str) -> Ritme | None:
    """Make one recurrence of all that is said: the best one, with the days and times of others."""
    ritmes = _genoemde_ritmes(vondsten, tekst)
    if not ritmes:
        return None
    ritme = _zegt_het_meest(ritmes)
    # 'elke week bellen, op vrijdag' is every Friday.
    if ritme.freq == WEEKLY and not ritme.dagen:
        ritme = ritme._replace(dagen=_weekdagen_elders(ritmes, vondsten, tekst))
    tijden = _kloktijden(vondsten, tekst)
    samen = _alle_dagen(ritme, ritmes)
    if samen != ritme.dagen:
        # Each day can have a time of its own, which one recurrence cannot say.
        ritme = ritme._replace(dagen=samen)
        tijden = tijden if len(set(tijden)) == 1 else []
    if len(tijden) > _MAX_TIJDEN:
        tijden = tijden[:1]
    return _een_keer_elk(ritme, tekst).op_tijden(tijden)


def _een_keer_elk(ritme: Ritme, tekst: str) -> Ritme:
    """Read '4 ochtenden (ma t/m do)' as those four, once each."""
    geteld = _GETELDE_DAGEN.search(tekst)
    if ritme.freq != WEEKLY or ritme.aantal or not geteld:
        return ritme
    aantal = int(geteld[1])
    return ritme._replace(aantal=aantal) if aantal == len(ritme.dagen) else ritme


def _genoemde_ritmes(vondsten: list[Vondst], tekst: str) -> list[Ritme]:
    """The rhythms that are named; "'s avonds" is none beside a day or another rhythm."""
    met_ritme = [vondst for vondst in vondsten if vondst.ritme]
    heel = [vondst for vondst in met_ritme if not is_deel_van_de_dag(tekst, vondst)]
    heeft_dag = any(vondst.soort == DATUM for vondst in vondsten)
    if heel or heeft_dag:
        met_ritme = heel
    return [vondst.ritme for vondst in met_ritme if vondst.ritme]


def _zegt_het_meest(ritmes: list[Ritme]) -> Ritme:
    """Prefer days over 'elke week' alone, then 'om de week' over 'elke week', then the first."""
    is_per_week = ritmes[0].freq == WEEKLY

    def voorkeur(ritme: Ritme) -> tuple[bool, bool]:
        noemt_weekdagen = is_per_week and ritme.freq == WEEKLY and bool(ritme.dagen)
        return noemt_weekdagen, ritme.interval > 1

    return max(ritmes, key=voorkeur)


def _alle_dagen(ritme: Ritme, ritmes: list[Ritme]) -> tuple[int, ...]:
    """The days of a weekly rhythm, with those of others that come as often."""
    if ritme.freq != WEEKLY or not ritme.dagen:
        return ritme.dagen
    dagen = set(ritme.dagen)
    for ander in ritmes:
        if (ander.freq, ander.interval) == (WEEKLY, ritme.interval):
            dagen |= set(ander.dagen)
    return tuple(sorted(dagen))


def _weekdagen_elders(
    ritmes: list[Ritme], vondsten: list[Vondst], tekst: str
) -> tuple[int, ...]:
    """The weekdays of another rhythm, else that of the one bare day: 'elke week, op vrijdag'."""
    for ritme in ritmes:
        if ritme.dagen and ritme.freq == WEEKLY:
            return ritme.dagen
    losse = [_losse_dag(vondst, tekst) for vondst in vondsten if vondst.periode]
    losse = [dagen for dagen in losse if dagen]
    return losse[0] if len(losse) == 1 else ()


def _kloktijden(vondsten: list[Vondst], tekst: str) -> list[Kloktijd]:
    return [v.klok for v in vondsten if v.klok and not _is_grens(tekst, v)]


def _is_grens(tekst: str, vondst: Vondst) -> bool:
    """Whether a time bounds when, and does not say it: 'elke dag na 15u geen koffie'."""
    return tekst[vondst.van : vondst.tot].startswith(_GRENZEN)


def _weken_lang(
    vondsten: list[Vondst], tekst: str, tot: date | None
) -> tuple[Ritme | None, date | None]:
    """Read 'zes weken lang op maandag' as six Mondays; else no rhythm, and *tot* as it is."""
    duren = [v.periode for v in vondsten if v.soort == DUUR and v.periode]
    dagen = [v for v in vondsten if _losse_dag(v, tekst)]
    if len(duren) != 1 or len(dagen) != 1 or not dagen[0].periode:
        return None, tot
    duur = duren[0]
    keren = ((duur.eind - duur.begin).days + 1) // 7
    if not keren:
        return None, tot
    dag = dagen[0].periode.eind
    ritme = Ritme(WEEKLY, dagen=(dag.weekday(),), aantal=keren)
    return ritme, later(dag, 7 * (keren - 1))


def _elke_week(
    vondsten: list[Vondst], tekst: str, tot: date | None
) -> tuple[Ritme | None, date | None]:
    """Read the one bare day of 'alleen nog op zondag' as one of every week."""
    dagen = [
        vondst
        for vondst in vondsten
        if _losse_dag(vondst, tekst) and not _BEGINT.search(tekst[: vondst.van])
    ]
    if len(dagen) != 1 or not dagen[0].periode:
        return None, tot
    dag = dagen[0].periode.eind
    eind = tot if tot != dag else None
    return Ritme(WEEKLY, dagen=(dag.weekday(),)), eind


def _is_elke_dag(vondsten: list[Vondst], tekst: str) -> bool:
    """Whether a bound in the day holds for a stretch: 'deze week na 15 uur geen koffie'."""
    uren = [tekst[vondst.van : vondst.tot] for vondst in vondsten if vondst.klok]
    if not any(woorden.startswith(_TUSSEN) for woorden in uren):
        return False
    dagen = [vondst for vondst in vondsten if vondst.soort == DATUM and vondst.periode]
    return bool(dagen) and all(_duurt(vondst, tekst) for vondst in dagen)


def _duurt(vondst: Vondst, tekst: str) -> bool:
    """Whether it is more than a day, or the first of many."""
    is_begin = _BEGINT.search(tekst[: vondst.van]) is not None
    periode = vondst.periode
    return is_begin or (periode is not None and periode.begin < periode.eind)


def met_dagen_erbij(vondsten: list[Vondst], tekst: str) -> list[Vondst]:
    """Read the bare day in 'elke maandag om 9 uur en donderdag om 10 uur' as one of every week."""
    gelezen: list[Vondst] = []
    is_wekelijks = False
    einde = 0
    for vondst in vondsten:
        tussen = tekst[einde : vondst.van].strip()
        dagen: tuple[int, ...] = ()
        if is_wekelijks and tussen in ("en", ","):
            dagen = _losse_dag(vondst, tekst)
        if dagen:
            ritme = Ritme(WEEKLY, dagen=dagen)
            gelezen.append(vondst._replace(soort=RITME, ritme=ritme, periode=None))
        else:
            gelezen.append(vondst)
        ritme_hier = gelezen[-1].ritme
        if ritme_hier:
            is_wekelijks = ritme_hier.freq == WEEKLY and bool(ritme_hier.dagen)
        elif vondst.soort != KLOK:
            is_wekelijks = False
        einde = vondst.tot
    return gelezen


def dag_van_de_laatste_keer(vondsten: list[Vondst]) -> date | None:
    """The last day of so many times, when that is known."""
    for vondst in vondsten:
        if vondst.ritme and vondst.periode:
            return vondst.periode.eind
    return None
