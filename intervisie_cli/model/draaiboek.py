"""A draaiboek as data: the steps of a method, their cards and the fields they ask."""

from typing import NamedTuple

# The keys of a step file that are no fields of the draaiboek, in their order in the file.
EIGEN = STAP, STATUS, BEGONNEN, AFGEROND, REDEN, SLAAT_OVER, VOORTGANG = (
    "stap",
    "status",
    "begonnen",
    "afgerond",
    "reden",
    "slaat_over",
    "voortgang",
)
# The body of that file, and its key in an answers document.
NOTULEN = "notulen"
# The keys of an item that are no parts of it: who it is, and whose.
ID, LID = "id", "lid"
WIE = ("inbrenger", "overige_leden", "ieder_lid", "begeleider", "groep")
PER_LID = ("ieder_lid", "overige_leden")
PER = PER_SESSIE, PER_RONDE, PER_KEUZE = ("sessie", "ronde", "keuze")
# Proposes the hulpvraag of the earlier actie that this one goes on with.
VAN_ACTIE = "actie"
STANDAARDEN = ("hulpvraag", "thema", "inbrenger", VAN_ACTIE)
# The field for that actie in the draaiboeken that come with the program.
VERVOLG_OP = "vervolg_op"
# What earlier sessies give, and the first onderdeel that the list which takes it in must have.
OPEN_ACTIES, AFSPRAKEN = "open-acties", "afspraken"
BRONNEN = {OPEN_ACTIES: "actie", AFSPRAKEN: "afspraak"}
OPEN_VRAAG, SMART = CHECKS = ("open-vraag", "smart")
# The letters of SMART that a field beside the sentence can hold.
LETTERS = ("M", "T")
NIEUWE_LEDEN = "nieuwe-leden"
# The kinds of open actie that a question can be for: to do time and again, or once.
RITME, EENMALIG = ("ritme", "eenmalig")


class Minuten(NamedTuple):
    """Minutes: at least, planned, and the most before the clock turns red."""

    min: int
    plan: int
    max: int


class Voorwaarde(NamedTuple):
    """When a field is asked; a condition that is left empty always holds.

    *na_ja* names a yes/no field that was answered with yes, *als_nieuw* wants members who meet for
    the first time. A part of an item from an earlier sessie can want a kind of actie (*actie_is*),
    and one of some choices just before it (*na_keuze*).
    """

    na_ja: str = ""
    als_nieuw: bool = False
    actie_is: str = ""
    na_keuze: tuple[str, ...] = ()


class Lijstvorm(NamedTuple):
    """What only a list has: how many items, where they come from, who orders them (*volgorde*).

    *unaniem*: one no decides for all. *bron* names what earlier sessies give, see `BRONNEN`.
    *om_en_om*: what is asked of an item is asked before the next one. *uit* names the list above
    it from which an item can be taken over.
    """

    minstens: int = 0
    hoogstens: int | None = None
    unaniem: bool = False
    bron: str = ""
    volgorde: str = ""
    om_en_om: bool = False
    uit: str = ""


class Veld(NamedTuple):
    """One field that a step asks. *soort* names its kind: see `vragen.soorten`.

    A list has fields of its own in *onderdelen*; inside a list, a part with *onderdelen* is asked
    of each member. *opnieuw_bij_nee* names the field that a no opens again. *op_verzoek*: it is
    asked only when somebody wants it. Of a part of an item, *in_een_keer* asks it of all items at
    once (*om_twijfel*: by who doubts), and *reactie* names the part that stands behind a choice, on
    the same line.
    """

    naam: str
    soort: str
    vraag: str = ""
    hulp: str = ""
    wie: str = ""
    verplicht: bool = False
    keuzes: tuple[str, ...] = ()
    standaard: str = ""
    als: Voorwaarde = Voorwaarde()
    opnieuw_bij_nee: str = ""
    op_verzoek: bool = False
    in_een_keer: bool = False
    om_twijfel: bool = False
    reactie: str = ""
    checks: tuple[str, ...] = ()
    letter: str = ""
    onderdelen: "tuple[Veld, ...]" = ()
    lijst: Lijstvorm = Lijstvorm()

    @property
    def is_lijst(self) -> bool:
        """Whether its value is a list of items."""
        return bool(self.onderdelen)

    @property
    def is_dag(self) -> bool:
        """Whether its value is a day."""
        return self.soort == "datum"

    @property
    def is_vervolg(self) -> bool:
        """Whether its value is the id of the earlier actie that a ronde goes on with."""
        return self.soort == "actie"

    @property
    def is_doener(self) -> bool:
        """Whether its value is who does an actie."""
        return self.soort == "doeners"

    @property
    def is_per_lid(self) -> bool:
        """Whether each member owes this field separately."""
        return self.wie in PER_LID

    @property
    def is_namenlijst(self) -> bool:
        """Whether its value is a list of members: those who said yes."""
        return self.is_per_lid and not self.is_lijst

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
        """The word for one item: the name of its first part, which holds its text."""
        if not self.onderdelen:
            return self.naam
        return self.onderdelen[0].naam

    def onderdeel(self, naam: str) -> "Veld | None":
        """Find the part called *naam*."""
        return next((deel for deel in self.onderdelen if deel.naam == naam), None)


