"""Reads a draaiboek from the text of its files, and reports every fault at once with file, line and key."""

import re
from collections.abc import Mapping

from intervisie_cli.model import draaiboek as vorm
from intervisie_cli.model.draaiboek import Draaiboek, Minuten, Stap, Veld
from intervisie_cli.model.fouten import OnleesbaarBestand
from intervisie_cli.model.verslag import STIL
from intervisie_cli.records.document import parse_markdown, parse_yaml
from intervisie_cli.records.lezer import Lezer
from intervisie_cli.records.node import YamlFout

HOOFDBESTAND = "draaiboek.yaml"
SCHEMA = 1

_VELD_SLEUTELS = {
    "naam", "soort", "vraag", "hulp", "wie", "verplicht", "precies", "minstens", "hoogstens", "keuzes", "standaard",
    "alleen_als", "unaniem", "bron", "volgorde", "opnieuw_bij_nee", "checks", "letter", "bij", "onderdelen",
}  # fmt: skip
_STAP_SLEUTELS = {
    "stap", "titel", "inhoud", "doel", "minuten", "introductie", "uitvoering", "tips", "velden",
}  # fmt: skip
_BOEK_SLEUTELS = {
    "schema", "naam", "titel", "voor_wie", "groepsgrootte", "minuten", "benodigdheden", "stappen",
}  # fmt: skip
_EIGEN_IN_STAP = {"stap", "status", "begonnen", "afgerond", "reden", "notulen", "doen", STIL}
_EIGEN_IN_LIJST = {"id", "lid", "nog", STIL}
_TELLEN = ("minstens", "hoogstens", "precies")
_ALLEEN_BIJ = {
    "keuzes": ("keuze",),
    **dict.fromkeys((*_TELLEN, "bron", "volgorde", "unaniem", "onderdelen"), ("lijst",)),
    "opnieuw_bij_nee": ("leden",),
    "standaard": ("tekst", "lang", "lid"),
    "checks": ("tekst", "lang"),
    "letter": ("tekst", "datum"),
}
_NIET_BINNEN = (*_TELLEN, "bron", "volgorde", "unaniem")
_NAAM = re.compile(r"[a-z][a-z0-9_]*")
_STAP_NAAM = re.compile(r"[a-z][a-z0-9-]*")


class DraaiboekFout(OnleesbaarBestand):
    """A draaiboek has faults; *fouten* holds one line for each."""

    def __init__(self, naam: str, fouten: list[str]) -> None:
        aantal = "1 fout" if len(fouten) == 1 else f"{len(fouten)} fouten"
        super().__init__(
            f"Het draaiboek '{naam}' heeft {aantal}:\n" + "\n".join(f"  {fout}" for fout in fouten)
        )
        self.fouten = fouten


def load(naam: str, bestanden: Mapping[str, bytes]) -> Draaiboek:
    """Read the draaiboek *naam* from its files, name → bytes. Raises DraaiboekFout with every fault."""
    fouten: list[str] = []
    boek = _lezer(HOOFDBESTAND, bestanden, fouten)
    if not boek:
        raise DraaiboekFout(naam, fouten)
    boek.onbekende_sleutels(_BOEK_SLEUTELS)
    schema = boek.getal("schema", 0)
    if schema != SCHEMA:
        boek.fout(f"moet {SCHEMA} zijn", "schema")
    if boek.tekst("naam", nodig=True) not in ("", naam):
        boek.fout(f"moet gelijk zijn aan de naam van de map: {naam}", "naam")
    grootte, minuten = _van_tot(boek, "groepsgrootte"), _van_tot(boek, "minuten")
    stappen = [
        _stap(deel, nummer, bestanden)
        for nummer, deel in enumerate(boek.delen("stappen", nodig=True), 1)
    ]
    per_ronde = [stap.nummer for stap in stappen if stap.per in ("ronde", "keuze")]
    for plaats, stap in enumerate(stappen):
        if stap.per == "sessie" and per_ronde and per_ronde[0] < stap.nummer < per_ronde[-1]:
            boek.fout(
                "een stap van de sessie kan niet tussen stappen van een ronde staan",
                "stappen",
                plaats,
                "per",
            )
    namen = [stap.naam for stap in stappen]
    for plaats, eigen in enumerate(namen):
        if eigen in namen[:plaats]:
            boek.fout("deze stap staat er al", "stappen", plaats, "stap")
    gevonden = Draaiboek(
        naam=naam,
        titel=boek.tekst("titel", nodig=True),
        voor_wie=boek.tekst("voor_wie"),
        leden_min=grootte[0],
        leden_max=grootte[1],
        minuten_min=minuten[0],
        minuten_max=minuten[1],
        benodigdheden=boek.teksten("benodigdheden"),
        stappen=tuple(stappen),
    )
    if fouten:
        raise DraaiboekFout(naam, fouten)
    return gevonden


