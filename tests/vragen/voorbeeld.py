"""Contexts and answers to try a step with: mirthe brings in, tim leads, kim takes part."""

from collections.abc import Callable
from datetime import date
from itertools import count
from typing import Any

from intervisie_cli.groep import draaiboeken
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Draaiboek, Stap
from intervisie_cli.model.sessie import Groep, Lid, Ronde, Sessie
from intervisie_cli.model.sleutel import Sleutel, lees
from intervisie_cli.model.vraag import Antwoorden, Line, Vraag, Wijziging
from intervisie_cli.vragen.keuring import Keuring, answer, objection
from intervisie_cli.vragen.lines.all_line import AllLine
from intervisie_cli.vragen.lines.item_line import ItemLine
from intervisie_cli.vragen.lines.mark_line import MarkLine
from intervisie_cli.vragen.lines.verdict_line import VerdictLine
from intervisie_cli.vragen.script import vragen

VANDAAG = date(2026, 11, 23)
GROEP = Groep(
    "Studiegroep",
    (Lid("mirthe"), Lid("kim", "Kim"), Lid("tim"), Lid("ans", "Ans de Wit")),
)
RONDE = Ronde("r" * 8, 1, "mirthe")
Answers = dict[str, Any]
Kies = Callable[[Vraag], Any]


def sessie(*deelnemers: str, thema: str = "") -> Sessie:
    leden = deelnemers or ("mirthe", "kim", "tim")
    folder = "sessies/2026/2026-11-23-test"
    return Sessie(
        "s" * 16,
        folder,
        "lang",
        VANDAAG,
        thema,
        leden,
        "tim",
        "individueel",
        False,
        (RONDE,),
    )


def context(
    naam: str | Draaiboek, stap: str, wie: Sessie | None = None, **rest: Any
) -> Context:
    """The context of a step of the draaiboek *naam*, in the ronde of mirthe where it has one."""
    boek = draaiboeken.load(None, naam) if isinstance(naam, str) else naam
    gevonden = boek.stap(stap)
    assert gevonden
    return in_context(gevonden, wie, **rest)


def in_context(stap: Stap, wie: Sessie | None = None, **rest: Any) -> Context:
    return Context(
        stap,
        wie or sessie(),
        None if stap.per == "sessie" else RONDE,
        rest.pop("groep", GROEP),
        **rest,
    )


def ids() -> Callable[[int], str]:
    """Ids in a fixed order."""
    numbers = count(1)
    return lambda length: f"{next(numbers):0{length}d}"


def check(
    van: Context, document: Answers, eerder: Answers | None = None
) -> tuple[Answers, list[str]]:
    """The uniform data of *document*, and what is wrong with it."""
    keuring = Keuring(van, eerder or {}, ids())
    return keuring.kijk_na(document), keuring.fouten


def key(van: Context, tekst: str) -> Sleutel:
    """The key that a draft keeps as *tekst*."""
    return lees(tekst, van.stap)


def keyed(van: Context, answers: Answers) -> Antwoorden:
    """Answers under their keys as text, under their keys."""
    return {key(van, tekst): waarde for tekst, waarde in answers.items()}


def drive(
    van: Context, kies: Kies, begin: Antwoorden | None = None
) -> tuple[Antwoorden, list[Vraag]]:
    """Answer question after question with *kies*, typing what is a line, until none is left;
    give the answers and the questions.
    """
    antwoorden: Antwoorden = dict(begin or {})
    gesteld: list[Vraag] = []
    while True:
        alle = list(vragen(van, antwoorden))
        if not alle or not alle[-1].is_open(antwoorden):
            return antwoorden, gesteld
        nu = alle[-1]
        gesteld.append(nu)
        assert len(gesteld) < 200, "the script does not end"
        antwoorden = answered(nu, kies(nu), antwoorden)


def answered(nu: Vraag, waarde: Any, antwoorden: Antwoorden) -> Antwoorden:
    """The answers with that to *nu*, as a group would have given it."""
    if nu.lijn:
        assert nu.lijn.bezwaar(waarde) == "", (str(nu.sleutel), waarde)
        wijziging = nu.lijn.lees(waarde, antwoorden)
    else:
        wijziging = Wijziging(erbij={nu.sleutel: waarde})
    antwoorden = wijziging.toegepast(antwoorden)
    if False in wijziging.erbij.values() and nu.uit_bij_nee:
        antwoorden[Sleutel(nu.uit_bij_nee)] = False
        for sleutel in [s for s in antwoorden if s.veld == nu.sleutel.veld]:
            del antwoorden[sleutel]
    return antwoorden


def now(van: Context, antwoorden: Antwoorden | None = None) -> Vraag:
    """The question that is open."""
    *_, laatste = vragen(van, antwoorden or {})
    assert laatste.is_open(antwoorden or {})
    return laatste


def refused(van: Context, antwoorden: Antwoorden, getypt: str) -> str:
    """Why *getypt* is no answer to the question that is open, '' when it is."""
    return objection(now(van, antwoorden), getypt, VANDAAG)


def typed(van: Context, antwoorden: Antwoorden, *regels: str) -> Antwoorden:
    """The answers after these lines were typed, each at the question that was open then."""
    for getypt in regels:
        assert refused(van, antwoorden, getypt) == "", getypt
        nu = now(van, antwoorden)
        antwoorden = answered(nu, answer(nu, getypt, VANDAAG), antwoorden)
    return antwoorden


def as_texts(antwoorden: Antwoorden) -> Answers:
    """Answers under their keys as a draft keeps them."""
    return {str(sleutel): waarde for sleutel, waarde in antwoorden.items()}


def plainly(vraag: Vraag) -> Any:
    """A right answer to any question: yes, the first, or some text; no more items than must be."""
    sleutel = str(vraag.sleutel)
    if vraag.lijn and not isinstance(vraag.lijn, ItemLine):
        return _plain_line(vraag.lijn)
    if vraag.ends_list:
        return ""
    if vraag.keuzes:
        return vraag.keuzes[0].waarde
    if sleutel.endswith("/actie"):
        return "Ik lees elke dag 10 bladzijden, tot 1 december."
    if sleutel.endswith("/vraag"):
        return open_question(sleutel)
    return "2026-12-01" if vraag.soort == "datum" else f"Tekst bij {sleutel}."


def _plain_line(lijn: Line) -> str:
    """A line that says yes to all, and leaves an order as it is."""
    match lijn:
        case MarkLine(rest=""):
            return "a open"
        case AllLine() | MarkLine():
            return "a"
        case VerdictLine():
            return "ja, dat past"
    return ""


def open_question(sleutel: str) -> str:
    """A question to which the coach has nothing to say."""
    return f"Wat betekent {sleutel} voor je?"


# Each step of both draaiboeken, as names.
STEPS = [
    (naam, stap.naam)
    for naam in ("kort", "lang")
    for stap in draaiboeken.load(None, naam).stappen
]
