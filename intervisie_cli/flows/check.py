"""What `check` does: judges single texts, sessies and all of a group, as the group has set it."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property, partial

from intervisie_cli.checks.oordeel import (
    ActieOordeel,
    VraagOordeel,
    beoordeel_actie,
    beoordeel_vraag,
)
from intervisie_cli.checks.regel import Groepstekst
from intervisie_cli.checks.register import PRIVACY, REGELS, VERSLAG
from intervisie_cli.checks.smart.actie import Afspraken
from intervisie_cli.checks.verslag.geval import (
    Gevonden,
    Plaats,
    SessieVerslag,
    StapVerslag,
)
from intervisie_cli.checks.verslag.stilte import Stilte, naaste, stiltes
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap.onbekend import OnbekendeStap
from intervisie_cli.groep import controle, draaiboeken, sessies
from intervisie_cli.groep.betreft import betreft
from intervisie_cli.groep.controle import GelezenSessie
from intervisie_cli.model.actie import Actie
from intervisie_cli.model.bevinding import (
    FOUT,
    HINT,
    LET_OP,
    UIT,
    Betreft,
    Bevinding,
    Resultaat,
    Vindplaats,
)
from intervisie_cli.model.draaiboek import OPEN_VRAAG, SMART, Veld
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.instellingen import VERBETER, Instellingen
from intervisie_cli.model.namen import step_in
from intervisie_cli.model.sessie import Groep
from intervisie_cli.records import groep as groep_yaml
from intervisie_cli.tijd.dag import met_dagen

# What a draaiboek can say in `checks:` of a part of an item.
# Findings of no rule, so that no group can turn them off.
INSTELLING = "instelling-onbekend"
DRAAIBOEK = "draaiboek-onbekend"
# The rule of this name looks into a sessie that was read; here is told of one that could not be.
ONLEESBAAR = "verslag-onleesbaar"


class Keurder:
    """Judges by the settings of a group; without one by those of the program."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._omgeving = omgeving
        self._instellingen = _instellingen(omgeving)
        self._ernst = dict(self._instellingen.ernst)

    @property
    def _afspraken(self) -> Afspraken:
        return Afspraken(self._instellingen.regio, self._instellingen.horizon_dagen)

    @cached_property
    def _aan_de_beurt(self) -> str:
        """The folder of the sessie that is at hand."""
        omgeving = self._omgeving
        return sessies.find_folder(omgeving.root, None, omgeving.avond)

    def _typ_step(self, folder: str) -> str:
        return step_in(folder, self._aan_de_beurt)

    def actie(self, tekst: str) -> ActieOordeel:
        """Judge an actie on its own, as if it were said today."""
        vandaag = self._omgeving.vandaag
        return beoordeel_actie(tekst, vandaag, None, self._afspraken, self._ernst)

    def vraag(self, tekst: str) -> VraagOordeel:
        """Judge a question."""
        return beoordeel_vraag(tekst, self._ernst)

    def instellingen(self) -> Iterator[Resultaat]:
        """The settings of the group that mean nothing."""
        for bericht in self._instellingen.in_woorden():
            yield _over_instelling(bericht, VERBETER)
        for regel, _ in self._instellingen.ernst:
            if regel in REGELS:
                continue
            hulp = "Kijk in docs/regels.md welke regels er zijn."
            lijkt = naaste(regel, REGELS)
            if lijkt:
                hulp = f"Bedoel je {lijkt}?"
            yield _over_instelling(f"Er is geen regel '{regel[:40]}'.", hulp)

    def draaiboeken(self) -> Iterator[Resultaat]:
        """What the draaiboeken of the group say and this program does not know."""
        for boek in draaiboeken.own(self._omgeving.root):
            for opmerking in boek.opmerkingen:
                vindplaats = Vindplaats(
                    f"{boek.map}/{opmerking.bestand}", opmerking.regel
                )
                bericht = f"{opmerking.sleutel}: {opmerking.reden}"
                yield _over_draaiboek(
                    vindplaats, bericht, "Verbeter het in een editor."
                )

    def sessie(self, folder: str) -> Iterator[Resultaat]:
        """Judge the whole record of a sessie; what cannot be read is a finding itself."""
        omgeving = self._omgeving
        try:
            typ_step = partial(self._typ_step, folder)
            gelezen = controle.lees(omgeving.root, omgeving.groep, folder, typ_step)
        except IntervisieError as fout:
            yield _onleesbaar(folder, fout, omgeving.vandaag)
            return
        yield from _over_stappen(gelezen)
        stil = list(stiltes(gelezen.verslag))
        for gevonden in self._gevonden(gelezen.verslag):
            reden = _reden(stil, gevonden)
            bevinding = gevonden.bevinding
            if reden:
                # What is kept on purpose stays to be seen, and is nothing to mend.
                bevinding = bevinding._replace(ernst=HINT)
            yield Resultaat(
                vindplaats=controle.vindplaats_of(gelezen.documenten, gevonden),
                tekst=gevonden.plaats.tekst,
                bevinding=bevinding,
                reden=reden,
                betreft=betreft(gelezen, gevonden.plaats, omgeving.vandaag),
            )

    def _gevonden(self, verslag: SessieVerslag) -> Iterator[Gevonden]:
        """All findings: of the record as a whole, of acties and questions, then of privacy."""
        for regel in VERSLAG:
            if not self._is_uit(regel.id):
                ernst = self._ernst.get(regel.id, "")
                for punt in regel.kijk(verslag):
                    yield punt.als(regel, ernst)
        for stap in verslag.stappen:
            yield from self._in_lijsten(verslag, stap)
        # A name of a member is no breach: everybody in the group knows it.
        bekend = frozenset(lid.naam.casefold() for lid in verslag.groep.leden)
        for plaats in verslag.teksten():
            yield from self._privacy(plaats, bekend)

    def _is_uit(self, regel: str) -> bool:
        return self._ernst.get(regel) == UIT

    def _in_lijsten(
        self, verslag: SessieVerslag, stap: StapVerslag
    ) -> Iterator[Gevonden]:
        # The draaiboek says which parts of an item are acties or questions.
        for veld in stap.lijsten():
            for deel in veld.onderdelen:
                if deel.checks:
                    yield from self._deel(verslag, stap, veld, deel)

    def _deel(
        self,
        verslag: SessieVerslag,
        stap: StapVerslag,
        veld: Veld,
        deel: Veld,
    ) -> Iterator[Gevonden]:
        for nummer, item in stap.lijst(veld.naam):
            tekst = item.get(deel.naam)
            # A file that was edited outside intervisie can hold a number or a list here.
            if not isinstance(tekst, str) or not tekst:
                continue
            plaats = stap.plaats(veld.naam, nummer, deel.naam)
            bevindingen: list[Bevinding] = []
            if SMART in deel.checks:
                velden = Actie(item).velden
                oordeel = beoordeel_actie(
                    tekst, verslag.datum, velden, self._afspraken, self._ernst
                )
                bevindingen += oordeel.bevindingen
            if OPEN_VRAAG in deel.checks:
                bevindingen += self.vraag(tekst).bevindingen
            for bevinding in bevindingen:
                yield Gevonden(plaats, bevinding)

    def _privacy(self, plaats: Plaats, bekend: frozenset[str]) -> Iterator[Gevonden]:
        tekst = Groepstekst(plaats.tekst, bekend)
        for regel in PRIVACY:
            if not self._is_uit(regel.id):
                ernst = self._ernst.get(regel.id, "")
                for bevinding in regel.pas_toe(tekst, ernst):
                    yield Gevonden(plaats, bevinding)