class Stap(NamedTuple):
    """One step of a draaiboek: its card, its fields and its blank notulen form.

    One that only a sessie knows (not *is_bekend*) has none of these: see `Draaiboek.in_vorm`.
    """

    naam: str
    nummer: int
    titel: str
    inhoud: str = ""
    doel: str = ""
    introductie: str = ""
    uitvoering: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()
    minuten: Minuten | None = None
    velden: tuple[Veld, ...] = ()
    formulier: str = ""
    per: str = PER_SESSIE
    optioneel: bool = False
    is_bekend: bool = True

    @property
    def bestand(self) -> str:
        """The name of its file in a sessie."""
        return f"{self.nummer}-{self.naam}.md"

    @property
    def namen(self) -> list[str]:
        """The names of its fields."""
        return [veld.naam for veld in self.velden]

    @property
    def sleutels(self) -> list[str]:
        """The keys that its file can have, in their order there."""
        return [*EIGEN, *self.namen]

    def veld(self, naam: str) -> Veld | None:
        """Find the field called *naam*."""
        return next((veld for veld in self.velden if veld.naam == naam), None)

    def per_in(self, samen: tuple[str, ...]) -> str:
        """Whether it is of the sessie or of each ronde, when the steps *samen* are done once."""
        if self.per != PER_KEUZE:
            return self.per
        return PER_SESSIE if self.naam in samen else PER_RONDE


class Stapvorm(NamedTuple):
    """What a sessie keeps of a step: its name, its title, and whether it is of each ronde."""

    naam: str
    titel: str
    per: str


class Opmerking(NamedTuple):
    """What a draaiboek says and this program does not know: where it stands, and what it may be."""

    bestand: str
    regel: int
    sleutel: str
    reden: str

    def __str__(self) -> str:
        """On one line, as a fault is told."""
        return f"{self.bestand}, regel {self.regel}, {self.sleutel}: {self.reden}"


class Draaiboek(NamedTuple):
    """A method: who it is for, how long it takes, its steps in order.

    *map* is its folder in the group, '' when it came with the program. *is_er* is False of one
    that only a sessie names, *is_fout* True of one with a fault in it. *opmerkingen* are the keys
    and kinds that were passed over.
    """

    naam: str
    titel: str
    voor_wie: str
    leden_min: int
    leden_max: int
    minuten_min: int
    minuten_max: int
    benodigdheden: tuple[str, ...]
    stappen: tuple[Stap, ...]
    map: str = ""
    is_er: bool = True
    is_fout: bool = False
    opmerkingen: tuple[Opmerking, ...] = ()

    def stap(self, naam: str) -> Stap | None:
        """Find the step called *naam*."""
        return next((stap for stap in self.stappen if stap.naam == naam), None)

    def vorm(self, samen: tuple[str, ...]) -> tuple[Stapvorm, ...]:
        """The steps as a sessie keeps them that does those of *samen* once."""
        return tuple(
            Stapvorm(stap.naam, stap.titel, stap.per_in(samen)) for stap in self.stappen
        )

    def in_vorm(self, vorm: tuple[Stapvorm, ...]) -> "Draaiboek":
        """The draaiboek with the steps that a sessie kept, () of one that kept none.

        So what was recorded is found, whatever became of the draaiboek since.
        """
        if not vorm:
            return self
        stappen = []
        for nummer, gemaakt in enumerate(vorm, 1):
            stap = self.stap(gemaakt.naam) or _onbekend(gemaakt.naam)
            stappen.append(
                stap._replace(nummer=nummer, titel=gemaakt.titel, per=gemaakt.per)
            )
        return self._replace(stappen=tuple(stappen))


def _onbekend(naam: str) -> Stap:
    # Nobody knows what it asks, so that a group may skip it: else its sessie could not go on.
    return Stap(naam, 0, naam, optioneel=True, is_bekend=False)
