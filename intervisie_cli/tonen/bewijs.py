"""That a sessie was held, as blocks: when, how long, how and with whom; no word of content."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from intervisie_cli.flows.uitvoer.bewijs import Gehouden
from intervisie_cli.groep.bijeenkomsten import Bijeenkomst, Deelname
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.sessie import BEGELEIDER, DEELNEMER, Groep, Lid
from intervisie_cli.tijd.dag import MET_JAAR, dag_in_woorden
from intervisie_cli.tonen.blokken import Blok, Feiten, Stuk, Tabel, Titel, Veldregel

_TITEL = "Bewijs van deelname aan intervisie"
# So that nobody takes it for more than it is.
_WAT_HET_IS = (
    "Dit overzicht komt uit wat de groep tijdens de bijeenkomst zelf vastlegde. "
    "Niemand heeft nagekeken of de namen kloppen. Wat er is besproken, staat er niet in."
)
_ONDERTEKENEN = "Handtekening"


def van_sessie(
    groep: Groep,
    gehouden: Gehouden,
    lid: Lid | None,
) -> Stuk:
    """One sessie, with room to sign; of one member alone when *lid* is given."""
    sessie_map = gehouden.sessie_map
    blokken: list[Blok] = [Titel(_TITEL), Feiten(tuple(_feiten(groep, gehouden)))]
    for keer in gehouden.keren:
        blokken.append(Veldregel("", _wanneer(keer)))
        blokken.append(_namen(groep, gehouden, keer, lid))
    blokken.append(Veldregel("", _WAT_HET_IS))
    return Stuk(_TITEL, sessie_map.sessie.datum, tuple(blokken))


def van_jaar(
    groep: Groep,
    lid: Lid,
    jaar: int,
    alle: Iterable[Gehouden],
) -> Stuk:
    """All meetings of a member in a year, a line each, and how many hours these were."""
    rijen, minuten = [], 0
    for gehouden in alle:
        for keer in gehouden.keren:
            if deel := keer.deelname_van(lid.id):
                rijen.append(_rij_van_jaar(gehouden, deel))
                minuten += deel.minuten
    feiten = (
        ("Naam", lid.roepnaam),
        ("Groep", groep.naam),
        ("Jaar", str(jaar)),
        ("Bijeenkomsten", str(len(rijen))),
        ("Totaal", duur_in_woorden(minuten)),
    )
    koppen = ("Datum", "Van", "Tot", "Duur", "Methode", "Rol")
    blokken = (
        Titel(_TITEL),
        Feiten(feiten),
        Tabel(koppen, tuple(rijen)),
        Tabel(("Naam", _ONDERTEKENEN), ((lid.roepnaam, ""),), is_ruim=True),
        Veldregel("", _WAT_HET_IS),
    )
    return Stuk(f"{_TITEL} {jaar}", date(jaar, 12, 31), blokken)


def duur_in_woorden(minuten: int) -> str:
    """Minutes as people say them: '1 uur en 12 minuten'."""
    uren, rest = divmod(minuten, 60)
    delen = []
    if uren:
        delen.append(f"{uren} uur")
    if rest or not uren:
        delen.append(f"{rest} minuut" if rest == 1 else f"{rest} minuten")
    return " en ".join(delen)


def _feiten(groep: Groep, gehouden: Gehouden) -> Iterator[tuple[str, str]]:
    if groep.naam:
        yield "Groep", groep.naam
    yield "Methode", methode(gehouden.sessie_map)
    yield "Rondes", str(len(gehouden.sessie_map.held_rondes))
    minuten = sum(keer.minuten for keer in gehouden.keren)
    yield "Duur", duur_in_woorden(minuten)


def methode(sessie_map: SessieMap) -> str:
    """By which draaiboek the group worked."""
    titel = sessie_map.draaiboek.titel
    return f"intervisie, {titel[:1].lower()}{titel[1:]}"


def _wanneer(keer: Bijeenkomst) -> str:
    return f"{_dag(keer.begin)}, {_tijd(keer.begin)} tot {_tijd(keer.eind)}"


def _dag(moment: datetime) -> str:
    # Always with its year: whoever reads it later must know which.
    return dag_in_woorden(moment.date(), MET_JAAR)


def _tijd(moment: datetime) -> str:
    return f"{moment:%H:%M}"


def _namen(
    groep: Groep,
    gehouden: Gehouden,
    keer: Bijeenkomst,
    lid: Lid | None,
) -> Tabel:
    rijen = [
        _rij(groep.roepnaam(deel.lid), rol(deel), deel.van, deel.tot)
        for deel in keer.deelnames
        if lid is None or deel.lid == lid.id
    ]
    van_buiten = gehouden.sessie_map.sessie.begeleider_naam
    if van_buiten and lid is None:
        rijen.append(_rij(van_buiten, BEGELEIDER, keer.begin, keer.eind))
    return Tabel(
        ("Naam", "Rol", "Van", "Tot", _ONDERTEKENEN), tuple(rijen), is_ruim=True
    )


def _rij(
    naam: str,
    rol: str,
    van: datetime,
    tot: datetime,
) -> tuple[str, ...]:
    return naam, rol, _tijd(van), _tijd(tot), ""


def _rij_van_jaar(gehouden: Gehouden, deel: Deelname) -> tuple[str, ...]:
    return (
        _dag(deel.van),
        _tijd(deel.van),
        _tijd(deel.tot),
        duur_in_woorden(deel.minuten),
        methode(gehouden.sessie_map),
        rol(deel),
    )


def rol(deel: Deelname) -> str:
    """What somebody did there, in a word or more."""
    return ", ".join(deel.rollen) or DEELNEMER
