"""How the rondes of a log look: an entry each, or a line each."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from intervisie_cli.groep.verleden import lijst, newest
from intervisie_cli.model.sessie import Groep
from intervisie_cli.model.verslag import (
    OPVOLGING,
    Item,
    Verloop,
    Verslag,
    Zoekvraag,
    gehaald,
    is_te_laat,
)
from intervisie_cli.ui.console import Console, breedte_van, kort, vul

_MARGE = 11
# Of advice and acties in an example.
_VOORBEELDEN = 3


class Nadruk(NamedTuple):
    """Why a ronde was found: a heading, what to show of it, and whether a word there stands out."""

    kop: str
    tekst: Callable[[Verslag], str]
    is_gezocht: Callable[[str], bool] = lambda _: False


def entries(
    uit: Console,
    groep: Groep,
    vraag: Zoekvraag,
    verslagen: Iterable[Verslag],
    nadruk: Nadruk | None = None,
) -> list[str]:
    """Give each ronde as some lines, with an empty one between."""
    regels: list[str] = []
    for verslag in verslagen:
        regels += [*([""] if regels else []), *_entry(uit, groep, vraag, verslag, nadruk)]
    return regels or ["Geen rondes gevonden."]


def one_each(uit: Console, groep: Groep, verslagen: Iterable[Verslag]) -> list[str]:
    """Give each ronde as one line: the day, who, and the hulpvraag as it was understood in the end."""
    alle = list(verslagen)
    namen = {verslag.inbrenger: kort(groep.roepnaam(verslag.inbrenger), 15) for verslag in alle}
    breed = max(map(breedte_van, namen.values()), default=0)
    regels = []
    for verslag in alle:
        kop = f"{verslag.datum:%d-%m-%Y}  {vul(namen[verslag.inbrenger], breed)}  "
        vraag = verslag.herformulering or verslag.hulpvraag or "nog geen hulpvraag"
        regels.append(
            uit.stijl(kop, "blauw") + uit.stijl(kort(vraag, uit.breedte - breedte_van(kop)))
        )
    return regels or ["Geen rondes gevonden."]


def earlier(
    uit: Console, groep: Groep, vraag: Zoekvraag, verslagen: Iterable[Verslag]
) -> list[str]:
    """Give rondes as examples: the hulpvraag, the advice, and what came of the acties."""
    regels: list[str] = []
    for verslag in verslagen:
        kop = f"{verslag.datum:%d-%m-%Y} {groep.roepnaam(verslag.inbrenger)}: "
        regels += uit.opgemaakt(
            verslag.herformulering or verslag.hulpvraag, kop=f"• {kop}", inspringen=2
        )
        regels += _part(uit, "  Advies", _said(groep, verslag.adviezen[:_VOORBEELDEN], "advies"))
        acties = (
            f"{_action(groep, vraag, actie)}{_remark(actie)}"
            for actie in verslag.acties[:_VOORBEELDEN]
        )
        regels += _part(uit, "  Actie", acties)
    return regels


def stories(uit: Console, groep: Groep, vraag: Zoekvraag, verhalen: Iterable[Verloop]) -> list[str]:
    """Give each ronde as a story: first wording, definitions, what it became, advice, plan, and what came of it.

    A ronde that goes on with an actie stands below the one in which that was planned.
    """
    regels: list[str] = []
    for verhaal in verhalen:
        regels += [*([""] if regels else []), *_story(uit, groep, vraag, verhaal)]
    return regels or ["Geen rondes gevonden."]


def _story(uit: Console, groep: Groep, vraag: Zoekvraag, verhaal: Verloop) -> list[str]:
    verslag = verhaal.verslag
    regels = _heading(uit, groep, verslag)
    regels += _part(uit, "Vervolg op", filter(None, [verhaal.vervolg_op]))
    regels += _part(uit, "Hulpvraag", filter(None, [verslag.hulpvraag, verhaal.toelichting]))
    regels += _part(uit, "Vragen", _said(groep, verhaal.vragen, "vraag", "antwoord"))
    regels += _part(uit, "Definitie", _said(groep, verhaal.definities, "definitie"))
    if verslag.herformulering != verslag.hulpvraag:
        regels += _part(uit, "Werd", filter(None, [verslag.herformulering]))
    regels += _part(uit, "Advies", _said(groep, verslag.adviezen, "advies", "reactie"))
    for actie in verslag.acties:
        regels += _part(uit, "Actie", [_action(groep, vraag, actie)])
        regels += _part(uit, "", _followed(actie))
    return regels


def _part(uit: Console, kop: str, teksten: Iterable[str]) -> list[str]:
    """A heading with texts beside it, each on lines of its own."""
    regels: list[str] = []
    for tekst in teksten:
        regels += uit.opgemaakt(tekst, kop=vul("" if regels else kop, _MARGE), inspringen=2)
    return regels


def _said(groep: Groep, items: Iterable[Item], naam: str, antwoord: str = "") -> Iterator[str]:
    """Who said what, and what was answered."""
    for item in items:
        wie = f"{groep.roepnaam(str(item['lid']))}: " if item.get("lid") else ""
        terug = f" → {item[antwoord]}" if item.get(antwoord) else ""
        yield f"{wie}{item.get(naam, '')}{terug}"


def _followed(actie: Item) -> Iterator[str]:
    """What became of an actie, each time that somebody said."""
    for keer in lijst(actie, OPVOLGING):
        gezegd = f": {keer['opmerking']}" if keer.get("opmerking") else ""
        yield f"{keer.get('datum', '')} {', '.join(filter(None, [str(keer.get('status', '')), gehaald(keer)]))}{gezegd}"


def _heading(uit: Console, groep: Groep, verslag: Verslag) -> list[str]:
    thema = f" · {verslag.thema}" if verslag.thema else ""
    kop = f"{verslag.datum:%d-%m-%Y} · {groep.roepnaam(verslag.inbrenger)} · {verslag.draaiboek}{thema}"
    return uit.opgemaakt(kop, "vet", "blauw")


def _entry(
    uit: Console, groep: Groep, vraag: Zoekvraag, verslag: Verslag, nadruk: Nadruk | None
) -> list[str]:
    regels = _heading(uit, groep, verslag)
    if not verslag.hulpvraag:
        return [
            *regels,
            *uit.opgemaakt("nog geen hulpvraag", "dof", inspringen=2),
            *_found(uit, verslag, nadruk),
        ]
    regels += _part(uit, "Hulpvraag", [verslag.hulpvraag])
    if verslag.herformulering != verslag.hulpvraag:
        regels += _part(uit, "Werd", filter(None, [verslag.herformulering]))
    if not vraag.vraagt_acties:
        regels += _part(uit, "Advies", _said(groep, verslag.adviezen, "advies"))
    regels += _part(
        uit, "Actie", (f"{_action(groep, vraag, a)}{_remark(a)}" for a in verslag.acties)
    )
    return [*regels, *_found(uit, verslag, nadruk)]


def _found(uit: Console, verslag: Verslag, nadruk: Nadruk | None) -> list[str]:
    tekst = nadruk.tekst(verslag) if nadruk else ""
    if not nadruk or not tekst:
        return []
    regels = uit.opgemaakt(tekst, kop=vul(nadruk.kop, _MARGE), inspringen=2)
    return [uit.nadruk(regel, nadruk.is_gezocht) for regel in regels]


def _action(groep: Groep, vraag: Zoekvraag, actie: Item) -> str:
    wie = [groep.roepnaam(str(actie["wie"]))] if actie.get("wie") else []
    return f"{actie.get('actie', '')} ({', '.join([*wie, *details(actie, vraag.vandaag)])})"


def _remark(actie: Item) -> str:
    """What was said of it last."""
    opmerking = newest(actie).get("opmerking")
    return f" → {opmerking}" if opmerking else ""


def details(actie: Item, vandaag: date) -> list[str]:
    """How often, until when, how it stands, how often it was done, whether it is late; as far as that is known."""
    tot = f"tot {actie['tot']}" if actie.get("tot") else ""
    te_laat = "te laat" if is_te_laat(actie, vandaag) else ""
    stand = str(actie.get("status", ""))
    return [
        deel
        for deel in (str(actie.get("ritme") or ""), tot, stand, gehaald(newest(actie)), te_laat)
        if deel
    ]
