"""Reads a draaiboek from its files, and reports every fault at once with file, line and key."""

from collections.abc import Iterator, Mapping

from intervisie_cli.model.draaiboek import (
    PER,
    VAN_ACTIE,
    Draaiboek,
    Minuten,
    Opmerking,
    Stap,
    Veld,
)
from intervisie_cli.model.fouten import OnleesbaarBestand
from intervisie_cli.model.namen import is_stap
from intervisie_cli.records.document import parse_markdown, parse_yaml
from intervisie_cli.records.lezer import Lezer
from intervisie_cli.records.node import YamlFout
from intervisie_cli.records.veld import bekende, read_veld
from intervisie_cli.vragen.soorten.register import soort_van

HOOFDBESTAND = "draaiboek.yaml"
SCHEMA = 1

_STAP_SLEUTELS = {
    "stap",
    "titel",
    "inhoud",
    "doel",
    "minuten",
    "introductie",
    "uitvoering",
    "tips",
    "velden",
}
_BOEK_SLEUTELS = {
    "schema",
    "naam",
    "titel",
    "voor_wie",
    "groepsgrootte",
    "minuten",
    "benodigdheden",
    "stappen",
}


class DraaiboekFout(OnleesbaarBestand):
    """A draaiboek has faults; *fouten* holds one line for each."""

    def __init__(self, naam: str, fouten: list[str]) -> None:
        aantal = f"{len(fouten)} fouten"
        if len(fouten) == 1:
            aantal = "1 fout"
        regels = [f"Het draaiboek '{naam}' heeft {aantal}:"]
        regels += [f"  {fout}" for fout in fouten]
        super().__init__("\n".join(regels))
        self.fouten = fouten


def load(naam: str, bestanden: Mapping[str, bytes]) -> Draaiboek:
    """Read the draaiboek *naam* from its files, name → bytes. Raises DraaiboekFout."""
    fouten: list[str] = []
    opmerkingen: list[Opmerking] = []
    boek = _lezer(HOOFDBESTAND, bestanden, fouten, opmerkingen)
    if not boek:
        raise DraaiboekFout(naam, fouten)
    # From here on each fault is noted and reading goes on: who writes a draaiboek sees all at once.
    boek.onbekende_sleutels(_BOEK_SLEUTELS)
    schema = boek.getal("schema", 0) or 0
    if schema < SCHEMA:
        boek.fout(f"moet {SCHEMA} zijn", "schema")
    if boek.tekst("naam", nodig=True) not in ("", naam):
        boek.fout(f"moet gelijk zijn aan de naam van de map: {naam}", "naam")
    leden_min, leden_max = _van_tot(boek, "groepsgrootte")
    minuten_min, minuten_max = _van_tot(boek, "minuten")
    stappen = []
    for nummer, deel in enumerate(boek.delen("stappen", nodig=True), 1):
        stappen.append(_stap(deel, nummer, bestanden))
    _check_volgorde(boek, stappen)
    _check_namen(boek, stappen)
    gevonden = Draaiboek(
        naam=naam,
        titel=boek.tekst("titel", nodig=True),
        voor_wie=boek.tekst("voor_wie"),
        leden_min=leden_min,
        leden_max=leden_max,
        minuten_min=minuten_min,
        minuten_max=minuten_max,
        benodigdheden=boek.teksten("benodigdheden"),
        stappen=tuple(stappen),
    )
    if schema > SCHEMA:
        # What a newer program knows is no slip of who wrote it.
        opmerkingen.clear()
        boek.opmerking("dit is voor een nieuwere versie van intervisie", "schema")
    if fouten:
        raise DraaiboekFout(naam, fouten + list(map(str, opmerkingen)))
    return gevonden._replace(opmerkingen=tuple(opmerkingen))


def _check_volgorde(boek: Lezer, stappen: list[Stap]) -> None:
    """Note each step of the sessie that stands between those of a ronde: `plekken` relies on it."""
    # A step that may be either counts as one of a ronde: a sessie decides later what it is.
    per_ronde = [stap.nummer for stap in stappen if stap.per in ("ronde", "keuze")]
    if not per_ronde:
        return
    eerste, laatste = per_ronde[0], per_ronde[-1]
    for plaats, stap in enumerate(stappen):
        if stap.per == "sessie" and eerste < stap.nummer < laatste:
            reden = "een stap van de sessie kan niet tussen stappen van een ronde staan"
            boek.fout(reden, "stappen", plaats, "per")


def _check_namen(boek: Lezer, stappen: list[Stap]) -> None:
    namen = [stap.naam for stap in stappen]
    for plaats, naam in enumerate(namen):
        if naam in namen[:plaats]:
            boek.fout("deze stap staat er al", "stappen", plaats, "stap")


