"""A draaiboek as data: the steps of a method, their cards and the fields they ask."""

from typing import NamedTuple

TEKST, LANG, DATUM, AANTAL = GETYPT = ("tekst", "lang", "datum", "aantal")
ACTIE = "actie"
SOORTEN = (*GETYPT, "ja-nee", "keuze", "lid", "leden", ACTIE, "inbrenger", "lijst")
WIE = ("inbrenger", "overige_leden", "ieder_lid", "begeleider", "groep")
PER_LID = ("ieder_lid", "overige_leden")
PER = ("sessie", "ronde", "keuze")
STANDAARDEN = ("hulpvraag", "thema", "inbrenger", ACTIE)
# What earlier sessies give, and the first onderdeel of the list that takes it in.
OPEN_ACTIES = "open-acties"
BRONNEN = {OPEN_ACTIES: "actie", "afspraken": "afspraak"}
OPEN_VRAAG, SMART = CHECKS = ("open-vraag", "smart")
# Of SMART, the ones that a field beside the sentence can hold.
LETTERS = ("M", "T")
NIEUWE_LEDEN = "nieuwe-leden"
# What an open actie is: something to do time and again, or once.
RITME, EENMALIG = ("ritme", "eenmalig")


class Minuten(NamedTuple):
    """Minutes: at least, planned, and the most before the clock turns red."""

    min: int
    plan: int
    max: int


class Veld(NamedTuple):
    """One field that a step asks; a `lijst` has fields of its own in *onderdelen*."""

    naam: str
    soort: str
    vraag: str = ""
    hulp: str = ""
    wie: str = ""
    verplicht: bool = False
    minstens: int = 0
    hoogstens: int | None = None
    keuzes: tuple[str, ...] = ()
    standaard: str = ""
    alleen_als: str = ""
    unaniem: bool = False
    bron: str = ""
    volgorde: str = ""
    opnieuw_bij_nee: str = ""
    checks: tuple[str, ...] = ()
    letter: str = ""
    bij: tuple[str, ...] = ()
    onderdelen: "tuple[Veld, ...]" = ()

    @property
    def is_per_lid(self) -> bool:
        """Whether each member owes this field separately."""
        return self.wie in PER_LID

    @property
    def meteen(self) -> "tuple[Veld, ...]":
        """The parts asked together with the item."""
        return tuple(deel for deel in self.onderdelen if not deel.wie)

    @property
    def achteraf(self) -> "tuple[Veld, ...]":
        """The parts asked per item when all items are there."""
        return tuple(deel for deel in self.onderdelen if deel.wie)

    @property
    def enkelvoud(self) -> str:
        """The word for one item: the name of its first part."""
        return self.onderdelen[0].naam if self.onderdelen else self.naam


class Stap(NamedTuple):
    """One step of a draaiboek: its card, its fields and its blank notulen form."""

    naam: str
    nummer: int
    titel: str
    inhoud: str
    doel: str
    introductie: str
    uitvoering: tuple[str, ...]
    tips: tuple[str, ...]
    minuten: Minuten | None
    velden: tuple[Veld, ...]
    formulier: str
    per: str
    optioneel: bool

    @property
    def bestand(self) -> str:
        """The name of its file in a sessie."""
        return f"{self.nummer}-{self.naam}.md"

    def veld(self, naam: str) -> Veld | None:
        """Find the field called *naam*."""
        return next((veld for veld in self.velden if veld.naam == naam), None)


class Draaiboek(NamedTuple):
    """A method: who it is for, how long it takes, its steps in order."""

    naam: str
    titel: str
    voor_wie: str
    leden_min: int
    leden_max: int
    minuten_min: int
    minuten_max: int
    benodigdheden: tuple[str, ...]
    stappen: tuple[Stap, ...]

    def stap(self, naam: str) -> Stap | None:
        """Find the step called *naam*."""
        return next((stap for stap in self.stappen if stap.naam == naam), None)
