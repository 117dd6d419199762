"""Reads a draaiboek from the text of its files, and reports every fault at once with file, line and key."""

import re
from collections.abc import Mapping

from intervisie_cli.model.draaiboek import PER, VAN_ACTIE, Draaiboek, Minuten, Stap, Veld
from intervisie_cli.model.fouten import OnleesbaarBestand
from intervisie_cli.records.document import parse_markdown, parse_yaml
from intervisie_cli.records.lezer import Lezer
from intervisie_cli.records.node import YamlFout
from intervisie_cli.records.veld import read_veld
from intervisie_cli.vragen.soorten.register import soort_van

HOOFDBESTAND = "draaiboek.yaml"
SCHEMA = 1

_STAP_SLEUTELS = {
    "stap", "titel", "inhoud", "doel", "minuten", "introductie", "uitvoering", "tips", "velden",
}  # fmt: skip
_BOEK_SLEUTELS = {
    "schema", "naam", "titel", "voor_wie", "groepsgrootte", "minuten", "benodigdheden", "stappen",
}  # fmt: skip
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
    per = verwijzing.tekst("per", nodig=True, uit=PER)
    optioneel = verwijzing.ja("optioneel")
    lezer = _lezer(f"{nummer}-{naam}.md", bestanden, verwijzing.fouten) if is_goed else None
    if not lezer:
        return Stap(naam, nummer, naam, "", "", "", (), (), None, (), "", per, optioneel)
    lezer.onbekende_sleutels(_STAP_SLEUTELS)
    if lezer.tekst("stap", nodig=True) != naam:
        lezer.fout(f"moet '{naam}' zijn", "stap")
    velden = tuple(read_veld(deel) for deel in lezer.delen("velden"))
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


def _check_verwijzingen(lezer: Lezer, velden: tuple[Veld, ...]) -> None:
    """Names of fields that point at another field must point at one before them, of the right kind."""
    eerder: dict[str, Veld] = {}
    for plaats, veld in enumerate(velden):

        def fout(reden: str, sleutel: str, plaats: int = plaats) -> None:
            lezer.fout(reden, "velden", plaats, sleutel)

        if veld.naam in eerder:
            fout("deze naam is al gebruikt", "naam")
        doel = eerder.get(veld.als.na_ja)
        if veld.als.na_ja and not (doel and soort_van(doel).is_ja_nee):
            fout("moet een ja-nee-veld zijn dat hierboven staat", "alleen_als")
        heeft_vervolg = any(ander.is_vervolg for ander in eerder.values())
        if veld.standaard == VAN_ACTIE and not heeft_vervolg:
            fout("heeft een veld van soort actie nodig dat hierboven staat", "standaard")
        if veld.opnieuw_bij_nee and veld.opnieuw_bij_nee not in eerder:
            fout("moet een veld zijn dat hierboven staat", "opnieuw_bij_nee")
        eerder[veld.naam] = veld