def _lezer(
    bestand: str,
    bestanden: Mapping[str, bytes],
    fouten: list[str],
    opmerkingen: list[Opmerking],
) -> Lezer | None:
    if bestand not in bestanden:
        fouten.append(f"{bestand}: dit bestand ontbreekt")
        return None
    raw = bestanden[bestand]
    parse = parse_yaml if bestand.endswith(".yaml") else parse_markdown
    try:
        document = parse(raw)
    except YamlFout as fout:
        fouten.append(f"{bestand}, regel {fout.regel}: {fout.reden}")
        return None
    return Lezer(bestand, document, fouten, opmerkingen, (), document.data)


def _van_tot(lezer: Lezer, sleutel: str) -> tuple[int, int]:
    deel = lezer.deel(sleutel)
    if not deel:
        return (0, 0)
    deel.onbekende_sleutels({"min", "max"})
    laagste = deel.getal("min", 0) or 0
    hoogste = deel.getal("max", 0) or 0
    if hoogste < laagste or not hoogste:
        deel.fout("max moet minstens zo groot zijn als min", "max")
    return (laagste, hoogste)


def _stap(verwijzing: Lezer, nummer: int, bestanden: Mapping[str, bytes]) -> Stap:
    verwijzing.onbekende_sleutels({"stap", "per", "optioneel"})
    naam = verwijzing.tekst("stap", nodig=True)
    is_goed = is_stap(naam)
    if naam and not is_goed:
        verwijzing.fout("een stap heet met kleine letters en streepjes", "stap")
    per = verwijzing.tekst("per", nodig=True, uit=PER)
    optioneel = verwijzing.ja("optioneel")
    lezer = None
    if is_goed:
        lezer = _lezer(
            f"{nummer}-{naam}.md",
            bestanden,
            verwijzing.fouten,
            verwijzing.opmerkingen,
        )
    if not lezer:
        # Something to go on with, so that the faults of the other steps are found too.
        return Stap(naam, nummer, naam, per=per, optioneel=optioneel)
    lezer.onbekende_sleutels(_STAP_SLEUTELS)
    if lezer.tekst("stap", nodig=True) != naam:
        lezer.fout(f"moet '{naam}' zijn", "stap")
    delen = bekende(lezer.delen("velden"))
    velden = tuple(map(read_veld, delen))
    _check_verwijzingen(delen, velden)
    return Stap(
        naam=naam,
        nummer=nummer,
        titel=lezer.tekst("titel", nodig=True),
        inhoud=lezer.tekst("inhoud"),
        doel=lezer.tekst("doel", nodig=True),
        introductie=lezer.tekst("introductie"),
        uitvoering=lezer.teksten("uitvoering"),
        tips=lezer.teksten("tips"),
        minuten=_minuten(lezer),
        velden=velden,
        formulier=lezer.document.body,
        per=per,
        optioneel=optioneel,
    )


def _minuten(lezer: Lezer) -> Minuten | None:
    if "minuten" not in lezer.waarde:
        return None
    deel = lezer.deel("minuten")
    # What is no mapping was noted by the reader.
    if not deel:
        return None
    deel.onbekende_sleutels({"min", "plan", "max"})
    hoogste = deel.getal("max", 0) or 0
    plan = deel.getal("plan", hoogste) or 0
    laagste = deel.getal("min", 0) or 0
    if not laagste <= plan <= hoogste or not hoogste:
        deel.fout("min, plan en max moeten oplopen", "max")
    return Minuten(laagste, plan, hoogste)


def _check_verwijzingen(delen: list[Lezer], velden: tuple[Veld, ...]) -> None:
    """Note what points at another field that does not stand above it, or is not of the right kind.

    So the script can ask the fields in their order, and knows what each depends on.
    """
    eerder: dict[str, Veld] = {}
    for deel, veld in zip(delen, velden, strict=True):
        for sleutel, reden in _verwijsfouten(veld, eerder):
            deel.fout(reden, sleutel)
        eerder[veld.naam] = veld


def _verwijsfouten(
    veld: Veld,
    eerder: Mapping[str, Veld],
) -> Iterator[tuple[str, str]]:
    """What is wrong with how *veld* refers to the fields above it: the key and the reason."""
    if veld.naam in eerder:
        yield "naam", "deze naam is al gebruikt"
    if veld.als.na_ja:
        doel = eerder.get(veld.als.na_ja)
        if not doel or not soort_van(doel).is_ja_nee:
            yield "alleen_als", "moet een ja-nee-veld zijn dat hierboven staat"
    heeft_vervolg = any(ander.is_vervolg for ander in eerder.values())
    if veld.standaard == VAN_ACTIE and not heeft_vervolg:
        yield "standaard", "heeft een veld van soort actie nodig dat hierboven staat"
    if veld.reactie and veld.naam == veld.reactie:
        yield "reactie", "moet een ander veld zijn"
    if veld.lijst.uit and veld.lijst.uit not in eerder:
        yield "uit", "moet een lijst zijn die hierboven staat"
    if veld.opnieuw_bij_nee and veld.opnieuw_bij_nee not in eerder:
        yield "opnieuw_bij_nee", "moet een veld zijn dat hierboven staat"
