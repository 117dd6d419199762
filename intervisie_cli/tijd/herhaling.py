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


class Herhaling:
    """What comes back in a sentence, of all time that was found in it."""

    def __init__(self, vondsten: list[Vondst], tekst: str) -> None:
        self._vondsten = vondsten
        self._tekst = tekst
        self._dagen = [
            vondst
            for vondst in vondsten
            if vondst.soort == DATUM and vondst.periode is not None
        ]

    def genoemd(self) -> Ritme | None:
        """One recurrence of all that is named: the best one, with the days and times of others."""
        ritmes = self._ritmes()
        if not ritmes:
            return None
        ritme = _zegt_het_meest(ritmes)
        # 'elke week bellen, op vrijdag' is every Friday.
        if ritme.freq == WEEKLY and not ritme.dagen:
            ritme = ritme._replace(dagen=self._weekdagen_elders(ritmes))
        tijden = self._tijden()
        samen = _alle_dagen(ritme, ritmes)
        if samen != ritme.dagen:
            # Each day can have a time of its own, which one recurrence cannot say.
            ritme = ritme._replace(dagen=samen)
            tijden = tijden if len(set(tijden)) == 1 else []
        if len(tijden) > _MAX_TIJDEN:
            tijden = tijden[:1]
        return self._een_keer_elk(ritme).op_tijden(tijden)

    def bedoeld(self, tot: date | None) -> tuple[Ritme | None, date | None]:
        """The rhythm of a sentence that names none, and its last day, which else is *tot*.

        'zes weken lang op maandag', 'alleen nog op zondag', 'deze week na 15 uur geen koffie'.
        """
        keren = self._weken_lang()
        if keren:
            return keren
        if _GEWOONTE.search(self._tekst):
            dag = self._enige_weekdag()
            if dag:
                ritme = Ritme(WEEKLY, dagen=(dag.weekday(),))
                return ritme, None if tot == dag else tot
        if self._is_elke_dag():
            return Ritme(DAILY), tot
        return None, tot

    def laatste_keer(self) -> date | None:
        """The last day of so many times, when that is known."""
        for vondst in self._vondsten:
            if vondst.ritme and vondst.periode:
                return vondst.periode.eind
        return None

    def _ritmes(self) -> list[Ritme]:
        """The rhythms that are named; "'s avonds" is none beside a day or another rhythm."""
        met_ritme = [vondst for vondst in self._vondsten if vondst.ritme]
        heel = [
            vondst
            for vondst in met_ritme
            if not is_deel_van_de_dag(self._tekst, vondst)
        ]
        if heel or self._dagen:
            met_ritme = heel
        return [vondst.ritme for vondst in met_ritme if vondst.ritme]

    def _een_keer_elk(self, ritme: Ritme) -> Ritme:
        """Read '4 ochtenden (ma t/m do)' as those four, once each."""
        geteld = _GETELDE_DAGEN.search(self._tekst)
        if not geteld or ritme.freq != WEEKLY or ritme.aantal:
            return ritme
        if int(geteld[1]) != len(ritme.dagen):
            return ritme
        return ritme._replace(aantal=len(ritme.dagen))

    def _weekdagen_elders(self, ritmes: list[Ritme]) -> tuple[int, ...]:
        """The days of another rhythm, else that of the one bare day: 'elke week, op vrijdag'."""
        for ritme in ritmes:
            if ritme.dagen and ritme.freq == WEEKLY:
                return ritme.dagen
        losse = [losse_dag(vondst, self._tekst) for vondst in self._dagen]
        losse = [dagen for dagen in losse if dagen]
        return losse[0] if len(losse) == 1 else ()

    def _tijden(self) -> list[Kloktijd]:
        """The times of the day, without those that only bound: 'elke dag na 15u geen koffie'."""
        return [
            vondst.klok
            for vondst in self._vondsten
            if vondst.klok and not self._woorden(vondst).startswith(_GRENZEN)
        ]

    def _woorden(self, vondst: Vondst) -> str:
        return self._tekst[vondst.van : vondst.tot]

    def _is_begin(self, vondst: Vondst) -> bool:
        return _BEGINT.search(self._tekst[: vondst.van]) is not None

    def _weken_lang(self) -> tuple[Ritme, date] | None:
        """Read 'zes weken lang op maandag' as six Mondays, with the last."""
        duren = [vondst.periode for vondst in self._vondsten if vondst.soort == DUUR]
        dag = self._enige_weekdag()
        if len(duren) != 1 or not duren[0] or not dag:
            return None
        dagen = (duren[0].eind - duren[0].begin).days + 1
        keren = dagen // 7
        if not keren:
            return None
        ritme = Ritme(WEEKLY, dagen=(dag.weekday(),), aantal=keren)
        return ritme, later(dag, 7 * (keren - 1))

    def _enige_weekdag(self) -> date | None:
        """The one bare day of the week, which is no beginning: of 'alleen nog op zondag'."""
        losse = [
            vondst.periode.eind
            for vondst in self._dagen
            if vondst.periode
            and losse_dag(vondst, self._tekst)
            and not self._is_begin(vondst)
        ]
        return losse[0] if len(losse) == 1 else None

    def _is_elke_dag(self) -> bool:
        """Whether a bound in the day holds for a stretch: 'deze week na 15 uur geen koffie'."""
        uren = [vondst for vondst in self._vondsten if vondst.klok]
        if not any(self._woorden(uur).startswith(_TUSSEN) for uur in uren):
            return False
        return bool(self._dagen) and all(map(self._duurt, self._dagen))

    def _duurt(self, vondst: Vondst) -> bool:
        """Whether it is more than a day, or the first of many."""
        periode = vondst.periode
        is_stuk = periode is not None and periode.begin < periode.eind
        return is_stuk or self._is_begin(vondst)


def losse_dag(vondst: Vondst, tekst: str) -> tuple[int, ...]:
    """The weekday of 'donderdag' alone; () for any other date, and for no date."""
    woorden = tekst[vondst.van : vondst.tot]
    if vondst.soort != DATUM or _BEPAALD.search(woorden):
        return ()
    return weekdagen(woorden)


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


def met_dagen_erbij(vondsten: list[Vondst], tekst: str) -> list[Vondst]:
    """Read the bare day in 'elke maandag om 9 uur en donderdag om 10 uur' as one of every week."""
    gelezen: list[Vondst] = []
    is_wekelijks = False
    einde = 0
    for vondst in vondsten:
        tussen = tekst[einde : vondst.van].strip()
        dagen: tuple[int, ...] = ()
        if is_wekelijks and tussen in ("en", ","):
            dagen = losse_dag(vondst, tekst)
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
