"""Looks for what is wrong with this clone; each finding is one line and what mends it."""

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from shlex import quote

from intervisie_cli.flows.groep import doctor_bestanden, herstellen
from intervisie_cli.flows.groep.doctor_git import examine_git, examine_history
from intervisie_cli.flows.groep.mankement import Mankement, of_fout, refusal
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap.kiezen import check_editable
from intervisie_cli.flows.stap.onbekend import OnbekendeStap
from intervisie_cli.flows.voortgang import gevolgd
from intervisie_cli.flows.waar import waar
from intervisie_cli.groep import (
    bestanden,
    botsingen,
    concept,
    draaiboeken,
    notulen,
    resten,
    sessies,
)
from intervisie_cli.groep.botsingen import Botsing
from intervisie_cli.groep.sessies import GeenSessie, SessieMap
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.instellingen import VERBETER
from intervisie_cli.model.namen import (
    LEESMIJ,
    OURS,
    SESSIES,
    SJABLONEN,
    is_kopie,
    is_own_name,
    whose_ronde,
)
from intervisie_cli.model.sessie import Sessie
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.system import folders

# Outside these years a date is a slip of the hand or of a clock.
EERSTE_JAAR, LAATSTE_JAAR = 1970, 2099


def examine(omgeving: Omgeving) -> Iterator[Mankement]:
    """Yield every finding; none when all is well. Raises IntervisieError when there is no group."""
    root = omgeving.root
    has_git = True
    try:
        # First of all: without git nothing else can be mended.
        yield from examine_git(omgeving)
    except IntervisieError as fout:
        has_git = False
        yield of_fout(fout)
    yield from _groep(omgeving)
    for naam in bestanden.folders(root, SJABLONEN):
        yield from _draaiboek(root, naam)
    yield from _strange(root)
    # What many sessies have of one draaiboek is told once.
    gezien: set[str] = set()
    gelezen: list[Sessie] = []
    mappen = list(sessies.folders(root))
    for folder in gevolgd(omgeving.toon, "Nakijken", mappen):
        for found in _sessie(omgeving, folder, gelezen):
            if found.wat not in gezien:
                yield found
            gezien.add(found.wat)
    yield from doctor_bestanden.doubled(omgeving, gelezen)
    if not has_git:
        return
    try:
        yield from doctor_bestanden.gone_draaiboeken(omgeving, gelezen)
        yield from _leftovers(omgeving)
        yield from examine_history(omgeving)
    except IntervisieError as fout:
        yield of_fout(fout)


def _groep(omgeving: Omgeving) -> Iterator[Mankement]:
    root = omgeving.root
    yield from refusal(lambda: omgeving.groep)
    with suppress(IntervisieError):
        for wat in omgeving.groep.instellingen.in_woorden():
            yield Mankement(wat, VERBETER, is_tip=True)
    if (naam := folders.cloud_of(root)) and not (root / ".git").is_file():
        yield Mankement(
            f"De map staat in {naam}, dat er zelf in schrijft; Git kan daar stuk van gaan.",
            "Zet haar ergens anders, bijvoorbeeld direct in je eigen map.",
            uitgebreid=f"mv {quote(str(root))} ~/{quote(root.name)}",
        )
    if folders.others_can_look_in(root):
        yield Mankement(
            "Anderen op deze computer kunnen in de map kijken.",
            doe=partial(herstellen.close, root),
            uitgebreid=f"chmod 700 {quote(str(root))}",
        )
    if not folders.can_write(root):
        yield Mankement(
            "In de map kan niet worden geschreven.",
            "Kijk of ze van jou is en niet alleen-lezen.",
        )
    elif not folders.has_room(root):
        yield Mankement(
            "De schijf is bijna vol.", "Maak ruimte, dan gaat vastleggen weer."
        )


