"""How the rondes of a log look: an entry each, or a line each."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from intervisie_cli.model.actie import Actie
from intervisie_cli.model.casus import Casus, Zoekvraag
from intervisie_cli.model.plain import Data, Item
from intervisie_cli.model.sessie import SAMEN, Groep
from intervisie_cli.tijd.dag import dag_in_woorden
from intervisie_cli.tonen.actie import in_woorden, laatste_opmerking
from intervisie_cli.ui.console import Console, breedte_van, kort, vul

# The headings beside the text.
_MARGE = 11
_NAAM = 15
# An example stands above the questions of a step: more advice or acties would push these away.
_VOORBEELDEN = 3
_GEEN = "Geen rondes gevonden."


class Nadruk(NamedTuple):
    """Why a ronde was found: a heading, what to show of it, and whether a word there stands out."""

    kop: str
    tekst: Callable[[Casus], str]
    is_gezocht: Callable[[str], bool] = lambda _: False


def regels(
    uit: Console,
    groep: Groep,
    vraag: Zoekvraag,
    casussen: Iterable[Casus],
    nadruk: Nadruk | None = None,
) -> list[str]:
    """The page of `log`: some lines for each ronde."""
    return met_witregels(_ronde(uit, groep, vraag, casus, nadruk) for casus in casussen)


def json(casus: Casus) -> Data:
    """The documented object of a ronde in `log --json`."""
    return casus.data()


def regel_per_ronde(
    uit: Console,
    groep: Groep,
    vraag: Zoekvraag,
    casussen: Iterable[Casus],
) -> list[str]:
    """The page of `log --kort`: the day, who, and the hulpvraag as it was worded in the end."""
    alle = list(casussen)
    inbrengers = {casus.inbrenger for casus in alle}
    namen = {lid: kort(_van(groep, lid), _NAAM) for lid in inbrengers}
    dagen = {casus.datum: dag_in_woorden(casus.datum, vraag.vandaag) for casus in alle}
    breed = max(map(breedte_van, namen.values()), default=0)
    langste_dag = max(map(len, dagen.values()), default=0)
    gevonden = []
    for casus in alle:
        dag = vul(dagen[casus.datum], langste_dag)
        naam = vul(namen[casus.inbrenger], breed)
        begin = f"{dag}  {naam}  "
        ruimte = uit.breedte - breedte_van(begin)
        hulpvraag = casus.herformulering or casus.hulpvraag or _zonder_hulpvraag(casus)
        regel = uit.stijl(begin, "blauw") + uit.stijl(kort(hulpvraag, ruimte))
        gevonden.append(regel)
    return gevonden or [_GEEN]


def earlier(
    uit: Console,
    groep: Groep,
    vraag: Zoekvraag,
    casussen: Iterable[Casus],
) -> Iterator[str]:
    """Rondes as examples: the hulpvraag, the advice, and what came of the acties."""
    for casus in casussen:
        dag = dag_in_woorden(casus.datum, vraag.vandaag)
        inbrenger = _van(groep, casus.inbrenger)
        hulpvraag = casus.herformulering or casus.hulpvraag
        yield from uit.opgemaakt(
            hulpvraag,
            kop=f"• {dag} {inbrenger}: ",
            inspringen=2,
        )
        adviezen = gezegd(groep, casus.adviezen[:_VOORBEELDEN], "advies")
        yield from deel(uit, "  Advies", adviezen)
        acties = _acties(groep, casus.acties[:_VOORBEELDEN], vraag.vandaag)
        yield from deel(uit, "  Actie", acties)


def met_witregels(blokken: Iterable[Iterable[str]]) -> list[str]:
    """The lines of all rondes, with an empty one between two; without rondes a line says so."""
    gevonden: list[str] = []
    for blok in blokken:
        if gevonden:
            gevonden.append("")
        gevonden += blok
    return gevonden or [_GEEN]


def deel(uit: Console, kop: str, teksten: Iterable[str]) -> Iterator[str]:
    """A paragraph for each text, with *kop* beside the first."""
    for tekst in teksten:
        yield from uit.opgemaakt(tekst, kop=vul(kop, _MARGE), inspringen=2)
        kop = ""


def gezegd(
    groep: Groep,
    items: Iterable[Item],
    naam: str,
    antwoord: str = "",
) -> Iterator[str]:
    """Who said what, and what was answered: the parts *naam* and *antwoord* of each item."""
    for item in items:
        zin = str(item.get(naam, ""))
        if item.get("lid"):
            wie = groep.roepnaam(str(item["lid"]))
            zin = f"{wie}: {zin}"
        if item.get(antwoord):
            zin += f" → {item[antwoord]}"
        yield zin


def kop(
    uit: Console,
    groep: Groep,
    casus: Casus,
    vandaag: date,
) -> list[str]:
    """The first lines of a ronde: when, of whom, by which draaiboek, and on which theme."""
    # The theme comes last, for it is the part that most sessies do not have.
    delen = [
        dag_in_woorden(casus.datum, vandaag),
        _van(groep, casus.inbrenger),
        casus.draaiboek,
    ]
    if casus.thema:
        delen.append(casus.thema)
    return uit.opgemaakt(" · ".join(delen), "vet", "blauw")


def _van(groep: Groep, inbrenger: str) -> str:
    """Of whom a ronde is; the sessie as a whole is of nobody alone."""
    return groep.namen(inbrenger or SAMEN)


def _zonder_hulpvraag(casus: Casus) -> str:
    """What stands in the place of a hulpvraag."""
    if casus.is_van_sessie:
        return "van de hele sessie"
    return "nog geen hulpvraag"


def is_anders_verwoord(casus: Casus) -> bool:
    """Whether the hulpvraag got other words than those it began with."""
    return casus.herformulering not in ("", casus.hulpvraag)


def _ronde(
    uit: Console,
    groep: Groep,
    vraag: Zoekvraag,
    casus: Casus,
    nadruk: Nadruk | None,
) -> Iterator[str]:
    yield from kop(uit, groep, casus, vraag.vandaag)
    if casus.hulpvraag or casus.is_van_sessie:
        yield from _inhoud(uit, groep, vraag, casus)
    else:
        yield from uit.opgemaakt("nog geen hulpvraag", "dof", inspringen=2)
    if nadruk:
        yield from _gevonden(uit, casus, nadruk)


def _inhoud(
    uit: Console,
    groep: Groep,
    vraag: Zoekvraag,
    casus: Casus,
) -> Iterator[str]:
    if casus.hulpvraag:
        yield from deel(uit, "Hulpvraag", [casus.hulpvraag])
    if is_anders_verwoord(casus):
        yield from deel(uit, "Werd", [casus.herformulering])
    # Somebody who asks for acties reads what was planned, not all that led to it.
    if not vraag.vraagt_acties:
        adviezen = gezegd(groep, casus.adviezen, "advies")
        yield from deel(uit, "Advies", adviezen)
    acties = _acties(groep, casus.acties, vraag.vandaag)
    yield from deel(uit, "Actie", acties)


def _gevonden(uit: Console, casus: Casus, nadruk: Nadruk) -> Iterator[str]:
    """What makes the ronde match, with the words in it that were searched in bold."""
    tekst = nadruk.tekst(casus)
    # A ronde can resemble what was asked without a word in it that weighs much.
    if not tekst:
        return
    for regel in deel(uit, nadruk.kop, [tekst]):
        yield uit.nadruk(regel, nadruk.is_gezocht)


def _acties(groep: Groep, items: Iterable[Item], vandaag: date) -> Iterator[str]:
    """Each actie with how it goes, and what was said of it last."""
    for item in items:
        actie = Actie(item)
        yield f"{in_woorden(groep, actie, vandaag)}{laatste_opmerking(actie)}"