def _lezer(bestand: str, bestanden: Mapping[str, bytes], fouten: list[str]) -> Lezer | None:
    if bestand not in bestanden:
        fouten.append(f"{bestand}: dit bestand ontbreekt")
        return None
    parse = parse_yaml if bestand.endswith(".yaml") else parse_markdown
    try:
        document = parse(bestanden[bestand])
    except YamlFout as fout:
        fouten.append(f"{bestand}, regel {fout.regel}: {fout.reden}")
        return None
    return Lezer(bestand, document, fouten, (), document.data)


def _van_tot(lezer: Lezer, sleutel: str) -> tuple[int, int]:
    deel = lezer.deel(sleutel)
    if not deel:
        return (0, 0)
    deel.onbekende_sleutels({"min", "max"})
    laagste, hoogste = deel.getal("min", 0) or 0, deel.getal("max", 0) or 0
    if hoogste < laagste or not hoogste:
        deel.fout("max moet minstens zo groot zijn als min", "max")
    return (laagste, hoogste)


def _stap(verwijzing: Lezer, nummer: int, bestanden: Mapping[str, bytes]) -> Stap:
    verwijzing.onbekende_sleutels({"stap", "per", "optioneel"})
    naam = verwijzing.tekst("stap", nodig=True)
    is_goed = bool(_STAP_NAAM.fullmatch(naam))
    if naam and not is_goed:
        verwijzing.fout("een stap heet met kleine letters en streepjes", "stap")
    per = verwijzing.tekst("per", nodig=True, uit=vorm.PER)
    optioneel = verwijzing.ja("optioneel")
    lezer = _lezer(f"{nummer}-{naam}.md", bestanden, verwijzing.fouten) if is_goed else None
    if not lezer:
        return Stap(naam, nummer, naam, "", "", "", (), (), None, (), "", per, optioneel)
    lezer.onbekende_sleutels(_STAP_SLEUTELS)
    if lezer.tekst("stap", nodig=True) != naam:
        lezer.fout(f"moet '{naam}' zijn", "stap")
    velden = tuple(_veld(deel) for deel in lezer.delen("velden"))
    _check_verwijzingen(lezer, velden)
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
    if not deel:
        return None
    deel.onbekende_sleutels({"min", "plan", "max"})
    hoogste = deel.getal("max", 0) or 0
    plan = deel.getal("plan", hoogste) or 0
    laagste = deel.getal("min", 0) or 0
    if not laagste <= plan <= hoogste or not hoogste:
        deel.fout("min, plan en max moeten oplopen", "max")
    return Minuten(laagste, plan, hoogste)


def _veld(lezer: Lezer) -> Veld:
    lezer.onbekende_sleutels(_VELD_SLEUTELS)
    naam = lezer.tekst("naam", nodig=True)
    is_onderdeel = "onderdelen" in lezer.pad
    if naam in (_EIGEN_IN_LIJST if is_onderdeel else _EIGEN_IN_STAP):
        lezer.fout("deze naam gebruikt het programma zelf", "naam")
    elif "naam" in lezer.waarde and not _NAAM.fullmatch(naam):
        lezer.fout("een naam bestaat uit kleine letters, cijfers en _", "naam")
    soort = lezer.tekst("soort", nodig=True, uit=vorm.SOORTEN)
    _check_soort(lezer, soort, is_onderdeel=is_onderdeel)
    onderdelen = _onderdelen(lezer, soort, is_onderdeel=is_onderdeel)
    _check_lijst(lezer, onderdelen)
    _check_bij(lezer, onderdelen)
    keuzes = lezer.teksten("keuzes")
    if soort == "keuze" and not keuzes:
        lezer.fout("ontbreekt", "keuzes")
    precies = lezer.getal("precies", None)
    nodig = 1 if soort == "lijst" and lezer.waarde.get("verplicht") is True else 0
    minstens = max(lezer.getal("minstens", precies) or 0, nodig)
    hoogstens = lezer.getal("hoogstens", precies)
    if hoogstens is not None and hoogstens < minstens:
        lezer.fout("is minder dan minstens", "hoogstens")
    return Veld(
        naam=naam,
        soort=soort,
        vraag=lezer.tekst("vraag", nodig=soort != "inbrenger"),
        hulp=lezer.tekst("hulp"),
        wie=lezer.tekst("wie", uit=vorm.WIE),
        verplicht=lezer.ja("verplicht"),
        minstens=minstens,
        hoogstens=hoogstens,
        keuzes=keuzes,
        standaard=lezer.tekst("standaard", uit=vorm.STANDAARDEN),
        alleen_als=lezer.tekst("alleen_als"),
        unaniem=lezer.ja("unaniem"),
        bron=lezer.tekst("bron", uit=tuple(vorm.BRONNEN)),
        volgorde=lezer.tekst("volgorde", uit=("inbrenger",)),
        opnieuw_bij_nee=lezer.tekst("opnieuw_bij_nee"),
        checks=lezer.teksten("checks", uit=vorm.CHECKS),
        letter=lezer.tekst("letter", uit=vorm.LETTERS),
        bij=lezer.teksten("bij"),
        onderdelen=onderdelen,
    )