def _draaiboek(root: Path, naam: str) -> Iterator[Mankement]:
    """Why a draaiboek of the group cannot be used, or what in it is passed over."""
    try:
        boek = draaiboeken.load(root, naam)
    except IntervisieError as fout:
        yield of_fout(fout)
        return
    for opmerking in boek.opmerkingen:
        yield Mankement(
            f"{boek.map}/{opmerking}",
            "Verbeter het in een editor; tot dan gaat intervisie eraan voorbij.",
            is_tip=True,
        )


def _leftovers(omgeving: Omgeving) -> Iterator[Mankement]:
    """Words of people that lie on this laptop outside the records."""
    private = omgeving.repository.private
    if not any(resten.left(private, ())):
        return  # mostly: then no record has to be read for it
    wanted: list[Path] = []
    bare: set[Path] = set()
    for folder in sessies.folders(omgeving.root):
        with suppress(IntervisieError):
            sessie_map = sessies.load_readable(omgeving.root, folder)
            for stap in sessie_map.stappen:
                pad = concept.path_of(private, sessie_map.sessie.id, stap.plek.pad)
                if not stap.is_af or concept.is_of(pad, stap.plek.stap, stap.raw):
                    wanted.append(pad)
                bare.update(resten.without_words(pad, stap))
    for path in resten.left(private, wanted):
        if path in bare:
            continue
        pad = (
            path.relative_to(omgeving.root)
            if path.is_relative_to(omgeving.root)
            else path
        )
        yield Mankement(
            f"Op deze laptop ligt nog tekst buiten de notulen: {pad}.",
            "Kijk of je er iets van wilt houden, en gooi het bestand weg.",
            is_tip=True,
            uitgebreid=f"rm {quote(str(pad))}",
        )


def _strange(root: Path) -> Iterator[Mankement]:
    """What stands between the session folders and is none, and copies of what stands above them."""
    for path in sorted(root.glob("*")):
        if path.is_file() and doctor_bestanden.is_kopie_van(path.name, OURS):
            yield doctor_bestanden.leftover(path.name)
    jaren = [root / SESSIES / jaar for jaar in bestanden.folders(root, SESSIES)]
    for plek in (root / SESSIES, *jaren):
        for path in sorted(plek.glob("*")):
            if path.name in folders.VAN_HET_SYSTEEM:
                continue
            if path.is_symlink() or not path.is_dir() or not is_own_name(path.name):
                yield doctor_bestanden.leftover(path.relative_to(root).as_posix())


def _sessie(
    omgeving: Omgeving,
    folder: str,
    gelezen: list[Sessie],
) -> Iterator[Mankement]:
    """What is wrong with one sessie; one that can be read is added to *gelezen*."""
    root = omgeving.root
    try:
        sessie_map = sessies.load(root, folder)
    except GeenSessie as fout:
        pad = f"{folder}/{sessie_yaml.BESTAND}"
        weg = list(doctor_bestanden.gone_file(omgeving, pad))
        yield from weg or [Mankement(fout.bericht)]
        return
    except IntervisieError as fout:
        yield of_fout(fout, f"git diff -- {quote(folder)}")
        return
    gelezen.append(sessie_map.sessie)
    if sessie_map.sessie.is_nieuwer:
        yield from refusal(partial(check_editable, sessie_map))
    if not EERSTE_JAAR <= sessie_map.sessie.datum.year <= LAATSTE_JAAR:
        yield Mankement(
            f"De datum van de sessie {sessie_map.sessie.naam} kan niet kloppen.",
            f"Verbeter die in een editor: {folder}/{sessie_yaml.BESTAND}",
        )
    yield from doctor_bestanden.gone(omgeving, sessie_map)
    for botsing in botsingen.of_sessie(root, folder):
        yield _two_versions(omgeving, botsing, sessie_map.sessie)
    for stap in sessie_map.stappen:
        yield from doctor_bestanden.from_the_future(omgeving, stap)
        if gevonden := botsingen.in_data(stap.pad, stap.data):
            wat = ", ".join(dict.fromkeys(botsing.veld for botsing in gevonden))
            welke = f"{stap.plek.verwijzing} --sessie {sessie_map.sessie.naam}"
            yield Mankement(
                f"Twee versies van {wat} in {waar(omgeving, stap.pad)}.",
                f"Kies: intervisie step {welke} --opnieuw",
            )
    yield from _unknown(sessie_map)
    eigen: list[str] = []
    yield from refusal(lambda: eigen.extend(notulen.files(root, folder)))
    for pad in eigen:
        yield from refusal(partial(notulen.read, root, pad))
    stappen = [stap.pad for stap in sessie_map.stappen]
    over = list(_left_rondes(root, sessie_map.sessie))
    yield from (_rondeless(sessie_map.sessie, naam, lid) for naam, lid in over)
    onder = tuple(f"{folder}/{naam}/" for naam, _ in over)
    yield from _strange_in(root, folder, {*stappen, *eigen}, onder)


