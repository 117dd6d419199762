"""`intervisie actie klaar` and the like: records how an actie goes, and asks what was not said."""

from intervisie_cli.commands.app import App, need_terminal
from intervisie_cli.commands.app.na_stap import share_when_asked
from intervisie_cli.flows.actie import opvolging
from intervisie_cli.flows.actie.ritme import geteld, keren
from intervisie_cli.flows.groep.ik import who_am_i
from intervisie_cli.flows.groep.mankement import DOCTOR
from intervisie_cli.flows.lezen import tekst
from intervisie_cli.flows.terugblik.acties import Acties, some_acties
from intervisie_cli.index.opzoeken import ActieTreffer
from intervisie_cli.model.actie import VERVALLEN, Actie, Actievraag, gehaald, had_gekund
from intervisie_cli.model.fouten import IntervisieError, VerkeerdGebruik
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Keuze, Vraag
from intervisie_cli.records.acties import GeenActie
from intervisie_cli.taal.tekst import MAX_AANTAL, lees_aantal
from intervisie_cli.tijd.dag import GEEN_DAG, lees_datum
from intervisie_cli.tonen import actie as tonen
from intervisie_cli.ui.console import kort

# As many as can be told apart at a glance.
_KEUZES = 20


def follow_up(
    app: App,
    status: str,
    actie: str | None,
    *,
    opmerking: str | None,
    datum: str | None,
    keer: int | None,
    ik: str,
) -> int:
    """Record that the actie that is meant stands so, as *ik* says. Raises IntervisieError.

    What was typed is checked before anything is asked or written.
    """
    if keer is not None and not 0 <= keer <= MAX_AANTAL:
        raise VerkeerdGebruik(
            f"--keer moet een getal zijn van 0 tot {MAX_AANTAL}.",
            "Bijvoorbeeld: --keer 9",
        )
    tot = _day(app, datum)
    if opmerking is not None:
        opmerking = tekst(opmerking, "De opmerking")
    app.ensure_name()
    # Somebody who was asked that just now was not known before.
    ik = ik or who_am_i(app.omgeving)
    treffer = _choose(app, ik, actie)
    gezegd = {
        "lid": ik,
        "status": status,
        **_times(app, treffer, status, keer),
        "opmerking": _remark(app, opmerking),
    }
    gedaan = opvolging.follow_up(app.omgeving, treffer, gezegd, tot, app.wacht)
    wat = "Stond al zo"
    if gedaan:
        delen = (status.capitalize(), gehaald(gezegd))
        wat = ", ".join(deel for deel in delen if deel)
    app.console.alinea(
        f"{wat}: {_tekst(treffer)} ({_wie(app, treffer)})", "groen", kop="✓ "
    )
    # What stood so already was shared with what made it so.
    if gedaan:
        share_when_asked(app)
    return 0


def _wie(app: App, treffer: ActieTreffer) -> str:
    return app.omgeving.groep.namen(treffer.wie)


def _tekst(treffer: ActieTreffer) -> str:
    return Actie(treffer.actie).tekst


def _choose(app: App, ik: str, getypt: str | None) -> ActieTreffer:
    """The one actie that is meant. Raises IntervisieError when there is none, or are more."""
    if getypt is not None and _is_place(getypt):
        getypt = None
    if getypt is None:
        need_terminal(app, "Zeg welke actie: het begin van de id, of een woord eruit.")
        kan = some_acties(app.omgeving, Actievraag(eerst=ik), _KEUZES)
    else:
        kan = opvolging.matching(app.omgeving, getypt, _KEUZES)
    if not kan.totaal:
        raise GeenActie
    # Somebody who typed nothing has not chosen, not even when there is just one.
    if kan.totaal == 1 and getypt is not None:
        return kan.treffers[0]
    _check_doubled(kan)
    if not app.mag_vragen:
        groep = app.omgeving.groep
        vandaag = app.omgeving.vandaag
        app.toon(tonen.regels(app.console, groep, kan, vandaag))
        raise IntervisieError(
            f"Er passen {kan.totaal} acties.",
            "Noem er één, met het begin van de id dat ervoor staat.",
        )
    return _ask_which(app, kan)


def _check_doubled(kan: Acties) -> None:
    """Raise IntervisieError when nothing that can be typed tells two of them apart."""
    ids = {Actie(treffer.actie).id for treffer in kan.treffers}
    if len(ids) == 1 and kan.totaal > 1:
        raise IntervisieError(
            "Deze actie staat er twee keer: een sessie is gekopieerd.", DOCTOR
        )


def _is_place(getypt: str) -> bool:
    """Whether somebody means a place in a list: those stand in another order elsewhere."""
    return getypt.isdecimal() and len(getypt) < 3


def _ask_which(app: App, kan: Acties) -> ActieTreffer:
    # A choice that wraps is hard to tell from two: each stays on one line, behind its number.
    breed = app.console.breedte - 6
    keuzes = []
    for nummer, treffer in enumerate(kan.treffers):
        zin = f"{_wie(app, treffer)}: {_tekst(treffer)}"
        keuzes.append(Keuze(nummer, kort(zin, breed)))
    vraag = Vraag(
        Sleutel("actie"),
        "keuze",
        "Welke actie bedoel je?",
        keuzes=tuple(keuzes),
        verplicht=True,
    )
    gekozen = int(app.ask(vraag))
    return kan.treffers[gekozen]


def _times(
    app: App,
    treffer: ActieTreffer,
    status: str,
    keer: int | None,
) -> dict[str, int]:
    """How often it was done, for an actie with a rhythm. Raises VerkeerdGebruik."""
    vandaag = app.omgeving.vandaag
    groep = app.omgeving.groep
    van = keren(treffer, vandaag, groep)
    if keer is not None and van is None:
        raise VerkeerdGebruik(
            "--keer hoort bij een actie met een vast ritme.", "Laat --keer weg."
        )
    # How often is no question for what was dropped, nor for a rhythm that did not come yet.
    is_te_vragen = app.mag_vragen and status != VERVALLEN
    if keer is None and van and is_te_vragen:
        vraag = Vraag(
            Sleutel("keer"), "aantal", "Hoe vaak is het gelukt?", hulp=had_gekund(van)
        )
        keer = lees_aantal(str(app.ask(vraag) or ""))
    return geteld(treffer, vandaag, groep, keer)


def _remark(app: App, opmerking: str | None) -> str:
    """What was said of it, asked when it was not given. Raises VerkeerdGebruik."""
    if opmerking is not None or not app.mag_vragen:
        return opmerking or ""
    vraag = Vraag(Sleutel("opmerking"), "tekst", "Wil je er nog iets over zeggen?")
    return tekst(str(app.ask(vraag) or ""), "De opmerking")


def _day(app: App, datum: str | None) -> str:
    """The new last day as ISO, '' when none was given. Raises VerkeerdGebruik."""
    if datum is None:
        return ""
    dag = lees_datum(datum, app.omgeving.vandaag)
    if not dag:
        raise VerkeerdGebruik("De datum bij --tot bestaat niet.", GEEN_DAG)
    return dag.isoformat()
