"""Reads a draaiboek from the text of its files, and reports every fault at once with file, line and key."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from intervisie_cli.model import draaiboek as vorm
from intervisie_cli.model.draaiboek import Draaiboek, Minuten, Stap, Veld
from intervisie_cli.model.fouten import OnleesbaarBestand
from intervisie_cli.records.document import Document, parse_markdown, parse_yaml
from intervisie_cli.records.node import YamlFout

HOOFDBESTAND = "draaiboek.yaml"
SCHEMA = 1

_VELD_SLEUTELS = {
    "naam", "soort", "vraag", "hulp", "wie", "verplicht", "precies", "minstens", "hoogstens", "keuzes", "standaard",
    "alleen_als", "unaniem", "bron", "volgorde", "opnieuw_bij_nee", "checks", "onderdelen",
}  # fmt: skip
_STAP_SLEUTELS = {
    "stap", "titel", "inhoud", "doel", "minuten", "introductie", "uitvoering", "tips", "velden",
}  # fmt: skip
_BOEK_SLEUTELS = {
    "schema", "naam", "titel", "voor_wie", "groepsgrootte", "minuten", "benodigdheden", "stappen",
}  # fmt: skip
_EIGEN_IN_STAP = {"stap", "status", "begonnen", "afgerond", "reden", "notulen", "doen"}
_EIGEN_IN_LIJST = {"id", "lid", "nog"}
_NAAM = re.compile(r"[a-z][a-z0-9_]*")
_STAP_NAAM = re.compile(r"[a-z][a-z0-9-]*")


class DraaiboekFout(OnleesbaarBestand):
    """A draaiboek has faults; *fouten* holds one line for each."""

    def __init__(self, naam: str, fouten: list[str]) -> None:
        aantal = "1 fout" if len(fouten) == 1 else f"{len(fouten)} fouten"
        super().__init__(f"Het draaiboek '{naam}' heeft {aantal}:\n" + "\n".join(f"  {fout}" for fout in fouten))
        self.fouten = fouten


class _Lezer(NamedTuple):
    """Takes typed values out of one document and notes what is wrong with them."""

    bestand: str
    document: Document
    fouten: list[str]
    pad: tuple[str | int, ...] = ()
    waarde: Any = None

    def fout(self, reden: str, *stappen: str | int) -> None:
        pad = (*self.pad, *stappen)
        sleutel = ".".join(str(deel + 1) if isinstance(deel, int) else deel for deel in pad) or "(alles)"
        self.fouten.append(f"{self.bestand}, regel {self.document.line_of(*pad)}, {sleutel}: {reden}")

    def onbekende_sleutels(self, bekend: set[str]) -> None:
        for sleutel in self.waarde:
            if sleutel not in bekend:
                self.fout("deze sleutel is onbekend", sleutel)

    def tekst(self, sleutel: str, *, nodig: bool = False, uit: tuple[str, ...] = ()) -> str:
        waarde = self.waarde.get(sleutel)
        if waarde is None:
            if nodig:
                self.fout("ontbreekt", sleutel)
            return ""
        if not isinstance(waarde, str):
            self.fout("moet tekst zijn", sleutel)
            return ""
        if uit and waarde not in uit:
            self.fout(f"kan alleen zijn: {', '.join(uit)}", sleutel)
        return waarde

    def getal(self, sleutel: str, standaard: int | None) -> int | None:
        if sleutel not in self.waarde:
            return standaard
        waarde = self.waarde[sleutel]
        if isinstance(waarde, bool) or not isinstance(waarde, int) or not 0 <= waarde <= 1_000:
            self.fout("moet een getal van 0 tot 1000 zijn", sleutel)
            return standaard
        return int(waarde)

    def ja(self, sleutel: str) -> bool:
        waarde = self.waarde.get(sleutel, False)
        if not isinstance(waarde, bool):
            self.fout("moet true of false zijn", sleutel)
        return waarde is True

    def teksten(self, sleutel: str, uit: tuple[str, ...] = ()) -> tuple[str, ...]:
        waarde = self.waarde.get(sleutel, [])
        if not isinstance(waarde, list) or not all(isinstance(tekst, str) for tekst in waarde):
            self.fout("moet een lijst van teksten zijn", sleutel)
            return ()
        for plaats, tekst in enumerate(waarde):
            if uit and tekst not in uit:
                self.fout(f"kan alleen zijn: {', '.join(uit)}", sleutel, plaats)
        return tuple(waarde)

    def delen(self, sleutel: str, *, nodig: bool = False) -> "list[_Lezer]":
        """A reader for each mapping in the list under *sleutel*."""
        waarde = self.waarde.get(sleutel)
        if waarde is None and not nodig:
            return []
        if not isinstance(waarde, list) or not waarde:
            self.fout("moet een lijst zijn met minstens één onderdeel", sleutel)
            return []
        delen = [
            _Lezer(self.bestand, self.document, self.fouten, (*self.pad, sleutel, plaats), deel)
            for plaats, deel in enumerate(waarde)
        ]
        for deel in delen:
            if not isinstance(deel.waarde, dict):
                deel.fout("moet bestaan uit regels 'sleutel: waarde'")
        return [deel for deel in delen if isinstance(deel.waarde, dict)]

    def deel(self, sleutel: str) -> "_Lezer | None":
        """A reader for the mapping under *sleutel*."""
        waarde = self.waarde.get(sleutel)
        if not isinstance(waarde, dict):
            self.fout("moet bestaan uit regels 'sleutel: waarde'", sleutel)
            return None
        return _Lezer(self.bestand, self.document, self.fouten, (*self.pad, sleutel), waarde)


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
    stappen = [_stap(deel, nummer, bestanden) for nummer, deel in enumerate(boek.delen("stappen", nodig=True), 1)]
    namen = [stap.naam for stap in stappen]
    for plaats, stap in enumerate(namen):
        if stap in namen[:plaats]:
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


def _lezer(bestand: str, bestanden: Mapping[str, bytes], fouten: list[str]) -> _Lezer | None:
    if bestand not in bestanden:
        fouten.append(f"{bestand}: dit bestand ontbreekt")
        return None
    parse = parse_yaml if bestand.endswith(".yaml") else parse_markdown
    try:
        document = parse(bestanden[bestand])
    except YamlFout as fout:
        fouten.append(f"{bestand}, regel {fout.regel}: {fout.reden}")
        return None
    return _Lezer(bestand, document, fouten, (), document.data)


def _van_tot(lezer: _Lezer, sleutel: str) -> tuple[int, int]:
    deel = lezer.deel(sleutel)
    if not deel:
        return (0, 0)
    deel.onbekende_sleutels({"min", "max"})
    laagste, hoogste = deel.getal("min", 0) or 0, deel.getal("max", 0) or 0
    if hoogste < laagste or not hoogste:
        deel.fout("max moet minstens zo groot zijn als min", "max")
    return (laagste, hoogste)


def _stap(verwijzing: _Lezer, nummer: int, bestanden: Mapping[str, bytes]) -> Stap:
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


def _minuten(lezer: _Lezer) -> Minuten | None:
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


def _veld(lezer: _Lezer) -> Veld:
    lezer.onbekende_sleutels(_VELD_SLEUTELS)
    naam = lezer.tekst("naam", nodig=True)
    is_onderdeel = "onderdelen" in lezer.pad
    if naam in (_EIGEN_IN_LIJST if is_onderdeel else _EIGEN_IN_STAP):
        lezer.fout("deze naam gebruikt het programma zelf", "naam")
    elif "naam" in lezer.waarde and not _NAAM.fullmatch(naam):
        lezer.fout("een naam bestaat uit kleine letters, cijfers en _", "naam")
    soort = lezer.tekst("soort", nodig=True, uit=vorm.SOORTEN)
    onderdelen = _onderdelen(lezer, soort, is_onderdeel=is_onderdeel)
    keuzes = lezer.teksten("keuzes")
    if (soort == "keuze") != bool(keuzes):
        lezer.fout("hoort bij soort keuze, en alleen daarbij", "keuzes")
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
        bron=lezer.tekst("bron", uit=vorm.BRONNEN),
        volgorde=lezer.tekst("volgorde", uit=("inbrenger",)),
        opnieuw_bij_nee=lezer.tekst("opnieuw_bij_nee"),
        checks=lezer.teksten("checks", uit=vorm.CHECKS),
        onderdelen=onderdelen,
    )


def _onderdelen(lezer: _Lezer, soort: str, *, is_onderdeel: bool) -> tuple[Veld, ...]:
    onderdelen = tuple(_veld(deel) for deel in lezer.delen("onderdelen", nodig=soort == "lijst"))
    if onderdelen and soort != "lijst":
        lezer.fout("alleen een lijst heeft onderdelen", "onderdelen")
    for plaats, deel in enumerate(onderdelen):
        if deel.naam in [eerder.naam for eerder in onderdelen[:plaats]]:
            lezer.fout("deze naam is al gebruikt", "onderdelen", plaats, "naam")
    if is_onderdeel and soort in ("inbrenger", "leden"):
        lezer.fout("kan niet binnen een lijst", "soort")
    if is_onderdeel and soort == "lijst":
        if len(onderdelen) != 1:
            lezer.fout("een lijst binnen een lijst heeft één onderdeel", "onderdelen")
        if lezer.waarde.get("wie") not in ("ieder_lid", "overige_leden"):
            lezer.fout("kan hier alleen zijn: ieder_lid, overige_leden", "wie")
    return onderdelen


def _check_verwijzingen(lezer: _Lezer, velden: tuple[Veld, ...]) -> None:
    """Names of fields that point at another field must point at one before them, of the right kind."""
    eerder: dict[str, Veld] = {}
    for plaats, veld in enumerate(velden):
        if veld.naam in eerder:
            lezer.fout("deze naam is al gebruikt", "velden", plaats, "naam")
        doel = eerder.get(veld.alleen_als)
        if veld.alleen_als not in ("", vorm.NIEUWE_LEDEN) and (not doel or doel.soort != "ja-nee"):
            lezer.fout("moet een ja-nee-veld zijn dat hierboven staat", "velden", plaats, "alleen_als")
        if veld.opnieuw_bij_nee and veld.opnieuw_bij_nee not in eerder:
            lezer.fout("moet een veld zijn dat hierboven staat", "velden", plaats, "opnieuw_bij_nee")
        eerder[veld.naam] = veld