def _two_versions(omgeving: Omgeving, botsing: Botsing, sessie: Sessie) -> Mankement:
    herstel = f"Kies in een editor, en haal weg wat in {botsing.bestand} onder conflicten staat."
    if botsing.opdracht:
        herstel = f"Kies: {botsing.opdracht} --sessie {sessie.naam}"
    plek = waar(omgeving, botsing.bestand)
    return Mankement(f"Twee versies van {botsing.veld} in {plek}.", herstel)


def _unknown(sessie_map: SessieMap) -> Iterator[Mankement]:
    """Steps that the draaiboek does not know: they stop only a sessie that has to do them still."""
    boek = sessie_map.draaiboek
    if not boek.is_er:
        return  # told once for all sessies that name it
    gevonden: dict[str, Mankement] = {}
    for stap in sessie_map.stappen:
        if stap.plek.stap.is_bekend:
            continue
        is_open = not stap.is_af
        fout = OnbekendeStap(boek, stap.plek.stap, is_open=is_open)
        if is_open:
            gevonden[fout.bericht] = Mankement(fout.bericht, fout.hulp)
        else:
            blijft = "Er is niets kwijt: wat er staat, lees je met intervisie show."
            tip = Mankement(fout.bericht, blijft, is_tip=True)
            gevonden.setdefault(fout.bericht, tip)
    yield from gevonden.values()


def _left_rondes(root: Path, sessie: Sessie) -> Iterator[tuple[str, str]]:
    """The folders of rondes that sessie.yaml names no more, each with whose it was."""
    bekend = {ronde.map for ronde in sessie.rondes}
    for naam in bestanden.folders(root, sessie.map):
        lid = whose_ronde(naam)
        path = root / sessie.map / naam
        if lid and naam not in bekend and not path.is_symlink():
            yield naam, lid


def _rondeless(sessie: Sessie, naam: str, lid: str) -> Mankement:
    return Mankement(
        f"De sessie {sessie.naam} noemt de ronde in de map {naam} niet.",
        f"Terug? Typ: intervisie wijzig --ronde-erbij {lid} --sessie {sessie.naam}",
    )


def _strange_in(
    root: Path,
    folder: str,
    eigen: set[str],
    over: tuple[str, ...],
) -> Iterator[Mankement]:
    """What stands in the folder of a sessie beside its own files, and those below *over*."""
    bekend = {f"{folder}/{sessie_yaml.BESTAND}", f"{folder}/{LEESMIJ}", *eigen}
    for path in sorted((root / folder).rglob("*")):
        pad = path.relative_to(root).as_posix()
        if is_kopie(path.name) and path.is_file() and not path.is_symlink():
            yield Mankement(
                f"{pad} is een tweede versie die niet te lezen was.",
                "Neem over wat je wilt houden, en haal dit bestand weg.",
                uitgebreid=f"rm {quote(pad)}",
            )
        elif pad.startswith(over) or path.name in folders.VAN_HET_SYSTEEM:
            continue
        elif pad not in bekend and (path.is_symlink() or not path.is_dir()):
            yield doctor_bestanden.leftover(pad)
