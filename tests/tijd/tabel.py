"""The table of time: units, numbers, anchors and forms, with the day or the rhythm that each means.

All of Monday 2026-11-23. What is expected is counted here, with plain sums of days and months and
without a line of the program. `tests/checks/tijden.yaml` is the part that was checked by hand.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

VANDAAG, REGIO = date(2026, 11, 23), "midden"

# How a number is written, and how many it is.
GETALLEN = (
    ("een", 1.0),
    ("1", 1.0),
    ("twee", 2.0),
    ("3", 3.0),
    ("vier", 4.0),
    ("6", 6.0),
    ("tien", 10.0),
    ("anderhalve", 1.5),
    ("2,5", 2.5),
    ("twee en een halve", 2.5),
)
# Numbers that are none: T is not there.
VAAG = ("een paar", "enkele", "wat", "een aantal")


class Eenheid(NamedTuple):
    """A unit: how one of it is written, how more are, and what it is in days or in months."""

    een: tuple[str, ...]
    meer: tuple[str, ...]
    dagen: int = 0
    maanden: int = 0
    freq: str = ""
    interval: int = 1


EENHEDEN = (
    Eenheid(("dag",), ("dagen", "dgn"), dagen=1, freq="DAILY"),
    Eenheid(("week", "wk"), ("weken", "wkn"), dagen=7, freq="WEEKLY"),
    Eenheid(("maand", "mnd"), ("maanden", "mnd"), maanden=1, freq="MONTHLY"),
    Eenheid(("kwartaal",), ("kwartalen",), maanden=3, freq="MONTHLY", interval=3),
    Eenheid(("jaar",), ("jaar",), maanden=12, freq="YEARLY"),
)


class Rij(NamedTuple):
    """One text, and what it means: its last day and its rhythm as an RRULE, '' for none."""

    tekst: str
    tot: str = ""
    ritme: str = ""
    is_tijd: bool = True


def _later(dagen: int) -> date:
    return VANDAAG + timedelta(days=dagen)


def _na(aantal: float, eenheid: Eenheid) -> date:
    """So many units from today: a half month is fifteen days, and half a day a whole one."""
    if eenheid.dagen:
        dagen = aantal * eenheid.dagen
        return _later(int(dagen) + (dagen % 1 > 0))
    maanden = aantal * eenheid.maanden
    heel = int(maanden)
    jaar, maand = divmod(VANDAAG.month - 1 + heel, 12)
    dag = date(VANDAAG.year + jaar, maand + 1, VANDAAG.day)
    return dag + timedelta(days=15 if maanden % 1 else 0)


def _hoeveel() -> Iterator[tuple[str, float, Eenheid]]:
    """Each number with each unit, in each way of writing it."""
    for geschreven, aantal in GETALLEN:
        for eenheid in EENHEDEN:
            for naam in eenheid.een if aantal < 2 else eenheid.meer:
                getal = geschreven
                if naam == "jaar":
                    getal = geschreven.replace("halve", "half")
                yield f"{getal} {naam}", aantal, eenheid


def duren() -> Iterator[Rij]:
    """How long from now: 'binnen drie weken', 'over anderhalve maand', 'de komende 2,5 week'."""
    for tekst, aantal, eenheid in _hoeveel():
        dan = _na(aantal, eenheid)
        for anker in (
            "over",
            "binnen",
            "uiterlijk over",
            "over precies",
            "binnen nu en",
        ):
            yield Rij(f"{anker} {tekst} inleveren", f"{dan}")
        yield Rij(f"In {tekst} lees ik het boek uit", f"{dan}")
        yield Rij(f"Binnen een periode van {tekst} lees ik het uit", f"{dan}")
        if aantal != 1:
            # Today is the first of these days.
            laatste = dan - timedelta(days=1)
            yield Rij(f"de komende {tekst} lees ik elk boek", f"{laatste}")
    for getal in ("twee à drie", "2 à 3", "2-3", "2 tot 3", "twee of drie"):
        yield Rij(f"over {getal} dagen inleveren", f"{_later(3)}")
        yield Rij(f"binnen {getal} weken inleveren", f"{_later(21)}")
    yield Rij("over een dag of tien inleveren", f"{_later(10)}")
    yield Rij("over een week of drie inleveren", f"{_later(21)}")
    yield Rij("nog twee weken volhouden", f"{_later(14)}")
    yield Rij("na twee weken stoppen", f"{_later(14)}")
    for getal in VAAG:
        for naam in ("dagen", "weken", "maanden"):
            yield Rij(f"over {getal} {naam} inleveren", is_tijd=False)


def ritmes() -> Iterator[Rij]:
    """How often: 'om de drie weken', 'elke 2 dagen', 'eens per vier maanden', 'per kwartaal'."""
    for tekst, aantal, eenheid in _hoeveel():
        if aantal % 1:
            continue
        interval = int(aantal) * eenheid.interval
        ritme = f"FREQ={eenheid.freq}"
        if interval > 1:
            ritme += f";INTERVAL={interval}"
        if aantal > 1:
            for anker in (
                "om de",
                "elke",
                "iedere",
                "eens in de",
                "een keer per",
                "1x per",
                "1 keer in de",
            ):
                yield Rij(f"{anker} {tekst} bellen", ritme=ritme)
    for eenheid in EENHEDEN:
        ritme = f"FREQ={eenheid.freq}"
        if eenheid.interval > 1:
            ritme += f";INTERVAL={eenheid.interval}"
        anders = f"FREQ={eenheid.freq};INTERVAL={2 * eenheid.interval}"
        for naam in eenheid.een:
            for anker in (
                "elke",
                "iedere",
                "ieder",
                "elk",
                "1x per",
                "twee keer per",
                "3 x per",
                "5 keer in een",
                "eens per",
            ):
                yield Rij(f"{anker} {naam} bellen", ritme=ritme)
            lidwoord = "het" if naam in ("jaar", "kwartaal") else "de"
            yield Rij(f"om {lidwoord} {naam} bellen", ritme=anders)
            yield Rij(f"om {lidwoord} andere {naam} bellen", ritme=anders)


# How a day of the calendar is written, and which one it is.
DATA = (
    ("3 december", "2026-12-03"),
    ("3 dec", "2026-12-03"),
    ("3 dec.", "2026-12-03"),
    ("3e december", "2026-12-03"),
    ("drie december", "2026-12-03"),
    ("03-12", "2026-12-03"),
    ("3/12", "2026-12-03"),
    ("3-12-2026", "2026-12-03"),
    ("03-12-26", "2026-12-03"),
    ("3.12.2026", "2026-12-03"),
    ("2026-12-03", "2026-12-03"),
    ("3 december 2026", "2026-12-03"),
    ("3 dec '26", "2026-12-03"),
    ("do 3 dec", "2026-12-03"),
    ("do. 3 dec.", "2026-12-03"),
    ("donderdag 3 december", "2026-12-03"),
    ("donderdag 3-12", "2026-12-03"),
    ("3 december a.s.", "2026-12-03"),
    ("3 december aanstaande", "2026-12-03"),
    ("vrijdag", "2026-11-27"),
    ("a.s. vrijdag", "2026-11-27"),
    ("vrijdag a.s.", "2026-11-27"),
    ("aanstaande vrijdag", "2026-11-27"),
    ("vrijdagmiddag", "2026-11-27"),
    ("komende vrijdag", "2026-11-27"),
    ("volgende week vrijdag", "2026-12-04"),
    ("vrijdag volgende week", "2026-12-04"),
    ("vrijdag over een week", "2026-12-04"),
    ("vrijdag over twee weken", "2026-12-11"),
    ("vrijdag in week 50", "2026-12-11"),
    ("vrijdag wk 50", "2026-12-11"),
    ("week 50 vrijdag", "2026-12-11"),
    ("week 50 dag 5", "2026-12-11"),
    ("wk 50 vr", "2026-12-11"),
    ("de laatste vrijdag van november", "2026-11-27"),
    ("de eerste vrijdag van december", "2026-12-04"),
    ("de tweede vrijdag in januari", "2027-01-08"),
    ("de 15e", "2026-12-15"),
    ("de vijftiende", "2026-12-15"),
    ("de 15e van deze maand", ""),
    ("de 15e van volgende maand", "2026-12-15"),
    ("de laatste dag van de maand", "2026-11-30"),
    ("de eerste van de maand", "2026-12-01"),
    ("kerst", "2026-12-25"),
    ("oud en nieuw", "2026-12-31"),
    ("nieuwjaarsdag", "2027-01-01"),
    ("sinterklaas", "2026-12-05"),
    ("morgen", "2026-11-24"),
    ("overmorgen", "2026-11-25"),
    ("morgenochtend", "2026-11-24"),
)
# A word before a day, and by how many days it moves the last one that counts.
ANKERS = (
    ("uiterlijk", 0),
    ("ten laatste", 0),
    ("uiterlijk op", 0),
    ("tegen", 0),
    ("tot en met", 0),
    ("t/m", 0),
    ("tot uiterlijk", 0),
    ("niet later dan", 0),
    ("voor", -1),
    ("vóór", -1),
    ("nog voor", -1),
    ("uiterlijk voor", -1),
    ("tot", -1),
)
BEGINNEN = ("vanaf", "per", "met ingang van", "m.i.v.", "ingaande", "sinds")


def dagen() -> Iterator[Rij]:
    """A day behind each word that bounds it, or that says when something begins."""
    for naam, dag in DATA:
        if not dag:
            continue
        op_dag = date.fromisoformat(dag)
        if "van de maand" not in naam:  # that comes back each month
            yield Rij(f"inleveren op {naam}", dag)
        for anker, verder in ANKERS:
            yield Rij(f"{anker} {naam} inleveren", f"{op_dag + timedelta(days=verder)}")
        for anker in BEGINNEN[:-1]:
            # A start is no last day; "per week" is a rhythm.
            if anker == "per" and naam.startswith(("week", "wk")):
                continue
            yield Rij(f"{anker} {naam} rook ik niet meer")


# A stretch of days, its first and its last.
STUKKEN = (
    ("week 50", "2026-12-07", "2026-12-13"),
    ("wk 50", "2026-12-07", "2026-12-13"),
    ("week 50 en 51", "2026-12-07", "2026-12-20"),
    ("week 50/51", "2026-12-07", "2026-12-20"),
    ("week 50-51", "2026-12-07", "2026-12-20"),
    ("week 50 t/m 52", "2026-12-07", "2026-12-27"),
    ("de week van 14 december", "2026-12-14", "2026-12-20"),
    ("de week van 16 december", "2026-12-14", "2026-12-20"),
    ("de week na kerst", "2026-12-28", "2027-01-03"),
    ("de eerste week van december", "2026-12-01", "2026-12-07"),
    ("de laatste week van november", "2026-11-24", "2026-11-30"),
    ("de laatste twee weken van januari", "2027-01-18", "2027-01-31"),
    ("de eerste twee weken van januari", "2027-01-01", "2027-01-14"),
    ("het weekend van 12 december", "2026-12-12", "2026-12-13"),
    ("het eerste weekend van december", "2026-12-05", "2026-12-06"),
    ("het laatste weekend van november", "2026-11-28", "2026-11-29"),
    ("deze week", "2026-11-23", "2026-11-29"),
    ("volgende week", "2026-11-30", "2026-12-06"),
    ("dit weekend", "2026-11-28", "2026-11-29"),
    ("komend weekend", "2026-11-28", "2026-11-29"),
    ("volgend weekend", "2026-12-05", "2026-12-06"),
    ("deze maand", "2026-11-01", "2026-11-30"),
    ("volgende maand", "2026-12-01", "2026-12-31"),
    ("december", "2026-12-01", "2026-12-31"),
    ("dec.", "2026-12-01", "2026-12-31"),
    ("december 2026", "2026-12-01", "2026-12-31"),
    ("de maand december", "2026-12-01", "2026-12-31"),
    ("de decembermaand", "2026-12-01", "2026-12-31"),
    ("maart", "2027-03-01", "2027-03-31"),
    ("mei", "2027-05-01", "2027-05-31"),
    ("augustus", "2027-08-01", "2027-08-31"),
    ("maart 2027", "2027-03-01", "2027-03-31"),
    ("maart volgend jaar", "2027-03-01", "2027-03-31"),
    ("volgend jaar maart", "2027-03-01", "2027-03-31"),
    ("dit kwartaal", "2026-10-01", "2026-12-31"),
    ("volgend kwartaal", "2027-01-01", "2027-03-31"),
    ("het eerste kwartaal van 2027", "2027-01-01", "2027-03-31"),
    ("Q1 2027", "2027-01-01", "2027-03-31"),
    ("Q1", "2027-01-01", "2027-03-31"),
    ("kwartaal 4", "2026-10-01", "2026-12-31"),
    ("Q4", "2026-10-01", "2026-12-31"),
    ("de eerste helft van december", "2026-12-01", "2026-12-15"),
    ("de tweede helft van januari", "2027-01-16", "2027-01-31"),
    ("de eerste helft van 2027", "2027-01-01", "2027-06-30"),
    ("dit jaar", "2026-01-01", "2026-12-31"),
    ("volgend jaar", "2027-01-01", "2027-12-31"),
    ("2027", "2027-01-01", "2027-12-31"),
    ("heel 2027", "2027-01-01", "2027-12-31"),
    ("deze winter", "2026-12-21", "2027-03-20"),
    ("dit najaar", "2026-09-21", "2026-12-20"),
    ("dit voorjaar", "2027-03-21", "2027-06-20"),
    ("zomer 2027", "2027-06-21", "2027-09-20"),
    ("de kerstvakantie", "2026-12-19", "2027-01-03"),
    ("de voorjaarsvakantie", "2027-02-20", "2027-02-28"),
    ("14–18 dec", "2026-12-14", "2026-12-18"),
    ("14-18 december", "2026-12-14", "2026-12-18"),
    ("14 t/m 18 dec", "2026-12-14", "2026-12-18"),
    ("14/12 t/m 18/12", "2026-12-14", "2026-12-18"),
    ("14-12 tot en met 18-12", "2026-12-14", "2026-12-18"),
    ("30 november t/m 4 december", "2026-11-30", "2026-12-04"),
    ("30 nov – 4 dec", "2026-11-30", "2026-12-04"),
)


def stukken() -> Iterator[Rij]:
    """A stretch of days: in it, before it, until it, from it on."""
    for naam, begin, eind in STUKKEN:
        ervoor = date.fromisoformat(begin) - timedelta(days=1)
        yield Rij(f"in {naam} inleveren", eind)
        yield Rij(f"Inleveren: {naam}", eind)
        yield Rij(f"uiterlijk {naam} inleveren", eind)
        yield Rij(f"tot en met {naam} lees ik", eind)
        yield Rij(f"vanaf {naam} rook ik niet meer")
        if ervoor > VANDAAG:
            yield Rij(f"vóór {naam} inleveren", f"{ervoor}")
            yield Rij(f"tot {naam} lees ik door", f"{ervoor}")
    for fase, dag in (
        ("begin", 10),
        ("half", 15),
        ("medio", 15),
        ("eind", 31),
        ("midden", 15),
        ("halverwege", 15),
    ):
        for naam in ("december", "dec", "december 2026", "volgende maand"):
            for anker in ("", "voor ", "uiterlijk ", "tegen "):
                yield Rij(f"{anker}{fase} {naam} inleveren", f"2026-12-{dag}")


# Days of the week as they come back.
WEEKDAGEN = (
    ("elke maandag", "MO"),
    ("iedere ma", "MO"),
    ("op maandagen", "MO"),
    ("maandags", "MO"),
    ("'s maandags", "MO"),
    ("elke maandagavond", "MO"),
    ("maandagavonds", "MO"),
    ("elke ma en do", "MO,TH"),
    ("elke maandag en donderdag", "MO,TH"),
    ("ma + do", "MO,TH"),
    ("ma/wo/vr", "MO,WE,FR"),
    ("ma-wo-vr", "MO,WE,FR"),
    ("ma, wo en vr", "MO,WE,FR"),
    ("op maandag, woensdag en vrijdag", "MO,WE,FR"),
    ("ma t/m vr", "MO,TU,WE,TH,FR"),
    ("van maandag tot en met vrijdag", "MO,TU,WE,TH,FR"),
    ("maandag t/m donderdag", "MO,TU,WE,TH"),
    ("door de week", "MO,TU,WE,TH,FR"),
    ("doordeweeks", "MO,TU,WE,TH,FR"),
    ("op werkdagen", "MO,TU,WE,TH,FR"),
    ("elke werkdag", "MO,TU,WE,TH,FR"),
    ("elke doordeweekse dag", "MO,TU,WE,TH,FR"),
    ("elk weekend", "SA,SU"),
    ("in de weekenden", "SA,SU"),
    ("wekelijks op dinsdag", "TU"),
    ("elke week op dinsdag", "TU"),
    ("op de dinsdagen", "TU"),
    ("iedere dinsdagochtend", "TU"),
)


def weekdagen() -> Iterator[Rij]:
    """Days of the week as they come back, alone and with an end or a beginning."""
    for naam, dagen_ in WEEKDAGEN:
        ritme = f"FREQ=WEEKLY;BYDAY={dagen_}"
        yield Rij(f"{naam} lees ik een uur", ritme=ritme)
        yield Rij(f"een uur lezen, {naam}", ritme=ritme)
        yield Rij(
            f"tot en met 18 december {naam} een uur lezen",
            "2026-12-18",
            f"{ritme};UNTIL=20261218",
        )
        yield Rij(f"vanaf 1 december {naam} een uur lezen", ritme=ritme)
    for naam, ritme in (
        ("elke eerste maandag van de maand", "FREQ=MONTHLY;BYDAY=1MO"),
        ("de laatste vrijdag van elke maand", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("iedere 25e van de maand", "FREQ=MONTHLY;BYMONTHDAY=25"),
        ("op de 1e van elke maand", "FREQ=MONTHLY;BYMONTHDAY=1"),
        ("om de dinsdag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("elke twee weken op dinsdag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("om de week op dinsdag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("tweewekelijks", "FREQ=WEEKLY;INTERVAL=2"),
        ("dagelijks", "FREQ=DAILY"),
        ("wekelijks", "FREQ=WEEKLY"),
        ("maandelijks", "FREQ=MONTHLY"),
        ("jaarlijks", "FREQ=YEARLY"),
        ("tweemaal daags", "FREQ=DAILY"),
        ("3dd", "FREQ=DAILY"),
        ("2 dd", "FREQ=DAILY"),
        ("2x daags", "FREQ=DAILY"),
        ("2x p/w", "FREQ=WEEKLY"),
        ("2x pw", "FREQ=WEEKLY"),
        ("2x/week", "FREQ=WEEKLY"),
        ("2x/wk", "FREQ=WEEKLY"),
        ("2 keer in de week", "FREQ=WEEKLY"),
        ("drie avonden per week", "FREQ=WEEKLY"),
        ("vier dagen in de week", "FREQ=WEEKLY"),
        ("1x/2 weken", "FREQ=WEEKLY;INTERVAL=2"),
        ("1x per 14 dagen", "FREQ=DAILY;INTERVAL=14"),
        ("elke ochtend", "FREQ=DAILY"),
        ("iedere avond", "FREQ=DAILY"),
    ):
        yield Rij(f"{naam} een uur lezen", ritme=ritme)


def reeksen() -> Iterator[Rij]:
    """So many days or weeks in a row: today is the first."""
    for naam, tot, ritme in (
        ("5 dagen lang", "2026-11-27", "FREQ=DAILY;COUNT=5"),
        ("vijf dagen achter elkaar", "2026-11-27", "FREQ=DAILY;COUNT=5"),
        ("10 dagen op rij", "2026-12-02", "FREQ=DAILY;COUNT=10"),
        ("twee weken lang", "2026-12-06", ""),
        ("een week lang", "2026-11-29", ""),
        ("een maand lang", "2026-12-22", ""),
        ("gedurende drie weken", "2026-12-13", ""),
        ("de komende 4 woensdagen", "2026-12-16", "FREQ=WEEKLY;BYDAY=WE;COUNT=4"),
        ("zes weken lang op maandag", "2027-01-04", "FREQ=WEEKLY;BYDAY=MO;COUNT=6"),
        ("op zondag, vijf weken lang", "2026-12-27", "FREQ=WEEKLY;BYDAY=SU;COUNT=5"),
        ("twee weken lang elke dag", "2026-12-06", "FREQ=DAILY;UNTIL=20261206"),
    ):
        yield Rij(f"{naam} een uur lezen", tot, ritme)
