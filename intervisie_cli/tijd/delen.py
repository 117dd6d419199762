"""A part of a stretch, or what stands beside a day: 'de eerste week van mei', 'de week na kerst'.

What follows 'van', 'na' or 'voor' is read by the grammars of what has a name, as a sentence is.
"""

import re
from datetime import date

from intervisie_cli.taal.kalendernamen import DAGEN
from intervisie_cli.tijd import kalender as kal
from intervisie_cli.tijd.kalender import Periode
from intervisie_cli.tijd.vondst import (
    DAG,
    DATUM,
    MOMENT,
    Grammatica,
    Kader,
    Vondst,
    Vorm,
    in_periode,
    zoek,
)

# Up to so many words name a stretch: 'het eerste kwartaal van het jaar 2027'.
_REST = r"(?P<rest>[^ ]+(?: [^ ]+){0,6})"
_LANGSTE_MAAND = 31
_DAGEN_PER_MAAND = 30.4
# So far after a stretch 'de derde maandag na' is looked for.
_DAARNA = 70


class Delen:
    """Reads what is part of, or stands beside, what the grammar *namen* reads."""

    def __init__(self, namen: Grammatica) -> None:
        self._namen = namen

    def _rest(self, match: "re.Match[str]", kader: Kader) -> tuple[Periode, int] | None:
        """The stretch that the words behind 'van' begin with, and where its name ends."""
        rest = match["rest"]
        begin = 0
        if lidwoord := re.match("(?:de|het) ", rest):
            begin = lidwoord.end()
        gevonden, _ = zoek(rest, self._namen, kader)
        for vondst in gevonden:
            if vondst.soort == DATUM and vondst.van <= begin and vondst.periode:
                return vondst.periode, match.start("rest") + vondst.tot
        return None

    def naast(self, match: "re.Match[str]", kader: Kader) -> Vondst | None:
        """The week or the weekend of, after or before a day."""
        rest = self._rest(match, kader)
        if not rest:
            return None
        heel, tot = rest
        verder = {"van": heel.begin, "na": kal.later(heel.eind, 7)}
        dag = verder.get(match["bij"], kal.later(heel.begin, -7))
        week = _week_van(dag)
        if match["wat"] == "weekend":
            week = Periode(kal.later(week.eind, -1), week.eind)
        return _op(match, tot, week)

    def deel(self, match: "re.Match[str]", kader: Kader) -> Vondst | None:
        """That day, week or half of a stretch."""
        rest = self._rest(match, kader)
        if not rest:
            # 'De eerste maandag van de vakantie' is a day, though no one knows which.
            is_los = match["wat"] == "helft"
            return None if is_los else _zonder_dag(match)
        heel, tot = rest
        if match["bij"] == "na":
            heel = _erna(heel, match["wat"])
        aantal = int(match["n"] or 1)
        deel = _deel(heel, match["plaats"], aantal, match["wat"])
        return _op(match, tot, deel)

    def fase(self, match: "re.Match[str]", kader: Kader) -> Vondst | None:
        """The beginning, the middle or the end of a stretch, up to the last day of that."""
        rest = self._rest(match, kader)
        if not rest:
            return None
        heel, tot = rest
        # 'Ik begin 1 december' says from when.
        if heel.begin == heel.eind:
            return None
        eind = eind_van_fase(match["fase"], heel)
        return _op(match, tot, Periode(heel.begin, eind, is_vaag=True))

    def grammatica(self) -> Grammatica:
        """All of it; it comes before what it names."""
        return (
            Vorm(
                "in [de laatste twee weken van januari] bellen",
                r"(?:de |het )?(?P<plaats>\d\d?e|laatste) (?:(?P<n>\d\d?) )?"
                rf"(?P<wat>{DAG}|dag|werkdag|week|weekend|maand|kwartaal|helft) "
                rf"(?P<bij>van|in|na) {_REST}",
                self.deel,
                nodig=(" van ", " in ", " na "),
            ),
            Vorm(
                "in [de week van 14 december] bellen",
                rf"(?:de |het )?(?P<wat>week|weekend) (?P<bij>van|na|voor) {_REST}",
                self.naast,
                nodig=(
                    "week van ",
                    "weekend van ",
                    "week na ",
                    "weekend na ",
                    " voor ",
                ),
            ),
            Vorm(
                "[eind Q2] bellen",
                r"(?:(?:aan |op )?het )?"
                r"(?P<fase>begin|(?<!een )half|halverwege|medio|midden|mid|eind|einde|loop|rest)"
                rf"(?: van)? {_REST}",
                self.fase,
                nodig=("begin", "half", "halv", "medio", "mid", "eind", "loop", "rest"),
            ),
        )