def _reden(stil: Iterable[Stilte], gevonden: Gevonden) -> str:
    """Why the group keeps what was found as it is, '' when it does not."""
    regel = gevonden.bevinding.regel
    for stilte in stil:
        if stilte.dekt(regel, gevonden.plaats):
            return stilte.reden
    return ""


def _instellingen(omgeving: Omgeving) -> Instellingen:
    try:
        groep: Groep = omgeving.groep
    except IntervisieError:
        # Somebody named a group with --groep: then it is wrong to go on without it.
        if omgeving.gevraagd:
            raise
        # A text can be judged anywhere.
        return Instellingen()
    return groep.instellingen


def _over_instelling(bericht: str, hulp: str) -> Resultaat:
    vindplaats = Vindplaats(groep_yaml.BESTAND, 1)
    bevinding = Bevinding(INSTELLING, LET_OP, bericht, hulp, 0, 0)
    return Resultaat(
        vindplaats, "", bevinding, betreft=Betreft("Instellingen van de groep")
    )


def _over_stappen(gelezen: GelezenSessie) -> Iterator[Resultaat]:
    """The steps of which the draaiboek does not tell what is asked."""
    boek = gelezen.draaiboek
    onbekend = [stap for stap in boek.stappen if not stap.is_bekend]
    berichten = [OnbekendeStap(boek, stap, is_open=False).bericht for stap in onbekend]
    vindplaats = Vindplaats(gelezen.verslag.bestand, 1)
    for bericht in dict.fromkeys(berichten):
        hulp = "Wat daar staat, is alleen nagekeken op privacy."
        yield _over_draaiboek(vindplaats, bericht, hulp)


def _over_draaiboek(vindplaats: Vindplaats, bericht: str, hulp: str) -> Resultaat:
    bevinding = Bevinding(DRAAIBOEK, LET_OP, bericht, hulp, 0, 0)
    return Resultaat(vindplaats, "", bevinding, betreft=Betreft("Draaiboek"))


def _onleesbaar(folder: str, fout: IntervisieError, vandaag: date) -> Resultaat:
    vindplaats = Vindplaats(folder, 1)
    bevinding = Bevinding(ONLEESBAAR, FOUT, fout.kort, fout.hulp, 0, 0)
    sessie = met_dagen(folder.rpartition("/")[2], vandaag)
    return Resultaat(vindplaats, "", bevinding, betreft=Betreft(sessie))