def _check_soort(lezer: Lezer, soort: str, *, is_onderdeel: bool) -> None:
    """Name each key that would do nothing here."""
    for sleutel, soorten in _ALLEEN_BIJ.items():
        if sleutel in lezer.waarde and soort not in soorten:
            lezer.fout(f"hoort alleen bij soort {' of '.join(soorten)}", sleutel)
    if "bij" in lezer.waarde and not is_onderdeel:
        lezer.fout("kan alleen binnen een lijst", "bij")
    for sleutel in _NIET_BINNEN if is_onderdeel else ():
        if sleutel in lezer.waarde:
            lezer.fout("kan niet binnen een lijst", sleutel)
    wie = lezer.waarde.get("wie")
    if soort == "leden" and wie not in vorm.PER_LID:
        lezer.fout(f"kan hier alleen zijn: {', '.join(vorm.PER_LID)}", "wie")
    if soort not in ("leden", "lijst") and wie in vorm.PER_LID:
        lezer.fout("kan alleen bij soort leden of lijst", "wie")


def _onderdelen(lezer: Lezer, soort: str, *, is_onderdeel: bool) -> tuple[Veld, ...]:
    onderdelen = tuple(_veld(deel) for deel in lezer.delen("onderdelen", nodig=soort == "lijst"))
    for plaats, deel in enumerate(onderdelen):
        if deel.naam in [eerder.naam for eerder in onderdelen[:plaats]]:
            lezer.fout("deze naam is al gebruikt", "onderdelen", plaats, "naam")
    if is_onderdeel and soort in ("inbrenger", "leden", vorm.ACTIE):
        lezer.fout("kan niet binnen een lijst", "soort")
    if is_onderdeel and soort == "lijst":
        if len(onderdelen) != 1:
            lezer.fout("een lijst binnen een lijst heeft één onderdeel", "onderdelen")
        if lezer.waarde.get("wie") not in vorm.PER_LID:
            lezer.fout(f"kan hier alleen zijn: {', '.join(vorm.PER_LID)}", "wie")
    return onderdelen


def _check_lijst(lezer: Lezer, onderdelen: tuple[Veld, ...]) -> None:
    """What a list that asks everybody, or takes in what was, needs to have."""
    eerste = onderdelen[0] if onderdelen else None
    if lezer.waarde.get("unaniem") is True:
        if not eerste or eerste.soort != "ja-nee" or lezer.waarde.get("wie") not in vorm.PER_LID:
            lezer.fout(
                "hoort bij een lijst van ieder lid, met een ja-nee-veld als eerste onderdeel",
                "unaniem",
            )
        if not lezer.waarde.get("alleen_als"):
            lezer.fout("heeft een veld in alleen_als nodig", "unaniem")
    if (
        eerste
        and lezer.waarde.get("bron") in vorm.BRONNEN
        and eerste.naam != vorm.BRONNEN[lezer.waarde["bron"]]
    ):
        lezer.fout(f"het eerste onderdeel heet dan '{vorm.BRONNEN[lezer.waarde['bron']]}'", "bron")


def _check_bij(lezer: Lezer, onderdelen: tuple[Veld, ...]) -> None:
    """What is asked of some items alone names values of the choice above it, or a kind of actie."""
    keuzes: tuple[str, ...] = ()
    soorten = (vorm.RITME, vorm.EENMALIG) if lezer.waarde.get("bron") == vorm.OPEN_ACTIES else ()
    for plaats, deel in enumerate(onderdelen):
        if deel.alleen_als and deel.alleen_als not in soorten:
            lezer.fout(
                f"kan binnen een lijst alleen {vorm.RITME} of {vorm.EENMALIG} zijn, met bron {vorm.OPEN_ACTIES}",
                "onderdelen", plaats, "alleen_als",
            )  # fmt: skip
        if deel.bij and not (lezer.waarde.get("bron") and {*deel.bij} <= {*keuzes}):
            lezer.fout(
                "moeten keuzes zijn van een onderdeel hierboven, in een lijst met een bron",
                "onderdelen",
                plaats,
                "bij",
            )
        keuzes = deel.keuzes or keuzes


def _check_verwijzingen(lezer: Lezer, velden: tuple[Veld, ...]) -> None:
    """Names of fields that point at another field must point at one before them, of the right kind."""
    eerder: dict[str, Veld] = {}
    for plaats, veld in enumerate(velden):
        if veld.naam in eerder:
            lezer.fout("deze naam is al gebruikt", "velden", plaats, "naam")
        doel = eerder.get(veld.alleen_als)
        if veld.alleen_als not in ("", vorm.NIEUWE_LEDEN) and (not doel or doel.soort != "ja-nee"):
            lezer.fout(
                "moet een ja-nee-veld zijn dat hierboven staat", "velden", plaats, "alleen_als"
            )
        if veld.standaard == vorm.ACTIE and not any(
            ander.soort == vorm.ACTIE for ander in eerder.values()
        ):
            lezer.fout(
                "heeft een veld van soort actie nodig dat hierboven staat",
                "velden",
                plaats,
                "standaard",
            )
        if veld.opnieuw_bij_nee and veld.opnieuw_bij_nee not in eerder:
            lezer.fout(
                "moet een veld zijn dat hierboven staat", "velden", plaats, "opnieuw_bij_nee"
            )
        eerder[veld.naam] = veld
