"""How the rondes of a log look: an entry each, or a line each."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from intervisie_cli.model.actie import Actie
from intervisie_cli.model.plain import Item
from intervisie_cli.model.sessie import Groep
from intervisie_cli.model.verslag import Verslag, Zoekvraag
from intervisie_cli.tonen.actie import in_woorden, laatste_opmerking
from intervisie_cli.ui.console import Console, breedte_van, kort, vul

_MARGE = 11
# Of advice and acties in an example.
_VOORBEELDEN = 3


class Nadruk(NamedTuple):
    """Why a ronde was found: a heading, what to show of it, and whether a word there stands out."""

    kop: str
    tekst: Callable[[Verslag], str]
    is_gezocht: Callable[[str], bool] = lambda _: False


def regels(
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


def json(verslag: Verslag) -> dict[str, Any]:
    """The documented object of a ronde in `log --json`."""
    return verslag.data()


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
        regels += part(uit, "  Advies", said(groep, verslag.adviezen[:_VOORBEELDEN], "advies"))
        acties = _acties(groep, verslag.acties[:_VOORBEELDEN], vraag.vandaag)
        regels += part(uit, "  Actie", acties)
    return regels


def part(uit: Console, kop: str, teksten: Iterable[str]) -> list[str]:
    """A heading with texts beside it, each on lines of its own."""
    regels: list[str] = []
    for tekst in teksten:
        regels += uit.opgemaakt(tekst, kop=vul("" if regels else kop, _MARGE), inspringen=2)
    return regels


def said(groep: Groep, items: Iterable[Item], naam: str, antwoord: str = "") -> Iterator[str]:
    """Who said what, and what was answered."""
    for item in items:
        wie = f"{groep.roepnaam(str(item['lid']))}: " if item.get("lid") else ""
        terug = f" → {item[antwoord]}" if item.get(antwoord) else ""
        yield f"{wie}{item.get(naam, '')}{terug}"


def heading(uit: Console, groep: Groep, verslag: Verslag) -> list[str]:
    thema = f" · {verslag.thema}" if verslag.thema else ""
    kop = f"{verslag.datum:%d-%m-%Y} · {groep.roepnaam(verslag.inbrenger)} · {verslag.draaiboek}{thema}"
    return uit.opgemaakt(kop, "vet", "blauw")


def _entry(
    uit: Console, groep: Groep, vraag: Zoekvraag, verslag: Verslag, nadruk: Nadruk | None
) -> list[str]:
    regels = heading(uit, groep, verslag)
    if not verslag.hulpvraag:
        return [
            *regels,
            *uit.opgemaakt("nog geen hulpvraag", "dof", inspringen=2),
            *_found(uit, verslag, nadruk),
        ]
    regels += part(uit, "Hulpvraag", [verslag.hulpvraag])
    if verslag.herformulering != verslag.hulpvraag:
        regels += part(uit, "Werd", filter(None, [verslag.herformulering]))
    if not vraag.vraagt_acties:
        regels += part(uit, "Advies", said(groep, verslag.adviezen, "advies"))
    regels += part(uit, "Actie", _acties(groep, verslag.acties, vraag.vandaag))
    return [*regels, *_found(uit, verslag, nadruk)]


def _found(uit: Console, verslag: Verslag, nadruk: Nadruk | None) -> list[str]:
    tekst = nadruk.tekst(verslag) if nadruk else ""
    if not nadruk or not tekst:
        return []
    regels = uit.opgemaakt(tekst, kop=vul(nadruk.kop, _MARGE), inspringen=2)
    return [uit.nadruk(regel, nadruk.is_gezocht) for regel in regels]


def _acties(groep: Groep, items: Iterable[Item], vandaag: date) -> Iterator[str]:
    """Each actie with how it goes, and what was said of it last."""
    for item in items:
        actie = Actie(item)
        yield f"{in_woorden(groep, actie, vandaag)}{laatste_opmerking(actie)}"