def _zonder_dag(match: "re.Match[str]") -> Vondst:
    return Vondst(MOMENT, match.start(), match.start("rest") - 1)


def _op(match: "re.Match[str]", tot: int, periode: Periode | None) -> Vondst | None:
    """What was read from the beginning of *match* up to *tot*."""
    if not periode:
        return None
    return in_periode(match, periode)._replace(tot=tot)


def eind_van_fase(fase: str, heel: Periode) -> date:
    """The last day of the beginning or of the first half; of the end the last day of all."""
    if fase.startswith(("eind", "loop", "rest")):
        return heel.eind
    dagen = (heel.eind - heel.begin).days
    if dagen <= 7:  # of a week Tuesday and Wednesday
        begin = kal.later(heel.begin, 1)
        helft = kal.later(heel.begin, 2)
    elif dagen <= _LANGSTE_MAAND:
        begin = kal.later(heel.begin, 9)
        helft = kal.later(heel.begin, 14)
    else:
        begin = kal.later(heel.begin, dagen // 6)
        maanden = round(dagen / _DAGEN_PER_MAAND)
        helft = kal.later(kal.maanden_later(heel.begin, maanden // 2), -1)
    return begin if fase == "begin" else helft


def _week_van(dag: date) -> Periode:
    zondag = kal.zondag(dag)
    return Periode(kal.later(zondag, -6), zondag)


def _erna(heel: Periode, wat: str) -> Periode:
    """The days after a stretch; weeks are counted from the Monday after it."""
    begin = kal.later(heel.eind, 1)
    if wat == "week":
        begin = kal.later(kal.zondag(heel.eind), 1)
    return Periode(begin, kal.later(begin, _DAARNA))


def _deel(heel: Periode, plaats: str, aantal: int, wat: str) -> Periode | None:
    """The part of *heel* in that place, *aantal* of them in a row; None when there is none."""
    if plaats == "laatste" and wat == "week":
        # Counted back from the last day, whatever weekday that is.
        begin = kal.later(heel.eind, 1 - 7 * aantal)
        return Periode(max(heel.begin, begin), heel.eind)
    stukken = _stukken(heel, wat)
    if plaats == "laatste":
        gekozen = stukken[-aantal:]
    else:
        eerste = int(plaats.rstrip("e")) - 1
        gekozen = stukken[eerste : eerste + aantal]
    if not gekozen:
        return None
    # It is bounded as a stretch is: before it is before its first day.
    return Periode(gekozen[0].begin, gekozen[-1].eind)


def _stukken(heel: Periode, wat: str) -> list[Periode]:
    """All days, weeks, months, … of a stretch, in order."""
    if wat == "helft":
        helft = eind_van_fase("half", heel)
        erna = kal.later(helft, 1)
        return [Periode(heel.begin, helft), Periode(erna, heel.eind)]
    lengte = (heel.eind - heel.begin).days
    dagen = [kal.later(heel.begin, verder) for verder in range(lengte + 1)]
    if wat == "week":
        # From the first day of the stretch on, whatever weekday that is.
        weken = []
        for dag in dagen[::7]:
            eind = min(kal.later(dag, 6), heel.eind)
            weken.append(Periode(dag, eind))
        return weken
    if wat == "weekend":
        zaterdagen = [dag for dag in dagen if dag.weekday() == 5]
        return [Periode(dag, kal.later(dag, 1)) for dag in zaterdagen]
    if wat in ("maand", "kwartaal"):
        return _maanden(dagen, 3 if wat == "kwartaal" else 1)
    return [Periode(dag, dag) for dag in dagen if _is_zo_een(dag, wat)]


def _maanden(dagen: list[date], per: int) -> list[Periode]:
    """The months or quarters that begin on one of *dagen*."""
    gevonden = []
    for dag in dagen:
        if dag.day != 1 or (dag.month - 1) % per:
            continue
        erna = kal.maanden_later(dag, per)
        gevonden.append(Periode(dag, kal.later(erna, -1)))
    return gevonden


def _is_zo_een(dag: date, wat: str) -> bool:
    if wat in DAGEN:
        return dag.weekday() == DAGEN.index(wat)
    return wat == "dag" or dag.weekday() < 5
